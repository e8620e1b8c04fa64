/* FujiFilm's maker notes. Source: ExifTool's "FujiFilm Tags". */
#include "meta/tables/fujifilm.h"

#include <string.h>

#include "base/text.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"

#define RECORD(table_, rows_, unit)                                                                \
    static const struct tag_table table_ = RECORD_TABLE(rows_, "MakerNotes", "FujiFilm", unit)

#define HEX_MAP(map_, ...)                                                                         \
    static const struct enum_name map_##_names[] = { __VA_ARGS__ };                                \
    static const struct enum_map map_ = { .names = map_##_names,                                   \
                                          .n_names = ARRAY_LEN(map_##_names),                      \
                                          .hex = true }

HEX_MAP(sharpness, { 0x0, "-4 (softest)" }, { 0x1, "-3 (very soft)" }, { 0x2, "-2 (soft)" },
        { 0x3, "0 (normal)" }, { 0x4, "+2 (hard)" }, { 0x5, "+3 (very hard)" },
        { 0x6, "+4 (hardest)" }, { 0x82, "-1 (medium soft)" }, { 0x84, "+1 (medium hard)" },
        { 0x8000, "Film Simulation" }, { 0xffff, "n/a" });
HEX_MAP(white_balance, { 0x0, "Auto" }, { 0x1, "Auto (white priority)" },
        { 0x2, "Auto (ambiance priority)" }, { 0x100, "Daylight" }, { 0x200, "Cloudy" },
        { 0x300, "Daylight Fluorescent" }, { 0x301, "Day White Fluorescent" },
        { 0x302, "White Fluorescent" }, { 0x303, "Warm White Fluorescent" },
        { 0x304, "Living Room Warm White Fluorescent" }, { 0x400, "Incandescent" },
        { 0x500, "Flash" }, { 0x600, "Underwater" }, { 0xf00, "Custom" }, { 0xf01, "Custom2" },
        { 0xf02, "Custom3" }, { 0xf03, "Custom4" }, { 0xf04, "Custom5" }, { 0xff0, "Kelvin" });
HEX_MAP(saturation, { 0x0, "0 (normal)" }, { 0x80, "+1 (medium high)" }, { 0xc0, "+3 (very high)" },
        { 0xe0, "+4 (highest)" }, { 0x100, "+2 (high)" }, { 0x180, "-1 (medium low)" },
        { 0x200, "Low" }, { 0x300, "None (B&W)" }, { 0x301, "B&W Red Filter" },
        { 0x302, "B&W Yellow Filter" }, { 0x303, "B&W Green Filter" }, { 0x310, "B&W Sepia" },
        { 0x400, "-2 (low)" }, { 0x4c0, "-3 (very low)" }, { 0x4e0, "-4 (lowest)" },
        { 0x500, "Acros" }, { 0x501, "Acros Red Filter" }, { 0x502, "Acros Yellow Filter" },
        { 0x503, "Acros Green Filter" }, { 0x8000, "Film Simulation" });
HEX_MAP(contrast, { 0x0, "Normal" }, { 0x80, "Medium High" }, { 0x100, "High" },
        { 0x180, "Medium Low" }, { 0x200, "Low" }, { 0x8000, "Film Simulation" });
HEX_MAP(contrast_2, { 0x0, "Normal" }, { 0x100, "High" }, { 0x300, "Low" });
HEX_MAP(noise, { 0x40, "Low" }, { 0x80, "Normal" }, { 0x100, "n/a" });
HEX_MAP(noise_2, { 0x0, "0 (normal)" }, { 0x100, "+2 (strong)" }, { 0x180, "+1 (medium strong)" },
        { 0x1c0, "+3 (very strong)" }, { 0x1e0, "+4 (strongest)" }, { 0x200, "-2 (weak)" },
        { 0x280, "-1 (medium weak)" }, { 0x2c0, "-3 (very weak)" }, { 0x2e0, "-4 (weakest)" });
ENUM_MAP(clarity, { -5000, "-5" }, { -4000, "-4" }, { -3000, "-3" }, { -2000, "-2" },
         { -1000, "-1" }, { 0, "0" }, { 1000, "1" }, { 2000, "2" }, { 3000, "3" }, { 4000, "4" },
         { 5000, "5" });
HEX_MAP(flash_mode, { 0x0, "Auto" }, { 0x1, "On" }, { 0x2, "Off" }, { 0x3, "Red-eye reduction" },
        { 0x4, "External" }, { 0x10, "Commander" }, { 0x8000, "Not Attached" }, { 0x8120, "TTL" },
        { 0x8320, "TTL Auto - Did not fire" }, { 0x9840, "Manual" }, { 0x9860, "Flash Commander" },
        { 0x9880, "Multi-flash" }, { 0xa920, "1st Curtain (front)" },
        { 0xaa20, "TTL Slow - 1st Curtain (front)" }, { 0xab20, "TTL Auto - 1st Curtain (front)" },
        { 0xad20, "TTL - Red-eye Flash - 1st Curtain (front)" },
        { 0xae20, "TTL Slow - Red-eye Flash - 1st Curtain (front)" },
        { 0xaf20, "TTL Auto - Red-eye Flash - 1st Curtain (front)" },
        { 0xc920, "2nd Curtain (rear)" }, { 0xca20, "TTL Slow - 2nd Curtain (rear)" },
        { 0xcb20, "TTL Auto - 2nd Curtain (rear)" },
        { 0xcd20, "TTL - Red-eye Flash - 2nd Curtain (rear)" },
        { 0xce20, "TTL Slow - Red-eye Flash - 2nd Curtain (rear)" },
        { 0xcf20, "TTL Auto - Red-eye Flash - 2nd Curtain (rear)" },
        { 0xe920, "High Speed Sync (HSS)" });
ENUM_MAP(focus_mode, { 0, "Auto" }, { 1, "Manual" }, { 65535, "Movie" });
ENUM_MAP(af_mode, { 0, "No" }, { 1, "Single Point" }, { 256, "Zone" }, { 512, "Wide/Tracking" });
HEX_MAP(picture_mode, { 0x0, "Auto" }, { 0x1, "Portrait" }, { 0x2, "Landscape" }, { 0x3, "Macro" },
        { 0x4, "Sports" }, { 0x5, "Night Scene" }, { 0x6, "Program AE" }, { 0x7, "Natural Light" },
        { 0x8, "Anti-blur" }, { 0x9, "Beach & Snow" }, { 0xa, "Sunset" }, { 0xb, "Museum" },
        { 0xc, "Party" }, { 0xd, "Flower" }, { 0xe, "Text" }, { 0xf, "Natural Light & Flash" },
        { 0x10, "Beach" }, { 0x11, "Snow" }, { 0x12, "Fireworks" }, { 0x13, "Underwater" },
        { 0x14, "Portrait with Skin Correction" }, { 0x16, "Panorama" }, { 0x17, "Night (tripod)" },
        { 0x18, "Pro Low-light" }, { 0x19, "Pro Focus" }, { 0x1a, "Portrait 2" },
        { 0x1b, "Dog Face Detection" }, { 0x1c, "Cat Face Detection" }, { 0x30, "HDR" },
        { 0x40, "Advanced Filter" }, { 0x100, "Aperture-priority AE" },
        { 0x200, "Shutter speed priority AE" }, { 0x300, "Manual" });
ENUM_MAP(auto_manual, { 0, "Auto" }, { 1, "Manual" });
HEX_MAP(exr_mode, { 0x100, "HR (High Resolution)" }, { 0x200, "SN (Signal to Noise priority)" },
        { 0x300, "DR (Dynamic Range priority)" });
ENUM_MAP(multiple, { 1, "Additive" }, { 2, "Average" }, { 3, "Light" }, { 4, "Dark" });
ENUM_MAP(tone, { -64, "+4 (hardest)" }, { -48, "+3 (very hard)" }, { -32, "+2 (hard)" },
         { -16, "+1 (medium hard)" }, { 0, "0 (normal)" }, { 16, "-1 (medium soft)" },
         { 32, "-2 (soft)" });
ENUM_MAP(weak_strong, { 0, "Off" }, { 32, "Weak" }, { 64, "Strong" });
ENUM_MAP(grain_size, { 0, "Off" }, { 16, "Small" }, { 32, "Large" });
ENUM_MAP(crop_mode, { 0, "n/a" }, { 1, "Full-frame on GFX" }, { 2, "Sports Finder Mode" },
         { 4, "Electronic Shutter 1.25x Crop" }, { 8, "Digital Tele-Conv" });
ENUM_MAP(shutter_type, { 0, "Mechanical" }, { 1, "Electronic" },
         { 2, "Electronic (long shutter speed)" }, { 3, "Electronic Front Curtain" });
ENUM_MAP(xt3_bracketing, { 0, "Off" }, { 1, "On" }, { 2, "Pre-shot" });
ENUM_MAP(bracketing, { 0, "Off" }, { 1, "On" }, { 2, "No flash & flash" }, { 6, "Pixel Shift" });
HEX_MAP(wb_bracketing, { 0x1ff, "+/- 1" }, { 0x2ff, "+/- 2" }, { 0x3ff, "+/- 3" });
ENUM_MAP(composite_mode, { 0, "n/a" }, { 1, "Pro Low-light" }, { 2, "Pro Focus" },
         { 32, "Panorama" }, { 128, "HDR" }, { 1024, "Multi-exposure" });
ENUM_MAP(direction, { 1, "Right" }, { 2, "Left" }, { 3, "Up" }, { 4, "Down" });
HEX_MAP(advanced, { 0x10000, "Pop Color" }, { 0x20000, "Hi Key" }, { 0x30000, "Toy Camera" },
        { 0x40000, "Miniature" }, { 0x50000, "Dynamic Tone" }, { 0x60001, "Partial Color Red" },
        { 0x60002, "Partial Color Yellow" }, { 0x60003, "Partial Color Green" },
        { 0x60004, "Partial Color Blue" }, { 0x60005, "Partial Color Orange" },
        { 0x60006, "Partial Color Purple" }, { 0x70000, "Soft Focus" }, { 0x90000, "Low Key" },
        { 0x100000, "Light Leak" }, { 0x130000, "Expired Film Green" },
        { 0x130001, "Expired Film Red" }, { 0x130002, "Expired Film Neutral" });
HEX_MAP(colour_mode, { 0x0, "Standard" }, { 0x10, "Chrome" }, { 0x30, "B & W" });
ENUM_MAP(blur, { 0, "None" }, { 1, "Blur Warning" });
ENUM_MAP(focus_warning, { 0, "Good" }, { 1, "Out of focus" });
ENUM_MAP(exposure_warning, { 0, "Good" }, { 1, "Bad exposure" });
ENUM_MAP(range, { 1, "Standard" }, { 3, "Wide" });
HEX_MAP(film_mode, { 0x0, "F0/Standard (Provia)" }, { 0x100, "F1/Studio Portrait" },
        { 0x110, "F1a/Studio Portrait Enhanced Saturation" },
        { 0x120, "F1b/Studio Portrait Smooth Skin Tone (Astia)" },
        { 0x130, "F1c/Studio Portrait Increased Sharpness" }, { 0x200, "F2/Fujichrome (Velvia)" },
        { 0x300, "F3/Studio Portrait Ex" }, { 0x400, "F4/Velvia" }, { 0x500, "Pro Neg. Std" },
        { 0x501, "Pro Neg. Hi" }, { 0x600, "Classic Chrome" }, { 0x700, "Eterna" },
        { 0x800, "Classic Negative" }, { 0x900, "Bleach Bypass" }, { 0xa00, "Nostalgic Neg" },
        { 0xb00, "Reala ACE" });
HEX_MAP(range_setting, { 0x0, "Auto" }, { 0x1, "Manual" }, { 0x100, "Standard (100%)" },
        { 0x200, "Wide1 (230%)" }, { 0x201, "Wide2 (400%)" }, { 0x8000, "Film Simulation" });
ENUM_MAP(stabilizer, { 0, "None" }, { 1, "Optical" }, { 2, "Sensor-shift" }, { 3, "OIS Lens" },
         { 258, "IBIS/OIS + DIS" }, { 512, "Digital" });
ENUM_MAP(stabilizing, { 0, "Off" }, { 1, "On (mode 1, continuous)" },
         { 2, "On (mode 2, shooting only)" });
static const struct print_step stabilization_steps[] = { { PRINT_ENUM, &stabilizer, NULL },
                                                         { PRINT_ENUM, &stabilizing, NULL } };
static const struct print_list stabilization = { stabilization_steps, 2, false };
HEX_MAP(scene, { 0x0, "Unrecognized" }, { 0x100, "Portrait Image" }, { 0x103, "Night Portrait" },
        { 0x105, "Backlit Portrait" }, { 0x200, "Landscape Image" }, { 0x300, "Night Scene" },
        { 0x400, "Macro" });
ENUM_MAP(generation, { 0, "Original Image" }, { 1, "Re-developed from RAW" });
ENUM_MAP(priority_mode, { 0, "Auto" }, { 1, "Fixed" });
ENUM_MAP(priority_auto, { 1, "Weak" }, { 2, "Strong" }, { 3, "Plus" });
ENUM_MAP(priority_fixed, { 1, "Weak" }, { 2, "Strong" });

static bool is_xt3(const struct tag_env *env)
{
    return strcmp(env->scan->model, "X-T3") == 0;
}

static bool is_text(const struct tag_env *env)
{
    return env->raw->format == FORMAT_TEXT;
}

/*
 * "FC A3115393 592D31333533070731962330313C44": ends with 12 characters of its own, before them a
 * date (yymmdd) and text in hexadecimal.
 */
static bool print_serial(const struct tag_env *env, struct span value, struct buf *out)
{
    unsigned date[3];
    size_t at, hex;

    (void)env;
    if (value.len < 18) {
        return false;
    }
    at = value.len - 18;
    if (!text_digits_at(value, at, 6)) {
        return false;
    }
    for (size_t i = 0; i < 3; i++) {
        date[i] = (value.data[at + 2 * i] - '0') * 10u + value.data[at + 2 * i + 1] - '0';
    }
    if (date[1] < 1 || date[1] > 12 || date[2] < 1 || date[2] > 31) {
        return false;
    }
    for (hex = at; hex > 0 && text_hex_value(value.data[hex - 1]) >= 0;) {
        hex--;
    }
    buf_add(out, value.data, hex);
    for (size_t i = hex; i + 1 < at; i += 2) {
        buf_add_byte(
            out, (uint8_t)(text_hex_value(value.data[i]) << 4 | text_hex_value(value.data[i + 1])));
    }
    buf_printf(out, " %u:%.2u:%.2u ", date[0] + (date[0] < 70 ? 2000 : 1900), date[1], date[2]);
    buf_add(out, value.data + at + 6, 12);
    return true;
}

static bool print_signed(const struct tag_env *env, struct span value, struct buf *out)
{
    if (env->raw->count != 1) {
        return false;
    }
    buf_add_str(out, raw_int(env) > 0 ? "+" : "");
    buf_add_span(out, value);
    return true;
}

static bool print_flicker(const struct tag_env *env, struct span value, struct buf *out)
{
    unsigned bits = (unsigned)raw_int(env);

    (void)value;
    buf_printf(out, "%s (0x%.4x)", (bits >> 8 & 0xf) == 1 ? "On" : "Off", bits);
    return true;
}

ENUM_MAP(release_focus, { 1, "Release" }, { 2, "Focus" });
static const struct tag priority_rows[] = {
    { 0, "AF-SPriority", PRINT_AS_ENUM(release_focus), .mask = 0xf },
    { 0, "AF-CPriority", PRINT_AS_ENUM(release_focus), .mask = 0xf0 },
};
RECORD(priority_table, priority_rows, FORMAT_U16);

static bool print_zone(const struct tag_env *env, struct span value, struct buf *out)
{
    unsigned zone = (unsigned)raw_int(env) >> 16 & 0xff;

    (void)value;
    if (zone == 0) {
        buf_add_str(out, "n/a");
    } else {
        buf_printf(out, "%u x %u", zone & 0xf, zone >> 5);
    }
    return true;
}

ENUM_MAP(focus_mode_2, { 0, "AF-M" }, { 1, "AF-S" }, { 2, "AF-C" });
ENUM_MAP(pre_af, { 0, "Off" }, { 1, "On" });
ENUM_MAP(area_mode, { 0, "Single Point" }, { 1, "Zone" }, { 2, "Wide/Tracking" });
static const struct enum_name point_size_names[] = { { 0, "n/a" } };
static const struct enum_map point_size = { .names = point_size_names,
                                            .n_names = 1,
                                            .passing = true };
static const struct tag focus_rows[] = {
    { 0, "FocusMode2", PRINT_AS_ENUM(focus_mode_2), .mask = 0xf },
    { 0, "PreAF", PRINT_AS_ENUM(pre_af), .mask = 0xf0 },
    { 0, "AFAreaMode", PRINT_AS_ENUM(area_mode), .mask = 0xf00 },
    { 0, "AFAreaPointSize", PRINT_AS_ENUM(point_size), .mask = 0xf000 },
    { 0, "AFAreaZoneSize", PRINT_AS(print_zone) },
};
RECORD(focus_table, focus_rows, FORMAT_U32);

static bool print_af_c(const struct tag_env *env, struct span value, struct buf *out)
{
    static const struct enum_name sets[] = {
        { 0x102, "Set 1 (multi-purpose)" },        { 0x203, "Set 2 (ignore obstacles)" },
        { 0x122, "Set 3 (accelerating subject)" }, { 0x010, "Set 4 (suddenly appearing subject)" },
        { 0x123, "Set 5 (erratic motion)" },
    };
    int64_t set = raw_int(env);

    (void)value;
    for (size_t i = 0; i < ARRAY_LEN(sets); i++) {
        if (set == sets[i].value) {
            buf_add_str(out, sets[i].name);
            return true;
        }
    }
    buf_printf(out, "Set 6 (custom 0x%.3x)", (unsigned)set);
    return true;
}

ENUM_MAP(zone_switching, { 0, "Front" }, { 1, "Auto" }, { 2, "Center" });
static const struct tag af_c_rows[] = {
    { 0, "AF-CSetting", PRINT_AS(print_af_c) },
    { 0, "AF-CTrackingSensitivity", .mask = 0xf },
    { 0, "AF-CSpeedTrackingSensitivity", .mask = 0xf0 },
    { 0, "AF-CZoneAreaSwitching", PRINT_AS_ENUM(zone_switching), .mask = 0xf00 },
};
RECORD(af_c_table, af_c_rows, FORMAT_U32);

ENUM_MAP(drive_mode, { 0, "Single" }, { 1, "Continuous Low" }, { 2, "Continuous High" });

static bool print_speed(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (span_equal(value, span_str("0"))) {
        buf_add_str(out, "n/a");
    } else {
        buf_add_span(out, value);
        buf_add_str(out, " fps");
    }
    return true;
}

static const struct tag drive_rows[] = {
    { 0, "DriveMode", PRINT_AS_ENUM(drive_mode), .mask = 0xff },
    { 0, "DriveSpeed", PRINT_AS(print_speed), .mask = 0xff000000 },
};
RECORD(drive_table, drive_rows, FORMAT_U32);

ENUM_MAP(recording_mode, { 0, "Normal" }, { 0x10, "F-log" }, { 0x20, "HLG" }, { 0x30, "F-log2" });
ENUM_MAP(compression, { 1, "Log GOP" }, { 2, "All Intra" });
ENUM_MAP(high_speed, { 1, "Off" }, { 2, "On" });
ENUM_MAP(face_element, { 1, "Face" }, { 2, "Left Eye" }, { 3, "Right Eye" }, { 7, "Body" },
         { 8, "Head" }, { 9, "Both Eyes" }, { 11, "Bike" }, { 12, "Body of Car" },
         { 13, "Front of Car" }, { 14, "Animal Body" }, { 15, "Animal Head" },
         { 16, "Animal Face" }, { 17, "Animal Left Eye" }, { 18, "Animal Right Eye" },
         { 19, "Bird Body" }, { 20, "Bird Head" }, { 21, "Bird Left Eye" },
         { 22, "Bird Right Eye" }, { 23, "Aircraft Body" }, { 25, "Aircraft Cockpit" },
         { 26, "Train Front" }, { 27, "Train Cockpit" }, { 28, "Animal Head (28)" },
         { 29, "Animal Body (29)" });

static bool print_faces(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    for (uint32_t i = 0; i < env->raw->count; i++) {
        CLEANUP(buf_release) struct buf number = BUF_INIT(32);

        buf_printf(&number, "%d", (int)value_int(env->raw, i));
        buf_add_str(out, i > 0 ? "," : "");
        if (!print_step(env, &(struct print_step){ PRINT_ENUM, &face_element, NULL },
                        buf_span(&number), out)) {
            return false;
        }
    }
    return true;
}

static const struct tag rows[] = {
    { 0x0000, "Version" },
    { 0x0010, "InternalSerialNumber", PRINT_AS(print_serial) },
    { 0x1000, "Quality" },
    { 0x1001, "Sharpness", PRINT_AS_ENUM(sharpness) },
    { 0x1002, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 0x1003, "Saturation", PRINT_AS_ENUM(saturation) },
    { 0x1004, "Contrast", PRINT_AS_ENUM(contrast) },
    { 0x1005, "ColorTemperature" },
    { 0x1006, "Contrast", PRINT_AS_ENUM(contrast_2) },
    { 0x100a, "WhiteBalanceFineTune", PRINT_AS(maker_print_red_blue) },
    { 0x100b, "NoiseReduction", PRINT_AS_ENUM(noise) },
    { 0x100e, "NoiseReduction", PRINT_AS_ENUM(noise_2) },
    { 0x100f, "Clarity", PRINT_AS_ENUM(clarity) },
    { 0x1010, "FujiFlashMode", PRINT_AS_ENUM(flash_mode) },
    { 0x1011, "FlashExposureComp" },
    { 0x1020, "Macro", PRINT_AS(print_on_off) },
    { 0x1021, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 0x1022, "AFMode", PRINT_AS_ENUM(af_mode) },
    { 0x1023, "FocusPixel" },
    { 0x102b, "PrioritySettings", SUB_BINARY(priority_table) },
    { 0x102d, "FocusSettings", SUB_BINARY(focus_table) },
    { 0x102e, "AFCSettings", SUB_BINARY(af_c_table) },
    { 0x1030, "SlowSync", PRINT_AS(print_on_off) },
    { 0x1031, "PictureMode", PRINT_AS_ENUM(picture_mode) },
    { 0x1032, "ExposureCount" },
    { 0x1033, "EXRAuto", PRINT_AS_ENUM(auto_manual) },
    { 0x1034, "EXRMode", PRINT_AS_ENUM(exr_mode) },
    { 0x1037, "MultipleExposure", PRINT_AS_ENUM(multiple) },
    { 0x1040, "ShadowTone", PRINT_AS_ENUM(tone) },
    { 0x1041, "HighlightTone", PRINT_AS_ENUM(tone) },
    { 0x1044, "DigitalZoom", .convert = maker_eighth },
    { 0x1045, "LensModulationOptimizer", PRINT_AS(print_on_off) },
    { 0x1047, "GrainEffectRoughness", PRINT_AS_ENUM(weak_strong) },
    { 0x1048, "ColorChromeEffect", PRINT_AS_ENUM(weak_strong) },
    { 0x1049, "BWAdjustment", PRINT_AS(print_signed), .format = FORMAT_S8 },
    { 0x104b, "BWMagentaGreen", PRINT_AS(print_signed), .format = FORMAT_S8 },
    { 0x104c, "GrainEffectSize", PRINT_AS_ENUM(grain_size) },
    { 0x104d, "CropMode", PRINT_AS_ENUM(crop_mode) },
    { 0x104e, "ColorChromeFXBlue", PRINT_AS_ENUM(weak_strong) },
    { 0x1050, "ShutterType", PRINT_AS_ENUM(shutter_type) },
    { 0x1051, "CropFlag" },
    { 0x1052, "CropTopLeft" },
    { 0x1053, "CropSize" },
    { 0x1100, "AutoBracketing", PRINT_AS_ENUM(xt3_bracketing), .when = is_xt3 },
    { 0x1100, "AutoBracketing", PRINT_AS_ENUM(bracketing) },
    { 0x1101, "SequenceNumber" },
    { 0x1102, "WhiteBalanceBracketing", PRINT_AS_ENUM(wb_bracketing) },
    { 0x1103, "DriveSettings", SUB_BINARY(drive_table) },
    { 0x1105, "PixelShiftShots" },
    { 0x1106, "PixelShiftOffset" },
    { 0x1150, "CompositeImageMode", PRINT_AS_ENUM(composite_mode) },
    { 0x1151, "CompositeImageCount1" },
    { 0x1152, "CompositeImageCount2" },
    { 0x1153, "PanoramaAngle" },
    { 0x1154, "PanoramaDirection", PRINT_AS_ENUM(direction) },
    { 0x1201, "AdvancedFilter", PRINT_AS_ENUM(advanced) },
    { 0x1210, "ColorMode", PRINT_AS_ENUM(colour_mode) },
    { 0x1300, "BlurWarning", PRINT_AS_ENUM(blur) },
    { 0x1301, "FocusWarning", PRINT_AS_ENUM(focus_warning) },
    { 0x1302, "ExposureWarning", PRINT_AS_ENUM(exposure_warning) },
    { 0x1304, "GEImageSize", .when = is_text },
    { 0x1400, "DynamicRange", PRINT_AS_ENUM(range) },
    { 0x1401, "FilmMode", PRINT_AS_ENUM(film_mode) },
    { 0x1402, "DynamicRangeSetting", PRINT_AS_ENUM(range_setting) },
    { 0x1403, "DevelopmentDynamicRange" },
    { 0x1404, "MinFocalLength" },
    { 0x1405, "MaxFocalLength" },
    { 0x1406, "MaxApertureAtMinFocal" },
    { 0x1407, "MaxApertureAtMaxFocal" },
    { 0x140b, "AutoDynamicRange", PRINT_AS_FORMAT("%s%%") },
    { 0x1422, "ImageStabilization", PRINT_AS_LIST(stabilization) },
    { 0x1425, "SceneRecognition", PRINT_AS_ENUM(scene) },
    { 0x1431, "Rating", .priority = PRIORITY_LOW },
    { 0x1436, "ImageGeneration", PRINT_AS_ENUM(generation) },
    { 0x1438, "ImageCount" },
    { 0x1443, "DRangePriority", PRINT_AS_ENUM(priority_mode) },
    { 0x1444, "DRangePriorityAuto", PRINT_AS_ENUM(priority_auto) },
    { 0x1445, "DRangePriorityFixed", PRINT_AS_ENUM(priority_fixed) },
    { 0x1446, "FlickerReduction", PRINT_AS(print_flicker) },
    { 0x1447, "FujiModel" },
    { 0x1448, "FujiModel2" },
    { 0x144a, "WBRed" },
    { 0x144b, "WBGreen" },
    { 0x144c, "WBBlue" },
    { 0x144d, "RollAngle" },
    { 0x3803, "VideoRecordingMode", PRINT_AS_ENUM(recording_mode) },
    { 0x3804, "PeripheralLighting", PRINT_AS(print_on_off) },
    { 0x3806, "VideoCompression", PRINT_AS_ENUM(compression) },
    { 0x3820, "FrameRate" },
    { 0x3821, "FrameWidth" },
    { 0x3822, "FrameHeight" },
    { 0x3824, "FullHDHighSpeedRec", PRINT_AS_ENUM(high_speed) },
    { 0x4005, "FaceElementSelected" },
    { 0x4100, "FacesDetected" },
    { 0x4103, "FacePositions" },
    { 0x4200, "NumFaceElements" },
    { 0x4201, "FaceElementTypes", PRINT_AS(print_faces), .format = FORMAT_U8 },
    { 0x4203, "FaceElementPositions" },
    { 0x8000, "FileSource" },
    { 0x8002, "OrderNumber" },
    { 0x8003, "FrameNumber" },
    { 0xb211, "Parallax" },
};
const struct tag_table fujifilm_table = TAG_TABLE(rows, "MakerNotes", "FujiFilm");
