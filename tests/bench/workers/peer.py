"""One Python peer doing one work N times: peer.py PEER WORK SOURCE FOLDER N. Prints wall and CPU seconds of each."""
import json
import os
import resource
import sys
import time

PEER, WORK, SOURCE, FOLDER, COUNT = *sys.argv[1:5], int(sys.argv[5])
os.environ["VIPS_CONCURRENCY"] = "1"


def out(name):
    return os.path.join(FOLDER, f"{name}.jpg")


class Pillow:
    """Drafted decode and reducing gap, one decode for W5: Pillow at its best."""

    def __init__(self):
        from PIL import Image, ImageDraw, ImageFont
        self.Image, self.ImageDraw, self.font = Image, ImageDraw, ImageFont.load_default(24)
        Image.MAX_IMAGE_PIXELS = None

    def load(self, box):
        image = self.Image.open(SOURCE)
        if box:
            image.draft("RGB", box)
        return image if image.mode == "RGB" else image.convert("RGB")

    def w1(self, image=None):
        image = image or self.Image.open(SOURCE)
        image.thumbnail((480, 270), self.Image.LANCZOS, reducing_gap=2.0)
        image.convert("RGB").save(out("W1"), quality=80)

    def w2(self, image=None):
        image = image or self.Image.open(SOURCE)
        image.thumbnail((1024, 1024), self.Image.LANCZOS, reducing_gap=2.0)
        image.convert("RGB").save(out("W2"), quality=70, optimize=True)

    def w3(self, image=None):
        small = (image or self.load((1600, 1200))).resize((800, 600), self.Image.LANCZOS)
        self.ImageDraw.Draw(small).text((10, 10), "Watermark", fill=(255, 255, 255), font=self.font)
        small.save(out("W3"), quality=80)

    def w4(self):
        self.load(None).save(out("W4"), quality=80)

    def w5(self):
        image = self.load((2048, 2048))
        image.load()
        self.w3(image)
        self.w2(image)
        self.w1(image)


class PillowNaive(Pillow):
    """What the replaced functions do: open, resize, save, each for itself."""

    def __init__(self):
        super().__init__()
        from PIL import ImageFont
        self.font = ImageFont.load_default()

    def open(self):
        return self.Image.open(SOURCE).convert("RGB")

    def w1(self):
        image = self.open()
        image.thumbnail((480, 270))
        image.save(out("W1"), quality=80)

    def w2(self):
        image = self.open()
        image.thumbnail((1024, 1024))
        image.save(out("W2"), quality=70, optimize=True)

    def w3(self):
        image = self.open().resize((800, 600))
        self.ImageDraw.Draw(image).text((10, 10), "Watermark", fill=(255, 255, 255), font=self.font)
        image.save(out("W3"), quality=80)

    def w4(self):
        self.open().save(out("W4"), quality=80)

    def w5(self):
        self.w1()
        self.w2()
        self.w3()


class Pyvips:
    """Each rendition as documented: thumbnail() from the file."""

    def __init__(self):
        import pyvips
        self.vips, self.Image = pyvips, pyvips.Image
        pyvips.cache_set_max(0)

    def marked(self, image):
        text = self.Image.text("Watermark", font="sans 18", dpi=72)
        white = text.new_from_image([255] * image.bands).bandjoin(text).copy(interpretation="srgb")
        return image.composite2(white, "over", x=10, y=10).flatten()

    def w1(self):
        self.Image.thumbnail(SOURCE, 480, height=270, size="down").jpegsave(out("W1"), Q=80)

    def w2(self):
        self.Image.thumbnail(SOURCE, 1024, height=1024, size="down").jpegsave(out("W2"), Q=70, optimize_coding=True)

    def w3(self):
        self.marked(self.Image.thumbnail(SOURCE, 800, height=600, size="force")).jpegsave(out("W3"), Q=80)

    def w4(self):
        self.Image.new_from_file(SOURCE, access="sequential").jpegsave(out("W4"), Q=80)

    def w5(self):
        self.w1()
        self.w2()
        self.w3()


class PyvipsShared(Pyvips):
    """One decode at the largest shrink that covers every rendition: the strongest peer."""

    def w5(self):
        head = self.Image.new_from_file(SOURCE)
        least = min(head.width / 1024, head.height / 682)
        shrink = next((k for k in (8, 4, 2) if least >= k), 1)
        if head.get("vips-loader") == "jpegload" and shrink > 1:
            base = self.Image.new_from_file(SOURCE, shrink=shrink).copy_memory()
        else:
            base = self.Image.thumbnail(SOURCE, 2048, height=2048, size="down").copy_memory()
        base.thumbnail_image(480, height=270, size="down").jpegsave(out("W1"), Q=80)
        base.thumbnail_image(1024, height=1024, size="down").jpegsave(out("W2"), Q=70, optimize_coding=True)
        self.marked(base.thumbnail_image(800, height=600, size="force")).jpegsave(out("W3"), Q=80)


PEERS = {"pillow": Pillow, "pillow-naive": PillowNaive, "pyvips": Pyvips, "pyvips-shared": PyvipsShared}


def main():
    work = getattr(PEERS[PEER](), WORK.lower())
    wall, cpu = [], []
    for _ in range(COUNT):
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
        work()
        after = resource.getrusage(resource.RUSAGE_SELF)
        wall.append(time.perf_counter() - began)
        cpu.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    print(json.dumps({"wall": wall, "cpu": cpu}))


main()
