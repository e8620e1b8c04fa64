/*
 * Canon's maker notes: the directory and its records. Source of ids, names and wordings: ExifTool's
 * documentation, "Canon Tags".
 */
#include "meta/maker_canon.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/tables/canon_info.h"
#include "meta/tables/canon_names.h"

#define RECORD(name_, array, format_)                                                              \
    static const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Canon", format_)

ENUM_MAP(off_on, { 0, "Off" }, { 1, "On" });
ENUM_MAP(off_on_na, { -1, "n/a" }, { 0, "Off" }, { 1, "On" });
ENUM_MAP(quality, { -1, "n/a" }, { 1, "Economy" }, { 2, "Normal" }, { 3, "Fine" }, { 4, "RAW" },
         { 5, "Superfine" }, { 7, "CRAW" }, { 130, "Light (RAW)" }, { 131, "Standard (RAW)" });
ENUM_MAP(image_size, { -1, "n/a" }, { 0, "Large" }, { 1, "Medium" }, { 2, "Small" },
         { 5, "Medium 1" }, { 6, "Medium 2" }, { 7, "Medium 3" }, { 8, "Postcard" },
         { 9, "Widescreen" }, { 10, "Medium Widescreen" }, { 14, "Small 1" }, { 15, "Small 2" },
         { 16, "Small 3" }, { 128, "640x480 Movie" }, { 129, "Medium Movie" },
         { 130, "Small Movie" }, { 137, "1280x720 Movie" }, { 142, "1920x1080 Movie" },
         { 143, "4096x2160 Movie" });
ENUM_MAP(tone_curve, { 0, "Standard" }, { 1, "Manual" }, { 2, "Custom" });
ENUM_MAP(sharpness_frequency, { 0, "n/a" }, { 1, "Lowest" }, { 2, "Low" }, { 3, "Standard" },
         { 4, "High" }, { 5, "Highest" });
ENUM_MAP(colour_space, { 1, "sRGB" }, { 2, "Adobe RGB" }, { 65535, "n/a" });

/* CameraSettings, 16 bit */
ENUM_MAP(macro_mode, { 1, "Macro" }, { 2, "Normal" });
ENUM_MAP(flash_mode, { -1, "n/a" }, { 0, "Off" }, { 1, "Auto" }, { 2, "On" },
         { 3, "Red-eye reduction" }, { 4, "Slow-sync" }, { 5, "Red-eye reduction (Auto)" },
         { 6, "Red-eye reduction (On)" }, { 16, "External flash" });
ENUM_MAP(drive, { 0, "Single" }, { 1, "Continuous" }, { 2, "Movie" },
         { 3, "Continuous, Speed Priority" }, { 4, "Continuous, Low" }, { 5, "Continuous, High" },
         { 6, "Silent Single" }, { 8, "Continuous, High+" }, { 9, "Single, Silent" },
         { 10, "Continuous, Silent" });
ENUM_MAP(focus_mode, { 0, "One-shot AF" }, { 1, "AI Servo AF" }, { 2, "AI Focus AF" },
         { 3, "Manual Focus (3)" }, { 4, "Single" }, { 5, "Continuous" }, { 6, "Manual Focus (6)" },
         { 16, "Pan Focus" }, { 256, "One-shot AF (Live View)" },
         { 257, "AI Servo AF (Live View)" }, { 258, "AI Focus AF (Live View)" },
         { 512, "Movie Snap Focus" }, { 519, "Movie Servo AF" });
ENUM_MAP(record_mode, { 1, "JPEG" }, { 2, "CRW+THM" }, { 3, "AVI+THM" }, { 4, "TIF" },
         { 5, "TIF+JPEG" }, { 6, "CR2" }, { 7, "CR2+JPEG" }, { 9, "MOV" }, { 10, "MP4" },
         { 11, "CRM" }, { 12, "CR3" }, { 13, "CR3+JPEG" }, { 14, "HIF" }, { 15, "CR3+HIF" });
ENUM_MAP(easy_mode, { 0, "Full auto" }, { 1, "Manual" }, { 2, "Landscape" }, { 3, "Fast shutter" },
         { 4, "Slow shutter" }, { 5, "Night" }, { 6, "Gray Scale" }, { 7, "Sepia" },
         { 8, "Portrait" }, { 9, "Sports" }, { 10, "Macro" }, { 11, "Black & White" },
         { 12, "Pan focus" }, { 13, "Vivid" }, { 14, "Neutral" }, { 15, "Flash Off" },
         { 16, "Long Shutter" }, { 17, "Super Macro" }, { 18, "Foliage" }, { 19, "Indoor" },
         { 20, "Fireworks" }, { 21, "Beach" }, { 22, "Underwater" }, { 23, "Snow" },
         { 24, "Kids & Pets" }, { 25, "Night Snapshot" }, { 26, "Digital Macro" },
         { 27, "My Colors" }, { 28, "Movie Snap" }, { 29, "Super Macro 2" }, { 30, "Color Accent" },
         { 31, "Color Swap" }, { 32, "Aquarium" }, { 33, "ISO 3200" }, { 34, "ISO 6400" },
         { 35, "Creative Light Effect" }, { 36, "Easy" }, { 37, "Quick Shot" },
         { 38, "Creative Auto" }, { 39, "Zoom Blur" }, { 40, "Low Light" }, { 41, "Nostalgic" },
         { 42, "Super Vivid" }, { 43, "Poster Effect" }, { 44, "Face Self-timer" }, { 45, "Smile" },
         { 46, "Wink Self-timer" }, { 47, "Fisheye Effect" }, { 48, "Miniature Effect" },
         { 49, "High-speed Burst" }, { 50, "Best Image Selection" }, { 51, "High Dynamic Range" },
         { 52, "Handheld Night Scene" }, { 53, "Movie Digest" }, { 54, "Live View Control" },
         { 55, "Discreet" }, { 56, "Blur Reduction" }, { 57, "Monochrome" },
         { 58, "Toy Camera Effect" }, { 59, "Scene Intelligent Auto" },
         { 60, "High-speed Burst HQ" }, { 61, "Smooth Skin" }, { 62, "Soft Focus" }, { 68, "Food" },
         { 84, "HDR Art Standard" }, { 85, "HDR Art Vivid" }, { 93, "HDR Art Bold" },
         { 257, "Spotlight" }, { 258, "Night 2" }, { 259, "Night+" }, { 260, "Super Night" },
         { 261, "Sunset" }, { 263, "Night Scene" }, { 264, "Surface" }, { 265, "Low Light 2" });
ENUM_MAP(digital_zoom, { 0, "None" }, { 1, "2x" }, { 2, "4x" }, { 3, "Other" });
ENUM_MAP(metering_mode, { 0, "Default" }, { 1, "Spot" }, { 2, "Average" }, { 3, "Evaluative" },
         { 4, "Partial" }, { 5, "Center-weighted average" });
ENUM_MAP(focus_range, { 0, "Manual" }, { 1, "Auto" }, { 2, "Not Known" }, { 3, "Macro" },
         { 4, "Very Close" }, { 5, "Close" }, { 6, "Middle Range" }, { 7, "Far Range" },
         { 8, "Pan Focus" }, { 9, "Super Macro" }, { 10, "Infinity" });
static const struct enum_name af_point_names[] = {
    { 0x2005, "Manual AF point selection" },
    { 0x3000, "None (MF)" },
    { 0x3001, "Auto AF point selection" },
    { 0x3002, "Right" },
    { 0x3003, "Center" },
    { 0x3004, "Left" },
    { 0x4001, "Auto AF point selection" },
    { 0x4006, "Face Detect" },
};
static const struct enum_map af_point = { .names = af_point_names,
                                          .n_names = ARRAY_LEN(af_point_names),
                                          .hex = true };
ENUM_MAP(exposure_mode, { 0, "Easy" }, { 1, "Program AE" }, { 2, "Shutter speed priority AE" },
         { 3, "Aperture-priority AE" }, { 4, "Manual" }, { 5, "Depth-of-field AE" }, { 6, "M-Dep" },
         { 7, "Bulb" }, { 8, "Flexible-priority AE" });
static const struct enum_name flash_model_names[] = { { 0, "n/a" },
                                                      { 4, "Speedlite 540EZ" },
                                                      { 5, "Speedlite 380EX" },
                                                      { 6, "Speedlite 550EX" },
                                                      { 8, "Speedlite ST-E2" },
                                                      { 9, "Speedlite MR-14EX" },
                                                      { 12, "Speedlite 580EX" },
                                                      { 13, "Speedlite 430EX" },
                                                      { 17, "Speedlite 580EX II" },
                                                      { 18, "Speedlite 430EX II" },
                                                      { 22, "Speedlite 600EX-RT" },
                                                      { 23, "Speedlite 600EX II-RT" },
                                                      { 24, "Speedlite 90EX" },
                                                      { 25, "Speedlite 430EX III-RT" },
                                                      { 31, "Speedlite EL-1 ver2" },
                                                      { 33, "Speedlite EL-5" },
                                                      { 34, "Speedlite EL-10" } };
const struct enum_map canon_flash_models = { .names = flash_model_names,
                                             .n_names = ARRAY_LEN(flash_model_names) };
static const struct enum_name flash_zero[] = { { 0, "(none)" } };
static const struct enum_name flash_bit_names[] = {
    { 0, "Manual" },          { 1, "TTL" },
    { 2, "A-TTL" },           { 3, "E-TTL" },
    { 4, "FP sync enabled" }, { 7, "2nd-curtain sync used" },
    { 11, "FP sync used" },   { 13, "Built-in" },
    { 14, "External" },
};
static const struct enum_map flash_bits = {
    .names = flash_zero, .n_names = 1, .bits = flash_bit_names, .n_bits = ARRAY_LEN(flash_bit_names)
};
ENUM_MAP(focus_continuous, { 0, "Single" }, { 1, "Continuous" }, { 8, "Manual" });
ENUM_MAP(ae_setting, { 0, "Normal AE" }, { 1, "Exposure Compensation" }, { 2, "AE Lock" },
         { 3, "AE Lock + Exposure Comp." }, { 4, "No AE" });
ENUM_MAP(stabilization, { 0, "Off" }, { 1, "On" }, { 2, "Shoot Only" }, { 3, "Panning" },
         { 4, "Dynamic" }, { 256, "Off (2)" }, { 257, "On (2)" }, { 258, "Shoot Only (2)" },
         { 259, "Panning (2)" }, { 260, "Dynamic (2)" });
ENUM_MAP(spot_metering, { 0, "Center" }, { 1, "AF Point" });
ENUM_MAP(photo_effect, { 0, "Off" }, { 1, "Vivid" }, { 2, "Neutral" }, { 3, "Smooth" },
         { 4, "Sepia" }, { 5, "B&W" }, { 6, "Custom" }, { 100, "My Color Data" });
static const struct enum_name manual_flash_names[] = {
    { 0, "n/a" }, { 0x500, "Full" }, { 0x502, "Medium" }, { 0x504, "Low" }, { 0x7fff, "n/a" },
};
static const struct enum_map manual_flash = { .names = manual_flash_names,
                                              .n_names = ARRAY_LEN(manual_flash_names),
                                              .hex = true };
ENUM_MAP(sraw_quality, { 0, "n/a" }, { 1, "sRAW1 (mRAW)" }, { 2, "sRAW2 (sRAW)" });
ENUM_MAP(disable_enable, { 0, "Disable" }, { 1, "Enable" });
static const struct enum_name clarity_names[] = { { 32767, "n/a" } };
static const struct enum_map clarity = { .names = clarity_names, .n_names = 1, .passing = true };

static const struct tag camera_settings_rows[] = {
    { 1, "MacroMode", PRINT_AS_ENUM(macro_mode) },
    { 2, "SelfTimer", PRINT_AS(canon_print_self_timer) },
    { 3, "Quality", PRINT_AS_ENUM(quality) },
    { 4, "CanonFlashMode", PRINT_AS_ENUM(flash_mode) },
    { 5, "ContinuousDrive", PRINT_AS_ENUM(drive) },
    { 7, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 9, "RecordMode", PRINT_AS_ENUM(record_mode), .convert = canon_not_minus_1 },
    { 10, "CanonImageSize", PRINT_AS_ENUM(image_size) },
    { 11, "EasyMode", PRINT_AS_ENUM(easy_mode) },
    { 12, "DigitalZoom", PRINT_AS_ENUM(digital_zoom) },
    { 13, "Contrast", PRINT_AS(canon_print_parameter), .convert = canon_not_7fff },
    { 14, "Saturation", PRINT_AS(canon_print_parameter), .convert = canon_not_7fff },
    { 15, "Sharpness", PRINT_AS(canon_print_signed), .convert = canon_not_7fff },
    { 16, "CameraISO", .convert = canon_camera_iso },
    { 17, "MeteringMode", PRINT_AS_ENUM(metering_mode) },
    { 18, "FocusRange", PRINT_AS_ENUM(focus_range) },
    { 19, "AFPoint", PRINT_AS_ENUM(af_point), .convert = canon_not_0 },
    { 20, "CanonExposureMode", PRINT_AS_ENUM(exposure_mode) },
    { 22, "LensType", PRINT_AS_ENUM(canon_lenses), .format = FORMAT_U16, .convert = canon_not_0 },
    { 23, "MaxFocalLength", PRINT_AS_FORMAT("%s mm"), .format = FORMAT_U16,
      .convert = canon_focal_length },
    { 24, "MinFocalLength", PRINT_AS_FORMAT("%s mm"), .format = FORMAT_U16,
      .convert = canon_focal_length },
    { 25, "FocalUnits", PRINT_AS_FORMAT("%s/mm"), .flags = TAG_MEMBER },
    { 26, "MaxAperture", PRINT_AS(canon_print_significant_2), .convert = canon_aperture },
    { 27, "MinAperture", PRINT_AS(canon_print_significant_2), .convert = canon_aperture },
    { 28, "FlashModel", PRINT_AS_ENUM(canon_flash_models), .convert = canon_low_7_bits },
    { 29, "FlashBits", PRINT_AS_ENUM(flash_bits) },
    { 32, "FocusContinuous", PRINT_AS_ENUM(focus_continuous), .convert = canon_not_minus_1 },
    { 33, "AESetting", PRINT_AS_ENUM(ae_setting), .convert = canon_not_minus_1 },
    { 34, "ImageStabilization", PRINT_AS_ENUM(stabilization), .convert = canon_not_minus_1 },
    { 35, "DisplayAperture", .convert = canon_tenths_not_0 },
    { 36, "ZoomSourceWidth" },
    { 37, "ZoomTargetWidth" },
    { 39, "SpotMeteringMode", PRINT_AS_ENUM(spot_metering), .convert = canon_not_minus_1 },
    { 40, "PhotoEffect", PRINT_AS_ENUM(photo_effect), .convert = canon_not_minus_1 },
    { 41, "ManualFlashOutput", PRINT_AS_ENUM(manual_flash) },
    { 42, "ColorTone", PRINT_AS(canon_print_parameter), .convert = canon_not_7fff },
    { 46, "SRAWQuality", PRINT_AS_ENUM(sraw_quality), .convert = canon_not_minus_1 },
    { 50, "FocusBracketing", PRINT_AS_ENUM(disable_enable) },
    { 51, "Clarity", PRINT_AS_ENUM(clarity) },
    { 52, "HDR-PQ", PRINT_AS_ENUM(off_on_na) },
};
RECORD(camera_settings, camera_settings_rows, FORMAT_S16);

/* FocalLength */
ENUM_MAP(focal_type, { 1, "Fixed" }, { 2, "Zoom" });
static const struct tag focal_length_rows[] = {
    { 0, "FocalType", PRINT_AS_ENUM(focal_type), .convert = canon_not_0 },
    { 1, "FocalLength", PRINT_AS_FORMAT("%s mm"), .convert = canon_focal_length,
      .priority = PRIORITY_LOW },
    { 2, "FocalPlaneXSize", PRINT_AS_FORMAT("%.2f mm"), .convert = canon_focal_plane,
      .when = canon_focal_plane_known },
    { 3, "FocalPlaneYSize", PRINT_AS_FORMAT("%.2f mm"), .convert = canon_focal_plane,
      .when = canon_focal_plane_known },
};
RECORD(focal_length, focal_length_rows, FORMAT_U16);

/* ShotInfo */
ENUM_MAP(slow_shutter, { -1, "n/a" }, { 0, "Off" }, { 1, "Night Scene" }, { 2, "On" },
         { 3, "None" });
static const struct enum_name optical_zoom_names[] = { { 8, "n/a" } };
static const struct enum_map optical_zoom = { .names = optical_zoom_names,
                                              .n_names = 1,
                                              .passing = true };
static const struct enum_name in_focus_names[] = {
    { 0x3000, "None (MF)" },    { 0x3001, "Right" }, { 0x3002, "Center" },
    { 0x3003, "Center+Right" }, { 0x3004, "Left" },  { 0x3005, "Left+Right" },
    { 0x3006, "Left+Center" },  { 0x3007, "All" },
};
static const struct enum_map in_focus = { .names = in_focus_names,
                                          .n_names = ARRAY_LEN(in_focus_names),
                                          .hex = true };
ENUM_MAP(exposure_bracketing, { -1, "On" }, { 0, "Off" }, { 1, "On (shot 1)" },
         { 2, "On (shot 2)" }, { 3, "On (shot 3)" });
ENUM_MAP(control_mode, { 0, "n/a" }, { 1, "Camera Local Control" },
         { 3, "Computer Remote Control" });
ENUM_MAP(camera_type, { 0, "n/a" }, { 248, "EOS High-end" }, { 250, "Compact" },
         { 252, "EOS Mid-range" }, { 255, "DV Camera" });
ENUM_MAP(auto_rotate, { -1, "n/a" }, { 0, "None" }, { 1, "Rotate 90 CW" }, { 2, "Rotate 180" },
         { 3, "Rotate 270 CW" });
static const struct tag shot_info_rows[] = {
    { 1, "AutoISO", PRINT_AS_FORMAT("%.0f"), .convert = canon_auto_iso },
    { 2, "BaseISO", PRINT_AS_FORMAT("%.0f"), .convert = canon_base_iso },
    { 3, "MeasuredEV", PRINT_AS_FORMAT("%.2f"), .convert = canon_measured_ev },
    { 4, "TargetAperture", PRINT_AS(canon_print_significant_2), .convert = canon_aperture },
    { 5, "TargetExposureTime", PRINT_AS(print_exposure_time), .convert = canon_target_time },
    { 6, "ExposureCompensation", PRINT_AS(print_fraction), .convert = canon_ev_value },
    { 7, "WhiteBalance", PRINT_AS_ENUM(canon_white_balances) },
    { 8, "SlowShutter", PRINT_AS_ENUM(slow_shutter) },
    { 9, "SequenceNumber" },
    { 10, "OpticalZoomCode", PRINT_AS_ENUM(optical_zoom) },
    { 12, "CameraTemperature", PRINT_AS_FORMAT("%s C"), .convert = canon_temperature,
      .when = canon_has_temperature },
    { 13, "FlashGuideNumber", .convert = canon_guide_number },
    { 14, "AFPointsInFocus", PRINT_AS_ENUM(in_focus), .convert = canon_not_0 },
    { 15, "FlashExposureComp", PRINT_AS(print_fraction), .convert = canon_ev_value },
    { 16, "AutoExposureBracketing", PRINT_AS_ENUM(exposure_bracketing) },
    { 17, "AEBBracketValue", PRINT_AS(print_fraction), .convert = canon_ev_value },
    { 18, "ControlMode", PRINT_AS_ENUM(control_mode) },
    { 19, "FocusDistanceUpper", PRINT_AS(canon_print_distance), .format = FORMAT_U16,
      .convert = canon_distance, .flags = TAG_MEMBER },
    { 20, "FocusDistanceLower", PRINT_AS(canon_print_distance), .format = FORMAT_U16,
      .convert = canon_lower_distance },
    { 21, "FNumber", PRINT_AS(canon_print_significant_2), .convert = canon_f_number,
      .priority = PRIORITY_LOW },
    { 22, "ExposureTime", PRINT_AS(print_exposure_time), .convert = canon_20d_exposure_time,
      .when = canon_is_20d, .priority = PRIORITY_LOW },
    { 22, "ExposureTime", PRINT_AS(print_exposure_time), .convert = canon_exposure_time,
      .priority = PRIORITY_LOW },
    { 23, "MeasuredEV2", .convert = canon_measured_ev2 },
    { 24, "BulbDuration", .convert = maker_tenth },
    { 26, "CameraType", PRINT_AS_ENUM(camera_type) },
    { 27, "AutoRotate", PRINT_AS_ENUM(auto_rotate), .convert = canon_not_negative },
    { 28, "NDFilter", PRINT_AS_ENUM(off_on_na) },
    { 29, "SelfTimer2", .convert = canon_tenths_not_negative },
    { 33, "FlashOutput", .convert = canon_flash_output },
};
RECORD(shot_info, shot_info_rows, FORMAT_S16);

ENUM_MAP(panorama_direction, { 0, "Left to Right" }, { 1, "Right to Left" }, { 2, "Bottom to Top" },
         { 3, "Top to Bottom" }, { 4, "2x2 Matrix (Clockwise)" });
static const struct tag panorama_rows[] = {
    { 2, "PanoramaFrameNumber" },
    { 5, "PanoramaDirection", PRINT_AS_ENUM(panorama_direction) },
};
RECORD(panorama, panorama_rows, FORMAT_S16);

/* FileInfo */
ENUM_MAP(bracket_mode, { 0, "Off" }, { 1, "AEB" }, { 2, "FEB" }, { 3, "ISO" }, { 4, "WB" });
ENUM_MAP(long_exposure_2, { 0, "Off" }, { 1, "On (1D)" }, { 3, "On" }, { 4, "Auto" });
ENUM_MAP(wb_bracket_mode, { 0, "Off" }, { 1, "On (shift AB)" }, { 2, "On (shift GM)" });
ENUM_MAP(filter_effect, { 0, "None" }, { 1, "Yellow" }, { 2, "Orange" }, { 3, "Red" },
         { 4, "Green" });
ENUM_MAP(toning_effect, { 0, "None" }, { 1, "Sepia" }, { 2, "Blue" }, { 3, "Purple" },
         { 4, "Green" });
ENUM_MAP(shutter_mode, { 0, "Mechanical" }, { 1, "Electronic First Curtain" }, { 2, "Electronic" });
static const struct tag file_info_rows[] = {
    { 1, "FileNumber", PRINT_AS(canon_print_file_number), .format = FORMAT_U32,
      .convert = canon_file_number, .when = canon_counts_files },
    { 1, "ShutterCount", .format = FORMAT_U32, .when = canon_is_first_1d },
    { 1, "ShutterCount", .format = FORMAT_U32, .when = canon_is_1ds },
    { 1, "ShutterCount", .format = FORMAT_U32, .convert = canon_shutter_count,
      .when = canon_counts_shutter },
    { 3, "BracketMode", PRINT_AS_ENUM(bracket_mode) },
    { 4, "BracketValue" },
    { 5, "BracketShotNumber" },
    { 6, "RawJpgQuality", PRINT_AS_ENUM(quality), .convert = canon_positive },
    { 7, "RawJpgSize", PRINT_AS_ENUM(image_size), .convert = canon_not_negative },
    { 8, "LongExposureNoiseReduction2", PRINT_AS_ENUM(long_exposure_2),
      .convert = canon_not_negative },
    { 9, "WBBracketMode", PRINT_AS_ENUM(wb_bracket_mode) },
    { 12, "WBBracketValueAB" },
    { 13, "WBBracketValueGM" },
    { 14, "FilterEffect", PRINT_AS_ENUM(filter_effect), .convert = canon_not_minus_1 },
    { 15, "ToningEffect", PRINT_AS_ENUM(toning_effect), .convert = canon_not_minus_1 },
    { 19, "LiveViewShooting", PRINT_AS_ENUM(off_on) },
    { 20, "FocusDistanceUpper", PRINT_AS(canon_print_distance), .format = FORMAT_U16,
      .convert = canon_distance, .flags = TAG_MEMBER },
    { 21, "FocusDistanceLower", PRINT_AS(canon_print_distance), .format = FORMAT_U16,
      .convert = canon_lower_distance },
    { 23, "ShutterMode", PRINT_AS_ENUM(shutter_mode) },
    { 25, "FlashExposureLock", PRINT_AS_ENUM(off_on) },
    { 32, "AntiFlicker", PRINT_AS_ENUM(off_on) },
    { 61, "RFLensType", PRINT_AS_ENUM(canon_rf_lenses), .format = FORMAT_U16 },
};
RECORD(file_info, file_info_rows, FORMAT_S16);

ENUM_MAP(my_color_mode, { 0, "Off" }, { 1, "Positive Film" }, { 2, "Light Skin Tone" },
         { 3, "Dark Skin Tone" }, { 4, "Vivid Blue" }, { 5, "Vivid Green" }, { 6, "Vivid Red" },
         { 7, "Color Accent" }, { 8, "Color Swap" }, { 9, "Custom" }, { 12, "Vivid" },
         { 13, "Neutral" }, { 14, "Sepia" }, { 15, "B&W" });
static const struct tag my_colors_rows[] = { { 2, "MyColorMode", PRINT_AS_ENUM(my_color_mode) } };
RECORD(my_colors, my_colors_rows, FORMAT_U16);

static const struct tag face_detect_1_rows[] = {
    { 2, "FacesDetected", .flags = TAG_MEMBER },
    { 3, "FaceDetectFrameSize", .count = 2 },
    { 8, "Face1Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 10, "Face2Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 12, "Face3Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 14, "Face4Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 16, "Face5Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 18, "Face6Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 20, "Face7Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 22, "Face8Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
    { 24, "Face9Position", .format = FORMAT_S16, .count = 2, .when = canon_has_face },
};
RECORD(face_detect_1, face_detect_1_rows, FORMAT_U16);

static const struct tag face_detect_2_rows[] = { { 1, "FaceWidth" }, { 2, "FacesDetected" } };
RECORD(face_detect_2, face_detect_2_rows, FORMAT_U8);
static const struct tag face_detect_3_rows[] = { { 3, "FacesDetected" } };
RECORD(face_detect_3, face_detect_3_rows, FORMAT_U16);

static const struct tag contrast_info_rows[] = {
    { 4, "IntelligentContrast", PRINT_AS(canon_print_contrast) },
};
RECORD(contrast_info, contrast_info_rows, FORMAT_U16);

static const struct tag wb_info_rows[] = {
    { 2, "WB_GRBGLevelsAuto", .count = 4 },         { 10, "WB_GRBGLevelsDaylight", .count = 4 },
    { 18, "WB_GRBGLevelsCloudy", .count = 4 },      { 26, "WB_GRBGLevelsTungsten", .count = 4 },
    { 34, "WB_GRBGLevelsFluorescent", .count = 4 }, { 42, "WB_GRBGLevelsFluorHigh", .count = 4 },
    { 50, "WB_GRBGLevelsFlash", .count = 4 },       { 58, "WB_GRBGLevelsUnderwater", .count = 4 },
    { 66, "WB_GRBGLevelsCustom1", .count = 4 },     { 74, "WB_GRBGLevelsCustom2", .count = 4 },
};
RECORD(wb_info, wb_info_rows, FORMAT_S32);

ENUM_MAP(time_zone_city, { 0, "n/a" }, { 1, "Chatham Islands" }, { 2, "Wellington" },
         { 3, "Solomon Islands" }, { 4, "Sydney" }, { 5, "Adelaide" }, { 6, "Tokyo" },
         { 7, "Hong Kong" }, { 8, "Bangkok" }, { 9, "Yangon" }, { 10, "Dhaka" },
         { 11, "Kathmandu" }, { 12, "Delhi" }, { 13, "Karachi" }, { 14, "Kabul" }, { 15, "Dubai" },
         { 16, "Tehran" }, { 17, "Moscow" }, { 18, "Cairo" }, { 19, "Paris" }, { 20, "London" },
         { 21, "Azores" }, { 22, "Fernando de Noronha" }, { 23, "Sao Paulo" },
         { 24, "Newfoundland" }, { 25, "Santiago" }, { 26, "Caracas" }, { 27, "New York" },
         { 28, "Chicago" }, { 29, "Denver" }, { 30, "Los Angeles" }, { 31, "Anchorage" },
         { 32, "Honolulu" }, { 33, "Samoa" }, { 32766, "(not set)" });
ENUM_MAP(daylight_savings, { 0, "Off" }, { 60, "On" });
static const struct tag time_info_rows[] = {
    { 1, "TimeZone", PRINT_AS(maker_print_time_zone) },
    { 2, "TimeZoneCity", PRINT_AS_ENUM(time_zone_city) },
    { 3, "DaylightSavings", PRINT_AS_ENUM(daylight_savings) },
};
RECORD(time_info, time_info_rows, FORMAT_S32);

static const struct tag crop_info_rows[] = {
    { 0, "CropLeftMargin" },
    { 1, "CropRightMargin" },
    { 2, "CropTopMargin" },
    { 3, "CropBottomMargin" },
};
RECORD(crop_info, crop_info_rows, FORMAT_U16);

ENUM_MAP(aspect_ratio, { 0, "3:2" }, { 1, "1:1" }, { 2, "4:3" }, { 7, "16:9" }, { 8, "4:5" },
         { 12, "3:2 (APS-H crop)" }, { 13, "3:2 (APS-C crop)" }, { 258, "4:3 crop" });
static const struct tag aspect_info_rows[] = {
    { 0, "AspectRatio", PRINT_AS_ENUM(aspect_ratio) },
    { 1, "CroppedImageWidth" },
    { 2, "CroppedImageHeight" },
    { 3, "CroppedImageLeft" },
    { 4, "CroppedImageTop" },
};
RECORD(aspect_info, aspect_info_rows, FORMAT_U32);

static bool not_20d(const struct tag_env *env)
{
    return !canon_is_20d(env);
}

static const struct tag processing_rows[] = {
    { 1, "ToneCurve", PRINT_AS_ENUM(tone_curve) },
    { 2, "Sharpness", PRINT_AS(canon_print_signed), .when = not_20d, .priority = PRIORITY_LOW },
    { 3, "SharpnessFrequency", PRINT_AS_ENUM(sharpness_frequency) },
    { 4, "SensorRedLevel" },
    { 5, "SensorBlueLevel" },
    { 6, "WhiteBalanceRed" },
    { 7, "WhiteBalanceBlue" },
    { 8, "WhiteBalance", PRINT_AS_ENUM(canon_white_balances), .convert = canon_not_negative },
    { 9, "ColorTemperature" },
    { 10, "PictureStyle", PRINT_AS_ENUM(canon_picture_styles) },
    { 11, "DigitalGain", .convert = maker_tenth },
    { 12, "WBShiftAB" },
    { 13, "WBShiftGM" },
    { 14, "UnsharpMaskFineness" },
    { 15, "UnsharpMaskThreshold" },
};
RECORD(processing, processing_rows, FORMAT_S16);

static const struct tag colour_balance_rows[] = {
    { 1, "WB_RGGBLevelsAuto", .count = 4 },      { 5, "WB_RGGBLevelsDaylight", .count = 4 },
    { 9, "WB_RGGBLevelsShade", .count = 4 },     { 13, "WB_RGGBLevelsCloudy", .count = 4 },
    { 17, "WB_RGGBLevelsTungsten", .count = 4 }, { 21, "WB_RGGBLevelsFluorescent", .count = 4 },
    { 25, "WB_RGGBLevelsFlash", .count = 4 },    { 29, "WB_RGGBLevelsCustom", .count = 4 },
    { 33, "WB_RGGBLevelsKelvin", .count = 4 },   { 37, "WB_RGGBBlackLevels", .count = 4 },
};
RECORD(colour_balance, colour_balance_rows, FORMAT_S16);

static const struct tag measured_colour_rows[] = { { 1, "MeasuredRGGB", .count = 4 } };
RECORD(measured_colour, measured_colour_rows, FORMAT_U16);
static const struct tag flags_rows[] = { { 1, "ModifiedParamFlag" } };
RECORD(flags, flags_rows, FORMAT_S16);

static const struct tag modified_info_rows[] = {
    { 1, "ModifiedToneCurve", PRINT_AS_ENUM(tone_curve) },
    { 2, "ModifiedSharpness" },
    { 3, "ModifiedSharpnessFreq", PRINT_AS_ENUM(sharpness_frequency) },
    { 4, "ModifiedSensorRedLevel" },
    { 5, "ModifiedSensorBlueLevel" },
    { 6, "ModifiedWhiteBalanceRed" },
    { 7, "ModifiedWhiteBalanceBlue" },
    { 8, "ModifiedWhiteBalance", PRINT_AS_ENUM(canon_white_balances) },
    { 9, "ModifiedColorTemp" },
    { 10, "ModifiedPictureStyle", PRINT_AS_ENUM(canon_picture_styles) },
    { 11, "ModifiedDigitalGain", .convert = maker_tenth },
};
RECORD(modified_info, modified_info_rows, FORMAT_S16);

static const struct tag preview_rows[] = {
    { 1, "PreviewQuality", PRINT_AS_ENUM(quality) },
    { 2, "PreviewImageLength" },
    { 3, "PreviewImageWidth" },
    { 4, "PreviewImageHeight" },
    { 5, "PreviewImageStart" },
};
RECORD(preview_info, preview_rows, FORMAT_U32);

static const struct tag sensor_info_rows[] = {
    { 1, "SensorWidth" },           { 2, "SensorHeight" },
    { 5, "SensorLeftBorder" },      { 6, "SensorTopBorder" },
    { 7, "SensorRightBorder" },     { 8, "SensorBottomBorder" },
    { 9, "BlackMaskLeftBorder" },   { 10, "BlackMaskTopBorder" },
    { 11, "BlackMaskRightBorder" }, { 12, "BlackMaskBottomBorder" },
};
RECORD(sensor_info, sensor_info_rows, FORMAT_S16);

static const struct tag colour_info_rows[] = {
    { 1, "Saturation", PRINT_AS(canon_print_parameter), .when = canon_is_first_1d },
    { 2, "ColorTone", PRINT_AS(canon_print_parameter) },
    { 3, "ColorSpace", PRINT_AS_ENUM(colour_space), .convert = canon_not_0 },
};
RECORD(colour_info, colour_info_rows, FORMAT_S16);

ENUM_MAP(adjust_mode, { 0, "Disable" }, { 1, "Adjust all by the same amount" },
         { 2, "Adjust by lens" });
static const struct tag af_micro_rows[] = {
    { 1, "AFMicroAdjMode", PRINT_AS_ENUM(adjust_mode) },
    { 2, "AFMicroAdjValue", .format = FORMAT_SRATIONAL },
};
RECORD(af_micro, af_micro_rows, FORMAT_S32);

static const struct tag vignetting_version_rows[] = { { 0, "VignettingCorrVersion" } };
RECORD(vignetting_version, vignetting_version_rows, FORMAT_U8);
static const struct tag vignetting_rows[] = {
    { 0, "VignettingCorrVersion", .format = FORMAT_U8 },
    { 2, "PeripheralLighting", PRINT_AS_ENUM(off_on) },
    { 3, "DistortionCorrection", PRINT_AS_ENUM(off_on) },
    { 4, "ChromaticAberrationCorr", PRINT_AS_ENUM(off_on) },
    { 5, "ChromaticAberrationCorr", PRINT_AS_ENUM(off_on) },
    { 6, "PeripheralLightingValue" },
    { 9, "DistortionCorrectionValue" },
    { 11, "OriginalImageWidth" },
    { 12, "OriginalImageHeight" },
};
RECORD(vignetting, vignetting_rows, FORMAT_S16);

static const struct tag vignetting_2_rows[] = {
    { 5, "PeripheralLightingSetting", PRINT_AS_ENUM(off_on) },
    { 6, "ChromaticAberrationSetting", PRINT_AS_ENUM(off_on) },
    { 7, "DistortionCorrectionSetting", PRINT_AS_ENUM(off_on) },
    { 9, "DigitalLensOptimizerSetting", PRINT_AS_ENUM(off_on) },
};
RECORD(vignetting_2, vignetting_2_rows, FORMAT_S32);

ENUM_MAP(standard_to_off, { 0, "Standard" }, { 1, "Low" }, { 2, "Strong" }, { 3, "Off" });
ENUM_MAP(off_on_enhanced, { 0, "Off" }, { 1, "On" }, { 2, "Enhanced" });
ENUM_MAP(off_auto_on, { 0, "Off" }, { 1, "Auto" }, { 2, "On" });
ENUM_MAP(lens_optimizer, { 0, "Off" }, { 1, "Standard" }, { 2, "High" });
static const struct tag lighting_rows[] = {
    { 1, "PeripheralIlluminationCorr", PRINT_AS_ENUM(off_on) },
    { 2, "AutoLightingOptimizer", PRINT_AS_ENUM(standard_to_off) },
    { 3, "HighlightTonePriority", PRINT_AS_ENUM(off_on_enhanced) },
    { 4, "LongExposureNoiseReduction", PRINT_AS_ENUM(off_auto_on) },
    { 5, "HighISONoiseReduction", PRINT_AS_ENUM(standard_to_off) },
    { 10, "DigitalLensOptimizer", PRINT_AS_ENUM(lens_optimizer) },
    { 11, "DualPixelRaw", PRINT_AS_ENUM(off_on) },
};
RECORD(lighting, lighting_rows, FORMAT_S32);

static const struct tag lens_info_rows[] = {
    { 0, "LensSerialNumber", .format = FORMAT_UNDEF, .count = 5, .convert = canon_hex },
};
RECORD(lens_info, lens_info_rows, FORMAT_U8);

ENUM_MAP(ambience, { 0, "Standard" }, { 1, "Vivid" }, { 2, "Warm" }, { 3, "Soft" }, { 4, "Cool" },
         { 5, "Intense" }, { 6, "Brighter" }, { 7, "Darker" }, { 8, "Monochrome" });
static const struct tag ambience_rows[] = {
    { 1, "AmbienceSelection", PRINT_AS_ENUM(ambience) },
};
RECORD(ambience_info, ambience_rows, FORMAT_S32);

ENUM_MAP(multi_exposure, { 0, "Off" }, { 1, "On" }, { 2, "On (RAW)" });
ENUM_MAP(multi_control, { 0, "Additive" }, { 1, "Average" }, { 2, "Bright (comparative)" },
         { 3, "Dark (comparative)" });
static const struct tag multi_exp_rows[] = {
    { 1, "MultiExposure", PRINT_AS_ENUM(multi_exposure) },
    { 2, "MultiExposureControl", PRINT_AS_ENUM(multi_control) },
    { 3, "MultiExposureShots" },
};
RECORD(multi_exp, multi_exp_rows, FORMAT_S32);

ENUM_MAP(hdr_effect, { 0, "Natural" }, { 1, "Art (standard)" }, { 2, "Art (vivid)" },
         { 3, "Art (bold)" }, { 4, "Art (embossed)" });
static const struct tag hdr_rows[] = {
    { 1, "HDR", PRINT_AS_ENUM(off_auto_on) },
    { 2, "HDREffect", PRINT_AS_ENUM(hdr_effect) },
};
RECORD(hdr_info, hdr_rows, FORMAT_S32);

static const struct tag burst_rows[] = {
    { 1, "RawBurstImageNum" },
    { 2, "RawBurstImageCount" },
};
RECORD(burst_info, burst_rows, FORMAT_U32);

/* The directory itself */
ENUM_MAP(super_macro, { 0, "Off" }, { 1, "On (1)" }, { 2, "On (2)" });
ENUM_MAP(date_stamp, { 0, "Off" }, { 1, "Date" }, { 2, "Date & Time" });
static const struct enum_name serial_format_names[] = { { 0x90000000, "Format 1" },
                                                        { 0xa0000000, "Format 2" } };
static const struct enum_map serial_format = { .names = serial_format_names,
                                               .n_names = 2,
                                               .hex = true };
static const struct enum_name no_category[] = { { 0, "(none)" } };
static const struct enum_name category_bits[] = {
    { 0, "People" }, { 1, "Scenery" }, { 2, "Events" }, { 3, "User 1" },
    { 4, "User 2" }, { 5, "User 3" },  { 6, "To Do" },
};
static const struct enum_map categories = {
    .names = no_category, .n_names = 1, .bits = category_bits, .n_bits = ARRAY_LEN(category_bits)
};
static const struct print_step style_steps[] = { { PRINT_ENUM, &canon_picture_styles, NULL } };
static const struct print_list styles = { style_steps, 1, true };

static const struct tag canon_rows[] = {
    { 0x0001, "CanonCameraSettings", SUB_BINARY(camera_settings), .when = canon_says_its_size },
    { 0x0002, "CanonFocalLength", SUB_BINARY(focal_length) },
    { 0x0003, "CanonFlashInfo", .flags = TAG_UNKNOWN },
    { 0x0004, "CanonShotInfo", SUB_BINARY(shot_info), .when = canon_says_its_size },
    { 0x0005, "CanonPanorama", SUB_BINARY(panorama) },
    { 0x0006, "CanonImageType" },
    { 0x0007, "CanonFirmwareVersion" },
    { 0x0008, "FileNumber", PRINT_AS(canon_print_file_number) },
    { 0x0009, "OwnerName" },
    { 0x000c, "SerialNumber", PRINT_AS(canon_print_serial) },
    { 0x000d, "CanonCameraInfo", SUB_BLOCK(canon_camera_info) },
    { 0x000e, "CanonFileLength" },
    { 0x000f, "CustomFunctions", SUB_BLOCK(canon_functions), .when = canon_says_its_size },
    { 0x0010, "CanonModelID", PRINT_AS_ENUM(canon_models) },
    { 0x0012, "CanonAFInfo", SUB_BLOCK(canon_af_info) },
    { 0x0013, "ThumbnailImageValidArea" },
    { 0x0015, "SerialNumberFormat", PRINT_AS_ENUM(serial_format) },
    { 0x001a, "SuperMacro", PRINT_AS_ENUM(super_macro) },
    { 0x001c, "DateStampMode", PRINT_AS_ENUM(date_stamp) },
    { 0x001d, "MyColors", SUB_BINARY(my_colors) },
    { 0x001e, "FirmwareRevision", PRINT_AS(canon_print_firmware) },
    { 0x0023, "Categories", PRINT_AS_ENUM(categories), .convert = canon_categories },
    { 0x0024, "FaceDetect1", SUB_BINARY(face_detect_1) },
    { 0x0025, "FaceDetect2", SUB_BINARY(face_detect_2) },
    { 0x0026, "CanonAFInfo2", SUB_BLOCK(canon_af_info_2) },
    { 0x0027, "ContrastInfo", SUB_BINARY(contrast_info), .when = canon_is_contrast },
    { 0x0028, "ImageUniqueID", .format = FORMAT_UNDEF, .convert = canon_unique_id },
    { 0x0029, "WBInfo", SUB_BINARY(wb_info) },
    { 0x002f, "FaceDetect3", SUB_BINARY(face_detect_3) },
    { 0x0035, "TimeInfo", SUB_BINARY(time_info) },
    { 0x0038, "BatteryType", .convert = canon_battery, .when = canon_is_battery },
    { 0x003c, "AFInfo3", SUB_BLOCK(canon_af_info_3) },
    { 0x0083, "OriginalDecisionDataOffset" },
    { 0x0090, "CustomFunctions1D", SUB_BLOCK(canon_functions_of_1d) },
    { 0x0091, "PersonalFunctions", SUB_BINARY(canon_personal), .when = canon_says_its_size },
    { 0x0092, "PersonalFunctionValues", SUB_BINARY(canon_personal_values),
      .when = canon_says_its_size },
    { 0x0093, "CanonFileInfo", SUB_BINARY(file_info), .when = canon_says_its_size },
    { 0x0095, "LensModel" },
    { 0x0096, "InternalSerialNumber", .convert = canon_serial_text },
    { 0x0097, "DustRemovalData", .flags = TAG_BINARY },
    { 0x0098, "CropInfo", SUB_BINARY(crop_info) },
    { 0x0099, "CustomFunctions2", SUB_BLOCK(canon_functions_grouped) },
    { 0x009a, "AspectInfo", SUB_BINARY(aspect_info) },
    { 0x00a0, "ProcessingInfo", SUB_BINARY(processing), .when = canon_says_its_size },
    { 0x00a1, "ToneCurveTable", .convert = convert_very_long_is_binary },
    { 0x00a2, "SharpnessTable", .convert = convert_very_long_is_binary },
    { 0x00a3, "SharpnessFreqTable", .convert = convert_very_long_is_binary },
    { 0x00a4, "WhiteBalanceTable", .convert = convert_very_long_is_binary },
    { 0x00a9, "ColorBalance", SUB_BINARY(colour_balance) },
    { 0x00aa, "MeasuredColor", SUB_BINARY(measured_colour), .when = canon_says_its_size },
    { 0x00ae, "ColorTemperature" },
    { 0x00b0, "CanonFlags", SUB_BINARY(flags), .when = canon_says_its_size },
    { 0x00b1, "ModifiedInfo", SUB_BINARY(modified_info), .when = canon_says_its_size },
    { 0x00b2, "ToneCurveMatching", .convert = convert_very_long_is_binary },
    { 0x00b3, "WhiteBalanceMatching", .convert = convert_very_long_is_binary },
    { 0x00b4, "ColorSpace", PRINT_AS_ENUM(colour_space) },
    { 0x00b6, "PreviewImageInfo", SUB_BINARY(preview_info), .when = canon_says_its_size },
    { 0x00d0, "VRDOffset" },
    { 0x00e0, "SensorInfo", SUB_BINARY(sensor_info), .when = canon_says_its_size },
    { 0x4001, "ColorData", SUB_BLOCK(canon_colour_data) },
    { 0x4003, "ColorInfo", SUB_BINARY(colour_info) },
    { 0x4008, "PictureStyleUserDef", PRINT_AS_LIST(styles) },
    { 0x4009, "PictureStylePC", PRINT_AS_LIST(styles) },
    { 0x4010, "CustomPictureStyleFileName" },
    { 0x4013, "AFMicroAdj", SUB_BINARY(af_micro) },
    { 0x4015, "VignettingCorr", SUB_BINARY(vignetting), .when = canon_is_vignetting },
    { 0x4015, "VignettingCorr", SUB_BINARY(vignetting_version) },
    { 0x4016, "VignettingCorr2", SUB_BINARY(vignetting_2) },
    { 0x4018, "LightingOpt", SUB_BINARY(lighting) },
    { 0x4019, "LensInfo", SUB_BINARY(lens_info) },
    { 0x4020, "AmbienceInfo", SUB_BINARY(ambience_info) },
    { 0x4021, "MultiExp", SUB_BINARY(multi_exp) },
    { 0x4024, "FilterInfo", SUB_BLOCK(canon_filter_info) },
    { 0x4025, "HDRInfo", SUB_BINARY(hdr_info) },
    { 0x4028, "AFConfig", SUB_BINARY(canon_af_config) },
    { 0x403f, "RawBurstModeRoll", SUB_BINARY(burst_info) },
};
const struct tag_table canon_table = TAG_TABLE(canon_rows, "MakerNotes", "Canon");
