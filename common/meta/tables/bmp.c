/* BITMAPINFOHEADER to BITMAPV5HEADER (Microsoft), BITMAPCOREHEADER (OS/2). */
#include "meta/tables/bmp.h"

#include "meta/print.h"

ENUM_MAP(version, { 12, "OS/2 V1" }, { 40, "Windows V3" }, { 64, "OS/2 V2" },
         { 68, "AVI BMP structure?" }, { 108, "Windows V4" }, { 124, "Windows V5" });
ENUM_MAP(intent, { 1, "Graphic (LCS_GM_BUSINESS)" }, { 2, "Proof (LCS_GM_GRAPHICS)" },
         { 4, "Picture (LCS_GM_IMAGES)" },
         { 8, "Absolute Colorimetric (LCS_GM_ABS_COLORIMETRIC)" });
static const struct enum_name compression_names[] = {
    { 0, "None" },      { 1, "8-Bit RLE" }, { 2, "4-Bit RLE" },
    { 3, "Bitfields" }, { 4, "JPEG" },      { 5, "PNG" },
};
static const struct enum_map compression = { .names = compression_names,
                                             .n_names = ARRAY_LEN(compression_names),
                                             .passing = true };
static const struct text_name space_names[] = {
    { "0", "Calibrated RGB" },
    { "1", "Device RGB" },
    { "2", "Device CMYK" },
    { "LINK", "Linked Color Profile" },
    { "MBED", "Embedded Color Profile" },
    { "Win ", "Windows Color Space" },
    { "sRGB", "sRGB" },
};
static const struct enum_map space = { .texts = space_names, .n_texts = ARRAY_LEN(space_names) };
static const struct enum_name zero_colors[] = { { 0, "Use BitDepth" } };
static const struct enum_map colors = { .names = zero_colors, .n_names = 1, .passing = true };
static const struct enum_name zero_all[] = { { 0, "All" } };
static const struct enum_map important = { .names = zero_all, .n_names = 1, .passing = true };

static const struct tag rows[] = {
    { 0, "BMPVersion", FORMAT_U32, PRINT_AS_ENUM(version) },
    { 4, "ImageWidth", FORMAT_U32 },
    { 8, "ImageHeight", FORMAT_S32, .convert = bmp_abs },
    { 12, "Planes", FORMAT_U16 },
    { 14, "BitDepth", FORMAT_U16 },
    { 16, "Compression", FORMAT_U32, .convert = bmp_four_letters, PRINT_AS_ENUM(compression) },
    { 20, "ImageLength", FORMAT_U32 },
    { 24, "PixelsPerMeterX", FORMAT_U32 },
    { 28, "PixelsPerMeterY", FORMAT_U32 },
    { 32, "NumColors", FORMAT_U32, PRINT_AS_ENUM(colors) },
    { 36, "NumImportantColors", FORMAT_U32, PRINT_AS_ENUM(important) },
    { 40, "RedMask", FORMAT_U32, PRINT_AS_FORMAT("0x%.8x") },
    { 44, "GreenMask", FORMAT_U32, PRINT_AS_FORMAT("0x%.8x") },
    { 48, "BlueMask", FORMAT_U32, PRINT_AS_FORMAT("0x%.8x") },
    { 52, "AlphaMask", FORMAT_U32, PRINT_AS_FORMAT("0x%.8x") },
    { 56, "ColorSpace", FORMAT_U32, .flags = TAG_MEMBER, .convert = bmp_four_letters,
      PRINT_AS_ENUM(space) },
    { 60, "RedEndpoint", FORMAT_U32, .count = 3, .when = bmp_when_calibrated,
      .convert = bmp_fixed_2_30 },
    { 72, "GreenEndpoint", FORMAT_U32, .count = 3, .when = bmp_when_calibrated,
      .convert = bmp_fixed_2_30 },
    { 84, "BlueEndpoint", FORMAT_U32, .count = 3, .when = bmp_when_calibrated,
      .convert = bmp_fixed_2_30 },
    { 96, "GammaRed", FORMAT_U32, .when = bmp_when_calibrated, .convert = bmp_fixed_16_16 },
    { 100, "GammaGreen", FORMAT_U32, .when = bmp_when_calibrated, .convert = bmp_fixed_16_16 },
    { 104, "GammaBlue", FORMAT_U32, .when = bmp_when_calibrated, .convert = bmp_fixed_16_16 },
    { 108, "RenderingIntent", FORMAT_U32, PRINT_AS_ENUM(intent) },
    { 112, "ProfileDataOffset", FORMAT_U32, .when = bmp_when_profile },
    { 116, "ProfileSize", FORMAT_U32, .when = bmp_when_profile },
};
const struct tag_table bmp_table = {
    .rows = rows, .n_rows = ARRAY_LEN(rows), .g0 = "File", .g1 = "File", .endian = -1
};

static const struct tag os2_rows[] = {
    { 0, "BMPVersion", FORMAT_U32, PRINT_AS_ENUM(version) },
    { 4, "ImageWidth", FORMAT_U16 },
    { 6, "ImageHeight", FORMAT_S16 },
    { 8, "Planes", FORMAT_U16 },
    { 10, "BitDepth", FORMAT_U16 },
};
const struct tag_table bmp_os2_table = {
    .rows = os2_rows, .n_rows = ARRAY_LEN(os2_rows), .g0 = "File", .g1 = "File", .endian = -1
};
