/* Nikon's maker notes: the directories. Source of ids, names and wordings: ExifTool's "Nikon Tags".
 */
#include "meta/tables/nikon.h"

#include "base/text.h"
#include "meta/blocks.h"
#include "meta/maker_nikon.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"

#define RECORD(name_, array, format_)                                                              \
    static const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Nikon", format_)

ENUM_MAP(colour_space, { 1, "sRGB" }, { 2, "Adobe RGB" }, { 4, "BT.2100" });
ENUM_MAP(active_d_lighting, { 0, "Off" }, { 1, "Low" }, { 3, "Normal" }, { 5, "High" },
         { 7, "Extra High" }, { 8, "Extra High 1" }, { 9, "Extra High 2" }, { 10, "Extra High 3" },
         { 11, "Extra High 4" }, { 65535, "Auto" });
ENUM_MAP(off_low_normal_high, { 0, "Off" }, { 1, "Low" }, { 3, "Normal" }, { 5, "High" });
ENUM_MAP(shutter_mode, { 0, "Mechanical" }, { 16, "Electronic" },
         { 48, "Electronic Front Curtain" }, { 64, "Electronic (Movie)" },
         { 80, "Auto (Mechanical)" }, { 81, "Auto (Electronic Front Curtain)" },
         { 96, "Electronic (High Speed)" });
ENUM_MAP(raw_size, { 1, "Large" }, { 2, "Medium" }, { 3, "Small" });
ENUM_MAP(jpg_compression, { 1, "Size Priority" }, { 3, "Optimal Quality" });
ENUM_MAP(flash_mode, { 0, "Did Not Fire" }, { 1, "Fired, Manual" }, { 3, "Not Ready" },
         { 7, "Fired, External" }, { 8, "Fired, Commander Mode" }, { 9, "Fired, TTL Mode" },
         { 18, "LED Light" });
static const struct enum_name shooting_bits[] = {
    { 0, "Continuous" },
    { 1, "Delay" },
    { 2, "PC Control" },
    { 3, "Self-timer" },
    { 4, "Exposure Bracketing" },
    { 5, "Auto ISO" },
    { 6, "White-Balance Bracketing" },
    { 7, "IR Control" },
    { 8, "D-Lighting Bracketing" },
    { 11, "Pre-capture" },
};
static const struct enum_map shooting_mode = { .bits = shooting_bits,
                                               .n_bits = ARRAY_LEN(shooting_bits) };

/* None of the bits that say how frames follow one another: one frame. */
static bool print_shooting(const struct tag_env *env, struct span value, struct buf *out)
{
    uint64_t bits = (uint64_t)raw_int(env);

    (void)value;
    if ((bits & 0x87) == 0) {
        buf_add_str(out, bits == 0 ? "Single-Frame" : "Single-Frame, ");
    }
    if (bits != 0) {
        print_bits(&shooting_mode, bits, out);
    }
    return true;
}

ENUM_MAP(nef_compression, { 1, "Lossy (type 1)" }, { 2, "Uncompressed" }, { 3, "Lossless" },
         { 4, "Lossy (type 2)" }, { 5, "Striped packed 12 bits" },
         { 6, "Uncompressed (reduced to 12 bit)" }, { 7, "Unpacked 12 bits" }, { 8, "Small" },
         { 9, "Packed 12 bits" }, { 10, "Packed 14 bits" }, { 13, "High Efficiency" },
         { 14, "High Efficiency*" });
ENUM_MAP(date_stamp, { 0, "Off" }, { 1, "Date & Time" }, { 2, "Date" }, { 3, "Date Counter" });
ENUM_MAP(retouch, { 0, "None" }, { 3, "B & W" }, { 4, "Sepia" }, { 5, "Trim" },
         { 6, "Small Picture" }, { 7, "D-Lighting" }, { 8, "Red Eye" }, { 9, "Cyanotype" },
         { 10, "Sky Light" }, { 11, "Warm Tone" }, { 12, "Color Custom" }, { 13, "Image Overlay" },
         { 14, "Red Intensifier" }, { 15, "Green Intensifier" }, { 16, "Blue Intensifier" },
         { 17, "Cross Screen" }, { 18, "Quick Retouch" }, { 19, "NEF Processing" },
         { 23, "Distortion Control" }, { 25, "Fisheye" }, { 26, "Straighten" },
         { 29, "Perspective Control" }, { 30, "Color Outline" }, { 31, "Soft Filter" },
         { 32, "Resize" }, { 33, "Miniature Effect" }, { 34, "Skin Softening" },
         { 35, "Selected Frame" }, { 37, "Color Sketch" }, { 38, "Selective Color" },
         { 39, "Glamour" }, { 40, "Drawing" }, { 44, "Pop" }, { 45, "Toy Camera Effect 1" },
         { 46, "Toy Camera Effect 2" }, { 47, "Cross Process (red)" },
         { 48, "Cross Process (blue)" }, { 49, "Cross Process (green)" },
         { 50, "Cross Process (yellow)" }, { 51, "Super Vivid" },
         { 52, "High-contrast Monochrome" }, { 53, "High Key" }, { 54, "Low Key" });

/* The list ends with its last edit; "None" where there is none. */
static bool print_retouches(const struct tag_env *env, struct span value, struct buf *out)
{
    uint32_t n = env->raw->count;

    (void)value;
    while (n > 1 && value_int(env->raw, n - 1) == 0) {
        n--;
    }
    for (uint32_t i = 0; i < n; i++) {
        buf_add_str(out, i > 0 ? "; " : "");
        enum_append(&retouch, value_int(env->raw, i), out);
    }
    return true;
}

static bool print_pixel_size(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    value_append_element(env->raw, 0, out);
    buf_add_str(out, " x ");
    value_append_element(env->raw, 1, out);
    buf_add_str(out, " um");
    return true;
}

ENUM_MAP(high_iso_noise, { 0, "Off" }, { 1, "Minimal" }, { 2, "Low" }, { 3, "Medium Low" },
         { 4, "Normal" }, { 5, "Medium High" }, { 6, "High" });
TEXT_MAP(bit_depth, { "0 0 0 0", "n/a (JPEG)" }, { "8 8 8 0", "8 x 3" }, { "12 0 0 0", "12" },
         { "14 0 0 0", "14" }, { "16 16 16 0", "16 x 3" });

/* VRInfo */
ENUM_MAP(text_encoding, { 0, "n/a" }, { 1, "UTF8" }, { 2, "UTF16" });
ENUM_MAP(vibration, { 0, "n/a" }, { 1, "On" }, { 2, "Off" });
ENUM_MAP(vr_mode, { 0, "Normal" }, { 1, "On (1)" }, { 2, "Active" }, { 3, "Sport" });
ENUM_MAP(vr_mode_z, { 0, "Off" }, { 1, "Normal" }, { 3, "Sport" });
static bool is_z(const struct tag_env *env)
{
    return text_starts_nocase(env->scan->model, "NIKON Z");
}

ENUM_MAP(vr_type, { 2, "In-body" }, { 3, "In-body + Lens" });
static const struct tag vr_rows[] = {
    { 0, "VRInfoVersion", .format = FORMAT_UNDEF, .count = 4 },
    { 4, "VibrationReduction", PRINT_AS_ENUM(vibration) },
    { 6, "VRMode", PRINT_AS_ENUM(vr_mode_z), .when = is_z },
    { 6, "VRMode", PRINT_AS_ENUM(vr_mode) },
    { 8, "VRType", PRINT_AS_ENUM(vr_type) },
};
RECORD(vr_info, vr_rows, FORMAT_U8);

static const struct tag face_rows[] = {
    { 1, "FaceDetectFrameSize", .count = 2 },
    { 3, "FacesDetected" },
};
RECORD(face_detect, face_rows, FORMAT_U16);

ENUM_MAP(date_format, { 0, "Y/M/D" }, { 1, "M/D/Y" }, { 2, "D/M/Y" });
static const struct tag world_time_rows[] = {
    { 0, "TimeZone", PRINT_AS(maker_print_time_zone), .format = FORMAT_S16 },
    { 2, "DaylightSavings", PRINT_AS(print_yes_no) },
    { 3, "DateDisplayFormat", PRINT_AS_ENUM(date_format) },
};
RECORD(world_time, world_time_rows, FORMAT_U8);

ENUM_MAP(iso_expansion, { 0, "Off" }, { 0x101, "Hi 0.3" }, { 0x102, "Hi 0.5" }, { 0x103, "Hi 0.7" },
         { 0x104, "Hi 1.0" }, { 0x105, "Hi 1.3" }, { 0x106, "Hi 1.5" }, { 0x107, "Hi 1.7" },
         { 0x108, "Hi 2.0" }, { 0x109, "Hi 2.3" }, { 0x10a, "Hi 2.5" }, { 0x10b, "Hi 2.7" },
         { 0x10c, "Hi 3.0" }, { 0x10d, "Hi 3.3" }, { 0x10e, "Hi 3.5" }, { 0x10f, "Hi 3.7" },
         { 0x110, "Hi 4.0" }, { 0x111, "Hi 4.3" }, { 0x112, "Hi 4.5" }, { 0x113, "Hi 4.7" },
         { 0x114, "Hi 5.0" }, { 0x201, "Lo 0.3" }, { 0x202, "Lo 0.5" }, { 0x203, "Lo 0.7" },
         { 0x204, "Lo 1.0" });
static const struct tag iso_info_rows[] = {
    { 0, "ISO", PRINT_AS_FORMAT("%.0f"), .convert = nikon_iso, .priority = PRIORITY_LOW },
    { 4, "ISOExpansion", PRINT_AS_ENUM(iso_expansion), .format = FORMAT_U16 },
    { 6, "ISO2", PRINT_AS_FORMAT("%.0f"), .convert = nikon_iso },
    { 10, "ISOExpansion2", PRINT_AS_ENUM(iso_expansion), .format = FORMAT_U16 },
};
static const struct tag_table iso_info = { .rows = iso_info_rows,
                                           .n_rows = ARRAY_LEN(iso_info_rows),
                                           .g0 = "MakerNotes",
                                           .g1 = "Nikon",
                                           .endian = 1 };

ENUM_MAP(distortion, { 0, "Off" }, { 1, "On" }, { 2, "On (underwater)" });
static const struct tag distort_rows[] = {
    { 0, "DistortionVersion", .format = FORMAT_UNDEF, .count = 4, .flags = TAG_UNKNOWN },
    { 4, "AutoDistortionControl", PRINT_AS_ENUM(distortion) },
};
RECORD(distort_info, distort_rows, FORMAT_U8);

ENUM_MAP(hdr, { 0, "Off" }, { 1, "On (normal)" }, { 48, "Auto" });
ENUM_MAP(hdr_level, { 0, "Auto" }, { 1, "1 EV" }, { 2, "2 EV" }, { 3, "3 EV" }, { 255, "n/a" });
ENUM_MAP(hdr_smoothing, { 0, "Off" }, { 1, "Normal" }, { 2, "Low" }, { 3, "High" }, { 48, "Auto" },
         { 255, "n/a" });
static const struct tag hdr_rows[] = {
    { 0, "HDRInfoVersion", .format = FORMAT_UNDEF, .count = 4 },
    { 4, "HDR", PRINT_AS_ENUM(hdr) },
    { 5, "HDRLevel", PRINT_AS_ENUM(hdr_level) },
    { 6, "HDRSmoothing", PRINT_AS_ENUM(hdr_smoothing) },
    { 7, "HDRLevel2", PRINT_AS_ENUM(hdr_level) },
};
RECORD(hdr_info, hdr_rows, FORMAT_U8);

ENUM_MAP(af_area, { 0, "Single Area" }, { 1, "Dynamic Area" },
         { 2, "Dynamic Area (closest subject)" }, { 3, "Group Dynamic" },
         { 4, "Single Area (wide)" }, { 5, "Dynamic Area (wide)" });
#define AF_POINTS                                                                                  \
    { 0, "Center" }, { 1, "Top" }, { 2, "Bottom" }, { 3, "Mid-left" }, { 4, "Mid-right" },         \
        { 5, "Upper-left" }, { 6, "Upper-right" }, { 7, "Lower-left" }, { 8, "Lower-right" },      \
        { 9, "Far Left" },                                                                         \
    {                                                                                              \
        10, "Far Right"                                                                            \
    }
ENUM_MAP(af_point, AF_POINTS);
static const struct enum_name af_none_or_all[] = { { 0, "(none)" }, { 0x7ff, "All 11 Points" } };
static const struct enum_name af_point_bits[] = { AF_POINTS };
static const struct enum_map af_points = {
    .names = af_none_or_all, .n_names = 2, .bits = af_point_bits, .n_bits = ARRAY_LEN(af_point_bits)
};
static const struct tag af_info_rows[] = {
    { 0, "AFAreaMode", PRINT_AS_ENUM(af_area) },
    { 1, "AFPoint", PRINT_AS_ENUM(af_point) },
    { 2, "AFPointsInFocus", PRINT_AS_ENUM(af_points), .format = FORMAT_U16 },
};
/* Reflex cameras keep the order of their processor whatever the file's is. */
static const struct tag_table af_info_reflex = { .rows = af_info_rows,
                                                 .n_rows = ARRAY_LEN(af_info_rows),
                                                 .g0 = "MakerNotes",
                                                 .g1 = "Nikon",
                                                 .endian = 1 };
RECORD(af_info, af_info_rows, FORMAT_U8);

static const struct tag file_info_rows[] = {
    { 0, "FileInfoVersion", .format = FORMAT_UNDEF, .count = 4 },
    { 2, "MemoryCardNumber" },
    { 3, "DirectoryNumber", PRINT_AS_FORMAT("%.3d") },
    { 4, "FileNumber", PRINT_AS(nikon_print_4_digits) },
};
RECORD(file_info, file_info_rows, FORMAT_U16);

ENUM_MAP(fine_tune, { 0, "Off" }, { 1, "On (1)" }, { 2, "On (2)" }, { 3, "On (Zoom)" });
static const struct enum_name no_index[] = { { 255, "n/a" } };
static const struct enum_map tune_index = { .names = no_index, .n_names = 1, .passing = true };
static const struct tag af_tune_rows[] = {
    { 0, "AFFineTune", PRINT_AS_ENUM(fine_tune) },
    { 1, "AFFineTuneIndex", PRINT_AS_ENUM(tune_index) },
    { 2, "AFFineTuneAdj", .format = FORMAT_S8 },
    { 3, "AFFineTuneAdjTele", .format = FORMAT_S8 },
};
RECORD(af_tune, af_tune_rows, FORMAT_U8);

ENUM_MAP(nef_processing, { -1, "Off" }, { 1, "On" });
static bool is_retouch_2(const struct tag_env *env)
{
    const struct value *version = scan_member(env->scan, "RetouchInfoVersion");

    return version != NULL && span_starts(version->bytes, span_str("02"));
}

static const struct tag retouch_info_rows[] = {
    { 0, "RetouchInfoVersion", .format = FORMAT_UNDEF, .count = 4, .flags = TAG_MEMBER },
    { 5, "RetouchNEFProcessing", PRINT_AS_ENUM(nef_processing), .format = FORMAT_S8,
      .when = is_retouch_2 },
};
RECORD(retouch_info, retouch_info_rows, FORMAT_U8);

ENUM_MAP(multi_mode, { 0, "Off" }, { 1, "Multiple Exposure" }, { 2, "Image Overlay" },
         { 3, "HDR" });
ENUM_MAP(multi_mode_2, { 0, "Off" }, { 1, "Multiple Exposure" }, { 3, "HDR" });
ENUM_MAP(overlay, { 0, "Add" }, { 1, "Average" }, { 2, "Light" }, { 3, "Dark" });
static const struct tag multi_2_rows[] = {
    { 0, "MultiExposureVersion", .format = FORMAT_UNDEF, .count = 4 },
    { 1, "MultiExposureMode", PRINT_AS_ENUM(multi_mode_2) },
    { 2, "MultiExposureShots" },
    { 3, "MultiExposureOverlayMode", PRINT_AS_ENUM(overlay) },
};
RECORD(multi_exposure_2, multi_2_rows, FORMAT_U32);
static const struct tag multi_rows[] = {
    { 0, "MultiExposureVersion", .format = FORMAT_UNDEF, .count = 4 },
    { 1, "MultiExposureMode", PRINT_AS_ENUM(multi_mode) },
    { 2, "MultiExposureShots" },
    { 3, "MultiExposureAutoGain", PRINT_AS(print_on_off) },
};
RECORD(multi_exposure, multi_rows, FORMAT_U32);

ENUM_MAP(subfile_type, { 0, "Full-resolution image" }, { 1, "Reduced-resolution image" });
ENUM_MAP(compression, { 1, "Uncompressed" }, { 6, "JPEG (old-style)" }, { 7, "JPEG" });
ENUM_MAP(resolution_unit, { 1, "None" }, { 2, "inches" }, { 3, "cm" });
ENUM_MAP(positioning, { 1, "Centered" }, { 2, "Co-sited" });
static const struct tag preview_rows[] = {
    { 0x00fe, "SubfileType", PRINT_AS_ENUM(subfile_type) },
    { 0x0103, "Compression", PRINT_AS_ENUM(compression) },
    { 0x011a, "XResolution" },
    { 0x011b, "YResolution" },
    { 0x0128, "ResolutionUnit", PRINT_AS_ENUM(resolution_unit) },
    { 0x0201, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x0202, "PreviewImageLength" },
    { 0x0213, "YCbCrPositioning", PRINT_AS_ENUM(positioning) },
};
static const struct tag_table preview_table = { .rows = preview_rows,
                                                .n_rows = ARRAY_LEN(preview_rows),
                                                .g0 = "MakerNotes",
                                                .g1 = "PreviewIFD",
                                                .priority = PRIORITY_LOW };
const struct sub_ifd nikon_preview = { &preview_table, "PreviewIFD" };

/* Since version 0101 an overlay stands where the gain did. */
static bool is_multi_2(const struct tag_env *env)
{
    struct span version = env->raw->bytes;

    return span_starts(version, span_str("0101")) || span_starts(version, span_str("0102")) ||
           span_starts(version, span_str("0103"));
}

static bool is_single(const struct tag_env *env)
{
    return env->raw->count == 1;
}

static bool is_reflex(const struct tag_env *env)
{
    return text_starts_nocase(env->scan->model, "NIKON D");
}

static bool not_rationals(const struct tag_env *env)
{
    return env->raw->format != FORMAT_SRATIONAL;
}

static const struct tag location_rows[] = {
    { 0, "LocationInfoVersion", .format = FORMAT_UNDEF, .count = 4 },
    { 4, "TextEncoding", PRINT_AS_ENUM(text_encoding) },
    { 5, "CountryCode", .format = FORMAT_TEXT, .count = 3 },
    { 8, "POILevel" },
};
RECORD(location, location_rows, FORMAT_U8);

static bool print_firmware(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    for (size_t i = 0; i < value.len; i++) {
        buf_add_str(out, i > 0 && i % 2 == 0 ? "." : "");
        buf_add_byte(out, value.data[i]);
    }
    return true;
}

static const struct tag notes_51_rows[] = {
    { 0, "FirmwareVersion51", PRINT_AS(print_firmware), .format = FORMAT_TEXT, .count = 8 },
    { 10, "NEFCompression", PRINT_AS_ENUM(nef_compression), .format = FORMAT_U16,
      .convert = maker_not_0 },
};
RECORD(notes_51, notes_51_rows, FORMAT_U8);

/* Slot, folder, number and type of a burst's first frame stand in one word. */
static bool is_burst(const struct tag_env *env)
{
    return raw_int(env) != 0;
}

ENUM_MAP(burst_type, { 0, "JPG" }, { 2, "NEF" }, { 3, "TIF" }, { 4, "NDF" }, { 5, "MOV" },
         { 6, "NEV" }, { 7, "MP4" });
static const struct tag notes_56_rows[] = {
    { 0, "FirmwareVersion56", PRINT_AS(print_firmware), .format = FORMAT_TEXT, .count = 4 },
    { 4, "BurstStartSlotNumber", .format = FORMAT_U32, .mask = 0x20000000, .when = is_burst },
    { 4, "BurstStartFolderNumber", .format = FORMAT_U32, .mask = 0x1ff80000, .when = is_burst },
    { 4, "BurstStartImageNumber", .format = FORMAT_U32, .mask = 0x0007ffe0, .when = is_burst },
    { 4, "BurstStartImageType", PRINT_AS_ENUM(burst_type), .format = FORMAT_U32, .mask = 0x1f,
      .when = is_burst },
    { 8, "BurstShotNumber", .format = FORMAT_U32, .when = is_burst },
    { 12, "PixelShiftActive", PRINT_AS(print_yes_no) },
};
RECORD(notes_56, notes_56_rows, FORMAT_U8);

static const struct tag rows[] = {
    { 0x0001, "MakerNoteVersion", PRINT_AS(nikon_print_version), .convert = nikon_version },
    { 0x0002, "ISO", PRINT_AS(nikon_print_iso), .priority = PRIORITY_LOW },
    { 0x0003, "ColorMode", PRINT_AS(nikon_print_words) },
    { 0x0004, "Quality", PRINT_AS(nikon_print_words) },
    { 0x0005, "WhiteBalance", PRINT_AS(nikon_print_words) },
    { 0x0006, "Sharpness", PRINT_AS(nikon_print_words) },
    { 0x0007, "FocusMode", PRINT_AS(nikon_print_words) },
    { 0x0008, "FlashSetting", PRINT_AS(nikon_print_words) },
    { 0x0009, "FlashType", PRINT_AS(nikon_print_words) },
    { 0x000b, "WhiteBalanceFineTune" },
    { 0x000c, "WB_RBLevels" },
    { 0x000d, "ProgramShift", PRINT_AS(print_fraction), .convert = nikon_step },
    { 0x000e, "ExposureDifference", PRINT_AS_FORMAT("%+.1f"), .convert = nikon_step },
    { 0x000f, "ISOSelection", PRINT_AS(nikon_print_words) },
    { 0x0010, "DataDump", .flags = TAG_BINARY },
    { 0x0011, "PreviewIFD", SUB_IFD(nikon_preview) },
    { 0x0012, "FlashExposureComp", PRINT_AS(print_fraction), .convert = nikon_step },
    { 0x0013, "ISOSetting", PRINT_AS(nikon_print_iso) },
    { 0x0016, "ImageBoundary" },
    { 0x0017, "ExternalFlashExposureComp", PRINT_AS(print_fraction), .convert = nikon_step },
    { 0x0018, "FlashExposureBracketValue", PRINT_AS_FORMAT("%.1f"), .convert = nikon_step },
    { 0x0019, "ExposureBracketValue", PRINT_AS(print_fraction) },
    { 0x001a, "ImageProcessing", PRINT_AS(nikon_print_words) },
    { 0x001b, "CropHiSpeed", PRINT_AS(nikon_print_crop) },
    { 0x001c, "ExposureTuning", PRINT_AS(print_fraction), .convert = nikon_step },
    { 0x001d, "SerialNumber", .priority = PRIORITY_LOW },
    { 0x001e, "ColorSpace", PRINT_AS_ENUM(colour_space) },
    { 0x001f, "VRInfo", SUB_BINARY(vr_info) },
    { 0x0020, "ImageAuthentication", PRINT_AS(print_on_off) },
    { 0x0021, "FaceDetect", SUB_BINARY(face_detect) },
    { 0x0022, "ActiveD-Lighting", PRINT_AS_ENUM(active_d_lighting) },
    { 0x0023, "PictureControlData", SUB_BLOCK(nikon_picture_control) },
    { 0x0024, "WorldTime", SUB_BINARY(world_time) },
    { 0x0025, "ISOInfo", SUB_BINARY(iso_info) },
    { 0x002a, "VignetteControl", PRINT_AS_ENUM(off_low_normal_high) },
    { 0x002b, "DistortInfo", SUB_BINARY(distort_info) },
    { 0x0034, "ShutterMode", PRINT_AS_ENUM(shutter_mode) },
    { 0x0035, "HDRInfo", SUB_BINARY(hdr_info) },
    { 0x0037, "MechanicalShutterCount" },
    { 0x0039, "LocationInfo", SUB_BINARY(location) },
    { 0x003d, "BlackLevel" },
    { 0x003e, "ImageSizeRAW", PRINT_AS_ENUM(raw_size) },
    { 0x003f, "WhiteBalanceFineTune" },
    { 0x0044, "JPGCompression", PRINT_AS_ENUM(jpg_compression), .convert = maker_not_0 },
    { 0x0045, "CropArea" },
    { 0x004e, "NikonSettings", SUB_BLOCK(nikon_settings_read) },
    { 0x004f, "ColorTemperatureAuto" },
    { 0x0051, "MakerNotes0x51", SUB_BINARY(notes_51) },
    { 0x0056, "MakerNotes0x56", SUB_BINARY(notes_56) },
    { 0x0080, "ImageAdjustment", PRINT_AS(nikon_print_words) },
    { 0x0081, "ToneComp", PRINT_AS(nikon_print_words) },
    { 0x0082, "AuxiliaryLens", PRINT_AS(nikon_print_words) },
    { 0x0083, "LensType", PRINT_AS(nikon_print_lens_type), .flags = TAG_MEMBER },
    { 0x0084, "Lens", PRINT_AS(nikon_print_lens) },
    { 0x0085, "ManualFocusDistance" },
    { 0x0086, "DigitalZoom" },
    { 0x0087, "FlashMode", PRINT_AS_ENUM(flash_mode) },
    { 0x0088, "AFInfo", SUB_BINARY(af_info_reflex), .when = is_reflex },
    { 0x0088, "AFInfo", SUB_BINARY(af_info) },
    { 0x0089, "ShootingMode", PRINT_AS(print_shooting) },
    { 0x008b, "LensFStops", PRINT_AS_FORMAT("%.2f"), .convert = nikon_step },
    { 0x008c, "ContrastCurve", .flags = TAG_BINARY },
    { 0x008d, "ColorHue", PRINT_AS(nikon_print_words) },
    { 0x008f, "SceneMode", PRINT_AS(nikon_print_words) },
    { 0x0090, "LightSource", PRINT_AS(nikon_print_words) },
    { 0x0091, "ShotInfo", SUB_BLOCK(nikon_shot_info) },
    { 0x0092, "HueAdjustment" },
    { 0x0093, "NEFCompression", PRINT_AS_ENUM(nef_compression) },
    { 0x0094, "SaturationAdj" },
    { 0x0095, "NoiseReduction", PRINT_AS(nikon_print_words) },
    { 0x0096, "NEFLinearizationTable", .flags = TAG_BINARY },
    { 0x0097, "ColorBalance", SUB_BLOCK(nikon_colour_balance) },
    { 0x0098, "LensData", SUB_BLOCK(nikon_lens_data) },
    { 0x0099, "RawImageCenter" },
    { 0x009a, "SensorPixelSize", PRINT_AS(print_pixel_size) },
    { 0x009c, "SceneAssist", PRINT_AS(nikon_print_words) },
    { 0x009d, "DateStampMode", PRINT_AS_ENUM(date_stamp) },
    { 0x009e, "RetouchHistory", PRINT_AS(print_retouches) },
    { 0x00a0, "SerialNumber", PRINT_AS(nikon_print_words) },
    { 0x00a2, "ImageDataSize" },
    { 0x00a5, "ImageCount" },
    { 0x00a6, "DeletedImageCount" },
    { 0x00a7, "ShutterCount", .when = is_single, .priority = PRIORITY_LOW },
    { 0x00a8, "FlashInfo", SUB_BLOCK(nikon_flash_info) },
    { 0x00a9, "ImageOptimization", PRINT_AS(nikon_print_words) },
    { 0x00aa, "Saturation", PRINT_AS(nikon_print_words) },
    { 0x00ab, "VariProgram", PRINT_AS(nikon_print_words) },
    { 0x00ac, "ImageStabilization", PRINT_AS(nikon_print_words) },
    { 0x00ad, "AFResponse", PRINT_AS(nikon_print_words) },
    { 0x00b0, "MultiExposure", SUB_BINARY(multi_exposure_2), .when = is_multi_2 },
    { 0x00b0, "MultiExposure", SUB_BINARY(multi_exposure) },
    { 0x00b1, "HighISONoiseReduction", PRINT_AS_ENUM(high_iso_noise) },
    { 0x00b3, "ToningEffect", PRINT_AS(nikon_print_words) },
    { 0x00b6, "PowerUpTime", .convert = nikon_power_up },
    { 0x00b7, "AFInfo2", SUB_BLOCK(nikon_af_info_2) },
    { 0x00b8, "FileInfo", SUB_BINARY(file_info) },
    { 0x00b9, "AFTune", SUB_BINARY(af_tune) },
    { 0x00bb, "RetouchInfo", SUB_BINARY(retouch_info) },
    { 0x00bd, "PictureControlData", SUB_BLOCK(nikon_picture_control) },
    { 0x00bf, "SilentPhotography", PRINT_AS(print_on_off) },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x0e01, "NikonCaptureData", SUB_BLOCK(nikon_capture_read) },
    { 0x0e09, "NikonCaptureVersion", .when = not_rationals },
    { 0x0e0e, "NikonCaptureOffsets", SUB_BLOCK(nikon_capture_offsets_read) },
    { 0x0e10, "NikonScanIFD", SUB_IFD(nikon_scan) },
    { 0x0e13, "NikonCaptureEditVersions", .flags = TAG_BINARY },
    { 0x0e1d, "NikonICCProfile", .flags = TAG_BINARY },
    { 0x0e1e, "NikonCaptureOutput", SUB_BINARY(nikon_capture_output) },
    { 0x0e22, "NEFBitDepth", PRINT_AS_ENUM(bit_depth) },
};
const struct tag_table nikon_table = TAG_TABLE(rows, "MakerNotes", "Nikon");

/* The first Coolpix cameras: plain numbers */
static const struct tag type2_rows[] = {
    { 0x0003, "Quality" },        { 0x0004, "ColorMode" },    { 0x0005, "ImageAdjustment" },
    { 0x0006, "CCDSensitivity" }, { 0x0007, "WhiteBalance" }, { 0x0008, "Focus" },
    { 0x000a, "DigitalZoom" },    { 0x000b, "Converter" },
};
const struct tag_table nikon_type2_table = TAG_TABLE(type2_rows, "MakerNotes", "Nikon");
