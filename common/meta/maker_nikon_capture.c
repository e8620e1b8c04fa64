/*
 * Nikon Capture's edits in a maker note: records of id, length and value behind a head of 22 bytes,
 * little-endian. Source: ExifTool's documentation, "NikonCapture Tags", and files.
 */
#include "meta/binary.h"
#include "meta/maker_nikon.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

#define HEAD_BYTES   22 /* of the whole, and of each record: id at 0, length + 4 at 18 */
#define LENGTH_AT    18
#define OFFSETS_AT   6  /* of the offsets */
#define OFFSET_BYTES 12 /* one of them: id, offset, counts */

static struct value value_of(const struct tag *row, struct span bytes)
{
    uint8_t format = row->format != FORMAT_NONE ? row->format : FORMAT_UNDEF;

    return (struct value){ format, false, (uint32_t)(bytes.len / format_size(format)), bytes, 0 };
}

int nikon_capture_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct place place = { "MakerNotes", "NikonCapture", 0, 0 };
    struct span rest = span_from(raw->bytes, HEAD_BYTES), head, bytes;

    while (span_slice(rest, 0, HEAD_BYTES, &head)) {
        const struct tag *row = tag_find(&nikon_capture, get_u32(head.data, false));
        uint64_t len = get_u32(head.data + LENGTH_AT, false);

        if (len < 4 || !span_slice(rest, HEAD_BYTES, len - 4, &bytes)) {
            return 0;
        }
        if (row != NULL && bytes.len > 0) {
            struct value value = value_of(row, bytes);

            if (value.count > 0) {
                TRY(binary_take(scan, &place, row, &value, err));
            }
        }
        rest = span_from(rest, HEAD_BYTES + bytes.len);
    }
    return 0;
}

/* Behind a version and a count: entries of an id, and the offset that the file had in the camera.
 */
int nikon_capture_offsets_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct place place = { "MakerNotes", "Nikon", 0, 0 };
    struct span rest = span_from(raw->bytes, OFFSETS_AT), entry;

    (void)err;
    while (span_slice(rest, 0, OFFSET_BYTES, &entry)) {
        const struct tag *row =
            tag_find(&nikon_capture_offsets, get_u32(entry.data, raw->big_endian));

        if (row != NULL) {
            store_add_u64(&scan->store, &place, row->name,
                          get_u32(entry.data + 4, raw->big_endian));
        }
        rest = span_from(rest, OFFSET_BYTES);
    }
    return 0;
}
