#include "recipe/record_value.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "recipe/field.h"

#define MAX_ATTRIBUTES           64
#define MAX_ATTRIBUTE_CHARACTERS 255 /* DynamoDB: names of attributes that are keys */

static const char *const time_forms[] = { "iso", "iso-naive", "ms" };
static const char name_characters[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/* "$.name.name[0].name". */
static bool is_path(const char *text)
{
    if (!text_starts(text, "$.")) {
        return false;
    }
    for (text++; *text == '.';) {
        size_t n = strspn(text + 1, name_characters);

        text += 1 + n;
        if (n == 0) {
            return false;
        }
        while (*text == '[') {
            size_t digits = strspn(text + 1, "0123456789");

            if (digits < 1 || digits > 4 || text[1 + digits] != ']') {
                return false;
            }
            text += digits + 2;
        }
    }
    return *text == '\0';
}

static int check_time(struct json_object *value, const char *path, struct err *err)
{
    struct json_object *as = json_member(value, "as");
    struct json_object *time = json_member(value, "time");

    for (size_t i = 0; i < ARRAY_LEN(time_forms); i++) {
        if (json_length(value) == 2 && json_is_str(time) && is_path(json_to_str(time)) &&
            json_is_str(as) && strcmp(json_to_str(as), time_forms[i]) == 0) {
            return 0;
        }
    }
    return field_refuse(path, "{time: \"$.…\", as: iso, iso-naive or ms}", err);
}

static int check_value(struct json_object *value, const char *path, struct err *err)
{
    struct json_object *template = json_member(value, "template");

    if (json_has(value, "time")) {
        return check_time(value, path, err);
    }
    if (json_has(value, "template")) {
        if (json_length(value) != 1 || !json_is_str(template)) {
            return field_refuse(path, "{template: \"…\"}", err);
        }
        return template_check(json_to_str(template), path, err);
    }
    if (text_starts(json_to_str(value), "$.") && !is_path(json_to_str(value))) {
        return field_refuse(path, "path as $.name.name[0]", err);
    }
    return 0;
}

int record_check_attributes(struct json_object *attributes, const char *path, struct err *err)
{
    char at[FIELD_PATH_BYTES];

    if (!json_is_object(attributes) || json_length(attributes) < 1 ||
        json_length(attributes) > MAX_ATTRIBUTES) {
        return err_set(err, ERR_INPUT, "%s: object of 1 to %d attributes expected", path,
                       MAX_ATTRIBUTES);
    }
    for (struct json_iter it = json_iter(attributes); json_next(&it);) {
        size_t n = field_characters(it.name);

        field_path(path, it.name, at);
        if (n < 1 || n > MAX_ATTRIBUTE_CHARACTERS || strcmp(it.name, "ingest") == 0) {
            return field_refuse(at, "name of 1 to 255 characters other than 'ingest'", err);
        }
        TRY(check_value(it.value, at, err));
    }
    return 0;
}

static int resolve_time(struct json_object *value, struct json_object *envelope,
                        struct json_object **out, bool *absent, struct err *err)
{
    const char *path = json_to_str(json_member(value, "time"));
    const char *as = json_to_str(json_member(value, "as"));
    struct json_object *moment = json_find(envelope, path + 2);
    char text[CLOCK_TEXT_MAX];
    int64_t us;

    if (moment == NULL) {
        *absent = true;
        return 0;
    }
    if (!json_is_str(moment) || !clock_parse_iso(json_to_str(moment), &us)) {
        return field_refuse(path + 2, "time (RFC 3339)", err);
    }
    if (strcmp(as, "ms") == 0) {
        *out = json_new_i64(us / 1000);
        return 0;
    }
    clock_format(us, strcmp(as, "iso") == 0 ? CLOCK_ISO : CLOCK_ISO_NAIVE, text);
    *out = json_new_str(text);
    return 0;
}

int record_resolve(struct json_object *value, struct json_object *envelope,
                   const struct key_parts *parts, struct json_object **out, bool *absent,
                   struct err *err)
{
    const char *text = json_to_str(value);

    *out = NULL;
    *absent = false;
    if (text_starts(text, "$.")) {
        struct json_object *found = json_find(envelope, text + 2);

        *absent = found == NULL;
        *out = json_copy(found);
        return 0;
    }
    if (json_has(value, "time")) {
        return resolve_time(value, envelope, out, absent, err);
    }
    if (json_has(value, "template")) {
        char key[KEY_MAX_BYTES + 1];

        TRY(template_expand_value(json_to_str(json_member(value, "template")), parts, key, err));
        *out = json_new_str(key);
        return 0;
    }
    *out = json_copy(value);
    return 0;
}
