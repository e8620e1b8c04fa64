/* One source to all its renditions; the ways of the pixels are in making.h. */
#include "image/render.h"

#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "image/making.h"

#define LEAST_RATIO_OF_DCT 1.3 /* what a reduced decode has to leave to the Lanczos filter */
#define HEAD_BYTES         16

struct rendering {
    struct decoder decoder;
    struct feed feed;
    struct colour_map *colour;
    struct making *makings;
    size_t n;
};

static void rendering_release(struct rendering *rendering)
{
    for (size_t i = 0; i < rendering->n; i++) {
        making_release(&rendering->makings[i]);
    }
    mem_free(rendering->makings);
    feed_release(&rendering->feed);
    if (rendering->decoder.codec) {
        rendering->decoder.codec->close(&rendering->decoder);
    }
    buf_release(&rendering->decoder.icc);
}

static int open_source(struct rendering *rendering, struct source *src,
                       const struct image_limits *limits, struct err *err)
{
    uint8_t head[HEAD_BYTES];
    size_t got = 0;

    TRY(source_read(src, 0, head, sizeof(head), &got, err));
    rendering->decoder = (struct decoder){ .codec = codec_by_head((struct span){ head, got }),
                                           .src = src,
                                           .limits = limits,
                                           .max_shrink = 1 };
    if (!rendering->decoder.codec) {
        return err_set(err, ERR_UNSUPPORTED, "not an image of a type that is handled");
    }
    if (src->size != SOURCE_SIZE_UNKNOWN && src->size > limits->max_source_bytes) {
        return err_limit(err, "INGEST_MAX_SOURCE_BYTES", limits->max_source_bytes, src->size,
                         "the file is too large");
    }
    return rendering->decoder.codec->open(&rendering->decoder, err);
}

static struct turn turn_for(const struct decoder *decoder, const struct image_hints *hints)
{
    return turn_of(decoder->upright ? 1 : hints->orientation);
}

/* The largest reduction that leaves every rendition enough to scale by. */
static uint32_t shrink_for(const struct decoder *decoder, const struct making_context *context)
{
    double least = 1e9;
    uint32_t shrink = 1;

    for (size_t i = 0; i < context->job->n_renditions; i++) {
        struct placement place =
            placement_of(context->upright_w, context->upright_h, &context->job->renditions[i]);
        double x = place.crop_w / place.scaled_w, y = place.crop_h / place.scaled_h;

        least = x < least ? x : least;
        least = y < least ? y : least;
    }
    while (shrink * 2 <= decoder->max_shrink && least / (shrink * 2) >= LEAST_RATIO_OF_DCT) {
        shrink *= 2;
    }
    return shrink;
}

/* `same` writes what the source's format says; `auto` is settled by the caller. */
static const struct codec *codec_for(const struct decoder *decoder,
                                     const struct rendition *rendition)
{
    static const char *const names[] = {
        [FORMAT_JPEG] = "jpeg", [FORMAT_PNG] = "png", [FORMAT_WEBP] = "webp"
    };

    if (rendition->format == FORMAT_SAME || rendition->format == FORMAT_AUTO) {
        return codec_by_name(decoder->codec->same_as);
    }
    return codec_by_name(names[rendition->format]);
}

/* One rendition fails, the others go on. */
static int give_up(struct making *making, const struct err *why, struct err *err)
{
    making->complete = true;
    return making->sink->failed(making->sink->ctx, making->index, why, err);
}

static int start_all(struct rendering *rendering, const struct making_context *context,
                     struct err *err)
{
    const struct render_job *job = context->job;

    rendering->makings = mem_array(job->n_renditions, sizeof(*rendering->makings));
    rendering->n = job->n_renditions;
    for (size_t i = 0; i < job->n_renditions; i++) {
        struct making *making = &rendering->makings[i];
        const struct codec *codec = codec_for(&rendering->decoder, &job->renditions[i]);
        struct err why;
        int made;

        making->sink = context->sink;
        making->index = i;
        made = codec && codec->models
                   ? making_init(making, context, i, codec, &why)
                   : err_set(&why, ERR_UNSUPPORTED, "this format cannot be written");
        if (made != 0) {
            TRY(give_up(making, &why, err));
        }
    }
    return feed_alloc(&rendering->feed, err);
}

static int run_all(struct rendering *rendering, int (*step)(struct making *, struct err *),
                   struct err *err)
{
    for (size_t i = 0; i < rendering->n; i++) {
        struct making *making = &rendering->makings[i];
        struct err why;

        if (!making->complete && step(making, &why) != 0) {
            TRY(give_up(making, &why, err));
        }
    }
    return 0;
}

static void tell(const struct rendering *rendering, const struct making_context *context,
                 struct image_info *info)
{
    const struct decoder *decoder = &rendering->decoder;
    uint8_t orientation = context->job->hints.orientation;

    *info = (struct image_info){ .format = decoder->codec->name,
                                 .content_type = decoder->codec->content_type,
                                 .width_px = decoder->width_px,
                                 .height_px = decoder->height_px,
                                 .upright_width_px = context->upright_w,
                                 .upright_height_px = context->upright_h,
                                 .orientation = orientation ? orientation : 1,
                                 .has_alpha = decoder->has_alpha };
}

int render(struct source *src, const struct render_job *job, const struct render_sink *sink,
           struct image_info *info, struct json_object **insight, struct err *err)
{
    CLEANUP(rendering_release) struct rendering rendering = { 0 };
    struct making_context context = { .feed = &rendering.feed, .job = job, .sink = sink };
    struct decoder *decoder = &rendering.decoder;

    TRY(open_source(&rendering, src, &job->limits, err));
    context.turn = turn_for(decoder, &job->hints);
    context.upright_w = context.turn.swapped ? decoder->height_px : decoder->width_px;
    context.upright_h = context.turn.swapped ? decoder->width_px : decoder->height_px;
    TRY(decoder->codec->start(decoder, shrink_for(decoder, &context), err));
    feed_init(&rendering.feed, decoder);
    TRY(start_all(&rendering, &context, err));
    while (rendering.feed.bands_read < rendering.feed.n_bands) {
        TRY(feed_read(&rendering.feed, err));
        TRY(run_all(&rendering, making_step, err));
    }
    TRY(run_all(&rendering, making_finish, err));
    tell(&rendering, &context, info);
    *insight = json_new_object();
    return 0;
}
