/* Sony's notes of its compact cameras: the tags that are plain numbers or text. Source: ExifTool's
 * "Sony Tags". */
#include "meta/blocks.h"
#include "meta/maker_small.h"
#include "meta/print.h"

ENUM_MAP(noise_reduction_2, { 0, "Normal" }, { 1, "High" }, { 2, "Low" }, { 3, "Off" },
         { 65535, "n/a" });
ENUM_MAP(macro, { 0, "Off" }, { 1, "On" }, { 2, "Close Focus" }, { 65535, "n/a" });
ENUM_MAP(illuminator, { 0, "Off" }, { 1, "Auto" }, { 65535, "n/a" });
ENUM_MAP(jpeg_quality, { 0, "Standard" }, { 1, "Fine" }, { 2, "Extra Fine" }, { 65535, "n/a" });
ENUM_MAP(release_mode, { 0, "Normal" }, { 2, "Continuous" }, { 5, "Exposure Bracketing" },
         { 6, "White Balance Bracketing" }, { 8, "DRO Bracketing" }, { 65535, "n/a" });
ENUM_MAP(anti_blur, { 0, "Off" }, { 1, "On (Continuous)" }, { 2, "On (Shooting)" },
         { 65535, "n/a" });
ENUM_MAP(intelligent_auto, { 0, "Off" }, { 1, "On" }, { 2, "Advanced" });
ENUM_MAP(optimizer, { 0, "Off" }, { 1, "Standard" }, { 2, "Plus" });
ENUM_MAP(soft_skin, { 0, "Off" }, { 1, "Low" }, { 2, "Mid" }, { 3, "High" }, { 4294967295, "n/a" });
ENUM_MAP(flash_level, { -32768, "Low" }, { -9, "-9/3" }, { -8, "-8/3" }, { -7, "-7/3" },
         { -6, "-6/3" }, { -5, "-5/3" }, { -4, "-4/3" }, { -3, "-3/3" }, { -2, "-2/3" },
         { -1, "-1/3" }, { 0, "Normal" }, { 1, "+1/3" }, { 2, "+2/3" }, { 3, "+3/3" },
         { 4, "+4/3" }, { 5, "+5/3" }, { 6, "+6/3" }, { 9, "+9/3" }, { 128, "n/a" },
         { 32767, "High" });
ENUM_MAP(sequence, { 0, "Single" }, { 65535, "n/a" });
TEXT_MAP(creative_style, { "AdobeRGB", "Adobe RGB" }, { "Autumnleaves", "Autumn Leaves" },
         { "BW", "B&W" }, { "Clear", "Clear" }, { "Deep", "Deep" }, { "FL", "FL" }, { "IN", "IN" },
         { "Landscape", "Landscape" }, { "Light", "Light" }, { "Neutral", "Neutral" },
         { "Nightview", "Night View/Portrait" }, { "None", "None" }, { "Portrait", "Portrait" },
         { "Real", "Real" }, { "SH", "SH" }, { "Sepia", "Sepia" }, { "Standard", "Standard" },
         { "Sunset", "Sunset" }, { "VV2", "Vivid 2" }, { "Vivid", "Vivid" });

static const struct tag rows[] = {
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x200f, "SoftSkinEffect", PRINT_AS_ENUM(soft_skin) },
    { 0xb020, "CreativeStyle", PRINT_AS_ENUM(creative_style) },
    { 0xb040, "Macro", PRINT_AS_ENUM(macro) },
    { 0xb044, "AFIlluminator", PRINT_AS_ENUM(illuminator) },
    { 0xb047, "JPEGQuality", PRINT_AS_ENUM(jpeg_quality) },
    { 0xb048, "FlashLevel", PRINT_AS_ENUM(flash_level), .format = FORMAT_S16 },
    { 0xb049, "ReleaseMode", PRINT_AS_ENUM(release_mode) },
    { 0xb04a, "SequenceNumber", PRINT_AS_ENUM(sequence) },
    { 0xb04b, "Anti-Blur", PRINT_AS_ENUM(anti_blur) },
    { 0xb04f, "DynamicRangeOptimizer", PRINT_AS_ENUM(optimizer) },
    { 0xb050, "HighISONoiseReduction2", PRINT_AS_ENUM(noise_reduction_2) },
    { 0xb052, "IntelligentAuto", PRINT_AS_ENUM(intelligent_auto) },
};
const struct tag_table sony_table = TAG_TABLE(rows, "MakerNotes", "Sony");
