/*
 * JPEG in, by libjpeg-turbo: Y Cb Cr planes as they are stored (no upsampling, no colour
 * conversion), reduced in the DCT where asked. RGB, CMYK and YCCK files come interleaved.
 */
#include "image/codec_jpeg.h"

#include <string.h>

#include "base/mem.h"

struct jpeg_decoder {
    struct jpeg_decompress_struct cinfo;
    struct jpeg_fault fault;
    struct jpeg_input input;
    struct jpeg_progress_mgr progress;
    struct decoder *decoder;
    bool created, raw;
};

static bool jpeg_sniff(struct span head)
{
    return span_starts(head, (struct span){ (const uint8_t *)"\xff\xd8\xff", 3 });
}

/* Called by libjpeg while it reads: each scan of a progressive file costs a walk over the whole
 * picture, so their number is held. */
static void watch_scans(j_common_ptr common)
{
    struct jpeg_decoder *jpeg = common->client_data;
    uint32_t max = jpeg->decoder->limits->max_jpeg_scans;
    uint32_t scans = (uint32_t)((j_decompress_ptr)common)->input_scan_number;

    if (scans > max) {
        err_limit(jpeg->fault.err, NULL, max, scans, "the JPEG has too many scans");
        jpeg_give_up(&jpeg->fault);
    }
}

static int read_header(struct jpeg_decoder *jpeg, struct err *err)
{
    jpeg->fault.err = err;
    if (setjmp(jpeg->fault.jump)) {
        return jpeg_refused(&jpeg->fault, "read", err);
    }
    jpeg->cinfo.err = &jpeg->fault.mgr;
    jpeg_create_decompress(&jpeg->cinfo);
    jpeg->created = true;
    jpeg->cinfo.client_data = jpeg;
    jpeg->cinfo.src = &jpeg->input.mgr;
    jpeg->progress.progress_monitor = watch_scans;
    jpeg->cinfo.progress = &jpeg->progress;
    jpeg_icc_watch(&jpeg->cinfo);
    jpeg_read_header(&jpeg->cinfo, TRUE);
    return 0;
}

/* A file with several scans is kept whole as coefficients, 2 bytes each, before a row comes out. */
static int check_coefficients(struct jpeg_decoder *jpeg, struct err *err)
{
    const struct jpeg_decompress_struct *cinfo = &jpeg->cinfo;
    uint64_t bytes = 0, max = jpeg->decoder->limits->max_memory_bytes;

    if (!jpeg_has_multiple_scans(&jpeg->cinfo)) {
        return 0;
    }
    for (int c = 0; c < cinfo->num_components; c++) {
        bytes += (uint64_t)cinfo->comp_info[c].width_in_blocks *
                 cinfo->comp_info[c].height_in_blocks * DCTSIZE2 * sizeof(JCOEF);
    }
    return bytes > max ? err_limit(err, "INGEST_MAX_DECODE_MEMORY_MIB", max, bytes,
                                   "the progressive JPEG is too large")
                       : 0;
}

static int set_model(struct jpeg_decoder *jpeg, struct err *err)
{
    struct decoder *decoder = jpeg->decoder;

    switch (jpeg->cinfo.jpeg_color_space) {
    case JCS_GRAYSCALE:
        decoder->model = MODEL_GREY;
        jpeg->raw = true;
        return 0;
    case JCS_YCbCr:
        decoder->model = MODEL_YCC;
        jpeg->raw = true;
        return 0;
    case JCS_RGB:
        decoder->model = MODEL_RGB;
        jpeg->cinfo.out_color_space = JCS_RGB;
        return 0;
    case JCS_CMYK:
    case JCS_YCCK:
        decoder->model = MODEL_CMYK;
        jpeg->cinfo.out_color_space = JCS_CMYK;
        return 0;
    default:
        return err_set(err, ERR_UNSUPPORTED, "a JPEG of %d components is not handled",
                       jpeg->cinfo.num_components);
    }
}

static int jpeg_open(struct decoder *decoder, struct err *err)
{
    struct jpeg_decoder *jpeg = mem_zalloc(sizeof(*jpeg));

    decoder->state = jpeg;
    jpeg->decoder = decoder;
    jpeg_fault_init(&jpeg->fault, decoder);
    jpeg_input_init(&jpeg->input, decoder->src, &jpeg->fault);
    TRY(read_header(jpeg, err));
    TRY(codec_check_size(jpeg->cinfo.image_width, jpeg->cinfo.image_height, decoder->limits, err));
    TRY(set_model(jpeg, err));
    TRY(check_coefficients(jpeg, err));
    decoder->width_px = jpeg->cinfo.image_width;
    decoder->height_px = jpeg->cinfo.image_height;
    decoder->max_shrink = 8;
    jpeg_icc_take(&jpeg->input.icc, &decoder->icc);
    return 0;
}

static void frame_of_planes(struct jpeg_decoder *jpeg)
{
    const struct jpeg_decompress_struct *cinfo = &jpeg->cinfo;
    struct frame *frame = &jpeg->decoder->frame;

    frame->n_planes = (size_t)cinfo->num_components;
    for (int c = 0; c < cinfo->num_components; c++) {
        const jpeg_component_info *info = &cinfo->comp_info[c];
        uint32_t block = (uint32_t)info->DCT_scaled_size;

        frame->planes[c] = (struct plane_shape){
            .width_px = info->downsampled_width,
            .height_px = info->downsampled_height,
            .extent_x = (double)cinfo->image_width * info->h_samp_factor * block /
                        (cinfo->max_h_samp_factor * DCTSIZE),
            .extent_y = (double)cinfo->image_height * info->v_samp_factor * block /
                        (cinfo->max_v_samp_factor * DCTSIZE),
            .channels = 1,
            .band_rows = (uint32_t)info->v_samp_factor * block,
            .row_bytes = (size_t)info->width_in_blocks * block,
        };
    }
}

static void frame_of_rows(struct jpeg_decoder *jpeg)
{
    const struct jpeg_decompress_struct *cinfo = &jpeg->cinfo;
    uint8_t channels = model_channels(jpeg->decoder->model);

    jpeg->decoder->frame.n_planes = 1;
    jpeg->decoder->frame.planes[0] = (struct plane_shape){
        .width_px = cinfo->output_width,
        .height_px = cinfo->output_height,
        .extent_x = (double)cinfo->image_width * cinfo->scale_num / cinfo->scale_denom,
        .extent_y = (double)cinfo->image_height * cinfo->scale_num / cinfo->scale_denom,
        .channels = channels,
        .band_rows = 1,
        .row_bytes = (size_t)cinfo->output_width * channels,
    };
}

static int jpeg_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct jpeg_decoder *jpeg = decoder->state;

    jpeg->fault.err = err;
    if (setjmp(jpeg->fault.jump)) {
        return jpeg_refused(&jpeg->fault, "read", err);
    }
    jpeg->cinfo.scale_num = DCTSIZE / shrink;
    jpeg->cinfo.scale_denom = DCTSIZE;
    jpeg->cinfo.raw_data_out = jpeg->raw;
    jpeg->cinfo.do_fancy_upsampling = TRUE;
    jpeg->cinfo.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&jpeg->cinfo);
    if (jpeg->raw) {
        frame_of_planes(jpeg);
    } else {
        frame_of_rows(jpeg);
    }
    return 0;
}

/* Adobe writes ink inverted; without its marker 255 is full ink already (T.872). */
static void set_ink_upright(struct jpeg_decoder *jpeg, uint8_t *row)
{
    size_t n = jpeg->decoder->frame.planes[0].row_bytes;

    for (size_t i = 0; i < n && jpeg->cinfo.saw_Adobe_marker; i++) {
        row[i] = 255 - row[i];
    }
}

static int jpeg_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct jpeg_decoder *jpeg = decoder->state;
    JSAMPIMAGE planes = (JSAMPIMAGE)(uintptr_t)rows; /* libjpeg's types know no const */

    jpeg->fault.err = err;
    if (setjmp(jpeg->fault.jump)) {
        return jpeg_refused(&jpeg->fault, "read", err);
    }
    if (jpeg->raw) {
        jpeg_read_raw_data(
            &jpeg->cinfo, planes,
            (JDIMENSION)(jpeg->cinfo.max_v_samp_factor * jpeg->cinfo.min_DCT_scaled_size));
        return 0;
    }
    jpeg_read_scanlines(&jpeg->cinfo, planes[0], 1);
    if (decoder->model == MODEL_CMYK) {
        set_ink_upright(jpeg, rows[0][0]);
    }
    return 0;
}

static void jpeg_close(struct decoder *decoder)
{
    struct jpeg_decoder *jpeg = decoder->state;

    if (!jpeg) {
        return;
    }
    if (jpeg->created) {
        jpeg_destroy_decompress(&jpeg->cinfo);
    }
    jpeg_input_release(&jpeg->input);
    mem_free(jpeg);
    decoder->state = NULL;
}

const struct codec codec_jpeg = {
    .name = "jpeg",
    .content_type = "image/jpeg",
    .same_as = "jpeg",
    .models = MODEL_BIT(MODEL_YCC) | MODEL_BIT(MODEL_GREY),
    .encodes_alpha = false,
    .sniff = jpeg_sniff,
    .open = jpeg_open,
    .start = jpeg_start,
    .read = jpeg_read,
    .close = jpeg_close,
    .encode_open = jpeg_encode_open,
    .encode_rows = jpeg_encode_rows,
    .encode_finish = jpeg_encode_finish,
    .encode_close = jpeg_encode_close,
};
