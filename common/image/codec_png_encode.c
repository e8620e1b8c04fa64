#include "image/codec_png_encode.h"

#include <png.h>
#include <setjmp.h>

#include "base/mem.h"
#include "image/codec_png_few.h"

#define LEVEL_PRESET 6 /* zlib's own */
#define LEVEL_BEST   9

/* libpng leaves by longjmp: what it needs on the way is here, nothing lies in the frames that are
 * jumped over. */
struct png_writer {
    png_structp png;
    png_infop info;
    struct encoder *encoder;
    struct err *err;     /* of the call that is under way */
    bool failed;         /* err is filled */
    struct png_few *few; /* all rows so far, where a palette may do; the head is not written yet */
    uint8_t *line;       /* one row of them */
};

static void on_error(png_structp png, png_const_charp message)
{
    struct png_writer *writer = png_get_error_ptr(png);

    if (!writer->failed) {
        err_set(writer->err, ERR_INTERNAL, "png not written: %s", message);
    }
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void on_write(png_structp png, png_bytep bytes, size_t len)
{
    struct png_writer *writer = png_get_io_ptr(png);

    if (writer->encoder->write(writer->encoder->ctx, (struct span){ bytes, len }, writer->err) !=
        0) {
        writer->failed = true;
        png_error(png, "sink");
    }
}

static void on_flush(png_structp png)
{
    (void)png;
}

static int level_of(const struct encode_options *options)
{
    if (options->effort >= 0) {
        return options->effort > LEVEL_BEST ? LEVEL_BEST : (int)options->effort;
    }
    return options->optimize ? LEVEL_BEST : LEVEL_PRESET;
}

static int colour_type(const struct encode_options *options)
{
    if (options->model == MODEL_GREY) {
        return options->has_alpha ? PNG_COLOR_TYPE_GRAY_ALPHA : PNG_COLOR_TYPE_GRAY;
    }
    return options->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB;
}

static void set_palette(struct png_writer *writer)
{
    const struct png_few *few = writer->few;
    png_color colours[PNG_FEW_COLOURS] = { 0 };
    png_byte alpha[PNG_FEW_COLOURS];
    int n_alpha = 0;

    for (uint32_t i = 0; i < few->n_colours; i++) {
        const uint8_t *colour = few->colours[i];

        colours[i] = (png_color){ colour[0], colour[1], colour[2] };
        alpha[i] = colour[3];
        n_alpha = colour[3] < 255 ? (int)i + 1 : n_alpha;
    }
    png_set_PLTE(writer->png, writer->info, colours, (int)few->n_colours);
    if (n_alpha > 0) {
        png_set_tRNS(writer->png, writer->info, alpha, n_alpha, NULL);
    }
}

/* Everything up to the pixels. */
static int write_head(struct png_writer *writer, bool indexed, struct err *err)
{
    const struct encode_options *options = &writer->encoder->options;

    writer->err = err;
    if (setjmp(png_jmpbuf(writer->png))) {
        return -1;
    }
    png_set_write_fn(writer->png, writer, on_write, on_flush);
    png_set_user_limits(writer->png, RENDITION_MAX_SIDE_PX, RENDITION_MAX_SIDE_PX);
    png_set_compression_level(writer->png, level_of(options));
    png_set_IHDR(writer->png, writer->info, options->width_px, options->height_px,
                 indexed ? png_few_bits(writer->few) : 8,
                 indexed ? PNG_COLOR_TYPE_PALETTE : colour_type(options), PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (indexed) {
        set_palette(writer);
    }
    if (options->exif.len > 0) {
        png_set_eXIf_1(writer->png, writer->info, (png_uint_32)options->exif.len,
                       (png_bytep)(uintptr_t)options->exif.data);
    }
    png_write_info(writer->png, writer->info);
    png_set_packing(writer->png); /* indices come a byte each */
    return 0;
}

/* The rows that were held, as indices or as they came. */
static int write_held(struct png_writer *writer, bool indexed, struct err *err)
{
    const struct png_few *few = writer->few;

    TRY(write_head(writer, indexed, err));
    writer->err = err;
    if (setjmp(png_jmpbuf(writer->png))) {
        return -1;
    }
    for (uint32_t y = 0; y < few->n_rows; y++) {
        if (!indexed) {
            png_few_row(few, y, writer->line);
        }
        png_write_row(writer->png,
                      indexed ? few->indices + (size_t)y * few->width_px : writer->line);
    }
    return 0;
}

static void drop_held(struct png_writer *writer)
{
    png_few_free(writer->few);
    mem_free(writer->line);
    writer->few = NULL;
    writer->line = NULL;
}

static void hold(struct png_writer *writer, const struct encode_options *options)
{
    uint8_t channels = options->has_alpha ? 4 : 3;

    writer->few = png_few_new(options->width_px, options->height_px, channels);
    writer->line = mem_array(options->width_px, channels);
}

int png_encode_open(struct encoder *encoder, struct err *err)
{
    struct png_writer *writer = mem_zalloc(sizeof(*writer));

    encoder->state = writer;
    writer->encoder = encoder;
    writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, on_error, on_warning);
    writer->info = writer->png != NULL ? png_create_info_struct(writer->png) : NULL;
    if (writer->info == NULL) {
        return err_set(err, ERR_INTERNAL, "libpng does not start");
    }
    if (encoder->options.few_colours && encoder->options.model == MODEL_RGB &&
        (uint64_t)encoder->options.width_px * encoder->options.height_px <= PNG_FEW_MAX_PIXELS) {
        hold(writer, &encoder->options);
        return 0;
    }
    return write_head(writer, false, err);
}

static int write_row(struct png_writer *writer, const uint8_t *row, struct err *err)
{
    writer->err = err;
    if (setjmp(png_jmpbuf(writer->png))) {
        return -1;
    }
    png_write_row(writer->png, row);
    return 0;
}

int png_encode_rows(struct encoder *encoder, uint8_t *const *const *rows, struct err *err)
{
    struct png_writer *writer = encoder->state;

    if (writer->few != NULL) {
        if (png_few_add(writer->few, rows[0][0])) {
            return 0;
        }
        TRY(write_held(writer, false, err));
        drop_held(writer);
    }
    return write_row(writer, rows[0][0], err);
}

static int write_end(struct png_writer *writer, struct err *err)
{
    writer->err = err;
    if (setjmp(png_jmpbuf(writer->png))) {
        return -1;
    }
    png_write_end(writer->png, NULL);
    return 0;
}

int png_encode_finish(struct encoder *encoder, struct err *err)
{
    struct png_writer *writer = encoder->state;

    if (writer->few != NULL) {
        TRY(write_held(writer, true, err));
    }
    return write_end(writer, err);
}

void png_encode_close(struct encoder *encoder)
{
    struct png_writer *writer = encoder->state;

    if (writer != NULL) {
        png_destroy_write_struct(&writer->png, &writer->info);
        drop_held(writer);
        mem_free(writer);
    }
    encoder->state = NULL;
}
