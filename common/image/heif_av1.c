/* AV1 by dav1d. */
#include <dav1d/dav1d.h>
#include <libheif/heif_plugin.h>
#include <string.h>

#include "base/library.h"
#include "base/mem.h"
#include "image/heif_library.h"
#include "image/heif_plugin.h"

#define ROUNDS 100000

/* Name of every function that is used. */
#define DAV1D_FUNCTIONS(X)                                                                         \
    X(dav1d_default_settings)                                                                      \
    X(dav1d_open)                                                                                  \
    X(dav1d_close)                                                                                 \
    X(dav1d_data_create)                                                                           \
    X(dav1d_data_unref)                                                                            \
    X(dav1d_send_data)                                                                             \
    X(dav1d_get_picture)                                                                           \
    X(dav1d_picture_unref)

static struct {
#define DAV1D_MEMBER(name) __typeof__(name) *name;
    DAV1D_FUNCTIONS(DAV1D_MEMBER)
#undef DAV1D_MEMBER
} dav1d;

static const struct heif_library *heif;

struct av1 {
    Dav1dContext *context;
    Dav1dData data;
};

static const char *plugin_name(void)
{
    return "dav1d in one thread";
}

static int priority(enum heif_compression_format format)
{
    return format == heif_compression_AV1 ? HEIF_PLUGIN_PRIORITY : 0;
}

static struct heif_error new_decoder(void **decoder)
{
    struct av1 *av1 = mem_zalloc(sizeof(*av1));
    Dav1dSettings settings;

    dav1d.dav1d_default_settings(&settings);
    settings.n_threads = 1;
    settings.max_frame_delay = 1;
    settings.all_layers = 0;
    if (dav1d.dav1d_open(&av1->context, &settings) != 0) {
        mem_free(av1);
        return heif_plugin_bad;
    }
    *decoder = av1;
    return heif_plugin_good;
}

static void free_decoder(void *decoder)
{
    struct av1 *av1 = decoder;

    if (av1 != NULL) {
        if (av1->data.sz > 0) {
            dav1d.dav1d_data_unref(&av1->data);
        }
        dav1d.dav1d_close(&av1->context);
        mem_free(av1);
    }
}

static struct heif_error push_data(void *decoder, const void *data, size_t len)
{
    struct av1 *av1 = decoder;
    Dav1dData more;
    uint8_t *to;

    memset(&more, 0, sizeof(more));
    to = len > 0 && len < SIZE_MAX - av1->data.sz
             ? dav1d.dav1d_data_create(&more, av1->data.sz + len)
             : NULL;
    if (to == NULL) {
        return heif_plugin_bad;
    }
    if (av1->data.sz > 0) {
        memcpy(to, av1->data.data, av1->data.sz);
        dav1d.dav1d_data_unref(&av1->data);
    }
    memcpy(to + more.sz - len, data, len);
    av1->data = more;
    return heif_plugin_good;
}

static struct heif_error copy_image(const Dav1dPicture *from, struct heif_image **out)
{
    static const struct {
        enum heif_chroma chroma;
        int halved_x, halved_y;
    } layouts[] = { [DAV1D_PIXEL_LAYOUT_I400] = { heif_chroma_monochrome, 0, 0 },
                    [DAV1D_PIXEL_LAYOUT_I420] = { heif_chroma_420, 1, 1 },
                    [DAV1D_PIXEL_LAYOUT_I422] = { heif_chroma_422, 1, 0 },
                    [DAV1D_PIXEL_LAYOUT_I444] = { heif_chroma_444, 0, 0 } };
    struct heif_picture picture = { .bits = from->p.bpc };

    if ((size_t)from->p.layout >= ARRAY_LEN(layouts)) {
        return heif_plugin_bad;
    }
    picture.chroma = layouts[from->p.layout].chroma;
    picture.full_range = from->seq_hdr->color_range != 0;
    picture.primaries = (int)from->seq_hdr->pri;
    picture.transfer = (int)from->seq_hdr->trc;
    picture.matrix = (int)from->seq_hdr->mtrx;
    for (int i = 0; i < 3; i++) {
        int x = i > 0 ? layouts[from->p.layout].halved_x : 0;
        int y = i > 0 ? layouts[from->p.layout].halved_y : 0;

        picture.planes[i] =
            (struct heif_picture_plane){ from->data[i], from->stride[i > 0], (from->p.w + x) >> x,
                                         (from->p.h + y) >> y };
    }
    return heif_picture_copy(heif, &picture, out);
}

static struct heif_error decode_image(void *decoder, struct heif_image **out)
{
    struct av1 *av1 = decoder;

    *out = NULL;
    for (int round = 0; round < ROUNDS; round++) {
        Dav1dPicture picture;
        int result;

        if (av1->data.sz > 0) {
            result = dav1d.dav1d_send_data(av1->context, &av1->data);
            if (result != 0 && result != DAV1D_ERR(EAGAIN)) {
                return heif_plugin_bad;
            }
        }
        memset(&picture, 0, sizeof(picture));
        result = dav1d.dav1d_get_picture(av1->context, &picture);
        if (result == 0) {
            struct heif_error why = copy_image(&picture, out);

            dav1d.dav1d_picture_unref(&picture);
            return why;
        }
        if (result != DAV1D_ERR(EAGAIN) || av1->data.sz == 0) {
            return heif_plugin_bad;
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
    .id_name = "one-thread-av1",
};

bool heif_av1_register(const struct heif_library *library)
{
#define DAV1D_FUNCTION(name) { #name, &dav1d.name },
    static const struct library_function functions[] = { DAV1D_FUNCTIONS(DAV1D_FUNCTION) };
#undef DAV1D_FUNCTION

    heif = library;
    return library_load("libdav1d.so.6", functions, ARRAY_LEN(functions)) &&
           library->heif_register_decoder_plugin(&plugin).code == heif_error_Ok;
}
