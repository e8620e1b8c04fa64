/* Huffman tables of a baseline scan, made ready to look up (ITU-T T.81, C.2 and F.2.2). */
#include <string.h>

#include "image/codec_jpeg_scan.h"

/* T.81 table F.1: a value of `size` bits whose first bit is 0 is negative. */
static int32_t extended(uint32_t bits, uint32_t size)
{
    return size == 0                 ? 0
           : bits >> (size - 1) == 0 ? (int32_t)bits - (1 << size) + 1
                                     : (int32_t)bits;
}

static uint32_t search_code(const struct scan_codes *codes, uint32_t bits, uint32_t length)
{
    for (; length <= 16; length++) {
        int32_t code = (int32_t)(bits >> (16 - length));

        if (code <= codes->max_code[length]) {
            uint32_t symbol = codes->values[(code + codes->offset[length]) & 0xff];

            return symbol << 8 | length;
        }
    }
    return 0;
}

uint32_t scan_code(const struct scan_codes *codes, uint32_t bits)
{
    uint32_t entry = codes->look[bits >> (16 - SCAN_CODE_BITS)];

    return entry ? entry : search_code(codes, bits, SCAN_CODE_BITS + 1);
}

/* False: more codes of a length than there can be, or more than there are values. */
static bool make_codes(struct scan_codes *codes, const JHUFF_TBL *from)
{
    int32_t code = 0;
    size_t n = 0;

    memcpy(codes->values, from->huffval, sizeof(codes->values));
    for (uint32_t length = 1; length <= 16; length++) {
        codes->offset[length] = (int32_t)n - code;
        code += from->bits[length];
        n += from->bits[length];
        codes->max_code[length] = from->bits[length] ? code - 1 : -1;
        if (code >= 1 << length || n > 256) { /* no code is all ones (T.81, C.2) */
            return false;
        }
        code <<= 1;
    }
    for (uint32_t i = 0; i < 1u << SCAN_CODE_BITS; i++) {
        uint32_t entry = search_code(codes, i << (16 - SCAN_CODE_BITS), 1);

        codes->look[i] = (entry & 0xff) <= SCAN_CODE_BITS ? (uint16_t)entry : 0;
    }
    return true;
}

/* An AC symbol (T.81, F.2.2.2) with the bits that follow its code. */
struct symbol {
    uint32_t code, size; /* lengths; code 0: not one */
    uint32_t run;
    bool is_end;
    int32_t value;
};

/* bits: 16, from the top; past those that are known anything may stand. */
static struct symbol symbol_of(const struct scan_table *table, uint32_t bits)
{
    uint32_t entry = scan_code(&table->codes, bits);
    struct symbol symbol = { .code = entry & 0xff, .size = entry >> 8 & 15, .run = entry >> 12 };

    symbol.is_end = symbol.size == 0 && symbol.run < 15;
    if (symbol.is_end && symbol.run > 0 && table->kind == TABLE_BAND) {
        return (struct symbol){ 0 }; /* of several blocks: it is read alone */
    }
    symbol.value = extended((bits << symbol.code & 0xffff) >> (16 - symbol.size), symbol.size);
    return symbol;
}

static uint64_t pair_of(uint32_t length, uint32_t step, uint32_t first, uint32_t second)
{
    return length | step << 8 | first << 16 | (uint64_t)second << 24;
}

static uint64_t values_of(int32_t first, int32_t second)
{
    return (uint64_t)(uint16_t)first << 32 | (uint64_t)(uint16_t)second << 48;
}

/* One entry: two symbols, or one where no other is known by its first bits. */
static uint64_t pair_entry(const struct scan_table *table, uint32_t bits)
{
    struct symbol a = symbol_of(table, bits), b;
    uint32_t length = a.code + a.size, step = a.run + 1, both;

    if (a.code == 0 || length > SCAN_PAIR_BITS) {
        return pair_of(0, SCAN_STEP_SLOW, SCAN_NOWHERE, SCAN_NOWHERE);
    }
    if (a.is_end) {
        return pair_of(length, SCAN_STEP_END | 1, SCAN_NOWHERE, SCAN_NOWHERE);
    }
    b = symbol_of(table, bits << length & 0xffff);
    both = length + b.code + b.size;
    if (b.code == 0 || both > SCAN_PAIR_BITS) {
        return pair_of(length, step, a.run, SCAN_NOWHERE) | values_of(a.value, 0);
    }
    if (b.is_end) {
        return pair_of(both, SCAN_STEP_END | (step + 1), a.run, SCAN_NOWHERE) |
               values_of(a.value, 0);
    }
    return pair_of(both, step + b.run + 1, a.run, step + b.run) | values_of(a.value, b.value);
}

/* One entry: symbols up to an end of block, or as many as have their codes in the bits. */
static uint16_t skip_entry(const struct scan_table *table, uint32_t bits)
{
    uint32_t used = 0, step = 0;

    while (used < SCAN_SKIP_BITS) {
        struct symbol symbol = symbol_of(table, bits << used & 0xffff);

        if (symbol.code == 0 || used + symbol.code > SCAN_SKIP_BITS ||
            step + symbol.run + 1 >= SCAN_STEP_SLOW) {
            break;
        }
        used += symbol.code + symbol.size;
        if (symbol.is_end) {
            return (uint16_t)((SCAN_STEP_END | (step + 1)) << 8 | used);
        }
        step += symbol.run + 1;
    }
    return used ? (uint16_t)(step << 8 | used) : SCAN_STEP_SLOW << 8;
}

bool scan_table_make(struct scan_table *table, const JHUFF_TBL *from, enum scan_table_kind kind)
{
    bool is_dc = kind == TABLE_DC;

    table->kind = kind;
    if (!make_codes(&table->codes, from)) {
        return false;
    }
    for (size_t length = 1, n = 0; length <= 16 && is_dc; length++) {
        for (size_t upto = n + from->bits[length]; n < upto; n++) {
            if (from->huffval[n] > 15) {
                return false;
            }
        }
    }
    for (uint32_t i = 0; i < 1u << SCAN_PAIR_BITS && !is_dc; i++) {
        table->pairs[i] = pair_entry(table, i << (16 - SCAN_PAIR_BITS));
    }
    for (uint32_t i = 0; i < 1u << SCAN_SKIP_BITS && !is_dc; i++) {
        table->skip[i] = skip_entry(table, i << (16 - SCAN_SKIP_BITS));
    }
    return true;
}
