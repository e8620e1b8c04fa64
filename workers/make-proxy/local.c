#include "local.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_out.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/text.h"
#include "local_files.h"
#include "recipe/profile.h"
#include "recipe/template.h"
#include "task/arguments.h"

#define PROFILE_OF_FILES  "media2cloud"
#define REPEAT_MAX        1000000
#define SUMMARY_MAX_BYTES (1024 * 1024)

struct arguments {
    const char **inputs;
    size_t n_inputs;
    const char *output, *profile, *rendition;
    const char *repeat_text;
    uint64_t repeat;
    bool to_folder;
};

static void arguments_release(struct arguments *arguments)
{
    mem_free(arguments->inputs);
}

static int parse_repeat(struct arguments *out, struct err *err)
{
    const char *at = out->repeat_text;

    if (at == NULL) {
        out->repeat = 1;
        return 0;
    }
    while (text_is_digit(*at) && out->repeat <= REPEAT_MAX) {
        out->repeat = out->repeat * 10 + (uint64_t)(*at++ - '0');
    }
    if (*at != '\0' || out->repeat < 1 || out->repeat > REPEAT_MAX) {
        return err_set(err, ERR_USAGE, "--repeat is '%s': 1..%d expected", out->repeat_text,
                       REPEAT_MAX);
    }
    return 0;
}

static bool is_folder(const char *path)
{
    struct stat st;

    return path[strlen(path) - 1] == '/' || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

static int check(struct arguments *out, struct err *err)
{
    if (out->output == NULL || out->output[0] == '\0') {
        return err_set(err, ERR_USAGE, "-o is missing: where the output goes");
    }
    out->to_folder = is_folder(out->output);
    if (!out->to_folder && out->n_inputs > 1) {
        return err_set(err, ERR_USAGE, "-o expects a folder for %zu files", out->n_inputs);
    }
    return parse_repeat(out, err);
}

static int parse(struct arguments *out, int argc, char **argv, struct err *err)
{
    const struct option options[] = {
        { "-o", &out->output, "one value", NULL },
        { "--profile", &out->profile, "one value", NULL },
        { "--rendition", &out->rendition, "one value", NULL },
        { "--repeat", &out->repeat_text, "one value", NULL },
    };

    out->inputs = mem_array((size_t)argc, sizeof *out->inputs);
    TRY(arguments_parse(argc, argv, options, ARRAY_LEN(options), out->inputs, &out->n_inputs, err));
    return check(out, err);
}

/* What of the profile is made: all of it, one by name, or for one output file its first. */
struct choice {
    struct profile profile;
    const struct rendition *renditions; /* in the profile */
    size_t n_renditions;
};

static void choice_release(struct choice *choice)
{
    profile_release(&choice->profile);
}

static int choose_rendition(const struct arguments *arguments, struct choice *out, struct err *err)
{
    const struct profile *profile = &out->profile;

    out->renditions = profile->renditions;
    out->n_renditions = profile->n_renditions;
    if (arguments->rendition == NULL) {
        if (profile->n_renditions == 0) {
            return err_set(err, ERR_USAGE, "profile '%s' has no renditions", profile->name);
        }
        out->n_renditions = arguments->to_folder ? profile->n_renditions : 1;
        return 0;
    }
    out->n_renditions = 1;
    for (size_t i = 0; i < profile->n_renditions; i++) {
        if (strcmp(profile->renditions[i].name, arguments->rendition) == 0) {
            out->renditions = &profile->renditions[i];
            return 0;
        }
    }
    return err_set(err, ERR_USAGE, "profile '%s' has no rendition '%s'", profile->name,
                   arguments->rendition);
}

static int choose(const struct arguments *arguments, struct choice *out, struct err *err)
{
    CLEANUP(profile_choice_release) struct profile_choice choice = { 0 };
    const char *name = arguments->profile != NULL ? arguments->profile : PROFILE_OF_FILES;

    if (profile_choose(name, &choice, err) != 0) {
        err->kind = ERR_USAGE;
        return err_prefix(err, "--profile '%s'", name);
    }
    TRY(profile_named(&choice, NULL, "profile", &out->profile, err));
    return choose_rendition(arguments, out, err);
}

/* Where the rendition of this input goes; the caller frees. */
static int output_path(const struct arguments *arguments, const struct rendition *rendition,
                       const char *input, char **out, struct err *err)
{
    const char *name = strcmp(input, "-") == 0 ? "stdin" : input + key_basename_at(input);
    struct key_parts parts = { "", name, "", "" };
    char key[KEY_MAX_BYTES + 1];
    const char *slash = arguments->output[strlen(arguments->output) - 1] == '/' ? "" : "/";

    if (!arguments->to_folder) {
        *out = mem_strdup(arguments->output);
        return 0;
    }
    TRY(template_expand(rendition->key != NULL ? rendition->key : rendition->name, &parts, key,
                        err));
    name = key + key_basename_at(key);
    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        return err_set(err, ERR_USAGE, "rendition '%s' of '%s' has a key that ends in no name",
                       rendition->name, input);
    }
    *out = mem_printf("%s%s%s", arguments->output, slash, name);
    return 0;
}

struct paths {
    char **items; /* n_renditions for each input */
    size_t n;
};

static void paths_release(struct paths *paths)
{
    for (size_t i = 0; i < paths->n; i++) {
        mem_free(paths->items[i]);
    }
    mem_free(paths->items);
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Two that are the same would be one file in the end. */
static int refuse_twins(const struct paths *paths, struct err *err)
{
    CLEANUP(mem_freep) char **sorted = mem_array(paths->n, sizeof *sorted);

    memcpy(sorted, paths->items, paths->n * sizeof *sorted);
    qsort(sorted, paths->n, sizeof *sorted, by_text);
    for (size_t i = 1; i < paths->n; i++) {
        if (strcmp(sorted[i - 1], sorted[i]) == 0) {
            return err_set(err, ERR_USAGE, "'%s' would be written twice", sorted[i]);
        }
    }
    return 0;
}

/* All of them before the first is written. */
static int name_outputs(const struct arguments *arguments, const struct choice *choice,
                        struct paths *out, struct err *err)
{
    out->items = mem_array(arguments->n_inputs * choice->n_renditions, sizeof *out->items);
    for (size_t i = 0; i < arguments->n_inputs; i++) {
        for (size_t k = 0; k < choice->n_renditions; k++) {
            TRY(output_path(arguments, &choice->renditions[k], arguments->inputs[i],
                            &out->items[out->n], err));
            out->n++;
        }
    }
    return refuse_twins(out, err);
}

static int print_summary(struct json_object *summary, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(SUMMARY_MAX_BYTES);

    json_write(summary, &text);
    buf_add_byte(&text, '\n');
    TRY(buf_check(&text, "the summary", err));
    return file_write_all(STDOUT_FILENO, buf_span(&text), "standard output", err);
}

static int make_one(struct local_work *work, const struct arguments *arguments, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *summary = NULL;

    for (uint64_t i = 0; i < arguments->repeat; i++) {
        json_release(summary);
        summary = NULL;
        work->keep = i + 1 == arguments->repeat;
        TRY(local_make(work, &summary, err));
    }
    return arguments->to_folder ? print_summary(summary, err) : 0;
}

static int make_folder(const struct arguments *arguments, struct err *err)
{
    if (arguments->to_folder && mkdir(arguments->output, 0777) != 0 && errno != EEXIST) {
        return err_set(err, ERR_IO, "cannot make '%s': %s", arguments->output, strerror(errno));
    }
    return 0;
}

/* Goes on after an input that fails; the last failure gives the exit status. */
static int run(const struct arguments *arguments, const struct settings *settings, struct err *err)
{
    CLEANUP(choice_release) struct choice choice = { 0 };
    CLEANUP(paths_release) struct paths paths = { 0 };
    CLEANUP(sandbox_pool_freep) struct sandbox_pool *pool = NULL;
    struct err last = { 0 };

    TRY(choose(arguments, &choice, err));
    TRY(name_outputs(arguments, &choice, &paths, err));
    TRY(sandbox_pool_new(settings, &pool, err));
    sandbox_pool_expect(pool, arguments->n_inputs * arguments->repeat);
    TRY(make_folder(arguments, err));
    for (size_t i = 0; i < arguments->n_inputs; i++) {
        struct local_work work = { .pool = pool,
                                   .input = arguments->inputs[i],
                                   .renditions = choice.renditions,
                                   .n_renditions = choice.n_renditions,
                                   .paths = paths.items + i * choice.n_renditions };

        if (make_one(&work, arguments, err) != 0) {
            input_failed(err, &last);
        }
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
