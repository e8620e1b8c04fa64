/* image: every sample of the codecs cut, damaged, and behind a source that fails. A picture that is
 * damaged may be decoded as far as it goes or refused, by name, and twice the same. */
#include "lib/unit.h"

#include "lib/picture.h"

#include "lib/damage.h"
#include "lib/files.h"
#include "lib/sink.h"

#define SEEDS SOURCE_DIR "/tests/fuzz/corpus/fuzz_jpeg"
#define RENDITIONS                                                                                 \
    "[{\"format\":\"jpeg\"},"                                                                      \
    " {\"format\":\"webp\",\"width\":9,\"height\":7,\"fit\":\"cover\",\"quality\":60},"            \
    " {\"format\":\"png\",\"width\":30,\"height\":30,\"fit\":\"contain\"}]"

static const struct image_limits small = { 1 << 18, 4096, 1 << 20, 24 << 20, 50 };

static void each_picture(void (*visit)(const char *name, struct span bytes))
{
    assert_true(each_file(TEST_DATA "/images", visit) > 5);
    assert_true(each_file(SEEDS, visit) > 5);
}

/* What was written begins as the format that it is said to be. */
static void check_written(const struct outcome *out)
{
    for (size_t i = 0; i < 3; i++) {
        if (out->done[i]) {
            struct span head = buf_span(&out->bytes[i]);

            assert_string_equal(image_sniff(head), out->facts[i].format);
            assert_false(out->failed[i]);
        }
    }
}

static void check_damaged(const char *name, struct span bytes)
{
    CLEANUP(outcome_release) struct outcome first, second;

    picture_render(bytes, RENDITIONS, &small, 1 + (uint8_t)(bytes.len % 8), &first);
    picture_render(bytes, RENDITIONS, &small, 1 + (uint8_t)(bytes.len % 8), &second);
    if (first.status != 0 && first.err.kind != ERR_MALFORMED && first.err.kind != ERR_UNSUPPORTED &&
        first.err.kind != ERR_LIMIT) {
        fail_msg("%s: %s: %s", name, err_name(first.err.kind), first.err.message);
    }
    assert_int_equal(first.status, second.status);
    for (size_t i = 0; i < 3; i++) {
        assert_true(span_equal(buf_span(&first.bytes[i]), buf_span(&second.bytes[i])));
    }
    check_written(&first);
}

static void damage_picture(const char *name, struct span bytes)
{
    each_damage(name, bytes, 16, check_damaged);
}

static void damage_is_survived_and_named(void **state)
{
    (void)state;
    each_picture(damage_picture);
}

static int keep_failure(void *ctx, size_t index, const struct err *why, struct err *err)
{
    (void)ctx;
    (void)index;
    *err = *why;
    return -1;
}

static int render_failing(struct failing *failing, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *json = json_new_object();
    CLEANUP(json_releasep) struct json_object *insight = NULL;
    CLEANUP(rendition_release) struct rendition rendition = { 0 };
    struct render_job job = { .renditions = &rendition, .n_renditions = 1, .limits = small };
    struct render_sink sink = { sink_write, sink_done, keep_failure, NULL };
    struct source src = { &failing_ops, failing, failing->bytes.len };
    struct image_info info;

    json_set_str(json, "name", "test");
    json_set_str(json, "key", "test");
    json_set_str(json, "format", "jpeg");
    assert_int_equal(rendition_parse(json, "test", &rendition, err), 0);
    return render(&src, &job, &sink, &info, &insight, err);
}

static void fail_picture(const char *name, struct span bytes)
{
    struct failing failing = { .failed = true };

    for (uint32_t reads = 0; failing.failed; reads++) {
        struct err err = { 0 };
        int status;

        failing = (struct failing){ bytes, reads, false };
        status = render_failing(&failing, &err);
        if (failing.failed && (status == 0 || strstr(err.message, FAILING_MESSAGE) == NULL)) {
            fail_msg("%s: read %u: status %d: %s", name, reads, status, err.message);
        }
    }
}

/* Bytes that could not be fetched are an error of their own, never a damaged picture. */
static void a_read_that_fails_is_told(void **state)
{
    (void)state;
    each_picture(fail_picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damage_is_survived_and_named),
        cmocka_unit_test(a_read_that_fails_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
