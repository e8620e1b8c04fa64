/* task/object: which state of the source an input means. */
#include "lib/unit.h"

#include "task/object.h"

#define VERSIONED "\"key\":\"k\",\"version-id\":\"v\""
#define RECORD                                                                                     \
    "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\",\"versionId\":"  \
    "\"v\""
#define PARENT                                                                                     \
    "{\"input\":{\"bucket\":\"b\",\"key\":\"k\",\"destination\":{\"bucket\":\"d\",\"prefix\":"     \
    "\"p\"},"                                                                                      \
    "\"versionId\":\"v\""

static void an_event_means_the_current_state_and_a_parent_the_version_it_names(void **state)
{
    static const struct settings deployment = { .proxy_bucket = "d", .prefix = "p" };
    static const struct {
        const char *label, *input, *version, *etag;
    } cases[] = {
        { "event",
          "{\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{" VERSIONED ",\"etag\":\"e\"}}}",
          NULL, "e" },
        { "event without etag",
          "{\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{" VERSIONED "}}}", "v", NULL },
        { "notification", RECORD ",\"eTag\":\"e\"}}}]}", NULL, "e" },
        { "notification without etag", RECORD "}}}]}", "v", NULL },
        { "listing", "{\"bucket\":\"b\",\"Key\":\"k\",\"Etag\":\"\\\"e\\\"\",\"VersionId\":\"v\"}",
          NULL, "e" },
        { "parent", PARENT "}}", "v", NULL },
        { "parent with etag", PARENT ",\"etag\":\"e\"}}", "v", "e" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(envelope_release) struct envelope envelope = { 0 };
        struct s3_object object;
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].label);
        if (envelope_parse(span_str(cases[i].input), &deployment, 0, &envelope, &err) != 0) {
            fail_msg("%s", err.message);
        }
        object = object_of(&envelope);
        assert_string_equal(object.version_id != NULL ? object.version_id : "",
                            cases[i].version != NULL ? cases[i].version : "");
        assert_string_equal(object.etag != NULL ? object.etag : "",
                            cases[i].etag != NULL ? cases[i].etag : "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_means_the_current_state_and_a_parent_the_version_it_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
