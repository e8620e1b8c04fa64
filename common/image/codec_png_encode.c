#include "image/codec_png_encode.h"

#include <png.h>
#include <setjmp.h>

#include "base/mem.h"

#define LEVEL_PRESET 6 /* zlib's own */
#define LEVEL_BEST   9

/* libpng leaves by longjmp: what it needs on the way is here, nothing lies in the frames that are
 * jumped over. */
struct png_writer {
    png_structp png;
    png_infop info;
    struct encoder *encoder;
    struct err *err; /* of the call that is under way */
    bool failed;     /* err is filled */
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

/* Everything up to the pixels. */
static int write_head(struct png_writer *writer, struct err *err)
{
    const struct encode_options *options = &writer->encoder->options;

    writer->err = err;
    if (setjmp(png_jmpbuf(writer->png))) {
        return -1;
    }
    png_set_write_fn(writer->png, writer, on_write, on_flush);
    png_set_user_limits(writer->png, RENDITION_MAX_SIDE_PX, RENDITION_MAX_SIDE_PX);
    png_set_compression_level(writer->png, level_of(options));
    png_set_IHDR(writer->png, writer->info, options->width_px, options->height_px, 8,
                 colour_type(options), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (options->exif.len > 0) {
        png_set_eXIf_1(writer->png, writer->info, (png_uint_32)options->exif.len,
                       (png_bytep)(uintptr_t)options->exif.data);
    }
    png_write_info(writer->png, writer->info);
    return 0;
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
    return write_head(writer, err);
}

int png_encode_rows(struct encoder *encoder, uint8_t *const *const *rows, struct err *err)
{
    struct png_writer *writer = encoder->state;

    writer->err = err;
    if (setjmp(png_jmpbuf(writer->png))) {
        return -1;
    }
    png_write_row(writer->png, rows[0][0]);
    return 0;
}

int png_encode_finish(struct encoder *encoder, struct err *err)
{
    struct png_writer *writer = encoder->state;

    writer->err = err;
    if (setjmp(png_jmpbuf(writer->png))) {
        return -1;
    }
    png_write_end(writer->png, NULL);
    return 0;
}

void png_encode_close(struct encoder *encoder)
{
    struct png_writer *writer = encoder->state;

    if (writer != NULL) {
        png_destroy_write_struct(&writer->png, &writer->info);
        mem_free(writer);
    }
    encoder->state = NULL;
}
