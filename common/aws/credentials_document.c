/* What the container, instance and process providers share: their JSON and their plain requests. */
#include <string.h>

#include "aws/credentials_providers.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/mem.h"

#define TIMEOUT_MS 2000

/* A value that will stand in a header: a text of one line. */
static int take(struct json_object *root, const char *who, const char *name, bool required,
                char **out, struct err *err)
{
    const char *text = NULL;
    struct err why;

    if (json_opt_str(root, name, &text, &why) != 0 || (required && text == NULL) ||
        (text != NULL && (text[0] == '\0' ? required : strpbrk(text, "\r\n") != NULL))) {
        return err_set(err, ERR_USAGE, "%s gave no sound '%s'", who, name);
    }
    *out = text != NULL && text[0] != '\0' ? mem_strdup(text) : NULL;
    return 0;
}

static int take_expiration(struct json_object *root, const char *who, int64_t *unix_ms,
                           struct err *err)
{
    CLEANUP(mem_freep) char *text = NULL;
    int64_t unix_us;

    *unix_ms = CREDENTIALS_NEVER_EXPIRE;
    TRY(take(root, who, "Expiration", false, &text, err));
    if (text != NULL) {
        if (!clock_parse_iso(text, &unix_us)) {
            return err_set(err, ERR_USAGE, "%s gave no sound 'Expiration'", who);
        }
        *unix_ms = unix_us / 1000;
    }
    return 0;
}

int provider_parse_json(const char *who, struct span text, const char *token,
                        struct credentials *out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *root = NULL;
    CLEANUP(credentials_release) struct credentials found = { 0 };
    struct err why; /* may quote the document: not handed on */

    if (json_parse(text, &root, &why) != 0 || !json_is_object(root)) {
        err_set(err, ERR_TRANSIENT, "%s gave no JSON object", who); /* somebody else's page */
        return err_code(err, "BadAnswer");
    }
    if (json_is_str(json_member(root, "Code")) &&
        strcmp(json_to_str(json_member(root, "Code")), "Success") != 0) {
        return err_set(err, ERR_DENIED, "%s answered '%.80s'", who,
                       json_to_str(json_member(root, "Code")));
    }
    TRY(take(root, who, "AccessKeyId", true, &found.access_key_id, err));
    TRY(take(root, who, "SecretAccessKey", true, &found.secret_access_key, err));
    TRY(take(root, who, token, false, &found.session_token, err));
    TRY(take_expiration(root, who, &found.expires_unix_ms, err));
    *out = credentials_take(&found);
    return 0;
}

int provider_http(const struct provider_env *env, const char *who, unsigned tries,
                  const struct http_request *req, struct http_response *res, struct err *err)
{
    for (unsigned attempt = 1;; attempt++) {
        struct http_request one = *req;
        uint32_t random;

        one.idle_timeout_ms = one.idle_timeout_ms > 0 ? one.idle_timeout_ms : TIMEOUT_MS;
        if (env->http.send(env->http.ctx, &one, res, err) == 0) {
            if (res->status == 200) {
                return 0;
            }
            err_set(err, res->status >= 500 || res->status == 429 ? ERR_TRANSIENT : ERR_DENIED,
                    "%s answered %d", who, res->status);
            if (err != NULL) {
                err->http_status = res->status;
            }
        }
        if (err->kind != ERR_TRANSIENT || attempt >= tries) {
            return -1;
        }
        digest_random(&random, sizeof random);
        clock_sleep_ms(retry_wait_ms(attempt, random));
    }
}
