/*
 * Bytes to read at any offset, wherever they are: memory, a file, or somebody's callback (S3
 * ranges, the worker at the other end of a sandbox's pipes). Parsers and decoders take a struct
 * source and know nothing else of where an object lives.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

#define SOURCE_SIZE_UNKNOWN UINT64_MAX

struct source_ops {
    /*
     * Reads up to len bytes at offset into out; *got < len only at the end of the object. Blocks
     * until they are there.
     */
    int (*read_at)(void *ctx, uint64_t offset, void *out, size_t len, size_t *got, struct err *err);

    /* Optional: the bytes where they lie, valid until release; NULL data when this source cannot
     * show them. Blocks likewise. */
    int (*map)(void *ctx, uint64_t offset, size_t len, struct span *out, struct err *err);

    void (*release)(void *ctx); /* optional */
};

struct source {
    const struct source_ops *ops;
    void *ctx;
    uint64_t size; /* SOURCE_SIZE_UNKNOWN for a pipe that has not ended */
};

/* Over bytes that the caller keeps until after the release. */
struct source source_memory(struct span bytes);

/* Over an open regular file, whose descriptor stays the caller's. ERR_IO when its size cannot be
 * read or it is no regular file. */
MUST_CHECK int source_file(int fd, struct source *out, struct err *err);

/* As read_at above, with the offset checked against size. */
MUST_CHECK int source_read(struct source *src, uint64_t offset, void *out, size_t len, size_t *got,
                           struct err *err);

/* All len bytes or ERR_MALFORMED "… ends at byte N, M wanted". */
MUST_CHECK int source_exact(struct source *src, uint64_t offset, void *out, size_t len,
                            struct err *err);

/* The bytes in place where the source can show them, else copied into keep, whose cap holds. Short
 * at the end of the object. */
MUST_CHECK int source_view(struct source *src, uint64_t offset, size_t len, struct buf *keep,
                           struct span *out, struct err *err);

/* A window [offset, offset + len) of another source (an embedded preview); whole must outlive it.
 */
struct source_window {
    struct source *whole;
    uint64_t offset;
};
struct source source_window(struct source_window *window, struct source *whole, uint64_t offset,
                            uint64_t len);

void source_release(struct source *src);

#endif
