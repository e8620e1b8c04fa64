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

/* Symbol of the code at the top of `bits` (16 of them) and its length; 0: none. */
static uint32_t first_symbol(const struct scan_table *table, uint32_t bits, uint8_t *symbol)
{
    for (uint32_t length = 1; length <= 16; length++) {
        int32_t code = (int32_t)(bits >> (16 - length));

        if (code <= table->max_code[length]) {
            *symbol = table->values[(code + table->offset[length]) & 0xff];
            return length;
        }
    }
    return 0;
}

static void fill_look(struct scan_table *table, bool is_dc)
{
    for (uint32_t i = 0; i < 1u << SCAN_LOOK_BITS; i++) {
        uint32_t bits = i << (16 - SCAN_LOOK_BITS), size, run;
        uint8_t symbol = 0;
        uint32_t length = first_symbol(table, bits, &symbol);
        int32_t value;

        table->look[i] = 0;
        size = is_dc ? symbol : symbol & 15;
        run = is_dc ? 0 : symbol >> 4;
        if (length == 0 || length > SCAN_LOOK_BITS) {
            continue;
        }
        if (!is_dc && size == 0 && run < 15) {
            run = SCAN_END;
        }
        if (length + size > SCAN_LOOK_BITS) {
            table->look[i] = (int32_t)(size << 16 | run << 8 | SCAN_CODE_ALONE | length);
            continue;
        }
        value = extended((bits << length & 0xffff) >> (16 - size), size);
        table->look[i] = (int32_t)((uint32_t)value << 16 | run << 8 | (length + size));
    }
}

/* One entry: whole symbols, as many as the bits hold, up to an end of block. */
static uint16_t skip_entry(const struct scan_table *table, uint32_t bits)
{
    uint32_t used = 0, passed = 0;

    for (;;) {
        uint8_t symbol = 0;
        uint32_t rest = bits << used & 0xffff;
        uint32_t length = first_symbol(table, rest, &symbol);
        uint32_t size = symbol & 15, run = symbol >> 4;

        if (length == 0 || used + length + size > SCAN_SKIP_BITS || passed + run + 1 > 64) {
            return used ? (uint16_t)(used << 8 | passed) : SCAN_SKIP_PASSED;
        }
        used += length + size;
        if (size == 0 && run < 15) {
            return (uint16_t)(used << 8 | SCAN_SKIP_END | (passed + 1));
        }
        passed += run + 1;
    }
}

bool scan_table_make(struct scan_table *table, const JHUFF_TBL *from, bool is_dc)
{
    int32_t code = 0;
    size_t n = 0;

    memcpy(table->values, from->huffval, sizeof(table->values));
    table->max_code[17] = INT32_MAX;
    for (uint32_t length = 1; length <= 16; length++) {
        table->offset[length] = (int32_t)n - code;
        code += from->bits[length];
        n += from->bits[length];
        table->max_code[length] = from->bits[length] ? code - 1 : -1;
        if (code > 1 << length || n > 256) {
            return false;
        }
        code <<= 1;
    }
    for (size_t i = 0; i < n && is_dc; i++) {
        if (table->values[i] > 15) {
            return false;
        }
    }
    fill_look(table, is_dc);
    for (uint32_t i = 0; i < 1u << SCAN_SKIP_BITS && !is_dc; i++) {
        table->skip[i] = skip_entry(table, i << (16 - SCAN_SKIP_BITS));
    }
    return true;
}
