/*
 * The entropy-coded bytes of a scan as they arrive, without stuffed zeros, up to the next marker;
 * and the 64-bit buffer that reads them. A stretch is what stands between two markers.
 */
#ifndef IMAGE_CODEC_JPEG_WINDOW_H
#define IMAGE_CODEC_JPEG_WINDOW_H

#include "base/buf.h"
#include "base/err.h"
#include "base/source.h"

/* The most that one MCU can take: ten blocks of 64 symbols, of 16 bits and 15 more for the value.
 */
#define WINDOW_MCU_BYTES (10 * 64 * 4)
/* Zeros behind the end: a whole MCU may be read from them before window_overrun() is asked, and the
 * bit buffer loads eight bytes at once. */
#define WINDOW_PAD_BYTES (WINDOW_MCU_BYTES + 16)

struct scan_window {
    struct source *src;
    uint64_t offset; /* of the next piece */
    struct buf keep;
    struct span piece;
    uint8_t *bytes;
    const uint8_t *end;
    struct scan_bits {
        const uint8_t *at; /* the next byte that is not in the buffer */
        uint64_t buffer;   /* the next bits, from the top */
        uint32_t left;     /* of them are valid */
    } bits;
    int marker; /* that ends this stretch; 0: not seen yet */
};

/* offset: of the first entropy-coded byte. */
void window_init(struct scan_window *window, struct source *src, uint64_t offset);
void window_release(struct scan_window *window);

/* Fills the window behind what has not been read of it. Errors: the source's. */
MUST_CHECK int window_fill(struct scan_window *window, struct err *err);

/* Behind a marker: nothing is at hand. */
void window_start_stretch(struct scan_window *window);

/* A whole MCU may be read without more bytes. */
static inline bool window_has_mcu(const struct scan_window *window)
{
    return window->marker || window->end - window->bits.at >= WINDOW_PAD_BYTES;
}

/* Bytes that have not been begun; below 0 where more bits were used than there are. */
static inline ptrdiff_t window_unread(const struct scan_window *window)
{
    return window->end - (window->bits.at - window->bits.left / 8);
}

static inline bool window_overrun(const struct scan_window *window)
{
    return window_unread(window) < 0;
}

#endif
