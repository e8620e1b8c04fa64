#include "meta/maker_canon.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"

double canon_ev(int64_t code)
{
    double sign = code < 0 ? -1 : 1;
    int64_t whole = code < 0 ? -code : code;
    double fraction = (double)(whole & 0x1f);

    whole -= whole & 0x1f;
    if (fraction == 0x0c) {
        fraction = 0x20 / 3.0;
    } else if (fraction == 0x14) {
        fraction = 0x40 / 3.0;
    }
    return sign * ((double)whole + fraction) / 0x20;
}

/* Models that write the record whether they know the number or not. */
static bool is_modern(const struct tag_env *env)
{
    return scan_model_has(env->scan, "EOS") || scan_model_has(env->scan, "PowerShot") ||
           scan_model_has(env->scan, "IXUS") || scan_model_has(env->scan, "IXY");
}

bool canon_aperture(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) > 0 && number_put(exp2(canon_ev(raw_int(env)) / 2), out);
}

bool canon_f_number(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put(exp2(canon_ev(raw_int(env)) / 2), out);
}

bool canon_exposure_time(const struct tag_env *env, struct buf *out)
{
    return (raw_int(env) != 0 || is_modern(env)) && number_put(exp2(-canon_ev(raw_int(env))), out);
}

bool canon_20d_exposure_time(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-canon_ev(raw_int(env))) * 1000 / 32, out);
}

bool canon_target_time(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) > -1000 && canon_exposure_time(env, out);
}

bool canon_ev_value(const struct tag_env *env, struct buf *out)
{
    return number_put(canon_ev(raw_int(env)), out);
}

bool canon_auto_iso(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)raw_int(env) / 32) * 100, out);
}

bool canon_base_iso(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put(exp2((double)raw_int(env) / 32) * 100 / 32, out);
}

bool canon_camera_iso(const struct tag_env *env, struct buf *out)
{
    static const struct enum_name names[] = {
        { 0, "n/a" },  { 14, "Auto High" }, { 15, "Auto" }, { 16, "50" },
        { 17, "100" }, { 18, "200" },       { 19, "400" },  { 20, "800" },
    };
    static const struct enum_map map = { .names = names, .n_names = ARRAY_LEN(names) };
    int64_t code = raw_int(env);

    if (code == 0x7fff) {
        return false;
    }
    if (code > 0 && (code & 0x4000) != 0) {
        return number_put((double)(code & 0x3fff), out);
    }
    enum_append(&map, code, out);
    return true;
}

bool canon_measured_ev(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 32 + 5, out);
}

bool canon_measured_ev2(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put((double)raw_int(env) / 8 - 6, out);
}

bool canon_temperature(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put((double)raw_int(env) - 128, out);
}

bool canon_distance(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put((double)raw_int(env) / 100, out);
}

/* There only where the upper distance is. */
bool canon_lower_distance(const struct tag_env *env, struct buf *out)
{
    const struct value *upper = scan_member(env->scan, "FocusDistanceUpper");

    return upper != NULL && value_int(upper, 0) != 0 && number_put((double)raw_int(env) / 100, out);
}

bool canon_tenths_not_0(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && maker_tenth(env, out);
}

bool canon_tenths_not_negative(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) >= 0 && maker_tenth(env, out);
}

bool canon_guide_number(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != -1 && number_put((double)raw_int(env) / 32, out);
}

bool canon_focal_length(const struct tag_env *env, struct buf *out)
{
    const struct value *units = scan_member(env->scan, "FocalUnits");
    int64_t per_mm = units != NULL ? value_int(units, 0) : 0;

    return raw_int(env) != 0 &&
           number_put((double)raw_int(env) / (double)(per_mm != 0 ? per_mm : 1), out);
}

bool canon_focal_plane(const struct tag_env *env, struct buf *out)
{
    /* numbers below are of no sensor: ExifTool drops them too */
    return raw_int(env) >= 40 && number_put((double)raw_int(env) * 25.4 / 1000, out);
}

bool canon_not_0(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put((double)raw_int(env), out);
}

bool canon_not_minus_1(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != -1 && number_put((double)raw_int(env), out);
}

bool canon_not_negative(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) >= 0 && number_put((double)raw_int(env), out);
}

bool canon_positive(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) > 0 && number_put((double)raw_int(env), out);
}

bool canon_not_7fff(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0x7fff && number_put((double)raw_int(env), out);
}

bool canon_low_7_bits(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != -1 && number_put((double)(raw_int(env) & 0x7f), out);
}

bool canon_flash_output(const struct tag_env *env, struct buf *out)
{
    bool compact = scan_model_has(env->scan, "PowerShot") || scan_model_has(env->scan, "IXUS") ||
                   scan_model_has(env->scan, "IXY");

    return (compact || raw_int(env) != 0) && number_put((double)raw_int(env), out);
}

/* Some cameras write the halves of the number in the other order. */
bool canon_shutter_count(const struct tag_env *env, struct buf *out)
{
    uint32_t code = (uint32_t)raw_int(env);

    return number_put((double)(code >> 16 | (code & 0xffff) << 16), out);
}

/*
 * Folder and file are spread over 32 bits, in one way on the 20D and 350D and in another on the 30D
 * and 400D, which lose the folder's top bits: folders begin at 100, so what is missing is put back.
 */
bool canon_file_number(const struct tag_env *env, struct buf *out)
{
    uint32_t code = (uint32_t)raw_int(env);
    uint32_t folder, file;

    if (canon_is_20d(env)) {
        folder = (code & 0xffc0) >> 6;
        file = ((code >> 16) & 0xff) + ((code & 0x3f) << 8);
    } else {
        folder = (code & 0xffc00) >> 10;
        while (folder < 100) {
            folder += 0x40;
        }
        file = ((code & 0x3ff) << 4) + ((code >> 20) & 0x0f);
    }
    return number_put(folder * 10000.0 + file, out);
}

bool canon_serial_text(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);

    while (text.len > 0 && text.data[text.len - 1] == 0xff) {
        text.len--;
    }
    buf_add_span(out, text);
    return text.len > 0;
}

bool canon_battery(const struct tag_env *env, struct buf *out)
{
    struct span text = span_from(env->raw->bytes, 4);
    size_t n = 0;

    while (n < text.len && text.data[n] != '\0') {
        n++;
    }
    buf_add(out, text.data, n);
    return n > 0;
}

bool canon_unique_id(const struct tag_env *env, struct buf *out)
{
    bool any = false;

    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        any |= env->raw->bytes.data[i] != 0;
    }
    return any && env->raw->bytes.len == 16 && canon_hex(env, out);
}

bool canon_categories(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) == 8 && number_put((double)value_int(env->raw, 1), out);
}

bool canon_hex(const struct tag_env *env, struct buf *out)
{
    struct span bytes = env->raw->bytes;

    for (size_t i = 0; i < bytes.len; i++) {
        buf_printf(out, "%02x", bytes.data[i]);
    }
    return bytes.len > 0;
}

bool canon_print_self_timer(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t code = number_int(value);

    (void)env;
    if (code == 0) {
        buf_add_str(out, "Off");
        return true;
    }
    number_append((double)(code & 0xfff) / 10, 15, out);
    buf_add_str(out, " s");
    buf_add_str(out, (code & 0x4000) != 0 ? ", Custom" : "");
    return true;
}

bool canon_print_parameter(const struct tag_env *env, struct span value, struct buf *out)
{
    double number = number_parse(value, NULL);

    (void)env;
    if (number == 0) {
        buf_add_str(out, "Normal");
    } else if (number > 0) {
        buf_add_byte(out, '+');
        buf_add_span(out, value);
    } else {
        buf_add_span(out, value);
    }
    return true;
}

bool canon_print_signed(const struct tag_env *env, struct span value, struct buf *out)
{
    return number_parse(value, NULL) > 0 && canon_print_parameter(env, value, out);
}

bool canon_print_file_number(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (value.len < 5) {
        return false;
    }
    buf_add(out, value.data, value.len - 4);
    buf_add_byte(out, '-');
    buf_add_span(out, span_from(value, value.len - 4));
    return true;
}

bool canon_print_serial(const struct tag_env *env, struct span value, struct buf *out)
{
    uint32_t serial = (uint32_t)number_int(value);

    if (scan_model_has(env->scan, "EOS D30")) {
        buf_printf(out, "%.4x%.5d", serial >> 16, (int)(serial & 0xffff));
    } else {
        buf_printf(out, canon_is_1d(env) ? "%.6u" : "%.10u", serial);
    }
    return true;
}

/* Bit 3 is the switch; what the others say is not known. */
bool canon_print_contrast(const struct tag_env *env, struct span value, struct buf *out)
{
    unsigned code = (unsigned)raw_int(env);

    (void)value;
    if (code == 0 || code == 8) {
        buf_add_str(out, code == 0 ? "Off" : "On");
    } else if (code == 0xffff) {
        buf_add_str(out, "n/a");
    } else {
        buf_printf(out, code & 8 ? "On (0x%.2x)" : "Off (0x%.2x)", code);
    }
    return true;
}

/* 0x01020300 is "1.02 rev 3.00"; the first digit tells alpha and beta releases. */
bool canon_print_firmware(const struct tag_env *env, struct span value, struct buf *out)
{
    uint32_t code = (uint32_t)number_int(value);
    uint32_t release = code >> 28;

    (void)env;
    if (release == 0xa || release == 0xb) {
        buf_add_str(out, release == 0xa ? "Alpha " : "Beta ");
    } else if (release != 0) {
        buf_printf(out, "Unknown(%x) ", release);
    }
    buf_printf(out, "%x.%02x rev %x.%02x", code >> 24 & 0xf, code >> 16 & 0xff, code >> 8 & 0xff,
               code & 0xff);
    return true;
}

bool canon_print_distance(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (number_parse(value, NULL) > 655.345) {
        buf_add_str(out, "inf");
    } else {
        buf_add_span(out, value);
        buf_add_str(out, " m");
    }
    return true;
}

bool canon_print_significant_2(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    number_append(number_parse(value, NULL), 2, out);
    return true;
}

static bool is_eos(const struct tag_env *env)
{
    return scan_model_has(env->scan, "EOS");
}

bool canon_is_20d(const struct tag_env *env)
{
    return scan_model_has(env->scan, "20D") || scan_model_has(env->scan, "350D") ||
           scan_model_has(env->scan, "REBEL XT") || scan_model_has(env->scan, "Kiss Digital N");
}

bool canon_is_1d(const struct tag_env *env)
{
    return scan_model_has(env->scan, "EOS-1D");
}

bool canon_has_temperature(const struct tag_env *env)
{
    const char *model = strstr(env->scan->model, "EOS-1D");

    return is_eos(env) &&
           (model == NULL || (strcmp(model, "EOS-1D") != 0 && strcmp(model, "EOS-1DS") != 0));
}

/* FileInfo begins with the file number on these, with the shutter's count on the 1D family. */
bool canon_counts_files(const struct tag_env *env)
{
    static const char *const models[] = { "20D", "350D", "REBEL XT",  "Kiss Digital N",
                                          "30D", "400D", "REBEL XTi", "Kiss Digital X",
                                          "K236" };

    for (size_t i = 0; i < ARRAY_LEN(models); i++) {
        if (scan_model_has(env->scan, models[i])) {
            return true;
        }
    }
    return false;
}

bool canon_counts_shutter(const struct tag_env *env)
{
    const char *model = strstr(env->scan->model, "EOS-1D");

    return model != NULL &&
           (strcmp(model, "EOS-1D Mark II") == 0 || strcmp(model, "EOS-1Ds Mark II") == 0 ||
            strcmp(model, "EOS-1D Mark II N") == 0 || strcmp(model, "EOS-1D") == 0 ||
            strcmp(model, "EOS-1DS") == 0);
}

/* The sizes make sense on compact cameras and on EOS models up to the 30D and 400D. */
bool canon_focal_plane_known(const struct tag_env *env)
{
    static const char *const endings[] = {
        " 1D",
        "-1D",
        "-1DS",
        " 5D",
        " D30",
        " D60",
        " 10D",
        " 20D",
        " 30D",
        "K236",
        "300D DIGITAL",
        "350D DIGITAL",
        "400D DIGITAL",
        " REBEL",
        " REBEL XT",
        " REBEL XTi",
        "Kiss Digital",
        "Kiss Digital N",
        "Kiss Digital X",
    };

    if (!is_eos(env)) {
        return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        if (text_ends_nocase(env->scan->model, endings[i])) {
            return true;
        }
    }
    return false;
}
