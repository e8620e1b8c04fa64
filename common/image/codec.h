/*
 * A format: how it is known by its first bytes, how its pixels come in and go out, by rows. One
 * file codec_<name>.c and one row in format.c each. A codec knows its library and nothing of
 * scaling, colour profiles or orientation.
 */
#ifndef IMAGE_CODEC_H
#define IMAGE_CODEC_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "base/source.h"
#include "image/pixels.h"
#include "image/render.h"

#define PLANES_MAX         3
#define CODEC_ICC_MAX      (16u << 20) /* bytes of an embedded profile; larger ones are ignored */
#define CODEC_WARNING_SIZE 160

/* One plane as read() delivers it. Most codecs have one plane, all channels interleaved. */
struct plane_shape {
    uint32_t width_px, height_px;
    double extent_x, extent_y; /* how much of width and height the picture covers: the same but for
                                  reduced or subsampled JPEG planes (W * N / 8, not rounded) */
    uint8_t channels;          /* with alpha */
    uint32_t band_rows;        /* rows that one read() delivers; 1 but for JPEG */
    size_t row_bytes;          /* what read() may write to one row, >= width_px * channels */
};

struct frame {
    size_t n_planes;
    struct plane_shape planes[PLANES_MAX];
};

struct decoder {
    const struct codec *codec;
    void *state; /* the codec's own; mem_zalloc'ed in open, freed in close */
    struct source *src;
    const struct image_limits *limits;

    /* Written by open. */
    uint32_t width_px, height_px; /* of the canvas, as stored, before orientation */
    enum pixel_model model;
    bool has_alpha;
    bool has_palette; /* pixels are stored as indices */
    bool upright;     /* the codec turns the picture itself (libheif): orientation hints are void */
    struct buf icc;   /* embedded profile; also one made from PNG's gAMA and cHRM. Empty: sRGB */
    uint32_t max_shrink; /* the largest of 1, 2, 4, 8 that start() understands */

    /* May be set before start: somebody wants more chroma than luma is reduced to, for a result
     * that is not subsampled. Only JPEG can tell. */
    bool fine_chroma;
    /* Rows of RGB are wanted as three planes, which scale faster. A codec may do so or not. */
    bool apart;

    /* Written by start. */
    struct frame frame;

    /* What the library complained of while it went on. */
    uint32_t n_warnings;
    char warning[CODEC_WARNING_SIZE]; /* the first one, printable */
};

/* By enum rendition_subsampling: samples of luma to one of chroma. */
extern const struct subsampling_px {
    uint8_t across, down;
} subsampling_px[];

struct encode_options {
    uint32_t width_px, height_px;
    enum pixel_model model; /* one that the codec's `models` names */
    bool has_alpha;         /* one more channel, not premultiplied; never for JPEG */
    enum rendition_subsampling subsampling;
    uint32_t quality;
    bool progressive, optimize, lossless;
    bool few_colours; /* perhaps: a palette is worth a try */
    int32_t effort;
    struct span exif; /* block to keep, TIFF header first; empty: none */
};

struct encoder {
    const struct codec *codec;
    void *state;
    struct encode_options options;
    /* Where the bytes go, in order. */
    int (*write)(void *ctx, struct span piece, struct err *err);
    void *ctx;
};

#define MODEL_BIT(model) (1u << (model))

struct codec {
    const char *name, *content_type; /* "jpeg", "image/jpeg" */
    const char *same_as; /* format that `same` writes for it: "png" for GIF; its own name else */
    unsigned models;     /* that encode takes, MODEL_BITs; 0: it only decodes */
    bool encodes_alpha;

    /* 16 bytes or more are there unless the object is shorter. */
    bool (*sniff)(struct span head);

    /*
     * Decode: open reads the header and checks limits (ERR_LIMIT names value and setting) before
     * any pixel memory is taken: use codec_check_size(). start begins the pixels at 1/shrink of
     * the size (never asked for more than max_shrink) and fills frame. read delivers the next band:
     * rows[p][i] is row i of plane p; past the last row of a plane nothing is expected, but memory
     * for whole bands is there. close takes a decoder in any state.
     */
    int (*open)(struct decoder *decoder, struct err *err);
    int (*start)(struct decoder *decoder, uint32_t shrink, struct err *err);
    int (*read)(struct decoder *decoder, uint8_t *const *const *rows, struct err *err);
    void (*close)(struct decoder *decoder);

    /*
     * Encode: rows come top down. band_rows rows at a time for JPEG's planes, one at a time
     * otherwise (rows[0][0]). finish writes what is left. encode_close takes any state.
     */
    int (*encode_open)(struct encoder *encoder, struct err *err);
    int (*encode_rows)(struct encoder *encoder, uint8_t *const *const *rows, struct err *err);
    int (*encode_finish)(struct encoder *encoder, struct err *err);
    void (*encode_close)(struct encoder *encoder);
};

/* Of the table in format.c; NULL: none. */
const struct codec *codec_by_name(const char *name);
const struct codec *codec_by_head(struct span head);

/* Header sizes against limits: 0 on a side is ERR_MALFORMED, over max_side_px or max_pixels
 * ERR_LIMIT with the setting's name. */
MUST_CHECK int codec_check_size(uint64_t width_px, uint64_t height_px,
                                const struct image_limits *limits, struct err *err);

/* One warning more; the first is kept, made printable. */
void codec_warn(struct decoder *decoder, const char *text);

/* One plane of interleaved rows at full size: what start() of most codecs fills in. */
void codec_plain_frame(struct decoder *decoder);

/* The same for RGB as three planes. */
void codec_frame_apart(struct decoder *decoder);

/* Reads the whole source into memory (WebP, GIF, HEIF want it so); source_view's rules.
 * ERR_LIMIT over limits->max_source_bytes. */
MUST_CHECK int codec_whole(struct decoder *decoder, struct buf *keep, struct span *out,
                           struct err *err);

/* The rows of the table, in alphabetical order. */
extern const struct codec codec_bmp;
extern const struct codec codec_gif;
extern const struct codec codec_heif;
extern const struct codec codec_jpeg;
extern const struct codec codec_png;
extern const struct codec codec_tiff;
extern const struct codec codec_webp;

#endif
