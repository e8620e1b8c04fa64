/* The small JPEGs of the fuzz corpus, and damaged ones made of them, the same at every run. */
#ifndef TESTS_LIB_JPEG_SEEDS_H
#define TESTS_LIB_JPEG_SEEDS_H

#include "lib/unit.h"

#include <dirent.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/mem.h"

#define SEED_BYTES (64u << 10)

struct seeds {
    struct buf files[16];
    size_t n;
};

static inline void seeds_read(struct seeds *seeds)
{
    const char *folder = SOURCE_DIR "/tests/fuzz/corpus/fuzz_jpeg";
    DIR *dir = opendir(folder);
    struct dirent *entry;

    assert_non_null(dir);
    while ((entry = readdir(dir)) && seeds->n < ARRAY_LEN(seeds->files)) {
        CLEANUP(mem_freep) char *path = mem_printf("%s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "rb");
        struct buf *buf = &seeds->files[seeds->n];
        uint8_t *to;

        *buf = (struct buf)BUF_INIT(SEED_BYTES);
        to = buf_reserve(buf, SEED_BYTES / 2);
        if (file && entry->d_name[0] != '.') {
            buf_grown(buf, fread(to, 1, SEED_BYTES / 2, file));
            seeds->n++;
        } else {
            buf_release(buf);
        }
        if (file) {
            fclose(file);
        }
    }
    closedir(dir);
}

static inline void seeds_release(struct seeds *seeds)
{
    for (size_t i = 0; i < seeds->n; i++) {
        buf_release(&seeds->files[i]);
    }
}

static inline uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
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
