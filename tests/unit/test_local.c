/* run-imageinfo and make-proxy on files, whole programs: what they write, print and refuse. */
#include "lib/unit.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "base/mem.h"
#include "lib/files.h"
#include "lib/program.h"
#include "lib/samples.h"

#define PHOTO  TEST_DATA "/photos/Apple_iPhone_5.jpg"
#define SMALL  TEST_DATA "/images/rgb8.png"
#define SECOND TEST_DATA "/images/rgb24.bmp"
#define NOISE  TEST_DATA "/images/expected.json"
#define CUT    "CUT" /* in the test's folder: an image that ends early */
#define OUT    "OUT" /* in the test's folder */

static char folder[] = "/tmp/test_local.XXXXXX";

/* "OUT/x" and "CUT" are in the test's folder. */
static char *resolve(const char *word)
{
    bool ours = strncmp(word, OUT, 3) == 0 || strncmp(word, CUT, 3) == 0;

    return ours ? mem_printf("%s/%s", folder, word) : mem_strdup(word);
}

static void run(const char *const *words, struct span input, const char *variable,
                struct program *out)
{
    struct program_call call = { .variables = { variable }, .input = input };
    size_t n = 0;

    for (; words[n] != NULL; n++) {
        call.words[n] = resolve(words[n]);
    }
    program_run(&call, out);
    while (n > 0) {
        mem_free((char *)(uintptr_t)call.words[--n]);
    }
}

static struct json_object *parse(const struct buf *text)
{
    struct json_object *json = NULL;
    struct err err;

    if (json_parse(buf_span(text), &json, &err) != 0) {
        fail_msg("%s: %.*s", err.message, (int)text->len, (const char *)text->data);
    }
    return json;
}

/* The last line of standard error. */
static struct json_object *last_line(struct program *program)
{
    char *text = (char *)(uintptr_t)buf_cstr(&program->errors), *end;
    struct json_object *json = NULL;
    struct err err;

    assert_true(program->errors.len > 1);
    text[program->errors.len - 1] = '\0'; /* the line feed */
    end = strrchr(text, '\n');
    text = end != NULL ? end + 1 : text;
    assert_int_equal(json_parse(span_str(text), &json, &err), 0);
    return json;
}

static const struct {
    const char *words[8];
    int status;
    const char *error, *cause; /* a part of it */
} refusals[] = {
    { { "make-proxy", SMALL }, 64, "Ingest.Usage", "-o is missing" },
    { { "make-proxy", SMALL, "-o" }, 64, "Ingest.Usage", "-o" },
    { { "make-proxy", SMALL, "-o", "" }, 64, "Ingest.Usage", "-o is missing" },
    { { "make-proxy", "-o", OUT }, 64, "Ingest.Usage", "no file given" },
    { { "make-proxy", SMALL, "-o", OUT, "--rendition", "x" }, 64, "Ingest.Usage", "rendition 'x'" },
    { { "make-proxy", SMALL, "-o", OUT, "--profile", "x" }, 64, "Ingest.Usage", "'x'" },
    { { "make-proxy", SMALL, "-o", OUT "/", "--profile", "metadata" },
      64,
      "Ingest.Usage",
      "has no renditions" },
    { { "make-proxy", SMALL, "-o", OUT, "--quality", "3" }, 64, "Ingest.Usage", "--quality" },
    { { "make-proxy", SMALL, "-o", OUT, "--repeat", "0" }, 64, "Ingest.Usage", "--repeat" },
    { { "make-proxy", SMALL, "-o", OUT, "--repeat", "3x" }, 64, "Ingest.Usage", "--repeat" },
    { { "make-proxy", SMALL, SECOND, "-o", OUT }, 64, "Ingest.Usage", "folder" },
    { { "make-proxy", SMALL, SMALL, "-o", OUT "/" }, 64, "Ingest.Usage", "written twice" },
    { { "make-proxy", NOISE, "-o", OUT }, 69, "Ingest.UnsupportedType", "cannot" },
    { { "make-proxy", CUT, "-o", OUT }, 65, "Ingest.MalformedImage", "" },
    { { "make-proxy", "/nonexistent", "-o", OUT }, 74, "Ingest.Io", "No such file" },
    { { "make-proxy", "/dev/null", "-o", OUT }, 74, "Ingest.Io", "regular file" },
    { { "make-proxy", SMALL, "-o", "/nonexistent/x" }, 74, "Ingest.Io", "/nonexistent" },
    { { "make-proxy", SMALL, "--profile", "compress", "-o", "/nonexistent/x/" },
      74,
      "Ingest.Io",
      "cannot make" },
    { { "run-imageinfo", "-o", OUT }, 64, "Ingest.Usage", "no file given" },
    { { "run-imageinfo", SMALL, "-o" }, 64, "Ingest.Usage", "-o expects one file" },
    { { "run-imageinfo", SMALL, "-o", OUT, "-o", OUT }, 64, "Ingest.Usage", "one file" },
    { { "run-imageinfo", SMALL, SECOND, "-o", OUT }, 64, "Ingest.Usage", "2 are given" },
    { { "run-imageinfo", "-x", SMALL }, 64, "Ingest.Usage", "'-x'" },
    { { "run-imageinfo", NOISE }, 69, "Ingest.UnsupportedType", "expected.json" },
    { { "run-imageinfo", "/dev/zero" }, 74, "Ingest.Io", "/dev/zero" },
    { { "run-imageinfo", SMALL, "-o", "/nonexistent/x" }, 74, "Ingest.Io", "/nonexistent" },
    { { "update-ingest-table", SMALL }, 64, "Ingest.Usage", "unknown argument" },
};

static void what_is_wrong_is_named_and_nothing_is_written(void **state)
{
    CLEANUP(mem_freep) char *out = resolve(OUT);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
        CLEANUP(json_releasep) struct json_object *line = NULL;
        struct program program;

        run(refusals[i].words, (struct span){ NULL, 0 }, NULL, &program);
        print_message("case: %s %s\n", refusals[i].words[0], refusals[i].cause);
        line = last_line(&program);
        assert_int_equal(program.status, refusals[i].status);
        assert_string_equal(json_to_str(json_member(line, "error")), refusals[i].error);
        assert_non_null(strstr(json_to_str(json_member(line, "cause")), refusals[i].cause));
        assert_int_equal(program.out.len, 0);
        assert_int_not_equal(access(out, F_OK), 0);
        program_release(&program);
    }
}

static void wrong_settings_stop_the_start(void **state)
{
    static const struct {
        const char *variable, *cause;
    } cases[] = {
        { "INGEST_MAX_PIXLES=5", "INGEST_MAX_PIXLES" },
        { "INGEST_MAX_PIXELS=0", "INGEST_MAX_PIXELS" },
        { "INGEST_MAX_DECODE_SECONDS=soon", "INGEST_MAX_DECODE_SECONDS" },
        { "INGEST_LOG_LEVEL=loud", "INGEST_LOG_LEVEL" },
    };
    static const char *const words[] = { "make-proxy", SMALL, "-o", OUT, NULL };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(json_releasep) struct json_object *line = NULL;
        struct program program;

        print_message("case: %s\n", cases[i].variable);
        run(words, (struct span){ NULL, 0 }, cases[i].variable, &program);
        line = last_line(&program);
        assert_int_equal(program.status, 64);
        assert_non_null(strstr(json_to_str(json_member(line, "cause")), cases[i].cause));
        program_release(&program);
    }
}

static void limits_are_named_with_their_setting(void **state)
{
    static const struct {
        const char *variable, *input;
        int status;
    } cases[] = {
        { "INGEST_MAX_PIXELS=100", SMALL, 66 },
        { "INGEST_MAX_SOURCE_BYTES=100", SMALL, 66 },
        { "INGEST_MAX_SOURCE_BYTES=1000000", SMALL, 0 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *words[] = { "make-proxy", cases[i].input, "-o", OUT, NULL };
        struct program program;

        print_message("case: %s\n", cases[i].variable);
        run(words, (struct span){ NULL, 0 }, cases[i].variable, &program);
        assert_int_equal(program.status, cases[i].status);
        if (cases[i].status != 0) {
            char name[64];

            snprintf(name, sizeof name, "%.*s", (int)strcspn(cases[i].variable, "="),
                     cases[i].variable);
            assert_non_null(strstr(buf_cstr(&program.errors), name));
        }
        program_release(&program);
    }
}

static void a_profile_goes_into_a_folder(void **state)
{
    static const char *const words[] = { "make-proxy",  PHOTO, SECOND,  "--profile",
                                         "media2cloud", "-o",  OUT "/", NULL };
    CLEANUP(mem_freep) char *second = resolve(OUT "/rgb24_thumbnail.jpg");
    CLEANUP(json_releasep) struct json_object *summary = NULL;
    struct json_object *made;
    struct program program;
    struct stat st;
    char *end;

    (void)state;
    run(words, (struct span){ NULL, 0 }, NULL, &program);
    assert_int_equal(program.status, 0);
    assert_int_equal(program.errors.len, 0);
    end = strchr(buf_cstr(&program.out), '\n');
    assert_non_null(end);
    program.out.len = (size_t)(end - (char *)program.out.data);
    summary = parse(&program.out);
    assert_string_equal(json_to_str(json_member(summary, "source")), PHOTO);
    made = json_at(json_member(summary, "renditions"), 1);
    assert_string_equal(json_to_str(json_member(made, "name")), "thumbnail");
    assert_int_equal(json_to_i64(json_member(made, "width")), 360);
    assert_int_equal(json_to_i64(json_member(made, "height")), 270);
    assert_int_equal(stat(json_to_str(json_member(made, "file")), &st), 0);
    assert_int_equal(st.st_size, json_to_i64(json_member(made, "bytes")));
    assert_int_equal(stat(second, &st), 0);
    program_release(&program);
}

static void one_that_fails_leaves_the_others(void **state)
{
    static const char *const words[] = { "make-proxy", CUT,  SMALL,   NOISE, "--profile",
                                         "compress",   "-o", OUT "/", NULL };
    static const char *const info[] = {
        "run-imageinfo", NOISE, SMALL, "/nonexistent", SECOND, NULL
    };
    CLEANUP(json_releasep) struct json_object *list = NULL;
    struct program program;

    (void)state;
    run(words, (struct span){ NULL, 0 }, NULL, &program);
    assert_int_equal(program.status, 69); /* the last failure's */
    assert_non_null(strstr(buf_cstr(&program.errors), "Ingest.MalformedImage"));
    assert_non_null(strstr(buf_cstr(&program.out), "resized-rgb8.png"));
    program_release(&program);
    run(info, (struct span){ NULL, 0 }, NULL, &program);
    assert_int_equal(program.status, 74);
    list = parse(&program.out);
    assert_int_equal(json_length(list), 2);
    assert_string_equal(json_to_str(json_member(json_at(list, 1), "FileType")), "");
    assert_string_equal(json_to_str(json_member(json_at(list, 1), "SourceFile")), SECOND);
    program_release(&program);
}

static void metadata_flat_grouped_and_into_a_file(void **state)
{
    static const char *const grouped[] = { "run-imageinfo", "-G", "--", PHOTO, NULL };
    static const char *const stored[] = { "run-imageinfo", PHOTO, "-o", OUT "/info.json", NULL };
    CLEANUP(mem_freep) char *path = resolve(OUT "/info.json");
    CLEANUP(json_releasep) struct json_object *groups = NULL, *flat = NULL;
    struct program program;

    (void)state;
    run(grouped, (struct span){ NULL, 0 }, NULL, &program);
    assert_int_equal(program.status, 0);
    groups = parse(&program.out);
    assert_string_equal(json_to_str(json_member(json_at(groups, 0), "EXIF:IFD0:Model")),
                        "iPhone 5");
    program_release(&program);
    run(stored, (struct span){ NULL, 0 }, NULL, &program);
    assert_int_equal(program.status, 0);
    assert_int_equal(program.out.len, 0);
    flat = read_json(path);
    assert_string_equal(json_to_str(json_member(flat, "Model")), "iPhone 5");
    program_release(&program);
}

static void standard_input_may_be_a_pipe(void **state)
{
    static const char *const info[] = { "run-imageinfo", "-", NULL };
    static const char *const proxy[] = { "make-proxy", "-",          "--rendition", "thumbnail",
                                         "-o",         OUT "/t.jpg", NULL };
    CLEANUP(buf_release) struct buf photo = read_whole(SMALL);
    CLEANUP(json_releasep) struct json_object *list = NULL;
    CLEANUP(mem_freep) char *path = resolve(OUT "/t.jpg");
    struct program program;

    (void)state;
    run(info, buf_span(&photo), NULL, &program);
    assert_int_equal(program.status, 0);
    list = parse(&program.out);
    assert_string_equal(json_to_str(json_member(json_at(list, 0), "SourceFile")), "-");
    assert_string_equal(json_to_str(json_member(json_at(list, 0), "MIMEType")), "image/png");
    program_release(&program);
    run(proxy, buf_span(&photo), NULL, &program);
    assert_int_equal(program.status, 0);
    assert_int_equal(access(path, R_OK), 0);
    program_release(&program);
}

static void profiles_of_ones_own(void **state)
{
    static const struct {
        const char *label, *profile;
        int status;
        const char *says; /* in standard output or standard error */
    } cases[] = {
        { "webp",
          "{\"name\":\"m\",\"renditions\":[{\"name\":\"a\",\"key\":\"{stem}-a.webp\","
          "\"format\":\"webp\",\"width\":10}]}",
          0, "image/webp" },
        { "a name for a key", "{\"name\":\"m\",\"renditions\":[{\"name\":\"a\",\"key\":\"a\"}]}", 0,
          "/OUT/a\"" },
        { "a mark that is a file",
          "{\"name\":\"m\",\"renditions\":[{\"name\":\"a\",\"key\":\"m\",\"mark\":{\"image\":"
          "\"" SMALL "\",\"gravity\":\"center\"}}]}",
          0, "/OUT/m\"" },
        { "a mark that is missing",
          "{\"name\":\"m\",\"renditions\":[{\"name\":\"a\",\"key\":\"m\",\"mark\":{\"image\":"
          "\"/nonexistent\",\"gravity\":\"center\"}}]}",
          74, "/nonexistent" },
        { "a key that ends in no name",
          "{\"name\":\"m\",\"renditions\":[{\"name\":\"a\",\"key\":\"x/\"}]}", 64, "no name" },
        { "a member of another name",
          "{\"name\":\"m\",\"renditions\":[{\"name\":\"a\",\"key\":\"x\",\"widht\":1}]}", 64,
          "widht" },
        { "an optional one that is too large is a warning",
          "{\"name\":\"m\",\"renditions\":[{\"name\":\"a\",\"key\":\"a\"},{\"name\":\"b\",\"key\":"
          "\"b\",\"optional\":true,\"format\":\"webp\",\"width\":20000,"
          "\"height\":9,\"fit\":\"fill\"}]}",
          0, "rendition 'b'" },
        { "and another one fails the file",
          "{\"name\":\"m\",\"renditions\":[{\"name\":\"b\",\"key\":\"b2\",\"format\":\"webp\","
          "\"width\":20000,"
          "\"height\":9,\"fit\":\"fill\"}]}",
          66, "rendition 'b'" },
    };
    CLEANUP(mem_freep) char *path = resolve("OUT-profile.json");

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *words[] = { "make-proxy", SMALL,   "--profile", "OUT-profile.json",
                                "-o",         OUT "/", NULL };
        struct program program;

        print_message("case: %s\n", cases[i].label);
        write_whole(path, span_str(cases[i].profile));
        run(words, (struct span){ NULL, 0 }, NULL, &program);
        if (program.status != cases[i].status) {
            fail_msg("%d: %s", program.status, buf_cstr(&program.errors));
        }
        assert_true(strstr(buf_cstr(&program.errors), cases[i].says) != NULL ||
                    strstr(buf_cstr(&program.out), cases[i].says) != NULL);
        program_release(&program);
    }
}

static void every_program_tells_of_itself(void **state)
{
    static const char *const names[] = { "run-imageinfo", "make-proxy", "update-ingest-table" };
    static const char *const questions[] = { "--help", "-h", "--version" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names) * ARRAY_LEN(questions); i++) {
        const char *words[] = { names[i / 3], questions[i % 3], NULL };
        struct program program;
        unsigned lines = 0;

        run(words, (struct span){ NULL, 0 }, NULL, &program);
        assert_int_equal(program.status, 0);
        assert_int_equal(program.errors.len, 0);
        assert_int_equal(strncmp(buf_cstr(&program.out), words[0], strlen(words[0])), 0);
        for (size_t k = 0; k < program.out.len; k++) {
            lines += program.out.data[k] == '\n';
        }
        assert_true(lines < 60);
        program_release(&program);
    }
}

static int make_files(void **state)
{
    CLEANUP(buf_release) struct buf bytes = read_whole(SMALL);
    CLEANUP(mem_freep) char *path = NULL;

    (void)state;
    assert_non_null(mkdtemp(folder));
    path = resolve(CUT);
    write_whole(path, (struct span){ bytes.data, 40 });
    return 0;
}

static int remove_files(void **state)
{
    (void)state;
    return remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_is_named_and_nothing_is_written),
        cmocka_unit_test(wrong_settings_stop_the_start),
        cmocka_unit_test(a_profile_goes_into_a_folder),
        cmocka_unit_test(one_that_fails_leaves_the_others),
        cmocka_unit_test(metadata_flat_grouped_and_into_a_file),
        cmocka_unit_test(standard_input_may_be_a_pipe),
        cmocka_unit_test(profiles_of_ones_own),
        cmocka_unit_test(limits_are_named_with_their_setting),
        cmocka_unit_test(every_program_tells_of_itself),
    };

    return cmocka_run_group_tests(tests, make_files, remove_files);
}
