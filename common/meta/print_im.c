/* Print Image Matching (Epson): ExifTool prints the version alone. */
#include <string.h>

#include "meta/blocks.h"

#define VERSION_AT    8
#define VERSION_BYTES 4

int print_im_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct place place = { .g0 = "PrintIM", .g1 = "PrintIM" };
    struct span version;

    (void)err;
    if (raw->bytes.len > 16 && memcmp(raw->bytes.data, "PrintIM", 8) == 0 &&
        span_slice(raw->bytes, VERSION_AT, VERSION_BYTES, &version)) {
        (void)store_add_text(&scan->store, &place, "PrintIMVersion", version);
    }
    return 0;
}
