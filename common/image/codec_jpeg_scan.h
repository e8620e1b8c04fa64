/*
 * Our own decoder of baseline Huffman scans. At full size its samples are libjpeg-turbo's; for
 * reduced decodes it keeps the few low coefficients that such a decode uses and jumps over the
 * others, several symbols a look-up. It takes 8-bit files with all components in one scan; for
 * everything else, and at the first thing in the data that is not as ITU-T T.81 has it, the caller
 * goes on with libjpeg-turbo.
 *
 *   pieces of the source -> window without stuffed zeros -> 64-bit buffer -> coefficients ->
 * samples
 */
#ifndef IMAGE_CODEC_JPEG_SCAN_H
#define IMAGE_CODEC_JPEG_SCAN_H

#include "image/codec_jpeg.h"
#include "image/codec_jpeg_idct.h"
#include "image/codec_jpeg_window.h"

#define SCAN_CODE_BITS 10 /* of codes that are looked up, not searched */
#define SCAN_PAIR_BITS 11 /* two symbols with their values */
#define SCAN_SKIP_BITS 13 /* as many symbols as fit; of the last one the code alone */
#define SCAN_BLOCKS    10 /* of one MCU: D_MAX_BLOCKS_IN_MCU */

/* The codes of one Huffman table. */
struct scan_codes {
    uint16_t look[1 << SCAN_CODE_BITS]; /* symbol << 8 | length; 0: not in here */
    int32_t max_code[17];               /* largest code of each length, -1: none */
    int32_t offset[17];                 /* code + offset: index into values */
    uint8_t values[256];
};

enum scan_table_kind {
    TABLE_DC,
    TABLE_AC,
    TABLE_BAND, /* AC of progressive files, where a run of blocks may end together (T.81, G.1.2.2)
                 */
};

/*
 * One Huffman table, ready to look up. Entries of pairs and skip begin (from the low end) with
 *   8 bits  length of all that the entry holds
 *   8 bits  step: coefficients passed, an end of block counting as one and setting SCAN_STEP_END
 * and those of pairs go on with
 *   8 bits  where the first value goes, counted from the next coefficient on; SCAN_NOWHERE: none
 *   8 bits  the second
 *   16 bits the first value
 *   16 bits the second
 * A step of SCAN_STEP_SLOW is longer than any block: the bits are to be read symbol by symbol.
 */
struct scan_table {
    enum scan_table_kind kind;
    struct scan_codes codes;
    uint64_t pairs[1 << SCAN_PAIR_BITS]; /* of AC tables, like skip */
    uint16_t skip[1 << SCAN_SKIP_BITS];
};

#define SCAN_STEP_SLOW 64
#define SCAN_STEP_END  128
#define SCAN_NOWHERE   128
/* The last coefficient, a pair that runs past it by 15 zeros and one value, twice, or nowhere. */
#define SCAN_PLACES (64 + SCAN_NOWHERE)

/* False where the table is not one (libjpeg then says so). */
bool scan_table_make(struct scan_table *table, const JHUFF_TBL *from, enum scan_table_kind kind);

/* The code at the top of `bits` (16 of them), as an entry of look; 0: there is none. */
uint32_t scan_code(const struct scan_codes *codes, uint32_t bits);

struct scan_component {
    const struct scan_table *dc, *ac;
    uint32_t across, down;          /* blocks in an MCU */
    uint32_t side;                  /* samples of a block's side that are wanted: 1, 2, 4 or 8 */
    uint32_t last;                  /* zigzag index of the last coefficient that is wanted */
    int32_t before;                 /* DC of the block before */
    _Alignas(16) int16_t steps[64]; /* of quantisation, in a block of side * side */
    /* By zigzag index, with room for steps that lead past a block: the index in such a block,
     * IDCT_NOT_WANTED. */
    uint8_t place[SCAN_PLACES];
};

/* One block is kept for a second. */
struct scan_waiting {
    struct idct_blocks blocks;
    size_t n;
    idct_two *to_samples;
};

struct scan {
    struct scan_window window;
    struct scan_waiting four, eight;
    struct scan_table *tables; /* NUM_HUFF_TBLS of DC, then of AC */
    struct scan_component components[PLANES_MAX];
    size_t n_components;
    uint32_t mcus_across, mcus_down, row;
    uint32_t restart_interval, until_restart, next_restart;
    uint32_t end_run; /* progressive: so many blocks more are at their end */
};

/* cinfo: after jpeg_read_header(), its source standing at the first entropy-coded byte `offset`.
 * sides: for each component. False: not a file for this decoder. */
bool scan_init(struct scan *scan, const struct jpeg_decompress_struct *cinfo, struct source *src,
               uint64_t offset, const uint32_t *sides);
void scan_release(struct scan *scan);

/* The parts of it that progressive files need too. sides as above. */
void scan_set_geometry(struct scan *scan, const struct jpeg_decompress_struct *cinfo,
                       const uint32_t *sides);

/* The rest of the stretch has been read: ends at the marker that is there. 1: nothing was left of
 * it, else 0 or -1 as scan_row(). */
int scan_end_stretch(struct scan *scan, struct err *err);

/* Between two stretches: the restart marker that is due, nothing left before it. As scan_row(). */
int scan_restart(struct scan *scan, struct err *err);

/* One row of MCUs to samples: rows[c][i] is row i of component c, for across * side samples an MCU.
 * 1: done, 0: the data is not sound, -1: the source failed. */
int scan_row(struct scan *scan, uint8_t *const *const *rows, struct err *err);

/* The same to coefficients, not dequantised, natural order, 64 a block, MCU by MCU as they come;
 * all sides have to be 8. For tests. */
int scan_coefficients(struct scan *scan, int16_t *out, struct err *err);

#endif
