#include "image/heif_plugin.h"

#include <string.h>

#include "image/heif_library.h"

const struct heif_error heif_plugin_good = { heif_error_Ok, heif_suberror_Unspecified, "" };
const struct heif_error heif_plugin_bad = { heif_error_Decoder_plugin_error,
                                            heif_suberror_Unspecified, "damaged pixel data" };

void heif_plugin_nothing(void)
{
}

void heif_plugin_set_strict(void *decoder, int strict)
{
    (void)decoder;
    (void)strict;
}

static struct heif_error copy_plane(const struct heif_library *library,
                                    const struct heif_picture_plane *from, int bits,
                                    enum heif_channel channel, struct heif_image *to)
{
    size_t row = (size_t)from->width * (bits > 8 ? 2 : 1);
    struct heif_error why =
        library->heif_image_add_plane(to, channel, from->width, from->height, bits);
    int stride = 0;
    uint8_t *out;

    if (why.code != heif_error_Ok) {
        return why;
    }
    out = library->heif_image_get_plane(to, channel, &stride);
    if (from->samples == NULL || out == NULL || from->stride_bytes < (ptrdiff_t)row || stride < 0 ||
        (size_t)stride < row) {
        return heif_plugin_bad;
    }
    for (int y = 0; y < from->height; y++) {
        memcpy(out + (size_t)y * (size_t)stride, from->samples + y * from->stride_bytes, row);
    }
    return heif_plugin_good;
}

/* What the bitstream itself tells of its colours; the file's own box goes before it. */
static void copy_colours(const struct heif_library *library, const struct heif_picture *from,
                         struct heif_image *to)
{
    struct heif_color_profile_nclx *nclx = library->heif_nclx_color_profile_alloc();

    if (nclx == NULL) {
        return;
    }
    nclx->full_range_flag = from->full_range;
    nclx->color_primaries = (enum heif_color_primaries)from->primaries;
    nclx->transfer_characteristics = (enum heif_transfer_characteristics)from->transfer;
    nclx->matrix_coefficients = (enum heif_matrix_coefficients)from->matrix;
    (void)library->heif_image_set_nclx_color_profile(to, nclx);
    library->heif_nclx_color_profile_free(nclx);
}

static struct heif_error fill_image(const struct heif_library *library,
                                    const struct heif_picture *from, struct heif_image *to)
{
    static const enum heif_channel channels[] = { heif_channel_Y, heif_channel_Cb,
                                                  heif_channel_Cr };
    size_t n = from->chroma == heif_chroma_monochrome ? 1 : 3;

    for (size_t i = 0; i < n; i++) {
        struct heif_error why = copy_plane(library, &from->planes[i], from->bits, channels[i], to);

        if (why.code != heif_error_Ok) {
            return why;
        }
    }
    copy_colours(library, from, to);
    return heif_plugin_good;
}

struct heif_error heif_picture_copy(const struct heif_library *library,
                                    const struct heif_picture *from, struct heif_image **out)
{
    struct heif_image *image = NULL;
    struct heif_error why = library->heif_image_create(
        from->planes[0].width, from->planes[0].height,
        from->chroma == heif_chroma_monochrome ? heif_colorspace_monochrome : heif_colorspace_YCbCr,
        from->chroma, &image);

    if (why.code != heif_error_Ok) {
        return why;
    }
    why = fill_image(library, from, image);
    if (why.code != heif_error_Ok) {
        library->heif_image_release(image);
        return why;
    }
    *out = image;
    return heif_plugin_good;
}
