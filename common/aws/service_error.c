#include "aws/service_error.h"

#include <stdio.h>
#include <string.h>

#include "aws/xml_text.h"
#include "base/json.h"
#include "base/text.h"
#include "net/retry.h"

#define MAX_MESSAGE_BYTES   700
#define SECRET_PREFIX_BYTES 16 /* a message that repeats this much of a secret is left out */
#define KMS_HINT            "look at the KMS key: its state, and its policy for this role"

/* What an error name means; the rest goes by HTTP status. */
static const struct {
    const char *code;
    enum err_kind kind;
    enum service_trouble trouble;
    const char *hint;
} names[] = {
    { "NoSuchKey", ERR_NOT_FOUND, 0, NULL },
    { "NoSuchBucket", ERR_NOT_FOUND, 0, NULL },
    { "NoSuchVersion", ERR_NOT_FOUND, 0, NULL },
    { "NoSuchUpload", ERR_NOT_FOUND, 0, NULL },
    { "ResourceNotFoundException", ERR_NOT_FOUND, 0, NULL },
    { "ActivityDoesNotExist", ERR_NOT_FOUND, 0, "create the activity or correct ACTIVITY_ARN" },
    { "PreconditionFailed", ERR_PRECONDITION, 0, NULL },
    { "ConditionalCheckFailedException", ERR_PRECONDITION, 0, NULL },
    { "ConditionalRequestConflict", ERR_TRANSIENT, 0, NULL },
    { "TaskTimedOut", ERR_CLOSED, 0, NULL },
    { "TaskDoesNotExist", ERR_CLOSED, 0, NULL },
    { "InvalidOutput", ERR_OUTPUT, 0, NULL },
    { "InvalidObjectState", ERR_DENIED, 0, "the object is archived: restore it first" },
    { "AccessDeniedException", ERR_DENIED, 0, NULL },
    { "IncompleteSignature", ERR_DENIED, 0, NULL },
    { "IncompleteSignatureException", ERR_DENIED, 0, NULL },
    { "InvalidSignatureException", ERR_DENIED, 0, NULL },
    { "MissingAuthenticationTokenException", ERR_DENIED, 0, NULL },
    { "KMS.DisabledException", ERR_DENIED, 0, KMS_HINT },
    { "KMS.InvalidKeyUsageException", ERR_DENIED, 0, KMS_HINT },
    { "KMS.KMSInvalidStateException", ERR_DENIED, 0, KMS_HINT },
    { "KMS.NotFoundException", ERR_DENIED, 0, KMS_HINT },
    { "KmsAccessDeniedException", ERR_DENIED, 0, KMS_HINT },
    { "KmsInvalidStateException", ERR_DENIED, 0, KMS_HINT },
    { "NotAuthorized", ERR_DENIED, 0, NULL },
    { "OptInRequired", ERR_DENIED, 0, NULL },
    { "ExpiredToken", ERR_TRANSIENT, SERVICE_TROUBLE_EXPIRED, NULL },
    { "ExpiredTokenException", ERR_TRANSIENT, SERVICE_TROUBLE_EXPIRED, NULL },
    { "TokenRefreshRequired", ERR_TRANSIENT, SERVICE_TROUBLE_EXPIRED, NULL },
    { "InvalidAccessKeyId", ERR_DENIED, SERVICE_TROUBLE_EXPIRED, NULL },
    { "InvalidClientTokenId", ERR_DENIED, SERVICE_TROUBLE_EXPIRED, NULL },
    { "UnrecognizedClientException", ERR_DENIED, SERVICE_TROUBLE_EXPIRED, NULL },
    { "RequestTimeTooSkewed", ERR_TRANSIENT, SERVICE_TROUBLE_SKEWED, NULL },
    { "RequestExpired", ERR_TRANSIENT, SERVICE_TROUBLE_SKEWED, NULL },
    { "RequestInTheFuture", ERR_TRANSIENT, SERVICE_TROUBLE_SKEWED, NULL },
};

/* A name is letters, digits and ". _ -"; anything else is none. */
static void take_code(struct err *err, const char *code, size_t len)
{
    const char *hash = memchr(code, '#', len); /* com.amazonaws.dynamodb.v20120810#Name */
    size_t n = 0;

    if (hash != NULL) {
        len -= (size_t)(hash - code) + 1;
        code = hash + 1;
    }
    for (; n < len && n < sizeof err->code - 1 && code[n] != ':'; n++) {
        char c = code[n];

        if (!text_is_letter(c) && !text_is_digit(c) && c != '.' && c != '_' && c != '-') {
            n = 0;
            break;
        }
        err->code[n] = c;
    }
    err->code[n] = '\0';
}

static void read_xml(const struct http_response *res, struct err *err, struct buf *message)
{
    CLEANUP(buf_release) struct buf code = BUF_INIT(sizeof err->code);
    struct span body = buf_span(&res->body);

    if (xml_text(body, "Code", &code)) {
        take_code(err, buf_cstr(&code), code.len);
    }
    if (!xml_text(body, "Message", message)) {
        buf_clear(message);
    }
}

static void read_json(const struct http_response *res, struct err *err, struct buf *message)
{
    static const char *const members[] = { "message", "Message" };
    static const char *const names_of_it[] = { "Code", "code", "__type" }; /* the last one stands */
    CLEANUP(json_releasep) struct json_object *root = NULL;
    const char *code = http_header_get(&res->headers, "x-amzn-ErrorType");
    struct err ignored;

    if (json_parse(buf_span(&res->body), &root, &ignored) == 0) {
        for (size_t i = 0; i < ARRAY_LEN(members) && message->len == 0; i++) {
            buf_add_str(message, json_to_str(json_member(root, members[i])));
        }
        for (size_t i = 0; i < ARRAY_LEN(names_of_it); i++) {
            if (json_is_str(json_member(root, names_of_it[i]))) {
                code = json_to_str(json_member(root, names_of_it[i]));
            }
        }
    }
    if (code != NULL) {
        take_code(err, code, strlen(code));
    }
}

/* The words of a refused signature repeat what was signed, the session token included. */
static bool may_be_shown(const char *message, const char *code, const char *const *secrets)
{
    if (strstr(code, "Signature") != NULL) {
        return false;
    }
    for (; *secrets != NULL; secrets++) {
        char start[SECRET_PREFIX_BYTES + 1];

        snprintf(start, sizeof start, "%s", *secrets);
        if (start[0] != '\0' && strstr(message, start) != NULL) {
            return false;
        }
    }
    return true;
}

static enum err_kind kind_of_status(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ERR_DENIED;
    case 404:
        return ERR_NOT_FOUND;
    case 412:
        return ERR_PRECONDITION;
    default:
        return retry_of_status(status) != RETRY_NOT || status >= 500 ? ERR_TRANSIENT : ERR_INPUT;
    }
}

/* A JSON service tells a skewed clock under the name of a wrong signature. */
static bool skew_in_words(const struct err *err, const char *message)
{
    return strcmp(err->code, "InvalidSignatureException") == 0 &&
           (text_starts(message, "Signature expired") ||
            text_starts(message, "Signature not yet current"));
}

static enum service_trouble classify(const struct service_kind *kind, const char *message,
                                     struct err *err)
{
    err->kind = kind_of_status(err->http_status);
    if (retry_of_code(err->code) != RETRY_NOT) {
        err->kind = ERR_TRANSIENT;
    }
    if (strcmp(err->code, "InvalidToken") == 0) { /* a task's token, elsewhere the session's */
        err->kind = kind == &service_states ? ERR_CLOSED : ERR_DENIED;
        return kind == &service_states ? SERVICE_TROUBLE_NONE : SERVICE_TROUBLE_EXPIRED;
    }
    if (skew_in_words(err, message)) {
        err->kind = ERR_TRANSIENT;
        return SERVICE_TROUBLE_SKEWED;
    }
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strcmp(names[i].code, err->code) == 0) {
            err->kind = names[i].kind;
            snprintf(err->hint, sizeof err->hint, "%s", names[i].hint != NULL ? names[i].hint : "");
            return names[i].trouble;
        }
    }
    return SERVICE_TROUBLE_NONE;
}

enum service_trouble service_error(const struct service_kind *kind, const struct http_response *res,
                                   const char *const *secrets, struct err *err)
{
    CLEANUP(buf_release) struct buf message = BUF_INIT(MAX_MESSAGE_BYTES);
    const char *region = http_header_get(&res->headers, "x-amz-bucket-region");
    struct err found = { .http_status = res->status };
    enum service_trouble trouble;
    const char *words;

    (kind->errors == SERVICE_ERRORS_XML ? read_xml : read_json)(res, &found, &message);
    words = buf_cstr(&message);
    trouble = classify(kind, words, &found);
    words = may_be_shown(words, found.code, secrets) ? words : "";
    err_set(err, found.kind, "%s answered %d%s%s%s%s", kind->name, res->status,
            found.code[0] != '\0' ? " " : "", found.code, words[0] != '\0' ? ": " : "", words);
    if (err != NULL) {
        err->http_status = found.http_status;
        snprintf(err->code, sizeof err->code, "%s", found.code);
        snprintf(err->hint, sizeof err->hint, "%s", found.hint);
        if (res->status / 100 == 3 && region != NULL) {
            snprintf(err->hint, sizeof err->hint, "the bucket is in region '%.40s'", region);
        }
    }
    return trouble;
}
