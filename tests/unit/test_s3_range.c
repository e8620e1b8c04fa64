/* Ranges of aws/s3 under a scripted network: what is taken, what is asked for again, sources. */
#include "lib/unit.h"

#include "aws/s3.h"
#include "lib/aws_config.h"
#include "lib/fake_transport.h"

static const struct s3_object object = { "bucket", "a b+/../k", NULL, NULL };

#define TEN     "0123456789"
#define TEN_MD5 "781e5e245d69b566979b86e28d23f2c7"

static void a_range_of_the_whole_is_checked_by_its_checksum(void **state)
{
    static const char headers[] = "Content-Range: bytes 0-9/10\nETag: \"" TEN_MD5 "\"\n";
    static const struct fake_step steps[] = {
        { .status = 206, .headers = headers, .answer = "0123456788" },
        { .status = 206, .headers = headers, .answer = TEN },
    };
    struct fake_transport fake = { .steps = steps, .n_steps = 2 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    char out[16];
    struct err err;
    size_t got;

    (void)state;
    assert_int_equal(s3_get_range(s3, &object, 0, sizeof out, out, &got, &err), 0);
    assert_int_equal(got, 10);
    assert_memory_equal(out, TEN, 10);
    fake_transport_done(&fake);
}

static void ranges_make_a_source(void **state)
{
    static const struct fake_step steps[] = {
        { .header = "Range: bytes=2-4\n",
          .status = 206,
          .headers = "Content-Range: bytes 2-4/10\n",
          .answer = "234" },
        { .header = "If-Match: \"e\"",
          .status = 206,
          .headers = "Content-Range: bytes 8-9/10\n",
          .answer = "8",
          .fault = "BodyCut" },
        { .header = "Range: bytes=9-9\n",
          .status = 206,
          .headers = "Content-Range: bytes 9-9/10\n",
          .answer = "9" },
        { .status = 412 },
    };
    const struct s3_object exact = { "bucket", "k", "e", NULL };
    struct fake_transport fake = { .steps = steps, .n_steps = 4 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    struct s3_traffic traffic = { 0 };
    struct source source = s3_source(s3, &exact, 10, &traffic);
    char out[8] = "";
    struct err err;
    size_t got;

    (void)state;
    assert_int_equal(source_read(&source, 2, out, 3, &got, &err), 0);
    assert_memory_equal(out, "234", 3);
    assert_int_equal(source_read(&source, 8, out, 8, &got, &err), 0);
    assert_int_equal(got, 2);
    assert_memory_equal(out, "89", 2);
    assert_int_equal(source_read(&source, 0, out, 1, &got, &err), -1);
    assert_int_equal(err.kind, ERR_CHANGED);
    assert_int_equal(traffic.requests, 2);
    assert_int_equal(traffic.bytes, 5);
    source_release(&source);
    fake_transport_done(&fake);
}

/* Nobody said which object it is to be: the first answer does. */
static void a_cut_range_goes_on_in_the_same_object(void **state)
{
    static const struct fake_step cut = { .header = "!If-Match",
                                          .status = 206,
                                          .headers = "Content-Range: bytes 0-9/10\nETag: \"e\"\n",
                                          .answer = "0123",
                                          .fault = "BodyCut" };
    const struct fake_step changed[] = { cut, { .header = "If-Match: \"e\"", .status = 412 } };
    const struct fake_step another[] = {
        cut,
        { .header = "Range: bytes=4-9\n",
          .status = 206,
          .headers = "Content-Range: bytes 0-9/10\n",
          .answer = TEN },
        { .header = "Range: bytes=4-9\n",
          .status = 206,
          .headers = "Content-Range: bytes 4-9/10\n",
          .answer = "456789" },
    };
    struct fake_transport first = { .steps = changed, .n_steps = 2 };
    struct fake_transport second = { .steps = another, .n_steps = 3 };
    CLEANUP(s3_freep) struct s3 *one = s3_new(test_config, fake_transport(&first));
    CLEANUP(s3_freep) struct s3 *two = s3_new(test_config, fake_transport(&second));
    char out[10];
    struct err err;
    size_t got;

    (void)state;
    assert_int_equal(s3_get_range(one, &object, 0, 10, out, &got, &err), -1);
    assert_int_equal(err.kind, ERR_CHANGED);
    assert_int_equal(s3_get_range(two, &object, 0, 10, out, &got, &err), 0);
    assert_int_equal(got, 10);
    assert_memory_equal(out, TEN, 10);
    fake_transport_done(&first);
    fake_transport_done(&second);
}

static void a_range_is_taken_from_who_sends_the_whole(void **state)
{
    static const struct {
        const char *headers, *answer;
        uint64_t offset;
        const char *expected;
    } rows[] = {
        { "Content-Length: 10\n", TEN, 2, "234" },
        { "Content-Length: 10\n", TEN, 0, "012" },
        { "Content-Length: 10\n", TEN, 8, "89" },
        { "Content-Length: 2\n", "01", 0, "01" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const struct fake_step whole = { .status = 200,
                                         .headers = rows[i].headers,
                                         .answer = rows[i].answer };
        struct fake_transport fake = { .steps = &whole, .n_steps = 1, .piece_bytes = i };
        CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
        char out[3];
        struct err err;
        size_t got;

        assert_int_equal(s3_get_range(s3, &object, rows[i].offset, 3, out, &got, &err), 0);
        assert_int_equal(got, strlen(rows[i].expected));
        assert_memory_equal(out, rows[i].expected, got);
        fake_transport_done(&fake);
    }
}

static void a_range_that_was_not_asked_for_is_not_taken(void **state)
{
    static const struct {
        int status;
        const char *headers, *answer;
    } cases[] = {
        { 200, "Content-Length: 2\n", "01" },
        { 200, "", TEN },
        { 206, "Content-Range: bytes 3-5/10\n", "345" },
        { 206, "Content-Range: bytes 2-9/10\n", "23456789" },
        { 206, "Content-Range: bytes 2-3/10\n", "23" },
        { 206, "Content-Range: bytes 2-4/10\n", "2345" },
        { 206, "Content-Range: bytes 2-4/10\n", "23" },
        { 206, "Content-Range: bytes 2-4/10\n", "" },
        { 206, "Content-Range: chars 2-4/10\n", "234" },
        { 206, "Content-Range: bytes 4-2/10\n", "234" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step bad = { .status = cases[i].status,
                                       .headers = cases[i].headers,
                                       .answer = cases[i].answer };
        const struct fake_step steps[] = { bad, bad, bad };
        struct fake_transport fake = { .steps = steps, .n_steps = 3 };
        CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
        char out[3];
        struct err err;
        size_t got;

        print_message("case: %s %s\n", cases[i].headers, cases[i].answer);
        assert_int_equal(s3_get_range(s3, &object, 2, 3, out, &got, &err), -1);
        assert_int_equal(err.kind, ERR_TRANSIENT);
        fake_transport_done(&fake);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_range_of_the_whole_is_checked_by_its_checksum),
        cmocka_unit_test(ranges_make_a_source),
        cmocka_unit_test(a_cut_range_goes_on_in_the_same_object),
        cmocka_unit_test(a_range_is_taken_from_who_sends_the_whole),
        cmocka_unit_test(a_range_that_was_not_asked_for_is_not_taken),
    };

    return cmocka_run_group_tests(tests, aws_test_set_up, aws_test_tear_down);
}
