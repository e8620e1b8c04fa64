/* An image mark's pixels. */
#ifndef IMAGE_MARK_IMAGE_H
#define IMAGE_MARK_IMAGE_H

#include "base/source.h"
#include "image/pixels.h"
#include "image/render.h"

/* A mark larger than this is nobody's logo; it would only cost time in every rendition. */
#define MARK_MAX_PIXELS 16000000

/*
 * Decodes src (any format of the table) to sRGB RGBA, width_px wide, aspect kept; at least one
 * pixel. Errors as of the codec, said to be the mark's.
 */
MUST_CHECK int mark_image_load(struct source *src, uint32_t width_px,
                               const struct image_limits *limits, struct image *out,
                               struct err *err);

#endif
