/*
 * Scans of a progressive file that a reduced decode has no use for: bands above the coefficients
 * that it keeps, and the refinement of the last bits, which are lost in the reduction. They are
 * left out of what libjpeg-turbo gets to read.
 */
#ifndef IMAGE_CODEC_JPEG_PROGRESSIVE_H
#define IMAGE_CODEC_JPEG_PROGRESSIVE_H

#include "image/codec.h"

#define KEPT_SPANS_MAX 1024 /* two a scan */

struct kept_spans {
    struct span spans[KEPT_SPANS_MAX];
    size_t n, next;
};

/*
 * file: the whole file; from: its first entropy-coded byte. last: zigzag index of the last
 * coefficient that is wanted. Where the markers are not as they should be, the rest is kept as it
 * is. ERR_LIMIT for more than max_scans, counted with those that are left out.
 */
MUST_CHECK int kept_spans_of(struct span file, size_t from, uint32_t last, uint32_t max_scans,
                             struct kept_spans *out, struct err *err);

/* One past the entropy-coded bytes from `at` on: at the next marker that is no restart. */
size_t jpeg_end_of_data(struct span file, size_t at);

/* The bytes of the segment at `at`, its marker first; empty: it is none. */
struct span jpeg_segment_at(struct span file, size_t at);

#endif
