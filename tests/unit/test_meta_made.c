/*
 * meta: files made for this (tests/tools/make_meta_files.py), a maker's note or a block each, with
 * more kinds of values than photos at hand have. answers.json holds what ExifTool prints for them;
 * where it and its later documentation differ, nothing.
 */
#include "lib/unit.h"

#include "lib/answers.h"
#include "lib/meta_tags.h"
#include "lib/samples.h"

static unsigned count_wrong(const char *name, struct json_object *want, struct json_object *got)
{
    unsigned wrong = 0;

    for (struct json_iter it = json_iter(want); json_next(&it);) {
        if (!is_right(it.value, json_member(got, it.name))) {
            CLEANUP(buf_release) struct buf text = BUF_INIT(1u << 16);

            add_value(&text, it.value);
            buf_add_str(&text, " expected, got: ");
            if (json_member(got, it.name) != NULL) {
                add_value(&text, json_member(got, it.name));
            }
            print_message("%s: %s: %s\n", name, it.name, buf_cstr(&text));
            wrong++;
        }
    }
    return wrong;
}

static void made_files_print_what_the_reference_prints(void **state)
{
    CLEANUP(json_releasep) struct json_object *answers = read_json(TEST_DATA "/made/answers.json");
    unsigned wrong = 0, files = 0;

    (void)state;
    for (struct json_iter it = json_iter(answers); json_next(&it); files++) {
        CLEANUP(mem_freep) char *path = mem_printf("%s/made/%s", TEST_DATA, it.name);
        CLEANUP(buf_release) struct buf bytes = read_whole(path);
        CLEANUP(json_releasep) struct json_object *got = object_flat(buf_span(&bytes));

        if (got == NULL) {
            fail_msg("%s is refused", it.name);
        }
        assert_true(json_length(it.value) > 0);
        wrong += count_wrong(it.name, it.value, got);
    }
    assert_true(files > 10);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(made_files_print_what_the_reference_prints),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
