/* The small upright picture in sRGB with alpha that insight is taken from. */
#ifndef IMAGE_VIEW_H
#define IMAGE_VIEW_H

#include "image/making.h"

struct view {
    struct scaler scaler;
    struct compose compose;
    struct turn turn;
};

/* As for making_*; view_image() after the last band, caller releases. */
MUST_CHECK int view_init(struct view *view, const struct making_context *context, uint32_t side_px,
                         struct err *err);
void view_release(struct view *view);
void view_step(struct view *view);
MUST_CHECK int view_image(struct view *view, struct image *out, struct err *err);

#endif
