#include "aws/credentials.h"

#include <pthread.h>
#include <string.h>

#include "aws/config.h"
#include "aws/credentials_providers.h"
#include "base/clock.h"
#include "base/mem.h"

#define REFRESH_BEFORE_MS                                                                          \
    (5 * 60 * 1000)                  /* as the SDKs: before they end, so that no call fails        \
                                      */
#define RETRY_REFRESH_MS (30 * 1000) /* after a failure, while the old ones still hold */

struct credentials_cache {
    struct aws_config *config;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t fetched;
    struct credentials current;
    bool fetching, told_expired;
    int64_t not_before_ms; /* no further early refresh before this time */
    uint64_t n_failures;   /* so that who waited for a fetch sees that it failed */
    struct err failure;
};

static const struct {
    const char *name;
    provider_fetch *fetch;
} chain[] = {
    { "environment", provider_environment }, { "web identity", provider_web_identity },
    { "profile", provider_profile },         { "container", provider_container },
    { "instance metadata", provider_imds },
};

void credentials_release(struct credentials *credentials)
{
    if (credentials == NULL) {
        return;
    }
    mem_free_secret(credentials->access_key_id);
    mem_free_secret(credentials->secret_access_key);
    mem_free_secret(credentials->session_token);
    *credentials = (struct credentials){ 0 };
}

void credentials_copy(const struct credentials *from, struct credentials *out)
{
    *out = *from;
    out->access_key_id = mem_strdup(from->access_key_id);
    out->secret_access_key = mem_strdup(from->secret_access_key);
    out->session_token = mem_strdup(from->session_token);
}

struct credentials_cache *credentials_cache_new(struct aws_config *config)
{
    struct credentials_cache *cache = mem_zalloc(sizeof *cache);

    cache->config = config;
    pthread_mutex_init(&cache->lock, NULL);
    pthread_cond_init(&cache->fetched, NULL);
    return cache;
}

void credentials_cache_free(struct credentials_cache *cache)
{
    if (cache != NULL) {
        credentials_release(&cache->current);
        pthread_mutex_destroy(&cache->lock);
        pthread_cond_destroy(&cache->fetched);
        mem_free(cache);
    }
}

/* Asks the providers in order; the first that is configured decides. */
static int fetch(const struct provider_env *env, struct credentials *out, struct err *err)
{
    for (size_t i = 0; i < ARRAY_LEN(chain); i++) {
        bool configured = false;
        int result = chain[i].fetch(env, &configured, out, err);

        if (configured && result != 0) {
            if (err->kind == ERR_USAGE) {
                err->kind = ERR_DENIED; /* a task's failure, not the command line's */
            }
            return err_prefix(err, "cannot get credentials (%s)", chain[i].name);
        }
        if (configured) {
            out->provider = chain[i].name;
            return 0;
        }
    }
    err_set(err, ERR_DENIED,
            "no credentials: neither environment, web identity, profile, "
            "container nor instance metadata has any");
    return err_code(err, "NoCredentials");
}

static int64_t now_ms(const struct credentials_cache *cache)
{
    return clock_unix_ms() + aws_config_skew_ms(cache->config);
}

static bool usable(const struct credentials_cache *cache)
{
    return cache->current.access_key_id != NULL && !cache->told_expired &&
           now_ms(cache) < cache->current.expires_unix_ms;
}

static bool due(const struct credentials_cache *cache)
{
    return cache->current.expires_unix_ms != CREDENTIALS_NEVER_EXPIRE &&
           now_ms(cache) >= cache->current.expires_unix_ms - REFRESH_BEFORE_MS &&
           clock_unix_ms() >= cache->not_before_ms;
}

/* Fetches with the lock given up meanwhile; locked again on return. */
static int refresh(struct credentials_cache *cache, struct http_transport http, struct err *err)
{
    struct provider_env env = { cache->config, http };
    struct credentials fresh = { 0 };
    int result;

    cache->fetching = true;
    pthread_mutex_unlock(&cache->lock);
    result = fetch(&env, &fresh, err);
    pthread_mutex_lock(&cache->lock);
    cache->fetching = false;
    if (result == 0) {
        credentials_release(&cache->current);
        cache->current = fresh;
        cache->told_expired = false;
        cache->not_before_ms = clock_unix_ms(); /* what came short-lived is asked for again */
    } else {
        credentials_release(&fresh);
        cache->failure = *err;
        cache->n_failures++;
        cache->not_before_ms = clock_unix_ms() + RETRY_REFRESH_MS;
    }
    pthread_cond_broadcast(&cache->fetched);
    return result;
}

/* Waits until the thread that fetches is done; -1 with its error when it failed. */
static int wait_for_fetch(struct credentials_cache *cache, struct err *err)
{
    uint64_t failures = cache->n_failures;

    while (cache->fetching) {
        pthread_cond_wait(&cache->fetched, &cache->lock);
    }
    if (cache->n_failures != failures) {
        *err = cache->failure;
        return -1;
    }
    return 0;
}

static int get_locked(struct credentials_cache *cache, struct http_transport http, struct err *err)
{
    while (!usable(cache)) {
        if (!cache->fetching) {
            return refresh(cache, http, err); /* also when what came ends at once: use it */
        }
        TRY(wait_for_fetch(cache, err));
    }
    if (due(cache) && !cache->fetching) {
        struct err early;

        (void)!refresh(cache, http, &early); /* the old ones still hold */
    }
    return 0;
}

int credentials_get(struct credentials_cache *cache, struct http_transport http,
                    struct credentials *out, struct err *err)
{
    struct err own;
    int result;

    pthread_mutex_lock(&cache->lock);
    result = get_locked(cache, http, err != NULL ? err : &own);
    if (result == 0) {
        credentials_copy(&cache->current, out);
    }
    pthread_mutex_unlock(&cache->lock);
    return result;
}

void credentials_expired(struct credentials_cache *cache, const char *access_key_id)
{
    pthread_mutex_lock(&cache->lock);
    if (cache->current.access_key_id != NULL &&
        strcmp(cache->current.access_key_id, access_key_id) == 0) {
        cache->told_expired = true;
    }
    pthread_mutex_unlock(&cache->lock);
}
