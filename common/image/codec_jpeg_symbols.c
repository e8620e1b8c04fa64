#include "image/codec_jpeg_symbols.h"

#define WORD_BITS 8 /* of a value */

static inline uint16_t *put_word(uint16_t *out, struct symbol symbol, uint32_t counts[256])
{
    *out++ = (uint16_t)(symbol.code << 8 | (symbol.bits & 0xff));
    counts[symbol.code & 0xff]++;
    if (__builtin_expect(symbol.size > WORD_BITS, 0)) {
        *out++ = (uint16_t)(symbol.bits >> WORD_BITS);
    }
    return out;
}

#define SMALL 8 /* most values are smaller than that */

/* Size and bits of -SMALL to SMALL - 1, as they stand in a word. */
static const uint16_t small_words[2 * SMALL] = { 0x407, 0x300, 0x301, 0x302, 0x303, 0x200,
                                                 0x201, 0x100, 0x000, 0x101, 0x202, 0x203,
                                                 0x304, 0x305, 0x306, 0x307 };

static inline uint16_t *put_value(uint16_t *out, uint32_t run, int32_t value, uint32_t counts[256])
{
    uint32_t small = (uint32_t)(value + SMALL);

    if (__builtin_expect(small < 2 * SMALL, 1)) {
        uint32_t word = run << 12 | small_words[small];

        *out++ = (uint16_t)word;
        counts[word >> 8]++;
        return out;
    }
    return put_word(out, symbol_of(run, value), counts);
}

uint16_t *symbols_of_block(const struct forward_block *block, int32_t *dc_before, uint32_t table,
                           struct symbol_counts counts[SYMBOL_TABLES], uint16_t *out)
{
    struct symbol_counts *own = &counts[table];
    uint16_t *head = out++;
    uint32_t before = 0, n = 0;

    out = put_word(out, symbol_of(0, block->values[0] - *dc_before), own->dc);
    *dc_before = block->values[0];
    for (uint64_t left = block->present & ~(uint64_t)1; left; left &= left - 1, n++) {
        uint32_t k = (uint32_t)__builtin_ctzll(left), run = k - before - 1;

        for (; __builtin_expect(run > 15, 0); run -= 16, n++) {
            *out++ = SYMBOL_ZEROS << 8;
            own->ac[SYMBOL_ZEROS]++;
        }
        out = put_value(out, run, block->values[k], own->ac);
        before = k;
    }
    if (before < 63) {
        *out++ = SYMBOL_END << 8;
        own->ac[SYMBOL_END]++;
        n++;
    }
    *head = (uint16_t)(n << 1 | table);
    return out;
}

uint16_t *symbols_of_filler(uint32_t table, struct symbol_counts counts[SYMBOL_TABLES],
                            uint16_t *out)
{
    *out++ = (uint16_t)(1 << 1 | table);
    *out++ = 0;
    *out++ = SYMBOL_END << 8;
    counts[table].dc[0]++;
    counts[table].ac[SYMBOL_END]++;
    return out;
}
