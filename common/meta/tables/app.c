/* JFIF 1.02 (ITU-T T.871), Adobe's APP14 (Technical Note 5116). */
#include "meta/tables/app.h"

#include "meta/print.h"

#define APP_BINARY(var, group0, group1, unit, order)                                               \
    const struct tag_table var##_table = { .rows = var##_rows,                                     \
                                           .n_rows = ARRAY_LEN(var##_rows),                        \
                                           .g0 = (group0),                                         \
                                           .g1 = (group1),                                         \
                                           .format = (unit),                                       \
                                           .endian = (order) }

ENUM_MAP(jfif_unit, { 0, "None" }, { 1, "inches" }, { 2, "cm" });

static const struct tag jfif_rows[] = {
    { 0, "JFIFVersion", FORMAT_U8, .count = 2, .convert = jfif_version },
    { 2, "ResolutionUnit", FORMAT_U8, PRINT_AS_ENUM(jfif_unit), .priority = PRIORITY_LOWEST },
    { 3, "XResolution", FORMAT_U16, .priority = PRIORITY_LOWEST },
    { 5, "YResolution", FORMAT_U16, .priority = PRIORITY_LOWEST },
    { 7, "ThumbnailWidth", FORMAT_U8, .when = jfif_when_set },
    { 8, "ThumbnailHeight", FORMAT_U8, .when = jfif_when_set },
};
APP_BINARY(jfif, "JFIF", "JFIF", FORMAT_U8, 1);

static const struct enum_name flags0_bits[] = { { 15, "Encoded with Blend=1 downsampling" } };
static const struct enum_name no_flags[] = { { 0, "(none)" } };
static const struct enum_map flags0 = {
    .names = no_flags, .n_names = 1, .bits = flags0_bits, .n_bits = ARRAY_LEN(flags0_bits)
};
static const struct enum_name flags1_bits[] = { { 99, "" } };
static const struct enum_map flags1 = {
    .names = no_flags, .n_names = 1, .bits = flags1_bits, .n_bits = 1
};
ENUM_MAP(color_transform, { 0, "Unknown (RGB or CMYK)" }, { 1, "YCbCr" }, { 2, "YCCK" });

static const struct tag adobe_rows[] = {
    { 0, "DCTEncodeVersion", FORMAT_U16 },
    { 2, "APP14Flags0", FORMAT_U16, PRINT_AS_ENUM(flags0) },
    { 4, "APP14Flags1", FORMAT_U16, PRINT_AS_ENUM(flags1) },
    { 6, "ColorTransform", FORMAT_U8, PRINT_AS_ENUM(color_transform) },
};
APP_BINARY(adobe, "APP14", "Adobe", FORMAT_U8, 1);

ENUM_MAP(nitf_format, { 'B', "IMode B" });
ENUM_MAP(nitf_colour, { 0, "Monochrome" });
ENUM_MAP(nitf_class, { 0, "General Purpose" }, { 4, "Tactical Imagery" });
ENUM_MAP(nitf_process, { 1, "Baseline sequential DCT, Huffman coding, 8-bit samples" },
         { 4, "Extended sequential DCT, Huffman coding, 12-bit samples" });

static const struct tag nitf_rows[] = {
    { 0, "NITFVersion", FORMAT_U8, .count = 2, .convert = spiff_version },
    { 2, "ImageFormat", FORMAT_U8, PRINT_AS_ENUM(nitf_format) },
    { 3, "BlocksPerRow", FORMAT_U16 },
    { 5, "BlocksPerColumn", FORMAT_U16 },
    { 7, "ImageColor", FORMAT_U8, PRINT_AS_ENUM(nitf_colour) },
    { 8, "BitDepth", FORMAT_U8 },
    { 9, "ImageClass", FORMAT_U8, PRINT_AS_ENUM(nitf_class) },
    { 10, "JPEGProcess", FORMAT_U8, PRINT_AS_ENUM(nitf_process) },
    { 11, "Quality", FORMAT_U8 },
    { 12, "StreamColor", FORMAT_U8, PRINT_AS_ENUM(nitf_colour) },
    { 13, "StreamBitDepth", FORMAT_U8 },
    { 14, "Flags", FORMAT_U32, PRINT_AS_FORMAT("0x%x") },
};
APP_BINARY(nitf, "APP6", "NITF", FORMAT_U8, 1);

ENUM_MAP(qvci_quality, { 1, "Economy" }, { 2, "Normal" }, { 3, "Fine" }, { 4, "Super Fine" });

static const struct tag qvci_rows[] = {
    { 44, "CasioQuality", FORMAT_U8, PRINT_AS_ENUM(qvci_quality) },
    { 77, "DateTimeOriginal", FORMAT_TEXT, .count = 20, .convert = qvci_date },
    { 98, "ModelType", FORMAT_TEXT, .count = 7 },
    { 114, "ManufactureIndex", FORMAT_TEXT, .count = 9 },
    { 124, "ManufactureCode", FORMAT_TEXT, .count = 9 },
};
APP_BINARY(qvci, "MakerNotes", "Casio", FORMAT_U8, 1);

ENUM_MAP(interleaved, { 0, "Not Interleaved" }, { 1, "Odd" }, { 2, "Even" });

static const struct tag avi1_rows[] = {
    { 0, "InterleavedField", FORMAT_U8, PRINT_AS_ENUM(interleaved) },
};
APP_BINARY(avi1, "APP0", "AVI1", FORMAT_U8, 0);

ENUM_MAP(spiff_profile, { 0, "Not Specified" }, { 1, "Continuous-tone Base" },
         { 2, "Continuous-tone Progressive" }, { 3, "Bi-level Facsimile" },
         { 4, "Continuous-tone Facsimile" });
ENUM_MAP(spiff_space, { 0, "Bi-level" }, { 1, "YCbCr, ITU-R BT 709, video" },
         { 2, "No color space specified" }, { 3, "YCbCr, ITU-R BT 601-1, RGB" },
         { 4, "YCbCr, ITU-R BT 601-1, video" }, { 8, "Gray-scale" }, { 9, "PhotoYCC" },
         { 10, "RGB" }, { 11, "CMY" }, { 12, "CMYK" }, { 13, "YCCK" }, { 14, "CIELab" });
ENUM_MAP(spiff_compression, { 0, "Uncompressed, interleaved, 8 bits per sample" },
         { 1, "Modified Huffman" }, { 2, "Modified READ" }, { 3, "Modified Modified READ" },
         { 4, "JBIG" }, { 5, "JPEG" });

/* ITU-T T.84, annex F; the height lies two bytes behind where it says. */
static const struct tag spiff_rows[] = {
    { 0, "SPIFFVersion", FORMAT_U8, .count = 2, .convert = spiff_version },
    { 2, "ProfileID", FORMAT_U8, PRINT_AS_ENUM(spiff_profile) },
    { 3, "ColorComponents", FORMAT_U8 },
    { 6, "ImageHeight", FORMAT_U32 },
    { 10, "ImageWidth", FORMAT_U32 },
    { 14, "ColorSpace", FORMAT_U8, PRINT_AS_ENUM(spiff_space) },
    { 15, "BitsPerSample", FORMAT_U8 },
    { 16, "Compression", FORMAT_U8, PRINT_AS_ENUM(spiff_compression) },
    { 17, "ResolutionUnit", FORMAT_U8, PRINT_AS_ENUM(jfif_unit) },
    { 18, "YResolution", FORMAT_U32 },
    { 22, "XResolution", FORMAT_U32 },
};
APP_BINARY(spiff, "APP8", "SPIFF", FORMAT_U8, 1);
