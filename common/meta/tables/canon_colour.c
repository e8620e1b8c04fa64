/*
 * ColorData of Canon's maker notes. Source of indices, names and wordings: ExifTool's
 * documentation, "Canon Tags".
 */
#include "meta/maker_canon.h"
#include "meta/tables/canon_info.h"

static const struct tag canon_colour_coefs_rows[] = {
    { 0, "WB_RGGBLevelsAsShot", .count = 4 },       { 4, "ColorTempAsShot" },
    { 5, "WB_RGGBLevelsAuto", .count = 4 },         { 9, "ColorTempAuto" },
    { 10, "WB_RGGBLevelsMeasured", .count = 4 },    { 14, "ColorTempMeasured" },
    { 20, "WB_RGGBLevelsDaylight", .count = 4 },    { 24, "ColorTempDaylight" },
    { 25, "WB_RGGBLevelsShade", .count = 4 },       { 29, "ColorTempShade" },
    { 30, "WB_RGGBLevelsCloudy", .count = 4 },      { 34, "ColorTempCloudy" },
    { 35, "WB_RGGBLevelsTungsten", .count = 4 },    { 39, "ColorTempTungsten" },
    { 40, "WB_RGGBLevelsFluorescent", .count = 4 }, { 44, "ColorTempFluorescent" },
    { 45, "WB_RGGBLevelsKelvin", .count = 4 },      { 49, "ColorTempKelvin" },
    { 50, "WB_RGGBLevelsFlash", .count = 4 },       { 54, "ColorTempFlash" },
};
static const struct tag_table canon_colour_coefs =
    RECORD_TABLE(canon_colour_coefs_rows, "MakerNotes", "Canon", FORMAT_S16);

static const struct tag canon_colour_coefs_2_rows[] = {
    { 0, "WB_RGGBLevelsAsShot", .count = 4 },       { 7, "ColorTempAsShot" },
    { 8, "WB_RGGBLevelsAuto", .count = 4 },         { 15, "ColorTempAuto" },
    { 16, "WB_RGGBLevelsMeasured", .count = 4 },    { 23, "ColorTempMeasured" },
    { 32, "WB_RGGBLevelsDaylight", .count = 4 },    { 39, "ColorTempDaylight" },
    { 40, "WB_RGGBLevelsShade", .count = 4 },       { 47, "ColorTempShade" },
    { 48, "WB_RGGBLevelsCloudy", .count = 4 },      { 55, "ColorTempCloudy" },
    { 56, "WB_RGGBLevelsTungsten", .count = 4 },    { 63, "ColorTempTungsten" },
    { 64, "WB_RGGBLevelsFluorescent", .count = 4 }, { 71, "ColorTempFluorescent" },
    { 72, "WB_RGGBLevelsKelvin", .count = 4 },      { 79, "ColorTempKelvin" },
    { 80, "WB_RGGBLevelsFlash", .count = 4 },       { 87, "ColorTempFlash" },
};
static const struct tag_table canon_colour_coefs_2 = { .rows = canon_colour_coefs_2_rows,
                                                       .n_rows =
                                                           ARRAY_LEN(canon_colour_coefs_2_rows),
                                                       .g0 = "MakerNotes",
                                                       .g1 = "Canon",
                                                       .format = FORMAT_S16 };

static const struct tag canon_colour_1_rows[] = {
    { 25, "WB_RGGBLevelsAsShot", .count = 4 },      { 29, "ColorTempAsShot" },
    { 30, "WB_RGGBLevelsAuto", .count = 4 },        { 34, "ColorTempAuto" },
    { 35, "WB_RGGBLevelsDaylight", .count = 4 },    { 39, "ColorTempDaylight" },
    { 40, "WB_RGGBLevelsShade", .count = 4 },       { 44, "ColorTempShade" },
    { 45, "WB_RGGBLevelsCloudy", .count = 4 },      { 49, "ColorTempCloudy" },
    { 50, "WB_RGGBLevelsTungsten", .count = 4 },    { 54, "ColorTempTungsten" },
    { 55, "WB_RGGBLevelsFluorescent", .count = 4 }, { 59, "ColorTempFluorescent" },
    { 60, "WB_RGGBLevelsFlash", .count = 4 },       { 64, "ColorTempFlash" },
    { 65, "WB_RGGBLevelsCustom1", .count = 4 },     { 69, "ColorTempCustom1" },
    { 70, "WB_RGGBLevelsCustom2", .count = 4 },     { 74, "ColorTempCustom2" },
};
const struct tag_table canon_colour_1 =
    RECORD_TABLE(canon_colour_1_rows, "MakerNotes", "Canon", FORMAT_S16);

static const struct tag canon_colour_2_rows[] = {
    { 24, "WB_RGGBLevelsAuto", .count = 4 },
    { 28, "ColorTempAuto" },
    { 34, "WB_RGGBLevelsAsShot", .count = 4 },
    { 38, "ColorTempAsShot" },
    { 39, "WB_RGGBLevelsDaylight", .count = 4 },
    { 43, "ColorTempDaylight" },
    { 44, "WB_RGGBLevelsShade", .count = 4 },
    { 48, "ColorTempShade" },
    { 49, "WB_RGGBLevelsCloudy", .count = 4 },
    { 53, "ColorTempCloudy" },
    { 54, "WB_RGGBLevelsTungsten", .count = 4 },
    { 58, "ColorTempTungsten" },
    { 59, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 63, "ColorTempFluorescent" },
    { 64, "WB_RGGBLevelsKelvin", .count = 4 },
    { 68, "ColorTempKelvin" },
    { 69, "WB_RGGBLevelsFlash", .count = 4 },
    { 73, "ColorTempFlash" },
    { 144, "WB_RGGBLevelsPC1", .count = 4 },
    { 148, "ColorTempPC1" },
    { 149, "WB_RGGBLevelsPC2", .count = 4 },
    { 153, "ColorTempPC2" },
    { 154, "WB_RGGBLevelsPC3", .count = 4 },
    { 158, "ColorTempPC3" },
    { 618, "RawMeasuredRGGB", .convert = canon_swapped_words, .format = FORMAT_U32, .count = 4 },
};
const struct tag_table canon_colour_2 =
    RECORD_TABLE(canon_colour_2_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version, { 1, "1 (1DmkIIN/5D/30D/400D)" });
static const struct tag canon_colour_3_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version), .flags = TAG_MEMBER },
    { 63, "WB_RGGBLevelsAsShot", .count = 4 },
    { 67, "ColorTempAsShot" },
    { 68, "WB_RGGBLevelsAuto", .count = 4 },
    { 72, "ColorTempAuto" },
    { 73, "WB_RGGBLevelsMeasured", .count = 4 },
    { 77, "ColorTempMeasured" },
    { 78, "WB_RGGBLevelsDaylight", .count = 4 },
    { 82, "ColorTempDaylight" },
    { 83, "WB_RGGBLevelsShade", .count = 4 },
    { 87, "ColorTempShade" },
    { 88, "WB_RGGBLevelsCloudy", .count = 4 },
    { 92, "ColorTempCloudy" },
    { 93, "WB_RGGBLevelsTungsten", .count = 4 },
    { 97, "ColorTempTungsten" },
    { 98, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 102, "ColorTempFluorescent" },
    { 103, "WB_RGGBLevelsKelvin", .count = 4 },
    { 107, "ColorTempKelvin" },
    { 108, "WB_RGGBLevelsFlash", .count = 4 },
    { 112, "ColorTempFlash" },
    { 113, "WB_RGGBLevelsPC1", .count = 4 },
    { 117, "ColorTempPC1" },
    { 118, "WB_RGGBLevelsPC2", .count = 4 },
    { 122, "ColorTempPC2" },
    { 123, "WB_RGGBLevelsPC3", .count = 4 },
    { 127, "ColorTempPC3" },
    { 128, "WB_RGGBLevelsCustom", .count = 4 },
    { 132, "ColorTempCustom" },
    { 196, "PerChannelBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 584, "FlashOutput", PRINT_AS(canon_print_flash_output), .convert = canon_flash_power },
    { 585, "FlashBatteryLevel", PRINT_AS(canon_print_battery_level) },
    { 586, "ColorTempFlashData", .convert = canon_not_0 },
    { 647, "MeasuredRGGBData", .convert = canon_swapped_words, .format = FORMAT_U32, .count = 4 },
};
const struct tag_table canon_colour_3 =
    RECORD_TABLE(canon_colour_3_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_2, { 2, "2 (1DmkIII)" }, { 3, "3 (40D)" }, { 4, "4 (1DSmkIII)" },
         { 5, "5 (450D/1000D)" }, { 6, "6 (50D/5DmkII)" }, { 7, "7 (500D/550D/7D/1DmkIV)" },
         { 9, "9 (60D/1100D)" });
static const struct tag canon_colour_4_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_2), .flags = TAG_MEMBER },
    { 63, "ColorCoefs", SUB_BINARY(canon_colour_coefs), .count = 115 },
    { 231, "AverageBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 619, "FlashOutput", PRINT_AS(canon_print_flash_output), .convert = canon_flash_power },
    { 620, "FlashBatteryLevel", PRINT_AS(canon_print_battery_level) },
    { 640, "RawMeasuredRGGB", .convert = canon_swapped_words, .format = FORMAT_U32, .count = 4 },
    { 692, "PerChannelBlackLevel", .when = canon_version_4_5, .format = FORMAT_U16, .count = 4 },
    { 696, "NormalWhiteLevel", .convert = canon_not_0, .when = canon_version_4_5,
      .format = FORMAT_U16 },
    { 697, "SpecularWhiteLevel", .when = canon_version_4_5, .format = FORMAT_U16 },
    { 698, "LinearityUpperMargin", .when = canon_version_4_5, .format = FORMAT_U16 },
    { 715, "PerChannelBlackLevel", .when = canon_version_6_7, .format = FORMAT_U16, .count = 4 },
    { 719, "NormalWhiteLevel", .convert = canon_not_0, .when = canon_version_6_7,
      .format = FORMAT_U16 },
    { 719, "PerChannelBlackLevel", .format = FORMAT_U16, .count = 4, .when = canon_version_9 },
    { 720, "SpecularWhiteLevel", .when = canon_version_6_7, .format = FORMAT_U16 },
    { 721, "LinearityUpperMargin", .when = canon_version_6_7, .format = FORMAT_U16 },
    { 723, "NormalWhiteLevel", .convert = canon_not_0, .when = canon_version_9,
      .format = FORMAT_U16 },
    { 724, "SpecularWhiteLevel", .when = canon_version_9, .format = FORMAT_U16 },
    { 725, "LinearityUpperMargin", .when = canon_version_9, .format = FORMAT_U16 },
};
const struct tag_table canon_colour_4 =
    RECORD_TABLE(canon_colour_4_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_3, { -4, "-4 (M100/M5/M6)" }, { -3, "-3 (M10/M3)" });
static const struct tag canon_colour_5_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_3), .flags = TAG_MEMBER },
    { 71, "ColorCoefs", SUB_BINARY(canon_colour_coefs), .when = canon_version_minus_3 },
    { 71, "ColorCoefs", SUB_BINARY(canon_colour_coefs_2) },
    { 264, "PerChannelBlackLevel", .when = canon_version_minus_3, .count = 4 },
    { 333, "PerChannelBlackLevel", .when = canon_version_minus_4, .count = 4 },
    { 662, "SpecularWhiteLevel", .when = canon_version_minus_3, .format = FORMAT_U16 },
    { 1385, "NormalWhiteLevel", .when = canon_version_minus_4, .format = FORMAT_U16 },
    { 1386, "SpecularWhiteLevel", .when = canon_version_minus_4, .format = FORMAT_U16 },
};
const struct tag_table canon_colour_5 =
    RECORD_TABLE(canon_colour_5_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_4, { 10, "10 (600D/1200D)" });
static const struct tag canon_colour_6_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_4), .flags = TAG_MEMBER },
    { 63, "WB_RGGBLevelsAsShot", .count = 4 },
    { 67, "ColorTempAsShot" },
    { 68, "WB_RGGBLevelsAuto", .count = 4 },
    { 72, "ColorTempAuto" },
    { 73, "WB_RGGBLevelsMeasured", .count = 4 },
    { 77, "ColorTempMeasured" },
    { 103, "WB_RGGBLevelsDaylight", .count = 4 },
    { 107, "ColorTempDaylight" },
    { 108, "WB_RGGBLevelsShade", .count = 4 },
    { 112, "ColorTempShade" },
    { 113, "WB_RGGBLevelsCloudy", .count = 4 },
    { 117, "ColorTempCloudy" },
    { 118, "WB_RGGBLevelsTungsten", .count = 4 },
    { 122, "ColorTempTungsten" },
    { 123, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 127, "ColorTempFluorescent" },
    { 128, "WB_RGGBLevelsKelvin", .count = 4 },
    { 132, "ColorTempKelvin" },
    { 133, "WB_RGGBLevelsFlash", .count = 4 },
    { 137, "ColorTempFlash" },
    { 251, "AverageBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 404, "RawMeasuredRGGB", .convert = canon_swapped_words, .format = FORMAT_U32, .count = 4 },
    { 479, "PerChannelBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 483, "NormalWhiteLevel", .convert = canon_not_0, .format = FORMAT_U16 },
    { 484, "SpecularWhiteLevel", .format = FORMAT_U16 },
    { 485, "LinearityUpperMargin", .format = FORMAT_U16 },
};
const struct tag_table canon_colour_6 =
    RECORD_TABLE(canon_colour_6_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_5, { 10, "10 (1DX/5DmkIII/6D/70D/100D/650D/700D/M/M2)" },
         { 11, "11 (7DmkII/750D/760D/8000D)" });
static const struct tag canon_colour_7_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_5), .flags = TAG_MEMBER },
    { 63, "WB_RGGBLevelsAsShot", .count = 4 },
    { 67, "ColorTempAsShot" },
    { 68, "WB_RGGBLevelsAuto", .count = 4 },
    { 72, "ColorTempAuto" },
    { 73, "WB_RGGBLevelsMeasured", .count = 4 },
    { 77, "ColorTempMeasured" },
    { 128, "WB_RGGBLevelsDaylight", .count = 4 },
    { 132, "ColorTempDaylight" },
    { 133, "WB_RGGBLevelsShade", .count = 4 },
    { 137, "ColorTempShade" },
    { 138, "WB_RGGBLevelsCloudy", .count = 4 },
    { 142, "ColorTempCloudy" },
    { 143, "WB_RGGBLevelsTungsten", .count = 4 },
    { 147, "ColorTempTungsten" },
    { 148, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 152, "ColorTempFluorescent" },
    { 153, "WB_RGGBLevelsKelvin", .count = 4 },
    { 157, "ColorTempKelvin" },
    { 158, "WB_RGGBLevelsFlash", .count = 4 },
    { 162, "ColorTempFlash" },
    { 276, "AverageBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 408, "FlashOutput", PRINT_AS(canon_print_flash_output), .convert = canon_flash_power },
    { 409, "FlashBatteryLevel", PRINT_AS(canon_print_battery_level) },
    { 429, "RawMeasuredRGGB", .convert = canon_swapped_words, .when = canon_version_10,
      .format = FORMAT_U32, .count = 4 },
    { 504, "PerChannelBlackLevel", .when = canon_version_10, .format = FORMAT_U16, .count = 4 },
    { 508, "NormalWhiteLevel", .convert = canon_not_0, .when = canon_version_10,
      .format = FORMAT_U16 },
    { 509, "SpecularWhiteLevel", .when = canon_version_10, .format = FORMAT_U16 },
    { 510, "LinearityUpperMargin", .when = canon_version_10, .format = FORMAT_U16 },
    { 619, "RawMeasuredRGGB", .convert = canon_swapped_words, .when = canon_version_11,
      .format = FORMAT_U32, .count = 4 },
    { 728, "PerChannelBlackLevel", .when = canon_version_11, .format = FORMAT_U16, .count = 4 },
    { 732, "NormalWhiteLevel", .convert = canon_not_0, .when = canon_version_11,
      .format = FORMAT_U16 },
    { 733, "SpecularWhiteLevel", .when = canon_version_11, .format = FORMAT_U16 },
    { 734, "LinearityUpperMargin", .when = canon_version_11, .format = FORMAT_U16 },
};
const struct tag_table canon_colour_7 =
    RECORD_TABLE(canon_colour_7_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_6, { 12, "12 (1DXmkII/5DS/5DSR)" }, { 13, "13 (80D/5DmkIV)" },
         { 14, "14 (1300D/2000D/4000D)" }, { 15, "15 (6DmkII/77D/200D/800D,9000D)" });
static const struct tag canon_colour_8_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_6), .flags = TAG_MEMBER },
    { 63, "WB_RGGBLevelsAsShot", .count = 4 },
    { 67, "ColorTempAsShot" },
    { 68, "WB_RGGBLevelsAuto", .count = 4 },
    { 72, "ColorTempAuto" },
    { 73, "WB_RGGBLevelsMeasured", .count = 4 },
    { 77, "ColorTempMeasured" },
    { 133, "WB_RGGBLevelsDaylight", .count = 4 },
    { 137, "ColorTempDaylight" },
    { 138, "WB_RGGBLevelsShade", .count = 4 },
    { 142, "ColorTempShade" },
    { 143, "WB_RGGBLevelsCloudy", .count = 4 },
    { 147, "ColorTempCloudy" },
    { 148, "WB_RGGBLevelsTungsten", .count = 4 },
    { 152, "ColorTempTungsten" },
    { 153, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 157, "ColorTempFluorescent" },
    { 158, "WB_RGGBLevelsKelvin", .count = 4 },
    { 162, "ColorTempKelvin" },
    { 163, "WB_RGGBLevelsFlash", .count = 4 },
    { 167, "ColorTempFlash" },
    { 326, "AverageBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 556, "PerChannelBlackLevel", .when = canon_version_14, .format = FORMAT_U16, .count = 4 },
    { 560, "NormalWhiteLevel", .when = canon_version_14, .convert = canon_not_0,
      .format = FORMAT_U16 },
    { 561, "SpecularWhiteLevel", .when = canon_version_14, .format = FORMAT_U16 },
    { 562, "LinearityUpperMargin", .when = canon_version_14, .format = FORMAT_U16 },
    { 778, "PerChannelBlackLevel", .when = canon_not_14, .format = FORMAT_U16, .count = 4 },
    { 782, "NormalWhiteLevel", .when = canon_not_14, .convert = canon_not_0, .format = FORMAT_U16 },
    { 783, "SpecularWhiteLevel", .when = canon_not_14, .format = FORMAT_U16 },
    { 784, "LinearityUpperMargin", .when = canon_not_14, .format = FORMAT_U16 },
};
const struct tag_table canon_colour_8 =
    RECORD_TABLE(canon_colour_8_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_7, { 16, "16 (M50)" }, { 17, "17 (R)" }, { 18, "18 (RP/250D)" },
         { 19, "19 (90D/850D/M6mkII/M200)" });
static const struct tag canon_colour_9_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_7), .flags = TAG_MEMBER },
    { 71, "WB_RGGBLevelsAsShot", .count = 4 },
    { 75, "ColorTempAsShot" },
    { 76, "WB_RGGBLevelsAuto", .count = 4 },
    { 80, "ColorTempAuto" },
    { 81, "WB_RGGBLevelsMeasured", .count = 4 },
    { 85, "ColorTempMeasured" },
    { 136, "WB_RGGBLevelsDaylight", .count = 4 },
    { 140, "ColorTempDaylight" },
    { 141, "WB_RGGBLevelsShade", .count = 4 },
    { 145, "ColorTempShade" },
    { 146, "WB_RGGBLevelsCloudy", .count = 4 },
    { 150, "ColorTempCloudy" },
    { 151, "WB_RGGBLevelsTungsten", .count = 4 },
    { 155, "ColorTempTungsten" },
    { 156, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 160, "ColorTempFluorescent" },
    { 161, "WB_RGGBLevelsKelvin", .count = 4 },
    { 165, "ColorTempKelvin" },
    { 166, "WB_RGGBLevelsFlash", .count = 4 },
    { 170, "ColorTempFlash" },
    { 329, "PerChannelBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 796, "NormalWhiteLevel", .convert = canon_not_0, .format = FORMAT_U16 },
    { 797, "SpecularWhiteLevel", .format = FORMAT_U16 },
    { 798, "LinearityUpperMargin", .format = FORMAT_U16 },
};
const struct tag_table canon_colour_9 =
    RECORD_TABLE(canon_colour_9_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_8, { 32, "32 (1DXmkIII)" }, { 33, "33 (R5/R6)" });
static const struct tag canon_colour_10_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_8), .flags = TAG_MEMBER },
    { 85, "WB_RGGBLevelsAsShot", .count = 4 },
    { 89, "ColorTempAsShot" },
    { 90, "WB_RGGBLevelsAuto", .count = 4 },
    { 94, "ColorTempAuto" },
    { 95, "WB_RGGBLevelsMeasured", .count = 4 },
    { 99, "ColorTempMeasured" },
    { 150, "WB_RGGBLevelsDaylight", .count = 4 },
    { 154, "ColorTempDaylight" },
    { 155, "WB_RGGBLevelsShade", .count = 4 },
    { 159, "ColorTempShade" },
    { 160, "WB_RGGBLevelsCloudy", .count = 4 },
    { 164, "ColorTempCloudy" },
    { 165, "WB_RGGBLevelsTungsten", .count = 4 },
    { 169, "ColorTempTungsten" },
    { 170, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 174, "ColorTempFluorescent" },
    { 175, "WB_RGGBLevelsKelvin", .count = 4 },
    { 179, "ColorTempKelvin" },
    { 180, "WB_RGGBLevelsFlash", .count = 4 },
    { 184, "ColorTempFlash" },
    { 343, "PerChannelBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 665, "FlashOutput", PRINT_AS(canon_print_flash_output), .convert = canon_flash_power },
    { 666, "FlashBatteryLevel", PRINT_AS(canon_print_battery_level) },
    { 810, "NormalWhiteLevel", .convert = canon_not_0, .format = FORMAT_U16 },
    { 811, "SpecularWhiteLevel", .format = FORMAT_U16 },
    { 812, "LinearityUpperMargin", .format = FORMAT_U16 },
};
const struct tag_table canon_colour_10 =
    RECORD_TABLE(canon_colour_10_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_9, { 34, "34 (R3)" }, { 48, "48 (R7/R10/R50/R6mkII)" });
static const struct tag canon_colour_11_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_9), .flags = TAG_MEMBER },
    { 105, "WB_RGGBLevelsAsShot", .count = 4 },
    { 109, "ColorTempAsShot" },
    { 110, "WB_RGGBLevelsAuto", .count = 4 },
    { 114, "ColorTempAuto" },
    { 115, "WB_RGGBLevelsMeasured", .count = 4 },
    { 119, "ColorTempMeasured" },
    { 205, "WB_RGGBLevelsDaylight", .count = 4 },
    { 209, "ColorTempDaylight" },
    { 210, "WB_RGGBLevelsShade", .count = 4 },
    { 214, "ColorTempShade" },
    { 215, "WB_RGGBLevelsCloudy", .count = 4 },
    { 219, "ColorTempCloudy" },
    { 220, "WB_RGGBLevelsTungsten", .count = 4 },
    { 224, "ColorTempTungsten" },
    { 225, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 229, "ColorTempFluorescent" },
    { 230, "WB_RGGBLevelsKelvin", .count = 4 },
    { 234, "ColorTempKelvin" },
    { 235, "WB_RGGBLevelsFlash", .count = 4 },
    { 239, "ColorTempFlash" },
    { 363, "PerChannelBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 640, "NormalWhiteLevel", .convert = canon_not_0, .format = FORMAT_U16 },
    { 641, "SpecularWhiteLevel", .format = FORMAT_U16 },
    { 642, "LinearityUpperMargin", .format = FORMAT_U16 },
};
const struct tag_table canon_colour_11 =
    RECORD_TABLE(canon_colour_11_rows, "MakerNotes", "Canon", FORMAT_S16);

ENUM_MAP(color_data_version_10, { 64, "64 (R1/R5mkII)" }, { 65, "65 (R50V)" });
static const struct tag canon_colour_12_rows[] = {
    { 0, "ColorDataVersion", PRINT_AS_ENUM(color_data_version_10), .flags = TAG_MEMBER },
    { 105, "WB_RGGBLevelsAsShot", .count = 4 },
    { 109, "ColorTempAsShot" },
    { 110, "WB_RGGBLevelsDaylight", .count = 4 },
    { 114, "ColorTempDaylight" },
    { 115, "WB_RGGBLevelsShade", .count = 4 },
    { 119, "ColorTempShade" },
    { 120, "WB_RGGBLevelsCloudy", .count = 4 },
    { 124, "ColorTempCloudy" },
    { 125, "WB_RGGBLevelsTungsten", .count = 4 },
    { 129, "ColorTempTungsten" },
    { 130, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 134, "ColorTempFluorescent" },
    { 135, "WB_RGGBLevelsFlash", .count = 4 },
    { 139, "ColorTempFlash" },
    { 383, "PerChannelBlackLevel", .format = FORMAT_U16, .count = 4 },
    { 515, "FlashOutput", PRINT_AS(canon_print_flash_output), .convert = canon_flash_power },
    { 516, "FlashBatteryLevel", PRINT_AS(canon_print_battery_level) },
    { 660, "NormalWhiteLevel", .convert = canon_not_0, .format = FORMAT_U16 },
    { 661, "SpecularWhiteLevel", .format = FORMAT_U16 },
    { 662, "LinearityUpperMargin", .format = FORMAT_U16 },
};
const struct tag_table canon_colour_12 =
    RECORD_TABLE(canon_colour_12_rows, "MakerNotes", "Canon", FORMAT_S16);
