/*
 * Records of Sony's A-mount cameras. Source of indices, names and wordings: ExifTool's "Sony Tags".
 */
#include "meta/maker_sony.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/tables/sony.h"

#define RECORD(name_, array, format_)                                                              \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Sony", format_)

/* What the main directory and other records tell stands over these. */
#define SETTINGS(name_, array)                                                                     \
    const struct tag_table name_ = { .rows = (array),                                              \
                                     .n_rows = ARRAY_LEN(array),                                   \
                                     .g0 = "MakerNotes",                                           \
                                     .g1 = "Sony",                                                 \
                                     .priority = PRIORITY_LOW,                                     \
                                     .format = FORMAT_U16 }

ENUM_MAP(exposure_program, { 0, "Auto" }, { 8, "Program Shift A" }, { 19, "Night Portrait" },
         { 1, "Manual" }, { 9, "Program Shift S" }, { 20, "Landscape" }, { 2, "Program AE" },
         { 16, "Portrait" }, { 21, "Macro" }, { 3, "Aperture-priority AE" }, { 17, "Sports" },
         { 35, "Auto No Flash" }, { 4, "Shutter speed priority AE" }, { 18, "Sunset" });
ENUM_MAP(i1_focus_mode_setting, { 0, "Manual" }, { 1, "AF-S" }, { 2, "AF-C" }, { 3, "AF-A" },
         { 4, "DMF" });
ENUM_MAP(i1_af_point_selected, { 0, "Auto" }, { 1, "Center" }, { 2, "Top" }, { 3, "Upper-right" },
         { 4, "Right" }, { 5, "Lower-right" }, { 6, "Bottom" }, { 7, "Lower-left" }, { 8, "Left" },
         { 9, "Upper-left" }, { 10, "Far Right" }, { 11, "Far Left" });
ENUM_MAP(i1_af_point, { 0, "Upper-left" }, { 1, "Left" }, { 2, "Lower-left" }, { 3, "Far Left" },
         { 4, "Bottom Assist-left" }, { 5, "Bottom" }, { 6, "Bottom Assist-right" },
         { 7, "Center (7)" }, { 8, "Center (horizontal)" }, { 9, "Center (9)" },
         { 10, "Center (10)" }, { 11, "Center (11)" }, { 12, "Center (12)" },
         { 13, "Center (vertical)" }, { 14, "Center (14)" }, { 15, "Top Assist-left" },
         { 16, "Top" }, { 17, "Top Assist-right" }, { 18, "Far Right" }, { 19, "Upper-right" },
         { 20, "Right" }, { 21, "Lower-right" }, { 22, "Center F2.8" });
static const struct tag sony_camera_info_rows[] = {
    { 0, "LensSpec", PRINT_AS(sony_print_lens_spec), .convert = sony_lens_spec,
      .format = FORMAT_UNDEF, .count = 8 },
    { 20, "FocusModeSetting", PRINT_AS_ENUM(i1_focus_mode_setting) },
    { 21, "AFPointSelected", PRINT_AS_ENUM(i1_af_point_selected) },
    { 25, "AFPoint", PRINT_AS_ENUM(i1_af_point) },
    { 30, "AFStatusActiveSensor", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 32, "AFStatusUpper-left", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 34, "AFStatusLeft", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 36, "AFStatusLower-left", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 38, "AFStatusFarLeft", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 40, "AFStatusBottomAssist-left", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 42, "AFStatusBottom", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 44, "AFStatusBottomAssist-right", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 46, "AFStatusCenter-7", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 48, "AFStatusCenter-horizontal", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 50, "AFStatusCenter-9", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 52, "AFStatusCenter-10", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 54, "AFStatusCenter-11", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 56, "AFStatusCenter-12", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 58, "AFStatusCenter-vertical", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 60, "AFStatusCenter-14", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 62, "AFStatusTopAssist-left", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 64, "AFStatusTop", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 66, "AFStatusTopAssist-right", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 68, "AFStatusFarRight", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 70, "AFStatusUpper-right", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 72, "AFStatusRight", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 74, "AFStatusLower-right", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 76, "AFStatusCenterF2-8", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 304, "AFMicroAdjValue" },
    { 305, "AFMicroAdjMode", PRINT_AS(print_on_off), .mask = 0x80 },
    { 305, "AFMicroAdjRegisteredLenses", .mask = 0x7f },
};
RECORD(sony_camera_info, sony_camera_info_rows, FORMAT_U8);

ENUM_MAP(i2_af_point_selected, { 0, "Auto" }, { 1, "Center" }, { 2, "Top" }, { 3, "Upper-right" },
         { 4, "Right" }, { 5, "Lower-right" }, { 6, "Bottom" }, { 7, "Lower-left" }, { 8, "Left" },
         { 9, "Upper-left" });
ENUM_MAP(i2_focus_mode_setting, { 0, "Manual" }, { 1, "AF-S" }, { 2, "AF-C" }, { 3, "AF-A" },
         { 4, "DMF" });
ENUM_MAP(i2_af_point, { 0, "Top-right" }, { 1, "Bottom-right" }, { 2, "Bottom" },
         { 3, "Middle Horizontal" }, { 4, "Center Vertical" }, { 5, "Top" }, { 6, "Top-left" },
         { 7, "Bottom-left" });
static const struct tag sony_camera_info_2_rows[] = {
    { 0, "LensSpec", PRINT_AS(sony_print_lens_spec), .convert = sony_lens_spec,
      .format = FORMAT_UNDEF, .count = 8 },
    { 20, "AFPointSelected", PRINT_AS_ENUM(i2_af_point_selected) },
    { 21, "FocusModeSetting", PRINT_AS_ENUM(i2_focus_mode_setting) },
    { 24, "AFPoint", PRINT_AS_ENUM(i2_af_point) },
    { 27, "AFStatusActiveSensor", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 29, "AFStatusTop-right", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 31, "AFStatusBottom-right", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 33, "AFStatusBottom", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 35, "AFStatusMiddleHorizontal", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 37, "AFStatusCenterVertical", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 39, "AFStatusTop", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 41, "AFStatusTop-left", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 43, "AFStatusBottom-left", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 45, "AFStatusLeft", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 47, "AFStatusCenterHorizontal", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
    { 49, "AFStatusRight", PRINT_AS(sony_print_af_status), .format = FORMAT_S16 },
};
RECORD(sony_camera_info_2, sony_camera_info_2_rows, FORMAT_U8);

ENUM_MAP(f_drive_mode2, { 0x1, "Single Frame" }, { 0x2, "Continuous High" },
         { 0x4, "Self-timer 10 sec" }, { 0x5, "Self-timer 2 sec, Mirror Lock-up" },
         { 0x7, "Continuous Bracketing" }, { 0xa, "Remote Commander" },
         { 0xb, "Continuous Self-timer (A200, A300, A350, A700, A850 and A900)" },
         { 0x1, "Single Frame" }, { 0x2, "Continuous High" }, { 0x4, "Self-timer 10 sec" },
         { 0x5, "Self-timer 2 sec, Mirror Lock-up" }, { 0x6, "Single-frame Bracketing" },
         { 0x7, "Continuous Bracketing" }, { 0xa, "Remote Commander" }, { 0xb, "Mirror Lock-up" },
         { 0x12, "Continuous Low" }, { 0x18, "White Balance Bracketing Low" },
         { 0x19, "D-Range Optimizer Bracketing Low" }, { 0x28, "White Balance Bracketing High" },
         { 0x29, "D-Range Optimizer Bracketing High" });
ENUM_MAP(f_rotation, { 0, "Horizontal (normal)" }, { 1, "Rotate 270 CW" }, { 2, "Rotate 90 CW" });
ENUM_MAP(f_dynamic_range_optimizer_mode, { 0, "Off" }, { 1, "Standard" }, { 2, "Advanced Auto" },
         { 3, "Advanced Level" });
ENUM_MAP(f_white_balance_bracketing, { 0, "Off" }, { 1, "Low" }, { 2, "High" });
ENUM_MAP(f_creative_style, { 1, "Standard" }, { 2, "Vivid" }, { 3, "Portrait" }, { 4, "Landscape" },
         { 5, "Sunset" }, { 6, "Night View/Portrait" }, { 8, "B&W" }, { 9, "Adobe RGB" },
         { 11, "Neutral" }, { 12, "Clear" }, { 13, "Deep" }, { 14, "Light" },
         { 15, "Autumn Leaves" }, { 16, "Sepia" });
static const struct tag sony_focus_info_rows[] = {
    { 14, "DriveMode2", PRINT_AS_ENUM(f_drive_mode2) },
    { 16, "Rotation", PRINT_AS_ENUM(f_rotation) },
    { 20, "ImageStabilizationSetting", PRINT_AS(print_on_off) },
    { 21, "DynamicRangeOptimizerMode", PRINT_AS_ENUM(f_dynamic_range_optimizer_mode) },
    { 43, "BracketShotNumber" },
    { 44, "WhiteBalanceBracketing", PRINT_AS_ENUM(f_white_balance_bracketing) },
    { 45, "BracketShotNumber2" },
    { 46, "DynamicRangeOptimizerBracket", PRINT_AS_ENUM(f_white_balance_bracketing) },
    { 47, "ExposureBracketShotNumber" },
    {
        63,
        "ExposureProgram",
        PRINT_AS_ENUM(exposure_program),
        .priority = PRIORITY_LOW,
    },
    { 65, "CreativeStyle", PRINT_AS_ENUM(f_creative_style) },
    { 109, "ISOSetting", PRINT_AS(sony_print_iso), .convert = sony_iso },
    { 111, "ISO", PRINT_AS_FORMAT("%.0f"), .convert = sony_iso_not_0, .priority = PRIORITY_LOW },
    { 119, "DynamicRangeOptimizerMode", PRINT_AS_ENUM(f_dynamic_range_optimizer_mode) },
    { 121, "DynamicRangeOptimizerLevel" },
    { 2118, "ShutterCount", .format = FORMAT_U32 },
    { 2491, "FocusPosition" },
    { 4368, "TiffMeteringImage", .convert = sony_metering, .format = FORMAT_UNDEF, .count = 9600 },
};
RECORD(sony_focus_info, sony_focus_info_rows, FORMAT_U8);

ENUM_MAP(x1_image_stabilization2, { 191, "On (191)" }, { 207, "On (207)" }, { 210, "On (210)" },
         { 213, "On" }, { 246, "Off" });
static const struct tag sony_extra_info_rows[] = {
    { 1, "BatteryTemperature", PRINT_AS_FORMAT("%.1f C"), .convert = sony_celsius },
    { 2, "BatteryUnknown", .flags = TAG_UNKNOWN },
    { 8, "BatteryVoltage", .flags = TAG_UNKNOWN },
    { 10, "ImageStabilization2", PRINT_AS_ENUM(x1_image_stabilization2), .flags = TAG_UNKNOWN },
    { 12, "BatteryLevel", PRINT_AS_FORMAT("%s%%") },
    { 26, "ExtraInfoVersion", .count = 4 },
};
RECORD(sony_extra_info, sony_extra_info_rows, FORMAT_U8);

ENUM_MAP(x2_image_stabilization, { 0, "Off" }, { 64, "On" });
static const struct tag sony_extra_info_2_rows[] = {
    { 4, "BatteryLevel", PRINT_AS_FORMAT("%s%%") },
    { 18, "ImageStabilization", PRINT_AS_ENUM(x2_image_stabilization) },
};
RECORD(sony_extra_info_2, sony_extra_info_2_rows, FORMAT_U8);

ENUM_MAP(s1_drive_mode, { 0x1, "Single Frame" }, { 0x2, "Continuous High" },
         { 0x4, "Self-timer 10 sec" }, { 0x5, "Self-timer 2 sec, Mirror Lock-up" },
         { 0x6, "Single-frame Bracketing" }, { 0x7, "Continuous Bracketing" },
         { 0xa, "Remote Commander" }, { 0xb, "Mirror Lock-up" }, { 0x12, "Continuous Low" },
         { 0x18, "White Balance Bracketing Low" }, { 0x19, "D-Range Optimizer Bracketing Low" },
         { 0x28, "White Balance Bracketing High" }, { 0x29, "D-Range Optimizer Bracketing High" });
ENUM_MAP(s1_white_balance_setting, { 2, "Auto" }, { 4, "Daylight" }, { 5, "Fluorescent" },
         { 6, "Tungsten" }, { 7, "Flash" }, { 16, "Cloudy" }, { 17, "Shade" },
         { 18, "Color Temperature/Color Filter" }, { 32, "Custom 1" }, { 33, "Custom 2" },
         { 34, "Custom 3" });
ENUM_MAP(s1_white_balance, { 2, "Auto" }, { 4, "Daylight" }, { 5, "Fluorescent" },
         { 6, "Tungsten" }, { 7, "Flash" }, { 12, "Color Temperature" }, { 13, "Color Filter" },
         { 14, "Custom" }, { 16, "Cloudy" }, { 17, "Shade" });
ENUM_MAP(s1_focus_mode_setting, { 0, "Manual" }, { 1, "AF-S" }, { 2, "AF-C" }, { 3, "AF-A" },
         { 4, "DMF" });
ENUM_MAP(s1_af_area_mode, { 0, "Wide" }, { 1, "Local" }, { 2, "Spot" });
ENUM_MAP(s1_af_point_setting, { 1, "Center" }, { 2, "Top" }, { 3, "Upper-right" }, { 4, "Right" },
         { 5, "Lower-right" }, { 6, "Bottom" }, { 7, "Lower-left" }, { 8, "Left" },
         { 9, "Upper-left" }, { 10, "Far Right" }, { 11, "Far Left" });
ENUM_MAP(s1_flash_mode, { 0, "Autoflash" }, { 2, "Rear Sync" }, { 3, "Wireless" },
         { 4, "Fill-flash" }, { 5, "Flash Off" }, { 6, "Slow Sync" });
ENUM_MAP(s1_metering_mode, { 1, "Multi-segment" }, { 2, "Center-weighted average" }, { 4, "Spot" });
ENUM_MAP(s1_dynamic_range_optimizer_mode, { 0, "Off" }, { 1, "Standard" }, { 2, "Advanced Auto" },
         { 3, "Advanced Level" });
ENUM_MAP(s1_creative_style, { 1, "Standard" }, { 2, "Vivid" }, { 3, "Portrait" },
         { 4, "Landscape" }, { 5, "Sunset" }, { 6, "Night View/Portrait" }, { 8, "B&W" },
         { 9, "Adobe RGB" }, { 11, "Neutral" }, { 12, "Clear" }, { 13, "Deep" }, { 14, "Light" },
         { 15, "Autumn Leaves" }, { 16, "Sepia" });
ENUM_MAP(s1_color_space, { 0, "sRGB" }, { 1, "Adobe RGB" }, { 5, "Adobe RGB (A700)" });
ENUM_MAP(s1_flash_control, { 0, "ADI" }, { 1, "Pre-flash TTL" }, { 2, "Manual" });
ENUM_MAP(s1_priority_setup_shutter_release, { 0, "AF" }, { 1, "Release" });
ENUM_MAP(s1_af_illuminator, { 0, "Auto" }, { 1, "Off" });
ENUM_MAP(s1_af_with_shutter, { 0, "On" }, { 1, "Off" });
ENUM_MAP(s1_high_iso_noise_reduction, { 0, "Normal" }, { 1, "Low" }, { 2, "High" }, { 3, "Off" });
ENUM_MAP(s1_image_style, { 1, "Standard" }, { 2, "Vivid" }, { 3, "Portrait" }, { 4, "Landscape" },
         { 5, "Sunset" }, { 7, "Night View/Portrait" }, { 8, "B&W" }, { 9, "Adobe RGB" },
         { 11, "Neutral" }, { 129, "StyleBox1" }, { 130, "StyleBox2" }, { 131, "StyleBox3" },
         { 132, "StyleBox4" }, { 133, "StyleBox5" }, { 134, "StyleBox6" });
ENUM_MAP(s1_focus_mode_switch, { 0, "AF" }, { 1, "Manual" });
ENUM_MAP(s1_flash_action, { 0, "Did not fire" }, { 1, "Fired" },
         { 2, "External Flash, Did not fire" }, { 3, "External Flash, Fired" });
ENUM_MAP(s1_rotation, { 0, "Horizontal (normal)" }, { 1, "Rotate 90 CW" }, { 2, "Rotate 270 CW" });
ENUM_MAP(s1_ae_lock, { 1, "Off" }, { 2, "On" });
ENUM_MAP(s1_flash_action2, { 1, "Fired, Autoflash" }, { 2, "Fired, Fill-flash" },
         { 3, "Fired, Rear Sync" }, { 4, "Fired, Wireless" }, { 5, "Did not fire" },
         { 6, "Fired, Slow Sync" }, { 17, "Fired, Autoflash, Red-eye reduction" },
         { 18, "Fired, Fill-flash, Red-eye reduction" }, { 34, "Fired, Fill-flash, HSS" });
ENUM_MAP(s1_battery_state, { 2, "Empty" }, { 3, "Very Low" }, { 4, "Low" }, { 5, "Sufficient" },
         { 6, "Full" });
static const struct enum_name s1_focus_status_bits_names[] = { { 0, "Confirmed" },
                                                               { 1, "Failed" },
                                                               { 2, "Tracking" } };
static const struct enum_name s1_focus_status_bits_wholes[] = {
    { 0x0, "Not confirmed" }, { 0x4, "Not confirmed, Tracking" }
};
static const struct enum_map s1_focus_status_bits = { .names = s1_focus_status_bits_wholes,
                                                      .n_names =
                                                          ARRAY_LEN(s1_focus_status_bits_wholes),
                                                      .bits = s1_focus_status_bits_names,
                                                      .n_bits =
                                                          ARRAY_LEN(s1_focus_status_bits_names) };
ENUM_MAP(s1_sony_image_size, { 1, "Large" }, { 2, "Medium" }, { 3, "Small" });
ENUM_MAP(s1_aspect_ratio, { 1, "3:2" }, { 2, "16:9" });
ENUM_MAP(s1_quality, { 0, "RAW" }, { 2, "CRAW" }, { 16, "Extra Fine" }, { 32, "Fine" },
         { 34, "RAW + JPEG" }, { 35, "CRAW + JPEG" }, { 48, "Standard" });
ENUM_MAP(s1_exposure_level_increments, { 33, "1/3 EV" }, { 50, "1/2 EV" });
static const struct tag sony_camera_settings_rows[] = {
    { 0, "ExposureTime", PRINT_AS(print_exposure_time), .convert = sony_time,
      .priority = PRIORITY_LOW },
    { 1, "FNumber", PRINT_AS_FORMAT("%.1f"), .convert = sony_aperture, .priority = PRIORITY_LOW },
    { 2, "HighSpeedSync", PRINT_AS(print_on_off) },
    { 3, "ExposureCompensationSet", PRINT_AS(maker_print_signed), .convert = sony_compensation },
    { 4, "DriveMode", PRINT_AS_ENUM(s1_drive_mode), .mask = 0xff },
    { 5, "WhiteBalanceSetting", PRINT_AS_ENUM(s1_white_balance_setting) },
    { 6, "WhiteBalanceFineTune", .convert = sony_signed },
    { 7, "ColorTemperatureSet", PRINT_AS_FORMAT("%s K"), .convert = sony_hundred },
    { 8, "ColorCompensationFilterSet", PRINT_AS(sony_print_whole_signed), .convert = sony_signed },
    { 12, "ColorTemperatureCustom", PRINT_AS_FORMAT("%s K"), .convert = sony_hundred },
    { 13, "ColorCompensationFilterCustom", PRINT_AS(sony_print_whole_signed),
      .convert = sony_signed },
    { 15, "WhiteBalance", PRINT_AS_ENUM(s1_white_balance) },
    { 16, "FocusModeSetting", PRINT_AS_ENUM(s1_focus_mode_setting) },
    { 17, "AFAreaMode", PRINT_AS_ENUM(s1_af_area_mode) },
    { 18, "AFPointSetting", PRINT_AS_ENUM(s1_af_point_setting) },
    { 19, "FlashMode", PRINT_AS_ENUM(s1_flash_mode) },
    { 20, "FlashExposureCompSet", PRINT_AS(maker_print_signed), .convert = sony_compensation },
    { 21, "MeteringMode", PRINT_AS_ENUM(s1_metering_mode) },
    { 22, "ISOSetting", PRINT_AS(sony_print_iso), .convert = sony_iso },
    { 24, "DynamicRangeOptimizerMode", PRINT_AS_ENUM(s1_dynamic_range_optimizer_mode) },
    { 25, "DynamicRangeOptimizerLevel" },
    { 26, "CreativeStyle", PRINT_AS_ENUM(s1_creative_style) },
    { 27, "ColorSpace", PRINT_AS_ENUM(s1_color_space) },
    { 28, "Sharpness", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 29, "Contrast", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 30, "Saturation", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 31, "ZoneMatchingValue", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 34, "Brightness", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 35, "FlashControl", PRINT_AS_ENUM(s1_flash_control) },
    { 40, "PrioritySetupShutterRelease", PRINT_AS_ENUM(s1_priority_setup_shutter_release) },
    { 41, "AFIlluminator", PRINT_AS_ENUM(s1_af_illuminator) },
    { 42, "AFWithShutter", PRINT_AS_ENUM(s1_af_with_shutter) },
    { 43, "LongExposureNoiseReduction", PRINT_AS(print_on_off) },
    { 44, "HighISONoiseReduction", PRINT_AS_ENUM(s1_high_iso_noise_reduction) },
    { 45, "ImageStyle", PRINT_AS_ENUM(s1_image_style) },
    { 46, "FocusModeSwitch", PRINT_AS_ENUM(s1_focus_mode_switch) },
    { 47, "ShutterSpeedSetting", PRINT_AS(print_exposure_time), .convert = sony_time },
    { 48, "ApertureSetting", PRINT_AS_FORMAT("%.1f"), .convert = sony_aperture },
    {
        60,
        "ExposureProgram",
        PRINT_AS_ENUM(exposure_program),
        .priority = PRIORITY_LOW,
    },
    { 61, "ImageStabilizationSetting", PRINT_AS(print_on_off) },
    { 62, "FlashAction", PRINT_AS_ENUM(s1_flash_action) },
    { 63, "Rotation", PRINT_AS_ENUM(s1_rotation) },
    { 64, "AELock", PRINT_AS_ENUM(s1_ae_lock) },
    { 76, "FlashAction2", PRINT_AS_ENUM(s1_flash_action2) },
    { 77, "FocusMode", PRINT_AS_ENUM(s1_focus_mode_setting) },
    { 80, "BatteryState", PRINT_AS_ENUM(s1_battery_state) },
    { 81, "BatteryLevel", PRINT_AS_FORMAT("%s%%") },
    { 83, "FocusStatus", PRINT_AS_ENUM(s1_focus_status_bits) },
    { 84, "SonyImageSize", PRINT_AS_ENUM(s1_sony_image_size) },
    { 85, "AspectRatio", PRINT_AS_ENUM(s1_aspect_ratio) },
    { 86, "Quality", PRINT_AS_ENUM(s1_quality) },
    { 88, "ExposureLevelIncrements", PRINT_AS_ENUM(s1_exposure_level_increments) },
    { 106, "RedEyeReduction", PRINT_AS(print_on_off) },
    { 154, "FolderNumber", .mask = 0x3ff },
    { 155, "ImageNumber", .mask = 0x3fff },
};
SETTINGS(sony_camera_settings, sony_camera_settings_rows);

ENUM_MAP(s2_white_balance_setting, { 2, "Auto" }, { 4, "Daylight" }, { 5, "Fluorescent" },
         { 6, "Tungsten" }, { 7, "Flash" }, { 16, "Cloudy" }, { 17, "Shade" },
         { 18, "Color Temperature/Color Filter" }, { 32, "Custom 1" }, { 33, "Custom 2" },
         { 34, "Custom 3" });
ENUM_MAP(s2_white_balance, { 2, "Auto" }, { 4, "Daylight" }, { 5, "Fluorescent" },
         { 6, "Tungsten" }, { 7, "Flash" }, { 12, "Color Temperature" }, { 13, "Color Filter" },
         { 14, "Custom" }, { 16, "Cloudy" }, { 17, "Shade" });
ENUM_MAP(s2_focus_mode_setting, { 0, "Manual" }, { 1, "AF-S" }, { 2, "AF-C" }, { 3, "AF-A" });
ENUM_MAP(s2_af_area_mode, { 0, "Wide" }, { 1, "Local" }, { 2, "Spot" });
ENUM_MAP(s2_af_point_setting, { 1, "Center" }, { 2, "Top" }, { 3, "Upper-right" }, { 4, "Right" },
         { 5, "Lower-right" }, { 6, "Bottom" }, { 7, "Lower-left" }, { 8, "Left" },
         { 9, "Upper-left" });
ENUM_MAP(s2_metering_mode, { 1, "Multi-segment" }, { 2, "Center-weighted average" }, { 4, "Spot" });
ENUM_MAP(s2_dynamic_range_optimizer_mode, { 0, "Off" }, { 1, "Standard" }, { 2, "Advanced Auto" },
         { 3, "Advanced Level" });
ENUM_MAP(s2_creative_style, { 1, "Standard" }, { 2, "Vivid" }, { 3, "Portrait" },
         { 4, "Landscape" }, { 5, "Sunset" }, { 6, "Night View/Portrait" }, { 8, "B&W" });
ENUM_MAP(s2_flash_control, { 0, "ADI" }, { 1, "Pre-flash TTL" }, { 2, "Manual" });
ENUM_MAP(s2_high_iso_noise_reduction, { 0, "Off" }, { 1, "Low" }, { 2, "Normal" }, { 3, "High" });
ENUM_MAP(s2_image_style, { 1, "Standard" }, { 2, "Vivid" }, { 3, "Portrait" }, { 4, "Landscape" },
         { 5, "Sunset" }, { 7, "Night View/Portrait" }, { 8, "B&W" });
ENUM_MAP(s2_flash_action, { 0, "Did not fire" }, { 1, "Fired" },
         { 2, "External Flash, Did not fire" }, { 3, "External Flash, Fired" });
ENUM_MAP(s2_rotation, { 0, "Horizontal (normal)" }, { 1, "Rotate 90 CW" }, { 2, "Rotate 270 CW" });
ENUM_MAP(s2_ae_lock, { 1, "Off" }, { 2, "On" });
ENUM_MAP(s2_flash_action2, { 1, "Fired, Autoflash" }, { 2, "Fired, Fill-flash" },
         { 3, "Fired, Rear Sync" }, { 4, "Fired, Wireless" }, { 5, "Did not fire" },
         { 6, "Fired, Slow Sync" }, { 17, "Fired, Autoflash, Red-eye reduction" },
         { 18, "Fired, Fill-flash, Red-eye reduction" }, { 34, "Fired, Fill-flash, HSS" });
static const struct enum_name s2_focus_status_bits_names[] = { { 0, "Confirmed" },
                                                               { 1, "Failed" },
                                                               { 2, "Tracking" } };
static const struct enum_name s2_focus_status_bits_wholes[] = {
    { 0x0, "Not confirmed" }, { 0x4, "Not confirmed, Tracking" }
};
static const struct enum_map s2_focus_status_bits = { .names = s2_focus_status_bits_wholes,
                                                      .n_names =
                                                          ARRAY_LEN(s2_focus_status_bits_wholes),
                                                      .bits = s2_focus_status_bits_names,
                                                      .n_bits =
                                                          ARRAY_LEN(s2_focus_status_bits_names) };
ENUM_MAP(s2_sony_image_size, { 1, "Large" }, { 2, "Medium" }, { 3, "Small" });
ENUM_MAP(s2_aspect_ratio, { 1, "3:2" }, { 2, "16:9" });
ENUM_MAP(s2_quality, { 0, "RAW" }, { 2, "CRAW" }, { 16, "Extra Fine" }, { 32, "Fine" },
         { 34, "RAW + JPEG" }, { 35, "CRAW + JPEG" }, { 48, "Standard" });
ENUM_MAP(s2_exposure_level_increments, { 33, "1/3 EV" }, { 50, "1/2 EV" });
ENUM_MAP(s2_drive_mode, { 1, "Single Frame" }, { 2, "Continuous High" }, { 4, "Self-timer 10 sec" },
         { 5, "Self-timer 2 sec, Mirror Lock-up" }, { 7, "Continuous Bracketing" },
         { 10, "Remote Commander" }, { 11, "Continuous Self-timer" });
ENUM_MAP(s2_flash_mode, { 0, "Autoflash" }, { 2, "Rear Sync" }, { 3, "Wireless" },
         { 4, "Fill-flash" }, { 5, "Flash Off" }, { 6, "Slow Sync" });
ENUM_MAP(s2_color_space, { 5, "Adobe RGB" }, { 6, "sRGB" });
static const struct tag sony_camera_settings_2_rows[] = {
    { 0, "ExposureTime", PRINT_AS(print_exposure_time), .convert = sony_time,
      .priority = PRIORITY_LOW },
    { 1, "FNumber", PRINT_AS_FORMAT("%.1f"), .convert = sony_aperture, .priority = PRIORITY_LOW },
    { 2, "HighSpeedSync", PRINT_AS(print_on_off) },
    { 3, "ExposureCompensationSet", PRINT_AS(maker_print_signed), .convert = sony_compensation },
    { 4, "WhiteBalanceSetting", PRINT_AS_ENUM(s2_white_balance_setting) },
    { 5, "WhiteBalanceFineTune", .convert = sony_signed },
    { 6, "ColorTemperatureSet", PRINT_AS_FORMAT("%s K"), .convert = sony_hundred },
    { 7, "ColorCompensationFilterSet", PRINT_AS(sony_print_whole_signed), .convert = sony_signed },
    { 8, "CustomWB_RGBLevels", .count = 3 },
    { 11, "ColorTemperatureCustom", PRINT_AS_FORMAT("%s K"), .convert = sony_hundred },
    { 12, "ColorCompensationFilterCustom", PRINT_AS(sony_print_whole_signed),
      .convert = sony_signed },
    { 14, "WhiteBalance", PRINT_AS_ENUM(s2_white_balance) },
    { 15, "FocusModeSetting", PRINT_AS_ENUM(s2_focus_mode_setting) },
    { 16, "AFAreaMode", PRINT_AS_ENUM(s2_af_area_mode) },
    { 17, "AFPointSetting", PRINT_AS_ENUM(s2_af_point_setting) },
    { 18, "FlashExposureCompSet", PRINT_AS(maker_print_signed), .convert = sony_compensation },
    { 19, "MeteringMode", PRINT_AS_ENUM(s2_metering_mode) },
    { 20, "ISOSetting", PRINT_AS(sony_print_iso), .convert = sony_iso },
    { 22, "DynamicRangeOptimizerMode", PRINT_AS_ENUM(s2_dynamic_range_optimizer_mode) },
    { 23, "DynamicRangeOptimizerLevel" },
    { 24, "CreativeStyle", PRINT_AS_ENUM(s2_creative_style) },
    { 25, "Sharpness", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 26, "Contrast", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 27, "Saturation", PRINT_AS(sony_print_whole_signed), .convert = sony_less_10 },
    { 31, "FlashControl", PRINT_AS_ENUM(s2_flash_control) },
    { 37, "LongExposureNoiseReduction", PRINT_AS(print_on_off) },
    { 38, "HighISONoiseReduction", PRINT_AS_ENUM(s2_high_iso_noise_reduction) },
    { 39, "ImageStyle", PRINT_AS_ENUM(s2_image_style) },
    { 40, "ShutterSpeedSetting", PRINT_AS(print_exposure_time), .convert = sony_time },
    { 41, "ApertureSetting", PRINT_AS_FORMAT("%.1f"), .convert = sony_aperture },
    {
        60,
        "ExposureProgram",
        PRINT_AS_ENUM(exposure_program),
        .priority = PRIORITY_LOW,
    },
    { 61, "ImageStabilizationSetting", PRINT_AS(print_on_off) },
    { 62, "FlashAction", PRINT_AS_ENUM(s2_flash_action) },
    { 63, "Rotation", PRINT_AS_ENUM(s2_rotation) },
    { 64, "AELock", PRINT_AS_ENUM(s2_ae_lock) },
    { 76, "FlashAction2", PRINT_AS_ENUM(s2_flash_action2) },
    { 77, "FocusMode", PRINT_AS_ENUM(s2_focus_mode_setting) },
    { 83, "FocusStatus", PRINT_AS_ENUM(s2_focus_status_bits) },
    { 84, "SonyImageSize", PRINT_AS_ENUM(s2_sony_image_size) },
    { 85, "AspectRatio", PRINT_AS_ENUM(s2_aspect_ratio) },
    { 86, "Quality", PRINT_AS_ENUM(s2_quality) },
    { 88, "ExposureLevelIncrements", PRINT_AS_ENUM(s2_exposure_level_increments) },
    { 126, "DriveMode", PRINT_AS_ENUM(s2_drive_mode), .mask = 0xff },
    { 127, "FlashMode", PRINT_AS_ENUM(s2_flash_mode) },
    { 131, "ColorSpace", PRINT_AS_ENUM(s2_color_space) },
};
SETTINGS(sony_camera_settings_2, sony_camera_settings_2_rows);
