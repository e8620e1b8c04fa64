/*
 * A picture of few colours while it is written: indices and a palette, as long as 256 colours do.
 * One that came as a palette would leave as true colour at several times its bytes.
 */
#ifndef IMAGE_CODEC_PNG_FEW_H
#define IMAGE_CODEC_PNG_FEW_H

#include "base/def.h"

#define PNG_FEW_COLOURS    256
#define PNG_FEW_MAX_PIXELS 16000000 /* a byte each is held until the last row is there */
#define PNG_FEW_SLOTS      1024

struct png_few {
    uint32_t width_px, n_rows, n_colours;
    uint8_t channels; /* 3: RGB, 4: RGBA */
    uint8_t colours[PNG_FEW_COLOURS][4];
    uint16_t slots[PNG_FEW_SLOTS]; /* by hash: index + 1 */
    uint8_t *indices;
};

struct png_few *png_few_new(uint32_t width_px, uint32_t height_px, uint8_t channels);
void png_few_free(struct png_few *few);

/* The next row, of the channels that were told. False: too many colours; this row is not taken. */
MUST_CHECK bool png_few_add(struct png_few *few, const uint8_t *row);

/* Row y as it was. */
void png_few_row(const struct png_few *few, uint32_t y, uint8_t *out);

/* Bits of an index: 1, 2, 4 or 8. */
uint8_t png_few_bits(const struct png_few *few);

#endif
