/* PNG out, by libpng; eXIf keeps the metadata that is kept. */
#ifndef IMAGE_CODEC_PNG_ENCODE_H
#define IMAGE_CODEC_PNG_ENCODE_H

#include "image/codec.h"

MUST_CHECK int png_encode_open(struct encoder *encoder, struct err *err);
MUST_CHECK int png_encode_rows(struct encoder *encoder, uint8_t *const *const *rows,
                               struct err *err);
MUST_CHECK int png_encode_finish(struct encoder *encoder, struct err *err);
void png_encode_close(struct encoder *encoder);

#endif
