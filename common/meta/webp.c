/* WebP (RFC 9649): RIFF chunks of a type, a length and data, padded to even lengths. */
#include <string.h>

#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/ifd.h"
#include "meta/print.h"
#include "meta/tables/webp.h"

#define RIFF_HEADER  12
#define CHUNK_HEADER 8
#define MAX_CHUNKS   100000

static const struct place riff_place = { .g0 = "RIFF", .g1 = "RIFF" };

bool webp_u24_plus_one(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;

    if (env->raw->bytes.len < 3) {
        return false;
    }
    buf_printf(out, "%u", 1u + (at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16));
    return true;
}

bool webp_lossless_width(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%u", 1u + ((uint32_t)raw_int(env) & 0x3fff));
    return true;
}

bool webp_lossless_height(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%u", 1u + (((uint32_t)raw_int(env) >> 6) & 0x3fff));
    return true;
}

/* Chunks of a fixed layout, and how much of them is read. */
static const struct {
    char type[5];
    uint8_t head_bytes;
    const struct tag_table *table;
} layouts[] = {
    { "VP8X", 10, &webp_vp8x_table }, { "VP8 ", 10, &webp_vp8_table },
    { "VP8L", 6, &webp_vp8l_table },  { "ANIM", 6, &webp_anim_table },
    { "ALPH", 1, &webp_alph_table },
};

static int exif_chunk(struct meta_scan *scan, struct span data, uint64_t offset, struct err *err)
{
    size_t skip = data.len >= 6 && memcmp(data.data, "Exif\0\0", 6) == 0 ? 6 : 0;

    /* ExifTool counts the places of its thumbnails from the chunk, marker or not */
    return exif_read(scan, span_from(data, skip), offset, err);
}

struct webp_reading {
    struct meta_scan *scan;
    uint64_t frames_ms;
    bool has_frames;
};

/* One chunk whose data begin at offset. */
static int chunk_read(struct webp_reading *reading, const char *type, uint64_t offset, uint32_t len,
                      struct err *err)
{
    struct meta_scan *scan = reading->scan;
    struct span data;

    for (size_t i = 0; i < ARRAY_LEN(layouts); i++) {
        if (memcmp(type, layouts[i].type, 4) == 0) {
            uint32_t want = len < layouts[i].head_bytes ? len : layouts[i].head_bytes;

            TRY(reader_bytes(&scan->reader, offset, want, &data, err));
            return binary_read(scan, layouts[i].table, &riff_place, data, false, err);
        }
    }
    if (memcmp(type, "ANMF", 4) == 0) {
        TRY(reader_bytes(&scan->reader, offset, 16, &data, err));
        /* a frame's time has 24 bits; ExifTool adds up the lowest 12 */
        reading->has_frames = true;
        reading->frames_ms += data.len < 16 ? 0 : get_u32(data.data + 12, false) & 0xfff;
        return 0;
    }
    if (memcmp(type, "EXIF", 4) != 0 && memcmp(type, "ICCP", 4) != 0 &&
        memcmp(type, "XMP", 3) != 0) {
        return 0;
    }
    TRY(reader_bytes(&scan->reader, offset, len, &data, err));
    if (type[0] == 'E') {
        return exif_chunk(scan, data, offset, err);
    }
    return type[0] == 'I' ? icc_read(scan, data, err) : xmp_read(scan, data, err);
}

static void duration_add(const struct webp_reading *reading)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    CLEANUP(buf_release) struct buf value = BUF_INIT(64);
    double seconds = (double)reading->frames_ms / 1000;

    if (reading->has_frames) {
        number_append(seconds, 15, &value);
        print_duration(seconds, &text);
        (void)store_add_printed(&reading->scan->store, &riff_place, "Duration", buf_span(&value),
                                buf_span(&text));
    }
}

int webp_read(struct meta_scan *scan, struct err *err)
{
    struct webp_reading reading = { .scan = scan };
    uint64_t at = RIFF_HEADER;

    scan->mime = "image/webp";
    for (uint32_t i = 0; i < MAX_CHUNKS; i++) {
        uint8_t header[CHUNK_HEADER];
        uint32_t len;
        bool whole;

        TRY(reader_peek(&scan->reader, at, header, sizeof header, &whole, err));
        if (!whole) {
            break;
        }
        len = get_u32(header + 4, false);
        if (len == 0 && memcmp(header, "\0\0\0\0", 4) == 0) {
            break; /* ExifTool gives up there */
        }
        TRY(chunk_read(&reading, (const char *)header, at + CHUNK_HEADER, len, err));
        at += CHUNK_HEADER + (uint64_t)len + (len & 1);
    }
    duration_add(&reading);
    return 0;
}
