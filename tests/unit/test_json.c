/* base/json: what is refused, where a getter says its path, what is written. */
#include "lib/unit.h"

#include "base/json.h"

static int parse(const char *text, struct json_object **out)
{
    struct err err;

    return json_parse(span_str(text), out, &err);
}

static void takes_each_kind_of_value(void **state)
{
    static const char *const texts[] = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-1.5e3",
        "true",
        "null ",
        " {\"a\":[1,{\"b\":null}]}\n",
        "\"\\u00e9\\ud83d\\ude00\"",
        "\"\\\\u0000\"",
        "12",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct json_object *root;

        print_message("case: %s\n", texts[i]);
        assert_int_equal(parse(texts[i], &root), 0);
        json_release(root);
    }
}

static void refuses_what_is_not_json(void **state)
{
    static const struct {
        const char *label, *text;
    } cases[] = {
        { "empty", "" },
        { "blank", "  " },
        { "cut short", "{\"a\":" },
        { "two values", "{} {}" },
        { "trailing comma", "[1,]" },
        { "single quotes", "{'a':1}" },
        { "comment", "/* a */ {}" },
        { "NaN", "NaN" },
        { "Infinity", "[Infinity]" },
        { "leading zero", "[01]" },
        { "NUL in a string", "\"a\\u0000b\"" },
        { "lone high surrogate", "\"\\ud800\"" },
        { "lone low surrogate", "\"\\udc00x\"" },
        { "high surrogate twice", "\"\\ud800\\ud800\"" },
        { "not UTF-8", "\"\xff\"" },
        { "overlong form", "\"\xc0\x80\"" },
        { "control character", "\"a\nb\"" },
        { "cut escape", "\"\\u12\"" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *root;
        struct err err;

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(json_parse(span_str(cases[i].text), &root, &err), -1);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_null(root);
    }
}

/* What is merely handed on must not be changed. */
static void numbers_of_any_size_are_kept_as_they_stand(void **state)
{
    static const char *const texts[] = {
        "[99999999999999999999999,-9223372036854775809,18446744073709551615]",
        "{\"12345678901234567890\":{\"a\":\"\\\"-12345678901234567890\"}}",
        "[1.10,1e400,0.1000000000000000055511151231257827,1e0,[-99999999999999999999]]",
        "123456789012345678901234567890",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        CLEANUP(buf_release) struct buf out = BUF_INIT(1000);
        CLEANUP(json_releasep) struct json_object *root = NULL;
        CLEANUP(json_releasep) struct json_object *copy = NULL;

        print_message("case: %s\n", texts[i]);
        assert_int_equal(parse(texts[i], &root), 0);
        copy = json_copy(root);
        json_write(copy, &out);
        assert_string_equal(buf_cstr(&out), texts[i]);
    }
}

static void depth_is_capped(void **state)
{
    char text[2 * JSON_MAX_DEPTH + 8];
    struct json_object *root;

    (void)state;
    for (size_t depth = JSON_MAX_DEPTH; depth <= JSON_MAX_DEPTH + 2; depth++) {
        memset(text, '[', depth);
        memset(text + depth, ']', depth);
        text[2 * depth] = '\0';
        print_message("depth %zu\n", depth);
        assert_int_equal(parse(text, &root), depth <= JSON_MAX_DEPTH ? 0 : -1);
        json_release(root);
    }
}

static void last_of_two_members_stands(void **state)
{
    struct json_object *root;

    (void)state;
    assert_int_equal(parse("{\"a\":1,\"a\":2}", &root), 0);
    assert_int_equal(json_to_i64(json_find(root, "a")), 2);
    json_release(root);
}

static void getters_say_the_path(void **state)
{
    static const struct {
        const char *path, *message;
    } cases[] = {
        { "input.destination.bucket", "input.destination.bucket: string expected" },
        { "input.list[1]", "input.list[1]: string expected" },
        { "input.number", "input.number: string expected" },
        { "input.nothing", "input.nothing: string expected" },
    };
    CLEANUP(json_releasep) struct json_object *root = NULL;
    const char *text;
    struct err err;

    (void)state;
    assert_int_equal(
        parse("{\"input\":{\"list\":[\"a\",7],\"number\":3,\"nothing\":null,\"text\":\"t\"}}",
              &root),
        0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(json_get_str(root, cases[i].path, &text, &err), -1);
        assert_string_equal(err.message, cases[i].message);
        assert_int_equal(err.kind, ERR_INPUT);
    }
    assert_int_equal(json_get_str(root, "input.list[0]", &text, &err), 0);
    assert_string_equal(text, "a");
    text = "as it was";
    assert_int_equal(json_opt_str(root, "input.nothing", &text, &err), 0);
    assert_string_equal(text, "as it was");
    assert_int_equal(json_opt_str(root, "input.number", &text, &err), -1);
}

static void a_negative_number_is_no_count(void **state)
{
    CLEANUP(json_releasep) struct json_object *root = NULL;
    uint64_t value;
    struct err err;

    (void)state;
    assert_int_equal(parse("{\"n\":-1,\"m\":1.5,\"k\":18446744073709551615}", &root), 0);
    assert_int_equal(json_get_u64(root, "n", &value, &err), -1);
    assert_int_equal(json_get_u64(root, "m", &value, &err), -1);
    assert_string_equal(err.message, "m: whole number expected");
    assert_int_equal(json_get_u64(root, "k", &value, &err), 0);
    assert_true(value == UINT64_MAX);
}

static void writes_valid_text(void **state)
{
    CLEANUP(json_releasep) struct json_object *root = json_new_object();
    CLEANUP(buf_release) struct buf out = BUF_INIT(1000);

    (void)state;
    json_set_str(root, "url", "s3://b/k");
    json_set_str(root, "bad", "a\xff");
    json_set(root, "number", json_new_number_text("0.70"));
    json_set(root, "none", json_new_null());
    json_set_str(root, "url", "replaced");
    json_write(root, &out);
    assert_string_equal(buf_cstr(&out), "{\"url\":\"replaced\",\"bad\":\"a\xef\xbf\xbd\","
                                        "\"number\":0.70,\"none\":null}");
}

static void iterates_in_order(void **state)
{
    CLEANUP(json_releasep) struct json_object *root = NULL;
    char seen[8] = "";
    struct json_iter it;

    (void)state;
    assert_int_equal(parse("{\"z\":1,\"a\":2,\"m\":3}", &root), 0);
    for (it = json_iter(root); json_next(&it);) {
        strncat(seen, it.name, 1);
    }
    assert_string_equal(seen, "zam");
    it = json_iter(NULL);
    assert_false(json_next(&it));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_each_kind_of_value),
        cmocka_unit_test(refuses_what_is_not_json),
        cmocka_unit_test(numbers_of_any_size_are_kept_as_they_stand),
        cmocka_unit_test(depth_is_capped),
        cmocka_unit_test(last_of_two_members_stands),
        cmocka_unit_test(getters_say_the_path),
        cmocka_unit_test(a_negative_number_is_no_count),
        cmocka_unit_test(writes_valid_text),
        cmocka_unit_test(iterates_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
