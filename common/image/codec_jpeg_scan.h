/*
 * Our own decoder of baseline Huffman scans, for reduced decodes: it keeps the few low coefficients
 * that such a decode uses and jumps over the others, several symbols a look-up. It takes 8-bit
 * files with all components in one scan; for everything else, and at the first thing in the data
 * that is not as ITU-T T.81 has it, the caller goes on with libjpeg-turbo.
 *
 *   pieces of the source -> window without stuffed zeros -> 64-bit buffer -> coefficients ->
 * samples
 */
#ifndef IMAGE_CODEC_JPEG_SCAN_H
#define IMAGE_CODEC_JPEG_SCAN_H

#include "image/codec_jpeg.h"

#define SCAN_LOOK_BITS 11 /* code and value in one look-up */
#define SCAN_SKIP_BITS 13 /* as many whole symbols as fit */
#define SCAN_BLOCKS    10 /* of one MCU: D_MAX_BLOCKS_IN_MCU */

/* One Huffman table, ready to look up. */
struct scan_table {
    /* Value in the upper half; below it the run of zeros before it (SCAN_END: end of block) and
     * the length of code and value. With SCAN_CODE_ALONE the value does not fit: its size stands
     * in its place, the length is the code's. Length 0: not in here. */
    int32_t look[1 << SCAN_LOOK_BITS];
    /* For AC: length << 8 | SCAN_SKIP_END | coefficients passed, an end of block counting as one.
     * SCAN_SKIP_PASSED alone: not in here. */
    uint16_t skip[1 << SCAN_SKIP_BITS];
    int32_t max_code[18]; /* largest code of each length, -1: none; a guard at 17 */
    int32_t offset[17];   /* code + offset: index into values */
    uint8_t values[256];
};

#define SCAN_END         0xff
#define SCAN_CODE_ALONE  0x80

#define SCAN_SKIP_END    0x80
#define SCAN_SKIP_PASSED 0x7f

/* False where the table is not one (libjpeg then says so). */
bool scan_table_make(struct scan_table *table, const JHUFF_TBL *from, bool is_dc);

/* The entropy-coded bytes, unstuffed, up to the next marker. */
struct scan_window {
    struct source *src;
    uint64_t offset; /* of the next piece */
    struct buf keep;
    struct span piece;
    uint8_t *bytes;
    const uint8_t *end;
    struct scan_bits {
        const uint8_t *at; /* the next byte that is not in the buffer */
        uint64_t buffer;   /* the next bits, from the top */
        uint32_t left;     /* of them are valid */
    } bits;
    int marker; /* that ends this stretch; 0: not seen yet */
};

struct scan_component {
    const struct scan_table *dc, *ac;
    uint32_t across, down; /* blocks in an MCU */
    uint32_t side;         /* samples of a block's side that are wanted: 1, 2, 4 or 8 */
    uint32_t last;         /* zigzag index of the last coefficient that is wanted */
    int32_t before;        /* DC of the block before */
    uint16_t quant[64];    /* zigzag order */
    uint8_t
        place[64]; /* zigzag index -> index in a block of side * side; side * side: not wanted */
};

struct scan {
    struct scan_window window;
    struct scan_table *tables; /* NUM_HUFF_TBLS of DC, then of AC */
    struct scan_component components[PLANES_MAX];
    size_t n_components;
    uint32_t mcus_across, mcus_down, row;
    uint32_t restart_interval, until_restart, next_restart;
};

/* cinfo: after jpeg_read_header(), its source standing at the first entropy-coded byte `offset`.
 * sides: for each component. False: not a file for this decoder. */
bool scan_init(struct scan *scan, const struct jpeg_decompress_struct *cinfo, struct source *src,
               uint64_t offset, const uint32_t *sides);
void scan_release(struct scan *scan);

/* One row of MCUs to samples: rows[c][i] is row i of component c, for across * side samples an MCU.
 * 1: done, 0: the data is not sound, -1: the source failed. */
int scan_row(struct scan *scan, uint8_t *const *const *rows, struct err *err);

/* The same to coefficients, not dequantised, natural order, 64 a block, MCU by MCU as they come;
 * all sides have to be 8. For tests. */
int scan_coefficients(struct scan *scan, int16_t *out, struct err *err);

#endif
