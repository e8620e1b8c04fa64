#include "aws/credentials_providers.h"
#include "aws/profile_file.h"
#include "aws/sts.h"
#include "base/mem.h"

int provider_web_identity_role(const struct provider_env *env, const char *token_file,
                               const char *role_arn, const char *session_name,
                               struct credentials *out, struct err *err)
{
    CLEANUP(buf_release) struct buf token = BUF_INIT(PROVIDER_MAX_TOKEN_BYTES);
    struct sts_role role = { .arn = role_arn, .session_name = session_name };
    int result;

    TRY(profile_read_file(token_file, &token, err));
    while (token.len > 0 && token.data[token.len - 1] <= ' ') {
        token.len--; /* files end in a line feed */
    }
    if (token.len == 0) {
        return err_set(err, ERR_USAGE, "token file '%s' is empty", token_file);
    }
    result = sts_assume_role_web(env, buf_cstr(&token), &role, out, err);
    mem_wipe(token.data, token.len);
    return result;
}

int provider_web_identity(const struct provider_env *env, bool *configured, struct credentials *out,
                          struct err *err)
{
    const char *file = aws_config_env(env->config, "AWS_WEB_IDENTITY_TOKEN_FILE");
    const char *role = aws_config_env(env->config, "AWS_ROLE_ARN");

    *configured = file != NULL;
    if (!*configured) {
        return 0;
    }
    if (role == NULL) {
        return err_set(err, ERR_USAGE,
                       "AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN is not");
    }
    return provider_web_identity_role(
        env, file, role, aws_config_env(env->config, "AWS_ROLE_SESSION_NAME"), out, err);
}
