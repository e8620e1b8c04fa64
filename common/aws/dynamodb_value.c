/* Plain JSON to DynamoDB's attribute values and back. */
#include <string.h>

#include "aws/dynamodb.h"

#define MAX_NUMBER_BYTES ((size_t)400)
#define MAX_DEPTH        32 /* DynamoDB's own limit of nesting */

static struct json_object *typed(const char *type, struct json_object *value)
{
    struct json_object *out = json_new_object();

    json_set(out, type, value);
    return out;
}

static struct json_object *number_text(const struct json_object *plain)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_NUMBER_BYTES);

    json_write(plain, &text);
    return json_new_span(buf_span(&text));
}

static struct json_object *value_at(const struct json_object *plain, unsigned depth);

static struct json_object *list_value(const struct json_object *plain, unsigned depth)
{
    struct json_object *list = json_new_array();

    for (size_t i = 0; i < json_length(plain); i++) {
        json_append(list, value_at(json_at(plain, i), depth + 1));
    }
    return typed("L", list);
}

static struct json_object *map_value(const struct json_object *plain, unsigned depth)
{
    struct json_object *map = json_new_object();

    for (struct json_iter it = json_iter(plain); json_next(&it);) {
        json_set(map, it.name, value_at(it.value, depth + 1));
    }
    return typed("M", map);
}

static struct json_object *value_at(const struct json_object *plain, unsigned depth)
{
    if (json_is_str(plain)) {
        return typed("S", json_new_span(json_to_span(plain)));
    }
    if (json_is_number(plain)) {
        return typed("N", number_text(plain));
    }
    if (json_is_bool(plain)) {
        return typed("BOOL", json_new_bool(json_to_bool(plain)));
    }
    if (json_is_array(plain) && depth < MAX_DEPTH) {
        return list_value(plain, depth);
    }
    if (json_is_object(plain) && depth < MAX_DEPTH) {
        return map_value(plain, depth);
    }
    return typed("NULL", json_new_bool(true));
}

struct json_object *dynamodb_value(const struct json_object *plain)
{
    return value_at(plain, 0);
}

static struct json_object *plain_at(const struct json_object *value, unsigned depth);

/* A number's text as a JSON number; what is none stays text. */
static struct json_object *plain_number(const struct json_object *text)
{
    CLEANUP(json_releasep) struct json_object *number = NULL;
    struct err ignored;

    if (json_is_str(text) && json_parse(json_to_span(text), &number, &ignored) == 0 &&
        json_is_number(number)) {
        return json_retain(number);
    }
    return json_new_span(json_to_span(text));
}

static struct json_object *plain_list(const struct json_object *list, bool numbers, bool values,
                                      unsigned depth)
{
    struct json_object *out = json_new_array();

    for (size_t i = 0; i < json_length(list); i++) {
        const struct json_object *one = json_at(list, i);

        json_append(out, values    ? plain_at(one, depth + 1)
                         : numbers ? plain_number(one)
                                   : json_new_span(json_to_span(one)));
    }
    return out;
}

static struct json_object *plain_map(const struct json_object *map, unsigned depth)
{
    struct json_object *out = json_new_object();

    for (struct json_iter it = json_iter(map); json_next(&it);) {
        json_set(out, it.name, plain_at(it.value, depth + 1));
    }
    return out;
}

static struct json_object *plain_at(const struct json_object *value, unsigned depth)
{
    struct json_iter it = json_iter(value);

    if (!json_is_object(value) || !json_next(&it) || depth > MAX_DEPTH) {
        return json_new_null();
    }
    if (strcmp(it.name, "S") == 0 || strcmp(it.name, "B") == 0) {
        return json_new_span(json_to_span(it.value));
    }
    if (strcmp(it.name, "N") == 0) {
        return plain_number(it.value);
    }
    if (strcmp(it.name, "BOOL") == 0) {
        return json_new_bool(json_to_bool(it.value));
    }
    if (strcmp(it.name, "M") == 0) {
        return plain_map(it.value, depth);
    }
    if (strcmp(it.name, "NULL") == 0) {
        return json_new_null();
    }
    return plain_list(it.value, strcmp(it.name, "NS") == 0, strcmp(it.name, "L") == 0, depth);
}

struct json_object *dynamodb_plain(const struct json_object *value)
{
    return plain_at(value, 0);
}

struct json_object *dynamodb_plain_item(const struct json_object *item)
{
    return plain_map(item, 0);
}
