/*
 * Headers of raw files: CRW, MRW, RAF. Source of ids, names and wordings:
 * ExifTool's documentation, "CanonRaw", "MinoltaRaw" and "FujiFilm Tags".
 */
#include "meta/raw.h"
#include "meta/maker_canon.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/tables/canon_info.h"
#include "meta/tables/canon_names.h"

static const struct tag crw_white_sample_rows[] = {
    { 1, "WhiteSampleWidth" },     { 2, "WhiteSampleHeight" }, { 3, "WhiteSampleLeftBorder" },
    { 4, "WhiteSampleTopBorder" }, { 5, "WhiteSampleBits" },
};
static const struct tag_table crw_white_sample =
    RECORD_TABLE(crw_white_sample_rows, "MakerNotes", "CanonRaw", FORMAT_U16);

ENUM_MAP(raw_jpg_quality, { 1, "Economy" }, { 2, "Normal" }, { 3, "Fine" }, { 5, "Superfine" });
ENUM_MAP(raw_jpg_size, { 0, "Large" }, { 1, "Medium" }, { 2, "Small" });
static const struct tag crw_raw_jpg_rows[] = {
    { 1, "RawJpgQuality", PRINT_AS_ENUM(raw_jpg_quality) },
    { 2, "RawJpgSize", PRINT_AS_ENUM(raw_jpg_size) },
    { 3, "RawJpgWidth" },
    { 4, "RawJpgHeight" },
};
static const struct tag_table crw_raw_jpg =
    RECORD_TABLE(crw_raw_jpg_rows, "MakerNotes", "CanonRaw", FORMAT_U16);

static const struct enum_name file_format_names[] = {
    { 0x10000, "JPEG (lossy)" },
    { 0x10002, "JPEG (non-quantization)" },
    { 0x10003, "JPEG (lossy/non-quantization toggled)" },
    { 0x20001, "CRW" },
};
static const struct enum_map file_format = { .names = file_format_names,
                                             .n_names = ARRAY_LEN(file_format_names),
                                             .hex = true };
static const struct tag crw_image_format_rows[] = {
    { 0, "FileFormat", PRINT_AS_ENUM(file_format) },
    { 1, "TargetCompressionRatio", .format = FORMAT_FLOAT },
};
static const struct tag_table crw_image_format =
    RECORD_TABLE(crw_image_format_rows, "MakerNotes", "CanonRaw", FORMAT_U32);

static const struct tag crw_time_stamp_rows[] = {
    { 0, "DateTimeOriginal", PRINT_AS(canon_print_time) },
    { 1, "TimeZoneCode", .format = FORMAT_S32 },
    { 2, "TimeZoneInfo" },
};
static const struct tag_table crw_time_stamp =
    RECORD_TABLE(crw_time_stamp_rows, "MakerNotes", "CanonRaw", FORMAT_U32);

static const struct tag crw_image_info_rows[] = {
    { 0, "ImageWidth" },
    { 1, "ImageHeight" },
    { 2, "PixelAspectRatio", .format = FORMAT_FLOAT },
    { 3, "Rotation", .format = FORMAT_S32 },
    { 4, "ComponentBitDepth" },
    { 5, "ColorBitDepth" },
    { 6, "ColorBW" },
};
static const struct tag_table crw_image_info =
    RECORD_TABLE(crw_image_info_rows, "MakerNotes", "CanonRaw", FORMAT_U32);

static const struct tag crw_flash_info_rows[] = {
    { 0, "FlashGuideNumber" },
    { 1, "FlashThreshold" },
};
static const struct tag_table crw_flash_info =
    RECORD_TABLE(crw_flash_info_rows, "MakerNotes", "CanonRaw", FORMAT_FLOAT);

static const struct tag crw_exposure_info_rows[] = {
    { 0, "ExposureCompensation" },
    { 1, "ShutterSpeedValue", PRINT_AS(print_exposure_time), .convert = convert_apex_time },
    { 2, "ApertureValue", PRINT_AS_FORMAT("%.1f"), .convert = convert_apex_aperture },
};
static const struct tag_table crw_exposure_info =
    RECORD_TABLE(crw_exposure_info_rows, "MakerNotes", "CanonRaw", FORMAT_FLOAT);

static const struct tag crw_decoder_table_rows[] = {
    { 0, "DecoderTableNumber" },
    { 2, "CompressedDataOffset" },
    { 3, "CompressedDataLength" },
};
static const struct tag_table crw_decoder_table =
    RECORD_TABLE(crw_decoder_table_rows, "MakerNotes", "CanonRaw", FORMAT_U32);

ENUM_MAP(target_image_type, { 0, "Real-world Subject" }, { 1, "Written Document" });
ENUM_MAP(shutter_release_method, { 0, "Single Shot" }, { 2, "Continuous Shooting" });
ENUM_MAP(shutter_release_timing, { 0, "Priority on shutter" }, { 1, "Priority on focus" });
ENUM_MAP(color_space, { 1, "sRGB" }, { 2, "Adobe RGB" }, { 65535, "Uncalibrated" });
static const struct enum_name serial_number_format_names[] = {
    { 0x90000000, "Format 1" },
    { 0xa0000000, "Format 2" },
};
static const struct enum_map serial_number_format = { .names = serial_number_format_names,
                                                      .n_names =
                                                          ARRAY_LEN(serial_number_format_names),
                                                      .hex = true };
static const struct tag crw_table_rows[] = {
    { 0x0001, "FreeBytes", .flags = TAG_BINARY },
    { 0x0805, "CanonFileDescription" },
    { 0x0805, "UserComment", .when = crw_never },
    { 0x080a, "CanonRawMakeModel", SUB_BLOCK(crw_make_model) },
    { 0x080b, "CanonFirmwareVersion" },
    { 0x080c, "ComponentVersion" },
    { 0x080d, "ROMOperationMode" },
    { 0x0810, "OwnerName" },
    { 0x0815, "CanonImageType" },
    { 0x0816, "OriginalFileName" },
    { 0x0817, "ThumbnailFileName" },
    { 0x100a, "TargetImageType", PRINT_AS_ENUM(target_image_type) },
    { 0x1010, "ShutterReleaseMethod", PRINT_AS_ENUM(shutter_release_method) },
    { 0x1011, "ShutterReleaseTiming", PRINT_AS_ENUM(shutter_release_timing) },
    { 0x1016, "ReleaseSetting" },
    { 0x101c, "BaseISO" },
    { 0x1030, "WhiteSample", SUB_BINARY(crw_white_sample) },
    { 0x10ae, "ColorTemperature" },
    { 0x10b4, "ColorSpace", PRINT_AS_ENUM(color_space) },
    { 0x10b5, "RawJpgInfo", SUB_BINARY(crw_raw_jpg) },
    { 0x1803, "ImageFormat", SUB_BINARY(crw_image_format) },
    { 0x1804, "RecordID" },
    { 0x1806, "SelfTimerTime", PRINT_AS_FORMAT("%s s"), .convert = maker_thousandth },
    { 0x1807, "TargetDistanceSetting", PRINT_AS_FORMAT("%s mm"), .format = FORMAT_FLOAT },
    { 0x180b, "SerialNumber", PRINT_AS(canon_print_serial), .when = crw_is_eos },
    { 0x180e, "TimeStamp", SUB_BINARY(crw_time_stamp) },
    { 0x1810, "ImageInfo", SUB_BINARY(crw_image_info) },
    { 0x1813, "FlashInfo", SUB_BINARY(crw_flash_info) },
    { 0x1814, "MeasuredEV", .format = FORMAT_FLOAT, .convert = crw_measured_ev },
    { 0x1817, "FileNumber", PRINT_AS(canon_print_file_number) },
    { 0x1818, "ExposureInfo", SUB_BINARY(crw_exposure_info) },
    { 0x1834, "CanonModelID", PRINT_AS_ENUM(canon_models) },
    { 0x1835, "DecoderTable", SUB_BINARY(crw_decoder_table) },
    { 0x183b, "SerialNumberFormat", PRINT_AS_ENUM(serial_number_format) },
    { 0x2005, "RawData", .flags = TAG_BINARY },
    { 0x2007, "JpgFromRaw", .flags = TAG_BINARY },
    { 0x2008, "ThumbnailImage", .flags = TAG_BINARY },
};
const struct tag_table crw_table = TAG_TABLE(crw_table_rows, "MakerNotes", "CanonRaw");

ENUM_MAP(storage_method, { 82, "Padded" }, { 89, "Linear" });
ENUM_MAP(bayer_pattern, { 1, "RGGB" }, { 4, "GBRG" });
static const struct tag mrw_prd_rows[] = {
    { 0, "FirmwareID", .format = FORMAT_TEXT, .count = 8 },
    { 8, "SensorHeight", .format = FORMAT_U16 },
    { 10, "SensorWidth", .format = FORMAT_U16 },
    { 12, "ImageHeight", .format = FORMAT_U16 },
    { 14, "ImageWidth", .format = FORMAT_U16 },
    { 16, "RawDepth" },
    { 17, "BitDepth" },
    { 18, "StorageMethod", PRINT_AS_ENUM(storage_method) },
    { 23, "BayerPattern", PRINT_AS_ENUM(bayer_pattern) },
};
const struct tag_table mrw_prd = RECORD_TABLE(mrw_prd_rows, "MakerNotes", "MinoltaRaw", FORMAT_U8);

ENUM_MAP(program_mode, { 0, "None" }, { 1, "Portrait" }, { 2, "Text" }, { 3, "Night Portrait" },
         { 4, "Sunset" }, { 5, "Sports" });
ENUM_MAP(zone_matching, { 0, "ISO Setting Used" }, { 1, "High Key" }, { 2, "Low Key" });
static const struct tag mrw_rif_rows[] = {
    { 1, "Saturation", .format = FORMAT_S8 },
    { 2, "Contrast", .format = FORMAT_S8 },
    { 3, "Sharpness", .format = FORMAT_S8 },
    { 4, "WBMode", PRINT_AS(mrw_print_wb) },
    { 5, "ProgramMode", PRINT_AS_ENUM(program_mode) },
    { 6, "ISOSetting", .when = mrw_has_iso, PRINT_AS(mrw_print_iso) },
    { 8, "WB_RBLevelsTungsten", .when = mrw_has_levels, .format = FORMAT_U16, .count = 2 },
    { 12, "WB_RBLevelsDaylight", .when = mrw_has_levels, .format = FORMAT_U16, .count = 2 },
    { 16, "WB_RBLevelsCloudy", .when = mrw_has_levels, .format = FORMAT_U16, .count = 2 },
    { 20, "WB_RBLevelsCoolWhiteF", .when = mrw_has_levels, .format = FORMAT_U16, .count = 2 },
    { 24, "WB_RBLevelsFlash", .when = mrw_has_levels, .format = FORMAT_U16, .count = 2 },
    { 28, "WB_RBLevelsCustom", .when = mrw_has_levels, .format = FORMAT_U16, .count = 2 },
    { 56, "ColorFilter", .when = mrw_is_minolta, .format = FORMAT_S8 },
    { 57, "BWFilter" },
    { 58, "ZoneMatching", .when = mrw_is_minolta, PRINT_AS_ENUM(zone_matching) },
    { 59, "Hue", .format = FORMAT_S8 },
    { 60, "ColorTemperature", .when = mrw_is_minolta, .convert = mrw_colour_temperature },
    { 74, "ZoneMatching", PRINT_AS_ENUM(zone_matching), .when = mrw_is_sony },
};
const struct tag_table mrw_rif = RECORD_TABLE(mrw_rif_rows, "MakerNotes", "MinoltaRaw", FORMAT_U8);

static const struct tag mrw_wbg_rows[] = {
    { 0, "WBScale", .count = 4 },
    { 4, "WB_GBRGLevels", .when = mrw_is_a200, .format = FORMAT_U16, .count = 4 },
    { 4, "WB_RGGBLevels", .format = FORMAT_U16, .count = 4 },
};
const struct tag_table mrw_wbg = RECORD_TABLE(mrw_wbg_rows, "MakerNotes", "MinoltaRaw", FORMAT_U8);

ENUM_MAP(rafcompression, { 0, "Uncompressed" }, { 2, "Lossless" }, { 3, "Lossy" });
static const struct tag raf_header_rows[] = {
    { 60, "FirmwareVersion", .format = FORMAT_TEXT, .count = 4 },
    { 108, "RAFCompression", PRINT_AS_ENUM(rafcompression), .format = FORMAT_U32 },
};
const struct tag_table raf_header = { .rows = raf_header_rows,
                                      .n_rows = ARRAY_LEN(raf_header_rows),
                                      .g0 = "RAF",
                                      .g1 = "RAF",
                                      .format = FORMAT_U8,
                                      .endian = 1 };

ENUM_MAP(raw_zoom_active, { 0, "No" }, { 1, "Yes" });
static const struct tag raf_table_rows[] = {
    { 0x0100, "RawImageFullSize", .convert = raf_size, .format = FORMAT_U16 },
    { 0x0110, "RawImageCropTopLeft", .format = FORMAT_U16 },
    { 0x0111, "RawImageCroppedSize", .convert = raf_size, .format = FORMAT_U16 },
    { 0x0115, "RawImageAspectRatio", .convert = raf_ratio, .format = FORMAT_U16 },
    { 0x0117, "RawZoomActive", PRINT_AS_ENUM(raw_zoom_active), .format = FORMAT_U32 },
    { 0x0118, "RawZoomTopLeft", .format = FORMAT_U16 },
    { 0x0119, "RawZoomSize", .convert = raf_size, .format = FORMAT_U16 },
    { 0x0121, "RawImageSize", .convert = raf_size, .format = FORMAT_U16 },
    { 0x0130, "FujiLayout", .format = FORMAT_U8 },
    { 0x2000, "WB_GRGBLevelsAuto", .format = FORMAT_U16, .count = 4 },
    { 0x2100, "WB_GRGBLevelsDaylight", .format = FORMAT_U16, .count = 4 },
    { 0x2200, "WB_GRGBLevelsCloudy", .format = FORMAT_U16, .count = 4 },
    { 0x2300, "WB_GRGBLevelsDaylightFluor", .format = FORMAT_U16, .count = 4 },
    { 0x2301, "WB_GRGBLevelsDayWhiteFluor", .format = FORMAT_U16, .count = 4 },
    { 0x2302, "WB_GRGBLevelsWhiteFluorescent", .format = FORMAT_U16, .count = 4 },
    { 0x2310, "WB_GRGBLevelsWarmWhiteFluor", .format = FORMAT_U16, .count = 4 },
    { 0x2311, "WB_GRGBLevelsLivingRoomWarmWhiteFluor", .format = FORMAT_U16, .count = 4 },
    { 0x2400, "WB_GRGBLevelsTungsten", .format = FORMAT_U16, .count = 4 },
    { 0x2410, "WB_GRGBLevelsFlash", .format = FORMAT_U16, .count = 4 },
    { 0x2ff0, "WB_GRGBLevels", .format = FORMAT_U16, .count = 4 },
    { 0x9200, "RelativeExposure", PRINT_AS(maker_print_signed), .format = FORMAT_SRATIONAL32,
      .convert = raf_log2 },
    { 0x9650, "RawExposureBias", PRINT_AS(maker_print_signed), .format = FORMAT_SRATIONAL32 },
};
const struct tag_table raf_table = TAG_TABLE(raf_table_rows, "RAF", "RAF");
