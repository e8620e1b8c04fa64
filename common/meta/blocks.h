/*
 * Block and container parsers by name. Each takes one block whole and adds its tags; damage is
 * silent (scan.h). Blocks in memory live as long as the scan.
 */
#ifndef META_BLOCKS_H
#define META_BLOCKS_H

#include "meta/scan.h"

/* Blocks found inside several containers. */
MUST_CHECK int xmp_read(struct meta_scan *scan, struct span packet, struct err *err);
MUST_CHECK int iptc_read(struct meta_scan *scan, struct span block, struct err *err);
MUST_CHECK int iptc_read_as(struct meta_scan *scan, const struct place *place, struct span block,
                            struct err *err); /* under other groups */
MUST_CHECK int photoshop_read(struct meta_scan *scan, struct span resources, struct err *err);
MUST_CHECK int icc_read(struct meta_scan *scan, struct span profile, struct err *err);
MUST_CHECK int print_im_read(struct meta_scan *scan, const struct value *raw, struct err *err);

/*
 * JPEG's APPn and COM segments other than EXIF: payload without marker and length, offset that of
 * the payload in the file. Blocks of several segments are put together, and read by app_end().
 */
MUST_CHECK int app_segment(struct meta_scan *scan, uint8_t marker, struct span payload,
                           uint64_t offset, struct err *err);
MUST_CHECK int app_end(struct meta_scan *scan, struct err *err);

/* Whole objects. scan->file_type is set from the first bytes. */
MUST_CHECK int jpeg_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int png_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int webp_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int gif_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int bmp_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int heif_read(struct meta_scan *scan, struct err *err); /* HEIC, AVIF, CR3 */
MUST_CHECK int raf_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int mrw_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int crw_read(struct meta_scan *scan, struct err *err);
MUST_CHECK int x3f_read(struct meta_scan *scan, struct err *err);

/* After all else: ImageSize, Megapixels, … */
void composite_add(struct meta_scan *scan);

#endif
