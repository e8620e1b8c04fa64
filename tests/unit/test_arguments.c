/* task/arguments: the words of a run on files, in any order; what is refused says which word. */
#include "lib/unit.h"

#include "task/arguments.h"

#define MAX_WORDS 8

struct words {
    const char *output, *inputs[MAX_WORDS];
    size_t n_inputs;
    bool grouped;
};

static int parse(const char *const words[MAX_WORDS], struct words *out, struct err *err)
{
    const struct option options[] = {
        { "-o", &out->output, "one file", NULL },
        { "-G", NULL, NULL, &out->grouped },
    };
    char *argv[MAX_WORDS + 1] = { (char *)(uintptr_t) "program" };
    int argc = 1;

    for (; argc <= MAX_WORDS && words[argc - 1] != NULL; argc++) {
        argv[argc] = (char *)(uintptr_t)words[argc - 1];
    }
    *out = (struct words){ 0 };
    return arguments_parse(argc, argv, options, ARRAY_LEN(options), out->inputs, &out->n_inputs,
                           err);
}

static void options_and_inputs_come_in_any_order(void **state)
{
    static const struct {
        const char *words[MAX_WORDS];
        size_t n_inputs;
        const char *last, *output;
        bool grouped;
    } cases[] = {
        { { "a" }, 1, "a", NULL, false },
        { { "a", "-o", "b", "c" }, 2, "c", "b", false },
        { { "-G", "a", "-G" }, 1, "a", NULL, true },
        { { "-", "-o", "-" }, 1, "-", "-", false },
        { { "-o", "-G", "a" }, 1, "a", "-G", false },
        { { "--", "-o", "--" }, 2, "--", NULL, false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct words got;
        struct err err;

        assert_int_equal(parse(cases[i].words, &got, &err), 0);
        assert_int_equal(got.n_inputs, cases[i].n_inputs);
        assert_string_equal(got.inputs[got.n_inputs - 1], cases[i].last);
        assert_string_equal(got.output != NULL ? got.output : "",
                            cases[i].output != NULL ? cases[i].output : "");
        assert_int_equal(got.grouped, cases[i].grouped);
    }
}

static void what_is_wrong_is_named(void **state)
{
    static const struct {
        const char *words[MAX_WORDS], *message;
    } cases[] = {
        { { NULL }, "no file given" },
        { { "-G" }, "no file given" },
        { { "a", "-o" }, "-o expects one file" },
        { { "a", "-o", "b", "-o", "c" }, "-o expects one file" },
        { { "a", "-x" }, "unknown option '-x'" },
        { { "a", "--output=b" }, "unknown option '--output=b'" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct words got;
        struct err err;

        assert_int_equal(parse(cases[i].words, &got, &err), -1);
        assert_int_equal(err.kind, ERR_USAGE);
        assert_string_equal(err.message, cases[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_and_inputs_come_in_any_order),
        cmocka_unit_test(what_is_wrong_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
