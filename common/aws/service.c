#include "aws/service.h"

#include <stdio.h>
#include <string.h>

#include "aws/endpoint.h"
#include "aws/service_error.h"
#include "aws/sigv4.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"

#define MAX_URL_BYTES      (32 * 1024)
#define STOP_LOOK_MS       50
#define OWN_HEADERS        8 /* Host, User-Agent, those that signing adds, Authorization */
#define USER_AGENT         "image-ingest-workers/" INGEST_VERSION
#define WORTH_RESUMING     (64 * 1024) /* bytes of a streamed body that make a try a new start */
#define SKEW_NOTICEABLE_MS (4 * 60 * 1000) /* AWS takes 5 (15 for S3) minutes either way */

const struct service_kind service_s3 = { "s3", "AWS_ENDPOINT_URL_S3", "s3",
                                         "s3", SERVICE_ERRORS_XML,    true };
const struct service_kind service_dynamodb = { "dynamodb", "AWS_ENDPOINT_URL_DYNAMODB", "dynamodb",
                                               "dynamodb", SERVICE_ERRORS_JSON,         false };
const struct service_kind service_states = { "states", "AWS_ENDPOINT_URL_SFN", "sfn",
                                             "states", SERVICE_ERRORS_JSON,    false };
const struct service_kind service_sts = { "sts", "AWS_ENDPOINT_URL_STS", "sts",
                                          "sts", SERVICE_ERRORS_XML,     false };

/* One call under way: all of its tries. */
struct call {
    struct service *service;
    const struct service_request *req;
    struct http_response *res;
    struct endpoint endpoint;
    char body_hash[SHA256_HEX];
    char host[300];
    struct buf path; /* as sent: the endpoint's own and the request's */
    struct buf url;
    struct sigv4_pair *query;
    char *refused_key, *refused_code; /* whom others were fetched for, and why; NULL: none yet */
    enum service_trouble trouble;     /* the last try's */
    bool skewed_once;
};

/* What one try sends. */
struct attempt {
    struct credentials credentials;
    char timestamp[CLOCK_TEXT_MAX];
    struct sigv4_signed signature;
    struct http_header headers[SERVICE_MAX_HEADERS + OWN_HEADERS];
    size_t n_headers;
};

static void attempt_release(struct attempt *attempt)
{
    credentials_release(&attempt->credentials);
    sigv4_signed_release(&attempt->signature);
}

static void call_release(struct call *call)
{
    buf_release(&call->path);
    buf_release(&call->url);
    mem_free(call->query);
    mem_free(call->refused_key);
    mem_free(call->refused_code);
}

static void add_url_query(struct call *call)
{
    for (size_t i = 0; i < call->req->n_query; i++) {
        const struct service_pair *pair = &call->req->query[i];

        buf_add_byte(&call->url, i == 0 ? '?' : '&');
        uri_encode(span_str(pair->name), false, &call->url);
        buf_add_byte(&call->url, '=');
        uri_encode(span_str(pair->value), false, &call->url);
        call->query[i] = (struct sigv4_pair){ span_str(pair->name), span_str(pair->value) };
    }
}

/* What does not change between tries. */
static int prepare(struct call *call, struct err *err)
{
    const struct service_request *req = call->req;
    CLEANUP(buf_release) struct buf host = BUF_INIT(sizeof call->host - 1);
    uint8_t hash[SHA256_BYTES];

    TRY(endpoint_resolve(call->service->config, call->service->kind, &call->endpoint, err));
    if (req->host != NULL) {
        snprintf(call->endpoint.uri.host, sizeof call->endpoint.uri.host, "%s", req->host);
    }
    uri_authority(&call->endpoint.uri, &host);
    snprintf(call->host, sizeof call->host, "%s", buf_cstr(&host));
    buf_add_str(&call->path, call->endpoint.uri.path);
    buf_add_str(&call->path, req->path);
    uri_origin(&call->endpoint.uri, &call->url);
    buf_add_span(&call->url, buf_span(&call->path));
    call->query = mem_array(req->n_query, sizeof *call->query);
    add_url_query(call);
    digest_sha256(req->body, hash);
    digest_hex(hash, sizeof hash, call->body_hash);
    return buf_check(&call->url, "request URL", err);
}

static void add_header(struct attempt *attempt, const char *name, const char *value)
{
    attempt->headers[attempt->n_headers++] = (struct http_header){ name, value };
}

static int sign(struct call *call, struct attempt *attempt, struct err *err)
{
    const struct service *service = call->service;
    const char *region =
        call->req->region != NULL ? call->req->region : aws_config_region(service->config);
    struct sigv4_pair headers[SERVICE_MAX_HEADERS + OWN_HEADERS];
    struct sigv4_request request = {
        .method = span_str(call->req->method),
        .path = buf_span(&call->path),
        .query = call->query,
        .n_query = call->req->n_query,
        .headers = headers,
        .n_headers = attempt->n_headers,
        .payload_hash = span_str(call->body_hash),
    };
    struct sigv4_signer signer = {
        .access_key_id = span_str(attempt->credentials.access_key_id),
        .secret_access_key = span_str(attempt->credentials.secret_access_key),
        .session_token = span_str(attempt->credentials.session_token),
        .region = span_str(region),
        .service = span_str(service->kind->name),
        .timestamp = span_str(attempt->timestamp),
        .normalize_path = !service->kind->s3_signing,
        .double_encode = !service->kind->s3_signing,
        .signed_body_header = service->kind->s3_signing,
    };

    for (size_t i = 0; i < attempt->n_headers; i++) {
        headers[i] = (struct sigv4_pair){ span_str(attempt->headers[i].name),
                                          span_str(attempt->headers[i].value) };
    }
    TRY(sigv4_sign(&request, &signer, &attempt->signature, err));
    for (size_t i = 0; i < attempt->signature.n_added; i++) {
        add_header(attempt, (const char *)attempt->signature.added[i].name.data,
                   (const char *)attempt->signature.added[i].value.data);
    }
    add_header(attempt, "Authorization", buf_cstr(&attempt->signature.authorization));
    return 0;
}

/* Headers and signature of one try, for the time that it is now (by the service's clock). */
static int compose(struct call *call, struct attempt *attempt, struct err *err)
{
    const struct service_request *req = call->req;
    int64_t now_ms = clock_unix_ms() + aws_config_skew_ms(call->service->config);

    clock_format(now_ms * 1000, CLOCK_BASIC, attempt->timestamp);
    add_header(attempt, "Host", call->host);
    add_header(attempt, "User-Agent", USER_AGENT);
    if (req->n_headers > SERVICE_MAX_HEADERS) {
        return err_set(err, ERR_INTERNAL, "%zu request headers", req->n_headers);
    }
    for (size_t i = 0; i < req->n_headers; i++) {
        add_header(attempt, req->headers[i].name, req->headers[i].value);
    }
    if (req->not_signed) {
        return 0;
    }
    if (req->credentials != NULL) {
        credentials_copy(req->credentials, &attempt->credentials);
    } else {
        TRY(credentials_get(aws_config_credentials(call->service->config), call->service->http,
                            &attempt->credentials, err));
    }
    return sign(call, attempt, err);
}

/* The service's clock as it answered: its Date, or S3's own words. */
static bool service_time(const struct http_response *res, int64_t *unix_us)
{
    const char *date = http_header_get(&res->headers, "Date");

    return date != NULL && clock_parse_http(date, unix_us);
}

/* A HEAD's refusal has no words: a Date far from ours then says enough. */
static bool looks_skewed(const struct call *call, const struct err *err)
{
    int64_t now_ms = clock_unix_ms() + aws_config_skew_ms(call->service->config), theirs_us;

    if (err->http_status != 403 || err->code[0] != '\0' || !service_time(call->res, &theirs_us)) {
        return false;
    }
    return theirs_us / 1000 - now_ms > SKEW_NOTICEABLE_MS ||
           now_ms - theirs_us / 1000 > SKEW_NOTICEABLE_MS;
}

/* Fetches others than the refused credentials, once a call. Refused for the same reason again they
 * are wrong; else they were replaced this moment, or are too new to be known everywhere: that
 * passes. */
static bool credentials_put_right(struct call *call, const char *access_key_id, struct err *err)
{
    if (call->req->not_signed || call->req->credentials != NULL) {
        return false;
    }
    if (call->refused_key == NULL) {
        call->refused_key = mem_strdup(access_key_id);
        call->refused_code = mem_strdup(err->code);
        credentials_expired(aws_config_credentials(call->service->config), access_key_id);
        return true;
    }
    if (strcmp(call->refused_key, access_key_id) != 0 ||
        strcmp(call->refused_code, err->code) != 0) {
        err->kind = ERR_TRANSIENT;
    }
    return false;
}

/* True when the try is to be repeated at once because what was wrong has been put right. */
static bool put_right(struct call *call, const struct attempt *attempt, struct err *err)
{
    struct aws_config *config = call->service->config;
    int64_t theirs_us;

    if (call->trouble == SERVICE_TROUBLE_EXPIRED) {
        return credentials_put_right(call, attempt->credentials.access_key_id, err);
    }
    if (call->trouble != SERVICE_TROUBLE_SKEWED && !looks_skewed(call, err)) {
        return false;
    }
    if (!service_time(call->res, &theirs_us)) {
        return false;
    }
    aws_config_set_skew_ms(config, theirs_us / 1000 - clock_unix_ms());
    if (call->skewed_once) {
        return false;
    }
    call->skewed_once = true;
    return true;
}

static uint64_t shorter(uint64_t limit_ms, uint64_t left_ms)
{
    return limit_ms > 0 && limit_ms < left_ms ? limit_ms : left_ms;
}

/* Makes err of the answer; nothing secret of this try may be repeated in it. */
static enum service_trouble explain(const struct call *call, const struct attempt *attempt,
                                    struct err *err)
{
    const struct credentials *credentials = &attempt->credentials;
    const char *all[] = { call->req->secret, credentials->secret_access_key,
                          credentials->session_token, attempt->signature.signature };
    const char *secrets[ARRAY_LEN(all) + 1] = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        if (all[i] != NULL) {
            secrets[n++] = all[i];
        }
    }
    return service_error(call->service->kind, call->res, secrets, err);
}

/* One try. *again: repeat it at once. */
static int try_once(struct call *call, uint64_t left_ms, bool *again, struct err *err)
{
    CLEANUP(attempt_release) struct attempt attempt = { 0 };
    const struct service_request *req = call->req;
    struct http_request request = {
        .method = req->method,
        .url = buf_cstr(&call->url),
        .headers = attempt.headers,
        .body = req->body,
        .sink = req->sink,
        .sink_ctx = req->sink_ctx,
        .idle_timeout_ms = req->idle_timeout_ms,
        .idle_bytes = req->idle_bytes,
        .total_timeout_ms = shorter(req->total_timeout_ms, left_ms),
        .stop = call->service->stop,
    };

    *again = false;
    call->trouble = SERVICE_TROUBLE_NONE;
    TRY(compose(call, &attempt, err));
    request.n_headers = attempt.n_headers;
    TRY(call->service->http.send(call->service->http.ctx, &request, call->res, err));
    if (call->res->status >= 200 && call->res->status <= 299) {
        return req->accept != NULL ? req->accept(req->accept_ctx, call->res, err) : 0;
    }
    call->trouble = explain(call, &attempt, err);
    *again = put_right(call, &attempt, err);
    return -1;
}

static enum retry_reason reason_of(const struct call *call, const struct err *err)
{
    enum retry_reason reason = retry_of_code(err->code);

    /* Credentials and certificates take longer to change than a call lasts. */
    if (err->kind != ERR_TRANSIENT || call->trouble == SERVICE_TROUBLE_EXPIRED ||
        strcmp(err->code, "TlsRefused") == 0) {
        return RETRY_NOT;
    }
    if (reason != RETRY_NOT) {
        return reason;
    }
    reason = retry_of_status(err->http_status);
    return reason != RETRY_NOT ? reason : err->http_status < 500 ? RETRY_FAULT : RETRY_NOT;
}

/* Sleeps in short pieces, so that a stop is heard. */
static int wait(const struct service *service, uint64_t ms, struct err *err)
{
    while (ms > 0) {
        uint64_t piece = ms < STOP_LOOK_MS || service->stop == NULL ? ms : STOP_LOOK_MS;

        if (service->stop != NULL && atomic_load(service->stop)) {
            err_set(err, ERR_CLOSED, "request to '%s': stopped", service->kind->name);
            return err_code(err, "Stopped");
        }
        clock_sleep_ms(piece);
        ms -= piece;
    }
    return 0;
}

/* 0 when another try is due, after its wait; -1 when err stands. */
static int before_retry(struct call *call, unsigned tries, uint64_t until_ms, unsigned *taken,
                        struct err *err)
{
    struct aws_config *config = call->service->config;
    unsigned most = call->req->attempts > 0 ? call->req->attempts : aws_config_attempts(config);
    enum retry_reason reason = reason_of(call, err);
    uint64_t wait_ms;
    uint32_t random;
    unsigned cost;

    if (reason == RETRY_NOT || tries >= most) {
        return -1;
    }
    digest_random(&random, sizeof random);
    wait_ms = retry_wait_ms(tries, random);
    if (clock_monotonic_ms() + wait_ms >= until_ms) {
        return -1;
    }
    cost = aws_config_retry_acquire(config, reason);
    if (cost == 0) {
        return -1;
    }
    *taken = cost;
    return wait(call->service, wait_ms, err);
}

/* The sink got further by much; a long refusal, or bytes that were not asked for, are no headway.
 */
static bool is_worth_resuming(const struct call *call, const struct err *err)
{
    return call->req->sink != NULL && call->res->status / 100 == 2 &&
           call->res->body_received >= WORTH_RESUMING && strcmp(err->code, "BadAnswer") != 0;
}

static int run(struct call *call, struct err *err)
{
    uint64_t budget_ms = call->req->budget_ms > 0 ? call->req->budget_ms : SERVICE_BUDGET_MS;
    uint64_t until_ms = clock_monotonic_ms() + budget_ms;
    unsigned tries = 0, taken = 0;

    for (;;) {
        uint64_t now_ms = clock_monotonic_ms();
        uint64_t left_ms = until_ms > now_ms ? until_ms - now_ms : 1;
        bool again;

        if (try_once(call, left_ms, &again, err) == 0) {
            aws_config_retry_release(call->service->config, taken);
            return 0;
        }
        if (!again) {
            tries = is_worth_resuming(call, err) ? 1 : tries + 1;
            TRY(before_retry(call, tries, until_ms, &taken, err));
        }
    }
}

int service_call(struct service *service, const struct service_request *req,
                 struct http_response *res, struct err *err)
{
    CLEANUP(call_release)
    struct call call = { .service = service,
                         .req = req,
                         .res = res,
                         .path = BUF_INIT(MAX_URL_BYTES),
                         .url = BUF_INIT(MAX_URL_BYTES) };
    struct err own;

    err = err != NULL ? err : &own;
    TRY(prepare(&call, err));
    return run(&call, err);
}

int service_again(struct err *err, const char *code, const char *message)
{
    err_set(err, ERR_TRANSIENT, "%s", message);
    return err_code(err, code);
}
