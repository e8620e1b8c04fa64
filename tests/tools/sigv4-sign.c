/*
 * Signs requests from standard input, one JSON object a line, and answers a line each: the signer's
 * door for tests. No network, environment, file or clock.
 */
#include <stdio.h>
#include <string.h>

#include "aws/sigv4.h"
#include "base/json.h"
#include "base/mem.h"
#include "net/uri.h"

#define MAX_LINE_BYTES ((size_t)1024 * 1024)
#define MAX_KEY_BYTES  1024

/* What of a request line has to be kept while it is signed. */
struct job {
    struct buf path, body;
    struct sigv4_pair *query, *headers;
    char payload_hash[SHA256_HEX];
    struct sigv4_request request;
    struct sigv4_signer signer;
};

static void job_release(struct job *job)
{
    buf_release(&job->path);
    buf_release(&job->body);
    mem_free(job->query);
    mem_free(job->headers);
}

static int get_span(struct json_object *root, const char *path, struct span *out, struct err *err)
{
    const char *text;

    TRY(json_get_str(root, path, &text, err));
    *out = json_to_span(json_find(root, path));
    return 0;
}

/* [[name, value], …] */
static int read_pairs(struct json_object *root, const char *name, struct sigv4_pair **out,
                      size_t *n, struct err *err)
{
    struct json_object *array;

    TRY(json_get_array(root, name, &array, err));
    *n = json_length(array);
    *out = mem_array(*n, sizeof **out);
    for (size_t i = 0; i < *n; i++) {
        struct json_object *pair = json_at(array, i);

        if (json_length(pair) != 2 || !json_is_str(json_at(pair, 0)) ||
            !json_is_str(json_at(pair, 1))) {
            return err_set(err, ERR_INPUT, "%s[%zu]: [name, value] expected", name, i);
        }
        (*out)[i] =
            (struct sigv4_pair){ json_to_span(json_at(pair, 0)), json_to_span(json_at(pair, 1)) };
    }
    return 0;
}

static int read_key(struct json_object *root, struct job *job, struct err *err)
{
    const char *bucket = NULL;
    struct span key;

    TRY(get_span(root, "key", &key, err));
    TRY(json_opt_str(root, "bucket", &bucket, err));
    if (key.len == 0 || key.len > MAX_KEY_BYTES) {
        return err_set(err, ERR_INPUT, "key: 1 to %d bytes expected", MAX_KEY_BYTES);
    }
    if (bucket != NULL) {
        buf_add_byte(&job->path, '/');
        uri_encode(json_to_span(json_find(root, "bucket")), false, &job->path);
    }
    buf_add_byte(&job->path, '/');
    uri_encode(key, true, &job->path);
    return 0;
}

static int read_path(struct json_object *root, struct job *job, struct err *err)
{
    struct span path;

    job->path = (struct buf)BUF_INIT(8 * MAX_LINE_BYTES);
    if (!json_is_null(json_find(root, "key"))) {
        if (!json_is_null(json_find(root, "path"))) {
            return err_set(err, ERR_INPUT, "path and key exclude each other");
        }
        TRY(read_key(root, job, err));
    } else {
        TRY(get_span(root, "path", &path, err));
        buf_add_span(&job->path, path);
    }
    if (job->path.len == 0) {
        buf_add_byte(&job->path, '/');
    }
    job->request.path = buf_span(&job->path);
    return 0;
}

static int read_body(struct json_object *root, struct job *job, struct err *err)
{
    const char *body = NULL, *base64 = NULL, *given = NULL;
    struct span bytes = { NULL, 0 };
    uint8_t hash[SHA256_BYTES];

    job->body = (struct buf)BUF_INIT(MAX_LINE_BYTES);
    TRY(json_opt_str(root, "body", &body, err));
    TRY(json_opt_str(root, "body_base64", &base64, err));
    TRY(json_opt_str(root, "payload_hash", &given, err));
    if (body != NULL && base64 != NULL) {
        return err_set(err, ERR_INPUT, "body and body_base64 exclude each other");
    }
    if (base64 != NULL) {
        if (!digest_base64_decode(json_to_span(json_find(root, "body_base64")), &job->body)) {
            return err_set(err, ERR_INPUT, "body_base64: base64 expected");
        }
        bytes = buf_span(&job->body);
    } else if (body != NULL) {
        bytes = json_to_span(json_find(root, "body"));
    }
    if (given != NULL) {
        job->request.payload_hash = json_to_span(json_find(root, "payload_hash"));
        return 0;
    }
    digest_sha256(bytes, hash);
    digest_hex(hash, sizeof hash, job->payload_hash);
    job->request.payload_hash = span_str(job->payload_hash);
    return 0;
}

static int read_signer(struct json_object *root, struct sigv4_signer *signer, struct err *err)
{
    const char *token = NULL;

    *signer = (struct sigv4_signer){ .normalize_path = true, .double_encode = true };
    TRY(get_span(root, "region", &signer->region, err));
    TRY(get_span(root, "service", &signer->service, err));
    TRY(get_span(root, "timestamp", &signer->timestamp, err));
    TRY(get_span(root, "credentials.access_key_id", &signer->access_key_id, err));
    TRY(get_span(root, "credentials.secret_access_key", &signer->secret_access_key, err));
    TRY(json_opt_str(root, "credentials.session_token", &token, err));
    if (token != NULL) {
        signer->session_token = json_to_span(json_find(root, "credentials.session_token"));
    }
    TRY(json_opt_bool(root, "options.normalize_path", &signer->normalize_path, err));
    TRY(json_opt_bool(root, "options.double_encode", &signer->double_encode, err));
    TRY(json_opt_bool(root, "options.signed_body_header", &signer->signed_body_header, err));
    return json_opt_bool(root, "options.omit_session_token", &signer->omit_session_token, err);
}

static int read_job(struct json_object *root, struct job *job, struct err *err)
{
    struct json_object *options = NULL;

    if (!json_is_object(root)) {
        return err_set(err, ERR_INPUT, "object expected");
    }
    TRY(json_opt_object(root, "options", &options, err));
    TRY(get_span(root, "method", &job->request.method, err));
    TRY(read_path(root, job, err));
    TRY(read_pairs(root, "query", &job->query, &job->request.n_query, err));
    TRY(read_pairs(root, "headers", &job->headers, &job->request.n_headers, err));
    job->request.query = job->query;
    job->request.headers = job->headers;
    TRY(read_body(root, job, err));
    return read_signer(root, &job->signer, err);
}

static void set_text(struct json_object *answer, const char *name, struct span text)
{
    json_set(answer, name, json_new_span(text));
}

static int sign_line(struct span line, struct json_object *answer, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *root = NULL;
    CLEANUP(job_release) struct job job = { 0 };
    CLEANUP(sigv4_signed_release) struct sigv4_signed out = { 0 };

    TRY(json_parse_nul(line, &root, err)); /* a body and a query may hold NUL */
    TRY(read_job(root, &job, err));
    TRY(sigv4_sign(&job.request, &job.signer, &out, err));
    set_text(answer, "canonical_request", buf_span(&out.canonical_request));
    set_text(answer, "string_to_sign", buf_span(&out.string_to_sign));
    set_text(answer, "signature", span_str(out.signature));
    set_text(answer, "authorization", buf_span(&out.authorization));
    set_text(answer, "path", buf_span(&job.path));
    return 0;
}

static void answer_line(struct buf *line)
{
    CLEANUP(json_releasep) struct json_object *answer = json_new_object();
    CLEANUP(buf_release) struct buf text = BUF_INIT(64 * MAX_LINE_BYTES);
    struct err err = { 0 };

    if (buf_check(line, "line", &err) != 0 || sign_line(buf_span(line), answer, &err) != 0) {
        json_set_str(answer, "error", err.message);
    }
    json_write(answer, &text);
    buf_add_byte(&text, '\n');
    fwrite(text.data, 1, text.len, stdout);
    fflush(stdout);
}

static bool blank(const struct buf *line)
{
    for (size_t i = 0; i < line->len; i++) {
        if (strchr(" \t\r", line->data[i]) == NULL || line->data[i] == '\0') {
            return false;
        }
    }
    return !line->overflowed;
}

int main(void)
{
    CLEANUP(buf_release) struct buf line = BUF_INIT(MAX_LINE_BYTES);
    int c;

    do {
        c = getc(stdin);
        if (c != EOF && c != '\n') {
            buf_add_byte(&line, (uint8_t)c);
            continue;
        }
        if (!blank(&line)) {
            answer_line(&line);
        }
        buf_clear(&line);
    } while (c != EOF);
    return 0;
}
