/* What the JPEG files share: libjpeg-turbo's error and source managers in our terms, and the order
 * of coefficients. */
#ifndef IMAGE_CODEC_JPEG_H
#define IMAGE_CODEC_JPEG_H

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#include "image/codec_jpeg_progressive.h"

extern const uint8_t jpeg_natural[64]; /* T.81 figure A.6: zigzag index to natural order */

/* libjpeg leaves a failing call by longjmp to `jump`. Frames with setjmp own nothing (they are left
 * without cleanup); all state is in here or in libjpeg's own pools. */
struct jpeg_fault {
    struct jpeg_error_mgr mgr;
    jmp_buf jump;
    struct decoder *decoder; /* gets the warnings; NULL for an encoder */
    struct err *err;         /* of the call under way; already filled when given_up */
    bool given_up;           /* the error is ours (source, sink, limit), not libjpeg's */
};

void jpeg_fault_init(struct jpeg_fault *fault, struct decoder *decoder);

/* err is already filled: leaves like an error of libjpeg's. */
_Noreturn void jpeg_give_up(struct jpeg_fault *fault);

/* After the jump: err from libjpeg's message, unless given up. what: "read", "write". */
int jpeg_refused(struct jpeg_fault *fault, const char *what, struct err *err);

/* The embedded ICC profile from its APP2 segments (ICC.1:2010, B.4). */
struct jpeg_icc {
    struct buf bytes; /* all pieces in order of arrival */
    struct {
        uint32_t at, len;
    } pieces[256]; /* by their number, from 1 */
    uint8_t n_wanted;
};

/* Bytes of a struct source, piece by piece. */
struct jpeg_input {
    struct jpeg_source_mgr mgr; /* first: libjpeg hands it back */
    struct jpeg_fault *fault;
    struct source *src;
    uint64_t offset; /* of the next piece */
    struct buf keep;
    struct jpeg_icc icc;
    struct kept_spans *kept; /* what is left of a progressive file; NULL: all of it */
};
void jpeg_input_init(struct jpeg_input *input, struct source *src, struct jpeg_fault *fault);
void jpeg_input_release(struct jpeg_input *input);

/* Back to `offset`, with len bytes at hand as there were then: how much there is at once decides
 * over the ways in which libjpeg reads what is damaged. Errors: the source's. */
MUST_CHECK int jpeg_input_restore(struct jpeg_input *input, uint64_t offset, size_t len,
                                  struct err *err);

/* Collects the profile while the header is read; take puts it together (empty when a piece is
 * missing). */
void jpeg_icc_watch(j_decompress_ptr cinfo);
void jpeg_icc_take(const struct jpeg_icc *icc, struct buf *out);

/* The encoder's side of codec_jpeg: codec_jpeg_encode.c. */
int jpeg_encode_open(struct encoder *encoder, struct err *err);
int jpeg_encode_rows(struct encoder *encoder, uint8_t *const *const *rows, struct err *err);
int jpeg_encode_finish(struct encoder *encoder, struct err *err);
void jpeg_encode_close(struct encoder *encoder);

#endif
