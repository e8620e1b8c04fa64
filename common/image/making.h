/*
 * One rendition on its way: scaler -> (turn, window) -> compose -> encoder -> sink. Rows stream
 * through unless the picture has to be turned, cropped by its content or laid on a larger canvas.
 */
#ifndef IMAGE_MAKING_H
#define IMAGE_MAKING_H

#include "image/compose.h"
#include "image/scaler.h"

#define MAKING_BAND_ROWS 16

/* One try at a rendition: `auto` and maxBytes may need several. */
struct making_try {
    size_t index; /* of the rendition */
    const struct codec *codec;
    uint32_t quality;
    double share;      /* of the sides that the rendition asks for; 1 but where maxBytes is hard */
    size_t hold_bytes; /* 0: bytes go to the sink as they come; else up to so many are held back */
};

struct making {
    const struct rendition *rendition;
    const struct render_job *job;
    const struct render_sink *sink;
    struct making_try attempt;

    struct placement placement;
    struct turn turn;
    struct scaler scaler;
    struct planes turned;        /* whole pictures, upright */
    bool whole, direct;          /* direct: the source's planes are what the encoder takes */
    uint32_t window_x, window_y; /* of the canvas in the whole picture */

    struct compose compose;
    struct image band;     /* interleaved rows, one band */
    struct planes ycc;     /* the same as JPEG's planes */
    uint32_t sub_x, sub_y; /* px a chroma sample */
    uint32_t band_rows;    /* px rows that the encoder takes at once */

    struct overlays overlays; /* marks */
    struct encoder encoder;
    uint64_t bytes; /* encoded so far */
    struct buf held;
    bool failed;
    struct err why;
};

/* What is the same for all renditions of a render. */
struct making_context {
    struct feed *feed;
    const struct render_job *job;
    const struct render_sink *sink;
    uint32_t upright_w, upright_h;
    struct turn turn;
    const struct colour_map *colour;
};

/* Between feed_init() and feed_alloc(). */
MUST_CHECK int making_init(struct making *making, const struct making_context *context,
                           const struct making_try *attempt, struct err *err);
void making_release(struct making *making);

/* All that the feed's rows at hand allow. */
MUST_CHECK int making_step(struct making *making, struct err *err);

/* After the last band: what is left to encode. */
MUST_CHECK int making_finish(struct making *making, struct err *err);

/* What was written; after making_finish(). */
struct rendered making_facts(const struct making *making);

#endif
