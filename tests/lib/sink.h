/* A sink for render() that keeps nothing: every byte is read once, every end is taken. */
#ifndef TESTS_LIB_SINK_H
#define TESTS_LIB_SINK_H

#include "image/render.h"

static inline int sink_write(void *ctx, size_t index, struct span piece, struct err *err)
{
    volatile uint8_t sum = 0;

    (void)ctx;
    (void)index;
    (void)err;
    for (size_t i = 0; i < piece.len; i++) {
        sum = (uint8_t)(sum + piece.data[i]);
    }
    return 0;
}

static inline int sink_done(void *ctx, size_t index, const struct rendered *rendered,
                            struct err *err)
{
    (void)ctx;
    (void)index;
    (void)rendered;
    (void)err;
    return 0;
}

static inline int sink_failed(void *ctx, size_t index, const struct err *why, struct err *err)
{
    (void)ctx;
    (void)index;
    (void)why;
    (void)err;
    return 0;
}

#endif
