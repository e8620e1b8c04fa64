"""What a test needs to know of an image file, without an image library."""
import struct


def jpeg_size(body):
    """(width, height) from the frame header."""
    at = 2
    while at + 9 < len(body):
        marker, length = body[at + 1], struct.unpack(">H", body[at + 2:at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", body[at + 5:at + 9])
            return width, height
        at += 2 + length
    raise AssertionError("no frame header in this JPEG")


def png_size(body):
    assert body[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", body[16:24])
