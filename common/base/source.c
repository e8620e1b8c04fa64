#include "base/source.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static int memory_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                       struct err *err)
{
    struct span bytes;

    (void)err;
    bytes = span_from(*(struct span *)ctx, offset < SIZE_MAX ? (size_t)offset : SIZE_MAX);
    *got = len < bytes.len ? len : bytes.len;
    if (*got > 0) {
        memcpy(out, bytes.data, *got);
    }
    return 0;
}

static int memory_map(void *ctx, uint64_t offset, size_t len, struct span *out, struct err *err)
{
    (void)err;
    *out = span_from(*(struct span *)ctx, offset < SIZE_MAX ? (size_t)offset : SIZE_MAX);
    if (out->len > len) {
        out->len = len;
    }
    return 0;
}

static const struct source_ops memory_ops = { memory_read, memory_map, mem_free };

struct source source_memory(struct span bytes)
{
    struct span *keep = mem_alloc(sizeof *keep);

    *keep = bytes;
    return (struct source){ &memory_ops, keep, bytes.len };
}

static int file_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                     struct err *err)
{
    int fd = *(int *)ctx;

    *got = 0;
    while (*got < len) {
        ssize_t n = pread(fd, (uint8_t *)out + *got, len - *got, (off_t)(offset + *got));

        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return err_set(err, ERR_IO, "cannot read the file: %s", strerror(errno));
        }
        if (n == 0) {
            break;
        }
        *got += (size_t)n;
    }
    return 0;
}

static const struct source_ops file_ops = { file_read, NULL, mem_free };

int source_file(int fd, struct source *out, struct err *err)
{
    struct stat st;
    int *keep;

    if (fstat(fd, &st) != 0) {
        return err_set(err, ERR_IO, "cannot read the file's size: %s", strerror(errno));
    }
    if (!S_ISREG(st.st_mode)) {
        return err_set(err, ERR_IO, "not a regular file");
    }
    keep = mem_alloc(sizeof *keep);
    *keep = fd;
    *out = (struct source){ &file_ops, keep, (uint64_t)st.st_size };
    return 0;
}

int source_read(struct source *src, uint64_t offset, void *out, size_t len, size_t *got,
                struct err *err)
{
    *got = 0;
    if (src->ops == NULL || offset >= src->size || len == 0) {
        return 0;
    }
    if (src->size != SOURCE_SIZE_UNKNOWN && len > src->size - offset) {
        len = (size_t)(src->size - offset);
    }
    return src->ops->read_at(src->ctx, offset, out, len, got, err);
}

int source_exact(struct source *src, uint64_t offset, void *out, size_t len, struct err *err)
{
    size_t got;

    TRY(source_read(src, offset, out, len, &got, err));
    if (got < len) {
        return err_set(err, ERR_MALFORMED, "ends at byte %" PRIu64 ", %zu bytes wanted at %" PRIu64,
                       offset + got, len, offset);
    }
    return 0;
}

int source_view(struct source *src, uint64_t offset, size_t len, struct buf *keep, struct span *out,
                struct err *err)
{
    uint8_t *to;
    size_t got;

    *out = (struct span){ NULL, 0 };
    if (src->ops == NULL || offset >= src->size) {
        return 0;
    }
    if (src->size != SOURCE_SIZE_UNKNOWN && len > src->size - offset) {
        len = (size_t)(src->size - offset);
    }
    if (src->ops->map != NULL) {
        TRY(src->ops->map(src->ctx, offset, len, out, err));
        if (out->data != NULL) {
            return 0;
        }
    }
    buf_clear(keep);
    to = buf_reserve(keep, len);
    TRY(buf_check(keep, "a part of the object", err));
    TRY(source_read(src, offset, to, len, &got, err));
    buf_grown(keep, got);
    *out = buf_span(keep);
    return 0;
}

static int window_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                       struct err *err)
{
    struct source_window *window = ctx;

    return source_read(window->whole, window->offset + offset, out, len, got, err);
}

static int window_map(void *ctx, uint64_t offset, size_t len, struct span *out, struct err *err)
{
    struct source_window *window = ctx;
    struct source *whole = window->whole;

    if (whole->ops->map == NULL) {
        *out = (struct span){ NULL, 0 };
        return 0;
    }
    return whole->ops->map(whole->ctx, window->offset + offset, len, out, err);
}

static const struct source_ops window_ops = { window_read, window_map, NULL };

struct source source_window(struct source_window *window, struct source *whole, uint64_t offset,
                            uint64_t len)
{
    uint64_t left = offset < whole->size ? whole->size - offset : 0;

    *window = (struct source_window){ whole, offset };
    return (struct source){ &window_ops, window, len < left ? len : left };
}

void source_release(struct source *src)
{
    if (src != NULL && src->ops != NULL && src->ops->release != NULL) {
        src->ops->release(src->ctx);
    }
    if (src != NULL) {
        *src = (struct source){ 0 };
    }
}
