#include "base/clock.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/text.h"

#define SECONDS_A_DAY 86400
#define LAST_SECOND   INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

static struct clock_virtual *in_use;

void clock_use(struct clock_virtual *virtual_clock)
{
    in_use = virtual_clock;
}

static uint64_t read_us(clockid_t id)
{
    struct timespec now;

    clock_gettime(id, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

uint64_t clock_monotonic_us(void)
{
    return in_use != NULL ? in_use->monotonic_us : read_us(CLOCK_MONOTONIC);
}

uint64_t clock_monotonic_ms(void)
{
    return clock_monotonic_us() / 1000;
}

int64_t clock_unix_ms(void)
{
    return in_use != NULL ? in_use->unix_ms : (int64_t)(read_us(CLOCK_REALTIME) / 1000);
}

void clock_sleep_ms(uint64_t ms)
{
    struct timespec left = { (time_t)(ms / 1000), (long)(ms % 1000) * 1000000 };

    if (in_use != NULL) {
        in_use->monotonic_us += ms * 1000;
        in_use->unix_ms += (int64_t)ms;
        return;
    }
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
}

struct civil {
    int64_t year;
    unsigned month, day, hour, minute, second;
};

/* Days since 1970-01-01 of a Gregorian date, and back: years are counted from March, so that the
 * leap day is a year's last. */
static int64_t days_from_civil(int64_t year, unsigned month, unsigned day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * ((int64_t)month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

static struct civil civil_from_seconds(int64_t seconds)
{
    int64_t days = seconds / SECONDS_A_DAY;
    int64_t left = seconds % SECONDS_A_DAY;
    int64_t z = days + 719468;
    int64_t era = z / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t y = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * day_of_year + 2) / 153;

    return (struct civil){
        .year = y + era * 400 + (m >= 10),
        .month = (unsigned)(m < 10 ? m + 3 : m - 9),
        .day = (unsigned)(day_of_year - (153 * m + 2) / 5 + 1),
        .hour = (unsigned)(left / 3600),
        .minute = (unsigned)(left / 60 % 60),
        .second = (unsigned)(left % 60),
    };
}

void clock_format(int64_t unix_us, enum clock_form form, char out[CLOCK_TEXT_MAX])
{
    int64_t seconds = unix_us < 0 ? 0 : unix_us / 1000000;
    unsigned us = unix_us < 0 ? 0 : (unsigned)(unix_us % 1000000);
    struct civil c = civil_from_seconds(seconds < LAST_SECOND ? seconds : LAST_SECOND);
    int n;

    if (form == CLOCK_BASIC) {
        snprintf(out, CLOCK_TEXT_MAX, "%04u%02u%02uT%02u%02u%02uZ", (unsigned)c.year, c.month,
                 c.day, c.hour, c.minute, c.second);
        return;
    }
    n = snprintf(out, CLOCK_TEXT_MAX, "%04u-%02u-%02uT%02u:%02u:%02u", (unsigned)c.year, c.month,
                 c.day, c.hour, c.minute, c.second);
    if (form == CLOCK_ISO) {
        snprintf(out + n, CLOCK_TEXT_MAX - (size_t)n, ".%03uZ", us / 1000);
    } else if (us > 0) {
        snprintf(out + n, CLOCK_TEXT_MAX - (size_t)n, ".%06u", us);
    }
}

/* Reads exactly n digits and moves on; false when there are fewer. */
static bool digits(const char **at, unsigned n, unsigned *out)
{
    *out = 0;
    for (unsigned i = 0; i < n; i++, (*at)++) {
        if (!text_is_digit(**at)) {
            return false;
        }
        *out = *out * 10 + (unsigned)(**at - '0');
    }
    return true;
}

static bool skip(const char **at, char c)
{
    if (**at != c) {
        return false;
    }
    (*at)++;
    return true;
}

static bool in_range(const struct civil *c)
{
    static const unsigned char month_days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return c->year >= 1970 && c->month >= 1 && c->month <= 12 && c->day >= 1 &&
           c->day <= month_days[c->month - 1] && c->hour <= 23 && c->minute <= 59 &&
           c->second <= 60;
}

static int64_t to_us(const struct civil *c)
{
    int64_t days = days_from_civil(c->year, c->month, c->day);

    return (days * SECONDS_A_DAY + (int64_t)c->hour * 3600 + (int64_t)c->minute * 60 + c->second) *
           1000000;
}

/* ".123456789": kept to microseconds. */
static bool fraction(const char **at, int64_t *us)
{
    int64_t unit = 100000;
    unsigned count = 0;

    *us = 0;
    if (!skip(at, '.')) {
        return true;
    }
    for (; text_is_digit(**at); (*at)++, count++, unit /= 10) {
        *us += unit * (**at - '0');
    }
    return count >= 1 && count <= 9;
}

static bool zone(const char **at, int64_t *offset_us)
{
    bool east = **at == '+';
    unsigned hours, minutes;

    *offset_us = 0;
    if (skip(at, 'Z')) {
        return true;
    }
    if (!skip(at, '+') && !skip(at, '-')) {
        return false;
    }
    if (!digits(at, 2, &hours) || !skip(at, ':') || !digits(at, 2, &minutes)) {
        return false;
    }
    *offset_us = ((int64_t)hours * 60 + minutes) * 60 * 1000000 * (east ? 1 : -1);
    return hours <= 23 && minutes <= 59;
}

bool clock_parse_iso(const char *text, int64_t *unix_us)
{
    const char *at = text;
    struct civil c = { 0 };
    unsigned year;
    int64_t us, offset_us;

    if (!digits(&at, 4, &year) || !skip(&at, '-') || !digits(&at, 2, &c.month) || !skip(&at, '-') ||
        !digits(&at, 2, &c.day) || !skip(&at, 'T') || !digits(&at, 2, &c.hour) || !skip(&at, ':') ||
        !digits(&at, 2, &c.minute) || !skip(&at, ':') || !digits(&at, 2, &c.second) ||
        !fraction(&at, &us) || !zone(&at, &offset_us) || *at != '\0') {
        return false;
    }
    c.year = year;
    *unix_us = to_us(&c) + us - offset_us;
    return in_range(&c);
}

bool clock_parse_http(const char *text, int64_t *unix_us)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const char *at = text;
    struct civil c = { 0 };
    unsigned year;

    if (strlen(text) != 29) {
        return false;
    }
    at += 5; /* "Sun, ": the weekday says nothing that the date does not */
    if (!digits(&at, 2, &c.day) || !skip(&at, ' ')) {
        return false;
    }
    for (unsigned m = 0; m < 12; m++) {
        if (memcmp(at, months + (size_t)m * 3, 3) == 0) {
            c.month = m + 1;
        }
    }
    at += 3;
    if (!skip(&at, ' ') || !digits(&at, 4, &year) || !skip(&at, ' ') || !digits(&at, 2, &c.hour) ||
        !skip(&at, ':') || !digits(&at, 2, &c.minute) || !skip(&at, ':') ||
        !digits(&at, 2, &c.second) || strcmp(at, " GMT") != 0) {
        return false;
    }
    c.year = year;
    *unix_us = to_us(&c);
    return in_range(&c);
}
