/* Nikon's records that come in versions. Source: ExifTool's "Nikon Tags". */
#include <math.h>

#include "meta/maker_nikon.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

#define RECORD(name_, array, format_)                                                              \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Nikon", format_)
#define VERSION(name_)                                                                             \
    {                                                                                              \
        0, name_, .format = FORMAT_UNDEF, .count = 4                                               \
    }

#define MM(index, name_)                                                                           \
    {                                                                                              \
        index, name_, PRINT_AS_FORMAT("%.1f mm"), .convert = nikon_focal_length                    \
    }
#define F_NUMBER(index, name_)                                                                     \
    {                                                                                              \
        index, name_, PRINT_AS_FORMAT("%.1f"), .convert = nikon_aperture                           \
    }
#define F_STOPS(index)                                                                             \
    {                                                                                              \
        index, "LensFStops", PRINT_AS_FORMAT("%.2f"), .convert = nikon_twelfth                     \
    }

static const struct tag lens_00_rows[] = {
    VERSION("LensDataVersion"),
    { 6, "LensIDNumber" },
    F_STOPS(7),
    MM(8, "MinFocalLength"),
    MM(9, "MaxFocalLength"),
    F_NUMBER(10, "MaxApertureAtMinFocal"),
    F_NUMBER(11, "MaxApertureAtMaxFocal"),
    { 12, "MCUVersion" },
};
RECORD(nikon_lens_data_00, lens_00_rows, FORMAT_U8);

#define LENS_BODY(distance, first)                                                                 \
    { 4, "ExitPupilPosition", PRINT_AS_FORMAT("%.1f mm"), .convert = nikon_exit_pupil },           \
        F_NUMBER(5, "AFAperture"), { 8, "FocusPosition", PRINT_AS(nikon_print_hex) },              \
        { distance, "FocusDistance", PRINT_AS(nikon_print_distance),                               \
          .convert = nikon_focus_distance },                                                       \
        { first, "FocalLength", PRINT_AS_FORMAT("%.1f mm"), .convert = nikon_focal_length,         \
          .priority = PRIORITY_LOW },                                                              \
        { (first) + 1, "LensIDNumber" }, F_STOPS((first) + 2), MM((first) + 3, "MinFocalLength"),  \
        MM((first) + 4, "MaxFocalLength"), F_NUMBER((first) + 5, "MaxApertureAtMinFocal"),         \
        F_NUMBER((first) + 6, "MaxApertureAtMaxFocal"), { (first) + 7, "MCUVersion" },             \
        F_NUMBER((first) + 8, "EffectiveMaxAperture")

static const struct tag lens_01_rows[] = { VERSION("LensDataVersion"), LENS_BODY(9, 10) };
RECORD(nikon_lens_data_01, lens_01_rows, FORMAT_U8);
static const struct tag lens_04_rows[] = { VERSION("LensDataVersion"), LENS_BODY(10, 11) };
RECORD(nikon_lens_data_04, lens_04_rows, FORMAT_U8);

static const struct tag lens_400_rows[] = {
    VERSION("LensDataVersion"),
    { 394, "LensModel", .format = FORMAT_TEXT, .count = 64 },
};
RECORD(nikon_lens_data_400, lens_400_rows, FORMAT_U8);
static const struct tag lens_402_rows[] = {
    VERSION("LensDataVersion"),
    { 395, "LensModel", .format = FORMAT_TEXT, .count = 64 },
};
RECORD(nikon_lens_data_402, lens_402_rows, FORMAT_U8);
static const struct tag lens_403_rows[] = {
    VERSION("LensDataVersion"),
    { 684, "LensModel", .format = FORMAT_TEXT, .count = 64 },
};
RECORD(nikon_lens_data_403, lens_403_rows, FORMAT_U8);
static const struct tag lens_any_rows[] = { VERSION("LensDataVersion") };
RECORD(nikon_lens_data_any, lens_any_rows, FORMAT_U8);

/* The Z mount: lenses of the F mount on an adapter are told as before, its own from 47 on. */
ENUM_MAP(z_lenses, { 1, "Nikkor Z 24-70mm f/4 S" }, { 2, "Nikkor Z 14-30mm f/4 S" },
         { 4, "Nikkor Z 35mm f/1.8 S" }, { 8, "Nikkor Z 58mm f/0.95 S Noct" },
         { 9, "Nikkor Z 50mm f/1.8 S" }, { 11, "Nikkor Z DX 16-50mm f/3.5-6.3 VR" },
         { 12, "Nikkor Z DX 50-250mm f/4.5-6.3 VR" }, { 13, "Nikkor Z 24-70mm f/2.8 S" },
         { 14, "Nikkor Z 85mm f/1.8 S" }, { 15, "Nikkor Z 24mm f/1.8 S" },
         { 16, "Nikkor Z 70-200mm f/2.8 VR S" }, { 17, "Nikkor Z 20mm f/1.8 S" },
         { 18, "Nikkor Z 24-200mm f/4-6.3 VR" }, { 21, "Nikkor Z 50mm f/1.2 S" },
         { 22, "Nikkor Z 24-50mm f/4-6.3" }, { 23, "Nikkor Z 14-24mm f/2.8 S" },
         { 24, "Nikkor Z MC 105mm f/2.8 VR S" }, { 25, "Nikkor Z 40mm f/2" },
         { 26, "Nikkor Z DX 18-140mm f/3.5-6.3 VR" }, { 27, "Nikkor Z MC 50mm f/2.8" },
         { 28, "Nikkor Z 100-400mm f/4.5-5.6 VR S" }, { 29, "Nikkor Z 28mm f/2.8" },
         { 30, "Nikkor Z 400mm f/2.8 TC VR S" }, { 31, "Nikkor Z 24-120mm f/4 S" },
         { 32, "Nikkor Z 800mm f/6.3 VR S" }, { 35, "Nikkor Z 28-75mm f/2.8" },
         { 36, "Nikkor Z 400mm f/4.5 VR S" }, { 37, "Nikkor Z 600mm f/4 TC VR S" },
         { 38, "Nikkor Z 85mm f/1.2 S" }, { 39, "Nikkor Z 17-28mm f/2.8" },
         { 40, "Nikkor Z 26mm f/2.8" }, { 41, "Nikkor Z DX 12-28mm f/3.5-5.6 PZ VR" },
         { 42, "Nikkor Z 180-600mm f/5.6-6.3 VR" }, { 43, "Nikkor Z DX 24mm f/1.7" },
         { 44, "Nikkor Z 70-180mm f/2.8" }, { 45, "Nikkor Z 600mm f/6.3 VR S" },
         { 46, "Nikkor Z 135mm f/1.8 S Plena" }, { 47, "Nikkor Z 35mm f/1.2 S" },
         { 48, "Nikkor Z 28-400mm f/4-8 VR" }, { 49, "Nikkor Z 28-135mm f/4 PZ" },
         { 50, "Nikkor Z 24-70mm f/2.8 S II" }, { 51, "Nikkor Z 35mm f/1.4" },
         { 52, "Nikkor Z 50mm f/1.4" }, { 54, "Nikkor Z 70-200mm f/2.8 VR S II" },
         { 57, "Nikkor Z 24-105mm f/4-7.1" }, { 2305, "Laowa FFII 10mm F2.8 C&D Dreamer" },
         { 32768, "Nikkor Z 400mm f/2.8 TC VR S TC-1.4x" },
         { 32769, "Nikkor Z 600mm f/4 TC VR S TC-1.4x" });
ENUM_MAP(mounts, { 0, "Z-mount" }, { 1, "F-mount" });

static bool any_byte(const struct tag_env *env)
{
    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        if (env->raw->bytes.data[i] != 0) {
            return true;
        }
    }
    return false;
}

static bool has_new_data(const struct tag_env *env)
{
    return scan_member(env->scan, "NewLensData") != NULL;
}

static bool z_aperture(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)raw_int(env) / 384 - 1), out);
}

static bool z_distance(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(((double)raw_int(env) / 256 - 80) / 12), out);
}

static bool print_z_distance(const struct tag_env *env, struct span value, struct buf *out)
{
    double metres = number_parse(value, NULL);

    (void)env;
    buf_printf(out, "%.*f m",
               metres < 0.35  ? 4
               : metres < 1   ? 3
               : metres < 10  ? 2
               : metres < 100 ? 1
                              : 0,
               metres);
    return true;
}

static bool print_lens_firmware(const struct tag_env *env, struct span value, struct buf *out)
{
    unsigned code = (unsigned)raw_int(env);

    (void)value;
    buf_printf(out, "%x.%x.%x", code >> 8 & 255, code >> 4 & 15, code & 15);
    return true;
}

static const struct tag lens_800_rows[] = {
    VERSION("LensDataVersion"),
    { 47, "NewLensData", .format = FORMAT_UNDEF, .count = 17, .flags = TAG_MEMBER | TAG_UNKNOWN,
      .when = any_byte },
    { 48, "LensID", PRINT_AS_ENUM(z_lenses), .format = FORMAT_U16, .when = has_new_data },
    { 52, "LensFirmwareVersion", PRINT_AS(print_lens_firmware), .format = FORMAT_U16,
      .when = has_new_data },
    { 54, "MaxAperture", PRINT_AS_FORMAT("%.1f"), .format = FORMAT_U16, .convert = z_aperture,
      .when = has_new_data, .priority = PRIORITY_LOW },
    { 56, "FNumber", PRINT_AS_FORMAT("%.1f"), .format = FORMAT_U16, .convert = z_aperture,
      .when = has_new_data, .priority = PRIORITY_LOW },
    { 60, "FocalLength", PRINT_AS_FORMAT("%s mm"), .format = FORMAT_U16, .when = has_new_data,
      .priority = PRIORITY_LOW },
    { 78, "FocusDistance", PRINT_AS(print_z_distance), .format = FORMAT_U16, .convert = z_distance,
      .when = has_new_data },
    { 90, "LensPositionAbsolute", .format = FORMAT_S32, .when = has_new_data },
    { 95, "LensMountType", PRINT_AS_ENUM(mounts), .mask = 0x01, .when = has_new_data },
};
RECORD(nikon_lens_data_800, lens_800_rows, FORMAT_U8);
static const struct tag lens_800_f_rows[] = { LENS_BODY(11, 12) };
RECORD(nikon_lens_data_800_f, lens_800_f_rows, FORMAT_U8);

static const struct tag balance_1_rows[] = { { 0, "WB_RBGGLevels", .count = 4 } };
RECORD(nikon_colour_balance_1, balance_1_rows, FORMAT_U16);
static const struct tag balance_2_rows[] = { { 0, "WB_RGGBLevels", .count = 4 } };
RECORD(nikon_colour_balance_2, balance_2_rows, FORMAT_U16);
static const struct tag balance_3_rows[] = { { 0, "WB_RGBGLevels", .count = 4 } };
RECORD(nikon_colour_balance_3, balance_3_rows, FORMAT_U16);
static const struct tag balance_4_rows[] = { { 0, "WB_GRBGLevels", .count = 4 } };
RECORD(nikon_colour_balance_4, balance_4_rows, FORMAT_U16);
static const struct tag balance_any_rows[] = { VERSION("ColorBalanceVersion") };
RECORD(nikon_colour_balance_any, balance_any_rows, FORMAT_U8);

/* FlashInfo */
ENUM_MAP(flash_source, { 0, "None" }, { 1, "External" }, { 2, "Internal" });
TEXT_MAP(flash_firmware, { "0 0", "n/a" }, { "1 1", "1.01 (SB-800 or Metz 58 AF-1)" },
         { "1 3", "1.03 (SB-800)" }, { "2 1", "2.01 (SB-800)" }, { "2 4", "2.04 (SB-600)" },
         { "2 5", "2.05 (SB-600)" }, { "3 1", "3.01 (SU-800 Remote Commander)" },
         { "4 1", "4.01 (SB-400)" }, { "4 2", "4.02 (SB-400)" }, { "4 4", "4.04 (SB-400)" },
         { "5 1", "5.01 (SB-900)" }, { "5 2", "5.02 (SB-900)" }, { "6 1", "6.01 (SB-700)" },
         { "7 1", "7.01 (SB-910)" });
static const struct enum_name no_flags[] = { { 0, "(none)" } };
static const struct enum_name flag_bits[] = {
    { 0, "Fired" },
    { 2, "Bounce Flash" },
    { 4, "Wide Flash Adapter" },
    { 5, "Dome Diffuser" },
};
static const struct enum_map flash_flags = {
    .names = no_flags, .n_names = 1, .bits = flag_bits, .n_bits = ARRAY_LEN(flag_bits)
};
ENUM_MAP(flash_control, { 0, "Off" }, { 1, "iTTL-BL" }, { 2, "iTTL" }, { 3, "Auto Aperture" },
         { 4, "Automatic" }, { 5, "GN (distance priority)" }, { 6, "Manual" },
         { 7, "Repeating Flash" });
ENUM_MAP(gn_distance, { 0, "0" }, { 1, "0.1 m" }, { 2, "0.2 m" }, { 3, "0.3 m" }, { 4, "0.4 m" },
         { 5, "0.5 m" }, { 6, "0.6 m" }, { 7, "0.7 m" }, { 8, "0.8 m" }, { 9, "0.9 m" },
         { 10, "1.0 m" }, { 11, "1.1 m" }, { 12, "1.3 m" }, { 13, "1.4 m" }, { 14, "1.6 m" },
         { 15, "1.8 m" }, { 16, "2.0 m" }, { 17, "2.2 m" }, { 18, "2.5 m" }, { 19, "2.8 m" },
         { 20, "3.2 m" }, { 21, "3.6 m" }, { 22, "4.0 m" }, { 23, "4.5 m" }, { 24, "5.0 m" },
         { 25, "5.6 m" }, { 26, "6.3 m" }, { 27, "7.1 m" }, { 28, "8.0 m" }, { 29, "9.0 m" },
         { 30, "10.0 m" }, { 31, "11.0 m" }, { 32, "13.0 m" }, { 33, "14.0 m" }, { 34, "16.0 m" },
         { 35, "18.0 m" }, { 36, "20.0 m" }, { 255, "n/a" });
ENUM_MAP(colour_filter, { 0x00, "None" }, { 1, "FL-GL1 or SZ-2FL Fluorescent" }, { 2, "FL-GL2" },
         { 9, "TN-A1 or SZ-2TN Incandescent" }, { 10, "TN-A2" }, { 65, "Red" }, { 66, "Blue" },
         { 67, "Yellow" }, { 68, "Amber" });
/* 0 and 255: not told */
static bool flash_number(const struct tag_env *env, struct buf *out)
{
    int64_t number = raw_int(env);

    buf_printf(out, "%d", (int)number);
    return number != 0 && number != 255;
}

/* From 6 on (manual, repeating) the output counts, below it the compensation. */
static bool is_manual(const struct tag_env *env)
{
    const struct value *control = scan_member(env->scan, "FlashControlMode");

    return control != NULL && value_int(control, 0) >= 6;
}

static bool print_output(const struct tag_env *env, struct span value, struct buf *out)
{
    double share = number_parse(value, NULL);

    (void)env;
    if (share > 0.99) {
        buf_add_str(out, "Full");
    } else {
        buf_printf(out, "%.0f%%", share * 100);
    }
    return true;
}

#define FLASH_HEAD                                                                                 \
    VERSION("FlashInfoVersion"), { 4, "FlashSource", PRINT_AS_ENUM(flash_source) },                \
        { 6, "ExternalFlashFirmware", PRINT_AS_ENUM(flash_firmware), .count = 2 },                 \
        { 8, "ExternalFlashFlags", PRINT_AS_ENUM(flash_flags) },                                   \
        { 9, "FlashCommanderMode", PRINT_AS(print_on_off), .mask = 0x80 },                         \
        { 9, "FlashControlMode", PRINT_AS_ENUM(flash_control), .mask = 0x7f,                       \
          .flags = TAG_MEMBER },                                                                   \
        { 10, "FlashOutput", PRINT_AS(print_output), .convert = nikon_flash_output,                \
          .when = is_manual },                                                                     \
    {                                                                                              \
        10, "FlashCompensation", PRINT_AS(print_fraction),                                         \
            .format = FORMAT_S8, .convert = nikon_negative_sixth, .priority = PRIORITY_LOW         \
    }
#define FLASH_MIDDLE(first)                                                                        \
    { first, "FlashFocalLength", PRINT_AS_FORMAT("%s mm"), .convert = flash_number },              \
        { (first) + 1, "RepeatingFlashRate", PRINT_AS_FORMAT("%s Hz"), .convert = flash_number },  \
        { (first) + 2, "RepeatingFlashCount", .convert = flash_number },                           \
    {                                                                                              \
        (first) + 3, "FlashGNDistance", PRINT_AS_ENUM(gn_distance)                                 \
    }
#define GROUP_MODE(index, name_, mask_)                                                            \
    {                                                                                              \
        index, name_, PRINT_AS_ENUM(flash_control), .mask = (mask_)                                \
    }
#define GROUP_PRINTED(index, name_)                                                                \
    {                                                                                              \
        index, name_, PRINT_AS(print_fraction), .format = FORMAT_S8,                               \
                                                .convert = nikon_negative_sixth                    \
    }

static const struct tag flash_00_rows[] = {
    FLASH_HEAD,
    FLASH_MIDDLE(11),
    GROUP_MODE(15, "FlashGroupAControlMode", 0x0f),
    GROUP_MODE(16, "FlashGroupBControlMode", 0x0f),
    GROUP_PRINTED(17, "FlashGroupACompensation"),
    GROUP_PRINTED(18, "FlashGroupBCompensation"),
};
RECORD(nikon_flash_info_00, flash_00_rows, FORMAT_U8);

static const struct tag flash_02_rows[] = {
    FLASH_HEAD,
    FLASH_MIDDLE(12),
    GROUP_MODE(16, "FlashGroupAControlMode", 0x0f),
    GROUP_MODE(17, "FlashGroupBControlMode", 0xf0),
    GROUP_MODE(17, "FlashGroupCControlMode", 0x0f),
    GROUP_PRINTED(18, "FlashGroupACompensation"),
    GROUP_PRINTED(19, "FlashGroupBCompensation"),
    GROUP_PRINTED(20, "FlashGroupCCompensation"),
};
RECORD(nikon_flash_info_02, flash_02_rows, FORMAT_U8);

static const struct tag flash_03_rows[] = {
    FLASH_HEAD,
    FLASH_MIDDLE(12),
    { 16, "FlashColorFilter", PRINT_AS_ENUM(colour_filter) },
    GROUP_MODE(17, "FlashGroupAControlMode", 0x0f),
    GROUP_MODE(18, "FlashGroupBControlMode", 0xf0),
    GROUP_MODE(18, "FlashGroupCControlMode", 0x0f),
    GROUP_PRINTED(19, "FlashGroupACompensation"),
    GROUP_PRINTED(20, "FlashGroupBCompensation"),
    GROUP_PRINTED(21, "FlashGroupCCompensation"),
    GROUP_PRINTED(27, "ExternalFlashCompensation"),
    GROUP_PRINTED(29, "FlashExposureComp3"),
    GROUP_PRINTED(39, "FlashExposureComp4"),
};
RECORD(nikon_flash_info_03, flash_03_rows, FORMAT_U8);

/* Outputs and compensations of the groups, by each one's mode. */
static bool mode_is_manual(const struct tag_env *env, const char *member)
{
    const struct value *mode = scan_member(env->scan, member);

    return mode != NULL && value_int(mode, 0) >= 6;
}

static bool a_is_manual(const struct tag_env *env)
{
    return mode_is_manual(env, "FlashGroupAControlMode");
}

static bool b_is_manual(const struct tag_env *env)
{
    return mode_is_manual(env, "FlashGroupBControlMode");
}

static bool c_is_manual(const struct tag_env *env)
{
    return mode_is_manual(env, "FlashGroupCControlMode");
}

static bool less_2_sixths(const struct tag_env *env, struct buf *out)
{
    return number_put(-(double)(raw_int(env) - 2) / 6, out);
}

#define GROUP_MEMBER(index, name_, mask_)                                                          \
    {                                                                                              \
        index, name_, PRINT_AS_ENUM(flash_control), .mask = (mask_), .flags = TAG_MEMBER           \
    }
#define GROUP(index, letter, is_manual_, conversion)                                               \
    { index, "FlashGroup" letter "Output", PRINT_AS(print_output), .convert = nikon_flash_output,  \
      .when = is_manual_ },                                                                        \
    {                                                                                              \
        index, "FlashGroup" letter "Compensation", PRINT_AS(maker_print_signed),                   \
            .format = FORMAT_S8, .convert = conversion                                             \
    }
#define GROUPS_AT_40(conversion)                                                                   \
    GROUP(40, "A", a_is_manual, conversion), GROUP(41, "B", b_is_manual, conversion),              \
        GROUP(42, "C", c_is_manual, conversion)
#define GROUP_MODES_AT_17                                                                          \
    GROUP_MEMBER(17, "FlashGroupAControlMode", 0x0f),                                              \
        GROUP_MEMBER(18, "FlashGroupBControlMode", 0xf0),                                          \
        GROUP_MEMBER(18, "FlashGroupCControlMode", 0x0f)

static const struct tag flash_06_rows[] = {
    VERSION("FlashInfoVersion"),
    { 4, "FlashSource", PRINT_AS_ENUM(flash_source) },
    { 6, "ExternalFlashFirmware", PRINT_AS_ENUM(flash_firmware), .count = 2 },
    { 8, "ExternalFlashFlags", PRINT_AS_ENUM(flash_flags) },
    { 9, "FlashCommanderMode", PRINT_AS(print_on_off), .mask = 0x80 },
    { 9, "FlashControlMode", PRINT_AS_ENUM(flash_control), .mask = 0x7f, .flags = TAG_MEMBER },
    FLASH_MIDDLE(12),
    { 16, "FlashColorFilter", PRINT_AS_ENUM(colour_filter) },
    GROUP_MODES_AT_17,
    { 39, "FlashOutput", PRINT_AS(print_output), .convert = nikon_flash_output, .when = is_manual },
    { 39, "FlashCompensation", PRINT_AS(print_fraction), .format = FORMAT_S8,
      .convert = nikon_negative_sixth, .priority = PRIORITY_LOW },
    GROUPS_AT_40(nikon_negative_sixth),
};
RECORD(nikon_flash_info_06, flash_06_rows, FORMAT_U8);

ENUM_MAP(flash_status, { 0, "Flash Not Attached" }, { 1, "Flash Attached" });
ENUM_MAP(flash_ready, { 0, "n/a" }, { 1, "Ready" }, { 6, "Not Ready" });
static const struct tag flash_07_rows[] = {
    VERSION("FlashInfoVersion"),
    { 4, "FlashSource", PRINT_AS_ENUM(flash_source) },
    { 6, "ExternalFlashFirmware", PRINT_AS_ENUM(flash_firmware), .count = 2 },
    { 8, "ExternalFlashZoomOverride", PRINT_AS(print_yes_no), .mask = 0x80 },
    { 8, "ExternalFlashStatus", PRINT_AS_ENUM(flash_status), .mask = 0x01 },
    { 9, "ExternalFlashReadyState", PRINT_AS_ENUM(flash_ready), .mask = 0x07 },
    { 10, "FlashCompensation", PRINT_AS(print_fraction), .format = FORMAT_S8,
      .convert = nikon_negative_sixth, .priority = PRIORITY_LOW },
    FLASH_MIDDLE(12),
    GROUP_MODES_AT_17,
    GROUPS_AT_40(nikon_negative_sixth),
};
RECORD(nikon_flash_info_07, flash_07_rows, FORMAT_U8);

static const struct enum_name flag_300_bits[] = {
    { 0, "Flash Ready" },
    { 2, "Bounce Flash" },
    { 4, "Wide Flash Adapter" },
    { 7, "Zoom Override" },
};
static const struct enum_map flash_300_flags = { .bits = flag_300_bits,
                                                 .n_bits = ARRAY_LEN(flag_300_bits) };
ENUM_MAP(flash_pattern, { 0, "Standard" }, { 1, "Center-weighted" }, { 2, "Even" });
static const struct tag flash_300_rows[] = {
    VERSION("FlashInfoVersion"),
    { 4, "FlashSource", PRINT_AS_ENUM(flash_source) },
    { 6, "ExternalFlashFirmware", PRINT_AS_ENUM(flash_firmware), .count = 2 },
    { 8, "ExternalFlashFlags", PRINT_AS_ENUM(flash_300_flags) },
    { 9, "FlashCommanderMode", PRINT_AS(print_on_off), .mask = 0x80 },
    { 9, "FlashControlMode", PRINT_AS_ENUM(flash_control), .mask = 0x7f, .flags = TAG_MEMBER },
    { 13, "RepeatingFlashRate", PRINT_AS_FORMAT("%s Hz"), .convert = flash_number },
    { 14, "RepeatingFlashCount", .convert = flash_number },
    { 15, "FlashGNDistance", PRINT_AS_ENUM(gn_distance) },
    { 16, "FlashColorFilter", PRINT_AS_ENUM(colour_filter) },
    GROUP_MODES_AT_17,
    { 33, "FlashOutput", PRINT_AS(print_output), .convert = nikon_flash_output, .when = is_manual },
    { 37, "FlashIlluminationPattern", PRINT_AS_ENUM(flash_pattern) },
    { 38, "FlashFocalLength", PRINT_AS_FORMAT("%s mm"), .convert = flash_number },
    GROUPS_AT_40(less_2_sixths),
};
RECORD(nikon_flash_info_300, flash_300_rows, FORMAT_U8);

/* PictureControl */
ENUM_MAP(adjust, { 0, "Default Settings" }, { 1, "Quick Adjust" }, { 2, "Full Control" });
static const struct enum_name filter_names[] = {
    { 0x80, "Off" }, { 0x81, "Yellow" }, { 0x82, "Orange" },
    { 0x83, "Red" }, { 0x84, "Green" },  { 0xff, "n/a" },
};
static const struct enum_map filter_effect = { .names = filter_names,
                                               .n_names = ARRAY_LEN(filter_names),
                                               .hex = true };
static const struct enum_name toning_names[] = {
    { 0x80, "B&W" },         { 0x81, "Sepia" },      { 0x82, "Cyanotype" },  { 0x83, "Red" },
    { 0x84, "Yellow" },      { 0x85, "Green" },      { 0x86, "Blue-green" }, { 0x87, "Blue" },
    { 0x88, "Purple-blue" }, { 0x89, "Red-purple" }, { 0xff, "n/a" },
};
static const struct enum_map toning_effect = { .names = toning_names,
                                               .n_names = ARRAY_LEN(toning_names),
                                               .hex = true };
#define CONTROL_NAMES(first)                                                                       \
    { first, "PictureControlName", PRINT_AS(nikon_print_words), .format = FORMAT_TEXT,             \
      .count = 20 },                                                                               \
    {                                                                                              \
        (first) + 20, "PictureControlBase", PRINT_AS(nikon_print_words), .format = FORMAT_TEXT,    \
                                                                         .count = 20               \
    }
#define ADJUSTED(index, name_)                                                                     \
    {                                                                                              \
        index, name_, PRINT_AS(nikon_print_adjust)                                                 \
    }
/* Hue has no normal: 0 is none. */
static bool print_hue(const struct tag_env *env, struct span value, struct buf *out)
{
    if (raw_int(env) != 0x80) {
        return nikon_print_adjust(env, value, out);
    }
    buf_add_str(out, "None");
    return true;
}

static const struct tag control_1_rows[] = {
    VERSION("PictureControlVersion"),
    CONTROL_NAMES(4),
    { 48, "PictureControlAdjust", PRINT_AS_ENUM(adjust) },
    ADJUSTED(49, "PictureControlQuickAdjust"),
    ADJUSTED(50, "Sharpness"),
    ADJUSTED(51, "Contrast"),
    ADJUSTED(52, "Brightness"),
    ADJUSTED(53, "Saturation"),
    { 54, "HueAdjustment", PRINT_AS(print_hue) },
    { 55, "FilterEffect", PRINT_AS_ENUM(filter_effect) },
    { 56, "ToningEffect", PRINT_AS_ENUM(toning_effect) },
    ADJUSTED(57, "ToningSaturation"),
};
RECORD(nikon_picture_control_1, control_1_rows, FORMAT_U8);

/* Later versions count in quarters. */
static bool print_quarters(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t code = raw_int(env) - 0x80;

    if (code == 0 || code == 127 || code == -128 || code == -127) {
        return nikon_print_adjust(env, value, out);
    }
    buf_printf(out, "%+.2f", (double)code / 4);
    return true;
}
#define QUARTERS(index, name_)                                                                     \
    {                                                                                              \
        index, name_, PRINT_AS(print_quarters)                                                     \
    }
static const struct tag control_2_rows[] = {
    VERSION("PictureControlVersion"),
    CONTROL_NAMES(4),
    { 48, "PictureControlAdjust", PRINT_AS_ENUM(adjust) },
    ADJUSTED(49, "PictureControlQuickAdjust"),
    QUARTERS(51, "Sharpness"),
    QUARTERS(53, "Clarity"),
    QUARTERS(55, "Contrast"),
    QUARTERS(57, "Brightness"),
    QUARTERS(59, "Saturation"),
    QUARTERS(61, "Hue"),
    { 63, "FilterEffect", PRINT_AS_ENUM(filter_effect) },
    { 64, "ToningEffect", PRINT_AS_ENUM(toning_effect) },
    QUARTERS(65, "ToningSaturation"),
};
RECORD(nikon_picture_control_2, control_2_rows, FORMAT_U8);

static const struct tag control_3_rows[] = {
    VERSION("PictureControlVersion"),
    CONTROL_NAMES(8),
    { 54, "PictureControlAdjust", PRINT_AS_ENUM(adjust) },
    ADJUSTED(55, "PictureControlQuickAdjust"),
    QUARTERS(57, "Sharpness"),
    QUARTERS(59, "MidRangeSharpness"),
    QUARTERS(61, "Clarity"),
    QUARTERS(63, "Contrast"),
    QUARTERS(65, "Brightness"),
    QUARTERS(67, "Saturation"),
    QUARTERS(69, "Hue"),
    { 71, "FilterEffect", PRINT_AS_ENUM(filter_effect) },
    { 72, "ToningEffect", PRINT_AS_ENUM(toning_effect) },
    QUARTERS(73, "ToningSaturation"),
};
RECORD(nikon_picture_control_3, control_3_rows, FORMAT_U8);
