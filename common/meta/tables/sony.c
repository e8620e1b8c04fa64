/* Sony's maker notes: the main directory and what every camera may have. Source of ids, names and
 * wordings: ExifTool's "Sony Tags". */
#include "meta/tables/sony.h"

#include "meta/blocks.h"
#include "meta/maker_sony.h"
#include "meta/maker_values.h"
#include "meta/print.h"

#define RECORD(name_, array, format_)                                                              \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Sony", format_)

ENUM_MAP(quality, { 0, "RAW" }, { 1, "Super Fine" }, { 2, "Fine" }, { 3, "Standard" },
         { 4, "Economy" }, { 5, "Extra Fine" }, { 6, "RAW + JPEG/HEIF" }, { 7, "Compressed RAW" },
         { 8, "Compressed RAW + JPEG" }, { 9, "Light" }, { 4294967295, "n/a" });
ENUM_MAP(teleconverter, { 0x0, "None" }, { 0x4, "Minolta/Sony AF 1.4x APO (D) (0x04)" },
         { 0x5, "Minolta/Sony AF 2x APO (D) (0x05)" }, { 0x48, "Minolta/Sony AF 2x APO (D)" },
         { 0x50, "Minolta AF 2x APO II" }, { 0x60, "Minolta AF 2x APO" },
         { 0x88, "Minolta/Sony AF 1.4x APO (D)" }, { 0x90, "Minolta AF 1.4x APO II" },
         { 0xa0, "Minolta AF 1.4x APO" });
ENUM_MAP(white_balance, { 0x0, "Auto" }, { 0x1, "Color Temperature/Color Filter" },
         { 0x10, "Daylight" }, { 0x20, "Cloudy" }, { 0x30, "Shade" }, { 0x40, "Tungsten" },
         { 0x50, "Flash" }, { 0x60, "Fluorescent" }, { 0x70, "Custom" }, { 0x80, "Underwater" });
ENUM_MAP(high_iso_noise_reduction, { 0, "Off" }, { 1, "Low" }, { 2, "Normal" }, { 3, "High" },
         { 256, "Auto" }, { 65535, "n/a" });
ENUM_MAP(multi_frame_noise_reduction, { 0, "Off" }, { 1, "On" }, { 255, "n/a" });
ENUM_MAP(picture_effect, { 0, "Off" }, { 1, "Toy Camera" }, { 2, "Pop Color" },
         { 3, "Posterization" }, { 4, "Posterization B/W" }, { 5, "Retro Photo" },
         { 6, "Soft High Key" }, { 7, "Partial Color (red)" }, { 8, "Partial Color (green)" },
         { 9, "Partial Color (blue)" }, { 10, "Partial Color (yellow)" },
         { 13, "High Contrast Monochrome" }, { 16, "Toy Camera (normal)" },
         { 17, "Toy Camera (cool)" }, { 18, "Toy Camera (warm)" }, { 19, "Toy Camera (green)" },
         { 20, "Toy Camera (magenta)" }, { 32, "Soft Focus (low)" }, { 33, "Soft Focus" },
         { 34, "Soft Focus (high)" }, { 48, "Miniature (auto)" }, { 49, "Miniature (top)" },
         { 50, "Miniature (middle horizontal)" }, { 51, "Miniature (bottom)" },
         { 52, "Miniature (left)" }, { 53, "Miniature (middle vertical)" },
         { 54, "Miniature (right)" }, { 64, "HDR Painting (low)" }, { 65, "HDR Painting" },
         { 66, "HDR Painting (high)" }, { 80, "Rich-tone Monochrome" }, { 97, "Water Color" },
         { 98, "Water Color 2" }, { 112, "Illustration (low)" }, { 113, "Illustration" },
         { 114, "Illustration (high)" });
ENUM_MAP(vignetting_correction, { 0, "Off" }, { 2, "Auto" }, { 4294967295, "n/a" });
ENUM_MAP(flash_action, { 0, "Did not fire" }, { 1, "Flash Fired" }, { 2, "External Flash Fired" },
         { 3, "Wireless Controlled Flash Fired" });
ENUM_MAP(af_tracking, { 0, "Off" }, { 1, "Face tracking" }, { 2, "Lock On AF" });
ENUM_MAP(multi_frame_nr_effect, { 0, "Normal" }, { 1, "High" });
TEXT_MAP(variable_low_pass_filter, { "0 0", "n/a" }, { "1 0", "Off" }, { "1 1", "Standard" },
         { "1 2", "High" }, { "65535 65535", "n/a" });
ENUM_MAP(raw_file_type, { 0, "Compressed RAW" }, { 1, "Uncompressed RAW" },
         { 2, "Lossless Compressed RAW" }, { 3, "Compressed RAW 2" }, { 65535, "n/a" });
ENUM_MAP(priority_set_in_awb, { 0, "Standard" }, { 1, "Ambience" }, { 2, "White" });
ENUM_MAP(jpeg_heif_switch, { 0, "JPEG" }, { 1, "HEIF" }, { 65535, "n/a" });
ENUM_MAP(step_crop_shooting, { 0, "35mm (Off)" }, { 1, "50mm" }, { 2, "70mm" });
TEXT_MAP(file_format, { "0 0 0 2", "JPEG" }, { "1 0 0 0", "SR2" }, { "2 0 0 0", "ARW 1.0" },
         { "3 0 0 0", "ARW 2.0" }, { "3 1 0 0", "ARW 2.1" }, { "3 2 0 0", "ARW 2.2" },
         { "3 3 0 0", "ARW 2.3" }, { "3 3 1 0", "ARW 2.3.1" }, { "3 3 2 0", "ARW 2.3.2" },
         { "3 3 3 0", "ARW 2.3.3" }, { "3 3 5 0", "ARW 2.3.5" }, { "4 0 0 0", "ARW 4.0" },
         { "4 0 1 0", "ARW 4.0.1" }, { "5 0 0 0", "ARW 5.0" }, { "5 0 1 0", "ARW 5.0.1" },
         { "6 0 0 0", "ARW 6.0" });
ENUM_MAP(sony_model_id, { 2, "DSC-R1" }, { 256, "DSLR-A100" }, { 257, "DSLR-A900" },
         { 258, "DSLR-A700" }, { 259, "DSLR-A200" }, { 260, "DSLR-A350" }, { 261, "DSLR-A300" },
         { 262, "DSLR-A900 (APS-C mode)" }, { 263, "DSLR-A380/A390" }, { 264, "DSLR-A330" },
         { 265, "DSLR-A230" }, { 266, "DSLR-A290" }, { 269, "DSLR-A850" },
         { 270, "DSLR-A850 (APS-C mode)" }, { 273, "DSLR-A550" }, { 274, "DSLR-A500" },
         { 275, "DSLR-A450" }, { 278, "NEX-5" }, { 279, "NEX-3" }, { 280, "SLT-A33" },
         { 281, "SLT-A55 / SLT-A55V" }, { 282, "DSLR-A560" }, { 283, "DSLR-A580" },
         { 284, "NEX-C3" }, { 285, "SLT-A35" }, { 286, "SLT-A65 / SLT-A65V" },
         { 287, "SLT-A77 / SLT-A77V" }, { 288, "NEX-5N" }, { 289, "NEX-7" }, { 290, "NEX-VG20E" },
         { 291, "SLT-A37" }, { 292, "SLT-A57" }, { 293, "NEX-F3" }, { 294, "SLT-A99 / SLT-A99V" },
         { 295, "NEX-6" }, { 296, "NEX-5R" }, { 297, "DSC-RX100" }, { 298, "DSC-RX1" },
         { 299, "NEX-VG900" }, { 300, "NEX-VG30E" }, { 302, "ILCE-3000 / ILCE-3500" },
         { 303, "SLT-A58" }, { 305, "NEX-3N" }, { 306, "ILCE-7" }, { 307, "NEX-5T" },
         { 308, "DSC-RX100M2" }, { 309, "DSC-RX10" }, { 310, "DSC-RX1R" }, { 311, "ILCE-7R" },
         { 312, "ILCE-6000" }, { 313, "ILCE-5000" }, { 317, "DSC-RX100M3" }, { 318, "ILCE-7S" },
         { 319, "ILCA-77M2" }, { 339, "ILCE-5100" }, { 340, "ILCE-7M2" }, { 341, "DSC-RX100M4" },
         { 342, "DSC-RX10M2" }, { 344, "DSC-RX1RM2" }, { 346, "ILCE-QX1" }, { 347, "ILCE-7RM2" },
         { 350, "ILCE-7SM2" }, { 353, "ILCA-68" }, { 354, "ILCA-99M2" }, { 355, "DSC-RX10M3" },
         { 356, "DSC-RX100M5" }, { 357, "ILCE-6300" }, { 358, "ILCE-9" }, { 360, "ILCE-6500" },
         { 362, "ILCE-7RM3" }, { 363, "ILCE-7M3" }, { 364, "DSC-RX0" }, { 365, "DSC-RX10M4" },
         { 366, "DSC-RX100M6" }, { 367, "DSC-HX99" }, { 369, "DSC-RX100M5A" }, { 371, "ILCE-6400" },
         { 372, "DSC-RX0M2" }, { 373, "DSC-HX95" }, { 374, "DSC-RX100M7" }, { 375, "ILCE-7RM4" },
         { 376, "ILCE-9M2" }, { 378, "ILCE-6600" }, { 379, "ILCE-6100" }, { 380, "ZV-1" },
         { 381, "ILCE-7C" }, { 382, "ZV-E10" }, { 383, "ILCE-7SM3" }, { 384, "ILCE-1" },
         { 385, "ILME-FX3" }, { 386, "ILCE-7RM3A" }, { 387, "ILCE-7RM4A" }, { 388, "ILCE-7M4" },
         { 389, "ZV-1F" }, { 390, "ILCE-7RM5" }, { 391, "ILME-FX30" }, { 392, "ILCE-9M3" },
         { 393, "ZV-E1" }, { 394, "ILCE-6700" }, { 395, "ZV-1M2" }, { 396, "ILCE-7CR" },
         { 397, "ILCE-7CM2" }, { 398, "ILX-LR1" }, { 399, "ZV-E10M2" }, { 400, "ILCE-1M2" },
         { 401, "DSC-RX1RM3" }, { 402, "ILCE-6400A" }, { 403, "ILCE-6100A" },
         { 404, "DSC-RX100M7A" }, { 406, "ILME-FX2" }, { 407, "ILCE-7M5" }, { 408, "ZV-1A" });
TEXT_MAP(creative_style, { "AdobeRGB", "Adobe RGB" }, { "Autumnleaves", "Autumn Leaves" },
         { "BW", "B&W" }, { "Clear", "Clear" }, { "Deep", "Deep" }, { "FL", "FL" }, { "IN", "IN" },
         { "Landscape", "Landscape" }, { "Light", "Light" }, { "Neutral", "Neutral" },
         { "Nightview", "Night View/Portrait" }, { "None", "None" }, { "Portrait", "Portrait" },
         { "Real", "Real" }, { "SH", "SH" }, { "Sepia", "Sepia" }, { "Standard", "Standard" },
         { "Sunset", "Sunset" }, { "VV2", "Vivid 2" }, { "Vivid", "Vivid" });
ENUM_MAP(scene_mode, { 0, "Standard" }, { 1, "Portrait" }, { 2, "Text" }, { 3, "Night Scene" },
         { 4, "Sunset" }, { 5, "Sports" }, { 6, "Landscape" }, { 7, "Night Portrait" },
         { 8, "Macro" }, { 9, "Super Macro" }, { 16, "Auto" }, { 17, "Night View/Portrait" },
         { 18, "Sweep Panorama" }, { 19, "Handheld Night Shot" }, { 20, "Anti Motion Blur" },
         { 21, "Cont. Priority AE" }, { 22, "Auto+" }, { 23, "3D Sweep Panorama" },
         { 24, "Superior Auto" }, { 25, "High Sensitivity" }, { 26, "Fireworks" }, { 27, "Food" },
         { 28, "Pet" }, { 33, "HDR" }, { 65535, "n/a" });
ENUM_MAP(zone_matching, { 0, "ISO Setting Used" }, { 1, "High Key" }, { 2, "Low Key" });
ENUM_MAP(dynamic_range_optimizer, { 0, "Off" }, { 1, "Standard" }, { 2, "Advanced Auto" },
         { 3, "Auto" }, { 8, "Advanced Lv1" }, { 9, "Advanced Lv2" }, { 10, "Advanced Lv3" },
         { 11, "Advanced Lv4" }, { 12, "Advanced Lv5" }, { 16, "Lv1" }, { 17, "Lv2" },
         { 18, "Lv3" }, { 19, "Lv4" }, { 20, "Lv5" });
ENUM_MAP(image_stabilization, { 0, "Off" }, { 1, "On" }, { 4294967295, "n/a" });
ENUM_MAP(color_mode, { 0, "Standard" }, { 1, "Vivid" }, { 2, "Portrait" }, { 3, "Landscape" },
         { 4, "Sunset" }, { 5, "Night View/Portrait" }, { 6, "B&W" }, { 7, "Adobe RGB" },
         { 12, "Neutral" }, { 13, "Clear" }, { 14, "Deep" }, { 15, "Light" },
         { 16, "Autumn Leaves" }, { 17, "Sepia" }, { 18, "FL" }, { 19, "Vivid 2" }, { 20, "IN" },
         { 21, "SH" }, { 22, "FL2" }, { 23, "FL3" }, { 100, "Neutral" }, { 101, "Clear" },
         { 102, "Deep" }, { 103, "Light" }, { 104, "Night View" }, { 105, "Autumn Leaves" },
         { 255, "Off" }, { 4294967295, "n/a" });
ENUM_MAP(macro, { 0, "Off" }, { 1, "On" }, { 2, "Close Focus" }, { 65535, "n/a" });
ENUM_MAP(af_illuminator, { 0, "Off" }, { 1, "Auto" }, { 65535, "n/a" });
ENUM_MAP(jpeg_quality, { 0, "Standard" }, { 1, "Fine" }, { 2, "Extra Fine" }, { 65535, "n/a" });
ENUM_MAP(release_mode, { 0, "Normal" }, { 2, "Continuous" }, { 5, "Exposure Bracketing" },
         { 6, "White Balance Bracketing" }, { 8, "DRO Bracketing" }, { 65535, "n/a" });
ENUM_MAP(anti_blur, { 0, "Off" }, { 1, "On (Continuous)" }, { 2, "On (Shooting)" },
         { 65535, "n/a" });
ENUM_MAP(dynamic_range_optimizer_2, { 0, "Off" }, { 1, "Standard" }, { 2, "Plus" });
ENUM_MAP(high_iso_noise_reduction2, { 0, "Normal" }, { 1, "High" }, { 2, "Low" }, { 3, "Off" },
         { 65535, "n/a" });
ENUM_MAP(intelligent_auto, { 0, "Off" }, { 1, "On" }, { 2, "Advanced" });
ENUM_MAP(white_balance_2, { 0, "Auto" }, { 4, "Custom" }, { 5, "Daylight" }, { 6, "Cloudy" },
         { 7, "Cool White Fluorescent" }, { 8, "Day White Fluorescent" },
         { 9, "Daylight Fluorescent" }, { 10, "Incandescent2" }, { 11, "Warm White Fluorescent" },
         { 14, "Incandescent" }, { 15, "Flash" }, { 17, "Underwater 1 (Blue Water)" },
         { 18, "Underwater 2 (Green Water)" }, { 19, "Underwater Auto" });
ENUM_MAP(flash_level, { -32768, "Low" }, { -9, "-9/3" }, { -8, "-8/3" }, { -7, "-7/3" },
         { -6, "-6/3" }, { -5, "-5/3" }, { -4, "-4/3" }, { -3, "-3/3" }, { -2, "-2/3" },
         { -1, "-1/3" }, { 0, "Normal" }, { 1, "+1/3" }, { 2, "+2/3" }, { 3, "+3/3" },
         { 4, "+4/3" }, { 5, "+5/3" }, { 6, "+6/3" }, { 9, "+9/3" }, { 128, "n/a" },
         { 32767, "High" });
ENUM_MAP(soft_skin_effect, { 0, "Off" }, { 1, "Low" }, { 2, "Mid" }, { 3, "High" },
         { 4294967295, "n/a" });
static const struct enum_name sequence_names[] = { { 0, "Single" }, { 65535, "n/a" } };
static const struct enum_map sequence_number = { .names = sequence_names,
                                                 .n_names = 2,
                                                 .passing = true };
static const struct enum_name no_temperature[] = { { 0, "Auto" }, { 4294967295, "n/a" } };
static const struct enum_map colour_temperature = { .names = no_temperature,
                                                    .n_names = 2,
                                                    .passing = true };
ENUM_MAP(long_exposure_noise_reduction, { 0x0, "Off" }, { 0x1, "On (unused)" },
         { 0x10001, "On (dark subtracted)" }, { 0xffff0000, "Off (65535)" },
         { 0xffff0001, "On (65535)" }, { 0xffffffff, "n/a" });
ENUM_MAP(focus_mode_2, { 1, "AF-S" }, { 2, "AF-C" }, { 4, "Permanent-AF" }, { 65535, "n/a" });
ENUM_MAP(focus_mode_3, { 0, "Manual" }, { 2, "AF-S" }, { 3, "AF-C" }, { 5, "Semi-manual" },
         { 6, "DMF" });
ENUM_MAP(exposure_mode, { 0, "Program AE" }, { 1, "Portrait" }, { 2, "Beach" }, { 3, "Sports" },
         { 4, "Snow" }, { 5, "Landscape" }, { 6, "Auto" }, { 7, "Aperture-priority AE" },
         { 8, "Shutter speed priority AE" }, { 9, "Night Scene / Twilight" },
         { 10, "Hi-Speed Shutter" }, { 11, "Twilight Portrait" }, { 12, "Soft Snap/Portrait" },
         { 13, "Fireworks" }, { 14, "Smile Shutter" }, { 15, "Manual" }, { 18, "High Sensitivity" },
         { 19, "Macro" }, { 20, "Advanced Sports Shooting" }, { 29, "Underwater" }, { 33, "Food" },
         { 34, "Sweep Panorama" }, { 35, "Handheld Night Shot" }, { 36, "Anti Motion Blur" },
         { 37, "Pet" }, { 38, "Backlight Correction HDR" }, { 39, "Superior Auto" },
         { 40, "Background Defocus" }, { 41, "Soft Skin" }, { 42, "3D Image" }, { 65535, "n/a" });
TEXT_MAP(quality_2, { "0 0", "n/a" }, { "0 1", "Standard" }, { "0 2", "Fine" },
         { "0 3", "Extra Fine" }, { "0 4", "Light" }, { "1 0", "RAW" }, { "1 1", "RAW + Standard" },
         { "1 2", "RAW + Fine" }, { "1 3", "RAW + Extra Fine" }, { "1 4", "RAW + Light" },
         { "2 0", "S-size RAW" }, { "2 1", "S-size RAW + Standard" },
         { "2 2", "S-size RAW + Fine" }, { "2 3", "S-size RAW + Extra Fine" },
         { "2 4", "S-size RAW + Light" }, { "3 0", "M-size RAW" },
         { "3 1", "M-size RAW + Standard" }, { "3 2", "M-size RAW + Fine" },
         { "3 3", "M-size RAW + Extra Fine" }, { "3 4", "M-size RAW + Light" },
         { "4 0", "Compressed RAW" }, { "4 1", "Compressed RAW + Standard" },
         { "4 2", "Compressed RAW + Fine" }, { "4 3", "Compressed RAW + Extra Fine" },
         { "4 4", "Compressed RAW + Light" }, { "5 0", "Compressed (HQ) RAW" },
         { "5 1", "Compressed (HQ) RAW + Standard" }, { "5 2", "Compressed (HQ) RAW + Fine" },
         { "5 3", "Compressed (HQ) RAW + Extra Fine" }, { "5 4", "Compressed (HQ) RAW + Light" });
ENUM_MAP(metering_mode2, { 0x100, "Multi-segment" }, { 0x200, "Center-weighted average" },
         { 0x301, "Spot (Standard)" }, { 0x302, "Spot (Large)" }, { 0x400, "Average" },
         { 0x500, "Highlight" });
ENUM_MAP(af_area_mode, { 0, "Default" }, { 1, "Multi" }, { 2, "Center" }, { 3, "Spot" },
         { 4, "Flexible Spot" }, { 6, "Touch" }, { 14, "Tracking" }, { 15, "Face Tracking" },
         { 65535, "n/a" });
ENUM_MAP(af_area_mode_hx9, { 0, "Multi" }, { 1, "Center" }, { 2, "Spot" }, { 3, "Flexible Spot" },
         { 10, "Selective (for Miniature effect)" }, { 14, "Tracking" }, { 15, "Face Tracking" },
         { 255, "Manual" });
ENUM_MAP(hdr, { 0x0, "Off" }, { 0x1, "Auto" }, { 0x10, "1.0 EV" }, { 0x11, "1.5 EV" },
         { 0x12, "2.0 EV" }, { 0x13, "2.5 EV" }, { 0x14, "3.0 EV" }, { 0x15, "3.5 EV" },
         { 0x16, "4.0 EV" }, { 0x17, "4.5 EV" }, { 0x18, "5.0 EV" }, { 0x19, "5.5 EV" },
         { 0x1a, "6.0 EV" });
ENUM_MAP(hdr_result, { 0x0, "Uncorrected image" }, { 0x1, "HDR image (good)" },
         { 0x2, "HDR image (fail 1)" }, { 0x3, "HDR image (fail 2)" });
static const struct print_step hdr_steps[] = { { PRINT_ENUM, &hdr, NULL },
                                               { PRINT_ENUM, &hdr_result, NULL } };
static const struct print_list hdr_list = { .steps = hdr_steps, .n_steps = ARRAY_LEN(hdr_steps) };

ENUM_MAP(p_panorama_direction, { 0, "Left or Up" }, { 1, "Right or Down" });
static const struct tag panorama_rows[] = {
    { 1, "PanoramaFullWidth" },
    { 2, "PanoramaFullHeight" },
    { 3, "PanoramaDirection", PRINT_AS_ENUM(p_panorama_direction) },
    { 4, "PanoramaCropLeft" },
    { 5, "PanoramaCropTop" },
    { 6, "PanoramaCropRight" },
    { 7, "PanoramaCropBottom" },
    { 8, "PanoramaFrameWidth" },
    { 9, "PanoramaFrameHeight" },
    { 10, "PanoramaSourceWidth" },
    { 11, "PanoramaSourceHeight" },
};
static RECORD(panorama, panorama_rows, FORMAT_U32);

static const struct tag sony_rows[] = {
    { 0x0010, "CameraInfo", SUB_BLOCK(sony_camera_info_read) },
    { 0x0020, "FocusInfo", SUB_BLOCK(sony_focus_info_read) },
    { 0x0102, "Quality", PRINT_AS_ENUM(quality) },
    { 0x0104, "FlashExposureComp", PRINT_AS(print_fraction) },
    { 0x0105, "Teleconverter", PRINT_AS_ENUM(teleconverter) },
    { 0x0112, "WhiteBalanceFineTune", .format = FORMAT_S32 },
    { 0x0114, "CameraSettings", SUB_BLOCK(sony_camera_settings_read) },
    { 0x0115, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 0x0116, "ExtraInfo", SUB_BLOCK(sony_extra_info_read) },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x1003, "Panorama", SUB_BINARY(panorama) },
    { 0x2001, "PreviewImage", .flags = TAG_BINARY },
    { 0x2002, "Rating" },
    { 0x2004, "Contrast", PRINT_AS(sony_print_whole_signed) },
    { 0x2005, "Saturation", PRINT_AS(sony_print_whole_signed) },
    { 0x2006, "Sharpness", PRINT_AS(sony_print_whole_signed) },
    { 0x2007, "Brightness", PRINT_AS(sony_print_whole_signed) },
    { 0x2008, "LongExposureNoiseReduction", PRINT_AS_ENUM(long_exposure_noise_reduction) },
    { 0x2009, "HighISONoiseReduction", PRINT_AS_ENUM(high_iso_noise_reduction) },
    { 0x200a, "HDR", PRINT_AS_LIST(hdr_list), .format = FORMAT_U16 },
    { 0x200b, "MultiFrameNoiseReduction", PRINT_AS_ENUM(multi_frame_noise_reduction) },
    { 0x200e, "PictureEffect", PRINT_AS_ENUM(picture_effect) },
    { 0x200f, "SoftSkinEffect", PRINT_AS_ENUM(soft_skin_effect) },
    { 0x2011, "VignettingCorrection", PRINT_AS_ENUM(vignetting_correction) },
    { 0x2012, "LateralChromaticAberration", PRINT_AS_ENUM(vignetting_correction) },
    { 0x2013, "DistortionCorrectionSetting", PRINT_AS_ENUM(vignetting_correction) },
    { 0x2014, "WBShiftAB_GM", .format = FORMAT_S32, .count = 2 },
    { 0x2016, "AutoPortraitFramed", PRINT_AS(print_yes_no) },
    { 0x2017, "FlashAction", PRINT_AS_ENUM(flash_action) },
    { 0x201a, "ElectronicFrontCurtainShutter", PRINT_AS(print_on_off) },
    { 0x2021, "AFTracking", PRINT_AS_ENUM(af_tracking) },
    { 0x2023, "MultiFrameNREffect", PRINT_AS_ENUM(multi_frame_nr_effect) },
    { 0x2026, "WBShiftAB_GM_Precise", .format = FORMAT_S32, .count = 2 },
    { 0x2028, "VariableLowPassFilter", PRINT_AS_ENUM(variable_low_pass_filter), .count = 2 },
    { 0x2029, "RAWFileType", PRINT_AS_ENUM(raw_file_type) },
    { 0x202b, "PrioritySetInAWB", PRINT_AS_ENUM(priority_set_in_awb) },
    { 0x202c, "MeteringMode2", PRINT_AS_ENUM(metering_mode2) },
    { 0x202d, "ExposureStandardAdjustment" },
    { 0x202e, "Quality", PRINT_AS_ENUM(quality_2), .count = 2 },
    { 0x2031, "SerialNumber" },
    { 0x2032, "Shadows", PRINT_AS(sony_print_whole_signed) },
    { 0x2033, "Highlights", PRINT_AS(sony_print_whole_signed) },
    { 0x2034, "Fade", PRINT_AS(sony_print_whole_signed) },
    { 0x2035, "SharpnessRange", PRINT_AS(sony_print_whole_signed) },
    { 0x2036, "Clarity", PRINT_AS(sony_print_whole_signed) },
    { 0x2039, "JPEG-HEIFSwitch", PRINT_AS_ENUM(jpeg_heif_switch) },
    { 0x205c, "StepCropShooting", PRINT_AS_ENUM(step_crop_shooting) },
    { 0x3000, "ShotInfo", SUB_BLOCK(sony_shot_info_read) },
    { 0x9402, "Tag9402", SUB_BLOCK(sony_tag_9402_read) },
    { 0xb000, "FileFormat", PRINT_AS_ENUM(file_format), .count = 4 },
    { 0xb001, "SonyModelID", PRINT_AS_ENUM(sony_model_id) },
    { 0xb020, "CreativeStyle", PRINT_AS_ENUM(creative_style) },
    { 0xb021, "ColorTemperature", PRINT_AS_ENUM(colour_temperature) },
    { 0xb022, "ColorCompensationFilter", PRINT_AS(sony_print_whole_signed), .format = FORMAT_S32 },
    { 0xb023, "SceneMode", PRINT_AS_ENUM(scene_mode) },
    { 0xb024, "ZoneMatching", PRINT_AS_ENUM(zone_matching) },
    { 0xb025, "DynamicRangeOptimizer", PRINT_AS_ENUM(dynamic_range_optimizer) },
    { 0xb026, "ImageStabilization", PRINT_AS_ENUM(image_stabilization) },
    { 0xb027, "LensType", PRINT_AS_ENUM(sony_lenses) },
    { 0xb029, "ColorMode", PRINT_AS_ENUM(color_mode) },
    { 0xb02a, "LensSpec", PRINT_AS(sony_print_lens_spec), .convert = sony_lens_spec,
      .format = FORMAT_UNDEF },
    { 0xb02b, "FullImageSize", PRINT_AS(maker_print_size), .convert = sony_reversed },
    { 0xb02c, "PreviewImageSize", PRINT_AS(maker_print_size), .convert = sony_reversed },
    { 0xb040, "Macro", PRINT_AS_ENUM(macro) },
    { 0xb041, "ExposureMode", PRINT_AS_ENUM(exposure_mode) },
    { 0xb042, "FocusMode", PRINT_AS_ENUM(focus_mode_2), .when = sony_not_hx9 },
    { 0xb043, "AFAreaMode", PRINT_AS_ENUM(af_area_mode_hx9), .when = sony_is_hx9 },
    { 0xb043, "AFAreaMode", PRINT_AS_ENUM(af_area_mode) },
    { 0xb044, "AFIlluminator", PRINT_AS_ENUM(af_illuminator) },
    { 0xb047, "JPEGQuality", PRINT_AS_ENUM(jpeg_quality) },
    { 0xb048, "FlashLevel", PRINT_AS_ENUM(flash_level), .format = FORMAT_S16 },
    { 0xb049, "ReleaseMode", PRINT_AS_ENUM(release_mode) },
    { 0xb04a, "SequenceNumber", PRINT_AS_ENUM(sequence_number) },
    { 0xb04b, "Anti-Blur", PRINT_AS_ENUM(anti_blur) },
    { 0xb04e, "FocusMode", PRINT_AS_ENUM(focus_mode_3), .when = sony_is_hx9 },
    { 0xb04f, "DynamicRangeOptimizer", PRINT_AS_ENUM(dynamic_range_optimizer_2) },
    { 0xb050, "HighISONoiseReduction2", PRINT_AS_ENUM(high_iso_noise_reduction2) },
    { 0xb052, "IntelligentAuto", PRINT_AS_ENUM(intelligent_auto) },
    { 0xb054, "WhiteBalance", PRINT_AS_ENUM(white_balance_2) },
};
const struct tag_table sony_table = TAG_TABLE(sony_rows, "MakerNotes", "Sony");

static const struct tag sony_ericsson_rows[] = {
    { 0x0201, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x0202, "PreviewImageLength" },
    { 0x2000, "MakerNoteVersion" },
};
const struct tag_table sony_ericsson = TAG_TABLE(sony_ericsson_rows, "MakerNotes", "Sony");

static const struct tag face_info_1_rows[] = {
    { 0, "Face1Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 32, "Face2Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 64, "Face3Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 96, "Face4Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 128, "Face5Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 160, "Face6Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 192, "Face7Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 224, "Face8Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
};
static RECORD(face_info_1, face_info_1_rows, FORMAT_U8);

static const struct tag face_info_2_rows[] = {
    { 0, "Face1Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 37, "Face2Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 74, "Face3Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 111, "Face4Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 148, "Face5Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 185, "Face6Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 222, "Face7Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
    { 259, "Face8Position", .convert = sony_face, .format = FORMAT_U16, .count = 4 },
};
static RECORD(face_info_2, face_info_2_rows, FORMAT_U8);

static const struct tag sony_shot_info_rows[] = {
    { 2, "FaceInfoOffset", .format = FORMAT_U16, .flags = TAG_MEMBER },
    { 6, "SonyDateTime", .convert = sony_text, .format = FORMAT_TEXT, .count = 20 },
    { 26, "SonyImageHeight", .format = FORMAT_U16 },
    { 28, "SonyImageWidth", .format = FORMAT_U16 },
    { 48, "FacesDetected", .flags = TAG_MEMBER, .format = FORMAT_U16 },
    { 50, "FaceInfoLength", .format = FORMAT_U16, .flags = TAG_MEMBER },
    { 52, "MetaVersion", .flags = TAG_MEMBER, .convert = sony_text, .format = FORMAT_TEXT,
      .count = 16 },
    { 72, "FaceInfo1", SUB_BINARY(face_info_1), .when = sony_has_faces_1 },
    { 94, "FaceInfo2", SUB_BINARY(face_info_2), .when = sony_has_faces_2 },
};
RECORD(sony_shot_info, sony_shot_info_rows, FORMAT_U8);

ENUM_MAP(t9402_focus_mode, { 0, "Manual" }, { 2, "AF-S" }, { 3, "AF-C" }, { 4, "AF-A" },
         { 6, "DMF" });
ENUM_MAP(t9402_af_area_mode, { 0, "Multi" }, { 1, "Center" }, { 2, "Spot" }, { 3, "Flexible Spot" },
         { 10, "Selective (for Miniature effect)" }, { 11, "Zone" },
         { 12, "Expanded Flexible Spot" }, { 13, "Custom AF Area" }, { 14, "Tracking" },
         { 15, "Face Tracking" }, { 20, "Animal Eye Tracking" }, { 21, "Human Eye Tracking" },
         { 255, "Manual" });
static const struct tag sony_tag_9402_rows[] = {
    { 22, "FocusMode", PRINT_AS_ENUM(t9402_focus_mode), .mask = 0x7f },
    { 23, "AFAreaMode", PRINT_AS_ENUM(t9402_af_area_mode) },
    { 45, "FocusPosition2" },
};
RECORD(sony_tag_9402, sony_tag_9402_rows, FORMAT_U8);
