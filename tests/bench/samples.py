"""The bench's sources, made from the sample photo: samples.py PHOTO FOLDER."""
import pathlib
import sys

import numpy
from PIL import Image

Image.MAX_IMAGE_PIXELS = None


def photo(path, width, height):
    """Enlarged, with a sensor's grain, so that a file takes as many bytes as a camera's."""
    whole = Image.open(path).convert("RGB")
    cut = (0, (whole.height - whole.width * height // width) // 2)
    box = (0, cut[1], whole.width, cut[1] + whole.width * height // width)
    large = numpy.asarray(whole.resize((width, height), Image.LANCZOS, box=box)).astype(numpy.int16)
    grain = numpy.random.default_rng(1).normal(0, 5.0, (height, width, 1)).astype(numpy.int16)
    return Image.fromarray(numpy.clip(large + grain, 0, 255).astype(numpy.uint8))


def main():
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "96mp.jpg").exists():
        return
    large = photo(sys.argv[1], 6000, 4000)
    large.save(folder / "24mp.jpg", quality=90, subsampling=2)
    large.save(folder / "24mp-progressive.jpg", quality=90, subsampling=2, progressive=True)
    large.save(folder / "24mp.png", compress_level=6)
    large.resize((3000, 2000), Image.LANCZOS).save(folder / "6mp.jpg", quality=90, subsampling=2)
    wall = Image.new("RGB", (12000, 8000))
    for i in range(4):
        wall.paste(large, (i % 2 * 6000, i // 2 * 4000))
    wall.save(folder / "96mp.jpg", quality=90, subsampling=2)


main()
