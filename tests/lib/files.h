/* Whole files in and out of memory, and folders that come and go: for unit tests. */
#ifndef TESTS_LIB_FILES_H
#define TESTS_LIB_FILES_H

#include "lib/unit.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>

#include "base/json.h"
#include "base/mem.h"

/* No file of the tests is larger than 64 MiB. */
static inline struct buf read_whole(const char *path)
{
    struct buf bytes = BUF_INIT(64u << 20);
    FILE *file = fopen(path, "rb");
    uint8_t piece[4096];
    size_t got;

    if (file == NULL) {
        fail_msg("cannot open %s", path);
    }
    while ((got = fread(piece, 1, sizeof piece, file)) > 0) {
        buf_add(&bytes, piece, got);
    }
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

static inline void write_whole(const char *path, struct span bytes)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

/* Every file of a folder once, in no order; returns how many there were. */
static inline size_t each_file(const char *folder,
                               void (*visit)(const char *name, struct span bytes))
{
    DIR *entries = opendir(folder);
    size_t n = 0;

    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        CLEANUP(mem_freep) char *path = mem_printf("%s/%s", folder, entry->d_name);

        if (entry->d_name[0] != '.') {
            CLEANUP(buf_release) struct buf bytes = read_whole(path);

            visit(entry->d_name, buf_span(&bytes));
            n++;
        }
    }
    closedir(entries);
    return n;
}

static inline int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st;
    (void)kind;
    (void)at;
    return remove(path);
}

/* With all that is in it; what links point to stays. 0, or -1 as the system has it. */
static inline int remove_folder(const char *path)
{
    return nftw(path, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

#endif
