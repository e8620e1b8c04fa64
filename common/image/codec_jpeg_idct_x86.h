/* The inverse DCTs of codec_jpeg_idct.h for x86-64: all have SSE2, most AVX2. */
#ifndef IMAGE_CODEC_JPEG_IDCT_X86_H
#define IMAGE_CODEC_JPEG_IDCT_X86_H

#include "image/codec_jpeg_idct.h"

#if defined(__x86_64__)
idct_two idct_two_avx2, idct_two_sse2;
#endif

#endif
