#include "sandbox/answer.h"

#include <stdio.h>
#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "recipe/rendition.h"

#define INSIGHT_MAX_BYTES 16384
#define WARNINGS_MAX      64

/* What may stand in an S3 object's Content-Type. */
static const struct {
    const char *format, *content_type;
} written[] = {
    { "jpeg", "image/jpeg" },
    { "png", "image/png" },
    { "webp", "image/webp" },
};

static const enum err_kind believed[] = { ERR_MALFORMED, ERR_LIMIT, ERR_UNSUPPORTED, ERR_INPUT,
                                          ERR_OUTPUT };

void answer_write_error(const struct err *why, struct buf *out)
{
    CLEANUP(json_releasep) struct json_object *error = json_new_object();

    json_set_str(error, "error", err_name(why->kind));
    json_set_str(error, "message", why->message);
    if (why->setting[0] != '\0') {
        json_set_str(error, "setting", why->setting);
    }
    if (why->has_limit) {
        json_set_u64(error, "limit", why->limit);
        json_set_u64(error, "value", why->value);
    }
    json_write(error, out);
}

static enum err_kind kind_of(const char *name)
{
    enum err_kind kind = err_kind_of(name);

    for (size_t i = 0; i < ARRAY_LEN(believed); i++) {
        if (believed[i] == kind) {
            return kind;
        }
    }
    return ERR_MALFORMED;
}

static bool is_setting(const char *name)
{
    for (size_t i = 0; settings_row(i) != NULL; i++) {
        if (strcmp(settings_row(i)->name, name) == 0) {
            return true;
        }
    }
    return false;
}

static int lie(struct err *err, const char *what)
{
    return err_set(err, ERR_MALFORMED, "the decoder's answer is not sound: %s", what);
}

static int read_object(struct span text, const char *what, struct json_object **out,
                       struct err *err)
{
    if (json_parse(text, out, NULL) != 0 || !json_is_object(*out)) {
        return lie(err, what);
    }
    return 0;
}

int answer_read_error(struct span text, struct err *why, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *error = NULL;
    const char *name = "", *message = "", *setting = "";
    uint64_t limit = 0, value = 0;

    TRY(read_object(text, "an error that is no object", &error, err));
    if (json_get_str(error, "error", &name, NULL) != 0 ||
        json_get_str(error, "message", &message, NULL) != 0 ||
        json_opt_str(error, "setting", &setting, NULL) != 0 ||
        json_opt_u64(error, "limit", &limit, NULL) != 0 ||
        json_opt_u64(error, "value", &value, NULL) != 0) {
        return lie(err, "an error of another shape");
    }
    err_set(why, kind_of(name), "%s", message);
    if (is_setting(setting)) {
        snprintf(why->setting, sizeof why->setting, "%s", setting);
    }
    why->has_limit = json_member(error, "limit") != NULL;
    why->limit = limit;
    why->value = value;
    return 0;
}

int answer_fail(struct span text, struct err *err)
{
    struct err why;

    TRY(answer_read_error(text, &why, err));
    if (err != NULL) {
        *err = why;
    }
    return -1;
}

static bool is_written(const char *format, const char *content_type)
{
    for (size_t i = 0; i < ARRAY_LEN(written); i++) {
        if (strcmp(written[i].format, format) == 0) {
            return strcmp(written[i].content_type, content_type) == 0;
        }
    }
    return false;
}

static bool is_side(uint64_t px)
{
    return px >= 1 && px <= RENDITION_MAX_SIDE_PX;
}

int answer_read_facts(struct span text, uint64_t bytes, struct json_object **out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *facts = NULL;
    const char *format, *content_type;
    uint64_t width, height, said;

    TRY(read_object(text, "facts that are no object", &facts, err));
    if (json_get_str(facts, "format", &format, NULL) != 0 ||
        json_get_str(facts, "contentType", &content_type, NULL) != 0 ||
        json_get_u64(facts, "width", &width, NULL) != 0 ||
        json_get_u64(facts, "height", &height, NULL) != 0 ||
        json_get_u64(facts, "bytes", &said, NULL) != 0 || json_length(facts) != 5) {
        return lie(err, "facts of another shape");
    }
    if (!is_written(format, content_type) || !is_side(width) || !is_side(height)) {
        return lie(err, "a rendition of no type or size that is written");
    }
    if (said != bytes || bytes == 0) {
        return lie(err, "another number of bytes than it sent");
    }
    *out = json_retain(facts);
    return 0;
}

static bool is_word(const char *text)
{
    size_t n = strnlen(text, 65);

    return n > 0 && n <= 64 && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789/+.-") == n;
}

static int check_image(struct json_object *result, struct err *err)
{
    const char *format, *content_type;
    uint64_t width, height, orientation;

    if (json_get_str(result, "image.format", &format, NULL) != 0 ||
        json_get_str(result, "image.contentType", &content_type, NULL) != 0 ||
        json_get_u64(result, "image.width", &width, NULL) != 0 ||
        json_get_u64(result, "image.height", &height, NULL) != 0 ||
        json_get_u64(result, "image.orientation", &orientation, NULL) != 0) {
        return lie(err, "a result of another shape");
    }
    if (!is_word(format) || !is_word(content_type) || !is_side(width) || !is_side(height) ||
        orientation > 8) {
        return lie(err, "an image that cannot be");
    }
    return 0;
}

static int check_warnings(const struct json_object *warnings, struct err *err)
{
    if (!json_is_array(warnings) || json_length(warnings) > WARNINGS_MAX) {
        return lie(err, "warnings of another shape");
    }
    for (size_t i = 0; i < json_length(warnings); i++) {
        if (!json_is_str(json_at(warnings, i))) {
            return lie(err, "warnings of another shape");
        }
    }
    return 0;
}

int answer_read_render(struct span text, struct json_object **out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *result = NULL;
    CLEANUP(buf_release) struct buf insight = BUF_INIT(INSIGHT_MAX_BYTES);

    TRY(read_object(text, "a result that is no object", &result, err));
    TRY(check_image(result, err));
    TRY(check_warnings(json_member(result, "warnings"), err));
    if (!json_is_object(json_member(result, "insight")) || json_length(result) != 3) {
        return lie(err, "a result of another shape");
    }
    json_write(json_member(result, "insight"), &insight);
    TRY(buf_check(&insight, "insight", err));
    *out = json_retain(result);
    return 0;
}

/* Names and values of one level: text, numbers, booleans. */
static int check_tags(const struct json_object *tags, struct err *err)
{
    struct json_iter it = json_iter(tags);

    while (json_next(&it)) {
        if (json_is_object(it.value) || json_is_array(it.value) || json_is_null(it.value)) {
            return lie(err, "a tag that is no plain value");
        }
    }
    return 0;
}

int answer_read_meta(struct span text, const char *source_file, bool grouped,
                     struct json_object **out, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *result = NULL;
    struct json_object *flat, *groups;

    TRY(read_object(text, "a result that is no object", &result, err));
    flat = json_member(result, "imageinfo");
    groups = json_member(result, "grouped");
    if (!json_is_object(flat) || !json_is_object(json_member(result, "summary")) ||
        (grouped && !json_is_object(groups)) || json_length(result) != (grouped ? 3 : 2)) {
        return lie(err, "a result of another shape");
    }
    TRY(check_tags(flat, err));
    json_set_str(flat, "SourceFile", source_file); /* ours to say */
    if (grouped) {
        json_set_str(groups, "SourceFile", source_file);
    }
    *out = json_retain(result);
    return 0;
}
