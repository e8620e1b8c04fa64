/* Progressive JPEG out, by libjpeg-turbo. */
#include "base/mem.h"
#include "image/codec_jpeg.h"
#include "image/codec_jpeg_encode.h"

struct jpeg_encoder {
    struct jpeg_compress_struct cinfo;
    struct jpeg_fault fault;
    struct jpeg_destination_mgr out;
    struct encoder *encoder;
    bool created;
    JOCTET bytes[JPEG_OUT_BYTES];
};

static void send(struct jpeg_encoder *jpeg, size_t len)
{
    struct encoder *encoder = jpeg->encoder;

    if (encoder->write(encoder->ctx, (struct span){ jpeg->bytes, len }, jpeg->fault.err) != 0) {
        jpeg_give_up(&jpeg->fault);
    }
}

static void on_init(j_compress_ptr cinfo)
{
    struct jpeg_encoder *jpeg = cinfo->client_data;

    jpeg->out.next_output_byte = jpeg->bytes;
    jpeg->out.free_in_buffer = sizeof(jpeg->bytes);
}

static boolean on_full(j_compress_ptr cinfo)
{
    send(cinfo->client_data, JPEG_OUT_BYTES);
    on_init(cinfo);
    return TRUE;
}

static void on_end(j_compress_ptr cinfo)
{
    struct jpeg_encoder *jpeg = cinfo->client_data;

    send(jpeg, sizeof(jpeg->bytes) - jpeg->out.free_in_buffer);
}

static void set_sampling(struct jpeg_compress_struct *cinfo, enum rendition_subsampling subsampling)
{
    if (cinfo->num_components == 3) {
        cinfo->comp_info[0].h_samp_factor = subsampling_px[subsampling].across;
        cinfo->comp_info[0].v_samp_factor = subsampling_px[subsampling].down;
    }
}

static void configure(struct jpeg_encoder *jpeg)
{
    const struct encode_options *options = &jpeg->encoder->options;
    struct jpeg_compress_struct *cinfo = &jpeg->cinfo;
    bool grey = options->model == MODEL_GREY;

    cinfo->image_width = options->width_px;
    cinfo->image_height = options->height_px;
    cinfo->input_components = grey ? 1 : 3;
    cinfo->in_color_space = grey ? JCS_GRAYSCALE : JCS_YCbCr;
    jpeg_set_defaults(cinfo);
    set_sampling(cinfo, options->subsampling);
    jpeg_set_quality(cinfo, (int)options->quality, TRUE);
    cinfo->dct_method = JDCT_ISLOW;
    jpeg_simple_progression(cinfo);
    cinfo->raw_data_in = TRUE;
}

/* The kept block as an APP1 segment; one that does not fit into a segment is left out. */
static void write_exif(struct jpeg_encoder *jpeg)
{
    struct span exif = jpeg->encoder->options.exif;
    const size_t head = sizeof(JPEG_EXIF_NAME);

    if (exif.len == 0 || exif.len > 65533 - head) {
        return;
    }
    jpeg_write_m_header(&jpeg->cinfo, JPEG_APP0 + 1, (unsigned)(exif.len + head));
    for (size_t i = 0; i < head; i++) {
        jpeg_write_m_byte(&jpeg->cinfo, JPEG_EXIF_NAME[i]);
    }
    for (size_t i = 0; i < exif.len; i++) {
        jpeg_write_m_byte(&jpeg->cinfo, exif.data[i]);
    }
}

int jpeg_progressive_open(struct encoder *encoder, struct err *err)
{
    struct jpeg_encoder *jpeg = mem_zalloc(sizeof(*jpeg));

    encoder->state = jpeg;
    jpeg->encoder = encoder;
    jpeg_fault_init(&jpeg->fault, NULL);
    jpeg->fault.err = err;
    if (setjmp(jpeg->fault.jump)) {
        return jpeg_refused(&jpeg->fault, "write", err);
    }
    jpeg->cinfo.err = &jpeg->fault.mgr;
    jpeg_create_compress(&jpeg->cinfo);
    jpeg->created = true;
    jpeg->cinfo.client_data = jpeg;
    jpeg->out.init_destination = on_init;
    jpeg->out.empty_output_buffer = on_full;
    jpeg->out.term_destination = on_end;
    jpeg->cinfo.dest = &jpeg->out;
    configure(jpeg);
    jpeg_start_compress(&jpeg->cinfo, TRUE);
    write_exif(jpeg);
    return 0;
}

int jpeg_progressive_rows(struct encoder *encoder, uint8_t *const *const *rows, struct err *err)
{
    struct jpeg_encoder *jpeg = encoder->state;

    jpeg->fault.err = err;
    if (setjmp(jpeg->fault.jump)) {
        return jpeg_refused(&jpeg->fault, "write", err);
    }
    jpeg_write_raw_data(&jpeg->cinfo, (JSAMPIMAGE)(uintptr_t)rows,
                        (JDIMENSION)(jpeg->cinfo.max_v_samp_factor * DCTSIZE));
    return 0;
}

int jpeg_progressive_finish(struct encoder *encoder, struct err *err)
{
    struct jpeg_encoder *jpeg = encoder->state;

    jpeg->fault.err = err;
    if (setjmp(jpeg->fault.jump)) {
        return jpeg_refused(&jpeg->fault, "write", err);
    }
    jpeg_finish_compress(&jpeg->cinfo);
    return 0;
}

void jpeg_progressive_close(struct encoder *encoder)
{
    struct jpeg_encoder *jpeg = encoder->state;

    if (jpeg && jpeg->created) {
        jpeg_destroy_compress(&jpeg->cinfo);
    }
    mem_free(jpeg);
    encoder->state = NULL;
}
