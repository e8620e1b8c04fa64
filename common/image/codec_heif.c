/*
 * HEIC and AVIF by libheif: the primary picture, upright, 8 bits, in this thread. libheif wants the
 * file whole and makes the picture whole.
 */
#include <string.h>

#include "base/mem.h"
#include "image/codec.h"
#include "image/colour.h"
#include "image/heif_library.h"

struct heif {
    const struct heif_library *lib;
    struct buf keep;
    struct span all;
    struct heif_context *context;
    struct heif_image_handle *handle;
    struct heif_image *image;
    bool premultiplied;
    uint32_t row;
};

/* ISO/IEC 23008-12, 10.2, and AVIF 1.1: the major brand, or one of the compatible ones that the
 * head holds. */
static bool heif_sniff(struct span head)
{
    static const char *const brands[] = { "heic", "heix", "heim", "heis", "hevc", "hevx",
                                          "mif1", "msf1", "miaf", "avif", "avis" };

    if (head.len < 12 || memcmp(head.data + 4, "ftyp", 4) != 0 ||
        memcmp(head.data + 8, "crx ", 4) == 0) { /* Canon's CR3 calls itself mif1-like too */
        return false;
    }
    for (size_t at = 8; at + 4 <= head.len; at += at == 8 ? 8 : 4) {
        for (size_t i = 0; i < ARRAY_LEN(brands); i++) {
            if (memcmp(head.data + at, brands[i], 4) == 0) {
                return true;
            }
        }
    }
    return false;
}

static int refused(const struct decoder *decoder, const struct heif_error *why, struct err *err)
{
    if (why->code == heif_error_Memory_allocation_error) {
        return err_limit(err, "INGEST_MAX_DECODE_MEMORY_MIB", decoder->limits->max_memory_bytes,
                         decoder->limits->max_memory_bytes, "no memory to decode the heif");
    }
    return err_set(err,
                   why->code == heif_error_Unsupported_feature ||
                           why->code == heif_error_Unsupported_filetype
                       ? ERR_UNSUPPORTED
                       : ERR_MALFORMED,
                   "heif refused: %s", why->message != NULL ? why->message : "");
}

static void take_icc(struct decoder *decoder)
{
    struct heif *heif = decoder->state;
    size_t bytes = heif->lib->heif_image_handle_get_raw_color_profile_size(heif->handle);
    uint8_t *to;

    if (bytes == 0 || bytes > CODEC_ICC_MAX) {
        return;
    }
    decoder->icc.max = bytes;
    to = buf_reserve(&decoder->icc, bytes);
    if (to != NULL && heif->lib->heif_image_handle_get_raw_color_profile(heif->handle, to).code ==
                          heif_error_Ok) {
        buf_grown(&decoder->icc, bytes);
    }
}

/* Colours told by number become a profile. */
static void take_nclx(struct decoder *decoder)
{
    struct heif *heif = decoder->state;
    struct heif_color_profile_nclx *nclx = NULL;
    struct heif_error why =
        heif->lib->heif_image_handle_get_nclx_color_profile(heif->handle, &nclx);

    if (why.code == heif_error_Ok && nclx != NULL) {
        decoder->icc.max = CODEC_ICC_MAX;
        colour_profile_of_numbers(false, nclx->color_primaries, nclx->transfer_characteristics,
                                  &decoder->icc);
    }
    if (nclx != NULL) { /* also where it refuses a number in it */
        heif->lib->heif_nclx_color_profile_free(nclx);
    }
}

static int read_header(struct decoder *decoder, struct err *err)
{
    struct heif *heif = decoder->state;
    const struct heif_library *lib = heif->lib;
    struct heif_error why;
    int width, height;

    heif->context = lib->heif_context_alloc();
    if (heif->context == NULL) {
        return err_set(err, ERR_INTERNAL, "libheif does not start");
    }
    lib->heif_context_set_max_decoding_threads(heif->context, 0);
    lib->heif_context_set_maximum_image_size_limit(heif->context,
                                                   (int)decoder->limits->max_side_px);
    why = lib->heif_context_read_from_memory_without_copy(heif->context, heif->all.data,
                                                          heif->all.len, NULL);
    if (why.code == heif_error_Ok) {
        why = lib->heif_context_get_primary_image_handle(heif->context, &heif->handle);
    }
    if (why.code != heif_error_Ok) {
        return refused(decoder, &why, err);
    }
    width = lib->heif_image_handle_get_width(heif->handle);
    height = lib->heif_image_handle_get_height(heif->handle);
    decoder->width_px = width > 0 ? (uint32_t)width : 0;
    decoder->height_px = height > 0 ? (uint32_t)height : 0;
    return codec_check_size(decoder->width_px, decoder->height_px, decoder->limits, err);
}

static int heif_open(struct decoder *decoder, struct err *err)
{
    struct heif *heif = mem_zalloc(sizeof(*heif));
    enum heif_color_profile_type profile;

    decoder->state = heif;
    heif->lib = heif_library();
    if (heif->lib == NULL) {
        return err_set(err, ERR_UNSUPPORTED, "heif: libheif is not there");
    }
    TRY(codec_whole(decoder, &heif->keep, &heif->all, err));
    TRY(read_header(decoder, err));
    decoder->model = MODEL_RGB;
    decoder->upright = true;
    decoder->max_shrink = 1;
    decoder->has_alpha = heif->lib->heif_image_handle_has_alpha_channel(heif->handle) != 0;
    heif->premultiplied = heif->lib->heif_image_handle_is_premultiplied_alpha(heif->handle) != 0;
    profile = heif->lib->heif_image_handle_get_color_profile_type(heif->handle);
    if (profile == heif_color_profile_type_prof || profile == heif_color_profile_type_rICC) {
        take_icc(decoder);
    } else if (profile == heif_color_profile_type_nclx) {
        take_nclx(decoder);
    }
    return 0;
}

static int decode(struct decoder *decoder, struct err *err)
{
    struct heif *heif = decoder->state;
    struct heif_decoding_options *options = heif->lib->heif_decoding_options_alloc();
    struct heif_error why;

    if (options == NULL) {
        return err_set(err, ERR_INTERNAL, "libheif does not start");
    }
    options->convert_hdr_to_8bit = 1;
    why = heif->lib->heif_decode_image(
        heif->handle, &heif->image, heif_colorspace_RGB,
        decoder->has_alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options);
    heif->lib->heif_decoding_options_free(options);
    return why.code == heif_error_Ok ? 0 : refused(decoder, &why, err);
}

static int heif_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct heif *heif = decoder->state;
    uint64_t bytes = (uint64_t)decoder->width_px * decoder->height_px * 4;

    (void)shrink;
    codec_plain_frame(decoder);
    if (bytes > decoder->limits->max_memory_bytes) {
        return err_limit(err, "INGEST_MAX_DECODE_MEMORY_MIB", decoder->limits->max_memory_bytes,
                         bytes, "no memory for pixels of this size");
    }
    TRY(decode(decoder, err));
    /* The coded picture may be of another size than its header told. */
    if (heif->lib->heif_image_get_width(heif->image, heif_channel_interleaved) !=
            (int)decoder->width_px ||
        heif->lib->heif_image_get_height(heif->image, heif_channel_interleaved) !=
            (int)decoder->height_px) {
        return err_set(err, ERR_MALFORMED, "heif whose picture is not of the size that it tells");
    }
    return 0;
}

static int heif_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct heif *heif = decoder->state;
    int stride = 0;
    const uint8_t *plane =
        heif->lib->heif_image_get_plane_readonly(heif->image, heif_channel_interleaved, &stride);

    if (plane == NULL || stride < 0 || (size_t)stride < decoder->frame.planes[0].row_bytes) {
        return err_set(err, ERR_MALFORMED, "heif without pixels");
    }
    if (heif->row < decoder->height_px) {
        memcpy(rows[0][0], plane + (size_t)stride * heif->row++,
               decoder->frame.planes[0].row_bytes);
        if (heif->premultiplied && decoder->has_alpha) {
            rgba_unpremultiply(rows[0][0], decoder->width_px);
        }
    }
    return 0;
}

static void heif_close(struct decoder *decoder)
{
    struct heif *heif = decoder->state;

    if (heif != NULL) {
        if (heif->image != NULL) {
            heif->lib->heif_image_release(heif->image);
        }
        if (heif->handle != NULL) {
            heif->lib->heif_image_handle_release(heif->handle);
        }
        if (heif->context != NULL) {
            heif->lib->heif_context_free(heif->context);
        }
        buf_release(&heif->keep);
        mem_free(heif);
    }
    decoder->state = NULL;
}

const struct codec codec_heif = {
    .name = "heif",
    .content_type = "image/heif",
    .same_as = "jpeg",
    .sniff = heif_sniff,
    .open = heif_open,
    .start = heif_start,
    .read = heif_read,
    .close = heif_close,
};
