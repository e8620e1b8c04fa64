/* aws/s3_upload under a scripted network: parts, the last step, what is left behind. */
#include "lib/unit.h"

#include "aws/s3.h"
#include "base/mem.h"
#include "lib/aws_config.h"
#include "lib/fake_transport.h"

#define TEN_MD5 "781e5e245d69b566979b86e28d23f2c7"

#define CREATED "<InitiateMultipartUploadResult><UploadId>u&amp;1</UploadId></Initi…>"
#define PART    "ETag: \"781e5e245d69b566979b86e28d23f2c7\"\n"

static const struct fake_step create = {
    .method = "POST", .url = "?uploads=\n", .status = 200, .answer = CREATED
};
static const struct fake_step part_1 = { .method = "PUT",
                                         .url = "?partNumber=1&uploadId=u%261\n",
                                         .header = "x-amz-checksum-crc32: ",
                                         .status = 200,
                                         .headers = PART };
static const struct fake_step part_2 = {
    .method = "PUT", .url = "?partNumber=2&", .status = 200, .headers = PART
};
static const struct fake_step aborted = { .method = "DELETE",
                                          .url = "?uploadId=u%261\n",
                                          .status = 204 };

/* 16 MiB and one byte go up; -1 from the part that failed. */
static int upload_two_parts(const struct fake_step *steps, size_t n, struct err *err,
                            char etag[S3_ETAG_MAX])
{
    CLEANUP(mem_freep) uint8_t *bytes = mem_zalloc(S3_PART_BYTES);
    struct fake_transport fake = { .steps = steps, .n_steps = n };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    const struct s3_put put = { "bucket", "k", NULL, NULL };
    struct s3_upload *upload = s3_upload_new(s3, &put);
    int result = s3_upload_add(upload, (struct span){ bytes, S3_PART_BYTES }, err);

    assert_int_equal(result, 0);
    assert_int_equal(fake.at, 0); /* until one byte more comes, one request might do */
    result = s3_upload_add(upload, span_str("x"), err);
    if (result == 0) {
        result = s3_upload_finish(upload, etag, err);
    }
    s3_upload_free(upload);
    fake_transport_done(&fake);
    return result;
}

static void a_large_upload_goes_in_parts(void **state)
{
    const struct fake_step good[] = {
        create,
        part_1,
        part_2,
        { .method = "POST",
          .url = "?uploadId=u%261\n",
          .body =
              "<Part><PartNumber>2</PartNumber><ETag>&#34;" TEN_MD5 "&#34;</ETag><ChecksumCRC32>",
          .status = 200,
          .answer = "<?xml version=\"1.0\"?><CompleteMultipartUploadResult><ETag>&quot;e-2&quot;"
                    "</ETag></CompleteMultipartUploadResult>" },
    };
    char etag[S3_ETAG_MAX];
    struct err err;

    (void)state;
    assert_int_equal(upload_two_parts(good, 4, &err, etag), 0);
    assert_string_equal(etag, "e-2");
}

static void a_failed_upload_is_aborted(void **state)
{
    const struct fake_step denied = { .status = 403 };
    const struct fake_step late = { .status = 200,
                                    .answer = "<Error><Code>InternalError</Code></Error>" };
    const struct fake_step no_create[] = { denied };
    const struct fake_step no_part[] = { create, denied, aborted };
    const struct fake_step no_end[] = { create, part_1, part_2, late, late, late, aborted };
    char etag[S3_ETAG_MAX];
    struct err err;

    (void)state;
    assert_int_equal(upload_two_parts(no_create, 1, &err, etag), -1);
    assert_int_equal(upload_two_parts(no_part, 3, &err, etag), -1);
    assert_int_equal(err.kind, ERR_DENIED);
    assert_int_equal(upload_two_parts(no_end, 7, &err, etag), -1);
    assert_int_equal(err.kind, ERR_TRANSIENT);
}

static void a_lost_answer_to_the_last_step_is_looked_up(void **state)
{
    const struct fake_step lost = { .fault = "ConnectionFault" };
    const struct fake_step gone = { .status = 404,
                                    .answer = "<Error><Code>NoSuchUpload</Code></Error>" };
    const struct fake_step there = {
        .method = "HEAD",
        .status = 200,
        .headers = "Content-Length: 1\nETag: \"2da9c1f234c16e46a0ba95200f690e60-2\"\n"
    };
    const struct fake_step other = { .method = "HEAD",
                                     .status = 200,
                                     .headers = "Content-Length: 1\nETag: \"x-2\"\n" };
    const struct fake_step good[] = { create, part_1, part_2, lost, gone, there };
    const struct fake_step bad[] = { create, part_1, part_2, lost, gone, other, aborted };
    char etag[S3_ETAG_MAX];
    struct err err;

    (void)state;
    assert_int_equal(upload_two_parts(good, 6, &err, etag), 0);
    assert_int_equal(upload_two_parts(bad, 7, &err, etag), -1);
    assert_int_equal(err.kind, ERR_TRANSIENT); /* what is gone can be sent anew */
}

static atomic_bool stop;

static void set_stop(void)
{
    atomic_store(&stop, true);
}

static void a_stopped_upload_is_aborted_all_the_same(void **state)
{
    struct fake_step slow = { .status = 500, .before = set_stop };
    const struct fake_step steps[] = { create, slow, aborted };
    CLEANUP(mem_freep) uint8_t *bytes = mem_zalloc(S3_PART_BYTES + 1);
    struct fake_transport fake = { .steps = steps, .n_steps = 3 };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(test_config, fake_transport(&fake));
    const struct s3_put put = { "bucket", "k", NULL, NULL };
    struct s3_upload *upload = s3_upload_new(s3, &put);
    struct err err;

    (void)state;
    s3_set_stop(s3, &stop);
    assert_int_equal(s3_upload_add(upload, (struct span){ bytes, S3_PART_BYTES + 1 }, &err), -1);
    assert_int_equal(err.kind, ERR_CLOSED);
    s3_upload_free(upload);
    fake_transport_done(&fake);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_large_upload_goes_in_parts),
        cmocka_unit_test(a_failed_upload_is_aborted),
        cmocka_unit_test(a_lost_answer_to_the_last_step_is_looked_up),
        cmocka_unit_test(a_stopped_upload_is_aborted_all_the_same),
    };

    return cmocka_run_group_tests(tests, aws_test_set_up, aws_test_tear_down);
}
