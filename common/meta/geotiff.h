/*
 * GeoTIFF (OGC 19-008): a directory of keys in one TIFF tag, their numbers and texts in two others.
 * The three are remembered while their directory is read, then put together.
 */
#ifndef META_GEOTIFF_H
#define META_GEOTIFF_H

#include "meta/scan.h"

/* tag_block: remembers GeoKeyDirectory, GeoDoubleParams, GeoAsciiParams. */
int geotiff_keys(struct meta_scan *scan, const struct value *raw, struct err *err);
int geotiff_doubles(struct meta_scan *scan, const struct value *raw, struct err *err);
int geotiff_texts(struct meta_scan *scan, const struct value *raw, struct err *err);

/* Adds the keys remembered, if any. */
void geotiff_add(struct meta_scan *scan);

extern const struct tag_table geotiff_table; /* tables/geotiff.c */

#endif
