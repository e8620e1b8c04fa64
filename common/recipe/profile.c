#include "recipe/profile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/source.h"
#include "base/text.h"
#include "recipe/field.h"
#include "recipe/record_value.h"
#include "recipe/template.h"

#define NAME_CHARACTERS   64
#define SUFFIX_CHARACTERS 32
#define MAX_KEY_PARTS     2 /* DynamoDB: partition key, sort key */

static const struct {
    const char *name, *text;
} builtins[] = {
#include "profiles.inc" /* made by CMakeLists.txt of statemachine/profiles */
};

const char *profile_builtin_name(size_t index)
{
    return index < ARRAY_LEN(builtins) ? builtins[index].name : NULL;
}

const char *profile_builtin(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(builtins); i++) {
        if (strcmp(builtins[i].name, name) == 0) {
            return builtins[i].text;
        }
    }
    return NULL;
}

static int match_suffixes(struct json_object *value, const char *path, void *out, struct err *err)
{
    struct profile *profile = out;
    char at[FIELD_PATH_BYTES];
    size_t n = json_length(value);

    if (!json_is_array(value) || n < 1 || n > PROFILE_MAX_SUFFIXES) {
        return err_set(err, ERR_INPUT, "%s: list of 1 to %d suffixes expected", path,
                       PROFILE_MAX_SUFFIXES);
    }
    for (size_t i = 0; i < n; i++) {
        const char *suffix = json_to_str(json_at(value, i));

        field_path_at(path, i, at);
        if (suffix[0] != '.' || field_characters(suffix) < 2 ||
            field_characters(suffix) > SUFFIX_CHARACTERS) {
            return field_refuse(at, "suffix that begins with a dot", err);
        }
        profile->suffixes[profile->n_suffixes++] = suffix;
    }
    return 0;
}

static const struct field match_fields[] = {
    { "suffixes", FIELD_OWN, .parse = match_suffixes, .help = "every key; [\".jpg\", …]" },
    { "ingestBucketOnly", FIELD_BOOL, offsetof(struct profile, ingest_bucket_only),
      .help = "false true" },
};

static int profile_match(struct json_object *value, const char *path, void *out, struct err *err)
{
    return fields_parse(value, path, match_fields, ARRAY_LEN(match_fields), out, err);
}

static const struct field imageinfo_fields[] = {
    { "key", FIELD_TEMPLATE, offsetof(struct profile, imageinfo_key), .required = true,
      .help = "key template" },
    { "inline", FIELD_BOOL, offsetof(struct profile, imageinfo_inline),
      .help = "false true: all metadata in the output, up to 96 KiB" },
};

static int profile_imageinfo(struct json_object *value, const char *path, void *out,
                             struct err *err)
{
    ((struct profile *)out)->has_imageinfo = true;
    return fields_parse(value, path, imageinfo_fields, ARRAY_LEN(imageinfo_fields), out, err);
}

/* The last rendition's key must be its own: under one key the later file would replace the other.
 */
static int refuse_twin(const struct profile *profile, const char *path, struct err *err)
{
    const struct rendition *last = &profile->renditions[profile->n_renditions - 1];

    for (const struct rendition *one = profile->renditions; one < last; one++) {
        if (one->key != NULL && last->key != NULL && strcmp(one->key, last->key) == 0) {
            return err_set(err, ERR_INPUT, "%s.key: '%.200s' is that of rendition '%.80s' as well",
                           path, last->key, one->name);
        }
    }
    return 0;
}

static int parse_renditions(struct json_object *value, const char *path, struct profile *out,
                            struct err *err)
{
    char at[FIELD_PATH_BYTES];
    size_t n = json_length(value);

    if (!json_is_array(value) || n > RENDITIONS_MAX) {
        return err_set(err, ERR_INPUT, "%s: list of up to %d renditions expected", path,
                       RENDITIONS_MAX);
    }
    out->renditions = n > 0 ? mem_array(n, sizeof *out->renditions) : NULL;
    for (size_t i = 0; i < n; i++) {
        field_path_at(path, i, at);
        TRY(rendition_parse(json_at(value, i), at, &out->renditions[i], err));
        out->n_renditions = i + 1;
        TRY(refuse_twin(out, at, err));
    }
    return 0;
}

static int profile_renditions(struct json_object *value, const char *path, void *out,
                              struct err *err)
{
    return parse_renditions(value, path, out, err);
}

#define PART_PARSER(name, member, type)                                                            \
    static int name(struct json_object *value, const char *path, void *out, struct err *err)       \
    {                                                                                              \
        ((type *)out)->member = value;                                                             \
        return record_check_attributes(value, path, err);                                          \
    }
PART_PARSER(part_set, set, struct record_part)
PART_PARSER(part_set_if_absent, set_if_absent, struct record_part)
PART_PARSER(part_on_failure, on_failure, struct record_part)

static const struct field part_fields[] = {
    { "set", FIELD_OWN, .parse = part_set, .help = "attributes" },
    { "setIfAbsent", FIELD_OWN, .parse = part_set_if_absent, .help = "kept where they stand" },
    { "onFailure", FIELD_OWN, .parse = part_on_failure, .help = "in place of set" },
};

static int record_standalone(struct json_object *value, const char *path, void *out,
                             struct err *err)
{
    struct record_part *part = &((struct record_spec *)out)->standalone;

    return fields_parse(value, path, part_fields, ARRAY_LEN(part_fields), part, err);
}

static int record_key(struct json_object *value, const char *path, void *out, struct err *err)
{
    ((struct record_spec *)out)->key = value;
    if (json_length(value) > MAX_KEY_PARTS) {
        return field_refuse(path, "object of 1 or 2 attributes", err);
    }
    return record_check_attributes(value, path, err);
}

PART_PARSER(record_set, always.set, struct record_spec)
PART_PARSER(record_set_if_absent, always.set_if_absent, struct record_spec)
PART_PARSER(record_on_failure, always.on_failure, struct record_spec)

static const struct field record_fields[] = {
    { "key", FIELD_OWN, .parse = record_key, .required = true, .help = "the item's key" },
    { "set", FIELD_OWN, .parse = record_set, .help = "attributes" },
    { "setIfAbsent", FIELD_OWN, .parse = record_set_if_absent, .help = "kept where they stand" },
    { "onFailure", FIELD_OWN, .parse = record_on_failure, .help = "in place of set" },
    { "standalone", FIELD_OWN, .parse = record_standalone,
      .help = "the same three, added where no parent owns the row" },
};

static int profile_record(struct json_object *value, const char *path, void *out, struct err *err)
{
    struct record_spec *record = &((struct profile *)out)->record;

    return fields_parse(value, path, record_fields, ARRAY_LEN(record_fields), record, err);
}

static const struct field profile_fields[] = {
    { "name", FIELD_STR, offsetof(struct profile, name), 1, NAME_CHARACTERS, .required = true,
      .help = "as input.profile says it" },
    { "match", FIELD_OWN, .parse = profile_match, .help = "which objects" },
    { "imageinfo", FIELD_OWN, .parse = profile_imageinfo, .help = "the metadata object" },
    { "renditions", FIELD_OWN, .parse = profile_renditions, .required = true, .help = "a list" },
    { "record", FIELD_OWN, .parse = profile_record, .help = "the row in the table" },
};

int profile_parse(struct span text, struct profile *out, struct err *err)
{
    CLEANUP(profile_release) struct profile parsed = { 0 };

    if (text.len > PROFILE_MAX_BYTES) {
        return err_limit(err, NULL, PROFILE_MAX_BYTES, text.len, "profile's size");
    }
    TRY(json_parse(text, &parsed.json, err));
    TRY(fields_parse(parsed.json, "", profile_fields, ARRAY_LEN(profile_fields), &parsed, err));
    *out = profile_take(&parsed);
    return 0;
}

static void release_renditions(struct profile *profile)
{
    for (size_t i = 0; i < profile->n_renditions; i++) {
        rendition_release(&profile->renditions[i]);
    }
    mem_free(profile->renditions);
    profile->renditions = NULL;
    profile->n_renditions = 0;
}

void profile_release(struct profile *profile)
{
    if (profile == NULL) {
        return;
    }
    release_renditions(profile);
    json_release(profile->json);
    *profile = (struct profile){ 0 };
}

int profile_replace_renditions(struct profile *profile, struct json_object *renditions,
                               const char *prefix, struct err *err)
{
    release_renditions(profile);
    if (json_length(renditions) == 0) {
        return err_set(err, ERR_INPUT, "%s: list of 1 to %d renditions expected", prefix,
                       RENDITIONS_MAX);
    }
    return parse_renditions(renditions, prefix, profile, err);
}

static int read_file(const char *path, struct buf *text, struct err *err)
{
    CLEANUP(source_release) struct source src = { 0 };
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO would hold the start up */
    uint8_t *to;
    size_t got = 0;
    int failed;

    if (fd < 0) {
        return err_set(err, ERR_USAGE, "%s", strerror(errno));
    }
    failed = source_file(fd, &src, err);
    if (failed == 0 && src.size > PROFILE_MAX_BYTES) {
        failed = err_limit(err, NULL, PROFILE_MAX_BYTES, src.size, "file's size");
    }
    to = failed == 0 ? buf_reserve(text, (size_t)src.size) : NULL;
    if (to != NULL && source_read(&src, 0, to, (size_t)src.size, &got, err) != 0) {
        failed = -1;
    }
    close(fd);
    buf_grown(text, got);
    return failed;
}

int profile_choose(const char *name_or_file, struct profile_choice *out, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(PROFILE_MAX_BYTES);
    CLEANUP(profile_release) struct profile parsed = { 0 };
    const char *builtin = profile_builtin(name_or_file);

    if (builtin != NULL) {
        *out = (struct profile_choice){ mem_strdup(name_or_file), mem_strdup(builtin) };
        return 0;
    }
    if (read_file(name_or_file, &text, err) != 0 ||
        profile_parse(buf_span(&text), &parsed, err) != 0) {
        err->kind = ERR_USAGE;
        return err_prefix(err, "profile '%s' (not compiled in, so a file)", name_or_file);
    }
    *out = (struct profile_choice){ mem_strdup(parsed.name), mem_strndup(text.data, text.len) };
    return 0;
}

void profile_choice_release(struct profile_choice *choice)
{
    mem_free(choice->name);
    mem_free(choice->text);
    *choice = (struct profile_choice){ 0 };
}

int profile_named(const struct profile_choice *choice, const char *name, const char *path,
                  struct profile *out, struct err *err)
{
    const char *text = choice->text;

    if (name != NULL && strcmp(name, choice->name) != 0) {
        text = profile_builtin(name);
    }
    if (text == NULL) {
        return err_set(err, ERR_INPUT, "%s: there is no profile '%s'", path, name);
    }
    return profile_parse(span_str(text), out, err);
}

static bool suffix_matches(const struct profile *profile, const char *key)
{
    for (size_t i = 0; i < profile->n_suffixes; i++) {
        if (text_ends_nocase(key, profile->suffixes[i])) {
            return true;
        }
    }
    return profile->n_suffixes == 0;
}

bool profile_matches(const struct profile *profile, const char *bucket, const char *key,
                     const char *ingest_bucket, char reason[PROFILE_REASON_BYTES])
{
    reason[0] = '\0';
    if (profile->ingest_bucket_only &&
        (ingest_bucket == NULL || strcmp(bucket, ingest_bucket) != 0)) {
        snprintf(reason, PROFILE_REASON_BYTES,
                 "profile '%s' is for objects of INGEST_BUCKET alone, which is '%s'", profile->name,
                 ingest_bucket != NULL ? ingest_bucket : "");
        return false;
    }
    if (!suffix_matches(profile, key)) {
        snprintf(reason, PROFILE_REASON_BYTES,
                 "profile '%s' is for keys that end in one of its %zu"
                 " suffixes",
                 profile->name, profile->n_suffixes);
        return false;
    }
    return true;
}
