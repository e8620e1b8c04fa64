#include "image/codec_png_few.h"

#include <string.h>

#include "base/mem.h"

struct png_few *png_few_new(uint32_t width_px, uint32_t height_px, uint8_t channels)
{
    struct png_few *few = mem_zalloc(sizeof(*few));

    few->width_px = width_px;
    few->channels = channels;
    few->indices = mem_array(height_px, width_px);
    return few;
}

void png_few_free(struct png_few *few)
{
    if (few != NULL) {
        mem_free(few->indices);
        mem_free(few);
    }
}

static uint32_t slot_of(const uint8_t *colour)
{
    uint32_t all = (uint32_t)colour[3] << 24 | (uint32_t)colour[2] << 16 |
                   (uint32_t)colour[1] << 8 | colour[0];

    return (all * 2654435761u) >> 22; /* Knuth's multiplier; the upper 10 bits: a slot */
}

/* The index of a colour, which may be new; false where there is no room for it. */
static bool index_of(struct png_few *few, const uint8_t *colour, uint8_t *out)
{
    uint32_t slot = slot_of(colour);

    for (; few->slots[slot] > 0; slot = (slot + 1) % PNG_FEW_SLOTS) {
        if (memcmp(few->colours[few->slots[slot] - 1], colour, 4) == 0) {
            *out = (uint8_t)(few->slots[slot] - 1);
            return true;
        }
    }
    if (few->n_colours == PNG_FEW_COLOURS) {
        return false;
    }
    memcpy(few->colours[few->n_colours], colour, 4);
    *out = (uint8_t)few->n_colours++;
    few->slots[slot] = (uint16_t)few->n_colours;
    return true;
}

bool png_few_add(struct png_few *few, const uint8_t *row)
{
    uint8_t *to = few->indices + (size_t)few->n_rows * few->width_px;
    uint8_t colour[4] = { 0, 0, 0, 255 };

    for (uint32_t x = 0; x < few->width_px; x++, row += few->channels) {
        if (x > 0 && memcmp(row, row - few->channels, few->channels) == 0) {
            to[x] = to[x - 1];
            continue;
        }
        memcpy(colour, row, few->channels);
        if (!index_of(few, colour, &to[x])) {
            return false;
        }
    }
    few->n_rows++;
    return true;
}

void png_few_row(const struct png_few *few, uint32_t y, uint8_t *out)
{
    const uint8_t *from = few->indices + (size_t)y * few->width_px;

    for (uint32_t x = 0; x < few->width_px; x++, out += few->channels) {
        memcpy(out, few->colours[from[x]], few->channels);
    }
}

uint8_t png_few_bits(const struct png_few *few)
{
    return few->n_colours <= 2 ? 1 : few->n_colours <= 4 ? 2 : few->n_colours <= 16 ? 4 : 8;
}
