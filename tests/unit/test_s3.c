/* aws/s3 under a scripted network: heads, resumed reads, checksums, puts. */
#include "lib/unit.h"

#include "aws/s3.h"
#include "lib/aws_config.h"
#include "lib/fake_transport.h"

static const struct s3_object object = { "bucket", "a b+/../k", NULL, NULL };

#define URL     "https://bucket.s3.us-east-1.amazonaws.com/a%20b%2B/../k"
#define TEN     "0123456789"
#define TEN_MD5 "781e5e245d69b566979b86e28d23f2c7"
#define HEADERS "Content-Length: 10\nETag: \"" TEN_MD5 "\"\n"
#define REST(first)                                                                                \
    "Content-Length: 1\nContent-Range: bytes " first "-9/10\nETag: \"" TEN_MD5 "\"\n"

/* One s3_get of the object; what the sink got is in bytes. */
struct read {
    struct buf bytes;
    struct s3_head head;
    struct err err;
    int result;
};

static int take(void *ctx, const struct s3_head *head, struct span piece, struct err *err)
{
    struct read *read = ctx;

    (void)err;
    read->head = *head;
    buf_add_span(&read->bytes, piece);
    return 0;
}

static struct read read_steps(const struct s3_object *what, const struct fake_step *steps, size_t n,
                              uint64_t max_bytes)
{
    struct fake_transport fake = { .steps = steps, .n_steps = n, .piece_bytes = 3 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    struct read read = { .bytes = BUF_INIT(1000) };
    struct s3_sink sink = { take, &read };

    read.result = s3_get(s3, what, max_bytes, &sink, NULL, &read.err);
    fake_transport_done(&fake);
    return read;
}

static void head_tells_what_is_known(void **state)
{
    static const struct fake_step full = {
        .method = "HEAD",
        .url = URL "\n",
        .header = "x-amz-checksum-mode: ENABLED",
        .status = 200,
        .headers = "Content-Length: 123456789012\nETag: \"e\"\nContent-Type: image/jpeg\n"
                   "Last-Modified: Sun, 30 Aug 2015 12:36:00 GMT\nx-amz-version-id: v\n"
                   "x-amz-storage-class: GLACIER_IR\nx-amz-checksum-crc32: AAAAAA==\n",
    };
    static const struct fake_step bare = { .status = 200, .headers = "Content-Length: 0\n" };
    static const struct fake_step unsized = { .status = 200, .headers = "Content-Length: 1x\n" };
    const struct fake_step steps[] = { full, unsized, bare };
    struct fake_transport fake = { .steps = steps, .n_steps = 3 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    struct s3_head head;
    struct err err;

    (void)state;
    assert_int_equal(s3_head(s3, &object, &head, &err), 0);
    assert_int_equal(head.size, 123456789012);
    assert_string_equal(head.etag, "e");
    assert_string_equal(head.version_id, "v");
    assert_string_equal(head.content_type, "image/jpeg");
    assert_string_equal(head.storage_class, "GLACIER_IR");
    assert_string_equal(head.checksum_kind, "crc32");
    assert_int_equal(head.last_modified_unix_ms, TEST_UNIX_MS);
    assert_int_equal(s3_head(s3, &object, &head, &err), 0);
    assert_int_equal(head.size, 0);
    assert_string_equal(head.storage_class, "STANDARD");
    fake_transport_done(&fake);
}

static void a_refused_head_asks_why(void **state)
{
    static const struct fake_step head = { .method = "HEAD", .status = 403 };
    static const struct fake_step good = { .method = "HEAD",
                                           .status = 200,
                                           .headers = "Content-Length: 0\n" };
    static const struct {
        const char *label;
        struct fake_step get;
        bool again;
        enum err_kind kind;
    } cases[] = {
        { "no right",
          { .status = 403, .answer = "<Error><Code>AccessDenied</Code></Error>" },
          false,
          ERR_DENIED },
        { "now it works",
          { .status = 206, .headers = "Content-Range: bytes 0-0/9\n", .answer = "x" },
          true,
          0 },
        { "empty object", { .status = 416 }, true, 0 },
        { "missing",
          { .status = 404, .answer = "<Error><Code>NoSuchKey</Code></Error>" },
          false,
          ERR_NOT_FOUND },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step steps[] = { head, cases[i].get, good };
        struct fake_transport fake = { .steps = steps, .n_steps = cases[i].again ? 3 : 2 };
        CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
        struct s3_head found;
        struct err err;

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(s3_head(s3, &object, &found, &err), cases[i].again ? 0 : -1);
        if (!cases[i].again) {
            assert_int_equal(err.kind, cases[i].kind);
            assert_true(err.code[0] != '\0');
        }
        fake_transport_done(&fake);
    }
}

/* The GET between them has shown that object and rights are fine: it is worth another task's try.
 */
static void a_head_refused_twice_without_words_passes(void **state)
{
    static const struct fake_step steps[] = {
        { .method = "HEAD", .status = 400 },
        { .status = 206, .headers = "Content-Range: bytes 0-0/9\n", .answer = "x" },
        { .method = "HEAD", .status = 400 },
    };
    struct fake_transport fake = { .steps = steps, .n_steps = ARRAY_LEN(steps) };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    struct s3_head found;
    struct err err;

    (void)state;
    assert_int_equal(s3_head(s3, &object, &found, &err), -1);
    assert_int_equal(err.kind, ERR_TRANSIENT);
    fake_transport_done(&fake);
}

static void a_cut_body_is_resumed_from_the_byte_reached(void **state)
{
    static const struct fake_step steps[] = {
        { .method = "GET",
          .header = "!Range",
          .status = 200,
          .headers = HEADERS,
          .answer = "01234",
          .fault = "BodyCut" },
        { .header = "Range: bytes=5-\n", .status = 500 },
        { .header = "If-Match: \"" TEN_MD5 "\"\n",
          .status = 206,
          .headers = REST("5"),
          .answer = "56789" },
    };
    struct read read = read_steps(&object, steps, 3, 0);

    (void)state;
    assert_int_equal(read.result, 0);
    assert_string_equal(buf_cstr(&read.bytes), TEN);
    assert_int_equal(read.head.size, 10);
    buf_release(&read.bytes);
}

static void a_body_that_ends_early_without_a_word_is_resumed(void **state)
{
    static const struct fake_step steps[] = {
        { .status = 200, .headers = HEADERS, .answer = "0123" },
        { .header = "Range: bytes=4-\n", .status = 206, .headers = REST("4"), .answer = "456789" },
    };
    struct read read = read_steps(&object, steps, 2, 0);

    (void)state;
    assert_int_equal(read.result, 0);
    assert_string_equal(buf_cstr(&read.bytes), TEN);
    buf_release(&read.bytes);
}

static void a_fault_after_the_last_byte_is_none(void **state)
{
    static const struct fake_step step = {
        .status = 200, .headers = HEADERS, .answer = TEN, .fault = "BodyCut"
    };
    struct read read = read_steps(&object, &step, 1, 0);

    (void)state;
    assert_int_equal(read.result, 0);
    buf_release(&read.bytes);
}

static void an_object_that_changes_is_told(void **state)
{
    static const struct fake_step cut = {
        .status = 200, .headers = HEADERS, .answer = "012", .fault = "BodyCut"
    };
    const struct {
        const char *label;
        struct fake_step second;
    } cases[] = {
        { "412", { .status = 412 } },
        { "416", { .status = 416 } },
        { "another etag",
          { .status = 206,
            .answer = "x",
            .headers = "ETag: \"other\"\nContent-Range: bytes 3-9/10\n" } },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step steps[] = { cut, cases[i].second };
        struct read read = read_steps(&object, steps, 2, 0);

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(read.err.kind, ERR_CHANGED);
        assert_string_equal(buf_cstr(&read.bytes), "012");
        buf_release(&read.bytes);
    }
}

static void wrong_ranges_are_asked_for_again_and_never_taken(void **state)
{
    static const char *const headers[] = {
        REST("4"),
        "ETag: \"" TEN_MD5 "\"\n",
        "ETag: \"" TEN_MD5 "\"\nContent-Range: bytes 3-9/11\n",
        "ETag: \"" TEN_MD5 "\"\nContent-Range: bytes 3-9/*\n",
        "ETag: \"" TEN_MD5 "\"\nContent-Range: bytes 3-99999999999999999999/10\n",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(headers); i++) {
        const struct fake_step steps[] = {
            { .status = 200, .headers = HEADERS, .answer = "012", .fault = "BodyCut" },
            { .status = 206, .headers = headers[i], .answer = "XXXXXXX" },
            { .status = 206, .headers = REST("3"), .answer = "3456789" },
        };
        struct read read = read_steps(&object, steps, 3, 0);

        assert_int_equal(read.result, 0);
        assert_string_equal(buf_cstr(&read.bytes), TEN);
        buf_release(&read.bytes);
    }
}

static void flipped_bytes_are_told(void **state)
{
    static const struct {
        const char *label, *headers, *body;
        bool good;
    } cases[] = {
        { "md5", HEADERS, TEN, true },
        { "md5, flipped", HEADERS, "0123456788", false },
        { "crc32", "Content-Length: 10\nx-amz-checksum-crc32: poTHxg==\n", TEN, true },
        { "crc32, flipped", "Content-Length: 10\nx-amz-checksum-crc32: poTHxw==\n", TEN, false },
        { "crc32c", "Content-Length: 10\nx-amz-checksum-crc32c: KAwGng==\n", TEN, true },
        { "sha1", "Content-Length: 10\nx-amz-checksum-sha1: h6zsF82dzSCnFsws9nQXtxyKcBY=\n", TEN,
          true },
        { "crc64nvme, of \"123456789\"",
          "Content-Length: 9\nx-amz-checksum-crc64nvme: "
          "rosUhgp5mIg=\n",
          "123456789", true },
        { "composite", "Content-Length: 10\nx-amz-checksum-crc32: poTHxw==-2\n", TEN, true },
        { "composite by type",
          "Content-Length: 10\nx-amz-checksum-crc32: poTHxw==\nx-amz-checksum-type: COMPOSITE\n",
          TEN, true },
        { "multipart etag", "Content-Length: 10\nETag: \"" TEN_MD5 "-2\"\n", "abcdefghij", true },
        { "etag under KMS", HEADERS "x-amz-server-side-encryption: aws:kms\n", "abcdefghij", true },
        { "etag under SSE-S3", HEADERS "x-amz-server-side-encryption: AES256\n", "abcdefghij",
          false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step step = { .status = 200,
                                        .headers = cases[i].headers,
                                        .answer = cases[i].body };
        struct read read = read_steps(&object, &step, 1, 0);

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(read.result, cases[i].good ? 0 : -1);
        if (!cases[i].good) {
            assert_int_equal(read.err.kind, ERR_TRANSIENT);
            assert_string_equal(read.err.code, "ChecksumMismatch");
        }
        buf_release(&read.bytes);
    }
}

static void reads_into_memory_ask_again_after_a_mismatch(void **state)
{
    static const struct fake_step steps[] = {
        { .status = 200, .headers = HEADERS, .answer = "0123456788" },
        { .status = 200, .headers = HEADERS, .answer = TEN },
    };
    static const struct fake_step large = { .status = 200, .headers = HEADERS, .answer = TEN };
    struct fake_transport fake = { .steps = steps, .n_steps = 2 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    CLEANUP(buf_release) struct buf out = BUF_INIT(10);
    CLEANUP(buf_release) struct buf small = BUF_INIT(9);
    struct fake_transport second = { .steps = &large, .n_steps = 1 };
    CLEANUP(s3_freep) struct s3 *other = s3_new(test_config, fake_transport(&second));
    struct err err;

    (void)state;
    assert_int_equal(s3_get_buf(s3, &object, &out, NULL, &err), 0);
    assert_string_equal(buf_cstr(&out), TEN);
    assert_int_equal(s3_get_buf(other, &object, &small, NULL, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_int_equal(small.len, 0);
    fake_transport_done(&fake);
    fake_transport_done(&second);
}

static void reads_hold_to_etag_version_and_size(void **state)
{
    static const struct s3_object exact = { "bucket", "k", "\"abc\"", "v 1" };
    static const struct fake_step step = { .url = "/k?versionId=v%201\n",
                                           .header = "If-Match: \"abc\"\n",
                                           .status = 412 };
    static const struct fake_step large = { .status = 200, .headers = HEADERS, .answer = TEN };
    struct read read = read_steps(&exact, &step, 1, 0);

    (void)state;
    assert_int_equal(read.err.kind, ERR_CHANGED);
    assert_non_null(strstr(read.err.message, "'s3://bucket/k'"));
    buf_release(&read.bytes);
    read = read_steps(&object, &large, 1, 9);
    assert_int_equal(read.err.kind, ERR_LIMIT);
    assert_int_equal(read.bytes.len, 0);
    buf_release(&read.bytes);
}

static int refuse(void *ctx, const struct s3_head *head, struct span piece, struct err *err)
{
    (void)ctx;
    (void)head;
    (void)piece;
    return err_set(err, ERR_TRANSIENT, "the taker's own trouble");
}

static void a_takers_failure_is_not_tried_again(void **state)
{
    static const struct fake_step step = { .status = 200, .headers = HEADERS, .answer = TEN };
    struct fake_transport fake = { .steps = &step, .n_steps = 1 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    struct s3_sink sink = { refuse, NULL };
    struct err err;

    (void)state;
    assert_int_equal(s3_get(s3, &object, 0, &sink, NULL, &err), -1);
    assert_non_null(strstr(err.message, "own trouble"));
    fake_transport_done(&fake);
}

static int not_an_image(void *ctx, const struct s3_head *head, struct span piece, struct err *err)
{
    unsigned *calls = ctx;

    (void)head;
    (void)piece;
    ++*calls;
    return err_set(err, ERR_MALFORMED, "no image");
}

static void a_taker_that_finds_nonsense_may_have_got_flipped_bytes(void **state)
{
    static const struct {
        const char *body;
        enum err_kind want;
    } cases[] = { { TEN, ERR_MALFORMED }, { "0123456788", ERR_TRANSIENT } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct fake_step step = { .status = 200,
                                        .headers = HEADERS,
                                        .answer = cases[i].body };
        struct fake_transport fake = { .steps = &step, .n_steps = 1, .piece_bytes = 3 };
        CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
        unsigned calls = 0;
        struct s3_sink sink = { not_an_image, &calls };
        struct err err;

        assert_int_equal(s3_get(s3, &object, 0, &sink, NULL, &err), -1);
        assert_int_equal(err.kind, cases[i].want);
        assert_int_equal(calls, 1);
        fake_transport_done(&fake);
    }
}

static void puts_carry_their_checksum(void **state)
{
    static const struct fake_step step = { .method = "PUT",
                                           .url = URL,
                                           .header = "x-amz-checksum-crc32: poTHxg==\n",
                                           .body = TEN,
                                           .status = 200,
                                           .headers = "ETag: \"x\"\n" };
    static const struct fake_step no_bucket = { .status = 404,
                                                .answer =
                                                    "<Error><Code>NoSuchBucket</Code></Error>" };
    static const struct fake_step not_s3 = { .status = 200, .answer = "<html>welcome" };
    static const struct fake_step bare = { .status = 200 };
    const struct fake_step steps[] = { not_s3, step, bare, no_bucket };
    struct fake_transport fake = { .steps = steps, .n_steps = 4 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    const struct s3_put put = { "bucket", "a b+/../k", "image/png", "no-store" };
    char etag[S3_ETAG_MAX];
    struct err err;

    (void)state;
    assert_int_equal(s3_put(s3, &put, span_str(TEN), etag, &err), 0);
    assert_string_equal(etag, "x");
    assert_non_null(strstr(fake.requests[0], "Content-Type: image/png\nCache-Control: no-store\n"));
    assert_int_equal(s3_put(s3, &put, span_str(TEN), etag, &err), 0);
    assert_string_equal(etag, "");
    assert_int_equal(s3_put(s3, &put, span_str(TEN), etag, &err), -1);
    assert_int_equal(err.kind, ERR_INPUT);
    fake_transport_done(&fake);
}

static void keys_and_buckets_that_can_be_none_are_refused(void **state)
{
    char long_key[S3_MAX_KEY_BYTES + 2];
    const struct {
        const char *bucket, *key;
    } cases[] = { { "bucket", "" },
                  { "bucket", long_key },
                  { "", "k" },
                  { "a/b", "k" },
                  { "..", "k" },
                  { "arn:aws:s3:::b", "k" },
                  { "arn:aws:s3:us-east-1:1:accesspoint/", "k" } };
    struct fake_transport fake = { 0 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));

    (void)state;
    memset(long_key, 'x', sizeof long_key - 1);
    long_key[sizeof long_key - 1] = '\0';
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct s3_object bad = { cases[i].bucket, cases[i].key, NULL, NULL };
        struct s3_head head;
        struct err err;

        assert_int_equal(s3_head(s3, &bad, &head, &err), -1);
        assert_int_equal(err.kind, ERR_INPUT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(head_tells_what_is_known),
        cmocka_unit_test(a_refused_head_asks_why),
        cmocka_unit_test(a_head_refused_twice_without_words_passes),
        cmocka_unit_test(a_cut_body_is_resumed_from_the_byte_reached),
        cmocka_unit_test(a_body_that_ends_early_without_a_word_is_resumed),
        cmocka_unit_test(a_fault_after_the_last_byte_is_none),
        cmocka_unit_test(an_object_that_changes_is_told),
        cmocka_unit_test(wrong_ranges_are_asked_for_again_and_never_taken),
        cmocka_unit_test(flipped_bytes_are_told),
        cmocka_unit_test(reads_into_memory_ask_again_after_a_mismatch),
        cmocka_unit_test(reads_hold_to_etag_version_and_size),
        cmocka_unit_test(a_takers_failure_is_not_tried_again),
        cmocka_unit_test(a_taker_that_finds_nonsense_may_have_got_flipped_bytes),
        cmocka_unit_test(puts_carry_their_checksum),
        cmocka_unit_test(keys_and_buckets_that_can_be_none_are_refused),
    };

    return cmocka_run_group_tests(tests, aws_test_set_up, aws_test_tear_down);
}
