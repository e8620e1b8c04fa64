#include "aws/sigv4.h"

#include <string.h>

#include "aws/sigv4_canonical.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"

#define DATE_BYTES      8              /* YYYYMMDD */
#define TIMESTAMP_BYTES 16             /* YYYYMMDDTHHMMSSZ */
#define UNCAPPED        (SIZE_MAX / 4) /* grows with the request, which its caller has capped */

static bool equal_nocase(struct span a, const char *b)
{
    return a.len == strlen(b) && strncasecmp((const char *)a.data, b, a.len) == 0;
}

/* Headers that are never signed because proxies and libraries change them; any case. */
static bool is_unsigned(struct span name)
{
    static const char *const names[] = {
        "authorization",
        "connection",
        "expect",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "x-amzn-trace-id",
    };

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (equal_nocase(name, names[i])) {
            return true;
        }
    }
    return false;
}

/* RFC 9110 section 5.6.2. */
static bool is_token(struct span name)
{
    for (size_t i = 0; i < name.len; i++) {
        uint8_t c = name.data[i];

        if (!text_is_letter(c) && !text_is_digit(c) &&
            (c == '\0' || strchr("!#$%&'*+-.^_`|~", c) == NULL)) {
            return false;
        }
    }
    return name.len > 0;
}

static int check_line(const char *what, struct span text, struct err *err)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\r' || text.data[i] == '\n' || text.data[i] == '\0') {
            return err_set(err, ERR_INPUT, "cannot sign: line break or NUL in %s", what);
        }
    }
    return 0;
}

static int check_timestamp(struct span timestamp, struct err *err)
{
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    char iso[sizeof form];
    size_t at = 0;
    int64_t when;

    for (size_t i = 0; i < sizeof form - 1 && timestamp.len == TIMESTAMP_BYTES; i++) {
        iso[i] = form[i] == '-' || form[i] == ':' ? form[i] : (char)timestamp.data[at++];
    }
    iso[sizeof iso - 1] = '\0';
    if (timestamp.len != TIMESTAMP_BYTES || !clock_parse_iso(iso, &when)) {
        return err_set(err, ERR_INPUT, "cannot sign: timestamp is not YYYYMMDDTHHMMSSZ");
    }
    return 0;
}

static int check_headers(const struct sigv4_request *request, struct err *err)
{
    bool host = false;

    for (size_t i = 0; i < request->n_headers; i++) {
        if (!is_token(request->headers[i].name)) {
            return err_set(err, ERR_INPUT, "cannot sign: name of header %zu is no token", i + 1);
        }
        TRY(check_line("a header value", request->headers[i].value, err));
        host = host || equal_nocase(request->headers[i].name, "host");
    }
    return host ? 0 : err_set(err, ERR_INPUT, "cannot sign: no Host header");
}

static int check(const struct sigv4_request *request, const struct sigv4_signer *signer,
                 struct err *err)
{
    const struct {
        const char *what;
        struct span text;
    } lines[] = {
        { "method", request->method },
        { "path", request->path },
        { "payload hash", request->payload_hash },
        { "region", signer->region },
        { "service", signer->service },
        { "access key id", signer->access_key_id },
        { "session token", signer->session_token },
    };

    if (signer->access_key_id.len == 0 || signer->secret_access_key.len == 0) {
        return err_set(err, ERR_INPUT, "cannot sign: empty access key id or secret");
    }
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        TRY(check_line(lines[i].what, lines[i].text, err));
    }
    TRY(check_timestamp(signer->timestamp, err));
    return check_headers(request, err);
}

static void add_header(struct sigv4_signed *out, const char *name, struct span value)
{
    out->added[out->n_added++] = (struct sigv4_pair){ span_str(name), value };
}

static bool replaced(const struct sigv4_signed *out, struct span name)
{
    for (size_t i = 0; i < out->n_added; i++) {
        if (equal_nocase(name, (const char *)out->added[i].name.data)) {
            return true;
        }
    }
    return false;
}

/* The headers that are signed: the request's, less those that never are, with ours in place. */
static size_t effective_headers(const struct sigv4_request *request,
                                const struct sigv4_signer *signer, struct sigv4_signed *out,
                                struct sigv4_pair *headers)
{
    size_t n = 0;

    add_header(out, "x-amz-date", signer->timestamp);
    if (signer->session_token.len > 0 && !signer->omit_session_token) {
        add_header(out, "x-amz-security-token", signer->session_token);
    }
    if (signer->signed_body_header) {
        add_header(out, "x-amz-content-sha256", request->payload_hash);
    }
    for (size_t i = 0; i < request->n_headers; i++) {
        struct span name = request->headers[i].name;
        bool omitted = signer->omit_session_token && equal_nocase(name, "x-amz-security-token");

        if (!is_unsigned(name) && !replaced(out, name) && !omitted) {
            headers[n++] = request->headers[i];
        }
    }
    for (size_t i = 0; i < out->n_added; i++) {
        headers[n++] = out->added[i];
    }
    return n;
}

static void build_canonical(const struct sigv4_request *request, const struct sigv4_signer *signer,
                            const struct sigv4_pair *headers, size_t n_headers, struct buf *names,
                            struct buf *out)
{
    buf_add_span(out, request->method);
    buf_add_byte(out, '\n');
    canonical_path(request->path, signer->normalize_path, signer->double_encode, out);
    buf_add_byte(out, '\n');
    canonical_query(request->query, request->n_query, out);
    buf_add_byte(out, '\n');
    canonical_headers(headers, n_headers, out, names);
    buf_add_byte(out, '\n');
    buf_add_span(out, buf_span(names));
    buf_add_byte(out, '\n');
    buf_add_span(out, request->payload_hash);
}

static void add_scope(const struct sigv4_signer *signer, struct buf *out)
{
    buf_add(out, signer->timestamp.data, DATE_BYTES);
    buf_add_byte(out, '/');
    buf_add_span(out, signer->region);
    buf_add_byte(out, '/');
    buf_add_span(out, signer->service);
    buf_add_str(out, "/aws4_request");
}

static void build_string_to_sign(const struct sigv4_signer *signer, struct sigv4_signed *out)
{
    uint8_t hash[SHA256_BYTES];
    char hex[SHA256_HEX];

    digest_sha256(buf_span(&out->canonical_request), hash);
    digest_hex(hash, sizeof hash, hex);
    buf_add_str(&out->string_to_sign, "AWS4-HMAC-SHA256\n");
    buf_add_span(&out->string_to_sign, signer->timestamp);
    buf_add_byte(&out->string_to_sign, '\n');
    add_scope(signer, &out->string_to_sign);
    buf_add_byte(&out->string_to_sign, '\n');
    buf_add_str(&out->string_to_sign, hex);
}

/* HMAC over HMAC: date, region, service, "aws4_request", then what is signed. */
static void compute_signature(const struct sigv4_signer *signer, struct sigv4_signed *out)
{
    const struct span steps[] = {
        { signer->timestamp.data, DATE_BYTES },
        signer->region,
        signer->service,
        span_str("aws4_request"),
        buf_span(&out->string_to_sign),
    };
    size_t secret_len = 4 + signer->secret_access_key.len;
    uint8_t *secret = mem_alloc(secret_len);
    uint8_t keys[2][SHA256_BYTES];

    memcpy(secret, "AWS4", 4);
    memcpy(secret + 4, signer->secret_access_key.data, signer->secret_access_key.len);
    digest_hmac_sha256((struct span){ secret, secret_len }, steps[0], keys[0]);
    for (size_t i = 1; i < ARRAY_LEN(steps); i++) {
        digest_hmac_sha256((struct span){ keys[(i - 1) % 2], SHA256_BYTES }, steps[i], keys[i % 2]);
    }
    digest_hex(keys[(ARRAY_LEN(steps) - 1) % 2], SHA256_BYTES, out->signature);
    mem_wipe(secret, secret_len);
    mem_wipe(keys, sizeof keys);
    mem_free(secret);
}

int sigv4_sign(const struct sigv4_request *request, const struct sigv4_signer *signer,
               struct sigv4_signed *out, struct err *err)
{
    CLEANUP(buf_release) struct buf names = BUF_INIT(UNCAPPED);
    CLEANUP(mem_freep) struct sigv4_pair *headers = NULL;
    size_t n_headers;

    *out = (struct sigv4_signed){ .canonical_request = BUF_INIT(UNCAPPED),
                                  .string_to_sign = BUF_INIT(UNCAPPED),
                                  .authorization = BUF_INIT(UNCAPPED) };
    TRY(check(request, signer, err));
    headers = mem_array(request->n_headers + SIGV4_MAX_ADDED, sizeof *headers);
    n_headers = effective_headers(request, signer, out, headers);
    build_canonical(request, signer, headers, n_headers, &names, &out->canonical_request);
    build_string_to_sign(signer, out);
    compute_signature(signer, out);

    buf_add_str(&out->authorization, "AWS4-HMAC-SHA256 Credential=");
    buf_add_span(&out->authorization, signer->access_key_id);
    buf_add_byte(&out->authorization, '/');
    add_scope(signer, &out->authorization);
    buf_add_str(&out->authorization, ", SignedHeaders=");
    buf_add_span(&out->authorization, buf_span(&names));
    buf_printf(&out->authorization, ", Signature=%s", out->signature);
    return 0;
}

void sigv4_signed_release(struct sigv4_signed *result)
{
    if (result == NULL) {
        return;
    }
    buf_release(&result->canonical_request); /* holds the session token */
    buf_release(&result->string_to_sign);
    buf_release(&result->authorization);
    *result = (struct sigv4_signed){ 0 };
}
