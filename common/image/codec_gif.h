/* The LZW half of the GIF reader. */
#ifndef IMAGE_CODEC_GIF_H
#define IMAGE_CODEC_GIF_H

#include "base/buf.h"
#include "base/def.h"

/*
 * Unpacks the sub-blocks that follow an image descriptor's code size (GIF89a, appendix F) into out,
 * one index a byte, n of them. Returns how many were written: n, or fewer where the data ends early
 * or a code makes no sense. All work is bounded by n and the input's length.
 */
size_t gif_unpack(struct span blocks, uint32_t code_bits, uint8_t *out, size_t n);

#endif
