#include "task/envelope.h"

#include <string.h>

#include "aws/states.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"
#include "base/text.h"
#include "task/shapes.h"

#define OPERATION_PRESET "ingest"
#define STATUS_PRESET    "STARTED"

/* The string at path, NULL where it is absent, null or "". */
static int optional_text(struct json_object *root, const char *path, const char **out,
                         struct err *err)
{
    *out = NULL;
    TRY(json_opt_str(root, path, out, err));
    if (*out != NULL && (*out)[0] == '\0') {
        *out = NULL;
    }
    return 0;
}

static int required_text(struct json_object *root, const char *path, const char **out,
                         struct err *err)
{
    TRY(json_get_str(root, path, out, err));
    if ((*out)[0] == '\0') {
        return err_set(err, ERR_INPUT, "%s: is empty", path);
    }
    return 0;
}

static int read_input(struct json_object *root, struct envelope *out, struct err *err)
{
    TRY(required_text(root, "input.bucket", &out->bucket, err));
    TRY(required_text(root, "input.key", &out->key, err));
    if (strlen(out->key) > KEY_MAX_BYTES) {
        return err_set(err, ERR_INPUT, "input.key: 1 to %d bytes expected", KEY_MAX_BYTES);
    }
    TRY(optional_text(root, "input.versionId", &out->version_id, err));
    TRY(optional_text(root, "input.etag", &out->etag, err));
    TRY(optional_text(root, "input.sequencer", &out->sequencer, err));
    TRY(optional_text(root, "input.profile", &out->profile, err));
    TRY(json_opt_array(root, "input.renditions", &out->renditions, err));
    TRY(optional_text(root, "traceHeader", &out->trace_header, err));
    if (out->trace_header == NULL) {
        TRY(optional_text(root, "input.traceHeader", &out->trace_header, err));
    }
    return 0;
}

static void bare_etag(const char *etag, char out[KEY_MAX_BYTES + 1])
{
    struct span text = span_str(etag != NULL ? etag : "");

    if (text.len >= 2 && text.data[0] == '"' && text.data[text.len - 1] == '"') {
        text = (struct span){ text.data + 1, text.len - 2 };
    }
    text.len = text_cut(text, KEY_MAX_BYTES);
    memcpy(out, text.data, text.len);
    out[text.len] = '\0';
}

/* The ingest's identity: from the input, else UUIDv5 of the object's address and state. */
static int read_uuid(struct json_object *root, struct envelope *out, struct err *err)
{
    CLEANUP(mem_freep) char *name = NULL;
    char uuid[UUID_TEXT];

    TRY(optional_text(root, "uuid", &out->uuid, err));
    if (out->uuid == NULL) {
        name = mem_printf("s3://%s/%s\n%s", out->bucket, out->key,
                          out->version_id != NULL ? out->version_id : out->etag_bare);
        digest_uuid_url(span_str(name), uuid);
        json_set_str(root, "uuid", uuid);
        out->uuid = json_to_str(json_member(root, "uuid"));
    }
    return 0;
}

/* Fills in the destination that the deployment gives to an event. */
static int deploy_destination(struct json_object *input, struct envelope *envelope,
                              const struct settings *settings, struct err *err)
{
    struct json_object *destination;
    struct key_parts parts = envelope_key_parts(envelope);
    char prefix[KEY_MAX_BYTES + 1];

    if (settings->proxy_bucket == NULL) {
        return err_set(err, ERR_INPUT,
                       "input.destination.bucket: string expected (or the setting PROXY_BUCKET)");
    }
    TRY(template_expand_prefix(settings->prefix, &parts, prefix, err));
    destination = json_new_object();
    json_set_str(destination, "bucket", settings->proxy_bucket);
    json_set_str(destination, "prefix", prefix);
    json_set(input, "destination", destination);
    return 0;
}

static int read_destination(struct json_object *root, struct envelope *out,
                            const struct settings *settings, struct err *err)
{
    struct json_object *input = json_member(root, "input");

    out->standalone = json_is_str(json_member(input, "origin"));
    if (out->standalone && json_member(input, "destination") == NULL) {
        TRY(deploy_destination(input, out, settings, err));
    }
    TRY(required_text(root, "input.destination.bucket", &out->destination_bucket, err));
    TRY(json_get_str(root, "input.destination.prefix", &out->destination_prefix, err));
    if (strlen(out->destination_prefix) > KEY_MAX_BYTES) {
        return err_set(err, ERR_INPUT, "input.destination.prefix: up to %d bytes expected",
                       KEY_MAX_BYTES);
    }
    return 0;
}

/* Absent or null becomes value (taken over); anything of another type is named. */
static int preset(struct json_object *root, const char *name,
                  bool (*is)(const struct json_object *), const char *type,
                  struct json_object *value, struct err *err)
{
    struct json_object *found = json_member(root, name);

    if (found == NULL) {
        json_set(root, name, value);
        return 0;
    }
    json_release(value);
    return is(found) ? 0 : err_set(err, ERR_INPUT, "%s: %s expected", name, type);
}

static int preset_envelope(struct json_object *root, struct err *err)
{
    TRY(preset(root, "operation", json_is_str, "string", json_new_str(OPERATION_PRESET), err));
    TRY(preset(root, "status", json_is_str, "string", json_new_str(STATUS_PRESET), err));
    TRY(preset(root, "progress", json_is_number, "number", json_new_u64(0), err));
    TRY(preset(root, "data", json_is_object, "object", json_new_object(), err));
    return preset(root, "execution", json_is_object, "object", json_new_object(), err);
}

static int read_execution(struct json_object *root, int64_t now_ms, struct envelope *out,
                          struct err *err)
{
    const char *arn = NULL;
    int64_t us;

    TRY(optional_text(root, "execution.id", &arn, err));
    TRY(optional_text(root, "execution.startTime", &out->start_time, err));
    if (out->start_time == NULL) {
        struct json_object *execution = json_member(root, "execution");
        char now[CLOCK_TEXT_MAX];

        clock_format(now_ms * 1000, CLOCK_ISO, now);
        json_set_str(execution, "startTime", now);
        out->start_time = json_to_str(json_member(execution, "startTime"));
    }
    if (!clock_parse_iso(out->start_time, &us)) {
        return err_set(err, ERR_INPUT, "execution.startTime: time (RFC 3339) expected");
    }
    out->execution_arn = arn != NULL ? arn : "";
    TRY(optional_text(root, "failure.Error", &out->failure_error, err));
    return optional_text(root, "failure.Cause", &out->failure_cause, err);
}

int envelope_parse(struct span text, const struct settings *settings, int64_t now_ms,
                   struct envelope *out, struct err *err)
{
    CLEANUP(envelope_release) struct envelope parsed = { 0 };

    if (text.len == 0) {
        return err_set(err, ERR_INPUT, "task input: not valid JSON: text of 1 to %d bytes expected",
                       STATES_MAX_INPUT);
    }
    TRY(json_parse(text, &parsed.json, err));
    TRY(shapes_to_native(parsed.json, settings, err));
    TRY(read_input(parsed.json, &parsed, err));
    bare_etag(parsed.etag, parsed.etag_bare);
    TRY(preset_envelope(parsed.json, err));
    TRY(read_uuid(parsed.json, &parsed, err));
    TRY(read_destination(parsed.json, &parsed, settings, err));
    TRY(read_execution(parsed.json, now_ms, &parsed, err));
    parsed.data = json_member(parsed.json, "data");
    *out = parsed;
    parsed.json = NULL;
    return 0;
}

void envelope_release(struct envelope *envelope)
{
    json_release(envelope->json);
    *envelope = (struct envelope){ 0 };
}

struct key_parts envelope_key_parts(const struct envelope *envelope)
{
    return (struct key_parts){
        .prefix = envelope->destination_prefix != NULL ? envelope->destination_prefix : "",
        .key = envelope->key,
        .uuid = envelope->uuid,
        .etag = envelope->etag_bare,
    };
}

int envelope_profile(const struct envelope *envelope, const struct profile_choice *choice,
                     struct profile *out, struct err *err)
{
    CLEANUP(profile_release) struct profile profile = { 0 };

    TRY(profile_named(choice, envelope->profile, "input.profile", &profile, err));
    if (envelope->renditions != NULL) {
        TRY(profile_replace_renditions(&profile, envelope->renditions, "input.renditions", err));
    }
    *out = profile_take(&profile);
    return 0;
}

struct json_object *envelope_data(struct envelope *envelope, const char *name)
{
    struct json_object *part = json_member(envelope->data, name);

    if (!json_is_object(part)) {
        part = json_new_object();
        json_set(envelope->data, name, part);
    }
    return part;
}

void envelope_skip(struct envelope *envelope, const char *reason)
{
    json_set_str(envelope->json, "status", "SKIPPED");
    json_set_str(envelope->json, "reason", reason);
    json_set_str(envelope_data(envelope, "skipped"), "reason", reason);
}

const char *envelope_skipped(const struct envelope *envelope)
{
    struct json_object *skipped = json_member(envelope->data, "skipped");
    struct json_object *reason = json_is_object(skipped) ? json_member(skipped, "reason") : NULL;

    return json_is_str(reason) ? json_to_str(reason) : NULL;
}
