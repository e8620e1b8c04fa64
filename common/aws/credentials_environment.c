#include "aws/credentials_providers.h"
#include "base/mem.h"

int provider_environment(const struct provider_env *env, bool *configured, struct credentials *out,
                         struct err *err)
{
    const char *id = aws_config_env(env->config, "AWS_ACCESS_KEY_ID");
    const char *secret = aws_config_env(env->config, "AWS_SECRET_ACCESS_KEY");

    *configured = id != NULL || secret != NULL;
    if (!*configured) {
        return 0;
    }
    if (id == NULL || secret == NULL) {
        return err_set(err, ERR_USAGE, "%s is set and %s is not",
                       id != NULL ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY",
                       id != NULL ? "AWS_SECRET_ACCESS_KEY" : "AWS_ACCESS_KEY_ID");
    }
    *out = (struct credentials){
        .access_key_id = mem_strdup(id),
        .secret_access_key = mem_strdup(secret),
        .session_token = mem_strdup(aws_config_env(env->config, "AWS_SESSION_TOKEN")),
        .expires_unix_ms = CREDENTIALS_NEVER_EXPIRE,
    };
    return 0;
}
