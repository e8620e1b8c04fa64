/*
 * The parts of the JPEG encoder. Baseline files are our own work: the same bytes as libjpeg-turbo
 * writes (integer DCT, optimised tables or not), in less time. Progressive ones are
 * libjpeg-turbo's.
 */
#ifndef IMAGE_CODEC_JPEG_ENCODE_H
#define IMAGE_CODEC_JPEG_ENCODE_H

#include "base/buf.h"
#include "image/codec.h"
#include "image/codec_jpeg_huffman.h"

/* The quantisation steps of a quality (1..100), natural order: T.81 K.1 and K.2, scaled as libjpeg
 * does it. table: 0 for luma, 1 for chroma. */
void jpeg_quantisation(uint32_t quality, uint32_t table, uint8_t steps[64]);

#define JPEG_OUT_BYTES (64u << 10) /* one message to the worker */
#define JPEG_EXIF_NAME "Exif\0"    /* of APP1, and the literal's own NUL: six bytes */

/* What one file's segments say. */
struct jpeg_head {
    uint32_t width_px, height_px, n_components; /* 1 or 3 */
    uint32_t luma_across, luma_down; /* sampling factors of the first; the others' are 1 */
    uint8_t steps[SYMBOL_TABLES][64];
    const struct huffman_code *dc, *ac; /* SYMBOL_TABLES of each */
    struct span exif;                   /* a block for APP1, TIFF header first; empty: none */
};

/* Everything before the first entropy-coded byte. */
void jpeg_head_write(const struct jpeg_head *head, struct buf *out);

MUST_CHECK int jpeg_progressive_open(struct encoder *encoder, struct err *err);
MUST_CHECK int jpeg_progressive_rows(struct encoder *encoder, uint8_t *const *const *rows,
                                     struct err *err);
MUST_CHECK int jpeg_progressive_finish(struct encoder *encoder, struct err *err);
void jpeg_progressive_close(struct encoder *encoder);

#endif
