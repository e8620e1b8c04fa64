/* After image_prepare() no library is loaded any more: a locked process would be killed for it. */
#include "lib/unit.h"

#include "image/prepare.h"
#include "lib/decode.h"

static void what_was_not_asked_for_is_refused(void **state)
{
    static const struct {
        const char *name;
        bool loaded;
    } cases[] = { { "strip-lzw.tif", true }, { "smooth.avif", false } };

    (void)state;
    assert_true(image_warm_up());
    assert_false(image_is_prepared());
    image_prepare("tiff");
    assert_true(image_is_prepared());
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = test_file(cases[i].name);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct err err = { 0 };
        int failed = decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err);

        assert_int_equal(failed, cases[i].loaded ? 0 : -1);
        assert_int_equal(err.kind, cases[i].loaded ? ERR_NONE : ERR_UNSUPPORTED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_not_asked_for_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
