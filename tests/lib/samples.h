/* The metadata samples of tests/data/metadata, read in this process: for unit tests. */
#ifndef TESTS_LIB_SAMPLES_H
#define TESTS_LIB_SAMPLES_H

#include "base/json.h"
#include "base/mem.h"
#include "lib/files.h"

/* Every sample once: the file's name and its bytes. */
static inline void each_sample(void (*visit)(const char *name, struct span bytes))
{
    CLEANUP(json_releasep)
    struct json_object *list = read_json(TEST_DATA "/metadata/manifest.json");

    assert_true(json_length(list) > 90);
    for (size_t i = 0; i < json_length(list); i++) {
        const char *name = json_to_str(json_member(json_at(list, i), "file"));
        CLEANUP(mem_freep) char *path = mem_printf("%s/metadata/images/%s", TEST_DATA, name);
        CLEANUP(buf_release) struct buf bytes = read_whole(path);

        visit(name, buf_span(&bytes));
    }
}

/* The same for the files of tests/data/made. */
static inline void each_made(void (*visit)(const char *name, struct span bytes))
{
    CLEANUP(json_releasep) struct json_object *answers = read_json(TEST_DATA "/made/answers.json");

    assert_true(json_length(answers) > 10);
    for (struct json_iter it = json_iter(answers); json_next(&it);) {
        CLEANUP(mem_freep) char *path = mem_printf("%s/made/%s", TEST_DATA, it.name);
        CLEANUP(buf_release) struct buf bytes = read_whole(path);

        visit(it.name, buf_span(&bytes));
    }
}

#endif
