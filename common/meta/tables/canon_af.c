/* AFConfig of Canon's maker notes. Source of ids, names and wordings: ExifTool's "Canon Tags". */
#include "meta/maker_canon.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/canon_info.h"

#define RECORD(name_, array, format_)                                                              \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Canon", format_)

static const struct enum_name af_tools[] = { { 10, "Case A" }, { 0x7fffffff, "n/a" } };
static const struct enum_name af_tracking_sensitivity_names[] = { { 0x7f, "Auto" },
                                                                  { 0x7fffffff, "n/a" } };
static const struct enum_map af_tracking_sensitivity = { .names = af_tracking_sensitivity_names,
                                                         .n_names = ARRAY_LEN(
                                                             af_tracking_sensitivity_names),
                                                         .passing = true };
static const struct enum_name af_point_switching_names[] = { { 2147483647, "n/a" } };
static const struct enum_map af_point_switching = { .names = af_point_switching_names,
                                                    .n_names = ARRAY_LEN(af_point_switching_names),
                                                    .passing = true };
ENUM_MAP(ai_servo_first_image, { 0, "Equal Priority" }, { 1, "Release Priority" },
         { 2, "Focus Priority" });
ENUM_MAP(ai_servo_second_image, { 0, "Equal Priority" }, { 1, "Release Priority" },
         { 2, "Focus Priority" }, { 3, "Release High Priority" }, { 4, "Focus High Priority" });
ENUM_MAP(electronic_mf_r, { 0, "Disable After One-Shot" }, { 1, "One-Shot -> Enabled" },
         { 2, "One-Shot -> Enabled (magnify)" }, { 3, "Disable in AF Mode" });
ENUM_MAP(electronic_mf, { 0, "Enable After AF" }, { 1, "Disable After AF" },
         { 2, "Disable in AF Mode" });
ENUM_MAP(af_assist_beam, { 0, "Enable" }, { 1, "Disable" }, { 2, "IR AF Assist Beam Only" },
         { 3, "LED AF Assist Beam Only" });
ENUM_MAP(one_shot_af_release, { 0, "Focus Priority" }, { 1, "Release Priority" });
ENUM_MAP(itr_af, { 0, "Enable" }, { 1, "Disable" });
ENUM_MAP(lens_drive_when_af_impossible, { 0, "Continue Focus Search" }, { 1, "Stop Focus Search" });
static const struct enum_name select_af_area_selection_mode_bits_names[] = {
    { 0, "Single-point AF" }, { 1, "Auto" },
    { 2, "Zone AF" },         { 3, "AF Point Expansion (4 point)" },
    { 4, "Spot AF" },         { 5, "AF Point Expansion (8 point)" }
};
static const struct enum_map select_af_area_selection_mode_bits = {
    .bits = select_af_area_selection_mode_bits_names,
    .n_bits = ARRAY_LEN(select_af_area_selection_mode_bits_names)
};
ENUM_MAP(af_area_selection_method, { 0, "M-Fn Button" }, { 1, "Main Dial" });
ENUM_MAP(orientation_linked_af, { 0, "Same for Vert/Horiz Points" },
         { 1, "Separate Vert/Horiz Points" }, { 2, "Separate Area+Points" });
ENUM_MAP(manual_af_point_sel_pattern, { 0, "Stops at AF Area Edges" }, { 1, "Continuous" });
ENUM_MAP(af_point_display_during_focus, { 0, "Selected (constant)" }, { 1, "All (constant)" },
         { 2, "Selected (pre-AF, focused)" }, { 3, "Selected (focused)" }, { 4, "Disabled" });
ENUM_MAP(vf_display_illumination, { 0, "Auto" }, { 1, "Enable" }, { 2, "Disable" });
ENUM_MAP(af_status_viewfinder, { 0, "Show in Field of View" }, { 1, "Show Outside View" });
ENUM_MAP(initial_af_point_in_servo, { 0, "Initial AF Point Selected" }, { 1, "Manual AF Point" },
         { 2, "Auto" });
ENUM_MAP(subject_to_detect, { 0, "None" }, { 1, "People" }, { 2, "Animals" }, { 3, "Vehicles" },
         { 4, "Auto" });
ENUM_MAP(subject_switching, { 0, "Initial Priority" }, { 1, "On Subject" }, { 2, "Switch Subject" },
         { 2147483647, "n/a" });
ENUM_MAP(eye_detection, { 0, "Off" }, { 1, "Auto" }, { 2, "Left Eye" }, { 3, "Right Eye" });
ENUM_MAP(servo_af_characteristics, { 0, "Case Auto" }, { 1, "Case Manual" });
ENUM_MAP(case_auto_setting, { -1, "Locked On" }, { 0, "Standard" }, { 1, "Responsive" },
         { 2147483647, "n/a" });
ENUM_MAP(sport_events, { 0, "Soccer" }, { 1, "Basketball" }, { 2, "Volleyball" });
static bool print_case(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct enum_map tools = { .names = af_tools, .n_names = ARRAY_LEN(af_tools) };
    const char *name = enum_find(&tools, raw_int(env));

    (void)value;
    if (name != NULL) {
        buf_add_str(out, name);
    } else {
        buf_printf(out, "Case %d", (int)raw_int(env) + 1);
    }
    return true;
}

static bool is_r(const struct tag_env *env)
{
    return scan_model_has(env->scan, "EOS R");
}

static bool has_electronic_finder(const struct tag_env *env)
{
    return is_r(env) || scan_model_has(env->scan, "EOS-1D X");
}

static const struct tag af_config_rows[] = {
    { 1, "AFConfigTool", PRINT_AS(print_case) },
    { 2, "AFTrackingSensitivity", PRINT_AS_ENUM(af_tracking_sensitivity) },
    { 3, "AFAccelDecelTracking", PRINT_AS_ENUM(af_tracking_sensitivity) },
    { 4, "AFPointSwitching", PRINT_AS_ENUM(af_point_switching) },
    { 5, "AIServoFirstImage", PRINT_AS_ENUM(ai_servo_first_image) },
    { 6, "AIServoSecondImage", PRINT_AS_ENUM(ai_servo_second_image) },
    { 7, "USMLensElectronicMF", PRINT_AS_ENUM(electronic_mf_r), .when = is_r },
    { 7, "USMLensElectronicMF", PRINT_AS_ENUM(electronic_mf) },
    { 8, "AFAssistBeam", PRINT_AS_ENUM(af_assist_beam) },
    { 9, "OneShotAFRelease", PRINT_AS_ENUM(one_shot_af_release) },
    { 10, "AutoAFPointSelEOSiTRAF", PRINT_AS_ENUM(itr_af) },
    { 11, "LensDriveWhenAFImpossible", PRINT_AS_ENUM(lens_drive_when_af_impossible) },
    { 12, "SelectAFAreaSelectionMode", PRINT_AS_ENUM(select_af_area_selection_mode_bits) },
    { 13, "AFAreaSelectionMethod", PRINT_AS_ENUM(af_area_selection_method) },
    { 14, "OrientationLinkedAF", PRINT_AS_ENUM(orientation_linked_af) },
    { 15, "ManualAFPointSelPattern", PRINT_AS_ENUM(manual_af_point_sel_pattern) },
    { 16, "AFPointDisplayDuringFocus", PRINT_AS_ENUM(af_point_display_during_focus) },
    { 17, "VFDisplayIllumination", PRINT_AS_ENUM(vf_display_illumination) },
    { 18, "AFStatusViewfinder", PRINT_AS_ENUM(af_status_viewfinder),
      .when = has_electronic_finder },
    { 19, "InitialAFPointInServo", PRINT_AS_ENUM(initial_af_point_in_servo),
      .when = has_electronic_finder },
    { 20, "SubjectToDetect", PRINT_AS_ENUM(subject_to_detect) },
    { 21, "SubjectSwitching", PRINT_AS_ENUM(subject_switching) },
    { 24, "EyeDetection", PRINT_AS_ENUM(eye_detection) },
    { 26, "WholeAreaTracking", PRINT_AS(print_on_off) },
    { 27, "ServoAFCharacteristics", PRINT_AS_ENUM(servo_af_characteristics) },
    { 28, "CaseAutoSetting", PRINT_AS_ENUM(case_auto_setting) },
    { 29, "ActionPriority", PRINT_AS(print_on_off) },
    { 30, "SportEvents", PRINT_AS_ENUM(sport_events) },
};
RECORD(canon_af_config, af_config_rows, FORMAT_S32);
