#include "aws/endpoint.h"

#include <stdio.h>
#include <string.h>

#include "aws/profile_file.h"
#include "base/text.h"

const char *endpoint_dns_suffix(const char *region)
{
    static const struct {
        const char *prefix, *suffix;
    } partitions[] = {
        { "cn-", "amazonaws.com.cn" },    { "us-iso-", "c2s.ic.gov" },
        { "us-isob-", "sc2s.sgov.gov" },  { "us-isof-", "csp.hci.ic.gov" },
        { "eu-isoe-", "cloud.adc-e.uk" }, { "eusc-", "amazonaws.eu" },
    };

    for (size_t i = 0; i < ARRAY_LEN(partitions); i++) {
        if (text_starts(region, partitions[i].prefix)) {
            return partitions[i].suffix;
        }
    }
    return "amazonaws.com"; /* aws, aws-us-gov */
}

/* Lower-case letters, digits and '-', not at the ends. */
static bool host_label(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        bool inner = i > 0 && i + 1 < len;

        if (!(text_is_lower(text[i]) || text_is_digit(text[i]) || (text[i] == '-' && inner))) {
            return false;
        }
    }
    return len >= 1 && len <= 63;
}

bool endpoint_region_valid(const char *region)
{
    return host_label(region, strlen(region));
}

/* The configured URL and the name of where it stands; NULL when there is none. */
static const char *configured(const struct aws_config *config, const struct service_kind *kind,
                              const char **where)
{
    const char *ignore = aws_config_env(config, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
    const char *services = aws_config_profile_value(config, "services");
    const char *url;

    if (ignore != NULL && text_equal_nocase(ignore, "true")) {
        return NULL;
    }
    if ((url = aws_config_env(config, *where = kind->endpoint_env)) != NULL ||
        (url = aws_config_env(config, *where = "AWS_ENDPOINT_URL")) != NULL) {
        return url;
    }
    *where = "services' endpoint_url in the profile";
    if (services != NULL && (url = profile_services_get(aws_config_files(config), services,
                                                        kind->endpoint_key, "endpoint_url"))) {
        return url;
    }
    return aws_config_profile_value(config, *where = "endpoint_url");
}

static int own_host(const struct aws_config *config, const struct service_kind *kind,
                    struct endpoint *out)
{
    const char *fips = aws_config_env(config, "AWS_USE_FIPS_ENDPOINT");
    const char *region = aws_config_region(config);

    out->uri.https = true;
    out->uri.port = 443;
    snprintf(out->uri.host, sizeof out->uri.host, "%s%s.%s.%s", kind->host_prefix,
             fips != NULL && text_equal_nocase(fips, "true") ? "-fips" : "", region,
             endpoint_dns_suffix(region));
    return 0;
}

int endpoint_resolve(const struct aws_config *config, const struct service_kind *kind,
                     struct endpoint *out, struct err *err)
{
    const char *where = NULL;
    const char *url = configured(config, kind, &where);
    size_t len;

    *out = (struct endpoint){ .custom = url != NULL };
    if (url == NULL) {
        return own_host(config, kind, out);
    }
    TRY(uri_parse(where, url, &out->uri, err));
    if (!out->uri.https && !uri_host_is_local(out->uri.host)) {
        return err_set(err, ERR_USAGE,
                       "%s: '%s': http is taken for loopback and link-local hosts only", where,
                       url);
    }
    if (strchr(out->uri.path, '?') != NULL) {
        return err_set(err, ERR_USAGE, "%s: '%s': an endpoint has no query", where, url);
    }
    len = strlen(out->uri.path);
    while (len > 0 && out->uri.path[len - 1] == '/') {
        out->uri.path[--len] = '\0';
    }
    return 0;
}

/* The parts of "arn:partition:s3:region:account:accesspoint/name" (or ':' before the name). */
struct access_point {
    char region[64], account[16], name[64];
};

static bool copy_part(const char **at, const char *ends, char *out, size_t size)
{
    size_t len = strcspn(*at, ends);

    if (len == 0 || len >= size || (*at)[len] == '\0' || !host_label(*at, len)) {
        return false;
    }
    memcpy(out, *at, len);
    out[len] = '\0';
    *at += len + 1;
    return true;
}

static bool parse_access_point(const char *arn, struct access_point *out)
{
    char word[64];
    const char *at = arn;
    size_t len;

    if (!copy_part(&at, ":", word, sizeof word) || !copy_part(&at, ":", word, sizeof word) ||
        !copy_part(&at, ":", word, sizeof word) || strcmp(word, "s3") != 0 ||
        !copy_part(&at, ":", out->region, sizeof out->region) ||
        !copy_part(&at, ":", out->account, sizeof out->account) ||
        !copy_part(&at, "/:", word, sizeof word) || strcmp(word, "accesspoint") != 0) {
        return false;
    }
    len = strlen(at);
    if (len >= sizeof out->name || !host_label(at, len)) {
        return false;
    }
    memcpy(out->name, at, len + 1);
    return true;
}

/* 1 to 255 of what buckets have ever been allowed to be called. */
static bool bucket_name(const char *bucket)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  ".-_";
    size_t len = strspn(bucket, allowed);

    return bucket[len] == '\0' && len >= 1 && len <= 255 && strcmp(bucket, ".") != 0 &&
           strcmp(bucket, "..") != 0;
}

static int address_arn(const struct endpoint *endpoint, const char *arn, struct bucket_address *out,
                       struct err *err)
{
    struct access_point point;

    if (!parse_access_point(arn, &point)) {
        return err_set(err, ERR_INPUT, "bucket '%s' is no access point's ARN", arn);
    }
    snprintf(out->region, sizeof out->region, "%s", point.region);
    if (endpoint->custom) {
        CLEANUP(buf_release) struct buf coded = BUF_INIT(sizeof out->prefix - 2);

        uri_encode(span_str(arn), false, &coded);
        snprintf(out->prefix, sizeof out->prefix, "/%s", buf_cstr(&coded));
        return 0;
    }
    snprintf(out->host, sizeof out->host, "%s-%s.s3-accesspoint.%s.%s", point.name, point.account,
             point.region, endpoint_dns_suffix(point.region));
    return 0;
}

int endpoint_bucket(const struct aws_config *config, const struct endpoint *endpoint,
                    const char *bucket, struct bucket_address *out, struct err *err)
{
    (void)config;
    *out = (struct bucket_address){ 0 };
    if (text_starts(bucket, "arn:")) {
        return address_arn(endpoint, bucket, out, err);
    }
    if (!bucket_name(bucket)) {
        return err_set(err, ERR_INPUT, "bucket '%.300s' is no bucket's name", bucket);
    }
    if (endpoint->custom || strlen(bucket) < 3 || !host_label(bucket, strlen(bucket))) {
        snprintf(out->prefix, sizeof out->prefix, "/%s", bucket);
    } else {
        snprintf(out->host, sizeof out->host, "%s.%.190s", bucket, endpoint->uri.host);
    }
    return 0;
}
