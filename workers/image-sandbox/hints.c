#include "hints.h"

#include <string.h>

#include "base/bytes.h"
#include "base/mem.h"

#define TAG_ORIENTATION  0x112 /* EXIF 2.32, 4.6.4 */
#define TYPE_SHORT       3
#define ENTRY_BYTES      12
#define SEGMENTS_MAX     1000
#define CHUNKS_MAX       10000
#define EXIF_MAX_BYTES   ((size_t)1024 * 1024)
#define JPEG_EXIF        "Exif\0\0"
#define JPEG_EXIF_BYTES  6
#define PNG_HEADER_BYTES 8
#define RIFF_HEADER      12

uint8_t hints_tiff_orientation(struct span tiff)
{
    bool big_endian = tiff.len > 0 && tiff.data[0] == 'M';
    struct span entries;
    uint16_t n;

    if (tiff.len < 8 || get_u16(tiff.data + 2, big_endian) != 42 ||
        !span_slice(tiff, get_u32(tiff.data + 4, big_endian), 2, &entries)) {
        return 0;
    }
    n = get_u16(entries.data, big_endian);
    entries = span_from(tiff, (size_t)get_u32(tiff.data + 4, big_endian) + 2);
    for (; n > 0 && entries.len >= ENTRY_BYTES; n--) {
        if (get_u16(entries.data, big_endian) == TAG_ORIENTATION &&
            get_u16(entries.data + 2, big_endian) == TYPE_SHORT) {
            uint16_t value = get_u16(entries.data + 8, big_endian);

            return value >= 1 && value <= 8 ? (uint8_t)value : 0;
        }
        entries = span_from(entries, ENTRY_BYTES);
    }
    return 0;
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
    uint8_t head[8], *directory;
    struct span entries;
    bool big_endian;
    size_t got;

    TRY(source_read(src, 0, head, sizeof head, &got, err));
    big_endian = head[0] == 'M';
    if (got < sizeof head || get_u16(head + 2, big_endian) != 42) {
        return 0;
    }
    TRY(source_view(src, get_u32(head + 4, big_endian), 65536, &keep, &entries, err));
    directory = mem_alloc(sizeof head + entries.len);
    memcpy(directory, head, sizeof head);
    memset(directory + 4, 0, 4); /* the directory follows the header here */
    directory[big_endian ? 7 : 4] = sizeof head;
    if (entries.len > 0) {
        memcpy(directory + sizeof head, entries.data, entries.len);
    }
    *out = hints_tiff_orientation((struct span){ directory, sizeof head + entries.len });
    mem_free(directory);
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
