/* Dates of PNG's texts: as in mail (RFC 1123, and RFC 822 with its names of zones), and ISO 8601.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "meta/png.h"

static void skip_blanks(struct cursor *at)
{
    while (cursor_left(at) > 0 && at->in.data[at->at] == ' ') {
        at->at++;
    }
}

/* A number of at most so many digits behind blanks; false where there is none, or one of more. */
static bool next_number(struct cursor *at, unsigned max_digits, unsigned *out)
{
    unsigned digits = 0;

    skip_blanks(at);
    for (*out = 0; cursor_left(at) > 0 && isdigit(at->in.data[at->at]); digits++, at->at++) {
        if (digits == max_digits) {
            return false;
        }
        *out = *out * 10 + (unsigned)(at->in.data[at->at] - '0');
    }
    return digits > 0;
}

static bool next_is(struct cursor *at, char c)
{
    bool found = cursor_left(at) > 0 && at->in.data[at->at] == (uint8_t)c;

    at->at += found;
    return found;
}

/* 1 to 12 behind a blank, in letters of any case; 0 for none. */
static unsigned next_month(struct cursor *at)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    struct span name;

    (void)cursor_u8(at);
    name = cursor_bytes(at, 3);
    for (unsigned i = 0; !at->bad && i < 12; i++) {
        const char *month = months + (size_t)3 * i;

        if (tolower(name.data[0]) == month[0] && tolower(name.data[1]) == month[1] &&
            tolower(name.data[2]) == month[2]) {
            return i + 1;
        }
    }
    return 0;
}

/* Hours east of Greenwich by a name; false for one that is none. */
static bool zone_of_name(struct span name, int *hours)
{
    static const struct {
        const char *name;
        int hours;
    } zones[] = { { "UT", 0 },   { "GMT", 0 },  { "EST", -5 }, { "EDT", -4 }, { "CST", -6 },
                  { "CDT", -5 }, { "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 } };
    int letter = name.len == 1 ? toupper(name.data[0]) : 0;
    bool found = letter != 0 && letter != 'J';

    *hours = letter == 'Z'   ? 0
             : letter >= 'N' ? letter - 'N' + 1
             : letter > 'J'  ? 'A' - letter /* J is nobody's */
                             : 'A' - letter - 1;
    for (size_t i = 0; i < ARRAY_LEN(zones); i++) {
        if (name.len == strlen(zones[i].name) &&
            strncasecmp((const char *)name.data, zones[i].name, name.len) == 0) {
            *hours = zones[i].hours;
            found = true;
        }
    }
    return found;
}

/* "+0100", "-07:30", "GMT" or nothing; what stands behind a blank after it is a remark. */
static bool add_zone(struct cursor *at, struct buf *out)
{
    struct span rest, digits;
    size_t len = 0;
    int hours;

    skip_blanks(at);
    rest = span_from(at->in, at->at);
    while (len < rest.len && rest.data[len] != ' ') {
        len++;
    }
    rest.len = len;
    if (len == 0) {
        return true;
    }
    if (rest.data[0] == '+' || rest.data[0] == '-') {
        digits = span_from(rest, len == 6 && rest.data[3] == ':' ? 4 : 3);
        if (digits.len != 2 || !isdigit(rest.data[1]) || !isdigit(rest.data[2]) ||
            !isdigit(digits.data[0]) || !isdigit(digits.data[1])) {
            return false;
        }
        buf_printf(out, "%.3s:%.2s", (const char *)rest.data, (const char *)digits.data);
        return true;
    }
    if (!zone_of_name(rest, &hours)) {
        return false;
    }
    buf_printf(out, "%c%02d:00", hours < 0 ? '-' : '+', hours < 0 ? -hours : hours);
    return true;
}

bool png_mail_date(struct span in, struct buf *out)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    unsigned day, month, year, hour, minute, second = 0;
    struct cursor at = { .in = in };

    while (cursor_left(&at) > 0 && !isdigit(in.data[at.at])) {
        at.at++;
    }
    if (!next_number(&at, 2, &day) || (month = next_month(&at)) == 0 ||
        !next_number(&at, 5, &year) || !next_number(&at, 2, &hour) || !next_is(&at, ':') ||
        !next_number(&at, 2, &minute) || (next_is(&at, ':') && !next_number(&at, 2, &second))) {
        return false;
    }
    buf_printf(&text, "%04u:%02u:%02u %02u:%02u:%02u", year < 100 ? year + 2000 : year, month, day,
               hour, minute, second);
    if (!add_zone(&at, &text)) {
        return false;
    }
    buf_add_span(out, buf_span(&text));
    return true;
}

bool png_iso_date(struct span in, struct buf *out)
{
    if (in.len < 7 || in.data[4] != '-' || (in.len > 7 && (in.len < 10 || in.data[7] != '-'))) {
        return false;
    }
    for (size_t i = 0; i < in.len; i++) {
        buf_add_byte(out, i < 10 && in.data[i] == '-' ? ':' : i == 10 ? ' ' : in.data[i]);
    }
    return true;
}
