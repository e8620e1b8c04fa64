/* The segments before a baseline scan (ITU-T T.81, annex B; JFIF 1.01). */
#include "image/codec_jpeg.h"
#include "image/codec_jpeg_encode.h"

enum {
    SOI = 0xd8,
    APP0 = 0xe0,
    APP1 = 0xe1,
    DQT = 0xdb,
    SOF0 = 0xc0,
    DHT = 0xc4,
    SOS = 0xda,
};

#define SEGMENT_MAX 65533 /* bytes after the length */

/* T.81 tables K.1 and K.2, natural order. */
static const uint8_t standard_steps[SYMBOL_TABLES][64] = {
    { 16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
      14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
      18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
      49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99 },
    { 17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99,
      99, 99, 47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
      99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99 },
};

const uint8_t jpeg_natural[64] = {
    0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,  12, 19, 26, 33, 40, 48,
    41, 34, 27, 20, 13, 6,  7,  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23,
    30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
};

void jpeg_quantisation(uint32_t quality, uint32_t table, uint8_t steps[64])
{
    uint32_t held = quality < 1 ? 1 : quality > 100 ? 100 : quality;
    uint32_t percent = held < 50 ? 5000 / held : 200 - 2 * held;

    for (uint32_t i = 0; i < 64; i++) {
        uint32_t step = (standard_steps[table][i] * percent + 50) / 100;

        steps[i] = (uint8_t)(step < 1 ? 1 : step > 255 ? 255 : step);
    }
}

static void begin(struct buf *out, uint8_t code, size_t len)
{
    const uint8_t head[] = { 0xff, code, (uint8_t)((len + 2) >> 8), (uint8_t)(len + 2) };

    buf_add(out, head, sizeof(head));
}

/* A block that does not fit into a segment is left out. */
static void write_exif(struct span exif, struct buf *out)
{
    if (exif.len > 0 && exif.len <= SEGMENT_MAX - sizeof(JPEG_EXIF_NAME)) {
        begin(out, APP1, sizeof(JPEG_EXIF_NAME) + exif.len);
        buf_add(out, JPEG_EXIF_NAME, sizeof(JPEG_EXIF_NAME));
        buf_add_span(out, exif);
    }
}

static void write_steps(const struct jpeg_head *head, struct buf *out)
{
    for (uint8_t table = 0; table < (head->n_components > 1 ? 2 : 1); table++) {
        begin(out, DQT, 65);
        buf_add_byte(out, table);
        for (uint32_t k = 0; k < 64; k++) {
            buf_add_byte(out, head->steps[table][jpeg_natural[k]]);
        }
    }
}

static void write_frame(const struct jpeg_head *head, struct buf *out)
{
    const uint8_t sizes[] = {
        8, /* bits a sample */
        (uint8_t)(head->height_px >> 8),
        (uint8_t)head->height_px,
        (uint8_t)(head->width_px >> 8),
        (uint8_t)head->width_px,
        (uint8_t)head->n_components,
    };

    begin(out, SOF0, sizeof(sizes) + 3 * head->n_components);
    buf_add(out, sizes, sizeof(sizes));
    for (uint8_t c = 0; c < head->n_components; c++) {
        uint32_t factors = c == 0 ? head->luma_across << 4 | head->luma_down : 0x11;

        buf_add(out, (const uint8_t[]){ (uint8_t)(c + 1), (uint8_t)factors, c > 0 }, 3);
    }
}

/* class: 0 for DC, 1 for AC. */
static void write_code(const struct huffman_code *code, uint32_t class, uint32_t table,
                       struct buf *out)
{
    begin(out, DHT, 17 + code->n_symbols);
    buf_add_byte(out, (uint8_t)(class << 4 | table));
    buf_add(out, code->n_of_length + 1, 16);
    buf_add(out, code->symbols, code->n_symbols);
}

static void write_scan(const struct jpeg_head *head, struct buf *out)
{
    begin(out, SOS, 4 + 2 * head->n_components);
    buf_add_byte(out, (uint8_t)head->n_components);
    for (uint8_t c = 0; c < head->n_components; c++) {
        buf_add(out, (const uint8_t[]){ (uint8_t)(c + 1), c > 0 ? 0x11 : 0 }, 2);
    }
    buf_add(out, (const uint8_t[]){ 0, 63, 0 }, 3); /* all coefficients, all bits */
}

void jpeg_head_write(const struct jpeg_head *head, struct buf *out)
{
    static const uint8_t soi[] = { 0xff, SOI };
    /* Version 1.1, density of 1 by 1 of no unit, no thumbnail. */
    static const uint8_t jfif[] = { 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0 };

    buf_add(out, soi, sizeof(soi));
    begin(out, APP0, sizeof(jfif));
    buf_add(out, jfif, sizeof(jfif));
    write_exif(head->exif, out);
    write_steps(head, out);
    write_frame(head, out);
    for (uint32_t table = 0; table < (head->n_components > 1 ? 2 : 1); table++) {
        write_code(&head->dc[table], 0, table, out);
        write_code(&head->ac[table], 1, table, out);
    }
    write_scan(head, out);
}
