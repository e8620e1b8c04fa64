#include "recipe/field.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "recipe/template.h"

int field_refuse(const char *path, const char *what, struct err *err)
{
    return err_set(err, ERR_INPUT, "%s: %s expected", path, what);
}

void field_path(const char *prefix, const char *name, char out[FIELD_PATH_BYTES])
{
    snprintf(out, FIELD_PATH_BYTES, "%s%s%s", prefix, prefix[0] != '\0' ? "." : "", name);
}

void field_path_at(const char *prefix, size_t index, char out[FIELD_PATH_BYTES])
{
    snprintf(out, FIELD_PATH_BYTES, "%s[%zu]", prefix, index);
}

size_t field_characters(const char *text)
{
    size_t n = 0;

    for (; *text != '\0'; text++) {
        n += ((uint8_t)*text & 0xc0) != 0x80;
    }
    return n;
}

static int parse_text(const struct field *field, struct json_object *value, const char *path,
                      const char **out, struct err *err)
{
    size_t n = field_characters(json_to_str(value));

    if (!json_is_str(value) || (double)n < field->min || (double)n > field->max) {
        return err_set(err, ERR_INPUT, "%s: text of %.0f to %.0f characters expected", path,
                       field->min, field->max);
    }
    *out = json_to_str(value);
    return 0;
}

static int parse_template(struct json_object *value, const char *path, const char **out,
                          struct err *err)
{
    if (!json_is_str(value)) {
        return field_refuse(path, "key template", err);
    }
    *out = json_to_str(value);
    return template_check(*out, path, err);
}

static int parse_number(const struct field *field, struct json_object *value, const char *path,
                        double *out, struct err *err)
{
    bool whole = field->type != FIELD_DOUBLE;

    *out = json_to_double(value);
    if (!json_is_number(value) || !(*out >= field->min && *out <= field->max) ||
        (whole && *out != floor(*out))) {
        return err_set(err, ERR_INPUT, "%s: %s%.10g..%.10g expected", path,
                       whole ? "" : "a number in ", field->min, field->max);
    }
    return 0;
}

static int parse_name(const struct field *field, struct json_object *value, const char *path,
                      double *out, struct err *err)
{
    char list[128] = "";
    size_t used = 0;

    for (size_t i = 0; field->names[i] != NULL; i++) {
        if (json_is_str(value) && strcmp(json_to_str(value), field->names[i]) == 0) {
            *out = (double)i;
            return 0;
        }
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", i > 0 ? " " : "",
                                 field->names[i]);
        used = used < sizeof list ? used : sizeof list - 1;
    }
    return err_set(err, ERR_INPUT, "%s: one of %s expected", path, list);
}

static void store(const struct field *field, double value, void *out)
{
    void *at = (char *)out + field->offset;

    switch (field->type) {
    case FIELD_U32:
        *(uint32_t *)at = (uint32_t)value;
        break;
    case FIELD_U64:
        *(uint64_t *)at = (uint64_t)value;
        break;
    case FIELD_I32:
        *(int32_t *)at = (int32_t)value;
        break;
    case FIELD_DOUBLE:
        *(double *)at = value;
        break;
    case FIELD_BOOL:
        *(bool *)at = value != 0;
        break;
    case FIELD_ENUM:
        *(unsigned *)at = (unsigned)value;
        break;
    case FIELD_STR:
    case FIELD_TEMPLATE:
    case FIELD_OWN:
        break;
    }
}

static int parse_one(const struct field *field, struct json_object *value, const char *path,
                     void *out, struct err *err)
{
    const char **text = (const char **)((char *)out + field->offset);
    double number = 0;

    switch (field->type) {
    case FIELD_STR:
        return parse_text(field, value, path, text, err);
    case FIELD_TEMPLATE:
        return parse_template(value, path, text, err);
    case FIELD_OWN:
        return field->parse(value, path, out, err);
    case FIELD_ENUM:
        TRY(parse_name(field, value, path, &number, err));
        break;
    case FIELD_BOOL:
        if (!json_is_bool(value)) {
            return field_refuse(path, "true or false", err);
        }
        number = json_to_bool(value);
        break;
    case FIELD_U32:
    case FIELD_U64:
    case FIELD_I32:
    case FIELD_DOUBLE:
        TRY(parse_number(field, value, path, &number, err));
        break;
    }
    store(field, number, out);
    return 0;
}

static const struct field *find(const struct field *fields, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(fields[i].name, name) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

int fields_parse(struct json_object *json, const char *prefix, const struct field *fields, size_t n,
                 void *out, struct err *err)
{
    char path[FIELD_PATH_BYTES];

    if (!json_is_object(json)) {
        return field_refuse(prefix[0] != '\0' ? prefix : "profile", "object", err);
    }
    for (size_t i = 0; i < n; i++) {
        store(&fields[i], fields[i].preset, out);
        field_path(prefix, fields[i].name, path);
        if (fields[i].required && json_member(json, fields[i].name) == NULL) {
            return err_set(err, ERR_INPUT, "%s: missing", path);
        }
    }
    for (struct json_iter it = json_iter(json); json_next(&it);) {
        const struct field *field = find(fields, n, it.name);

        field_path(prefix, it.name, path);
        if (field == NULL) {
            return err_set(err, ERR_INPUT, "%s: unknown member", path);
        }
        TRY(parse_one(field, it.value, path, out, err));
    }
    return 0;
}
