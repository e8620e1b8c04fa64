/*
 * Thermal cameras: FLIR's FFF records and InfiRay's segments. Offsets are those of ExifTool's tag
 * lists; wordings are its.
 */
#include "meta/tables/thermal.h"

#include "meta/print.h"

static const struct tag infiray_version_rows[] = {
    { 0, "IJPEGVersion", FORMAT_U8, .count = 4 },
    { 12, "IJPEGOrgType", FORMAT_U8 },
    { 13, "IJPEGDispType", FORMAT_U8 },
    { 14, "IJPEGRotate", FORMAT_U8 },
    { 15, "IJPEGMirrorFlip", FORMAT_U8 },
    { 16, "ImageColorSwitchable", FORMAT_U8 },
    { 17, "ThermalColorPalette", FORMAT_U16 },
    { 32, "IRDataSize", FORMAT_U64 },
    { 40, "IRDataFormat", FORMAT_U16 },
    { 42, "IRImageWidth", FORMAT_U16 },
    { 44, "IRImageHeight", FORMAT_U16 },
    { 46, "IRImageBpp", FORMAT_U8 },
    { 48, "TempDataSize", FORMAT_U64 },
    { 56, "TempDataFormat", FORMAT_U16 },
    { 58, "TempImageWidth", FORMAT_U16 },
    { 60, "TempImageHeight", FORMAT_U16 },
    { 62, "TempImageBpp", FORMAT_U8 },
    { 64, "VisibleDataSize", FORMAT_U64 },
    { 72, "VisibleDataFormat", FORMAT_U16 },
    { 74, "VisibleImageWidth", FORMAT_U16 },
    { 76, "VisibleImageHeight", FORMAT_U16 },
    { 78, "VisibleImageBpp", FORMAT_U8 },
};
const struct tag_table infiray_version_table = { .rows = infiray_version_rows,
                                                 .n_rows = ARRAY_LEN(infiray_version_rows),
                                                 .g0 = "APP2",
                                                 .g1 = "InfiRay",
                                                 .format = FORMAT_U8,
                                                 .endian = -1 };

static const struct tag infiray_factory_rows[] = {
    { 0, "IJPEGTempVersion", FORMAT_U8, .count = 4 },
    { 4, "FactDefEmissivity", FORMAT_S8 },
    { 5, "FactDefTau", FORMAT_S8 },
    { 6, "FactDefTa", FORMAT_S16 },
    { 8, "FactDefTu", FORMAT_S16 },
    { 10, "FactDefDist", FORMAT_S16 },
    { 12, "FactDefA0", FORMAT_S32 },
    { 16, "FactDefB0", FORMAT_S32 },
    { 20, "FactDefA1", FORMAT_S32 },
    { 24, "FactDefB1", FORMAT_S32 },
    { 28, "FactDefP0", FORMAT_S32 },
    { 32, "FactDefP1", FORMAT_S32 },
    { 36, "FactDefP2", FORMAT_S32 },
    { 68, "FactRelSensorTemp", FORMAT_S16 },
    { 70, "FactRelShutterTemp", FORMAT_S16 },
    { 72, "FactRelLensTemp", FORMAT_S16 },
    { 100, "FactStatusGain", FORMAT_S8 },
    { 101, "FactStatusEnvOK", FORMAT_S8 },
    { 102, "FactStatusDistOK", FORMAT_S8 },
    { 103, "FactStatusTempMap", FORMAT_S8 },
};
const struct tag_table infiray_factory_table = { .rows = infiray_factory_rows,
                                                 .n_rows = ARRAY_LEN(infiray_factory_rows),
                                                 .g0 = "APP4",
                                                 .g1 = "InfiRay",
                                                 .format = FORMAT_U8,
                                                 .endian = -1 };

static const struct tag infiray_picture_rows[] = {
    { 0, "EnvironmentTemp", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f C") },
    { 4, "Distance", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f m") },
    { 8, "Emissivity", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f") },
    { 12, "Humidity", FORMAT_FLOAT, .convert = thermal_percent, PRINT_AS_FORMAT("%.1f %") },
    { 16, "ReferenceTemp", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f C") },
    { 32, "TempUnit", FORMAT_U8 },
    { 33, "ShowCenterTemp", FORMAT_U8 },
    { 34, "ShowMaxTemp", FORMAT_U8 },
    { 35, "ShowMinTemp", FORMAT_U8 },
    { 36, "TempMeasureCount", FORMAT_U16 },
};
const struct tag_table infiray_picture_table = { .rows = infiray_picture_rows,
                                                 .n_rows = ARRAY_LEN(infiray_picture_rows),
                                                 .g0 = "APP5",
                                                 .g1 = "InfiRay",
                                                 .format = FORMAT_U8,
                                                 .endian = -1 };

static const struct tag infiray_mixmode_rows[] = {
    { 0, "MixMode", FORMAT_U8 },
    { 1, "FusionIntensity", FORMAT_FLOAT, .convert = thermal_percent, PRINT_AS_FORMAT("%.1f %") },
    { 5, "OffsetAdjustment", FORMAT_FLOAT },
    { 9, "CorrectionAsix", FORMAT_FLOAT, .count = 30 },
};
const struct tag_table infiray_mixmode_table = { .rows = infiray_mixmode_rows,
                                                 .n_rows = ARRAY_LEN(infiray_mixmode_rows),
                                                 .g0 = "APP6",
                                                 .g1 = "InfiRay",
                                                 .format = FORMAT_U8,
                                                 .endian = -1 };

static const struct tag infiray_opmode_rows[] = {
    { 0, "WorkingMode", FORMAT_U8 },
    { 1, "IntegralTime", FORMAT_U32 },
    { 5, "IntegratTimeHdr", FORMAT_U32 },
    { 9, "GainStable", FORMAT_U8 },
    { 10, "TempControlEnable", FORMAT_U8 },
    { 11, "DeviceTemp", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f C") },
};
const struct tag_table infiray_opmode_table = { .rows = infiray_opmode_rows,
                                                .n_rows = ARRAY_LEN(infiray_opmode_rows),
                                                .g0 = "APP7",
                                                .g1 = "InfiRay",
                                                .format = FORMAT_U8,
                                                .endian = -1 };

static const struct tag infiray_isothermal_rows[] = {
    { 0, "IsothermalMax", FORMAT_FLOAT },
    { 4, "IsothermalMin", FORMAT_FLOAT },
    { 8, "ChromaBarMax", FORMAT_FLOAT },
    { 12, "ChromaBarMin", FORMAT_FLOAT },
};
const struct tag_table infiray_isothermal_table = { .rows = infiray_isothermal_rows,
                                                    .n_rows = ARRAY_LEN(infiray_isothermal_rows),
                                                    .g0 = "APP8",
                                                    .g1 = "InfiRay",
                                                    .format = FORMAT_U8,
                                                    .endian = -1 };

static const struct tag infiray_sensor_rows[] = {
    { 0, "IRSensorManufacturer", FORMAT_TEXT, .count = 12 },
    { 64, "IRSensorName", FORMAT_TEXT, .count = 12 },
    { 128, "IRSensorPartNumber", FORMAT_TEXT, .count = 32 },
    { 192, "IRSensorSerialNumber", FORMAT_TEXT, .count = 32 },
    { 256, "IRSensorFirmware", FORMAT_TEXT, .count = 12 },
    { 320, "IRSensorAperture", FORMAT_FLOAT, PRINT_AS_FORMAT("%.1f") },
    { 324, "IRFocalLength", FORMAT_FLOAT, PRINT_AS_FORMAT("%.1f") },
    { 384, "VisibleSensorManufacturer", FORMAT_TEXT, .count = 12 },
    { 448, "VisibleSensorName", FORMAT_TEXT, .count = 12 },
    { 512, "VisibleSensorPartNumber", FORMAT_TEXT, .count = 32 },
    { 576, "VisibleSensorSerialNumber", FORMAT_TEXT, .count = 32 },
    { 640, "VisibleSensorFirmware", FORMAT_TEXT, .count = 12 },
    { 704, "VisibleSensorAperture", FORMAT_FLOAT },
    { 708, "VisibleFocalLength", FORMAT_FLOAT },
};
const struct tag_table infiray_sensor_table = { .rows = infiray_sensor_rows,
                                                .n_rows = ARRAY_LEN(infiray_sensor_rows),
                                                .g0 = "APP9",
                                                .g1 = "InfiRay",
                                                .format = FORMAT_U8,
                                                .endian = -1 };

static const struct tag flir_camera_rows[] = {
    { 32, "Emissivity", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f") },
    { 36, "ObjectDistance", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f m") },
    { 40, "ReflectedApparentTemperature", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 44, "AtmosphericTemperature", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 48, "IRWindowTemperature", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 52, "IRWindowTransmission", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f") },
    { 60, "RelativeHumidity", FORMAT_FLOAT, .convert = thermal_humidity,
      PRINT_AS_FORMAT("%.1f %") },
    { 88, "PlanckR1", FORMAT_FLOAT, PRINT_AS(thermal_eight_digits) },
    { 92, "PlanckB", FORMAT_FLOAT, PRINT_AS(thermal_eight_digits) },
    { 96, "PlanckF", FORMAT_FLOAT, PRINT_AS(thermal_eight_digits) },
    { 112, "AtmosphericTransAlpha1", FORMAT_FLOAT, PRINT_AS_FORMAT("%.6f") },
    { 116, "AtmosphericTransAlpha2", FORMAT_FLOAT, PRINT_AS_FORMAT("%.6f") },
    { 120, "AtmosphericTransBeta1", FORMAT_FLOAT, PRINT_AS_FORMAT("%.6f") },
    { 124, "AtmosphericTransBeta2", FORMAT_FLOAT, PRINT_AS_FORMAT("%.6f") },
    { 128, "AtmosphericTransX", FORMAT_FLOAT, PRINT_AS_FORMAT("%.6f") },
    { 144, "CameraTemperatureRangeMax", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 148, "CameraTemperatureRangeMin", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 152, "CameraTemperatureMaxClip", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 156, "CameraTemperatureMinClip", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 160, "CameraTemperatureMaxWarn", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 164, "CameraTemperatureMinWarn", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 168, "CameraTemperatureMaxSaturated", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 172, "CameraTemperatureMinSaturated", FORMAT_FLOAT, PRINT_AS(thermal_celsius) },
    { 212, "CameraModel", FORMAT_TEXT, .count = 32 },
    { 244, "CameraPartNumber", FORMAT_TEXT, .count = 16 },
    { 260, "CameraSerialNumber", FORMAT_TEXT, .count = 16 },
    { 276, "CameraSoftware", FORMAT_TEXT, .count = 16 },
    { 368, "LensModel", FORMAT_TEXT, .count = 32 },
    { 400, "LensPartNumber", FORMAT_TEXT, .count = 16 },
    { 416, "LensSerialNumber", FORMAT_TEXT, .count = 16 },
    { 436, "FieldOfView", FORMAT_FLOAT, PRINT_AS_FORMAT("%.1f deg") },
    { 492, "FilterModel", FORMAT_TEXT, .count = 16 },
    { 508, "FilterPartNumber", FORMAT_TEXT, .count = 32 },
    { 540, "FilterSerialNumber", FORMAT_TEXT, .count = 32 },
    { 776, "PlanckO", FORMAT_S32 },
    { 780, "PlanckR2", FORMAT_FLOAT, PRINT_AS(thermal_eight_digits) },
    { 784, "RawValueRangeMin", FORMAT_U16 },
    { 786, "RawValueRangeMax", FORMAT_U16 },
    { 824, "RawValueMedian", FORMAT_U16 },
    { 828, "RawValueRange", FORMAT_U16 },
    { 900, "DateTimeOriginal", FORMAT_UNDEF, .count = 10, .convert = thermal_date },
    { 912, "FocusStepCount", FORMAT_U16 },
    { 1116, "FocusDistance", FORMAT_FLOAT, PRINT_AS_FORMAT("%.1f m") },
    { 1124, "FrameRate", FORMAT_U16 },
};
const struct tag_table flir_camera_table = { .rows = flir_camera_rows,
                                             .n_rows = ARRAY_LEN(flir_camera_rows),
                                             .g0 = "APP1",
                                             .g1 = "FLIR",
                                             .format = FORMAT_U8,
                                             .endian = 0 };

static const struct tag flir_palette_rows[] = {
    { 0, "PaletteColors", FORMAT_U8 },
    { 6, "AboveColor", FORMAT_U8, .count = 3 },
    { 9, "BelowColor", FORMAT_U8, .count = 3 },
    { 12, "OverflowColor", FORMAT_U8, .count = 3 },
    { 15, "UnderflowColor", FORMAT_U8, .count = 3 },
    { 18, "Isotherm1Color", FORMAT_U8, .count = 3 },
    { 21, "Isotherm2Color", FORMAT_U8, .count = 3 },
    { 26, "PaletteMethod", FORMAT_U8 },
    { 27, "PaletteStretch", FORMAT_U8 },
    { 48, "PaletteFileName", FORMAT_TEXT, .count = 32 },
    { 80, "PaletteName", FORMAT_TEXT, .count = 32 },
    { 112, "Palette", FORMAT_UNDEF, .flags = TAG_BINARY },
};
const struct tag_table flir_palette_table = { .rows = flir_palette_rows,
                                              .n_rows = ARRAY_LEN(flir_palette_rows),
                                              .g0 = "APP1",
                                              .g1 = "FLIR",
                                              .format = FORMAT_U8,
                                              .endian = 0 };

static const struct tag flir_pip_rows[] = {
    { 0, "Real2IR", FORMAT_FLOAT },
    { 2, "OffsetX", FORMAT_S16, PRINT_AS_FORMAT("%+d") },
    { 3, "OffsetY", FORMAT_S16, PRINT_AS_FORMAT("%+d") },
    { 4, "PiPX1", FORMAT_S16 },
    { 5, "PiPX2", FORMAT_S16 },
    { 6, "PiPY1", FORMAT_S16 },
    { 7, "PiPY2", FORMAT_S16 },
};
const struct tag_table flir_pip_table = { .rows = flir_pip_rows,
                                          .n_rows = ARRAY_LEN(flir_pip_rows),
                                          .g0 = "APP1",
                                          .g1 = "FLIR",
                                          .format = FORMAT_S16,
                                          .endian = 0 };

TEXT_MAP(latitude_ref, { "N", "North" }, { "S", "South" });
TEXT_MAP(longitude_ref, { "E", "East" }, { "W", "West" });
TEXT_MAP(north, { "M", "Magnetic North" }, { "T", "True North" });
TEXT_MAP(speed_ref, { "K", "km/h" }, { "M", "mph" }, { "N", "knots" });
ENUM_MAP(gps_valid, { 0, "No" }, { 1, "Yes" });

static const struct tag flir_gps_rows[] = {
    { 0, "GPSValid", FORMAT_U32, PRINT_AS_ENUM(gps_valid) },
    { 4, "GPSVersionID", FORMAT_UNDEF, .count = 4, .convert = flir_version },
    { 8, "GPSLatitudeRef", FORMAT_TEXT, .count = 2, .when = flir_has_text,
      PRINT_AS_ENUM(latitude_ref) },
    { 10, "GPSLongitudeRef", FORMAT_TEXT, .count = 2, .when = flir_has_text,
      PRINT_AS_ENUM(longitude_ref) },
    { 16, "GPSLatitude", FORMAT_DOUBLE, .convert = flir_position },
    { 24, "GPSLongitude", FORMAT_DOUBLE, .convert = flir_position },
    { 32, "GPSAltitude", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f m"), .when = flir_set },
    { 64, "GPSDOP", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f"), .when = flir_set },
    { 68, "GPSSpeedRef", FORMAT_TEXT, .count = 2, .when = flir_has_text, PRINT_AS_ENUM(speed_ref) },
    { 70, "GPSTrackRef", FORMAT_TEXT, .count = 2, .when = flir_has_text, PRINT_AS_ENUM(north) },
    { 72, "GPSImgDirectionRef", FORMAT_TEXT, .count = 2, .when = flir_has_text,
      PRINT_AS_ENUM(north) },
    { 76, "GPSSpeed", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f") },
    { 80, "GPSTrack", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f") },
    { 84, "GPSImgDirection", FORMAT_FLOAT, PRINT_AS_FORMAT("%.2f") },
    { 88, "GPSMapDatum", FORMAT_TEXT, .count = 16 },
};
const struct tag_table flir_gps_table = { .rows = flir_gps_rows,
                                          .n_rows = ARRAY_LEN(flir_gps_rows),
                                          .g0 = "APP1",
                                          .g1 = "FLIR",
                                          .format = FORMAT_U8,
                                          .endian = -1 };

static const struct enum_name measurement_kinds[] = {
    { 1, "Spot" },     { 2, "Area" },  { 3, "Ellipse" }, { 4, "Line" },
    { 5, "Endpoint" }, { 6, "Alarm" }, { 7, "Unused" },  { 8, "Difference" },
};
const struct enum_map flir_measurement_kinds = { .names = measurement_kinds,
                                                 .n_names = ARRAY_LEN(measurement_kinds) };
