/* Which raw format a TIFF file is: by its maker and by what its first directory holds. */
#ifndef META_TIFF_KIND_H
#define META_TIFF_KIND_H

#include "meta/ifd.h"

/* Looks at the first directory ahead of reading it, as rows of tables depend on the format: sets
 * file_type, mime and is_raw of what begins like any TIFF. */
MUST_CHECK int tiff_kind_find(struct meta_scan *scan, const struct tiff_view *view, uint64_t first,
                              struct err *err);

/* The table of the first directory: some raw formats have one of their own. */
const struct tag_table *tiff_kind_table(const struct meta_scan *scan);

#endif
