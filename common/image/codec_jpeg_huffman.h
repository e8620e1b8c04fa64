/* Huffman tables for the encoder (ITU-T T.81, annexes C and K), and the coding of symbols. */
#ifndef IMAGE_CODEC_JPEG_HUFFMAN_H
#define IMAGE_CODEC_JPEG_HUFFMAN_H

#include "image/codec_jpeg_symbols.h"

#define HUFFMAN_SMALL 16

struct huffman_code {
    uint8_t n_of_length[17]; /* codes of 1 to 16 bits */
    uint8_t symbols[256];    /* by growing code */
    uint32_t n_symbols;
    /* By symbol: the code, room for its value's bits (symbol & 15 of them) below it << 5 | length
     * of both. 0: the symbol has no code. */
    uint32_t entries[256];
    /* The same with the value's bits in place, by run and value + HUFFMAN_SMALL, for values of
     * -HUFFMAN_SMALL to HUFFMAN_SMALL - 1, which most are. Filled for standard tables of AC. */
    uint32_t small[16][2 * HUFFMAN_SMALL];
};

/* K.3 to K.6. */
void huffman_standard(struct huffman_code *code, bool is_dc, uint32_t table);

/* The shortest for these counts (K.2): the same table as libjpeg's. */
void huffman_optimal(struct huffman_code *code, const uint32_t counts[256]);

/* Bits on their way: bytes are not stuffed yet. */
struct huffman_bits {
    uint64_t buffer; /* the last `held` bits are valid */
    uint32_t held;   /* 0..7 between two calls */
    uint8_t *at;
};

#define HUFFMAN_BLOCK_BYTES 240 /* the most that one block takes, and what is written past it */

/* Codes whole blocks while there are HUFFMAN_BLOCK_BYTES before limit; returns where it stopped. */
const uint16_t *huffman_put(struct huffman_bits *bits, const uint8_t *limit, const uint16_t *from,
                            const uint16_t *end, const struct huffman_code dc[SYMBOL_TABLES],
                            const struct huffman_code ac[SYMBOL_TABLES]);

/* One block at once, where the tables are there already: the same bits as by its words. */
void huffman_put_block(struct huffman_bits *bits, const struct forward_block *block,
                       int32_t *dc_before, const struct huffman_code *dc,
                       const struct huffman_code *ac);
void huffman_put_filler(struct huffman_bits *bits, const struct huffman_code *dc,
                        const struct huffman_code *ac);

/* The last byte, filled up with ones (F.1.2.3). */
void huffman_end(struct huffman_bits *bits);

#endif
