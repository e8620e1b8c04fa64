/* recipe/template: parts of keys, hostile keys, and the limit of 1,024 bytes. */
#include "lib/unit.h"

#include "base/text.h"
#include "recipe/template.h"

static struct key_parts parts_of(const char *key)
{
    return (struct key_parts){ .prefix = "p/q", .key = key, .uuid = "U", .etag = "E" };
}

struct expansion {
    const char *key, *template, *want;
};

static void assert_expands(const struct expansion *expansion)
{
    struct key_parts parts = parts_of(expansion->key);
    char out[KEY_MAX_BYTES + 1];
    struct err err;

    print_message("case: %s of %s\n", expansion->template, expansion->key);
    assert_int_equal(template_check(expansion->template, "key", &err), 0);
    assert_int_equal(template_expand(expansion->template, &parts, out, &err), 0);
    assert_string_equal(out, expansion->want);
}

static void parts_of_a_key(void **state)
{
    static const struct expansion cases[] = {
        { "in/a b+c%20d \xc3\xa9/../x.JPG", "{prefix}/transcode/proxy/{stem}.jpg",
          "p/q/transcode/proxy/x.jpg" },
        { "in/a b+c%20d \xc3\xa9/../x.JPG", "{key}", "in/a b+c%20d \xc3\xa9/../x.JPG" },
        { "in/a.tar.gz", "{dir}|{basename}|{stem}|{ext}", "in|a.tar.gz|a.tar|gz" },
        { "noext", "{stem}.{ext}", "noext." },
        { ".hidden", "{stem}", ".hidden" },
        { "a/", "{prefix}/{stem}/x", "p/q/x" },
        { "//a.jpg", "{dir}", "/" },
        { "a.jpg", "{prefix}/{dir}/{basename}", "p/q/a.jpg" },
        { "a.jpg", "resized-{basename}", "resized-a.jpg" },
        { "a.jpg", "{uuid}-{etag}", "U-E" },
        { "{uuid}.jpg", "{prefix}/{basename}", "p/q/{uuid}.jpg" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_expands(&cases[i]);
    }
}

static void hostile_keys_stay_inside_the_prefix(void **state)
{
    static const struct expansion cases[] = {
        { "../../etc/x", "{prefix}/{key}", "p/q/%2E%2E/%2E%2E/etc/x" },
        { "a/../../x", "{prefix}/{key}", "p/q/a/../%2E%2E/x" },
        { "a/...", "{prefix}/{stem}/x", "p/q/%2E%2E/x" },
        { "/etc/x", "{prefix}/{key}", "p/q//etc/x" },
        { "./x", "{prefix}/{key}", "p/q/./x" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_expands(&cases[i]);
    }
}

static void a_prefix_made_of_a_key_has_no_dot_segments(void **state)
{
    struct key_parts parts = parts_of("a/...");
    char out[KEY_MAX_BYTES + 1];
    struct err err;

    (void)state;
    assert_int_equal(template_expand_prefix("{uuid}/{stem}", &parts, out, &err), 0);
    assert_string_equal(out, "U/%2E%2E");
    parts.key = "a/..";
    assert_int_equal(template_expand_prefix("{uuid}/{stem}", &parts, out, &err), 0);
    assert_string_equal(out, "U/%2E");
}

static void long_keys_are_cut_and_marked(void **state)
{
    char key[KEY_MAX_BYTES + 1] = "", other[KEY_MAX_BYTES + 1], out[KEY_MAX_BYTES + 1],
                             again[KEY_MAX_BYTES + 1];
    struct key_parts parts = parts_of(key);
    struct err err;

    (void)state;
    for (size_t i = 0; i < KEY_MAX_BYTES - 4; i += 2) {
        memcpy(key + i, "\xc3\xa9", 2);
    }
    memcpy(key + KEY_MAX_BYTES - 4, ".jpg", 5);
    assert_int_equal(template_expand("{prefix}/{uuid}/{basename}", &parts, out, &err), 0);
    assert_true(strlen(out) <= KEY_MAX_BYTES);
    assert_true(text_is_utf8(span_str(out)));
    assert_true(text_ends_nocase(out, ".jpg"));
    memcpy(other, key, sizeof key);
    memcpy(other + KEY_MAX_BYTES - 6, "\xc3\xa8", 2);
    parts.key = other;
    assert_int_equal(template_expand("{prefix}/{uuid}/{basename}", &parts, again, &err), 0);
    assert_string_not_equal(out, again);
    assert_int_equal(template_expand_prefix("{uuid}/{stem}", &parts, again, &err), 0);
    assert_true(strlen(again) <= 512);
}

static void bad_templates_are_refused(void **state)
{
    static const char *const bad[] = { "", "{", "}", "{nokey}", "{key", "a}b", "{{key}}", "{}" };
    char long_text[600];
    struct err err;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        print_message("case: %s\n", bad[i]);
        assert_int_equal(template_check(bad[i], "renditions[0].key", &err), -1);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_int_equal(strncmp(err.message, "renditions[0].key: ", 19), 0);
    }
    memset(long_text, 'a', sizeof long_text);
    long_text[512] = '\0';
    assert_int_equal(template_check(long_text, "key", &err), 0);
    long_text[512] = 'a';
    long_text[513] = '\0';
    assert_int_equal(template_check(long_text, "key", &err), -1);
}

static void an_empty_key_is_an_error(void **state)
{
    struct key_parts parts = parts_of("a/");
    char out[KEY_MAX_BYTES + 1];
    struct err err;

    (void)state;
    assert_int_equal(template_expand("{basename}", &parts, out, &err), -1);
    assert_string_equal(err.message, "key template '{basename}' gives an empty key");
    assert_int_equal(template_expand_prefix("{stem}", &parts, out, &err), -1);
    assert_int_equal(template_expand_value("{basename}", &parts, out, &err), 0);
    assert_string_equal(out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_of_a_key),
        cmocka_unit_test(hostile_keys_stay_inside_the_prefix),
        cmocka_unit_test(a_prefix_made_of_a_key_has_no_dot_segments),
        cmocka_unit_test(long_keys_are_cut_and_marked),
        cmocka_unit_test(bad_templates_are_refused),
        cmocka_unit_test(an_empty_key_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
