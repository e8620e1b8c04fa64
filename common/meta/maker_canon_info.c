/* Canon's records that differ from model to model: which table reads one, and their numbers. */
#include <math.h>

#include "base/text.h"
#include "meta/binary.h"
#include "meta/maker_canon.h"
#include "meta/print.h"
#include "meta/tables/canon_info.h"

static const struct place canon_place = { "MakerNotes", "Canon", 0, 0 };

bool canon_info_f_number(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put(exp2((double)(raw_int(env) - 8) / 16), out);
}

bool canon_info_time(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put(exp2(4 * (1 - canon_ev(raw_int(env) - 24))), out);
}

bool canon_info_iso(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put(100 * exp2((double)raw_int(env) / 8 - 9), out);
}

/* "1.0.4": digits between full stops, or the record is another's. */
bool canon_info_firmware(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);

    for (size_t i = 0; i < text.len; i++) {
        bool digit = text_is_digit(text.data[i]);

        if (!digit && text.data[i] != '.' && text.data[i] != ' ') {
            return false;
        }
    }
    buf_add_span(out, text);
    return text.len >= 5 && text.data[1] == '.';
}

bool canon_plus_1(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) + 1, out);
}

bool canon_minus_1(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) - 1, out);
}

bool canon_compact_f_number(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)raw_int(env) / 192), out);
}

bool canon_compact_time(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-(double)raw_int(env) / 96), out);
}

bool canon_compact_iso(const struct tag_env *env, struct buf *out)
{
    return number_put(100 * exp2((double)raw_int(env) / 96 - 4), out);
}

/* Sixteenths of an EV below full power; 255 says that it was not measured. */
bool canon_flash_power(const struct tag_env *env, struct buf *out)
{
    return number_put(raw_int(env) >= 255 ? 255 : exp2((double)(raw_int(env) - 200) / 16), out);
}

/* 32 bits whose halves stand in the other order. */
bool canon_swapped_words(const struct tag_env *env, struct buf *out)
{
    for (uint32_t i = 0; i < env->raw->count; i++) {
        uint32_t code = (uint32_t)value_int(env->raw, i);

        buf_add_str(out, i > 0 ? " " : "");
        number_append((double)(code >> 16 | (code & 0xffff) << 16), 15, out);
    }
    return true;
}

bool canon_print_time(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    print_unix_time(number_int(value), out);
    return true;
}

bool canon_print_flash_output(const struct tag_env *env, struct span value, struct buf *out)
{
    double number = number_parse(value, NULL);

    (void)env;
    if (number == 255) {
        buf_add_str(out, "Strobe or Misfire");
    } else {
        buf_printf(out, "%.0f%%", number * 100);
    }
    return true;
}

bool canon_print_battery_level(const struct tag_env *env, struct span value, struct buf *out)
{
    double number = number_parse(value, NULL);

    (void)env;
    if (number == 0) {
        buf_add_str(out, "n/a");
    } else {
        buf_printf(out, "%.2fV", number * 5 / 186);
    }
    return true;
}

/* Records whose first number is their size, or they are damaged: notes that were moved. */
bool canon_says_its_size(const struct tag_env *env)
{
    return env->raw->bytes.len >= 2 &&
           get_u16(env->raw->bytes.data, env->raw->big_endian) == env->raw->bytes.len;
}

bool canon_is_battery(const struct tag_env *env)
{
    return env->raw->bytes.len == 76;
}

/* Ten bytes that count; the first cameras had six of another meaning. */
bool canon_is_contrast(const struct tag_env *env)
{
    return env->raw->bytes.len >= 2 && get_u16(env->raw->bytes.data, env->raw->big_endian) == 10;
}

/* Other versions than 0 have another layout; four zeros are no record. */
bool canon_is_vignetting(const struct tag_env *env)
{
    return env->raw->bytes.len >= 4 && env->raw->bytes.data[0] == 0 &&
           get_u32(env->raw->bytes.data, false) != 0;
}

/* "Face3Position" is there when three faces are. */
bool canon_has_face(const struct tag_env *env)
{
    const struct value *count = scan_member(env->scan, "FacesDetected");

    return count != NULL && value_int(count, 0) > env->tag->name[4] - '1';
}

/* Compact cameras write the temperature as the third number from the end. */
bool canon_is_at_end(const struct tag_env *env)
{
    const struct value *count = scan_member(env->scan, "CanonInfoCount");

    return count != NULL && value_int(count, 0) == (int64_t)env->tag->id + 3;
}

static bool has_version(const struct tag_env *env, int64_t first, int64_t last)
{
    const struct value *version = scan_member(env->scan, "ColorDataVersion");

    return version != NULL && value_int(version, 0) >= first && value_int(version, 0) <= last;
}

bool canon_version_4_5(const struct tag_env *env)
{
    return has_version(env, 4, 5);
}

bool canon_version_6_7(const struct tag_env *env)
{
    return has_version(env, 6, 7);
}

bool canon_version_9(const struct tag_env *env)
{
    return has_version(env, 9, 9);
}

bool canon_version_10(const struct tag_env *env)
{
    return has_version(env, 10, 10);
}

bool canon_version_11(const struct tag_env *env)
{
    return has_version(env, 11, 11);
}

bool canon_version_14(const struct tag_env *env)
{
    return has_version(env, 14, 14);
}

bool canon_not_14(const struct tag_env *env)
{
    return !canon_version_14(env);
}

bool canon_is_first_1d(const struct tag_env *env)
{
    return text_ends_nocase(env->scan->model, "EOS-1D");
}

bool canon_is_1ds(const struct tag_env *env)
{
    return text_ends_nocase(env->scan->model, "EOS-1DS");
}

bool canon_version_minus_3(const struct tag_env *env)
{
    return has_version(env, -3, -3);
}

bool canon_version_minus_4(const struct tag_env *env)
{
    return has_version(env, -4, -4);
}

/* Models by the end of Model; the first that fits is taken. */
static const struct {
    const char *ending;
    const struct tag_table *table;
} infos[] = {
    { "EOS-1D", &canon_info_1d },
    { "EOS-1DS", &canon_info_1d },
    { "1D Mark II", &canon_info_1dmkii },
    { "1Ds Mark II", &canon_info_1dmkii },
    { "1D Mark II N", &canon_info_1dmkiin },
    { "1D Mark III", &canon_info_1dmkiii },
    { "1Ds Mark III", &canon_info_1dmkiii },
    { "1D Mark IV", &canon_info_1dmkiv },
    { "EOS-1D X", &canon_info_1dx },
    { "EOS 5D", &canon_info_5d },
    { "5D Mark II", &canon_info_5dmkii },
    { "5D Mark III", &canon_info_5dmkiii },
    { "EOS 6D", &canon_info_6d },
    { "EOS 7D", &canon_info_7d },
    { "EOS 40D", &canon_info_40d },
    { "EOS 50D", &canon_info_50d },
    { "EOS 60D", &canon_info_60d },
    { "1200D", &canon_info_60d },
    { "REBEL T5", &canon_info_60d },
    { "Kiss X70", &canon_info_60d },
    { "EOS 70D", &canon_info_70d },
    { "EOS 80D", &canon_info_80d },
    { "450D", &canon_info_450d },
    { "REBEL XSi", &canon_info_450d },
    { "Kiss X2", &canon_info_450d },
    { "500D", &canon_info_500d },
    { "REBEL T1i", &canon_info_500d },
    { "Kiss X3", &canon_info_500d },
    { "550D", &canon_info_550d },
    { "REBEL T2i", &canon_info_550d },
    { "Kiss X4", &canon_info_550d },
    { "600D", &canon_info_600d },
    { "REBEL T3i", &canon_info_600d },
    { "Kiss X5", &canon_info_600d },
    { "1100D", &canon_info_600d },
    { "REBEL T3", &canon_info_600d },
    { "Kiss X50", &canon_info_600d },
    { "650D", &canon_info_650d },
    { "REBEL T4i", &canon_info_650d },
    { "Kiss X6i", &canon_info_650d },
    { "700D", &canon_info_650d },
    { "REBEL T5i", &canon_info_650d },
    { "Kiss X7i", &canon_info_650d },
    { "750D", &canon_info_750d },
    { "Rebel T6i", &canon_info_750d },
    { "Kiss X8i", &canon_info_750d },
    { "760D", &canon_info_750d },
    { "Rebel T6s", &canon_info_750d },
    { "8000D", &canon_info_750d },
    { "1000D", &canon_info_1000d },
    { "REBEL XS", &canon_info_1000d },
    { "Kiss F", &canon_info_1000d },
};

/* Of cameras without a layout of their own only the temperature is known. */
static void add_temperature(struct meta_scan *scan, const struct value *raw)
{
    static const struct tag row = {
        .name = "CameraTemperature", .kind = PRINT_FORMAT, .arg = "%s C", .convert = canon_not_0
    };
    static const struct {
        uint32_t count, at;
    } places[] = { { 72, 71 }, { 85, 83 }, { 93, 91 }, { 94, 91 }, { 96, 92 }, { 104, 100 } };
    struct value value = { .format = FORMAT_S32, .big_endian = raw->big_endian, .count = 1 };
    uint64_t at = raw->count > 400 ? raw->count - 3 : UINT32_MAX;

    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        at = raw->count == places[i].count ? places[i].at : at;
    }
    if (span_slice(raw->bytes, at * 4, 4, &value.bytes)) {
        store_add(&scan->store, &canon_place, &row, &value);
    }
}

static int read_compact(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    const struct tag_table *table = raw->count == 138 || raw->count == 148 ? &canon_info_powershot
                                    : raw->count == 156 || raw->count == 162 || raw->count == 167 ||
                                            raw->count == 171 || raw->count == 264
                                        ? &canon_info_powershot_2
                                        : NULL;
    uint8_t *keep = arena_take(scan->reader.arena, 8);
    struct value count;

    if (table == NULL) {
        add_temperature(scan, raw);
        return 0;
    }
    if (keep == NULL) {
        return 0;
    }
    count = value_number(raw->count, keep);
    scan_set_member(scan, "CanonInfoCount", &count);
    return binary_read(scan, table, &canon_place, raw->bytes, raw->big_endian, err);
}

int canon_camera_info(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    for (size_t i = 0; i < ARRAY_LEN(infos); i++) {
        if (text_ends_nocase(scan->model, infos[i].ending)) {
            return binary_read(scan, infos[i].table, &canon_place, raw->bytes, raw->big_endian,
                               err);
        }
    }
    if (text_ends_nocase(scan->model, "EOS M50")) {
        return binary_read(scan, &canon_info_m50, &canon_place, raw->bytes, raw->big_endian, err);
    }
    return raw->format == FORMAT_U32 || raw->format == FORMAT_S32 ? read_compact(scan, raw, err)
                                                                  : 0;
}

/* ColorData says its version only since the third; the count of its numbers tells each apart. */
static const struct {
    uint32_t count;
    const struct tag_table *table;
} colours[] = {
    { 582, &canon_colour_1 },   { 653, &canon_colour_2 },   { 796, &canon_colour_3 },
    { 674, &canon_colour_4 },   { 692, &canon_colour_4 },   { 702, &canon_colour_4 },
    { 1227, &canon_colour_4 },  { 1250, &canon_colour_4 },  { 1251, &canon_colour_4 },
    { 1337, &canon_colour_4 },  { 1338, &canon_colour_4 },  { 1346, &canon_colour_4 },
    { 5120, &canon_colour_5 },  { 1273, &canon_colour_6 },  { 1275, &canon_colour_6 },
    { 1312, &canon_colour_7 },  { 1313, &canon_colour_7 },  { 1316, &canon_colour_7 },
    { 1506, &canon_colour_7 },  { 1353, &canon_colour_8 },  { 1560, &canon_colour_8 },
    { 1592, &canon_colour_8 },  { 1602, &canon_colour_8 },  { 1816, &canon_colour_9 },
    { 1820, &canon_colour_9 },  { 1824, &canon_colour_9 },  { 2024, &canon_colour_10 },
    { 3656, &canon_colour_10 }, { 3778, &canon_colour_11 }, { 3973, &canon_colour_11 },
    { 4528, &canon_colour_12 },
};

int canon_colour_data(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    for (size_t i = 0; i < ARRAY_LEN(colours); i++) {
        if (colours[i].count == raw->count && raw->bytes.len >= 2) {
            struct value version = { FORMAT_S16, raw->big_endian, 1, { raw->bytes.data, 2 }, 0 };

            scan_set_member(scan, "ColorDataVersion", &version);
            return binary_read(scan, colours[i].table, &canon_place, raw->bytes, raw->big_endian,
                               err);
        }
    }
    return 0;
}
