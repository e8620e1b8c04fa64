#include <string.h>

#include "aws/credentials_providers.h"
#include "base/mem.h"
#include "base/text.h"
#include "net/uri.h"

#define WHO            "the instance metadata service"
#define CONNECT_MS     1000 /* not on EC2 nobody answers there: do not wait long */
#define MAX_ROLE_BYTES 64   /* of an IAM role's name */
#define ROLE_PATH      "/latest/meta-data/iam/security-credentials/"

static int origin(const struct aws_config *config, struct buf *out, struct err *err)
{
    static const char where[] = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
    const char *mode = aws_config_env(config, "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE");
    const char *text = aws_config_env(config, where);
    struct uri uri;

    if (text == NULL) {
        text = mode != NULL && text_equal_nocase(mode, "IPv6") ? "http://[fd00:ec2::254]"
                                                               : "http://169.254.169.254";
    }
    TRY(uri_parse(where, text, &uri, err));
    if (!uri.https && !uri_host_is_local(uri.host)) {
        return err_set(err, ERR_USAGE, "%s: '%s' is no loopback or link-local address", where,
                       uri.host);
    }
    uri_origin(&uri, out);
    return 0;
}

/* A session token first (version 2); without one nothing is asked: version 1 gave the keys to any
 * request that could be tricked out of a server. */
static int ask(const struct provider_env *env, const char *method, const char *url,
               const char *token, struct http_response *res, struct err *err)
{
    const struct http_header header = {
        token != NULL ? "X-aws-ec2-metadata-token" : "X-aws-ec2-metadata-token-ttl-seconds",
        token != NULL ? token : "21600",
    };
    struct http_request req = {
        .method = method,
        .url = url,
        .headers = &header,
        .n_headers = 1,
        .connect_timeout_ms = CONNECT_MS,
    };

    return provider_http(env, WHO, 1, &req, res, err);
}

static bool one_line(struct buf *text)
{
    const char *c = buf_cstr(text);

    return text->len > 0 && strlen(c) == text->len && strpbrk(c, "\r\n") == NULL;
}

/* Not there at all is no error: the machine is simply no EC2 instance, or has no role. */
static bool not_there(const struct err *err)
{
    return err->http_status == 404 || err->http_status == 403 ||
           (err->http_status == 0 && err->kind == ERR_TRANSIENT);
}

static int role_keys(const struct provider_env *env, const char *base, const char *token,
                     bool *configured, struct credentials *out, struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(PROVIDER_MAX_ANSWER_BYTES) };
    CLEANUP(buf_release) struct buf url = BUF_INIT(URI_MAX_BYTES);
    int result;

    buf_printf(&url, "%s%s", base, ROLE_PATH);
    if (ask(env, "GET", buf_cstr(&url), token, &res, err) != 0) {
        *configured = !not_there(err);
        return -1;
    }
    if (!one_line(&res.body) || res.body.len > MAX_ROLE_BYTES) {
        return err_set(err, ERR_USAGE, "%s gave no role's name", WHO);
    }
    uri_encode(buf_span(&res.body), false, &url);
    TRY(ask(env, "GET", buf_cstr(&url), token, &res, err));
    result = provider_parse_json(WHO, buf_span(&res.body), "Token", out, err);
    mem_wipe(res.body.data, res.body.len);
    return result;
}

int provider_imds(const struct provider_env *env, bool *configured, struct credentials *out,
                  struct err *err)
{
    const char *disabled = aws_config_env(env->config, "AWS_EC2_METADATA_DISABLED");
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(PROVIDER_MAX_TOKEN_BYTES) };
    CLEANUP(buf_release) struct buf base = BUF_INIT(URI_MAX_BYTES);
    CLEANUP(buf_release) struct buf url = BUF_INIT(URI_MAX_BYTES);

    if (disabled != NULL && text_equal_nocase(disabled, "true")) {
        return 0;
    }
    *configured = true;
    TRY(origin(env->config, &base, err));
    buf_printf(&url, "%s/latest/api/token", buf_cstr(&base));
    if (ask(env, "PUT", buf_cstr(&url), NULL, &res, err) != 0) {
        *configured = !not_there(err);
        return -1;
    }
    if (!one_line(&res.body)) {
        return err_set(err, ERR_USAGE, "%s gave no session token", WHO);
    }
    return role_keys(env, buf_cstr(&base), buf_cstr(&res.body), configured, out, err);
}
