/* base/digest: published vectors. Sources: FIPS 180-4 and RFC 1321 examples, RFC 4231, RFC 3720
 * B.4, RFC 4648 10, RFC 4122. */
#include "lib/unit.h"

#include "base/digest.h"

static void hashes(void **state)
{
    uint8_t out[64];
    struct digest md5;
    char hex[129];

    (void)state;
    digest_sha256(span_str("abc"), out);
    digest_hex(out, SHA256_BYTES, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    digest_sha256(span_str(""), out);
    digest_hex(out, SHA256_BYTES, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    digest_init(&md5, DIGEST_MD5);
    digest_update(&md5, span_str("message "));
    digest_update(&md5, span_str("digest"));
    assert_int_equal(digest_final(&md5, out), MD5_BYTES);
    digest_hex(out, MD5_BYTES, hex);
    assert_string_equal(hex, "f96b697d7cb7938d525a2f31aaf161d0");
    digest_hmac_sha256(span_str("Jefe"), span_str("what do ya want for nothing?"), out);
    digest_hex(out, SHA256_BYTES, hex);
    assert_string_equal(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

static void crcs_run_on(void **state)
{
    uint32_t crc = digest_crc32(0, span_str("1234"));

    (void)state;
    assert_int_equal(digest_crc32(crc, span_str("56789")), 0xcbf43926);
    assert_int_equal(digest_crc32c(0, span_str("123456789")), 0xe3069283);
}

static void base64_there_and_back(void **state)
{
    static const char *const cases[][2] = {
        { "", "" },
        { "f", "Zg==" },
        { "fo", "Zm8=" },
        { "foo", "Zm9v" },
        { "foob", "Zm9vYg==" },
        { "fooba", "Zm9vYmE=" },
        { "foobar", "Zm9vYmFy" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf text = BUF_INIT(100);
        CLEANUP(buf_release) struct buf back = BUF_INIT(100);

        digest_base64(span_str(cases[i][0]), &text);
        assert_string_equal(buf_cstr(&text), cases[i][1]);
        assert_true(digest_base64_decode(buf_span(&text), &back));
        assert_string_equal(buf_cstr(&back), cases[i][0]);
    }
}

static void base64_refuses(void **state)
{
    static const char *const cases[] = { "Zg",       "Zg=",  "Z===", "====",
                                         "Zm9v Zm9", "Zm=v", "Zh==", "Zm9=" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf back = BUF_INIT(100);

        print_message("case: %s\n", cases[i]);
        assert_false(digest_base64_decode(span_str(cases[i]), &back));
    }
}

static void uuid_of_a_url(void **state)
{
    char uuid[UUID_TEXT];

    (void)state;
    digest_uuid_url(span_str("http://www.example.com/"), uuid);
    assert_string_equal(uuid, "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
}

/* Eight bytes a step and one byte a step are two ways to the same sum. */
static void crcs_of_any_split_agree(void **state)
{
    uint8_t bytes[1000];
    struct span all = { bytes, sizeof bytes };
    uint32_t one = 0, castagnoli = 0;

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (uint8_t)(i * 7 + i / 256);
        one = digest_crc32(one, (struct span){ bytes + i, 1 });
        castagnoli = digest_crc32c(castagnoli, (struct span){ bytes + i, 1 });
    }
    assert_int_equal(digest_crc32(0, all), one);
    assert_int_equal(digest_crc32c(0, all), castagnoli);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes),
        cmocka_unit_test(crcs_run_on),
        cmocka_unit_test(crcs_of_any_split_agree),
        cmocka_unit_test(base64_there_and_back),
        cmocka_unit_test(base64_refuses),
        cmocka_unit_test(uuid_of_a_url),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
