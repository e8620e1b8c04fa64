/*
 * The renderer alone, without sandbox: times it, and makes files to look at.
 *   render-bench IN FOLDER JOB
 * JOB: {"repeat"?, "orientation"?, "renditions": [as in a profile; the name is the file's]}. Not
 * part of the product.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/json.h"
#include "base/mem.h"
#include "image/render.h"

#define RENDITIONS 16

struct files {
    FILE *file[RENDITIONS];
};

static int on_write(void *ctx, size_t index, struct span piece, struct err *err)
{
    struct files *files = ctx;

    return fwrite(piece.data, 1, piece.len, files->file[index]) == piece.len
               ? 0
               : err_set(err, ERR_IO, "cannot write");
}

static int on_done(void *ctx, size_t index, const struct rendered *rendered, struct err *err)
{
    (void)ctx;
    (void)err;
    printf("%zu: %ux%u %s %llu bytes\n", index, rendered->width_px, rendered->height_px,
           rendered->content_type, (unsigned long long)rendered->bytes);
    return 0;
}

static int on_failed(void *ctx, size_t index, const struct err *why, struct err *err)
{
    (void)ctx;
    (void)err;
    printf("%zu: %s\n", index, why->message);
    return 0;
}

static int once(const char *in, const char *folder, struct render_job *job, struct err *err)
{
    struct files files = { 0 };
    struct render_sink sink = { on_write, on_done, on_failed, &files };
    CLEANUP(source_release) struct source src = { 0 };
    CLEANUP(json_releasep) struct json_object *insight = NULL;
    struct image_info info;
    int fd = open(in, O_RDONLY | O_CLOEXEC), failed;

    TRY(source_file(fd, &src, err));
    for (size_t i = 0; i < job->n_renditions; i++) {
        CLEANUP(mem_freep) char *path = mem_printf("%s/%s", folder, job->renditions[i].name);

        files.file[i] = fopen(path, "wb");
    }
    failed = render(&src, job, &sink, &info, &insight, err);
    for (size_t i = 0; i < job->n_renditions; i++) {
        fclose(files.file[i]);
    }
    close(fd);
    return failed;
}

static int read_job(const char *text, struct render_job *job, struct rendition *renditions,
                    uint64_t *repeat, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *json = NULL;
    struct json_object *list;
    uint64_t orientation = 1;

    TRY(json_parse(span_str(text), &json, err));
    TRY(json_opt_u64(json, "repeat", repeat, err));
    TRY(json_opt_u64(json, "orientation", &orientation, err));
    list = json_member(json, "renditions");
    job->hints.orientation = (uint8_t)orientation;
    for (; job->n_renditions < json_length(list) && job->n_renditions < RENDITIONS;
         job->n_renditions++) {
        TRY(rendition_parse(json_at(list, job->n_renditions), "rendition",
                            &renditions[job->n_renditions], err));
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct rendition renditions[RENDITIONS] = { 0 };
    struct render_job job = { .renditions = renditions,
                              .limits = { 400000000, 65500, 1u << 30, 1u << 30, 500 } };
    struct err err = { 0 };
    struct rusage used;
    uint64_t repeat = 1;
    int failed = argc != 4 || read_job(argv[3], &job, renditions, &repeat, &err) != 0;

    for (; repeat > 0 && !failed; repeat--) {
        failed = once(argv[1], argv[2], &job, &err) != 0;
    }
    getrusage(RUSAGE_SELF, &used);
    printf("cpu %.1f ms, rss %ld KiB\n",
           (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
               (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3,
           used.ru_maxrss);
    for (size_t i = 0; i < job.n_renditions; i++) {
        rendition_release(&renditions[i]);
    }
    if (failed) {
        fprintf(stderr, "%s: %s\n", err_name(err.kind), err.message);
    }
    return failed ? err_exit_status(err.kind) : 0;
}
