/* recipe/rendition: presets, every field's range, and the path in each refusal. */
#include "lib/unit.h"

#include "recipe/field.h"
#include "recipe/rendition.h"

static int parse(const char *text, struct rendition *out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *json = NULL;

    TRY(json_parse(span_str(text), &json, err));
    return rendition_parse(json, "renditions[2]", out, err);
}

static void presets_stand_where_nothing_is_said(void **state)
{
    CLEANUP(rendition_release) struct rendition r = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(parse("{\"name\":\"a\",\"key\":\"{key}\"}", &r, &err), 0);
    assert_string_equal(r.name, "a");
    assert_string_equal(r.key, "{key}");
    assert_int_equal(r.width_px, 0);
    assert_int_equal(r.fit, FIT_INSIDE);
    assert_int_equal(r.quality, 80);
    assert_int_equal(r.effort, -1);
    assert_int_equal(r.format, FORMAT_SAME);
    assert_int_equal(r.background.red, 255);
    assert_true(r.gravity.kind == GRAVITY_POINT && r.gravity.x == 0.5 && r.gravity.y == 0.5);
    assert_true(!r.enlarge && !r.progressive && !r.optimize && r.max_bytes == 0);
}

static void every_field_is_read(void **state)
{
    CLEANUP(rendition_release) struct rendition r = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(
        parse("{\"name\":\"a\",\"key\":\"b\",\"width\":800,\"height\":600.0,\"fit\":\"cover\","
              "\"enlarge\":true,\"gravity\":{\"x\":0.25,\"y\":1},\"background\":\"#0a0\","
              "\"format\":\"webp\",\"quality\":70,\"subsampling\":\"4:4:4\",\"progressive\":true,"
              "\"optimize\":true,\"lossless\":true,\"effort\":4,\"maxBytes\":5000000,"
              "\"keep\":\"copyright\",\"cacheControl\":\"max-age=60\","
              "\"mark\":[{\"text\":\"W\",\"x\":10,\"y\":12,\"color\":\"#11223344\","
              "\"shadow\":{\"x\":2}},{\"image\":\"logo.png\",\"gravity\":\"southeast\","
              "\"offset\":{\"x\":5,\"y\":6},\"opacity\":0.5,\"size\":0.1,\"tile\":true}]}",
              &r, &err),
        0);
    assert_int_equal(r.height_px, 600);
    assert_int_equal(r.fit, FIT_COVER);
    assert_true(r.gravity.x == 0.25 && r.gravity.y == 1);
    assert_true(r.background.red == 0 && r.background.green == 0xaa && r.background.alpha == 255);
    assert_int_equal(r.format, FORMAT_WEBP);
    assert_int_equal(r.subsampling, SUBSAMPLING_444);
    assert_int_equal(r.max_bytes, 5000000);
    assert_int_equal(r.keep, KEEP_COPYRIGHT);
    assert_string_equal(r.cache_control, "max-age=60");
    assert_int_equal(r.n_marks, 2);
    assert_true(r.marks[0].size == 11 && r.marks[0].colour.alpha == 0x44);
    assert_true(r.marks[0].shadow.alpha == 255 && r.marks[0].shadow_x_px == 2);
    assert_true(r.marks[0].shadow_y_px == 1);
    assert_true(r.marks[1].placed_by_gravity && r.marks[1].x_px == 5 && r.marks[1].gravity.x == 1);
    assert_true(r.marks[1].tile && r.marks[1].opacity == 0.5);
}

static void fill_to_an_exact_size_enlarges(void **state)
{
    CLEANUP(rendition_release) struct rendition r = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(parse("{\"name\":\"a\",\"key\":\"b\",\"width\":8,\"height\":6,"
                           "\"fit\":\"fill\"}",
                           &r, &err),
                     0);
    assert_true(r.enlarge);
}

static void refusals_name_the_field(void **state)
{
    static const struct {
        const char *members, *message;
    } cases[] = {
        { "\"width\":0", "renditions[2].width: 1..65500 expected" },
        { "\"width\":65501", "renditions[2].width: 1..65500 expected" },
        { "\"width\":1.5", "renditions[2].width: 1..65500 expected" },
        { "\"width\":\"10\"", "renditions[2].width: 1..65500 expected" },
        { "\"width\":null", "renditions[2].width: 1..65500 expected" },
        { "\"widht\":10", "renditions[2].widht: unknown member" },
        { "\"fit\":\"Cover\"",
          "renditions[2].fit: one of inside cover contain fill outside expected" },
        { "\"quality\":101", "renditions[2].quality: 1..100 expected" },
        { "\"enlarge\":1", "renditions[2].enlarge: true or false expected" },
        { "\"background\":\"white\"",
          "renditions[2].background: colour as #rgb, #rrggbb or #rrggbbaa expected" },
        { "\"background\":\"#12345g\"",
          "renditions[2].background: colour as #rgb, #rrggbb or #rrggbbaa expected" },
        { "\"gravity\":{\"x\":2,\"y\":0}", "renditions[2].gravity.x: a number in 0..1 expected" },
        { "\"gravity\":{\"x\":0}", "renditions[2].gravity.y: missing" },
        { "\"mark\":{}", "renditions[2].mark: text or image expected, one of them" },
        { "\"mark\":[{\"text\":\"a\",\"gravity\":\"entropy\"}]",
          "renditions[2].mark[0].gravity: center, a compass point or {x, y} expected" },
        { "\"mark\":{\"text\":\"a\",\"offset\":{\"x\":1,\"y\":1}}",
          "renditions[2].mark: x and y, or gravity and offset expected" },
        { "\"mark\":{\"image\":\"a\",\"size\":2}",
          "renditions[2].mark.size: a number in 0.001..1 expected" },
        { "\"mark\":[]", "renditions[2].mark: 1 to 8 marks expected" },
        { "\"cacheControl\":\"a\\r\\nb\"", "renditions[2].cacheControl: printable ASCII expected" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(rendition_release) struct rendition r = { 0 };
        char text[256];
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].members);
        snprintf(text, sizeof text, "{\"name\":\"a\",\"key\":\"b\",%s}", cases[i].members);
        assert_int_equal(parse(text, &r, &err), -1);
        assert_string_equal(err.message, cases[i].message);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_null(r.json);
    }
}

static void name_and_key_are_required(void **state)
{
    CLEANUP(rendition_release) struct rendition r = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(parse("{\"key\":\"b\"}", &r, &err), -1);
    assert_string_equal(err.message, "renditions[2].name: missing");
    assert_int_equal(parse("{\"name\":\"b\"}", &r, &err), -1);
    assert_string_equal(err.message, "renditions[2].key: missing");
    assert_int_equal(parse("[]", &r, &err), -1);
    assert_string_equal(err.message, "renditions[2]: object expected");
}

static void every_row_of_the_table_is_documented(void **state)
{
    const struct field *field;

    (void)state;
    for (size_t i = 0; (field = rendition_field(i)) != NULL; i++) {
        print_message("field: %s\n", field->name);
        assert_non_null(field->help);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presets_stand_where_nothing_is_said),
        cmocka_unit_test(every_field_is_read),
        cmocka_unit_test(fill_to_an_exact_size_enlarges),
        cmocka_unit_test(refusals_name_the_field),
        cmocka_unit_test(name_and_key_are_required),
        cmocka_unit_test(every_row_of_the_table_is_documented),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
