/*
 * GIF, read by hand: the first frame, composed on its canvas. What the frame does not cover, and
 * its transparent index, are transparent, as browsers show it. GIF89a specification (CompuServe,
 * 1990); a frame that reaches over the canvas enlarges it, as Pillow has it.
 */
#include <string.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "image/codec.h"
#include "image/codec_gif.h"

#define SCREEN_BYTES  13
#define EXTENSION     0x21
#define CONTROL_LABEL 0xf9
#define IMAGE         0x2c
#define NO_INDEX      256

struct gif {
    struct buf keep;
    struct span all;
    uint8_t palette[256][3];
    uint32_t transparent; /* index, or NO_INDEX */
    uint32_t left, top, width, height;
    bool interlaced;
    size_t data_at; /* the code size before the frame's sub-blocks */
    uint8_t *indices;
    size_t n_indices; /* how many of them were there */
    uint32_t row;
};

static bool gif_sniff(struct span head)
{
    return span_starts(head, span_str("GIF87a")) || span_starts(head, span_str("GIF89a"));
}

/* At *at, n bytes of the file; false where it ends before. *at moves on. */
static bool take(const struct gif *gif, size_t *at, size_t n, const uint8_t **out)
{
    struct span part;

    if (!span_slice(gif->all, *at, n, &part)) {
        return false;
    }
    *out = part.data;
    *at += n;
    return true;
}

static bool read_palette(struct gif *gif, size_t *at, uint8_t flags)
{
    size_t n = (size_t)2 << (flags & 7);
    const uint8_t *colours;

    if ((flags & 0x80) == 0) {
        return true;
    }
    if (!take(gif, at, 3 * n, &colours)) {
        return false;
    }
    memset(gif->palette, 0, sizeof(gif->palette));
    memcpy(gif->palette, colours, 3 * n);
    return true;
}

/* An extension: the control block tells the transparent index, all else is passed over. */
static bool read_extension(struct gif *gif, size_t *at)
{
    const uint8_t *label, *length, *block;

    if (!take(gif, at, 1, &label)) {
        return false;
    }
    for (;;) {
        if (!take(gif, at, 1, &length) || !take(gif, at, *length, &block)) {
            return false;
        }
        if (*length == 0) {
            return true;
        }
        if (*label == CONTROL_LABEL && *length >= 4) {
            gif->transparent = block[0] & 1 ? block[3] : NO_INDEX;
        }
    }
}

/* Up to the first image descriptor; false where there is none. */
static bool find_frame(struct gif *gif, size_t *at)
{
    const uint8_t *kind, *image;

    do {
        if (!take(gif, at, 1, &kind)) {
            return false;
        }
        if (*kind == EXTENSION && !read_extension(gif, at)) {
            return false;
        }
        /* Stray bytes between blocks are passed over, as all readers do; 0x3b ends the file. */
    } while (*kind != IMAGE && *kind != 0x3b);
    if (*kind != IMAGE || !take(gif, at, 9, &image)) {
        return false;
    }
    gif->left = get_u16(image, false);
    gif->top = get_u16(image + 2, false);
    gif->width = get_u16(image + 4, false);
    gif->height = get_u16(image + 6, false);
    gif->interlaced = (image[8] & 0x40) != 0;
    gif->data_at = *at;
    if (!read_palette(gif, &gif->data_at, image[8])) {
        return false;
    }
    return true;
}

static void settle_canvas(struct decoder *decoder, const uint8_t *screen)
{
    struct gif *gif = decoder->state;
    uint32_t right = gif->left + gif->width, bottom = gif->top + gif->height;

    decoder->width_px = get_u16(screen + 6, false) > right ? get_u16(screen + 6, false) : right;
    decoder->height_px = get_u16(screen + 8, false) > bottom ? get_u16(screen + 8, false) : bottom;
    decoder->model = MODEL_RGB;
    decoder->max_shrink = 1;
    decoder->has_palette = true;
    decoder->has_alpha = gif->transparent != NO_INDEX || gif->width < decoder->width_px ||
                         gif->height < decoder->height_px;
}

static int gif_open(struct decoder *decoder, struct err *err)
{
    struct gif *gif = mem_zalloc(sizeof(*gif));
    size_t at = SCREEN_BYTES;

    decoder->state = gif;
    gif->transparent = NO_INDEX;
    TRY(codec_whole(decoder, &gif->keep, &gif->all, err));
    if (gif->all.len < SCREEN_BYTES) {
        return err_set(err, ERR_MALFORMED, "gif cut short in its header");
    }
    for (unsigned i = 0; i < 256; i++) { /* without a colour table the colours are ours to choose */
        memset(gif->palette[i], (int)i, 3);
    }
    TRY(codec_check_size(
        get_u16(gif->all.data + 6, false) > 0 ? get_u16(gif->all.data + 6, false) : 1,
        get_u16(gif->all.data + 8, false) > 0 ? get_u16(gif->all.data + 8, false) : 1,
        decoder->limits, err));
    if (!read_palette(gif, &at, gif->all.data[10]) || !find_frame(gif, &at)) {
        return err_set(err, ERR_MALFORMED, "gif without a frame");
    }
    TRY(codec_check_size(gif->width, gif->height, decoder->limits, err));
    settle_canvas(decoder, gif->all.data);
    return codec_check_size(decoder->width_px, decoder->height_px, decoder->limits, err);
}

static int gif_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct gif *gif = decoder->state;
    size_t n = (size_t)gif->width * gif->height;
    uint32_t code_bits;

    (void)shrink;
    codec_plain_frame(decoder);
    if (gif->data_at >= gif->all.len) {
        return err_set(err, ERR_MALFORMED, "gif without pixels");
    }
    code_bits = gif->all.data[gif->data_at];
    if (code_bits < 1 || code_bits > 11) {
        return err_set(err, ERR_MALFORMED, "gif with codes of %u bits", code_bits);
    }
    TRY(pixels_alloc(&gif->indices, n, decoder->limits, err));
    gif->n_indices = gif_unpack(span_from(gif->all, gif->data_at + 1), code_bits, gif->indices, n);
    if (gif->n_indices == 0) {
        return err_set(err, ERR_MALFORMED, "gif without pixels");
    }
    if (gif->n_indices < n) {
        codec_warn(decoder, "gif: the pixels end early");
    }
    return 0;
}

/* Where the frame's row y lies in the data: interlaced frames store every 8th row from 0, every
 * 8th from 4, every 4th from 2, every 2nd from 1 (appendix E). */
static uint32_t stored_row(const struct gif *gif, uint32_t y)
{
    static const struct {
        uint32_t first, step;
    } passes[] = { { 0, 8 }, { 4, 8 }, { 2, 4 }, { 1, 2 } };
    uint32_t before = 0;

    for (size_t i = 0; gif->interlaced && i < ARRAY_LEN(passes); i++) {
        if (y % passes[i].step == passes[i].first) {
            return before + y / passes[i].step;
        }
        before += gif->height > passes[i].first
                      ? (gif->height - passes[i].first + passes[i].step - 1) / passes[i].step
                      : 0;
    }
    return y;
}

static int gif_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct gif *gif = decoder->state;
    uint32_t y = gif->row++, channels = decoder->has_alpha ? 4 : 3;
    uint8_t *out = rows[0][0];
    size_t from;

    (void)err;
    memset(out, 0, decoder->frame.planes[0].row_bytes);
    if (y < gif->top || y - gif->top >= gif->height) {
        return 0;
    }
    from = (size_t)stored_row(gif, y - gif->top) * gif->width;
    out += (size_t)gif->left * channels;
    for (uint32_t x = 0; x < gif->width && from + x < gif->n_indices; x++, out += channels) {
        uint32_t index = gif->indices[from + x];

        if (index != gif->transparent) {
            memcpy(out, gif->palette[index], 3);
            if (channels == 4) {
                out[3] = 255;
            }
        }
    }
    return 0;
}

static void gif_close(struct decoder *decoder)
{
    struct gif *gif = decoder->state;

    if (gif != NULL) {
        buf_release(&gif->keep);
        mem_free(gif->indices);
        mem_free(gif);
    }
    decoder->state = NULL;
}

const struct codec codec_gif = {
    .name = "gif",
    .content_type = "image/gif",
    .same_as = "png",
    .sniff = gif_sniff,
    .open = gif_open,
    .start = gif_start,
    .read = gif_read,
    .close = gif_close,
};
