/*
 * Casio's maker notes. Source of ids, names and wordings: ExifTool's
 * documentation, "Casio Tags".
 */
#include "meta/blocks.h"
#include "meta/maker_small.h"
#include "meta/maker_values.h"
#include "meta/print.h"

ENUM_MAP(recording_mode, { 1, "Single Shutter" }, { 2, "Panorama" }, { 3, "Night Scene" },
         { 4, "Portrait" }, { 5, "Landscape" }, { 7, "Panorama" }, { 10, "Night Scene" },
         { 15, "Portrait" }, { 16, "Landscape" });
ENUM_MAP(quality, { 1, "Economy" }, { 2, "Normal" }, { 3, "Fine" });
ENUM_MAP(focus_mode, { 2, "Macro" }, { 3, "Auto" }, { 4, "Manual" }, { 5, "Infinity" },
         { 7, "Spot AF" });
ENUM_MAP(flash_mode, { 1, "Auto" }, { 2, "On" }, { 3, "Off" }, { 4, "Red-eye Reduction" });
ENUM_MAP(flash_intensity, { 11, "Weak" }, { 12, "Low" }, { 13, "Normal" }, { 14, "High" },
         { 15, "Strong" });
ENUM_MAP(white_balance, { 1, "Auto" }, { 2, "Tungsten" }, { 3, "Daylight" }, { 4, "Fluorescent" },
         { 5, "Shade" }, { 129, "Manual" });
static const struct enum_name digital_zoom_names[] = {
    { 0x10000, "Off" }, { 0x10001, "2x" },   { 0x19999, "1.6x" },
    { 0x20000, "2x" },  { 0x33333, "3.2x" }, { 0x40000, "4x" },
};
static const struct enum_map digital_zoom = { .names = digital_zoom_names,
                                              .n_names = ARRAY_LEN(digital_zoom_names),
                                              .hex = true };
ENUM_MAP(sharpness, { 0, "Normal" }, { 1, "Soft" }, { 2, "Hard" }, { 16, "Normal" }, { 17, "+1" },
         { 18, "-1" });
ENUM_MAP(contrast, { 0, "Normal" }, { 1, "Low" }, { 2, "High" }, { 16, "Normal" }, { 17, "+1" },
         { 18, "-1" });
ENUM_MAP(enhancement, { 1, "Off" }, { 2, "Red" }, { 3, "Green" }, { 4, "Blue" },
         { 5, "Flesh Tones" });
ENUM_MAP(color_filter, { 1, "Off" }, { 2, "Black & White" }, { 3, "Sepia" }, { 4, "Red" },
         { 5, "Green" }, { 6, "Blue" }, { 7, "Yellow" }, { 8, "Pink" }, { 9, "Purple" });
ENUM_MAP(afpoint, { 1, "Center" }, { 2, "Upper Left" }, { 3, "Upper Right" },
         { 4, "Near Left/Right of Center" }, { 5, "Far Left/Right of Center" },
         { 6, "Far Left/Right of Center/Bottom" }, { 7, "Top Near-left" }, { 8, "Near Upper/Left" },
         { 9, "Top Near-right" }, { 10, "Top Left" }, { 11, "Top Center" }, { 12, "Top Right" },
         { 13, "Center Left" }, { 14, "Center Right" }, { 15, "Bottom Left" },
         { 16, "Bottom Center" }, { 17, "Bottom Right" });
ENUM_MAP(flash_intensity_2, { 1, "Normal" }, { 2, "Weak" }, { 3, "Strong" });
static const struct tag casio_table_rows[] = {
    { 0x0001, "RecordingMode", PRINT_AS_ENUM(recording_mode) },
    { 0x0002, "Quality", PRINT_AS_ENUM(quality) },
    { 0x0003, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 0x0004, "FlashMode", PRINT_AS_ENUM(flash_mode) },
    { 0x0005, "FlashIntensity", PRINT_AS_ENUM(flash_intensity) },
    { 0x0006, "ObjectDistance", PRINT_AS_FORMAT("%s m"), .convert = maker_thousandth },
    { 0x0007, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 0x000a, "DigitalZoom", PRINT_AS_ENUM(digital_zoom) },
    { 0x000b, "Sharpness", PRINT_AS_ENUM(sharpness) },
    { 0x000c, "Contrast", PRINT_AS_ENUM(contrast) },
    { 0x000d, "Saturation", PRINT_AS_ENUM(contrast) },
    { 0x0014, "ISO", .priority = PRIORITY_LOW },
    { 0x0015, "FirmwareDate", .convert = casio_firmware_date },
    { 0x0016, "Enhancement", PRINT_AS_ENUM(enhancement) },
    { 0x0017, "ColorFilter", PRINT_AS_ENUM(color_filter) },
    { 0x0018, "AFPoint", PRINT_AS_ENUM(afpoint) },
    { 0x0019, "FlashIntensity", PRINT_AS_ENUM(flash_intensity_2) },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
};
const struct tag_table casio_table = TAG_TABLE(casio_table_rows, "MakerNotes", "Casio");

ENUM_MAP(quality_mode, { 0, "Economy" }, { 1, "Normal" }, { 2, "Fine" });
ENUM_MAP(casio_image_size, { 0, "640x480" }, { 4, "1600x1200" }, { 5, "2048x1536" },
         { 20, "2288x1712" }, { 21, "2592x1944" }, { 22, "2304x1728" }, { 36, "3008x2008" });
ENUM_MAP(focus_mode_2, { 0, "Normal" }, { 1, "Macro" });
ENUM_MAP(iso, { 3, "50" }, { 4, "64" }, { 6, "100" }, { 9, "200" });
ENUM_MAP(white_balance_2, { 0, "Auto" }, { 1, "Daylight" }, { 2, "Shade" }, { 3, "Tungsten" },
         { 4, "Fluorescent" }, { 5, "Manual" });
ENUM_MAP(saturation, { 0, "Low" }, { 1, "Normal" }, { 2, "High" });
ENUM_MAP(sharpness_2, { 0, "Soft" }, { 1, "Normal" }, { 2, "Hard" });
ENUM_MAP(white_balance_3, { 0, "Manual" }, { 1, "Daylight" }, { 2, "Cloudy" }, { 3, "Shade" },
         { 4, "Flash?" }, { 6, "Fluorescent" }, { 9, "Tungsten?" }, { 10, "Tungsten" },
         { 12, "Flash" });
TEXT_MAP(special_effect_mode, { "0 0 0", "Off" }, { "1 0 0", "Makeup" },
         { "2 0 0", "Mist Removal" }, { "3 0 0", "Vivid Landscape" });
static const struct enum_name record_mode_names[] = {
    { 2, "Program AE" },  { 3, "Shutter Priority" }, { 4, "Aperture Priority" },
    { 5, "Manual" },      { 6, "Best Shot" },        { 17, "Movie" },
    { 19, "Movie (19)" }, { 20, "YouTube Movie" },
};
static const struct text_name record_mode_texts[] = {
    { "2 0", "Program AE" }, { "3 0", "Shutter Priority" }, { "4 0", "Aperture Priority" },
    { "5 0", "Manual" },     { "6 0", "Best Shot" },
};
static const struct enum_map record_mode = { .names = record_mode_names,
                                             .n_names = ARRAY_LEN(record_mode_names),
                                             .texts = record_mode_texts,
                                             .n_texts = ARRAY_LEN(record_mode_texts) };
ENUM_MAP(release_mode, { 1, "Normal" }, { 3, "AE Bracketing" }, { 11, "WB Bracketing" },
         { 13, "Contrast Bracketing" }, { 19, "High Speed Burst" });
ENUM_MAP(focus_mode_3, { 0, "Manual" }, { 1, "Focus Lock" }, { 2, "Macro" },
         { 3, "Single-Area Auto Focus" }, { 5, "Infinity" }, { 6, "Multi-Area Auto Focus" },
         { 8, "Super Macro" });
ENUM_MAP(auto_iso, { 1, "On" }, { 2, "Off" }, { 7, "On (high sensitivity)" },
         { 8, "On (anti-shake)" }, { 10, "High Speed" });
ENUM_MAP(afmode, { 0, "Off" }, { 1, "Spot" }, { 2, "Multi" }, { 3, "Face Detection" },
         { 4, "Tracking" }, { 5, "Intelligent" });
ENUM_MAP(color_mode, { 0, "Off" }, { 2, "Black & White" }, { 3, "Sepia" });
ENUM_MAP(enhancement_2, { 0, "Off" }, { 1, "Scenery" }, { 3, "Green" }, { 5, "Underwater" },
         { 9, "Flesh Tones" });
ENUM_MAP(color_filter_2, { 0, "Off" }, { 1, "Blue" }, { 3, "Green" }, { 4, "Yellow" }, { 5, "Red" },
         { 6, "Purple" }, { 7, "Pink" });
ENUM_MAP(art_mode, { 0, "Normal" }, { 8, "Silent Movie" }, { 39, "HDR" }, { 45, "Premium Auto" },
         { 47, "Painting" }, { 49, "Crayon Drawing" }, { 51, "Panorama" }, { 52, "Art HDR" },
         { 62, "High Speed Night Shot" }, { 64, "Monochrome" }, { 67, "Toy Camera" },
         { 68, "Pop Art" }, { 69, "Light Tone" });
static const struct enum_name image_stabilization_names[] = {
    { 0, "Off" },
    { 1, "On" },
    { 2, "Best Shot" },
    { 3, "Movie Anti-Shake" },
};
static const struct text_name image_stabilization_texts[] = {
    { "0 0", "Off" },
    { "0 1", "Off (1)" },
    { "0 3", "CCD Shift" },
    { "2 1", "High Sensitivity" },
    { "2 3", "CCD Shift + High Sensitivity" },
    { "16 0", "Slow Shutter" },
    { "18 0", "Anti-Shake" },
    { "20 0", "High Sensitivity" },
};
static const struct enum_map image_stabilization = { .names = image_stabilization_names,
                                                     .n_names =
                                                         ARRAY_LEN(image_stabilization_names),
                                                     .texts = image_stabilization_texts,
                                                     .n_texts =
                                                         ARRAY_LEN(image_stabilization_texts) };
ENUM_MAP(lighting_mode, { 0, "Off" }, { 1, "High Dynamic Range" }, { 5, "Shadow Enhance Low" },
         { 6, "Shadow Enhance High" });
ENUM_MAP(portrait_refiner, { 0, "Off" }, { 1, "+1" }, { 2, "+2" });
ENUM_MAP(special_effect_setting, { 0, "Off" }, { 1, "Makeup" }, { 2, "Mist Removal" },
         { 3, "Vivid Landscape" }, { 16, "Art Shot" });
ENUM_MAP(drive_mode, { 0, "Single Shot" }, { 1, "Continuous Shooting" },
         { 2, "Continuous (2 fps)" }, { 3, "Continuous (3 fps)" }, { 4, "Continuous (4 fps)" },
         { 5, "Continuous (5 fps)" }, { 6, "Continuous (6 fps)" }, { 7, "Continuous (7 fps)" },
         { 10, "Continuous (10 fps)" }, { 12, "Continuous (12 fps)" },
         { 15, "Continuous (15 fps)" }, { 20, "Continuous (20 fps)" },
         { 30, "Continuous (30 fps)" }, { 40, "Continuous (40 fps)" },
         { 60, "Continuous (60 fps)" }, { 240, "Auto-N" });
ENUM_MAP(video_quality, { 1, "Standard" }, { 3, "HD (720p)" }, { 4, "Full HD (1080p)" },
         { 5, "Low" });
static const struct tag casio_type2_table_rows[] = {
    { 0x0002, "PreviewImageSize", PRINT_AS(maker_print_size) },
    { 0x0003, "PreviewImageLength", .flags = 0 },
    { 0x0004, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x0008, "QualityMode", PRINT_AS_ENUM(quality_mode) },
    { 0x0009, "CasioImageSize", PRINT_AS_ENUM(casio_image_size) },
    { 0x000d, "FocusMode", PRINT_AS_ENUM(focus_mode_2) },
    { 0x0014, "ISO", PRINT_AS_ENUM(iso), .priority = PRIORITY_LOW },
    { 0x0019, "WhiteBalance", PRINT_AS_ENUM(white_balance_2) },
    { 0x001d, "FocalLength", PRINT_AS_FORMAT("%.1f mm"), .priority = PRIORITY_LOW },
    { 0x001f, "Saturation", PRINT_AS_ENUM(saturation) },
    { 0x0020, "Contrast", PRINT_AS_ENUM(saturation) },
    { 0x0021, "Sharpness", PRINT_AS_ENUM(sharpness_2) },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x2000, "PreviewImage", .flags = TAG_BINARY },
    { 0x2001, "FirmwareDate", .convert = casio_firmware_date },
    { 0x2011, "WhiteBalanceBias" },
    { 0x2012, "WhiteBalance", PRINT_AS_ENUM(white_balance_3) },
    { 0x2021, "AFPointPosition", .convert = casio_af_position },
    { 0x2022, "ObjectDistance", PRINT_AS(casio_print_distance), .convert = maker_thousandth },
    { 0x2034, "FlashDistance" },
    { 0x2076, "SpecialEffectMode", PRINT_AS_ENUM(special_effect_mode) },
    { 0x211c, "FacesDetected" },
    { 0x3000, "RecordMode", PRINT_AS_ENUM(record_mode) },
    { 0x3001, "ReleaseMode", PRINT_AS_ENUM(release_mode) },
    { 0x3002, "Quality", PRINT_AS_ENUM(quality) },
    { 0x3003, "FocusMode", PRINT_AS_ENUM(focus_mode_3) },
    { 0x3006, "HometownCity" },
    { 0x3007, "BestShotMode", PRINT_AS(casio_print_best_shot) },
    { 0x3008, "AutoISO", PRINT_AS_ENUM(auto_iso) },
    { 0x3009, "AFMode", PRINT_AS_ENUM(afmode) },
    { 0x3014, "ISO", .priority = PRIORITY_LOW },
    { 0x3015, "ColorMode", PRINT_AS_ENUM(color_mode) },
    { 0x3016, "Enhancement", PRINT_AS_ENUM(enhancement_2) },
    { 0x3017, "ColorFilter", PRINT_AS_ENUM(color_filter_2) },
    { 0x301b, "ArtMode", PRINT_AS_ENUM(art_mode) },
    { 0x301c, "SequenceNumber" },
    { 0x301d, "BracketSequence" },
    { 0x3020, "ImageStabilization", PRINT_AS_ENUM(image_stabilization) },
    { 0x302a, "LightingMode", PRINT_AS_ENUM(lighting_mode) },
    { 0x302b, "PortraitRefiner", PRINT_AS_ENUM(portrait_refiner) },
    { 0x3030, "SpecialEffectLevel" },
    { 0x3031, "SpecialEffectSetting", PRINT_AS_ENUM(special_effect_setting) },
    { 0x3103, "DriveMode", PRINT_AS_ENUM(drive_mode) },
    { 0x310b, "ArtModeParameters" },
    { 0x4001, "CaptureFrameRate" },
    { 0x4003, "VideoQuality", PRINT_AS_ENUM(video_quality) },
};
const struct tag_table casio_type2_table = TAG_TABLE(casio_type2_table_rows, "MakerNotes", "Casio");

ENUM_MAP(casio_quality, { 1, "Economy" }, { 2, "Normal" }, { 3, "Fine" }, { 4, "Super Fine" });
static const struct tag casio_qvci_rows[] = {
    { 44, "CasioQuality", PRINT_AS_ENUM(casio_quality) },
    { 77, "DateTimeOriginal", .format = FORMAT_TEXT, .count = 20, .convert = casio_qvci_date },
    { 98, "ModelType", .format = FORMAT_TEXT, .count = 7 },
    { 114, "ManufactureIndex", .format = FORMAT_TEXT, .count = 9 },
    { 124, "ManufactureCode", .format = FORMAT_TEXT, .count = 9 },
};
const struct tag_table casio_qvci = RECORD_TABLE(casio_qvci_rows, "MakerNotes", "Casio", FORMAT_U8);
