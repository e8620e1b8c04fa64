/*
 * JPEG in, by libjpeg-turbo: Y Cb Cr planes as they are stored (no upsampling, no colour
 * conversion), reduced in the DCT where asked. RGB, CMYK and YCCK files come interleaved.
 */
#include "image/codec_jpeg.h"

#include "base/mem.h"
#include "image/codec_jpeg_passes.h"

struct jpeg_decoder {
    struct jpeg_decompress_struct cinfo;
    struct jpeg_fault fault;
    struct jpeg_input input;
    struct jpeg_progress_mgr progress;
    struct kept_spans kept; /* of whole, for a reduced decode of a progressive file */
    struct buf whole;
    struct decoder *decoder;
    bool created, raw;

    /* Our own scan decoder, until something is not sound. */
    struct scan scan;
    bool own;
    uint64_t scan_offset; /* in the source */
    size_t scan_buffered; /* bytes that libjpeg had at hand there */
    uint32_t bands_read;
    uint8_t *spare[PLANES_MAX]; /* libjpeg's bands after it took over */

    struct passes passes; /* a reduced decode of a progressive file by us, where it is sound */
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

/* Component c with blocks of side * side samples. */
static struct plane_shape plane_of(const struct jpeg_decoder *jpeg, int c, uint32_t side)
{
    const struct jpeg_decompress_struct *cinfo = &jpeg->cinfo;
    const jpeg_component_info *info = &cinfo->comp_info[c];
    uint64_t across = (uint64_t)cinfo->image_width * (uint32_t)info->h_samp_factor * side;
    uint64_t down = (uint64_t)cinfo->image_height * (uint32_t)info->v_samp_factor * side;
    uint32_t part_x = (uint32_t)cinfo->max_h_samp_factor * DCTSIZE;
    uint32_t part_y = (uint32_t)cinfo->max_v_samp_factor * DCTSIZE;

    return (struct plane_shape){ .width_px = (uint32_t)((across + part_x - 1) / part_x),
                                 .height_px = (uint32_t)((down + part_y - 1) / part_y),
                                 .extent_x = (double)across / part_x,
                                 .extent_y = (double)down / part_y,
                                 .channels = 1,
                                 .band_rows = (uint32_t)info->v_samp_factor * side,
                                 .row_bytes = (size_t)info->width_in_blocks * side };
}

static void frame_of_planes(struct jpeg_decoder *jpeg)
{
    struct frame *frame = &jpeg->decoder->frame;

    frame->n_planes = (size_t)jpeg->cinfo.num_components;
    for (size_t c = 0; c < frame->n_planes; c++) {
        frame->planes[c] =
            plane_of(jpeg, (int)c, (uint32_t)jpeg->cinfo.comp_info[c].DCT_scaled_size);
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

/* libjpeg-turbo begins at the first entropy-coded byte. */
static int start_libjpeg(struct jpeg_decoder *jpeg, uint32_t shrink, struct err *err)
{
    jpeg->fault.err = err;
    if (setjmp(jpeg->fault.jump)) {
        return jpeg_refused(&jpeg->fault, "read", err);
    }
    jpeg->cinfo.scale_num = DCTSIZE / shrink;
    jpeg->cinfo.scale_denom = DCTSIZE;
    jpeg->cinfo.raw_data_out = jpeg->raw;
    jpeg->cinfo.do_fancy_upsampling = TRUE;
    jpeg->cinfo.dct_method = JDCT_ISLOW;
    /* It would guess at what was left out on purpose. */
    jpeg->cinfo.do_block_smoothing = jpeg->input.kept == NULL;
    jpeg_start_decompress(&jpeg->cinfo);
    return 0;
}

/* Blocks' sides for the scan decoder: chroma as large as libjpeg would have it where it is wanted
 * fine, else reduced like luma. */
static uint32_t block_side(const struct jpeg_decoder *jpeg, int c, uint32_t shrink)
{
    const struct jpeg_decompress_struct *cinfo = &jpeg->cinfo;
    const jpeg_component_info *info = &cinfo->comp_info[c];
    int side = DCTSIZE / (int)shrink, least = side;

    while (jpeg->decoder->fine_chroma && side < DCTSIZE &&
           cinfo->max_h_samp_factor * least % (info->h_samp_factor * side * 2) == 0 &&
           cinfo->max_v_samp_factor * least % (info->v_samp_factor * side * 2) == 0) {
        side *= 2;
    }
    return (uint32_t)side;
}

static void find_sides(const struct jpeg_decoder *jpeg, uint32_t shrink, uint32_t *sides)
{
    for (int c = 0; c < jpeg->cinfo.num_components && c < PLANES_MAX; c++) {
        sides[c] = block_side(jpeg, c, shrink);
    }
}

static void frame_of_scan(struct jpeg_decoder *jpeg, const struct scan *scan)
{
    struct frame *frame = &jpeg->decoder->frame;

    frame->n_planes = scan->n_components;
    for (size_t c = 0; c < frame->n_planes; c++) {
        const struct scan_component *component = &scan->components[c];

        frame->planes[c] = plane_of(jpeg, (int)c, component->side);
        frame->planes[c].row_bytes =
            (size_t)scan->mcus_across * component->across * component->side;
    }
}

static bool start_own(struct jpeg_decoder *jpeg, const uint32_t *sides)
{
    jpeg->scan_buffered = jpeg->input.mgr.bytes_in_buffer;
    jpeg->scan_offset = jpeg->input.offset - jpeg->scan_buffered;
    jpeg->own = jpeg->raw &&
                scan_init(&jpeg->scan, &jpeg->cinfo, jpeg->decoder->src, jpeg->scan_offset, sides);
    if (jpeg->own) {
        frame_of_scan(jpeg, &jpeg->scan);
    }
    return jpeg->own;
}

/* Zigzag index of the last coefficient that these sides have a use for. */
static uint32_t last_wanted(const uint32_t *sides)
{
    static const uint32_t last_of[] = { [0] = 0, [1] = 0, [2] = 4, [4] = 24, [8] = 63 };
    uint32_t last = 0;

    for (size_t c = 0; c < PLANES_MAX; c++) {
        last = last_of[sides[c]] > last ? last_of[sides[c]] : last;
    }
    return last;
}

/* A reduced decode of a progressive file: the scans that it has a use for, read by us, or from here
 * on by libjpeg. */
static int start_progressive(struct jpeg_decoder *jpeg, const uint32_t *sides, struct err *err)
{
    const struct image_limits *limits = jpeg->decoder->limits;
    size_t from = (size_t)(jpeg->input.offset - jpeg->input.mgr.bytes_in_buffer);
    struct span file;

    TRY(codec_whole(jpeg->decoder, &jpeg->whole, &file, err));
    TRY(kept_spans_of(file, from, last_wanted(sides), limits->max_jpeg_scans, &jpeg->kept, err));
    jpeg->input.kept = &jpeg->kept;
    jpeg->input.mgr.bytes_in_buffer = 0;
    if (jpeg->raw && passes_read(&jpeg->passes, &jpeg->cinfo, file, &jpeg->kept, sides, limits)) {
        frame_of_scan(jpeg, &jpeg->passes.scan);
    } else {
        passes_release(&jpeg->passes);
    }
    return 0;
}

static int jpeg_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct jpeg_decoder *jpeg = decoder->state;
    uint32_t sides[PLANES_MAX] = { 0 };

    find_sides(jpeg, shrink, sides);
    if (start_own(jpeg, sides)) {
        return 0;
    }
    if (shrink > 1 && jpeg->cinfo.progressive_mode) {
        TRY(start_progressive(jpeg, sides, err));
    }
    if (jpeg->passes.ready) {
        return 0;
    }
    TRY(start_libjpeg(jpeg, shrink, err));
    if (jpeg->raw) {
        frame_of_planes(jpeg);
    } else {
        frame_of_rows(jpeg);
    }
    return 0;
}

/* As Adobe writes ink: inverted. T.872 wants its marker for that, but those who write none do the
 * same, and so do those who read them (browsers, libvips, Pillow). */
static void set_ink_upright(struct jpeg_decoder *jpeg, uint8_t *row)
{
    size_t n = jpeg->decoder->frame.planes[0].row_bytes;

    for (size_t i = 0; i < n; i++) {
        row[i] = 255 - row[i];
    }
}

static int read_libjpeg(struct jpeg_decoder *jpeg, uint8_t *const *const *rows, struct err *err)
{
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
    if (jpeg->decoder->model == MODEL_CMYK) {
        set_ink_upright(jpeg, rows[0][0]);
    }
    return 0;
}

/* A row of libjpeg's plane, or means of times * times samples where its blocks are larger. */
static void take_row(const uint8_t *spare, size_t stride, uint32_t times, uint32_t y, uint8_t *out)
{
    const uint8_t *rows = spare + (size_t)y * times * stride;

    for (size_t x = 0; x < stride / times; x++) {
        uint32_t sum = times * times / 2;

        for (uint32_t i = 0; i < times * times; i++) {
            sum += rows[i / times * stride + x * times + i % times];
        }
        out[x] = (uint8_t)(sum / (times * times));
    }
}

/* A band of libjpeg's as the scan decoder's frame has it; rows NULL: it is passed over. */
static int read_spare(struct jpeg_decoder *jpeg, uint8_t *const *const *rows, struct err *err)
{
    uint8_t *pointers[PLANES_MAX][4 * DCTSIZE];
    uint8_t *const *planes[PLANES_MAX] = { pointers[0], pointers[1], pointers[2] };
    const struct frame *frame = &jpeg->decoder->frame;

    for (size_t c = 0; c < frame->n_planes; c++) {
        const jpeg_component_info *info = &jpeg->cinfo.comp_info[c];
        size_t stride = (size_t)info->width_in_blocks * (size_t)info->DCT_scaled_size;

        for (int i = 0; i < info->v_samp_factor * info->DCT_scaled_size; i++) {
            pointers[c][i] = jpeg->spare[c] + (size_t)i * stride;
        }
    }
    TRY(read_libjpeg(jpeg, planes, err));
    for (size_t c = 0; c < frame->n_planes && rows; c++) {
        const jpeg_component_info *info = &jpeg->cinfo.comp_info[c];
        size_t stride = (size_t)info->width_in_blocks * (size_t)info->DCT_scaled_size;
        uint32_t times = (uint32_t)info->DCT_scaled_size / jpeg->scan.components[c].side;

        for (uint32_t y = 0; y < frame->planes[c].band_rows; y++) {
            take_row(jpeg->spare[c], stride, times, y, rows[c][y]);
        }
    }
    return 0;
}

/* libjpeg-turbo goes on where the scan decoder found something that is not sound: from the start,
 * what has been delivered is passed over. */
static int take_over(struct jpeg_decoder *jpeg, struct err *err)
{
    uint32_t shrink = DCTSIZE / jpeg->scan.components[0].side;

    for (int c = 1; c < jpeg->cinfo.num_components; c++) {
        uint32_t other = DCTSIZE / jpeg->scan.components[c].side;

        shrink = other > shrink ? other : shrink;
    }
    jpeg->own = false;
    TRY(jpeg_input_restore(&jpeg->input, jpeg->scan_offset, jpeg->scan_buffered, err));
    TRY(start_libjpeg(jpeg, shrink, err));
    for (int c = 0; c < jpeg->cinfo.num_components; c++) {
        const jpeg_component_info *info = &jpeg->cinfo.comp_info[c];
        uint64_t side = (uint64_t)info->DCT_scaled_size;

        TRY(pixels_alloc(&jpeg->spare[c],
                         info->width_in_blocks * side * (uint64_t)info->v_samp_factor * side,
                         jpeg->decoder->limits, err));
    }
    for (uint32_t i = 0; i < jpeg->bands_read; i++) {
        TRY(read_spare(jpeg, NULL, err));
    }
    return 0;
}

static int jpeg_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct jpeg_decoder *jpeg = decoder->state;

    if (jpeg->passes.ready) {
        passes_row(&jpeg->passes, rows);
        return 0;
    }
    if (jpeg->own) {
        int status = scan_row(&jpeg->scan, rows, err);

        if (status == 1) {
            jpeg->bands_read++;
            return 0;
        }
        TRY(status);
        TRY(take_over(jpeg, err));
    }
    return jpeg->spare[0] ? read_spare(jpeg, rows, err) : read_libjpeg(jpeg, rows, err);
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
    scan_release(&jpeg->scan);
    passes_release(&jpeg->passes);
    buf_release(&jpeg->whole);
    for (size_t c = 0; c < PLANES_MAX; c++) {
        mem_free(jpeg->spare[c]);
    }
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
