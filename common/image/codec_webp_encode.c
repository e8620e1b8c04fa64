/* libwebp wants the whole picture at once: rows are gathered, then written in one go. */
#include <string.h>
#include <webp/encode.h>

#include "base/mem.h"
#include "image/codec_webp.h"

#define LOSSLESS_PRESET 6 /* of 0..9, as cwebp has it */
#define LOSSLESS_MOST   8 /* 9 takes ten times as long for nothing: 2.3 s, not 0.26, for 1024 px */
#define METHOD_PRESET   4 /* of 0..6 */
#define EXIF_FLAG_BIT   0x08
#define ALPHA_FLAG_BIT  0x10

struct webp_writer {
    struct image pixels; /* RGB or RGBA */
    uint32_t row;
    WebPConfig config;
    WebPPicture picture;
    WebPMemoryWriter written;
};

static int32_t held(int32_t effort, int32_t preset, int32_t most)
{
    return effort < 0 ? preset : effort > most ? most : effort;
}

static bool configure(struct webp_writer *writer, const struct encode_options *options)
{
    WebPConfig *config = &writer->config;

    if (!WebPConfigInit(config) || !WebPPictureInit(&writer->picture)) {
        return false;
    }
    config->quality = (float)options->quality;
    config->method = held(options->effort, METHOD_PRESET, 6);
    if (options->lossless) {
        writer->picture.use_argb = 1;
        return WebPConfigLosslessPreset(config,
                                        held(options->effort, LOSSLESS_PRESET, LOSSLESS_MOST)) != 0;
    }
    return WebPValidateConfig(config) != 0;
}

int webp_encode_open(struct encoder *encoder, struct err *err)
{
    struct webp_writer *writer = mem_zalloc(sizeof(*writer));
    const struct encode_options *options = &encoder->options;
    uint32_t side = options->width_px > options->height_px ? options->width_px : options->height_px;

    encoder->state = writer;
    WebPMemoryWriterInit(&writer->written);
    if (side > WEBP_MAX_SIDE_PX) {
        return err_limit(err, NULL, WEBP_MAX_SIDE_PX, side, "webp takes no side this long");
    }
    if (!configure(writer, options)) {
        return err_set(err, ERR_INTERNAL, "libwebp refuses the settings");
    }
    return image_alloc(&writer->pixels, options->width_px, options->height_px,
                       options->has_alpha ? 4 : 3, NULL, err);
}

static void grey_row(const uint8_t *in, uint8_t *out, uint32_t n, bool alpha)
{
    for (uint32_t x = 0; x < n; x++) {
        memset(out, *in++, 3);
        if (alpha) {
            out[3] = *in++;
        }
        out += alpha ? 4 : 3;
    }
}

int webp_encode_rows(struct encoder *encoder, uint8_t *const *const *rows, struct err *err)
{
    struct webp_writer *writer = encoder->state;
    const struct encode_options *options = &encoder->options;
    uint8_t *to;

    (void)err;
    if (writer->row >= options->height_px) {
        return 0;
    }
    to = image_row(&writer->pixels, writer->row++);
    if (options->model == MODEL_GREY) {
        grey_row(rows[0][0], to, options->width_px, options->has_alpha);
    } else {
        memcpy(to, rows[0][0], writer->pixels.stride);
    }
    return 0;
}

static int encode(struct webp_writer *writer, struct err *err)
{
    WebPPicture *picture = &writer->picture;
    int stride = (int)writer->pixels.stride;
    int taken;

    picture->width = (int)writer->pixels.width_px;
    picture->height = (int)writer->pixels.height_px;
    picture->writer = WebPMemoryWrite;
    picture->custom_ptr = &writer->written;
    taken = writer->pixels.channels == 4
                ? WebPPictureImportRGBA(picture, writer->pixels.data, stride)
                : WebPPictureImportRGB(picture, writer->pixels.data, stride);
    image_release(&writer->pixels);
    if (taken && WebPEncode(&writer->config, picture)) {
        return 0;
    }
    if (picture->error_code == VP8_ENC_ERROR_OUT_OF_MEMORY ||
        picture->error_code == VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY) {
        return pixels_refused(err, "a webp of this size");
    }
    return err_set(err, ERR_INTERNAL, "webp not written (libwebp %d)", (int)picture->error_code);
}

static void put_le(struct buf *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        buf_add_byte(out, (uint8_t)(value >> (8 * i)));
    }
}

/*
 * Puts an EXIF chunk behind the pictures of a complete WebP file and appends the whole to out: a
 * plain file becomes an extended one (RFC 9649, 2.7). False where the file is not what libwebp
 * writes.
 */
static bool add_exif(struct span file, struct span exif, uint32_t width_px, uint32_t height_px,
                     bool has_alpha, struct buf *out)
{
    struct span chunks = span_from(file, 12); /* behind "RIFF", size, "WEBP" */
    uint64_t body;

    if (chunks.len >= 18 && memcmp(chunks.data, "VP8X", 4) == 0) {
        chunks = span_from(chunks, 18);
    }
    body = 4 + 18 + (uint64_t)chunks.len + 8 + exif.len + exif.len % 2;
    if (chunks.len < 8 || body > UINT32_MAX - 8) {
        return false;
    }
    buf_add_str(out, "RIFF");
    put_le(out, (uint32_t)body, 4);
    buf_add_str(out, "WEBPVP8X");
    put_le(out, 10, 4);
    put_le(out, EXIF_FLAG_BIT | (has_alpha ? ALPHA_FLAG_BIT : 0), 4);
    put_le(out, width_px - 1, 3);
    put_le(out, height_px - 1, 3);
    buf_add_span(out, chunks);
    buf_add_str(out, "EXIF");
    put_le(out, (uint32_t)exif.len, 4);
    buf_add_span(out, exif);
    put_le(out, 0, (int)(exif.len % 2));
    return !out->overflowed;
}

int webp_encode_finish(struct encoder *encoder, struct err *err)
{
    struct webp_writer *writer = encoder->state;
    const struct encode_options *options = &encoder->options;
    struct span file;

    TRY(encode(writer, err));
    file = (struct span){ writer->written.mem, writer->written.size };
    if (options->exif.len > 0) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(file.len + options->exif.len + 64);

        if (!add_exif(file, options->exif, options->width_px, options->height_px,
                      options->has_alpha, &out)) {
            return err_set(err, ERR_INTERNAL, "webp does not take the metadata");
        }
        return encoder->write(encoder->ctx, buf_span(&out), err);
    }
    return encoder->write(encoder->ctx, file, err);
}

void webp_encode_close(struct encoder *encoder)
{
    struct webp_writer *writer = encoder->state;

    if (writer != NULL) {
        image_release(&writer->pixels);
        WebPPictureFree(&writer->picture);
        WebPMemoryWriterClear(&writer->written);
        mem_free(writer);
    }
    encoder->state = NULL;
}
