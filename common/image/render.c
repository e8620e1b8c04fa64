/*
 * One source to all its renditions: a pass decodes once and feeds every rendition that is not
 * settled; most renders take one pass. The ways of the pixels are in making.h.
 */
#include "image/render.h"

#include <stdio.h>

#include "base/json.h"
#include "base/mem.h"
#include "image/colour.h"
#include "image/insight.h"
#include "image/view.h"
#include "image/wish.h"

#define HEAD_BYTES 16

/* What a reduced decode has to leave to the Lanczos filter. The fewer coefficients it keeps, the
 * further its own filter reaches into what is seen: nearer to 1 an eighth is half a decibel off. */
static const struct {
    uint32_t shrink;
    double least_ratio;
} reductions[] = { { 8, 2.0 }, { 4, 1.45 }, { 2, 1.45 } };

/* One decode. */
struct pass {
    struct decoder decoder;
    struct feed feed;
    struct colour_map *colour;
    struct view view;
    bool viewing;
};

static void pass_release(struct pass *pass)
{
    view_release(&pass->view);
    feed_release(&pass->feed);
    colour_map_free(pass->colour);
    if (pass->decoder.codec) {
        pass->decoder.codec->close(&pass->decoder);
    }
    buf_release(&pass->decoder.icc);
}

struct wishes {
    struct wish *items;
    size_t n;
};

static void wishes_release(struct wishes *wishes)
{
    for (size_t i = 0; i < wishes->n; i++) {
        wish_release(&wishes->items[i]);
    }
    mem_free(wishes->items);
}

static int open_source(struct decoder *decoder, struct source *src,
                       const struct image_limits *limits, struct err *err)
{
    uint8_t head[HEAD_BYTES];
    size_t got = 0;

    TRY(source_read(src, 0, head, sizeof(head), &got, err));
    *decoder = (struct decoder){ .codec = codec_by_head((struct span){ head, got }),
                                 .src = src,
                                 .limits = limits,
                                 .max_shrink = 1 };
    if (!decoder->codec) {
        return err_set(err, ERR_UNSUPPORTED, "not an image of a type that is handled");
    }
    if (src->size != SOURCE_SIZE_UNKNOWN && src->size > limits->max_source_bytes) {
        return err_limit(err, "INGEST_MAX_SOURCE_BYTES", limits->max_source_bytes, src->size,
                         "the file is too large");
    }
    return decoder->codec->open(decoder, err);
}

/* The largest reduction that leaves every open rendition enough to scale by. */
static uint32_t shrink_for(const struct decoder *decoder, const struct wishes *wishes,
                           const struct making_context *context)
{
    double least = RENDITION_MAX_SIDE_PX;

    for (size_t i = 0; i < wishes->n; i++) {
        struct placement place =
            wish_placement(&wishes->items[i], context->upright_w, context->upright_h);
        double x = place.crop_w / place.scaled_w, y = place.crop_h / place.scaled_h;

        if (wishes->items[i].settled) {
            continue;
        }
        least = x < least ? x : least;
        least = y < least ? y : least;
    }
    for (size_t i = 0; i < ARRAY_LEN(reductions); i++) {
        uint32_t shrink = reductions[i].shrink;

        if (shrink <= decoder->max_shrink && least / shrink >= reductions[i].least_ratio) {
            return shrink;
        }
    }
    return 1;
}

static void set_context(struct making_context *context, struct pass *pass)
{
    const struct decoder *decoder = &pass->decoder;
    const struct image_hints *hints = &context->job->hints;

    context->feed = &pass->feed;
    context->turn = turn_of(decoder->upright ? 1 : hints->orientation);
    context->upright_w = context->turn.swapped ? decoder->height_px : decoder->width_px;
    context->upright_h = context->turn.swapped ? decoder->width_px : decoder->height_px;
    colour_map_new(buf_span(&decoder->icc),
                   decoder->model == MODEL_YCC ? MODEL_RGB : decoder->model, &pass->colour);
    context->colour = pass->colour;
}

/* Does a rendition show colours at its full size? */
static bool want_fine_chroma(const struct wishes *wishes, const struct making_context *context)
{
    for (size_t i = 0; i < wishes->n; i++) {
        if (!wishes->items[i].settled && wish_wants_fine_chroma(&wishes->items[i], context)) {
            return true;
        }
    }
    return false;
}

static int begin_all(struct pass *pass, struct wishes *wishes, const struct making_context *context,
                     struct err *err)
{
    struct decoder *decoder = &pass->decoder;

    decoder->fine_chroma = want_fine_chroma(wishes, context);
    decoder->apart = true;
    TRY(decoder->codec->start(decoder, shrink_for(decoder, wishes, context), err));
    feed_init(&pass->feed, decoder);
    for (size_t i = 0; i < wishes->n; i++) {
        if (!wishes->items[i].settled) {
            TRY(wish_begin(&wishes->items[i], context, err));
        }
    }
    if (pass->viewing) {
        TRY(view_init(&pass->view, context, INSIGHT_SIDE_PX, err));
    }
    return feed_alloc(&pass->feed, err);
}

static int decode_all(struct pass *pass, struct wishes *wishes, struct err *err)
{
    while (pass->feed.bands_read < pass->feed.n_bands) {
        TRY(feed_read(&pass->feed, err));
        for (size_t i = 0; i < wishes->n; i++) {
            TRY(wish_step(&wishes->items[i], err));
        }
        if (pass->viewing) {
            view_step(&pass->view);
        }
    }
    return 0;
}

/* Begin, decode, end: what is still open afterwards wants another pass. */
static int run_pass(struct pass *pass, struct wishes *wishes, struct making_context *context,
                    struct err *err)
{
    TRY(begin_all(pass, wishes, context, err));
    TRY(decode_all(pass, wishes, err));
    for (size_t i = 0; i < wishes->n; i++) {
        TRY(wish_end(&wishes->items[i], context, err));
    }
    return 0;
}

static int make_wishes(struct wishes *wishes, const struct making_context *context,
                       const struct decoder *decoder, struct err *err)
{
    wishes->items = mem_array(context->job->n_renditions, sizeof(*wishes->items));
    wishes->n = context->job->n_renditions;
    for (size_t i = 0; i < wishes->n; i++) {
        struct err why;

        if (wish_init(&wishes->items[i], context->job, i, decoder, &why) != 0) {
            wishes->items[i].settled = true;
            TRY(context->sink->failed(context->sink->ctx, i, &why, err));
        }
    }
    return 0;
}

static bool all_settled(const struct wishes *wishes)
{
    for (size_t i = 0; i < wishes->n; i++) {
        if (!wishes->items[i].settled) {
            return false;
        }
    }
    return true;
}

static void tell(const struct pass *pass, const struct making_context *context,
                 struct image_info *info)
{
    const struct decoder *decoder = &pass->decoder;
    uint8_t orientation = decoder->upright ? 1 : context->job->hints.orientation;

    *info = (struct image_info){ .format = decoder->codec->name,
                                 .content_type = decoder->codec->content_type,
                                 .width_px = decoder->width_px,
                                 .height_px = decoder->height_px,
                                 .upright_width_px = context->upright_w,
                                 .upright_height_px = context->upright_h,
                                 .orientation = orientation ? orientation : 1,
                                 .has_alpha = decoder->has_alpha,
                                 .n_warnings = decoder->n_warnings };
    snprintf(info->warning, sizeof(info->warning), "%s", decoder->warning);
}

/* The first pass, which also makes the view. */
static int first_pass(struct source *src, struct wishes *wishes, struct making_context *context,
                      struct image_info *info, struct json_object **insight, struct err *err)
{
    CLEANUP(pass_release) struct pass pass = { .viewing = true };
    CLEANUP(image_release) struct image small = { 0 };

    TRY(open_source(&pass.decoder, src, &context->job->limits, err));
    set_context(context, &pass);
    TRY(make_wishes(wishes, context, &pass.decoder, err));
    TRY(run_pass(&pass, wishes, context, err));
    TRY(view_image(&pass.view, &small, err));
    tell(&pass, context, info);
    *insight = insight_of(&small);
    return 0;
}

static int further_pass(struct source *src, struct wishes *wishes, struct making_context *context,
                        struct err *err)
{
    CLEANUP(pass_release) struct pass pass = { 0 };

    TRY(open_source(&pass.decoder, src, &context->job->limits, err));
    set_context(context, &pass);
    return run_pass(&pass, wishes, context, err);
}

int render(struct source *src, const struct render_job *job, const struct render_sink *sink,
           struct image_info *info, struct json_object **insight, struct err *err)
{
    CLEANUP(wishes_release) struct wishes wishes = { 0 };
    CLEANUP(json_releasep) struct json_object *known = NULL;
    struct making_context context = { .job = job, .sink = sink };

    TRY(first_pass(src, &wishes, &context, info, &known, err));
    while (!all_settled(&wishes)) {
        TRY(further_pass(src, &wishes, &context, err));
    }
    *insight = json_retain(known);
    return 0;
}
