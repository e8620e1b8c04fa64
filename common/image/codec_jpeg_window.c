/* The window of codec_jpeg_window.h: pieces of the source, unstuffed. */
#include "image/codec_jpeg_window.h"

#include <string.h>

#include "base/mem.h"

#define PIECE_BYTES  (64u << 10)
#define WINDOW_BYTES (96u << 10)
#define END_OF_IMAGE 0xd9
#define NO_MARKER    0xff

static int next_piece(struct scan_window *window, struct err *err)
{
    buf_clear(&window->keep);
    TRY(source_view(window->src, window->offset, PIECE_BYTES, &window->keep, &window->piece, err));
    window->offset += window->piece.len;
    if (window->piece.len == 0) {
        window->marker = END_OF_IMAGE; /* the file's end ends the stretch too */
    }
    return 0;
}

/* After 0xff: a stuffed zero, or the marker that ends the stretch, before which there may be fill
 * bytes. A zero after fill bytes is neither: it ends the stretch too, as what libjpeg makes of it
 * depends on how it reads. */
static int after_ff(struct scan_window *window, uint8_t **to, struct err *err)
{
    uint8_t code = 0xff;
    bool filled = false;

    for (uint32_t n = 0; code == 0xff; n++) {
        if (window->piece.len == 0) {
            TRY(next_piece(window, err));
        }
        if (window->marker) {
            return 0;
        }
        code = window->piece.data[0];
        window->piece = span_from(window->piece, 1);
        filled = n > 0;
    }
    if (code == 0 && !filled) {
        *(*to)++ = 0xff;
    } else {
        window->marker = code ? code : NO_MARKER;
    }
    return 0;
}

int window_fill(struct scan_window *window, struct err *err)
{
    size_t rest = window->end > window->bits.at ? (size_t)(window->end - window->bits.at) : 0;
    uint8_t *to = window->bytes + rest, *limit = window->bytes + WINDOW_BYTES;

    memmove(window->bytes, window->end - rest, rest);
    while (to < limit && !window->marker) {
        size_t n =
            window->piece.len < (size_t)(limit - to) ? window->piece.len : (size_t)(limit - to);
        const uint8_t *ff = n ? memchr(window->piece.data, 0xff, n) : NULL;

        if (n == 0) {
            TRY(next_piece(window, err));
            continue;
        }
        n = ff ? (size_t)(ff - window->piece.data) : n;
        memcpy(to, window->piece.data, n);
        to += n;
        window->piece = span_from(window->piece, n + (ff ? 1 : 0));
        if (ff) {
            TRY(after_ff(window, &to, err));
        }
    }
    window->bits.at = window->bytes;
    window->end = to;
    memset(to, 0, WINDOW_PAD_BYTES);
    return 0;
}

void window_start_stretch(struct scan_window *window)
{
    window->end = window->bytes;
    window->bits = (struct scan_bits){ .at = window->bytes };
    window->marker = 0;
}

void window_init(struct scan_window *window, struct source *src, uint64_t offset)
{
    *window = (struct scan_window){ .src = src,
                                    .offset = offset,
                                    .keep = BUF_INIT(PIECE_BYTES),
                                    .bytes = mem_alloc(WINDOW_BYTES + WINDOW_PAD_BYTES) };
    window_start_stretch(window);
}

void window_release(struct scan_window *window)
{
    mem_free(window->bytes);
    buf_release(&window->keep);
}
