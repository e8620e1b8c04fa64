#include "local.h"

#include <unistd.h>

#include "base/file_in.h"
#include "base/file_out.h"
#include "base/json.h"
#include "base/mem.h"
#include "imageinfo.h"
#include "sandbox/sandbox.h"
#include "task/arguments.h"

struct arguments {
    const char **inputs;
    size_t n_inputs;
    const char *output; /* NULL: standard output */
    bool grouped;
};

static void arguments_release(struct arguments *arguments)
{
    mem_free(arguments->inputs);
}

static int parse(struct arguments *out, int argc, char **argv, struct err *err)
{
    const struct option options[] = {
        { "-o", &out->output, "one file", NULL },
        { "-G", NULL, NULL, &out->grouped },
    };

    out->inputs = mem_array((size_t)argc, sizeof *out->inputs);
    TRY(arguments_parse(argc, argv, options, ARRAY_LEN(options), out->inputs, &out->n_inputs, err));
    if (out->output != NULL && out->n_inputs > 1) {
        return err_set(err, ERR_USAGE, "-o takes the answer for one file, %zu are given",
                       out->n_inputs);
    }
    return 0;
}

/* What is printed of one file; the caller releases. */
static int read_one(struct sandbox_pool *pool, const char *path, bool grouped,
                    struct json_object **out, struct err *err)
{
    CLEANUP(file_in_release) struct file_in in = { 0 };
    CLEANUP(json_releasep) struct json_object *result = NULL;

    TRY(file_in_open(path, &in, err));
    if (sandbox_read_meta(pool, &in.source, path, grouped, NULL, &result, err) != 0) {
        return err_prefix(err, "cannot read '%s'", path);
    }
    *out = json_retain(json_member(result, grouped ? "grouped" : "imageinfo"));
    return 0;
}

static int store(const struct arguments *arguments, struct json_object *found, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(IMAGEINFO_MAX_BYTES);
    CLEANUP(file_out_release) struct file_out out = { 0 };

    if (arguments->output == NULL) {
        json_write_pretty(found, &text);
        buf_add_byte(&text, '\n');
        TRY(buf_check(&text, "the metadata", err));
        return file_write_all(STDOUT_FILENO, buf_span(&text), "standard output", err);
    }
    imageinfo_text(json_at(found, 0), &text);
    TRY(buf_check(&text, "the metadata", err));
    TRY(file_out_open(arguments->output, &out, err));
    TRY(file_out_write(&out, buf_span(&text), err));
    return file_out_commit(&out, err);
}

/* Reads on after a file that fails, as exiftool does; the last failure gives the exit status. */
static int run(const struct arguments *arguments, const struct settings *settings, struct err *err)
{
    CLEANUP(sandbox_pool_freep) struct sandbox_pool *pool = NULL;
    CLEANUP(json_releasep) struct json_object *found = json_new_array();
    struct err last = { 0 };

    TRY(sandbox_pool_new_for_metadata(settings, &pool, err));
    sandbox_pool_expect(pool, arguments->n_inputs);
    for (size_t i = 0; i < arguments->n_inputs; i++) {
        struct json_object *one = NULL;

        if (read_one(pool, arguments->inputs[i], arguments->grouped, &one, err) == 0) {
            json_append(found, one);
        } else {
            input_failed(err, &last);
        }
    }
    if (json_length(found) > 0) {
        TRY(store(arguments, found, err));
    }
    *err = last;
    return last.kind == ERR_NONE ? 0 : -1;
}

int local_main(int argc, char **argv, const struct settings *settings, struct err *err)
{
    CLEANUP(arguments_release) struct arguments arguments = { 0 };

    TRY(parse(&arguments, argc, argv, err));
    return run(&arguments, settings, err);
}
