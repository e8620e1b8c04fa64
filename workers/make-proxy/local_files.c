#include "local_files.h"

#include "base/clock.h"
#include "base/file_in.h"
#include "base/file_out.h"
#include "base/mem.h"

struct making {
    const struct local_work *work;
    struct file_out files[RENDITIONS_MAX];
    struct json_object *facts[RENDITIONS_MAX]; /* NULL: not made */
    struct json_object *warnings;
    struct file_in *marks;
    struct source **mark_sources;
    size_t n_marks;
};

static void making_release(struct making *making)
{
    for (size_t i = 0; i < RENDITIONS_MAX; i++) {
        file_out_release(&making->files[i]);
        json_release(making->facts[i]);
    }
    for (size_t i = 0; i < making->n_marks; i++) {
        file_in_release(&making->marks[i]);
    }
    mem_free(making->marks);
    mem_free(making->mark_sources);
    json_release(making->warnings);
}

static int write_piece(void *ctx, size_t index, struct span piece, struct err *err)
{
    struct making *making = ctx;

    if (making->files[index].path == NULL) {
        TRY(file_out_open(making->work->paths[index], &making->files[index], err));
    }
    return file_out_write(&making->files[index], piece, err);
}

static int note_done(void *ctx, size_t index, struct json_object *facts, struct err *err)
{
    struct making *making = ctx;
    struct json_object *made = json_new_object();
    struct json_iter it = json_iter(facts);

    (void)err;
    json_set_str(made, "name", making->work->renditions[index].name);
    json_set_str(made, "file", making->work->paths[index]);
    while (json_next(&it)) {
        json_set(made, it.name, json_retain(it.value));
    }
    making->facts[index] = made;
    return 0;
}

static int note_failed(void *ctx, size_t index, const struct err *why, struct err *err)
{
    struct making *making = ctx;
    const struct rendition *rendition = &making->work->renditions[index];
    CLEANUP(mem_freep) char *text = NULL;

    file_out_release(&making->files[index]);
    if (!rendition->optional) {
        *err = *why;
        return err_prefix(err, "rendition '%s'", rendition->name);
    }
    text = mem_printf("rendition '%s': %s", rendition->name, why->message);
    json_append(making->warnings, json_new_str(text));
    return 0;
}

/* Image marks name files here. */
static int open_marks(struct making *making, struct err *err)
{
    const struct local_work *work = making->work;
    size_t n = 0;

    for (size_t i = 0; i < work->n_renditions; i++) {
        n += work->renditions[i].n_marks;
    }
    making->marks = mem_array(n, sizeof *making->marks);
    making->mark_sources = mem_array(n, sizeof *making->mark_sources);
    for (size_t i = 0; i < work->n_renditions; i++) {
        for (size_t k = 0; k < work->renditions[i].n_marks; k++) {
            const char *path = work->renditions[i].marks[k].image;

            if (path != NULL) {
                TRY(file_in_open(path, &making->marks[making->n_marks], err));
                making->mark_sources[making->n_marks] = &making->marks[making->n_marks].source;
                making->n_marks++;
            }
        }
    }
    return 0;
}

static int commit(struct making *making, struct err *err)
{
    for (size_t i = 0; i < making->work->n_renditions; i++) {
        if (making->facts[i] != NULL && making->work->keep) {
            TRY(file_out_commit(&making->files[i], err));
        }
    }
    return 0;
}

static struct json_object *summarise(struct making *making, struct json_object *result,
                                     uint64_t milliseconds)
{
    struct json_object *summary = json_new_object(), *renditions = json_new_array();
    struct json_object *warnings = json_member(result, "warnings");

    for (size_t i = 0; i < making->work->n_renditions; i++) {
        if (making->facts[i] != NULL) {
            json_append(renditions, json_retain(making->facts[i]));
        }
    }
    for (size_t i = 0; i < json_length(making->warnings); i++) {
        json_append(warnings, json_retain(json_at(making->warnings, i)));
    }
    json_set_str(summary, "source", making->work->input);
    json_set(summary, "image", json_retain(json_member(result, "image")));
    json_set(summary, "renditions", renditions);
    json_set(summary, "insight", json_retain(json_member(result, "insight")));
    json_set(summary, "warnings", json_retain(warnings));
    json_set_u64(summary, "milliseconds", milliseconds);
    return summary;
}

int local_make(const struct local_work *work, struct json_object **summary, struct err *err)
{
    CLEANUP(file_in_release) struct file_in in = { 0 };
    CLEANUP(making_release) struct making making = { .work = work };
    CLEANUP(json_releasep) struct json_object *result = NULL;
    const struct sandbox_sink sink = { write_piece, note_done, note_failed, &making };
    struct sandbox_render render = { .renditions = work->renditions,
                                     .n_renditions = work->n_renditions,
                                     .sink = &sink };
    uint64_t begun_ms = clock_monotonic_ms();

    making.warnings = json_new_array();
    TRY(file_in_open(work->input, &in, err));
    TRY(open_marks(&making, err));
    render.marks = making.mark_sources;
    render.n_marks = making.n_marks;
    if (sandbox_render(work->pool, &in.source, &render, &result, err) != 0) {
        return err->kind == ERR_IO ? -1 : err_prefix(err, "cannot decode '%s'", work->input);
    }
    TRY(commit(&making, err));
    *summary = summarise(&making, result, clock_monotonic_ms() - begun_ms);
    return 0;
}
