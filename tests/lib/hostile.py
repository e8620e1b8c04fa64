"""Hand-made hostile images, small on disk: huge canvases, bombs, loops, floods of scans and segments. make() gives (name, bytes)."""
import struct
import zlib


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width, height, depth=8, colour=2, interlace=0, data=b"", before=b""):
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg_with_size(photo, width, height):
    """The photo with another size in its frame header."""
    at = 2
    while photo[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack(">H", photo[at + 2:at + 4])[0]
    return photo[:at + 5] + struct.pack(">HH", height, width) + photo[at + 9:]


def jpeg_of_scans(scans, side=4000):
    """Progressive, one component, the same DC refinement over and over: each scan goes through the whole picture."""
    dht = bytes([0x00]) + bytes([0, 1] + [0] * 14) + bytes([0])
    out = b"\xff\xd8\xff\xdb\x00\x43\x00" + bytes([16] * 64)
    out += b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, side, side, 1) + bytes([1, 0x11, 0])
    out += b"\xff\xc4" + struct.pack(">H", 2 + len(dht)) + dht
    out += b"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x01" + b"\0"
    out += b"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x10" * scans
    return out + b"\xff\xd9"


def tiff_entry(tag, kind, count, value):
    return struct.pack("<HHII", tag, kind, count, value)


def tiff(entries, next_at=0, tail=b""):
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", next_at) + tail


def tiff_picture(width, height, strip_bytes=16):
    return tiff([tiff_entry(256, 4, 1, width), tiff_entry(257, 4, 1, height), tiff_entry(258, 3, 1, 8), tiff_entry(259, 3, 1, 1),
                 tiff_entry(262, 3, 1, 1), tiff_entry(273, 4, 1, 200), tiff_entry(277, 3, 1, 1), tiff_entry(278, 4, 1, height),
                 tiff_entry(279, 4, 1, strip_bytes)], tail=b"\0" * 400)


def exif_jpeg(block, photo):
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", 8 + len(block)) + b"Exif\0\0" + block + photo[2:]


def bmp(width, height, bits=24):
    return b"BM" + struct.pack("<IHHI", 54 + 64, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, 0, 0, 0, 0, 0, 0) + b"\0" * 64


def gif(width, height):
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + \
        b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00;"


def webp(width, height):
    body = b"VP8X" + struct.pack("<I", 10) + b"\x10\0\0\0" + struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body += b"VP8L" + struct.pack("<I", 8) + b"\x2f" + struct.pack("<I", (width - 1) & 0x3fff | ((height - 1) & 0x3fff) << 14) + b"\0\0\0"
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def heif(boxes):
    def box(kind, body):
        return struct.pack(">I", 8 + len(body)) + kind + body
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"meta", b"\0\0\0\0" + boxes(box))


def entities(levels=12, width=10):
    lines = ["<!ENTITY e0 'lol'>"] + [f"<!ENTITY e{i} '{f'&e{i - 1};' * width}'>" for i in range(1, levels)]
    return f"<?xml version='1.0'?><!DOCTYPE x [{''.join(lines)}]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&e{levels - 1};</x:xmpmeta>".encode()


def app1_xmp(packet, photo):
    body = b"http://ns.adobe.com/xap/1.0/\0" + packet
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", 2 + len(body)) + body + photo[2:]


def huge_canvases(photo):
    for width, height in ((65500, 65500), (65535, 65535), (10001, 10000), (65501, 1), (1, 65501)):
        yield f"jpeg-{width}x{height}", jpeg_with_size(photo, width, height)
    for width, height in ((0x7fffffff, 0x7fffffff), (100000, 100000), (65501, 1), (1, 100_000_001)):
        yield f"png-{width}x{height}", png(width, height, data=zlib.compress(b"\0" * 1000))
        yield f"png-interlaced-{width}x{height}", png(width, height, depth=16, colour=6, interlace=1, data=zlib.compress(b"\0" * 1000))
        yield f"bmp-{width}x{height}", bmp(width, height)
        yield f"tiff-{width}x{height}", tiff_picture(width, height)
    yield "gif-65535x65535", gif(65535, 65535)
    yield "webp-16383x16383", webp(16383, 16383)
    yield "webp-canvas-16777216x16777216", webp(16777216, 16777216)


def bombs(photo):
    zeros = zlib.compress(b"\0" * 200_000_000, 9)
    yield "png-ztxt-bomb", png(1, 1, colour=0, data=zlib.compress(b"\0\0"), before=b"".join(
        chunk(b"zTXt", b"Comment%d\0\0" % i + zeros) for i in range(4)))
    yield "png-iccp-bomb", png(1, 1, colour=0, data=zlib.compress(b"\0\0"), before=chunk(b"iCCP", b"icc\0\0" + zeros))
    yield "png-idat-too-long", png(10, 10, data=zeros)
    yield "png-at-the-pixel-limit", png(10000, 10000, depth=1, colour=0, data=zlib.compress(b"\0" * (1251 * 10000), 9))
    yield "png-16-bit-at-the-limit", png(10000, 10000, depth=16, colour=6, interlace=1, data=zlib.compress(b"\0" * 10_000_000, 9))
    yield "png-million-chunks", png(1, 1, colour=0, data=zlib.compress(b"\0\0"), before=chunk(b"tEXt", b"a\0b") * 300_000)
    yield "jpeg-10000-scans", jpeg_of_scans(10_000)
    yield "jpeg-150-scans-large", jpeg_of_scans(150, side=9900)
    yield "jpeg-app-flood", photo[:2] + b"\xff\xe1\x00\x08Exif\0\0" * 500_000 + photo[2:]
    yield "jpeg-fill-bytes", b"\xff\xd8" + b"\xff" * 5_000_000 + photo[2:]
    yield "jpeg-restart-flood", photo[:2] + b"\xff\xd0" * 2_000_000 + photo[2:]
    yield "xmp-entities", app1_xmp(entities(), photo)
    yield "gif-of-extensions", gif(10, 10)[:19] + b"!\xfe\x01a\0" * 1_000_000 + b";"


def loops(photo):
    yield "ifd-loop", tiff([tiff_entry(271, 2, 4, 0x41414141)], next_at=8)
    yield "ifd-two-loop", tiff([tiff_entry(34665, 4, 1, 8), tiff_entry(34853, 4, 1, 8)], next_at=8)
    yield "ifd-sub-loop", tiff([tiff_entry(330, 4, 1, 8)] * 100)
    chain = b"II*\0\x08\0\0\0" + b"".join(struct.pack("<HI", 0, 8 + 6 * (i + 1)) for i in range(200_000))
    yield "ifd-chain", chain
    yield "exif-loop-in-jpeg", exif_jpeg(tiff([tiff_entry(34665, 4, 1, 8)], next_at=8), photo)
    yield "exif-counts-overflow", exif_jpeg(tiff([tiff_entry(t, 12, 0xffffffff, 0xfffffff0) for t in range(271, 320)]), photo)
    yield "exif-offsets-outside", exif_jpeg(tiff([tiff_entry(t, 2, 1000, 0xffff0000 + t) for t in range(271, 320)]), photo)
    yield "tiff-strips-without-end", tiff([tiff_entry(256, 4, 1, 1000), tiff_entry(257, 4, 1, 1000), tiff_entry(273, 4, 0x0fffffff, 8),
                                          tiff_entry(279, 4, 0x0fffffff, 8)])
    yield "heif-boxes-in-boxes", heif(lambda box: nest(box, 5000))
    yield "heif-iloc-flood", heif(lambda box: box(b"iloc", b"\1\0\0\0\x44\x40" + struct.pack(">H", 0xffff) + b"\0" * 1000))
    yield "heif-length-of-zero", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\0meta" * 1000
    yield "webp-chunk-of-4-gib", b"RIFF\xff\xff\xff\xffWEBPEXIF\xff\xff\xff\xff" + b"\0" * 100


def nest(box, levels):
    body = b""
    for _ in range(levels):
        body = box(b"meta", b"\0\0\0\0" + body)
    return body


def cuts(photo):
    for size in (1, 2, 3, 5, 20, 21, 100, 600, 1000, 5000, len(photo) // 2, len(photo) - 2):
        yield f"jpeg-cut-{size}", photo[:size]
    whole = png(64, 64, data=zlib.compress(bytes(range(193)) * 64))
    for size in (8, 20, 33, 41, 60, len(whole) - 13, len(whole) - 1):
        yield f"png-cut-{size}", whole[:size]
    for name, data in (("gif", gif(20, 20)), ("bmp", bmp(20, 20)), ("tiff", tiff_picture(20, 20)), ("webp", webp(20, 20))):
        for size in range(1, len(data), max(1, len(data) // 12)):
            yield f"{name}-cut-{size}", data[:size]


def nothings():
    yield "empty", b""
    yield "text", b"hello, world\n" * 100
    yield "html", b"<html><script>alert(1)</script></html>"
    yield "svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><image href='file:///etc/passwd'/></svg>"
    yield "zip", b"PK\3\4" + b"\0" * 100
    yield "pdf", b"%PDF-1.4\n" + b"\0" * 100
    yield "elf", b"\x7fELF" + b"\0" * 100
    yield "zeros", b"\0" * 100_000
    yield "ones", b"\xff" * 100_000
    yield "five-bytes", b"\xff\xd8\xff\xe0\x00"


def make(photo):
    for family in (huge_canvases(photo), bombs(photo), loops(photo), cuts(photo), nothings()):
        yield from family
