/*
 * Kodak's maker notes. Source of indices, names and wordings: ExifTool's
 * documentation, "Kodak Tags".
 */
#include "meta/maker_small.h"
#include "meta/maker_values.h"
#include "meta/print.h"

ENUM_MAP(quality, { 1, "Fine" }, { 2, "Normal" });
ENUM_MAP(burst_mode, { 0, "Off" }, { 1, "On" });
ENUM_MAP(shutter_mode, { 0, "Auto" }, { 8, "Aperture Priority" }, { 32, "Manual?" });
ENUM_MAP(metering_mode, { 0, "Multi-segment" }, { 1, "Center-weighted average" }, { 2, "Spot" });
ENUM_MAP(focus_mode, { 0, "Normal" }, { 2, "Macro" });
ENUM_MAP(white_balance, { 0, "Auto" }, { 1, "Flash?" }, { 2, "Tungsten" }, { 3, "Daylight" });
static const struct enum_name flash_mode_names[] = {
    { 0x0, "Auto" },        { 0x1, "Fill Flash" }, { 0x2, "Off" },       { 0x3, "Red-Eye" },
    { 0x10, "Fill Flash" }, { 0x20, "Off" },       { 0x40, "Red-Eye?" },
};
static const struct enum_map flash_mode = { .names = flash_mode_names,
                                            .n_names = ARRAY_LEN(flash_mode_names),
                                            .hex = true };
ENUM_MAP(flash_fired, { 0, "No" }, { 1, "Yes" });
static const struct enum_name color_mode_names[] = {
    { 0x1, "B&W" },
    { 0x2, "Sepia" },
    { 0x3, "B&W Yellow Filter" },
    { 0x4, "B&W Red Filter" },
    { 0x20, "Saturated Color" },
    { 0x40, "Neutral Color" },
    { 0x100, "Saturated Color" },
    { 0x200, "Neutral Color" },
    { 0x2000, "B&W" },
    { 0x4000, "Sepia" },
};
static const struct enum_map color_mode = { .names = color_mode_names,
                                            .n_names = ARRAY_LEN(color_mode_names),
                                            .hex = true };
static const struct tag kodak_table_rows[] = {
    { 0, "KodakModel", .format = FORMAT_TEXT, .count = 8 },
    { 9, "Quality", PRINT_AS_ENUM(quality) },
    { 10, "BurstMode", PRINT_AS_ENUM(burst_mode) },
    { 12, "KodakImageWidth", .format = FORMAT_U16 },
    { 14, "KodakImageHeight", .format = FORMAT_U16 },
    { 16, "YearCreated", .format = FORMAT_U16 },
    { 18, "MonthDayCreated", .convert = kodak_month_day, .count = 2 },
    { 20, "TimeCreated", .convert = kodak_time, .count = 4 },
    { 27, "ShutterMode", PRINT_AS_ENUM(shutter_mode) },
    { 28, "MeteringMode", PRINT_AS_ENUM(metering_mode) },
    { 29, "SequenceNumber" },
    { 30, "FNumber", PRINT_AS_FORMAT("%s"), .convert = maker_hundredth, .format = FORMAT_U16 },
    { 32, "ExposureTime", PRINT_AS(print_exposure_time), .convert = kodak_100000th,
      .format = FORMAT_U32 },
    { 36, "ExposureCompensation", .convert = maker_hundredth, .format = FORMAT_S16 },
    { 56, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 64, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 92, "FlashMode", PRINT_AS_ENUM(flash_mode) },
    { 93, "FlashFired", PRINT_AS_ENUM(flash_fired) },
    { 94, "ISOSetting", PRINT_AS(kodak_print_iso_setting), .format = FORMAT_U16 },
    { 96, "ISO", .format = FORMAT_U16 },
    { 98, "TotalZoom", .convert = maker_hundredth, .format = FORMAT_U16 },
    { 100, "DateTimeStamp", PRINT_AS(kodak_print_stamp), .format = FORMAT_U16 },
    { 102, "ColorMode", PRINT_AS_ENUM(color_mode), .format = FORMAT_U16 },
    { 104, "DigitalZoom", .convert = maker_hundredth, .format = FORMAT_U16 },
    { 107, "Sharpness", PRINT_AS(kodak_print_sharpness), .format = FORMAT_S8 },
};
const struct tag_table kodak_table =
    RECORD_TABLE(kodak_table_rows, "MakerNotes", "Kodak", FORMAT_U8);

static const struct tag kodak_type2_rows[] = {
    { 8, "KodakMaker", .format = FORMAT_TEXT, .count = 32 },
    { 40, "KodakModel", .format = FORMAT_TEXT, .count = 32 },
    { 108, "KodakImageWidth", .format = FORMAT_U32 },
    { 112, "KodakImageHeight", .format = FORMAT_U32 },
};
const struct tag_table kodak_type2 =
    RECORD_TABLE(kodak_type2_rows, "MakerNotes", "Kodak", FORMAT_U8);

static const struct tag kodak_type3_rows[] = {
    { 12, "YearCreated", .format = FORMAT_U16 },
    { 14, "MonthDayCreated", .convert = kodak_month_day, .count = 2 },
    { 16, "TimeCreated", .convert = kodak_time, .count = 4 },
    { 30, "OpticalZoom", .convert = maker_hundredth, .format = FORMAT_U16 },
    { 55, "Sharpness", PRINT_AS(kodak_print_sharpness), .format = FORMAT_S8 },
    { 56, "ExposureTime", PRINT_AS(print_exposure_time), .convert = kodak_100000th,
      .format = FORMAT_U32 },
    { 60, "FNumber", PRINT_AS_FORMAT("%s"), .convert = maker_hundredth, .format = FORMAT_U16 },
    { 78, "ISO", .format = FORMAT_U16 },
};
const struct tag_table kodak_type3 =
    RECORD_TABLE(kodak_type3_rows, "MakerNotes", "Kodak", FORMAT_U8);

static const struct tag kodak_type4_rows[] = {
    { 32, "OriginalFileName", .format = FORMAT_TEXT, .count = 12 },
};
const struct tag_table kodak_type4 =
    RECORD_TABLE(kodak_type4_rows, "MakerNotes", "Kodak", FORMAT_U8);

ENUM_MAP(white_balance_2, { 1, "Daylight" }, { 2, "Flash" }, { 3, "Tungsten" });
ENUM_MAP(flash_mode_2, { 0, "Auto" }, { 1, "On" }, { 2, "Off" }, { 3, "Red-Eye" });
ENUM_MAP(macro, { 0, "On" }, { 1, "Off" });
static const struct tag kodak_type5_rows[] = {
    { 20, "ExposureTime", PRINT_AS(print_exposure_time), .convert = kodak_100000th,
      .format = FORMAT_U32 },
    { 26, "WhiteBalance", PRINT_AS_ENUM(white_balance_2) },
    { 28, "FNumber", PRINT_AS_FORMAT("%s"), .convert = maker_hundredth, .format = FORMAT_U16 },
    { 30, "ISO", .format = FORMAT_U16 },
    { 32, "OpticalZoom", .convert = maker_hundredth, .format = FORMAT_U16 },
    { 34, "DigitalZoom", .convert = maker_hundredth, .format = FORMAT_U16 },
    { 39, "FlashMode", PRINT_AS_ENUM(flash_mode_2) },
    { 42, "ImageRotated", PRINT_AS_ENUM(flash_fired) },
    { 43, "Macro", PRINT_AS_ENUM(macro) },
};
const struct tag_table kodak_type5 =
    RECORD_TABLE(kodak_type5_rows, "MakerNotes", "Kodak", FORMAT_U8);

ENUM_MAP(flash, { 0, "No Flash" }, { 1, "Fired" });
static const struct tag kodak_type6_rows[] = {
    { 16, "ExposureTime", PRINT_AS(print_exposure_time), .convert = kodak_100000th,
      .format = FORMAT_U32 },
    { 24, "FNumber", PRINT_AS_FORMAT("%s"), .convert = maker_hundredth, .format = FORMAT_U16 },
    { 26, "ISO", .format = FORMAT_U16 },
    { 28, "OpticalZoom", .convert = maker_hundredth, .format = FORMAT_U16 },
    { 30, "DigitalZoom", .convert = maker_hundredth, .format = FORMAT_U16 },
    { 34, "Flash", PRINT_AS_ENUM(flash), .format = FORMAT_U16 },
};
const struct tag_table kodak_type6 =
    RECORD_TABLE(kodak_type6_rows, "MakerNotes", "Kodak", FORMAT_U8);

ENUM_MAP(scene_mode, { 1, "Sport" }, { 3, "Portrait" }, { 4, "Landscape" }, { 6, "Beach" },
         { 7, "Night Portrait" }, { 8, "Night Landscape" }, { 9, "Snow" }, { 10, "Text" },
         { 11, "Fireworks" }, { 12, "Macro" }, { 13, "Museum" }, { 16, "Children" },
         { 17, "Program" }, { 18, "Aperture Priority" }, { 19, "Shutter Priority" },
         { 20, "Manual" }, { 25, "Back Light" }, { 28, "Candlelight" }, { 29, "Sunset" },
         { 31, "Panorama Left-right" }, { 32, "Panorama Right-left" }, { 33, "Smart Scene" },
         { 34, "High ISO" });
static const struct tag kodak_sub_ifd_0_rows[] = {
    { 0xfa02, "SceneMode", PRINT_AS_ENUM(scene_mode) },
    { 0xfa19, "SerialNumber" },
    { 0xfa1d, "KodakImageWidth" },
    { 0xfa1e, "KodakImageHeight" },
    { 0xfa20, "SensorWidth" },
    { 0xfa21, "SensorHeight" },
    { 0xfa23, "FNumber", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth,
      .priority = PRIORITY_LOW },
    { 0xfa24, "ExposureTime", PRINT_AS(print_exposure_time), .convert = kodak_100000th,
      .priority = PRIORITY_LOW },
    { 0xfa2e, "ISO", .priority = PRIORITY_LOW },
    { 0xfa3d, "OpticalZoom", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth },
    { 0xfa46, "ISO", .priority = PRIORITY_LOW },
    { 0xfa51, "KodakImageWidth" },
    { 0xfa52, "KodakImageHeight" },
    { 0xfa54, "ThumbnailWidth" },
    { 0xfa55, "ThumbnailHeight" },
    { 0xfa57, "PreviewImageWidth" },
    { 0xfa58, "PreviewImageHeight" },
};
static const struct tag_table kodak_sub_ifd_0 =
    TAG_TABLE(kodak_sub_ifd_0_rows, "MakerNotes", "Kodak");

const struct sub_ifd kodak_below_0 = { &kodak_sub_ifd_0, "Kodak" };
static const struct tag kodak_sub_ifd_1_rows[] = {
    { 0x0027, "ISO", .priority = PRIORITY_LOW },
    { 0x0028, "ISO", .priority = PRIORITY_LOW },
};
static const struct tag_table kodak_sub_ifd_1 =
    TAG_TABLE(kodak_sub_ifd_1_rows, "MakerNotes", "Kodak");

const struct sub_ifd kodak_below_1 = { &kodak_sub_ifd_1, "Kodak" };
ENUM_MAP(scene_mode_used, { 0, "Program" }, { 2, "Aperture Priority" }, { 3, "Shutter Priority" },
         { 4, "Manual" }, { 5, "Portrait" }, { 6, "Sport" }, { 7, "Children" }, { 8, "Museum" },
         { 10, "High ISO" }, { 11, "Text" }, { 12, "Macro" }, { 13, "Back Light" },
         { 16, "Landscape" }, { 17, "Night Landscape" }, { 18, "Night Portrait" }, { 19, "Snow" },
         { 20, "Beach" }, { 21, "Fireworks" }, { 22, "Sunset" }, { 23, "Candlelight" },
         { 28, "Panorama" });
static const struct tag kodak_sub_ifd_2_rows[] = {
    { 0x6002, "SceneModeUsed", PRINT_AS_ENUM(scene_mode_used) },
    { 0x6006, "OpticalZoom", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth },
    { 0x6103, "MaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth },
    { 0xf002, "SceneModeUsed", PRINT_AS_ENUM(scene_mode_used) },
    { 0xf006, "OpticalZoom", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth },
    { 0xf103, "FNumber", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth,
      .priority = PRIORITY_LOW },
    { 0xf104, "ExposureTime", PRINT_AS(print_exposure_time), .convert = kodak_100000th,
      .priority = PRIORITY_LOW },
    { 0xf105, "ISO", .priority = PRIORITY_LOW },
};
static const struct tag_table kodak_sub_ifd_2 =
    TAG_TABLE(kodak_sub_ifd_2_rows, "MakerNotes", "Kodak");

const struct sub_ifd kodak_below_2 = { &kodak_sub_ifd_2, "Kodak" };
static const struct tag kodak_sub_ifd_3_rows[] = {
    { 0x1000, "OpticalZoom", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth },
};
static const struct tag_table kodak_sub_ifd_3 =
    TAG_TABLE(kodak_sub_ifd_3_rows, "MakerNotes", "Kodak");

const struct sub_ifd kodak_below_3 = { &kodak_sub_ifd_3, "Kodak" };
static const struct tag kodak_sub_ifd_5_rows[] = {
    { 0x000f, "OpticalZoom", PRINT_AS_FORMAT("%.1f"), .convert = maker_hundredth },
};
static const struct tag_table kodak_sub_ifd_5 =
    TAG_TABLE(kodak_sub_ifd_5_rows, "MakerNotes", "Kodak");

const struct sub_ifd kodak_below_5 = { &kodak_sub_ifd_5, "Kodak" };
static const struct tag kodak_type8_rows[] = {
    { 0xfc00, "SubIFD0", SUB_IFD(kodak_below_0), .when = maker_is_number },
    { 0xfc00, "SubIFD0", SUB_BLOCK(kodak_read_below_0) },
    { 0xfc01, "SubIFD1", SUB_IFD(kodak_below_1), .when = maker_is_number },
    { 0xfc01, "SubIFD1", SUB_BLOCK(kodak_read_below_1) },
    { 0xfc02, "SubIFD2", SUB_IFD(kodak_below_2), .when = maker_is_number },
    { 0xfc02, "SubIFD2", SUB_BLOCK(kodak_read_below_2) },
    { 0xfc03, "SubIFD3", SUB_IFD(kodak_below_3), .when = maker_is_number },
    { 0xfc03, "SubIFD3", SUB_BLOCK(kodak_read_below_3) },
    { 0xfc05, "SubIFD5", SUB_IFD(kodak_below_5), .when = maker_is_number },
    { 0xfc05, "SubIFD5", SUB_BLOCK(kodak_read_below_5) },
    { 0xfcff, "SubIFD255", SUB_IFD(kodak_below_0), .when = maker_is_number },
    { 0xfcff, "SubIFD255", SUB_BLOCK(kodak_read_below_0) },
};
const struct tag_table kodak_type8 = TAG_TABLE(kodak_type8_rows, "MakerNotes", "Kodak");

static const struct tag kodak_type7_rows[] = { { 0, "SerialNumber", .format = FORMAT_TEXT,
                                                 .count = 16 } };
const struct tag_table kodak_type7 = TAG_TABLE(kodak_type7_rows, "MakerNotes", "Kodak");