/*
 * Image resources of Photoshop File Formats Specification (2019), "Image Resource Blocks", by
 * ExifTool's names. What is not here is not printed.
 */
#include "meta/tables/photoshop.h"

#include "meta/print.h"

ENUM_MAP(units, { 1, "inches" }, { 2, "cm" });
ENUM_MAP(false_true, { 0, "False" }, { 1, "True" });
ENUM_MAP(jpeg_format, { 0, "Standard" }, { 1, "Optimized" }, { 0x101, "Progressive" });
ENUM_MAP(scans, { 1, "3 Scans" }, { 2, "4 Scans" }, { 3, "5 Scans" });
ENUM_MAP(print_style, { 0, "Centered" }, { 1, "Size to Fit" }, { 2, "User Defined" });

#define PHOTOSHOP_BINARY(var, unit)                                                                \
    static const struct tag_table var = { .rows = var##_rows,                                      \
                                          .n_rows = ARRAY_LEN(var##_rows),                         \
                                          .g0 = "Photoshop",                                       \
                                          .g1 = "Photoshop",                                       \
                                          .format = (unit),                                        \
                                          .endian = 1 }

static const struct tag resolution_rows[] = {
    { 0, "XResolution", FORMAT_U32, .priority = PRIORITY_LOW, .convert = photoshop_resolution },
    { 2, "DisplayedUnitsX", FORMAT_U16, PRINT_AS_ENUM(units), .flags = TAG_MEMBER },
    { 4, "YResolution", FORMAT_U32, .priority = PRIORITY_LOW, .convert = photoshop_resolution },
    { 6, "DisplayedUnitsY", FORMAT_U16, PRINT_AS_ENUM(units), .flags = TAG_MEMBER },
};
PHOTOSHOP_BINARY(resolution, FORMAT_U16);

static const struct tag jpeg_quality_rows[] = {
    { 0, "PhotoshopQuality", FORMAT_S16, PRINT_AS(photoshop_print_quality) },
    { 1, "PhotoshopFormat", FORMAT_S16, PRINT_AS_ENUM(jpeg_format), .flags = TAG_MEMBER },
    { 2, "ProgressiveScans", FORMAT_S16, PRINT_AS_ENUM(scans), .when = photoshop_when_progressive },
};
PHOTOSHOP_BINARY(jpeg_quality, FORMAT_S16);

static const struct tag print_scale_rows[] = {
    { 0, "PrintStyle", FORMAT_U16, PRINT_AS_ENUM(print_style) },
    { 2, "PrintPosition", FORMAT_FLOAT, .count = 2 },
    { 10, "PrintScale", FORMAT_FLOAT },
};
PHOTOSHOP_BINARY(print_scale, FORMAT_U8);

static const struct tag pixel_rows[] = {
    { 4, "PixelAspectRatio", FORMAT_DOUBLE },
};
PHOTOSHOP_BINARY(pixel, FORMAT_U8);

ENUM_MAP(channel_space, { 0, "RGB" }, { 1, "HSB" }, { 2, "CMYK" }, { 7, "Lab" },
         { 8, "Grayscale" });
ENUM_MAP(channel_indicates, { 0, "Selected Areas" }, { 1, "Masked Areas" }, { 2, "Spot Color" });

static const struct tag channel_rows[] = {
    { 0, "ChannelColorSpace", FORMAT_U16, PRINT_AS_ENUM(channel_space) },
    { 2, "ChannelColorData", FORMAT_U16, .count = 4 },
    { 11, "ChannelOpacity", FORMAT_U8, PRINT_AS_FORMAT("%s%%") },
    { 12, "ChannelColorIndicates", FORMAT_U8, PRINT_AS_ENUM(channel_indicates) },
};
const struct tag_table photoshop_channel_table = {
    .rows = channel_rows, .n_rows = ARRAY_LEN(channel_rows), .g0 = "Photoshop", .endian = 1
};

static const struct text_name blend_modes[] = {
    { "colr", "Color" },         { "dark", "Darken" },       { "diff", "Difference" },
    { "diss", "Dissolve" },      { "div ", "Color Dodge" },  { "dkCl", "Darker Color" },
    { "fdiv", "Divide" },        { "fsub", "Subtract" },     { "hLit", "Hard Light" },
    { "hMix", "Hard Mix" },      { "hue ", "Hue" },          { "idiv", "Color Burn" },
    { "lLit", "Linear Light" },  { "lbrn", "Linear Burn" },  { "lddg", "Linear Dodge" },
    { "lgCl", "Lighter Color" }, { "lite", "Lighten" },      { "lum ", "Luminosity" },
    { "mul ", "Multiply" },      { "norm", "Normal" },       { "over", "Overlay" },
    { "pLit", "Pin Light" },     { "pass", "Pass Through" }, { "sLit", "Soft Light" },
    { "sat ", "Saturation" },    { "scrn", "Screen" },       { "smud", "Exclusion" },
    { "vLit", "Vivid Light" },
};
const struct enum_map photoshop_blend_modes = { .texts = blend_modes,
                                                .n_texts = ARRAY_LEN(blend_modes) };
static const struct enum_name layer_colours[] = {
    { 0, "None" },  { 1, "Red" },  { 2, "Orange" }, { 3, "Yellow" },
    { 4, "Green" }, { 5, "Blue" }, { 6, "Violet" }, { 7, "Gray" },
};
const struct enum_map photoshop_layer_colours = { .names = layer_colours,
                                                  .n_names = ARRAY_LEN(layer_colours) };
static const struct enum_name layer_sections[] = {
    { 0, "Layer" }, { 1, "Folder (open)" }, { 2, "Folder (closed)" }, { 3, "Divider" }
};
const struct enum_map photoshop_layer_sections = { .names = layer_sections,
                                                   .n_names = ARRAY_LEN(layer_sections) };

static const struct tag rows[] = {
    { 0x03ed, "ResolutionInfo", SUB_BINARY(resolution) },
    { 0x03ee, "AlphaChannelsNames", SUB_BLOCK(photoshop_alpha_names) },
    { 0x0404, "IPTCData", SUB_BLOCK(photoshop_iptc) },
    { 0x0406, "JPEG_Quality", SUB_BINARY(jpeg_quality) },
    { 0x0409, "PhotoshopBGRThumbnail", SUB_BLOCK(photoshop_thumbnail) },
    { 0x040a, "CopyrightFlag", FORMAT_U8, PRINT_AS_ENUM(false_true) },
    { 0x040b, "URL", FORMAT_TEXT },
    { 0x040c, "PhotoshopThumbnail", SUB_BLOCK(photoshop_thumbnail) },
    { 0x040d, "GlobalAngle", FORMAT_U32 },
    { 0x040f, "ICC_Profile", SUB_BLOCK(photoshop_icc) },
    { 0x0419, "GlobalAltitude", FORMAT_U32 },
    { 0x041a, "SliceInfo", SUB_BLOCK(photoshop_slices) },
    { 0x041b, "WorkflowURL", FORMAT_UNDEF, .convert = photoshop_utf16 },
    { 0x041e, "URL_List", SUB_BLOCK(photoshop_urls) },
    { 0x0421, "VersionInfo", SUB_BLOCK(photoshop_version) },
    { 0x0422, "EXIFInfo", SUB_BLOCK(photoshop_exif) },
    { 0x0424, "XMP", SUB_BLOCK(photoshop_xmp) },
    { 0x0425, "IPTCDigest", FORMAT_UNDEF, .convert = photoshop_hex },
    { 0x0426, "PrintScaleInfo", SUB_BINARY(print_scale) },
    { 0x0428, "PixelInfo", SUB_BINARY(pixel) },
    { 0x0435, "ChannelOptions", SUB_BLOCK(photoshop_channels) },
    { 0x0bb7, "ClippingPathName", FORMAT_UNDEF, .convert = photoshop_pascal },
};
const struct tag_table photoshop_table = TAG_TABLE(rows, "Photoshop", "Photoshop");
