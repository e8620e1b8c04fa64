#include "task/ranges.h"

#include <string.h>

#include "base/mem.h"

#define FIRST_BYTES ((size_t)64 * 1024)
#define GROWTH      4
#define MOST_BYTES  ((size_t)1024 * 1024)

static struct ranges_window *find(struct ranges *ranges, uint64_t offset)
{
    for (size_t i = 0; i < RANGES_WINDOWS; i++) {
        struct ranges_window *window = &ranges->windows[i];

        if (window->len > 0 && offset >= window->offset && offset - window->offset < window->len) {
            window->used = ++ranges->uses;
            return window;
        }
    }
    return NULL;
}

static struct ranges_window *oldest(struct ranges *ranges)
{
    struct ranges_window *window = &ranges->windows[0];

    for (size_t i = 1; i < RANGES_WINDOWS; i++) {
        if (ranges->windows[i].used < window->used) {
            window = &ranges->windows[i];
        }
    }
    return window;
}

/* How much to ask for at offset: a structure that runs on is worth more at once. */
static size_t next_bytes(struct ranges *ranges, uint64_t offset)
{
    bool runs_on = ranges->run_bytes > 0 && offset == ranges->run_end;

    if (!runs_on) {
        return FIRST_BYTES;
    }
    return ranges->run_bytes < MOST_BYTES ? ranges->run_bytes * GROWTH : MOST_BYTES;
}

static int fetch(struct ranges *ranges, uint64_t offset, struct ranges_window **out,
                 struct err *err)
{
    struct ranges_window *window = oldest(ranges);
    size_t want = next_bytes(ranges, offset);

    if (window->room < want) {
        window->bytes = mem_realloc(window->bytes, want);
        window->room = want;
    }
    window->len = 0;
    TRY(source_read(&ranges->remote, offset, window->bytes, want, &window->len, err));
    window->offset = offset;
    window->used = ++ranges->uses;
    ranges->run_bytes = want;
    ranges->run_end = offset + window->len;
    *out = window;
    return 0;
}

static int ranges_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                       struct err *err)
{
    struct ranges *ranges = ctx;

    *got = 0;
    while (*got < len && offset + *got < ranges->source.size) {
        struct ranges_window *window = find(ranges, offset + *got);
        size_t at, n;

        if (window == NULL) {
            TRY(fetch(ranges, offset + *got, &window, err));
        }
        at = (size_t)(offset + *got - window->offset);
        n = window->len > at ? window->len - at : 0;
        n = n < len - *got ? n : len - *got;
        if (n == 0) {
            break;
        }
        memcpy((uint8_t *)out + *got, window->bytes + at, n);
        *got += n;
    }
    return 0;
}

static const struct source_ops ranges_ops = { ranges_read, NULL, NULL };

void ranges_open(struct ranges *ranges, struct s3 *s3, const struct s3_object *object,
                 uint64_t size)
{
    *ranges = (struct ranges){ .source = { &ranges_ops, ranges, size } };
    ranges->remote = s3_source(s3, object, size, &ranges->traffic);
}

void ranges_release(struct ranges *ranges)
{
    for (size_t i = 0; i < RANGES_WINDOWS; i++) {
        mem_free(ranges->windows[i].bytes);
    }
    source_release(&ranges->remote);
    *ranges = (struct ranges){ 0 };
}
