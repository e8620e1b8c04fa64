/* Values of XMP properties: dates, ratios, wordings, and the forms that EXIF has for some. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "meta/exif.h"
#include "meta/maker_google.h"
#include "meta/print.h"
#include "meta/xmp.h"

static bool byte_at(struct span in, size_t at, char c)
{
    return at < in.len && in.data[at] == (uint8_t)c;
}

/* Length of YYYY, YYYY-MM or YYYY-MM-DD at the start; 0 for none. */
static size_t date_length(struct span in)
{
    size_t len = 4;

    if (!text_digits_at(in, 0, 4)) {
        return 0;
    }
    while (len < 10 && byte_at(in, len, '-') && text_digits_at(in, len + 1, 2)) {
        len += 3;
    }
    return len;
}

static void add_date(struct span in, size_t len, struct buf *out)
{
    for (size_t i = 0; i < len; i++) {
        buf_add_byte(out, in.data[i] == '-' ? ':' : in.data[i]);
    }
}

/* "2011-02-03T04:05:06.7+01:00" becomes "2011:02:03 04:05:06.7+01:00". A date alone is changed
 * only where a date is expected: other text may begin that way. */
static bool convert_date_text(struct span in, bool expected, struct buf *out)
{
    size_t len = date_length(in), at = len, zone;

    if (len == 10 && (byte_at(in, 10, 'T') || byte_at(in, 10, ' ')) && text_digits_at(in, 11, 2) &&
        byte_at(in, 13, ':') && text_digits_at(in, 14, 2)) {
        at = 16;
        if (byte_at(in, at, ':') && text_digits_at(in, at + 1, 2)) {
            at += 3;
        }
        zone = at;
        while (zone < in.len && text_is_blank(in.data[zone])) {
            zone++;
        }
        for (len = zone; len < in.len && !text_is_blank(in.data[len]); len++) {
        }
        if (len == in.len && (zone == at || zone < in.len)) {
            add_date(in, 10, out);
            buf_add_byte(out, ' ');
            buf_add(out, in.data + 11, at - 11);
            buf_add_span(out, span_from(in, zone));
            return true;
        }
        len = 10;
    }
    if (!expected || len == 0) {
        return false;
    }
    add_date(in, in.len, out); /* as ExifTool does: every '-' of it */
    return true;
}

/* "-5/2", nothing else around it. */
static bool convert_ratio(struct span in, struct buf *out)
{
    size_t used, at = 0, start;
    double numerator, denominator;

    for (int part = 0; part < 2; part++) {
        at += byte_at(in, at, '-');
        start = at;
        while (text_digits_at(in, at, 1)) {
            at++;
        }
        if (at == start || (part == 0 && !byte_at(in, at++, '/'))) {
            return false;
        }
    }
    if (at != in.len) {
        return false;
    }
    numerator = number_parse(in, &used);
    denominator = number_parse(span_from(in, used + 1), NULL);
    if (denominator == 0) {
        buf_add_str(out, numerator == 0 ? "undef" : "inf");
    } else {
        number_append(numerator / denominator, 15, out);
    }
    return true;
}

/* "240/10 1050/10 0/0 0/0" */
static void convert_ratios(struct span in, struct buf *out)
{
    size_t at = 0;

    while (at < in.len) {
        size_t end = at;

        while (end < in.len && in.data[end] != ' ') {
            end++;
        }
        struct span one = { in.data + at, end - at };

        if (!convert_ratio(one, out)) {
            buf_add_span(out, one);
        }
        if (end < in.len) {
            buf_add_byte(out, ' ');
        }
        at = end + 1;
    }
}

/* Degrees, minutes, seconds, whatever lies between, and a letter of direction. False: no number.
 */
static bool convert_position(struct span in, struct buf *out)
{
    double part[3] = { 0 }, degrees;
    size_t n = 0, at = 0;
    bool negative = false;

    while (at < in.len && n < 3) {
        bool starts =
            text_digits_at(in, at, 1) || (byte_at(in, at, '.') && text_digits_at(in, at + 1, 1));
        size_t used = 0;

        if (!starts) {
            at++;
            continue;
        }
        negative |= n == 0 && at > 0 && in.data[at - 1] == '-';
        part[n++] = number_parse(span_from(in, at), &used);
        at += used > 0 ? used : 1;
    }
    if (n == 0) {
        return false;
    }
    degrees = part[0] + part[1] / 60 + part[2] / 3600;
    for (size_t i = in.len; i-- > 0 && !text_digits_at(in, i, 1);) {
        negative |= strchr("SWsw", in.data[i]) != NULL && in.data[i] != 0;
    }
    return number_put(negative ? -degrees : degrees, out);
}

static void print_position(struct span value, const char *letters, struct buf *out)
{
    double degrees = number_parse(value, NULL);

    print_degrees(fabs(degrees), out);
    buf_add_byte(out, ' ');
    buf_add_byte(out, (uint8_t)letters[degrees < 0]);
}

/* APEX: what print.h's converters do for EXIF's own values. */
static void convert_apex(uint8_t print, struct span in, struct buf *out)
{
    double apex = number_parse(in, NULL);

    if (print == XMP_PRINT_APERTURE) {
        number_append(exp2(apex / 2), 15, out);
    } else {
        number_append(fabs(apex) < 100 ? exp2(-apex) : 0, 15, out);
    }
}

/* The value before printing. False: not printed. */
static bool make_value(const struct xmp_tag *tag, struct span in, struct buf *out)
{
    CLEANUP(buf_release) struct buf ratio = BUF_INIT(out->max);

    if (tag->kind == XMP_RATIONAL && convert_ratio(in, &ratio)) {
        in = buf_span(&ratio);
    }
    switch (tag->print) {
    case XMP_PRINT_APERTURE:
    case XMP_PRINT_SHUTTER:
        convert_apex(tag->print, in, out);
        return true;
    case XMP_PRINT_LATITUDE:
    case XMP_PRINT_LONGITUDE:
        return convert_position(in, out);
    case XMP_PRINT_LENS_INFO:
        convert_ratios(in, out);
        return true;
    default:
        break;
    }
    if (tag->kind != XMP_DATE || !convert_date_text(in, true, out)) {
        buf_add_span(out, in);
    }
    return true;
}

static void print_number_as(const char *format, struct span value, struct buf *out)
{
    buf_printf(out, strcmp(format, "mm") == 0 ? "%.1f mm" : "%.1f", number_parse(value, NULL));
}

static bool starts_number(struct span in)
{
    size_t used;

    (void)number_parse(in, &used);
    return used > 0;
}

/* "0:1:0:003039" */
static bool print_prefs(struct span value, struct buf *out)
{
    static const char *const names[] = { "Tagged:", ", ColorClass:", ", Rating:", ", FrameNum:" };
    size_t colons = 0;

    for (size_t i = 0; i < value.len; i++) {
        colons += value.data[i] == ':';
    }
    if (colons != 3) {
        return false;
    }
    buf_add_str(out, names[0]);
    for (size_t i = 0, n = 1; i < value.len; i++) {
        if (value.data[i] == ':') {
            buf_add_str(out, names[n++]);
        } else {
            buf_add_byte(out, value.data[i]);
        }
    }
    return true;
}

static void print_bytes_dotted(struct span value, struct buf *out)
{
    uint32_t number = (uint32_t)number_int(value);

    if (value.len == 0 || value.len > 10 || !text_digits_at(value, 0, value.len)) {
        buf_add_span(out, value);
        return;
    }
    buf_printf(out, "%u.%u.%u.%u", number >> 24, number >> 16 & 255, number >> 8 & 255,
               number & 255);
}

static void print_upper(struct span value, struct buf *out)
{
    for (size_t i = 0; i < value.len; i++) {
        buf_add_byte(out, (uint8_t)text_upper((char)value.data[i]));
    }
}

/* Prints with one of the forms of enum xmp_print. False: as it is. */
static bool print_form(const struct tag_env *env, uint8_t print, struct span value, struct buf *out)
{
    switch (print) {
    case XMP_PRINT_APERTURE:
        print_number_as("", value, out);
        return true;
    case XMP_PRINT_SHUTTER:
    case XMP_PRINT_EXPOSURE_TIME:
        return starts_number(value) && print_exposure_time(env, value, out);
    case XMP_PRINT_F_NUMBER:
        return starts_number(value) && print_f_number(env, value, out);
    case XMP_PRINT_FRACTION:
        return print_fraction(env, value, out);
    case XMP_PRINT_FOCAL_LENGTH:
        print_number_as("mm", value, out);
        return true;
    case XMP_PRINT_MILLIMETRES:
        buf_add_span(out, value);
        buf_add_str(out, " mm");
        return true;
    case XMP_PRINT_METRES:
    case XMP_PRINT_ALTITUDE:
        return print_metres(env, value, out);
    case XMP_PRINT_LATITUDE:
    case XMP_PRINT_DEGREES_NS:
        print_position(value, "NS", out);
        return true;
    case XMP_PRINT_LONGITUDE:
    case XMP_PRINT_DEGREES_EW:
        print_position(value, "EW", out);
        return true;
    case XMP_PRINT_LENS_INFO:
        return print_lens_info(env, value, out);
    case XMP_PRINT_PREFS:
        return print_prefs(value, out);
    case XMP_PRINT_DOTTED:
        print_bytes_dotted(value, out);
        return true;
    case XMP_PRINT_UPPER:
        print_upper(value, out);
        return true;
    default:
        return false;
    }
}

/* PLUS has its wordings by the last part of their addresses. */
#define PLUS_VOCABULARY "http://ns.useplus.org/ldf/vocab/"

static void print_map(const struct enum_map *map, struct span value, struct buf *out)
{
    if (span_starts(value, span_str(PLUS_VOCABULARY))) {
        value = span_from(value, sizeof PLUS_VOCABULARY - 1);
    }
    for (size_t i = 0; i < map->n_texts; i++) {
        if (span_equal(value, span_str(map->texts[i].value))) {
            buf_add_str(out, map->texts[i].name);
            return;
        }
    }
    for (size_t i = 0; i < map->n_names; i++) { /* those of the EXIF tag of that name */
        if (text_digits_at(value, 0, value.len) && number_int(value) == map->names[i].value) {
            buf_add_str(out, map->names[i].name);
            return;
        }
    }
    if (map->passing) {
        buf_add_span(out, value);
    } else {
        buf_add_str(out, "Unknown (");
        buf_add_span(out, value);
        buf_add_str(out, ")");
    }
}

/* How many bytes base64 text stands for; what is none of its letters is passed over. */
static uint64_t base64_bytes(struct span in)
{
    uint64_t letters = 0;

    for (size_t i = 0; i < in.len; i++) {
        uint8_t c = in.data[i];

        letters += text_is_letter(c) || text_is_digit(c) || c == '+' || c == '/';
    }
    return letters * 3 / 4;
}

static void print_binary(uint64_t len, struct buf *value, struct buf *text)
{
    buf_add_str(value, "1");
    buf_printf(text, "(Binary data %llu bytes, use -b option to extract)", (unsigned long long)len);
}

bool xmp_convert(struct meta_scan *scan, const struct xmp_tag *tag, struct span in,
                 struct buf *value, struct buf *text)
{
    struct tag_env env = { .scan = scan };

    if (tag == NULL) {
        if (!convert_ratio(in, value) && !convert_date_text(in, false, value)) {
            buf_add_span(value, in);
        }
        buf_add_span(text, buf_span(value));
        return true;
    }
    if (tag->kind == XMP_HDRP || tag->kind == XMP_SHOT_LOG) {
        google_read_base64(scan, in, tag->kind == XMP_SHOT_LOG);
        print_binary(in.len, value, text);
        return true;
    }
    if (tag->kind == XMP_BINARY || tag->kind == XMP_BASE64) {
        print_binary(tag->kind == XMP_BINARY ? in.len : base64_bytes(in), value, text);
        return true;
    }
    if (!make_value(tag, in, value)) {
        return false;
    }
    if (tag->map != 0 && tag->print != XMP_PRINT_TOGETHER) {
        print_map(xmp_tag_map(tag), buf_span(value), text);
    } else if (tag->print == XMP_PRINT_PLAIN ||
               !print_form(&env, tag->print, buf_span(value), text)) {
        buf_add_span(text, buf_span(value));
    }
    return true;
}
