/* WebP container (RFC 9649), VP8 frame header (RFC 6386, 9.1), VP8L header. */
#include "meta/tables/webp.h"

#include "meta/print.h"

#define WEBP_BINARY(var)                                                                           \
    const struct tag_table webp_##var##_table = { .rows = var##_rows,                              \
                                                  .n_rows = ARRAY_LEN(var##_rows),                 \
                                                  .g0 = "RIFF",                                    \
                                                  .g1 = "RIFF",                                    \
                                                  .format = FORMAT_U8,                             \
                                                  .endian = -1 }

static const struct enum_name no_flags[] = { { 0, "(none)" } };
static const struct enum_name flag_bits[] = {
    { 1, "Animation" }, { 2, "XMP" }, { 3, "EXIF" }, { 4, "Alpha" }, { 5, "ICC Profile" },
};
static const struct enum_map flags = {
    .names = no_flags, .n_names = 1, .bits = flag_bits, .n_bits = ARRAY_LEN(flag_bits)
};
ENUM_MAP(vp8_version, { 0, "0 (bicubic reconstruction, normal loop)" },
         { 1, "1 (bilinear reconstruction, simple loop)" },
         { 2, "2 (bilinear reconstruction, no loop)" }, { 3, "3 (no reconstruction, no loop)" });
ENUM_MAP(no_yes, { 0, "No" }, { 1, "Yes" });
ENUM_MAP(preprocessing, { 0, "none" }, { 1, "Level Reduction" });
ENUM_MAP(filtering, { 0, "none" }, { 1, "Horizontal" }, { 2, "Vertical" }, { 3, "Gradient" });
ENUM_MAP(compression, { 0, "none" }, { 1, "Lossless" });

/* The canvas of VP8X comes first and stands. */
static const struct tag vp8_rows[] = {
    { 0, "VP8Version", FORMAT_U8, .mask = 0x0e, PRINT_AS_ENUM(vp8_version) },
    { 6, "ImageWidth", FORMAT_U16, .mask = 0x3fff, .priority = PRIORITY_LOW },
    { 6, "HorizontalScale", FORMAT_U16, .mask = 0xc000 },
    { 8, "ImageHeight", FORMAT_U16, .mask = 0x3fff, .priority = PRIORITY_LOW },
    { 8, "VerticalScale", FORMAT_U16, .mask = 0xc000 },
};
WEBP_BINARY(vp8);

static const struct tag vp8l_rows[] = {
    { 1, "ImageWidth", FORMAT_U16, .priority = PRIORITY_LOW, .convert = webp_lossless_width },
    { 2, "ImageHeight", FORMAT_U32, .priority = PRIORITY_LOW, .convert = webp_lossless_height },
    { 4, "AlphaIsUsed", FORMAT_U8, .mask = 0x10, PRINT_AS_ENUM(no_yes) },
};
WEBP_BINARY(vp8l);

static const struct tag vp8x_rows[] = {
    { 0, "WebP_Flags", FORMAT_U32, PRINT_AS_ENUM(flags) },
    { 4, "ImageWidth", FORMAT_UNDEF, .count = 3, .convert = webp_u24_plus_one },
    { 7, "ImageHeight", FORMAT_UNDEF, .count = 3, .convert = webp_u24_plus_one },
};
WEBP_BINARY(vp8x);

static const struct tag anim_rows[] = {
    { 0, "BackgroundColor", FORMAT_U8, .count = 4 },
    { 4, "AnimationLoopCount", FORMAT_U16, PRINT_AS(print_loops) },
};
WEBP_BINARY(anim);

/* ExifTool takes all three from the lowest two bits; bits that no byte has keep the masks apart, as
 * rows of one id and mask are alternatives. */
static const struct tag alph_rows[] = {
    { 0, "AlphaPreprocessing", FORMAT_U8, .mask = 0x03, PRINT_AS_ENUM(preprocessing) },
    { 0, "AlphaFiltering", FORMAT_U8, .mask = 0x103, PRINT_AS_ENUM(filtering) },
    { 0, "AlphaCompression", FORMAT_U8, .mask = 0x203, PRINT_AS_ENUM(compression) },
};
WEBP_BINARY(alph);
