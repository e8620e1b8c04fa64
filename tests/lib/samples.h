/* The metadata samples of tests/data/metadata, read in this process: for unit tests. */
#ifndef TESTS_LIB_SAMPLES_H
#define TESTS_LIB_SAMPLES_H

#include <stdio.h>

#include "base/json.h"
#include "base/mem.h"

/* The whole file; no sample and no answer is larger than a megabyte. */
static inline struct buf read_whole(const char *path)
{
    struct buf bytes = BUF_INIT(1u << 20);
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    buf_grown(&bytes, fread(buf_reserve(&bytes, 1u << 20), 1, 1u << 20, file));
    fclose(file);
    return bytes;
}

static inline struct json_object *read_json(const char *path)
{
    CLEANUP(buf_release) struct buf text = read_whole(path);
    struct json_object *json = NULL;
    struct err err = { 0 };

    if (json_parse(buf_span(&text), &json, &err) != 0) {
        fail_msg("%s: %s", path, err.message);
    }
    return json;
}

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
