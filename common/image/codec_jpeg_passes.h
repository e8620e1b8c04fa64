/*
 * Our own reader of progressive files (ITU-T T.81, annex G) for reduced decodes: the few low
 * coefficients of every block, gathered from the scans that have them, take a fraction of the
 * memory and time that whole ones do. Scans beyond those are not looked at. What is not as the
 * standard has it, and refinements of AC bands, are left to libjpeg-turbo before a sample is made.
 */
#ifndef IMAGE_CODEC_JPEG_PASSES_H
#define IMAGE_CODEC_JPEG_PASSES_H

#include "image/codec_jpeg_scan.h"

/* A scan's header (T.81, B.2.3). */
struct passes_head {
    size_t n;
    size_t components[PLANES_MAX], tables[PLANES_MAX][2]; /* of DC and AC */
    uint32_t first, last;                                 /* zigzag indices: Ss, Se */
    uint32_t high, low;                                   /* bit positions: Ah, Al */
};

/* The coefficients of one component. */
struct passes_component {
    int16_t *blocks;                     /* side * side each, line by line, mcus_across * across a
                                            line */
    uint32_t blocks_across, blocks_down; /* of the picture, without what fills MCUs */
    uint64_t seen;                       /* by zigzag index: in a scan that has been read */
    uint8_t low;                         /* the bits that DC is still shifted by */
};

struct passes {
    struct scan scan; /* geometry; window and tables of the scan at hand */
    struct source src;
    struct span file;
    struct passes_component components[PLANES_MAX];
    JHUFF_TBL tables[2][NUM_HUFF_TBLS]; /* DC and AC, as defined by now */
    uint32_t row;                       /* of MCUs, next to be made */
    bool ready;
};

/*
 * Reads all that is wanted. cinfo: after jpeg_read_header(). kept: what is left of the file, its
 * first span beginning with the first entropy-coded byte; it lies in `file`, which stays there.
 * sides: as scan_init(). False: not a file for this reader; passes is to be released all the same.
 */
bool passes_read(struct passes *passes, const struct jpeg_decompress_struct *cinfo,
                 struct span file, const struct kept_spans *kept, const uint32_t *sides,
                 const struct image_limits *limits);
void passes_release(struct passes *passes);

/* The next row of MCUs to samples, as scan_row() has them. */
void passes_row(struct passes *passes, uint8_t *const *const *rows);

/* --- between the scans: codec_jpeg_passes_heads.c --- */

/* The first scan's header, and the tables, as libjpeg has read them. False: too many components. */
bool passes_first_head(const struct jpeg_decompress_struct *cinfo, struct passes_head *out);
void passes_take_tables(JHUFF_TBL tables[2][NUM_HUFF_TBLS],
                        const struct jpeg_decompress_struct *cinfo);

enum passes_next {
    PASSES_SCAN, /* its header is in out, at its first entropy-coded byte */
    PASSES_END,
    PASSES_UNSOUND
};

/* Reads from the marker at *at on, over what is not kept. */
enum passes_next passes_next_head(struct span file, const struct kept_spans *kept,
                                  const struct jpeg_decompress_struct *cinfo, size_t *at,
                                  JHUFF_TBL tables[2][NUM_HUFF_TBLS], struct passes_head *out);

#endif
