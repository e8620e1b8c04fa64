/* EXIF and DNG values with a layout of their own: colour filter arrays, exposure series, time
 * codes, GPS. */
#include <math.h>
#include <stdio.h>

#include "base/text.h"
#include "meta/exif.h"
#include "meta/print.h"

static const char *const cfa_colours[] = { "Red",     "Green",  "Blue", "Cyan",
                                           "Magenta", "Yellow", "White" };

/* EXIF 2.32, CFAPattern: two 16-bit sizes, sometimes of the wrong endianness, and a byte a cell. */
bool convert_cfa(const struct tag_env *env, struct buf *out)
{
    struct span bytes = env->raw->bytes;

    for (int turn = 0; turn < 2 && bytes.len > 4; turn++) {
        bool big = env->raw->big_endian != (turn == 1);
        uint32_t columns = get_u16(bytes.data, big), rows = get_u16(bytes.data + 2, big);

        if (columns > 0 && rows > 0 && columns * (uint64_t)rows <= bytes.len - 4) {
            buf_printf(out, "%u %u", columns, rows);
            for (uint32_t i = 0; i < columns * rows; i++) {
                buf_printf(out, " %u", bytes.data[4 + i]);
            }
            return true;
        }
    }
    value_append(env->raw, out);
    return true;
}

static void add_cells(struct span cells, uint32_t columns, uint32_t rows, struct buf *out)
{
    for (uint32_t row = 0; row < rows; row++) {
        for (uint32_t column = 0; column < columns; column++) {
            size_t used = 0;
            double cell = number_parse(cells, &used);

            cells = span_from(cells, used);
            buf_add_str(out, column == 0 ? "[" : ",");
            buf_add_str(out, used > 0 && cell >= 0 && cell < (double)ARRAY_LEN(cfa_colours)
                                 ? cfa_colours[(size_t)cell]
                                 : "Unknown");
        }
        buf_add_str(out, "]");
    }
}

bool print_cfa(const struct tag_env *env, struct span value, struct buf *out)
{
    size_t used = 0;
    double columns = number_parse(value, &used), rows;

    (void)env;
    value = span_from(value, used);
    rows = number_parse(value, &used);
    value = span_from(value, used);
    if (!(columns >= 1 && rows >= 1 && columns * rows <= 4096)) {
        return false;
    }
    add_cells(value, (uint32_t)columns, (uint32_t)rows, out);
    return true;
}

/* "Red,Green,Blue" */
bool print_cfa_planes(const struct tag_env *env, struct span value, struct buf *out)
{
    CLEANUP(buf_release) struct buf names = BUF_INIT(4096);

    add_cells(value, env->raw->count < 16 ? env->raw->count : 16, 1, &names);
    if (names.len >= 2) {
        buf_add(out, names.data + 1, names.len - 2);
    }
    return true;
}

/* EXIF 2.32, SourceExposureTimesOfCompositeImage: rationals, two 16-bit counts in between. */
bool convert_exposure_times(const struct tag_env *env, struct buf *out)
{
    struct span bytes = env->raw->bytes;

    for (size_t at = 0, i = 0; at < bytes.len; i++) {
        bool is_count = i == 7 || i == 8;
        struct value one = {
            is_count ? FORMAT_U16 : FORMAT_URATIONAL, env->raw->big_endian, 1, { NULL, 0 }, 0
        };
        size_t size = is_count ? 2 : 8;

        if (!span_slice(bytes, at, size, &one.bytes)) {
            break;
        }
        buf_add_str(out, i > 0 ? " " : "");
        value_append_element(&one, 0, out);
        at += size;
    }
    return true;
}

/* SMPTE 12M binary-coded time codes, eight bytes each: hours:minutes:seconds.frames. */
bool convert_time_codes(const struct tag_env *env, struct buf *out)
{
    struct span bytes = env->raw->bytes;

    for (size_t at = 0; at + 8 <= bytes.len; at += 8) {
        const uint8_t *code = bytes.data + at;

        buf_add_str(out, at > 0 ? " " : "");
        buf_printf(out, "%02x:%02x:%02x.%02x", code[3] & 0x3f, code[2] & 0x7f, code[1] & 0x7f,
                   code[0] & 0x3f);
    }
    return true;
}

/* Hours, minutes, seconds, carried so that none is 60; the fraction without trailing zeros. */
bool convert_gps_time(const struct tag_env *env, struct buf *out)
{
    double seconds = 0, unit = 3600;
    char text[24];
    size_t len;
    int64_t hours, minutes;

    for (uint32_t i = 0; i < 3; i++, unit /= 60) {
        double part = value_double(env->raw, i);

        seconds += isfinite(part) ? part * unit : 0;
    }
    if (!(seconds >= 0 && seconds < 1e9)) {
        value_append(env->raw, out);
        return true;
    }
    seconds = round(seconds * 1e9) / 1e9;
    hours = (int64_t)(seconds / 3600);
    minutes = (int64_t)((seconds - (double)hours * 3600) / 60);
    seconds -= (double)hours * 3600 + (double)minutes * 60;
    len = (size_t)snprintf(text, sizeof text, "%012.9f", seconds);
    while (len > 0 && text[len - 1] == '0') {
        len--;
    }
    len -= len > 0 && text[len - 1] == '.';
    buf_printf(out, "%02d:%02d:%.*s", (int)hours, (int)minutes, (int)len, text);
    return true;
}

bool print_coordinate(const struct tag_env *env, struct span value, struct buf *out)
{
    size_t used;
    double degrees = number_parse(value, &used);

    (void)env;
    if (used == 0) {
        return false;
    }
    print_degrees(degrees, out);
    return true;
}

/* "2026-11-21" and "20261121" become "2026:11:21"; anything else stays. */
bool print_gps_date(const struct tag_env *env, struct span value, struct buf *out)
{
    char digits[8];
    size_t n = 0;

    (void)env;
    for (size_t i = 0; i < value.len; i++) {
        if (text_is_digit(value.data[i])) {
            if (n == sizeof digits) {
                return false;
            }
            digits[n++] = (char)value.data[i];
        }
    }
    if (n != sizeof digits) {
        return false;
    }
    buf_printf(out, "%.4s:%.2s:%.2s", digits, digits + 4, digits + 6);
    return true;
}
