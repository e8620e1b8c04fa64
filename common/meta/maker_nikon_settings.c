/* NikonSettings: behind 24 bytes of versions and a count, entries of an id and a 32-bit number. */
#include "meta/binary.h"
#include "meta/maker_nikon.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

#define COUNT_AT    20
#define ENTRIES_AT  24
#define ENTRY_BYTES 8 /* id, a byte of zero, the format (4), the number */

int nikon_settings_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct place place = { "MakerNotes", "NikonSettings", 0, 0 };
    struct span rest = span_from(raw->bytes, ENTRIES_AT), entry;
    uint32_t n =
        raw->bytes.len >= ENTRIES_AT ? get_u32(raw->bytes.data + COUNT_AT, raw->big_endian) : 0;

    for (uint32_t i = 0; i < n && span_slice(rest, 0, ENTRY_BYTES, &entry); i++) {
        struct value value = { FORMAT_U32, raw->big_endian, 1, span_from(entry, 4), 0 };
        const struct tag *row =
            tag_choose(scan, &nikon_settings, get_u16(entry.data, raw->big_endian), &value);

        if (row != NULL) {
            TRY(binary_take(scan, &place, row, &value, err));
        }
        rest = span_from(rest, ENTRY_BYTES);
    }
    return 0;
}
