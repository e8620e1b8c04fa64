/*
 * Directories of RW2 and IIQ. Source of ids, names and wordings: ExifTool's
 * documentation, "PanasonicRaw" and "PhaseOne Tags".
 */
#include "meta/ifd.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/raw.h"

static const struct tag panasonic_wbinfo_rows[] = {
    { 0, "NumWBEntries" },
    { 1, "WBType1", PRINT_AS_ENUM(exif_light_sources) },
    { 2, "WB_RBLevels1", .count = 2 },
    { 4, "WBType2", PRINT_AS_ENUM(exif_light_sources) },
    { 5, "WB_RBLevels2", .count = 2 },
    { 7, "WBType3", PRINT_AS_ENUM(exif_light_sources) },
    { 8, "WB_RBLevels3", .count = 2 },
    { 10, "WBType4", PRINT_AS_ENUM(exif_light_sources) },
    { 11, "WB_RBLevels4", .count = 2 },
    { 13, "WBType5", PRINT_AS_ENUM(exif_light_sources) },
    { 14, "WB_RBLevels5", .count = 2 },
    { 16, "WBType6", PRINT_AS_ENUM(exif_light_sources) },
    { 17, "WB_RBLevels6", .count = 2 },
    { 19, "WBType7", PRINT_AS_ENUM(exif_light_sources) },
    { 20, "WB_RBLevels7", .count = 2 },
};
static const struct tag_table panasonic_wbinfo =
    RECORD_TABLE(panasonic_wbinfo_rows, "PanasonicRaw", "PanasonicRaw", FORMAT_U16);

static const struct tag panasonic_wbinfo2_rows[] = {
    { 0, "NumWBEntries" },
    { 1, "WBType1", PRINT_AS_ENUM(exif_light_sources) },
    { 2, "WB_RGBLevels1", .count = 3 },
    { 5, "WBType2", PRINT_AS_ENUM(exif_light_sources) },
    { 6, "WB_RGBLevels2", .count = 3 },
    { 9, "WBType3", PRINT_AS_ENUM(exif_light_sources) },
    { 10, "WB_RGBLevels3", .count = 3 },
    { 13, "WBType4", PRINT_AS_ENUM(exif_light_sources) },
    { 14, "WB_RGBLevels4", .count = 3 },
    { 17, "WBType5", PRINT_AS_ENUM(exif_light_sources) },
    { 18, "WB_RGBLevels5", .count = 3 },
    { 21, "WBType6", PRINT_AS_ENUM(exif_light_sources) },
    { 22, "WB_RGBLevels6", .count = 3 },
    { 25, "WBType7", PRINT_AS_ENUM(exif_light_sources) },
    { 26, "WB_RGBLevels7", .count = 3 },
};
static const struct tag_table panasonic_wbinfo2 =
    RECORD_TABLE(panasonic_wbinfo2_rows, "PanasonicRaw", "PanasonicRaw", FORMAT_U16);

ENUM_MAP(distortion_correction, { 0, "Off" }, { 1, "On" });
static const struct tag panasonic_distortion_rows[] = {
    { 2, "DistortionParam02", .convert = panasonic_32768th },
    { 4, "DistortionParam04", .convert = panasonic_32768th },
    { 5, "DistortionScale", .convert = panasonic_scale },
    { 7, "DistortionCorrection", PRINT_AS_ENUM(distortion_correction), .mask = 0xf },
    { 8, "DistortionParam08", .convert = panasonic_32768th },
    { 9, "DistortionParam09", .convert = panasonic_32768th },
    { 11, "DistortionParam11", .convert = panasonic_32768th },
};
static const struct tag_table panasonic_distortion = { .rows = panasonic_distortion_rows,
                                                       .n_rows =
                                                           ARRAY_LEN(panasonic_distortion_rows),
                                                       .g0 = "PanasonicRaw",
                                                       .g1 = "PanasonicRaw",
                                                       .format = FORMAT_S16 };

static const struct sub_ifd rw2_exif_ifd = { &exif_table, "ExifIFD" };
static const struct sub_ifd rw2_gps_ifd = { &gps_table, "GPS" };
ENUM_MAP(orientation, { 1, "Horizontal (normal)" }, { 2, "Mirror horizontal" }, { 3, "Rotate 180" },
         { 4, "Mirror vertical" }, { 5, "Mirror horizontal and rotate 270 CW" },
         { 6, "Rotate 90 CW" }, { 7, "Mirror horizontal and rotate 90 CW" },
         { 8, "Rotate 270 CW" });
ENUM_MAP(cfapattern, { 0, "n/a" }, { 1, "[Red,Green][Green,Blue]" },
         { 2, "[Green,Red][Blue,Green]" }, { 3, "[Green,Blue][Red,Green]" },
         { 4, "[Blue,Green][Green,Red]" });
ENUM_MAP(compression, { 34316, "Panasonic RAW 1" }, { 34826, "Panasonic RAW 2" },
         { 34828, "Panasonic RAW 3" }, { 34830, "Panasonic RAW 4" });
ENUM_MAP(multishot, { 0, "Off" }, { 65536, "Pixel Shift" });
static const struct tag panasonic_raw_ifd_table_rows[] = {
    { 0x0001, "PanasonicRawVersion" },
    { 0x0002, "SensorWidth" },
    { 0x0003, "SensorHeight" },
    { 0x0004, "SensorTopBorder" },
    { 0x0005, "SensorLeftBorder" },
    { 0x0006, "SensorBottomBorder" },
    { 0x0007, "SensorRightBorder" },
    { 0x0008, "SamplesPerPixel" },
    { 0x0009, "CFAPattern", PRINT_AS_ENUM(cfapattern) },
    { 0x000a, "BitsPerSample", .priority = 1 },
    { 0x000b, "Compression", PRINT_AS_ENUM(compression) },
    { 0x000e, "LinearityLimitRed" },
    { 0x000f, "LinearityLimitGreen" },
    { 0x0010, "LinearityLimitBlue" },
    { 0x0011, "RedBalance", .convert = maker_256th },
    { 0x0012, "BlueBalance", .convert = maker_256th },
    { 0x0013, "WBInfo", SUB_BINARY(panasonic_wbinfo) },
    { 0x0017, "ISO" },
    { 0x0018, "HighISOMultiplierRed" },
    { 0x0019, "HighISOMultiplierGreen" },
    { 0x001a, "HighISOMultiplierBlue" },
    { 0x001b, "NoiseReductionParams", .format = FORMAT_U16 },
    { 0x001c, "BlackLevelRed" },
    { 0x001d, "BlackLevelGreen" },
    { 0x001e, "BlackLevelBlue" },
    { 0x0024, "WBRedLevel", .priority = 1 },
    { 0x0025, "WBGreenLevel", .priority = 1 },
    { 0x0026, "WBBlueLevel", .priority = 1 },
    { 0x0027, "WBInfo2", SUB_BINARY(panasonic_wbinfo2) },
    { 0x002d, "RawFormat" },
    { 0x002e, "JpgFromRaw", SUB_BLOCK(rw2_read_jpeg) },
    { 0x002f, "CropTop" },
    { 0x0030, "CropLeft" },
    { 0x0031, "CropBottom" },
    { 0x0032, "CropRight" },
    { 0x0037, "ISO" },
    { 0x010f, "Make", .flags = TAG_MEMBER },
    { 0x0110, "Model", .flags = TAG_MEMBER },
    { 0x0111, "StripOffsets", .flags = TAG_OFFSET },
    { 0x0112, "Orientation", PRINT_AS_ENUM(orientation), .flags = TAG_MEMBER },
    { 0x0116, "RowsPerStrip" },
    { 0x0117, "StripByteCounts" },
    { 0x0118, "RawDataOffset", .flags = TAG_OFFSET },
    { 0x0119, "DistortionInfo", SUB_BINARY(panasonic_distortion) },
    { 0x011c, "Gamma" },
    { 0x0121, "Multishot", PRINT_AS_ENUM(multishot) },
    { 0x0127, "JpgFromRaw2", .flags = TAG_BINARY },
    { 0x8769, "ExifOffset", SUB_IFD(rw2_exif_ifd) },
    { 0x8825, "GPSInfo", SUB_IFD(rw2_gps_ifd) },
};
const struct tag_table panasonic_raw_ifd_table = { .rows = panasonic_raw_ifd_table_rows,
                                                   .n_rows =
                                                       ARRAY_LEN(panasonic_raw_ifd_table_rows),
                                                   .g0 = "EXIF" };

ENUM_MAP(camera_orientation, { 0, "Horizontal (normal)" }, { 1, "Rotate 90 CW" },
         { 2, "Rotate 270 CW" }, { 3, "Rotate 180" });
ENUM_MAP(raw_format, { 0, "Uncompressed" }, { 1, "RAW 1" }, { 2, "RAW 2" }, { 3, "IIQ L" },
         { 5, "IIQ S" }, { 6, "IIQ Sv2" }, { 8, "IIQ L16" });
ENUM_MAP(sequence_kind, { 0, "Bracketing: Shutter Speed" }, { 1, "Bracketing: Aperture" },
         { 2, "Bracketing: ISO" }, { 3, "Hyperfocal" }, { 4, "Time Lapse" }, { 5, "HDR" },
         { 6, "Focus Stacking" });
static const struct tag phase_one_table_rows[] = {
    { 0x0100, "CameraOrientation", PRINT_AS_ENUM(camera_orientation), .format = FORMAT_S32 },
    { 0x0102, "SerialNumber", .format = FORMAT_TEXT },
    { 0x0105, "ISO", .format = FORMAT_S32 },
    { 0x0106, "ColorMatrix1", PRINT_AS(phase_one_print_matrix), .format = FORMAT_FLOAT },
    { 0x0107, "WB_RGBLevels", .format = FORMAT_FLOAT },
    { 0x0108, "SensorWidth", .format = FORMAT_S32 },
    { 0x0109, "SensorHeight", .format = FORMAT_S32 },
    { 0x010a, "SensorLeftMargin", .format = FORMAT_S32 },
    { 0x010b, "SensorTopMargin", .format = FORMAT_S32 },
    { 0x010c, "ImageWidth", .format = FORMAT_S32 },
    { 0x010d, "ImageHeight", .format = FORMAT_S32 },
    { 0x010e, "RawFormat", PRINT_AS_ENUM(raw_format), .format = FORMAT_S32 },
    { 0x010f, "RawData", .flags = TAG_BINARY },
    { 0x0110, "SensorCalibration", SUB_BLOCK(phase_one_calibration) },
    { 0x0113, "ImageNumber", .format = FORMAT_S32 },
    { 0x0203, "Software", .format = FORMAT_TEXT },
    { 0x0204, "System", .format = FORMAT_TEXT },
    { 0x0210, "SensorTemperature", PRINT_AS_FORMAT("%.2f C"), .format = FORMAT_FLOAT },
    { 0x0211, "SensorTemperature2", PRINT_AS_FORMAT("%.2f C"), .format = FORMAT_FLOAT },
    { 0x021d, "BlackLevel", .format = FORMAT_S32 },
    { 0x0222, "SplitColumn", .format = FORMAT_S32 },
    { 0x0223, "BlackLevelData", .format = FORMAT_U16, .convert = convert_very_long_is_binary },
    { 0x0226, "ColorMatrix2", PRINT_AS(phase_one_print_matrix), .format = FORMAT_FLOAT },
    { 0x0262, "SequenceID", .format = FORMAT_TEXT },
    { 0x0263, "SequenceKind", PRINT_AS_ENUM(sequence_kind), .format = FORMAT_S32 },
    { 0x0264, "SequenceFrameNumber", .format = FORMAT_S32 },
    { 0x0265, "SequenceFrameCount", .format = FORMAT_S32 },
    { 0x0267, "AFAdjustment", .format = FORMAT_FLOAT },
    { 0x0301, "FirmwareVersions", .format = FORMAT_TEXT },
    { 0x0400, "ShutterSpeedValue", PRINT_AS(print_exposure_time), .format = FORMAT_FLOAT,
      .convert = convert_apex_time },
    { 0x0401, "ApertureValue", PRINT_AS_FORMAT("%.1f"), .format = FORMAT_FLOAT,
      .convert = convert_apex_aperture },
    { 0x0402, "ExposureCompensation", PRINT_AS_FORMAT("%.3f"), .format = FORMAT_FLOAT },
    { 0x0403, "FocalLength", PRINT_AS_FORMAT("%.1f mm"), .format = FORMAT_FLOAT },
    { 0x0410, "CameraModel", .format = FORMAT_TEXT },
    { 0x0412, "LensModel", .format = FORMAT_TEXT },
    { 0x0414, "MaxApertureValue", PRINT_AS_FORMAT("%.1f"), .format = FORMAT_FLOAT,
      .convert = convert_apex_aperture },
    { 0x0415, "MinApertureValue", PRINT_AS_FORMAT("%.1f"), .format = FORMAT_FLOAT,
      .convert = convert_apex_aperture },
    { 0x0455, "Viewfinder", .format = FORMAT_TEXT },
};
const struct tag_table phase_one_table = TAG_TABLE(phase_one_table_rows, "MakerNotes", "PhaseOne");
