#include <string.h>

#include "aws/credentials_providers.h"
#include "aws/profile_file.h"
#include "aws/sts.h"
#include "base/mem.h"

#define MAX_CHAIN 8 /* roles that stand on one another */

/* The profiles on the way from the selected one, to see a loop. */
struct profile_chain {
    const struct provider_env *env;
    const struct profile_files *files;
    const char *names[MAX_CHAIN];
    size_t n;
};

static int resolve(struct profile_chain *chain, const char *profile, bool *configured,
                   struct credentials *out, struct err *err);

static int static_keys(const struct profile_chain *chain, const char *profile,
                       struct credentials *out, struct err *err)
{
    const char *secret = profile_get(chain->files, profile, "aws_secret_access_key");

    if (secret == NULL) {
        return err_set(err, ERR_USAGE, "profile '%s' has aws_access_key_id and no secret", profile);
    }
    *out = (struct credentials){
        .access_key_id = mem_strdup(profile_get(chain->files, profile, "aws_access_key_id")),
        .secret_access_key = mem_strdup(secret),
        .session_token = mem_strdup(profile_get(chain->files, profile, "aws_session_token")),
        .expires_unix_ms = CREDENTIALS_NEVER_EXPIRE,
    };
    return 0;
}

static int from_credential_source(const struct profile_chain *chain, const char *name,
                                  struct credentials *out, struct err *err)
{
    static const struct {
        const char *name;
        provider_fetch *fetch;
    } sources[] = {
        { "Environment", provider_environment },
        { "EcsContainer", provider_container },
        { "Ec2InstanceMetadata", provider_imds },
    };

    for (size_t i = 0; i < ARRAY_LEN(sources); i++) {
        if (strcmp(sources[i].name, name) == 0) {
            bool configured = false;

            TRY(sources[i].fetch(chain->env, &configured, out, err));
            return configured
                       ? 0
                       : err_set(err, ERR_USAGE, "credential_source %s has no credentials", name);
        }
    }
    return err_set(err, ERR_USAGE, "credential_source '%s' is none", name);
}

/* Whose keys ask for the role. A profile may be its own source: then by its static keys. */
static int source_keys(struct profile_chain *chain, const char *profile, struct credentials *out,
                       struct err *err)
{
    const char *source = profile_get(chain->files, profile, "source_profile");
    const char *place = profile_get(chain->files, profile, "credential_source");
    bool configured = false;

    if (source != NULL && strcmp(source, profile) == 0 &&
        profile_get(chain->files, profile, "aws_access_key_id") != NULL) {
        return static_keys(chain, profile, out, err);
    }
    if (source != NULL) {
        TRY(resolve(chain, source, &configured, out, err));
        return configured
                   ? 0
                   : err_set(err, ERR_USAGE, "source_profile '%s' has no credentials", source);
    }
    if (place != NULL) {
        return from_credential_source(chain, place, out, err);
    }
    return err_set(err, ERR_USAGE,
                   "profile '%s' has role_arn without source_profile, credential_source or "
                   "web_identity_token_file",
                   profile);
}

static int role_keys(struct profile_chain *chain, const char *profile, struct credentials *out,
                     struct err *err)
{
    const struct profile_files *files = chain->files;
    const char *token_file = profile_get(files, profile, "web_identity_token_file");
    CLEANUP(credentials_release) struct credentials source = { 0 };
    struct sts_role role = {
        .arn = profile_get(files, profile, "role_arn"),
        .session_name = profile_get(files, profile, "role_session_name"),
        .external_id = profile_get(files, profile, "external_id"),
        .duration_s = profile_get(files, profile, "duration_seconds"),
    };

    if (profile_get(files, profile, "mfa_serial") != NULL) {
        return err_set(err, ERR_USAGE, "profile '%s' asks for MFA, which a worker has not",
                       profile);
    }
    if (token_file != NULL) {
        return provider_web_identity_role(chain->env, token_file, role.arn, role.session_name, out,
                                          err);
    }
    TRY(source_keys(chain, profile, &source, err));
    return sts_assume_role(chain->env, &source, &role, out, err);
}

static int enter(struct profile_chain *chain, const char *profile, struct err *err)
{
    for (size_t i = 0; i < chain->n; i++) {
        if (strcmp(chain->names[i], profile) == 0) {
            return err_set(err, ERR_USAGE, "source_profile of '%s' leads back to '%s'",
                           chain->names[chain->n - 1], profile);
        }
    }
    if (chain->n == MAX_CHAIN) {
        return err_set(err, ERR_USAGE, "more than %d profiles stand on one another", MAX_CHAIN);
    }
    if (chain->n > 0 && !profile_exists(chain->files, profile)) {
        return err_set(err, ERR_USAGE, "source_profile: there is no profile '%s'", profile);
    }
    chain->names[chain->n++] = profile;
    return 0;
}

static int resolve(struct profile_chain *chain, const char *profile, bool *configured,
                   struct credentials *out, struct err *err)
{
    const char *command = profile_get(chain->files, profile, "credential_process");

    *configured = true;
    TRY(enter(chain, profile, err));
    if (profile_get(chain->files, profile, "role_arn") != NULL) {
        return role_keys(chain, profile, out, err);
    }
    if (profile_get(chain->files, profile, "aws_access_key_id") != NULL) {
        return static_keys(chain, profile, out, err);
    }
    if (command != NULL) {
        return provider_process(command, out, err);
    }
    if (profile_get(chain->files, profile, "sso_account_id") != NULL) {
        return err_set(err, ERR_USAGE, "profile '%s' asks for SSO, which a worker has not",
                       profile);
    }
    *configured = false;
    return 0;
}

int provider_profile(const struct provider_env *env, bool *configured, struct credentials *out,
                     struct err *err)
{
    CLEANUP(profile_files_freep) struct profile_files *files = profile_files_new();
    struct profile_chain chain = { .env = env, .files = files };

    *configured = true;
    TRY(aws_config_read_files(env->config, files, err));
    return resolve(&chain, aws_config_profile_name(env->config), configured, out, err);
}
