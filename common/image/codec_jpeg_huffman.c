#include "image/codec_jpeg_huffman.h"

#include <string.h>

#define LENGTH_MAX                                                                                 \
    48 /* of a code before it is shortened to 16: counts of 32 bits make none longer */
#define RESERVED 256 /* stands for the code of ones alone, which is not used */

/* T.81 tables K.3 to K.6. */
static const struct {
    uint8_t n_of_length[17], n_symbols, symbols[162];
} standard[2][SYMBOL_TABLES] = {
    { { { 0, 0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d },
        162,
        { 0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61,
          0x07, 0x22, 0x71, 0x14, 0x32, 0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52,
          0xd1, 0xf0, 0x24, 0x33, 0x62, 0x72, 0x82, 0x09, 0x0a, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x25,
          0x26, 0x27, 0x28, 0x29, 0x2a, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x43, 0x44, 0x45,
          0x46, 0x47, 0x48, 0x49, 0x4a, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a, 0x63, 0x64,
          0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7a, 0x83,
          0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99,
          0x9a, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xb2, 0xb3, 0xb4, 0xb5, 0xb6,
          0xb7, 0xb8, 0xb9, 0xba, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xd2, 0xd3,
          0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0xda, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8,
          0xe9, 0xea, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa } },
      { { 0, 0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77 },
        162,
        { 0x00, 0x01, 0x02, 0x03, 0x11, 0x04, 0x05, 0x21, 0x31, 0x06, 0x12, 0x41, 0x51, 0x07, 0x61,
          0x71, 0x13, 0x22, 0x32, 0x81, 0x08, 0x14, 0x42, 0x91, 0xa1, 0xb1, 0xc1, 0x09, 0x23, 0x33,
          0x52, 0xf0, 0x15, 0x62, 0x72, 0xd1, 0x0a, 0x16, 0x24, 0x34, 0xe1, 0x25, 0xf1, 0x17, 0x18,
          0x19, 0x1a, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x43, 0x44,
          0x45, 0x46, 0x47, 0x48, 0x49, 0x4a, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a, 0x63,
          0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7a,
          0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97,
          0x98, 0x99, 0x9a, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xb2, 0xb3, 0xb4,
          0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca,
          0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0xda, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7,
          0xe8, 0xe9, 0xea, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa } } },
    { { { 0, 0, 1, 5, 1, 1, 1, 1, 1, 1 }, 12, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 } },
      { { 0, 0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 12, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 } } },
};

/* Annex C: codes count up, and get a bit at each length's end. */
static void make_entries(struct huffman_code *code)
{
    uint32_t next = 0, k = 0;

    memset(code->entries, 0, sizeof(code->entries));
    for (uint32_t length = 1; length <= 16; length++, next <<= 1) {
        for (uint32_t i = 0; i < code->n_of_length[length]; i++, k++, next++) {
            uint32_t symbol = code->symbols[k], size = symbol & 15;

            code->entries[symbol] = next << size << 5 | (length + size);
        }
    }
    code->n_symbols = k;
}

static void make_small(struct huffman_code *code)
{
    for (uint32_t run = 0; run < 16; run++) {
        for (int32_t value = -HUFFMAN_SMALL; value < HUFFMAN_SMALL; value++) {
            struct symbol symbol = symbol_of(run, value);

            code->small[run][value + HUFFMAN_SMALL] =
                code->entries[symbol.code & 0xff] | symbol.bits << 5;
        }
    }
}

void huffman_standard(struct huffman_code *code, bool is_dc, uint32_t table)
{
    memcpy(code->n_of_length, standard[is_dc][table].n_of_length, sizeof(code->n_of_length));
    memcpy(code->symbols, standard[is_dc][table].symbols, sizeof(standard[0][0].symbols));
    make_entries(code);
    if (!is_dc) {
        make_small(code);
    }
}

/* The symbols that occur, while they are put together to one tree. */
struct tree {
    uint32_t n;
    struct {
        uint64_t count; /* 0: it is in another one's subtree */
        uint32_t symbol, length;
        int32_t next; /* in the same subtree; -1: the last */
    } leaves[257];
};

/* The least count; of equals the one with the largest symbol, as K.2 has it. -1: none is left. */
static int32_t rarest(const struct tree *tree, int32_t but)
{
    int32_t found = -1;

    for (int32_t i = 0; i < (int32_t)tree->n; i++) {
        if (tree->leaves[i].count > 0 && i != but &&
            (found < 0 || tree->leaves[i].count <= tree->leaves[found].count)) {
            found = i;
        }
    }
    return found;
}

/* One bit more for all of a subtree; returns its last leaf. */
static int32_t lengthen(struct tree *tree, int32_t at)
{
    tree->leaves[at].length++;
    while (tree->leaves[at].next >= 0) {
        at = tree->leaves[at].next;
        tree->leaves[at].length++;
    }
    return at;
}

static void make_tree(struct tree *tree, const uint32_t counts[256])
{
    tree->n = 0;
    for (uint32_t symbol = 0; symbol <= RESERVED; symbol++) {
        uint32_t count = symbol == RESERVED ? 1 : counts[symbol];

        if (count > 0) {
            tree->leaves[tree->n].symbol = symbol;
            tree->leaves[tree->n].count = count;
            tree->leaves[tree->n].length = 0;
            tree->leaves[tree->n].next = -1;
            tree->n++;
        }
    }
    for (;;) {
        int32_t first = rarest(tree, -1), second = rarest(tree, first);

        if (second < 0) {
            return;
        }
        tree->leaves[first].count += tree->leaves[second].count;
        tree->leaves[second].count = 0;
        tree->leaves[lengthen(tree, first)].next = second;
        lengthen(tree, second);
    }
}

/* K.3: pairs of codes over 16 bits move up, one below the parent of both, one beside a shorter. */
static void shorten(uint32_t n_of_length[LENGTH_MAX + 1])
{
    for (uint32_t length = LENGTH_MAX; length > 16; length--) {
        while (n_of_length[length] > 0) {
            uint32_t shorter = length - 2;

            while (n_of_length[shorter] == 0) {
                shorter--;
            }
            n_of_length[length] -= 2;
            n_of_length[length - 1]++;
            n_of_length[shorter + 1] += 2;
            n_of_length[shorter]--;
        }
    }
}

void huffman_optimal(struct huffman_code *code, const uint32_t counts[256])
{
    struct tree tree;
    uint32_t n_of_length[LENGTH_MAX + 1] = { 0 }, longest = 16, n = 0;

    make_tree(&tree, counts);
    for (uint32_t i = 0; i < tree.n; i++) {
        n_of_length[tree.leaves[i].length]++;
    }
    shorten(n_of_length);
    while (longest > 1 && n_of_length[longest] == 0) {
        longest--;
    }
    n_of_length[longest] -= n_of_length[longest] > 0; /* the reserved code */
    code->n_of_length[0] = 0;
    for (uint32_t length = 1; length <= 16; length++) {
        code->n_of_length[length] = (uint8_t)n_of_length[length];
    }
    for (uint32_t length = 1; length <= LENGTH_MAX; length++) {
        for (uint32_t i = 0; i < tree.n; i++) {
            if (tree.leaves[i].length == length && tree.leaves[i].symbol != RESERVED) {
                code->symbols[n++] = (uint8_t)tree.leaves[i].symbol;
            }
        }
    }
    make_entries(code);
}

/* --- coding --- */

static inline void put(struct huffman_bits *bits, uint32_t entry, uint32_t value)
{
    uint32_t length = entry & 31;

    bits->buffer = bits->buffer << length | (entry >> 5 | value);
    bits->held += length;
}

/* Whole bytes leave; what is not whole is written too, and again the next time. */
static inline void store(struct huffman_bits *bits)
{
    uint64_t top = bits->buffer << (64 - bits->held);

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    top = __builtin_bswap64(top);
#endif
    memcpy(bits->at, &top, sizeof(top));
    bits->at += bits->held >> 3;
    bits->held &= 7;
}

static inline const uint16_t *put_word(struct huffman_bits *bits, const uint16_t *from,
                                       const struct huffman_code *code)
{
    uint32_t symbol = *from >> 8, value = *from & 0xff;

    from++;
    if (__builtin_expect((symbol & 15) > 8, 0)) {
        value |= (uint32_t)*from++ << 8;
    }
    put(bits, code->entries[symbol], value);
    return from;
}

const uint16_t *huffman_put(struct huffman_bits *bits, const uint8_t *limit, const uint16_t *from,
                            const uint16_t *end, const struct huffman_code dc[SYMBOL_TABLES],
                            const struct huffman_code ac[SYMBOL_TABLES])
{
    struct huffman_bits here = *bits; /* in registers */

    while (from < end && limit - here.at >= HUFFMAN_BLOCK_BYTES) {
        const struct huffman_code *own = &ac[*from & 1];
        uint32_t n = *from >> 1;

        from = put_word(&here, from + 1, &dc[*from & 1]);
        for (uint32_t i = 1; i < n; i += 2) { /* 7 bits and two of at most 27 */
            from = put_word(&here, from, own);
            store(&here);
            from = put_word(&here, from, own);
        }
        if (n % 2 == 1) {
            from = put_word(&here, from, own);
        }
        store(&here);
    }
    *bits = here;
    return from;
}

static inline void put_value(struct huffman_bits *bits, const struct huffman_code *ac, uint32_t run,
                             int32_t value)
{
    uint32_t small = (uint32_t)(value + HUFFMAN_SMALL);

    if (__builtin_expect(small < 2 * HUFFMAN_SMALL, 1)) {
        put(bits, ac->small[run][small], 0);
    } else {
        struct symbol symbol = symbol_of(run, value);

        put(bits, ac->entries[symbol.code], symbol.bits);
    }
}

void huffman_put_block(struct huffman_bits *bits, const struct forward_block *block,
                       int32_t *dc_before, const struct huffman_code *dc,
                       const struct huffman_code *ac)
{
    struct huffman_bits here = *bits;
    struct symbol symbol = symbol_of(0, block->values[0] - *dc_before);
    uint32_t before = 0;

    *dc_before = block->values[0];
    put(&here, dc->entries[symbol.code], symbol.bits);
    for (uint64_t left = block->present & ~(uint64_t)1; left; left &= left - 1) {
        uint32_t k = (uint32_t)__builtin_ctzll(left), run = k - before - 1;

        store(&here);
        for (; __builtin_expect(run > 15, 0); run -= 16) {
            put(&here, ac->entries[SYMBOL_ZEROS], 0);
            store(&here);
        }
        put_value(&here, ac, run, block->values[k]);
        before = k;
    }
    if (before < 63) {
        put(&here, ac->entries[SYMBOL_END], 0);
    }
    store(&here);
    *bits = here;
}

void huffman_put_filler(struct huffman_bits *bits, const struct huffman_code *dc,
                        const struct huffman_code *ac)
{
    put(bits, dc->entries[0], 0);
    put(bits, ac->entries[SYMBOL_END], 0);
    store(bits);
}

void huffman_end(struct huffman_bits *bits)
{
    if (bits->held > 0) {
        put(bits, 0x7f << 5 | 7, 0);
        store(bits);
        bits->held = 0;
    }
}
