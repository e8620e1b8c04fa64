#include "meta/maker_pentax.h"

#include <math.h>
#include <string.h>

#include "meta/binary.h"
#include "meta/print.h"

static const struct place place = { "MakerNotes", "Pentax", 0, 0 };

/* Eighths of an EV, where 3 and 5 stand for the thirds. */
static double eighths(int64_t code)
{
    int64_t rest = code & 7;
    double third = rest == 3 ? 8.0 / 3 - 3 : rest == 5 ? 16.0 / 3 - 5 : 0;

    return ((double)code + third) / 8;
}

bool pentax_aperture_16(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)(raw_int(env) - 68) / 16), out);
}

bool pentax_av(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(eighths(raw_int(env) - 68) / 2), out);
}

bool pentax_tv(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-eighths(raw_int(env) - 68)), out);
}

bool pentax_base_ev(const struct tag_env *env, struct buf *out)
{
    return number_put(eighths(64 - raw_int(env)), out);
}

bool pentax_compensation(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 50) / 10, out);
}

/* Year (two bytes, big-endian), month, day. */
bool pentax_date(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;

    if (env->raw->bytes.len < 4) {
        return false;
    }
    buf_printf(out, "%.4u:%.2u:%.2u", get_u16(at, true), at[2], at[3]);
    return true;
}

bool pentax_time(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;

    if (env->raw->bytes.len < 3) {
        return false;
    }
    buf_printf(out, "%.2u:%.2u:%.2u", at[0], at[1], at[2]);
    return true;
}

bool pentax_eighth_64(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 64) / 8, out);
}

bool pentax_ev(const struct tag_env *env, struct buf *out)
{
    return number_put(eighths(raw_int(env)), out);
}

bool pentax_exposure(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) * 1e-5, out);
}

bool pentax_f_stops(const struct tag_env *env, struct buf *out)
{
    return number_put(5 + (double)(raw_int(env) ^ 7) / 2, out);
}

/* Four bytes, inverted. */
bool pentax_firmware(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;

    if (env->raw->bytes.len < 4) {
        return false;
    }
    buf_printf(out, "%d.%.2d.%.2d.%.2d", at[0] ^ 0xff, at[1] ^ 0xff, at[2] ^ 0xff, at[3] ^ 0xff);
    return true;
}

bool pentax_iso_8(const struct tag_env *env, struct buf *out)
{
    return number_put(100 * exp2((double)(raw_int(env) - 32) / 8), out);
}

bool pentax_lens_focal(const struct tag_env *env, struct buf *out)
{
    int64_t code = raw_int(env);

    return number_put(10 * (double)(code >> 2) * exp2((double)((code & 3) - 2) * 2), out);
}

/* The series stands in the lower half of the first byte, the number in the last bytes. */
bool pentax_lens_type(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;
    size_t len = env->raw->bytes.len;

    if (len < 4) {
        return false;
    }
    buf_printf(out, "%d %d", at[0] & 0x0f, len > 4 ? at[3] << 8 | at[4] : at[2] << 8 | at[3]);
    return true;
}

/* The other bits of *ist D's focus points are of another meaning. */
bool pentax_low_11(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) & 0x7ff), out);
}

bool pentax_lv(const struct tag_env *env, struct buf *out)
{
    int64_t code = raw_int(env);

    return number_put(
        (double)(env->raw->format == FORMAT_U16 ? (int16_t)code : (int32_t)code) / 1024, out);
}

/* 20070913 */
bool pentax_manufactured(const struct tag_env *env, struct buf *out)
{
    int64_t code = raw_int(env);

    buf_printf(out, "%.4d:%.2d:%.2d", (int)(code / 10000), (int)(code / 100 % 100),
               (int)(code % 100));
    return true;
}

bool pentax_max_aperture(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) > 1 && number_put(exp2((double)(raw_int(env) - 1) / 32), out);
}

bool pentax_quarter(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)raw_int(env) / 4), out);
}

bool pentax_quarter_10(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)(raw_int(env) + 10) / 4), out);
}

bool pentax_segments(const struct tag_env *env, struct buf *out)
{
    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        uint8_t code = env->raw->bytes.data[i];

        buf_add_str(out, i > 0 ? " " : "");
        if (code == 255) {
            buf_add_str(out, "n/a");
        } else {
            buf_printf(out, "%.1f", code / 8.0 - 6);
        }
    }
    return true;
}

/* The count is hidden behind the date and the inverted time. */
bool pentax_shutter_count(const struct tag_env *env, struct buf *out)
{
    const struct value *date = scan_member(env->scan, "Date");
    const struct value *time = scan_member(env->scan, "Time");
    uint8_t moment[4] = { 0 };

    if (date == NULL || time == NULL || date->bytes.len < 4 || time->bytes.len < 3 ||
        env->raw->bytes.len != 4) {
        return false;
    }
    memcpy(moment, time->bytes.data, 3);
    return number_put(get_u32(env->raw->bytes.data, true) ^ get_u32(date->bytes.data, true) ^
                          ~get_u32(moment, true),
                      out);
}

bool pentax_sixtieth(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 60, out);
}

bool pentax_sr_focal(const struct tag_env *env, struct buf *out)
{
    int64_t code = raw_int(env);

    return number_put((code & 1) != 0 ? (double)code * 4 : (double)code / 2, out);
}

bool pentax_time_8(const struct tag_env *env, struct buf *out)
{
    return number_put(24 * exp2((double)(32 - raw_int(env)) / 8), out);
}

bool pentax_twice(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) * 2, out);
}

bool pentax_print_bracket(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t code = raw_int(env);
    double step = code < 10 ? (double)code / 3 : (double)code - 9.5;

    (void)value;
    if (step == 0) {
        buf_add_str(out, "0");
    } else {
        buf_printf(out, "%.1f", step);
    }
    if (env->raw->count > 1) {
        buf_add_str(out, " EV");
        buf_add_str(out, value_int(env->raw, 1) == 0 ? ", No Extended Bracket" : "");
    }
    return true;
}

/* The first two numbers are one mode, the third is the size of the steps. */
bool pentax_print_picture_mode(const struct tag_env *env, struct span value, struct buf *out)
{
    struct print_step mode = { PRINT_ENUM, pentax_picture_modes, NULL };
    struct print_step steps = { PRINT_ENUM, pentax_picture_steps, NULL };
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);

    if (env->raw->count < 3) {
        return false;
    }
    buf_printf(&text, "%d %d", (int)raw_int(env), (int)value_int(env->raw, 1));
    if (!print_step(env, &mode, buf_span(&text), out)) {
        buf_add_span(out, buf_span(&text));
    }
    buf_clear(&text);
    buf_printf(&text, "%d", (int)value_int(env->raw, 2));
    buf_add_str(out, "; ");
    if (!print_step(env, &steps, buf_span(&text), out)) {
        buf_add_span(out, buf_span(&text));
    }
    (void)value;
    return true;
}

bool pentax_less_50(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 50) / 10, out);
}

bool pentax_print_guide(const struct tag_env *env, struct span value, struct buf *out)
{
    double code = number_parse(value, NULL);

    (void)env;
    if (code == 0) {
        buf_add_str(out, "n/a");
    } else {
        buf_printf(out, "%.0f", exp2(code / 16 + 4));
    }
    return true;
}

static bool print_battery(const struct tag_env *env, struct span value, double empty, double range,
                          struct buf *out)
{
    double code = number_parse(value, NULL);

    if (!pentax_is_k10d(env)) {
        return false;
    }
    buf_printf(out, "%.0f (%.1fV, %d%%)", code, code * 8.18 / 186,
               (int)((code - empty) * 100 / range));
    return true;
}

bool pentax_print_load(const struct tag_env *env, struct span value, struct buf *out)
{
    return print_battery(env, value, 152, 34, out);
}

bool pentax_print_no_load(const struct tag_env *env, struct span value, struct buf *out)
{
    return print_battery(env, value, 155, 35, out);
}

bool pentax_print_faces(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t most = raw_int(env);

    (void)value;
    if (most != 0) {
        buf_printf(out, "On (%d faces max)", (int)most);
    } else {
        buf_add_str(out, "Off");
    }
    buf_printf(out, "; %d faces detected", (int)value_int(env->raw, 1));
    return true;
}

/* Of 8192. */
bool pentax_print_matrix(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    for (uint32_t i = 0; i < env->raw->count; i++) {
        buf_printf(out, "%s%.5f", i > 0 ? " " : "", (double)value_int(env->raw, i) / 8192);
    }
    return true;
}

/* Micrometres, doubled. */
bool pentax_print_sensor(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    buf_printf(out, "%.3f x %.3f mm", (double)raw_int(env) / 500,
               (double)value_int(env->raw, 1) / 500);
    return true;
}

bool pentax_is_k10d(const struct tag_env *env)
{
    return scan_model_has(env->scan, "K10D") || scan_model_has(env->scan, "GX10");
}

bool pentax_has_af(const struct tag_env *env)
{
    return !scan_model_has(env->scan, "*ist D");
}

static bool is_one_of(const struct tag_env *env, const char *const *models, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (scan_model_is(env->scan, models[i])) {
            return true;
        }
    }
    return false;
}

static const char *const older[] = { "*ist D", "*ist DS",     "*ist DS2", "*ist DL", "*ist DL2",
                                     "K100D",  "K100D Super", "K110D",    "K200D",   "K10D",
                                     "GX10",   "K20D",        "GX20" };

bool pentax_is_old_battery(const struct tag_env *env)
{
    return is_one_of(env, older, ARRAY_LEN(older));
}

bool pentax_is_ad(const struct tag_env *env)
{
    static const char *const models[] = { "K2000", "K-m" };

    return pentax_is_old_battery(env) || is_one_of(env, models, ARRAY_LEN(models));
}

bool pentax_has_voltages(const struct tag_env *env)
{
    return !pentax_is_ad(env) && !pentax_is_k3_iii(env);
}

bool pentax_is_k1(const struct tag_env *env)
{
    return is_one_of(env, (const char *const[]){ "K-1" }, 1);
}

bool pentax_is_k3(const struct tag_env *env)
{
    static const char *const models[] = { "K-3", "K-S1", "K-S2" };

    return is_one_of(env, models, ARRAY_LEN(models)) && !pentax_is_k3_iii(env);
}

bool pentax_is_k3_ii(const struct tag_env *env)
{
    return scan_model_has(env->scan, "K-3 II") && !pentax_is_k3_iii(env);
}

bool pentax_is_k3_iii(const struct tag_env *env)
{
    return scan_model_has(env->scan, "K-3 Mark III");
}

bool pentax_not_k3_iii(const struct tag_env *env)
{
    return !pentax_is_k3_iii(env);
}

bool pentax_is_k5(const struct tag_env *env)
{
    return scan_model_has(env->scan, "K-5") && !scan_model_has(env->scan, "K-50");
}

bool pentax_is_k7(const struct tag_env *env)
{
    static const char *const models[] = { "K-5", "K-7", "K-r", "K-x" };

    return is_one_of(env, models, ARRAY_LEN(models));
}

bool pentax_has_temperatures(const struct tag_env *env)
{
    static const char *const models[] = { "K-01", "K-3",   "K-30",   "K-5",
                                          "K-50", "K-500", "K-5 II", "K-5 II s" };

    return is_one_of(env, models, ARRAY_LEN(models));
}

bool pentax_is_pair(const struct tag_env *env)
{
    return env->raw->count == 2;
}

bool pentax_is_two_bytes(const struct tag_env *env)
{
    return env->raw->bytes.len == 2;
}

/* Later cameras have more points, told elsewhere. */
bool pentax_has_11_points(const struct tag_env *env)
{
    static const char *const models[] = { "K-1", "K-3", "K-70", "KP", "K-S1", "K-S2" };

    return !is_one_of(env, models, ARRAY_LEN(models));
}

/* Other lengths have a layout that nobody knows. */
bool pentax_knows_levels(const struct tag_env *env)
{
    return env->raw->bytes.len == 100;
}

bool pentax_is_short(const struct tag_env *env)
{
    return env->raw->bytes.len == 4;
}

bool pentax_knows_flash(const struct tag_env *env)
{
    return pentax_has_af(env) && env->raw->bytes.len == 27;
}

bool pentax_knows_settings(const struct tag_env *env)
{
    return env->raw->bytes.len < 25;
}

/* On records of over 20 bytes one byte is put in behind the flags. */
int pentax_read_ae(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct span bytes = raw->bytes;
    uint8_t *copy;

    if (bytes.len > 25) {
        return bytes.len == 48 || bytes.len == 64
                   ? binary_read(scan, &pentax_ae_3, &place, bytes, raw->big_endian, err)
               : bytes.len == 34
                   ? binary_read(scan, &pentax_ae_2, &place, bytes, raw->big_endian, err)
                   : 0;
    }
    copy = arena_take(scan->reader.arena, 32);
    if (copy == NULL || bytes.len < 8) {
        return 0;
    }
    memcpy(copy, bytes.data, bytes.len);
    if (bytes.len > 20) {
        memmove(copy + 8, copy + 9, bytes.len - 9);
        bytes.len--;
    }
    bytes.data = copy;
    return binary_read(scan, &pentax_ae_info, &place, bytes, raw->big_endian, err);
}

/* Contrast-detecting points: rows and columns in one byte, then two bits a point. */
int pentax_read_caf(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    CLEANUP(buf_release) struct buf grid = BUF_INIT(16);
    uint32_t columns, rows;
    size_t len;

    (void)err;
    if (raw->bytes.len < 2) {
        return 0;
    }
    columns = raw->bytes.data[1] >> 4;
    rows = raw->bytes.data[1] & 15;
    len = (2 * columns * rows + 7) / 8;
    buf_printf(&grid, "%ux%u", columns, rows);
    store_add_u64(&scan->store, &place, "NumCAFPoints", (uint64_t)columns * rows);
    store_add_text(&scan->store, &place, "CAFGridSize", buf_span(&grid));
    for (size_t i = 2; i < 2 + len && i < raw->bytes.len; i++) {
        if (raw->bytes.data[i] != 0) {
            return 0; /* how points are named is not known */
        }
    }
    store_add_cstr(&scan->store, &place, "CAFPointsInFocus", "(none)");
    store_add_cstr(&scan->store, &place, "CAFPointsSelected", "(none)");
    return 0;
}

/* Layouts of the lens record by its length; older ones by the lens data that begin at 3 or 4. */
int pentax_read_lens(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct {
        size_t len;
        const struct tag_table *table;
    } layouts[] = {
        { 90, &pentax_lens_info_3 },  { 91, &pentax_lens_info_4 },  { 80, &pentax_lens_info_5 },
        { 128, &pentax_lens_info_5 }, { 168, &pentax_lens_info_5 },
    };
    const struct tag_table *table = raw->bytes.len < 4           ? &pentax_lens_info
                                    : raw->bytes.data[0] >= 0x20 ? &pentax_lens_info_2
                                                                 : &pentax_lens_info;

    for (size_t i = 0; i < ARRAY_LEN(layouts); i++) {
        if (raw->bytes.len == layouts[i].len) {
            table = layouts[i].table;
        }
    }
    return binary_read(scan, table, &place, raw->bytes, raw->big_endian, err);
}
