/* Roles from the Security Token Service, for the credential providers. */
#ifndef AWS_STS_H
#define AWS_STS_H

#include "aws/credentials_providers.h"

struct sts_role {
    const char *arn;
    const char *session_name; /* NULL: one of ours */
    const char *external_id;  /* NULL: none */
    const char *duration_s;   /* NULL: the service's default, an hour */
};

/* AssumeRole, signed with source. */
MUST_CHECK int sts_assume_role(const struct provider_env *env, const struct credentials *source,
                               const struct sts_role *role, struct credentials *out,
                               struct err *err);

/* AssumeRoleWithWebIdentity, not signed: the token is the proof. */
MUST_CHECK int sts_assume_role_web(const struct provider_env *env, const char *token,
                                   const struct sts_role *role, struct credentials *out,
                                   struct err *err);

/* The <Credentials> of either answer. ERR_TRANSIENT "BadAnswer" when something is missing. */
MUST_CHECK int sts_parse(struct span document, struct credentials *out, struct err *err);

#endif
