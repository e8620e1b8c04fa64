/* recipe/profile: the five compiled-in ones, refusals by path, what an object must be to match. */
#include "lib/unit.h"

#include "recipe/profile.h"

static void the_five_are_compiled_in_and_sound(void **state)
{
    static const char *const names[] = { "compress", "media2cloud", "metadata", "thumbnail",
                                         "watermark" };
    size_t n = 0;

    (void)state;
    for (; profile_builtin_name(n) != NULL; n++) {
        CLEANUP(profile_release) struct profile p = { 0 };
        struct err err = { 0 };

        print_message("profile: %s\n", profile_builtin_name(n));
        assert_true(n < ARRAY_LEN(names));
        assert_string_equal(profile_builtin_name(n), names[n]);
        if (profile_parse(span_str(profile_builtin(names[n])), &p, &err) != 0) {
            fail_msg("%s", err.message);
        }
        assert_string_equal(p.name, names[n]);
    }
    assert_int_equal(n, ARRAY_LEN(names));
}

static void refusals_name_the_member(void **state)
{
    static const struct {
        const char *profile, *message;
    } cases[] = {
        { "{\"renditions\":[]}", "name: missing" },
        { "{\"name\":\"a\"}", "renditions: missing" },
        { "{\"name\":\"a\",\"renditions\":[],\"recrod\":{}}", "recrod: unknown member" },
        { "{\"name\":\"a\",\"renditions\":[{\"name\":\"r\",\"key\":\"{x}\"}]}",
          "renditions[0].key: unknown part in '{x}': {prefix} {dir} {basename} {stem} {ext} {key} "
          "{uuid} {etag} expected" },
        { "{\"name\":\"a\",\"renditions\":[{\"name\":\"r\",\"key\":\"{stem}\"},"
          "{\"name\":\"s\",\"key\":\"{stem}\"}]}",
          "renditions[1].key: '{stem}' is that of rendition 'r' as well" },
        { "{\"name\":\"a\",\"renditions\":[],\"match\":{\"suffixes\":[\"jpg\"]}}",
          "match.suffixes[0]: suffix that begins with a dot expected" },
        { "{\"name\":\"a\",\"renditions\":[],\"imageinfo\":{}}", "imageinfo.key: missing" },
        { "{\"name\":\"a\",\"renditions\":[],\"record\":{\"set\":{\"a\":1}}}",
          "record.key: missing" },
        { "{\"name\":\"a\",\"renditions\":[],\"record\":{\"key\":{\"a\":\"$.x..y\"}}}",
          "record.key.a: path as $.name.name[0] expected" },
        { "{\"name\":\"a\",\"renditions\":[],\"record\":{\"key\":{\"a\":\"$.x\"},\"set\":{\"t\":"
          "{\"time\":\"$.x\",\"as\":\"local\"}}}}",
          "record.set.t: {time: \"$.…\", as: iso, iso-naive or ms} expected" },
        { "{\"name\":\"a\",\"renditions\":[],\"record\":{\"key\":{\"a\":\"$.x\"},\"set\":"
          "{\"ingest\":1}}}",
          "record.set.ingest: name of 1 to 255 characters other than 'ingest' expected" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(profile_release) struct profile p = { 0 };
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].profile);
        assert_int_equal(profile_parse(span_str(cases[i].profile), &p, &err), -1);
        assert_string_equal(err.message, cases[i].message);
        assert_int_equal(err.kind, ERR_INPUT);
    }
}

static void match_goes_by_suffix_and_bucket(void **state)
{
    CLEANUP(profile_release) struct profile p = { 0 };
    static const struct {
        const char *bucket, *key, *ingest_bucket;
        bool want;
    } cases[] = {
        { "in", "a.JPG", "in", true },     { "in", "a.jpeg", "in", true },
        { "in", "a.gif", "in", false },    { "in", "jpg", "in", false },
        { "other", "a.jpg", "in", false }, { "in", "a.jpg", NULL, false },
    };
    char reason[PROFILE_REASON_BYTES];
    struct err err;

    (void)state;
    assert_int_equal(profile_parse(span_str(profile_builtin("compress")), &p, &err), 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: %s/%s\n", cases[i].bucket, cases[i].key);
        assert_int_equal(
            profile_matches(&p, cases[i].bucket, cases[i].key, cases[i].ingest_bucket, reason),
            cases[i].want);
        assert_int_equal(reason[0] == '\0', cases[i].want);
    }
}

static void a_file_is_a_profile_too(void **state)
{
    CLEANUP(profile_choice_release) struct profile_choice choice = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(
        profile_choose(SOURCE_DIR "/statemachine/profiles/thumbnail.json", &choice, &err), 0);
    assert_string_equal(choice.name, "thumbnail");
    assert_int_equal(profile_choose("no-such-profile", &choice, &err), -1);
    assert_int_equal(err.kind, ERR_USAGE);
    assert_string_equal(err.message, "profile 'no-such-profile' (not compiled in, so a file): No "
                                     "such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_five_are_compiled_in_and_sound),
        cmocka_unit_test(refusals_name_the_member),
        cmocka_unit_test(match_goes_by_suffix_and_bucket),
        cmocka_unit_test(a_file_is_a_profile_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
