/* Which raw format a TIFF file is: by its first bytes, its maker and what its directories hold. */
#ifndef META_TIFF_KIND_H
#define META_TIFF_KIND_H

#include "meta/scan.h"

/* The table of the first directory. */
const struct tag_table *tiff_kind_table(const struct meta_scan *scan);

/* Sets file_type and mime more exactly, once all directories are read; and before, from a look at
 * the first, where tables depend on it. */
void tiff_kind_end(struct meta_scan *scan);

#endif
