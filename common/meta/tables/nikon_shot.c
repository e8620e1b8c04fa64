/* Nikon's ShotInfo, chosen by version and length in maker_nikon_read.c. Source of offsets, names
 * and wordings: ExifTool's "Nikon Tags". */
#include "base/text.h"
#include "meta/maker_nikon.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

#define RECORD(name_, array, format_)                                                              \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Nikon", format_)
#define VERSION                                                                                    \
    {                                                                                              \
        0, "ShotInfoVersion", .format = FORMAT_UNDEF, .count = 4                                   \
    }

/* "1.10B": what is not of this form is no version. */
static bool firmware(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;

    if (env->raw->bytes.len < 5 || !text_is_digit(at[0]) || at[1] != '.' || !text_is_digit(at[2]) ||
        !text_is_digit(at[3])) {
        return false;
    }
    buf_add_span(out, value_chars(env->raw));
    return true;
}

#define HEAD                                                                                       \
    VERSION,                                                                                       \
    {                                                                                              \
        4, "FirmwareVersion", .format = FORMAT_TEXT, .count = 5, .convert = firmware               \
    }

ENUM_MAP(rotation, { 0, "Horizontal" }, { 1, "Rotate 270 CW" }, { 2, "Rotate 90 CW" },
         { 3, "Rotate 180" });
ENUM_MAP(vibration, { 0, "Off" }, { 3, "On" });
BITS_MAP(flash_fired, { 1, "Internal" }, { 2, "External" });
ENUM_MAP(image_size, { 0, "Large (10.0 M)" }, { 1, "Medium (5.6 M)" }, { 2, "Small (2.5 M)" });
ENUM_MAP(image_quality, { 0, "NEF (RAW)" }, { 1, "JPEG Fine" }, { 2, "JPEG Normal" },
         { 3, "JPEG Basic" }, { 4, "NEF (RAW) + JPEG Fine" }, { 5, "NEF (RAW) + JPEG Normal" },
         { 6, "NEF (RAW) + JPEG Basic" });
static const struct tag shot_d80_rows[] = {
    VERSION,
    { 586, "ShutterCount", .format = FORMAT_U32, .priority = PRIORITY_LOW },
    { 590, "Rotation", PRINT_AS_ENUM(rotation), .mask = 0x07 },
    { 590, "VibrationReduction", PRINT_AS_ENUM(vibration), .mask = 0x18 },
    { 590, "FlashFired", PRINT_AS_ENUM(flash_fired), .mask = 0xe0 },
    { 708, "NikonImageSize", PRINT_AS_ENUM(image_size), .mask = 0xf0 },
    { 708, "ImageQuality", PRINT_AS_ENUM(image_quality), .mask = 0x0f },
    { 748, "CustomSettings", SUB_BINARY(nikon_custom_d80) },
};
RECORD(nikon_shot_d80, shot_d80_rows, FORMAT_U8);

static const struct tag d40_rows[] = {
    VERSION,
    { 586, "VibrationReduction", PRINT_AS(print_on_off), .mask = 0x08 },
    { 729, "CustomSettings", SUB_BINARY(nikon_custom_d40) },
};
RECORD(nikon_shot_d40, d40_rows, FORMAT_U8);

ENUM_MAP(area, { 0, "FX (36x24)" }, { 1, "DX (24x16)" }, { 2, "5:4 (30x24)" },
         { 3, "1.2x (30x20)" });
ENUM_MAP(size_3, { 0, "Large" }, { 1, "Medium" }, { 2, "Small" });
ENUM_MAP(q_image_quality, { 0, "NEF (RAW) + JPEG Fine" }, { 1, "NEF (RAW) + JPEG Norm" },
         { 2, "NEF (RAW) + JPEG Basic" }, { 3, "NEF (RAW)" }, { 4, "TIF (RGB)" },
         { 5, "JPEG Fine" }, { 6, "JPEG Normal" }, { 7, "JPEG Basic" });
static const struct tag d90_rows[] = { HEAD,
                                       { 693, "ISO2", PRINT_AS_FORMAT("%.0f"),
                                         .convert = nikon_iso },
                                       { 884, "CustomSettings", SUB_BINARY(nikon_custom_d90) } };
RECORD(nikon_shot_d90, d90_rows, FORMAT_U8);
static const struct tag d5000_rows[] = {
    HEAD,
    { 693, "ISO2", PRINT_AS_FORMAT("%.0f"), .convert = nikon_iso },
    { 888, "CustomSettings", SUB_BINARY(nikon_custom_d5000) }
};
RECORD(nikon_shot_d5000, d5000_rows, FORMAT_U8);
static const struct tag d5100_rows[] = {
    HEAD, { 1031, "CustomSettings", SUB_BINARY(nikon_custom_d5100) }
};
RECORD(nikon_shot_d5100, d5100_rows, FORMAT_U8);
static const struct tag d5200_rows[] = {
    HEAD, { 3285, "CustomSettings", SUB_BINARY(nikon_custom_d5200) }
};
RECORD(nikon_shot_d5200, d5200_rows, FORMAT_U8);
static const struct tag d7000_rows[] = {
    HEAD, { 1028, "CustomSettings", SUB_BINARY(nikon_custom_d7000) }
};
RECORD(nikon_shot_d7000, d7000_rows, FORMAT_U8);
static const struct tag d700_rows[] = { HEAD,
                                        { 613, "ISO2", PRINT_AS_FORMAT("%.0f"),
                                          .convert = nikon_iso },
                                        { 804, "CustomSettings", SUB_BINARY(nikon_custom_d700) } };
RECORD(nikon_shot_d700, d700_rows, FORMAT_U8);
static const struct tag d300s_rows[] = { HEAD,
                                         { 613, "ISO2", PRINT_AS_FORMAT("%.0f"),
                                           .convert = nikon_iso },
                                         { 804, "CustomSettings", SUB_BINARY(nikon_custom_d3) } };
RECORD(nikon_shot_d300s, d300s_rows, FORMAT_U8);
static const struct tag d300b_rows[] = { HEAD,
                                         { 613, "ISO2", PRINT_AS_FORMAT("%.0f"),
                                           .convert = nikon_iso },
                                         { 802, "CustomSettings", SUB_BINARY(nikon_custom_d3) } };
RECORD(nikon_shot_d300b, d300b_rows, FORMAT_U8);
static const struct tag d300a_rows[] = { VERSION,
                                         { 604, "ISO2", PRINT_AS_FORMAT("%.0f"),
                                           .convert = nikon_iso },
                                         { 790, "CustomSettings", SUB_BINARY(nikon_custom_d3) } };
RECORD(nikon_shot_d300a, d300a_rows, FORMAT_U8);
static const struct tag d3a_rows[] = {
    VERSION,
    { 598, "ISO2", PRINT_AS_FORMAT("%.0f"), .convert = nikon_iso },
    { 723, "NikonImageSize", PRINT_AS_ENUM(size_3), .mask = 0x18 },
    { 723, "ImageQuality", PRINT_AS_ENUM(q_image_quality), .mask = 0x07 },
    { 769, "CustomSettings", SUB_BINARY(nikon_custom_d3) }
};
RECORD(nikon_shot_d3a, d3a_rows, FORMAT_U8);
static const struct tag d3b_rows[] = {
    HEAD,
    { 16, "ImageArea", PRINT_AS_ENUM(area) },
    { 605, "ISO2", PRINT_AS_FORMAT("%.0f"), .convert = nikon_iso },
    { 732, "NikonImageSize", PRINT_AS_ENUM(size_3), .mask = 0x18 },
    { 732, "ImageQuality", PRINT_AS_ENUM(q_image_quality), .mask = 0x07 },
    { 778, "CustomSettings", SUB_BINARY(nikon_custom_d3) }
};
RECORD(nikon_shot_d3b, d3b_rows, FORMAT_U8);
static const struct tag d3x_rows[] = { HEAD,
                                       { 605, "ISO2", PRINT_AS_FORMAT("%.0f"),
                                         .convert = nikon_iso },
                                       { 779, "CustomSettings", SUB_BINARY(nikon_custom_d3) } };
RECORD(nikon_shot_d3x, d3x_rows, FORMAT_U8);
ENUM_MAP(compression_d3s, { 0, "Size Priority" }, { 1, "Optimal Quality" });
static const struct tag d3s_rows[] = {
    HEAD,
    { 16, "ImageArea", PRINT_AS_ENUM(area) },
    { 545, "ISO2", PRINT_AS_FORMAT("%.0f"), .convert = nikon_iso },
    { 671, "JPGCompression", PRINT_AS_ENUM(compression_d3s), .mask = 0x40 },
    { 718, "CustomSettings", SUB_BINARY(nikon_custom_d3) }
};
RECORD(nikon_shot_d3s, d3s_rows, FORMAT_U8);
static bool is_p6000(const struct tag_env *env)
{
    return scan_model_has(env->scan, "COOLPIX P6000");
}

static const struct tag any_rows[] = {
    HEAD,
};
RECORD(nikon_shot_any, any_rows, FORMAT_U8);

/* The Z cameras: offsets of records, from the first byte of ShotInfo or of the menu. */
static bool print_seconds(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    buf_add_span(out, value);
    buf_add_str(out, span_equal(value, span_str("1")) ? " Second" : " Seconds");
    return true;
}

static bool print_interval(const struct tag_env *env, struct span value, struct buf *out)
{
    buf_add_str(out, raw_int(env) == 0 ? "Off" : "On: Frame ");
    if (raw_int(env) != 0) {
        buf_add_span(out, value);
    }
    return true;
}

static bool is_interval(const struct tag_env *env)
{
    const struct value *shooting = scan_member(env->scan, "IntervalShooting");

    return shooting != NULL && value_int(shooting, 0) != 0;
}

/* Degrees, above 180 those to the other side. */
static bool degrees(const struct tag_env *env, struct buf *out)
{
    double angle = value_double(env->raw, 0);

    return number_put(angle <= 180 ? angle : angle - 360, out);
}

#define ANGLE(at, name_)                                                                           \
    {                                                                                              \
        at, name_, PRINT_AS_FORMAT("%.1f"), .format = FORMAT_FIXED32, .convert = degrees           \
    }
static const struct tag orientation_rows[] = { ANGLE(0, "RollAngle"), ANGLE(4, "PitchAngle"),
                                               ANGLE(8, "YawAngle") };
static RECORD(orientation, orientation_rows, FORMAT_U8);

ENUM_MAP(z_image_area, { 0, "FX (36x24)" }, { 1, "DX (24x16)" }, { 2, "5:4 (30x24)" },
         { 3, "1.2x (30x20)" }, { 4, "1:1 (24x24)" }, { 6, "16:9" });
static const struct tag interval_z_rows[] = {
    { 36, "IntervalShooting", PRINT_AS(print_interval), .format = FORMAT_U16, .flags = TAG_MEMBER },
    { 40, "IntervalFrame", .format = FORMAT_U16, .when = is_interval },
    { 43, "ImageArea", PRINT_AS_ENUM(z_image_area) },
};
static RECORD(interval_z, interval_z_rows, FORMAT_U8);

ENUM_MAP(z_release_mode, { 0, "Continuous Low" }, { 1, "Continuous High" },
         { 2, "Continuous High (Extended)" }, { 4, "Timer" }, { 5, "Single Frame" });
ENUM_MAP(z_nikon_metering_mode, { 0, "Matrix" }, { 1, "Center" }, { 2, "Spot" },
         { 3, "Highlight" });
ENUM_MAP(z_flash_control_mode, { 0, "TTL" }, { 1, "Auto External Flash" },
         { 2, "GN (distance priority)" }, { 3, "Manual" }, { 4, "Repeating Flash" });
ENUM_MAP(z_flash_master_control_mode, { 0, "TTL" }, { 1, "Manual" }, { 2, "Auto" }, { 3, "Off" });
static const struct tag menu_settings_z_rows[] = {
    { 90, "SingleFrame" },
    { 92, "ReleaseMode", PRINT_AS_ENUM(z_release_mode) },
    { 160, "IntervalDurationHours", .format = FORMAT_U32 },
    { 164, "IntervalDurationMinutes", .format = FORMAT_U32 },
    { 168, "IntervalDurationSeconds", .format = FORMAT_U32 },
    { 176, "Intervals", .format = FORMAT_U32 },
    { 180, "ShotsPerInterval", .format = FORMAT_U32 },
    { 184, "IntervalExposureSmoothing", PRINT_AS(print_on_off) },
    { 186, "IntervalPriority", PRINT_AS(print_on_off) },
    { 220, "FocusShiftNumberShots" },
    { 224, "FocusShiftStepWidth" },
    { 228, "FocusShiftInterval", PRINT_AS(print_seconds) },
    { 232, "FocusShiftExposureLock", PRINT_AS(print_on_off) },
    { 322, "DiffractionCompensation", PRINT_AS(print_on_off) },
    { 323, "AutoDistortionControl", PRINT_AS(print_on_off) },
    { 326, "NikonMeteringMode", PRINT_AS_ENUM(z_nikon_metering_mode) },
    { 328, "FlashControlMode", PRINT_AS_ENUM(z_flash_control_mode) },
    { 352, "FlashMasterControlMode", PRINT_AS_ENUM(z_flash_master_control_mode) },
};
static RECORD(menu_settings_z, menu_settings_z_rows, FORMAT_U8);

static int read_interval(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return nikon_read_at(scan, raw, "NikonShotInfo", &interval_z, err);
}

static int read_orientation(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return nikon_read_at(scan, raw, "NikonShotInfo", &orientation, err);
}

static int read_menu_settings(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return nikon_read_at(scan, raw, "NikonMenu", &menu_settings_z, err);
}

static const struct tag menu_rows[] = {
    { 16, "MenuSettingsOffset", SUB_BLOCK(read_menu_settings), .format = FORMAT_U32, .count = 1 },
};
static RECORD(menu, menu_rows, FORMAT_U8);

static int read_menu(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return nikon_read_at(scan, raw, "NikonShotInfo", &menu, err);
}

#define OFFSET(at, name_, read)                                                                    \
    {                                                                                              \
        at, name_, SUB_BLOCK(read), .format = FORMAT_U32, .count = 1                               \
    }
#define FIRMWARE(at, name_)                                                                        \
    {                                                                                              \
        at, name_, .format = FORMAT_TEXT, .count = 8                                               \
    }
static const struct tag z_rows[] = {
    VERSION,
    FIRMWARE(4, "FirmwareVersion"),
    FIRMWARE(14, "FirmwareVersion2"),
    FIRMWARE(24, "FirmwareVersion3"),
    { 36, "NumberOffsets", .format = FORMAT_U32 },
    OFFSET(48, "IntervalOffset", read_interval),
    OFFSET(152, "OrientationOffset", read_orientation),
    OFFSET(160, "MenuOffset", read_menu),
};
RECORD(nikon_shot_z, z_rows, FORMAT_U8);

/* Of these only the angles are read. */
static const struct tag orientation_160_rows[] = { HEAD, OFFSET(160, "OrientationOffset",
                                                                read_orientation) };
RECORD(nikon_shot_orientation_160, orientation_160_rows, FORMAT_U8);
static const struct tag orientation_156_rows[] = { HEAD, OFFSET(156, "OrientationOffset",
                                                                read_orientation) };
RECORD(nikon_shot_orientation_156, orientation_156_rows, FORMAT_U8);
static const struct tag orientation_132_rows[] = { HEAD, OFFSET(132, "OrientationOffset",
                                                                read_orientation) };
RECORD(nikon_shot_orientation_132, orientation_132_rows, FORMAT_U8);

/* Without a version. */
static const struct tag p6000_rows[] = {
    { 16, "DistortionControl", PRINT_AS(print_on_off), .when = is_p6000 },
};
RECORD(nikon_shot_p6000, p6000_rows, FORMAT_U8);
