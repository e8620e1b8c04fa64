/* What outside bytes may suffer on their way, the same in every run: for unit tests. */
#ifndef TESTS_LIB_DAMAGE_H
#define TESTS_LIB_DAMAGE_H

#include "base/mem.h"
#include "base/source.h"
#include "lib/random.h"

/* Calls visit with bytes that end early, then with some that have been overwritten: `times` each,
 * every second one near the beginning, where headers are. */
static inline void each_damage(const char *name, struct span bytes, unsigned times,
                               void (*visit)(const char *name, struct span damaged))
{
    uint8_t *copy = mem_alloc(bytes.len + 1);
    uint64_t seed = bytes.len;

    for (unsigned i = 0; i < times; i++) {
        visit(name, (struct span){ bytes.data, next_random(&seed) % (bytes.len + 1) });
    }
    for (unsigned i = 0; i < times; i++) {
        memcpy(copy, bytes.data, bytes.len);
        for (unsigned n = 0; n <= i % 24; n++) {
            size_t within = i % 2 == 0 ? bytes.len : bytes.len / 8 + 1;

            copy[next_random(&seed) % within] = (uint8_t)next_random(&seed);
        }
        visit(name, (struct span){ copy, bytes.len });
    }
    mem_free(copy);
}

/* A source that gives out after some reads, as an object behind a network does. */
struct failing {
    struct span bytes;
    uint32_t reads_left;
    bool failed;
};

#define FAILING_MESSAGE "the line is down"

static inline int failing_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                               struct err *err)
{
    struct failing *failing = ctx;
    struct span rest;

    if (failing->reads_left == 0) {
        failing->failed = true;
        return err_set(err, ERR_TRANSIENT, FAILING_MESSAGE);
    }
    failing->reads_left--;
    rest = span_from(failing->bytes, offset < failing->bytes.len ? offset : failing->bytes.len);
    *got = len < rest.len ? len : rest.len;
    if (*got > 0) {
        memcpy(out, rest.data, *got);
    }
    return 0;
}

static const struct source_ops failing_ops = { failing_read, NULL, NULL };

#endif
