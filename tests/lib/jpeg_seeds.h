/* The small JPEGs of the fuzz corpus, and damaged ones made of them, the same at every run. */
#ifndef TESTS_LIB_JPEG_SEEDS_H
#define TESTS_LIB_JPEG_SEEDS_H

#include "lib/unit.h"

#include "base/buf.h"
#include "base/mem.h"
#include "lib/files.h"
#include "lib/random.h"

#define SEED_BYTES (64u << 10)

struct seeds {
    struct buf files[16];
    size_t n;
};

static inline void seeds_read(struct seeds *seeds)
{
    const char *folder = SOURCE_DIR "/tests/fuzz/corpus/fuzz_jpeg";
    DIR *entries = opendir(folder);
    struct dirent *entry;

    assert_non_null(entries);
    while ((entry = readdir(entries)) && seeds->n < ARRAY_LEN(seeds->files)) {
        CLEANUP(mem_freep) char *path = mem_printf("%s/%s", folder, entry->d_name);

        if (entry->d_name[0] != '.') {
            seeds->files[seeds->n] = read_whole(path);
            assert_true(seeds->files[seeds->n++].len <= SEED_BYTES);
        }
    }
    closedir(entries);
}

static inline void seeds_release(struct seeds *seeds)
{
    for (size_t i = 0; i < seeds->n; i++) {
        buf_release(&seeds->files[i]);
    }
}

/* One of the seeds with one to four bytes changed, sometimes cut. bytes: SEED_BYTES, written. */
static inline struct span seeds_mutated(const struct seeds *seeds, uint64_t *random, uint8_t *bytes)
{
    const struct buf *seed = &seeds->files[next_random(random) % seeds->n];
    size_t len = next_random(random) % 16 ? seed->len : 1 + next_random(random) % seed->len;

    memcpy(bytes, seed->data, seed->len);
    for (uint32_t n = 1 + next_random(random) % 4; n > 0; n--) {
        size_t at = next_random(random) % seed->len;

        /* Mostly in the entropy-coded half: mutated headers are seldom read at all. */
        at = next_random(random) % 4 ? seed->len / 2 + at / 2 : at;
        bytes[at] = (uint8_t)(next_random(random) % 2 ? next_random(random)
                                                      : bytes[at] ^ 1u << next_random(random) % 8);
    }
    return (struct span){ bytes, len };
}

#endif
