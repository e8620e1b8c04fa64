/*
 * The symbols of baseline Huffman coding (ITU-T T.81, F.1.2), kept in 16-bit words between
 * quantisation and coding, so that tables can be made to measure before the first bit is written.
 *
 *   block:  number of AC symbols << 1 | table, DC word, AC words
 *   word:   symbol << 8 | low 8 bits of its value; values of more bits go on in a word of their own
 */
#ifndef IMAGE_CODEC_JPEG_SYMBOLS_H
#define IMAGE_CODEC_JPEG_SYMBOLS_H

#include "image/codec_jpeg_forward.h"

#define SYMBOL_TABLES      2   /* of DC and of AC each: luma's and chroma's */
#define SYMBOL_BLOCK_WORDS 132 /* the most that a block takes */

#define SYMBOL_END         0x00 /* of the block */
#define SYMBOL_ZEROS       0xf0 /* sixteen of them */

/* A value that is not 0 and the zeros before it, up to 15. */
struct symbol {
    uint32_t code, size; /* run << 4 | size; size: bits of the value */
    uint32_t bits;       /* the value's */
};

/* T.81 tables F.1 and F.2: how many bits a value has; negative ones are written less one. */
static inline struct symbol symbol_of(uint32_t run, int32_t value)
{
    int32_t sign = value >> 31;
    uint32_t amount = (uint32_t)((value ^ sign) - sign);
    uint32_t size = 32 - (uint32_t)__builtin_clz(amount | 1) - (amount == 0);

    return (struct symbol){ run << 4 | size, size, (uint32_t)(value + sign) & ((1u << size) - 1) };
}

struct symbol_counts {
    uint32_t dc[256], ac[256];
};

/* Writes a block's words and counts them; returns their end. dc_before: of the component's block
 * before. */
uint16_t *symbols_of_block(const struct forward_block *block, int32_t *dc_before, uint32_t table,
                           struct symbol_counts counts[SYMBOL_TABLES], uint16_t *out);

/* The same for a block outside of the picture, which fills an MCU: as grey as the one before. */
uint16_t *symbols_of_filler(uint32_t table, struct symbol_counts counts[SYMBOL_TABLES],
                            uint16_t *out);

#endif
