/* What Nikon Capture and Nikon Scan leave in maker notes. Source of ids, names and wordings:
 * ExifTool's "NikonCapture Tags" and "Nikon Scan Tags". */
#include "meta/blocks.h"
#include "meta/maker_nikon.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/tables/nikon.h"

#define TABLE(name_, array, format_, group)                                                        \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", group, format_)
#define RECORD(name_, array, format_) static TABLE(name_, array, format_, "NikonCapture")

/* Distances count in half pixels. */
static bool crop_half(const struct tag_env *env, struct buf *out)
{
    return number_put(value_double(env->raw, 0) / 2, out);
}

static bool from_128(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%d", (int)raw_int(env) - 128);
    return true;
}

static bool fifty_times(const struct tag_env *env, struct buf *out)
{
    return number_put(value_double(env->raw, 0) * 50, out);
}

/* Not the IPTC that a digest of the file is made of. */
static int read_iptc(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return iptc_read(scan, raw->bytes, err);
}

/* "0.00 0.00 0.00" */
static bool print_gains(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    for (uint32_t i = 0; i < env->raw->count; i++) {
        buf_printf(out, "%s%.2f", i > 0 ? " " : "", value_double(env->raw, i));
    }
    return true;
}

static const struct tag highlight_rows[] = {
    { 0, "ShadowProtection", .format = FORMAT_S8 },
    { 1, "SaturationAdj", .format = FORMAT_S8 },
    { 6, "HighlightProtection", .format = FORMAT_S8 },
};
RECORD(highlight, highlight_rows, FORMAT_U8);

static const struct tag crop_rows[] = {
    { 30, "CropLeft", .convert = crop_half, .format = FORMAT_DOUBLE },
    { 38, "CropTop", .convert = crop_half, .format = FORMAT_DOUBLE },
    { 46, "CropRight", .convert = crop_half, .format = FORMAT_DOUBLE },
    { 54, "CropBottom", .convert = crop_half, .format = FORMAT_DOUBLE },
    { 142, "CropOutputWidthInches", .format = FORMAT_DOUBLE },
    { 150, "CropOutputHeightInches", .format = FORMAT_DOUBLE },
    { 158, "CropScaledResolution", .format = FORMAT_DOUBLE },
    { 174, "CropSourceResolution", .convert = crop_half, .format = FORMAT_DOUBLE },
    { 182, "CropOutputResolution", .format = FORMAT_DOUBLE },
    { 190, "CropOutputScale", .format = FORMAT_DOUBLE },
    { 198, "CropOutputWidth", .format = FORMAT_DOUBLE },
    { 206, "CropOutputHeight", .format = FORMAT_DOUBLE },
    { 214, "CropOutputPixels", .format = FORMAT_DOUBLE },
};
RECORD(crop, crop_rows, FORMAT_U8);

static const struct tag picture_control_rows[] = {
    { 0, "PictureControlActive", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 19, "PictureControlMode", .format = FORMAT_TEXT, .count = 16 },
    { 42, "QuickAdjust", .convert = from_128, .format = FORMAT_U8 },
    { 43, "SharpeningAdj", .convert = from_128, .format = FORMAT_U8 },
    { 44, "ContrastAdj", .convert = from_128, .format = FORMAT_U8 },
    { 45, "BrightnessAdj", .convert = from_128, .format = FORMAT_U8 },
    { 46, "SaturationAdj", .convert = from_128, .format = FORMAT_U8 },
    { 47, "HueAdj", .convert = from_128, .format = FORMAT_U8 },
};
RECORD(picture_control, picture_control_rows, FORMAT_U8);

ENUM_MAP(red_eye_correction, { 0, "Off" }, { 1, "Automatic" }, { 2, "Click on Eyes" });
static const struct tag red_eye_rows[] = {
    { 0, "RedEyeCorrection", PRINT_AS_ENUM(red_eye_correction), .format = FORMAT_U8 },
};
RECORD(red_eye, red_eye_rows, FORMAT_U8);

ENUM_MAP(active_d_lighting_mode, { 0, "Unchanged" }, { 1, "Off" }, { 2, "Low" }, { 3, "Normal" },
         { 4, "High" }, { 6, "Extra High" }, { 7, "Extra High 1" }, { 8, "Extra High 2" });
static const struct tag exposure_rows[] = {
    { 0, "ExposureAdj", .convert = maker_hundredth, .format = FORMAT_S16 },
    { 18, "ExposureAdj2", PRINT_AS_FORMAT("%.4f"), .format = FORMAT_DOUBLE },
    { 36, "ActiveD-Lighting", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 37, "ActiveD-LightingMode", PRINT_AS_ENUM(active_d_lighting_mode), .format = FORMAT_U8 },
};
RECORD(exposure, exposure_rows, FORMAT_U8);

static const struct tag brightness_rows[] = {
    { 0, "BrightnessAdj", .convert = fifty_times, .format = FORMAT_DOUBLE },
    { 8, "EnhanceDarkTones", PRINT_AS(print_on_off), .format = FORMAT_U8 },
};
RECORD(brightness, brightness_rows, FORMAT_U8);

static const struct tag d_lighting_hq_rows[] = {
    { 0, "D-LightingHQShadow", .format = FORMAT_U32 },
    { 1, "D-LightingHQHighlight", .format = FORMAT_U32 },
    { 2, "D-LightingHQColorBoost", .format = FORMAT_U32 },
};
RECORD(d_lighting_hq, d_lighting_hq_rows, FORMAT_U32);

ENUM_MAP(color_moire_reduction_mode, { 0, "Off" }, { 1, "Low" }, { 2, "Medium" }, { 3, "High" });
ENUM_MAP(noise_reduction_method, { 0, "Faster" }, { 1, "Better Quality" },
         { 2, "Better Quality 2013" });
static const struct tag noise_rows[] = {
    { 4, "EdgeNoiseReduction", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 5, "ColorMoireReductionMode", PRINT_AS_ENUM(color_moire_reduction_mode),
      .format = FORMAT_U8 },
    { 9, "NoiseReductionIntensity", .format = FORMAT_U32 },
    { 13, "NoiseReductionSharpness", .format = FORMAT_U32 },
    { 17, "NoiseReductionMethod", PRINT_AS_ENUM(noise_reduction_method), .format = FORMAT_U16 },
    { 21, "ColorMoireReduction", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 23, "NoiseReduction", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 24, "ColorNoiseReductionIntensity", .format = FORMAT_U32 },
    { 28, "ColorNoiseReductionSharpness", .format = FORMAT_U32 },
};
RECORD(noise, noise_rows, FORMAT_U8);

ENUM_MAP(photo_effects_type, { 0, "None" }, { 1, "B&W" }, { 2, "Sepia" }, { 3, "Tinted" });
static const struct tag effects_rows[] = {
    { 0, "PhotoEffectsType", PRINT_AS_ENUM(photo_effects_type), .format = FORMAT_U8 },
    { 4, "PhotoEffectsRed", .format = FORMAT_S16 },
    { 6, "PhotoEffectsGreen", .format = FORMAT_S16 },
    { 8, "PhotoEffectsBlue", .format = FORMAT_S16 },
};
RECORD(effects, effects_rows, FORMAT_U8);

ENUM_MAP(color_boost_type, { 0, "Nature" }, { 1, "People" });
static const struct tag boost_rows[] = {
    { 0, "ColorBoostType", PRINT_AS_ENUM(color_boost_type), .format = FORMAT_U8 },
    { 1, "ColorBoostLevel", .format = FORMAT_U32 },
};
RECORD(boost, boost_rows, FORMAT_U8);

ENUM_MAP(wb_adj_mode, { 1, "Use Gray Point" }, { 2, "Recorded Value" }, { 3, "Use Temperature" },
         { 4, "Calculate Automatically" }, { 5, "Auto2" }, { 6, "Underwater" }, { 7, "Auto1" });
ENUM_MAP(wb_adj_lighting, { 0x0, "None" }, { 0x100, "Incandescent" },
         { 0x200, "Daylight (direct sunlight)" }, { 0x201, "Daylight (shade)" },
         { 0x202, "Daylight (cloudy)" }, { 0x300, "Standard Fluorescent (warm white)" },
         { 0x301, "Standard Fluorescent (3700K)" }, { 0x302, "Standard Fluorescent (cool white)" },
         { 0x303, "Standard Fluorescent (5000K)" }, { 0x304, "Standard Fluorescent (daylight)" },
         { 0x305, "Standard Fluorescent (high temperature mercury vapor)" },
         { 0x400, "High Color Rendering Fluorescent (warm white)" },
         { 0x401, "High Color Rendering Fluorescent (3700K)" },
         { 0x402, "High Color Rendering Fluorescent (cool white)" },
         { 0x403, "High Color Rendering Fluorescent (5000K)" },
         { 0x404, "High Color Rendering Fluorescent (daylight)" }, { 0x500, "Flash" },
         { 0x501, "Flash (FL-G1 filter)" }, { 0x502, "Flash (FL-G2 filter)" },
         { 0x503, "Flash (TN-A1 filter)" }, { 0x504, "Flash (TN-A2 filter)" },
         { 0x600, "Sodium Vapor Lamps" });
static const struct tag white_balance_rows[] = {
    { 0, "WBAdjRedBalance", .format = FORMAT_DOUBLE },
    { 8, "WBAdjBlueBalance", .format = FORMAT_DOUBLE },
    { 16, "WBAdjMode", PRINT_AS_ENUM(wb_adj_mode), .format = FORMAT_U8 },
    { 20, "WBAdjLighting", PRINT_AS_ENUM(wb_adj_lighting), .format = FORMAT_U16 },
    { 24, "WBAdjTemperature", .format = FORMAT_U16 },
    { 37, "WBAdjTint", .format = FORMAT_S32 },
};
RECORD(white_balance, white_balance_rows, FORMAT_U8);

static const struct tag d_lighting_hs_rows[] = {
    { 0, "D-LightingHSAdjustment", .format = FORMAT_U32 },
    { 1, "D-LightingHSColorBoost", .format = FORMAT_U32 },
};
RECORD(d_lighting_hs, d_lighting_hs_rows, FORMAT_U32);

ENUM_MAP(unsharp1_color, { 0, "RGB" }, { 1, "Red" }, { 2, "Green" }, { 3, "Blue" }, { 4, "Yellow" },
         { 5, "Magenta" }, { 6, "Cyan" });
static const struct tag unsharp_rows[] = {
    { 0, "UnsharpCount", .format = FORMAT_U8 },
    { 19, "Unsharp1Color", PRINT_AS_ENUM(unsharp1_color), .format = FORMAT_U16 },
    { 23, "Unsharp1Intensity", .format = FORMAT_U16 },
    { 25, "Unsharp1HaloWidth", .format = FORMAT_U16 },
    { 27, "Unsharp1Threshold", .format = FORMAT_U8 },
    { 46, "Unsharp2Color", PRINT_AS_ENUM(unsharp1_color), .format = FORMAT_U16 },
    { 50, "Unsharp2Intensity", .format = FORMAT_U16 },
    { 52, "Unsharp2HaloWidth", .format = FORMAT_U16 },
    { 54, "Unsharp2Threshold", .format = FORMAT_U8 },
    { 73, "Unsharp3Color", PRINT_AS_ENUM(unsharp1_color), .format = FORMAT_U16 },
    { 77, "Unsharp3Intensity", .format = FORMAT_U16 },
    { 79, "Unsharp3HaloWidth", .format = FORMAT_U16 },
    { 81, "Unsharp3Threshold", .format = FORMAT_U8 },
    { 100, "Unsharp4Color", PRINT_AS_ENUM(unsharp1_color), .format = FORMAT_U16 },
    { 104, "Unsharp4Intensity", .format = FORMAT_U16 },
    { 106, "Unsharp4HaloWidth", .format = FORMAT_U16 },
    { 108, "Unsharp4Threshold", .format = FORMAT_U8 },
};
RECORD(unsharp, unsharp_rows, FORMAT_U8);

static const struct tag capture_rows[] = {
    { 0x8ae85e, "LCHEditor", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x83a1a25, "HistogramXML", .flags = TAG_BINARY, .format = FORMAT_UNDEF },
    { 0xc89224b, "ColorAberrationControl", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x116fea21, "HighlightData", SUB_BINARY(highlight) },
    { 0x2175eb78, "D-LightingHQ", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x2fc08431, "StraightenAngle", .format = FORMAT_DOUBLE },
    { 0x374233e0, "CropData", SUB_BINARY(crop) },
    { 0x39c456ac, "PictureCtrl", SUB_BINARY(picture_control) },
    { 0x3cfc73c6, "RedEyeData", SUB_BINARY(red_eye) },
    { 0x3d136244, "EditVersionName", .format = FORMAT_TEXT },
    { 0x416391c6, "QuickFix", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x56a54260, "Exposure", SUB_BINARY(exposure) },
    { 0x5f0e7d23, "ColorBooster", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x6a6e36b6, "D-LightingHQSelected", PRINT_AS(print_yes_no), .format = FORMAT_U8 },
    { 0x753dcbc0, "NoiseReduction", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x76a43200, "UnsharpMask", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x76a43201, "Curves", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x76a43202, "ColorBalanceAdj", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x76a43203, "AdvancedRaw", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x76a43204, "WhiteBalanceAdj", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x76a43205, "VignetteControl", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0x76a43206, "FlipHorizontal", PRINT_AS(print_yes_no), .format = FORMAT_U8 },
    { 0x76a43207, "Rotation", .format = FORMAT_U16 },
    { 0x84589434, "BrightnessData", SUB_BINARY(brightness) },
    { 0x890ff591, "D-LightingHQData", SUB_BINARY(d_lighting_hq) },
    { 0x926f13e0, "NoiseReductionData", SUB_BINARY(noise) },
    { 0x9ef5f6e0, "IPTCData", SUB_BLOCK(read_iptc), .format = FORMAT_UNDEF },
    { 0xab5eca5e, "PhotoEffects", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0xac6bd5c0, "VignetteControlIntensity", .format = FORMAT_S16 },
    { 0xb0384e1e, "PhotoEffectsData", SUB_BINARY(effects) },
    { 0xb999a36f, "ColorBoostData", SUB_BINARY(boost) },
    { 0xbf3c6c20, "WBAdjData", SUB_BINARY(white_balance) },
    { 0xce5554aa, "D-LightingHS", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0xe2173c47, "PictureControl", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0xe37b4337, "D-LightingHSData", SUB_BINARY(d_lighting_hs) },
    { 0xe42b5161, "UnsharpData", SUB_BINARY(unsharp) },
    { 0xe9651831, "PhotoEffectHistoryXML", .flags = TAG_BINARY, .format = FORMAT_UNDEF },
    { 0xfe28a44f, "AutoRedEye", PRINT_AS(print_on_off), .format = FORMAT_U8 },
    { 0xfe443a45, "ImageDustOff", PRINT_AS(print_on_off), .format = FORMAT_U8 },
};
TABLE(nikon_capture, capture_rows, FORMAT_NONE, "NikonCapture");

static const struct tag roc_rows[] = {
    { 0, "DigitalROC", .format = FORMAT_U32 },
};
static TABLE(roc, roc_rows, FORMAT_U32, "NikonScan");

static const struct tag gem_rows[] = {
    { 0, "DigitalGEM", .format = FORMAT_U32 },
};
static TABLE(gem, gem_rows, FORMAT_U32, "NikonScan");

static const struct tag scan_rows[] = {
    { 0x0002, "FilmType", .format = FORMAT_TEXT },
    { 0x0040, "MultiSample", .format = FORMAT_TEXT },
    { 0x0041, "BitDepth", .format = FORMAT_U16 },
    { 0x0050, "MasterGain", PRINT_AS_FORMAT("%.1f") },
    {
        0x0051,
        "ColorGain",
        PRINT_AS(print_gains),
    },
    { 0x0060, "ScanImageEnhancer", PRINT_AS(print_on_off), .format = FORMAT_U32 },
    { 0x0100, "DigitalICE", .format = FORMAT_TEXT },
    { 0x0110, "ROCInfo", SUB_BINARY(roc) },
    { 0x0120, "GEMInfo", SUB_BINARY(gem) },
    { 0x0200, "DigitalDEEShadowAdj", .format = FORMAT_U32 },
    { 0x0201, "DigitalDEEThreshold", .format = FORMAT_U32 },
    { 0x0202, "DigitalDEEHighlightAdj", .format = FORMAT_U32 },
};
static const struct tag_table scan = TAG_TABLE(scan_rows, "MakerNotes", "NikonScan");
const struct sub_ifd nikon_scan = { &scan, "NikonScan" };

static const struct tag output_rows[] = {
    { 2, "OutputImageWidth", .format = FORMAT_U32 },
    { 3, "OutputImageHeight", .format = FORMAT_U32 },
    { 4, "OutputResolution", .format = FORMAT_U32 },
};
TABLE(nikon_capture_output, output_rows, FORMAT_U32, "Nikon");

static const struct tag offsets_rows[] = {
    { 0x0001, "IFD0_Offset" },
    { 0x0002, "PreviewIFD_Offset" },
    { 0x0003, "SubIFD_Offset" },
};
const struct tag_table nikon_capture_offsets = TAG_TABLE(offsets_rows, "MakerNotes", "Nikon");
