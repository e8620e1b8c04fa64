/* base/library: a library is there with all functions that are asked for, or not at all. */
#include "lib/unit.h"

#include "base/library.h"

static double (*cosine)(double);
static void *missing;

static void functions_are_found_by_name(void **state)
{
    const struct library_function functions[] = { { "cos", &cosine } };

    (void)state;
    assert_true(library_load("libm.so.6", functions, ARRAY_LEN(functions)));
    assert_true(cosine(0) == 1);
}

static void a_library_or_a_function_that_is_not_there_is_told(void **state)
{
    const struct library_function functions[] = { { "cos", &cosine },
                                                  { "no_such_function_of_it", &missing } };

    (void)state;
    assert_false(library_load("libm.so.6", functions, ARRAY_LEN(functions)));
    assert_false(library_load("libno-such-library.so.9", functions, 1));
    assert_null(missing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(functions_are_found_by_name),
        cmocka_unit_test(a_library_or_a_function_that_is_not_there_is_told),
    };

    return cmocka_run_group_tests_name("library", tests, NULL, NULL);
}
