/*
 * One source image to all its renditions: one decode, rows flowing through each rendition's scaler
 * into its encoder; no full frame is kept where the codecs allow it. Runs in image-sandbox. Knows
 * no files, no network and no keys.
 */
#ifndef IMAGE_RENDER_H
#define IMAGE_RENDER_H

#include "base/def.h"
#include "base/err.h"
#include "base/source.h"
#include "recipe/rendition.h"

/* Refused from the header, before pixel memory is taken; errors name the setting in the comment. */
struct image_limits {
    uint64_t max_pixels;       /* INGEST_MAX_PIXELS */
    uint32_t max_side_px;      /* 65500 */
    uint64_t max_source_bytes; /* INGEST_MAX_SOURCE_BYTES */
    uint64_t max_memory_bytes; /* INGEST_MAX_DECODE_MEMORY_MIB: for what is taken by the size of a
                                  picture */
    uint32_t max_jpeg_scans;   /* 500 */
};

/* What stands in the file's header, and how it lies: upright sizes are after orientation. */
struct image_info {
    const char *format;       /* "jpeg", "png", "webp", "gif", "bmp", "tiff", "heif", "raw" */
    const char *content_type; /* "image/jpeg" ... */
    uint32_t width_px, height_px, upright_width_px, upright_height_px;
    uint8_t orientation; /* EXIF 1..8 */
    bool has_alpha;
    uint32_t n_warnings; /* what the decoder complained of while it went on (a truncated file) */
    char warning[160];   /* the first of them, printable */
};

/* Bytes and facts that metadata code has found for the renderer (image does not parse EXIF). Empty:
 * nothing known. */
struct image_hints {
    uint8_t orientation;        /* 1..8; 0: not known */
    bool is_raw;                /* a camera's raw file: `same` is JPEG, whatever its preview is */
    struct span keep_copyright; /* EXIF block ("Exif\0\0" not included) for keep: copyright,
                                   orientation reset */
    struct span keep_all;       /* the same for keep: all */
};

struct rendered {
    const char *format, *content_type; /* of what was written */
    uint32_t width_px, height_px;
    uint64_t bytes;
};

/*
 * Where encoded bytes go. write is called with the pieces of rendition `index` in order; renditions
 * may take turns. done is called once for each that is complete; failed (err says why) for one that
 * is not, the others go on: -1 from it ends the whole render.
 */
struct render_sink {
    int (*write)(void *ctx, size_t index, struct span piece, struct err *err);
    int (*done)(void *ctx, size_t index, const struct rendered *rendered, struct err *err);
    int (*failed)(void *ctx, size_t index, const struct err *why, struct err *err);
    void *ctx;
};

/* A font file by the name that marks have for it: image opens no file. */
struct render_font {
    const char *file;
    struct span bytes; /* empty: it could not be read, or is no font */
};

struct render_job {
    const struct rendition *renditions;
    size_t n_renditions;
    struct image_limits limits;
    struct image_hints hints;
    struct source **mark_images; /* one for each mark that names an image, over all renditions in
                                    order; entries may be NULL */
    size_t n_mark_images;
    struct span default_font;        /* TrueType/OpenType bytes for text marks without a font */
    const struct render_font *fonts; /* the files that text marks name */
    size_t n_fonts;
};

/*
 * Same source and job, same bytes out, on every machine. info and insight are written on success;
 * insight (a JSON object, caller releases) is what else the decode knows: hashes, colours,
 * sharpness. Errors: ERR_UNSUPPORTED, ERR_MALFORMED, ERR_LIMIT, and what src and sink give.
 */
MUST_CHECK int render(struct source *src, const struct render_job *job,
                      const struct render_sink *sink, struct image_info *info,
                      struct json_object **insight, struct err *err);

/* Goes by the first bytes (16 are enough): "jpeg", "png", …, NULL for none that is handled. A name
 * of the table in image/format.c. */
const char *image_sniff(struct span head);

#endif
