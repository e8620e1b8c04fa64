#include "base/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "base/json_text.h"
#include "base/mem.h"
#include "base/text.h"

/* The depth is checked before json-c sees the text; it counts scalars as a level of their own. */
#define TOKENER_DEPTH (JSON_MAX_DEPTH + 2)

/* Back from what json_text_mark made of integers that no machine word holds. */
static void unmark(struct json_object *node)
{
    if (json_object_is_type(node, json_type_object)) {
        json_object_object_foreach(node, name, member)
        {
            (void)name;
            unmark(member);
        }
    } else if (json_object_is_type(node, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(node); i++) {
            unmark(json_object_array_get_idx(node, i));
        }
    } else if (json_object_is_type(node, json_type_double)) {
        struct span text = json_text_unmarked(span_str(json_object_to_json_string(node)));

        if (text.len > 0) {
            json_object_set_serializer(node, json_object_userdata_to_json_string,
                                       mem_strndup(text.data, text.len), json_object_free_userdata);
        }
    }
}

static int parse(struct span text, enum json_allowed allowed, struct json_object **out,
                 struct err *err)
{
    CLEANUP(buf_release) struct buf marked = { 0 };
    struct json_tokener *tokener;
    struct json_object *root;
    enum json_tokener_error how;
    size_t end;

    *out = NULL;
    if (text.len == 0 || text.len > INT32_MAX) {
        return json_text_refuse(err, 0, text.len == 0 ? "empty" : "too long");
    }
    if ((allowed < JSON_BYTES && !text_is_utf8(text)) ||
        memchr(text.data, '\0', text.len) != NULL) {
        return json_text_refuse(err, 0, "not UTF-8 text");
    }
    TRY(json_text_check(text, allowed, err));
    if (json_text_mark(text, &marked)) {
        text = buf_span(&marked);
    }
    tokener = json_tokener_new_ex(TOKENER_DEPTH);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    root = json_tokener_parse_ex(tokener, (const char *)text.data, (int)text.len);
    how = json_tokener_get_error(tokener);
    if (how == json_tokener_continue) {
        /* a number at the very end is complete only when the text is known to be */
        root = json_tokener_parse_ex(tokener, "", 1);
        how = json_tokener_get_error(tokener);
        end = text.len;
    } else {
        end = json_tokener_get_parse_end(tokener);
    }
    json_tokener_free(tokener);
    while (end < text.len && memchr(" \t\r\n", text.data[end], 4) != NULL) {
        end++;
    }
    if (how == json_tokener_success && end == 0) {
        mem_refused(); /* its locale's memory: nothing was read, nothing is said */
    }
    if (how != json_tokener_success || end < text.len) {
        json_object_put(root);
        return json_text_refuse(err, end,
                                how != json_tokener_success ? json_tokener_error_desc(how)
                                                            : "something follows");
    }
    if (marked.len > 0) {
        unmark(root);
    }
    *out = root;
    return 0;
}

int json_parse(struct span text, struct json_object **out, struct err *err)
{
    return parse(text, JSON_TEXT, out, err);
}

int json_parse_nul(struct span text, struct json_object **out, struct err *err)
{
    return parse(text, JSON_NUL, out, err);
}

int json_parse_loosely(struct span text, struct json_object **out, struct err *err)
{
    return parse(text, JSON_BYTES, out, err);
}

struct json_object *json_new_object(void)
{
    return json_object_new_object();
}

struct json_object *json_new_array(void)
{
    return json_object_new_array();
}

struct json_object *json_new_span(struct span text)
{
    CLEANUP(buf_release) struct buf valid = BUF_INIT(3 * text.len + 1);

    if (text_is_utf8(text)) {
        return json_object_new_string_len((const char *)text.data, (int)text.len);
    }
    text_append_valid(&valid, text);
    return json_object_new_string_len(buf_cstr(&valid), (int)valid.len);
}

struct json_object *json_new_str(const char *text)
{
    return json_new_span(span_str(text));
}

struct json_object *json_new_u64(uint64_t value)
{
    return json_object_new_uint64(value);
}

struct json_object *json_new_i64(int64_t value)
{
    return json_object_new_int64(value);
}

struct json_object *json_new_double(double value)
{
    return json_object_new_double(value);
}

struct json_object *json_new_bool(bool value)
{
    return json_object_new_boolean(value);
}

struct json_object *json_new_null(void)
{
    return NULL;
}

struct json_object *json_new_number_text(const char *text)
{
    return json_object_new_double_s(strtod(text, NULL), text);
}

struct json_object *json_copy(const struct json_object *node)
{
    struct json_object *copy = NULL;

    json_object_deep_copy((struct json_object *)node, &copy, NULL);
    return copy;
}

struct json_object *json_retain(struct json_object *node)
{
    return json_object_get(node);
}

void json_release(struct json_object *node)
{
    json_object_put(node);
}

void json_releasep(struct json_object **owner)
{
    json_object_put(*owner);
    *owner = NULL;
}

void json_set(struct json_object *object, const char *name, struct json_object *value)
{
    json_object_object_add(object, name, value);
}

void json_set_str(struct json_object *object, const char *name, const char *text)
{
    json_set(object, name, json_new_str(text));
}

void json_set_cut(struct json_object *object, const char *name, const char *text, size_t max_bytes)
{
    struct span in = span_str(text);

    if (in.len > 0) {
        in.len = text_cut(in, max_bytes);
        json_set(object, name, json_new_span(in));
    }
}

void json_set_u64(struct json_object *object, const char *name, uint64_t value)
{
    json_set(object, name, json_new_u64(value));
}

void json_set_bool(struct json_object *object, const char *name, bool value)
{
    json_set(object, name, json_new_bool(value));
}

void json_remove(struct json_object *object, const char *name)
{
    json_object_object_del(object, name);
}

void json_append(struct json_object *array, struct json_object *value)
{
    json_object_array_add(array, value);
}

bool json_is_object(const struct json_object *node)
{
    return json_object_is_type(node, json_type_object);
}

bool json_is_array(const struct json_object *node)
{
    return json_object_is_type(node, json_type_array);
}

bool json_is_str(const struct json_object *node)
{
    return json_object_is_type(node, json_type_string);
}

bool json_is_int(const struct json_object *node)
{
    return json_object_is_type(node, json_type_int);
}

bool json_is_number(const struct json_object *node)
{
    return json_is_int(node) || json_object_is_type(node, json_type_double);
}

bool json_is_bool(const struct json_object *node)
{
    return json_object_is_type(node, json_type_boolean);
}

bool json_is_null(const struct json_object *node)
{
    return node == NULL;
}

struct span json_to_span(const struct json_object *node)
{
    struct json_object *string = (struct json_object *)node;

    if (!json_is_str(node)) {
        return (struct span){ NULL, 0 };
    }
    return (struct span){ (const uint8_t *)json_object_get_string(string),
                          (size_t)json_object_get_string_len(node) };
}

const char *json_to_str(const struct json_object *node)
{
    return json_is_str(node) ? json_object_get_string((struct json_object *)node) : "";
}

int64_t json_to_i64(const struct json_object *node)
{
    return json_is_int(node) ? json_object_get_int64(node) : 0;
}

double json_to_double(const struct json_object *node)
{
    return json_is_number(node) ? json_object_get_double(node) : 0;
}

bool json_to_bool(const struct json_object *node)
{
    return json_is_bool(node) && json_object_get_boolean(node);
}

struct json_object *json_member(const struct json_object *object, const char *name)
{
    struct json_object *value = NULL;

    if (json_is_object(object)) {
        json_object_object_get_ex(object, name, &value);
    }
    return value;
}

bool json_has(const struct json_object *object, const char *name)
{
    return json_is_object(object) && json_object_object_get_ex(object, name, NULL);
}

size_t json_length(const struct json_object *array)
{
    if (json_is_array(array)) {
        return json_object_array_length(array);
    }
    return json_is_object(array) ? (size_t)json_object_object_length(array) : 0;
}

struct json_object *json_at(const struct json_object *array, size_t index)
{
    return json_is_array(array) ? json_object_array_get_idx(array, index) : NULL;
}

/* One step of a path: ".name", "name" or "[index]". Moves *path past it. */
static struct json_object *step(struct json_object *node, const char **path)
{
    char name[256];
    size_t n;

    if (**path == '[') {
        uint64_t index = 0;

        for ((*path)++; text_is_digit(**path) && index < UINT32_MAX; (*path)++) {
            index = index * 10 + (uint64_t)(**path - '0');
        }
        *path += **path == ']';
        return json_at(node, (size_t)index);
    }
    *path += **path == '.';
    n = strcspn(*path, ".[");
    if (n == 0 || n >= sizeof name) {
        *path += strlen(*path);
        return NULL;
    }
    memcpy(name, *path, n);
    name[n] = '\0';
    *path += n;
    return json_member(node, name);
}

struct json_object *json_find(struct json_object *root, const char *path)
{
    while (root != NULL && *path != '\0') {
        root = step(root, &path);
    }
    return root;
}

struct json_iter json_iter(const struct json_object *object)
{
    struct lh_table *table = json_is_object(object) ? json_object_get_object(object) : NULL;

    return (struct json_iter){ NULL, NULL, table != NULL ? table->head : NULL };
}

bool json_next(struct json_iter *iter)
{
    struct lh_entry *entry = iter->next;

    if (entry == NULL) {
        return false;
    }
    iter->name = lh_entry_k(entry);
    iter->value = (struct json_object *)lh_entry_v(entry);
    iter->next = entry->next;
    return true;
}

typedef bool (*type_test)(const struct json_object *node);

static bool is_u64(const struct json_object *node)
{
    return json_is_int(node) && json_object_get_int64(node) >= 0;
}

/* The one check behind all getters. */
static int expect(struct json_object *root, const char *path, bool required, type_test is,
                  const char *type, struct json_object **out, struct err *err)
{
    *out = json_find(root, path);
    if (*out == NULL ? required : !is(*out)) {
        return err_set(err, ERR_INPUT, "%s: %s expected", path, type);
    }
    return 0;
}

int json_get_str(struct json_object *root, const char *path, const char **out, struct err *err)
{
    struct json_object *node;

    TRY(expect(root, path, true, json_is_str, "string", &node, err));
    *out = json_to_str(node);
    return 0;
}

int json_get_object(struct json_object *root, const char *path, struct json_object **out,
                    struct err *err)
{
    return expect(root, path, true, json_is_object, "object", out, err);
}

int json_get_array(struct json_object *root, const char *path, struct json_object **out,
                   struct err *err)
{
    return expect(root, path, true, json_is_array, "array", out, err);
}

int json_get_u64(struct json_object *root, const char *path, uint64_t *out, struct err *err)
{
    struct json_object *node;

    TRY(expect(root, path, true, is_u64, "whole number", &node, err));
    *out = json_object_get_uint64(node);
    return 0;
}

int json_opt_str(struct json_object *root, const char *path, const char **out, struct err *err)
{
    struct json_object *node;

    TRY(expect(root, path, false, json_is_str, "string", &node, err));
    *out = node != NULL ? json_to_str(node) : *out;
    return 0;
}

int json_opt_object(struct json_object *root, const char *path, struct json_object **out,
                    struct err *err)
{
    struct json_object *node;

    TRY(expect(root, path, false, json_is_object, "object", &node, err));
    *out = node != NULL ? node : *out;
    return 0;
}

int json_opt_array(struct json_object *root, const char *path, struct json_object **out,
                   struct err *err)
{
    struct json_object *node;

    TRY(expect(root, path, false, json_is_array, "array", &node, err));
    *out = node != NULL ? node : *out;
    return 0;
}

int json_opt_u64(struct json_object *root, const char *path, uint64_t *out, struct err *err)
{
    struct json_object *node;

    TRY(expect(root, path, false, is_u64, "whole number", &node, err));
    *out = node != NULL ? json_object_get_uint64(node) : *out;
    return 0;
}

int json_opt_bool(struct json_object *root, const char *path, bool *out, struct err *err)
{
    struct json_object *node;

    TRY(expect(root, path, false, json_is_bool, "true or false", &node, err));
    *out = node != NULL ? json_to_bool(node) : *out;
    return 0;
}

static void write_with(const struct json_object *node, int flags, struct buf *out)
{
    size_t len = 0;
    const char *text = json_object_to_json_string_length(
        (struct json_object *)node, flags | JSON_C_TO_STRING_NOSLASHESCAPE, &len);

    buf_add(out, text, len);
}

void json_write(const struct json_object *node, struct buf *out)
{
    write_with(node, JSON_C_TO_STRING_PLAIN, out);
}

void json_write_pretty(const struct json_object *node, struct buf *out)
{
    write_with(node, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED, out);
}

const char *json_library_version(void)
{
    static char text[32];

    snprintf(text, sizeof text, "json-c %s", json_c_version());
    return text;
}
