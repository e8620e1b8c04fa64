/*
 * Fixed layouts as tables: rows of a struct tag_table whose id is an index in units of the table's
 * format. MakerNote records, CIFF, BMP and other headers.
 */
#ifndef META_BINARY_H
#define META_BINARY_H

#include "meta/scan.h"

/*
 * Adds the rows that lie whole inside bytes. place gives groups where the table has none. Rows with
 * PRINT_BINARY or PRINT_BLOCK are handed on (count bytes, or to the end when count is 0).
 */
MUST_CHECK int binary_read(struct meta_scan *scan, const struct tag_table *table,
                           const struct place *place, struct span bytes, bool big_endian,
                           struct err *err);

/* Adds or hands on one value by its row, for records whose values carry their own ids. */
MUST_CHECK int binary_take(struct meta_scan *scan, const struct place *place, const struct tag *row,
                           struct value *value, struct err *err);

#endif
