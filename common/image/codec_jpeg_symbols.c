#include "image/codec_jpeg_symbols.h"

#define WORD_BITS 8 /* of a value */

static inline uint16_t *put_word(uint16_t *out, struct symbol symbol)
{
    *out++ = (uint16_t)(symbol.code << 8 | (symbol.bits & 0xff));
    if (__builtin_expect(symbol.size > WORD_BITS, 0)) {
        *out++ = (uint16_t)(symbol.bits >> WORD_BITS);
    }
    return out;
}

uint16_t *symbols_of_block(const struct forward_block *block, int32_t *dc_before, uint32_t table,
                           uint16_t *out)
{
    uint16_t *head = out++;
    uint32_t before = 0, n = 0;

    out = put_word(out, symbol_of(0, block->values[0] - *dc_before));
    *dc_before = block->values[0];
    for (uint64_t left = block->present & ~(uint64_t)1; left; left &= left - 1, n++) {
        uint32_t k = (uint32_t)__builtin_ctzll(left), run = k - before - 1;

        for (; __builtin_expect(run > 15, 0); run -= 16, n++) {
            *out++ = SYMBOL_ZEROS << 8;
        }
        out = put_word(out, symbol_of(run, block->values[k]));
        before = k;
    }
    if (before < 63) {
        *out++ = SYMBOL_END << 8;
        n++;
    }
    *head = (uint16_t)(n << 1 | table);
    return out;
}

uint16_t *symbols_of_filler(uint32_t table, uint16_t *out)
{
    *out++ = (uint16_t)(1 << 1 | table);
    *out++ = 0;
    *out++ = SYMBOL_END << 8;
    return out;
}

void symbols_count(const uint16_t *from, const uint16_t *end,
                   struct symbol_counts counts[SYMBOL_TABLES])
{
    while (from < end) {
        struct symbol_counts *own = &counts[*from & 1];
        uint32_t n = *from >> 1, symbol = from[1] >> 8;

        own->dc[symbol]++;
        from += 2 + (symbol > WORD_BITS);
        for (uint32_t i = 0; i < n; i++) {
            symbol = *from >> 8;
            own->ac[symbol]++;
            from += 1 + ((symbol & 15) > WORD_BITS);
        }
    }
}
