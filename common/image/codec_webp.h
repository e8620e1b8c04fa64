/* The writing half of WebP. */
#ifndef IMAGE_CODEC_WEBP_H
#define IMAGE_CODEC_WEBP_H

#include "image/codec.h"

#define WEBP_MAX_SIDE_PX 16383 /* 14 bits in the bitstream: RFC 9649, 2.5 */

/* ERR_LIMIT for a picture over 16383 px on a side. */
MUST_CHECK int webp_encode_open(struct encoder *encoder, struct err *err);
MUST_CHECK int webp_encode_rows(struct encoder *encoder, uint8_t *const *const *rows,
                                struct err *err);
MUST_CHECK int webp_encode_finish(struct encoder *encoder, struct err *err);
void webp_encode_close(struct encoder *encoder);

#endif
