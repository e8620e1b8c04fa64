/* What is seldom needed of a block: see codec_jpeg_block.h. */
#include "image/codec_jpeg_block.h"

bool block_symbol(struct scan_bits *bits, const struct scan_component *component, int16_t *out,
                  uint32_t *k)
{
    uint8_t symbol = 0;
    uint32_t length, size;

    refill(bits);
    length = scan_code(&component->ac->codes, peek(bits, 16), &symbol);
    size = symbol & 15;
    drop(bits, length);
    if (size == 0 && symbol >> 4 < 15) {
        *k = 64;
        return length > 0;
    }
    *k += symbol >> 4;
    if (*k > 63) {
        return false;
    }
    out[component->place[*k]] = (int16_t)(read_value(bits, size) * component->quant[*k]);
    (*k)++;
    return true;
}
