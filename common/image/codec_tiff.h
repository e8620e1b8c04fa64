/* What a TIFF's samples mean, and how a row of them becomes 8-bit pixels. TIFF 6.0. */
#ifndef IMAGE_CODEC_TIFF_H
#define IMAGE_CODEC_TIFF_H

#include "base/def.h"

struct tiff_format {
    uint32_t bits, samples; /* of a pixel, as stored: 1 to 16 bits */
    uint32_t photometric;   /* TIFF 6.0, page 37: 0 white is 0, 1 black is 0, 2 RGB, 3 palette, 5
                               separated (CMYK), 8 and 9 L*a*b* */
    bool planar;            /* each sample in a row of its own */
    bool has_alpha;         /* the sample behind the colours */
    bool associated;        /* colours are multiplied by it */
    uint8_t colours;        /* 1, 3, 4: channels of the model */
    uint8_t (*palette)[3];  /* 1 << bits entries, for photometric 3 */
    uint8_t *coded;         /* tiff_lab_coded(), for L*a*b* of 8 or 16 bits; NULL else */
};

/* rows: one pointer, or one a sample where planar. out: colours (and alpha) interleaved, not
 * premultiplied; CMYK with 255 for full ink. */
void tiff_convert_row(const struct tiff_format *format, const uint8_t *const *rows, uint8_t *out,
                      uint32_t n);

/* Linear light (0..16384) to sRGB; the caller frees it. */
uint8_t *tiff_lab_coded(void);

/* One pixel of L* (0..100), a* and b*, white D50, as sRGB. */
void tiff_lab_px(const uint8_t *coded, const double lab[3], uint8_t out[3]);

#endif
