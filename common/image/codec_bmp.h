/* What the two halves of the BMP reader share: the header's facts, and run-length decoding. */
#ifndef IMAGE_CODEC_BMP_H
#define IMAGE_CODEC_BMP_H

#include "base/buf.h"
#include "base/def.h"

/* biCompression, [MS-WMF] 2.1.1.7; 3 and 4 mean something else under an OS/2 header. */
enum bmp_compression {
    BMP_RGB = 0,
    BMP_RLE8 = 1,
    BMP_RLE4 = 2,
    BMP_BITFIELDS = 3,
    BMP_ALPHABITFIELDS = 6,
    BMP_RLE24 = 100, /* OS/2's 4, renumbered */
};

/*
 * Unpacks run-length coded pixels into rows that are stored bottom up: out has height rows of
 * width * bytes_per_px (1 for RLE8 and RLE4, one index a byte; 3 for RLE24), zeroed by the caller;
 * what the stream skips stays as it is. Bounded by the input; runs over an edge are cut there.
 * Returns false when the stream ends before its end mark.
 */
bool bmp_unpack(struct span in, enum bmp_compression compression, uint32_t width_px,
                uint32_t height_px, uint8_t *out);

#endif
