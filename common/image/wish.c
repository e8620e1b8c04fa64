#include "image/wish.h"

#include <math.h>

#include "base/mem.h"

#define HELD_BYTES_MAX (256u << 20) /* of one try of `auto` */
#define PIECE_BYTES    (64u << 10)
#define PASSES_MAX     40
#define SHARE_MARGIN   0.97 /* bytes shrink a little less than pixels do */
#define SHARE_LEAST    0.01

/* Formats without loss know no quality. */
static uint32_t least_quality(const struct rendition *rendition)
{
    bool lossless = rendition->lossless || rendition->format == FORMAT_PNG;

    return lossless || rendition->min_quality > rendition->quality ? rendition->quality
                                                                   : rendition->min_quality;
}

int wish_init(struct wish *wish, const struct render_job *job, size_t index,
              const struct decoder *decoder, struct err *err)
{
    static const char *const names[] = {
        [FORMAT_JPEG] = "jpeg", [FORMAT_PNG] = "png", [FORMAT_WEBP] = "webp"
    };
    const struct rendition *rendition = &job->renditions[index];
    bool automatic = rendition->format == FORMAT_AUTO;
    const char *wanted[WISH_TRIES] = { NULL };

    *wish = (struct wish){ .rendition = rendition,
                           .index = index,
                           .quality = rendition->quality,
                           .low = least_quality(rendition),
                           .high = rendition->quality - 1,
                           .share = 1.0 };
    if (automatic) {
        wanted[0] = decoder->has_alpha ? NULL : "jpeg";
        wanted[1] = "webp";
        wanted[2] = "png";
    } else {
        wanted[0] = rendition->format != FORMAT_SAME ? names[rendition->format]
                    : job->hints.is_raw              ? "jpeg"
                                                     : decoder->codec->same_as;
    }
    for (size_t i = 0; i < WISH_TRIES; i++) {
        const struct codec *codec = wanted[i] ? codec_by_name(wanted[i]) : NULL;

        if (codec && codec->models) {
            wish->codecs[wish->n_codecs++] = codec;
        }
    }
    if (wish->n_codecs == 0) {
        return err_set(err, ERR_UNSUPPORTED, "the rendition's format cannot be written");
    }
    return 0;
}

static void end_tries(struct wish *wish)
{
    for (size_t i = 0; i < wish->n_codecs && wish->tries; i++) {
        making_release(&wish->tries[i]);
    }
    mem_free(wish->tries);
    wish->tries = NULL;
}

void wish_release(struct wish *wish)
{
    end_tries(wish);
    buf_release(&wish->best);
    *wish = (struct wish){ 0 };
}

struct placement wish_placement(const struct wish *wish, uint32_t upright_w, uint32_t upright_h)
{
    return placement_reduced(upright_w, upright_h, wish->rendition, wish->share);
}

bool wish_wants_fine_chroma(const struct wish *wish, const struct making_context *context)
{
    struct placement place = wish_placement(wish, context->upright_w, context->upright_h);

    for (size_t i = 0; i < wish->n_codecs; i++) {
        if (!(wish->codecs[i]->models & MODEL_BIT(MODEL_YCC))) {
            return true;
        }
    }
    return wish->rendition->subsampling != SUBSAMPLING_420 || context->colour ||
           place.canvas_w > place.scaled_w || place.canvas_h > place.scaled_h;
}

int wish_begin(struct wish *wish, const struct making_context *context, struct err *err)
{
    struct making_try attempt = { .index = wish->index,
                                  .quality = wish->quality,
                                  .share = wish->share };

    (void)err;
    if (wish->rendition->max_bytes) {
        attempt.hold_bytes = (size_t)wish->rendition->max_bytes;
    } else if (wish->n_codecs > 1) {
        attempt.hold_bytes = HELD_BYTES_MAX;
    }
    wish->tries = mem_array(wish->n_codecs, sizeof(*wish->tries));
    for (size_t i = 0; i < wish->n_codecs; i++) {
        struct making *making = &wish->tries[i];
        struct err why;

        attempt.codec = wish->codecs[i];
        if (making_init(making, context, &attempt, &why) != 0) {
            making->failed = true;
            making->why = why;
        }
    }
    return 0;
}

static void run(struct wish *wish, int (*step)(struct making *, struct err *))
{
    for (size_t i = 0; i < wish->n_codecs; i++) {
        struct making *making = &wish->tries[i];
        struct err why;

        if (!making->failed && step(making, &why) != 0) {
            making->failed = true;
            making->why = why;
        }
    }
}

static bool all_failed(const struct wish *wish)
{
    for (size_t i = 0; i < wish->n_codecs; i++) {
        if (!wish->tries[i].failed) {
            return false;
        }
    }
    return true;
}

/* Once nothing of it can succeed: the sink hears why, the other renditions go on. */
static int settle_failure(struct wish *wish, const struct render_sink *sink, struct err *err)
{
    wish->settled = true;
    return sink->failed(sink->ctx, wish->index, &wish->tries[0].why, err);
}

int wish_step(struct wish *wish, struct err *err)
{
    if (wish->settled) {
        return 0;
    }
    run(wish, making_step);
    return all_failed(wish) ? settle_failure(wish, wish->tries[0].sink, err) : 0;
}

static int deliver(struct wish *wish, const struct render_sink *sink, struct err *err)
{
    struct span left = buf_span(&wish->best);

    wish->settled = true;
    while (left.len > 0) {
        size_t n = left.len < PIECE_BYTES ? left.len : PIECE_BYTES;

        TRY(sink->write(sink->ctx, wish->index, (struct span){ left.data, n }, err));
        left = span_from(left, n);
    }
    return sink->done(sink->ctx, wish->index, &wish->best_facts, err);
}

/* The smallest of the tries that fits becomes the best so far. least: bytes of the smallest, fit or
 * not. */
static bool keep_smallest(struct wish *wish, uint64_t *least)
{
    struct making *smallest = NULL;

    for (size_t i = 0; i < wish->n_codecs; i++) {
        struct making *making = &wish->tries[i];

        if (!making->failed && (!smallest || making->bytes < smallest->bytes)) {
            smallest = making;
        }
    }
    *least = smallest->bytes;
    if (smallest->held.overflowed) {
        return false;
    }
    buf_release(&wish->best);
    wish->best = buf_take(&smallest->held);
    wish->best_facts = making_facts(smallest);
    wish->has_best = true;
    return true;
}

/* What to try after a try that fits, or does not. False: there is nothing more to try. */
static bool plan_next(struct wish *wish, bool fits, uint64_t bytes)
{
    if (wish->share < 1.0 || wish->low > wish->high) {
        if (fits || wish->has_best || wish->share < SHARE_LEAST || wish->n_passes > PASSES_MAX) {
            return false;
        }
        wish->share *= SHARE_MARGIN * sqrt(fmin((double)wish->rendition->max_bytes / bytes, 1.0));
        return true;
    }
    wish->quality = wish->low + (wish->high - wish->low) / 2;
    return true;
}

static void narrow(struct wish *wish, bool fits)
{
    if (wish->n_passes == 1 || wish->low > wish->high) {
        return; /* the quality that was asked for, or sizes */
    }
    if (fits) {
        wish->low = wish->quality + 1;
    } else {
        wish->high = wish->quality - 1;
    }
}

static int settle_held(struct wish *wish, const struct render_sink *sink, struct err *err)
{
    uint64_t bytes = 0;
    bool fits = keep_smallest(wish, &bytes);
    struct err why;

    if (!wish->rendition->max_bytes || (fits && wish->n_passes == 1)) {
        if (fits) {
            return deliver(wish, sink, err);
        }
        wish->settled = true;
        err_set(&why, ERR_OUTPUT, "the rendition is too large to choose a format for");
        return sink->failed(sink->ctx, wish->index, &why, err);
    }
    narrow(wish, fits);
    if (plan_next(wish, fits, bytes)) {
        return 0;
    }
    if (wish->has_best) {
        return deliver(wish, sink, err);
    }
    wish->settled = true;
    err_limit(&why, "maxBytes", wish->rendition->max_bytes, bytes,
              "the rendition does not get small enough");
    why.kind = ERR_OUTPUT;
    return sink->failed(sink->ctx, wish->index, &why, err);
}

int wish_end(struct wish *wish, const struct making_context *context, struct err *err)
{
    const struct render_sink *sink = context->sink;
    int status;

    if (wish->settled) {
        return 0;
    }
    run(wish, making_finish);
    wish->n_passes++;
    if (all_failed(wish)) {
        return settle_failure(wish, sink, err);
    }
    if (wish->tries[0].attempt.hold_bytes) {
        status = settle_held(wish, sink, err);
    } else {
        struct rendered facts = making_facts(&wish->tries[0]);

        wish->settled = true;
        status = sink->done(sink->ctx, wish->index, &facts, err);
    }
    end_tries(wish);
    return status;
}
