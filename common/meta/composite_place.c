/* Composites of places and times. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "meta/composite.h"
#include "meta/print.h"

static bool coordinate(struct composite_env *env, char negative, const char *letters,
                       struct buf *value, struct buf *text)
{
    struct span ref = composite_value(env, 1);
    double degrees;
    bool minus = ref.len > 0 && (ref.data[0] & ~32) == negative;

    if (!composite_number(env, 0, &degrees)) {
        return true; /* an empty text, which takes the name all the same */
    }
    degrees = minus ? -degrees : degrees;
    number_append(degrees, 15, value);
    print_degrees(degrees, text);
    buf_add_byte(text, ' ');
    buf_add_byte(text, (uint8_t)letters[degrees < 0 ? 1 : 0]);
    return true;
}

bool composite_latitude(struct composite_env *env, struct buf *value, struct buf *text)
{
    return coordinate(env, 'S', "NS", value, text);
}

bool composite_longitude(struct composite_env *env, struct buf *value, struct buf *text)
{
    return coordinate(env, 'W', "EW", value, text);
}

bool composite_position(struct composite_env *env, struct buf *value, struct buf *text)
{
    if (composite_value(env, 0).len == 0 || composite_value(env, 1).len == 0) {
        return false;
    }
    buf_add_span(value, composite_value(env, 0));
    buf_add_byte(value, ' ');
    buf_add_span(value, composite_value(env, 1));
    buf_add_span(text, composite_text(env, 0));
    buf_add_str(text, ", ");
    buf_add_span(text, composite_text(env, 1));
    return true;
}

bool composite_altitude(struct composite_env *env, struct buf *value, struct buf *text)
{
    for (size_t i = 0; i < 4; i += 2) {
        double metres;

        if (!composite_number(env, i, &metres) || !composite_has(env, i + 1)) {
            continue;
        }
        number_append(composite_or_zero(env, i + 1) != 0 ? -fabs(metres) : metres, 15, value);
        number_append(trunc(metres * 10) / 10, 15, text);
        buf_add_str(text, " m ");
        buf_add_span(text, composite_text(env, i + 1));
        return true;
    }
    return composite_has(env, 0) && composite_has(env, 1); /* an empty text */
}

bool composite_gps_time(struct composite_env *env, struct buf *value, struct buf *text)
{
    buf_add_span(value, composite_text(env, 0));
    buf_add_byte(value, ' ');
    buf_add_span(value, composite_text(env, 1));
    buf_add_byte(value, 'Z');
    (void)text;
    return true;
}

static bool reference(struct composite_env *env, const char *letters, const char *const names[2],
                      struct buf *value, struct buf *text)
{
    double degrees;

    if (!composite_number(env, 0, &degrees)) {
        return false;
    }
    buf_add_byte(value, (uint8_t)letters[degrees < 0]);
    buf_add_str(text, names[degrees < 0]);
    return true;
}

bool composite_latitude_ref(struct composite_env *env, struct buf *value, struct buf *text)
{
    static const char *const names[2] = { "North", "South" };

    return reference(env, "NS", names, value, text);
}

bool composite_longitude_ref(struct composite_env *env, struct buf *value, struct buf *text)
{
    static const char *const names[2] = { "East", "West" };

    return reference(env, "EW", names, value, text);
}

/* Where " 12:34:56" ends in a date and time; 0 for nowhere. */
static size_t seconds_end(struct span date)
{
    for (size_t i = 0; i + 9 <= date.len; i++) {
        const uint8_t *at = date.data + i;

        if (at[0] == ' ' && text_is_digit(at[1]) && text_is_digit(at[2]) && at[3] == ':' &&
            text_is_digit(at[4]) && text_is_digit(at[5]) && at[6] == ':' && text_is_digit(at[7]) &&
            text_is_digit(at[8])) {
            return i + 9;
        }
    }
    return 0;
}

static size_t leading_digits(struct span text)
{
    size_t n = 0;

    while (n < text.len && text_is_digit(text.data[n])) {
        n++;
    }
    return n;
}

/* "+1:00" or "-09:30" at the start of text. */
static bool add_zone(struct span text, struct buf *out)
{
    size_t hours = text.len > 0 ? leading_digits(span_from(text, 1)) : 0;

    if (hours == 0 || hours > 2 || (text.data[0] != '+' && text.data[0] != '-') ||
        text.len < hours + 4 || text.data[hours + 1] != ':' ||
        !text_is_digit(text.data[hours + 2]) || !text_is_digit(text.data[hours + 3])) {
        return false;
    }
    buf_add_byte(out, text.data[0]);
    buf_add_str(out, hours == 1 ? "0" : "");
    buf_add(out, text.data + 1, hours + 3);
    return true;
}

bool composite_sub_seconds(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span date = composite_value(env, 0), fraction = composite_value(env, 1);
    size_t digits = leading_digits(fraction), end = seconds_end(date);
    bool any = digits > 0 && end > 0;

    (void)text;
    if (any) {
        buf_add(value, date.data, end);
        buf_add_byte(value, '.');
        buf_add(value, fraction.data, digits);
        buf_add_span(value, span_from(date, end));
    } else {
        buf_add_span(value, date);
    }
    if (date.len > 0 && memchr(date.data, '+', date.len) == NULL &&
        memchr(date.data, '-', date.len) == NULL) {
        any |= add_zone(composite_value(env, 2), value);
    }
    return any;
}

bool composite_joined(struct composite_env *env, struct buf *value, struct buf *text)
{
    (void)text;
    buf_add_span(value, composite_value(env, 0));
    buf_add_byte(value, ' ');
    buf_add_span(value, composite_value(env, 1));
    return true;
}

/* Only where the file itself tells no DateTimeOriginal. */
bool composite_date_original(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span created = composite_value(env, 0), date = composite_value(env, 1);

    (void)text;
    if (composite_has(env, 3)) {
        return false;
    }
    if (created.len > 0 && memchr(created.data, ' ', created.len) != NULL) {
        buf_add_span(value, created);
        return true;
    }
    if (date.len == 0 || !composite_has(env, 2)) {
        return false;
    }
    buf_add_span(value, date);
    buf_add_byte(value, ' ');
    buf_add_span(value, composite_value(env, 2));
    return true;
}
