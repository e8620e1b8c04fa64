/* Olympus's (and Epson's) maker notes. Source: ExifTool's "Olympus Tags". */
#include "meta/tables/olympus.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "meta/blocks.h"
#include "meta/maker_small.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/minolta.h"
#include "meta/tables/olympus_names.h"

#define TABLE(name_, array)                                                                        \
    static const struct tag_table name_ = TAG_TABLE(array, "MakerNotes", "Olympus")
#define SUB(name_, table_) static const struct sub_ifd name_ = { &(table_), "Olympus" }

static bool exposure_time(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-value_double(env->raw, 0)), out);
}

static bool iso(const struct tag_env *env, struct buf *out)
{
    return number_put(100 * exp2(value_double(env->raw, 0) - 5), out);
}

/* f-numbers of lenses: sqrt(2)^(n/256) */
static bool lens_aperture(const struct tag_env *env, struct buf *out)
{
    int64_t code = raw_int(env);

    return number_put(code != 0 ? exp2((double)code / 512) : 0, out);
}

static bool metres(const struct tag_env *env, struct buf *out)
{
    int64_t num, den;

    value_rational(env->raw, 0, &num, &den);
    return number_put(num == UINT32_MAX ? 1e10 : (double)num / 1000, out);
}

static bool print_metres(const struct tag_env *env, struct span value, struct buf *out)
{
    if (number_parse(value, NULL) >= 1e9) {
        buf_add_str(out, "inf");
        return true;
    }
    (void)env;
    buf_add_span(out, value);
    buf_add_str(out, " m");
    return true;
}

ENUM_MAP(special_mode, { 0, "Normal" }, { 2, "Fast" }, { 3, "Panorama" });
ENUM_MAP(panorama_direction, { 1, "Left to Right" }, { 2, "Right to Left" }, { 3, "Bottom to Top" },
         { 4, "Top to Bottom" });

static bool print_special_mode(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    enum_append(&special_mode, raw_int(env), out);
    buf_printf(out, ", Sequence: %" PRId64 ", Panorama: ", value_int(env->raw, 1));
    if (value_int(env->raw, 2) == 0) {
        buf_add_str(out, "(none)");
    } else {
        enum_append(&panorama_direction, value_int(env->raw, 2), out);
    }
    return true;
}

/* SX-type cameras count from 0, others from 1. */
static bool print_quality(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const names[] = { "SQ (Low)", "HQ (Normal)", "SHQ (Fine)" };
    const struct value *type = scan_member(env->scan, "CameraType");
    bool from_0 = type != NULL && span_starts(value_chars(type), span_str("SX")) &&
                  !span_starts(value_chars(type), span_str("SX15"));
    int64_t code = raw_int(env) - (from_0 ? 0 : 1);

    (void)value;
    if (code == 5) {
        buf_add_str(out, "RAW"); /* 6 of the others */
    } else if (code >= 0 && code < 3) {
        buf_add_str(out, names[code]);
    } else {
        buf_printf(out, "Unknown (%" PRId64 ")", raw_int(env));
    }
    return true;
}

/* 0x1302 is 1.302: hexadecimal digits, a point before the last three. */
static bool print_firmware(const struct tag_env *env, struct span value, struct buf *out)
{
    uint32_t code = (uint32_t)raw_int(env);

    (void)value;
    buf_printf(out, "%x.%03x", code >> 12, code & 0xfff);
    return true;
}

static bool print_lens(const struct tag_env *env, struct span value, struct buf *out)
{
    struct span b = env->raw->bytes;
    char key[16];
    const char *name = NULL;

    (void)value;
    if (b.len < 4) {
        return false;
    }
    snprintf(key, sizeof key, "%x %.2x %.2x", b.data[0], b.data[2], b.data[3]);
    for (size_t i = 0; i < olympus_lenses.n_texts; i++) {
        if (strcmp(olympus_lenses.texts[i].value, key) == 0) {
            name = olympus_lenses.texts[i].name;
        }
    }
    if (name != NULL) {
        buf_add_str(out, name);
    } else {
        buf_printf(out, "Unknown (%s)", key);
    }
    return true;
}

static bool print_extender(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct text_name names[] = {
        { "0 00", "None" },
        { "0 04", "Olympus Zuiko Digital EC-14 1.4x Teleconverter" },
        { "0 08", "Olympus EX-25 Extension Tube" },
        { "0 10", "Olympus Zuiko Digital EC-20 2.0x Teleconverter" },
    };
    struct span b = env->raw->bytes;
    char key[16];

    (void)value;
    if (b.len < 3) {
        return false;
    }
    snprintf(key, sizeof key, "%x %.2x", b.data[0], b.data[2]);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strcmp(names[i].value, key) == 0) {
            buf_add_str(out, names[i].name);
            return true;
        }
    }
    buf_printf(out, "Unknown (%s)", key);
    return true;
}

static bool print_hex(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    buf_printf(out, "0x%x", (unsigned)raw_int(env));
    return true;
}

/* "1 (min -5, max 5)"; the E-1's steps have names of their own. */
static bool print_range(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    if (env->raw->count < 3) {
        return false;
    }
    buf_printf(out, "%d (min %d, max %d)", (int)raw_int(env), (int)value_int(env->raw, 1),
               (int)value_int(env->raw, 2));
    return true;
}

static bool print_saturation(const struct tag_env *env, struct span value, struct buf *out)
{
    int least = (int)value_int(env->raw, 1);

    if (strcmp(env->scan->model, "E-1") != 0 || env->raw->count < 3) {
        return print_range(env, value, out);
    }
    buf_printf(out, "CS%d (min CS0, max CS%d)", (int)raw_int(env) - least,
               (int)value_int(env->raw, 2) - least);
    return true;
}

/* Sets of rectangles, each in four bytes: left, top, right, bottom. */
static bool print_areas(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct {
        uint32_t area;
        const char *name;
    } named[] = {
        { 0x36794285, "Left" },
        { 0x79798585, "Center" },
        { 0xbd79c985, "Right" },
    };
    bool first = true;

    (void)value;
    for (uint32_t i = 0; i < env->raw->count; i++) {
        uint32_t area = (uint32_t)value_int(env->raw, i);

        if (area == 0) {
            continue;
        }
        buf_add_str(out, first ? "" : ", ");
        for (size_t k = 0; k < ARRAY_LEN(named); k++) {
            if (named[k].area == area) {
                buf_printf(out, "%s ", named[k].name);
            }
        }
        buf_printf(out, "(%u,%u)-(%u,%u)", area >> 24, area >> 16 & 0xff, area >> 8 & 0xff,
                   area & 0xff);
        first = false;
    }
    if (first) {
        buf_add_str(out, "none");
    }
    return true;
}

static bool print_selected(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    if (env->raw->count < 5) {
        return false;
    }
    if (isnan(value_double(env->raw, 1))) {
        buf_add_str(out, "n/a");
        return true;
    }
    for (uint32_t i = 1; i < 5; i++) {
        double percent = value_double(env->raw, i) * 100;

        buf_printf(out,
                   i == 1   ? "(%d%%,"
                   : i == 3 ? " (%d%%,"
                            : "%d%%)",
                   fabs(percent) < 1e9 ? (int)percent : -1);
    }
    return true;
}

static bool print_drive(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct enum_name bits[] = {
        { 0, "AE" },  { 1, "WB" },      { 2, "FL" },    { 3, "MF" },
        { 4, "ISO" }, { 5, "AE Auto" }, { 6, "Focus" },
    };
    static const struct enum_map bracketing = { .bits = bits, .n_bits = ARRAY_LEN(bits) };
    int64_t mode = raw_int(env), shot = value_int(env->raw, 1);

    (void)value;
    if (mode == 0) {
        buf_add_str(out, "Single Shot");
        return true;
    }
    if (mode == 5 && env->raw->count >= 3) {
        print_bits(&bracketing, (uint64_t)value_int(env->raw, 2), out);
        buf_add_str(out, " Bracketing");
    } else if (mode == 1 || mode == 2) {
        buf_add_str(out, mode == 1 ? "Continuous Shooting" : "Exposure Bracketing");
    } else if (mode == 3 || mode == 4) {
        buf_add_str(out, mode == 3 ? "White Balance Bracketing" : "Exposure+WB Bracketing");
    } else {
        buf_printf(out, "Unknown (%" PRId64 ")", mode);
    }
    buf_printf(out, ", Shot %" PRId64, shot);
    return true;
}

static bool print_panorama(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    if (raw_int(env) == 0) {
        buf_add_str(out, "Off");
        return true;
    }
    enum_append(&panorama_direction, raw_int(env), out);
    buf_printf(out, ", Shot %" PRId64, value_int(env->raw, 1));
    return true;
}

/* The mode is in the first three numbers, who chose it in the fourth. */
static bool print_gradation(const struct tag_env *env, struct span value, struct buf *out)
{
    int a = (int)raw_int(env), b = (int)value_int(env->raw, 1);
    int c = (int)value_int(env->raw, 2);

    (void)value;
    if (b == -1 && c == 1 && a >= -1 && a <= 1) {
        buf_add_str(out, a < 0 ? "Low Key" : a == 0 ? "Normal" : "High Key");
    } else if (a == 0 && b == 0 && c == 0) {
        buf_add_str(out, "n/a");
    } else {
        buf_printf(out, "Unknown (%d %d %d)", a, b, c);
    }
    if (env->raw->count >= 4) {
        buf_add_str(out, value_int(env->raw, 3) == 0 ? "; User-Selected" : "; Auto-Override");
    }
    return true;
}

static bool print_stabilization(const struct tag_env *env, struct span value, struct buf *out)
{
    struct span b = env->raw->bytes;

    (void)value;
    if (b.len < 4) {
        return false;
    }
    if (b.data[0] == 0 && b.data[1] == 0 && b.data[2] == 0 && b.data[3] == 0) {
        buf_add_str(out, "Off");
    } else if (b.len > 44) {
        buf_add_str(out, (b.data[44] & 1) != 0 ? "On, Mode 1" : "On, Mode 2");
    } else {
        buf_add_str(out, "On");
    }
    return true;
}

static bool print_manual_flash(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    if (raw_int(env) == 0) {
        buf_add_str(out, "Off");
    } else if (value_int(env->raw, 1) == 1) {
        buf_add_str(out, "Full");
    } else {
        buf_printf(out, "On (1/%d strength)", (int)value_int(env->raw, 1));
    }
    return true;
}

static bool is_e1(const struct tag_env *env)
{
    return strcmp(env->scan->model, "E-1") == 0;
}

/* Of all but the E-1 the sensor's number falls as it gets warmer. */
static bool temperature(const struct tag_env *env, struct buf *out)
{
    return number_put(84 - 3 * value_double(env->raw, 0) / 26, out);
}

static bool print_altitude(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    number_append(value_double(env->raw, 0) / 10, 15, out);
    buf_add_str(out, " m, ");
    number_append(value_double(env->raw, 1) / 10, 15, out);
    buf_add_str(out, " ft");
    return true;
}

static bool print_af_point(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct enum_name names[] = { { 0, "Left (or n/a)" },
                                              { 1, "Center (horizontal)" },
                                              { 2, "Right" },
                                              { 3, "Center (vertical)" },
                                              { 255, "None" } };
    static const struct enum_map map = { .names = names, .n_names = ARRAY_LEN(names) };

    (void)value;
    if (scan_model_starts(env->scan, "E-M") || scan_model_starts(env->scan, "OM-")) {
        return false;
    }
    enum_append(&map, raw_int(env), out);
    return true;
}

static bool is_text(const struct tag_env *env)
{
    return env->raw->format == FORMAT_TEXT;
}

static const struct enum_name none_name[] = { { 0, "(none)" } };
#define FLAGS_MAP(map_, ...)                                                                       \
    static const struct enum_name map_##_bits[] = { __VA_ARGS__ };                                 \
    static const struct enum_map map_ = {                                                          \
        .names = none_name, .n_names = 1, .bits = map_##_bits, .n_bits = ARRAY_LEN(map_##_bits)    \
    }

ENUM_MAP(off_on, { 0, "Off" }, { 1, "On" });
ENUM_MAP(macro, { 0, "Off" }, { 1, "On" }, { 2, "Super Macro" });
ENUM_MAP(bw_mode, { 0, "Off" }, { 1, "On" }, { 6, "(none)" });
ENUM_MAP(one_touch, { 0, "Off" }, { 1, "On" }, { 2, "On (Preset)" });
ENUM_MAP(colour_space, { 0, "sRGB" }, { 1, "Adobe RGB" }, { 2, "Pro Photo RGB" });
FLAGS_MAP(noise_reduction, { 0, "Noise Reduction" }, { 1, "Noise Filter" },
          { 2, "Noise Filter (ISO Boost)" }, { 3, "Auto" });
FLAGS_MAP(raw_noise, { 0, "Noise Reduction" }, { 1, "Noise Filter" },
          { 2, "Noise Filter (ISO Boost)" });

/* Equipment */
ENUM_MAP(flash_type, { 0, "None" }, { 2, "Simple E-System" }, { 3, "E-System" },
         { 4, "E-System (body powered)" });
ENUM_MAP(flash_model, { 0, "None" }, { 1, "FL-20" }, { 2, "FL-50" }, { 3, "RF-11" }, { 4, "TF-22" },
         { 5, "FL-36" }, { 6, "FL-50R" }, { 7, "FL-36R" }, { 9, "FL-14" }, { 11, "FL-600R" },
         { 13, "FL-LM3" }, { 15, "FL-900R" });
static const struct tag equipment_rows[] = {
    { 0x0000, "EquipmentVersion" },
    { 0x0100, "CameraType2", PRINT_AS_ENUM(olympus_cameras) },
    { 0x0101, "SerialNumber" },
    { 0x0102, "InternalSerialNumber" },
    { 0x0103, "FocalPlaneDiagonal", PRINT_AS_FORMAT("%s mm") },
    { 0x0104, "BodyFirmwareVersion", PRINT_AS(print_firmware) },
    { 0x0201, "LensType", PRINT_AS(print_lens), .format = FORMAT_U8 },
    { 0x0202, "LensSerialNumber" },
    { 0x0203, "LensModel" },
    { 0x0204, "LensFirmwareVersion", PRINT_AS(print_firmware) },
    { 0x0205, "MaxApertureAtMinFocal", PRINT_AS_FORMAT("%.1f"), .convert = lens_aperture },
    { 0x0206, "MaxApertureAtMaxFocal", PRINT_AS_FORMAT("%.1f"), .convert = lens_aperture },
    { 0x0207, "MinFocalLength" },
    { 0x0208, "MaxFocalLength" },
    { 0x020a, "MaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = lens_aperture },
    { 0x020b, "LensProperties", PRINT_AS(print_hex) },
    { 0x0301, "Extender", PRINT_AS(print_extender), .format = FORMAT_U8 },
    { 0x0302, "ExtenderSerialNumber" },
    { 0x0303, "ExtenderModel" },
    { 0x0304, "ExtenderFirmwareVersion", PRINT_AS(print_firmware) },
    { 0x0403, "ConversionLens" },
    { 0x1000, "FlashType", PRINT_AS_ENUM(flash_type) },
    { 0x1001, "FlashModel", PRINT_AS_ENUM(flash_model) },
    { 0x1002, "FlashFirmwareVersion", PRINT_AS(print_firmware) },
    { 0x1003, "FlashSerialNumber" },
};
TABLE(equipment_table, equipment_rows);
SUB(equipment, equipment_table);

/* CameraSettings */
ENUM_MAP(exposure_mode, { 1, "Manual" }, { 2, "Program" }, { 3, "Aperture-priority AE" },
         { 4, "Shutter speed priority AE" }, { 5, "Program-shift" });
ENUM_MAP(metering, { 2, "Center-weighted average" }, { 3, "Spot" }, { 5, "ESP" },
         { 261, "Pattern+AF" }, { 515, "Spot+Highlight control" }, { 1027, "Spot+Shadow control" });
ENUM_MAP(focus_mode, { 0, "Single AF" }, { 1, "Sequential shooting AF" }, { 2, "Continuous AF" },
         { 3, "Multi AF" }, { 4, "Face Detect" }, { 10, "MF" });
FLAGS_MAP(focus_bits, { 0, "S-AF" }, { 2, "C-AF" }, { 4, "MF" }, { 5, "Face Detect" },
          { 6, "Imager AF" }, { 7, "Live View Magnification Frame" }, { 8, "AF sensor" },
          { 9, "Starry Sky AF" });
static const struct print_step focus_steps[] = { { PRINT_ENUM, &focus_mode, NULL },
                                                 { PRINT_ENUM, &focus_bits, NULL } };
static const struct print_list focus_modes = { focus_steps, 2, false };
ENUM_MAP(focus_process, { 0, "AF Not Used" }, { 1, "AF Used" });
static const struct print_step process_steps[] = { { PRINT_ENUM, &focus_process, NULL } };
static const struct print_list focus_processes = { process_steps, 1, false };
ENUM_MAP(af_search, { 0, "Not Ready" }, { 1, "Ready" });
static const struct enum_name flash_off[] = { { 0, "Off" } };
static const struct enum_name flash_bits[] = { { 0, "On" },        { 1, "Fill-in" },
                                               { 2, "Red-eye" },   { 3, "Slow-sync" },
                                               { 4, "Forced On" }, { 5, "2nd Curtain" } };
static const struct enum_map flash_mode = {
    .names = flash_off, .n_names = 1, .bits = flash_bits, .n_bits = ARRAY_LEN(flash_bits)
};
static const struct enum_name remote_names[] = {
    { 0x0, "Off" },
    { 0x1, "Channel 1, Low" },
    { 0x2, "Channel 2, Low" },
    { 0x3, "Channel 3, Low" },
    { 0x4, "Channel 4, Low" },
    { 0x9, "Channel 1, Mid" },
    { 0xa, "Channel 2, Mid" },
    { 0xb, "Channel 3, Mid" },
    { 0xc, "Channel 4, Mid" },
    { 0x11, "Channel 1, High" },
    { 0x12, "Channel 2, High" },
    { 0x13, "Channel 3, High" },
    { 0x14, "Channel 4, High" },
};
static const struct enum_map remote = { .names = remote_names,
                                        .n_names = ARRAY_LEN(remote_names),
                                        .hex = true };
ENUM_MAP(flash_control, { 0, "Off" }, { 3, "TTL" }, { 4, "Auto" }, { 5, "Manual" });
static const struct print_step control_steps[] = { { PRINT_ENUM, &flash_control, NULL } };
static const struct print_list flash_controls = { control_steps, 1, false };
static const struct text_name no_strength_texts[] = { { "undef undef undef", "n/a" },
                                                      { "undef undef undef undef", "n/a (x4)" } };
static const struct enum_map no_strength = { .texts = no_strength_texts,
                                             .n_texts = 2,
                                             .passing = true };
ENUM_MAP(white_balance_2, { 0, "Auto" }, { 1, "Auto (Keep Warm Color Off)" },
         { 16, "7500K (Fine Weather with Shade)" }, { 17, "6000K (Cloudy)" },
         { 18, "5300K (Fine Weather)" }, { 20, "3000K (Tungsten light)" },
         { 21, "3600K (Tungsten light-like)" }, { 22, "Auto Setup" }, { 23, "5500K (Flash)" },
         { 33, "6600K (Daylight fluorescent)" }, { 34, "4500K (Neutral white fluorescent)" },
         { 35, "4000K (Cool white fluorescent)" }, { 36, "White Fluorescent" },
         { 48, "3600K (Tungsten light-like)" }, { 67, "Underwater" }, { 256, "One Touch WB 1" },
         { 257, "One Touch WB 2" }, { 258, "One Touch WB 3" }, { 259, "One Touch WB 4" },
         { 512, "Custom WB 1" }, { 513, "Custom WB 2" }, { 514, "Custom WB 3" },
         { 515, "Custom WB 4" });
static const struct enum_name auto_name[] = { { 0, "Auto" } };
static const struct enum_map wb_temperature = { .names = auto_name, .n_names = 1, .passing = true };
ENUM_MAP(modified_saturation, { 0, "Off" }, { 1, "CM1 (Red Enhance)" },
         { 2, "CM2 (Green Enhance)" }, { 3, "CM3 (Blue Enhance)" }, { 4, "CM4 (Skin Tones)" });
ENUM_MAP(scene, { 0, "Standard" }, { 6, "Auto" }, { 7, "Sport" }, { 8, "Portrait" },
         { 9, "Landscape+Portrait" }, { 10, "Landscape" }, { 11, "Night Scene" },
         { 12, "Self Portrait" }, { 13, "Panorama" }, { 14, "2 in 1" }, { 15, "Movie" },
         { 16, "Landscape+Portrait" }, { 17, "Night+Portrait" }, { 18, "Indoor" },
         { 19, "Fireworks" }, { 20, "Sunset" }, { 21, "Beauty Skin" }, { 22, "Macro" },
         { 23, "Super Macro" }, { 24, "Food" }, { 25, "Documents" }, { 26, "Museum" },
         { 27, "Shoot & Select" }, { 28, "Beach & Snow" }, { 29, "Self Protrait+Timer" },
         { 30, "Candle" }, { 31, "Available Light" }, { 32, "Behind Glass" }, { 33, "My Mode" },
         { 34, "Pet" }, { 35, "Underwater Wide1" }, { 36, "Underwater Macro" },
         { 37, "Shoot & Select1" }, { 38, "Shoot & Select2" }, { 39, "High Key" },
         { 40, "Digital Image Stabilization" }, { 41, "Auction" }, { 42, "Beach" }, { 43, "Snow" },
         { 44, "Underwater Wide2" }, { 45, "Low Key" }, { 46, "Children" }, { 47, "Vivid" },
         { 48, "Nature Macro" }, { 49, "Underwater Snapshot" }, { 50, "Shooting Guide" },
         { 54, "Face Portrait" }, { 57, "Bulb" }, { 59, "Smile Shot" }, { 60, "Quick Shutter" },
         { 63, "Slow Shutter" }, { 64, "Bird Watching" }, { 65, "Multiple Exposure" },
         { 66, "e-Portrait" }, { 67, "Soft Background Shot" }, { 142, "Hand-held Starlight" },
         { 154, "HDR" }, { 197, "Panning" }, { 203, "Light Trails" }, { 204, "Backlight HDR" },
         { 205, "Silent" }, { 206, "Multi Focus Shot" });
ENUM_MAP(picture_mode, { 1, "Vivid" }, { 2, "Natural" }, { 3, "Muted" }, { 4, "Portrait" },
         { 5, "i-Enhance" }, { 6, "e-Portrait" }, { 7, "Color Creator" }, { 8, "Underwater" },
         { 9, "Color Profile 1" }, { 10, "Color Profile 2" }, { 11, "Color Profile 3" },
         { 12, "Monochrome Profile 1" }, { 13, "Monochrome Profile 2" },
         { 14, "Monochrome Profile 3" }, { 17, "Art Mode" }, { 18, "Monochrome Profile 4" },
         { 256, "Monotone" }, { 512, "Sepia" });
static const struct print_step picture_steps[] = { { PRINT_ENUM, &picture_mode, NULL } };
static const struct print_list picture_modes = { picture_steps, 1, false };
ENUM_MAP(bw_filter, { 0, "n/a" }, { 1, "Neutral" }, { 2, "Yellow" }, { 3, "Orange" }, { 4, "Red" },
         { 5, "Green" });
ENUM_MAP(tone, { 0, "n/a" }, { 1, "Neutral" }, { 2, "Sepia" }, { 3, "Blue" }, { 4, "Purple" },
         { 5, "Green" });
TEXT_MAP(noise_filter, { "-2 -2 1", "Off" }, { "-1 -2 1", "Low" }, { "0 -2 1", "Standard" },
         { "1 -2 1", "High" }, { "0 0 0", "n/a" });
TEXT_MAP(picture_effect, { "-1 -1 1", "Low" }, { "0 -1 1", "Standard" }, { "1 -1 1", "High" },
         { "0 0 0", "n/a" });
static const struct print_step filter_steps[] = { { PRINT_ENUM, &olympus_filters, NULL } };
static const struct print_list filters = { filter_steps, 1, false };
ENUM_MAP(quality_2, { 1, "SQ" }, { 2, "HQ" }, { 3, "SHQ" }, { 4, "RAW" }, { 5, "SQ (5)" });
ENUM_MAP(stabilization, { 0, "Off" }, { 1, "On, S-IS1 (All Direction Shake IS)" },
         { 2, "On, S-IS2 (Vertical Shake IS)" }, { 3, "On, S-IS3 (Horizontal Shake IS)" },
         { 4, "On, S-IS Auto" });
ENUM_MAP(grain, { 0, "Off" }, { 1, "Low" }, { 2, "Medium" }, { 3, "High" });
TEXT_MAP(stacked, { "0 0", "No" }, { "3 2", "ND2 (1EV)" }, { "3 4", "ND4 (2EV)" },
         { "3 8", "ND8 (3EV)" }, { "3 16", "ND16 (4EV)" }, { "3 32", "ND32 (5EV)" },
         { "3 64", "ND64 (6EV)" }, { "5 4", "HDR1" }, { "6 4", "HDR2" },
         { "8 8", "Tripod high resolution" }, { "11 12", "Hand-held high resolution (11 12)" },
         { "11 16", "Hand-held high resolution (11 16)" }, { "13 2", "GND2 (1EV)" },
         { "13 4", "GND4 (2EV)" }, { "13 8", "GND8 (3EV)" });

/* What a camera counts itself is told by the number: of images, or of exposures. */
static bool print_stacked(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct enum_name kinds[] = { { 1, "Live Composite" },
                                              { 4, "Live Time/Bulb" },
                                              { 9, "Focus-stacked" } };

    for (size_t i = 0; i < ARRAY_LEN(kinds) && env->raw->count >= 2; i++) {
        if (raw_int(env) == kinds[i].value) {
            buf_printf(out, "%s (%d images)", kinds[i].name, (int)value_int(env->raw, 1));
            return true;
        }
    }
    return print_step(env, &(struct print_step){ PRINT_ENUM, &stacked, NULL }, value, out);
}

/* Tenths of a degree, and whether they were measured. */
static bool angle(const struct tag_env *env, struct buf *out)
{
    if (env->raw->count < 2 || value_int(env->raw, 1) != 1) {
        buf_add_str(out, "n/a");
        return true;
    }
    return number_put((double)raw_int(env) * (env->tag->id == 0x0903 ? -0.1 : 0.1), out);
}

ENUM_MAP(tone_part, { -31999, "Highlights" }, { -31998, "Shadows" }, { -31997, "Midtones" },
         { 0, "0" });
static const struct print_step tone_steps[] = {
    { PRINT_ENUM, &tone_part, NULL }, { 0 }, { 0 }, { 0 },
    { PRINT_ENUM, &tone_part, NULL }, { 0 }, { 0 }, { 0 },
    { PRINT_ENUM, &tone_part, NULL }, { 0 }, { 0 }, { 0 },
    { PRINT_ENUM, &tone_part, NULL }, { 0 }, { 0 }, { 0 },
    { PRINT_ENUM, &tone_part, NULL }, { 0 }, { 0 }, { 0 },
    { PRINT_ENUM, &tone_part, NULL }, { 0 }, { 0 }, { 0 },
    { PRINT_ENUM, &tone_part, NULL },
};
static const struct print_list tone_levels = { tone_steps, ARRAY_LEN(tone_steps), false };
ENUM_MAP(filter_effect, { 0, "No Effect" }, { 0x8010, "Star Light" }, { 0x8020, "Pin Hole" },
         { 0x8030, "Frame" }, { 0x8040, "Soft Focus" }, { 0x8050, "White Edge" }, { 0x8060, "B&W" },
         { 0x8080, "Blur Top and Bottom" }, { 0x8081, "Blur Left and Right" });
ENUM_MAP(filter_colour, { 0, "No Color Filter" }, { 1, "Yellow Color Filter" },
         { 2, "Orange Color Filter" }, { 3, "Red Color Filter" }, { 4, "Green Color Filter" });
static const struct print_step effect_steps[] = {
    { PRINT_ENUM, &olympus_filters, NULL },
    { 0 },
    { 0 },
    { PRINT_FORMAT, "Partial Color %s", NULL },
    { PRINT_ENUM, &filter_effect, NULL },
    { 0 },
    { PRINT_ENUM, &filter_colour, NULL },
};
static const struct print_list filter_effects = { effect_steps, ARRAY_LEN(effect_steps), false };
static const struct print_step creator_steps[] = {
    { PRINT_FORMAT, "Color %s", NULL },
    { 0 },
    { 0 },
    { PRINT_FORMAT, "Strength %s", NULL },
};
static const struct print_list creator = { creator_steps, ARRAY_LEN(creator_steps), false };
ENUM_MAP(monochrome_filter, { 0, "No Filter" }, { 1, "Yellow Filter" }, { 2, "Orange Filter" },
         { 3, "Red Filter" }, { 4, "Magenta Filter" }, { 5, "Blue Filter" }, { 6, "Cyan Filter" },
         { 7, "Green Filter" }, { 8, "Yellow-green Filter" });
static const struct print_step monochrome_steps[] = {
    { PRINT_ENUM, &monochrome_filter, NULL },
    { 0 },
    { 0 },
    { PRINT_FORMAT, "Strength %s", NULL },
};
static const struct print_list monochrome = { monochrome_steps, ARRAY_LEN(monochrome_steps),
                                              false };
static const struct print_step colour_steps[] = {
    { PRINT_FORMAT, "Min %s", NULL },        { PRINT_FORMAT, "Max %s", NULL },
    { PRINT_FORMAT, "Yellow %s", NULL },     { PRINT_FORMAT, "Orange %s", NULL },
    { PRINT_FORMAT, "Orange-red %s", NULL }, { PRINT_FORMAT, "Red %s", NULL },
    { PRINT_FORMAT, "Magenta %s", NULL },    { PRINT_FORMAT, "Violet %s", NULL },
    { PRINT_FORMAT, "Blue %s", NULL },       { PRINT_FORMAT, "Blue-cyan %s", NULL },
    { PRINT_FORMAT, "Cyan %s", NULL },       { PRINT_FORMAT, "Green-cyan %s", NULL },
    { PRINT_FORMAT, "Green %s", NULL },      { PRINT_FORMAT, "Yellow-green %s", NULL },
};
static const struct print_list colours = { colour_steps, ARRAY_LEN(colour_steps), false };
ENUM_MAP(monochrome_colour, { 0, "(none)" }, { 1, "Normal" }, { 2, "Sepia" }, { 3, "Blue" },
         { 4, "Purple" }, { 5, "Green" });
ENUM_MAP(tracking, { 0, "Off" }, { 256, "Motorsports; Object Not Found" },
         { 257, "Motorsports; Racing Car Found" }, { 258, "Motorsports; Car Found" },
         { 259, "Motorsports; Motorcyle Found" }, { 512, "Airplanes; Object Not Found" },
         { 513, "Airplanes; Passenger/Transport Plane Found" },
         { 514, "Airplanes; Small Plane/Fighter Jet Found" },
         { 515, "Airplanes; Helicopter Found" }, { 768, "Trains; Object Not Found" },
         { 769, "Trains; Object Found" }, { 1024, "Birds; Object Not Found" },
         { 1025, "Birds; Object Found" }, { 1280, "Dogs & Cats; Object Not Found" },
         { 1281, "Dogs & Cats; Object Found" }, { 1536, "Human; Object Not Found" },
         { 1537, "Human; Object Found" });
ENUM_MAP(iso_setting, { 0, "n/a" }, { 1536, "200" }, { 1621, "250" }, { 1706, "320" },
         { 1792, "400" }, { 1877, "500" }, { 1962, "640" }, { 2048, "800" }, { 2133, "1000" },
         { 2218, "1250" }, { 2304, "1600" }, { 2389, "2000" }, { 2474, "2500" }, { 2560, "3200" },
         { 2645, "4000" }, { 2730, "5000" }, { 2816, "6400" }, { 2901, "8000" }, { 2986, "10000" },
         { 3072, "12800" }, { 3157, "16000" }, { 3242, "20000" }, { 3328, "25600" },
         { 3413, "32000" }, { 3498, "40000" }, { 3584, "51200" }, { 3669, "64000" },
         { 3754, "80000" }, { 3840, "102400" });
static const struct print_step iso_steps[] = { { PRINT_ENUM, &iso_setting, NULL },
                                               { PRINT_ENUM, &iso_setting, NULL } };
static const struct print_list iso_settings = { iso_steps, ARRAY_LEN(iso_steps), false };
static const struct tag target_rows[] = {
    { 0, "AFFrameSize", .count = 2 },
    { 2, "AFFocusArea", .count = 4 },
    { 6, "AFSelectedArea", .count = 4 },
};
static const struct tag_table target_table =
    RECORD_TABLE(target_rows, "MakerNotes", "Olympus", FORMAT_U16);
ENUM_MAP(subject_status, { 0, "No Data" }, { 257, "Subject and L1 Detail Detected" },
         { 258, "Subject and L2 Detail Detected" }, { 260, "Subject Detected, No Details" },
         { 515, "Face and Eye Detected" }, { 516, "Face Detected" },
         { 771, "Subject Detail or Eye Detected" }, { 772, "No Subject or Face Detected" });
static const struct tag subject_rows[] = {
    { 0, "SubjectDetectFrameSize", .count = 2 },
    { 2, "SubjectDetectArea", .count = 4 },
    { 6, "SubjectDetectDetail", .count = 4 },
    { 10, "SubjectDetectStatus", PRINT_AS_ENUM(subject_status) },
};
static const struct tag_table subject_table =
    RECORD_TABLE(subject_rows, "MakerNotes", "Olympus", FORMAT_U16);
static const struct tag settings_rows[] = {
    { 0x0000, "CameraSettingsVersion" },
    { 0x0100, "PreviewImageValid", PRINT_AS(print_yes_no) },
    { 0x0101, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x0102, "PreviewImageLength" },
    { 0x0200, "ExposureMode", PRINT_AS_ENUM(exposure_mode) },
    { 0x0201, "AELock", PRINT_AS_ENUM(off_on) },
    { 0x0202, "MeteringMode", PRINT_AS_ENUM(metering) },
    { 0x0203, "ExposureShift" },
    { 0x0204, "NDFilter", PRINT_AS_ENUM(off_on) },
    { 0x0300, "MacroMode", PRINT_AS_ENUM(macro) },
    { 0x0301, "FocusMode", PRINT_AS_LIST(focus_modes) },
    { 0x0302, "FocusProcess", PRINT_AS_LIST(focus_processes) },
    { 0x0303, "AFSearch", PRINT_AS_ENUM(af_search) },
    { 0x0304, "AFAreas", PRINT_AS(print_areas), .format = FORMAT_U32 },
    { 0x0305, "AFPointSelected", PRINT_AS(print_selected) },
    { 0x0306, "AFFineTune", PRINT_AS_ENUM(off_on) },
    { 0x0307, "AFFineTuneAdj" },
    { 0x0308, "FocusBracketStepSize" },
    { 0x0309, "AISubjectTrackingMode", PRINT_AS_ENUM(tracking) },
    { 0x030a, "AFTargetInfo", SUB_BINARY(target_table) },
    { 0x030b, "SubjectDetectInfo", SUB_BINARY(subject_table) },
    { 0x0400, "FlashMode", PRINT_AS_ENUM(flash_mode) },
    { 0x0401, "FlashExposureComp" },
    { 0x0403, "FlashRemoteControl", PRINT_AS_ENUM(remote) },
    { 0x0404, "FlashControlMode", PRINT_AS_LIST(flash_controls) },
    { 0x0405, "FlashIntensity", PRINT_AS_ENUM(no_strength) },
    { 0x0406, "ManualFlashStrength", PRINT_AS_ENUM(no_strength) },
    { 0x0500, "WhiteBalance2", PRINT_AS_ENUM(white_balance_2) },
    { 0x0501, "WhiteBalanceTemperature", PRINT_AS_ENUM(wb_temperature) },
    { 0x0502, "WhiteBalanceBracket" },
    { 0x0503, "CustomSaturation", PRINT_AS(print_saturation) },
    { 0x0504, "ModifiedSaturation", PRINT_AS_ENUM(modified_saturation) },
    { 0x0505, "ContrastSetting", PRINT_AS(print_range) },
    { 0x0506, "SharpnessSetting", PRINT_AS(print_range) },
    { 0x0507, "ColorSpace", PRINT_AS_ENUM(colour_space) },
    { 0x0509, "SceneMode", PRINT_AS_ENUM(scene) },
    { 0x050a, "NoiseReduction", PRINT_AS_ENUM(noise_reduction) },
    { 0x050b, "DistortionCorrection", PRINT_AS_ENUM(off_on) },
    { 0x050c, "ShadingCompensation", PRINT_AS_ENUM(off_on) },
    { 0x050d, "CompressionFactor" },
    { 0x050f, "Gradation", PRINT_AS(print_gradation), .format = FORMAT_S16 },
    { 0x0520, "PictureMode", PRINT_AS_LIST(picture_modes) },
    { 0x0521, "PictureModeSaturation", PRINT_AS(print_range) },
    { 0x0522, "PictureModeHue", .flags = TAG_UNKNOWN },
    { 0x0523, "PictureModeContrast", PRINT_AS(print_range) },
    { 0x0524, "PictureModeSharpness", PRINT_AS(print_range) },
    { 0x0525, "PictureModeBWFilter", PRINT_AS_ENUM(bw_filter) },
    { 0x0526, "PictureModeTone", PRINT_AS_ENUM(tone) },
    { 0x0527, "NoiseFilter", PRINT_AS_ENUM(noise_filter) },
    { 0x0529, "ArtFilter", PRINT_AS_LIST(filters) },
    { 0x052c, "MagicFilter", PRINT_AS_LIST(filters) },
    { 0x052d, "PictureModeEffect", PRINT_AS_ENUM(picture_effect) },
    { 0x052e, "ToneLevel", PRINT_AS_LIST(tone_levels), .format = FORMAT_S16 },
    { 0x052f, "ArtFilterEffect", PRINT_AS_LIST(filter_effects) },
    { 0x0532, "ColorCreatorEffect", PRINT_AS_LIST(creator) },
    { 0x0537, "MonochromeProfileSettings", PRINT_AS_LIST(monochrome) },
    { 0x0538, "FilmGrainEffect", PRINT_AS_ENUM(grain) },
    { 0x0539, "ColorProfileSettings", PRINT_AS_LIST(colours) },
    { 0x053a, "MonochromeVignetting" },
    { 0x053b, "MonochromeColor", PRINT_AS_ENUM(monochrome_colour) },
    { 0x0600, "DriveMode", PRINT_AS(print_drive) },
    { 0x0601, "PanoramaMode", PRINT_AS(print_panorama) },
    { 0x0603, "ImageQuality2", PRINT_AS_ENUM(quality_2) },
    { 0x0604, "ImageStabilization", PRINT_AS_ENUM(stabilization), .flags = TAG_MEMBER },
    { 0x0804, "StackedImage", PRINT_AS(print_stacked) },
    { 0x0821, "ISOAutoSettings", PRINT_AS_LIST(iso_settings) },
    { 0x0900, "ManometerPressure", PRINT_AS_FORMAT("%s kPa"), .convert = maker_tenth },
    { 0x0901, "ManometerReading", PRINT_AS(print_altitude), .format = FORMAT_S32 },
    { 0x0902, "ExtendedWBDetect", PRINT_AS_ENUM(off_on) },
    { 0x0903, "RollAngle", .convert = angle },
    { 0x0904, "PitchAngle", .convert = angle },
    { 0x0908, "DateTimeUTC" },
};
TABLE(settings_table, settings_rows);
SUB(settings, settings_table);

/* RawDevelopment */
ENUM_MAP(raw_engine, { 0, "High Speed" }, { 1, "High Function" }, { 2, "Advanced High Speed" },
         { 3, "Advanced High Function" });
ENUM_MAP(edit_status, { 0, "Original" }, { 1, "Edited (Landscape)" }, { 6, "Edited (Portrait)" },
         { 8, "Edited (Portrait)" });
FLAGS_MAP(raw_settings, { 0, "WB Color Temp" }, { 1, "WB Gray Point" }, { 2, "Saturation" },
          { 3, "Contrast" }, { 4, "Sharpness" }, { 5, "Color Space" }, { 6, "High Function" },
          { 7, "Noise Reduction" });
static const struct tag development_rows[] = {
    { 0x0000, "RawDevVersion" },
    { 0x0100, "RawDevExposureBiasValue" },
    { 0x0101, "RawDevWhiteBalanceValue" },
    { 0x0102, "RawDevWBFineAdjustment" },
    { 0x0103, "RawDevGrayPoint" },
    { 0x0104, "RawDevSaturationEmphasis" },
    { 0x0105, "RawDevMemoryColorEmphasis" },
    { 0x0106, "RawDevContrastValue" },
    { 0x0107, "RawDevSharpnessValue" },
    { 0x0108, "RawDevColorSpace", PRINT_AS_ENUM(colour_space) },
    { 0x0109, "RawDevEngine", PRINT_AS_ENUM(raw_engine) },
    { 0x010a, "RawDevNoiseReduction", PRINT_AS_ENUM(raw_noise) },
    { 0x010b, "RawDevEditStatus", PRINT_AS_ENUM(edit_status) },
    { 0x010c, "RawDevSettings", PRINT_AS_ENUM(raw_settings) },
};
TABLE(development_table, development_rows);
SUB(development, development_table);

/* ImageProcessing */
TEXT_MAP(aspect, { "1 1", "4:3" }, { "1 4", "1:1" }, { "2 1", "3:2 (RAW)" }, { "2 2", "3:2" },
         { "3 1", "16:9 (RAW)" }, { "3 3", "16:9" }, { "4 1", "1:1 (RAW)" }, { "4 4", "6:6" },
         { "5 5", "5:4" }, { "6 6", "7:6" }, { "7 7", "6:5" }, { "8 8", "7:5" },
         { "9 1", "3:4 (RAW)" }, { "9 9", "3:4" });
ENUM_MAP(multiple, { 0, "Off" }, { 1, "Live Composite" }, { 2, "On (2 frames)" },
         { 3, "On (3 frames)" });
static const struct print_step multiple_steps[] = { { PRINT_ENUM, &multiple, NULL } };
static const struct print_list multiples = { multiple_steps, 1, false };
TEXT_MAP(keystone, { "0 0", "Off" }, { "0 1", "On" });
ENUM_MAP(keystone_direction, { 0, "Vertical" }, { 1, "Horizontal" });
ENUM_MAP(gnd_type, { 0, "High" }, { 1, "Medium" }, { 2, "Soft" });
static const struct tag processing_rows[] = {
    { 0x0000, "ImageProcessingVersion" },
    { 0x0100, "WB_RBLevels" },
    { 0x0102, "WB_RBLevels3000K" },
    { 0x0103, "WB_RBLevels3300K" },
    { 0x0104, "WB_RBLevels3600K" },
    { 0x0105, "WB_RBLevels3900K" },
    { 0x0106, "WB_RBLevels4000K" },
    { 0x0107, "WB_RBLevels4300K" },
    { 0x0108, "WB_RBLevels4500K" },
    { 0x0109, "WB_RBLevels4800K" },
    { 0x010a, "WB_RBLevels5300K" },
    { 0x010b, "WB_RBLevels6000K" },
    { 0x010c, "WB_RBLevels6600K" },
    { 0x010d, "WB_RBLevels7500K" },
    { 0x010e, "WB_RBLevelsCWB1" },
    { 0x010f, "WB_RBLevelsCWB2" },
    { 0x0110, "WB_RBLevelsCWB3" },
    { 0x0111, "WB_RBLevelsCWB4" },
    { 0x0113, "WB_GLevel3000K" },
    { 0x0114, "WB_GLevel3300K" },
    { 0x0115, "WB_GLevel3600K" },
    { 0x0116, "WB_GLevel3900K" },
    { 0x0117, "WB_GLevel4000K" },
    { 0x0118, "WB_GLevel4300K" },
    { 0x0119, "WB_GLevel4500K" },
    { 0x011a, "WB_GLevel4800K" },
    { 0x011b, "WB_GLevel5300K" },
    { 0x011c, "WB_GLevel6000K" },
    { 0x011d, "WB_GLevel6600K" },
    { 0x011e, "WB_GLevel7500K" },
    { 0x011f, "WB_GLevel" },
    { 0x0200, "ColorMatrix", .format = FORMAT_S16 },
    { 0x0300, "Enhancer" },
    { 0x0301, "EnhancerValues" },
    { 0x0310, "CoringFilter" },
    { 0x0311, "CoringValues" },
    { 0x0600, "BlackLevel2" },
    { 0x0610, "GainBase" },
    { 0x0611, "ValidBits" },
    { 0x0612, "CropLeft" },
    { 0x0613, "CropTop" },
    { 0x0614, "CropWidth" },
    { 0x0615, "CropHeight" },
    { 0x0805, "SensorCalibration" },
    { 0x1010, "NoiseReduction2", PRINT_AS_ENUM(raw_noise) },
    { 0x1011, "DistortionCorrection2", PRINT_AS_ENUM(off_on) },
    { 0x1012, "ShadingCompensation2", PRINT_AS_ENUM(off_on) },
    { 0x101c, "MultipleExposureMode", PRINT_AS_LIST(multiples) },
    { 0x1112, "AspectRatio", PRINT_AS_ENUM(aspect) },
    { 0x1113, "AspectFrame" },
    { 0x1200, "FacesDetected" },
    { 0x1201, "FaceDetectArea", .flags = TAG_BINARY },
    { 0x1202, "MaxFaces" },
    { 0x1203, "FaceDetectFrameSize" },
    { 0x1207, "FaceDetectFrameCrop" },
    { 0x1306, "CameraTemperature", .when = maker_is_not_0 },
    { 0x1900, "KeystoneCompensation", PRINT_AS_ENUM(keystone) },
    { 0x1901, "KeystoneDirection", PRINT_AS_ENUM(keystone_direction) },
    { 0x1906, "KeystoneValue" },
    { 0x2110, "GNDFilterType", PRINT_AS_ENUM(gnd_type) },
};
TABLE(processing_table, processing_rows);
SUB(processing, processing_table);

/* FocusInfo */
TEXT_MAP(external_flash, { "0 0", "Off" }, { "1 0", "On" });
static const struct enum_name internal_names[] = { { 0, "Off" }, { 1, "On" } };
static const struct text_name internal_texts[] = { { "0 0", "Off" }, { "1 0", "On" } };
static const struct enum_map internal_flash = {
    .names = internal_names, .n_names = 2, .texts = internal_texts, .n_texts = 2
};
ENUM_MAP(bounce, { 0, "Bounce or Off" }, { 1, "Direct" });
/* Bits of one number, from the highest to the lowest, told one by one. */
static bool point_details(const struct tag_env *env, struct buf *out)
{
    static const struct {
        uint8_t shift, mask;
    } parts[] = { { 13, 7 }, { 12, 1 }, { 11, 1 }, { 8, 3 }, { 7, 1 },
                  { 5, 1 },  { 4, 1 },  { 3, 1 },  { 0, 7 } };
    unsigned bits = (unsigned)raw_int(env);

    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        buf_printf(out, "%s%u", i > 0 ? " " : "", bits >> parts[i].shift & parts[i].mask);
    }
    return true;
}

static bool tells_details(const struct tag_env *env)
{
    return scan_model_starts(env->scan, "E-M") || scan_model_starts(env->scan, "OM-");
}

/* The CameraSettings tell it better where they do. */
static bool is_stabilization_new(const struct tag_env *env)
{
    return scan_member(env->scan, "ImageStabilization") == NULL;
}

ENUM_MAP(detail_subject, { 0, "No Subject Detection" }, { 1, "Motorsports" }, { 2, "Airplanes" },
         { 3, "Trains" }, { 4, "Birds" }, { 5, "Dogs & Cats" }, { 6, "Human" });
ENUM_MAP(detail_target, { 0, "Face Priority" }, { 1, "Target Priority" });
ENUM_MAP(detail_press, { 0, "Normal AF" }, { 1, "AF on Half Press" });
ENUM_MAP(detail_eye, { 0, "No Eye-AF" }, { 1, "Right Eye Priority" }, { 2, "Left Eye Priority" },
         { 3, "Both Eyes Priority" });
ENUM_MAP(detail_face, { 0, "No Face Detection" }, { 1, "Face Detection" });
ENUM_MAP(detail_manual, { 0, "No MF" }, { 1, "With MF" });
ENUM_MAP(detail_release, { 0, "AF Priority" }, { 1, "Release Priority" });
ENUM_MAP(detail_object, { 0, "No Object found" }, { 1, "Object found" });
static const struct enum_name detail_mode_names[] = {
    { 0, "MF" }, { 1, "S-AF" }, { 2, "C-AF" }, { 6, "C-AF + TR" }
};
static const struct enum_map detail_mode = { .names = detail_mode_names,
                                             .n_names = ARRAY_LEN(detail_mode_names),
                                             .hex = true };
static const struct print_step detail_steps[] = {
    { PRINT_ENUM, &detail_subject, NULL }, { PRINT_ENUM, &detail_target, NULL },
    { PRINT_ENUM, &detail_press, NULL },   { PRINT_ENUM, &detail_eye, NULL },
    { PRINT_ENUM, &detail_face, NULL },    { PRINT_ENUM, &detail_manual, NULL },
    { PRINT_ENUM, &detail_release, NULL }, { PRINT_ENUM, &detail_object, NULL },
    { PRINT_ENUM, &detail_mode, NULL },
};
static const struct print_list details = { detail_steps, ARRAY_LEN(detail_steps), false };
static const struct tag focus_rows[] = {
    { 0x0000, "FocusInfoVersion" },
    { 0x0209, "AutoFocus", .flags = TAG_UNKNOWN },
    { 0x0210, "SceneDetect" },
    { 0x0211, "SceneArea", .flags = TAG_UNKNOWN },
    { 0x0212, "SceneDetectData", .flags = TAG_UNKNOWN },
    { 0x0300, "ZoomStepCount" },
    { 0x0301, "FocusStepCount" },
    { 0x0303, "FocusStepInfinity" },
    { 0x0304, "FocusStepNear" },
    { 0x0305, "FocusDistance", PRINT_AS(print_metres), .convert = metres },
    { 0x0308, "AFPoint", PRINT_AS(print_af_point) },
    { 0x031b, "AFPointDetails", PRINT_AS_LIST(details), .convert = point_details,
      .when = tells_details },
    { 0x031b, "AFPointDetails" },
    { 0x1201, "ExternalFlash", PRINT_AS_ENUM(external_flash) },
    { 0x1203, "ExternalFlashGuideNumber", .flags = TAG_UNKNOWN },
    { 0x1204, "ExternalFlashBounce", PRINT_AS_ENUM(bounce) },
    { 0x1205, "ExternalFlashZoom" },
    { 0x1208, "InternalFlash", PRINT_AS_ENUM(internal_flash) },
    { 0x1209, "ManualFlash", PRINT_AS(print_manual_flash) },
    { 0x120a, "MacroLED", PRINT_AS_ENUM(off_on) },
    { 0x1500, "SensorTemperature", PRINT_AS_FORMAT("%s C"), .when = is_e1 },
    { 0x1500, "SensorTemperature", PRINT_AS_FORMAT("%.1f C"), .convert = temperature },
    { 0x1600, "ImageStabilization", PRINT_AS(print_stabilization), .when = is_stabilization_new },
    { 0x2100, "AntiShockWaitingTime" },
};
TABLE(focus_table, focus_rows);
SUB(focus, focus_table);

/* The directory itself */
ENUM_MAP(main_scene, { 0, "Normal" }, { 1, "Standard" }, { 2, "Auto" }, { 3, "Intelligent Auto" },
         { 4, "Portrait" }, { 5, "Landscape+Portrait" }, { 6, "Landscape" }, { 7, "Night Scene" },
         { 8, "Night+Portrait" }, { 9, "Sport" }, { 10, "Self Portrait" }, { 11, "Indoor" },
         { 12, "Beach & Snow" }, { 13, "Beach" }, { 14, "Snow" },
         { 15, "Self Portrait+Self Timer" }, { 16, "Sunset" }, { 17, "Cuisine" },
         { 18, "Documents" }, { 19, "Candle" }, { 20, "Fireworks" }, { 21, "Available Light" },
         { 22, "Vivid" }, { 23, "Underwater Wide1" }, { 24, "Underwater Macro" }, { 25, "Museum" },
         { 26, "Behind Glass" }, { 27, "Auction" }, { 28, "Shoot & Select1" },
         { 29, "Shoot & Select2" }, { 30, "Underwater Wide2" },
         { 31, "Digital Image Stabilization" }, { 32, "Face Portrait" }, { 33, "Pet" },
         { 34, "Smile Shot" }, { 35, "Quick Shutter" }, { 43, "Hand-held Starlight" },
         { 100, "Panorama" }, { 101, "Magic Filter" }, { 103, "HDR" });
ENUM_MAP(main_flash, { 2, "On" }, { 3, "Off" });
ENUM_MAP(flash_device, { 0, "None" }, { 1, "Internal" }, { 4, "External" },
         { 5, "Internal + External" });
ENUM_MAP(focus_range, { 0, "Normal" }, { 1, "Macro" });
ENUM_MAP(main_focus, { 0, "Auto" }, { 1, "Manual" });
ENUM_MAP(sharpness, { 0, "Normal" }, { 1, "Hard" }, { 2, "Soft" });
static const struct enum_name wb_names[] = { { 1, "Auto" } };
static const struct text_name wb_texts[] = {
    { "1 0", "Auto" },        { "1 2", "Auto (2)" },    { "1 4", "Auto (4)" },
    { "2 2", "3000 Kelvin" }, { "2 3", "3700 Kelvin" }, { "2 4", "4000 Kelvin" },
    { "2 5", "4500 Kelvin" }, { "2 6", "5500 Kelvin" }, { "2 7", "6500 Kelvin" },
    { "2 8", "7500 Kelvin" }, { "3 0", "One-touch" },
};
static const struct enum_map wb_mode = {
    .names = wb_names, .n_names = 1, .texts = wb_texts, .n_texts = ARRAY_LEN(wb_texts)
};
/* Its raw files; no other camera means these by them. */
static bool is_epson(const struct tag_env *env)
{
    return strncmp(env->scan->make, "SEIKO EPSON", 11) == 0;
}

ENUM_MAP(contrast, { 0, "High" }, { 1, "Normal" }, { 2, "Low" });
SUB(main_info, olympus_table);
ENUM_MAP(scan_mode, { 0, "Interlaced" }, { 1, "Progressive" });
static const struct tag rows[] = {
    { 0x0000, "MakerNoteVersion" },
    { 0x0001, "MinoltaCameraSettingsOld", SUB_BINARY(minolta_settings) },
    { 0x0003, "MinoltaCameraSettings", SUB_BINARY(minolta_settings) },
    { 0x0040, "CompressedImageSize" },
    { 0x0081, "PreviewImageData", .flags = TAG_BINARY },
    { 0x0088, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x0089, "PreviewImageLength" },
    { 0x0100, "ThumbnailImage", .flags = TAG_BINARY },
    { 0x0104, "BodyFirmwareVersion" },
    { 0x0200, "SpecialMode", PRINT_AS(print_special_mode) },
    { 0x0201, "Quality", PRINT_AS(print_quality) },
    { 0x0202, "Macro", PRINT_AS_ENUM(macro) },
    { 0x0203, "BWMode", PRINT_AS_ENUM(bw_mode) },
    { 0x0204, "DigitalZoom", PRINT_AS_FORMAT("%.1f") },
    { 0x0205, "FocalPlaneDiagonal", PRINT_AS_FORMAT("%s mm") },
    { 0x0206, "LensDistortionParams" },
    { 0x0207, "CameraType", PRINT_AS_ENUM(olympus_cameras), .when = is_text, .flags = TAG_MEMBER },
    { 0x0208, "TextInfo", SUB_BLOCK(olympus_read_text), .format = FORMAT_UNDEF },
    { 0x0209, "CameraID", .format = FORMAT_TEXT },
    { 0x020b, "EpsonImageWidth" },
    { 0x020c, "EpsonImageHeight" },
    { 0x020d, "EpsonSoftware" },
    { 0x0280, "PreviewImage", .flags = TAG_BINARY },
    { 0x0300, "PreCaptureFrames" },
    { 0x0301, "WhiteBoard" },
    { 0x0302, "OneTouchWB", PRINT_AS_ENUM(one_touch) },
    { 0x0303, "WhiteBalanceBracket" },
    { 0x0304, "WhiteBalanceBias" },
    { 0x0400, "SensorArea", .when = is_epson },
    { 0x0401, "BlackLevel", .when = is_epson },
    { 0x0403, "SceneMode", PRINT_AS_ENUM(main_scene) },
    { 0x0404, "SerialNumber" },
    { 0x0405, "Firmware" },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x0f00, "DataDump", .flags = TAG_BINARY },
    { 0x0f01, "DataDump2", .flags = TAG_BINARY },
    { 0x0f04, "ZoomedPreviewStart", .flags = TAG_OFFSET },
    { 0x0f05, "ZoomedPreviewLength" },
    { 0x0f06, "ZoomedPreviewSize" },
    { 0x1000, "ShutterSpeedValue", PRINT_AS(print_exposure_time), .convert = exposure_time,
      .priority = PRIORITY_LOW },
    { 0x1001, "ISOValue", PRINT_AS_FORMAT("%.2f"), .convert = iso, .priority = PRIORITY_LOW },
    { 0x1002, "ApertureValue", PRINT_AS_FORMAT("%.1f"), .convert = convert_apex_aperture,
      .priority = PRIORITY_LOW },
    { 0x1003, "BrightnessValue", .priority = PRIORITY_LOW },
    { 0x1004, "FlashMode", PRINT_AS_ENUM(main_flash) },
    { 0x1005, "FlashDevice", PRINT_AS_ENUM(flash_device) },
    { 0x1006, "ExposureCompensation" },
    { 0x1007, "SensorTemperature" },
    { 0x1008, "LensTemperature" },
    { 0x1009, "LightCondition" },
    { 0x100a, "FocusRange", PRINT_AS_ENUM(focus_range) },
    { 0x100b, "FocusMode", PRINT_AS_ENUM(main_focus) },
    { 0x100c, "ManualFocusDistance", PRINT_AS_FORMAT("%s mm") },
    { 0x100d, "ZoomStepCount" },
    { 0x100e, "FocusStepCount" },
    { 0x100f, "Sharpness", PRINT_AS_ENUM(sharpness) },
    { 0x1010, "FlashChargeLevel" },
    { 0x1011, "ColorMatrix", .format = FORMAT_S16 },
    { 0x1012, "BlackLevel" },
    { 0x1013, "ColorTemperatureBG", .flags = TAG_UNKNOWN },
    { 0x1014, "ColorTemperatureRG", .flags = TAG_UNKNOWN },
    { 0x1015, "WBMode", PRINT_AS_ENUM(wb_mode) },
    { 0x1017, "RedBalance", .convert = maker_256th },
    { 0x1018, "BlueBalance", .convert = maker_256th },
    { 0x1019, "ColorMatrixNumber" },
    { 0x101a, "SerialNumber" },
    { 0x101b, "ExternalFlashAE1_0", .flags = TAG_UNKNOWN },
    { 0x101c, "ExternalFlashAE2_0", .flags = TAG_UNKNOWN },
    { 0x101d, "InternalFlashAE1_0", .flags = TAG_UNKNOWN },
    { 0x101e, "InternalFlashAE2_0", .flags = TAG_UNKNOWN },
    { 0x101f, "ExternalFlashAE1", .flags = TAG_UNKNOWN },
    { 0x1020, "ExternalFlashAE2", .flags = TAG_UNKNOWN },
    { 0x1021, "InternalFlashAE1", .flags = TAG_UNKNOWN },
    { 0x1022, "InternalFlashAE2", .flags = TAG_UNKNOWN },
    { 0x1023, "FlashExposureComp" },
    { 0x1024, "InternalFlashTable" },
    { 0x1025, "ExternalFlashGValue" },
    { 0x1026, "ExternalFlashBounce", PRINT_AS(print_yes_no) },
    { 0x1027, "ExternalFlashZoom" },
    { 0x1028, "ExternalFlashMode" },
    { 0x1029, "Contrast", PRINT_AS_ENUM(contrast) },
    { 0x102a, "SharpnessFactor" },
    { 0x102b, "ColorControl" },
    { 0x102c, "ValidBits" },
    { 0x102d, "CoringFilter" },
    { 0x102e, "OlympusImageWidth" },
    { 0x102f, "OlympusImageHeight" },
    { 0x1030, "SceneDetect" },
    { 0x1031, "SceneArea", .flags = TAG_UNKNOWN },
    { 0x1033, "SceneDetectData", .flags = TAG_UNKNOWN },
    { 0x1034, "CompressionRatio" },
    { 0x1035, "PreviewImageValid", PRINT_AS(print_yes_no) },
    { 0x1036, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x1037, "PreviewImageLength" },
    { 0x1038, "AFResult" },
    { 0x1039, "CCDScanMode", PRINT_AS_ENUM(scan_mode) },
    { 0x103a, "NoiseReduction", PRINT_AS_ENUM(off_on) },
    { 0x103b, "FocusStepInfinity" },
    { 0x103c, "FocusStepNear" },
    { 0x103d, "LightValueCenter" },
    { 0x103e, "LightValuePeriphery" },
    { 0x103f, "FieldCount", .flags = TAG_UNKNOWN },
    { 0x2010, "Equipment", SUB_IFD(equipment) },
    { 0x2020, "CameraSettings", SUB_IFD(settings) },
    { 0x2030, "RawDevelopment", SUB_IFD(development) },
    { 0x2031, "RawDev2", SUB_IFD(olympus_development_2) },
    { 0x2040, "ImageProcessing", SUB_IFD(processing) },
    { 0x2050, "FocusInfo", SUB_IFD(focus) },
    { 0x2100, "Olympus2100", SUB_IFD(olympus_fe) },
    { 0x2200, "Olympus2200", SUB_IFD(olympus_fe) },
    { 0x2300, "Olympus2300", SUB_IFD(olympus_fe) },
    { 0x2400, "Olympus2400", SUB_IFD(olympus_fe) },
    { 0x2500, "Olympus2500", SUB_IFD(olympus_fe) },
    { 0x2600, "Olympus2600", SUB_IFD(olympus_fe) },
    { 0x2700, "Olympus2700", SUB_IFD(olympus_fe) },
    { 0x2800, "Olympus2800", SUB_IFD(olympus_fe) },
    { 0x2900, "Olympus2900", SUB_IFD(olympus_fe) },
    { 0x3000, "RawInfo", SUB_IFD(olympus_raw_info) },
    { 0x4000, "MainInfo", SUB_IFD(main_info) },
};
const struct tag_table olympus_table = TAG_TABLE(rows, "MakerNotes", "Olympus");
