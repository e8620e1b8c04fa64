#include <string.h>

#include "aws/credentials_providers.h"
#include "aws/profile_file.h"
#include "base/mem.h"
#include "base/text.h"
#include "net/uri.h"

#define ECS_ORIGIN "http://169.254.170.2"
#define TRIES      3
#define WHO        "the container's credential endpoint"

/* The URL to ask: the relative one wins. Plain http only where no router could carry it. */
static int target(const struct aws_config *config, char **out, struct err *err)
{
    const char *relative = aws_config_env(config, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    const char *full = aws_config_env(config, "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    const char *name = relative != NULL ? "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
                                        : "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    CLEANUP(buf_release) struct buf url = BUF_INIT(2 * URI_MAX_BYTES);
    CLEANUP(mem_freep) char *text = NULL;
    struct uri uri;

    if (relative != NULL && relative[0] != '/') {
        return err_set(err, ERR_USAGE, "%s: '%.200s' does not begin with '/'", name, relative);
    }
    text = relative != NULL ? mem_printf("%s%s", ECS_ORIGIN, relative) : mem_strdup(full);
    TRY(uri_parse(name, text, &uri, err));
    if (!uri.https && !uri_host_is_local(uri.host)) {
        return err_set(err, ERR_USAGE,
                       "%s: '%s' is neither https nor a loopback or link-local address", name,
                       uri.host);
    }
    uri_origin(&uri, &url); /* put together again: no other reader finds another host in it */
    buf_add_str(&url, uri.path);
    *out = mem_strdup(buf_cstr(&url));
    return 0;
}

/* The file wins and is read each time: EKS renews it. */
static int authorization(const struct aws_config *config, struct buf *out, struct err *err)
{
    const char *file = aws_config_env(config, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    const char *token = aws_config_env(config, "AWS_CONTAINER_AUTHORIZATION_TOKEN");

    if (file != NULL) {
        TRY(profile_read_file(file, out, err));
    } else if (token != NULL) {
        buf_add_str(out, token);
    }
    while (out->len > 0 && out->data[out->len - 1] <= ' ') {
        out->len--;
    }
    if (strlen(buf_cstr(out)) != out->len || strpbrk(buf_cstr(out), "\r\n") != NULL) {
        return err_set(err, ERR_USAGE, "%s is more than one line",
                       file != NULL ? "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
                                    : "AWS_CONTAINER_AUTHORIZATION_TOKEN");
    }
    return buf_check(out, "container authorization token", err);
}

static int ask(const struct provider_env *env, const char *url, struct buf *token,
               struct credentials *out, struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(PROVIDER_MAX_ANSWER_BYTES) };
    const struct http_header header = { "Authorization", buf_cstr(token) };
    struct http_request req = {
        .method = "GET",
        .url = url,
        .headers = &header,
        .n_headers = token->len > 0 ? 1 : 0,
    };
    int result = provider_http(env, WHO, TRIES, &req, &res, err);

    if (result == 0) {
        result = provider_parse_json(WHO, buf_span(&res.body), "Token", out, err);
    }
    if (res.body.data != NULL) {
        mem_wipe(res.body.data, res.body.len);
    }
    return result;
}

int provider_container(const struct provider_env *env, bool *configured, struct credentials *out,
                       struct err *err)
{
    CLEANUP(buf_release) struct buf token = BUF_INIT(PROVIDER_MAX_TOKEN_BYTES);
    CLEANUP(mem_freep) char *url = NULL;
    int result;

    *configured = aws_config_env(env->config, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") != NULL ||
                  aws_config_env(env->config, "AWS_CONTAINER_CREDENTIALS_FULL_URI") != NULL;
    if (!*configured) {
        return 0;
    }
    TRY(target(env->config, &url, err));
    TRY(authorization(env->config, &token, err));
    result = ask(env, url, &token, out, err);
    if (token.data != NULL) {
        mem_wipe(token.data, token.len);
    }
    return result;
}
