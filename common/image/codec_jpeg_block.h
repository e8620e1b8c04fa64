/*
 * One block of a baseline scan, from its bits to the coefficients that are wanted (ITU-T T.81,
 * F.2.2): inline, as most of a decode's time is spent here. For codec_jpeg_scan.c alone.
 */
#ifndef IMAGE_CODEC_JPEG_BLOCK_H
#define IMAGE_CODEC_JPEG_BLOCK_H

#include <string.h>

#include "image/codec_jpeg_scan.h"

/* --- bits --- */

/* At least 56 valid bits; past the end they are zeros, which overrun() finds out. */
static inline void refill(struct scan_bits *bits)
{
    uint64_t next;

    memcpy(&next, bits->at, sizeof(next));
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    next = __builtin_bswap64(next);
#endif
    bits->buffer |= next >> bits->left;
    bits->at += (63 - bits->left) >> 3;
    bits->left |= 56;
}

static inline uint32_t peek(const struct scan_bits *bits, uint32_t n)
{
    return (uint32_t)(bits->buffer >> (64 - n));
}

static inline void drop(struct scan_bits *bits, uint32_t n)
{
    bits->buffer <<= n;
    bits->left -= n;
}

/* --- symbols --- */

/* Look-ups that 56 bits are enough for: of pairs; of pairs after a DC value of usual length; of
 * skipped symbols, the last of them followed by a value of up to 15 bits. */
#define PAIRS_A_REFILL (56 / SCAN_PAIR_BITS)
#define PAIRS_AFTER_DC 3
#define SKIPS_A_REFILL (56 / (SCAN_SKIP_BITS + 15))

/* The value that ends `total` bits from here, `size` bits long (T.81 table F.1): where its first
 * bit is 0 it is negative. */
static inline int32_t value_at(const struct scan_bits *bits, uint32_t total, uint32_t size)
{
    uint32_t raw = (uint32_t)(bits->buffer >> (64 - total)) & ((1u << size) - 1);

    return raw < 1u << size >> 1 ? (int32_t)raw - (1 << size) + 1 : (int32_t)raw;
}

/* A code and its symbol as look has them, however long; 0: none. Needs 16 bits. */
static inline uint32_t code_at(const struct scan_bits *bits, const struct scan_codes *codes)
{
    uint32_t entry = codes->look[peek(bits, SCAN_CODE_BITS)];

    return __builtin_expect(entry != 0, 1) ? entry : scan_code(codes, peek(bits, 16));
}

/* Needs 31 bits, leaves enough for PAIRS_AFTER_DC. False: no such code. */
static inline bool read_dc(struct scan_bits *bits, const struct scan_codes *codes, int32_t *value)
{
    uint32_t entry = code_at(bits, codes), size = entry >> 8, total = (entry & 0xff) + size;

    if (entry == 0) {
        return false;
    }
    *value = value_at(bits, total, size);
    drop(bits, total);
    if (__builtin_expect(total > 56 - PAIRS_AFTER_DC * SCAN_PAIR_BITS, 0)) {
        refill(bits);
    }
    return true;
}

/* One AC symbol, however long. k: the next coefficient, 64 where the block is at its end. end_run:
 * of progressive files, in how many blocks more nothing follows; NULL else. False: not sound. */
static inline bool read_symbol(struct scan_bits *bits, const struct scan_component *component,
                               int16_t *out, uint32_t *k, uint32_t *end_run)
{
    uint32_t entry, size, run, total;

    refill(bits);
    entry = code_at(bits, &component->ac->codes);
    size = entry >> 8 & 15;
    run = entry >> 12;
    total = (entry & 0xff) + size;
    if (size == 0 && run < 15) {
        *k = 64;
        drop(bits, total);
        if (end_run && run > 0) {
            *end_run = (1u << run) - 1 + peek(bits, run);
            drop(bits, run);
        }
        return entry != 0;
    }
    *k += run;
    if (*k > 63) {
        return false;
    }
    out[component->place[*k]] = (int16_t)value_at(bits, total, size);
    drop(bits, total);
    (*k)++;
    return true;
}

/* --- blocks --- */

/* A step stays inside of the block; else it was no step, or one too many. */
static inline bool is_inside(uint32_t next)
{
    return (next & (SCAN_STEP_END - 1)) <= 64;
}

static inline void put_pair(const struct scan_component *component, uint64_t pair, uint32_t k,
                            int16_t *out)
{
    uint32_t first = k + (uint8_t)(pair >> 16), second = k + (uint8_t)(pair >> 24);

    out[component->place[first]] = (int16_t)(pair >> 32);
    out[component->place[second]] = (int16_t)(pair >> 48);
}

/* Up to n pairs from coefficient k on: the next coefficient. Where that is 64 or more the last pair
 * is not dropped yet. */
static inline __attribute__((always_inline)) uint32_t read_pairs(
    struct scan_bits *bits, const struct scan_component *component, int16_t *out, uint32_t k,
    uint32_t n, uint64_t *pair)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t next;

        *pair = component->ac->pairs[peek(bits, SCAN_PAIR_BITS)];
        next = k + (uint8_t)(*pair >> 8);
        put_pair(component, *pair, k, out);
        if (next >= 64) {
            return next;
        }
        drop(bits, *pair & 63);
        k = next;
    }
    return k;
}

/* Passes over coefficients k..63. False: not sound. */
static inline __attribute__((always_inline)) bool skip_rest(struct scan_bits *bits,
                                                            const struct scan_component *component,
                                                            int16_t *out, uint32_t k,
                                                            uint32_t *end_run)
{
    while (k < 64) {
        refill(bits);
        for (uint32_t i = 0; i < SKIPS_A_REFILL; i++) {
            uint32_t entry = component->ac->skip[peek(bits, SCAN_SKIP_BITS)];
            uint32_t next = k + (entry >> 8);

            if (next >= 64 && !is_inside(next)) {
                if (!read_symbol(bits, component, out, &k, end_run)) {
                    return false;
                }
                break;
            }
            drop(bits, entry & 63);
            k = next;
            if (next >= 64) {
                return true;
            }
        }
    }
    return true;
}

enum found {
    FOUND_UNSOUND,
    FOUND_DC, /* alone */
    FOUND_MORE
};

/* Coefficients from k on, those up to `last` handed to their places in out. n_pairs: look-ups that
 * the bits at hand are enough for. end_run: as read_symbol(). */
static inline __attribute__((always_inline)) enum found read_band(
    struct scan_bits *bits, const struct scan_component *component, int16_t *out, uint32_t k,
    uint32_t last, uint32_t n_pairs, uint32_t *end_run)
{
    for (uint32_t n = n_pairs; k <= last; n = PAIRS_A_REFILL) {
        uint64_t pair;
        uint32_t next = read_pairs(bits, component, out, k, n, &pair);

        if (next < 64) {
            k = next;
        } else if (__builtin_expect(is_inside(next), 1)) {
            drop(bits, pair & 63);
            return next == (SCAN_STEP_END | 2) ? FOUND_DC : FOUND_MORE;
        } else {
            k = next - (uint8_t)(pair >> 8);
            if (!read_symbol(bits, component, out, &k, end_run)) {
                return FOUND_UNSOUND;
            }
        }
        if (k <= last) {
            refill(bits);
        }
    }
    return skip_rest(bits, component, out, k, end_run) ? FOUND_MORE : FOUND_UNSOUND;
}

/* The wanted coefficients of the next block, quantised, each handed to its place in out.
 * last: the component's. */
static inline __attribute__((always_inline)) enum found read_block(struct scan_bits *bits,
                                                                   struct scan_component *component,
                                                                   int16_t *out, uint32_t last)
{
    int32_t value;

    refill(bits);
    if (!read_dc(bits, &component->dc->codes, &value)) {
        return FOUND_UNSOUND;
    }
    component->before = (int32_t)((uint32_t)component->before + (uint32_t)value);
    out[0] = (int16_t)component->before;
    return read_band(bits, component, out, 1, last, PAIRS_AFTER_DC, NULL);
}

/* --- MCUs --- */

/* Before n MCUs, ten blocks at most, are read: enough bytes at hand, the restart marker that is due
 * passed. n: how many there may be up to the next. As scan_row(). */
static inline int scan_prepare(struct scan *scan, uint32_t *n, struct err *err)
{
    if (scan->restart_interval) {
        if (scan->until_restart == 0) {
            int status = scan_restart(scan, err);

            if (status != 1) {
                return status;
            }
        }
        *n = *n < scan->until_restart ? *n : scan->until_restart;
        scan->until_restart -= *n;
    }
    if (!window_has_mcu(&scan->window)) {
        TRY(window_fill(&scan->window, err));
    }
    return 1;
}

/* --- samples --- */

/* A block at waiting->blocks' next place is complete: to samples, with the one that waits for it.
 */
static inline void put_waiting(struct scan_waiting *waiting, const int16_t *steps,
                               uint8_t *const *rows, size_t column)
{
    waiting->blocks.steps[waiting->n] = steps;
    waiting->blocks.rows[waiting->n] = rows;
    waiting->blocks.columns[waiting->n] = column;
    if (++waiting->n == 2) {
        waiting->to_samples(&waiting->blocks);
        waiting->n = 0;
    }
}

/* The block that is left over at the end of a row goes twice to the same place. */
static inline void flush_waiting(struct scan_waiting *waiting)
{
    struct idct_blocks *blocks = &waiting->blocks;

    if (waiting->n == 1) {
        memcpy(blocks->coefficients + IDCT_STEP, blocks->coefficients,
               64 * sizeof(*blocks->coefficients));
        put_waiting(waiting, blocks->steps[0], blocks->rows[0], blocks->columns[0]);
    }
}

#endif
