/*
 * One rendition until it is settled. Most take one try. `auto` tries every format and keeps the
 * smallest; maxBytes tries lower qualities by halving the range, then smaller sizes, one try a
 * decode, so that no full-size picture is held.
 */
#ifndef IMAGE_WISH_H
#define IMAGE_WISH_H

#include "image/making.h"

#define WISH_TRIES 3 /* at once: formats of `auto` */

struct wish {
    const struct rendition *rendition;
    size_t index;
    const struct codec *codecs[WISH_TRIES];
    size_t n_codecs;
    struct making *tries; /* of the pass under way, n_codecs of them */

    /* The next try. low..high: qualities that are still open; none when low > high. */
    uint32_t quality, low, high;
    double share;
    uint32_t n_passes;

    struct buf best; /* encoded, and fits */
    struct rendered best_facts;
    bool has_best, settled;
};

/* The codecs that the rendition's format asks for; ERR_UNSUPPORTED where none writes it. */
MUST_CHECK int wish_init(struct wish *wish, const struct render_job *job, size_t index,
                         const struct decoder *decoder, struct err *err);
void wish_release(struct wish *wish);

/* The placement of the next try, to choose the decoder's reduction by. */
struct placement wish_placement(const struct wish *wish, uint32_t upright_w, uint32_t upright_h);

/* False where all that it tries is JPEG with 4:2:0 chroma, straight from a decoder's planes. */
bool wish_wants_fine_chroma(const struct wish *wish, const struct making_context *context);

/* One pass: begin (between feed_init() and feed_alloc()), step after each band, end. A rendition
 * that fails is told to the sink and settled; -1 is what the sink gives. After end it is settled,
 * or wants another pass. */
MUST_CHECK int wish_begin(struct wish *wish, const struct making_context *context, struct err *err);
MUST_CHECK int wish_step(struct wish *wish, struct err *err);
MUST_CHECK int wish_end(struct wish *wish, const struct making_context *context, struct err *err);

#endif
