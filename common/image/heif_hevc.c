/* HEVC by libde265. */
#include <libde265/de265.h>
#include <libheif/heif_plugin.h>

#include "base/bytes.h"
#include "base/library.h"
#include "image/heif_library.h"
#include "image/heif_plugin.h"

#define ROUNDS 100000

/* Name of every function that is used. */
#define DE265_FUNCTIONS(X)                                                                         \
    X(de265_new_decoder)                                                                           \
    X(de265_free_decoder)                                                                          \
    X(de265_push_NAL)                                                                              \
    X(de265_flush_data)                                                                            \
    X(de265_decode)                                                                                \
    X(de265_get_next_picture)                                                                      \
    X(de265_get_chroma_format)                                                                     \
    X(de265_get_image_width)                                                                       \
    X(de265_get_image_height)                                                                      \
    X(de265_get_bits_per_pixel)                                                                    \
    X(de265_get_image_plane)                                                                       \
    X(de265_get_image_full_range_flag)                                                             \
    X(de265_get_image_colour_primaries)                                                            \
    X(de265_get_image_transfer_characteristics)                                                    \
    X(de265_get_image_matrix_coefficients)

static struct {
#define DE265_MEMBER(name) __typeof__(name) *name;
    DE265_FUNCTIONS(DE265_MEMBER)
#undef DE265_MEMBER
} de265;

static const struct heif_library *heif;

static const char *plugin_name(void)
{
    return "libde265 in one thread";
}

static int priority(enum heif_compression_format format)
{
    return format == heif_compression_HEVC ? HEIF_PLUGIN_PRIORITY : 0;
}

static struct heif_error new_decoder(void **decoder)
{
    *decoder = de265.de265_new_decoder();
    return *decoder != NULL ? heif_plugin_good : heif_plugin_bad;
}

static void free_decoder(void *decoder)
{
    if (decoder != NULL) {
        de265.de265_free_decoder(decoder);
    }
}

/* NAL units, each behind its length in 4 bytes: libheif hands them over as the file has them. */
static struct heif_error push_data(void *decoder, const void *data, size_t len)
{
    const uint8_t *at = data;

    while (len >= 4) {
        size_t unit = get_u32(at, true);

        at += 4;
        len -= 4;
        if (unit > len || unit > INT32_MAX) {
            return heif_plugin_bad;
        }
        if (de265.de265_push_NAL(decoder, at, (int)unit, 0, NULL) != DE265_OK) {
            return heif_plugin_bad;
        }
        at += unit;
        len -= unit;
    }
    return heif_plugin_good;
}

static struct heif_error copy_image(const struct de265_image *from, struct heif_image **out)
{
    static const enum heif_chroma chromas[] = { [de265_chroma_mono] = heif_chroma_monochrome,
                                                [de265_chroma_420] = heif_chroma_420,
                                                [de265_chroma_422] = heif_chroma_422,
                                                [de265_chroma_444] = heif_chroma_444 };
    enum de265_chroma chroma = de265.de265_get_chroma_format(from);
    struct heif_picture picture = {
        .bits = de265.de265_get_bits_per_pixel(from, 0),
        .primaries = de265.de265_get_image_colour_primaries(from),
        .transfer = de265.de265_get_image_transfer_characteristics(from),
        .matrix = de265.de265_get_image_matrix_coefficients(from),
        .full_range = de265.de265_get_image_full_range_flag(from) != 0,
    };

    if ((size_t)chroma >= ARRAY_LEN(chromas)) {
        return heif_plugin_bad;
    }
    picture.chroma = chromas[chroma];
    for (int i = 0; i < (chroma == de265_chroma_mono ? 1 : 3); i++) {
        struct heif_picture_plane *plane = &picture.planes[i];
        int stride = 0;

        if (de265.de265_get_bits_per_pixel(from, i) != picture.bits) {
            return heif_plugin_bad;
        }
        plane->samples = de265.de265_get_image_plane(from, i, &stride);
        plane->stride_bytes = stride;
        plane->width = de265.de265_get_image_width(from, i);
        plane->height = de265.de265_get_image_height(from, i);
    }
    return heif_picture_copy(heif, &picture, out);
}

static struct heif_error decode_image(void *decoder, struct heif_image **out)
{
    int more = 1;

    *out = NULL;
    de265.de265_flush_data(decoder);
    for (int round = 0; more && round < ROUNDS; round++) {
        const struct de265_image *picture;

        if (de265.de265_decode(decoder, &more) != DE265_OK) {
            return heif_plugin_bad;
        }
        picture = de265.de265_get_next_picture(decoder);
        if (picture != NULL) {
            return copy_image(picture, out);
        }
    }
    return heif_plugin_bad;
}

static const struct heif_decoder_plugin plugin = {
    .plugin_api_version = 3,
    .get_plugin_name = plugin_name,
    .init_plugin = heif_plugin_nothing,
    .deinit_plugin = heif_plugin_nothing,
    .does_support_format = priority,
    .new_decoder = new_decoder,
    .free_decoder = free_decoder,
    .push_data = push_data,
    .decode_image = decode_image,
    .set_strict_decoding = heif_plugin_set_strict,
    .id_name = "one-thread-hevc",
};

bool heif_hevc_register(const struct heif_library *library)
{
#define DE265_FUNCTION(name) { #name, &de265.name },
    static const struct library_function functions[] = { DE265_FUNCTIONS(DE265_FUNCTION) };
#undef DE265_FUNCTION

    heif = library;
    return library_load("libde265.so.0", functions, ARRAY_LEN(functions)) &&
           library->heif_register_decoder_plugin(&plugin).code == heif_error_Ok;
}
