/* net/retry: the table, the bucket and the waits of the SDKs' standard mode. */
#include "lib/unit.h"

#include "base/def.h"
#include "net/retry.h"

static void bucket_pays_for_retries_and_is_refilled(void **state)
{
    struct retry_bucket bucket = RETRY_BUCKET_INIT;
    unsigned n = 0;

    (void)state;
    while (retry_acquire(&bucket, RETRY_FAULT) == RETRY_COST) {
        n++;
    }
    assert_int_equal(n, 100);
    assert_int_equal(bucket.tokens, 0);
    retry_release(&bucket, 0);
    assert_int_equal(bucket.tokens, 1);
    assert_int_equal(retry_acquire(&bucket, RETRY_FAULT), 0);
    retry_release(&bucket, RETRY_COST);
    assert_int_equal(retry_acquire(&bucket, RETRY_TIMED_OUT), 0);
    retry_release(&bucket, RETRY_COST_TIMEOUT);
    assert_int_equal(retry_acquire(&bucket, RETRY_TIMED_OUT), RETRY_COST_TIMEOUT);
    assert_int_equal(bucket.tokens, 6);
    assert_int_equal(retry_acquire(&bucket, RETRY_NOT), 0);
}

static void bucket_never_holds_more_than_it_began_with(void **state)
{
    struct retry_bucket bucket = RETRY_BUCKET_INIT;

    (void)state;
    retry_release(&bucket, RETRY_COST_TIMEOUT);
    assert_int_equal(bucket.tokens, RETRY_BUCKET_TOKENS);
}

static void waits_double_up_to_the_limit_with_full_jitter(void **state)
{
    static const struct {
        unsigned retry;
        uint64_t most_ms;
    } cases[] = { { 0, 1000 },  { 1, 1000 },  { 2, 2000 },  { 3, 4000 },           { 4, 8000 },
                  { 5, 16000 }, { 6, 20000 }, { 7, 20000 }, { 4000000000u, 20000 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: retry %u\n", cases[i].retry);
        assert_int_equal(retry_wait_ms(cases[i].retry, 0), 0);
        assert_int_equal(retry_wait_ms(cases[i].retry, UINT32_MAX), cases[i].most_ms);
        assert_in_range(retry_wait_ms(cases[i].retry, UINT32_MAX / 2), cases[i].most_ms / 2 - 1,
                        cases[i].most_ms / 2);
    }
}

static void statuses_and_names_say_what_is_tried_again(void **state)
{
    static const struct {
        int status;
        const char *code;
        enum retry_reason by_status, by_code;
    } cases[] = {
        { 503, "SlowDown", RETRY_FAULT, RETRY_FAULT },
        { 500, "InternalError", RETRY_FAULT, RETRY_FAULT },
        { 502, "", RETRY_FAULT, RETRY_NOT },
        { 504, "", RETRY_FAULT, RETRY_NOT },
        { 429, "TooManyRequestsException", RETRY_FAULT, RETRY_FAULT },
        { 400, "ProvisionedThroughputExceededException", RETRY_NOT, RETRY_FAULT },
        { 400, "ThrottlingException", RETRY_NOT, RETRY_FAULT },
        { 400, "KmsThrottlingException", RETRY_NOT, RETRY_FAULT },
        { 400, "KMS.ThrottlingException", RETRY_NOT, RETRY_FAULT },
        { 400, "TransactionConflictException", RETRY_NOT, RETRY_FAULT },
        { 307, "TemporaryRedirect", RETRY_NOT, RETRY_FAULT },
        { 400, "RequestTimeout", RETRY_NOT, RETRY_TIMED_OUT },
        { 408, "", RETRY_TIMED_OUT, RETRY_NOT },
        { 0, "ConnectTimeout", RETRY_NOT, RETRY_TIMED_OUT },
        { 0, "IdleTimeout", RETRY_NOT, RETRY_TIMED_OUT },
        { 0, "BodyCut", RETRY_NOT, RETRY_FAULT },
        { 0, "DnsFailure", RETRY_NOT, RETRY_FAULT },
        { 0, "TlsRefused", RETRY_NOT, RETRY_NOT },
        { 403, "AccessDenied", RETRY_NOT, RETRY_NOT },
        { 404, "NoSuchKey", RETRY_NOT, RETRY_NOT },
        { 400, "TaskTimedOut", RETRY_NOT, RETRY_NOT },
        { 400, "ConditionalCheckFailedException", RETRY_NOT, RETRY_NOT },
        { 501, "NotImplemented", RETRY_NOT, RETRY_NOT },
        { 200, "", RETRY_NOT, RETRY_NOT },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: %d %s\n", cases[i].status, cases[i].code);
        assert_int_equal(retry_of_status(cases[i].status), cases[i].by_status);
        assert_int_equal(retry_of_code(cases[i].code), cases[i].by_code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bucket_pays_for_retries_and_is_refilled),
        cmocka_unit_test(bucket_never_holds_more_than_it_began_with),
        cmocka_unit_test(waits_double_up_to_the_limit_with_full_jitter),
        cmocka_unit_test(statuses_and_names_say_what_is_tried_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
