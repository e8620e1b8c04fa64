/*
 * Marks (text, images) as overlays: drawn once for a rendition's canvas size, blended onto its rows
 * by the renderer in whatever model they are.
 */
#ifndef IMAGE_MARK_H
#define IMAGE_MARK_H

#include "image/pixels.h"
#include "image/render.h"

/*
 * Pixels to lay over the canvas: RGBA, not premultiplied, opacity already in alpha. tile: repeated
 * in both directions over the whole canvas with the period of its own size, (x, y) being one of its
 * places. x and y may lie outside.
 */
struct overlay {
    struct image pixels; /* 4 channels */
    int64_t x_px, y_px;
    bool tile;
};

struct overlays {
    struct overlay *items; /* in order of drawing */
    size_t n;
};

/*
 * All marks of one rendition on a canvas of that size; shadows are part of it. images: one source a
 * mark of this rendition that names an image, in order (entries of render_job.mark_images); NULL
 * where the job brings none: such marks are ERR_INPUT. font: bytes for text without a font of its
 * own.
 */
MUST_CHECK int overlays_make(const struct rendition *rendition, uint32_t width_px,
                             uint32_t height_px, const struct render_job *job,
                             struct source **images, struct overlays *out, struct err *err);
void overlays_release(struct overlays *overlays);

#endif
