/*
 * Credentials: who finds them, and one cache that all threads share.
 *
 * Order: environment, web identity, profile (config and credentials files), container, instance
 * metadata (version 2 only). The first provider that is configured decides: when it then fails,
 * the call fails, and no later one is asked. Each is one file, credentials_<name>.c.
 *
 * The cache hands out copies. From five minutes before the end one thread fetches new ones while
 * the others go on with the old; when they have ended, all wait for the one that fetches.
 */
#ifndef AWS_CREDENTIALS_H
#define AWS_CREDENTIALS_H

#include "base/def.h"
#include "base/err.h"
#include "net/http.h"

#define CREDENTIALS_NEVER_EXPIRE INT64_MAX

struct credentials {
    char *access_key_id, *secret_access_key;
    char *session_token; /* NULL: none */
    int64_t expires_unix_ms;
    const char *provider; /* "environment", "web-identity", … for people; not owned */
};
void credentials_release(struct credentials *credentials); /* wipes */
DEFINE_TAKE(credentials)
void credentials_copy(const struct credentials *from, struct credentials *out);

struct aws_config;
struct credentials_cache; /* opaque; lives in a struct aws_config */

struct credentials_cache *credentials_cache_new(struct aws_config *config);
void credentials_cache_free(struct credentials_cache *cache);

/*
 * A copy of credentials that are good now (caller releases). http: the calling thread's transport,
 * used when this is the thread that fetches. Errors: ERR_DENIED, code "NoCredentials", when no
 * provider is configured; ERR_USAGE for a file or variable that is wrong, ERR_TRANSIENT when a
 * provider does not answer. No message holds a secret.
 */
MUST_CHECK int credentials_get(struct credentials_cache *cache, struct http_transport http,
                               struct credentials *out, struct err *err);

/* The service said that the key with this id has expired: the next credentials_get fetches, once
 * for all threads that say so of the same key. */
void credentials_expired(struct credentials_cache *cache, const char *access_key_id);

#endif
