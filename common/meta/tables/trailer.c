/* Source of ids, names and wordings: ExifTool's documentation, "FotoStation Tags", "PhotoMechanic
 * Tags", "CanonVRD Tags", "MIE Tags" and "Samsung Tags". */
#include "meta/tables/trailer.h"

#include "meta/maker_values.h"

#define RECORD(var, group, unit)                                                                   \
    const struct tag_table var##_table = { .rows = var##_rows,                                     \
                                           .n_rows = ARRAY_LEN(var##_rows),                        \
                                           .g0 = (group),                                          \
                                           .g1 = (group),                                          \
                                           .format = (unit),                                       \
                                           .endian = 1 }
#define CURVE(index, name)                                                                         \
    {                                                                                              \
        (index), (name), FORMAT_U16, .count = 21, .convert = vrd_curve                             \
    }
#define LIMITS(index, name)                                                                        \
    {                                                                                              \
        (index), (name), FORMAT_U16, .count = 4                                                    \
    }

ENUM_MAP(no_yes, { 0, "No" }, { 1, "Yes" });
ENUM_MAP(quarter, { 0, "0" }, { 1, "90" }, { 2, "180" }, { 3, "270" });

static const struct tag foto_station_rows[] = {
    { 0, "OriginalImageWidth" },
    { 1, "OriginalImageHeight" },
    { 2, "ColorPlanes" },
    { 3, "XYResolution", .convert = maker_thousandth },
    { 4, "Rotation", .convert = foto_rotation },
    { 6, "CropLeft", .convert = maker_thousandth, PRINT_AS_FORMAT("%s%%") },
    { 7, "CropTop", .convert = maker_thousandth, PRINT_AS_FORMAT("%s%%") },
    { 8, "CropRight", .convert = maker_thousandth, PRINT_AS_FORMAT("%s%%") },
    { 9, "CropBottom", .convert = maker_thousandth, PRINT_AS_FORMAT("%s%%") },
    { 11, "CropRotation", .convert = foto_rotation },
};
RECORD(foto_station, "FotoStation", FORMAT_S32);

ENUM_MAP(colour_class, { 0, "0 (None)" }, { 1, "1 (Winner)" }, { 2, "2 (Winner alt)" },
         { 3, "3 (Superior)" }, { 4, "4 (Superior alt)" }, { 5, "5 (Typical)" },
         { 6, "6 (Typical alt)" }, { 7, "7 (Extras)" }, { 8, "8 (Trash)" });

static const struct tag photo_mechanic_rows[] = {
    { 209, "RawCropLeft" },
    { 210, "RawCropTop" },
    { 211, "RawCropRight" },
    { 212, "RawCropBottom" },
    { 213, "ConstrainedCropWidth" },
    { 214, "ConstrainedCropHeight" },
    { 215, "FrameNum" },
    { 216, "Rotation", PRINT_AS_ENUM(quarter) },
    { 217, "CropLeft" },
    { 218, "CropTop" },
    { 219, "CropRight" },
    { 220, "CropBottom" },
    { 221, "Tagged", PRINT_AS_ENUM(no_yes) },
    { 222, "ColorClass", PRINT_AS_ENUM(colour_class) },
    { 223, "Rating" },
    { 236, "PreviewCropLeft" },
    { 237, "PreviewCropTop" },
    { 238, "PreviewCropRight" },
    { 239, "PreviewCropBottom" },
};
RECORD(photo_mechanic, "PhotoMechanic", FORMAT_S32);

ENUM_MAP(white_balance, { 0, "Auto" }, { 1, "Daylight" }, { 2, "Cloudy" }, { 3, "Tungsten" },
         { 4, "Fluorescent" }, { 5, "Flash" }, { 8, "Shade" }, { 9, "Kelvin" },
         { 30, "Manual (Click)" }, { 31, "Shot Settings" });
ENUM_MAP(raw_colour, { 0, "Shot Settings" }, { 1, "Faithful" }, { 2, "Custom" });
ENUM_MAP(curve_property, { 0, "Shot Settings" }, { 1, "Linear" }, { 2, "Custom 1" },
         { 3, "Custom 2" }, { 4, "Custom 3" }, { 5, "Custom 4" }, { 6, "Custom 5" });
ENUM_MAP(curve_mode, { 0, "RGB" }, { 1, "Luminance" });
ENUM_MAP(interpolation, { 0, "Curve" }, { 1, "Straight" });
ENUM_MAP(aspect_ratio, { 0, "Free" }, { 1, "3:2" }, { 2, "2:3" }, { 3, "4:3" }, { 4, "3:4" },
         { 5, "A-size Landscape" }, { 6, "A-size Portrait" }, { 7, "Letter-size Landscape" },
         { 8, "Letter-size Portrait" }, { 9, "4:5" }, { 10, "5:4" }, { 11, "1:1" },
         { 12, "Circle" }, { 65535, "Custom" });
ENUM_MAP(check_mark, { 0, "Clear" }, { 1, "1" }, { 2, "2" }, { 3, "3" });
ENUM_MAP(work_space, { 0, "sRGB" }, { 1, "Adobe RGB" }, { 2, "Wide Gamut RGB" }, { 3, "Apple RGB" },
         { 4, "ColorMatch RGB" });

static const struct tag canon_vrd_rows[] = {
    { 2, "VRDVersion", FORMAT_U16, .convert = vrd_version },
    LIMITS(6, "WBAdjRGGBLevels"),
    { 24, "WhiteBalanceAdj", FORMAT_U16, PRINT_AS_ENUM(white_balance) },
    { 26, "WBAdjColorTemp", FORMAT_U16 },
    { 36, "WBFineTuneActive", FORMAT_U16, PRINT_AS_ENUM(no_yes) },
    { 40, "WBFineTuneSaturation", FORMAT_U16 },
    { 44, "WBFineTuneTone", FORMAT_U16 },
    { 46, "RawColorAdj", FORMAT_U16, PRINT_AS_ENUM(raw_colour) },
    { 48, "RawCustomSaturation", FORMAT_S32 },
    { 52, "RawCustomTone", FORMAT_S32 },
    { 56, "RawBrightnessAdj", FORMAT_S32, .convert = vrd_brightness },
    { 60, "ToneCurveProperty", FORMAT_U16, PRINT_AS_ENUM(curve_property) },
    { 122, "DynamicRangeMin", FORMAT_U16 },
    { 124, "DynamicRangeMax", FORMAT_U16 },
    { 272, "ToneCurveActive", FORMAT_U16, PRINT_AS_ENUM(no_yes) },
    { 275, "ToneCurveMode", FORMAT_U8, PRINT_AS_ENUM(curve_mode) },
    { 276, "BrightnessAdj", FORMAT_S8 },
    { 277, "ContrastAdj", FORMAT_S8 },
    { 278, "SaturationAdj", FORMAT_S16 },
    { 286, "ColorToneAdj", FORMAT_S32 },
    CURVE(294, "LuminanceCurvePoints"),
    LIMITS(336, "LuminanceCurveLimits"),
    { 345, "ToneCurveInterpolation", FORMAT_U8, PRINT_AS_ENUM(interpolation) },
    CURVE(352, "RedCurvePoints"),
    LIMITS(394, "RedCurveLimits"),
    CURVE(410, "GreenCurvePoints"),
    LIMITS(452, "GreenCurveLimits"),
    CURVE(468, "BlueCurvePoints"),
    LIMITS(510, "BlueCurveLimits"),
    CURVE(526, "RGBCurvePoints"),
    LIMITS(568, "RGBCurveLimits"),
    { 580, "CropActive", FORMAT_U16, PRINT_AS_ENUM(no_yes) },
    { 582, "CropLeft", FORMAT_U16 },
    { 584, "CropTop", FORMAT_U16 },
    { 586, "CropWidth", FORMAT_U16 },
    { 588, "CropHeight", FORMAT_U16 },
    { 602, "SharpnessAdj", FORMAT_U16 },
    { 608, "CropAspectRatio", FORMAT_U16, PRINT_AS_ENUM(aspect_ratio) },
    { 610, "ConstrainedCropWidth", FORMAT_FLOAT },
    { 614, "ConstrainedCropHeight", FORMAT_FLOAT },
    { 618, "CheckMark", FORMAT_U16, PRINT_AS_ENUM(check_mark) },
    { 622, "Rotation", FORMAT_U16, PRINT_AS_ENUM(quarter) },
    { 624, "WorkColorSpace", FORMAT_U16, PRINT_AS_ENUM(work_space) },
};
RECORD(canon_vrd, "CanonVRD", FORMAT_U8);

static const struct text_name mie_document[] = {
    { "Author", "Author" },
    { "Comment", "Comment" },
    { "Contributors", "Contributors" },
    { "Copyright", "Copyright" },
    { "CreateDate", "CreateDate" },
    { "EMail", "Email" },
    { "Keywords", "Keywords" },
    { "ModifyDate", "ModifyDate" },
    { "OriginalDate", "DateTimeOriginal" },
    { "Phone", "PhoneNumber" },
    { "References", "References" },
    { "Software", "Software" },
    { "Title", "Title" },
    { "URL", "URL" },
};
const struct enum_map mie_document_table = { .texts = mie_document,
                                             .n_texts = ARRAY_LEN(mie_document) };

static const struct text_name pictures[] = {
    { "Confidence", "ConfidenceMapImage" },
    { "Depth", "DepthMapImage" },
    { "GainMap", "GainMapImage" },
    { "MotionPhoto", "MotionPhotoVideo" },
    { "android/confidencemap", "ConfidenceMapImage" },
    { "android/depthmap", "DepthMapImage" },
};
const struct enum_map google_pictures = { .texts = pictures, .n_texts = ARRAY_LEN(pictures) };

const struct samsung_block samsung_blocks[] = {
    { 0x0001, "EmbeddedImageName", "EmbeddedImage", true },
    { 0x0100, "EmbeddedAudioFileName", "EmbeddedAudioFile", true },
    { 0x0201, "SurroundShotVideoName", "SurroundShotVideo", true },
    { 0x0a30, "EmbeddedVideoType", "EmbeddedVideoFile", true },
};
const size_t samsung_n_blocks = ARRAY_LEN(samsung_blocks);
