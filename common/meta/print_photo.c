/* Conversions of photographic quantities: exposure, apertures, lenses, angles, times. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "meta/print.h"

/* 0/0 counts as 0, as the text "undef" does to Perl. */
static double apex_of(const struct tag_env *env)
{
    double apex = value_double(env->raw, 0);

    return isnan(apex) ? 0 : apex;
}

bool convert_apex_time(const struct tag_env *env, struct buf *out)
{
    double apex = apex_of(env);

    return number_put(fabs(apex) < 100 ? exp2(-apex) : 0, out);
}

bool convert_apex_aperture(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(apex_of(env) / 2), out);
}

/* Degrees, minutes, seconds; what is missing or 0/0 counts as 0. No degrees at all: no value. */
bool convert_degrees(const struct tag_env *env, struct buf *out)
{
    double sum = 0, unit = 1;
    struct span text = value_chars(env->raw);

    for (uint32_t i = 0; env->raw->format == FORMAT_TEXT && i < 3; i++, unit *= 60) {
        size_t used = 0; /* "52,30,10.5": against the specification */

        sum += number_parse(text, &used) / unit;
        text = span_from(text, used + 1);
    }
    for (uint32_t i = 0; env->raw->format != FORMAT_TEXT && i < 3 && i < env->raw->count;
         i++, unit *= 60) {
        double part = value_double(env->raw, i);

        if (isfinite(part)) {
            sum += part / unit;
        } else if (i == 0) {
            return true;
        }
    }
    return number_put(sum, out);
}

static bool is_number(struct span value, double *number)
{
    size_t used;

    *number = number_parse(value, &used);
    return used > 0 && used == value.len;
}

bool print_exposure_time(const struct tag_env *env, struct span value, struct buf *out)
{
    double seconds;
    char text[32];
    size_t len;

    (void)env;
    if (!is_number(value, &seconds)) {
        return false;
    }
    if (seconds < 0.25001 && seconds > 0) {
        buf_printf(out, "1/%.0f", floor(0.5 + 1 / seconds));
        return true;
    }
    len = (size_t)snprintf(text, sizeof text, "%.1f", seconds);
    if (len < sizeof text && len > 2 && strcmp(text + len - 2, ".0") == 0) {
        text[len - 2] = 0;
    }
    buf_add_str(out, text);
    return true;
}

bool print_f_number(const struct tag_env *env, struct span value, struct buf *out)
{
    double number;

    (void)env;
    if (!is_number(value, &number) || number <= 0) {
        return false;
    }
    buf_printf(out, number < 1 ? "%.2f" : "%.1f", number);
    return true;
}

bool print_fraction(const struct tag_env *env, struct span value, struct buf *out)
{
    double number;

    (void)env;
    if (!is_number(value, &number)) {
        return false;
    }
    number *= 1.00001; /* room for the rounding of thirds */
    if (number == 0) {
        buf_add_str(out, "0");
    } else if (trunc(number) / number > 0.999) {
        buf_printf(out, "%+.0f", trunc(number));
    } else if (trunc(number * 2) / (number * 2) > 0.999) {
        buf_printf(out, "%+.0f/2", trunc(number * 2));
    } else if (trunc(number * 3) / (number * 3) > 0.999) {
        buf_printf(out, "%+.0f/3", trunc(number * 3));
    } else {
        buf_printf(out, "%+.3g", number);
    }
    return true;
}

static const struct enum_name no_yes_names[] = { { 0, "No" }, { 1, "Yes" } };
static const struct enum_name off_on_names[] = { { 0, "Off" }, { 1, "On" } };

static bool print_pair(const struct enum_name *names, struct span value, struct buf *out)
{
    const struct enum_map map = { .names = names, .n_names = 2 };
    struct print_step step = { PRINT_ENUM, &map, NULL };

    return print_step(NULL, &step, value, out);
}

bool print_yes_no(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    return print_pair(no_yes_names, value, out);
}

bool print_on_off(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    return print_pair(off_on_names, value, out);
}

/* The next blank-separated word of value, taken off its front. */
static struct span next_word(struct span *value)
{
    const uint8_t *blank = value->len > 0 ? memchr(value->data, ' ', value->len) : NULL;
    size_t len = blank != NULL ? (size_t)(blank - value->data) : value->len;
    struct span word = { value->data, len };

    *value = span_from(*value, blank != NULL ? len + 1 : len);
    return word;
}

/* "-55" of "18-55": only where it is not 0 and another than the first. */
static void add_upper(struct span first, struct span second, struct buf *out)
{
    if (!span_equal(first, second) && !span_equal(second, span_str("0"))) {
        buf_add_byte(out, '-');
        buf_add_span(out, second);
    }
}

/* "18-55mm f/3.5-5.6": shortest and longest focal length, f-number at each; "?" for unknown. */
bool print_loops(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    if (raw_int(env) != 0) {
        return false;
    }
    buf_add_str(out, "inf");
    return true;
}

bool print_lens_info(const struct tag_env *env, struct span value, struct buf *out)
{
    struct span words[4];
    double number;

    (void)env;
    for (size_t i = 0; i < 4; i++) {
        words[i] = next_word(&value);
        if (span_equal(words[i], span_str("undef")) || span_equal(words[i], span_str("inf"))) {
            words[i] = span_str("?");
        } else if (!is_number(words[i], &number)) {
            return false;
        }
    }
    if (value.len > 0) {
        return false;
    }
    buf_add_span(out, words[0]);
    add_upper(words[0], words[1], out);
    buf_add_str(out, "mm f/");
    buf_add_span(out, words[2]);
    add_upper(words[2], words[3], out);
    return true;
}

void print_degrees(double degrees, struct buf *out)
{
    double all = fabs(degrees), whole = floor(all), minutes = (all - whole) * 60;
    double whole_minutes = floor(minutes), seconds = (minutes - whole_minutes) * 60;

    /* what would print as 60 seconds is carried */
    if (seconds >= 60 - 0.5e-8) {
        seconds = 0;
        whole_minutes++;
    }
    if (whole_minutes >= 60) {
        whole_minutes -= 60;
        whole++;
    }
    buf_printf(out, "%.0f %.0f %.8f", whole, whole_minutes, seconds);
}

void print_duration(double seconds, struct buf *out)
{
    const char *sign = seconds < 0 ? "-" : "";
    double all = fabs(seconds), days, hours, minutes;

    if (all == 0) {
        buf_add_str(out, "0 s");
        return;
    }
    if (all < 30) {
        buf_printf(out, "%s%.2f s", sign, all);
        return;
    }
    all += 0.5; /* to the nearest second */
    if (!(all < 1.8447e19)) {
        buf_add_str(out, "Inf");
        return;
    }
    hours = floor(all / 3600); /* step by step, with the rounding that this has */
    all -= hours * 3600;
    minutes = floor(all / 60);
    all -= minutes * 60;
    buf_add_str(out, sign);
    if (hours > 24) {
        days = floor(hours / 24);
        hours -= days * 24;
        buf_printf(out, "%.0f days ", days);
    }
    buf_printf(out, "%.0f:%02.0f:%02.0f", hours, minutes, floor(all));
}

/* Days since 1970 to a civil date (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms). */
void print_unix_time(int64_t unix_seconds, struct buf *out)
{
    int64_t days = unix_seconds / 86400, rest = unix_seconds % 86400, era, year;
    unsigned doe, yoe, doy, mp, day, month;

    if (unix_seconds == 0) {
        buf_add_str(out, "0000:00:00 00:00:00");
        return;
    }
    if (rest < 0) {
        rest += 86400;
        days--;
    }
    days += 719468;
    era = (days >= 0 ? days : days - 146096) / 146097;
    doe = (unsigned)(days - era * 146097);
    yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    mp = (5 * doy + 2) / 153;
    day = doy - (153 * mp + 2) / 5 + 1;
    month = mp < 10 ? mp + 3 : mp - 9;
    year = (int64_t)yoe + era * 400 + (month <= 2);
    buf_printf(out, "%04" PRId64 ":%02u:%02u %02d:%02d:%02d", year, month, day, (int)(rest / 3600),
               (int)(rest / 60 % 60), (int)(rest % 60));
}
