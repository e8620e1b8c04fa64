#include "hints.h"

#include <string.h>

#include "base/bytes.h"

#define TAG_ORIENTATION  0x112 /* EXIF 2.32, 4.6.4 */
#define TYPE_SHORT       3
#define TYPE_LONG        4
#define TYPE_SSHORT      8
#define TYPE_SLONG       9
#define DIRECTORY_BYTES  65536 /* that are looked at */
#define SEGMENTS_MAX     1000
#define CHUNKS_MAX       10000
#define EXIF_MAX_BYTES   ((size_t)1024 * 1024)
#define JPEG_EXIF        "Exif\0\0"
#define JPEG_EXIF_BYTES  6
#define PNG_HEADER_BYTES 8
#define RIFF_HEADER      12

/* A directory of TIFF (6.0, section 2), and of BigTIFF. */
struct layout {
    uint8_t count_bytes, entry_bytes, value_at;
};
static const struct layout classic = { 2, 12, 8 }, wide = { 8, 20, 12 };

/* The value of an entry of one short or long; 0 for another type. EXIF wants a short, and what
 * writes a long or a signed one is read by everybody. */
static uint32_t entry_value(const struct layout *layout, const uint8_t *entry, bool big_endian)
{
    const uint8_t *value = entry + layout->value_at;

    switch (get_u16(entry + 2, big_endian)) {
    case TYPE_SHORT:
    case TYPE_SSHORT:
        return get_u16(value, big_endian);
    case TYPE_LONG:
    case TYPE_SLONG:
        return get_u32(value, big_endian);
    default:
        return 0;
    }
}

/* directory: from the count of its entries on. */
static uint8_t of_directory(const struct layout *layout, struct span directory, bool big_endian)
{
    uint64_t n;

    if (directory.len < layout->count_bytes) {
        return 0;
    }
    n = layout->count_bytes == 2 ? get_u16(directory.data, big_endian)
                                 : get_u64(directory.data, big_endian);
    directory = span_from(directory, layout->count_bytes);
    for (; n > 0 && directory.len >= layout->entry_bytes; n--) {
        uint32_t value = entry_value(layout, directory.data, big_endian);

        if (get_u16(directory.data, big_endian) == TAG_ORIENTATION && value > 0) {
            return value <= 8 ? (uint8_t)value : 0;
        }
        directory = span_from(directory, layout->entry_bytes);
    }
    return 0;
}

uint8_t hints_tiff_orientation(struct span tiff)
{
    bool big_endian = tiff.len > 0 && tiff.data[0] == 'M';
    struct span first;

    if (tiff.len < 8 || get_u16(tiff.data + 2, big_endian) != 42 ||
        !span_slice(tiff, get_u32(tiff.data + 4, big_endian), 2, &first)) {
        return 0;
    }
    return of_directory(&classic, span_from(tiff, (size_t)(first.data - tiff.data)), big_endian);
}

/* A block of EXIF at offset; it may begin with JPEG's "Exif\0\0", which some PNG and WebP writers
 * leave in. */
static int read_block(struct source *src, uint64_t offset, uint64_t len, uint8_t *out,
                      struct err *err)
{
    CLEANUP(buf_release) struct buf keep = BUF_INIT(EXIF_MAX_BYTES);
    static const struct span mark = { (const uint8_t *)JPEG_EXIF, JPEG_EXIF_BYTES };
    struct span block;

    if (len > EXIF_MAX_BYTES) {
        len = EXIF_MAX_BYTES;
    }
    TRY(source_view(src, offset, (size_t)len, &keep, &block, err));
    *out = hints_tiff_orientation(span_starts(block, mark) ? span_from(block, mark.len) : block);
    return 0;
}

/* Markers up to the first scan (T.81, annex B). */
static int of_jpeg(struct source *src, uint8_t *out, struct err *err)
{
    uint64_t at = 2;

    for (int i = 0; i < SEGMENTS_MAX && *out == 0; i++) {
        uint8_t head[4 + JPEG_EXIF_BYTES] = { 0 };
        size_t got;

        TRY(source_read(src, at, head, sizeof head, &got, err));
        if (got < sizeof head || head[0] != 0xff || head[1] == 0xda || head[1] == 0xd9) {
            return 0;
        }
        if (head[1] == 0xff || head[1] == 0x01 || (head[1] & 0xf8) == 0xd0) {
            at += head[1] == 0xff ? 1 : 2; /* a fill byte, or a marker without a segment */
            continue;
        }
        if (head[1] == 0xe1 && memcmp(head + 4, JPEG_EXIF, JPEG_EXIF_BYTES) == 0) {
            TRY(read_block(src, at + 4, get_u16(head + 2, true), out, err));
        }
        at += 2u + get_u16(head + 2, true);
    }
    return 0;
}

/* PNG 3rd edition, 11.3.3.5 eXIf. */
static int of_png(struct source *src, uint8_t *out, struct err *err)
{
    uint64_t at = PNG_HEADER_BYTES;

    for (int i = 0; i < CHUNKS_MAX && *out == 0; i++) {
        uint8_t head[8];
        size_t got;

        TRY(source_read(src, at, head, sizeof head, &got, err));
        if (got < sizeof head || memcmp(head + 4, "IEND", 4) == 0) {
            return 0;
        }
        if (memcmp(head + 4, "eXIf", 4) == 0) {
            TRY(read_block(src, at + 8, get_u32(head, true), out, err));
        }
        at += 12u + (uint64_t)get_u32(head, true);
    }
    return 0;
}

/* WebP container specification, "EXIF" chunk. */
static int of_webp(struct source *src, uint8_t *out, struct err *err)
{
    uint64_t at = RIFF_HEADER;

    for (int i = 0; i < CHUNKS_MAX && *out == 0; i++) {
        uint8_t head[8];
        uint64_t len;
        size_t got;

        TRY(source_read(src, at, head, sizeof head, &got, err));
        if (got < sizeof head) {
            return 0;
        }
        len = get_u32(head + 4, false);
        if (memcmp(head, "EXIF", 4) == 0) {
            TRY(read_block(src, at + 8, len, out, err));
        }
        at += 8 + len + len % 2;
    }
    return 0;
}

static int of_tiff(struct source *src, uint8_t *out, struct err *err)
{
    CLEANUP(buf_release) struct buf keep = BUF_INIT(EXIF_MAX_BYTES);
    uint8_t head[16];
    struct span directory;
    bool big_endian, is_wide;
    size_t got;

    TRY(source_read(src, 0, head, sizeof head, &got, err));
    big_endian = head[0] == 'M';
    is_wide = got == sizeof head && get_u16(head + 2, big_endian) == 43;
    if (!is_wide && (got < 8 || get_u16(head + 2, big_endian) != 42)) {
        return 0;
    }
    TRY(source_view(src, is_wide ? get_u64(head + 8, big_endian) : get_u32(head + 4, big_endian),
                    DIRECTORY_BYTES, &keep, &directory, err));
    *out = of_directory(is_wide ? &wide : &classic, directory, big_endian);
    return 0;
}

int hints_orientation(struct source *src, const char *format, uint8_t *out, struct err *err)
{
    static const struct {
        const char *format;
        int (*read)(struct source *src, uint8_t *out, struct err *err);
    } readers[] = {
        { "jpeg", of_jpeg }, { "png", of_png }, { "webp", of_webp }, { "tiff", of_tiff }
    };

    *out = 0;
    for (size_t i = 0; format != NULL && i < ARRAY_LEN(readers); i++) {
        if (strcmp(readers[i].format, format) == 0) {
            return readers[i].read(src, out, err);
        }
    }
    return 0;
}
