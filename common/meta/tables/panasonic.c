/* Panasonic's and some of Leica's maker notes. Source: ExifTool's "Panasonic Tags". */
#include "meta/tables/panasonic.h"

#include <string.h>

#include "base/text.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"

#define NOT_SET_AGE "9999:99:99 00:00:00"

static bool third(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 3, out);
}

static bool minus_tenth(const struct tag_env *env, struct buf *out)
{
    return number_put(-(double)raw_int(env) / 10, out);
}

static bool valid_iso(const struct tag_env *env, struct buf *out)
{
    if (raw_int(env) > 0xfffffff0) {
        return false;
    }
    value_append(env->raw, out);
    return true;
}

/* Text, or four numbers below '0' that are printed with dots. */
static bool print_firmware(const struct tag_env *env, struct span value, struct buf *out)
{
    struct span bytes = env->raw->bytes;
    bool binary = false;

    (void)value;
    for (size_t i = 0; i < bytes.len; i++) {
        binary |= bytes.data[i] < 0x30;
    }
    if (!binary) {
        return false;
    }
    for (size_t i = 0; i < bytes.len; i++) {
        buf_printf(out, i > 0 ? ".%u" : "%u", bytes.data[i]);
    }
    return true;
}

/* "F350807010058": model, date of manufacture and number. */
static bool print_serial(const struct tag_env *env, struct span value, struct buf *out)
{
    const uint8_t *c = value.data;
    unsigned year;

    (void)env;
    if (value.len < 13 || !text_is_upper(c[0])) {
        return false;
    }
    for (size_t i = 3; i < 13; i++) {
        if (!text_is_digit(c[i])) {
            return false;
        }
    }
    year = (unsigned)(c[3] - '0') * 10 + (unsigned)(c[4] - '0');
    buf_printf(out, "(%.3s) %u:%.2s:%.2s no. %.4s", (const char *)c,
               year + (year < 70 ? 2000 : 1900), (const char *)c + 5, (const char *)c + 7,
               (const char *)c + 9);
    return true;
}

static bool print_power_on(const struct tag_env *env, struct span value, struct buf *out)
{
    double seconds = number_parse(value, NULL);
    unsigned days, hours, minutes;

    (void)env;
    if (!(seconds >= 0 && seconds < 1e12)) {
        return false;
    }
    days = (unsigned)(seconds / 86400);
    seconds -= days * 86400.0;
    hours = (unsigned)(seconds / 3600);
    seconds -= hours * 3600.0;
    minutes = (unsigned)(seconds / 60);
    seconds -= minutes * 60.0;
    if (days > 0) {
        buf_printf(out, "%u days ", days);
    }
    buf_printf(out, "%.2u:%.2u:%05.2f", hours, minutes, seconds);
    return true;
}

static bool print_age(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (!span_equal(value, span_str(NOT_SET_AGE))) {
        return false;
    }
    buf_add_str(out, "(not set)");
    return true;
}

/* Two shares of the picture's sides; numbers that no picture has mean manual focus or none. */
static bool print_point(const struct tag_env *env, struct span value, struct buf *out)
{
    double x = value_double(env->raw, 0), y = value_double(env->raw, 1);

    (void)value;
    if (x == 16777216 && y == 16777216) {
        buf_add_str(out, "none");
    } else if (x > 4194303 && x < 4194305) {
        buf_add_str(out, "n/a");
    } else {
        buf_printf(out, "%.2g %.2g", x, y);
    }
    return true;
}

static bool print_parameter(const struct tag_env *env, struct span value, struct buf *out)
{
    double number = number_parse(value, NULL);

    (void)env;
    if (number == 0) {
        buf_add_str(out, "Normal");
        return true;
    }
    if (number > 0) {
        buf_add_byte(out, '+');
        buf_add_span(out, value);
        return true;
    }
    return false;
}

static bool is_fz10(const struct tag_env *env)
{
    return scan_model_has(env->scan, "DMC-FZ10") && text_ends_nocase(env->scan->model, "FZ10");
}

static bool has_old_contrast(const struct tag_env *env)
{
    static const char *const others[] = { "DMC-FX10", "DMC-G1", "DMC-L1",   "DMC-L10",
                                          "DMC-LC80", "DMC-G2", "DMC-TZ10", "DMC-ZS7" };

    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        if (strcmp(env->scan->model, others[i]) == 0) {
            return false;
        }
    }
    return !text_starts(env->scan->model, "DMC-GF");
}

static bool has_film_contrast(const struct tag_env *env)
{
    return text_starts(env->scan->model, "DMC-GF") || strcmp(env->scan->model, "DMC-G2") == 0;
}

static bool has_tz10_contrast(const struct tag_env *env)
{
    return strcmp(env->scan->model, "DMC-TZ10") == 0 || strcmp(env->scan->model, "DMC-ZS7") == 0;
}

ENUM_MAP(quality, { 1, "TIFF" }, { 2, "High" }, { 3, "Normal" }, { 6, "Very High" }, { 7, "RAW" },
         { 9, "Motion Picture" }, { 11, "Full HD Movie" }, { 12, "4k Movie" });
ENUM_MAP(white_balance, { 1, "Auto" }, { 2, "Daylight" }, { 3, "Cloudy" }, { 4, "Incandescent" },
         { 5, "Manual" }, { 8, "Flash" }, { 10, "Black & White" }, { 11, "Manual 2" },
         { 12, "Shade" }, { 13, "Kelvin" }, { 14, "Manual 3" }, { 15, "Manual 4" },
         { 19, "Auto (cool)" });
ENUM_MAP(focus_mode, { 1, "Auto" }, { 2, "Manual" }, { 4, "Auto, Focus button" },
         { 5, "Auto, Continuous" }, { 6, "AF-S" }, { 7, "AF-C" }, { 8, "AF-F" });
TEXT_MAP(fz10_area, { "0 1", "Spot Mode On" }, { "0 16", "Spot Mode Off" });
TEXT_MAP(af_area, { "16", "Normal?" }, { "0 1", "9-area" }, { "0 16", "3-area (high speed)" },
         { "0 23", "23-area" }, { "0 49", "49-area" }, { "0 225", "225-area" },
         { "1 0", "Spot Focusing" }, { "1 1", "5-area" }, { "16 0", "1-area" },
         { "16 16", "1-area (high speed)" }, { "16 32", "1-area +" }, { "16 225", "225-area 2" },
         { "17 0", "Full Area" }, { "32 0", "Tracking" }, { "32 1", "3-area (left)?" },
         { "32 2", "3-area (center)?" }, { "32 3", "3-area (right)?" }, { "32 16", "Zone" },
         { "32 18", "Zone (horizontal/vertical)" }, { "64 0", "Face Detect" },
         { "64 1", "Face Detect (animal detect on)" },
         { "64 2", "Face Detect (animal detect off)" }, { "128 0", "Pinpoint focus" },
         { "240 0", "Tracking" });
ENUM_MAP(stabilization, { 2, "On, Optical" }, { 3, "Off" }, { 4, "On, Mode 2" },
         { 5, "On, Optical Panning" }, { 6, "On, Body-only" }, { 7, "On, Body-only Panning" },
         { 9, "Dual IS" }, { 10, "Dual IS Panning" }, { 11, "Dual2 IS" },
         { 12, "Dual2 IS Panning" });
ENUM_MAP(macro_mode, { 1, "On" }, { 2, "Off" }, { 257, "Tele-Macro" }, { 513, "Macro Zoom" });
#define SHOOTING_MODES                                                                             \
    { 1, "Normal" }, { 2, "Portrait" }, { 3, "Scenery" }, { 4, "Sports" },                         \
        { 5, "Night Portrait" }, { 6, "Program" }, { 7, "Aperture Priority" },                     \
        { 8, "Shutter Priority" }, { 9, "Macro" }, { 10, "Spot" }, { 11, "Manual" },               \
        { 12, "Movie Preview" }, { 13, "Panning" }, { 14, "Simple" }, { 15, "Color Effects" },     \
        { 16, "Self Portrait" }, { 17, "Economy" }, { 18, "Fireworks" }, { 19, "Party" },          \
        { 20, "Snow" }, { 21, "Night Scenery" }, { 22, "Food" }, { 23, "Baby" },                   \
        { 24, "Soft Skin" }, { 25, "Candlelight" }, { 26, "Starry Night" },                        \
        { 27, "High Sensitivity" }, { 28, "Panorama Assist" }, { 29, "Underwater" },               \
        { 30, "Beach" }, { 31, "Aerial Photo" }, { 32, "Sunset" }, { 33, "Pet" },                  \
        { 34, "Intelligent ISO" }, { 35, "Clipboard" }, { 36, "High Speed Continuous Shooting" },  \
        { 37, "Intelligent Auto" }, { 39, "Multi-aspect" }, { 41, "Transform" },                   \
        { 42, "Flash Burst" }, { 43, "Pin Hole" }, { 44, "Film Grain" }, { 45, "My Color" },       \
        { 46, "Photo Frame" }, { 48, "Movie" }, { 51, "HDR" }, { 52, "Peripheral Defocus" },       \
        { 55, "Handheld Night Shot" }, { 57, "3D" }, { 59, "Creative Control" },                   \
        { 60, "Intelligent Auto Plus" }, { 62, "Panorama" }, { 63, "Glass Through" },              \
        { 64, "HDR" }, { 66, "Digital Filter" }, { 67, "Clear Portrait" }, { 68, "Silky Skin" },   \
        { 69, "Backlit Softness" }, { 70, "Clear in Backlight" }, { 71, "Relaxing Tone" },         \
        { 72, "Sweet Child's Face" }, { 73, "Distinct Scenery" }, { 74, "Bright Blue Sky" },       \
        { 75, "Romantic Sunset Glow" }, { 76, "Vivid Sunset Glow" }, { 77, "Glistening Water" },   \
        { 78, "Clear Nightscape" }, { 79, "Cool Night Sky" }, { 80, "Warm Glowing Nightscape" },   \
        { 81, "Artistic Nightscape" }, { 82, "Glittering Illuminations" },                         \
        { 83, "Clear Night Portrait" }, { 84, "Soft Image of a Flower" },                          \
        { 85, "Appetizing Food" }, { 86, "Cute Dessert" }, { 87, "Freeze Animal Motion" },         \
        { 88, "Clear Sports Shot" }, { 89, "Monochrome" }, { 90, "Creative Control" },             \
    {                                                                                              \
        92, "Handheld Night Shot"                                                                  \
    }
ENUM_MAP(shooting_mode, SHOOTING_MODES);
ENUM_MAP(scene_mode, { 0, "Off" }, SHOOTING_MODES);
ENUM_MAP(audio, { 1, "Yes" }, { 2, "No" }, { 3, "Stereo" });
static const struct enum_name zero_na_name[] = { { 0, "n/a" } };
static const struct enum_map zero_na = { .names = zero_na_name, .n_names = 1, .passing = true };
ENUM_MAP(colour_effect, { 1, "Off" }, { 2, "Warm" }, { 3, "Cool" }, { 4, "Black & White" },
         { 5, "Sepia" }, { 6, "Happy" }, { 8, "Vivid" });
ENUM_MAP(burst_mode, { 0, "Off" }, { 1, "On" }, { 2, "Auto Exposure Bracketing (AEB)" },
         { 3, "Focus Bracketing" }, { 4, "Unlimited" }, { 8, "White Balance Bracketing" },
         { 17, "On (with flash)" }, { 18, "Aperture Bracketing" });
static const struct enum_name contrast_names[] = {
    { 0x0, "Normal" },
    { 0x1, "Low" },
    { 0x2, "High" },
    { 0x5, "Normal 2" },
    { 0x6, "Medium Low" },
    { 0x7, "Medium High" },
    { 0xd, "High Dynamic" },
    { 0x18, "Dynamic Range (film-like)" },
    { 0x2e, "Match Filter Effects Toy" },
    { 0x37, "Match Photo Style L. Monochrome" },
    { 0x100, "Low" },
    { 0x110, "Normal" },
    { 0x120, "High" },
};
static const struct enum_map contrast_mode = { .names = contrast_names,
                                               .n_names = ARRAY_LEN(contrast_names),
                                               .hex = true };
ENUM_MAP(film_contrast, { 0, "-2" }, { 1, "-1" }, { 2, "Normal" }, { 3, "+1" }, { 4, "+2" },
         { 5, "Normal 2" }, { 7, "Nature (Color Film)" }, { 9, "Expressive" },
         { 12, "Smooth (Color Film) or Pure (My Color)" }, { 17, "Dynamic (B&W Film)" },
         { 22, "Smooth (B&W Film)" }, { 25, "High Dynamic" }, { 26, "Retro" },
         { 27, "Dynamic (Color Film)" }, { 28, "Low Key" }, { 29, "Toy Effect" },
         { 32, "Vibrant (Color Film) or Expressive (My Color)" }, { 33, "Elegant (My Color)" },
         { 37, "Nostalgic (Color Film)" }, { 41, "Dynamic Art (My Color)" },
         { 42, "Retro (My Color)" }, { 45, "Cinema" }, { 47, "Dynamic Mono" },
         { 50, "Impressive Art" }, { 51, "Cross Process" }, { 100, "High Dynamic 2" },
         { 101, "Retro 2" }, { 102, "High Key 2" }, { 103, "Low Key 2" }, { 104, "Toy Effect 2" },
         { 107, "Expressive 2" }, { 112, "Sepia" }, { 117, "Miniature" },
         { 122, "Dynamic Monochrome" }, { 127, "Old Days" }, { 132, "Dynamic Monochrome 2" },
         { 135, "Impressive Art 2" }, { 136, "Cross Process 2" }, { 137, "Toy Pop" },
         { 138, "Fantasy" }, { 256, "Normal 3" }, { 272, "Standard" }, { 288, "High" });
ENUM_MAP(tz10_contrast, { 0, "Normal" }, { 1, "-2" }, { 2, "+2" }, { 5, "-1" }, { 6, "+1" });
ENUM_MAP(noise_reduction, { 0, "Standard" }, { 1, "Low (-1)" }, { 2, "High (+1)" },
         { 3, "Lowest (-2)" }, { 4, "Highest (+2)" }, { 5, "+5" }, { 6, "+6" }, { 65531, "-5" },
         { 65532, "-4" }, { 65533, "-3" }, { 65534, "-2" }, { 65535, "-1" });
ENUM_MAP(self_timer, { 0, "Off (0)" }, { 1, "Off" }, { 2, "10 s" }, { 3, "2 s" },
         { 4, "10 s / 3 pictures" }, { 258, "2 s after shutter pressed" },
         { 266, "10 s after shutter pressed" }, { 778, "3 photos after 10 s" });
ENUM_MAP(rotation, { 1, "Horizontal (normal)" }, { 3, "Rotate 180" }, { 6, "Rotate 90 CW" },
         { 8, "Rotate 270 CW" });
ENUM_MAP(assist_lamp, { 1, "Fired" }, { 2, "Enabled but Not Used" }, { 3, "Disabled but Required" },
         { 4, "Disabled and Not Required" });
ENUM_MAP(colour_mode, { 0, "Normal" }, { 1, "Natural" }, { 2, "Vivid" });
ENUM_MAP(zoom_mode, { 1, "Standard" }, { 2, "Extended" });
ENUM_MAP(conversion_lens, { 1, "Off" }, { 2, "Wide" }, { 3, "Telephoto" }, { 4, "Macro" });
static const struct enum_name no_travel[] = { { 65535, "n/a" } };
static const struct enum_map travel_day = { .names = no_travel, .n_names = 1, .passing = true };
ENUM_MAP(battery, { 1, "Full" }, { 2, "Medium" }, { 3, "Low" }, { 4, "Near Empty" },
         { 7, "Near Full" }, { 8, "Medium Low" }, { 256, "n/a" });
ENUM_MAP(world_time, { 1, "Home" }, { 2, "Destination" });
ENUM_MAP(one_off, { 1, "Off" }, { 2, "On" });
static const struct enum_name program_iso_names[] = { { -1, "n/a" },
                                                      { 65534, "Intelligent ISO" },
                                                      { 65535, "n/a" } };
static const struct enum_map program_iso = { .names = program_iso_names,
                                             .n_names = 3,
                                             .passing = true };
ENUM_MAP(film_mode, { 0, "n/a" }, { 1, "Standard (color)" }, { 2, "Dynamic (color)" },
         { 3, "Nature (color)" }, { 4, "Smooth (color)" }, { 5, "Standard (B&W)" },
         { 6, "Dynamic (B&W)" }, { 7, "Smooth (B&W)" }, { 10, "Nostalgic" }, { 11, "Vibrant" });
ENUM_MAP(jpeg_quality, { 0, "n/a (Movie)" }, { 2, "High" }, { 3, "Standard" }, { 6, "Very High" },
         { 255, "n/a (RAW only)" });
ENUM_MAP(bracket, { 0, "No Bracket" }, { 1, "3 Images, Sequence 0/-/+" },
         { 2, "3 Images, Sequence -/0/+" }, { 3, "5 Images, Sequence 0/-/+" },
         { 4, "5 Images, Sequence -/0/+" }, { 5, "7 Images, Sequence 0/-/+" },
         { 6, "7 Images, Sequence -/0/+" });
ENUM_MAP(curtain, { 0, "n/a" }, { 1, "1st" }, { 2, "2nd" });
TEXT_MAP(transform, { "-1 1", "Slim Low" }, { "-3 2", "Slim High" }, { "0 0", "Off" },
         { "1 1", "Stretch Low" }, { "3 2", "Stretch High" });
ENUM_MAP(off_low_standard_high, { 0, "Off" }, { 1, "Low" }, { 2, "Standard" }, { 3, "High" });
ENUM_MAP(resolution, { 0, "Off" }, { 1, "Low" }, { 2, "Standard" }, { 3, "High" },
         { 4, "Extended" });
ENUM_MAP(flash_warning, { 0, "No" }, { 1, "Yes (flash required but disabled)" });
ENUM_MAP(photo_style, { 0, "Auto" }, { 1, "Standard or Custom" }, { 2, "Vivid" }, { 3, "Natural" },
         { 4, "Monochrome" }, { 5, "Scenery" }, { 6, "Portrait" }, { 8, "Cinelike D" },
         { 9, "Cinelike V" }, { 11, "L. Monochrome" }, { 12, "Like709" }, { 15, "L. Monochrome D" },
         { 17, "V-Log" }, { 18, "Cinelike D2" });
ENUM_MAP(camera_orientation, { 0, "Normal" }, { 1, "Rotate CW" }, { 2, "Rotate 180" },
         { 3, "Rotate CCW" }, { 4, "Tilt Upwards" }, { 5, "Tilt Downwards" });
ENUM_MAP(sweep, { 0, "Off" }, { 1, "Left to Right" }, { 2, "Right to Left" },
         { 3, "Top to Bottom" }, { 4, "Bottom to Top" });
ENUM_MAP(timer_recording, { 0, "Off" }, { 1, "Time Lapse" }, { 2, "Stop-motion Animation" },
         { 3, "Focus Bracketing" });
ENUM_MAP(hdr, { 0, "Off" }, { 100, "1 EV" }, { 200, "2 EV" }, { 300, "3 EV" },
         { 32868, "1 EV (Auto)" }, { 32968, "2 EV (Auto)" }, { 33068, "3 EV (Auto)" });
ENUM_MAP(shutter_type, { 0, "Mechanical" }, { 1, "Electronic" }, { 2, "Hybrid" });
TEXT_MAP(filter_effect, { "0 0", "Off" }, { "0 1", "Expressive" }, { "0 2", "Retro" },
         { "0 4", "High Key" }, { "0 8", "Sepia" }, { "0 16", "High Dynamic" },
         { "0 32", "Miniature Effect" }, { "0 256", "Low Key" }, { "0 512", "Toy Effect" },
         { "0 1024", "Dynamic Monochrome" }, { "0 2048", "Soft Focus" },
         { "0 4096", "Impressive Art" }, { "0 8192", "Cross Process" },
         { "0 16384", "One Point Color" }, { "0 32768", "Star Filter" }, { "0 524288", "Old Days" },
         { "0 1048576", "Sunshine" }, { "0 2097152", "Bleach Bypass" }, { "0 4194304", "Toy Pop" },
         { "0 8388608", "Fantasy" }, { "0 33554432", "Monochrome" },
         { "0 67108864", "Rough Monochrome" }, { "0 134217728", "Silky Monochrome" });
ENUM_MAP(mono_filter, { 0, "Off" }, { 1, "Yellow" }, { 2, "Orange" }, { 3, "Red" }, { 4, "Green" });
ENUM_MAP(burst_resolution, { 1, "Off or 4K" }, { 4, "6K" });
ENUM_MAP(multi_exposure, { 0, "n/a" }, { 1, "Off" }, { 2, "On" });
static const struct enum_name video_burst_names[] = {
    { 0x1, "Off" },
    { 0x4, "Post Focus" },
    { 0x18, "4K Burst" },
    { 0x28, "4K Burst (Start/Stop)" },
    { 0x48, "4K Pre-burst" },
    { 0x108, "Loop Recording" },
    { 0x408, "Focus Stacking" },
    { 0x810, "6K Burst" },
    { 0x820, "6K Burst (Start/Stop)" },
    { 0x1001, "High Resolution Mode" },
};
static const struct enum_map video_burst = { .names = video_burst_names,
                                             .n_names = ARRAY_LEN(video_burst_names),
                                             .hex = true };
ENUM_MAP(off_auto, { 0, "Off" }, { 1, "Auto" });
ENUM_MAP(one_no, { 1, "No" }, { 2, "Yes" });
TEXT_MAP(post_focus, { "0 0", "Post Focus Auto Merging or None" });
ENUM_MAP(preburst, { 0, "No" }, { 1, "4K or 6K" });
ENUM_MAP(sensor_type, { 0, "Multi-aspect" }, { 1, "Standard" });
ENUM_MAP(grain, { 0, "Off" }, { 1, "Low" }, { 2, "Standard" }, { 3, "High" });
ENUM_MAP(subject, { 0, "n/a" }, { 1, "Human Eye/Face/Body" }, { 2, "Animal" },
         { 3, "Human Eye/Face" }, { 4, "Animal Body" }, { 5, "Animal Eye/Body" }, { 6, "Car" },
         { 7, "Motorcycle" }, { 8, "Car (main part priority)" },
         { 9, "Motorcycle (helmet priority)" }, { 10, "Train" },
         { 11, "Train (main part priority)" }, { 12, "Airplane" },
         { 13, "Airplane (nose priority)" });
ENUM_MAP(highlight_warning, { 0, "Disabled" }, { 1, "No" }, { 2, "Yes" });

/* So many faces were found: what stands behind them in the record is of no face. */
static bool counts_face(const struct tag_env *env, const char *member, uint32_t number)
{
    const struct value *count = scan_member(env->scan, member);

    return count != NULL && value_int(count, 0) >= (int64_t)number;
}

static bool is_face(const struct tag_env *env)
{
    return counts_face(env, "NumFacePositions", (env->tag->id - 1) / 4 + 1);
}

static bool is_known_face(const struct tag_env *env)
{
    return counts_face(env, "FacesRecognized", (env->tag->id - 4) / 48 + 1);
}

static const struct tag face_detect_rows[] = {
    { 0, "NumFacePositions", .flags = TAG_MEMBER },
    { 1, "Face1Position", .count = 4, .when = is_face },
    { 5, "Face2Position", .count = 4, .when = is_face },
    { 9, "Face3Position", .count = 4, .when = is_face },
    { 13, "Face4Position", .count = 4, .when = is_face },
    { 17, "Face5Position", .count = 4, .when = is_face },
};
static const struct tag_table face_detect =
    RECORD_TABLE(face_detect_rows, "MakerNotes", "Panasonic", FORMAT_U16);
static const struct tag face_known_rows[] = {
    { 0, "FacesRecognized", .format = FORMAT_U16, .flags = TAG_MEMBER },
    { 4, "RecognizedFace1Name", .format = FORMAT_TEXT, .count = 20, .when = is_known_face },
    { 24, "RecognizedFace1Position", .format = FORMAT_U16, .count = 4, .when = is_known_face },
    { 32, "RecognizedFace1Age", .format = FORMAT_TEXT, .count = 20, .when = is_known_face },
    { 52, "RecognizedFace2Name", .format = FORMAT_TEXT, .count = 20, .when = is_known_face },
    { 72, "RecognizedFace2Position", .format = FORMAT_U16, .count = 4, .when = is_known_face },
    { 80, "RecognizedFace2Age", .format = FORMAT_TEXT, .count = 20, .when = is_known_face },
    { 100, "RecognizedFace3Name", .format = FORMAT_TEXT, .count = 20, .when = is_known_face },
    { 120, "RecognizedFace3Position", .format = FORMAT_U16, .count = 4, .when = is_known_face },
    { 128, "RecognizedFace3Age", .format = FORMAT_TEXT, .count = 20, .when = is_known_face },
};
static const struct tag_table face_known = TAG_TABLE(face_known_rows, "MakerNotes", "Panasonic");
/* Digits in halves of bytes. */
static bool date_time(const struct tag_env *env, struct buf *out)
{
    struct span b = env->raw->bytes;

    if (b.len < 8 || b.data[0] == 0) {
        return false;
    }
    buf_printf(out, "%.2x%.2x:%.2x:%.2x %.2x:%.2x:%.2x.%.2x", b.data[0], b.data[1], b.data[2],
               b.data[3], b.data[4], b.data[5], b.data[6], b.data[7]);
    return true;
}

static const struct tag time_info_rows[] = {
    { 0, "PanasonicDateTime", .format = FORMAT_UNDEF, .count = 8, .convert = date_time },
    { 16, "TimeLapseShotNumber", .format = FORMAT_U32 },
};
static const struct tag_table time_info = TAG_TABLE(time_info_rows, "MakerNotes", "Panasonic");

static const struct tag rows[] = {
    { 0x0001, "ImageQuality", PRINT_AS_ENUM(quality) },
    { 0x0002, "FirmwareVersion", PRINT_AS(print_firmware) },
    { 0x0003, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 0x0007, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 0x000f, "AFAreaMode", PRINT_AS_ENUM(fz10_area), .when = is_fz10 },
    { 0x000f, "AFAreaMode", PRINT_AS_ENUM(af_area) },
    { 0x001a, "ImageStabilization", PRINT_AS_ENUM(stabilization) },
    { 0x001c, "MacroMode", PRINT_AS_ENUM(macro_mode) },
    { 0x001f, "ShootingMode", PRINT_AS_ENUM(shooting_mode) },
    { 0x0020, "Audio", PRINT_AS_ENUM(audio) },
    { 0x0021, "DataDump", .flags = TAG_BINARY },
    { 0x0023, "WhiteBalanceBias", PRINT_AS(print_fraction), .format = FORMAT_S16,
      .convert = third },
    { 0x0024, "FlashBias", PRINT_AS(print_fraction), .format = FORMAT_S16, .convert = third },
    { 0x0025, "InternalSerialNumber", PRINT_AS(print_serial) },
    { 0x0026, "PanasonicExifVersion" },
    { 0x0027, "VideoFrameRate", PRINT_AS_ENUM(zero_na) },
    { 0x0028, "ColorEffect", PRINT_AS_ENUM(colour_effect) },
    { 0x0029, "TimeSincePowerOn", PRINT_AS(print_power_on), .convert = maker_hundredth },
    { 0x002a, "BurstMode", PRINT_AS_ENUM(burst_mode) },
    { 0x002b, "SequenceNumber" },
    { 0x002c, "ContrastMode", PRINT_AS_ENUM(contrast_mode), .when = has_old_contrast },
    { 0x002c, "ContrastMode", PRINT_AS_ENUM(film_contrast), .when = has_film_contrast },
    { 0x002c, "ContrastMode", PRINT_AS_ENUM(tz10_contrast), .when = has_tz10_contrast },
    { 0x002c, "ContrastMode" },
    { 0x002d, "NoiseReduction", PRINT_AS_ENUM(noise_reduction) },
    { 0x002e, "SelfTimer", PRINT_AS_ENUM(self_timer) },
    { 0x0030, "Rotation", PRINT_AS_ENUM(rotation) },
    { 0x0031, "AFAssistLamp", PRINT_AS_ENUM(assist_lamp) },
    { 0x0032, "ColorMode", PRINT_AS_ENUM(colour_mode) },
    { 0x0033, "BabyAge", PRINT_AS(print_age) },
    { 0x0034, "OpticalZoomMode", PRINT_AS_ENUM(zoom_mode) },
    { 0x0035, "ConversionLens", PRINT_AS_ENUM(conversion_lens) },
    { 0x0036, "TravelDay", PRINT_AS_ENUM(travel_day) },
    { 0x0038, "BatteryLevel", PRINT_AS_ENUM(battery) },
    { 0x0039, "Contrast", PRINT_AS(print_parameter), .format = FORMAT_S16 },
    { 0x003a, "WorldTimeLocation", PRINT_AS_ENUM(world_time) },
    { 0x003b, "TextStamp", PRINT_AS_ENUM(one_off) },
    { 0x003c, "ProgramISO", PRINT_AS_ENUM(program_iso) },
    { 0x003d, "AdvancedSceneType" },
    { 0x003e, "TextStamp", PRINT_AS_ENUM(one_off) },
    { 0x003f, "FacesDetected" },
    { 0x0040, "Saturation", PRINT_AS(print_parameter), .format = FORMAT_S16 },
    { 0x0041, "Sharpness", PRINT_AS(print_parameter), .format = FORMAT_S16 },
    { 0x0042, "FilmMode", PRINT_AS_ENUM(film_mode) },
    { 0x0043, "JPEGQuality", PRINT_AS_ENUM(jpeg_quality) },
    { 0x0044, "ColorTempKelvin" },
    { 0x0045, "BracketSettings", PRINT_AS_ENUM(bracket) },
    { 0x0046, "WBShiftAB", .format = FORMAT_S16 },
    { 0x0047, "WBShiftGM", .format = FORMAT_S16 },
    { 0x0048, "FlashCurtain", PRINT_AS_ENUM(curtain) },
    { 0x0049, "LongExposureNoiseReduction", PRINT_AS_ENUM(one_off) },
    { 0x004b, "PanasonicImageWidth" },
    { 0x004c, "PanasonicImageHeight" },
    { 0x004d, "AFPointPosition", PRINT_AS(print_point) },
    { 0x004e, "FaceDetInfo", SUB_BINARY(face_detect) },
    { 0x0051, "LensType" },
    { 0x0052, "LensSerialNumber" },
    { 0x0053, "AccessoryType" },
    { 0x0054, "AccessorySerialNumber" },
    { 0x0059, "Transform", PRINT_AS_ENUM(transform), .format = FORMAT_S16 },
    { 0x005d, "IntelligentExposure", PRINT_AS_ENUM(off_low_standard_high) },
    { 0x0060, "LensFirmwareVersion", PRINT_AS(print_dotted), .format = FORMAT_U8 },
    { 0x0061, "FaceRecInfo", SUB_BINARY(face_known) },
    { 0x0062, "FlashWarning", PRINT_AS_ENUM(flash_warning) },
    { 0x0063, "RecognizedFaceFlags", .flags = TAG_UNKNOWN },
    { 0x0065, "Title", .format = FORMAT_TEXT },
    { 0x0066, "BabyName", .format = FORMAT_TEXT },
    { 0x0067, "Location", .format = FORMAT_TEXT },
    { 0x0069, "Country", .format = FORMAT_TEXT },
    { 0x006b, "State", .format = FORMAT_TEXT },
    { 0x006d, "City", .format = FORMAT_TEXT },
    { 0x006f, "Landmark", .format = FORMAT_TEXT },
    { 0x0070, "IntelligentResolution", PRINT_AS_ENUM(resolution) },
    { 0x0076, "MergedImages" },
    { 0x0077, "BurstSpeed" },
    { 0x0079, "IntelligentD-Range", PRINT_AS_ENUM(off_low_standard_high) },
    { 0x007c, "ClearRetouch", PRINT_AS(print_on_off) },
    { 0x0080, "City2", .format = FORMAT_TEXT },
    { 0x0086, "ManometerPressure", PRINT_AS_FORMAT("%.1f kPa"), .convert = maker_tenth },
    { 0x0089, "PhotoStyle", PRINT_AS_ENUM(photo_style) },
    { 0x008a, "ShadingCompensation", PRINT_AS(print_on_off) },
    { 0x008b, "WBShiftIntelligentAuto", .format = FORMAT_S16 },
    { 0x008c, "AccelerometerZ", .format = FORMAT_S16 },
    { 0x008d, "AccelerometerX", .format = FORMAT_S16 },
    { 0x008e, "AccelerometerY", .format = FORMAT_S16 },
    { 0x008f, "CameraOrientation", PRINT_AS_ENUM(camera_orientation) },
    { 0x0090, "RollAngle", .format = FORMAT_S16, .convert = maker_tenth },
    { 0x0091, "PitchAngle", .format = FORMAT_S16, .convert = minus_tenth },
    { 0x0092, "WBShiftCreativeControl", .format = FORMAT_S8 },
    { 0x0093, "SweepPanoramaDirection", PRINT_AS_ENUM(sweep) },
    { 0x0094, "SweepPanoramaFieldOfView" },
    { 0x0096, "TimerRecording", PRINT_AS_ENUM(timer_recording) },
    { 0x009d, "InternalNDFilter" },
    { 0x009e, "HDR", PRINT_AS_ENUM(hdr) },
    { 0x009f, "ShutterType", PRINT_AS_ENUM(shutter_type) },
    { 0x00a1, "FilterEffect", PRINT_AS_ENUM(filter_effect), .format = FORMAT_U32 },
    { 0x00a3, "ClearRetouchValue" },
    { 0x00a7, "OutputLUT", .flags = TAG_BINARY },
    { 0x00ab, "TouchAE", PRINT_AS(print_on_off) },
    { 0x00ac, "MonochromeFilterEffect", PRINT_AS_ENUM(mono_filter) },
    { 0x00ad, "HighlightShadow", .format = FORMAT_S16 },
    { 0x00af, "TimeStamp" },
    { 0x00b3, "VideoBurstResolution", PRINT_AS_ENUM(burst_resolution) },
    { 0x00b4, "MultiExposure", PRINT_AS_ENUM(multi_exposure) },
    { 0x00b9, "RedEyeRemoval", PRINT_AS(print_on_off) },
    { 0x00bb, "VideoBurstMode", PRINT_AS_ENUM(video_burst) },
    { 0x00bc, "DiffractionCorrection", PRINT_AS_ENUM(off_auto) },
    { 0x00bd, "FocusBracket", .format = FORMAT_S16 },
    { 0x00be, "LongExposureNRUsed", PRINT_AS_ENUM(one_no) },
    { 0x00bf, "PostFocusMerging", PRINT_AS_ENUM(post_focus) },
    { 0x00c1, "VideoPreburst", PRINT_AS_ENUM(preburst) },
    { 0x00c4, "LensTypeMake" },
    { 0x00c5, "LensTypeModel" },
    { 0x00ca, "SensorType", PRINT_AS_ENUM(sensor_type) },
    { 0x00d1, "ISO", .convert = valid_iso },
    { 0x00d2, "MonochromeGrainEffect", PRINT_AS_ENUM(grain) },
    { 0x00d4, "HybridLogGamma", PRINT_AS(print_on_off) },
    { 0x00d6, "NoiseReductionStrength" },
    { 0x00de, "AFAreaSize", PRINT_AS(print_point) },
    { 0x00e4, "LensTypeModel" },
    { 0x00e8, "MinimumISO" },
    { 0x00e9, "AFSubjectDetection", PRINT_AS_ENUM(subject) },
    { 0x00ee, "DynamicRangeBoost", PRINT_AS(print_on_off) },
    { 0x00f1, "LUT1Name" },
    { 0x00f3, "LUT1Opacity" },
    { 0x00f4, "LUT2Name" },
    { 0x00f5, "LUT2Opacity" },
    { 0x2003, "TimeInfo", SUB_BINARY(time_info) },
    { 0x8000, "MakerNoteVersion", .format = FORMAT_UNDEF },
    { 0x8001, "SceneMode", PRINT_AS_ENUM(scene_mode) },
    { 0x8002, "HighlightWarning", PRINT_AS_ENUM(highlight_warning) },
    { 0x8003, "DarkFocusEnvironment", PRINT_AS_ENUM(one_no) },
    { 0x8004, "WBRedLevel" },
    { 0x8005, "WBGreenLevel" },
    { 0x8006, "WBBlueLevel" },
    { 0x8008, "TextStamp", PRINT_AS_ENUM(one_off) },
    { 0x8009, "TextStamp", PRINT_AS_ENUM(one_off) },
    { 0x8010, "BabyAge", PRINT_AS(print_age) },
    { 0x8012, "Transform", PRINT_AS_ENUM(transform), .format = FORMAT_S16 },
};
const struct tag_table panasonic_table = TAG_TABLE(rows, "MakerNotes", "Panasonic");
