/* Canon's custom functions: three layouts, and the cameras whose answers have names of their own.
 */
#include <inttypes.h>
#include <math.h>

#include "base/text.h"
#include "meta/maker_canon.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/canon_info.h"

static const struct place custom_place = { "MakerNotes", "CanonCustom", 0, 0 };

/* 2^(7 - EV): the scale of the shutter settings, in 1/8 steps. */
static double setting_time(int64_t code)
{
    return exp2(7 - canon_ev(code * 4));
}

static double setting_aperture(int64_t code)
{
    return exp2((canon_ev(code * 4) - 1) / 2);
}

bool canon_personal_time(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-canon_ev(raw_int(env) * 4)) * 125, out);
}

bool canon_personal_aperture(const struct tag_env *env, struct buf *out)
{
    return number_put(setting_aperture(raw_int(env)), out);
}

ENUM_MAP(enabled, { 0, "Disable" }, { 1, "Enable" });

/* Four numbers of the EOS R cameras: natural logarithms, scaled. */
static bool print_four(const struct tag_env *env, const char *const *labels, bool times,
                       struct buf *out)
{
    for (uint32_t i = 0; i < 4; i++) {
        double number = (double)(int32_t)value_int(env->raw, i);
        CLEANUP(buf_release) struct buf text = BUF_INIT(64);

        buf_add_str(out, labels[i]);
        if (times) {
            number_append(exp(-number / (1600 * log(2))), 15, &text);
            print_exposure_time(env, buf_span(&text), out);
        } else {
            number_append(exp(number / 2400), 2, out);
        }
    }
    return true;
}

bool canon_print_speed_range(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const labels[] = { "; Hi ", "; Lo " };
    static const char *const four[] = { "Manual: Hi ", "; Lo ", "; Auto: Hi ", "; Lo " };

    (void)value;
    if (env->raw->count == 4) {
        return print_four(env, four, true, out);
    }
    enum_append(&enabled, raw_int(env), out);
    for (uint32_t i = 1; i < 3 && i < env->raw->count; i++) {
        CLEANUP(buf_release) struct buf time = BUF_INIT(64);

        number_append(setting_time(value_int(env->raw, i)), 15, &time);
        buf_add_str(out, labels[i - 1]);
        print_exposure_time(env, buf_span(&time), out);
    }
    return true;
}

bool canon_print_iso_range(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const labels[] = { "; Max ", "; Min " };

    (void)value;
    enum_append(&enabled, raw_int(env), out);
    for (uint32_t i = 1; i < 3 && i < env->raw->count; i++) {
        buf_printf(out, "%s%.0f", labels[i - 1],
                   100 * exp2((double)value_int(env->raw, i) / 8 - 9));
    }
    return true;
}

bool canon_print_aperture_range(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const labels[] = { "; Closed ", "; Open " };
    static const char *const four[] = { "Manual: Closed ", "; Open ", "; Auto: Closed ",
                                        "; Open " };

    (void)value;
    if (env->raw->count == 4) {
        return print_four(env, four, false, out);
    }
    enum_append(&enabled, raw_int(env), out);
    for (uint32_t i = 1; i < 3 && i < env->raw->count; i++) {
        buf_add_str(out, labels[i - 1]);
        number_append(setting_aperture(value_int(env->raw, i)), 2, out);
    }
    return true;
}

bool canon_print_flags(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    if (env->raw->count < 2) {
        buf_printf(out, "Flags 0x%" PRIx64, (uint64_t)raw_int(env));
        return true;
    }
    enum_append(&enabled, raw_int(env), out);
    buf_printf(out, "; Flags 0x%" PRIx64, (uint64_t)value_int(env->raw, 1));
    return true;
}

/* The other numbers behind "Disable" or "Enable", with a word before or behind each. */
static bool add_numbers(const struct tag_env *env, const char *const *labels, size_t n_labels,
                        struct buf *out)
{
    enum_append(&enabled, raw_int(env), out);
    for (uint32_t i = 1; i < env->raw->count; i++) {
        buf_printf(out, "; %s%" PRId64, i <= n_labels ? labels[i - 1] : "", value_int(env->raw, i));
    }
    return true;
}

bool canon_print_speeds(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const labels[] = { "Hi ", "Lo " };

    (void)value;
    return add_numbers(env, labels, ARRAY_LEN(labels), out);
}

bool canon_print_shots(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    add_numbers(env, NULL, 0, out);
    buf_add_str(out, env->raw->count == 2 ? " shots" : "");
    return true;
}

bool canon_print_timer(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const labels[] = { "6 s: ", "16 s: ", "After release: " };

    (void)value;
    return add_numbers(env, labels, ARRAY_LEN(labels), out);
}

bool canon_print_af_adjustment(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const names[] = { "Disable", "Adjust all by same amount", "Adjust by lens" };
    int64_t code = raw_int(env);

    (void)value;
    if (code < 0 || code >= (int64_t)ARRAY_LEN(names)) {
        return false;
    }
    buf_add_str(out, names[code]);
    for (uint32_t i = 1; i < env->raw->count; i++) {
        buf_printf(out, "; %" PRId64, value_int(env->raw, i));
    }
    return true;
}

bool canon_has_3_values(const struct tag_env *env)
{
    return env->raw->count == 3;
}

static bool model_is_one_of(const struct tag_env *env, const char *const *endings, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (text_ends_nocase(env->scan->model, endings[i])) {
            return true;
        }
    }
    return false;
}

/* A tag_when that holds for models with one of these endings. */
#define WHEN_MODEL(name, ...)                                                                      \
    bool name(const struct tag_env *env)                                                           \
    {                                                                                              \
        static const char *const endings[] = { __VA_ARGS__ };                                      \
        return model_is_one_of(env, endings, ARRAY_LEN(endings));                                  \
    }
#define MODELS_450D  "450D", "REBEL XSi", "Kiss X2"
#define MODELS_500D  "500D", "REBEL T1i", "Kiss X3"
#define MODELS_550D  "550D", "REBEL T2i", "Kiss X4"
#define MODELS_600D  "600D", "REBEL T3i", "Kiss X5"
#define MODELS_1000D "1000D", "REBEL XS", "Kiss F"
#define MODELS_1100D "1100D", "REBEL T3", "Kiss X50"

WHEN_MODEL(canon_custom_1000d, MODELS_1000D)
WHEN_MODEL(canon_custom_1100d, MODELS_1100D)
WHEN_MODEL(canon_custom_1d3, "1D Mark III", "1Ds Mark III")
WHEN_MODEL(canon_custom_1d4, "1D Mark IV")
WHEN_MODEL(canon_custom_1d4_6d, "1D Mark IV", "EOS 6D")
WHEN_MODEL(canon_custom_1ds3, "1Ds Mark III")
WHEN_MODEL(canon_custom_1dx, "1D X")
WHEN_MODEL(canon_custom_40d, "EOS 40D")
WHEN_MODEL(canon_custom_40d_1ds3, "EOS 40D", "1Ds Mark III")
WHEN_MODEL(canon_custom_40d_50d_5d2, "EOS 40D", "EOS 50D", "5D Mark II")
WHEN_MODEL(canon_custom_40d_50d_60d, "EOS 40D", "EOS 50D", "EOS 60D")
WHEN_MODEL(canon_custom_450d_1000d, MODELS_450D, MODELS_1000D)
WHEN_MODEL(canon_custom_450d_550d_600d, MODELS_450D, MODELS_550D, MODELS_600D)
WHEN_MODEL(canon_custom_500d, MODELS_500D)
WHEN_MODEL(canon_custom_50d_60d_7d, "EOS 50D", "EOS 60D", "EOS 7D")
WHEN_MODEL(canon_custom_5d2, "5D Mark II")
WHEN_MODEL(canon_custom_60d, "EOS 60D")
WHEN_MODEL(canon_custom_6d, "EOS 6D")
WHEN_MODEL(canon_custom_7d, "EOS 7D", "7D Mark II")
WHEN_MODEL(canon_custom_levels, "EOS 50D", "EOS 60D", "EOS 7D", "5D Mark II", "1D Mark IV",
           MODELS_500D, MODELS_550D, MODELS_600D, MODELS_1100D)
WHEN_MODEL(canon_custom_rebels, MODELS_500D, MODELS_550D, MODELS_600D, MODELS_1000D, MODELS_1100D)

static const struct {
    const char *ending;
    const struct tag_table *table;
} functions[] = {
    { "EOS-1D", &canon_functions_1d },           { "EOS-1DS", &canon_functions_1d },
    { "EOS 5D", &canon_functions_5d },           { "EOS 10D", &canon_functions_10d },
    { "EOS 20D", &canon_functions_20d },         { "EOS 30D", &canon_functions_30d },
    { "350D", &canon_functions_350d },           { "350D DIGITAL", &canon_functions_350d },
    { "REBEL XT", &canon_functions_350d },       { "Kiss Digital N", &canon_functions_350d },
    { "400D DIGITAL", &canon_functions_400d },   { "REBEL XTi", &canon_functions_400d },
    { "Kiss Digital X", &canon_functions_400d }, { "EOS D30", &canon_functions_d30 },
    { "EOS D60", &canon_functions_d30 },
};

static void add_row(struct meta_scan *scan, const struct tag_table *table, uint32_t id,
                    const struct value *value)
{
    const struct tag *row = tag_choose(scan, table, id, value);

    if (row != NULL && !(row->flags & TAG_UNKNOWN)) {
        store_add(&scan->store, &custom_place, row, value);
    }
}

/* A word of 16 bits for each: number in the upper half, answer in the lower one. */
static int read_words(struct meta_scan *scan, const struct tag_table *table,
                      const struct value *raw)
{
    for (size_t at = 2; at + 2 <= raw->bytes.len; at += 2) {
        uint16_t word = get_u16(raw->bytes.data + at, raw->big_endian);
        uint8_t *keep = arena_take(scan->reader.arena, 8);
        struct value value;

        if (keep == NULL) {
            break;
        }
        value = value_number(word & 0xff, keep);
        add_row(scan, table, word >> 8, &value);
    }
    return 0;
}

int canon_functions(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    for (size_t i = 0; i < ARRAY_LEN(functions); i++) {
        if (text_ends_nocase(scan->model, functions[i].ending)) {
            return read_words(scan, functions[i].table, raw);
        }
    }
    return 0;
}

int canon_functions_of_1d(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    return read_words(scan, &canon_functions_1d, raw);
}

static void read_group(struct meta_scan *scan, struct cursor *in)
{
    uint32_t n;

    cursor_u32(in); /* number of the group */
    cursor_u32(in); /* its size */
    n = cursor_u32(in);
    for (uint32_t i = 0; i < n && !in->bad; i++) {
        uint32_t id = cursor_u32(in);
        uint32_t count = cursor_u32(in);
        struct value value = { FORMAT_S32, in->big_endian, count,
                               cursor_bytes(in, (uint64_t)count * 4), 0 };

        if (!in->bad && count > 0) {
            add_row(scan, &canon_functions_2, id, &value);
        }
    }
}

/* Size, count of groups; groups of functions, each with any count of 32-bit numbers. */
int canon_functions_grouped(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct cursor in = { .in = raw->bytes, .big_endian = raw->big_endian };
    uint32_t n;

    (void)err;
    cursor_u32(&in);
    n = cursor_u32(&in);
    for (uint32_t i = 0; i < n && !in.bad; i++) {
        read_group(scan, &in);
    }
    return 0;
}
