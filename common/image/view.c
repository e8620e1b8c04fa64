#include "image/view.h"

int view_init(struct view *view, const struct making_context *context, uint32_t side_px,
              struct err *err)
{
    const struct decoder *decoder = context->feed->decoder;
    const struct rendition small = { .width_px = side_px, .height_px = side_px };
    struct scaler_options options = { .turn = context->turn,
                                      .band_rows = MAKING_BAND_ROWS,
                                      .sub_x = 1,
                                      .sub_y = 1,
                                      .whole = true,
                                      .rough_chroma = true }; /* for means, not for eyes */

    options.placement = placement_of(context->upright_w, context->upright_h, &small);
    *view = (struct view){ .turn = context->turn };
    TRY(scaler_init(&view->scaler, context->feed, &options, err));
    view->compose.model = decoder->model;
    view->compose.has_alpha = decoder->has_alpha;
    view->compose.premultiplied = decoder->has_alpha && view->scaler.level > 0;
    view->compose.colour = context->colour;
    view->compose.placement = options.placement;
    view->compose.out_model = MODEL_RGB;
    view->compose.out_alpha = true;
    return compose_init(&view->compose, decoder->limits, err);
}

void view_release(struct view *view)
{
    scaler_release(&view->scaler);
    compose_release(&view->compose);
}

void view_step(struct view *view)
{
    while (scaler_band(&view->scaler)) {
    }
}

int view_image(struct view *view, struct image *out, struct err *err)
{
    const struct placement *place = &view->compose.placement;
    CLEANUP(planes_release) struct planes upright = { 0 };
    CLEANUP(image_release) struct image made = { 0 };

    TRY(planes_turned(&view->scaler.out, view->turn, NULL, &upright, err));
    TRY(image_alloc(&made, place->canvas_w, place->canvas_h, 4, NULL, err));
    for (uint32_t y = 0; y < place->canvas_h; y++) {
        const uint8_t *rows[CHANNELS_MAX] = { 0 };

        for (size_t k = 0; k < upright.n; k++) {
            rows[k] = upright.plane[k].data + y * upright.plane[k].stride;
        }
        compose_row(&view->compose, rows, y, image_row(&made, y));
    }
    *out = image_take(&made);
    return 0;
}
