#!/usr/bin/env python3
"""Makes the small pictures of tests/data/images and what they decode to (expected.json).

    pip install pillow numpy && tests/tools/make_images.py tests/data/images

Every picture shows the same made scene. expected.json holds size, alpha and the CRC-32 of the RGBA bytes: of the scene itself
where the file is lossless and written by hand here, of Pillow's decode otherwise.
"""
import io
import json
import pathlib
import struct
import sys
import zlib

import numpy
from PIL import Image, ImageCms

WIDTH, HEIGHT = 23, 17
EXPECTED = {}


def srgb_profile():
    """Without its date, so that the files are the same each time."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + bytes(12) + profile[36:]


def scene(alpha=False):
    y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    red, green, blue = x * 255 // (WIDTH - 1), y * 255 // (HEIGHT - 1), (x * y * 3) % 256
    opacity = numpy.where((x - 11) ** 2 + (y - 8) ** 2 < 40, 255, x * 8) if alpha else numpy.full_like(x, 255)
    return numpy.stack([red, green, blue, opacity], -1).astype(numpy.uint8)


def indexed(colours):
    """Indices and a palette of that many colours; the scene in few colours."""
    y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    indices = ((x // 2 + y * 3) % colours).astype(numpy.uint8)
    palette = [((i * 37 + 11) % 256, (i * 91 + 5) % 256, 255 - i * 255 // max(1, colours - 1)) for i in range(colours)]
    return indices, palette


def painted(indices, palette):
    rgb = numpy.array(palette, numpy.uint8)[indices]
    return numpy.dstack([rgb, numpy.full(indices.shape, 255, numpy.uint8)])


def note(folder, name, data, rgba, alpha):
    kind = name.split(".")[-1].replace("tif", "tiff")
    (folder / name).write_bytes(data)
    EXPECTED.setdefault(kind, {})[name] = {"width": rgba.shape[1], "height": rgba.shape[0], "alpha": alpha, "crc32": zlib.crc32(rgba.tobytes())}


# BMP, written by hand: headers and codings that Pillow does not write.

def packed(indices, bits):
    rows = []
    for row in indices:
        text = "".join(format(int(v), f"0{bits}b") for v in row)
        text += "0" * (-len(text) % 32)
        rows.append(int(text, 2).to_bytes(len(text) // 8, "big"))
    return rows


def bmp(bits, rows, header=40, palette=(), compression=0, masks=(), top_down=False, data=None, entry=4):
    height = -HEIGHT if top_down else HEIGHT
    table = b"".join(struct.pack("BBB", b, g, r) + b"\0" * (entry - 3) for r, g, b in palette)
    pixels = data if data is not None else b"".join(rows if top_down else rows[::-1])
    if header == 12:
        dib = struct.pack("<IHHHH", 12, WIDTH, HEIGHT, 1, bits)
    else:
        dib = struct.pack("<IiiHHIIiiII", header, WIDTH, height, 1, bits, compression, len(pixels), 2835, 2835, len(palette), 0)
        if header > 40:
            dib += struct.pack("<4I", *(list(masks) + [0] * (4 - len(masks))))
        dib = (dib + bytes(header))[:header]
    behind = struct.pack(f"<{len(masks)}I", *masks) if header == 40 and masks else b""
    offset = 14 + len(dib) + len(behind) + len(table)
    return b"BM" + struct.pack("<IHHI", offset + len(pixels), 0, 0, offset) + dib + behind + table + pixels


def masked_rows(rgba, masks, size):
    rows, out = [], numpy.zeros_like(rgba)
    out[..., 3] = 255
    words = numpy.zeros(rgba.shape[:2], numpy.uint64)
    for channel, mask in enumerate(masks):
        if mask:
            shift = (mask & -mask).bit_length() - 1
            most = mask >> shift
            value = rgba[..., channel].astype(numpy.uint64) * most // 255
            words |= value << shift
            out[..., channel] = (value * 255 + most // 2) // most
    for row in words:
        data = b"".join(int(v).to_bytes(size, "little") for v in row)
        rows.append(data + bytes(-len(data) % 4))
    return rows, out


def rle(indices, nibbles):
    out = b""
    for number, row in enumerate(indices[::-1]):
        if number % 3 == 2:  # a literal run
            values = list(row)
            out += bytes([0, len(values)])
            raw = bytes(values) if not nibbles else bytes(a << 4 | b for a, b in zip(values[0::2], values[1::2] + [0]))
            out += raw + bytes(len(raw) % 2)
        else:
            x = 0
            while x < len(row):
                n = 1
                while x + n < len(row) and row[x + n] == row[x]:
                    n += 1
                out += bytes([n, int(row[x]) * 17 if nibbles else int(row[x])])
                x += n
        out += b"\0\0"
    return out + b"\0\1"


def make_bmp(folder):
    for bits in (1, 2, 4, 8):
        indices, palette = indexed(1 << bits)
        note(folder, f"pal{bits}.bmp", bmp(bits, packed(indices, bits), palette=palette), painted(indices, palette), False)
    indices, palette = indexed(200)
    note(folder, "pal8-os2.bmp", bmp(8, packed(indices, 8), 12, (palette * 2)[:256], entry=3), painted(indices, palette), False)
    for header in (16, 64, 108, 124):
        few = palette if header > 36 else (palette * 2)[:256]
        note(folder, f"pal8-h{header}.bmp", bmp(8, packed(indices, 8), header, few), painted(indices, palette), False)
    note(folder, "pal8-topdown.bmp", bmp(8, packed(indices, 8), palette=palette, top_down=True), painted(indices, palette), False)
    note(folder, "pal8-rle.bmp", bmp(8, [], palette=palette, compression=1, data=rle(indices, False)), painted(indices, palette), False)
    indices, palette = indexed(13)
    note(folder, "pal4-rle.bmp", bmp(4, [], palette=palette, compression=2, data=rle(indices, True)), painted(indices, palette), False)
    rgba = scene()
    rows, plain = masked_rows(rgba, (0xff0000, 0xff00, 0xff), 3)
    note(folder, "rgb24.bmp", bmp(24, rows), plain, False)
    packed24 = b"".join(b"".join(b"\1" + bytes([px[2], px[1], px[0]]) for px in row) + b"\0\0" for row in rgba[::-1]) + b"\0\1"
    note(folder, "rgb24-rle.bmp", bmp(24, [], 64, compression=4, data=packed24), plain, False)
    rows, plain = masked_rows(rgba, (0xff0000, 0xff00, 0xff), 4)
    note(folder, "rgb32.bmp", bmp(32, rows), plain, False)
    for name, bits, header, masks, compression in (("rgb16", 16, 40, (0x7c00, 0x3e0, 0x1f), 0), ("rgb16-565", 16, 40, (0xf800, 0x7e0, 0x1f), 3),
                                                   ("rgb32-10", 32, 40, (0x3ff00000, 0xffc00, 0x3ff), 3), ("rgb32-h52", 32, 52, (0xff, 0xff00, 0xff0000), 3)):
        rows, plain = masked_rows(rgba, masks, bits // 8)
        note(folder, f"{name}.bmp", bmp(bits, rows, header, masks=masks if compression else (), compression=compression), plain, False)
    rgba = scene(True)
    for name, bits, header, masks, compression in (("rgba32-v5", 32, 124, (0xff0000, 0xff00, 0xff, 0xff000000), 3),
                                                   ("rgba16-4444", 16, 108, (0xf00, 0xf0, 0xf, 0xf000), 3), ("rgba32-abf", 32, 40, (0xff0000, 0xff00, 0xff, 0xff000000), 6)):
        rows, plain = masked_rows(rgba, masks, bits // 8)
        note(folder, f"{name}.bmp", bmp(bits, rows, header, masks=masks, compression=compression), plain, True)


# PNG, chunk by chunk.

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def samples(values, bits):
    if bits == 16:
        return values.astype(">u2").tobytes()
    if bits == 8:
        return values.astype(numpy.uint8).tobytes()
    text = "".join(format(int(v), f"0{bits}b") for v in values.ravel())
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def filtered(rows, pixel):
    """Rows with the five filters in turn."""
    out, above = b"", bytes(len(rows[0]))
    for number, row in enumerate(rows):
        kind, line = number % 5, bytearray()
        for i, value in enumerate(row):
            a, b, c = row[i - pixel] if i >= pixel else 0, above[i], above[i - pixel] if i >= pixel else 0
            p = a + b - c
            best = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            line.append((value - (0, a, b, (a + b) // 2, best)[kind]) % 256)
        out += bytes([kind]) + bytes(line)
        above = row
    return out


PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def png(values, colour, bits, interlace=False, before=b"", split=0):
    """values: height x width x samples."""
    pixel = max(1, values.shape[2] * bits // 8)
    raw = b""
    for x, y, dx, dy in PASSES if interlace else ((0, 0, 1, 1),):
        part = values[y::dy, x::dx]
        if part.size:
            raw += filtered([samples(row, bits) for row in part], pixel)
    data = zlib.compress(raw, 9)
    pieces = [data[i:i + split] for i in range(0, len(data), split)] if split else [data]
    head = struct.pack(">IIBBBBB", values.shape[1], values.shape[0], bits, colour, 0, 0, int(interlace))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + b"".join(chunk(b"IDAT", p) for p in pieces) + chunk(b"IEND", b"")


def wide(values, bits):
    most = (1 << bits) - 1
    return ((values.astype(numpy.int64) * 255 + most // 2) // most).astype(numpy.uint8)


def with_alpha(rgb, alpha=None):
    alpha = numpy.full(rgb.shape[:2], 255, numpy.uint8) if alpha is None else alpha
    return numpy.dstack([rgb, alpha])


def make_png(folder):
    y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    for interlace in (False, True):
        mark = "-interlaced" if interlace else ""
        for bits in (1, 2, 4, 8, 16):
            grey = ((x * 7919 + y * 104729) % (1 << bits))[..., None]
            rgb = numpy.repeat(wide(grey, bits), 3, 2)
            note(folder, f"grey{bits}{mark}.png", png(grey, 0, bits, interlace), with_alpha(rgb), False)
        for bits in (1, 2, 4, 8):
            indices, palette = indexed(1 << bits)
            table = chunk(b"PLTE", b"".join(bytes(c) for c in palette))
            note(folder, f"pal{bits}{mark}.png", png(indices[..., None], 3, bits, interlace, table), painted(indices, palette), False)
        for bits in (8, 16):
            most = (1 << bits) - 1
            deep = numpy.stack([x * 2801 % (most + 1), y * 3911 % (most + 1), x * y * 173 % (most + 1), (x + y) * 1613 % (most + 1)], -1)
            eight = wide(deep, bits)
            note(folder, f"rgb{bits}{mark}.png", png(deep[..., :3], 2, bits, interlace), with_alpha(eight[..., :3]), False)
            note(folder, f"rgba{bits}{mark}.png", png(deep, 6, bits, interlace), eight, True)
            note(folder, f"greyalpha{bits}{mark}.png", png(deep[..., [0, 3]], 4, bits, interlace), eight[..., [0, 0, 0, 3]], True)
    indices, palette = indexed(16)
    table = chunk(b"PLTE", b"".join(bytes(c) for c in palette)) + chunk(b"tRNS", bytes([0, 128, 7]))
    alpha = numpy.full(256, 255, numpy.uint8)
    alpha[:3] = 0, 128, 7
    note(folder, "pal4-trns.png", png(indices[..., None], 3, 4, False, table), with_alpha(painted(indices, palette)[..., :3], alpha[indices]), True)
    grey = ((x * 7919 + y * 104729) % 65536)[..., None]
    key = chunk(b"tRNS", struct.pack(">H", int(grey[3, 5, 0])))
    note(folder, "grey16-trns.png", png(grey, 0, 16, False, key), with_alpha(numpy.repeat(wide(grey, 16), 3, 2), numpy.where(grey[..., 0] == grey[3, 5, 0], 0, 255).astype(numpy.uint8)), True)
    rgb = numpy.stack([x // 6 * 40, y // 6 * 40, x * 0], -1)
    key = chunk(b"tRNS", struct.pack(">3H", 40, 40, 0))
    note(folder, "rgb8-trns.png", png(rgb, 2, 8, False, key), with_alpha(rgb.astype(numpy.uint8), numpy.where((rgb == (40, 40, 0)).all(-1), 0, 255).astype(numpy.uint8)), True)
    rgb = scene()[..., :3]
    note(folder, "many-idat.png", png(rgb, 2, 8, False, chunk(b"tEXt", b"Comment\0made"), 7), with_alpha(rgb), False)
    note(folder, "gamma.png", png(rgb, 2, 8, False, chunk(b"gAMA", struct.pack(">I", 100000))), with_alpha(rgb), False)
    profile = chunk(b"iCCP", b"made\0\0" + zlib.compress(srgb_profile()))
    note(folder, "icc.png", png(rgb, 2, 8, False, profile), with_alpha(rgb), False)


# GIF, with sub-blocks by Pillow's encoder or uncompressed codes by hand.

def gif_codes(indices, bits):
    """LZW without a table: a clear code often enough that codes never grow."""
    clear, size, out, acc, n = 1 << bits, bits + 1, bytearray(), 0, 0
    codes = []
    for i, v in enumerate(indices):
        if i % ((1 << bits) - 2) == 0:
            codes.append(clear)
        codes.append(int(v))
    for code in codes + [clear + 1]:
        acc |= code << n
        n += size
        while n >= 8:
            out.append(acc & 255)
            acc >>= 8
            n -= 8
    out.append(acc & 255)
    return bytes([bits]) + b"".join(bytes([len(out[i:i + 255])]) + bytes(out[i:i + 255]) for i in range(0, len(out), 255)) + b"\0"


def gif(screen, frame, indices, palette, transparent=None, interlace=False, local=False):
    bits = max(2, (len(palette) - 1).bit_length())
    table = b"".join(bytes(c) for c in (palette + [(0, 0, 0)] * 256)[:1 << bits])
    flags = 0x80 | bits - 1
    left, top, width, height = frame
    rows = list(indices)
    if interlace:
        rows = rows[0::8] + rows[4::8] + rows[2::4] + rows[1::2]
    out = b"GIF89a" + struct.pack("<HHBBB", *screen, 0x70 if local else flags, 0, 0) + (b"" if local else table)
    out += b"!\xfe\4made\0"
    if transparent is not None:
        out += b"!\xf9\4" + bytes([1, 0, 0, transparent, 0])
    out += b"," + struct.pack("<HHHHB", left, top, width, height, (flags if local else 0) | (0x40 if interlace else 0)) + (table if local else b"")
    return out + gif_codes(numpy.concatenate(rows), bits) + b";"


def make_gif(folder):
    indices, palette = indexed(16)
    whole = painted(indices, palette)
    full = (0, 0, WIDTH, HEIGHT)
    note(folder, "plain.gif", gif((WIDTH, HEIGHT), full, indices, palette), whole, False)
    note(folder, "interlaced.gif", gif((WIDTH, HEIGHT), full, indices, palette, interlace=True), whole, False)
    note(folder, "local.gif", gif((WIDTH, HEIGHT), full, indices, palette, local=True), whole, False)
    clear = whole.copy()
    clear[indices == 3] = 0
    note(folder, "transparent.gif", gif((WIDTH, HEIGHT), full, indices, palette, 3), clear, True)
    canvas = numpy.zeros((30, 40, 4), numpy.uint8)
    canvas[5:5 + HEIGHT, 9:9 + WIDTH] = whole
    note(folder, "on-canvas.gif", gif((40, 30), (9, 5, WIDTH, HEIGHT), indices, palette), canvas, True)
    over = numpy.zeros((HEIGHT + 4, WIDTH + 2, 4), numpy.uint8)
    over[4:, 2:] = whole
    note(folder, "over-canvas.gif", gif((10, 10), (2, 4, WIDTH, HEIGHT), indices, palette), over, True)
    y, x = numpy.mgrid[0:90, 0:120]
    large = Image.fromarray(((x * y // 7 + x) % 256).astype(numpy.uint8))  # fills the code table: deferred clear codes
    large.save(folder / "large.gif")
    note(folder, "large.gif", (folder / "large.gif").read_bytes(), numpy.array(large.convert("RGBA")), False)


# WebP: libwebp by Pillow; an animation whose first frame does not cover its canvas, put together by hand.

def riff(kind, data):
    return kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def le24(value):
    return struct.pack("<I", value)[:3]


def pillow_bytes(image, **options):
    out = io.BytesIO()
    image.save(out, **options)
    return out.getvalue()


def pillow_note(folder, name, data):
    image = Image.open(io.BytesIO(data))
    note(folder, name, data, numpy.array(image.convert("RGBA")), "A" in image.mode or "transparency" in image.info)


def make_webp(folder):
    opaque, clear = Image.fromarray(scene()[..., :3].copy()), Image.fromarray(scene(True))
    profile = srgb_profile()
    pillow_note(folder, "lossless.webp", pillow_bytes(opaque, format="WEBP", lossless=True))
    pillow_note(folder, "lossless-alpha.webp", pillow_bytes(clear, format="WEBP", lossless=True, exact=True))
    pillow_note(folder, "lossy.webp", pillow_bytes(opaque, format="WEBP", quality=60))
    pillow_note(folder, "lossy-alpha.webp", pillow_bytes(clear, format="WEBP", quality=60))
    pillow_note(folder, "icc.webp", pillow_bytes(opaque, format="WEBP", quality=60, icc_profile=profile))
    still = pillow_bytes(opaque, format="WEBP", lossless=True)[12:]
    frame = le24(4 // 2) + le24(6 // 2) + le24(WIDTH - 1) + le24(HEIGHT - 1) + le24(100) + b"\0" + still
    chunks = riff(b"VP8X", b"\x12\0\0\0" + le24(39) + le24(29)) + riff(b"ANIM", bytes(6)) + riff(b"ANMF", frame) * 2
    canvas = numpy.zeros((30, 40, 4), numpy.uint8)
    canvas[6:6 + HEIGHT, 4:4 + WIDTH] = scene()
    note(folder, "animation.webp", b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks, canvas, True)


# TIFF: Pillow's codings, and by hand what it does not write (tiles, planes, 16-bit colours, alpha that is multiplied in).

def tiff(rgba_samples, tags, blocks, big_endian=False):
    """tags: {number: (type, values)}; blocks: strips or tiles in order, behind the directory."""
    order = ">" if big_endian else "<"
    sizes = {3: "H", 4: "I"}
    where, counts = (324, 325) if 322 in tags else (273, 279)
    tags = {256: (3, [rgba_samples.shape[1]]), 257: (3, [rgba_samples.shape[0]]), 277: (3, [rgba_samples.shape[2]]), **tags,
            where: (4, [0] * len(blocks)), counts: (4, [len(b) for b in blocks])}

    def directory(offsets):
        tags[where] = (4, offsets)
        at, entries, extra = 8 + 2 + 12 * len(tags) + 4, b"", b""
        for number in sorted(tags):
            kind, values = tags[number]
            data = struct.pack(f"{order}{len(values)}{sizes[kind]}", *values)
            entries += struct.pack(f"{order}HHI", number, kind, len(values))
            entries += data.ljust(4, b"\0") if len(data) <= 4 else struct.pack(f"{order}I", at + len(extra))
            extra += data if len(data) > 4 else b""
        return struct.pack(f"{order}H", len(tags)) + entries + b"\0\0\0\0" + extra

    head = 8 + len(directory([0] * len(blocks)))
    offsets = [head + sum(len(b) for b in blocks[:i]) for i in range(len(blocks))]
    return (b"MM\0*\0\0\0\x08" if big_endian else b"II*\0\x08\0\0\0") + directory(offsets) + b"".join(blocks)


def make_tiff(folder):
    opaque, grey = Image.fromarray(scene()[..., :3].copy()), Image.fromarray(scene()[..., 0].copy())
    for coding in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"):
        pillow_note(folder, f"strip-{coding.replace('tiff_', '')}.tif", pillow_bytes(opaque, format="TIFF", compression=coding))
    pillow_note(folder, "grey.tif", pillow_bytes(grey, format="TIFF"))
    pillow_note(folder, "bilevel.tif", pillow_bytes(grey.convert("1"), format="TIFF", compression="group4"))
    pillow_note(folder, "palette.tif", pillow_bytes(opaque.quantize(16), format="TIFF"))
    pillow_note(folder, "cmyk.tif", pillow_bytes(opaque.convert("CMYK"), format="TIFF", compression="tiff_lzw"))
    pillow_note(folder, "pages.tif", pillow_bytes(opaque, format="TIFF", save_all=True, append_images=[grey]))
    y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    deep = numpy.stack([x * 2801 % 65536, y * 3911 % 65536, x * y * 173 % 65536, (x + y) * 1613 % 65536], -1)
    eight = wide(deep, 16)
    rgb16 = {258: (3, [16] * 3), 259: (3, [1]), 262: (3, [2])}
    for order in (False, True):
        data = deep[..., :3].astype(">u2" if order else "<u2").tobytes()
        note(folder, f"rgb16-{'be' if order else 'le'}.tif", tiff(deep[..., :3], {**rgb16, 278: (3, [HEIGHT])}, [data], order), with_alpha(eight[..., :3]), False)
    rgb = scene()[..., :3]
    planes = [rgb[..., c].tobytes() for c in range(3)]
    note(folder, "planar.tif", tiff(rgb, {258: (3, [8] * 3), 259: (3, [1]), 262: (3, [2]), 278: (3, [HEIGHT]), 284: (3, [2])}, planes), with_alpha(rgb), False)
    padded = numpy.zeros((32, 32, 4), numpy.uint8)
    padded[:HEIGHT, :WIDTH] = scene(True)
    tiles = [padded[r:r + 16, c:c + 16].tobytes() for r in (0, 16) for c in (0, 16)]
    tags = {258: (3, [8] * 4), 259: (3, [1]), 262: (3, [2]), 322: (3, [16]), 323: (3, [16]), 338: (3, [2])}
    note(folder, "tiled-rgba.tif", tiff(scene(True), tags, tiles), scene(True), True)
    associated = scene(True)
    associated[..., :3] = associated[..., :3].astype(int) * associated[..., 3:] // 255
    straight = associated.copy()
    alpha = associated[..., 3:].astype(int)
    straight[..., :3] = numpy.where(alpha > 0, numpy.minimum(255, (associated[..., :3].astype(int) * 255 + alpha // 2) // numpy.maximum(alpha, 1)), associated[..., :3])
    tags = {258: (3, [8] * 4), 259: (3, [1]), 262: (3, [2]), 278: (3, [HEIGHT]), 338: (3, [1])}
    note(folder, "associated.tif", tiff(associated, tags, [associated.tobytes()]), straight, True)
    white = 255 - scene()[..., :1]
    note(folder, "white-is-zero.tif", tiff(white, {258: (3, [8]), 259: (3, [1]), 262: (3, [0]), 278: (3, [HEIGHT])}, [white.tobytes()]), with_alpha(numpy.repeat(scene()[..., :1], 3, 2)), False)


# AVIF and HEIC: by Pillow and, where it is installed, pillow-heif; libheif's conversion to RGB is not Pillow's to the bit, so
# the tests compare with the scene by eye of PSNR.

def make_heif(folder):
    y, x = numpy.mgrid[0:48, 0:64]
    smooth = Image.fromarray(numpy.stack([x * 4, y * 5, 255 - x * 2 - y * 2], -1).astype(numpy.uint8))
    smooth.save(folder / "smooth.avif", quality=90, subsampling="4:4:4")
    turned = smooth.copy()
    turned.putalpha(Image.fromarray((x * 4).astype(numpy.uint8)))
    turned.save(folder / "smooth-alpha.avif", quality=90, subsampling="4:4:4")
    try:
        import pillow_heif
    except ImportError:
        return
    pillow_heif.register_heif_opener()
    smooth.save(folder / "smooth.heic", format="HEIF", quality=90, chroma=444)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (make_bmp, make_png, make_gif, make_webp, make_tiff, make_heif):
        make(folder)
    (folder / "expected.json").write_text(json.dumps(EXPECTED, indent=0, sort_keys=True) + "\n")


main()
