/* The private directories of Sony's raw files. Source: ExifTool's "Sony Tags" and "SonyIDC Tags".
 */
#include "meta/maker_sony.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/raw.h"
#include "meta/tables/sony.h"

ENUM_MAP(idc_creative_style, { 1, "Camera Setting" }, { 2, "Standard" }, { 3, "Real" },
         { 4, "Vivid" }, { 5, "Adobe RGB" }, { 6, "A100 Standard" }, { 7, "Neutral" },
         { 8, "Portrait" }, { 9, "Landscape" }, { 10, "Clear" }, { 11, "Deep" }, { 12, "Light" },
         { 13, "Sunset" }, { 14, "Night View" }, { 15, "Autumn Leaves" }, { 16, "B&W" },
         { 17, "Sepia" });
ENUM_MAP(preset_white_balance, { 1, "Camera Setting" }, { 2, "Color Temperature" },
         { 3, "Specify Gray Point" }, { 4, "Daylight" }, { 5, "Cloudy" }, { 6, "Shade" },
         { 7, "Cool White Fluorescent" }, { 8, "Day Light Fluorescent" },
         { 9, "Day White Fluorescent" }, { 10, "Warm White Fluorescent" }, { 11, "Tungsten" },
         { 12, "Flash" }, { 13, "Auto" });
ENUM_MAP(d_range_optimizer_mode, { 0, "Off" }, { 1, "Auto" }, { 2, "Manual" });
ENUM_MAP(highlight_color_distort_reduct, { 0, "Standard" }, { 1, "Advanced" });
ENUM_MAP(distortion_compensation, { -1, "n/a" }, { 1, "On" }, { 2, "Off" });
ENUM_MAP(chromatic_aberration_correction, { 1, "On" }, { 2, "Off" });
static const struct tag idc_rows[] = {
    { 0x0201, "IDCPreviewStart", .flags = TAG_OFFSET },
    { 0x0202, "IDCPreviewLength" },
    { 0x8000, "IDCCreativeStyle", PRINT_AS_ENUM(idc_creative_style) },
    { 0x8001, "CreativeStyleWasChanged", PRINT_AS(print_yes_no) },
    { 0x8002, "PresetWhiteBalance", PRINT_AS_ENUM(preset_white_balance) },
    { 0x8013, "ColorTemperatureAdj" },
    { 0x8014, "PresetWhiteBalanceAdj" },
    { 0x8015, "ColorCorrection" },
    { 0x8016, "SaturationAdj" },
    { 0x8017, "ContrastAdj" },
    { 0x8018, "BrightnessAdj" },
    { 0x8019, "HueAdj" },
    { 0x801a, "SharpnessAdj" },
    { 0x801b, "SharpnessOvershoot" },
    { 0x801c, "SharpnessUndershoot" },
    { 0x801d, "SharpnessThreshold" },
    { 0x801e, "NoiseReductionMode", PRINT_AS(print_on_off) },
    { 0x8021, "GrayPoint" },
    { 0x8022, "D-RangeOptimizerMode", PRINT_AS_ENUM(d_range_optimizer_mode) },
    { 0x8023, "D-RangeOptimizerValue" },
    { 0x8024, "D-RangeOptimizerHighlight" },
    { 0x8026, "HighlightColorDistortReduct", PRINT_AS_ENUM(highlight_color_distort_reduct) },
    { 0x8027, "NoiseReductionValue" },
    { 0x8028, "EdgeNoiseReduction" },
    { 0x8029, "ColorNoiseReduction" },
    { 0x802d, "D-RangeOptimizerShadow" },
    { 0x8030, "PeripheralIllumCentralRadius" },
    { 0x8031, "PeripheralIllumCentralValue" },
    { 0x8032, "PeripheralIllumPeriphValue" },
    { 0x8040, "DistortionCompensation", PRINT_AS_ENUM(distortion_compensation) },
    { 0x9000, "ToneCurveBrightnessX" },
    { 0x9001, "ToneCurveRedX" },
    { 0x9002, "ToneCurveGreenX" },
    { 0x9003, "ToneCurveBlueX" },
    { 0x9004, "ToneCurveBrightnessY" },
    { 0x9005, "ToneCurveRedY" },
    { 0x9006, "ToneCurveGreenY" },
    { 0x9007, "ToneCurveBlueY" },
    { 0x900d, "ChromaticAberrationCorrection", PRINT_AS_ENUM(chromatic_aberration_correction) },
    { 0x900e, "InclinationCorrection", PRINT_AS(print_on_off) },
    { 0x900f, "InclinationAngle" },
    { 0x9010, "Cropping", PRINT_AS(print_on_off) },
    { 0x9011, "CropArea" },
    { 0x9012, "PreviewImageSize" },
    { 0x9013, "PxShiftPeriphEdgeNR", PRINT_AS(print_on_off) },
    { 0x9014, "PxShiftPeriphEdgeNRValue" },
    { 0x9017, "WhitesAdj" },
    { 0x9018, "BlacksAdj" },
    { 0x9019, "HighlightsAdj" },
    { 0x901a, "ShadowsAdj" },
    { 0xd000, "CurrentVersion" },
    { 0xd001, "VersionIFD" },
    { 0xd100, "VersionCreateDate" },
    { 0xd101, "VersionModifyDate" },
};
static const struct tag_table idc = TAG_TABLE(idc_rows, "MakerNotes", "SonyIDC");
static const struct sub_ifd idc_ifd = { &idc, "SonyIDC" };

static bool print_key(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    buf_printf(out, "0x%.8x", (unsigned)raw_int(env));
    return true;
}

static const struct tag private_rows[] = {
    { 0x7200, "SR2SubIFDOffset", .flags = TAG_MEMBER },
    { 0x7201, "SR2SubIFDLength", .flags = TAG_MEMBER },
    { 0x7221, "SR2SubIFDKey", PRINT_AS(print_key), .format = FORMAT_U32, .flags = TAG_MEMBER },
    { 0x7240, "IDC_IFD", SUB_IFD(idc_ifd) },
    { 0x7241, "IDC2_IFD", SUB_IFD(idc_ifd), .when = maker_is_not_0 },
    { 0x7250, "MRWInfo", SUB_BLOCK(mrw_info_read) },
};
const struct tag_table sony_private = TAG_TABLE(private_rows, "MakerNotes", "SR2");

static const struct tag data_rows[] = { { 0x7770, "ColorMode", .priority = PRIORITY_LOW } };
static const struct tag_table data_table = TAG_TABLE(data_rows, "MakerNotes", NULL);
static const struct sub_ifd data_ifd = { &data_table, "SR2DataIFD" };

static const struct tag sony_sr2_rows[] = {
    { 0x7300, "BlackLevel" },
    { 0x7302, "WB_GRBGLevelsAuto" },
    { 0x7303, "WB_GRBGLevels" },
    { 0x7310, "BlackLevel" },
    { 0x7312, "WB_RGGBLevelsAuto" },
    { 0x7313, "WB_RGGBLevels" },
    { 0x7480, "WB_RGBLevelsDaylight" },
    { 0x7481, "WB_RGBLevelsCloudy" },
    { 0x7482, "WB_RGBLevelsTungsten" },
    { 0x7483, "WB_RGBLevelsFlash" },
    { 0x7484, "WB_RGBLevels4500K" },
    { 0x7486, "WB_RGBLevelsFluorescent" },
    { 0x74a0, "MaxApertureAtMaxFocal" },
    { 0x74a1, "MaxApertureAtMinFocal" },
    { 0x74a2, "MaxFocalLength" },
    { 0x74a3, "MinFocalLength" },
    { 0x74c0, "SR2DataIFD", SUB_IFD(data_ifd) },
    { 0x7800, "ColorMatrix" },
    { 0x7820, "WB_RGBLevelsDaylight" },
    { 0x7821, "WB_RGBLevelsCloudy" },
    { 0x7822, "WB_RGBLevelsTungsten" },
    { 0x7823, "WB_RGBLevelsFlash" },
    { 0x7824, "WB_RGBLevels4500K" },
    { 0x7825, "WB_RGBLevelsShade" },
    { 0x7826, "WB_RGBLevelsFluorescent" },
    { 0x7827, "WB_RGBLevelsFluorescentP1" },
    { 0x7828, "WB_RGBLevelsFluorescentP2" },
    { 0x7829, "WB_RGBLevelsFluorescentM1" },
    { 0x782a, "WB_RGBLevels8500K" },
    { 0x782b, "WB_RGBLevels6000K" },
    { 0x782c, "WB_RGBLevels3200K" },
    { 0x782d, "WB_RGBLevels2500K" },
    { 0x787f, "WhiteLevel" },
    { 0x797d, "VignettingCorrParams" },
    { 0x7980, "ChromaticAberrationCorrParams" },
    { 0x7982, "DistortionCorrParams" },
};
const struct tag_table sony_sr2 = TAG_TABLE(sony_sr2_rows, "MakerNotes", "SR2SubIFD");
