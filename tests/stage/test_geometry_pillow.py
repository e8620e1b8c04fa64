"""Sizes of inside and fill against Pillow's thumbnail() and resize(), over 1,000 sources in every EXIF orientation."""
import pathlib
import random
import subprocess

import pytest

Image = pytest.importorskip("PIL.Image")
ImageOps = pytest.importorskip("PIL.ImageOps")

TOOL = pathlib.Path(__file__).resolve().parents[2] / "build/plain/bin/placement"
BOXES = [(480, 270), (1024, 1024), (200, 200), (33, 1000), (1, 1)]
INSIDE, FILL = 0, 3


def sources():
    pick = random.Random(4)
    for i in range(1000):
        long = pick.choice([64, 700, 1500])
        yield pick.randint(1, long), pick.randint(1, 40 if i % 5 == 0 else long), i % 8 + 1


def upright(width, height, orientation):
    image = Image.new("L", (width, height))
    exif = image.getexif()
    exif[0x0112] = orientation
    return ImageOps.exif_transpose(image)


@pytest.mark.skipif(not TOOL.exists(), reason="placement is not built")
def test_sizes_are_pillows():
    asked, wanted = [], []
    for width, height, orientation in sources():
        image = upright(width, height, orientation)
        for box in BOXES:
            small = image.copy()
            small.thumbnail(box)
            asked.append(f"{image.width} {image.height} {box[0]} {box[1]} {INSIDE}")
            wanted.append(f"{small.width} {small.height}")
        asked.append(f"{image.width} {image.height} 800 600 {FILL}")
        wanted.append("800 600")
    answer = subprocess.run([TOOL], input="\n".join(asked), capture_output=True, text=True, check=True)
    got = answer.stdout.splitlines()
    assert len(got) == len(wanted)
    assert [(a, g, w) for a, g, w in zip(asked, got, wanted) if g != w] == []
