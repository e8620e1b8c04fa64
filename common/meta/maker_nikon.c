#include "meta/maker_nikon.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "meta/print.h"

/* Four digits as text, or as the numbers 0 to 9. */
bool nikon_version(const struct tag_env *env, struct buf *out)
{
    struct span bytes = env->raw->bytes;

    for (size_t i = 0; i < bytes.len && i < 4; i++) {
        buf_add_byte(out, bytes.data[i] < 10 ? (uint8_t)(bytes.data[i] + '0') : bytes.data[i]);
    }
    return bytes.len >= 4;
}

/* Three signed bytes a, b, c stand for a * b / c. */
bool nikon_step(const struct tag_env *env, struct buf *out)
{
    struct span bytes = env->raw->bytes;
    int8_t c;

    if (bytes.len < 3) {
        return false;
    }
    c = (int8_t)bytes.data[2];
    return number_put(c != 0 ? (double)((int8_t)bytes.data[0] * (int8_t)bytes.data[1]) / c : 0,
                      out);
}

bool nikon_exit_pupil(const struct tag_env *env, struct buf *out)
{
    return number_put(raw_int(env) != 0 ? 2048.0 / (double)raw_int(env) : 0, out);
}

bool nikon_aperture(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)raw_int(env) / 24), out);
}

bool nikon_focal_length(const struct tag_env *env, struct buf *out)
{
    return number_put(5 * exp2((double)raw_int(env) / 24), out);
}

bool nikon_focus_distance(const struct tag_env *env, struct buf *out)
{
    return number_put(raw_int(env) != 0 ? 0.01 * pow(10, (double)raw_int(env) / 40) : 0, out);
}

bool nikon_twelfth(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 12, out);
}

bool nikon_iso(const struct tag_env *env, struct buf *out)
{
    return number_put(100 * exp2((double)raw_int(env) / 12 - 5), out);
}

bool nikon_negative_sixth(const struct tag_env *env, struct buf *out)
{
    return number_put(-(double)raw_int(env) / 6, out);
}

bool nikon_flash_output(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-(double)raw_int(env) / 6), out);
}

/* Year (two bytes), month, day, hour, minute, second. */
bool nikon_power_up(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;

    if (env->raw->bytes.len < 7) {
        return false;
    }
    buf_printf(out, "%.4u:%.2u:%.2u %.2u:%.2u:%.2u", get_u16(at, env->raw->big_endian), at[2],
               at[3], at[4], at[5], at[6]);
    return true;
}

/* "0210" is 2.10 */
bool nikon_print_version(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (value.len < 4) {
        return false;
    }
    if (value.data[0] != '0') {
        buf_add_byte(out, value.data[0]);
    }
    buf_add_byte(out, value.data[1]);
    buf_add_byte(out, '.');
    buf_add_span(out, span_from(value, 2));
    return true;
}

static bool joins(uint8_t c)
{
    return text_is_letter(c) || text_is_digit(c) || c == '_';
}

/* A word in capitals is printed with one, unless it is an abbreviation: without a vowel, or AF or
 * RAW by itself. */
static bool stays(struct span word, bool alone)
{
    if (alone && (span_equal(word, span_str("AF")) || span_equal(word, span_str("RAW")))) {
        return true;
    }
    for (size_t i = 0; i < word.len; i++) {
        if (strchr("AEIOUY", word.data[i]) != NULL) {
            return false;
        }
    }
    return true;
}

bool nikon_print_words(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    while (value.len > 0 && value.data[value.len - 1] == ' ') {
        value.len--;
    }
    for (size_t i = 0; i < value.len;) {
        struct span word = { value.data + i, 0 };
        bool alone;

        while (i + word.len < value.len && text_is_upper(word.data[word.len])) {
            word.len++;
        }
        if (word.len == 0) {
            buf_add_byte(out, value.data[i++]);
            continue;
        }
        alone = (i == 0 || !joins(value.data[i - 1])) &&
                (i + word.len == value.len || !joins(value.data[i + word.len]));
        buf_add_byte(out, word.data[0]);
        for (size_t k = 1; k < word.len; k++) {
            buf_add_byte(out,
                         stays(word, alone) ? word.data[k] : (uint8_t)(word.data[k] + ('a' - 'A')));
        }
        i += word.len;
    }
    return true;
}

bool nikon_print_iso(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (!span_starts(value, span_str("0 "))) {
        return false;
    }
    buf_add_span(out, span_from(value, 2));
    return true;
}

/* "18-70mm f/3.5-4.5" */
bool nikon_print_lens(const struct tag_env *env, struct span value, struct buf *out)
{
    return print_lens_info(env, value, out);
}

bool nikon_print_lens_type(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const names[] = { "MF", "D", "G", "VR", "1", "FT-1", "E", "AF-P" };
    uint8_t bits = (uint8_t)raw_int(env);
    bool first = true;

    (void)value;
    if (bits == 0) {
        buf_add_str(out, "AF");
        return true;
    }
    for (size_t bit = 0; bit < 8; bit++) {
        /* D says nothing where G is set */
        if ((bits >> bit & 1) == 0 || (bit == 1 && (bits & 4) != 0)) {
            continue;
        }
        buf_add_str(out, first ? "" : " ");
        buf_add_str(out, names[bit]);
        first = false;
    }
    return true;
}

bool nikon_print_crop(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct enum_name names[] = {
        { 0, "Off" },
        { 1, "1.3x Crop" },
        { 2, "DX Crop" },
        { 3, "5:4 Crop" },
        { 4, "3:2 Crop" },
        { 6, "16:9 Crop" },
        { 8, "2.7x Crop" },
        { 9, "DX Movie 16:9 Crop" },
        { 10, "1.3x Movie Crop" },
        { 11, "FX Uncropped" },
        { 12, "DX Uncropped" },
        { 13, "2.8x Movie Crop" },
        { 14, "1.4x Movie Crop" },
        { 15, "1.5x Movie Crop" },
        { 17, "FX 1:1 Crop" },
        { 18, "DX 1:1 Crop" },
    };
    static const struct enum_map map = { .names = names, .n_names = ARRAY_LEN(names) };
    int64_t n[7];

    (void)value;
    if (env->raw->count != 7) {
        return false;
    }
    for (uint32_t i = 0; i < 7; i++) {
        n[i] = value_int(env->raw, i);
    }
    enum_append(&map, n[0], out);
    buf_printf(out,
               " (%" PRId64 "x%" PRId64 " cropped to %" PRId64 "x%" PRId64 " at pixel %" PRId64
               ",%" PRId64 ")",
               n[1], n[2], n[3], n[4], n[5], n[6]);
    return true;
}

bool nikon_print_distance(const struct tag_env *env, struct span value, struct buf *out)
{
    double metres = number_parse(value, NULL);

    (void)env;
    if (metres == 0) {
        buf_add_str(out, "inf");
    } else {
        buf_printf(out, "%.2f m", metres);
    }
    return true;
}

bool nikon_print_hex(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    buf_printf(out, "0x%02x", (unsigned)number_int(value));
    return true;
}

bool nikon_print_4_digits(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    buf_printf(out, "%.4d", (int)number_int(value));
    return true;
}

/* A setting of a picture control: 0x80 is 0, 0x7f is "none", 0xff "not there". */
bool nikon_print_adjust(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t code = raw_int(env) - 0x80;

    (void)value;
    if (code == 0) {
        buf_add_str(out, "Normal");
    } else if (code == 127) {
        buf_add_str(out, "n/a");
    } else if (code == -128) {
        buf_add_str(out, "Auto");
    } else if (code == -127) {
        buf_add_str(out, "User");
    } else {
        buf_printf(out, "%+" PRId64, code);
    }
    return true;
}
