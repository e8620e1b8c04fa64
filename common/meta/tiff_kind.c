#include "meta/tiff_kind.h"

#include "meta/ifd.h"

const struct tag_table *tiff_kind_table(const struct meta_scan *scan)
{
    (void)scan;
    return &exif_table;
}

void tiff_kind_end(struct meta_scan *scan)
{
    (void)scan;
}
