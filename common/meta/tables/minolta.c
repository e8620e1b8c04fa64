/* Minolta's and Konica Minolta's maker notes. Source: ExifTool's "Minolta Tags". */
#include "meta/tables/minolta.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "meta/blocks.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"

static bool is_a2(const struct tag_env *env)
{
    return strcmp(env->scan->model, "DiMAGE A2") == 0;
}

static bool iso(const struct tag_env *env, struct buf *out)
{
    return number_put(floor(exp2((double)raw_int(env) / 8 - 1) * 3.125 + 0.5), out);
}

static bool exposure_time(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((48 - (double)raw_int(env)) / 8), out);
}

static bool f_number(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2((double)raw_int(env) / 16 - 0.5), out);
}

static bool thirds_from_2(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 3 - 2, out);
}

static bool thirds_from_6(const struct tag_env *env, struct buf *out)
{
    return number_put(((double)raw_int(env) - 6) / 3, out);
}

static bool brightness(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 8 - 6, out);
}

/* The block is there only when the stabilizer worked. */
static bool present(const struct tag_env *env, struct buf *out)
{
    buf_add_str(out, "On");
    return env->raw->bytes.len > 0 || env->raw->count > 0;
}

/* Steps around a middle that the A2 put elsewhere. */
static bool around_middle(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) - (is_a2(env) ? 5 : 3), out);
}

static bool date(const struct tag_env *env, struct buf *out)
{
    uint32_t code = (uint32_t)raw_int(env);

    buf_printf(out, "%4u:%02u:%02u", code >> 16, code >> 8 & 0xff, code & 0xff);
    return true;
}

static bool time_of_day(const struct tag_env *env, struct buf *out)
{
    uint32_t code = (uint32_t)raw_int(env);

    buf_printf(out, "%.2u:%.2u:%.2u", code >> 16, code >> 8 & 0xff, code & 0xff);
    return true;
}

static bool print_metres(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (number_parse(value, NULL) == 0) {
        buf_add_str(out, "inf");
        return true;
    }
    buf_add_span(out, value);
    buf_add_str(out, " m");
    return true;
}

static bool print_parameter(const struct tag_env *env, struct span value, struct buf *out)
{
    double number = number_parse(value, NULL);

    (void)env;
    if (number < 0) {
        return false;
    }
    buf_add_str(out, number == 0 ? "Normal" : "+");
    buf_add_span(out, number == 0 ? (struct span){ NULL, 0 } : value);
    return true;
}

/* The first models write a plain number. */
ENUM_MAP(old_white_balance, { 0, "Auto" }, { 1, "Daylight" }, { 2, "Cloudy" }, { 3, "Tungsten" },
         { 5, "Custom" }, { 7, "Fluorescent" }, { 8, "Fluorescent 2" }, { 11, "Custom 2" },
         { 12, "Custom 3" });

/* The kind of light in the highest byte, fine tuning around 0x80 in the next. */
static bool print_white_balance(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const names[] = {
        "Auto",        "Daylight", "Cloudy",  "Tungsten", "Flash",
        "Fluorescent", "Shade",    "Custom1", "Custom2",  "Custom3"
    };
    uint32_t code = (uint32_t)raw_int(env);
    uint32_t base = (code & 0xff000000) + 0x00800000;
    const char *name = enum_find(&old_white_balance, code);

    (void)value;
    if (name != NULL) {
        buf_add_str(out, name);
        return true;
    }
    if (code >> 24 >= ARRAY_LEN(names)) {
        buf_printf(out, "Unknown (0x%x)", code);
        return true;
    }
    buf_add_str(out, names[code >> 24]);
    if (code != base) {
        buf_printf(out, " (%+.8g)", ((double)code - base) / 0x10000);
    }
    return true;
}

ENUM_MAP(exposure_mode, { 0, "Program" }, { 1, "Aperture Priority" }, { 2, "Shutter Priority" },
         { 3, "Manual" });
ENUM_MAP(flash_mode, { 0, "Fill flash" }, { 1, "Red-eye reduction" }, { 2, "Rear flash sync" },
         { 3, "Wireless" }, { 4, "Off?" });
ENUM_MAP(image_size, { 0, "Full" }, { 1, "1600x1200" }, { 2, "1280x960" }, { 3, "640x480" },
         { 6, "2080x1560" }, { 7, "2560x1920" }, { 8, "3264x2176" });
ENUM_MAP(quality, { 0, "Raw" }, { 1, "Super Fine" }, { 2, "Fine" }, { 3, "Standard" },
         { 4, "Economy" }, { 5, "Extra Fine" });
ENUM_MAP(drive, { 0, "Single" }, { 1, "Continuous" }, { 2, "Self-timer" }, { 4, "Bracketing" },
         { 5, "Interval" }, { 6, "UHS continuous" }, { 7, "HS continuous" });
ENUM_MAP(metering, { 0, "Multi-segment" }, { 1, "Center-weighted average" }, { 2, "Spot" });
ENUM_MAP(digital_zoom, { 0, "Off" }, { 1, "Electronic magnification" }, { 2, "2x" });
ENUM_MAP(bracket, { 0, "1/3 EV" }, { 1, "2/3 EV" }, { 2, "1 EV" });
ENUM_MAP(sharpness, { 0, "Hard" }, { 1, "Normal" }, { 2, "Soft" });
ENUM_MAP(subject, { 0, "None" }, { 1, "Portrait" }, { 2, "Text" }, { 3, "Night portrait" },
         { 4, "Sunset" }, { 5, "Sports action" });
ENUM_MAP(iso_setting, { 0, "100" }, { 1, "200" }, { 2, "400" }, { 3, "800" }, { 4, "Auto" },
         { 5, "64" });
ENUM_MAP(model_id, { 0, "DiMAGE 7, X1, X21 or X31" }, { 1, "DiMAGE 5" }, { 2, "DiMAGE S304" },
         { 3, "DiMAGE S404" }, { 4, "DiMAGE 7i" }, { 5, "DiMAGE 7Hi" }, { 6, "DiMAGE A1" },
         { 7, "DiMAGE A2 or S414" });
ENUM_MAP(interval_mode, { 0, "Still Image" }, { 1, "Time-lapse Movie" });
ENUM_MAP(folder_name, { 0, "Standard Form" }, { 1, "Data Form" });
ENUM_MAP(settings_colour, { 0, "Natural color" }, { 1, "Black & White" }, { 2, "Vivid color" },
         { 3, "Solarization" }, { 4, "Adobe RGB" });
ENUM_MAP(internal_flash, { 0, "No" }, { 1, "Fired" });
ENUM_MAP(focus_zone, { 0, "No zone" }, { 1, "Center zone (horizontal orientation)" },
         { 2, "Center zone (vertical orientation)" }, { 3, "Left zone" }, { 4, "Right zone" });
ENUM_MAP(focus_mode, { 0, "AF" }, { 1, "MF" });
ENUM_MAP(focus_area, { 0, "Wide Focus (normal)" }, { 1, "Spot Focus" });
ENUM_MAP(dec_position, { 0, "Exposure" }, { 1, "Contrast" }, { 2, "Saturation" }, { 3, "Filter" });
ENUM_MAP(colour_profile, { 0, "Not Embedded" }, { 1, "Embedded" });
ENUM_MAP(imprint, { 0, "None" }, { 1, "YYYY/MM/DD" }, { 2, "MM/DD/HH:MM" }, { 3, "Text" },
         { 4, "Text + ID#" });
ENUM_MAP(flash_metering, { 0, "ADI (Advanced Distance Integration)" }, { 1, "Pre-flash TTL" },
         { 2, "Manual flash control" });

static bool is_7hi(const struct tag_env *env)
{
    return strcmp(env->scan->model, "DiMAGE 7Hi") == 0;
}

static const struct tag settings_rows[] = {
    { 1, "ExposureMode", PRINT_AS_ENUM(exposure_mode) },
    { 2, "FlashMode", PRINT_AS_ENUM(flash_mode) },
    { 3, "WhiteBalance", PRINT_AS(print_white_balance) },
    { 4, "MinoltaImageSize", PRINT_AS_ENUM(image_size) },
    { 5, "MinoltaQuality", PRINT_AS_ENUM(quality) },
    { 6, "DriveMode", PRINT_AS_ENUM(drive) },
    { 7, "MeteringMode", PRINT_AS_ENUM(metering) },
    { 8, "ISO", .convert = iso },
    { 9, "ExposureTime", PRINT_AS(print_exposure_time), .convert = exposure_time },
    { 10, "FNumber", PRINT_AS_FORMAT("%.1f"), .convert = f_number },
    { 11, "MacroMode", PRINT_AS(print_on_off) },
    { 12, "DigitalZoom", PRINT_AS_ENUM(digital_zoom) },
    { 13, "ExposureCompensation", PRINT_AS(print_fraction), .convert = thirds_from_2 },
    { 14, "BracketStep", PRINT_AS_ENUM(bracket) },
    { 16, "IntervalLength" },
    { 17, "IntervalNumber" },
    { 18, "FocalLength", PRINT_AS_FORMAT("%.1f mm"), .convert = maker_256th },
    { 19, "FocusDistance", PRINT_AS(print_metres), .convert = maker_thousandth },
    { 20, "FlashFired", PRINT_AS(print_yes_no) },
    { 21, "MinoltaDate", .convert = date },
    { 22, "MinoltaTime", .convert = time_of_day },
    { 23, "MaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = f_number },
    { 26, "FileNumberMemory", PRINT_AS(print_on_off) },
    { 27, "LastFileNumber" },
    { 28, "ColorBalanceRed", .convert = maker_256th },
    { 29, "ColorBalanceGreen", .convert = maker_256th },
    { 30, "ColorBalanceBlue", .convert = maker_256th },
    { 31, "Saturation", PRINT_AS(print_parameter), .convert = around_middle },
    { 32, "Contrast", PRINT_AS(print_parameter), .convert = around_middle },
    { 33, "Sharpness", PRINT_AS_ENUM(sharpness) },
    { 34, "SubjectProgram", PRINT_AS_ENUM(subject) },
    { 35, "FlashExposureComp", PRINT_AS(print_fraction), .convert = thirds_from_6 },
    { 36, "ISOSetting", PRINT_AS_ENUM(iso_setting) },
    { 37, "MinoltaModelID", PRINT_AS_ENUM(model_id) },
    { 38, "IntervalMode", PRINT_AS_ENUM(interval_mode) },
    { 39, "FolderName", PRINT_AS_ENUM(folder_name) },
    { 40, "ColorMode", PRINT_AS_ENUM(settings_colour) },
    { 41, "ColorFilter", .convert = around_middle },
    { 42, "BWFilter" },
    { 43, "InternalFlash", PRINT_AS_ENUM(internal_flash) },
    { 44, "Brightness", .convert = brightness },
    { 45, "SpotFocusPointX" },
    { 46, "SpotFocusPointY" },
    { 47, "WideFocusZone", PRINT_AS_ENUM(focus_zone) },
    { 48, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 49, "FocusArea", PRINT_AS_ENUM(focus_area) },
    { 50, "DECPosition", PRINT_AS_ENUM(dec_position) },
    { 51, "ColorProfile", PRINT_AS_ENUM(colour_profile), .when = is_7hi },
    { 52, "DataImprint", PRINT_AS_ENUM(imprint), .when = is_7hi },
    { 63, "FlashMetering", PRINT_AS_ENUM(flash_metering) },
};
/* What the camera was set to stands behind what other blocks say of the picture. */
const struct tag_table minolta_settings = { .rows = settings_rows,
                                            .n_rows = ARRAY_LEN(settings_rows),
                                            .g0 = "MakerNotes",
                                            .g1 = "Minolta",
                                            .format = FORMAT_U32,
                                            .endian = 1,
                                            .priority = PRIORITY_LOW };

ENUM_MAP(scene, { 0, "Standard" }, { 1, "Portrait" }, { 2, "Text" }, { 3, "Night Scene" },
         { 4, "Sunset" }, { 5, "Sports" }, { 6, "Landscape" }, { 7, "Night Portrait" },
         { 8, "Macro" }, { 9, "Super Macro" }, { 16, "Auto" }, { 17, "Night View/Portrait" },
         { 18, "Sweep Panorama" }, { 19, "Handheld Night Shot" }, { 20, "Anti Motion Blur" },
         { 21, "Cont. Priority AE" }, { 22, "Auto+" }, { 23, "3D Sweep Panorama" },
         { 24, "Superior Auto" }, { 25, "High Sensitivity" }, { 26, "Fireworks" }, { 27, "Food" },
         { 28, "Pet" }, { 33, "HDR" }, { 65535, "n/a" });
ENUM_MAP(colour_mode, { 0, "Natural color" }, { 1, "Black & White" }, { 2, "Vivid color" },
         { 3, "Solarization" }, { 4, "Adobe RGB" }, { 5, "Sepia" }, { 9, "Natural" },
         { 12, "Portrait" }, { 13, "Natural sRGB" }, { 14, "Natural+ sRGB" }, { 15, "Landscape" },
         { 16, "Evening" }, { 17, "Night Scene" }, { 18, "Night Portrait" },
         { 132, "Embed Adobe RGB" });
ENUM_MAP(main_quality, { 0, "Raw" }, { 1, "Super Fine" }, { 2, "Fine" }, { 3, "Standard" },
         { 4, "Economy" }, { 5, "Extra fine" });
ENUM_MAP(main_size, { 1, "1600x1200" }, { 2, "1280x960" }, { 3, "640x480" }, { 5, "2560x1920" },
         { 6, "2272x1704" }, { 7, "2048x1536" });
static const struct enum_name teleconverter_names[] = {
    { 0x0, "None" },
    { 0x4, "Minolta/Sony AF 1.4x APO (D) (0x04)" },
    { 0x5, "Minolta/Sony AF 2x APO (D) (0x05)" },
    { 0x48, "Minolta/Sony AF 2x APO (D)" },
    { 0x50, "Minolta AF 2x APO II" },
    { 0x60, "Minolta AF 2x APO" },
    { 0x88, "Minolta/Sony AF 1.4x APO (D)" },
    { 0x90, "Minolta AF 1.4x APO II" },
    { 0xa0, "Minolta AF 1.4x APO" },
};
static const struct enum_map teleconverter = { .names = teleconverter_names,
                                               .n_names = ARRAY_LEN(teleconverter_names),
                                               .hex = true };
ENUM_MAP(stabilization, { 1, "Off" }, { 5, "On" });
ENUM_MAP(zone_matching, { 0, "ISO Setting Used" }, { 1, "High Key" }, { 2, "Low Key" });
static const struct enum_name white_balance_names[] = {
    { 0x0, "Auto" },      { 0x1, "Color Temperature/Color Filter" },
    { 0x10, "Daylight" }, { 0x20, "Cloudy" },
    { 0x30, "Shade" },    { 0x40, "Tungsten" },
    { 0x50, "Flash" },    { 0x60, "Fluorescent" },
    { 0x70, "Custom" },
};
static const struct enum_map white_balance = { .names = white_balance_names,
                                               .n_names = ARRAY_LEN(white_balance_names),
                                               .hex = true };

static bool tells_quality(const struct tag_env *env)
{
    return is_a2(env) || is_7hi(env);
}

static bool is_not_a200(const struct tag_env *env)
{
    return strcmp(env->scan->model, "DiMAGE A200") != 0;
}

static const struct tag rows[] = {
    { 0x0000, "MakerNoteVersion" },
    { 0x0001, "MinoltaCameraSettingsOld", SUB_BINARY(minolta_settings) },
    { 0x0003, "MinoltaCameraSettings", SUB_BINARY(minolta_settings) },
    { 0x0018, "ImageStabilization", .convert = present },
    { 0x0040, "CompressedImageSize" },
    { 0x0081, "PreviewImage", .flags = TAG_BINARY },
    { 0x0088, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x0089, "PreviewImageLength" },
    { 0x0100, "SceneMode", PRINT_AS_ENUM(scene) },
    { 0x0101, "ColorMode", PRINT_AS_ENUM(colour_mode) },
    { 0x0102, "MinoltaQuality", PRINT_AS_ENUM(main_quality) },
    { 0x0103, "MinoltaQuality", PRINT_AS_ENUM(main_quality), .when = tells_quality },
    { 0x0103, "MinoltaImageSize", PRINT_AS_ENUM(main_size), .when = is_not_a200 },
    { 0x0104, "FlashExposureComp", PRINT_AS(print_fraction) },
    { 0x0105, "Teleconverter", PRINT_AS_ENUM(teleconverter) },
    { 0x0107, "ImageStabilization", PRINT_AS_ENUM(stabilization) },
    { 0x0109, "RawAndJpgRecording", PRINT_AS(print_on_off) },
    { 0x010a, "ZoneMatching", PRINT_AS_ENUM(zone_matching) },
    { 0x010b, "ColorTemperature" },
    { 0x010c, "LensType" },
    { 0x0111, "ColorCompensationFilter" },
    { 0x0112, "WhiteBalanceFineTune" },
    { 0x0115, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x0f00, "MinoltaCameraSettings2", .flags = TAG_BINARY },
};
const struct tag_table minolta_table = TAG_TABLE(rows, "MakerNotes", "Minolta");
