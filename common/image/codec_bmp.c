/*
 * BMP, read by hand: OS/2 and Windows headers of every size, 1 to 32 bits, bit fields, run lengths.
 * Layouts: [MS-WMF] 2.2.2.3 to 2.2.2.5 (BITMAPINFOHEADER, V4, V5), the OS/2 2.x headers after
 * Encyclopedia of Graphics File Formats; bmpsuite is the touchstone.
 */
#include <string.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "image/codec.h"
#include "image/codec_bmp.h"

#define FILE_HEADER_BYTES 14
#define DIB_BYTES_MAX     124
#define PALETTE_MAX       256
#define WINDOW_BYTES      (256u << 10) /* how much is asked of the source at once */
#define PROFILE_EMBEDDED  0x4d424544u  /* 'MBED' */

struct channel {
    uint32_t mask, shift, max;
};

struct bmp {
    uint32_t header_bytes, bits, colours_used;
    enum bmp_compression compression;
    bool top_down;
    struct channel channels[4]; /* red, green, blue, alpha */
    uint8_t palette[PALETTE_MAX][3];
    uint64_t pixels_at;
    size_t row_bytes; /* in the file, with padding to 4 bytes */
    uint32_t row;     /* the next to deliver, from the top */
    bool short_file;
    uint8_t *unpacked; /* run-length coded: bottom up, 1 or 3 bytes a pixel */
    struct buf keep;
    struct span window; /* what has been read last, and where it begins */
    uint64_t window_at;
};

static bool bmp_sniff(struct span head)
{
    /* "BM" alone is a common start of text: the DIB header's size tells. */
    uint32_t size;

    if (head.len < 18 || head.data[0] != 'B' || head.data[1] != 'M') {
        return head.len >= 16 && head.len < 18 && head.data[0] == 'B' && head.data[1] == 'M' &&
               head.data[15] == 0;
    }
    size = get_u32(head.data + 14, false);
    return size >= 12 && size <= DIB_BYTES_MAX;
}

static void channel_set(struct channel *channel, uint32_t mask)
{
    *channel = (struct channel){ .mask = mask };
    if (mask != 0) {
        channel->shift = (uint32_t)__builtin_ctz(mask);
        channel->max = mask >> channel->shift;
    }
}

static void set_masks(struct bmp *bmp, uint32_t red, uint32_t green, uint32_t blue, uint32_t alpha)
{
    channel_set(&bmp->channels[0], red);
    channel_set(&bmp->channels[1], green);
    channel_set(&bmp->channels[2], blue);
    channel_set(&bmp->channels[3], alpha);
}

/* Width, height, depth of an OS/2 1.x header (12 bytes), then of all others. */
static int read_core(struct decoder *decoder, const uint8_t *dib, struct err *err)
{
    struct bmp *bmp = decoder->state;
    int64_t height;

    if (bmp->header_bytes == 12) {
        decoder->width_px = get_u16(dib + 4, false);
        decoder->height_px = get_u16(dib + 6, false);
        bmp->bits = get_u16(dib + 10, false);
        return codec_check_size(decoder->width_px, decoder->height_px, decoder->limits, err);
    }
    if ((int32_t)get_u32(dib + 4, false) < 0) {
        return err_set(err, ERR_MALFORMED, "bmp with a negative width");
    }
    height = (int32_t)get_u32(dib + 8, false);
    bmp->top_down = height < 0;
    decoder->width_px = get_u32(dib + 4, false);
    decoder->height_px = (uint32_t)(height < 0 ? -height : height);
    bmp->bits = get_u16(dib + 14, false);
    if (bmp->header_bytes >= 20) {
        bmp->compression = get_u32(dib + 16, false);
    }
    if (bmp->header_bytes >= 36) {
        bmp->colours_used = get_u32(dib + 32, false);
    }
    return codec_check_size(decoder->width_px, decoder->height_px, decoder->limits, err);
}

/* Under an OS/2 2.x header (16 to 64 bytes, but 40 and 52, 56, which are Windows') compression 3 is
 * Huffman and 4 is RLE24. */
static int settle_compression(struct bmp *bmp, struct err *err)
{
    bool os2 = bmp->header_bytes <= 64 && bmp->header_bytes != 40 && bmp->header_bytes != 52 &&
               bmp->header_bytes != 56;
    static const uint8_t depths[][2] = {
        { BMP_RGB, 1 },        { BMP_RGB, 2 },
        { BMP_RGB, 4 },        { BMP_RGB, 8 },
        { BMP_RGB, 16 },       { BMP_RGB, 24 },
        { BMP_RGB, 32 },       { BMP_RLE8, 8 },
        { BMP_RLE4, 4 },       { BMP_BITFIELDS, 16 },
        { BMP_BITFIELDS, 32 }, { BMP_ALPHABITFIELDS, 16 },
        { BMP_RLE24, 24 },     { BMP_ALPHABITFIELDS, 32 },
    };

    if (os2 && bmp->compression == 4) {
        bmp->compression = BMP_RLE24;
    } else if ((os2 && bmp->compression >= 3) || bmp->compression == BMP_RLE24) {
        return err_set(err, ERR_UNSUPPORTED, "bmp with an unknown coding");
    }
    for (size_t i = 0; i < ARRAY_LEN(depths); i++) {
        if (depths[i][0] == bmp->compression && depths[i][1] == bmp->bits) {
            return 0;
        }
    }
    /* 4 and 5 hold a whole JPEG or PNG, for printers; more is CMYK. */
    return err_set(err,
                   bmp->compression == 4 || bmp->compression == 5 || bmp->compression > 6
                       ? ERR_UNSUPPORTED
                       : ERR_MALFORMED,
                   "bmp of %u bits with coding %u", bmp->bits, (unsigned)bmp->compression);
}

/* The masks stand in the header from its 52-byte form on, behind it in the 40-byte one. */
static int read_masks(struct decoder *decoder, const uint8_t *dib, uint64_t *after, struct err *err)
{
    struct bmp *bmp = decoder->state;
    bool alpha = bmp->header_bytes >= 56 || bmp->compression == BMP_ALPHABITFIELDS;
    uint8_t behind[16] = { 0 };
    const uint8_t *masks = dib + 40;

    if (bmp->compression != BMP_BITFIELDS && bmp->compression != BMP_ALPHABITFIELDS) {
        if (bmp->bits == 16) {
            set_masks(bmp, 0x7c00, 0x03e0, 0x001f, 0);
        } else {
            set_masks(bmp, 0xff0000, 0x00ff00, 0x0000ff, 0);
        }
        return 0;
    }
    if (bmp->header_bytes == 40) {
        TRY(source_exact(decoder->src, *after, behind, alpha ? 16 : 12, err));
        *after += alpha ? 16 : 12;
        masks = behind;
    }
    set_masks(bmp, get_u32(masks, false), get_u32(masks + 4, false), get_u32(masks + 8, false),
              alpha ? get_u32(masks + 12, false) : 0);
    decoder->has_alpha = bmp->channels[3].mask != 0;
    return 0;
}

static int read_palette(struct decoder *decoder, uint64_t at, struct err *err)
{
    struct bmp *bmp = decoder->state;
    uint32_t entry = bmp->header_bytes == 12 ? 3 : 4, n = bmp->bits <= 8 ? 1u << bmp->bits : 0;
    uint8_t bytes[PALETTE_MAX * 4];
    size_t got;

    if (bmp->colours_used > 0 && bmp->colours_used < n) {
        n = bmp->colours_used;
    }
    if (bmp->pixels_at < at + entry && n > 0) {
        bmp->pixels_at =
            at + (uint64_t)n * entry; /* some writers forget that the palette is there */
    } else if ((bmp->pixels_at - at) / entry < n) {
        n = (uint32_t)((bmp->pixels_at - at) / entry);
    }
    TRY(source_read(decoder->src, at, bytes, (size_t)n * entry, &got, err));
    for (size_t i = 0; i < got / entry; i++) {
        bmp->palette[i][0] = bytes[i * entry + 2];
        bmp->palette[i][1] = bytes[i * entry + 1];
        bmp->palette[i][2] = bytes[i * entry];
    }
    return 0;
}

/* A V5 header may carry an ICC profile; its place counts from the header's start. */
static int read_profile(struct decoder *decoder, const uint8_t *dib, struct err *err)
{
    struct bmp *bmp = decoder->state;
    uint32_t bytes;
    uint8_t *to;
    size_t got;

    if (bmp->header_bytes < 124 || get_u32(dib + 56, false) != PROFILE_EMBEDDED) {
        return 0;
    }
    bytes = get_u32(dib + 116, false);
    if (bytes > CODEC_ICC_MAX) {
        return 0;
    }
    decoder->icc.max = bytes;
    to = buf_reserve(&decoder->icc, bytes);
    if (to == NULL) {
        return 0;
    }
    TRY(source_read(decoder->src, FILE_HEADER_BYTES + (uint64_t)get_u32(dib + 112, false), to,
                    bytes, &got, err));
    buf_grown(&decoder->icc, got == bytes ? got : 0);
    return 0;
}

static int bmp_open(struct decoder *decoder, struct err *err)
{
    struct bmp *bmp = mem_zalloc(sizeof(*bmp));
    uint8_t head[FILE_HEADER_BYTES + DIB_BYTES_MAX] = { 0 };
    uint8_t *dib = head + FILE_HEADER_BYTES;
    uint64_t after;

    decoder->state = bmp;
    bmp->keep = (struct buf)BUF_INIT(0);
    TRY(source_exact(decoder->src, 0, head, FILE_HEADER_BYTES + 4, err));
    bmp->header_bytes = get_u32(dib, false);
    if (bmp->header_bytes != 12 && (bmp->header_bytes < 16 || bmp->header_bytes > DIB_BYTES_MAX)) {
        return err_set(err, ERR_MALFORMED, "bmp with a header of %u bytes", bmp->header_bytes);
    }
    TRY(source_exact(decoder->src, FILE_HEADER_BYTES, dib, bmp->header_bytes, err));
    TRY(read_core(decoder, dib, err));
    TRY(settle_compression(bmp, err));
    after = FILE_HEADER_BYTES + (uint64_t)bmp->header_bytes;
    TRY(read_masks(decoder, dib, &after, err));
    bmp->pixels_at = get_u32(head + 10, false) > 0 ? get_u32(head + 10, false) : after;
    TRY(read_palette(decoder, after, err));
    TRY(read_profile(decoder, dib, err));
    bmp->row_bytes = (size_t)(((uint64_t)decoder->width_px * bmp->bits + 31) / 32 * 4);
    decoder->model = MODEL_RGB;
    decoder->max_shrink = 1;
    return 0;
}

static bool run_length_coded(const struct bmp *bmp)
{
    return bmp->compression == BMP_RLE8 || bmp->compression == BMP_RLE4 ||
           bmp->compression == BMP_RLE24;
}

/* Two files of one picture may differ in what follows: only what the coding can use is read. */
static int unpack(struct decoder *decoder, struct err *err)
{
    struct bmp *bmp = decoder->state;
    CLEANUP(buf_release) struct buf keep = BUF_INIT(0);
    struct span all, packed;
    uint32_t bytes_per_px = bmp->compression == BMP_RLE24 ? 3 : 1;

    TRY(codec_whole(decoder, &keep, &all, err));
    packed = bmp->pixels_at < all.len ? span_from(all, (size_t)bmp->pixels_at) : (struct span){ 0 };
    if (packed.len == 0) {
        return err_set(err, ERR_MALFORMED, "bmp without pixels");
    }
    TRY(pixels_alloc(&bmp->unpacked,
                     (uint64_t)decoder->width_px * decoder->height_px * bytes_per_px,
                     decoder->limits, err));
    if (!bmp_unpack(packed, bmp->compression, decoder->width_px, decoder->height_px,
                    bmp->unpacked)) {
        codec_warn(decoder, "bmp: the pixels end early");
    }
    return 0;
}

static int bmp_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct bmp *bmp = decoder->state;

    (void)shrink;
    codec_plain_frame(decoder);
    if (run_length_coded(bmp)) {
        return unpack(decoder, err);
    }
    bmp->keep.max = WINDOW_BYTES > bmp->row_bytes ? WINDOW_BYTES : bmp->row_bytes;
    if (decoder->src->size != SOURCE_SIZE_UNKNOWN && decoder->src->size <= bmp->pixels_at) {
        return err_set(err, ERR_MALFORMED, "bmp without pixels");
    }
    return 0;
}

/* The stored row, from a window over the file that moves the way the rows lie; short at the end. */
static int stored_row(struct decoder *decoder, uint32_t index, struct span *out, struct err *err)
{
    struct bmp *bmp = decoder->state;
    uint64_t at = bmp->pixels_at + (uint64_t)index * bmp->row_bytes;
    uint64_t rows = bmp->keep.max / bmp->row_bytes, first = index;

    if (at < bmp->window_at || at + bmp->row_bytes > bmp->window_at + bmp->window.len) {
        if (!bmp->top_down) {
            first = index + 1 > rows ? index + 1 - rows : 0;
        }
        bmp->window_at = bmp->pixels_at + first * bmp->row_bytes;
        TRY(source_view(decoder->src, bmp->window_at, (size_t)rows * bmp->row_bytes, &bmp->keep,
                        &bmp->window, err));
    }
    *out = span_from(bmp->window, (size_t)(at - bmp->window_at));
    return 0;
}

static void indexed_row(const struct bmp *bmp, const uint8_t *in, uint8_t *out, uint32_t n,
                        uint32_t bits)
{
    uint32_t per_byte = 8 / bits, mask = (1u << bits) - 1;

    for (uint32_t x = 0; x < n; x++, out += 3) {
        uint32_t shift = 8 - bits - x % per_byte * bits;

        memcpy(out, bmp->palette[in[x / per_byte] >> shift & mask], 3);
    }
}

static void turned_row(const uint8_t *in, uint8_t *out, uint32_t n, uint32_t step)
{
    for (uint32_t x = 0; x < n; x++, in += step, out += 3) {
        out[0] = in[2];
        out[1] = in[1];
        out[2] = in[0];
    }
}

static void masked_row(const struct bmp *bmp, const uint8_t *in, uint8_t *out, uint32_t n,
                       size_t channels)
{
    for (uint32_t x = 0; x < n; x++, out += channels) {
        uint32_t px = bmp->bits == 16 ? get_u16(in + 2 * (size_t)x, false)
                                      : get_u32(in + 4 * (size_t)x, false);

        for (size_t c = 0; c < channels; c++) {
            const struct channel *channel = &bmp->channels[c];
            uint64_t value = (px & channel->mask) >> channel->shift;

            out[c] = channel->max == 255 ? (uint8_t)value
                     : channel->max > 0 ? (uint8_t)((value * 255 + channel->max / 2) / channel->max)
                                        : 0;
        }
    }
}

static void convert_row(const struct decoder *decoder, const uint8_t *in, uint8_t *out)
{
    const struct bmp *bmp = decoder->state;

    if (bmp->compression == BMP_RGB && (bmp->bits == 24 || bmp->bits == 32)) {
        turned_row(in, out, decoder->width_px, bmp->bits / 8);
    } else if (bmp->bits <= 8) {
        indexed_row(bmp, in, out, decoder->width_px, bmp->bits);
    } else {
        masked_row(bmp, in, out, decoder->width_px, decoder->has_alpha ? 4 : 3);
    }
}

static void unpacked_row(const struct decoder *decoder, uint32_t index, uint8_t *out)
{
    const struct bmp *bmp = decoder->state;

    if (bmp->compression == BMP_RLE24) {
        turned_row(bmp->unpacked + (size_t)index * decoder->width_px * 3, out, decoder->width_px,
                   3);
    } else {
        indexed_row(bmp, bmp->unpacked + (size_t)index * decoder->width_px, out, decoder->width_px,
                    8);
    }
}

static int bmp_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct bmp *bmp = decoder->state;
    uint32_t row = bmp->row++;
    uint32_t index = bmp->top_down ? row : decoder->height_px - 1 - row;
    struct span stored;

    if (row >= decoder->height_px) {
        return 0;
    }
    if (run_length_coded(bmp)) {
        unpacked_row(decoder, index, rows[0][0]);
        return 0;
    }
    TRY(stored_row(decoder, index, &stored, err));
    if ((uint64_t)stored.len * 8 < (uint64_t)decoder->width_px * bmp->bits) {
        memset(rows[0][0], 0, decoder->frame.planes[0].row_bytes);
        if (!bmp->short_file) {
            codec_warn(decoder, "bmp: the pixels end early");
        }
        bmp->short_file = true;
        return 0;
    }
    convert_row(decoder, stored.data, rows[0][0]);
    return 0;
}

static void bmp_close(struct decoder *decoder)
{
    struct bmp *bmp = decoder->state;

    if (bmp != NULL) {
        mem_free(bmp->unpacked);
        buf_release(&bmp->keep);
        mem_free(bmp);
    }
    decoder->state = NULL;
}

const struct codec codec_bmp = {
    .name = "bmp",
    .content_type = "image/bmp",
    .same_as = "png",
    .sniff = bmp_sniff,
    .open = bmp_open,
    .start = bmp_start,
    .read = bmp_read,
    .close = bmp_close,
};
