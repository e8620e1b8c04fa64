#include "aws/sts.h"

#include <stdio.h>
#include <string.h>

#include "aws/service.h"
#include "aws/xml_text.h"
#include "base/clock.h"
#include "base/mem.h"
#include "net/uri.h"

#define STS_VERSION     "2011-06-15"
#define MAX_FIELD_BYTES ((size_t)16 * 1024)
#define STS_BUDGET_MS   30000
#define STS_IDLE_MS     5000
#define DEFAULT_SESSION "image-ingest-worker"
#define FORM_CONTENT    "application/x-www-form-urlencoded; charset=utf-8"

static int bad_answer(struct err *err, const char *what)
{
    err_set(err, ERR_TRANSIENT, "sts answered without a sound %s", what);
    return err_code(err, "BadAnswer");
}

static int take_field(struct span document, const char *element, char **out, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_FIELD_BYTES);
    bool found = xml_text(document, element, &text) && text.len > 0;

    if (!found || strpbrk(buf_cstr(&text), "\r\n") != NULL) {
        return bad_answer(err, element);
    }
    *out = mem_strdup(buf_cstr(&text));
    mem_wipe(text.data, text.len);
    return 0;
}

int sts_parse(struct span document, struct credentials *out, struct err *err)
{
    CLEANUP(credentials_release) struct credentials found = { 0 };
    CLEANUP(mem_freep) char *expiration = NULL;
    int64_t expires_us;

    TRY(take_field(document, "AccessKeyId", &found.access_key_id, err));
    TRY(take_field(document, "SecretAccessKey", &found.secret_access_key, err));
    TRY(take_field(document, "SessionToken", &found.session_token, err));
    TRY(take_field(document, "Expiration", &expiration, err));
    if (!clock_parse_iso(expiration, &expires_us)) {
        return bad_answer(err, "Expiration");
    }
    found.expires_unix_ms = expires_us / 1000;
    *out = credentials_take(&found);
    return 0;
}

static int accept_answer(void *ctx, struct http_response *res, struct err *err)
{
    return sts_parse(buf_span(&res->body), ctx, err);
}

static void add_field(struct buf *form, const char *name, const char *value)
{
    if (value != NULL) {
        buf_printf(form, "&%s=", name);
        uri_encode(span_str(value), false, form);
    }
}

static void add_role(struct buf *form, const struct sts_role *role)
{
    add_field(form, "RoleArn", role->arn);
    add_field(form, "RoleSessionName",
              role->session_name != NULL ? role->session_name : DEFAULT_SESSION);
    add_field(form, "ExternalId", role->external_id);
    add_field(form, "DurationSeconds", role->duration_s);
}

static int call(const struct provider_env *env, struct buf *form, const struct credentials *source,
                const char *secret, struct credentials *out, struct err *err)
{
    static const struct http_header headers[] = { { "Content-Type", FORM_CONTENT } };
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(PROVIDER_MAX_ANSWER_BYTES) };
    struct service service = { env->config, env->http, &service_sts, NULL };
    struct service_request req = {
        .method = "POST",
        .path = "/",
        .headers = headers,
        .n_headers = ARRAY_LEN(headers),
        .body = buf_span(form),
        .idle_timeout_ms = STS_IDLE_MS,
        .budget_ms = STS_BUDGET_MS,
        .not_signed = source == NULL,
        .credentials = source,
        .accept = accept_answer,
        .accept_ctx = out,
        .secret = secret,
    };
    int result = buf_check(form, "sts request", err);

    if (result == 0) {
        result = service_call(&service, &req, &res, err);
    }
    if (res.body.data != NULL) {
        mem_wipe(res.body.data, res.body.allocated);
    }
    mem_wipe(form->data, form->len);
    return result;
}

int sts_assume_role(const struct provider_env *env, const struct credentials *source,
                    const struct sts_role *role, struct credentials *out, struct err *err)
{
    CLEANUP(buf_release) struct buf form = BUF_INIT(PROVIDER_MAX_ANSWER_BYTES);

    buf_add_str(&form, "Action=AssumeRole&Version=" STS_VERSION);
    add_role(&form, role);
    return call(env, &form, source, NULL, out, err);
}

int sts_assume_role_web(const struct provider_env *env, const char *token,
                        const struct sts_role *role, struct credentials *out, struct err *err)
{
    CLEANUP(buf_release) struct buf form = BUF_INIT(4 * PROVIDER_MAX_TOKEN_BYTES);

    buf_add_str(&form, "Action=AssumeRoleWithWebIdentity&Version=" STS_VERSION);
    add_role(&form, role);
    add_field(&form, "WebIdentityToken", token);
    return call(env, &form, NULL, token, out, err);
}
