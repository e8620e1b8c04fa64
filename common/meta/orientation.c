/* EXIF orientation alone, for a renderer that wants nothing else of a JPEG: the APP1 segment's
 * first directory. */
#include <string.h>

#include "meta/meta.h"
#include "meta/value.h"

#define TAG_ORIENTATION 0x112
#define MAX_SEGMENTS    64

static uint16_t in_block(struct span tiff)
{
    bool big;
    uint32_t at;

    if (tiff.len < 8 || (memcmp(tiff.data, "II*\0", 4) != 0 && memcmp(tiff.data, "MM\0*", 4))) {
        return 0;
    }
    big = tiff.data[0] == 'M';
    at = get_u32(tiff.data + 4, big);
    if (at > tiff.len || tiff.len - at < 2) {
        return 0;
    }
    for (uint32_t i = 0, n = get_u16(tiff.data + at, big); i < n; i++) {
        struct span entry;

        if (!span_slice(tiff, (uint64_t)at + 2 + 12ull * i, 12, &entry)) {
            return 0;
        }
        if (get_u16(entry.data, big) == TAG_ORIENTATION && get_u16(entry.data + 2, big) == 3) {
            return get_u16(entry.data + 8, big);
        }
    }
    return 0;
}

int meta_jpeg_orientation(struct source *src, uint8_t *out, struct err *err)
{
    CLEANUP(buf_release) struct buf keep = BUF_INIT(65536);
    uint64_t at = 2;
    uint8_t head[4];
    size_t got;

    *out = 1;
    for (int i = 0; i < MAX_SEGMENTS; i++) {
        struct span payload;
        uint16_t len;

        TRY(source_read(src, at, head, 4, &got, err));
        len = got == 4 ? get_u16(head + 2, true) : 0;
        if (len < 2 || head[0] != 0xff || head[1] == 0xda) {
            return 0;
        }
        if (head[1] == 0xe1) {
            TRY(source_view(src, at + 4, len - 2u, &keep, &payload, err));
            if (payload.len > 14 && memcmp(payload.data, "Exif\0", 5) == 0) {
                uint16_t value = in_block(span_from(payload, 6));

                *out = value >= 1 && value <= 8 ? (uint8_t)value : 1;
                return 0;
            }
        }
        at += 2 + (uint64_t)len;
    }
    return 0;
}
