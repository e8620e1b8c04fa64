/* Variable-length LZW as GIF has it: least significant bit first, clear and end codes, up to 12
 * bits. */
#include "base/mem.h"
#include "image/codec_gif.h"

#define CODES_MAX     4096
#define CODE_BITS_MAX 12

/* A code's string is its prefix's string and one byte more. */
struct lzw {
    uint16_t prefix[CODES_MAX], length[CODES_MAX];
    uint8_t last[CODES_MAX], first[CODES_MAX];
    uint32_t clear, next, bits, initial_bits;
};

/* Bits out of sub-blocks: a length byte, that many bytes, until a length of 0. */
struct bit_reader {
    struct span in;
    size_t at, block_left;
    uint32_t bits, n;
};

static bool next_byte(struct bit_reader *reader, uint32_t *byte)
{
    if (reader->block_left == 0) {
        if (reader->at >= reader->in.len || reader->in.data[reader->at] == 0) {
            return false;
        }
        reader->block_left = reader->in.data[reader->at++];
    }
    if (reader->at >= reader->in.len) {
        return false;
    }
    reader->block_left--;
    *byte = reader->in.data[reader->at++];
    return true;
}

static bool next_code(struct bit_reader *reader, uint32_t bits, uint32_t *code)
{
    while (reader->n < bits) {
        uint32_t byte;

        if (!next_byte(reader, &byte)) {
            return false;
        }
        reader->bits |= byte << reader->n;
        reader->n += 8;
    }
    *code = reader->bits & ((1u << bits) - 1);
    reader->bits >>= bits;
    reader->n -= bits;
    return true;
}

static void lzw_reset(struct lzw *lzw)
{
    lzw->next = lzw->clear + 2;
    lzw->bits = lzw->initial_bits;
}

static void lzw_init(struct lzw *lzw, uint32_t code_bits)
{
    lzw->clear = 1u << code_bits;
    lzw->initial_bits = code_bits + 1;
    for (uint32_t i = 0; i < lzw->clear; i++) {
        lzw->first[i] = lzw->last[i] = (uint8_t)i;
        lzw->length[i] = 1;
    }
    lzw_reset(lzw);
}

/* A new string: that of `before` and one byte. A full table stays as it is until the next clear. */
static void lzw_add(struct lzw *lzw, uint32_t before, uint8_t byte)
{
    if (lzw->next >= CODES_MAX) {
        return;
    }
    lzw->prefix[lzw->next] = (uint16_t)before;
    lzw->last[lzw->next] = byte;
    lzw->first[lzw->next] = lzw->first[before];
    lzw->length[lzw->next] = (uint16_t)(lzw->length[before] + 1);
    lzw->next++;
    if (lzw->next == 1u << lzw->bits && lzw->bits < CODE_BITS_MAX) {
        lzw->bits++;
    }
}

/* Writes the code's string, from its end backwards; cut at n. */
static size_t lzw_write(const struct lzw *lzw, uint32_t code, uint8_t *out, size_t n)
{
    size_t length = lzw->length[code];

    for (size_t i = length; i-- > 0;) {
        if (i < n) {
            out[i] = lzw->last[code];
        }
        code = lzw->prefix[code];
    }
    return length < n ? length : n;
}

size_t gif_unpack(struct span blocks, uint32_t code_bits, uint8_t *out, size_t n)
{
    struct lzw *lzw = mem_zalloc(sizeof(*lzw));
    struct bit_reader reader = { .in = blocks };
    uint32_t code, before = UINT32_MAX;
    size_t at = 0;

    lzw_init(lzw, code_bits);
    while (at < n && next_code(&reader, lzw->bits, &code)) {
        if (code == lzw->clear) {
            lzw_reset(lzw);
            before = UINT32_MAX;
            continue;
        }
        if (code == lzw->clear + 1 || code > lzw->next ||
            (code == lzw->next && (before == UINT32_MAX || code >= CODES_MAX))) {
            break;
        }
        if (before != UINT32_MAX) {
            lzw_add(lzw, before, lzw->first[code == lzw->next ? before : code]);
        } else if (code > lzw->clear) {
            break; /* the first code after a clear stands for itself */
        }
        at += lzw_write(lzw, code, out + at, n - at);
        before = code;
    }
    mem_free(lzw);
    return at;
}
