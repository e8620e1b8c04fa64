/* WebP by libwebp: lossy, lossless, alpha; the first frame of an animation on its canvas. */
#include "image/codec_webp.h"

#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "base/mem.h"

struct webp {
    struct buf keep;
    struct span all;
    WebPDemuxer *demuxer;
    WebPIterator frame; /* the first */
    bool has_frame;
    struct image canvas; /* RGB or RGBA; transparent where the frame does not reach */
    uint32_t row;
};

static bool webp_sniff(struct span head)
{
    return head.len >= 16 && memcmp(head.data, "RIFF", 4) == 0 &&
           memcmp(head.data + 8, "WEBPVP8", 7) == 0;
}

static void take_profile(struct decoder *decoder)
{
    struct webp *webp = decoder->state;
    WebPChunkIterator chunk = { 0 };

    decoder->icc.max = CODEC_ICC_MAX;
    if ((WebPDemuxGetI(webp->demuxer, WEBP_FF_FORMAT_FLAGS) & ICCP_FLAG) != 0 &&
        WebPDemuxGetChunk(webp->demuxer, "ICCP", 1, &chunk)) {
        buf_add(&decoder->icc, chunk.chunk.bytes, chunk.chunk.size);
    }
    WebPDemuxReleaseChunkIterator(&chunk);
    if (decoder->icc.overflowed) {
        buf_clear(&decoder->icc);
    }
}

static bool covers(const struct decoder *decoder, const WebPIterator *frame)
{
    return frame->x_offset == 0 && frame->y_offset == 0 &&
           (uint32_t)frame->width == decoder->width_px &&
           (uint32_t)frame->height == decoder->height_px;
}

static int webp_open(struct decoder *decoder, struct err *err)
{
    struct webp *webp = mem_zalloc(sizeof(*webp));
    WebPDemuxState parsed;
    WebPData data;

    decoder->state = webp;
    TRY(codec_whole(decoder, &webp->keep, &webp->all, err));
    data = (WebPData){ webp->all.data, webp->all.len };
    webp->demuxer = WebPDemuxPartial(&data, &parsed);
    if (webp->demuxer == NULL || parsed < WEBP_DEMUX_PARSED_HEADER) {
        return err_set(err, ERR_MALFORMED, "webp whose container makes no sense");
    }
    decoder->width_px = WebPDemuxGetI(webp->demuxer, WEBP_FF_CANVAS_WIDTH);
    decoder->height_px = WebPDemuxGetI(webp->demuxer, WEBP_FF_CANVAS_HEIGHT);
    TRY(codec_check_size(decoder->width_px, decoder->height_px, decoder->limits, err));
    webp->has_frame = WebPDemuxGetFrame(webp->demuxer, 1, &webp->frame) != 0;
    if (!webp->has_frame) {
        return err_set(err, ERR_MALFORMED, "webp without a frame");
    }
    decoder->model = MODEL_RGB;
    decoder->has_alpha = webp->frame.has_alpha != 0 || !covers(decoder, &webp->frame);
    decoder->max_shrink = 1;
    take_profile(decoder);
    return 0;
}

/* Where the decoder may write: the frame's place on the canvas. */
static void aim(struct webp *webp, WebPDecoderConfig *config)
{
    struct image *canvas = &webp->canvas;
    const WebPIterator *frame = &webp->frame;
    size_t at =
        (size_t)frame->y_offset * canvas->stride + (size_t)frame->x_offset * canvas->channels;

    config->output.colorspace = canvas->channels == 4 ? MODE_RGBA : MODE_RGB;
    config->output.is_external_memory = 1;
    config->output.u.RGBA.rgba = canvas->data + at;
    config->output.u.RGBA.stride = (int)canvas->stride;
    config->output.u.RGBA.size = canvas->stride * canvas->height_px - at;
}

/* What there is of a frame that is cut short; the rest of the canvas stays zero. */
static int decode_part(struct decoder *decoder, WebPDecoderConfig *config, struct err *err)
{
    struct webp *webp = decoder->state;
    WebPIDecoder *incremental = WebPIDecode(NULL, 0, config);
    int rows = 0;

    if (incremental == NULL) {
        return err_set(err, ERR_INTERNAL, "libwebp does not start");
    }
    WebPIUpdate(incremental, webp->frame.fragment.bytes, webp->frame.fragment.size);
    WebPIDecGetRGB(incremental, &rows, NULL, NULL, NULL);
    WebPIDelete(incremental);
    if (rows <= 0) {
        return err_set(err, ERR_MALFORMED, "webp whose pixels end before the first row");
    }
    codec_warn(decoder, "webp: the pixels end early");
    return 0;
}

static int decode_frame(struct decoder *decoder, struct err *err)
{
    struct webp *webp = decoder->state;
    WebPDecoderConfig config;
    VP8StatusCode status;

    if (!WebPInitDecoderConfig(&config)) {
        return err_set(err, ERR_INTERNAL, "libwebp of another version");
    }
    aim(webp, &config);
    if (!webp->frame.complete) {
        return decode_part(decoder, &config, err);
    }
    status = WebPDecode(webp->frame.fragment.bytes, webp->frame.fragment.size, &config);
    if (status == VP8_STATUS_OUT_OF_MEMORY) {
        return err_limit(err, "INGEST_MAX_DECODE_MEMORY_MIB", decoder->limits->max_memory_bytes,
                         (uint64_t)webp->canvas.stride * webp->canvas.height_px,
                         "no memory to decode the webp");
    }
    if (status != VP8_STATUS_OK) {
        return err_set(err, ERR_MALFORMED, "webp with damaged pixel data (libwebp %d)",
                       (int)status);
    }
    return 0;
}

static int webp_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct webp *webp = decoder->state;
    const WebPIterator *frame = &webp->frame;

    (void)shrink;
    codec_plain_frame(decoder);
    if (frame->x_offset < 0 || frame->y_offset < 0 || frame->width <= 0 || frame->height <= 0 ||
        (int64_t)frame->x_offset + frame->width > decoder->width_px ||
        (int64_t)frame->y_offset + frame->height > decoder->height_px) {
        return err_set(err, ERR_MALFORMED, "webp with a frame outside its canvas");
    }
    TRY(image_alloc(&webp->canvas, decoder->width_px, decoder->height_px,
                    decoder->frame.planes[0].channels, decoder->limits, err));
    return decode_frame(decoder, err);
}

static int webp_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct webp *webp = decoder->state;

    (void)err;
    if (webp->row < decoder->height_px) {
        memcpy(rows[0][0], image_row(&webp->canvas, webp->row++), webp->canvas.stride);
    }
    return 0;
}

static void webp_close(struct decoder *decoder)
{
    struct webp *webp = decoder->state;

    if (webp != NULL) {
        if (webp->has_frame) {
            WebPDemuxReleaseIterator(&webp->frame);
        }
        WebPDemuxDelete(webp->demuxer);
        buf_release(&webp->keep);
        image_release(&webp->canvas);
        mem_free(webp);
    }
    decoder->state = NULL;
}

const struct codec codec_webp = {
    .name = "webp",
    .content_type = "image/webp",
    .same_as = "webp",
    .models = MODEL_BIT(MODEL_GREY) | MODEL_BIT(MODEL_RGB),
    .encodes_alpha = true,
    .sniff = webp_sniff,
    .open = webp_open,
    .start = webp_start,
    .read = webp_read,
    .close = webp_close,
    .encode_open = webp_encode_open,
    .encode_rows = webp_encode_rows,
    .encode_finish = webp_encode_finish,
    .encode_close = webp_encode_close,
};
