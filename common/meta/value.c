#include "meta/value.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const uint8_t sizes[FORMAT_COUNT] = {
    [FORMAT_U8] = 1,           [FORMAT_TEXT] = 1,        [FORMAT_U16] = 2,
    [FORMAT_U32] = 4,          [FORMAT_URATIONAL] = 8,   [FORMAT_S8] = 1,
    [FORMAT_UNDEF] = 1,        [FORMAT_S16] = 2,         [FORMAT_S32] = 4,
    [FORMAT_SRATIONAL] = 8,    [FORMAT_FLOAT] = 4,       [FORMAT_DOUBLE] = 8,
    [FORMAT_IFD] = 4,          [FORMAT_U64] = 8,         [FORMAT_S64] = 8,
    [FORMAT_IFD64] = 8,        [FORMAT_URATIONAL32] = 4, [FORMAT_SRATIONAL32] = 4,
    [FORMAT_FIXED32] = 4,      [FORMAT_UFIXED16] = 2,    [FORMAT_U16_REVERSED] = 2,
    [FORMAT_U32_REVERSED] = 4, [FORMAT_U24] = 3,         [FORMAT_UTF8] = 1,
};

size_t format_size(uint8_t format)
{
    return format < FORMAT_COUNT ? sizes[format] : 0;
}

struct value value_text(struct span text)
{
    return (struct value){ .format = FORMAT_TEXT, .count = (uint32_t)text.len, .bytes = text };
}

struct value value_bytes(struct span bytes)
{
    return (struct value){ .format = FORMAT_UNDEF, .count = (uint32_t)bytes.len, .bytes = bytes };
}

struct value value_number(int64_t number, uint8_t keep[8])
{
    for (int i = 0; i < 8; i++) {
        keep[i] = (uint8_t)((uint64_t)number >> (8 * i));
    }
    return (struct value){ .format = FORMAT_S64, .count = 1, .bytes = { keep, 8 } };
}

/* Element `index`, or NULL past the end. */
static const uint8_t *element(const struct value *value, uint32_t index)
{
    size_t size = format_size(value->format);

    if (size == 0 || index >= value->bytes.len / size || value->bytes.data == NULL) {
        return NULL;
    }
    return value->bytes.data + (size_t)index * size;
}

static double float_of(const uint8_t *at, bool big_endian)
{
    uint32_t bits = get_u32(at, big_endian);
    float number;

    memcpy(&number, &bits, sizeof number);
    return (double)number;
}

static double double_of(const uint8_t *at, bool big_endian)
{
    uint64_t bits = get_u64(at, big_endian);
    double number;

    memcpy(&number, &bits, sizeof number);
    return number;
}

bool value_is_rational(const struct value *value)
{
    return value->format == FORMAT_URATIONAL || value->format == FORMAT_SRATIONAL ||
           value->format == FORMAT_URATIONAL32 || value->format == FORMAT_SRATIONAL32;
}

bool value_is_number(const struct value *value)
{
    return value->format != FORMAT_TEXT && value->format != FORMAT_UNDEF &&
           value->format != FORMAT_UTF8 && format_size(value->format) > 0;
}

static bool is_float(uint8_t format)
{
    return format == FORMAT_FLOAT || format == FORMAT_DOUBLE || format == FORMAT_FIXED32 ||
           format == FORMAT_UFIXED16;
}

void value_rational(const struct value *value, uint32_t index, int64_t *num, int64_t *den)
{
    const uint8_t *at = element(value, index);
    bool big = value->big_endian;

    *num = 0;
    *den = 1;
    if (at == NULL) {
        return;
    }
    switch (value->format) {
    case FORMAT_URATIONAL:
        *num = get_u32(at, big);
        *den = get_u32(at + 4, big);
        break;
    case FORMAT_SRATIONAL:
        *num = (int32_t)get_u32(at, big);
        *den = (int32_t)get_u32(at + 4, big);
        break;
    case FORMAT_URATIONAL32:
        *num = get_u16(at, big);
        *den = get_u16(at + 2, big);
        break;
    case FORMAT_SRATIONAL32:
        *num = (int16_t)get_u16(at, big);
        *den = (int16_t)get_u16(at + 2, big);
        break;
    default:
        *num = value_int(value, index);
        break;
    }
}

static int64_t whole_of(double number)
{
    if (!(number > -9.2e18)) {
        return isnan(number) ? 0 : INT64_MIN;
    }
    return number < 9.2e18 ? (int64_t)number : INT64_MAX;
}

static int64_t int_of(const uint8_t *at, uint8_t format, bool big)
{
    switch (format) {
    case FORMAT_U8:
    case FORMAT_UNDEF:
        return at[0];
    case FORMAT_S8:
        return (int8_t)at[0];
    case FORMAT_U16:
        return get_u16(at, big);
    case FORMAT_U16_REVERSED:
        return get_u16(at, !big);
    case FORMAT_S16:
        return (int16_t)get_u16(at, big);
    case FORMAT_U24:
        return big ? at[0] << 16 | at[1] << 8 | at[2] : at[2] << 16 | at[1] << 8 | at[0];
    case FORMAT_U32:
    case FORMAT_IFD:
        return get_u32(at, big);
    case FORMAT_U32_REVERSED:
        return get_u32(at, !big);
    case FORMAT_S32:
        return (int32_t)get_u32(at, big);
    case FORMAT_U64:
    case FORMAT_IFD64:
    case FORMAT_S64:
        return (int64_t)get_u64(at, big);
    default:
        return 0;
    }
}

int64_t value_int(const struct value *value, uint32_t index)
{
    const uint8_t *at;

    if (value->format == FORMAT_TEXT || value->format == FORMAT_UTF8) {
        return index == 0 ? whole_of(number_parse(value_chars(value), NULL)) : 0;
    }
    if (value_is_rational(value) || is_float(value->format)) {
        return whole_of(value_double(value, index));
    }
    at = element(value, index);
    return at == NULL ? 0 : int_of(at, value->format, value->big_endian);
}

double value_double(const struct value *value, uint32_t index)
{
    const uint8_t *at = element(value, index);
    int64_t num, den;

    if (value->format == FORMAT_TEXT) {
        return index == 0 ? number_parse(value_chars(value), NULL) : 0;
    }
    if (at == NULL) {
        return 0;
    }
    switch (value->format) {
    case FORMAT_FLOAT:
        return float_of(at, value->big_endian);
    case FORMAT_DOUBLE:
        return double_of(at, value->big_endian);
    case FORMAT_FIXED32:
        return (int32_t)get_u32(at, value->big_endian) / 65536.0;
    case FORMAT_UFIXED16:
        return get_u16(at, value->big_endian) / 256.0;
    default:
        break;
    }
    value_rational(value, index, &num, &den);
    if (den == 0) {
        return num == 0 ? NAN : INFINITY;
    }
    return (double)num / (double)den;
}

struct span value_chars(const struct value *value)
{
    struct span out = value->bytes;
    const uint8_t *end = out.len > 0 ? memchr(out.data, 0, out.len) : NULL;

    if (end != NULL) {
        out.len = (size_t)(end - out.data);
    }
    return out;
}

void number_append(double number, int digits, struct buf *out)
{
    char text[40];
    int len;

    if (isnan(number)) {
        buf_add_str(out, "NaN");
        return;
    }
    if (isinf(number)) {
        buf_add_str(out, number > 0 ? "Inf" : "-Inf");
        return;
    }
    if (number == floor(number) && fabs(number) < 1e9) {
        len = snprintf(text, sizeof text, "%" PRId64, (int64_t)number);
    } else {
        len = snprintf(text, sizeof text, "%.*g", digits, number);
    }
    buf_add(out, text, len > 0 ? (size_t)len : 0);
}

bool number_put(double number, struct buf *out)
{
    number_append(number, 15, out);
    return true;
}

static void int_append(int64_t number, struct buf *out)
{
    char text[24];
    size_t at = sizeof text;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

    do {
        text[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (number < 0) {
        text[--at] = '-';
    }
    buf_add(out, text + at, sizeof text - at);
}

static void rational_append(const struct value *value, uint32_t index, struct buf *out)
{
    int64_t num, den;
    bool narrow = value->format == FORMAT_URATIONAL32 || value->format == FORMAT_SRATIONAL32;

    value_rational(value, index, &num, &den);
    if (den == 0) {
        buf_add_str(out, num == 0 ? "undef" : "inf");
    } else if (num % den == 0 && num / den < 10000000 && num / den > -10000000) {
        int_append(num / den, out);
    } else {
        number_append((double)num / (double)den, narrow ? 7 : 10, out);
    }
}

void value_append_element(const struct value *value, uint32_t index, struct buf *out)
{
    if (value_is_rational(value)) {
        rational_append(value, index, out);
    } else if (is_float(value->format)) {
        number_append(value_double(value, index), 15, out);
    } else if (value->format == FORMAT_U64) {
        buf_printf(out, "%" PRIu64, (uint64_t)value_int(value, index));
    } else {
        int_append(value_int(value, index), out);
    }
}

void value_append(const struct value *value, struct buf *out)
{
    if (value->format == FORMAT_UNDEF) {
        buf_add_span(out, value->bytes);
        return;
    }
    if (!value_is_number(value)) {
        buf_add_span(out, value_chars(value));
        return;
    }
    for (uint32_t i = 0; i < value->count && element(value, i) != NULL; i++) {
        if (i > 0) {
            buf_add_byte(out, ' ');
        }
        value_append_element(value, i, out);
    }
}

/* An exponent counts only when digits follow it. */
static size_t exponent_parse(struct span text, size_t at, int *exponent)
{
    size_t start = at;
    bool minus = false;

    *exponent = 0;
    if (at >= text.len || (text.data[at] | 32) != 'e') {
        return at;
    }
    at++;
    if (at < text.len && (text.data[at] == '+' || text.data[at] == '-')) {
        minus = text.data[at++] == '-';
    }
    if (at >= text.len || !text_is_digit(text.data[at])) {
        return start;
    }
    for (; at < text.len && text_is_digit(text.data[at]); at++) {
        *exponent = *exponent < 1000 ? *exponent * 10 + (text.data[at] - '0') : *exponent;
    }
    *exponent = minus ? -*exponent : *exponent;
    return at;
}

double number_parse(struct span text, size_t *used)
{
    size_t at = 0, digits = 0;
    uint64_t mantissa = 0;
    int scale = 0, exponent;
    bool minus = false, point = false;

    while (at < text.len && (text.data[at] == ' ' || text.data[at] == '\t')) {
        at++;
    }
    if (at < text.len && (text.data[at] == '-' || text.data[at] == '+')) {
        minus = text.data[at++] == '-';
    }
    for (; at < text.len && (text_is_digit(text.data[at]) || (text.data[at] == '.' && !point));
         at++) {
        if (text.data[at] == '.') {
            point = true;
            continue;
        }
        digits++;
        if (mantissa < UINT64_MAX / 10 - 1) {
            mantissa = mantissa * 10 + (uint64_t)(text.data[at] - '0');
            scale -= point;
        } else {
            scale += !point;
        }
    }
    at = digits > 0 ? exponent_parse(text, at, &exponent) : 0;
    if (used != NULL) {
        *used = at;
    }
    if (digits == 0) {
        return 0;
    }
    scale += exponent;
    return (minus ? -1.0 : 1.0) * (scale < 0 ? (double)((long double)mantissa / powl(10, -scale))
                                             : (double)((long double)mantissa * powl(10, scale)));
}

int64_t number_int(struct span text)
{
    return whole_of(number_parse(text, NULL));
}
