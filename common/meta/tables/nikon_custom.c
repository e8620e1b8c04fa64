/* Custom settings in Nikon's ShotInfo, by model. Source of indices, names and wordings: ExifTool's
 * "NikonCustom Tags". */
#include <math.h>

#include "meta/maker_nikon.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

#define RECORD(name_, array, format_)                                                              \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "NikonCustom", FORMAT_U8)

/* One layout serves the D3, D3S and D3X, and the D300 and D300S. */
static bool is_d300(const struct tag_env *env)
{
    return scan_model_is(env->scan, "D300") || scan_model_is(env->scan, "D300S");
}

static bool is_d3(const struct tag_env *env)
{
    return !is_d300(env);
}

static bool is_d3s(const struct tag_env *env)
{
    return scan_model_is(env->scan, "D3S");
}

static bool not_d3s(const struct tag_env *env)
{
    return !is_d3s(env);
}

static double number(const struct tag_env *env)
{
    return (double)raw_int(env);
}

static bool whole_stops(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-number(env)), out);
}

static bool third_stops(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-number(env) / 3), out);
}

static bool repeating_stops(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(-number(env) - 2), out);
}

static bool repeating_count(const struct tag_env *env, struct buf *out)
{
    return number_put(number(env) < 10 ? number(env) + 1 : 5 * (number(env) - 7), out);
}

static bool repeating_rate(const struct tag_env *env, struct buf *out)
{
    return number_put(number(env) < 10 ? number(env) + 1 : 10 * (number(env) - 8), out);
}

static bool commander_steps(const struct tag_env *env, struct buf *out)
{
    return number_put((number(env) - 9) / 3, out);
}

/* Four bits with a sign. */
static bool fine_tune(const struct tag_env *env, struct buf *out)
{
    return number_put((number(env) > 7 ? number(env) - 16 : number(env)) / 6, out);
}

static bool sixth(const struct tag_env *env, struct buf *out)
{
    return number_put(number(env) / 6, out);
}

static bool print_output(const struct tag_env *env, struct span value, struct buf *out)
{
    double share = number_parse(value, NULL);

    (void)env;
    if (share > 0.99) {
        buf_add_str(out, "Full");
    } else {
        buf_printf(out, "1/%.0f", 1 / share);
    }
    return true;
}

ENUM_MAP(beep, { 0, "On" }, { 1, "Off" });
ENUM_MAP(no_memory_card, { 0, "Release Locked" }, { 1, "Enable Release" });
ENUM_MAP(auto_iso_max, { 1, "400" }, { 2, "800" }, { 3, "1600" });
ENUM_MAP(auto_iso_min_shutter_speed, { 0, "1/125 s" }, { 1, "1/60 s" }, { 2, "1/30 s" },
         { 3, "1/15 s" }, { 4, "1/8 s" }, { 5, "1/4 s" }, { 6, "1/2 s" }, { 7, "1 s" });
ENUM_MAP(image_review_time, { 0, "4 s" }, { 1, "8 s" }, { 2, "20 s" }, { 3, "1 min" },
         { 4, "10 min" });
ENUM_MAP(metering_time, { 0, "4 s" }, { 1, "8 s" }, { 2, "20 s" }, { 3, "1 min" }, { 4, "30 min" });
ENUM_MAP(self_timer_time, { 0, "2 s" }, { 1, "5 s" }, { 2, "10 s" }, { 3, "20 s" });
ENUM_MAP(remote_on_duration, { 0, "1 min" }, { 1, "5 min" }, { 2, "10 min" }, { 3, "15 min" });
ENUM_MAP(ae_lock_button, { 0, "AE/AF Lock" }, { 1, "AE Lock Only" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (hold)" }, { 4, "AF-ON" });
ENUM_MAP(shooting_mode_setting, { 0, "Single Frame" }, { 1, "Continuous" }, { 2, "Self-timer" },
         { 3, "Delayed Remote" }, { 4, "Quick-response Remote" });
ENUM_MAP(timer_function_button, { 0, "Shooting Mode" }, { 1, "Image Quality/Size" }, { 2, "ISO" },
         { 3, "White Balance" }, { 4, "Self-timer" });
ENUM_MAP(metering, { 0, "Matrix" }, { 1, "Center-weighted" }, { 2, "Spot" });
ENUM_MAP(internal_flash, { 0, "TTL" }, { 1, "Manual" });
ENUM_MAP(focus_mode_setting, { 0, "Manual" }, { 1, "AF-S" }, { 2, "AF-C" }, { 3, "AF-A" });
ENUM_MAP(af_area_mode_setting, { 0, "Single Area" }, { 1, "Dynamic Area" },
         { 2, "Closest Subject" });
static const struct tag nikon_custom_d40_rows[] = {
    { 0, "Beep", PRINT_AS_ENUM(beep), .mask = 0x80 },
    { 0, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x40 },
    { 0, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x20 },
    { 0, "ImageReview", PRINT_AS_ENUM(beep), .mask = 0x10 },
    { 1, "AutoISO", PRINT_AS(print_on_off), .mask = 0x80 },
    { 1, "AutoISOMax", PRINT_AS_ENUM(auto_iso_max), .mask = 0x30 },
    { 1, "AutoISOMinShutterSpeed", PRINT_AS_ENUM(auto_iso_min_shutter_speed), .mask = 0x7 },
    { 2, "ImageReviewTime", PRINT_AS_ENUM(image_review_time), .mask = 0x7 },
    { 3, "MonitorOffTime", PRINT_AS_ENUM(image_review_time), .mask = 0xe0 },
    { 3, "MeteringTime", PRINT_AS_ENUM(metering_time), .mask = 0x1c },
    { 3, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0x3 },
    { 3, "RemoteOnDuration", PRINT_AS_ENUM(remote_on_duration), .mask = 0xc0 },
    { 4, "AELockButton", PRINT_AS_ENUM(ae_lock_button), .mask = 0xe },
    { 4, "AELock", PRINT_AS(print_on_off), .mask = 0x1 },
    { 5, "ShootingModeSetting", PRINT_AS_ENUM(shooting_mode_setting), .mask = 0x70 },
    { 5, "TimerFunctionButton", PRINT_AS_ENUM(timer_function_button), .mask = 0x7 },
    { 6, "Metering", PRINT_AS_ENUM(metering), .mask = 0x3 },
    { 8, "InternalFlash", PRINT_AS_ENUM(internal_flash), .mask = 0x10 },
    { 8, "ManualFlashOutput", PRINT_AS(print_output), .convert = whole_stops, .mask = 0x7 },
    { 9, "FlashLevel", PRINT_AS_FORMAT("%+.1f"), .convert = sixth, .format = FORMAT_S8 },
    { 10, "FocusModeSetting", PRINT_AS_ENUM(focus_mode_setting), .mask = 0xc0 },
    { 11, "AFAreaModeSetting", PRINT_AS_ENUM(af_area_mode_setting), .mask = 0x30 },
};
RECORD(nikon_custom_d40, nikon_custom_d40_rows, FORMAT_U8);

ENUM_MAP(ev_step_size, { 0, "1/3 EV" }, { 1, "1/2 EV" });
ENUM_MAP(auto_iso_max_2, { 0, "200" }, { 1, "400" }, { 2, "800" }, { 3, "1600" });
ENUM_MAP(auto_iso_min_shutter_speed_2, { 0, "1/125 s" }, { 1, "1/100 s" }, { 2, "1/80 s" },
         { 3, "1/60 s" }, { 4, "1/40 s" }, { 5, "1/30 s" }, { 6, "1/15 s" }, { 7, "1/8 s" },
         { 8, "1/4 s" }, { 9, "1/2 s" }, { 10, "1 s" });
ENUM_MAP(auto_bracket_set, { 0, "AE & Flash" }, { 1, "AE Only" }, { 2, "Flash Only" },
         { 3, "WB Bracketing" });
ENUM_MAP(auto_bracket_order, { 0, "0,-,+" }, { 1, "-,0,+" });
ENUM_MAP(monitor_off_time, { 0, "5 s" }, { 1, "10 s" }, { 2, "20 s" }, { 3, "1 min" },
         { 4, "5 min" }, { 5, "10 min" });
ENUM_MAP(metering_time_2, { 0, "4 s" }, { 1, "6 s" }, { 2, "8 s" }, { 3, "16 s" }, { 4, "30 s" },
         { 5, "30 min" });
ENUM_MAP(ae_lock_button_2, { 0, "AE/AF Lock" }, { 1, "AE Lock Only" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (hold)" }, { 4, "AF-ON" }, { 5, "FV Lock" }, { 6, "Focus Area Selection" },
         { 7, "AE-L/AF-L/AF Area" }, { 8, "AE-L/AF Area" }, { 9, "AF-L/AF Area" },
         { 10, "AF-ON/AF Area" });
ENUM_MAP(command_dials, { 0, "Standard (Main Shutter, Sub Aperture)" },
         { 1, "Reversed (Main Aperture, Sub Shutter)" });
ENUM_MAP(function_button, { 0, "ISO Display" }, { 1, "Framing Grid" }, { 2, "AF-area Mode" },
         { 3, "Center AF Area" }, { 4, "FV Lock" }, { 5, "Flash Off" }, { 6, "Matrix Metering" },
         { 7, "Center-weighted" }, { 8, "Spot Metering" });
ENUM_MAP(center_weighted_area_size, { 0, "6 mm" }, { 1, "8 mm" }, { 2, "10 mm" });
ENUM_MAP(mb_d80_batteries, { 0, "LR6 (AA Alkaline)" }, { 1, "HR6 (AA Ni-MH)" },
         { 2, "FR6 (AA Lithium)" }, { 3, "ZR6 (AA Ni-Mg)" });
ENUM_MAP(internal_flash_2, { 0, "TTL" }, { 1, "Manual" }, { 2, "Repeating Flash" },
         { 3, "Commander Mode" });
ENUM_MAP(commander_internal_flash, { 0, "TTL" }, { 1, "Manual" }, { 2, "Off" });
ENUM_MAP(commander_group_a_mode, { 0, "TTL" }, { 1, "Auto Aperture" }, { 2, "Manual" },
         { 3, "Off" });
ENUM_MAP(center_af_area, { 0, "Normal Zone" }, { 1, "Wide Zone" });
ENUM_MAP(focus_area_selection, { 0, "No Wrap" }, { 1, "Wrap" });
ENUM_MAP(af_area_illumination, { 0, "Auto" }, { 1, "Off" }, { 2, "On" });
ENUM_MAP(af_area_mode_setting_2, { 0, "Single Area" }, { 1, "Dynamic Area" }, { 2, "Auto-area" });
static const struct tag nikon_custom_d80_rows[] = {
    { 0, "Beep", PRINT_AS_ENUM(beep), .mask = 0x80 },
    { 0, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x40 },
    { 0, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x20 },
    { 0, "ImageReview", PRINT_AS_ENUM(beep), .mask = 0x10 },
    { 0, "Illumination", PRINT_AS(print_on_off), .mask = 0x8 },
    { 0, "MainDialExposureComp", PRINT_AS(print_on_off), .mask = 0x4 },
    { 0, "EVStepSize", PRINT_AS_ENUM(ev_step_size), .mask = 0x1 },
    { 1, "AutoISO", PRINT_AS(print_on_off), .mask = 0x40 },
    { 1, "AutoISOMax", PRINT_AS_ENUM(auto_iso_max_2), .mask = 0x30 },
    { 1, "AutoISOMinShutterSpeed", PRINT_AS_ENUM(auto_iso_min_shutter_speed_2), .mask = 0xf },
    { 2, "AutoBracketSet", PRINT_AS_ENUM(auto_bracket_set), .mask = 0xc0 },
    { 2, "AutoBracketOrder", PRINT_AS_ENUM(auto_bracket_order), .mask = 0x20 },
    { 3, "MonitorOffTime", PRINT_AS_ENUM(monitor_off_time), .mask = 0xe0 },
    { 3, "MeteringTime", PRINT_AS_ENUM(metering_time_2), .mask = 0x1c },
    { 3, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0x3 },
    { 4, "AELockButton", PRINT_AS_ENUM(ae_lock_button_2), .mask = 0x1e },
    { 4, "AELock", PRINT_AS(print_on_off), .mask = 0x1 },
    { 4, "RemoteOnDuration", PRINT_AS_ENUM(remote_on_duration), .mask = 0xc0 },
    { 5, "CommandDials", PRINT_AS_ENUM(command_dials), .mask = 0x80 },
    { 5, "FunctionButton", PRINT_AS_ENUM(function_button), .mask = 0x78 },
    { 6, "GridDisplay", PRINT_AS(print_on_off), .mask = 0x80 },
    { 6, "ViewfinderWarning", PRINT_AS_ENUM(beep), .mask = 0x40 },
    { 6, "CenterWeightedAreaSize", PRINT_AS_ENUM(center_weighted_area_size), .mask = 0xc },
    { 6, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x20 },
    { 6, "MB-D80Batteries", PRINT_AS_ENUM(mb_d80_batteries), .mask = 0x3 },
    { 7, "FlashWarning", PRINT_AS_ENUM(beep), .mask = 0x80 },
    { 7, "FlashShutterSpeed", .mask = 0x78 },
    { 7, "AutoFP", PRINT_AS(print_on_off), .mask = 0x4 },
    { 7, "ModelingFlash", PRINT_AS(print_on_off), .mask = 0x2 },
    { 8, "InternalFlash", PRINT_AS_ENUM(internal_flash_2), .mask = 0xc0 },
    { 8, "ManualFlashOutput", PRINT_AS(print_output), .convert = third_stops, .mask = 0x7 },
    { 9, "RepeatingFlashOutput", PRINT_AS(print_output), .convert = repeating_stops, .mask = 0x70 },
    { 9, "RepeatingFlashCount", .convert = repeating_count, .mask = 0xf },
    { 10, "RepeatingFlashRate", PRINT_AS_FORMAT("%s Hz"), .convert = repeating_rate, .mask = 0xf0 },
    { 10, "CommanderChannel", .mask = 0x3 },
    { 11, "CommanderInternalFlash", PRINT_AS_ENUM(commander_internal_flash), .mask = 0xc0 },
    { 11, "CommanderGroupAMode", PRINT_AS_ENUM(commander_group_a_mode), .mask = 0x30 },
    { 11, "CommanderGroupBMode", PRINT_AS_ENUM(commander_group_a_mode), .mask = 0xc },
    { 12, "CommanderInternalTTLComp", PRINT_AS(maker_print_signed), .convert = commander_steps,
      .mask = 0x1f },
    { 12, "CommanderInternalManualOutput", PRINT_AS(print_output), .convert = third_stops,
      .mask = 0xe0 },
    { 13, "CommanderGroupA_TTL-AAComp", .mask = 0x1f },
    { 13, "CommanderGroupAManualOutput", PRINT_AS(print_output), .convert = third_stops,
      .mask = 0xe0 },
    { 14, "CommanderGroupB_TTL-AAComp", .mask = 0x1f },
    { 14, "CommanderGroupBManualOutput", PRINT_AS(print_output), .convert = third_stops,
      .mask = 0xe0 },
    { 15, "CenterAFArea", PRINT_AS_ENUM(center_af_area), .mask = 0x80 },
    { 15, "FocusAreaSelection", PRINT_AS_ENUM(focus_area_selection), .mask = 0x4 },
    { 15, "AFAreaIllumination", PRINT_AS_ENUM(af_area_illumination), .mask = 0x3 },
    { 16, "AFAreaModeSetting", PRINT_AS_ENUM(af_area_mode_setting_2), .mask = 0xc0 },
};
RECORD(nikon_custom_d80, nikon_custom_d80_rows, FORMAT_U8);

ENUM_MAP(light_switch, { 0, "LCD Backlight" }, { 1, "LCD Backlight and Shooting Information" });
ENUM_MAP(af_area_mode_setting_3, { 0, "Single Area" }, { 1, "Dynamic Area" }, { 2, "Auto-area" },
         { 3, "3D-tracking (11 points)" });
ENUM_MAP(af_point_illumination, { 0, "Auto" }, { 1, "On" }, { 2, "Off" });
ENUM_MAP(ae_lock_for_mb_d80, { 0, "AE Lock Only" }, { 1, "AF Lock Only" }, { 2, "AE Lock (hold)" },
         { 3, "AF-On" }, { 4, "FV Lock" }, { 5, "Focus Point Selection" }, { 7, "AE/AF Lock" });
ENUM_MAP(mb_d80_battery_type, { 0, "LR6 (AA alkaline)" }, { 1, "HR6 (AA Ni-MH)" },
         { 2, "FR6 (AA lithium)" }, { 3, "ZR6 (AA Ni-Mn)" });
ENUM_MAP(iso_display, { 0, "Show ISO/Easy ISO" }, { 1, "Show ISO Sensitivity" },
         { 3, "Show Frame Count" });
ENUM_MAP(shooting_info_display, { 0, "Auto" }, { 2, "Manual (dark on light)" },
         { 3, "Manual (light on dark)" });
ENUM_MAP(reverse_indicators, { 0, "+ 0 -" }, { 1, "- 0 +" });
ENUM_MAP(auto_bracket_set_2, { 0, "AE & Flash" }, { 1, "AE Only" }, { 2, "Flash Only" },
         { 3, "WB Bracketing" }, { 4, "Active D-Lighting" });
ENUM_MAP(func_button, { 1, "Framing Grid" }, { 2, "AF-area Mode" }, { 3, "Center Focus Point" },
         { 4, "FV Lock" }, { 5, "Flash Off" }, { 6, "Matrix Metering" },
         { 7, "Center-weighted Metering" }, { 8, "Spot Metering" }, { 9, "My Menu Top" },
         { 10, "+ NEF (RAW)" });
ENUM_MAP(ok_button, { 0, "Not Used" }, { 1, "Select Center Focus Point" },
         { 2, "Highlight Active Focus Point" }, { 3, "Not Used" });
ENUM_MAP(ae_lock_button_3, { 0, "AE/AF Lock" }, { 1, "AE Lock Only" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (hold)" }, { 4, "AF-ON" }, { 5, "FV Lock" });
ENUM_MAP(metering_time_3, { 0, "4 s" }, { 1, "6 s" }, { 2, "8 s" }, { 3, "16 s" }, { 4, "30 s" },
         { 5, "1 min" }, { 6, "5 min" }, { 7, "10 min" }, { 8, "30 min" });
ENUM_MAP(playback_monitor_off_time, { 0, "4 s" }, { 1, "10 s" }, { 2, "20 s" }, { 3, "1 min" },
         { 4, "5 min" }, { 5, "10 min" });
ENUM_MAP(flash_shutter_speed, { 0, "1/60 s" }, { 1, "1/30 s" }, { 2, "1/15 s" }, { 3, "1/8 s" },
         { 4, "1/4 s" }, { 5, "1/2 s" }, { 6, "1 s" }, { 7, "2 s" }, { 8, "4 s" }, { 9, "8 s" },
         { 10, "15 s" }, { 11, "30 s" });
ENUM_MAP(live_view_af, { 0, "Face Priority" }, { 1, "Wide Area" }, { 2, "Normal Area" });
static const struct tag nikon_custom_d90_rows[] = {
    { 0, "LightSwitch", PRINT_AS_ENUM(light_switch), .mask = 0x8 },
    { 2, "AFAreaModeSetting", PRINT_AS_ENUM(af_area_mode_setting_3), .mask = 0x60 },
    { 2, "CenterFocusPoint", PRINT_AS_ENUM(center_af_area), .mask = 0x10 },
    { 2, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 2, "AFPointIllumination", PRINT_AS_ENUM(af_point_illumination), .mask = 0x6 },
    { 2, "FocusPointWrap", PRINT_AS_ENUM(focus_area_selection), .mask = 0x8 },
    { 3, "AELockForMB-D80", PRINT_AS_ENUM(ae_lock_for_mb_d80), .mask = 0x1c },
    { 3, "MB-D80BatteryType", PRINT_AS_ENUM(mb_d80_battery_type), .mask = 0x3 },
    { 4, "Beep", PRINT_AS(print_on_off), .mask = 0x40 },
    { 4, "GridDisplay", PRINT_AS(print_on_off), .mask = 0x2 },
    { 4, "ISODisplay", PRINT_AS_ENUM(iso_display), .mask = 0xc },
    { 4, "ViewfinderWarning", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 4, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x20 },
    { 5, "ScreenTips", PRINT_AS(print_on_off), .mask = 0x4 },
    { 5, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 5, "ShootingInfoDisplay", PRINT_AS_ENUM(shooting_info_display), .mask = 0xc0 },
    { 5, "LCDIllumination", PRINT_AS(print_on_off), .mask = 0x20 },
    { 6, "EasyExposureComp", PRINT_AS(print_on_off), .mask = 0x1 },
    { 6, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators), .mask = 0x80 },
    { 7, "ExposureControlStepSize", PRINT_AS_ENUM(ev_step_size), .mask = 0x40 },
    { 8, "CenterWeightedAreaSize", PRINT_AS_ENUM(center_weighted_area_size), .mask = 0x60 },
    { 8, "FineTuneOptMatrixMetering", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf },
    { 9, "FineTuneOptCenterWeighted", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf0 },
    { 9, "FineTuneOptSpotMetering", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf },
    { 11, "CLModeShootingSpeed", PRINT_AS_FORMAT("%s fps"), .mask = 0x7 },
    { 11, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x40 },
    { 13, "AutoBracketSet", PRINT_AS_ENUM(auto_bracket_set_2), .mask = 0xe0 },
    { 13, "AutoBracketOrder", PRINT_AS_ENUM(auto_bracket_order), .mask = 0x10 },
    { 14, "FuncButton", PRINT_AS_ENUM(func_button), .mask = 0x78 },
    { 16, "OKButton", PRINT_AS_ENUM(ok_button), .mask = 0x18 },
    { 17, "AELockButton", PRINT_AS_ENUM(ae_lock_button_3), .mask = 0x38 },
    { 18, "CommandDialsReverseRotation", PRINT_AS(print_yes_no), .mask = 0x80 },
    { 18, "ShutterReleaseButtonAE-L", PRINT_AS(print_on_off), .mask = 0x2 },
    { 19, "MeteringTime", PRINT_AS_ENUM(metering_time_3), .mask = 0xf0 },
    { 19, "RemoteOnDuration", PRINT_AS_ENUM(remote_on_duration), .mask = 0x3 },
    { 20, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0xc0 },
    { 20, "SelfTimerShotCount", .mask = 0x1e },
    { 21, "PlaybackMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x1c },
    { 21, "ImageReviewTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0xe0 },
    { 22, "MenuMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0xe0 },
    { 22, "ShootingInfoMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x1c },
    { 23, "FlashShutterSpeed", PRINT_AS_ENUM(flash_shutter_speed), .mask = 0xf },
    { 24, "InternalFlash", PRINT_AS_ENUM(internal_flash_2), .mask = 0xc0 },
    { 24, "ManualFlashOutput", PRINT_AS(print_output), .convert = third_stops, .mask = 0x1f },
    { 25, "RepeatingFlashOutput", PRINT_AS(print_output), .convert = repeating_stops,
      .mask = 0x70 },
    { 25, "RepeatingFlashCount", .convert = repeating_count, .mask = 0xf },
    { 26, "RepeatingFlashRate", PRINT_AS_FORMAT("%s Hz"), .convert = repeating_rate, .mask = 0xf0 },
    { 31, "FlashWarning", PRINT_AS_ENUM(beep), .mask = 0x80 },
    { 31, "CommanderInternalTTLComp", PRINT_AS(maker_print_signed), .convert = commander_steps,
      .mask = 0x1f },
    { 31, "ModelingFlash", PRINT_AS_ENUM(beep), .mask = 0x20 },
    { 31, "AutoFP", PRINT_AS(print_on_off), .mask = 0x40 },
    { 32, "CommanderGroupA_TTLComp", PRINT_AS(maker_print_signed), .convert = commander_steps,
      .mask = 0x1f },
    { 33, "CommanderGroupB_TTLComp", PRINT_AS(maker_print_signed), .convert = commander_steps,
      .mask = 0x1f },
    { 34, "LiveViewAF", PRINT_AS_ENUM(live_view_af), .mask = 0xc0 },
};
RECORD(nikon_custom_d90, nikon_custom_d90_rows, FORMAT_U8);

ENUM_MAP(d3_custom_settings_bank, { 0, "A" }, { 1, "B" }, { 2, "C" }, { 3, "D" });
ENUM_MAP(d3_custom_settings_all_default, { 0, "Yes" }, { 1, "No" });
ENUM_MAP(d3_af_c_priority_selection, { 0, "Release" }, { 1, "Release + Focus" }, { 2, "Focus" });
ENUM_MAP(d3_af_s_priority_selection, { 0, "Focus" }, { 1, "Release" });
ENUM_MAP(d3_af_point_selection, { 0, "51 Points" }, { 1, "11 Points" });
ENUM_MAP(d3_dynamic_af_area, { 0, "9 Points" }, { 1, "21 Points" }, { 2, "51 Points" },
         { 3, "51 Points (3D-tracking)" });
ENUM_MAP(d3_focus_tracking_lock_on, { 0, "Long" }, { 1, "Normal" }, { 2, "Short" }, { 3, "Off" });
ENUM_MAP(d3_af_activation, { 0, "Shutter/AF-On" }, { 1, "AF-On Only" });
ENUM_MAP(d3_af_point_illumination, { 0, "On in Continuous Shooting and Manual Focusing" },
         { 1, "On During Manual Focusing" }, { 2, "On in Continuous Shooting Modes" },
         { 3, "Off" });
ENUM_MAP(d3_af_point_brightness, { 0, "Low" }, { 1, "Normal" }, { 2, "High" }, { 3, "Extra High" });
ENUM_MAP(d3_af_on_button, { 0, "AF On" }, { 1, "AE/AF Lock" }, { 2, "AE Lock Only" },
         { 3, "AE Lock (reset on release)" }, { 4, "AE Lock (hold)" }, { 5, "AF Lock Only" });
ENUM_MAP(d3_vertical_af_on_button, { 0, "AF On" }, { 1, "AE/AF Lock" }, { 2, "AE Lock Only" },
         { 3, "AE Lock (reset on release)" }, { 4, "AE Lock (hold)" }, { 5, "AF Lock Only" },
         { 7, "Same as AF On" });
ENUM_MAP(d3_af_on_for_mb_d10, { 0, "AF-On" }, { 1, "AE/AF Lock" }, { 2, "AE Lock Only" },
         { 3, "AE Lock (reset on release)" }, { 4, "AE Lock (hold)" }, { 5, "AF Lock Only" },
         { 6, "Same as FUNC Button" });
ENUM_MAP(d3_focus_tracking_lock_on_2, { 0, "5 (Long)" }, { 1, "4" }, { 2, "3 (Normal)" },
         { 3, "2" }, { 4, "1 (Short)" }, { 5, "Off" });
ENUM_MAP(d3_assign_bkt_button, { 0, "Auto Bracketing" }, { 1, "Multiple Exposure" });
ENUM_MAP(d3_multi_selector_live_view, { 0, "Reset" }, { 1, "Zoom On/Off" },
         { 2, "Start Movie Recording" }, { 3, "Not Used" });
ENUM_MAP(d3_initial_zoom_live_view, { 0, "Low Magnification" }, { 1, "Medium Magnification" },
         { 2, "High Magnification" });
ENUM_MAP(d3_iso_step_size, { 0, "1/3 EV" }, { 1, "1/2 EV" }, { 2, "1 EV" });
ENUM_MAP(d3_easy_exposure_compensation, { 0, "Off" }, { 1, "On" }, { 2, "On (auto reset)" });
ENUM_MAP(d3_center_weighted_area_size, { 0, "8 mm" }, { 1, "12 mm" }, { 2, "15 mm" },
         { 3, "20 mm" }, { 4, "Average" });
ENUM_MAP(d3_center_weighted_area_size_2, { 0, "6 mm" }, { 1, "8 mm" }, { 2, "10 mm" },
         { 3, "13 mm" }, { 4, "Average" });
ENUM_MAP(d3_multi_selector_shoot_mode, { 0, "Select Center Focus Point" },
         { 1, "Highlight Active Focus Point" }, { 2, "Not Used" });
ENUM_MAP(d3_multi_selector_playback_mode, { 0, "Thumbnail On/Off" }, { 1, "View Histograms" },
         { 2, "Zoom On/Off" }, { 3, "Choose Folder" });
ENUM_MAP(d3_initial_zoom_setting, { 0, "High Magnification" }, { 1, "Medium Magnification" },
         { 2, "Low Magnification" });
ENUM_MAP(d3_multi_selector, { 0, "Do Nothing" }, { 1, "Reset Meter-off Delay" });
ENUM_MAP(d3_ch_mode_shooting_speed, { 0, "9 fps" }, { 1, "10 fps" }, { 2, "11 fps" });
ENUM_MAP(d3_rear_display, { 0, "ISO" }, { 1, "Exposures Remaining" });
ENUM_MAP(d3_viewfinder_display, { 0, "Frame Count" }, { 1, "Exposures Remaining" });
ENUM_MAP(d3_battery_order, { 0, "MB-D10 First" }, { 1, "Camera Battery First" });
ENUM_MAP(d3_beep, { 0, "High" }, { 1, "Low" }, { 2, "Off" });
ENUM_MAP(d3_shooting_info_display, { 0, "Auto" }, { 1, "Auto" }, { 2, "Manual (dark on light)" },
         { 3, "Manual (light on dark)" });
ENUM_MAP(d3_multi_selector_playback_mode_2, { 0, "Thumbnail On/Off" }, { 1, "View Histograms" },
         { 2, "Zoom On/Off" });
ENUM_MAP(d3_preview_button, { 0, "None" }, { 1, "Preview" }, { 2, "FV Lock" }, { 3, "AE/AF Lock" },
         { 4, "AE Lock Only" }, { 5, "AE Lock (reset on release)" }, { 6, "AE Lock (hold)" },
         { 7, "AF Lock Only" }, { 8, "Flash Off" }, { 9, "Bracketing Burst" },
         { 10, "Matrix Metering" }, { 11, "Center-weighted Metering" }, { 12, "Spot Metering" },
         { 13, "Virtual Horizon" }, { 15, "Playback" }, { 16, "My Menu Top" });
ENUM_MAP(d3_func_button, { 0, "None" }, { 1, "Preview" }, { 2, "FV Lock" }, { 3, "AE/AF Lock" },
         { 4, "AE Lock Only" }, { 5, "AE Lock (reset on release)" }, { 6, "AE Lock (hold)" },
         { 7, "AF Lock Only" }, { 9, "Flash Off" }, { 10, "Bracketing Burst" },
         { 11, "Matrix Metering" }, { 12, "Center-weighted Metering" }, { 13, "Spot Metering" },
         { 14, "Playback" }, { 15, "My Menu Top" }, { 16, "+ NEF (RAW)" });
ENUM_MAP(d3_preview_button_plus_dials, { 0, "None" }, { 1, "Choose Image Area (FX/DX/5:4)" },
         { 2, "One Step Speed/Aperture" }, { 3, "Choose Non-CPU Lens Number" },
         { 5, "Choose Image Area (FX/DX)" }, { 6, "Shooting Bank Menu" }, { 7, "Dynamic AF Area" });
ENUM_MAP(d3_func_button_plus_dials, { 0, "None" }, { 2, "One Step Speed/Aperture" },
         { 3, "Choose Non-CPU Lens Number" }, { 5, "Auto Bracketing" }, { 6, "Dynamic AF Area" });
ENUM_MAP(d3_func_button_plus_dials_2, { 0, "None" }, { 1, "Choose Image Area (FX/DX/5:4)" },
         { 2, "One Step Speed/Aperture" }, { 3, "Choose Non-CPU Lens Number" },
         { 4, "Focus Point Selection" }, { 5, "Choose Image Area (FX/DX)" },
         { 6, "Shooting Bank Menu" }, { 7, "Dynamic AF Area" });
ENUM_MAP(d3_ae_lock_button, { 0, "None" }, { 1, "Preview" }, { 2, "FV Lock" }, { 3, "AE/AF Lock" },
         { 4, "AE Lock Only" }, { 5, "AE Lock (reset on release)" }, { 6, "AE Lock (hold)" },
         { 7, "AF Lock Only" }, { 8, "Flash Off" }, { 9, "Bracketing Burst" },
         { 10, "Matrix Metering" }, { 11, "Center-weighted Metering" }, { 12, "Spot Metering" },
         { 13, "Virtual Horizon" }, { 14, "AF On" }, { 15, "Playback" }, { 16, "My Menu Top" });
ENUM_MAP(d3_ae_lock_button_2, { 0, "None" }, { 1, "Preview" }, { 2, "FV Lock" },
         { 3, "AE/AF Lock" }, { 4, "AE Lock Only" }, { 5, "AE Lock (reset on release)" },
         { 6, "AE Lock (hold)" }, { 7, "AF Lock Only" }, { 8, "AF On" }, { 9, "Flash Off" },
         { 10, "Bracketing Burst" }, { 11, "Matrix Metering" }, { 12, "Center-weighted Metering" },
         { 13, "Spot Metering" }, { 14, "Playback" }, { 15, "My Menu Top" }, { 16, "+ NEF (RAW)" });
ENUM_MAP(d3_ae_lock_button_plus_dials, { 0, "None" }, { 3, "Choose Non-CPU Lens Number" },
         { 5, "Auto Bracketing" }, { 6, "Dynamic AF Area" });
ENUM_MAP(d3_command_dials_aperture_setting, { 0, "Sub-command Dial" }, { 1, "Aperture Ring" });
ENUM_MAP(d3_photo_info_playback, { 0, "Info Up-down, Playback Left-right" },
         { 1, "Info Left-right, Playback Up-down" });
ENUM_MAP(d3_monitor_off_time, { 0, "10 s" }, { 1, "20 s" }, { 2, "1 min" }, { 3, "5 min" },
         { 4, "10 min" });
ENUM_MAP(d3_flash_sync_speed, { 0, "1/250 s (auto FP)" }, { 1, "1/250 s" }, { 2, "1/200 s" },
         { 3, "1/160 s" }, { 4, "1/125 s" }, { 5, "1/100 s" }, { 6, "1/80 s" }, { 7, "1/60 s" });
ENUM_MAP(d3_flash_sync_speed_2, { 0, "1/320 s (auto FP)" }, { 1, "1/250 s (auto FP)" },
         { 2, "1/250 s" }, { 3, "1/200 s" }, { 4, "1/160 s" }, { 5, "1/125 s" }, { 6, "1/100 s" },
         { 7, "1/80 s" }, { 8, "1/60 s" });
ENUM_MAP(d3_auto_bracket_set, { 0, "AE & Flash" }, { 1, "AE Only" }, { 2, "Flash Only" },
         { 3, "WB Bracketing" }, { 0, "AE & Flash" }, { 1, "AE Only" }, { 2, "Flash Only" },
         { 3, "WB Bracketing" }, { 4, "ADL Bracketing" });
ENUM_MAP(d3_auto_bracket_mode_m, { 0, "Flash/Speed" }, { 1, "Flash/Speed/Aperture" },
         { 2, "Flash/Aperture" }, { 3, "Flash Only" }, { 0, "Flash/Speed" },
         { 1, "Flash/Speed/Aperture" }, { 2, "Flash/Aperture" }, { 3, "Flash Only" });
ENUM_MAP(d3_auto_bracket_order, { 0, "0,-,+" }, { 1, "-,0,+" }, { 0, "0,-,+" }, { 1, "-,0,+" });
ENUM_MAP(d3_metering_time, { 0, "4 s" }, { 1, "6 s" }, { 2, "8 s" }, { 3, "16 s" }, { 4, "30 s" },
         { 5, "1 min" }, { 6, "5 min" }, { 7, "10 min" }, { 8, "30 min" }, { 9, "No Limit" });
static const struct tag nikon_custom_d3_rows[] = {
    { 0, "CustomSettingsBank", PRINT_AS_ENUM(d3_custom_settings_bank), .mask = 0x3 },
    { 0, "CustomSettingsAllDefault", PRINT_AS_ENUM(d3_custom_settings_all_default), .mask = 0x80 },
    { 1, "AF-CPrioritySelection", PRINT_AS_ENUM(d3_af_c_priority_selection), .mask = 0xc0 },
    { 1, "AF-SPrioritySelection", PRINT_AS_ENUM(d3_af_s_priority_selection), .mask = 0x20 },
    { 1, "AFPointSelection", PRINT_AS_ENUM(d3_af_point_selection), .mask = 0x10 },
    { 1, "DynamicAFArea", PRINT_AS_ENUM(d3_dynamic_af_area), .mask = 0xc },
    { 1, "FocusTrackingLockOn", PRINT_AS_ENUM(d3_focus_tracking_lock_on), .mask = 0x3,
      .when = not_d3s },
    { 2, "AFActivation", PRINT_AS_ENUM(d3_af_activation), .mask = 0x80 },
    { 2, "FocusPointWrap", PRINT_AS_ENUM(focus_area_selection), .mask = 0x8 },
    { 2, "AFPointIllumination", PRINT_AS_ENUM(d3_af_point_illumination), .mask = 0x60,
      .when = is_d3 },
    { 2, "AFPointIllumination", PRINT_AS_ENUM(af_area_illumination), .mask = 0x6, .when = is_d300 },
    { 2, "AFPointBrightness", PRINT_AS_ENUM(d3_af_point_brightness), .mask = 0x6, .when = is_d3 },
    { 2, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x1, .when = is_d300 },
    { 3, "AFOnButton", PRINT_AS_ENUM(d3_af_on_button), .mask = 0x7, .when = is_d3 },
    { 3, "VerticalAFOnButton", PRINT_AS_ENUM(d3_vertical_af_on_button), .mask = 0x70,
      .when = is_d3 },
    { 3, "AF-OnForMB-D10", PRINT_AS_ENUM(d3_af_on_for_mb_d10), .mask = 0x70, .when = is_d300 },
    { 4, "FocusTrackingLockOn", PRINT_AS_ENUM(d3_focus_tracking_lock_on_2), .mask = 0x7,
      .when = is_d3s },
    { 4, "AssignBktButton", PRINT_AS_ENUM(d3_assign_bkt_button), .mask = 0x8, .when = is_d3s },
    { 4, "MultiSelectorLiveView", PRINT_AS_ENUM(d3_multi_selector_live_view), .mask = 0xc0,
      .when = is_d3s },
    { 4, "InitialZoomLiveView", PRINT_AS_ENUM(d3_initial_zoom_live_view), .mask = 0x30,
      .when = is_d3s },
    { 6, "ISOStepSize", PRINT_AS_ENUM(d3_iso_step_size), .mask = 0xc0 },
    { 6, "ExposureControlStepSize", PRINT_AS_ENUM(d3_iso_step_size), .mask = 0x30 },
    { 6, "ExposureCompStepSize", PRINT_AS_ENUM(d3_iso_step_size), .mask = 0xc },
    { 6, "EasyExposureCompensation", PRINT_AS_ENUM(d3_easy_exposure_compensation), .mask = 0x3 },
    { 7, "CenterWeightedAreaSize", PRINT_AS_ENUM(d3_center_weighted_area_size), .mask = 0xe0,
      .when = is_d3 },
    { 7, "CenterWeightedAreaSize", PRINT_AS_ENUM(d3_center_weighted_area_size_2), .mask = 0xe0,
      .when = is_d300 },
    { 7, "FineTuneOptCenterWeighted", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf },
    { 8, "FineTuneOptMatrixMetering", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf0 },
    { 8, "FineTuneOptSpotMetering", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf },
    { 9, "MultiSelectorShootMode", PRINT_AS_ENUM(d3_multi_selector_shoot_mode), .mask = 0xc0 },
    { 9, "MultiSelectorPlaybackMode", PRINT_AS_ENUM(d3_multi_selector_playback_mode), .mask = 0x30,
      .when = not_d3s },
    { 9, "InitialZoomSetting", PRINT_AS_ENUM(d3_initial_zoom_setting), .mask = 0xc, .when = is_d3 },
    { 9, "InitialZoomSetting", PRINT_AS_ENUM(d3_initial_zoom_live_view), .mask = 0xc,
      .when = is_d300 },
    { 9, "MultiSelector", PRINT_AS_ENUM(d3_multi_selector), .mask = 0x1 },
    { 10, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x40 },
    { 10, "CLModeShootingSpeed", PRINT_AS_FORMAT("%s fps"), .mask = 0x7 },
    { 10, "CHModeShootingSpeed", PRINT_AS_ENUM(d3_ch_mode_shooting_speed), .mask = 0x30,
      .when = is_d3 },
    { 11, "MaxContinuousRelease" },
    { 12, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators), .mask = 0x20 },
    { 12, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x2, .when = is_d3 },
    { 12, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x8, .when = is_d300 },
    { 12, "RearDisplay", PRINT_AS_ENUM(d3_rear_display), .mask = 0x80, .when = is_d3 },
    { 12, "ViewfinderDisplay", PRINT_AS_ENUM(d3_viewfinder_display), .mask = 0x40, .when = is_d3 },
    { 12, "BatteryOrder", PRINT_AS_ENUM(d3_battery_order), .mask = 0x4, .when = is_d300 },
    { 12, "MB-D10Batteries", PRINT_AS_ENUM(mb_d80_battery_type), .mask = 0x3, .when = is_d300 },
    { 12, "ScreenTips", PRINT_AS_ENUM(beep), .mask = 0x10, .when = is_d3s },
    { 13, "Beep", PRINT_AS_ENUM(d3_beep), .mask = 0xc0 },
    { 13, "ShootingInfoDisplay", PRINT_AS_ENUM(d3_shooting_info_display), .mask = 0x30 },
    { 13, "GridDisplay", PRINT_AS(print_on_off), .mask = 0x2, .when = is_d300 },
    { 13, "ViewfinderWarning", PRINT_AS_ENUM(beep), .mask = 0x1, .when = is_d300 },
    { 13, "MultiSelectorPlaybackMode", PRINT_AS_ENUM(d3_multi_selector_playback_mode_2),
      .mask = 0x3, .when = is_d3s },
    { 14, "PreviewButton", PRINT_AS_ENUM(d3_preview_button), .mask = 0xf8, .when = is_d3 },
    { 14, "FuncButton", PRINT_AS_ENUM(d3_func_button), .mask = 0xf8, .when = is_d300 },
    { 14, "PreviewButtonPlusDials", PRINT_AS_ENUM(d3_preview_button_plus_dials), .mask = 0x7,
      .when = is_d3 },
    { 14, "FuncButtonPlusDials", PRINT_AS_ENUM(d3_func_button_plus_dials), .mask = 0x7,
      .when = is_d300 },
    { 15, "FuncButton", PRINT_AS_ENUM(d3_preview_button), .mask = 0xf8, .when = is_d3 },
    { 15, "PreviewButton", PRINT_AS_ENUM(d3_func_button), .mask = 0xf8, .when = is_d300 },
    { 15, "FuncButtonPlusDials", PRINT_AS_ENUM(d3_func_button_plus_dials_2), .mask = 0x7,
      .when = is_d3 },
    { 15, "PreviewButtonPlusDials", PRINT_AS_ENUM(d3_func_button_plus_dials), .mask = 0x7,
      .when = is_d300 },
    { 16, "AELockButton", PRINT_AS_ENUM(d3_ae_lock_button), .mask = 0xf8, .when = is_d3 },
    { 16, "AELockButton", PRINT_AS_ENUM(d3_ae_lock_button_2), .mask = 0xf8, .when = is_d300 },
    { 16, "AELockButtonPlusDials", PRINT_AS_ENUM(d3_preview_button_plus_dials), .mask = 0x7,
      .when = is_d3 },
    { 16, "AELockButtonPlusDials", PRINT_AS_ENUM(d3_ae_lock_button_plus_dials), .mask = 0x7,
      .when = is_d300 },
    { 17, "CommandDialsReverseRotation", PRINT_AS(print_yes_no), .mask = 0x80 },
    { 17, "CommandDialsChangeMainSub", PRINT_AS(print_on_off), .mask = 0x40 },
    { 17, "CommandDialsApertureSetting", PRINT_AS_ENUM(d3_command_dials_aperture_setting),
      .mask = 0x20 },
    { 17, "CommandDialsMenuAndPlayback", PRINT_AS(print_on_off), .mask = 0x10 },
    { 17, "LCDIllumination", PRINT_AS(print_on_off), .mask = 0x8 },
    { 17, "PhotoInfoPlayback", PRINT_AS_ENUM(d3_photo_info_playback), .mask = 0x4 },
    { 17, "ShutterReleaseButtonAE-L", PRINT_AS(print_on_off), .mask = 0x2 },
    { 17, "ReleaseButtonToUseDial", PRINT_AS(print_yes_no), .mask = 0x1 },
    { 18, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0x18 },
    { 18, "MonitorOffTime", PRINT_AS_ENUM(d3_monitor_off_time), .mask = 0x7 },
    { 20, "FlashSyncSpeed", PRINT_AS_ENUM(d3_flash_sync_speed), .mask = 0xe0, .when = is_d3 },
    { 20, "FlashSyncSpeed", PRINT_AS_ENUM(d3_flash_sync_speed_2), .mask = 0xf0, .when = is_d300 },
    { 20, "FlashShutterSpeed", PRINT_AS_ENUM(flash_shutter_speed), .mask = 0xf },
    { 21, "AutoBracketSet", PRINT_AS_ENUM(d3_auto_bracket_set), .mask = 0xc0 },
    { 21, "AutoBracketModeM", PRINT_AS_ENUM(d3_auto_bracket_mode_m), .mask = 0x30 },
    { 21, "AutoBracketOrder", PRINT_AS_ENUM(d3_auto_bracket_order), .mask = 0x8 },
    { 21, "ModelingFlash", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 22, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x80 },
    { 22, "MeteringTime", PRINT_AS_ENUM(d3_metering_time), .mask = 0xf },
    { 23, "InternalFlash", PRINT_AS_ENUM(internal_flash_2), .mask = 0xc0 },
    { 25, "ImageReviewTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0xe0,
      .when = is_d3s },
    { 25, "PlaybackMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x1c,
      .when = is_d3s },
    { 26, "MenuMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0xe0,
      .when = is_d3s },
    { 26, "ShootingInfoMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x1c,
      .when = is_d3s },
};
RECORD(nikon_custom_d3, nikon_custom_d3_rows, FORMAT_U8);

ENUM_MAP(focus_tracking_lock_on, { 0, "3 Normal" }, { 1, "4" }, { 2, "5 Long" }, { 3, "2" },
         { 4, "1 Short" }, { 5, "Off" });
ENUM_MAP(commander_internal_ttl_channel, { 0, "1 ch" }, { 1, "2 ch" }, { 2, "3 ch" },
         { 3, "4 ch" });
ENUM_MAP(auto_bracket_mode_m, { 0, "Flash/Speed" }, { 1, "Flash/Speed/Aperture" },
         { 2, "Flash/Aperture" }, { 3, "Flash Only" });
ENUM_MAP(func_button_2, { 0, "None" }, { 1, "Preview" }, { 2, "FV Lock" }, { 3, "AE/AF Lock" },
         { 4, "AE Lock Only" }, { 5, "AE Lock (reset on release)" }, { 6, "AE Lock (hold)" },
         { 7, "AF Lock Only" }, { 9, "Flash Off" }, { 10, "Bracketing Burst" },
         { 11, "Matrix Metering" }, { 12, "Center-weighted Metering" }, { 13, "Spot Metering" },
         { 14, "My Menu Top" }, { 15, "Live View" }, { 16, "+ NEF (RAW)" },
         { 17, "Virtual Horizon" });
ENUM_MAP(preview_button, { 0, "None" }, { 1, "Preview" }, { 2, "FV Lock" }, { 3, "AE/AF Lock" },
         { 4, "AE Lock Only" }, { 5, "AE Lock (reset on release)" }, { 6, "AE Lock (hold)" },
         { 7, "AF Lock Only" }, { 8, "AF-ON" }, { 9, "Flash Off" }, { 10, "Bracketing Burst" },
         { 11, "Matrix Metering" }, { 12, "Center-weighted Metering" }, { 13, "Spot Metering" },
         { 14, "My Menu Top" }, { 15, "Live View" }, { 16, "+ NEF (RAW)" },
         { 17, "Virtual Horizon" });
ENUM_MAP(func_button_plus_dials, { 0, "None" }, { 1, "Choose Image Area" },
         { 2, "One Step Speed/Aperture" }, { 3, "Choose Non-CPU Lens Number" },
         { 5, "Auto bracketing" }, { 6, "Dynamic AF Area" },
         { 7, "Shutter speed & Aperture lock" });
static const struct tag nikon_custom_d700_rows[] = {
    { 0, "CustomSettingsBank", PRINT_AS_ENUM(d3_custom_settings_bank), .mask = 0x3 },
    { 0, "CustomSettingsAllDefault", PRINT_AS_ENUM(d3_custom_settings_all_default), .mask = 0x80 },
    { 1, "AF-CPrioritySelection", PRINT_AS_ENUM(d3_af_c_priority_selection), .mask = 0xc0 },
    { 1, "AF-SPrioritySelection", PRINT_AS_ENUM(d3_af_s_priority_selection), .mask = 0x20 },
    { 1, "AFPointSelection", PRINT_AS_ENUM(d3_af_point_selection), .mask = 0x10 },
    { 1, "DynamicAFArea", PRINT_AS_ENUM(d3_dynamic_af_area), .mask = 0xc },
    { 2, "AFActivation", PRINT_AS_ENUM(d3_af_activation), .mask = 0x80 },
    { 2, "FocusPointWrap", PRINT_AS_ENUM(focus_area_selection), .mask = 0x8 },
    { 2, "AFPointIllumination", PRINT_AS_ENUM(af_area_illumination), .mask = 0x6 },
    { 2, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 3, "FocusTrackingLockOn", PRINT_AS_ENUM(focus_tracking_lock_on), .mask = 0x7 },
    { 3, "AF-OnForMB-D10", PRINT_AS_ENUM(d3_af_on_for_mb_d10), .mask = 0x70 },
    { 4, "ISOStepSize", PRINT_AS_ENUM(d3_iso_step_size), .mask = 0xc0 },
    { 4, "ExposureControlStepSize", PRINT_AS_ENUM(d3_iso_step_size), .mask = 0x30 },
    { 4, "ExposureCompStepSize", PRINT_AS_ENUM(d3_iso_step_size), .mask = 0xc },
    { 4, "EasyExposureCompensation", PRINT_AS_ENUM(d3_easy_exposure_compensation), .mask = 0x3 },
    { 5, "CenterWeightedAreaSize", PRINT_AS_ENUM(d3_center_weighted_area_size), .mask = 0x70 },
    { 6, "FineTuneOptMatrixMetering", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf0 },
    { 6, "FineTuneOptSpotMetering", PRINT_AS(maker_print_signed_2), .convert = fine_tune,
      .mask = 0xf },
    { 7, "ShutterReleaseButtonAE-L", PRINT_AS(print_on_off), .mask = 0x80 },
    { 7, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0x30 },
    { 7, "MeteringTime", PRINT_AS_ENUM(d3_metering_time), .mask = 0xf },
    { 8, "PlaybackMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x38 },
    { 8, "MenuMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x7 },
    { 9, "ShootingInfoMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x38 },
    { 9, "ImageReviewTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x7 },
    { 10, "Beep", PRINT_AS_ENUM(d3_beep), .mask = 0xc0 },
    { 10, "ShootingInfoDisplay", PRINT_AS_ENUM(d3_shooting_info_display), .mask = 0x30 },
    { 10, "LCDIllumination", PRINT_AS(print_on_off), .mask = 0x8 },
    { 10, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x4 },
    { 10, "GridDisplay", PRINT_AS(print_on_off), .mask = 0x2 },
    { 11, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x40 },
    { 11, "CLModeShootingSpeed", PRINT_AS_FORMAT("%s fps"), .mask = 0x7 },
    { 12, "MaxContinuousRelease" },
    { 13, "ScreenTips", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 13, "BatteryOrder", PRINT_AS_ENUM(d3_battery_order), .mask = 0x4 },
    { 13, "MB-D10BatteryType", PRINT_AS_ENUM(mb_d80_battery_type), .mask = 0x3 },
    { 15, "FlashSyncSpeed", PRINT_AS_ENUM(d3_flash_sync_speed_2), .mask = 0xf0 },
    { 15, "FlashShutterSpeed", PRINT_AS_ENUM(flash_shutter_speed), .mask = 0xf },
    { 16, "FlashControlBuilt-in", PRINT_AS_ENUM(internal_flash_2), .mask = 0xc0 },
    { 16, "ManualFlashOutput", PRINT_AS(print_output), .convert = third_stops, .mask = 0x1f },
    { 17, "RepeatingFlashOutput", PRINT_AS(print_output), .convert = repeating_stops,
      .mask = 0x70 },
    { 17, "RepeatingFlashCount", .convert = repeating_count, .mask = 0xf },
    { 18, "RepeatingFlashRate", PRINT_AS_FORMAT("%s Hz"), .convert = repeating_rate, .mask = 0xf0 },
    { 18, "CommanderInternalTTLChannel", PRINT_AS_ENUM(commander_internal_ttl_channel),
      .mask = 0x3 },
    { 20, "CommanderInternalTTLCompBuiltin", .mask = 0x1f },
    { 21, "CommanderInternalTTLCompGroupA", .mask = 0x1f },
    { 22, "CommanderInternalTTLCompGroupB", .mask = 0x1f },
    { 26, "AutoBracketSet", PRINT_AS_ENUM(auto_bracket_set), .mask = 0xc0 },
    { 26, "AutoBracketModeM", PRINT_AS_ENUM(auto_bracket_mode_m), .mask = 0x30 },
    { 26, "AutoBracketOrder", PRINT_AS_ENUM(auto_bracket_order), .mask = 0x8 },
    { 26, "ModelingFlash", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 27, "MultiSelectorShootMode", PRINT_AS_ENUM(d3_multi_selector_shoot_mode), .mask = 0xc0 },
    { 27, "MultiSelectorPlaybackMode", PRINT_AS_ENUM(d3_multi_selector_playback_mode),
      .mask = 0x30 },
    { 27, "InitialZoomSetting", PRINT_AS_ENUM(d3_initial_zoom_live_view), .mask = 0xc },
    { 27, "MultiSelector", PRINT_AS_ENUM(d3_multi_selector), .mask = 0x1 },
    { 28, "FuncButton", PRINT_AS_ENUM(func_button_2), .mask = 0xf8 },
    { 29, "PreviewButton", PRINT_AS_ENUM(preview_button), .mask = 0xf8 },
    { 30, "AELockButton", PRINT_AS_ENUM(preview_button), .mask = 0xf8 },
    { 31, "FuncButtonPlusDials", PRINT_AS_ENUM(func_button_plus_dials), .mask = 0x70 },
    { 31, "PreviewButtonPlusDials", PRINT_AS_ENUM(func_button_plus_dials), .mask = 0x7 },
    { 32, "AELockButtonPlusDials", .mask = 0x70 },
    { 33, "CommandDialsReverseRotation", PRINT_AS(print_yes_no), .mask = 0x80 },
    { 33, "CommandDialsChangeMainSub", PRINT_AS(print_on_off), .mask = 0x40 },
    { 33, "CommandDialsApertureSetting", PRINT_AS_ENUM(d3_command_dials_aperture_setting),
      .mask = 0x20 },
    { 33, "CommandDialsMenuAndPlayback", PRINT_AS(print_on_off), .mask = 0x10 },
    { 33, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators), .mask = 0x8 },
    { 33, "PhotoInfoPlayback", PRINT_AS(print_on_off), .mask = 0x4 },
    { 33, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x2 },
    { 33, "ReleaseButtonToUseDial", PRINT_AS(print_yes_no), .mask = 0x1 },
};
RECORD(nikon_custom_d700, nikon_custom_d700_rows, FORMAT_U8);

ENUM_MAP(beep_2, { 0, "Off" }, { 1, "Low" }, { 2, "High" });
ENUM_MAP(auto_bracket_set_3, { 0, "Exposure" }, { 1, "Active D-Lighting" }, { 2, "WB Bracketing" });
ENUM_MAP(timer_function_button_2, { 0, "Self-timer" }, { 1, "Release Mode" },
         { 2, "Image Quality/Size" }, { 3, "ISO" }, { 4, "White Balance" },
         { 5, "Active D-Lighting" }, { 6, "+ NEF (RAW)" }, { 7, "Auto Bracketing" });
ENUM_MAP(playback_menus_time, { 0, "8 s" }, { 1, "12 s" }, { 2, "20 s" }, { 3, "1 min" },
         { 4, "10 min" });
ENUM_MAP(live_view_af_2, { 0, "Face Priority" }, { 1, "Wide Area" }, { 2, "Normal Area" },
         { 3, "Subject Tracking" });
static const struct tag nikon_custom_d5000_rows[] = {
    { 0, "AFAreaModeSetting", PRINT_AS_ENUM(af_area_mode_setting_3), .mask = 0x60 },
    { 0, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 2, "Beep", PRINT_AS_ENUM(beep_2), .mask = 0xc0 },
    { 2, "GridDisplay", PRINT_AS_ENUM(beep), .mask = 0x2 },
    { 2, "ISODisplay", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 2, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x20 },
    { 3, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 4, "RangeFinder", PRINT_AS(print_on_off), .mask = 0x10 },
    { 4, "DateImprint", PRINT_AS(print_on_off), .mask = 0x8 },
    { 4, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators), .mask = 0x80 },
    { 5, "EVStepSize", PRINT_AS_ENUM(ev_step_size), .mask = 0x40 },
    { 9, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x40 },
    { 11, "AutoBracketSet", PRINT_AS_ENUM(auto_bracket_set_3), .mask = 0xc0 },
    { 12, "TimerFunctionButton", PRINT_AS_ENUM(timer_function_button_2), .mask = 0x38 },
    { 15, "AELockButton", PRINT_AS_ENUM(ae_lock_button), .mask = 0x38 },
    { 16, "ShutterReleaseButtonAE-L", PRINT_AS(print_on_off), .mask = 0x2 },
    { 16, "CommandDialsReverseRotation", PRINT_AS(print_yes_no), .mask = 0x80 },
    { 17, "MeteringTime", PRINT_AS_ENUM(metering_time), .mask = 0x70 },
    { 17, "RemoteOnDuration", PRINT_AS_ENUM(remote_on_duration), .mask = 0x3 },
    { 18, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0xc0 },
    { 18, "SelfTimerShotCount", .mask = 0x1e },
    { 19, "ImageReviewTime", PRINT_AS_ENUM(image_review_time), .mask = 0xe0 },
    { 20, "PlaybackMenusTime", PRINT_AS_ENUM(playback_menus_time), .mask = 0xe0 },
    { 22, "InternalFlash", PRINT_AS_ENUM(internal_flash), .mask = 0xc0 },
    { 22, "ManualFlashOutput", PRINT_AS(print_output), .convert = third_stops, .mask = 0x1f },
    { 32, "LiveViewAF", PRINT_AS_ENUM(live_view_af_2), .mask = 0x60 },
};
RECORD(nikon_custom_d5000, nikon_custom_d5000_rows, FORMAT_U8);

ENUM_MAP(af_c_priority_selection, { 0, "Release" }, { 1, "Focus" });
ENUM_MAP(auto_bracket_set_4, { 0, "Exposure" }, { 1, "WB Bracketing" }, { 2, "Active D-Lighting" });
ENUM_MAP(remote_on_duration_2, { 0, "1 min" }, { 1, "5 min" }, { 2, "10 min" }, { 3, "20 min" });
ENUM_MAP(live_view_monitor_off_time, { 0, "3 min" }, { 1, "5 min" }, { 2, "10 min" },
         { 3, "15 min" }, { 4, "20 min" }, { 5, "30 min" });
static const struct tag nikon_custom_d5100_rows[] = {
    { 0, "AF-CPrioritySelection", PRINT_AS_ENUM(af_c_priority_selection), .mask = 0x80 },
    { 1, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 3, "Beep", PRINT_AS_ENUM(beep_2), .mask = 0xc0 },
    { 3, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x20 },
    { 3, "ISODisplay", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 4, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 5, "RangeFinder", PRINT_AS(print_on_off), .mask = 0x10 },
    { 5, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators), .mask = 0x80 },
    { 6, "EVStepSize", PRINT_AS_ENUM(ev_step_size), .mask = 0x40 },
    { 10, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x40 },
    { 12, "AutoBracketSet", PRINT_AS_ENUM(auto_bracket_set_4), .mask = 0xc0 },
    { 13, "TimerFunctionButton", PRINT_AS_ENUM(timer_function_button_2), .mask = 0x38 },
    { 16, "AELockButton", PRINT_AS_ENUM(ae_lock_button), .mask = 0x38 },
    { 17, "ShutterReleaseButtonAE-L", PRINT_AS(print_on_off), .mask = 0x2 },
    { 17, "CommandDialsReverseRotation", PRINT_AS(print_yes_no), .mask = 0x80 },
    { 18, "MeteringTime", PRINT_AS_ENUM(metering_time), .mask = 0x70 },
    { 18, "RemoteOnDuration", PRINT_AS_ENUM(remote_on_duration_2), .mask = 0x3 },
    { 19, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0xc0 },
    { 19, "SelfTimerShotCount", .mask = 0xf },
    { 20, "ImageReviewTime", PRINT_AS_ENUM(image_review_time), .mask = 0xe0 },
    { 20, "LiveViewMonitorOffTime", PRINT_AS_ENUM(live_view_monitor_off_time), .mask = 0x1c },
    { 21, "PlaybackMenusTime", PRINT_AS_ENUM(playback_menus_time), .mask = 0xe0 },
    { 23, "ManualFlashOutput", PRINT_AS(print_output), .convert = third_stops, .mask = 0x1f },
};
RECORD(nikon_custom_d5100, nikon_custom_d5100_rows, FORMAT_U8);

ENUM_MAP(number_of_focus_points, { 0, "39 Points" }, { 1, "11 Points" });
ENUM_MAP(function_button_2, { 3, "AE/AF Lock" }, { 4, "AE Lock Only" }, { 6, "AE Lock (hold)" },
         { 7, "AF Lock Only" }, { 8, "AF-ON" }, { 16, "+ NEF (RAW)" }, { 18, "Active D-Lighting" },
         { 25, "Live View" }, { 26, "Image Quality" }, { 27, "ISO" }, { 28, "White Balance" },
         { 29, "HDR" }, { 30, "Auto Bracketing" }, { 31, "AF-area Mode" });
ENUM_MAP(ae_lock_button_4, { 3, "AE/AF Lock" }, { 4, "AE Lock Only" }, { 6, "AE Lock (hold)" },
         { 7, "AF Lock Only" }, { 8, "AF-ON" });
ENUM_MAP(image_review_time_2, { 1, "4 s" }, { 2, "8 s" }, { 4, "20 s" }, { 5, "1 min" },
         { 7, "10 min" });
ENUM_MAP(live_view_monitor_off_time_2, { 1, "5 min" }, { 2, "10 min" }, { 3, "15 min" },
         { 4, "20 min" }, { 5, "30 min" });
ENUM_MAP(playback_menus_time_2, { 1, "8 s" }, { 4, "20 s" }, { 5, "1 min" }, { 6, "5 min" },
         { 7, "10 min" });
static const struct tag nikon_custom_d5200_rows[] = {
    { 0, "AF-CPrioritySelection", PRINT_AS_ENUM(af_c_priority_selection), .mask = 0x80 },
    { 0, "NumberOfFocusPoints", PRINT_AS_ENUM(number_of_focus_points), .mask = 0x10 },
    { 1, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 3, "Beep", PRINT_AS_ENUM(beep_2), .mask = 0xc0 },
    { 3, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x20 },
    { 3, "ISODisplay", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 4, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 5, "RangeFinder", PRINT_AS(print_on_off), .mask = 0x4 },
    { 5, "ReverseExposureCompDial", PRINT_AS(print_yes_no), .mask = 0x10 },
    { 5, "ReverseShutterSpeedAperture", PRINT_AS(print_yes_no), .mask = 0x8 },
    { 5, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators), .mask = 0x80 },
    { 6, "EVStepSize", PRINT_AS_ENUM(ev_step_size), .mask = 0x40 },
    { 10, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x40 },
    { 12, "AutoBracketSet", PRINT_AS_ENUM(auto_bracket_set_4), .mask = 0xc0 },
    { 13, "FunctionButton", PRINT_AS_ENUM(function_button_2), .mask = 0x1f },
    { 16, "AELockButton", PRINT_AS_ENUM(ae_lock_button_4), .mask = 0xf },
    { 17, "ShutterReleaseButtonAE-L", PRINT_AS(print_on_off), .mask = 0x2 },
    { 18, "StandbyTimer", PRINT_AS_ENUM(metering_time), .mask = 0xe0 },
    { 18, "RemoteOnDuration", PRINT_AS_ENUM(remote_on_duration), .mask = 0x3 },
    { 19, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0xc0 },
    { 19, "SelfTimerShotCount", .mask = 0xf },
    { 20, "ImageReviewTime", PRINT_AS_ENUM(image_review_time_2), .mask = 0xe0 },
    { 20, "LiveViewMonitorOffTime", PRINT_AS_ENUM(live_view_monitor_off_time_2), .mask = 0x1c },
    { 21, "PlaybackMenusTime", PRINT_AS_ENUM(playback_menus_time_2), .mask = 0xe0 },
    { 23, "InternalFlash", PRINT_AS_ENUM(internal_flash), .mask = 0xc0 },
    { 23, "ManualFlashOutput", PRINT_AS(print_output), .convert = third_stops, .mask = 0x1f },
};
RECORD(nikon_custom_d5200, nikon_custom_d5200_rows, FORMAT_U8);

ENUM_MAP(focus_tracking_lock_on_2, { 0, "Off" }, { 1, "1 Short" }, { 2, "2" }, { 3, "3 Normal" },
         { 4, "4" }, { 5, "5 Long" });
ENUM_MAP(battery_order, { 0, "MB-D11 First" }, { 1, "Camera Battery First" });
ENUM_MAP(af_on_for_mb_d11, { 0, "AE/AF Lock" }, { 1, "AE Lock Only" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (hold)" }, { 4, "AF-ON" }, { 5, "FV Lock" }, { 6, "Same as FUNC Button" });
ENUM_MAP(mb_d11_battery_type, { 0, "LR6 (AA alkaline)" }, { 1, "Ni-MH (AA Ni-MH)" },
         { 2, "FR6 (AA lithium)" });
ENUM_MAP(beep_volume, { 0, "Off" }, { 1, "1" }, { 2, "2" }, { 3, "3" });
ENUM_MAP(easy_exposure_compensation, { 0, "Off" }, { 1, "On" }, { 2, "On Auto Reset" });
ENUM_MAP(func_button_3, { 0, "Grid Display" }, { 1, "FV Lock" }, { 2, "Flash Off" },
         { 3, "Matrix Metering" }, { 4, "Center-weighted Metering" }, { 5, "Spot Metering" },
         { 6, "My Menu Top" }, { 7, "+ NEF (RAW)" }, { 8, "Active D-Lighting" }, { 9, "Preview" },
         { 10, "AE/AF Lock" }, { 11, "AE Lock Only" }, { 12, "AF Lock Only" },
         { 13, "AE Lock (hold)" }, { 14, "Bracketing Burst" }, { 15, "Playback" },
         { 16, "1EV Step Speed/Aperture" }, { 17, "Choose Non-CPU Lens" },
         { 18, "Virtual Horizon" }, { 19, "Start Movie Recording" });
ENUM_MAP(ok_button_2, { 0, "Off" }, { 1, "Select Center Focus Point" },
         { 2, "Highlight Active Focus Point" }, { 3, "Not Used" });
ENUM_MAP(command_dials_change_main_sub, { 0, "Off" }, { 1, "On" }, { 2, "On (A mode only)" });
ENUM_MAP(command_dials_menu_and_playback, { 0, "On" }, { 1, "Off" },
         { 2, "On (Image Review Exclude)" });
ENUM_MAP(self_timer_interval, { 0, "0.5 s" }, { 1, "1 s" }, { 2, "2 s" }, { 3, "3 s" });
ENUM_MAP(live_view_af_area_mode, { 0, "Face-Priority" }, { 1, "NormalArea" }, { 2, "WideArea" },
         { 3, "SubjectTracking" });
ENUM_MAP(live_view_af_mode, { 0, "AF-C" }, { 1, "AF-F" });
static const struct tag nikon_custom_d7000_rows[] = {
    { 0, "AF-CPrioritySelection", PRINT_AS_ENUM(af_c_priority_selection), .mask = 0x80 },
    { 0, "AF-SPrioritySelection", PRINT_AS_ENUM(d3_af_s_priority_selection), .mask = 0x20 },
    { 0, "NumberOfFocusPoints", PRINT_AS_ENUM(number_of_focus_points), .mask = 0x10 },
    { 0, "FocusTrackingLockOn", PRINT_AS_ENUM(focus_tracking_lock_on_2), .mask = 0x7 },
    { 1, "FocusPointWrap", PRINT_AS_ENUM(focus_area_selection), .mask = 0x8 },
    { 1, "AFPointIllumination", PRINT_AS_ENUM(af_point_illumination), .mask = 0x6 },
    { 1, "AFAssist", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 2, "BatteryOrder", PRINT_AS_ENUM(battery_order), .mask = 0x40 },
    { 2, "AF-OnForMB-D11", PRINT_AS_ENUM(af_on_for_mb_d11), .mask = 0x1c },
    { 2, "MB-D11BatteryType", PRINT_AS_ENUM(mb_d11_battery_type), .mask = 0x3 },
    { 3, "BeepPitch", PRINT_AS_ENUM(beep_2), .mask = 0xc0 },
    { 3, "NoMemoryCard", PRINT_AS_ENUM(no_memory_card), .mask = 0x20 },
    { 3, "ISODisplay", PRINT_AS_ENUM(iso_display), .mask = 0xc },
    { 3, "GridDisplay", PRINT_AS_ENUM(beep), .mask = 0x2 },
    { 3, "ViewfinderWarning", PRINT_AS_ENUM(beep), .mask = 0x1 },
    { 4, "ShootingInfoDisplay", PRINT_AS_ENUM(shooting_info_display), .mask = 0xc0 },
    { 4, "LCDIllumination", PRINT_AS(print_on_off), .mask = 0x20 },
    { 4, "FileNumberSequence", PRINT_AS_ENUM(beep), .mask = 0x8 },
    { 4, "ScreenTips", PRINT_AS(print_on_off), .mask = 0x4 },
    { 4, "BeepVolume", PRINT_AS_ENUM(beep_volume), .mask = 0x3 },
    { 5, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators), .mask = 0x80 },
    { 5, "EasyExposureCompensation", PRINT_AS_ENUM(easy_exposure_compensation), .mask = 0x3 },
    { 6, "ExposureControlStep", PRINT_AS_ENUM(ev_step_size), .mask = 0x40 },
    { 6, "ISOSensitivityStep", PRINT_AS_ENUM(ev_step_size), .mask = 0x10 },
    { 7, "CenterWeightedAreaSize", PRINT_AS_ENUM(d3_center_weighted_area_size_2), .mask = 0xe0 },
    { 10, "ExposureDelayMode", PRINT_AS(print_on_off), .mask = 0x40 },
    { 10, "CLModeShootingSpeed", PRINT_AS_FORMAT("%s fps"), .mask = 0x7 },
    { 11, "MaxContinuousRelease" },
    { 12, "AutoBracketSet", PRINT_AS_ENUM(auto_bracket_set_2), .mask = 0xe0 },
    { 12, "AutoBracketOrder", PRINT_AS_ENUM(auto_bracket_order), .mask = 0x10 },
    { 13, "FuncButton", PRINT_AS_ENUM(func_button_3), .mask = 0xf8 },
    { 14, "PreviewButton", PRINT_AS_ENUM(func_button_3), .mask = 0xf8 },
    { 15, "OKButton", PRINT_AS_ENUM(ok_button_2), .mask = 0x18 },
    { 16, "AELockButton", PRINT_AS_ENUM(ae_lock_button_3), .mask = 0x38 },
    { 17, "CommandDialsReverseRotation", PRINT_AS(print_yes_no), .mask = 0x80 },
    { 17, "CommandDialsChangeMainSub", PRINT_AS_ENUM(command_dials_change_main_sub), .mask = 0x60 },
    { 17, "CommandDialsApertureSetting", PRINT_AS_ENUM(d3_command_dials_aperture_setting),
      .mask = 0x4 },
    { 17, "CommandDialsMenuAndPlayback", PRINT_AS_ENUM(command_dials_menu_and_playback),
      .mask = 0x18 },
    { 17, "ShutterReleaseButtonAE-L", PRINT_AS(print_on_off), .mask = 0x2 },
    { 17, "ReleaseButtonToUseDial", PRINT_AS(print_yes_no), .mask = 0x1 },
    { 18, "MeteringTime", PRINT_AS_ENUM(d3_metering_time), .mask = 0xf0 },
    { 18, "RemoteOnDuration", PRINT_AS_ENUM(remote_on_duration), .mask = 0x3 },
    { 19, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time), .mask = 0xc0 },
    { 19, "SelfTimerInterval", PRINT_AS_ENUM(self_timer_interval), .mask = 0x30 },
    { 19, "SelfTimerShotCount", .mask = 0xf },
    { 20, "ImageReviewTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0xe0 },
    { 20, "LiveViewMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x1c },
    { 21, "MenuMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0xe0 },
    { 21, "ShootingInfoMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0x1c },
    { 22, "FlashSyncSpeed", PRINT_AS_ENUM(d3_flash_sync_speed_2), .mask = 0xf0 },
    { 22, "FlashShutterSpeed", PRINT_AS_ENUM(flash_shutter_speed), .mask = 0xf },
    { 23, "FlashControlBuilt-in", PRINT_AS_ENUM(internal_flash_2), .mask = 0xc0 },
    { 23, "ManualFlashOutput", PRINT_AS(print_output), .convert = third_stops, .mask = 0x1f },
    { 24, "RepeatingFlashOutput", PRINT_AS(print_output), .convert = repeating_stops,
      .mask = 0x70 },
    { 24, "RepeatingFlashCount", .convert = repeating_count, .mask = 0xf },
    { 25, "RepeatingFlashRate", PRINT_AS_FORMAT("%s Hz"), .convert = repeating_rate, .mask = 0xf0 },
    { 26, "CommanderInternalTTLCompBuiltin", .mask = 0x1f },
    { 27, "CommanderInternalTTLCompGroupA", .mask = 0x1f },
    { 28, "CommanderInternalTTLCompGroupB", .mask = 0x1f },
    { 30, "FlashWarning", PRINT_AS_ENUM(beep), .mask = 0x80 },
    { 30, "ModelingFlash", PRINT_AS_ENUM(beep), .mask = 0x20 },
    { 34, "LiveViewAFAreaMode", PRINT_AS_ENUM(live_view_af_area_mode), .mask = 0x60 },
    { 34, "LiveViewAFMode", PRINT_AS_ENUM(live_view_af_mode), .mask = 0x2 },
    { 35, "PlaybackMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time), .mask = 0xe0 },
};
RECORD(nikon_custom_d7000, nikon_custom_d7000_rows, FORMAT_U8);
