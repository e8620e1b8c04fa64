/*
 * What the metadata of a file costs, for tests/bench/metadata.py and developers:
 *   meta-cost [-n TIMES] FILE…
 * A line of JSON each: requests and bytes of an object on S3 (the worker's own way: block cache,
 * sandbox), and the microseconds of processor time of parsing and printing once the program is
 * warm (no sandbox; the least of TIMES). A file that cannot be read has "error". Not part of the
 * product.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file_in.h"
#include "base/source_cache.h"
#include "meta/meta.h"
#include "sandbox/sandbox.h"

static uint64_t processor_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

static int add_requests(struct sandbox_pool *pool, struct source *file, const char *path,
                        struct json_object *out, struct err *err)
{
    CLEANUP(source_cache_freep) struct source_cache *cache = source_cache_new(file, NULL);
    CLEANUP(json_releasep) struct json_object *result = NULL;

    TRY(sandbox_read_meta(pool, source_cache_source(cache), path, false, NULL, &result, err));
    json_set_u64(out, "requests", source_cache_requests(cache));
    json_set_u64(out, "bytes", source_cache_bytes(cache));
    return 0;
}

static int parse_and_print(struct source *file, const char *path, struct err *err)
{
    const struct meta_limits limits = { 16u << 20, 100, 8 };
    CLEANUP(json_releasep) struct json_object *flat = NULL;
    CLEANUP(buf_release) struct buf text = BUF_INIT(16u << 20);
    struct meta *meta;

    TRY(meta_read(file, &limits, &meta, err));
    flat = meta_flat(meta, path);
    json_write(flat, &text);
    meta_free(meta);
    return 0;
}

static int add_time(struct source *file, const char *path, int times, struct json_object *out,
                    struct err *err)
{
    uint64_t least = UINT64_MAX;

    for (int i = 0; i < times; i++) {
        uint64_t before = processor_ns(), taken;

        TRY(parse_and_print(file, path, err));
        taken = processor_ns() - before;
        least = taken < least ? taken : least;
    }
    json_set_u64(out, "parseMicroseconds", (least + 500) / 1000);
    return 0;
}

static int measure(struct sandbox_pool *pool, const char *path, int times, struct json_object *out,
                   struct err *err)
{
    CLEANUP(file_in_release) struct file_in in = { 0 };

    TRY(file_in_open(path, &in, err));
    json_set_u64(out, "size", in.source.size);
    TRY(add_requests(pool, &in.source, path, out, err));
    return add_time(&in.source, path, times, out, err);
}

static void print_cost(struct sandbox_pool *pool, const char *path, int times)
{
    CLEANUP(json_releasep) struct json_object *out = json_new_object();
    CLEANUP(buf_release) struct buf text = BUF_INIT(1u << 20);
    struct err err = { 0 };

    json_set_str(out, "file", path);
    if (measure(pool, path, times, out, &err) != 0) {
        json_set_str(out, "error", err.message);
    }
    json_write(out, &text);
    puts(buf_cstr(&text));
}

static int times_of(const char *text)
{
    int times = 0;

    for (; *text >= '0' && *text <= '9' && times < 10000; text++) {
        times = times * 10 + (*text - '0');
    }
    return times;
}

int main(int argc, char **argv)
{
    CLEANUP(sandbox_pool_freep) struct sandbox_pool *pool = NULL;
    struct settings settings;
    struct err err = { 0 };
    bool counted = argc > 2 && strcmp(argv[1], "-n") == 0;
    int times = counted ? times_of(argv[2]) : 5;

    if (settings_read(&settings, environ, &err) != 0 ||
        sandbox_pool_new_for_metadata(&settings, &pool, &err) != 0) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    for (int i = counted ? 3 : 1; i < argc; i++) {
        print_cost(pool, argv[i], times);
    }
    return 0;
}
