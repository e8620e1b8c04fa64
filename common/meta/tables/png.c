/*
 * PNG (W3C Recommendation, third edition), its registered extensions, and what is found beside
 * them. Names and wordings are ExifTool's.
 */
#include "meta/tables/png.h"

#include "meta/print.h"

#define PNG_BINARY(var, group, unit)                                                               \
    static const struct tag_table var = { .rows = var##_rows,                                      \
                                          .n_rows = ARRAY_LEN(var##_rows),                         \
                                          .g0 = "PNG",                                             \
                                          .g1 = (group),                                           \
                                          .format = (unit),                                        \
                                          .endian = 1 }

ENUM_MAP(color_type, { 0, "Grayscale" }, { 2, "RGB" }, { 3, "Palette" },
         { 4, "Grayscale with Alpha" }, { 6, "RGB with Alpha" });
ENUM_MAP(compression, { 0, "Deflate/Inflate" });
ENUM_MAP(filter, { 0, "Adaptive" });
ENUM_MAP(interlace, { 0, "Noninterlaced" }, { 1, "Adam7 Interlace" });
ENUM_MAP(rendering, { 0, "Perceptual" }, { 1, "Relative Colorimetric" }, { 2, "Saturation" },
         { 3, "Absolute Colorimetric" });
ENUM_MAP(pixel_units, { 0, "Unknown" }, { 1, "meters" });
ENUM_MAP(stereo_mode, { 0, "Cross-fuse Layout" }, { 1, "Diverging-fuse Layout" });
ENUM_MAP(primaries, { 1, "BT.709" }, { 2, "Unspecified" }, { 4, "BT.470 System M (historical)" },
         { 5, "BT.470 System B, G (historical)" }, { 6, "BT.601" }, { 7, "SMPTE 240" },
         { 8, "Generic film (color filters using illuminant C)" }, { 9, "BT.2020, BT.2100" },
         { 10, "SMPTE 428 (CIE 1921 XYZ)" }, { 11, "SMPTE RP 431-2" }, { 12, "SMPTE EG 432-1" },
         { 22, "EBU Tech. 3213-E" });
ENUM_MAP(transfer, { 0, "For future use (0)" }, { 1, "BT.709" }, { 2, "Unspecified" },
         { 3, "For future use (3)" }, { 4, "BT.470 System M (historical)" },
         { 5, "BT.470 System B, G (historical)" }, { 6, "BT.601" }, { 7, "SMPTE 240 M" },
         { 8, "Linear" }, { 9, "Logarithmic (100 : 1 range)" },
         { 10, "Logarithmic (100 * Sqrt(10) : 1 range)" }, { 11, "IEC 61966-2-4" },
         { 12, "BT.1361" }, { 13, "sRGB or sYCC" }, { 14, "BT.2020 10-bit systems" },
         { 15, "BT.2020 12-bit systems" }, { 16, "SMPTE ST 2084, ITU BT.2100 PQ" },
         { 17, "SMPTE ST 428" }, { 18, "BT.2100 HLG, ARIB STD-B67" });
ENUM_MAP(matrix, { 0, "Identity matrix" }, { 1, "BT.709" }, { 2, "Unspecified" },
         { 3, "For future use (3)" }, { 4, "US FCC 73.628" },
         { 5, "BT.470 System B, G (historical)" }, { 6, "BT.601" }, { 7, "SMPTE 240 M" },
         { 8, "YCgCo" }, { 9, "BT.2020 non-constant luminance, BT.2100 YCbCr" },
         { 10, "BT.2020 constant luminance" }, { 11, "SMPTE ST 2085 YDzDx" },
         { 12, "Chromaticity-derived non-constant luminance" },
         { 13, "Chromaticity-derived constant luminance" }, { 14, "BT.2100 ICtCp" });

static const struct tag header_rows[] = {
    { 0, "ImageWidth", FORMAT_U32 },
    { 4, "ImageHeight", FORMAT_U32 },
    { 8, "BitDepth", FORMAT_U8 },
    { 9, "ColorType", FORMAT_U8, PRINT_AS_ENUM(color_type) },
    { 10, "Compression", FORMAT_U8, PRINT_AS_ENUM(compression) },
    { 11, "Filter", FORMAT_U8, PRINT_AS_ENUM(filter) },
    { 12, "Interlace", FORMAT_U8, PRINT_AS_ENUM(interlace) },
};
PNG_BINARY(header, "PNG", FORMAT_U8);

static const struct tag chromaticity_rows[] = {
    { 0, "WhitePointX", FORMAT_U32, .convert = png_fraction },
    { 1, "WhitePointY", FORMAT_U32, .convert = png_fraction },
    { 2, "RedX", FORMAT_U32, .convert = png_fraction },
    { 3, "RedY", FORMAT_U32, .convert = png_fraction },
    { 4, "GreenX", FORMAT_U32, .convert = png_fraction },
    { 5, "GreenY", FORMAT_U32, .convert = png_fraction },
    { 6, "BlueX", FORMAT_U32, .convert = png_fraction },
    { 7, "BlueY", FORMAT_U32, .convert = png_fraction },
};
PNG_BINARY(chromaticity, "PNG", FORMAT_U32);

static const struct tag physical_rows[] = {
    { 0, "PixelsPerUnitX", FORMAT_U32 },
    { 4, "PixelsPerUnitY", FORMAT_U32 },
    { 8, "PixelUnits", FORMAT_U8, PRINT_AS_ENUM(pixel_units) },
};
PNG_BINARY(physical, "PNG-pHYs", FORMAT_U8);

static const struct tag animation_rows[] = {
    { 0, "AnimationFrames", FORMAT_U32 },
    { 1, "AnimationPlays", FORMAT_U32, PRINT_AS(print_loops) },
};
PNG_BINARY(animation, "PNG", FORMAT_U32);

static const struct tag stereo_rows[] = {
    { 0, "StereoMode", FORMAT_U8, PRINT_AS_ENUM(stereo_mode) },
};
PNG_BINARY(stereo, "PNG", FORMAT_U8);

static const struct tag page_rows[] = {
    { 0, "VirtualImageWidth", FORMAT_U32 },
    { 1, "VirtualImageHeight", FORMAT_U32 },
    { 2, "VirtualPageUnits", FORMAT_U8 },
};
PNG_BINARY(page, "PNG", FORMAT_U32);

static const struct tag code_points_rows[] = {
    { 0, "ColorPrimaries", FORMAT_U8, PRINT_AS_ENUM(primaries) },
    { 1, "TransferCharacteristics", FORMAT_U8, PRINT_AS_ENUM(transfer) },
    { 2, "MatrixCoefficients", FORMAT_U8, PRINT_AS_ENUM(matrix) },
    { 3, "VideoFullRangeFlag", FORMAT_U8 },
};
PNG_BINARY(code_points, "PNG-cICP", FORMAT_U8);

static const struct tag rows[] = {
    { PNG_CHUNK('I', 'H', 'D', 'R'), "ImageHeader", SUB_BINARY(header) },
    { PNG_CHUNK('P', 'L', 'T', 'E'), "Palette", FORMAT_UNDEF, .convert = png_palette },
    { PNG_CHUNK('a', 'c', 'T', 'L'), "AnimationControl", SUB_BINARY(animation) },
    { PNG_CHUNK('b', 'K', 'G', 'D'), "BackgroundColor", FORMAT_UNDEF, .convert = png_color },
    { PNG_CHUNK('c', 'H', 'R', 'M'), "PrimaryChromaticities", SUB_BINARY(chromaticity) },
    { PNG_CHUNK('c', 'I', 'C', 'P'), "CICodePoints", SUB_BINARY(code_points) },
    { PNG_CHUNK('d', 'S', 'I', 'G'), "DigitalSignature", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('f', 'R', 'A', 'c'), "FractalParameters", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('g', 'A', 'M', 'A'), "Gamma", FORMAT_U32, .convert = png_gamma },
    { PNG_CHUNK('g', 'I', 'F', 'g'), "GIFGraphicControlExtension", FORMAT_UNDEF,
      .flags = TAG_BINARY },
    { PNG_CHUNK('g', 'I', 'F', 't'), "GIFPlainTextExtension", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('g', 'I', 'F', 'x'), "GIFApplicationExtension", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('g', 'd', 'A', 'T'), "GainMapImage", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('h', 'I', 'S', 'T'), "PaletteHistogram", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('i', 'D', 'O', 'T'), "AppleDataOffsets", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('o', 'F', 'F', 's'), "ImageOffset", FORMAT_UNDEF, .convert = png_offset },
    { PNG_CHUNK('p', 'C', 'A', 'L'), "PixelCalibration", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('p', 'H', 'Y', 's'), "PhysicalPixel", SUB_BINARY(physical) },
    { PNG_CHUNK('s', 'B', 'I', 'T'), "SignificantBits", FORMAT_U8 },
    { PNG_CHUNK('s', 'P', 'L', 'T'), "SuggestedPalette", FORMAT_UNDEF, .flags = TAG_BINARY },
    { PNG_CHUNK('s', 'R', 'G', 'B'), "SRGBRendering", FORMAT_U8, PRINT_AS_ENUM(rendering) },
    { PNG_CHUNK('s', 'T', 'E', 'R'), "StereoImage", SUB_BINARY(stereo) },
    { PNG_CHUNK('t', 'I', 'M', 'E'), "ModifyDate", FORMAT_UNDEF, .convert = png_time },
    { PNG_CHUNK('t', 'R', 'N', 'S'), "Transparency", FORMAT_UNDEF, .convert = png_transparency },
    { PNG_CHUNK('v', 'p', 'A', 'g'), "VirtualPage", SUB_BINARY(page) },
};
const struct tag_table png_table = TAG_TABLE(rows, "PNG", "PNG");
