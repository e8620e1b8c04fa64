#include "aws/config.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "aws/endpoint.h"
#include "aws/profile_file.h"
#include "base/mem.h"
#include "base/text.h"

struct aws_config {
    char **variables; /* "AWS_…=value" and HOME, NULL at the end */
    struct profile_files *files;
    const char *profile, *region; /* borrowed from the two above */
    unsigned attempts;
    struct credentials_cache *credentials;
    pthread_mutex_t lock; /* of bucket */
    struct retry_bucket bucket;
    _Atomic int64_t skew_ms;
};

static void copy_environment(struct aws_config *config, char *const *environment)
{
    size_t n = 0;

    while (environment[n] != NULL) {
        n++;
    }
    config->variables = mem_array(n + 1, sizeof *config->variables);
    for (size_t i = 0, to = 0; i < n; i++) {
        if (text_starts(environment[i], "AWS_") || text_starts(environment[i], "HOME=")) {
            config->variables[to++] = mem_strdup(environment[i]);
        }
    }
}

const char *aws_config_env(const struct aws_config *config, const char *name)
{
    size_t len = strlen(name);

    for (char **at = config->variables; *at != NULL; at++) {
        if (strncmp(*at, name, len) == 0 && (*at)[len] == '=') {
            return (*at)[len + 1] != '\0' ? *at + len + 1 : NULL;
        }
    }
    return NULL;
}

/* The variable's path ("~/" is HOME), else preset under HOME; NULL without a HOME. */
static char *file_path(const struct aws_config *config, const char *variable, const char *preset)
{
    const char *path = aws_config_env(config, variable);
    const char *home = aws_config_env(config, "HOME");

    if (path != NULL && !text_starts(path, "~/")) {
        return mem_strdup(path);
    }
    return home != NULL ? mem_printf("%s/%s", home, path != NULL ? path + 2 : preset) : NULL;
}

int aws_config_read_files(const struct aws_config *config, struct profile_files *out,
                          struct err *err)
{
    static const struct {
        enum profile_file_kind kind;
        const char *variable, *preset;
    } rows[] = {
        { PROFILE_FILE_CONFIG, "AWS_CONFIG_FILE", ".aws/config" },
        /* second: what both name, the credentials file decides */
        { PROFILE_FILE_CREDENTIALS, "AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials" },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        CLEANUP(mem_freep) char *path = file_path(config, rows[i].variable, rows[i].preset);

        if (path != NULL) {
            TRY(profile_files_read(out, rows[i].kind, path, err));
        }
    }
    return 0;
}

static int choose_profile(struct aws_config *config, struct err *err)
{
    const char *named = aws_config_env(config, "AWS_PROFILE");

    TRY(aws_config_read_files(config, config->files, err));
    config->profile = named != NULL ? named : "default";
    if (named != NULL && !profile_exists(config->files, named)) {
        return err_set(err, ERR_USAGE, "AWS_PROFILE: there is no profile '%s'", named);
    }
    return 0;
}

static int choose_region(struct aws_config *config, struct err *err)
{
    const char *where = "AWS_REGION";

    if ((config->region = aws_config_env(config, where)) == NULL &&
        (config->region = aws_config_env(config, where = "AWS_DEFAULT_REGION")) == NULL) {
        config->region = aws_config_profile_value(config, where = "region");
    }
    if (config->region == NULL) {
        return err_set(err, ERR_USAGE, "AWS_REGION is not set");
    }
    if (!endpoint_region_valid(config->region)) {
        return err_set(err, ERR_USAGE, "%s: '%s' is no region", where, config->region);
    }
    return 0;
}

static int choose_attempts(struct aws_config *config, struct err *err)
{
    const char *text = aws_config_env(config, "AWS_MAX_ATTEMPTS");
    unsigned value = 0;
    size_t i = 0;

    if (text == NULL && (text = aws_config_profile_value(config, "max_attempts")) == NULL) {
        config->attempts = RETRY_DEFAULT_ATTEMPTS;
        return 0;
    }
    for (; i < 4 && text_is_digit(text[i]); i++) {
        value = value * 10 + (unsigned)(text[i] - '0');
    }
    if (text[i] != '\0' || value < 1 || value > RETRY_MAX_ATTEMPTS_EVER) {
        return err_set(err, ERR_USAGE, "AWS_MAX_ATTEMPTS: '%s' is not 1 to %d", text,
                       RETRY_MAX_ATTEMPTS_EVER);
    }
    config->attempts = value;
    return 0;
}

/* A wrong endpoint is told at the start, not at the first request. */
static int check_endpoints(const struct aws_config *config, struct err *err)
{
    const struct service_kind *kinds[] = { &service_s3, &service_dynamodb, &service_states,
                                           &service_sts };
    struct endpoint endpoint;

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        TRY(endpoint_resolve(config, kinds[i], &endpoint, err));
    }
    return 0;
}

int aws_config_new(char *const *environment, struct aws_config **out, struct err *err)
{
    CLEANUP(aws_config_freep) struct aws_config *config = mem_zalloc(sizeof *config);

    pthread_mutex_init(&config->lock, NULL);
    config->bucket = (struct retry_bucket)RETRY_BUCKET_INIT;
    config->files = profile_files_new();
    copy_environment(config, environment);
    TRY(choose_profile(config, err));
    TRY(choose_region(config, err));
    TRY(choose_attempts(config, err));
    TRY(check_endpoints(config, err));
    config->credentials = credentials_cache_new(config);
    *out = config;
    config = NULL;
    return 0;
}

void aws_config_free(struct aws_config *config)
{
    if (config == NULL) {
        return;
    }
    for (char **at = config->variables; *at != NULL; at++) {
        mem_free_secret(*at);
    }
    mem_free(config->variables);
    profile_files_free(config->files);
    credentials_cache_free(config->credentials);
    pthread_mutex_destroy(&config->lock);
    mem_free(config);
}

const char *aws_config_region(const struct aws_config *config)
{
    return config->region;
}

const char *aws_config_ca_bundle(const struct aws_config *config)
{
    const char *bundle = aws_config_env(config, "AWS_CA_BUNDLE");

    return bundle != NULL ? bundle : aws_config_profile_value(config, "ca_bundle");
}

unsigned aws_config_attempts(const struct aws_config *config)
{
    return config->attempts;
}

const char *aws_config_profile_value(const struct aws_config *config, const char *key)
{
    return profile_get(config->files, config->profile, key);
}

const struct profile_files *aws_config_files(const struct aws_config *config)
{
    return config->files;
}

const char *aws_config_profile_name(const struct aws_config *config)
{
    return config->profile;
}

struct credentials_cache *aws_config_credentials(struct aws_config *config)
{
    return config->credentials;
}

unsigned aws_config_retry_acquire(struct aws_config *config, enum retry_reason reason)
{
    unsigned taken;

    pthread_mutex_lock(&config->lock);
    taken = retry_acquire(&config->bucket, reason);
    pthread_mutex_unlock(&config->lock);
    return taken;
}

void aws_config_retry_release(struct aws_config *config, unsigned taken)
{
    pthread_mutex_lock(&config->lock);
    retry_release(&config->bucket, taken);
    pthread_mutex_unlock(&config->lock);
}

int64_t aws_config_skew_ms(const struct aws_config *config)
{
    return atomic_load(&config->skew_ms);
}

void aws_config_set_skew_ms(struct aws_config *config, int64_t skew_ms)
{
    atomic_store(&config->skew_ms, skew_ms);
}
