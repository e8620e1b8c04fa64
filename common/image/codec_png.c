/* PNG by rows; interlaced pictures are put together in memory first. */
#include "image/codec_png.h"

#include <string.h>
#include <zlib.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "image/apart.h"
#include "image/codec.h"
#include "image/codec_png_encode.h"
#include "image/colour.h"

#define SIGNATURE       "\x89PNG\r\n\x1a\n"
#define SIGNATURE_BYTES 8
#define BATCH_BYTES     (128u << 10) /* unpacked at once: stays in the second-level cache */
#define CHUNKS_MAX      10000        /* before the pixels */
#define SRGB_GAMMA      45455        /* of gAMA, in 1/100000: what sRGB writers put there */

struct png {
    struct png_format format;
    bool interlaced, has_srgb, has_gamma, has_primaries, has_numbers;
    uint32_t gamma, primaries[8]; /* 1/100000: gAMA; white x y, red, green, blue */
    uint8_t numbers[2];           /* cICP: primaries, transfer */
    uint64_t idat_at;
    struct png_stream *stream;
    size_t stride;  /* a row with its filter byte */
    uint8_t *batch; /* rows as they come out of the stream */
    uint8_t *above; /* the last row of the batch before */
    uint32_t batch_rows, batch_at, batch_n;
    uint32_t row;
    bool short_data, apart; /* apart: planes are asked for, and 8-bit RGB is what the rows are */
    struct image whole;     /* of an interlaced picture */
};

static bool png_sniff(struct span head)
{
    return span_starts(head, (struct span){ (const uint8_t *)SIGNATURE, SIGNATURE_BYTES });
}

static int read_header(struct decoder *decoder, struct span data, struct err *err)
{
    /* Table 11.1: which depths a colour type may have, as bits. */
    static const uint32_t depths[] = { [PNG_GREY] = 1 << 1 | 1 << 2 | 1 << 4 | 1 << 8 | 1 << 16,
                                       [PNG_RGB] = 1 << 8 | 1 << 16,
                                       [PNG_PALETTE] = 1 << 1 | 1 << 2 | 1 << 4 | 1 << 8,
                                       [PNG_GREY_ALPHA] = 1 << 8 | 1 << 16,
                                       [PNG_RGBA] = 1 << 8 | 1 << 16 };
    struct png *png = decoder->state;

    if (data.len != 13) {
        return err_set(err, ERR_MALFORMED, "png with a header of %zu bytes", data.len);
    }
    decoder->width_px = get_u32(data.data, true);
    decoder->height_px = get_u32(data.data + 4, true);
    TRY(codec_check_size(decoder->width_px, decoder->height_px, decoder->limits, err));
    png->format.bits = data.data[8];
    png->format.colour = data.data[9];
    if (data.data[9] >= ARRAY_LEN(depths) || png->format.bits > 16 ||
        (depths[data.data[9]] >> png->format.bits & 1) == 0 || data.data[10] != 0 ||
        data.data[11] != 0 || data.data[12] > 1) {
        return err_set(err, ERR_MALFORMED, "png of colour type %u, %u bits", data.data[9],
                       png->format.bits);
    }
    png->interlaced = data.data[12] == 1;
    return 0;
}

static int read_palette(struct png *png, struct span data, struct err *err)
{
    if (data.len % 3 != 0 || data.len > 768) {
        return err_set(err, ERR_MALFORMED, "png with a palette of %zu bytes", data.len);
    }
    for (size_t i = 0; i < data.len / 3; i++) {
        memcpy(png->format.palette[i], data.data + 3 * i, 3);
    }
    return 0;
}

static void read_transparency(struct png *png, struct span data)
{
    struct png_format *format = &png->format;
    size_t samples = format->colour == PNG_RGB ? 3 : 1;

    if (format->colour == PNG_PALETTE) {
        for (size_t i = 0; i < data.len && i < 256; i++) {
            format->palette[i][3] = data.data[i];
        }
        format->has_transparent = data.len > 0;
    } else if ((format->colour == PNG_GREY || format->colour == PNG_RGB) &&
               data.len >= 2 * samples) {
        for (size_t i = 0; i < samples; i++) {
            uint32_t value = (uint32_t)data.data[2 * i] << 8 | data.data[2 * i + 1];

            format->transparent[i] = (uint16_t)(value & ((1u << format->bits) - 1));
        }
        format->has_transparent = true;
    }
}

/* iCCP: a name, NUL, method 0, the profile deflated. What does not unpack is left out. */
static void read_icc(struct decoder *decoder, struct span data)
{
    const uint8_t *name_end = data.len > 0 ? memchr(data.data, 0, data.len) : NULL;
    z_stream z = { 0 };
    int result = Z_OK;

    if (name_end == NULL || (size_t)(name_end - data.data) + 2 >= data.len ||
        inflateInit(&z) != Z_OK) {
        return;
    }
    data = span_from(data, (size_t)(name_end - data.data) + 2);
    decoder->icc.max = CODEC_ICC_MAX;
    buf_clear(&decoder->icc);
    z.next_in = (uint8_t *)(uintptr_t)data.data;
    z.avail_in = (uInt)data.len;
    while (result == Z_OK && !decoder->icc.overflowed) {
        uint8_t piece[4096];

        z.next_out = piece;
        z.avail_out = sizeof(piece);
        result = inflate(&z, Z_NO_FLUSH);
        buf_add(&decoder->icc, piece, sizeof(piece) - z.avail_out);
    }
    inflateEnd(&z);
    if (result != Z_STREAM_END || decoder->icc.overflowed) {
        codec_warn(decoder, "png: the colour profile does not unpack");
        buf_clear(&decoder->icc);
    }
}

static int take_chunk(struct decoder *decoder, const char *type, struct span data, struct err *err)
{
    struct png *png = decoder->state;

    if (strcmp(type, "PLTE") == 0) {
        return read_palette(png, data, err);
    }
    if (strcmp(type, "tRNS") == 0) {
        read_transparency(png, data);
    } else if (strcmp(type, "iCCP") == 0) {
        read_icc(decoder, data);
    } else if (strcmp(type, "sRGB") == 0) {
        png->has_srgb = true;
    } else if (strcmp(type, "gAMA") == 0 && data.len == 4) {
        png->gamma = get_u32(data.data, true);
        png->has_gamma = png->gamma > 0;
    } else if (strcmp(type, "cHRM") == 0 && data.len == 32) {
        for (size_t i = 0; i < 8; i++) {
            png->primaries[i] = get_u32(data.data + 4 * i, true);
        }
        png->has_primaries = true;
    } else if (strcmp(type, "cICP") == 0 && data.len == 4) {
        memcpy(png->numbers, data.data, sizeof(png->numbers));
        png->has_numbers = true;
    }
    return 0;
}

/* The chunks up to the first IDAT. Only those that are used are read; a damaged one that is not
 * critical is left out. */
static int read_chunks(struct decoder *decoder, struct err *err)
{
    static const char used[][5] = { "PLTE", "tRNS", "iCCP", "sRGB", "gAMA", "cHRM", "cICP" };
    struct png *png = decoder->state;
    uint64_t at = SIGNATURE_BYTES + 25;

    for (int n = 0; n < CHUNKS_MAX; n++) {
        CLEANUP(buf_release) struct buf data = BUF_INIT(CODEC_ICC_MAX);
        uint64_t here = at;
        struct png_chunk chunk;
        bool wanted = false;

        TRY(png_next_chunk(decoder->src, &at, &chunk, err));
        if (strcmp(chunk.type, "IDAT") == 0) {
            png->idat_at = here;
            return 0;
        }
        if (strcmp(chunk.type, "IEND") == 0) {
            return err_set(err, ERR_MALFORMED, "png without pixels");
        }
        for (size_t i = 0; i < ARRAY_LEN(used); i++) {
            wanted = wanted || strcmp(used[i], chunk.type) == 0;
        }
        if (!wanted) {
            continue;
        }
        if (png_chunk_data(decoder->src, &chunk, &data, err) != 0) {
            if (strcmp(chunk.type, "PLTE") == 0 ||
                (err->kind != ERR_MALFORMED && err->kind != ERR_LIMIT)) {
                return -1;
            }
            codec_warn(decoder, "png: a damaged chunk left out");
            continue;
        }
        TRY(take_chunk(decoder, chunk.type, buf_span(&data), err));
    }
    return err_set(err, ERR_MALFORMED, "png with over %d chunks before the pixels", CHUNKS_MAX);
}

/* cICP, where its numbers are known. */
static bool settle_numbers(struct decoder *decoder)
{
    const struct png *png = decoder->state;
    CLEANUP(buf_release) struct buf icc = BUF_INIT(CODEC_ICC_MAX);

    if (!png->has_numbers || !colour_profile_of_numbers(decoder->model == MODEL_GREY,
                                                        png->numbers[0], png->numbers[1], &icc)) {
        return false;
    }
    buf_release(&decoder->icc);
    decoder->icc = buf_take(&icc);
    return true;
}

/* Precedence after PNG (3rd edition) 4.3: cICP, iCCP, sRGB, then gAMA and cHRM. All but iCCP become
 * a profile here, or none where they mean sRGB. */
static void settle_colour(struct decoder *decoder)
{
    struct png *png = decoder->state;
    bool plain =
        png->gamma > SRGB_GAMMA - SRGB_GAMMA / 20 && png->gamma < SRGB_GAMMA + SRGB_GAMMA / 20;
    double primaries[8];

    if (settle_numbers(decoder) || decoder->icc.len > 0 || png->has_srgb || !png->has_gamma) {
        return;
    }
    for (size_t i = 0; i < 8; i++) {
        primaries[i] = png->primaries[i] / 100000.0;
    }
    decoder->icc.max = CODEC_ICC_MAX;
    colour_profile_of(decoder->model == MODEL_GREY, 100000.0 / png->gamma,
                      png->has_primaries ? primaries : NULL, plain, &decoder->icc);
}

static int png_open(struct decoder *decoder, struct err *err)
{
    CLEANUP(buf_release) struct buf header = BUF_INIT(64);
    struct png *png = mem_zalloc(sizeof(*png));
    uint64_t at = SIGNATURE_BYTES;
    struct png_chunk chunk;

    decoder->state = png;
    for (size_t i = 0; i < 256; i++) {
        png->format.palette[i][3] = 255;
    }
    TRY(png_next_chunk(decoder->src, &at, &chunk, err));
    if (strcmp(chunk.type, "IHDR") != 0 || chunk.length != 13) {
        return err_set(err, ERR_MALFORMED, "png without a header");
    }
    TRY(png_chunk_data(decoder->src, &chunk, &header, err));
    TRY(read_header(decoder, buf_span(&header), err));
    TRY(read_chunks(decoder, err));
    decoder->model = png->format.colour == PNG_GREY || png->format.colour == PNG_GREY_ALPHA
                         ? MODEL_GREY
                         : MODEL_RGB;
    decoder->has_alpha = png->format.colour == PNG_GREY_ALPHA || png->format.colour == PNG_RGBA ||
                         png->format.has_transparent;
    png->format.out_channels =
        (uint8_t)(model_channels(decoder->model) + (decoder->has_alpha ? 1 : 0));
    decoder->has_palette = png->format.colour == PNG_PALETTE;
    decoder->max_shrink = 1;
    settle_colour(decoder);
    return 0;
}

static size_t px_bytes(const struct png_format *format)
{
    uint32_t bits = png_bits_per_px(format);

    return bits < 8 ? 1 : bits / 8;
}

/* Memory for rows of this width, and a stream's next rows unfiltered into it. */
static int batch_alloc(struct decoder *decoder, uint32_t width_px, struct err *err)
{
    struct png *png = decoder->state;

    png->stride = png_row_bytes(&png->format, width_px) + 1;
    png->batch_rows = png->stride < BATCH_BYTES ? (uint32_t)(BATCH_BYTES / png->stride) : 1;
    png->batch_at = png->batch_n = 0;
    mem_free(png->batch);
    mem_free(png->above);
    png->batch = png->above = NULL;
    TRY(pixels_alloc(&png->batch, (uint64_t)png->stride * png->batch_rows + PNG_ROW_SLACK,
                     decoder->limits, err));
    return pixels_alloc(&png->above, png->stride + PNG_ROW_SLACK, decoder->limits, err);
}

/* How many rows of filter Paeth there are from here on, as many as can be undone together. */
static uint32_t paeth_ahead(const struct png *png, uint32_t at, uint32_t n)
{
    uint32_t run = 0;

    while (run < PNG_PAETH_ROWS_MAX && at + run < n &&
           png->batch[(size_t)(at + run) * png->stride] == PNG_FILTER_PAETH) {
        run++;
    }
    return run;
}

/* Undoes the filters of the batch's rows, n of them. */
static int unfilter_rows(struct png *png, uint32_t n, struct err *err)
{
    const uint8_t *above = png->above + 1;
    size_t len = png->stride - 1, px = px_bytes(&png->format);

    for (uint32_t i = 0; i < n; i++) {
        uint8_t *row = png->batch + (size_t)i * png->stride;
        uint32_t run = paeth_ahead(png, i, n);

        if (png_unfilter_paeth_rows(row + 1, png->stride, run, above, len, px)) {
            i += run - 1;
        } else if (!png_unfilter(row[0], row + 1, above, len, px)) {
            return err_set(err, ERR_MALFORMED, "png with filter %u", row[0]);
        }
        above = png->batch + (size_t)i * png->stride + 1;
    }
    return 0;
}

static int batch_fill(struct decoder *decoder, uint32_t rows_left, struct err *err)
{
    struct png *png = decoder->state;
    uint32_t want = rows_left < png->batch_rows ? rows_left : png->batch_rows;
    size_t got;

    if (png->batch_n > 0) {
        memcpy(png->above, png->batch + (size_t)(png->batch_n - 1) * png->stride, png->stride);
    }
    png->batch_at = png->batch_n = 0;
    TRY(png_stream_read(png->stream, png->batch, want * png->stride, &got, err));
    TRY(unfilter_rows(png, (uint32_t)(got / png->stride), err));
    png->batch_n = (uint32_t)(got / png->stride);
    return 0;
}

/* The next row's bytes, NULL past the end of the data. rows_left: of this pass, with this one. */
static int next_row(struct decoder *decoder, uint32_t rows_left, const uint8_t **out,
                    struct err *err)
{
    struct png *png = decoder->state;

    *out = NULL;
    if (png->short_data) {
        return 0;
    }
    if (png->batch_at == png->batch_n) {
        TRY(batch_fill(decoder, rows_left, err));
    }
    if (png->batch_at == png->batch_n) {
        png->short_data = true;
        codec_warn(decoder, "png: the pixels end early");
        return 0;
    }
    *out = png->batch + (size_t)png->batch_at++ * png->stride + 1;
    return 0;
}

struct pass {
    uint32_t x, y, step_x, step_y;
};

/* Adam7: PNG 8.2. */
static const struct pass passes[] = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 },
                                      { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0, 2, 2 },
                                      { 0, 1, 1, 2 } };

static int read_pass(struct decoder *decoder, const struct pass *pass, uint8_t *line,
                     struct err *err)
{
    struct png *png = decoder->state;
    uint32_t width = decoder->width_px > pass->x
                         ? (decoder->width_px - pass->x + pass->step_x - 1) / pass->step_x
                         : 0;
    uint8_t channels = png->format.out_channels;

    if (width == 0 || decoder->height_px <= pass->y) {
        return 0;
    }
    TRY(batch_alloc(decoder, width, err));
    for (uint32_t y = pass->y; y < decoder->height_px; y += pass->step_y) {
        uint8_t *to = image_row(&png->whole, y) + (size_t)pass->x * channels;
        const uint8_t *row;

        TRY(next_row(decoder, (decoder->height_px - y + pass->step_y - 1) / pass->step_y, &row,
                     err));
        if (row == NULL) {
            return 0;
        }
        png_expand(&png->format, row, line, width);
        for (uint32_t x = 0; x < width; x++, to += (size_t)pass->step_x * channels) {
            memcpy(to, line + (size_t)x * channels, channels);
        }
    }
    return 0;
}

static int read_interlaced(struct decoder *decoder, struct err *err)
{
    struct png *png = decoder->state;
    CLEANUP(mem_freep) uint8_t *line = NULL;

    TRY(image_alloc(&png->whole, decoder->width_px, decoder->height_px, png->format.out_channels,
                    decoder->limits, err));
    TRY(pixels_alloc(&line, png->whole.stride, decoder->limits, err));
    for (size_t i = 0; i < ARRAY_LEN(passes) && !png->short_data; i++) {
        TRY(read_pass(decoder, &passes[i], line, err));
    }
    return png_stream_end(png->stream, err);
}

static int png_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct png *png = decoder->state;

    (void)shrink;
    png->apart = decoder->apart && png->format.colour == PNG_RGB && png->format.bits == 8 &&
                 !decoder->has_alpha;
    if (png->apart) {
        codec_frame_apart(decoder);
    } else {
        codec_plain_frame(decoder);
    }
    png->stream = png_stream_new(decoder->src, png->idat_at);
    if (png->interlaced) {
        return read_interlaced(decoder, err);
    }
    TRY(batch_alloc(decoder, decoder->width_px, err));
    TRY(batch_fill(decoder, decoder->height_px, err));
    if (png->batch_n == 0) {
        return err_set(err, ERR_MALFORMED, "png whose pixels end before the first row");
    }
    return 0;
}

/* A row of 8-bit samples; NULL: black. */
static void give_row(const struct decoder *decoder, const uint8_t *row, uint8_t *const *const *rows)
{
    const struct png *png = decoder->state;

    for (size_t p = 0; p < decoder->frame.n_planes && row == NULL; p++) {
        memset(rows[p][0], 0, decoder->frame.planes[p].row_bytes);
    }
    if (row != NULL && png->apart) {
        rgb_apart(row, rows[0][0], rows[1][0], rows[2][0], decoder->width_px);
    } else if (row != NULL) {
        memcpy(rows[0][0], row, decoder->frame.planes[0].row_bytes);
    }
}

static int png_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct png *png = decoder->state;
    uint32_t y = png->row++;
    const uint8_t *row;

    if (y >= decoder->height_px) {
        return 0;
    }
    if (png->interlaced) {
        give_row(decoder, image_row(&png->whole, y), rows);
        return 0;
    }
    TRY(next_row(decoder, decoder->height_px - y, &row, err));
    if (row != NULL && !png->apart) {
        png_expand(&png->format, row, rows[0][0], decoder->width_px);
    } else {
        give_row(decoder, row, rows);
    }
    return y + 1 == decoder->height_px ? png_stream_end(png->stream, err) : 0;
}

static void png_close(struct decoder *decoder)
{
    struct png *png = decoder->state;

    if (png != NULL) {
        png_stream_free(png->stream);
        mem_free(png->batch);
        mem_free(png->above);
        image_release(&png->whole);
        mem_free(png);
    }
    decoder->state = NULL;
}

const struct codec codec_png = {
    .name = "png",
    .content_type = "image/png",
    .same_as = "png",
    .models = MODEL_BIT(MODEL_GREY) | MODEL_BIT(MODEL_RGB),
    .encodes_alpha = true,
    .sniff = png_sniff,
    .open = png_open,
    .start = png_start,
    .read = png_read,
    .close = png_close,
    .encode_open = png_encode_open,
    .encode_rows = png_encode_rows,
    .encode_finish = png_encode_finish,
    .encode_close = png_encode_close,
};
