/*
 * Maker notes of a few tags each: Sanyo, JVC, General Electric, Ricoh, Sigma,
 * Samsung. Source of ids, names and wordings: ExifTool's documentation of each
 * maker.
 */
#include "meta/blocks.h"
#include "meta/maker_small.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/tables/nikon.h"

static const struct enum_name sanyo_quality_names[] = {
    { 0x0, "Normal/Very Low" },          { 0x1, "Normal/Low" },
    { 0x2, "Normal/Medium Low" },        { 0x3, "Normal/Medium" },
    { 0x4, "Normal/Medium High" },       { 0x5, "Normal/High" },
    { 0x6, "Normal/Very High" },         { 0x7, "Normal/Super High" },
    { 0x100, "Fine/Very Low" },          { 0x101, "Fine/Low" },
    { 0x102, "Fine/Medium Low" },        { 0x103, "Fine/Medium" },
    { 0x104, "Fine/Medium High" },       { 0x105, "Fine/High" },
    { 0x106, "Fine/Very High" },         { 0x107, "Fine/Super High" },
    { 0x200, "Super Fine/Very Low" },    { 0x201, "Super Fine/Low" },
    { 0x202, "Super Fine/Medium Low" },  { 0x203, "Super Fine/Medium" },
    { 0x204, "Super Fine/Medium High" }, { 0x205, "Super Fine/High" },
    { 0x206, "Super Fine/Very High" },   { 0x207, "Super Fine/Super High" },
};
static const struct enum_map sanyo_quality = { .names = sanyo_quality_names,
                                               .n_names = ARRAY_LEN(sanyo_quality_names),
                                               .hex = true };
ENUM_MAP(macro, { 0, "Normal" }, { 1, "Macro" }, { 2, "View" }, { 3, "Manual" });
ENUM_MAP(sequential_shot, { 0, "None" }, { 1, "Standard" }, { 2, "Best" },
         { 3, "Adjust Exposure" });
ENUM_MAP(wide_range, { 0, "Off" }, { 1, "On" });
ENUM_MAP(record_shutter_release, { 0, "Record while down" }, { 1, "Press start, press stop" });
ENUM_MAP(resaved, { 0, "No" }, { 1, "Yes" });
ENUM_MAP(scene_select, { 0, "Off" }, { 1, "Sport" }, { 2, "TV" }, { 3, "Night" }, { 4, "User 1" },
         { 5, "User 2" }, { 6, "Lamp" });
ENUM_MAP(sequence_shot_interval, { 0, "5 frames/s" }, { 1, "10 frames/s" }, { 2, "15 frames/s" },
         { 3, "20 frames/s" });
ENUM_MAP(flash_mode, { 0, "Auto" }, { 1, "Force" }, { 2, "Disabled" }, { 3, "Red eye" });
static const struct tag sanyo_table_rows[] = {
    { 0x00ff, "MakerNoteOffset" },
    { 0x0200, "SpecialMode" },
    { 0x0201, "SanyoQuality", PRINT_AS_ENUM(sanyo_quality) },
    { 0x0202, "Macro", PRINT_AS_ENUM(macro) },
    { 0x0204, "DigitalZoom" },
    { 0x0207, "SoftwareVersion" },
    { 0x0208, "PictInfo" },
    { 0x0209, "CameraID" },
    { 0x020e, "SequentialShot", PRINT_AS_ENUM(sequential_shot) },
    { 0x020f, "WideRange", PRINT_AS_ENUM(wide_range) },
    { 0x0210, "ColorAdjustmentMode", PRINT_AS_ENUM(wide_range) },
    { 0x0213, "QuickShot", PRINT_AS_ENUM(wide_range) },
    { 0x0214, "SelfTimer", PRINT_AS_ENUM(wide_range) },
    { 0x0216, "VoiceMemo", PRINT_AS_ENUM(wide_range) },
    { 0x0217, "RecordShutterRelease", PRINT_AS_ENUM(record_shutter_release) },
    { 0x0218, "FlickerReduce", PRINT_AS_ENUM(wide_range) },
    { 0x0219, "OpticalZoomOn", PRINT_AS_ENUM(wide_range) },
    { 0x021b, "DigitalZoomOn", PRINT_AS_ENUM(wide_range) },
    { 0x021d, "LightSourceSpecial", PRINT_AS_ENUM(wide_range) },
    { 0x021e, "Resaved", PRINT_AS_ENUM(resaved) },
    { 0x021f, "SceneSelect", PRINT_AS_ENUM(scene_select) },
    { 0x0223, "ManualFocusDistance" },
    { 0x0224, "SequenceShotInterval", PRINT_AS_ENUM(sequence_shot_interval) },
    { 0x0225, "FlashMode", PRINT_AS_ENUM(flash_mode) },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x0f00, "DataDump", .flags = TAG_BINARY },
};
const struct tag_table sanyo_table = TAG_TABLE(sanyo_table_rows, "MakerNotes", "Sanyo");

ENUM_MAP(quality, { 0, "Low" }, { 1, "Normal" }, { 2, "Fine" });
static const struct tag jvc_table_rows[] = {
    { 0x0002, "CPUVersions", .convert = jvc_versions },
    { 0x0003, "Quality", PRINT_AS_ENUM(quality) },
};
const struct tag_table jvc_table = TAG_TABLE(jvc_table_rows, "MakerNotes", "JVC");

static const struct tag ge_table_rows[] = {
    { 0x0202, "Macro", PRINT_AS_ENUM(wide_range) },
    { 0x0207, "GEModel" },
    { 0x0300, "GEMake" },
};
const struct tag_table ge_table = TAG_TABLE(ge_table_rows, "MakerNotes", "GE");

ENUM_MAP(flash_mode_2, { 0, "Off" }, { 1, "Auto" }, { 2, "On" });
ENUM_MAP(sharpness, { 0, "Sharp" }, { 1, "Normal" }, { 2, "Soft" });
ENUM_MAP(white_balance, { 0, "Auto" }, { 1, "Daylight" }, { 2, "Cloudy" }, { 3, "Tungsten" },
         { 4, "Fluorescent" }, { 5, "Manual" }, { 7, "Detail" }, { 9, "Multi-pattern Auto" });
ENUM_MAP(isosetting, { 0, "Auto" }, { 1, "64" }, { 2, "100" }, { 4, "200" }, { 6, "400" },
         { 7, "800" }, { 8, "1600" }, { 9, "Auto" }, { 10, "3200" }, { 11, "100 (Low)" });
ENUM_MAP(saturation, { 0, "High" }, { 1, "Normal" }, { 2, "Low" }, { 3, "B&W" },
         { 6, "Toning Effect" }, { 9, "Vivid" }, { 10, "Natural" });
static const struct tag ricoh_image_info_rows[] = {
    { 0, "RicohImageWidth", .format = FORMAT_U16 },
    { 2, "RicohImageHeight", .format = FORMAT_U16 },
    { 6, "RicohDate", .convert = ricoh_date, .count = 7 },
    { 28, "PreviewImageStart", .format = FORMAT_U16 },
    { 30, "PreviewImageLength", .format = FORMAT_U16 },
    { 32, "FlashMode", PRINT_AS_ENUM(flash_mode_2) },
    { 33, "Macro", PRINT_AS_ENUM(wide_range) },
    { 34, "Sharpness", PRINT_AS_ENUM(sharpness) },
    { 38, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 39, "ISOSetting", PRINT_AS_ENUM(isosetting) },
    { 40, "Saturation", PRINT_AS_ENUM(saturation) },
};
static const struct tag_table ricoh_image_info = { .rows = ricoh_image_info_rows,
                                                   .n_rows = ARRAY_LEN(ricoh_image_info_rows),
                                                   .g0 = "MakerNotes",
                                                   .g1 = "Ricoh",
                                                   .format = FORMAT_U8,
                                                   .endian = 1 };

static const struct tag ricoh_subdir_rows[] = {
    { 0x0004, "ManufactureDate1", .convert = convert_date },
    { 0x0005, "ManufactureDate2", .convert = convert_date },
};
static const struct tag_table ricoh_subdir = TAG_TABLE(ricoh_subdir_rows, "MakerNotes", "Ricoh");

ENUM_MAP(recording_format, { 2, "JPEG" }, { 3, "DNG" });
ENUM_MAP(focus_mode, { 1, "Manual" }, { 2, "Multi AF" }, { 3, "Spot AF" }, { 4, "Snap" },
         { 5, "Infinity" }, { 7, "Face Detect" }, { 8, "Subject Tracking" }, { 9, "Pinpoint AF" },
         { 10, "Movie" });
ENUM_MAP(auto_bracketing, { 0, "Off" }, { 9, "AE" }, { 11, "WB" }, { 16, "DR" }, { 17, "Contrast" },
         { 18, "WB2" }, { 19, "Effect" });
ENUM_MAP(flash_mode_3, { 0, "Off" }, { 1, "Auto, Fired" }, { 2, "On" },
         { 3, "Auto, Fired, Red-eye reduction" }, { 4, "Slow Sync" }, { 5, "Manual" },
         { 6, "On, Red-eye reduction" }, { 7, "Synchro, Red-eye reduction" },
         { 8, "Auto, Did not fire" });
ENUM_MAP(manual_flash_output, { -288, "1/64" }, { -240, "1/32" }, { -216, "1/22" },
         { -192, "1/16" }, { -168, "1/11" }, { -144, "1/8" }, { -120, "1/5.6" }, { -96, "1/4" },
         { -72, "1/2.8" }, { -48, "1/2" }, { -24, "1/1.4" }, { 0, "Full" });
ENUM_MAP(dynamic_range_expansion, { 0, "Off" }, { 3, "Weak" }, { 4, "Medium" }, { 5, "Strong" });
ENUM_MAP(noise_reduction, { 0, "Off" }, { 1, "Weak" }, { 2, "Medium" }, { 3, "Strong" });
ENUM_MAP(image_effects, { 0, "Standard" }, { 1, "Vivid" }, { 3, "Black & White" },
         { 5, "B&W Toning Effect" }, { 6, "Setting 1" }, { 7, "Setting 2" },
         { 9, "High-contrast B&W" }, { 10, "Cross Process" }, { 11, "Positive Film" },
         { 12, "Bleach Bypass" }, { 13, "Retro" }, { 15, "Miniature" }, { 17, "High Key" });
ENUM_MAP(vignetting, { 0, "Off" }, { 1, "Low" }, { 2, "Medium" }, { 3, "High" });
ENUM_MAP(contrast, { 2147483647, "MAX" });
ENUM_MAP(toning_effect, { 0, "Off" }, { 1, "Sepia" }, { 2, "Red" }, { 3, "Green" }, { 4, "Blue" },
         { 5, "Purple" }, { 6, "B&W" }, { 7, "Color" });
ENUM_MAP(hue_adjust, { 0, "Off" }, { 1, "Basic" }, { 2, "Magenta" }, { 3, "Yellow" },
         { 4, "Normal" }, { 5, "Warm" }, { 6, "Cool" });
ENUM_MAP(wide_adapter, { 0, "Not Attached" }, { 2, "Attached" });
ENUM_MAP(crop_mode, { 0, "Off" }, { 1, "On (35mm)" }, { 2, "On (47mm)" });
ENUM_MAP(afstatus, { 0, "Out of Focus" }, { 1, "In Focus" });
ENUM_MAP(afarea_mode, { 0, "Auto" }, { 2, "Manual" });
static const struct tag ricoh_table_rows[] = {
    { 0x0001, "MakerNoteType" },
    { 0x0002, "FirmwareVersion", .convert = ricoh_firmware },
    { 0x0005, "InternalSerialNumber", .convert = convert_hex },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x1000, "RecordingFormat", PRINT_AS_ENUM(recording_format) },
    { 0x1001, "ImageInfo", SUB_BINARY(ricoh_image_info), .when = maker_is_block },
    { 0x1003, "Sharpness", PRINT_AS_ENUM(sharpness) },
    { 0x1006, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 0x1007, "AutoBracketing", PRINT_AS_ENUM(auto_bracketing) },
    { 0x1009, "MacroMode", PRINT_AS_ENUM(wide_range) },
    { 0x100a, "FlashMode", PRINT_AS_ENUM(flash_mode_3) },
    { 0x100b, "FlashExposureComp" },
    { 0x100c, "ManualFlashOutput", PRINT_AS_ENUM(manual_flash_output) },
    { 0x100d, "FullPressSnap", PRINT_AS_ENUM(wide_range) },
    { 0x100e, "DynamicRangeExpansion", PRINT_AS_ENUM(dynamic_range_expansion) },
    { 0x100f, "NoiseReduction", PRINT_AS_ENUM(noise_reduction) },
    { 0x1010, "ImageEffects", PRINT_AS_ENUM(image_effects) },
    { 0x1011, "Vignetting", PRINT_AS_ENUM(vignetting) },
    { 0x1012, "Contrast", PRINT_AS_ENUM(contrast) },
    { 0x1013, "Saturation" },
    { 0x1014, "Sharpness" },
    { 0x1015, "ToningEffect", PRINT_AS_ENUM(toning_effect) },
    { 0x1016, "HueAdjust", PRINT_AS_ENUM(hue_adjust) },
    { 0x1017, "WideAdapter", PRINT_AS_ENUM(wide_adapter) },
    { 0x1018, "CropMode", PRINT_AS_ENUM(crop_mode) },
    { 0x1019, "NDFilter", PRINT_AS_ENUM(wide_range) },
    { 0x101a, "WBBracketShotNumber" },
    { 0x1200, "AFStatus", PRINT_AS_ENUM(afstatus) },
    { 0x1201, "AFAreaXPosition1" },
    { 0x1202, "AFAreaYPosition1" },
    { 0x1203, "AFAreaXPosition" },
    { 0x1204, "AFAreaYPosition" },
    { 0x1205, "AFAreaMode", PRINT_AS_ENUM(afarea_mode) },
    { 0x1307, "ColorTempKelvin" },
    { 0x1308, "ColorTemperature" },
    { 0x1500, "FocalLength", PRINT_AS_FORMAT("%s mm") },
    { 0x1601, "SensorWidth" },
    { 0x1602, "SensorHeight" },
    { 0x1603, "CroppedImageWidth" },
    { 0x1604, "CroppedImageHeight" },
    { 0x2001, "RicohSubdir", SUB_BLOCK(ricoh_read_subdir) },
};
const struct tag_table ricoh_table = TAG_TABLE(ricoh_table_rows, "MakerNotes", "Ricoh");

const struct tag_table *const ricoh_subdirectory = &ricoh_subdir;
TEXT_MAP(exposure_mode, { "A", "Aperture-priority AE" }, { "M", "Manual" }, { "P", "Program AE" },
         { "S", "Shutter speed priority AE" });
static const struct enum_name metering_mode_names[] = {
    { 8, "Multi-segment" },
};
static const struct text_name metering_mode_texts[] = {
    { "A", "Average" },
    { "C", "Center-weighted average" },
};
static const struct enum_map metering_mode = { .names = metering_mode_names,
                                               .n_names = ARRAY_LEN(metering_mode_names),
                                               .texts = metering_mode_texts,
                                               .n_texts = ARRAY_LEN(metering_mode_texts) };
ENUM_MAP(color_mode, { 0, "n/a" }, { 1, "Sepia" }, { 2, "B&W" }, { 3, "Standard" }, { 4, "Vivid" },
         { 5, "Neutral" }, { 6, "Portrait" }, { 7, "Landscape" }, { 8, "FOV Classic Blue" });
static const struct tag sigma_table_rows[] = {
    { 0x0002, "SerialNumber" },
    { 0x0003, "DriveMode" },
    { 0x0004, "ResolutionMode" },
    { 0x0005, "AFMode" },
    { 0x0006, "FocusSetting" },
    { 0x0007, "WhiteBalance" },
    { 0x0008, "ExposureMode", PRINT_AS_ENUM(exposure_mode) },
    { 0x0009, "MeteringMode", PRINT_AS_ENUM(metering_mode) },
    { 0x000a, "LensFocalRange" },
    { 0x000b, "ColorSpace" },
    { 0x000c, "ExposureCompensation", .convert = sigma_after_colon },
    { 0x000d, "Contrast", .convert = sigma_after_colon },
    { 0x000e, "Shadow", .convert = sigma_after_colon },
    { 0x000f, "Highlight", .convert = sigma_after_colon },
    { 0x0010, "Saturation", .convert = sigma_after_colon },
    { 0x0011, "Sharpness", .convert = sigma_after_colon },
    { 0x0012, "X3FillLight", .convert = sigma_after_colon },
    { 0x0014, "ColorAdjustment", .convert = sigma_after_colon },
    { 0x0015, "AdjustmentMode" },
    { 0x0016, "Quality", .convert = sigma_after_colon },
    { 0x0017, "Firmware" },
    { 0x0018, "Software", .priority = PRIORITY_LOW },
    { 0x0019, "AutoBracket" },
    { 0x001a, "PreviewImageStart", .flags = TAG_OFFSET, .when = maker_is_number },
    { 0x001b, "PreviewImageLength", .when = maker_is_number },
    { 0x001c, "PreviewImageSize", PRINT_AS(maker_print_size) },
    { 0x001d, "MakerNoteVersion" },
    { 0x001f, "AFPoint" },
    { 0x0022, "FileFormat" },
    { 0x0024, "Calibration" },
    { 0x0026, "FileFormat" },
    { 0x002c, "ColorMode", PRINT_AS_ENUM(color_mode) },
    { 0x0030, "LensApertureRange" },
    { 0x0031, "FNumber", PRINT_AS(print_f_number), .priority = PRIORITY_LOW },
    { 0x0032, "ExposureTime", PRINT_AS(print_exposure_time), .priority = PRIORITY_LOW },
    { 0x0033, "ExposureTime2", PRINT_AS(print_exposure_time), .convert = sigma_microseconds },
    { 0x0034, "BurstShot" },
    { 0x0035, "ExposureCompensation", PRINT_AS(print_fraction) },
    { 0x0039, "SensorTemperature", .convert = sigma_temperature },
    { 0x003a, "FlashExposureComp", PRINT_AS(print_fraction) },
    { 0x003b, "Firmware" },
    { 0x003c, "WhiteBalance" },
    { 0x003d, "PictureMode" },
    { 0x0047, "ExposureCompensation" },
    { 0x0048, "LensApertureRange" },
    { 0x0049, "FNumber" },
    { 0x004a, "ExposureTime" },
    { 0x004b, "ExposureTime2" },
    { 0x004d, "ExposureCompensation" },
    { 0x0055, "SensorTemperature" },
    { 0x0056, "FlashExposureComp" },
    { 0x0057, "Firmware2" },
    { 0x0058, "WhiteBalance" },
    { 0x0059, "DigitalFilter" },
    { 0x0084, "Model" },
    { 0x0086, "ISO" },
    { 0x0087, "ResolutionMode" },
    { 0x0088, "WhiteBalance" },
    { 0x008c, "Firmware" },
    { 0x0113, "PictureModeStrength" },
    { 0x011f, "CameraCalibration" },
    { 0x0138, "Fade" },
    { 0x0139, "Vignette" },
};
const struct tag_table sigma_table = TAG_TABLE(sigma_table_rows, "MakerNotes", "Sigma");

static const struct enum_name device_type_names[] = {
    { 0x1000, "Compact Digital Camera" }, { 0x2000, "High-end NX Camera" },
    { 0x3000, "HXM Video Camera" },       { 0x12000, "Cell Phone" },
    { 0x300000, "SMX Video Camera" },
};
static const struct enum_map device_type = { .names = device_type_names,
                                             .n_names = ARRAY_LEN(device_type_names),
                                             .hex = true };
static const struct enum_name samsung_model_id_names[] = {
    { 0x100101c, "NX10" },
    { 0x1001226, "HMX-S15BP" },
    { 0x1001233, "HMX-Q10" },
    { 0x1001234, "HMX-H304" },
    { 0x100130c, "NX100" },
    { 0x1001327, "NX11" },
    { 0x170104b, "ES65, ES67 / VLUU ES65, ES67 / SL50" },
    { 0x170104e, "ES70, ES71 / VLUU ES70, ES71 / SL600" },
    { 0x1701052, "ES73 / VLUU ES73 / SL605" },
    { 0x1701055, "ES25, ES27 / VLUU ES25, ES27 / SL45" },
    { 0x1701300, "ES28 / VLUU ES28" },
    { 0x1701303, "ES74,ES75,ES78 / VLUU ES75,ES78" },
    { 0x2001046, "PL150 / VLUU PL150 / TL210 / PL151" },
    { 0x2001048, "PL100 / TL205 / VLUU PL100 / PL101" },
    { 0x2001311, "PL120,PL121 / VLUU PL120,PL121" },
    { 0x2001315, "PL170,PL171 / VLUUPL170,PL171" },
    { 0x200131e, "PL210, PL211 / VLUU PL210, PL211" },
    { 0x2701317, "PL20,PL21 / VLUU PL20,PL21" },
    { 0x2a0001b, "WP10 / VLUU WP10 / AQ100" },
    { 0x3000000, "Various Models (0x3000000)" },
    { 0x3a00018, "Various Models (0x3a00018)" },
    { 0x400101f, "ST1000 / ST1100 / VLUU ST1000 / CL65" },
    { 0x4001022, "ST550 / VLUU ST550 / TL225" },
    { 0x4001025, "Various Models (0x4001025)" },
    { 0x400103e, "VLUU ST5500, ST5500, CL80" },
    { 0x4001041, "VLUU ST5000, ST5000, TL240" },
    { 0x4001043, "ST70 / VLUU ST70 / ST71" },
    { 0x400130a, "Various Models (0x400130a)" },
    { 0x400130e, "ST90,ST91 / VLUU ST90,ST91" },
    { 0x4001313, "VLUU ST95, ST95" },
    { 0x4a00015, "VLUU ST60" },
    { 0x4a0135b, "ST30, ST65 / VLUU ST65 / ST67" },
    { 0x5000000, "Various Models (0x5000000)" },
    { 0x5001038, "Various Models (0x5001038)" },
    { 0x500103a, "WB650 / VLUU WB650 / WB660" },
    { 0x500103c, "WB600 / VLUU WB600 / WB610" },
    { 0x500133e, "WB150 / WB150F / WB152 / WB152F / WB151" },
    { 0x5a0000f, "WB5000 / HZ25W" },
    { 0x5a0001e, "WB5500 / VLUU WB5500 / HZ50W" },
    { 0x6001036, "EX1" },
    { 0x700131c, "VLUU SH100, SH100" },
    { 0x27127002, "SMX-C20N" },
};
static const struct enum_map samsung_model_id = { .names = samsung_model_id_names,
                                                  .n_names = ARRAY_LEN(samsung_model_id_names),
                                                  .hex = true };
ENUM_MAP(raw_data_byte_order, { 0, "Little-endian (Intel, II)" },
         { 1, "Big-endian (Motorola, MM)" });
ENUM_MAP(raw_data_cfapattern, { 0, "Unchanged" }, { 1, "Swap" }, { 65535, "Roll" });
ENUM_MAP(lens_type0, { 0, "Built-in or Manual Lens" }, { 1, "Samsung NX 30mm F2 Pancake" },
         { 2, "Samsung NX 18-55mm F3.5-5.6 OIS" }, { 3, "Samsung NX 50-200mm F4-5.6 ED OIS" },
         { 4, "Samsung NX 20-50mm F3.5-5.6 ED" }, { 5, "Samsung NX 20mm F2.8 Pancake" },
         { 6, "Samsung NX 18-200mm F3.5-6.3 ED OIS" },
         { 7, "Samsung NX 60mm F2.8 Macro ED OIS SSA" }, { 8, "Samsung NX 16mm F2.4 Pancake" },
         { 9, "Samsung NX 85mm F1.4 ED SSA" }, { 10, "Samsung NX 45mm F1.8" },
         { 11, "Samsung NX 45mm F1.8 2D/3D" }, { 12, "Samsung NX 12-24mm F4-5.6 ED" },
         { 13, "Samsung NX 16-50mm F2-2.8 S ED OIS" }, { 14, "Samsung NX 10mm F3.5 Fisheye" },
         { 15, "Samsung NX 16-50mm F3.5-5.6 Power Zoom ED OIS" },
         { 20, "Samsung NX 50-150mm F2.8 S ED OIS" }, { 21, "Samsung NX 300mm F2.8 ED OIS" });
static const struct print_step lens_type_steps[] = { { PRINT_ENUM, &lens_type0, NULL } };
static const struct print_list lens_type_list = { .steps = lens_type_steps,
                                                  .n_steps = ARRAY_LEN(lens_type_steps) };
ENUM_MAP(color_space, { 0, "sRGB" }, { 1, "Adobe RGB" });
static const struct enum_name album_names[] = {
    { 0, "Red" },     { 1, "Yellow" }, { 2, "Green" }, { 3, "Blue" },
    { 4, "Magenta" }, { 5, "Black" },  { 6, "White" }, { 7, "Various" },
};
static const struct text_name album_texts[] = { { "0 0", "n/a" } };
static const struct enum_map album_color = {
    .names = album_names, .n_names = ARRAY_LEN(album_names), .texts = album_texts, .n_texts = 1
};
ENUM_MAP(wizard_mode, { 0, "Standard" }, { 1, "Vivid" }, { 2, "Portrait" }, { 3, "Landscape" },
         { 4, "Forest" }, { 5, "Retro" }, { 6, "Cool" }, { 7, "Calm" }, { 8, "Classic" },
         { 9, "Custom1" }, { 10, "Custom2" }, { 11, "Custom3" }, { 255, "n/a" });
static const struct tag wizard_rows[] = {
    { 0, "PictureWizardMode", PRINT_AS_ENUM(wizard_mode) },
    { 1, "PictureWizardColor" },
    { 2, "PictureWizardSaturation", .convert = samsung_less_4 },
    { 3, "PictureWizardSharpness", .convert = samsung_less_4 },
    { 4, "PictureWizardContrast", .convert = samsung_less_4 },
};
static const struct tag_table wizard_table =
    RECORD_TABLE(wizard_rows, "MakerNotes", "Samsung", FORMAT_U16);
ENUM_MAP(balance_setup, { 0, "Auto" }, { 1, "Manual" });
static const struct tag samsung_table_rows[] = {
    { 0x0001, "MakerNoteVersion" },
    { 0x0002, "DeviceType", PRINT_AS_ENUM(device_type) },
    { 0x0003, "SamsungModelID", PRINT_AS_ENUM(samsung_model_id) },
    { 0x0020, "SmartAlbumColor", PRINT_AS_ENUM(album_color) },
    { 0x0021, "PictureWizard", SUB_BINARY(wizard_table) },
    { 0x0030, "LocalLocationName", .format = FORMAT_TEXT },
    { 0x0031, "LocationName", .format = FORMAT_TEXT },
    { 0x0035, "PreviewIFD", SUB_IFD(nikon_preview) },
    { 0x0040, "RawDataByteOrder", PRINT_AS_ENUM(raw_data_byte_order) },
    { 0x0041, "WhiteBalanceSetup", PRINT_AS_ENUM(balance_setup) },
    { 0x0043, "CameraTemperature" },
    { 0x0050, "RawDataCFAPattern", PRINT_AS_ENUM(raw_data_cfapattern) },
    { 0x0100, "FaceDetect", PRINT_AS_ENUM(wide_range) },
    { 0x0120, "FaceRecognition", PRINT_AS_ENUM(wide_range) },
    { 0x0123, "FaceName" },
    { 0xa001, "FirmwareName" },
    { 0xa002, "SerialNumber" },
    { 0xa003, "LensType", PRINT_AS_LIST(lens_type_list) },
    { 0xa004, "LensFirmware" },
    { 0xa005, "InternalLensSerialNumber" },
    { 0xa010, "SensorAreas" },
    { 0xa011, "ColorSpace", PRINT_AS_ENUM(color_space) },
    { 0xa012, "SmartRange", PRINT_AS_ENUM(wide_range) },
    { 0xa013, "ExposureCompensation" },
    { 0xa014, "ISO" },
    { 0xa018, "ExposureTime", PRINT_AS(print_exposure_time) },
    { 0xa019, "FNumber", PRINT_AS_FORMAT("%.1f"), .priority = PRIORITY_LOW },
    { 0xa01a, "FocalLengthIn35mmFormat", PRINT_AS_FORMAT("%s mm"), .convert = maker_tenth,
      .priority = PRIORITY_LOW },
    { 0xa020, "EncryptionKey", .flags = TAG_MEMBER },
    { 0xa021, "WB_RGGBLevelsUncorrected", .convert = samsung_plain },
    { 0xa022, "WB_RGGBLevelsAuto", .convert = samsung_plain },
    { 0xa023, "WB_RGGBLevelsIlluminator1", .convert = samsung_plain },
    { 0xa024, "WB_RGGBLevelsIlluminator2", .convert = samsung_plain },
    { 0xa025, "HighlightLinearityLimit" },
    { 0xa028, "WB_RGGBLevelsBlack", .convert = samsung_plain },
    { 0xa030, "ColorMatrix", .convert = samsung_plain },
    { 0xa031, "ColorMatrixSRGB", .convert = samsung_plain },
    { 0xa032, "ColorMatrixAdobeRGB", .convert = samsung_plain },
    { 0xa033, "CbCrMatrixDefault", .convert = samsung_plain },
    { 0xa034, "CbCrMatrix", .convert = samsung_plain },
    { 0xa035, "CbCrGainDefault", .convert = samsung_plain },
    { 0xa036, "CbCrGain", .convert = samsung_plain },
    { 0xa040, "ToneCurveSRGBDefault", .convert = samsung_plain },
    { 0xa041, "ToneCurveAdobeRGBDefault", .convert = samsung_plain },
    { 0xa042, "ToneCurveSRGB", .convert = samsung_plain },
    { 0xa043, "ToneCurveAdobeRGB", .convert = samsung_plain },
};
const struct tag_table samsung_table = TAG_TABLE(samsung_table_rows, "MakerNotes", "Samsung");

/* Of Kyocera's notes nothing else is known. */
static const struct tag kyocera_rows[] = {
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
};
const struct tag_table kyocera_table = TAG_TABLE(kyocera_rows, "MakerNotes", "Kyocera");
