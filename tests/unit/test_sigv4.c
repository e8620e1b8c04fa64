/* aws/sigv4: the published vectors, the rules of each part, and the refusals. */
#include "lib/unit.h"

#include "aws/sigv4.h"
#include "base/json.h"
#include "base/mem.h"
#include "lib/files.h"

#define MAX_PAIRS 16

static size_t read_pairs(struct json_object *list, struct sigv4_pair out[MAX_PAIRS])
{
    size_t n = json_length(list);

    assert_true(n <= MAX_PAIRS);
    for (size_t i = 0; i < n; i++) {
        out[i].name = json_to_span(json_at(json_at(list, i), 0));
        out[i].value = json_to_span(json_at(json_at(list, i), 1));
    }
    return n;
}

static struct span text_of(struct json_object *vector, const char *path)
{
    return json_to_span(json_find(vector, path));
}

static void check_vector(struct json_object *vector)
{
    struct sigv4_pair query[MAX_PAIRS], headers[MAX_PAIRS];
    CLEANUP(sigv4_signed_release) struct sigv4_signed out = { 0 };
    bool s3 = json_to_bool(json_find(vector, "s3"));
    struct sigv4_request request = {
        .method = text_of(vector, "method"),
        .path = text_of(vector, "path"),
        .query = query,
        .n_query = read_pairs(json_find(vector, "query"), query),
        .headers = headers,
        .n_headers = read_pairs(json_find(vector, "headers"), headers),
        .payload_hash = text_of(vector, "payload_hash"),
    };
    struct sigv4_signer signer = {
        .access_key_id = text_of(vector, "access_key_id"),
        .secret_access_key = text_of(vector, "secret_access_key"),
        .session_token = text_of(vector, "session_token"),
        .region = span_str("us-east-1"),
        .service = text_of(vector, "service"),
        .timestamp = text_of(vector, "timestamp"),
        .normalize_path = !s3,
        .double_encode = !s3,
        .signed_body_header = s3,
        .omit_session_token = json_to_bool(json_find(vector, "omit_session_token")),
    };
    struct err err;

    print_message("vector: %s\n", json_to_str(json_find(vector, "name")));
    assert_int_equal(sigv4_sign(&request, &signer, &out, &err), 0);
    assert_string_equal(out.signature, json_to_str(json_find(vector, "signature")));
}

static void published_vectors_hold(void **state)
{
    CLEANUP(json_releasep)
    struct json_object *root = read_json(TEST_DATA "/sigv4/vectors.json");
    struct json_object *vectors;

    (void)state;
    vectors = json_find(root, "vectors");
    assert_true(json_length(vectors) >= 8);
    for (size_t i = 0; i < json_length(vectors); i++) {
        check_vector(json_at(vectors, i));
    }
}

/* A request that is signed, for tests that change one thing of it. */
static struct sigv4_pair host = { { (const uint8_t *)"Host", 4 }, { (const uint8_t *)"h", 1 } };

static struct sigv4_request plain_request(void)
{
    return (struct sigv4_request){
        .method = span_str("GET"),
        .path = span_str("/"),
        .headers = &host,
        .n_headers = 1,
        .payload_hash = span_str("UNSIGNED-PAYLOAD"),
    };
}

static struct sigv4_signer plain_signer(void)
{
    return (struct sigv4_signer){
        .access_key_id = span_str("AKID"),
        .secret_access_key = span_str("very-secret"),
        .session_token = span_str("very-token"),
        .region = span_str("r"),
        .service = span_str("s"),
        .timestamp = span_str("20150830T123600Z"),
        .normalize_path = true,
        .double_encode = true,
    };
}

/* The line of the canonical request, counted from 0. */
static char *line_of(const struct sigv4_request *request, const struct sigv4_signer *signer,
                     unsigned line)
{
    CLEANUP(sigv4_signed_release) struct sigv4_signed out = { 0 };
    const char *text;
    struct err err;

    assert_int_equal(sigv4_sign(request, signer, &out, &err), 0);
    text = buf_cstr(&out.canonical_request);
    for (; line > 0; line--) {
        text = strchr(text, '\n') + 1;
    }
    return mem_strndup(text, strcspn(text, "\n"));
}

static void paths_are_normalised_and_encoded_as_asked(void **state)
{
    static const struct {
        const char *path, *plain, *s3;
    } cases[] = {
        { "", "/", "/" },
        { "/", "/", "/" },
        { "/a/b", "/a/b", "/a/b" },
        { "/a/../b", "/b", "/a/../b" },
        { "/..", "/", "/.." },
        { "/../../a", "/a", "/../../a" },
        { "/./", "/", "/./" },
        { "//a//b//", "/a/b/", "//a//b//" },
        { "/a/.", "/a", "/a/." },
        { "/a/b/..", "/a", "/a/b/.." },
        { "/a/./b/", "/a/b/", "/a/./b/" },
        { "/...", "/...", "/..." },
        { "/a%20b", "/a%2520b", "/a%20b" },
        { "/a b", "/a%20b", "/a b" },
        { "/\xc3\xa9~-_.", "/%C3%A9~-_.", "/\xc3\xa9~-_." },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct sigv4_request request = plain_request();
        struct sigv4_signer signer = plain_signer();
        CLEANUP(mem_freep) char *plain = NULL;
        CLEANUP(mem_freep) char *s3 = NULL;

        print_message("case: '%s'\n", cases[i].path);
        request.path = span_str(cases[i].path);
        plain = line_of(&request, &signer, 1);
        signer.normalize_path = signer.double_encode = false;
        s3 = line_of(&request, &signer, 1);
        assert_string_equal(plain, cases[i].plain);
        assert_string_equal(s3, cases[i].s3);
    }
}

static struct sigv4_pair pair(const char *name, const char *value)
{
    return (struct sigv4_pair){ span_str(name), span_str(value) };
}

static void query_is_encoded_then_sorted(void **state)
{
    const struct sigv4_pair query[] = { pair("b", "2"),        pair("a-", "x"), pair("a", "z"),
                                        pair("a", "\xc3\xa9"), pair("a", ""),   pair("", "e"),
                                        pair("A b", "+/=&") };
    struct sigv4_request request = plain_request();
    struct sigv4_signer signer = plain_signer();
    CLEANUP(mem_freep) char *line = NULL;

    (void)state;
    request.query = query;
    request.n_query = ARRAY_LEN(query);
    line = line_of(&request, &signer, 2);
    assert_string_equal(line, "=e&A%20b=%2B%2F%3D%26&a=&a=%C3%A9&a=z&a-=x&b=2");
}

static void headers_are_trimmed_joined_and_chosen(void **state)
{
    const struct sigv4_pair headers[] = {
        pair("My-Header", "  b   c "), pair("host", "h"),        pair("X-Amz-Date", "wrong"),
        pair("my-header", "a"),        pair("User-Agent", "ua"), pair("Expect", "100"),
        pair("Connection", "close"),   pair("EMPTY", "   "),     pair("TE", "x"),
    };
    struct sigv4_request request = plain_request();
    struct sigv4_signer signer = plain_signer();
    CLEANUP(sigv4_signed_release) struct sigv4_signed out = { 0 };
    struct err err;

    (void)state;
    request.headers = headers;
    request.n_headers = ARRAY_LEN(headers);
    signer.signed_body_header = true;
    assert_int_equal(sigv4_sign(&request, &signer, &out, &err), 0);
    assert_string_equal(
        buf_cstr(&out.canonical_request),
        "GET\n/\n\nempty:\nhost:h\nmy-header:b c,a\nx-amz-content-sha256:UNSIGNED-PAYLOAD\n"
        "x-amz-date:20150830T123600Z\nx-amz-security-token:very-token\n\n"
        "empty;host;my-header;x-amz-content-sha256;x-amz-date;x-amz-security-token\n"
        "UNSIGNED-PAYLOAD");
    assert_int_equal(out.n_added, 3);
}

static void an_omitted_token_is_not_signed(void **state)
{
    const struct sigv4_pair headers[] = { host, pair("X-Amz-Security-Token", "very-token") };
    struct sigv4_request request = plain_request();
    struct sigv4_signer signer = plain_signer();
    CLEANUP(sigv4_signed_release) struct sigv4_signed out = { 0 };
    struct err err;

    (void)state;
    request.headers = headers;
    request.n_headers = 2;
    signer.omit_session_token = true;
    assert_int_equal(sigv4_sign(&request, &signer, &out, &err), 0);
    assert_null(strstr(buf_cstr(&out.canonical_request), "token"));
}

static void refusals_name_what_and_hold_no_secret(void **state)
{
    static const struct {
        const char *label, *method, *path, *region, *service, *timestamp, *id, *secret, *token;
        const char *header, *value;
    } cases[] = {
        { "line break in method", "G\nET", "/", "r", "s", "20150830T123600Z", "a", "b", "t", "x",
          "v" },
        { "line break in path", "GET", "/\r", "r", "s", "20150830T123600Z", "a", "b", "t", "x",
          "v" },
        { "line break in region", "GET", "/", "r\n", "s", "20150830T123600Z", "a", "b", "t", "x",
          "v" },
        { "line break in service", "GET", "/", "r", "\ns", "20150830T123600Z", "a", "b", "t", "x",
          "v" },
        { "time in another form", "GET", "/", "r", "s", "2015-08-30T12:36:00Z", "a", "b", "t", "x",
          "v" },
        { "time with a letter", "GET", "/", "r", "s", "20150830T12360xZ", "a", "b", "t", "x", "v" },
        { "time without Z", "GET", "/", "r", "s", "20150830T123600+", "a", "b", "t", "x", "v" },
        { "month 13", "GET", "/", "r", "s", "20151330T123600Z", "a", "b", "t", "x", "v" },
        { "no id", "GET", "/", "r", "s", "20150830T123600Z", "", "b", "t", "x", "v" },
        { "no secret", "GET", "/", "r", "s", "20150830T123600Z", "a", "", "t", "x", "v" },
        { "line break in id", "GET", "/", "r", "s", "20150830T123600Z", "a\n", "b", "t", "x", "v" },
        { "line break in token", "GET", "/", "r", "s", "20150830T123600Z", "a", "b", "t\nu", "x",
          "v" },
        { "empty header name", "GET", "/", "r", "s", "20150830T123600Z", "a", "b", "t", "", "v" },
        { "blank in header name", "GET", "/", "r", "s", "20150830T123600Z", "a", "b", "t", "x y",
          "v" },
        { "colon in header name", "GET", "/", "r", "s", "20150830T123600Z", "a", "b", "t",
          "x:", "v" },
        { "umlaut in header name", "GET", "/", "r", "s", "20150830T123600Z", "a", "b", "t",
          "\xc3\xa9", "v" },
        { "line break in header", "GET", "/", "r", "s", "20150830T123600Z", "a", "b", "t", "x",
          "v\nw" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct sigv4_pair headers[] = { host, pair(cases[i].header, cases[i].value) };
        struct sigv4_request request = plain_request();
        struct sigv4_signer signer = plain_signer();
        struct sigv4_signed out;
        struct err err;

        print_message("case: %s\n", cases[i].label);
        request.method = span_str(cases[i].method);
        request.path = span_str(cases[i].path);
        request.headers = headers;
        request.n_headers = 2;
        signer.region = span_str(cases[i].region);
        signer.service = span_str(cases[i].service);
        signer.timestamp = span_str(cases[i].timestamp);
        signer.access_key_id = span_str(cases[i].id);
        signer.secret_access_key = span_str(cases[i].secret);
        signer.session_token = span_str(cases[i].token);
        assert_int_equal(sigv4_sign(&request, &signer, &out, &err), -1);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_int_equal(out.canonical_request.len, 0);
        sigv4_signed_release(&out);
    }
}

static void a_request_without_host_or_with_nul_is_refused(void **state)
{
    const struct sigv4_pair nul = { span_str("x"), { (const uint8_t *)"a\0b", 3 } };
    const struct sigv4_pair headers[] = { host, nul };
    struct sigv4_request request = plain_request();
    struct sigv4_signer signer = plain_signer();
    struct sigv4_signed out;
    struct err err;

    (void)state;
    request.n_headers = 0;
    assert_int_equal(sigv4_sign(&request, &signer, &out, &err), -1);
    request.headers = headers;
    request.n_headers = 2;
    assert_int_equal(sigv4_sign(&request, &signer, &out, &err), -1);
    sigv4_signed_release(&out);
    sigv4_signed_release(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_vectors_hold),
        cmocka_unit_test(paths_are_normalised_and_encoded_as_asked),
        cmocka_unit_test(query_is_encoded_then_sorted),
        cmocka_unit_test(headers_are_trimmed_joined_and_chosen),
        cmocka_unit_test(an_omitted_token_is_not_signed),
        cmocka_unit_test(refusals_name_what_and_hold_no_secret),
        cmocka_unit_test(a_request_without_host_or_with_nul_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
