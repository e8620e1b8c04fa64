/* Whether two answers of a metadata reader are the same: for unit tests. */
#ifndef TESTS_LIB_ANSWERS_H
#define TESTS_LIB_ANSWERS_H

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

/* A value as text: arrays joined with ",", runs of blanks as one, none at the ends. */
static inline void add_value(struct buf *out, const struct json_object *value)
{
    CLEANUP(buf_release) struct buf raw = BUF_INIT(1u << 20);

    if (json_is_array(value)) {
        for (size_t i = 0; i < json_length(value); i++) {
            buf_add_str(out, i > 0 ? "," : "");
            add_value(out, json_at(value, i));
        }
        return;
    }
    if (json_is_str(value)) {
        buf_add_span(&raw, json_to_span(value));
    } else {
        json_write(value, &raw);
    }
    for (size_t i = 0; i < raw.len; i++) {
        bool blank = raw.data[i] == 0 || isspace(raw.data[i]);

        if (!blank) {
            buf_add_byte(out, raw.data[i]);
        } else if (out->len > 0 && out->data[out->len - 1] != ' ') {
            buf_add_byte(out, ' ');
        }
    }
    while (out->len > 0 && out->data[out->len - 1] == ' ') {
        out->len--;
    }
}

/* Numbers with a fraction agree within a millionth; all else is the same bytes. */
static inline bool same_text(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0') {
        if (isdigit((unsigned char)*a) && isdigit((unsigned char)*b)) {
            char *end_a, *end_b;
            double x = strtod(a, &end_a), y = strtod(b, &end_b);
            bool whole = memchr(a, '.', (size_t)(end_a - a)) == NULL &&
                         memchr(b, '.', (size_t)(end_b - b)) == NULL;

            if (x != y && (whole || fabs(x - y) > 1e-6 * fmax(fabs(x), fabs(y)))) {
                return false;
            }
            a = end_a;
            b = end_b;
        } else if (*a++ != *b++) {
            return false;
        }
    }
    return *a == *b;
}

static inline bool is_right(const struct json_object *want, const struct json_object *got)
{
    CLEANUP(buf_release) struct buf left = BUF_INIT(1u << 20), right = BUF_INIT(1u << 20);

    if (got == NULL || json_is_bool(want) != json_is_bool(got)) {
        return false;
    }
    add_value(&left, want);
    add_value(&right, got);
    return same_text(buf_cstr(&left), buf_cstr(&right));
}

#endif
