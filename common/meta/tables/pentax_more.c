/* Pentax's records of its later cameras. Source of ids, names and wordings: ExifTool's "Pentax
 * Tags". */
#include "meta/maker_pentax.h"
#include "meta/maker_values.h"
#include "meta/print.h"

#define RECORD(name_, array, format_)                                                              \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Pentax", format_)
#define LIST(name_, ...)                                                                           \
    static const struct print_step name_##_steps[] = { __VA_ARGS__ };                              \
    const struct print_list name_ = { .steps = name_##_steps, .n_steps = ARRAY_LEN(name_##_steps) }

ENUM_MAP(af_k1, { 0, "None" }, { 1, "Top-left" }, { 2, "Top Near-left" }, { 3, "Top" },
         { 4, "Top Near-right" }, { 5, "Top-right" }, { 6, "Upper Far-left" }, { 7, "Upper-left" },
         { 8, "Upper Near-left" }, { 9, "Upper-middle" }, { 10, "Upper Near-right" },
         { 11, "Upper-right" }, { 12, "Upper Far-right" }, { 13, "Far Far Left" },
         { 14, "Far Left" }, { 15, "Left" }, { 16, "Near-left" }, { 17, "Center" },
         { 18, "Near-right" }, { 19, "Right" }, { 20, "Far Right" }, { 21, "Far Far Right" },
         { 22, "Lower Far-left" }, { 23, "Lower-left" }, { 24, "Lower Near-left" },
         { 25, "Lower-middle" }, { 26, "Lower Near-right" }, { 27, "Lower-right" },
         { 28, "Lower Far-right" }, { 29, "Bottom-left" }, { 30, "Bottom Near-left" },
         { 31, "Bottom" }, { 32, "Bottom Near-right" }, { 33, "Bottom-right" },
         { 263, "Zone Select Upper-left" }, { 264, "Zone Select Upper Near-left" },
         { 265, "Zone Select Upper Middle" }, { 266, "Zone Select Upper Near-right" },
         { 267, "Zone Select Upper-right" }, { 270, "Zone Select Far Left" },
         { 271, "Zone Select Left" }, { 272, "Zone Select Near-left" },
         { 273, "Zone Select Center" }, { 274, "Zone Select Near-right" },
         { 275, "Zone Select Right" }, { 276, "Zone Select Far Right" },
         { 279, "Zone Select Lower-left" }, { 280, "Zone Select Lower Near-left" },
         { 281, "Zone Select Lower-middle" }, { 282, "Zone Select Lower Near-right" },
         { 283, "Zone Select Lower-right" }, { 65531, "AF Select" }, { 65532, "Face Detect AF" },
         { 65533, "Automatic Tracking AF" }, { 65534, "Fixed Center" }, { 65535, "Auto" });
ENUM_MAP(af_k1_area, { 0, "Single Point" }, { 1, "Expanded Area 9-point (S)" },
         { 3, "Expanded Area 25-point (M)" }, { 5, "Expanded Area 33-point (L)" });
LIST(pentax_af_k1, { PRINT_ENUM, &af_k1, NULL }, { PRINT_ENUM, &af_k1_area, NULL });
ENUM_MAP(af_k3, { 0, "None" }, { 1, "Top-left" }, { 2, "Top Near-left" }, { 3, "Top" },
         { 4, "Top Near-right" }, { 5, "Top-right" }, { 6, "Upper-left" }, { 7, "Upper Near-left" },
         { 8, "Upper-middle" }, { 9, "Upper Near-right" }, { 10, "Upper-right" },
         { 11, "Far Left" }, { 12, "Left" }, { 13, "Near-left" }, { 14, "Center" },
         { 15, "Near-right" }, { 16, "Right" }, { 17, "Far Right" }, { 18, "Lower-left" },
         { 19, "Lower Near-left" }, { 20, "Lower-middle" }, { 21, "Lower Near-right" },
         { 22, "Lower-right" }, { 23, "Bottom-left" }, { 24, "Bottom Near-left" }, { 25, "Bottom" },
         { 26, "Bottom Near-right" }, { 27, "Bottom-right" }, { 257, "Zone Select Top-left" },
         { 258, "Zone Select Top Near-left" }, { 259, "Zone Select Top" },
         { 260, "Zone Select Top Near-right" }, { 261, "Zone Select Top-right" },
         { 262, "Zone Select Upper-left" }, { 263, "Zone Select Upper Near-left" },
         { 264, "Zone Select Upper-middle" }, { 265, "Zone Select Upper Near-right" },
         { 266, "Zone Select Upper-right" }, { 267, "Zone Select Far Left" },
         { 268, "Zone Select Left" }, { 269, "Zone Select Near-left" },
         { 270, "Zone Select Center" }, { 271, "Zone Select Near-right" },
         { 272, "Zone Select Right" }, { 273, "Zone Select Far Right" },
         { 274, "Zone Select Lower-left" }, { 275, "Zone Select Lower Near-left" },
         { 276, "Zone Select Lower-middle" }, { 277, "Zone Select Lower Near-right" },
         { 278, "Zone Select Lower-right" }, { 279, "Zone Select Bottom-left" },
         { 280, "Zone Select Bottom Near-left" }, { 281, "Zone Select Bottom" },
         { 282, "Zone Select Bottom Near-right" }, { 283, "Zone Select Bottom-right" },
         { 65531, "AF Select" }, { 65532, "Face Detect AF" }, { 65533, "Automatic Tracking AF" },
         { 65534, "Fixed Center" }, { 65535, "Auto" });
ENUM_MAP(af_k3_area, { 0, "Single Point" }, { 1, "Expanded Area 9-point (S)" },
         { 3, "Expanded Area 25-point (M)" }, { 5, "Expanded Area 27-point (L)" });
LIST(pentax_af_k3, { PRINT_ENUM, &af_k3, NULL }, { PRINT_ENUM, &af_k3_area, NULL });
ENUM_MAP(af_point, { 0, "None" }, { 1, "Upper-left" }, { 2, "Top" }, { 3, "Upper-right" },
         { 4, "Left" }, { 5, "Mid-left" }, { 6, "Center" }, { 7, "Mid-right" }, { 8, "Right" },
         { 9, "Lower-left" }, { 10, "Bottom" }, { 11, "Lower-right" }, { 65530, "Auto 2" },
         { 65531, "AF Select" }, { 65532, "Face Detect AF" }, { 65533, "Automatic Tracking AF" },
         { 65534, "Fixed Center" }, { 65535, "Auto" });
ENUM_MAP(af_point_area, { 0, "Single Point" }, { 1, "Expanded Area" });
LIST(pentax_af_point, { PRINT_ENUM, &af_point, NULL }, { PRINT_ENUM, &af_point_area, NULL });
static const struct enum_name none[] = { { 0, "(none)" } };
static const struct enum_name k3_bits[] = { { 0, "Top-left" },
                                            { 1, "Top Near-left" },
                                            { 2, "Top" },
                                            { 3, "Top Near-right" },
                                            { 4, "Top-right" },
                                            { 5, "Upper-left" },
                                            { 6, "Upper Near-left" },
                                            { 7, "Upper-middle" },
                                            { 8, "Upper Near-right" },
                                            { 9, "Upper-right" },
                                            { 10, "Far Left" },
                                            { 11, "Left" },
                                            { 12, "Near-left" },
                                            { 13, "Center" },
                                            { 14, "Near-right" },
                                            { 15, "Right" },
                                            { 16, "Far Right" },
                                            { 17, "Lower-left" },
                                            { 18, "Lower Near-left" },
                                            { 19, "Lower-middle" },
                                            { 20, "Lower Near-right" },
                                            { 21, "Lower-right" },
                                            { 22, "Bottom-left" },
                                            { 23, "Bottom Near-left" },
                                            { 24, "Bottom" },
                                            { 25, "Bottom Near-right" },
                                            { 26, "Bottom-right" } };
const struct enum_map pentax_af_k3_points = {
    .names = none, .n_names = 1, .bits = k3_bits, .n_bits = ARRAY_LEN(k3_bits)
};

/* Kelvin counts down; gains are of 8192. */
static bool kelvin_gains(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%d %d ", 53190 - (int)raw_int(env), (int)value_int(env->raw, 1));
    number_append((double)value_int(env->raw, 2) / 8192, 15, out);
    buf_add_byte(out, ' ');
    return number_put((double)value_int(env->raw, 3) / 8192, out);
}

static bool negative_half(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / -2, out);
}

static const struct tag pentax_face_info_rows[] = {
    { 0, "FacesDetected" },
    { 2, "FacePosition", .count = 2 },
};
RECORD(pentax_face_info, pentax_face_info_rows, FORMAT_U8);

ENUM_MAP(tungsten_awb, { 0, "Subtle Correction" }, { 1, "Strong Correction" });
static const struct tag pentax_awb_info_rows[] = {
    { 0, "WhiteBalanceAutoAdjustment", PRINT_AS(print_on_off) },
    { 1, "TungstenAWB", PRINT_AS_ENUM(tungsten_awb) },
};
RECORD(pentax_awb_info, pentax_awb_info_rows, FORMAT_U8);

ENUM_MAP(diffraction_correction, { 0, "Off" }, { 16, "On" });
static const struct tag pentax_lens_correction_rows[] = {
    { 0, "DistortionCorrection", PRINT_AS(print_on_off) },
    { 1, "ChromaticAberrationCorrection", PRINT_AS(print_on_off) },
    { 2, "PeripheralIlluminationCorr", PRINT_AS(print_on_off) },
    { 3, "DiffractionCorrection", PRINT_AS_ENUM(diffraction_correction) },
};
RECORD(pentax_lens_correction, pentax_lens_correction_rows, FORMAT_U8);

static const struct tag pentax_kelvin_rows[] = {
    { 1, "KelvinWB_Daylight", .convert = kelvin_gains, .count = 4 },
    { 5, "KelvinWB_01", .convert = kelvin_gains, .count = 4 },
    { 9, "KelvinWB_02", .convert = kelvin_gains, .count = 4 },
    { 13, "KelvinWB_03", .convert = kelvin_gains, .count = 4 },
    { 17, "KelvinWB_04", .convert = kelvin_gains, .count = 4 },
    { 21, "KelvinWB_05", .convert = kelvin_gains, .count = 4 },
    { 25, "KelvinWB_06", .convert = kelvin_gains, .count = 4 },
    { 29, "KelvinWB_07", .convert = kelvin_gains, .count = 4 },
    { 33, "KelvinWB_08", .convert = kelvin_gains, .count = 4 },
    { 37, "KelvinWB_09", .convert = kelvin_gains, .count = 4 },
    { 41, "KelvinWB_10", .convert = kelvin_gains, .count = 4 },
    { 45, "KelvinWB_11", .convert = kelvin_gains, .count = 4 },
    { 49, "KelvinWB_12", .convert = kelvin_gains, .count = 4 },
    { 53, "KelvinWB_13", .convert = kelvin_gains, .count = 4 },
    { 57, "KelvinWB_14", .convert = kelvin_gains, .count = 4 },
    { 61, "KelvinWB_15", .convert = kelvin_gains, .count = 4 },
    { 65, "KelvinWB_16", .convert = kelvin_gains, .count = 4 },
};
RECORD(pentax_kelvin, pentax_kelvin_rows, FORMAT_U16);

ENUM_MAP(level_orientation, { 0, "n/a" }, { 1, "Horizontal (normal)" }, { 2, "Rotate 180" },
         { 3, "Rotate 90 CW" }, { 4, "Rotate 270 CW" }, { 9, "Horizontal; Off Level" },
         { 10, "Rotate 180; Off Level" }, { 11, "Rotate 90 CW; Off Level" },
         { 12, "Rotate 270 CW; Off Level" }, { 13, "Upwards" }, { 14, "Downwards" });
ENUM_MAP(composition_adjust, { 0, "Off" }, { 2, "Composition Adjust" },
         { 10, "Composition Adjust + Horizon Correction" }, { 12, "Horizon Correction" });
static const struct tag pentax_level_rows[] = {
    { 0, "LevelOrientation", PRINT_AS_ENUM(level_orientation), .format = FORMAT_S8, .mask = 0xf },
    { 0, "CompositionAdjust", PRINT_AS_ENUM(composition_adjust), .format = FORMAT_S8,
      .mask = 0xf0 },
    { 1, "RollAngle", .convert = negative_half, .format = FORMAT_S8 },
    { 2, "PitchAngle", .convert = negative_half, .format = FORMAT_S8 },
    { 5, "CompositionAdjustX", .format = FORMAT_S8 },
    { 6, "CompositionAdjustY", .format = FORMAT_S8 },
    { 7, "CompositionAdjustRotation", .format = FORMAT_S8 },
};
RECORD(pentax_level, pentax_level_rows, FORMAT_U8);

ENUM_MAP(camera_orientation, { 0, "Horizontal (normal)" }, { 1, "Rotate 270 CW" },
         { 2, "Rotate 180" }, { 3, "Rotate 90 CW" }, { 4, "Upwards" }, { 5, "Downwards" });
static const struct tag pentax_level_k3_rows[] = {
    { 1, "CameraOrientation", PRINT_AS_ENUM(camera_orientation), .format = FORMAT_S8 },
    { 3, "RollAngle", .convert = negative_half, .format = FORMAT_S16 },
    { 5, "PitchAngle", .convert = negative_half, .format = FORMAT_S16 },
};
RECORD(pentax_level_k3, pentax_level_k3_rows, FORMAT_U8);

static const struct tag pentax_filters_rows[] = {
    { 0, "SourceDirectoryIndex", .format = FORMAT_U16 },
    { 2, "SourceFileIndex", .format = FORMAT_U16 },
};
RECORD(pentax_filters, pentax_filters_rows, FORMAT_U8);

static const struct tag pentax_pixel_shift_rows[] = {
    { 0, "PixelShiftResolution", PRINT_AS(print_on_off) },
};
RECORD(pentax_pixel_shift, pentax_pixel_shift_rows, FORMAT_U8);

static const struct tag pentax_temperatures_rows[] = {
    { 10, "ShotNumber", .format = FORMAT_U16, .when = pentax_is_k3_iii },
    { 12, "SensorTemperature", PRINT_AS_FORMAT("%.1f C"), .convert = maker_tenth,
      .format = FORMAT_S16, .when = pentax_not_k3_iii },
    { 14, "SensorTemperature2", PRINT_AS_FORMAT("%.1f C"), .convert = maker_tenth,
      .format = FORMAT_S16, .when = pentax_not_k3_iii },
    { 20, "CameraTemperature4", PRINT_AS_FORMAT("%.1f C"), .convert = maker_tenth,
      .format = FORMAT_S16, .when = pentax_is_k5 },
    { 22, "CameraTemperature5", PRINT_AS_FORMAT("%.1f C"), .convert = maker_tenth,
      .format = FORMAT_S16, .when = pentax_is_k5 },
    { 42, "SensorTemperature", PRINT_AS_FORMAT("%.1f C"), .convert = maker_tenth,
      .format = FORMAT_S16, .when = pentax_is_k3_iii },
};
RECORD(pentax_temperatures, pentax_temperatures_rows, FORMAT_U8);

ENUM_MAP(shake_reduction, { 0, "Off" }, { 1, "On" }, { 4, "Off (AA simulation off)" },
         { 5, "On but Disabled" }, { 6, "On (Video)" }, { 7, "On (AA simulation off)" },
         { 8, "Off (AA simulation type 1) (8)" }, { 12, "Off (AA simulation type 1)" },
         { 15, "On (AA simulation type 1)" }, { 16, "Off (AA simulation type 2) (16)" },
         { 20, "Off (AA simulation type 2)" }, { 23, "On (AA simulation type 2)" });
static const struct tag pentax_shake_2_rows[] = {
    { 0, "SRResult", .flags = TAG_UNKNOWN },
    { 1, "ShakeReduction", PRINT_AS_ENUM(shake_reduction) },
};
RECORD(pentax_shake_2, pentax_shake_2_rows, FORMAT_U8);

ENUM_MAP(scene_mode, { 0, "Off" }, { 1, "HDR" }, { 4, "Auto PICT" }, { 5, "Portrait" },
         { 6, "Landscape" }, { 7, "Macro" }, { 8, "Sport" }, { 9, "Night Scene Portrait" },
         { 10, "No Flash" }, { 11, "Night Scene" }, { 12, "Surf & Snow" }, { 14, "Sunset" },
         { 15, "Kids" }, { 16, "Pet" }, { 17, "Candlelight" }, { 18, "Museum" }, { 20, "Food" },
         { 21, "Stage Lighting" }, { 22, "Night Snap" }, { 25, "Night Scene HDR" },
         { 26, "Blue Sky" }, { 27, "Forest" }, { 29, "Backlight Silhouette" });
static const struct tag pentax_ae_2_rows[] = {
    { 2, "AEExposureTime", PRINT_AS(print_exposure_time), .convert = pentax_time_8 },
    { 3, "AEAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 4, "AE_ISO", PRINT_AS_FORMAT("%.0f"), .convert = pentax_iso_8 },
    { 5, "AEXv", .convert = pentax_eighth_64 },
    { 6, "AEBXv", .convert = maker_eighth, .format = FORMAT_S8 },
    { 8, "AEError", .format = FORMAT_S8 },
    { 11, "AEApertureSteps" },
    { 15, "SceneMode", PRINT_AS_ENUM(scene_mode) },
    { 16, "AEMaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 17, "AEMaxAperture2", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 18, "AEMinAperture", PRINT_AS_FORMAT("%.0f"), .convert = pentax_aperture_16 },
    { 19, "AEMinExposureTime", PRINT_AS(print_exposure_time), .convert = pentax_time_8 },
};
RECORD(pentax_ae_2, pentax_ae_2_rows, FORMAT_U8);

static const struct tag pentax_ae_3_rows[] = {
    { 16, "AEExposureTime", PRINT_AS(print_exposure_time), .convert = pentax_time_8 },
    { 17, "AEAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 18, "AE_ISO", PRINT_AS_FORMAT("%.0f"), .convert = pentax_iso_8 },
    { 28, "AEMaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 29, "AEMaxAperture2", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 30, "AEMinAperture", PRINT_AS_FORMAT("%.0f"), .convert = pentax_aperture_16 },
    { 31, "AEMinExposureTime", PRINT_AS(print_exposure_time), .convert = pentax_time_8 },
};
RECORD(pentax_ae_3, pentax_ae_3_rows, FORMAT_U8);

static const struct tag pentax_lens_q_rows[] = {
    { 12, "LensModel", .format = FORMAT_TEXT, .count = 30 },
    { 42, "LensInfo", .format = FORMAT_TEXT, .count = 20 },
};
RECORD(pentax_lens_q, pentax_lens_q_rows, FORMAT_U8);
