/* sandbox/answer: what is believed of a decoder's JSON, and what is not. */
#include "lib/unit.h"

#include "sandbox/answer.h"

static void an_error_comes_back_as_it_was(void **state)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(4096);
    struct err err, why, wrote;

    (void)state;
    err_limit(&wrote, "INGEST_MAX_PIXELS", 10, 11, "image of %ux%u px", 11u, 1u);
    answer_write_error(&wrote, &text);
    assert_int_equal(answer_read_error(buf_span(&text), &why, &err), 0);
    assert_int_equal(why.kind, ERR_LIMIT);
    assert_string_equal(why.message, wrote.message);
    assert_string_equal(why.setting, "INGEST_MAX_PIXELS");
    assert_true(why.has_limit && why.limit == 10 && why.value == 11);
}

static void only_errors_of_an_image_are_believed(void **state)
{
    static const struct {
        const char *text;
        int want;
        enum err_kind kind;
        const char *setting;
    } cases[] = {
        { "{\"error\":\"Ingest.UnsupportedType\",\"message\":\"x\"}", 0, ERR_UNSUPPORTED, "" },
        { "{\"error\":\"Ingest.Transient\",\"message\":\"x\"}", 0, ERR_MALFORMED, "" },
        { "{\"error\":\"Ingest.Internal\",\"message\":\"x\"}", 0, ERR_MALFORMED, "" },
        { "{\"error\":\"Whatever\",\"message\":\"x\"}", 0, ERR_MALFORMED, "" },
        { "{\"error\":\"Ingest.LimitExceeded\",\"message\":\"x\",\"setting\":\"PATH\"}", 0,
          ERR_LIMIT, "" },
        { "{\"error\":\"Ingest.LimitExceeded\",\"message\":\"x\",\"limit\":-1}", -1, ERR_NONE,
          NULL },
        { "{\"error\":7,\"message\":\"x\"}", -1, ERR_NONE, NULL },
        { "{\"message\":\"x\"}", -1, ERR_NONE, NULL },
        { "[]", -1, ERR_NONE, NULL },
        { "", -1, ERR_NONE, NULL },
        { "{\"error\":\"Ingest.LimitExceeded\"", -1, ERR_NONE, NULL },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err why = { 0 }, err = { 0 };

        print_message("case: %s\n", cases[i].text);
        assert_int_equal(answer_read_error(span_str(cases[i].text), &why, &err), cases[i].want);
        if (cases[i].want == 0) {
            assert_int_equal(why.kind, cases[i].kind);
            assert_string_equal(why.setting, cases[i].setting);
        } else {
            assert_int_equal(err.kind, ERR_MALFORMED);
        }
    }
}

static void facts_must_be_of_what_arrived(void **state)
{
    static const struct {
        const char *text;
        int want;
    } cases[] = {
        { "{\"format\":\"jpeg\",\"contentType\":\"image/jpeg\",\"width\":1,\"height\":65500,"
          "\"bytes\":5}",
          0 },
        { "{\"format\":\"jpeg\",\"contentType\":\"image/png\",\"width\":1,\"height\":1,"
          "\"bytes\":5}",
          -1 },
        { "{\"format\":\"jpeg\",\"contentType\":\"text/html\",\"width\":1,\"height\":1,"
          "\"bytes\":5}",
          -1 },
        { "{\"format\":\"gif\",\"contentType\":\"image/gif\",\"width\":1,\"height\":1,"
          "\"bytes\":5}",
          -1 },
        { "{\"format\":\"png\",\"contentType\":\"image/png\",\"width\":0,\"height\":1,"
          "\"bytes\":5}",
          -1 },
        { "{\"format\":\"png\",\"contentType\":\"image/png\",\"width\":1,\"height\":65501,"
          "\"bytes\":5}",
          -1 },
        { "{\"format\":\"png\",\"contentType\":\"image/png\",\"width\":1,\"height\":1,"
          "\"bytes\":6}",
          -1 },
        { "{\"format\":\"png\",\"contentType\":\"image/png\",\"width\":1,\"height\":1,"
          "\"bytes\":5,\"key\":\"x\"}",
          -1 },
        { "{\"format\":\"png\",\"contentType\":\"image/png\",\"width\":\"1\",\"height\":1,"
          "\"bytes\":5}",
          -1 },
        { "null", -1 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *facts = NULL;
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].text);
        assert_int_equal(answer_read_facts(span_str(cases[i].text), 5, &facts, &err),
                         cases[i].want);
        assert_int_equal(err.kind, cases[i].want == 0 ? ERR_NONE : ERR_MALFORMED);
        json_release(facts);
    }
}

#define IMAGE(format, side)                                                                        \
    "\"image\":{\"format\":\"" format "\",\"contentType\":\"image/jpeg\",\"width\":" side          \
    ",\"height\":1,\"orientation\":1}"

static void a_render_result_has_its_shape(void **state)
{
    static const struct {
        const char *text;
        int want;
    } cases[] = {
        { "{" IMAGE("jpeg", "1") ",\"insight\":{},\"warnings\":[\"w\"]}", 0 },
        { "{" IMAGE("jp\\neg", "1") ",\"insight\":{},\"warnings\":[]}", -1 },
        { "{" IMAGE("jpeg", "70000") ",\"insight\":{},\"warnings\":[]}", -1 },
        { "{" IMAGE("jpeg", "1") ",\"insight\":[],\"warnings\":[]}", -1 },
        { "{" IMAGE("jpeg", "1") ",\"insight\":{},\"warnings\":[1]}", -1 },
        { "{" IMAGE("jpeg", "1") ",\"insight\":{},\"warnings\":[],\"uuid\":\"x\"}", -1 },
        { "{\"insight\":{},\"warnings\":[]}", -1 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *result = NULL;
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].text);
        assert_int_equal(answer_read_render(span_str(cases[i].text), &result, &err), cases[i].want);
        json_release(result);
    }
}

static void metadata_is_flat_and_its_source_is_ours_to_say(void **state)
{
    static const struct {
        const char *text;
        bool grouped;
        int want;
    } cases[] = {
        { "{\"imageinfo\":{\"SourceFile\":\"/etc/passwd\",\"ISO\":100},\"summary\":{}}", false, 0 },
        { "{\"imageinfo\":{},\"summary\":{},\"grouped\":{}}", true, 0 },
        { "{\"imageinfo\":{},\"summary\":{}}", true, -1 },
        { "{\"imageinfo\":{\"A\":{}},\"summary\":{}}", false, -1 },
        { "{\"imageinfo\":{\"A\":null},\"summary\":{}}", false, -1 },
        { "{\"imageinfo\":[],\"summary\":{}}", false, -1 },
        { "{\"imageinfo\":{}}", false, -1 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *result = NULL;
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].text);
        assert_int_equal(
            answer_read_meta(span_str(cases[i].text), "a.jpg", cases[i].grouped, &result, &err),
            cases[i].want);
        if (cases[i].want == 0) {
            assert_string_equal(json_to_str(json_find(result, "imageinfo.SourceFile")), "a.jpg");
        }
        json_release(result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_comes_back_as_it_was),
        cmocka_unit_test(only_errors_of_an_image_are_believed),
        cmocka_unit_test(facts_must_be_of_what_arrived),
        cmocka_unit_test(a_render_result_has_its_shape),
        cmocka_unit_test(metadata_is_flat_and_its_source_is_ours_to_say),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
