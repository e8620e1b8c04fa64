/* Olympus's directories about raw files, and those of its FE cameras. */
#include "meta/print.h"
#include "meta/tables/olympus.h"
#include "meta/tables/olympus_names.h"

ENUM_MAP(raw_dev_white_balance, { 1, "Color Temperature" }, { 2, "Gray Point" });
ENUM_MAP(raw_dev_color_space, { 0, "sRGB" }, { 1, "Adobe RGB" }, { 2, "Pro Photo RGB" });
static const struct enum_name raw_dev_noise_none[] = { { 0, "(none)" } };
static const struct enum_name raw_dev_noise_bits[] = { { 0, "Noise Reduction" },
                                                       { 1, "Noise Filter" },
                                                       { 2, "Noise Filter (ISO Boost)" } };
static const struct enum_map raw_dev_noise = { .names = raw_dev_noise_none,
                                               .n_names = 1,
                                               .bits = raw_dev_noise_bits,
                                               .n_bits = ARRAY_LEN(raw_dev_noise_bits) };
ENUM_MAP(raw_dev_engine, { 0, "High Speed" }, { 1, "High Function" });
ENUM_MAP(raw_dev_picture_mode, { 1, "Vivid" }, { 2, "Natural" }, { 3, "Muted" },
         { 256, "Monotone" }, { 512, "Sepia" });
ENUM_MAP(raw_dev_pm_bw_filter, { 1, "Neutral" }, { 2, "Yellow" }, { 3, "Orange" }, { 4, "Red" },
         { 5, "Green" });
ENUM_MAP(raw_dev_pm_picture_tone, { 1, "Neutral" }, { 2, "Sepia" }, { 3, "Blue" }, { 4, "Purple" },
         { 5, "Green" });
static const struct print_step filter_steps[] = { { PRINT_ENUM, &olympus_filters, NULL } };
static const struct print_list filters = { filter_steps, 1, false };
static const struct tag development_2_rows[] = {
    { 0x0000, "RawDevVersion" },
    { 0x0100, "RawDevExposureBiasValue" },
    { 0x0101, "RawDevWhiteBalance", PRINT_AS_ENUM(raw_dev_white_balance) },
    { 0x0102, "RawDevWhiteBalanceValue" },
    { 0x0103, "RawDevWBFineAdjustment" },
    { 0x0104, "RawDevGrayPoint" },
    { 0x0105, "RawDevContrastValue" },
    { 0x0106, "RawDevSharpnessValue" },
    { 0x0107, "RawDevSaturationEmphasis" },
    { 0x0108, "RawDevMemoryColorEmphasis" },
    { 0x0109, "RawDevColorSpace", PRINT_AS_ENUM(raw_dev_color_space) },
    { 0x010a, "RawDevNoiseReduction", PRINT_AS_ENUM(raw_dev_noise) },
    { 0x010b, "RawDevEngine", PRINT_AS_ENUM(raw_dev_engine) },
    { 0x010c, "RawDevPictureMode", PRINT_AS_ENUM(raw_dev_picture_mode) },
    { 0x010d, "RawDevPMSaturation" },
    { 0x010e, "RawDevPMContrast" },
    { 0x010f, "RawDevPMSharpness" },
    { 0x0110, "RawDevPM_BWFilter", PRINT_AS_ENUM(raw_dev_pm_bw_filter) },
    { 0x0111, "RawDevPMPictureTone", PRINT_AS_ENUM(raw_dev_pm_picture_tone) },
    { 0x0112, "RawDevGradation" },
    { 0x0113, "RawDevSaturation3" },
    { 0x0119, "RawDevAutoGradation", PRINT_AS(print_on_off) },
    { 0x0120, "RawDevPMNoiseFilter" },
    { 0x0121, "RawDevArtFilter", PRINT_AS_LIST(filters) },
};

static const struct tag_table development_2_table =
    TAG_TABLE(development_2_rows, "MakerNotes", "Olympus");
const struct sub_ifd olympus_development_2 = { &development_2_table, "Olympus" };

ENUM_MAP(light_source, { 0, "Unknown" }, { 16, "Shade" }, { 17, "Cloudy" }, { 18, "Fine Weather" },
         { 20, "Tungsten (Incandescent)" }, { 22, "Evening Sunlight" },
         { 33, "Daylight Fluorescent" }, { 34, "Day White Fluorescent" },
         { 35, "Cool White Fluorescent" }, { 36, "White Fluorescent" },
         { 256, "One Touch White Balance" }, { 512, "Custom 1-4" });
static const struct tag raw_info_rows[] = {
    { 0x0000, "RawInfoVersion" },
    { 0x0100, "WB_RBLevelsUsed" },
    { 0x0110, "WB_RBLevelsAuto" },
    { 0x0120, "WB_RBLevelsShade" },
    { 0x0121, "WB_RBLevelsCloudy" },
    { 0x0122, "WB_RBLevelsFineWeather" },
    { 0x0123, "WB_RBLevelsTungsten" },
    { 0x0124, "WB_RBLevelsEveningSunlight" },
    { 0x0130, "WB_RBLevelsDaylightFluor" },
    { 0x0131, "WB_RBLevelsDayWhiteFluor" },
    { 0x0132, "WB_RBLevelsCoolWhiteFluor" },
    { 0x0133, "WB_RBLevelsWhiteFluorescent" },
    { 0x0200, "ColorMatrix2" },
    { 0x0310, "CoringFilter" },
    { 0x0311, "CoringValues" },
    { 0x0600, "BlackLevel2" },
    { 0x0601, "YCbCrCoefficients", .format = FORMAT_URATIONAL32 },
    { 0x0611, "ValidPixelDepth" },
    { 0x0612, "CropLeft" },
    { 0x0613, "CropTop" },
    { 0x0614, "CropWidth" },
    { 0x0615, "CropHeight" },
    { 0x1000, "LightSource", PRINT_AS_ENUM(light_source) },
    { 0x1001, "WhiteBalanceComp" },
    { 0x1010, "SaturationSetting" },
    { 0x1011, "HueSetting" },
    { 0x1012, "ContrastSetting" },
    { 0x1013, "SharpnessSetting" },
    { 0x2000, "CMExposureCompensation" },
    { 0x2001, "CMWhiteBalance" },
    { 0x2002, "CMWhiteBalanceComp" },
    { 0x2010, "CMWhiteBalanceGrayPoint" },
    { 0x2020, "CMSaturation" },
    { 0x2021, "CMHue" },
    { 0x2022, "CMContrast" },
    { 0x2023, "CMSharpness" },
};

static const struct tag_table raw_info_table = TAG_TABLE(raw_info_rows, "MakerNotes", "Olympus");
const struct sub_ifd olympus_raw_info = { &raw_info_table, "Olympus" };

static const struct tag fe_rows[] = { { 0x0100, "BodyFirmwareVersion" } };
static const struct tag_table fe_table = TAG_TABLE(fe_rows, "MakerNotes", "Olympus");
const struct sub_ifd olympus_fe = { &fe_table, "Olympus" };
