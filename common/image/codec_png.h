/*
 * The parts of the PNG reader. Specification: PNG (Third Edition), W3C. Chunks are read by hand,
 * isa-l inflates as they come (zlib's own takes 2.7 times as long), filters are undone here.
 */
#ifndef IMAGE_CODEC_PNG_H
#define IMAGE_CODEC_PNG_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "base/source.h"

enum png_colour {
    PNG_GREY = 0,
    PNG_RGB = 2,
    PNG_PALETTE = 3,
    PNG_GREY_ALPHA = 4,
    PNG_RGBA = 6,
};

/* What a row's bytes mean. */
struct png_format {
    enum png_colour colour;
    uint32_t bits; /* of a sample: 1, 2, 4, 8, 16 */
    uint8_t palette[256][4];
    bool has_transparent;    /* tRNS: of a palette, or one colour of the others */
    uint16_t transparent[3]; /* the colour, at the file's depth */
    uint8_t out_channels;    /* of the rows that png_expand makes: 1 to 4 */
};

uint32_t png_bits_per_px(const struct png_format *format);
size_t png_row_bytes(const struct png_format *format, uint32_t width_px);

#define PNG_ROW_SLACK 4 /* bytes that may be read behind the rows of png_unfilter */

/* Undoes one row's filter in place; above is the row before (zeros for the first one), bytes of
 * one pixel at least 1. PNG_ROW_SLACK bytes behind both are readable. False for a filter that there
 * is none of. */
MUST_CHECK bool png_unfilter(uint8_t filter, uint8_t *row, const uint8_t *above, size_t len,
                             size_t px_bytes);

#define PNG_FILTER_PAETH   4
#define PNG_PAETH_ROWS_MAX 4 /* more chains than this find no free registers */

/* n rows (2 to PNG_PAETH_ROWS_MAX) of filter Paeth at once, each stride bytes after the last: up to
 * 2.7 times as fast as one by one. False, and nothing done, where this is not built, or not for
 * such rows. */
MUST_CHECK bool png_unfilter_paeth_rows(uint8_t *rows, size_t stride, size_t n,
                                        const uint8_t *above, size_t len, size_t px_bytes);

/* n pixels to 8-bit grey, grey and alpha, RGB or RGBA. */
void png_expand(const struct png_format *format, const uint8_t *in, uint8_t *out, size_t n);

/* The chunk at *at: its type and length; the data begins 8 bytes on. *at moves to the next one.
 * ERR_MALFORMED where the file ends. */
struct png_chunk {
    uint64_t data_at;
    uint32_t length;
    char type[5];
};
MUST_CHECK int png_next_chunk(struct source *src, uint64_t *at, struct png_chunk *out,
                              struct err *err);

/* The data of a small chunk into out (whose cap holds), the check sum compared. */
MUST_CHECK int png_chunk_data(struct source *src, const struct png_chunk *chunk, struct buf *out,
                              struct err *err);

/* The unpacked bytes of all IDAT chunks in a row. */
struct png_stream; /* opaque */
struct png_stream *png_stream_new(struct source *src, uint64_t first_idat_at);
void png_stream_free(struct png_stream *stream);

/* Up to len bytes; fewer where the data ends early (*got says how many, and no error is set).
 * ERR_MALFORMED for a wrong check sum or bytes that are no deflate stream. */
MUST_CHECK int png_stream_read(struct png_stream *stream, uint8_t *out, size_t len, size_t *got,
                               struct err *err);

/* After the last row: the check sum of the chunk that it lay in. */
MUST_CHECK int png_stream_end(struct png_stream *stream, struct err *err);

#endif
