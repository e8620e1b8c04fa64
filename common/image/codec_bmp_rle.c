/* Run-length coding of BMP: [MS-WMF] 3.1.6.1 to 3.1.6.3, and OS/2's RLE24 after the same pattern.
 */
#include <string.h>

#include "image/codec_bmp.h"

struct unpacker {
    const uint8_t *at, *end;
    uint8_t *out;
    uint32_t width, height, x, y; /* y counts from the bottom, as rows are stored */
    uint32_t bytes_per_px;
    bool nibbles;
};

enum { ESCAPE_LINE = 0, ESCAPE_END = 1, ESCAPE_DELTA = 2 };

/* How many of count pixels lie inside the row; all work is bounded by the picture's size. */
static uint32_t inside(const struct unpacker *u, uint32_t count)
{
    uint32_t left = u->x < u->width && u->y < u->height ? u->width - u->x : 0;

    return count < left ? count : left;
}

static void put(struct unpacker *u, const uint8_t *px)
{
    memcpy(u->out + ((size_t)u->y * u->width + u->x) * u->bytes_per_px, px, u->bytes_per_px);
    u->x++;
}

/* The index in the high half of a byte, then the one in the low half, in turn. */
static uint8_t nibble(uint8_t byte, uint32_t i)
{
    return i % 2 == 0 ? byte >> 4 : byte & 15;
}

static bool run(struct unpacker *u, uint32_t count)
{
    if ((size_t)(u->end - u->at) < u->bytes_per_px) {
        return false;
    }
    count = inside(u, count);
    for (uint32_t i = 0; i < count; i++) {
        uint8_t index = nibble(u->at[0], i);

        put(u, u->nibbles ? &index : u->at);
    }
    u->at += u->bytes_per_px;
    return true;
}

/* `count` pixels as they are, padded to an even number of bytes. */
static bool literal(struct unpacker *u, uint32_t count)
{
    size_t bytes = u->nibbles ? (count + 1) / 2 : (size_t)count * u->bytes_per_px;
    size_t there = (size_t)(u->end - u->at);

    count = inside(u, count);
    for (uint32_t i = 0; i < count; i++) {
        size_t from = u->nibbles ? i / 2 : (size_t)i * u->bytes_per_px;
        uint8_t index;

        if (from + u->bytes_per_px > there) {
            return false;
        }
        index = nibble(u->at[from], i);
        put(u, u->nibbles ? &index : u->at + from);
    }
    bytes += bytes % 2;
    u->at += bytes < there ? bytes : there;
    return true;
}

/* False where the picture or the data ends; *done tells which. */
static bool escape(struct unpacker *u, uint8_t code, bool *done)
{
    switch (code) {
    case ESCAPE_LINE:
        u->x = 0;
        u->y++;
        return true;
    case ESCAPE_END:
        *done = true;
        return false;
    case ESCAPE_DELTA:
        if (u->end - u->at < 2) {
            return false;
        }
        u->x += u->at[0];
        u->y += u->at[1];
        u->at += 2;
        return true;
    default:
        return literal(u, code);
    }
}

bool bmp_unpack(struct span in, enum bmp_compression compression, uint32_t width_px,
                uint32_t height_px, uint8_t *out)
{
    struct unpacker u = { .at = in.data,
                          .end = in.data + in.len,
                          .out = out,
                          .width = width_px,
                          .height = height_px,
                          .bytes_per_px = compression == BMP_RLE24 ? 3 : 1,
                          .nibbles = compression == BMP_RLE4 };
    bool done = false;

    while (u.y < u.height && u.end - u.at >= 2) {
        uint8_t count = u.at[0];
        bool on;

        u.at += count > 0 ? 1 : 2;
        on = count > 0 ? run(&u, count) : escape(&u, u.at[-1], &done);
        if (!on) {
            return done;
        }
    }
    /* The end mark may be missing after the last row. */
    return u.y >= u.height || (u.y + 1 == u.height && u.x == u.width);
}
