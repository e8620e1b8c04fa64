/*
 * Objects of a profile as tables: a row gives a member's name, type, range, preset and help, and
 * parses, checks and documents it. A new member is a row. Unknown members are refused by name, so
 * that a misspelt one is not silently without effect.
 */
#ifndef RECIPE_FIELD_H
#define RECIPE_FIELD_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"

enum field_type {
    FIELD_STR,      /* const char *, borrowed from the JSON; min..max characters; preset NULL */
    FIELD_TEMPLATE, /* the same, a key template (template.h) */
    FIELD_U32,      /* uint32_t */
    FIELD_U64,      /* uint64_t, below 2^53 */
    FIELD_I32,      /* int32_t */
    FIELD_DOUBLE,   /* double */
    FIELD_BOOL,     /* bool */
    FIELD_ENUM,     /* an enum: the index in names */
    FIELD_OWN,      /* parse() does it; out is the whole struct */
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset;            /* of the member in the struct that is filled */
    double min, max, preset;  /* of a number; of a text: its length in characters */
    const char *const *names; /* FIELD_ENUM: ends with NULL */
    int (*parse)(struct json_object *value, const char *path, void *out, struct err *err);
    bool required;
    const char *help; /* values, preset first */
};

/*
 * Fills out (presets first) from json. prefix is the path of json itself, "" for the root. Errors:
 * ERR_INPUT "renditions[2].width: 1..65500 expected", "renditions[2].widht: unknown member".
 */
MUST_CHECK int fields_parse(struct json_object *json, const char *prefix,
                            const struct field *fields, size_t n, void *out, struct err *err);

/* What is refused: "<path>: <what> expected". Gives -1. */
int field_refuse(const char *path, const char *what, struct err *err);

/* "prefix.name" (or the name alone where prefix is ""); cut where it is too long to be shown. */
#define FIELD_PATH_BYTES 192
void field_path(const char *prefix, const char *name, char out[FIELD_PATH_BYTES]);
void field_path_at(const char *prefix, size_t index, char out[FIELD_PATH_BYTES]);

/* Characters (not bytes) of valid UTF-8, as JSON Schema counts a string's length. */
size_t field_characters(const char *text);

#endif
