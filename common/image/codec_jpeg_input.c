/* libjpeg-turbo's error, source and marker hooks, for codec_jpeg.c. */
#include <string.h>

#include <jerror.h>

#include "image/codec_jpeg.h"

#define PIECE_BYTES (64u << 10)

static void on_error(j_common_ptr common)
{
    struct jpeg_fault *fault = (struct jpeg_fault *)common->err;

    longjmp(fault->jump, 1);
}

static void on_message(j_common_ptr common, int level)
{
    struct jpeg_fault *fault = (struct jpeg_fault *)common->err;
    char text[JMSG_LENGTH_MAX];

    if (level >= 0 || !fault->decoder) { /* 0 and up are traces */
        return;
    }
    fault->mgr.num_warnings++;
    fault->mgr.format_message(common, text);
    codec_warn(fault->decoder, text);
}

static void on_output(j_common_ptr common)
{
    (void)common;
}

void jpeg_fault_init(struct jpeg_fault *fault, struct decoder *decoder)
{
    jpeg_std_error(&fault->mgr);
    fault->mgr.error_exit = on_error;
    fault->mgr.emit_message = on_message;
    fault->mgr.output_message = on_output;
    fault->decoder = decoder;
}

void jpeg_give_up(struct jpeg_fault *fault)
{
    fault->given_up = true;
    longjmp(fault->jump, 1);
}

/* Errors of libjpeg that are not damage; whatever else it says is. */
static const struct {
    int code;
    enum err_kind kind;
    const char *text;
} known_refusals[] = {
    { JERR_BAD_PRECISION, ERR_UNSUPPORTED, "a JPEG of 12 bits a sample is not handled" },
    { JERR_SOF_UNSUPPORTED, ERR_UNSUPPORTED,
      "this JPEG process (lossless, hierarchical) is not "
      "handled" },
    { JERR_ARITH_NOTIMPL, ERR_UNSUPPORTED, "arithmetic coding is not handled" },
    { JERR_OUT_OF_MEMORY, ERR_LIMIT, "no memory for this JPEG" },
    { JERR_IMAGE_TOO_BIG, ERR_LIMIT, "a side of this JPEG is over 65500 px" },
};

int jpeg_refused(struct jpeg_fault *fault, const char *what, struct err *err)
{
    char text[JMSG_LENGTH_MAX];
    struct jpeg_compress_struct any = { .err = &fault->mgr };

    if (fault->given_up) {
        return -1;
    }
    for (size_t i = 0; i < ARRAY_LEN(known_refusals); i++) {
        if (fault->mgr.msg_code == known_refusals[i].code) {
            return err_set(err, known_refusals[i].kind, "%s", known_refusals[i].text);
        }
    }
    fault->mgr.format_message((j_common_ptr)&any, text);
    return err_set(err, ERR_MALFORMED, "cannot %s the JPEG: %s", what, text);
}

static void on_init_source(j_decompress_ptr cinfo)
{
    (void)cinfo;
}

/* Past the end libjpeg gets an end marker: what is missing is grey, the same at every run. */
static boolean end_of_input(j_decompress_ptr cinfo)
{
    static const JOCTET end[2] = { 0xff, JPEG_EOI };

    WARNMS(cinfo, JWRN_JPEG_EOF);
    cinfo->src->next_input_byte = end;
    cinfo->src->bytes_in_buffer = sizeof(end);
    return TRUE;
}

static void next_piece(struct jpeg_input *input, struct span *piece)
{
    if (input->kept) {
        if (input->kept->next < input->kept->n) {
            *piece = input->kept->spans[input->kept->next++];
        }
        return;
    }
    buf_clear(&input->keep);
    if (source_view(input->src, input->offset, PIECE_BYTES, &input->keep, piece,
                    input->fault->err) != 0) {
        jpeg_give_up(input->fault);
    }
}

static boolean on_fill(j_decompress_ptr cinfo)
{
    struct jpeg_input *input = (struct jpeg_input *)cinfo->src;
    struct span piece = { 0 };

    next_piece(input, &piece);
    if (piece.len == 0) {
        return end_of_input(cinfo);
    }
    input->offset += piece.len;
    input->mgr.next_input_byte = piece.data;
    input->mgr.bytes_in_buffer = piece.len;
    return TRUE;
}

static void on_skip(j_decompress_ptr cinfo, long n_bytes)
{
    struct jpeg_input *input = (struct jpeg_input *)cinfo->src;
    size_t n = n_bytes > 0 ? (size_t)n_bytes : 0;

    while (input->kept && n > input->mgr.bytes_in_buffer) {
        bool last = input->kept->next == input->kept->n;

        n -= input->mgr.bytes_in_buffer;
        on_fill(cinfo);
        n = last && n > input->mgr.bytes_in_buffer ? input->mgr.bytes_in_buffer : n;
    }
    if (n <= input->mgr.bytes_in_buffer) {
        input->mgr.next_input_byte += n;
        input->mgr.bytes_in_buffer -= n;
        return;
    }
    input->offset += n - input->mgr.bytes_in_buffer; /* not read at all */
    input->mgr.bytes_in_buffer = 0;
}

static void on_term(j_decompress_ptr cinfo)
{
    (void)cinfo;
}

void jpeg_input_init(struct jpeg_input *input, struct source *src, struct jpeg_fault *fault)
{
    *input = (struct jpeg_input){ .src = src, .fault = fault, .keep = BUF_INIT(PIECE_BYTES) };
    input->icc.bytes.max = CODEC_ICC_MAX;
    input->mgr.init_source = on_init_source;
    input->mgr.fill_input_buffer = on_fill;
    input->mgr.skip_input_data = on_skip;
    input->mgr.resync_to_restart = jpeg_resync_to_restart;
    input->mgr.term_source = on_term;
}

void jpeg_input_release(struct jpeg_input *input)
{
    buf_release(&input->keep);
    buf_release(&input->icc.bytes);
}

int jpeg_input_restore(struct jpeg_input *input, uint64_t offset, size_t len, struct err *err)
{
    struct span piece = { 0 };

    buf_clear(&input->keep);
    TRY(source_view(input->src, offset, len, &input->keep, &piece, err));
    input->offset = offset + piece.len;
    input->mgr.next_input_byte = piece.data;
    input->mgr.bytes_in_buffer = piece.len;
    return 0;
}

static uint8_t next_byte(j_decompress_ptr cinfo)
{
    struct jpeg_source_mgr *src = cinfo->src;

    if (src->bytes_in_buffer == 0) {
        src->fill_input_buffer(cinfo);
    }
    src->bytes_in_buffer--;
    return *src->next_input_byte++;
}

#define ICC_TAG       "ICC_PROFILE" /* with its NUL, then number and count of pieces */
#define ICC_TAG_BYTES 14

static boolean on_app2(j_decompress_ptr cinfo)
{
    struct jpeg_icc *icc = &((struct jpeg_input *)cinfo->src)->icc;
    uint8_t head[ICC_TAG_BYTES];
    size_t n_head = 0;
    uint32_t high = next_byte(cinfo);
    uint32_t left = high << 8 | next_byte(cinfo);

    left = left >= 2 ? left - 2 : 0;
    for (; n_head < sizeof(head) && left > 0; left--) {
        head[n_head++] = next_byte(cinfo);
    }
    if (n_head == sizeof(head) && memcmp(head, ICC_TAG, sizeof(ICC_TAG)) == 0 && head[12] > 0) {
        icc->pieces[head[12]].at = (uint32_t)icc->bytes.len;
        icc->pieces[head[12]].len = left;
        icc->n_wanted = head[13];
        for (; left > 0; left--) {
            buf_add_byte(&icc->bytes, next_byte(cinfo));
        }
    }
    cinfo->src->skip_input_data(cinfo, (long)left);
    return TRUE;
}

void jpeg_icc_watch(j_decompress_ptr cinfo)
{
    jpeg_set_marker_processor(cinfo, JPEG_APP0 + 2, on_app2);
}

void jpeg_icc_take(const struct jpeg_icc *icc, struct buf *out)
{
    if (icc->bytes.overflowed) {
        return;
    }
    out->max = icc->bytes.len;
    for (size_t i = 1; i <= icc->n_wanted; i++) {
        struct span piece;

        if (icc->pieces[i].len == 0 ||
            !span_slice(buf_span(&icc->bytes), icc->pieces[i].at, icc->pieces[i].len, &piece)) {
            buf_release(out); /* a piece is missing: as if there were no profile */
            return;
        }
        buf_add_span(out, piece);
    }
}
