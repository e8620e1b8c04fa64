/*
 * Custom functions of Canon's cameras. Source of numbers, names and wordings: ExifTool's
 * documentation, "CanonCustom Tags".
 */
#include "meta/maker_canon.h"
#include "meta/print.h"
#include "meta/tables/canon_info.h"

ENUM_MAP(focusing_screen, { 0, "Ec-N, R" }, { 1, "Ec-A,B,C,CII,CIII,D,H,I,L" });
ENUM_MAP(finder_display_during_exposure, { 0, "Off" }, { 1, "On" });
ENUM_MAP(shutter_release_no_cfcard, { 0, "Yes" }, { 1, "No" });
ENUM_MAP(isospeed_expansion, { 0, "No" }, { 1, "Yes" });
ENUM_MAP(shutter_aelbutton, { 0, "AF/AE lock stop" }, { 1, "AE lock/AF" },
         { 2, "AF/AF lock, No AE lock" }, { 3, "AE/AF, No AE lock" });
ENUM_MAP(manual_tv, { 0, "Tv=Main/Av=Control" }, { 1, "Tv=Control/Av=Main" },
         { 2, "Tv=Main/Av=Main w/o lens" }, { 3, "Tv=Control/Av=Main w/o lens" });
ENUM_MAP(exposure_level_increments, { 0, "1/3-stop set, 1/3-stop comp." },
         { 1, "1-stop set, 1/3-stop comp." }, { 2, "1/2-stop set, 1/2-stop comp." });
ENUM_MAP(usmlens_electronic_mf, { 0, "Turns on after one-shot AF" },
         { 1, "Turns off after one-shot AF" }, { 2, "Always turned off" });
ENUM_MAP(lcdpanels, { 0, "Remain. shots/File no." }, { 1, "ISO/Remain. shots" },
         { 2, "ISO/File no." }, { 3, "Shots in folder/Remain. shots" });
ENUM_MAP(aebsequence_auto_cancel, { 0, "0,-,+/Enabled" }, { 1, "0,-,+/Disabled" },
         { 2, "-,0,+/Enabled" }, { 3, "-,0,+/Disabled" });
ENUM_MAP(afpoint_illumination, { 0, "On" }, { 1, "Off" }, { 2, "On without dimming" },
         { 3, "Brighter" });
ENUM_MAP(afpoint_selection, { 0, "H=AF+Main/V=AF+Command" }, { 1, "H=Comp+Main/V=Comp+Command" },
         { 2, "H=Command only/V=Assist+Main" }, { 3, "H=FEL+Main/V=FEL+Command" });
ENUM_MAP(mirror_lockup, { 0, "Disable" }, { 1, "Enable" });
ENUM_MAP(afpoint_spot_metering, { 0, "45/Center AF point" }, { 1, "11/Active AF point" },
         { 2, "11/Center AF point" }, { 3, "9/Active AF point" });
ENUM_MAP(fill_flash_auto_reduction, { 0, "Enable" }, { 1, "Disable" });
ENUM_MAP(shutter_curtain_sync, { 0, "1st-curtain sync" }, { 1, "2nd-curtain sync" });
ENUM_MAP(afpoint_activation_area, { 0, "Single AF point" }, { 1, "Expanded (TTL. of 7 AF points)" },
         { 2, "Automatic expanded (max. 13)" });
ENUM_MAP(switch_to_registered_afpoint, { 0, "Assist + AF" }, { 1, "Assist" },
         { 2, "Only while pressing assist" });
ENUM_MAP(lens_afstop_button, { 0, "AF stop" }, { 1, "AF start" }, { 2, "AE lock while metering" },
         { 3, "AF point: M -> Auto / Auto -> Ctr." }, { 4, "AF mode: ONE SHOT <-> AI SERVO" },
         { 5, "IS start" });
ENUM_MAP(aiservo_tracking_sensitivity, { 0, "Standard" }, { 1, "Slow" }, { 2, "Moderately slow" },
         { 3, "Moderately fast" }, { 4, "Fast" });
ENUM_MAP(aiservo_continuous_shooting, { 0, "Shooting not possible without focus" },
         { 1, "Shooting possible without focus" });
static const struct tag canon_functions_1d_rows[] = {
    { 0, "FocusingScreen", PRINT_AS_ENUM(focusing_screen) },
    { 1, "FinderDisplayDuringExposure", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 2, "ShutterReleaseNoCFCard", PRINT_AS_ENUM(shutter_release_no_cfcard) },
    { 3, "ISOSpeedExpansion", PRINT_AS_ENUM(isospeed_expansion) },
    { 4, "ShutterAELButton", PRINT_AS_ENUM(shutter_aelbutton) },
    { 5, "ManualTv", PRINT_AS_ENUM(manual_tv) },
    { 6, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments) },
    { 7, "USMLensElectronicMF", PRINT_AS_ENUM(usmlens_electronic_mf) },
    { 8, "LCDPanels", PRINT_AS_ENUM(lcdpanels) },
    { 9, "AEBSequenceAutoCancel", PRINT_AS_ENUM(aebsequence_auto_cancel) },
    { 10, "AFPointIllumination", PRINT_AS_ENUM(afpoint_illumination) },
    { 11, "AFPointSelection", PRINT_AS_ENUM(afpoint_selection) },
    { 12, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 13, "AFPointSpotMetering", PRINT_AS_ENUM(afpoint_spot_metering) },
    { 14, "FillFlashAutoReduction", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 15, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 16, "SafetyShiftInAvOrTv", PRINT_AS_ENUM(mirror_lockup) },
    { 17, "AFPointActivationArea", PRINT_AS_ENUM(afpoint_activation_area) },
    { 18, "SwitchToRegisteredAFPoint", PRINT_AS_ENUM(switch_to_registered_afpoint) },
    { 19, "LensAFStopButton", PRINT_AS_ENUM(lens_afstop_button) },
    { 20, "AIServoTrackingSensitivity", PRINT_AS_ENUM(aiservo_tracking_sensitivity) },
    { 21, "AIServoContinuousShooting", PRINT_AS_ENUM(aiservo_continuous_shooting) },
};
const struct tag_table canon_functions_1d =
    RECORD_TABLE(canon_functions_1d_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

ENUM_MAP(focusing_screen_2, { 0, "Ee-A" }, { 1, "Ee-D" }, { 2, "Ee-S" });
ENUM_MAP(set_function_when_shooting, { 0, "Default (no function)" }, { 1, "Change quality" },
         { 2, "Change Parameters" }, { 3, "Menu display" }, { 4, "Image replay" });
ENUM_MAP(long_exposure_noise_reduction, { 0, "Off" }, { 1, "Auto" }, { 2, "On" });
ENUM_MAP(flash_sync_speed_av, { 0, "Auto" }, { 1, "1/200 Fixed" });
ENUM_MAP(shutter_aelock, { 0, "AF/AE lock" }, { 1, "AE lock/AF" }, { 2, "AF/AF lock, No AE lock" },
         { 3, "AE/AF, No AE lock" });
ENUM_MAP(afassist_beam, { 0, "Emits" }, { 1, "Does not emit" });
ENUM_MAP(exposure_level_increments_2, { 0, "1/3 Stop" }, { 1, "1/2 Stop" });
ENUM_MAP(flash_firing, { 0, "Fires" }, { 1, "Does not fire" });
ENUM_MAP(superimposed_display, { 0, "On" }, { 1, "Off" });
ENUM_MAP(menu_button_display_position, { 0, "Previous (top if power off)" }, { 1, "Previous" },
         { 2, "Top" });
ENUM_MAP(afpoint_selection_method, { 0, "Normal" }, { 1, "Multi-controller direct" },
         { 2, "Quick Control Dial direct" });
ENUM_MAP(ettlii, { 0, "Evaluative" }, { 1, "Average" });
ENUM_MAP(afpoint_activation_area_2, { 0, "Standard" }, { 1, "Expanded" });
ENUM_MAP(lcddisplay_return_to_shoot, { 0, "With Shutter Button only" }, { 1, "Also with * etc." });
ENUM_MAP(lens_afstop_button_2, { 0, "AF stop" }, { 1, "AF start" }, { 2, "AE lock while metering" },
         { 3, "AF point: M -> Auto / Auto -> Ctr." }, { 4, "ONE SHOT <-> AI SERVO" },
         { 5, "IS start" });
static const struct tag canon_functions_5d_rows[] = {
    { 0, "FocusingScreen", PRINT_AS_ENUM(focusing_screen_2) },
    { 1, "SetFunctionWhenShooting", PRINT_AS_ENUM(set_function_when_shooting) },
    { 2, "LongExposureNoiseReduction", PRINT_AS_ENUM(long_exposure_noise_reduction) },
    { 3, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av) },
    { 4, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock) },
    { 5, "AFAssistBeam", PRINT_AS_ENUM(afassist_beam) },
    { 6, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_2) },
    { 7, "FlashFiring", PRINT_AS_ENUM(flash_firing) },
    { 8, "ISOExpansion", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 9, "AEBSequenceAutoCancel", PRINT_AS_ENUM(aebsequence_auto_cancel) },
    { 10, "SuperimposedDisplay", PRINT_AS_ENUM(superimposed_display) },
    { 11, "MenuButtonDisplayPosition", PRINT_AS_ENUM(menu_button_display_position) },
    { 12, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 13, "AFPointSelectionMethod", PRINT_AS_ENUM(afpoint_selection_method) },
    { 14, "ETTLII", PRINT_AS_ENUM(ettlii) },
    { 15, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 16, "SafetyShiftInAvOrTv", PRINT_AS_ENUM(mirror_lockup) },
    { 17, "AFPointActivationArea", PRINT_AS_ENUM(afpoint_activation_area_2) },
    { 18, "LCDDisplayReturnToShoot", PRINT_AS_ENUM(lcddisplay_return_to_shoot) },
    { 19, "LensAFStopButton", PRINT_AS_ENUM(lens_afstop_button_2) },
    { 20, "AddOriginalDecisionData", PRINT_AS_ENUM(finder_display_during_exposure) },
};
const struct tag_table canon_functions_5d =
    RECORD_TABLE(canon_functions_5d_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

ENUM_MAP(set_button_when_shooting, { 0, "Normal (disabled)" }, { 1, "Image quality" },
         { 2, "Change parameters" }, { 3, "Menu display" }, { 4, "Image playback" });
ENUM_MAP(afassist, { 0, "Emits/Fires" }, { 1, "Does not emit/Fires" },
         { 2, "Only ext. flash emits/Fires" }, { 3, "Emits/Does not fire" });
ENUM_MAP(exposure_level_increments_3, { 0, "1/2 Stop" }, { 1, "1/3 Stop" });
ENUM_MAP(afpoint_registration, { 0, "Center" }, { 1, "Bottom" }, { 2, "Right" },
         { 3, "Extreme Right" }, { 4, "Automatic" }, { 5, "Extreme Left" }, { 6, "Left" },
         { 7, "Top" });
ENUM_MAP(raw_and_jpg_recording, { 0, "RAW+Small/Normal" }, { 1, "RAW+Small/Fine" },
         { 2, "RAW+Medium/Normal" }, { 3, "RAW+Medium/Fine" }, { 4, "RAW+Large/Normal" },
         { 5, "RAW+Large/Fine" });
ENUM_MAP(assist_button_function, { 0, "Normal" }, { 1, "Select Home Position" },
         { 2, "Select HP (while pressing)" }, { 3, "Av+/- (AF point by QCD)" }, { 4, "FE lock" });
ENUM_MAP(lens_afstop_button_3, { 0, "AF stop" }, { 1, "AF start" }, { 2, "AE lock while metering" },
         { 3, "AF point: M->Auto/Auto->ctr" }, { 4, "One Shot <-> AI servo" }, { 5, "IS start" });
static const struct tag canon_functions_10d_rows[] = {
    { 1, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting) },
    { 2, "ShutterReleaseNoCFCard", PRINT_AS_ENUM(shutter_release_no_cfcard) },
    { 3, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av) },
    { 4, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock) },
    { 5, "AFAssist", PRINT_AS_ENUM(afassist) },
    { 6, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_3) },
    { 7, "AFPointRegistration", PRINT_AS_ENUM(afpoint_registration) },
    { 8, "RawAndJpgRecording", PRINT_AS_ENUM(raw_and_jpg_recording) },
    { 9, "AEBSequenceAutoCancel", PRINT_AS_ENUM(aebsequence_auto_cancel) },
    { 10, "SuperimposedDisplay", PRINT_AS_ENUM(superimposed_display) },
    { 11, "MenuButtonDisplayPosition", PRINT_AS_ENUM(menu_button_display_position) },
    { 12, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 13, "AssistButtonFunction", PRINT_AS_ENUM(assist_button_function) },
    { 14, "FillFlashAutoReduction", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 15, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 16, "SafetyShiftInAvOrTv", PRINT_AS_ENUM(mirror_lockup) },
    { 17, "LensAFStopButton", PRINT_AS_ENUM(lens_afstop_button_3) },
};
const struct tag_table canon_functions_10d =
    RECORD_TABLE(canon_functions_10d_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

ENUM_MAP(flash_sync_speed_av_2, { 0, "Auto" }, { 1, "1/250 Fixed" });
ENUM_MAP(afassist_beam_2, { 0, "Emits" }, { 1, "Does not emit" }, { 2, "Only ext. flash emits" });
static const struct tag canon_functions_20d_rows[] = {
    { 0, "SetFunctionWhenShooting", PRINT_AS_ENUM(set_function_when_shooting) },
    { 1, "LongExposureNoiseReduction", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 2, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av_2) },
    { 3, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock) },
    { 4, "AFAssistBeam", PRINT_AS_ENUM(afassist_beam_2) },
    { 5, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_2) },
    { 6, "FlashFiring", PRINT_AS_ENUM(flash_firing) },
    { 7, "ISOExpansion", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 8, "AEBSequenceAutoCancel", PRINT_AS_ENUM(aebsequence_auto_cancel) },
    { 9, "SuperimposedDisplay", PRINT_AS_ENUM(superimposed_display) },
    { 10, "MenuButtonDisplayPosition", PRINT_AS_ENUM(menu_button_display_position) },
    { 11, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 12, "AFPointSelectionMethod", PRINT_AS_ENUM(afpoint_selection_method) },
    { 13, "ETTLII", PRINT_AS_ENUM(ettlii) },
    { 14, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 15, "SafetyShiftInAvOrTv", PRINT_AS_ENUM(mirror_lockup) },
    { 16, "LensAFStopButton", PRINT_AS_ENUM(lens_afstop_button_2) },
    { 17, "AddOriginalDecisionData", PRINT_AS_ENUM(finder_display_during_exposure) },
};
const struct tag_table canon_functions_20d =
    RECORD_TABLE(canon_functions_20d_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

ENUM_MAP(set_function_when_shooting_2, { 0, "Default (no function)" }, { 1, "Change quality" },
         { 2, "Change Picture Style" }, { 3, "Menu display" }, { 4, "Image replay" });
ENUM_MAP(magnified_view, { 0, "Image playback only" }, { 1, "Image review and playback" });
static const struct tag canon_functions_30d_rows[] = {
    { 1, "SetFunctionWhenShooting", PRINT_AS_ENUM(set_function_when_shooting_2) },
    { 2, "LongExposureNoiseReduction", PRINT_AS_ENUM(long_exposure_noise_reduction) },
    { 3, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av_2) },
    { 4, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock) },
    { 5, "AFAssistBeam", PRINT_AS_ENUM(afassist_beam_2) },
    { 6, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_2) },
    { 7, "FlashFiring", PRINT_AS_ENUM(flash_firing) },
    { 8, "ISOExpansion", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 9, "AEBSequenceAutoCancel", PRINT_AS_ENUM(aebsequence_auto_cancel) },
    { 10, "SuperimposedDisplay", PRINT_AS_ENUM(superimposed_display) },
    { 11, "MenuButtonDisplayPosition", PRINT_AS_ENUM(menu_button_display_position) },
    { 12, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 13, "AFPointSelectionMethod", PRINT_AS_ENUM(afpoint_selection_method) },
    { 14, "ETTLII", PRINT_AS_ENUM(ettlii) },
    { 15, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 16, "SafetyShiftInAvOrTv", PRINT_AS_ENUM(mirror_lockup) },
    { 17, "MagnifiedView", PRINT_AS_ENUM(magnified_view) },
    { 18, "LensAFStopButton", PRINT_AS_ENUM(lens_afstop_button_2) },
    { 19, "AddOriginalDecisionData", PRINT_AS_ENUM(finder_display_during_exposure) },
};
const struct tag_table canon_functions_30d =
    RECORD_TABLE(canon_functions_30d_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

ENUM_MAP(set_button_cross_keys_func, { 0, "Normal" }, { 1, "Set: Quality" },
         { 2, "Set: Parameter" }, { 3, "Set: Playback" }, { 4, "Cross keys: AF point select" });
static const struct tag canon_functions_350d_rows[] = {
    { 0, "SetButtonCrossKeysFunc", PRINT_AS_ENUM(set_button_cross_keys_func) },
    { 1, "LongExposureNoiseReduction", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 2, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av) },
    { 3, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock) },
    { 4, "AFAssistBeam", PRINT_AS_ENUM(afassist_beam_2) },
    { 5, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_2) },
    { 6, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 7, "ETTLII", PRINT_AS_ENUM(ettlii) },
    { 8, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
};
const struct tag_table canon_functions_350d =
    RECORD_TABLE(canon_functions_350d_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

ENUM_MAP(set_button_cross_keys_func_2, { 0, "Set: Picture Style" }, { 1, "Set: Quality" },
         { 2, "Set: Flash Exposure Comp" }, { 3, "Set: Playback" },
         { 4, "Cross keys: AF point select" });
ENUM_MAP(lcddisplay_at_power_on, { 0, "Display" }, { 1, "Retain power off status" });
static const struct tag canon_functions_400d_rows[] = {
    { 0, "SetButtonCrossKeysFunc", PRINT_AS_ENUM(set_button_cross_keys_func_2) },
    { 1, "LongExposureNoiseReduction", PRINT_AS_ENUM(long_exposure_noise_reduction) },
    { 2, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av) },
    { 3, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock) },
    { 4, "AFAssistBeam", PRINT_AS_ENUM(afassist_beam_2) },
    { 5, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_2) },
    { 6, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 7, "ETTLII", PRINT_AS_ENUM(ettlii) },
    { 8, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 9, "MagnifiedView", PRINT_AS_ENUM(magnified_view) },
    { 10, "LCDDisplayAtPowerOn", PRINT_AS_ENUM(lcddisplay_at_power_on) },
};
const struct tag_table canon_functions_400d =
    RECORD_TABLE(canon_functions_400d_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

ENUM_MAP(shutter_aelock_2, { 0, "AF/AE lock" }, { 1, "AE lock/AF" }, { 2, "AF/AF lock" },
         { 3, "AE+release/AE+AF" });
ENUM_MAP(lens_afstop_button_4, { 0, "AF Stop" }, { 1, "Operate AF" },
         { 2, "Lock AE and start timer" });
ENUM_MAP(menu_button_return, { 0, "Top" }, { 1, "Previous (volatile)" }, { 2, "Previous" });
ENUM_MAP(set_button_when_shooting_2, { 0, "Default (no function)" }, { 1, "Image quality" },
         { 2, "Change ISO speed" }, { 3, "Change parameters" });
static const struct tag canon_functions_d30_rows[] = {
    { 1, "LongExposureNoiseReduction", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 2, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock_2) },
    { 3, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup) },
    { 4, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_3) },
    { 5, "AFAssist", PRINT_AS_ENUM(afassist) },
    { 6, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av) },
    { 7, "AEBSequenceAutoCancel", PRINT_AS_ENUM(aebsequence_auto_cancel) },
    { 8, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 9, "LensAFStopButton", PRINT_AS_ENUM(lens_afstop_button_4) },
    { 10, "FillFlashAutoReduction", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 11, "MenuButtonReturn", PRINT_AS_ENUM(menu_button_return) },
    { 12, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_2) },
    { 13, "SensorCleaning", PRINT_AS_ENUM(mirror_lockup) },
    { 14, "SuperimposedDisplay", PRINT_AS_ENUM(superimposed_display) },
    { 15, "ShutterReleaseNoCFCard", PRINT_AS_ENUM(shutter_release_no_cfcard) },
};
const struct tag_table canon_functions_d30 =
    RECORD_TABLE(canon_functions_d30_rows, "MakerNotes", "CanonCustom", FORMAT_U8);

static const struct tag canon_personal_rows[] = {
    { 1, "PF0CustomFuncRegistration", PRINT_AS(print_on_off) },
    { 2, "PF1DisableShootingModes", PRINT_AS(print_on_off) },
    { 3, "PF2DisableMeteringModes", PRINT_AS(print_on_off) },
    { 4, "PF3ManualExposureMetering", PRINT_AS(print_on_off) },
    { 5, "PF4ExposureTimeLimits", PRINT_AS(print_on_off) },
    { 6, "PF5ApertureLimits", PRINT_AS(print_on_off) },
    { 7, "PF6PresetShootingModes", PRINT_AS(print_on_off) },
    { 8, "PF7BracketContinuousShoot", PRINT_AS(print_on_off) },
    { 9, "PF8SetBracketShots", PRINT_AS(print_on_off) },
    { 10, "PF9ChangeBracketSequence", PRINT_AS(print_on_off) },
    { 11, "PF10RetainProgramShift", PRINT_AS(print_on_off) },
    { 14, "PF13DrivePriority", PRINT_AS(print_on_off) },
    { 15, "PF14DisableFocusSearch", PRINT_AS(print_on_off) },
    { 16, "PF15DisableAFAssistBeam", PRINT_AS(print_on_off) },
    { 17, "PF16AutoFocusPointShoot", PRINT_AS(print_on_off) },
    { 18, "PF17DisableAFPointSel", PRINT_AS(print_on_off) },
    { 19, "PF18EnableAutoAFPointSel", PRINT_AS(print_on_off) },
    { 20, "PF19ContinuousShootSpeed", PRINT_AS(print_on_off) },
    { 21, "PF20LimitContinousShots", PRINT_AS(print_on_off) },
    { 22, "PF21EnableQuietOperation", PRINT_AS(print_on_off) },
    { 24, "PF23SetTimerLengths", PRINT_AS(print_on_off) },
    { 25, "PF24LightLCDDuringBulb", PRINT_AS(print_on_off) },
    { 26, "PF25DefaultClearSettings", PRINT_AS(print_on_off) },
    { 27, "PF26ShortenReleaseLag", PRINT_AS(print_on_off) },
    { 28, "PF27ReverseDialRotation", PRINT_AS(print_on_off) },
    { 29, "PF28NoQuickDialExpComp", PRINT_AS(print_on_off) },
    { 30, "PF29QuickDialSwitchOff", PRINT_AS(print_on_off) },
    { 31, "PF30EnlargementMode", PRINT_AS(print_on_off) },
    { 32, "PF31OriginalDecisionData", PRINT_AS(print_on_off) },
};
const struct tag_table canon_personal =
    RECORD_TABLE(canon_personal_rows, "MakerNotes", "CanonCustom", FORMAT_U16);

static const struct tag canon_personal_values_rows[] = {
    { 1, "PF1Value" },
    { 2, "PF2Value" },
    { 3, "PF3Value" },
    { 4, "PF4ExposureTimeMin", PRINT_AS(print_exposure_time), .convert = canon_personal_time },
    { 5, "PF4ExposureTimeMax", PRINT_AS(print_exposure_time), .convert = canon_personal_time },
    { 6, "PF5ApertureMin", PRINT_AS_FORMAT("%.2g"), .convert = canon_personal_aperture },
    { 7, "PF5ApertureMax", PRINT_AS_FORMAT("%.2g"), .convert = canon_personal_aperture },
    { 8, "PF8BracketShots" },
    { 9, "PF19ShootingSpeedLow" },
    { 10, "PF19ShootingSpeedHigh" },
    { 11, "PF20MaxContinousShots" },
    { 12, "PF23ShutterButtonTime" },
    { 13, "PF23FELockTime" },
    { 14, "PF23PostReleaseTime" },
    { 15, "PF25AEMode" },
    { 16, "PF25MeteringMode" },
    { 17, "PF25DriveMode" },
    { 18, "PF25AFMode" },
    { 19, "PF25AFPointSel" },
    { 20, "PF25ImageSize" },
    { 21, "PF25WBMode" },
    { 22, "PF25Parameters" },
    { 23, "PF25ColorMatrix" },
    { 24, "PF27Value" },
};
const struct tag_table canon_personal_values =
    RECORD_TABLE(canon_personal_values_rows, "MakerNotes", "CanonCustom", FORMAT_U16);

ENUM_MAP(isospeed_increments, { 0, "1/3 Stop" }, { 1, "1 Stop" });
ENUM_MAP(aebsequence, { 0, "0,-,+" }, { 1, "-,0,+" }, { 2, "+,0,-" });
static const struct enum_name aebshot_count_names[] = {
    { 0, "3 shots" },
    { 1, "2 shots" },
    { 2, "5 shots" },
    { 3, "7 shots" },
};
static const struct text_name aebshot_count_texts[] = {
    { "2 1", "2 shots" },
    { "3 0", "3 shots" },
    { "5 2", "5 shots" },
    { "7 3", "7 shots" },
};
static const struct enum_map aebshot_count = { .names = aebshot_count_names,
                                               .n_names = ARRAY_LEN(aebshot_count_names),
                                               .texts = aebshot_count_texts,
                                               .n_texts = ARRAY_LEN(aebshot_count_texts) };
ENUM_MAP(spot_meter_link_to_afpoint, { 0, "Disable (use center AF point)" },
         { 1, "Enable (use active AF point)" });
ENUM_MAP(safety_shift, { 0, "Disable" }, { 1, "Enable (Tv/Av)" }, { 2, "Enable (ISO speed)" });
ENUM_MAP(exposure_mode_in_manual, { 0, "Specified metering mode" }, { 1, "Evaluative metering" },
         { 2, "Partial metering" }, { 3, "Spot metering" }, { 4, "Center-weighted average" });
static const struct print_step apply_shooting_metering_mode_steps[] = { { PRINT_ENUM,
                                                                          &mirror_lockup, NULL } };
static const struct print_list apply_shooting_metering_mode_list = {
    .steps = apply_shooting_metering_mode_steps,
    .n_steps = ARRAY_LEN(apply_shooting_metering_mode_steps)
};
ENUM_MAP(flash_sync_speed_av_3, { 0, "Auto" }, { 1, "1/250-1/60 Auto" }, { 2, "1/250 Fixed" });
ENUM_MAP(flash_sync_speed_av_4, { 0, "Auto" }, { 1, "1/300 Fixed" });
ENUM_MAP(flash_sync_speed_av_5, { 0, "Auto" }, { 1, "1/300-1/60 Auto" }, { 2, "1/300 Fixed" });
ENUM_MAP(flash_sync_speed_av_6, { 0, "Auto" }, { 1, "1/200-1/60 Auto" }, { 2, "1/200 Fixed" });
static const struct print_step aemicroadjustment_steps[] = { { PRINT_ENUM, &mirror_lockup, NULL } };
static const struct print_list aemicroadjustment_list = { .steps = aemicroadjustment_steps,
                                                          .n_steps =
                                                              ARRAY_LEN(aemicroadjustment_steps) };
static const struct print_step femicroadjustment_steps[] = { { PRINT_ENUM, &mirror_lockup, NULL } };
static const struct print_list femicroadjustment_list = { .steps = femicroadjustment_steps,
                                                          .n_steps =
                                                              ARRAY_LEN(femicroadjustment_steps) };
ENUM_MAP(same_exposure_for_new_aperture, { 0, "Disable" }, { 1, "ISO Speed" },
         { 2, "Shutter Speed" });
BITS_MAP(aelock_meter_mode_after_focus, { 0, "Evaluative" }, { 1, "Partial" }, { 2, "Spot" },
         { 3, "Center-weighted" });
ENUM_MAP(high_isonoise_reduction, { 0, "Standard" }, { 1, "Low" }, { 2, "Strong" }, { 3, "Off" });
ENUM_MAP(auto_lighting_optimizer, { 0, "Standard" }, { 1, "Low" }, { 2, "Strong" },
         { 3, "Disable" });
ENUM_MAP(info_button_when_shooting, { 0, "Displays shooting functions" },
         { 1, "Displays camera settings" });
ENUM_MAP(info_button_when_shooting_2, { 0, "Displays camera settings" },
         { 1, "Displays shooting functions" });
BITS_MAP(viewfinder_warnings, { 0, "Monochrome" }, { 1, "WB corrected" },
         { 2, "One-touch image quality" }, { 3, "ISO expansion" }, { 4, "Spot metering" },
         { 6, "Noise reduction" }, { 7, "HDR" });
ENUM_MAP(lvshooting_area_display, { 0, "Masked" }, { 1, "Outlined" });
ENUM_MAP(usmlens_electronic_mf_2, { 0, "Enable after one-shot AF" },
         { 1, "Disable after one-shot AF" }, { 2, "Disable in AF mode" });
ENUM_MAP(aiservo_tracking_sensitivity_2, { -2, "Slow" }, { -1, "Medium Slow" }, { 0, "Standard" },
         { 1, "Medium Fast" }, { 2, "Fast" });
ENUM_MAP(aiservo_image_priority, { 0, "1: AF, 2: Tracking" }, { 1, "1: AF, 2: Drive speed" },
         { 2, "1: Release, 2: Drive speed" }, { 3, "1: Release, 2: Tracking" });
ENUM_MAP(aiservo_tracking_method, { 0, "Main focus point priority" },
         { 1, "Continuous AF track priority" });
ENUM_MAP(lens_drive_no_af, { 0, "Focus search on" }, { 1, "Focus search off" });
ENUM_MAP(lens_afstop_button_5, { 0, "AF stop" }, { 1, "AF start" }, { 2, "AE lock" },
         { 3, "AF point: M->Auto/Auto->ctr" }, { 4, "One Shot <-> AI servo" }, { 5, "IS start" },
         { 6, "Switch to registered AF point" }, { 7, "Spot AF" });
ENUM_MAP(afpoint_area_expansion, { 0, "Disable" }, { 1, "Enable (left/right Assist AF points)" },
         { 2, "Enable (surrounding Assist AF points)" });
ENUM_MAP(afpoint_area_expansion_2, { 0, "Disable" }, { 1, "Left/right AF points" },
         { 2, "Surrounding AF points" }, { 3, "All 45 points area" });
ENUM_MAP(selectable_afpoint, { 0, "45 points" }, { 1, "19 points" }, { 2, "11 points" },
         { 3, "Inner 9 points" }, { 4, "Outer 9 points" });
ENUM_MAP(selectable_afpoint_2, { 0, "19 points" }, { 1, "Inner 9 points" }, { 2, "Outer 9 points" },
         { 3, "19 Points, Multi-controller selectable" },
         { 4, "Inner 9 Points, Multi-controller selectable" },
         { 5, "Outer 9 Points, Multi-controller selectable" });
ENUM_MAP(switch_to_registered_afpoint_2, { 0, "Disable" }, { 1, "Switch with multi-controller" },
         { 2, "Only while AEL is pressed" });
ENUM_MAP(afpoint_auto_selection, { 0, "Control-direct:disable/Main:enable" },
         { 1, "Control-direct:disable/Main:disable" }, { 2, "Control-direct:enable/Main:enable" });
ENUM_MAP(afpoint_display_during_focus, { 0, "On" }, { 1, "Off" },
         { 2, "On (when focus achieved)" });
ENUM_MAP(afpoint_display_during_focus_2, { 0, "Selected (constant)" }, { 1, "All (constant)" },
         { 2, "Selected (pre-AF, focused)" }, { 3, "Selected (focused)" },
         { 4, "Disable display" });
ENUM_MAP(afpoint_brightness, { 0, "Normal" }, { 1, "Brighter" });
ENUM_MAP(afassist_beam_3, { 0, "Emits" }, { 1, "Does not emit" }, { 2, "IR AF assist beam only" });
ENUM_MAP(afassist_beam_4, { 0, "Emits" }, { 1, "Does not emit" }, { 2, "Only ext. flash emits" },
         { 3, "IR AF assist beam only" });
ENUM_MAP(afpoint_selection_method_2,
         { 0, "AF point button: Activate AF Sel; Rear dial: Select AF points" },
         { 1, "AF point button: Auto selection; Rear dial: Manual selection" });
ENUM_MAP(vfdisplay_illumination, { 0, "Auto" }, { 1, "Enable" }, { 2, "Disable" });
ENUM_MAP(afduring_live_view, { 0, "Disable" }, { 1, "Quick mode" }, { 2, "Live mode" });
ENUM_MAP(manual_afpoint_select_pattern, { 0, "Stops at AF area edges" }, { 1, "Continuous" });
ENUM_MAP(orientation_linked_afpoint, { 0, "Same for vertical and horizontal" },
         { 1, "Select different AF points" });
ENUM_MAP(multi_controller_while_metering, { 0, "Off" }, { 1, "AF point selection" });
ENUM_MAP(aiservo_first_image_priority, { -1, "Release priority" }, { 0, "Equal priority" },
         { 1, "Focus priority" });
ENUM_MAP(aiservo_second_image_priority, { -1, "Shooting speed priority" }, { 0, "Equal priority" },
         { 1, "Focus priority" });
ENUM_MAP(afarea_select_method, { 0, "AF area selection button" }, { 1, "Main dial" });
ENUM_MAP(auto_afpoint_color_tracking, { 0, "On-Shot AF only" }, { 1, "Disable" });
ENUM_MAP(vfdisplay_illumination1, { 0, "Non-illuminated" }, { 1, "Illuminated" });
static const struct print_step vfdisplay_illumination_steps[] = {
    { PRINT_ENUM, &vfdisplay_illumination, NULL }, { PRINT_ENUM, &vfdisplay_illumination1, NULL }
};
static const struct print_list vfdisplay_illumination_list = {
    .steps = vfdisplay_illumination_steps, .n_steps = ARRAY_LEN(vfdisplay_illumination_steps)
};
ENUM_MAP(initial_afpoint_aiservo_af, { 0, "Auto" }, { 1, "Initial AF point selected" },
         { 2, "Manual AF point" });
ENUM_MAP(mirror_lockup_2, { 0, "Disable" }, { 1, "Enable" }, { 2, "Enable: Down with Set" });
static const struct enum_name shutter_aelock_3_names[] = {
    { 0, "AF/AE lock" },
    { 1, "AE lock/AF" },
    { 2, "AF/AF lock, No AE lock" },
    { 3, "AE/AF, No AE lock" },
};
static const struct text_name shutter_aelock_3_texts[] = {
    { "0 0", "AF/AE lock" },
    { "1 0", "AE lock/AF" },
    { "2 0", "AF/AF lock, No AE lock" },
    { "3 0", "AE/AF, No AE lock" },
};
static const struct enum_map shutter_aelock_3 = { .names = shutter_aelock_3_names,
                                                  .n_names = ARRAY_LEN(shutter_aelock_3_names),
                                                  .texts = shutter_aelock_3_texts,
                                                  .n_texts = ARRAY_LEN(shutter_aelock_3_texts) };
ENUM_MAP(shutter_aelock_4, { 0, "Metering start" }, { 1, "Metering + AF start" }, { 2, "AE lock" },
         { 3, "AF stop" }, { 4, "No function" });
ENUM_MAP(shutter_aelock_5, { 0, "Metering + AF start" }, { 1, "Metering + AF start/AF stop" },
         { 2, "Metering start/Meter + AF start" }, { 3, "AE lock/Metering + AF start" },
         { 4, "Metering + AF start/disable" });
ENUM_MAP(quick_control_dial_in_meter, { 0, "Exposure comp/Aperture" }, { 1, "AF point selection" },
         { 2, "ISO speed" }, { 3, "AF point selection swapped with Exposure comp" },
         { 4, "ISO speed swapped with Exposure comp" });
ENUM_MAP(set_button_when_shooting_3, { 0, "Normal (disabled)" }, { 1, "Image quality" },
         { 2, "Picture style" }, { 3, "Menu display" }, { 4, "Image playback" },
         { 5, "Quick control screen" }, { 6, "Record movie (Live View)" });
ENUM_MAP(set_button_when_shooting_4, { 0, "Normal (disabled)" }, { 1, "Image quality" },
         { 2, "Picture style" }, { 3, "White balance" }, { 4, "Flash exposure compensation" },
         { 5, "Viewfinder leveling gauge" });
ENUM_MAP(set_button_when_shooting_5, { 0, "Normal (disabled)" }, { 1, "Image quality" },
         { 2, "Flash exposure compensation" }, { 3, "LCD monitor On/Off" }, { 4, "Menu display" },
         { 5, "ISO speed" });
ENUM_MAP(set_button_when_shooting_6, { 0, "Normal (disabled)" }, { 1, "Image quality" },
         { 2, "Flash exposure compensation" }, { 3, "LCD monitor On/Off" }, { 4, "Menu display" },
         { 5, "Depth-of-field preview" });
ENUM_MAP(set_button_when_shooting_7, { 0, "LCD monitor On/Off" }, { 1, "Image quality" },
         { 2, "Flash exposure compensation" }, { 3, "Menu display" }, { 4, "Disabled" });
ENUM_MAP(set_button_when_shooting_8, { 0, "Quick control screen" }, { 1, "Image quality" },
         { 2, "Flash exposure compensation" }, { 3, "LCD monitor On/Off" }, { 4, "Menu display" },
         { 5, "Disabled" });
ENUM_MAP(set_button_when_shooting_9, { 0, "Normal (disabled)" }, { 1, "White balance" },
         { 2, "Image size" }, { 3, "ISO speed" }, { 4, "Picture style" },
         { 5, "Record func. + media/folder" }, { 6, "Menu display" }, { 7, "Image playback" });
ENUM_MAP(manual_tv_2, { 0, "Tv=Main/Av=Control" }, { 1, "Tv=Control/Av=Main" });
ENUM_MAP(dial_direction_tv_av, { 0, "Normal" }, { 1, "Reversed" });
ENUM_MAP(wbmedia_image_size_setting, { 0, "Rear LCD panel" }, { 1, "LCD monitor" },
         { 2, "Off (disable button)" });
ENUM_MAP(lock_microphone_button0, { 0, "Protect (hold:record memo)" },
         { 1, "Record memo (protect:disable)" }, { 2, "Play memo (hold:record memo)" },
         { 3, "Rating (protect/memo:disable)" });
static const struct print_step lock_microphone_button_steps[] = {
    { PRINT_ENUM, &lock_microphone_button0, NULL }
};
static const struct print_list lock_microphone_button_list = {
    .steps = lock_microphone_button_steps, .n_steps = ARRAY_LEN(lock_microphone_button_steps)
};
ENUM_MAP(button_function_control_off, { 0, "Normal (enable)" },
         { 1, "Disable main, Control, Multi-control" });
ENUM_MAP(assign_func_button, { 0, "LCD brightness" }, { 1, "Image quality" },
         { 2, "Exposure comp./AEB setting" }, { 3, "Image jump with main dial" },
         { 4, "Live view function settings" });
ENUM_MAP(start_movie_shooting, { 0, "Default (from LV)" }, { 1, "Quick start (FEL button)" });
ENUM_MAP(flash_button_function, { 0, "Raise built-in flash" }, { 1, "ISO speed" });
ENUM_MAP(multi_function_lock0, { 0, "Off" }, { 1, "On" }, { 2, "On (quick control dial)" },
         { 3, "On (main dial and quick control dial)" });
BITS_MAP(multi_function_lock1, { 0, "Main dial" }, { 1, "Quick control dial" },
         { 2, "Multi-controller" });
static const struct print_step multi_function_lock_steps[] = {
    { PRINT_ENUM, &multi_function_lock0, NULL }, { PRINT_ENUM, &multi_function_lock1, NULL }
};
static const struct print_list multi_function_lock_list = {
    .steps = multi_function_lock_steps, .n_steps = ARRAY_LEN(multi_function_lock_steps)
};
ENUM_MAP(trash_button_function, { 0, "Normal (set center AF point)" },
         { 1, "Depth-of-field preview" });
ENUM_MAP(rflens_mffocus_ring_sensitivity, { 0, "Varies With Rotation Speed" },
         { 1, "Linked To Rotation Angle" });
ENUM_MAP(focusing_screen_3, { 0, "Ef-A" }, { 1, "Ef-D" }, { 2, "Ef-S" });
ENUM_MAP(focusing_screen_4, { 0, "Eg-A" }, { 1, "Eg-D" }, { 2, "Eg-S" });
ENUM_MAP(focusing_screen_5, { 0, "Eg-A II" }, { 1, "Eg-D" }, { 2, "Eg-S" });
ENUM_MAP(focusing_screen_6, { 0, "Eh-A" }, { 1, "Eh-S" });
ENUM_MAP(focusing_screen_7, { 0, "Ec-CV" }, { 1, "Ec-A,B,D,H,I,L" });
ENUM_MAP(focusing_screen_8, { 0, "Ec-CIV" }, { 1, "Ec-A,B,C,CII,CIII,D,H,I,L" }, { 2, "Ec-S" },
         { 3, "Ec-N,R" });
ENUM_MAP(add_aspect_ratio_info, { 0, "Off" }, { 1, "6:6" }, { 2, "3:4" }, { 3, "4:5" },
         { 4, "6:7" }, { 5, "10:12" }, { 6, "5:7" });
ENUM_MAP(live_view_exposure_simulation, { 0, "Disable (LCD auto adjust)" },
         { 1, "Enable (simulates exposure)" });
ENUM_MAP(memo_audio_quality, { 0, "High (48 kHz)" }, { 1, "Low (8 kHz)" });
ENUM_MAP(default_erase_option, { 0, "Cancel selected" }, { 1, "Erase selected" },
         { 2, "Erase RAW selected" }, { 3, "Erase non-RAW selected" });
static const struct tag canon_functions_2_rows[] = {
    { 0x0101, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments),
      .when = canon_is_1d },
    { 0x0101, "ExposureLevelIncrements", PRINT_AS_ENUM(exposure_level_increments_2) },
    { 0x0102, "ISOSpeedIncrements", PRINT_AS_ENUM(isospeed_increments) },
    { 0x0103, "ISOSpeedRange", PRINT_AS(canon_print_iso_range), .when = canon_has_3_values },
    { 0x0103, "ISOExpansion", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 0x0104, "AEBAutoCancel", PRINT_AS_ENUM(superimposed_display) },
    { 0x0105, "AEBSequence", PRINT_AS_ENUM(aebsequence) },
    { 0x0106, "AEBShotCount", PRINT_AS_ENUM(aebshot_count) },
    { 0x0107, "SpotMeterLinkToAFPoint", PRINT_AS_ENUM(spot_meter_link_to_afpoint) },
    { 0x0108, "SafetyShift", PRINT_AS_ENUM(safety_shift) },
    { 0x0109, "UsableShootingModes", PRINT_AS(canon_print_flags) },
    { 0x010a, "UsableMeteringModes", PRINT_AS(canon_print_flags) },
    { 0x010b, "ExposureModeInManual", PRINT_AS_ENUM(exposure_mode_in_manual) },
    { 0x010c, "ShutterSpeedRange", PRINT_AS(canon_print_speed_range) },
    { 0x010d, "ApertureRange", PRINT_AS(canon_print_aperture_range) },
    { 0x010e, "ApplyShootingMeteringMode", PRINT_AS_LIST(apply_shooting_metering_mode_list) },
    { 0x010f, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av_2),
      .when = canon_custom_40d_1ds3 },
    { 0x010f, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av_3),
      .when = canon_custom_50d_60d_7d },
    { 0x010f, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av),
      .when = canon_custom_450d_1000d },
    { 0x010f, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av_4), .when = canon_custom_1d3 },
    { 0x010f, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av_5), .when = canon_custom_1d4 },
    { 0x010f, "FlashSyncSpeedAv", PRINT_AS_ENUM(flash_sync_speed_av_6) },
    { 0x0110, "AEMicroadjustment", PRINT_AS_LIST(aemicroadjustment_list) },
    { 0x0111, "FEMicroadjustment", PRINT_AS_LIST(femicroadjustment_list) },
    { 0x0112, "SameExposureForNewAperture", PRINT_AS_ENUM(same_exposure_for_new_aperture) },
    { 0x0113, "ExposureCompAutoCancel", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 0x0114, "AELockMeterModeAfterFocus", PRINT_AS_ENUM(aelock_meter_mode_after_focus) },
    { 0x0201, "LongExposureNoiseReduction", PRINT_AS_ENUM(long_exposure_noise_reduction) },
    { 0x0202, "HighISONoiseReduction", PRINT_AS_ENUM(high_isonoise_reduction),
      .when = canon_custom_levels },
    { 0x0202, "HighISONoiseReduction", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 0x0203, "HighlightTonePriority", PRINT_AS_ENUM(mirror_lockup) },
    { 0x0204, "AutoLightingOptimizer", PRINT_AS_ENUM(auto_lighting_optimizer),
      .when = canon_custom_levels },
    { 0x0204, "AutoLightingOptimizer", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 0x0304, "ETTLII", PRINT_AS_ENUM(ettlii) },
    { 0x0305, "ShutterCurtainSync", PRINT_AS_ENUM(shutter_curtain_sync) },
    { 0x0306, "FlashFiring", PRINT_AS_ENUM(flash_firing) },
    { 0x0407, "ViewInfoDuringExposure", PRINT_AS_ENUM(mirror_lockup) },
    { 0x0408, "LCDIlluminationDuringBulb", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 0x0409, "InfoButtonWhenShooting", PRINT_AS_ENUM(info_button_when_shooting),
      .when = canon_custom_1d4 },
    { 0x0409, "InfoButtonWhenShooting", PRINT_AS_ENUM(info_button_when_shooting_2) },
    { 0x040a, "ViewfinderWarnings", PRINT_AS_ENUM(viewfinder_warnings) },
    { 0x040b, "LVShootingAreaDisplay", PRINT_AS_ENUM(lvshooting_area_display) },
    { 0x040c, "LVShootingAreaDisplay", PRINT_AS_ENUM(lvshooting_area_display) },
    { 0x0501, "USMLensElectronicMF", PRINT_AS_ENUM(usmlens_electronic_mf_2) },
    { 0x0502, "AIServoTrackingSensitivity", PRINT_AS_ENUM(aiservo_tracking_sensitivity_2) },
    { 0x0503, "AIServoImagePriority", PRINT_AS_ENUM(aiservo_image_priority) },
    { 0x0504, "AIServoTrackingMethod", PRINT_AS_ENUM(aiservo_tracking_method) },
    { 0x0505, "LensDriveNoAF", PRINT_AS_ENUM(lens_drive_no_af) },
    { 0x0506, "LensAFStopButton", PRINT_AS_ENUM(lens_afstop_button_5) },
    { 0x0507, "AFMicroadjustment", PRINT_AS(canon_print_af_adjustment) },
    { 0x0508, "AFPointAreaExpansion", PRINT_AS_ENUM(mirror_lockup), .when = canon_custom_5d2 },
    { 0x0508, "AFPointAreaExpansion", PRINT_AS_ENUM(afpoint_area_expansion),
      .when = canon_custom_1ds3 },
    { 0x0508, "AFPointAreaExpansion", PRINT_AS_ENUM(afpoint_area_expansion_2) },
    { 0x0509, "SelectableAFPoint", PRINT_AS_ENUM(selectable_afpoint), .when = canon_custom_1d4 },
    { 0x0509, "SelectableAFPoint", PRINT_AS_ENUM(selectable_afpoint_2) },
    { 0x050a, "SwitchToRegisteredAFPoint", PRINT_AS_ENUM(switch_to_registered_afpoint_2),
      .when = canon_custom_1d4 },
    { 0x050a, "SwitchToRegisteredAFPoint", PRINT_AS_ENUM(mirror_lockup) },
    { 0x050b, "AFPointAutoSelection", PRINT_AS_ENUM(afpoint_auto_selection) },
    { 0x050c, "AFPointDisplayDuringFocus", PRINT_AS_ENUM(afpoint_display_during_focus),
      .when = canon_is_1d },
    { 0x050c, "AFPointDisplayDuringFocus", PRINT_AS_ENUM(afpoint_display_during_focus_2) },
    { 0x050d, "AFPointBrightness", PRINT_AS_ENUM(afpoint_brightness) },
    { 0x050e, "AFAssistBeam", PRINT_AS_ENUM(afassist_beam_3), .when = canon_custom_1d4_6d },
    { 0x050e, "AFAssistBeam", PRINT_AS_ENUM(afassist_beam_4) },
    { 0x050f, "AFPointSelectionMethod", PRINT_AS_ENUM(afpoint_selection_method_2),
      .when = canon_custom_60d },
    { 0x050f, "AFPointSelectionMethod", PRINT_AS_ENUM(afpoint_selection_method) },
    { 0x0510, "VFDisplayIllumination", PRINT_AS_ENUM(vfdisplay_illumination),
      .when = canon_custom_7d },
    { 0x0510, "SuperimposedDisplay", PRINT_AS_ENUM(superimposed_display) },
    { 0x0511, "AFDuringLiveView", PRINT_AS_ENUM(mirror_lockup), .when = canon_custom_40d },
    { 0x0511, "AFDuringLiveView", PRINT_AS_ENUM(afduring_live_view) },
    { 0x0512, "SelectAFAreaSelectMode", PRINT_AS(canon_print_flags) },
    { 0x0513, "ManualAFPointSelectPattern", PRINT_AS_ENUM(manual_afpoint_select_pattern) },
    { 0x0514, "DisplayAllAFPoints", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 0x0515, "FocusDisplayAIServoAndMF", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 0x0516, "OrientationLinkedAFPoint", PRINT_AS_ENUM(orientation_linked_afpoint) },
    { 0x0517, "MultiControllerWhileMetering", PRINT_AS_ENUM(multi_controller_while_metering) },
    { 0x0518, "AccelerationTracking" },
    { 0x0519, "AIServoFirstImagePriority", PRINT_AS_ENUM(aiservo_first_image_priority) },
    { 0x051a, "AIServoSecondImagePriority", PRINT_AS_ENUM(aiservo_second_image_priority) },
    { 0x051b, "AFAreaSelectMethod", PRINT_AS_ENUM(afarea_select_method) },
    { 0x051c, "AutoAFPointColorTracking", PRINT_AS_ENUM(auto_afpoint_color_tracking) },
    { 0x051d, "VFDisplayIllumination", PRINT_AS_LIST(vfdisplay_illumination_list) },
    { 0x051e, "InitialAFPointAIServoAF", PRINT_AS_ENUM(initial_afpoint_aiservo_af) },
    { 0x060f, "MirrorLockup", PRINT_AS_ENUM(mirror_lockup_2) },
    { 0x0610, "ContinuousShootingSpeed", PRINT_AS(canon_print_speeds) },
    { 0x0611, "ContinuousShotLimit", PRINT_AS(canon_print_shots) },
    { 0x0612, "RestrictDriveModes", PRINT_AS(canon_print_flags) },
    { 0x0701, "Shutter-AELock", PRINT_AS_ENUM(shutter_aelock_3), .when = canon_custom_rebels },
    { 0x0701, "AFAndMeteringButtons", PRINT_AS_ENUM(shutter_aelock_4), .when = canon_custom_60d },
    { 0x0701, "ShutterButtonAFOnButton", PRINT_AS_ENUM(shutter_aelock_5) },
    { 0x0702, "AFOnAELockButtonSwitch", PRINT_AS_ENUM(mirror_lockup) },
    { 0x0703, "QuickControlDialInMeter", PRINT_AS_ENUM(quick_control_dial_in_meter) },
    { 0x0704, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_3),
      .when = canon_custom_40d_50d_5d2 },
    { 0x0704, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_4),
      .when = canon_custom_60d },
    { 0x0704, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_5),
      .when = canon_custom_450d_550d_600d },
    { 0x0704, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_6),
      .when = canon_custom_1100d },
    { 0x0704, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_7),
      .when = canon_custom_1000d },
    { 0x0704, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_8),
      .when = canon_custom_500d },
    { 0x0704, "SetButtonWhenShooting", PRINT_AS_ENUM(set_button_when_shooting_9) },
    { 0x0705, "ManualTv", PRINT_AS_ENUM(manual_tv_2) },
    { 0x0706, "DialDirectionTvAv", PRINT_AS_ENUM(dial_direction_tv_av) },
    { 0x0707, "AvSettingWithoutLens", PRINT_AS_ENUM(mirror_lockup) },
    { 0x0708, "WBMediaImageSizeSetting", PRINT_AS_ENUM(wbmedia_image_size_setting) },
    { 0x0709, "LockMicrophoneButton", PRINT_AS_LIST(lock_microphone_button_list) },
    { 0x070a, "ButtonFunctionControlOff", PRINT_AS_ENUM(button_function_control_off) },
    { 0x070b, "AssignFuncButton", PRINT_AS_ENUM(assign_func_button) },
    { 0x070c, "CustomControls" },
    { 0x070d, "StartMovieShooting", PRINT_AS_ENUM(start_movie_shooting) },
    { 0x070e, "FlashButtonFunction", PRINT_AS_ENUM(flash_button_function) },
    { 0x070f, "MultiFunctionLock", PRINT_AS_LIST(multi_function_lock_list) },
    { 0x0710, "TrashButtonFunction", PRINT_AS_ENUM(trash_button_function) },
    { 0x0711, "ShutterReleaseWithoutLens", PRINT_AS_ENUM(mirror_lockup) },
    { 0x0712, "ControlRingRotation", PRINT_AS_ENUM(dial_direction_tv_av) },
    { 0x0713, "FocusRingRotation", PRINT_AS_ENUM(dial_direction_tv_av) },
    { 0x0714, "RFLensMFFocusRingSensitivity", PRINT_AS_ENUM(rflens_mffocus_ring_sensitivity) },
    { 0x0715, "CustomizeDials" },
    { 0x080b, "FocusingScreen", PRINT_AS_ENUM(focusing_screen_3),
      .when = canon_custom_40d_50d_60d },
    { 0x080b, "FocusingScreen", PRINT_AS_ENUM(focusing_screen_4), .when = canon_custom_5d2 },
    { 0x080b, "FocusingScreen", PRINT_AS_ENUM(focusing_screen_5), .when = canon_custom_6d },
    { 0x080b, "FocusingScreen", PRINT_AS_ENUM(focusing_screen_6), .when = canon_custom_7d },
    { 0x080b, "FocusingScreen", PRINT_AS_ENUM(focusing_screen_7), .when = canon_custom_1dx },
    { 0x080b, "FocusingScreen", PRINT_AS_ENUM(focusing_screen_8) },
    { 0x080c, "TimerLength", PRINT_AS(canon_print_timer) },
    { 0x080d, "ShortReleaseTimeLag", PRINT_AS_ENUM(mirror_lockup) },
    { 0x080e, "AddAspectRatioInfo", PRINT_AS_ENUM(add_aspect_ratio_info) },
    { 0x080f, "AddOriginalDecisionData", PRINT_AS_ENUM(finder_display_during_exposure) },
    { 0x0810, "LiveViewExposureSimulation", PRINT_AS_ENUM(live_view_exposure_simulation) },
    { 0x0811, "LCDDisplayAtPowerOn", PRINT_AS_ENUM(lcddisplay_at_power_on) },
    { 0x0812, "MemoAudioQuality", PRINT_AS_ENUM(memo_audio_quality) },
    { 0x0813, "DefaultEraseOption", PRINT_AS_ENUM(default_erase_option) },
    { 0x0814, "RetractLensOnPowerOff", PRINT_AS_ENUM(fill_flash_auto_reduction) },
    { 0x0815, "AddIPTCInformation", PRINT_AS_ENUM(mirror_lockup) },
    { 0x0816, "AudioCompression", PRINT_AS_ENUM(fill_flash_auto_reduction) },
};
const struct tag_table canon_functions_2 =
    TAG_TABLE(canon_functions_2_rows, "MakerNotes", "CanonCustom");
