#include "image/making.h"

#include <string.h>

#include "base/mem.h"
#include "image/blend.h"
#include "image/crop.h"
#include "image/ycc.h"

#define EDGE_PX 16 /* two blocks past the right edge, for the JPEG encoder */

static int send(void *ctx, struct span piece, struct err *err)
{
    struct making *making = ctx;

    making->bytes += piece.len;
    if (making->attempt.hold_bytes) {
        buf_add_span(&making->held, piece);
        return 0;
    }
    return making->sink->write(making->sink->ctx, making->attempt.index, piece, err);
}

static bool is_padded(const struct placement *place)
{
    return place->canvas_w > place->scaled_w || place->canvas_h > place->scaled_h;
}

static bool is_turned(struct turn turn)
{
    return turn.swapped || turn.flip_x || turn.flip_y;
}

/* The encoder takes the decoder's planes, scaled, when nothing is done to single pixels. */
static bool is_direct(const struct making *making, const struct making_context *context)
{
    enum pixel_model model = context->feed->decoder->model;
    const struct codec *codec = making->attempt.codec;
    bool marked = making->rendition->n_marks > 0;

    return (codec->models & MODEL_BIT(model)) && (codec->models & MODEL_BIT(MODEL_YCC)) &&
           !context->feed->decoder->has_alpha && !context->colour &&
           !is_padded(&making->placement) && !(marked && model == MODEL_GREY);
}

static void set_encoder(struct making *making, const struct making_context *context)
{
    const struct codec *codec = making->attempt.codec;
    const struct rendition *rendition = making->rendition;
    const struct decoder *decoder = context->feed->decoder;
    const struct image_hints *hints = &context->job->hints;
    bool grey = decoder->model == MODEL_GREY && !context->colour && rendition->n_marks == 0 &&
                !is_padded(&making->placement) && (codec->models & MODEL_BIT(MODEL_GREY));

    making->encoder = (struct encoder){ .codec = codec, .write = send, .ctx = making };
    making->encoder.options = (struct encode_options){
        .width_px = making->placement.canvas_w,
        .height_px = making->placement.canvas_h,
        .model = grey                                   ? MODEL_GREY
                 : codec->models & MODEL_BIT(MODEL_YCC) ? MODEL_YCC
                                                        : MODEL_RGB,
        .has_alpha = codec->encodes_alpha &&
                     (decoder->has_alpha ||
                      (is_padded(&making->placement) && rendition->background.alpha < 255)),
        .subsampling = rendition->subsampling,
        .quality = making->attempt.quality,
        .progressive = rendition->progressive,
        .optimize = rendition->optimize,
        .lossless = rendition->lossless,
        .few_colours = rendition->optimize && decoder->has_palette,
        .effort = rendition->effort,
        .exif = rendition->keep == KEEP_ALL         ? hints->keep_all
                : rendition->keep == KEEP_COPYRIGHT ? hints->keep_copyright
                                                    : (struct span){ 0 },
    };
}

static int set_compose(struct making *making, const struct making_context *context, struct err *err)
{
    const struct decoder *decoder = context->feed->decoder;
    const struct encode_options *options = &making->encoder.options;
    struct compose *compose = &making->compose;
    struct colour background = making->rendition->background;
    uint32_t channels,
        rows[CHANNELS_MAX] = { MAKING_BAND_ROWS, MAKING_BAND_ROWS, MAKING_BAND_ROWS };

    compose->model = decoder->model;
    compose->has_alpha = decoder->has_alpha;
    compose->premultiplied = decoder->has_alpha && making->scaler.level > 0;
    compose->colour = context->colour;
    compose->overlays = &making->overlays;
    compose->placement = making->placement;
    compose->out_model = options->model == MODEL_GREY ? MODEL_GREY : MODEL_RGB;
    compose->out_alpha = options->has_alpha;
    compose->background = (struct colour_value){ { background.red, background.green,
                                                   background.blue, background.alpha } };
    if (making->placement.choose_crop) { /* compose sees the window alone */
        compose->placement.scaled_w = making->placement.canvas_w;
        compose->placement.scaled_h = making->placement.canvas_h;
    }
    TRY(compose_init(compose, context->job->limits.max_memory_bytes ? &context->job->limits : NULL,
                     err));
    channels = model_channels(compose->out_model) + (compose->out_alpha ? 1 : 0);
    TRY(image_alloc(&making->band, options->width_px + EDGE_PX, MAKING_BAND_ROWS, (uint8_t)channels,
                    NULL, err));
    if (options->model != MODEL_YCC) {
        return 0;
    }
    making->ycc.n = 3;
    for (size_t k = 0; k < 3; k++) {
        making->ycc.plane[k].width_px = options->width_px;
    }
    return planes_alloc(&making->ycc, rows, NULL, err);
}

/* The sources of this rendition's image marks: the job counts over all renditions. NULL where the
 * job does not bring them all. */
static struct source **images_of(const struct making *making)
{
    const struct render_job *job = making->job;
    size_t before = 0, own = 0;

    for (size_t i = 0; i <= making->attempt.index; i++) {
        before += own;
        own = 0;
        for (size_t k = 0; k < job->renditions[i].n_marks; k++) {
            own += job->renditions[i].marks[k].image ? 1 : 0;
        }
    }
    return before + own <= job->n_mark_images ? job->mark_images + before : NULL;
}

static int set_scaler(struct making *making, const struct making_context *context, struct err *err)
{
    struct scaler_options options = { .placement = making->placement,
                                      .turn = making->turn,
                                      .band_rows = making->band_rows,
                                      .sub_x = making->direct ? making->sub_x : 1,
                                      .sub_y = making->direct ? making->sub_y : 1,
                                      .whole = making->whole };

    return scaler_init(&making->scaler, context->feed, &options, err);
}

int making_init(struct making *making, const struct making_context *context,
                const struct making_try *attempt, struct err *err)
{
    const struct rendition *rendition = &context->job->renditions[attempt->index];

    *making = (struct making){ .rendition = rendition,
                               .job = context->job,
                               .sink = context->sink,
                               .attempt = *attempt,
                               .turn = context->turn,
                               .held = BUF_INIT(attempt->hold_bytes) };
    making->placement =
        placement_reduced(context->upright_w, context->upright_h, rendition, attempt->share);
    making->direct = is_direct(making, context);
    making->whole =
        is_turned(making->turn) || is_padded(&making->placement) || making->placement.choose_crop;
    making->sub_x = subsampling_px[rendition->subsampling].across;
    making->sub_y = subsampling_px[rendition->subsampling].down;
    set_encoder(making, context);
    making->band_rows = making->encoder.options.model == MODEL_YCC      ? 8 * making->sub_y
                        : attempt->codec->models & MODEL_BIT(MODEL_YCC) ? 8
                                                                        : MAKING_BAND_ROWS;
    TRY(set_scaler(making, context, err));
    if (rendition->n_marks > 0) {
        TRY(overlays_make(rendition, making->placement.canvas_w, making->placement.canvas_h,
                          making->job, images_of(making), &making->overlays, err));
    }
    return making->direct ? 0 : set_compose(making, context, err);
}

void making_release(struct making *making)
{
    if (making->encoder.codec) {
        making->encoder.codec->encode_close(&making->encoder);
    }
    scaler_release(&making->scaler);
    planes_release(&making->turned);
    planes_release(&making->ycc);
    compose_release(&making->compose);
    image_release(&making->band);
    overlays_release(&making->overlays);
    buf_release(&making->held);
    *making = (struct making){ 0 };
}

/* Row y of the canvas in plane k, which has sub_y rows of the canvas to one of its own. */
static uint8_t *row_of(const struct making *making, size_t k, uint32_t y)
{
    const struct planes *turned = &making->turned;
    bool chroma = making->direct && k > 0;
    uint32_t sub_x = chroma ? making->sub_x : 1, sub_y = chroma ? making->sub_y : 1;
    uint32_t at = (y + making->window_y) / sub_y;
    uint8_t *row = turned->n ? turned->plane[k].data + at * turned->plane[k].stride
                             : scaler_row(&making->scaler, k, at);

    return row + making->window_x / sub_x;
}

/* JPEG's blocks reach past the right edge: the last sample goes on. */
static void extend(uint8_t *row, uint32_t n, uint32_t upto)
{
    memset(row + n, row[n - 1], upto - n);
}

static uint32_t whole_blocks(uint32_t n_px, uint32_t sub)
{
    return (n_px + 8 * sub - 1) / (8 * sub) * 8;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Pointers to the rows of one band of planes; below the picture the last row goes on. */
static int encode_planes(struct making *making, uint32_t first, struct err *err,
                         uint8_t *(*row_at)(const struct making *, size_t, uint32_t))
{
    const struct encode_options *options = &making->encoder.options;
    uint8_t *rows[PLANES_MAX][MAKING_BAND_ROWS];
    uint8_t *const *planes[PLANES_MAX] = { rows[0], rows[1], rows[2] };
    size_t n_planes = options->model == MODEL_GREY ? 1 : 3;

    for (size_t k = 0; k < n_planes; k++) {
        uint32_t sub_x = k ? making->sub_x : 1, sub_y = k ? making->sub_y : 1;
        uint32_t n = (options->width_px + sub_x - 1) / sub_x;
        uint32_t upto = whole_blocks(options->width_px, n_planes == 1 ? 1 : making->sub_x);

        upto = k || n_planes == 1 ? upto : upto * making->sub_x;
        for (uint32_t i = 0; i < making->band_rows / sub_y; i++) {
            uint32_t y = least(first + i * sub_y, options->height_px - 1);

            rows[k][i] = row_at(making, k, y);
            extend(rows[k][i], n, upto);
        }
    }
    return making->encoder.codec->encode_rows(&making->encoder, planes, err);
}

static uint8_t *ycc_row_of(const struct making *making, size_t k, uint32_t y)
{
    uint32_t at = y % making->band_rows / (k ? making->sub_y : 1);

    return making->ycc.plane[k].data + at * making->ycc.plane[k].stride;
}

static void compose_band(struct making *making, uint32_t first, uint32_t n)
{
    const struct placement *place = &making->compose.placement;
    size_t n_planes = making->scaler.out.n;

    for (uint32_t i = 0; i < n; i++) {
        const uint8_t *planes[CHANNELS_MAX] = { 0 };
        uint32_t y = first + i;

        for (size_t k = 0;
             k < n_planes && y >= place->offset_y && y - place->offset_y < place->scaled_h; k++) {
            planes[k] = row_of(making, k, y - place->offset_y);
        }
        compose_row(&making->compose, planes, y, image_row(&making->band, i));
    }
}

static void band_to_ycc(struct making *making, uint32_t first, uint32_t n)
{
    uint32_t width = making->encoder.options.width_px;

    for (uint32_t i = 0; i < n; i++) {
        const uint8_t *row = image_row(&making->band, i);
        const uint8_t *below = making->sub_y == 2 && i + 1 < n ? row + making->band.stride : row;

        rgb_to_y(row, ycc_row_of(making, 0, first + i), width);
        if (i % making->sub_y == 0) {
            rgb_to_chroma(row, below, ycc_row_of(making, 1, first + i),
                          ycc_row_of(making, 2, first + i), width, making->sub_x);
        }
    }
}

static uint8_t *band_row_of(const struct making *making, size_t k, uint32_t y)
{
    (void)k;
    return image_row(&making->band, y % making->band_rows);
}

/* Marks onto Y Cb Cr as they are: no other row has to leave its model for them. */
static void mark_planes(struct making *making, uint32_t first, uint32_t n)
{
    const struct encode_options *options = &making->encoder.options;

    for (uint32_t y = first; y < first + n && making->overlays.n > 0; y++) {
        blend_luma(&making->overlays, y, row_of(making, 0, y), options->width_px);
        if (y % making->sub_y == 0) {
            struct blend_chroma chroma = { row_of(making, 1, y), row_of(making, 2, y),
                                           options->width_px,    options->height_px,
                                           making->sub_x,        making->sub_y };

            blend_chroma(&making->overlays, y, &chroma);
        }
    }
}

static int encode_band(struct making *making, uint32_t first, struct err *err)
{
    const struct encode_options *options = &making->encoder.options;
    uint32_t n = least(making->band_rows, options->height_px - first);

    if (making->direct) {
        mark_planes(making, first, n);
        return encode_planes(making, first, err, row_of);
    }
    compose_band(making, first, n);
    if (options->model == MODEL_YCC) {
        band_to_ycc(making, first, n);
        return encode_planes(making, first, err, ycc_row_of);
    }
    if (making->encoder.codec->models & MODEL_BIT(MODEL_YCC)) {
        return encode_planes(making, first, err, band_row_of);
    }
    for (uint32_t i = 0; i < n; i++) {
        uint8_t *row = image_row(&making->band, i);
        uint8_t *const *rows = &row;

        TRY(making->encoder.codec->encode_rows(&making->encoder, &rows, err));
    }
    return 0;
}

static int encode_open(struct making *making, struct err *err)
{
    return making->encoder.state ? 0 : making->encoder.codec->encode_open(&making->encoder, err);
}

int making_step(struct making *making, struct err *err)
{
    while (scaler_band(&making->scaler)) {
        if (making->whole) {
            continue;
        }
        TRY(encode_open(making, err));
        TRY(encode_band(making, (making->scaler.next_band - 1) * making->band_rows, err));
    }
    return 0;
}

/* The window that attention or entropy chooses; chroma samples stay whole. */
static void choose_window(struct making *making)
{
    const struct planes *upright = making->turned.n ? &making->turned : &making->scaler.out;
    struct crop_window window = { .w = making->placement.canvas_w,
                                  .h = making->placement.canvas_h };

    crop_choose(making->rendition->gravity.kind, upright, making->scaler.feed->decoder->model,
                &window);
    making->window_x = making->direct ? window.x / making->sub_x * making->sub_x : window.x;
    making->window_y = making->direct ? window.y / making->sub_y * making->sub_y : window.y;
}

static int encode_whole(struct making *making, struct err *err)
{
    uint32_t height = making->encoder.options.height_px;

    if (is_turned(making->turn)) {
        TRY(planes_turned(&making->scaler.out, making->turn, &making->job->limits, &making->turned,
                          err));
    }
    if (making->placement.choose_crop) {
        choose_window(making);
    }
    TRY(encode_open(making, err));
    for (uint32_t y = 0; y < height; y += making->band_rows) {
        TRY(encode_band(making, y, err));
    }
    return 0;
}

int making_finish(struct making *making, struct err *err)
{
    if (making->whole) {
        TRY(encode_whole(making, err));
    }
    return making->encoder.codec->encode_finish(&making->encoder, err);
}

struct rendered making_facts(const struct making *making)
{
    const struct codec *codec = making->encoder.codec;

    return (struct rendered){ .format = codec->name,
                              .content_type = codec->content_type,
                              .width_px = making->encoder.options.width_px,
                              .height_px = making->encoder.options.height_px,
                              .bytes = making->bytes };
}
