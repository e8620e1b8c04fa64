"""PSNR and SSIM of luma against a full-resolution float Lanczos reference: quality.py SOURCE QUALITY=FILE... Prints JSON.

The ceiling is the reference itself, saved once as JPEG at the same quality."""
import io
import json
import sys

import numpy
from PIL import Image
from skimage.metrics import structural_similarity

Image.MAX_IMAGE_PIXELS = None
WEIGHTS = numpy.array([0.299, 0.587, 0.114])


def luma(image):
    return numpy.asarray(image.convert("RGB"), dtype=numpy.float64) @ WEIGHTS


def reference(source, size):
    planes = [Image.fromarray(numpy.asarray(plane, dtype=numpy.float32)).resize(size, Image.LANCZOS) for plane in source.split()]
    return numpy.clip(numpy.stack([numpy.asarray(plane) for plane in planes], -1), 0, 255)


def main():
    source, found, references = Image.open(sys.argv[1]).convert("RGB"), {}, {}
    for argument in sys.argv[2:]:
        quality, path = argument.split("=", 1)
        image = Image.open(path)
        if image.size not in references:
            references[image.size] = reference(source, image.size)
        exact = references[image.size] @ WEIGHTS
        saved = io.BytesIO()
        Image.fromarray(numpy.uint8(numpy.rint(references[image.size]))).save(saved, "JPEG", quality=int(quality))

        def psnr(got, exact=exact):
            return float(10 * numpy.log10(255**2 / numpy.mean((got - exact) ** 2)))

        found[path] = {"psnr": psnr(luma(image)), "ceiling": psnr(luma(Image.open(saved))),
                       "ssim": float(structural_similarity(luma(image), exact, data_range=255))}
    print(json.dumps(found))


main()
