/*
 * JSON, read and written only through here (json-c behind it). Getters take the path of what they
 * want and say it in the error: "input.destination.bucket: string expected". Nodes are borrowed
 * from their root; json_release ends the root.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

struct json_object; /* json-c's; nothing outside base/json.c includes its headers */

#define JSON_MAX_DEPTH 64

/*
 * One complete JSON value (RFC 8259) and nothing after it. Refused as ERR_INPUT, with the byte
 * where it stopped: text that is not valid UTF-8, NUL inside a string, lone surrogates, more than
 * JSON_MAX_DEPTH levels, NaN and the like. Of two members of one name the last stands.
 */
MUST_CHECK int json_parse(struct span text, struct json_object **out, struct err *err);

/* The same, but \u0000 may stand in a string: for callers that read strings by json_to_span alone,
 * since it ends what json_to_str gives. */
MUST_CHECK int json_parse_nul(struct span text, struct json_object **out, struct err *err);

/* As json_parse_nul, and strings may hold lone surrogates (they become U+FFFD) and bytes that are
 * not UTF-8: for a caller that wants one member of a text whose other strings may be anything. */
MUST_CHECK int json_parse_loosely(struct span text, struct json_object **out, struct err *err);

/* { }, [ ] and scalars for building. Strings are copied; what is not UTF-8 in them becomes U+FFFD.
 */
struct json_object *json_new_object(void);
struct json_object *json_new_array(void);
struct json_object *json_new_str(const char *text);
struct json_object *json_new_span(struct span text);
struct json_object *json_new_u64(uint64_t value);
struct json_object *json_new_i64(int64_t value);
struct json_object *json_new_double(double value);
struct json_object *json_new_bool(bool value);
struct json_object *json_new_null(void);
/* A number with exactly this text (already checked to be a JSON number): ExifTool's "0.70" stays
 * "0.70". */
struct json_object *json_new_number_text(const char *text);
struct json_object *json_copy(const struct json_object *node); /* deep */
struct json_object *json_retain(struct json_object *node);     /* one more owner */
void json_release(struct json_object *node);                   /* NULL is fine */
void json_releasep(struct json_object **owner);                /* CLEANUP(json_releasep) */

/* Takes over value. An existing member of that name is replaced and keeps its place. */
void json_set(struct json_object *object, const char *name, struct json_object *value);
void json_set_str(struct json_object *object, const char *name, const char *text);
/* The same of at most max_bytes, cut between characters; "" sets nothing. */
void json_set_cut(struct json_object *object, const char *name, const char *text, size_t max_bytes);
void json_set_u64(struct json_object *object, const char *name, uint64_t value);
void json_set_bool(struct json_object *object, const char *name, bool value);
void json_remove(struct json_object *object, const char *name);
void json_append(struct json_object *array, struct json_object *value);

/* Type tests; false for NULL. */
bool json_is_object(const struct json_object *node);
bool json_is_array(const struct json_object *node);
bool json_is_str(const struct json_object *node);
bool json_is_int(const struct json_object *node);
bool json_is_number(const struct json_object *node); /* int or double */
bool json_is_bool(const struct json_object *node);
bool json_is_null(const struct json_object *node); /* also true for NULL: absent */

/* Scalars of a node of that type (else "", 0, false). */
const char *json_to_str(const struct json_object *node);
struct span json_to_span(const struct json_object *node);
int64_t json_to_i64(const struct json_object *node);
double json_to_double(const struct json_object *node);
bool json_to_bool(const struct json_object *node);

/*
 * The node at a path ("input.destination.bucket", "Records[0].s3.object.key"; "" is the root
 * itself), NULL when a part of it is absent. A member whose name has a dot is reached by
 * json_member.
 */
struct json_object *json_find(struct json_object *root, const char *path);
struct json_object *json_member(const struct json_object *object, const char *name);
/* True for a member that is null, too, which json_member cannot tell from an absent one. */
bool json_has(const struct json_object *object, const char *name);
size_t json_length(const struct json_object *array); /* of an array or object, else 0 */
struct json_object *json_at(const struct json_object *array, size_t index);

/* Walks an object's members in order: for (struct json_iter it = json_iter(o); json_next(&it);)
 * it.name, it.value */
struct json_iter {
    const char *name;
    struct json_object *value;
    void *next;
};
struct json_iter json_iter(const struct json_object *object);
bool json_next(struct json_iter *iter);

/* Required: absent, null or of another type is ERR_INPUT "<path>: string expected". Borrowed. */
MUST_CHECK int json_get_str(struct json_object *root, const char *path, const char **out,
                            struct err *err);
MUST_CHECK int json_get_object(struct json_object *root, const char *path, struct json_object **out,
                               struct err *err);
MUST_CHECK int json_get_array(struct json_object *root, const char *path, struct json_object **out,
                              struct err *err);
MUST_CHECK int json_get_u64(struct json_object *root, const char *path, uint64_t *out,
                            struct err *err);

/* Optional: absent or null leaves *out as it was; another type is the same error. */
MUST_CHECK int json_opt_str(struct json_object *root, const char *path, const char **out,
                            struct err *err);
MUST_CHECK int json_opt_object(struct json_object *root, const char *path, struct json_object **out,
                               struct err *err);
MUST_CHECK int json_opt_array(struct json_object *root, const char *path, struct json_object **out,
                              struct err *err);
MUST_CHECK int json_opt_u64(struct json_object *root, const char *path, uint64_t *out,
                            struct err *err);
MUST_CHECK int json_opt_bool(struct json_object *root, const char *path, bool *out,
                             struct err *err);

/* Compact, or with two blanks of indentation. '/' is not escaped. The text is valid UTF-8. */
void json_write(const struct json_object *node, struct buf *out);
void json_write_pretty(const struct json_object *node, struct buf *out);

/* "json-c 0.16", for --version. */
const char *json_library_version(void);

#endif
