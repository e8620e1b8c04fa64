/*
 * Names and fixed layouts of the ISO base media file format (ISO/IEC 14496-12), HEIF (23008-12) and
 * AVIF, with ExifTool's wordings, from its tag name documentation.
 */
#include "meta/heif.h"
#include "meta/maker_values.h"
#include "meta/print.h"

/* clang-format off */

static const struct text_name major_brand_texts[] = {
    { "3g2a", "3GPP2 Media (.3G2) compliant with 3GPP2 C.S0050-0 V1.0" },
    { "3g2b", "3GPP2 Media (.3G2) compliant with 3GPP2 C.S0050-A V1.0.0" },
    { "3g2c", "3GPP2 Media (.3G2) compliant with 3GPP2 C.S0050-B v1.0" },
    { "3ge6", "3GPP (.3GP) Release 6 MBMS Extended Presentations" },
    { "3ge7", "3GPP (.3GP) Release 7 MBMS Extended Presentations" },
    { "3gg6", "3GPP Release 6 General Profile" },
    { "3gp1", "3GPP Media (.3GP) Release 1 (probably non-existent)" },
    { "3gp2", "3GPP Media (.3GP) Release 2 (probably non-existent)" },
    { "3gp3", "3GPP Media (.3GP) Release 3 (probably non-existent)" },
    { "3gp4", "3GPP Media (.3GP) Release 4" },
    { "3gp5", "3GPP Media (.3GP) Release 5" },
    { "3gp6", "3GPP Media (.3GP) Release 6 Streaming Servers" },
    { "3gs7", "3GPP Media (.3GP) Release 7 Streaming Servers" },
    { "CAEP", "Canon Digital Camera" },
    { "CDes", "Convergent Design" },
    { "F4A ", "Audio for Adobe Flash Player 9+ (.F4A)" },
    { "F4B ", "Audio Book for Adobe Flash Player 9+ (.F4B)" },
    { "F4P ", "Protected Video for Adobe Flash Player 9+ (.F4P)" },
    { "F4V ", "Video for Adobe Flash Player 9+ (.F4V)" },
    { "JP2 ", "JPEG 2000 Image (.JP2) [ISO 15444-1 ?]" },
    { "JP20", "Unknown, from GPAC samples (prob non-existent)" },
    { "KDDI", "3GPP2 EZmovie for KDDI 3G cellphones" },
    { "M4A ", "Apple iTunes AAC-LC (.M4A) Audio" },
    { "M4B ", "Apple iTunes AAC-LC (.M4B) Audio Book" },
    { "M4P ", "Apple iTunes AAC-LC (.M4P) AES Protected Audio" },
    { "M4V ", "Apple iTunes Video (.M4V) Video" },
    { "M4VH", "Apple TV (.M4V)" },
    { "M4VP", "Apple iPhone (.M4V)" },
    { "MPPI", "Photo Player, MAF [ISO/IEC 23000-3]" },
    { "MSNV", "MPEG-4 (.MP4) for SonyPSP" },
    { "NDAS", "MP4 v2 [ISO 14496-14] Nero Digital AAC Audio" },
    { "NDSC", "MPEG-4 (.MP4) Nero Cinema Profile" },
    { "NDSH", "MPEG-4 (.MP4) Nero HDTV Profile" },
    { "NDSM", "MPEG-4 (.MP4) Nero Mobile Profile" },
    { "NDSP", "MPEG-4 (.MP4) Nero Portable Profile" },
    { "NDSS", "MPEG-4 (.MP4) Nero Standard Profile" },
    { "NDXC", "H.264/MPEG-4 AVC (.MP4) Nero Cinema Profile" },
    { "NDXH", "H.264/MPEG-4 AVC (.MP4) Nero HDTV Profile" },
    { "NDXM", "H.264/MPEG-4 AVC (.MP4) Nero Mobile Profile" },
    { "NDXP", "H.264/MPEG-4 AVC (.MP4) Nero Portable Profile" },
    { "NDXS", "H.264/MPEG-4 AVC (.MP4) Nero Standard Profile" },
    { "ROSS", "Ross Video" },
    { "XAVC", "Sony XAVC" },
    { "aax ", "Audible Enhanced Audiobook (.AAX)" },
    { "avc1", "MP4 Base w/ AVC ext [ISO 14496-12:2005]" },
    { "avif", "AV1 Image File Format (.AVIF)" },
    { "avio", "AV1 Intra-Only Image (.AVIF)" },
    { "avis", "AV1 Image Sequence (.AVIF)" },
    { "caqv", "Casio Digital Camera" },
    { "crx ", "Canon Raw (.CRX)" },
    { "da0a", "DMB MAF w/ MPEG Layer II aud, MOT slides, DLS, JPG/PNG/MNG images" },
    { "da0b", "DMB MAF, extending DA0A, with 3GPP timed text, DID, TVA, REL, IPMP" },
    { "da1a", "DMB MAF audio with ER-BSAC audio, JPG/PNG/MNG images" },
    { "da1b", "DMB MAF, extending da1a, with 3GPP timed text, DID, TVA, REL, IPMP" },
    { "da2a", "DMB MAF aud w/ HE-AAC v2 aud, MOT slides, DLS, JPG/PNG/MNG images" },
    { "da2b", "DMB MAF, extending da2a, with 3GPP timed text, DID, TVA, REL, IPMP" },
    { "da3a", "DMB MAF aud with HE-AAC aud, JPG/PNG/MNG images" },
    { "da3b", "DMB MAF, extending da3a w/ BIFS, 3GPP timed text, DID, TVA, REL, IPMP" },
    { "dmb1", "DMB MAF supporting all the components defined in the specification" },
    { "dmpf", "Digital Media Project" },
    { "drc1", "Dirac (wavelet compression), encapsulated in ISO base media (MP4)" },
    { "dv1a", "DMB MAF vid w/ AVC vid, ER-BSAC aud, BIFS, JPG/PNG/MNG images, TS" },
    { "dv1b", "DMB MAF, extending dv1a, with 3GPP timed text, DID, TVA, REL, IPMP" },
    { "dv2a", "DMB MAF vid w/ AVC vid, HE-AAC v2 aud, BIFS, JPG/PNG/MNG images, TS" },
    { "dv2b", "DMB MAF, extending dv2a, with 3GPP timed text, DID, TVA, REL, IPMP" },
    { "dv3a", "DMB MAF vid w/ AVC vid, HE-AAC aud, BIFS, JPG/PNG/MNG images, TS" },
    { "dv3b", "DMB MAF, extending dv3a, with 3GPP timed text, DID, TVA, REL, IPMP" },
    { "dvr1", "DVB (.DVB) over RTP" },
    { "dvt1", "DVB (.DVB) over MPEG-2 Transport Stream" },
    { "heic", "High Efficiency Image Format HEVC still image (.HEIC)" },
    { "heix", "High Efficiency Image Format still image (.HEIF)" },
    { "hevc", "High Efficiency Image Format HEVC sequence (.HEICS)" },
    { "isc2", "ISMACryp 2.0 Encrypted File" },
    { "iso2", "MP4 Base Media v2 [ISO 14496-12:2005]" },
    { "iso3", "MP4 Base Media v3" },
    { "iso4", "MP4 Base Media v4" },
    { "iso5", "MP4 Base Media v5" },
    { "iso6", "MP4 Base Media v6" },
    { "iso7", "MP4 Base Media v7" },
    { "iso8", "MP4 Base Media v8" },
    { "iso9", "MP4 Base Media v9" },
    { "isom", "MP4 Base Media v1 [IS0 14496-12:2003]" },
    { "jpm ", "JPEG 2000 Compound Image (.JPM) [ISO 15444-6]" },
    { "jpx ", "JPEG 2000 with extensions (.JPX) [ISO 15444-2]" },
    { "miaf", "Multi-Image Application Format (.AVIF)" },
    { "mif1", "High Efficiency Image Format still image (.HEIF)" },
    { "mj2s", "Motion JPEG 2000 [ISO 15444-3] Simple Profile" },
    { "mjp2", "Motion JPEG 2000 [ISO 15444-3] General Profile" },
    { "mmp4", "MPEG-4/3GPP Mobile Profile (.MP4/3GP) (for NTT)" },
    { "mp21", "MPEG-21 [ISO/IEC 21000-9]" },
    { "mp41", "MP4 v1 [ISO 14496-1:ch13]" },
    { "mp42", "MP4 v2 [ISO 14496-14]" },
    { "mp71", "MP4 w/ MPEG-7 Metadata [per ISO 14496-12]" },
    { "mqt ", "Sony / Mobile QuickTime (.MQV) US Patent 7,477,830 (Sony Corp)" },
    { "msf1", "High Efficiency Image Format sequence (.HEIFS)" },
    { "odcf", "OMA DCF DRM Format 2.0 (OMA-TS-DRM-DCF-V2_0-20060303-A)" },
    { "opf2", "OMA PDCF DRM Format 2.1 (OMA-TS-DRM-DCF-V2_1-20070724-C)" },
    { "opx2", "OMA PDCF DRM + XBS extensions (OMA-TS-DRM_XBS-V1_0-20070529-C)" },
    { "pana", "Panasonic Digital Camera" },
    { "qt  ", "Apple QuickTime (.MOV/QT)" },
    { "sdv ", "SD Memory Card Video" },
    { "ssc1", "Samsung stereoscopic, single stream" },
    { "ssc2", "Samsung stereoscopic, dual stream" },
};
static const struct enum_map major_brand = { .texts = major_brand_texts, .n_texts = ARRAY_LEN(major_brand_texts) };
static const struct text_name handler_type_texts[] = {
    { "alis", "Alias Data" },
    { "camm", "Camera Metadata" },
    { "crsm", "Clock Reference" },
    { "data", "Data" },
    { "hint", "Hint Track" },
    { "ipsm", "IPMP" },
    { "m7sm", "MPEG-7 Stream" },
    { "mdir", "Metadata" },
    { "mdta", "Metadata Tags" },
    { "meta", "NRT Metadata" },
    { "mjsm", "MPEG-J" },
    { "nrtm", "Non-Real Time Metadata" },
    { "ocsm", "Object Content" },
    { "odsm", "Object Descriptor" },
    { "pict", "Picture" },
    { "priv", "Private" },
    { "psmd", "Panasonic Static Metadata" },
    { "sbtl", "Subtitle" },
    { "sdsm", "Scene Description" },
    { "soun", "Audio Track" },
    { "subp", "Subpicture" },
    { "text", "Text" },
    { "tmcd", "Time Code" },
    { "url ", "URL" },
    { "vide", "Video Track" },
};
static const struct enum_map handler_type = { .texts = handler_type_texts, .n_texts = ARRAY_LEN(handler_type_texts) };
static const struct text_name handler_class_texts[] = {
    { "dhlr", "Data Handler" },
    { "mhlr", "Media Handler" },
};
static const struct enum_map handler_class = { .texts = handler_class_texts, .n_texts = ARRAY_LEN(handler_class_texts) };
static const struct enum_name av1_chroma_names[] = {
    { 0, "YUV 4:4:4" },
    { 2, "YUV 4:2:2" },
    { 3, "YUV 4:2:0" },
    { 7, "Monochrome 4:0:0" },
};
static const struct enum_map av1_chroma = { .names = av1_chroma_names, .n_names = ARRAY_LEN(av1_chroma_names) };
static const struct enum_name av1_position_names[] = {
    { 0, "Unknown" },
    { 1, "Vertical" },
    { 2, "Colocated" },
    { 3, "(reserved)" },
};
static const struct enum_map av1_position = { .names = av1_position_names, .n_names = ARRAY_LEN(av1_position_names) };
static const struct enum_name color_primaries_names[] = {
    { 1, "BT.709" },
    { 2, "Unspecified" },
    { 4, "BT.470 System M (historical)" },
    { 5, "BT.470 System B, G (historical)" },
    { 6, "BT.601" },
    { 7, "SMPTE 240" },
    { 8, "Generic film (color filters using illuminant C)" },
    { 9, "BT.2020, BT.2100" },
    { 10, "SMPTE 428 (CIE 1931 XYZ)" },
    { 11, "SMPTE RP 431-2" },
    { 12, "SMPTE EG 432-1" },
    { 22, "EBU Tech. 3213-E" },
};
static const struct enum_map color_primaries = { .names = color_primaries_names, .n_names = ARRAY_LEN(color_primaries_names) };
static const struct enum_name transfer_names[] = {
    { 0, "For future use (0)" },
    { 1, "BT.709" },
    { 2, "Unspecified" },
    { 3, "For future use (3)" },
    { 4, "BT.470 System M (historical)" },
    { 5, "BT.470 System B, G (historical)" },
    { 6, "BT.601" },
    { 7, "SMPTE 240 M" },
    { 8, "Linear" },
    { 9, "Logarithmic (100 : 1 range)" },
    { 10, "Logarithmic (100 * Sqrt(10) : 1 range)" },
    { 11, "IEC 61966-2-4" },
    { 12, "BT.1361" },
    { 13, "sRGB or sYCC" },
    { 14, "BT.2020 10-bit systems" },
    { 15, "BT.2020 12-bit systems" },
    { 16, "SMPTE ST 2084, ITU BT.2100 PQ" },
    { 17, "SMPTE ST 428" },
    { 18, "BT.2100 HLG, ARIB STD-B67" },
};
static const struct enum_map transfer = { .names = transfer_names, .n_names = ARRAY_LEN(transfer_names) };
static const struct enum_name matrix_names[] = {
    { 0, "Identity matrix" },
    { 1, "BT.709" },
    { 2, "Unspecified" },
    { 3, "For future use (3)" },
    { 4, "US FCC 73.628" },
    { 5, "BT.470 System B, G (historical)" },
    { 6, "BT.601" },
    { 7, "SMPTE 240 M" },
    { 8, "YCgCo" },
    { 9, "BT.2020 non-constant luminance, BT.2100 YCbCr" },
    { 10, "BT.2020 constant luminance" },
    { 11, "SMPTE ST 2085 YDzDx" },
    { 12, "Chromaticity-derived non-constant luminance" },
    { 13, "Chromaticity-derived constant luminance" },
    { 14, "BT.2100 ICtCp" },
};
static const struct enum_map matrix = { .names = matrix_names, .n_names = ARRAY_LEN(matrix_names) };
static const struct enum_name full_range_names[] = {
    { 0, "Limited" },
    { 1, "Full" },
};
static const struct enum_map full_range = { .names = full_range_names, .n_names = ARRAY_LEN(full_range_names) };
static const struct enum_name profile_space_names[] = {
    { 0, "Conforming" },
};
static const struct enum_map profile_space = { .names = profile_space_names, .n_names = ARRAY_LEN(profile_space_names) };
static const struct enum_name tier_names[] = {
    { 0, "Main Tier" },
    { 1, "High Tier" },
};
static const struct enum_map tier = { .names = tier_names, .n_names = ARRAY_LEN(tier_names) };
static const struct enum_name profile_names[] = {
    { 0, "No Profile" },
    { 1, "Main" },
    { 2, "Main 10" },
    { 3, "Main Still Picture" },
    { 4, "Format Range Extensions" },
    { 5, "High Throughput" },
    { 6, "Multiview Main" },
    { 7, "Scalable Main" },
    { 8, "3D Main" },
    { 9, "Screen Content Coding Extensions" },
    { 10, "Scalable Format Range Extensions" },
    { 11, "High Throughput Screen Content Coding Extensions" },
};
static const struct enum_map profile = { .names = profile_names, .n_names = ARRAY_LEN(profile_names) };
static const struct enum_name profile_flags_bits[] = {
    { 20, "High Throughput Screen Content Coding Extensions" },
    { 21, "Scalable Format Range Extensions" },
    { 22, "Screen Content Coding Extensions" },
    { 23, "3D Main" },
    { 24, "Scalable Main" },
    { 25, "Multiview Main" },
    { 26, "High Throughput" },
    { 27, "Format Range Extensions" },
    { 28, "Main Still Picture" },
    { 29, "Main 10" },
    { 30, "Main" },
    { 31, "No Profile" },
};
static const struct enum_map profile_flags = { .bits = profile_flags_bits, .n_bits = ARRAY_LEN(profile_flags_bits) };
static const struct enum_name hevc_chroma_names[] = {
    { 0, "Monochrome" },
    { 1, "4:2:0" },
    { 2, "4:2:2" },
    { 3, "4:4:4" },
};
static const struct enum_map hevc_chroma = { .names = hevc_chroma_names, .n_names = ARRAY_LEN(hevc_chroma_names) };
static const struct enum_name constant_rate_names[] = {
    { 0, "Unknown" },
    { 1, "Constant Frame Rate" },
    { 2, "Each Temporal Layer is Constant Frame Rate" },
};
static const struct enum_map constant_rate = { .names = constant_rate_names, .n_names = ARRAY_LEN(constant_rate_names) };
static const struct enum_name nested_names[] = {
    { 0, "No" },
    { 1, "Yes" },
};
static const struct enum_map nested = { .names = nested_names, .n_names = ARRAY_LEN(nested_names) };
static const struct enum_name mirroring_names[] = {
    { 0, "Vertical" },
    { 1, "Horizontal" },
};
static const struct enum_map mirroring = { .names = mirroring_names, .n_names = ARRAY_LEN(mirroring_names) };
static const struct enum_name rotation_names[] = {
    { 0, "Horizontal (normal)" },
    { 1, "Rotate 270 CW" },
    { 2, "Rotate 180" },
    { 3, "Rotate 90 CW" },
};
static const struct enum_map rotation = { .names = rotation_names, .n_names = ARRAY_LEN(rotation_names) };
static const struct enum_name graphics_mode_names[] = {
    { 0x0, "srcCopy" },
    { 0x1, "srcOr" },
    { 0x2, "srcXor" },
    { 0x3, "srcBic" },
    { 0x4, "notSrcCopy" },
    { 0x5, "notSrcOr" },
    { 0x6, "notSrcXor" },
    { 0x7, "notSrcBic" },
    { 0x8, "patCopy" },
    { 0x9, "patOr" },
    { 0xa, "patXor" },
    { 0xb, "patBic" },
    { 0xc, "notPatCopy" },
    { 0xd, "notPatOr" },
    { 0xe, "notPatXor" },
    { 0xf, "notPatBic" },
    { 0x20, "blend" },
    { 0x21, "addPin" },
    { 0x22, "addOver" },
    { 0x23, "subPin" },
    { 0x24, "transparent" },
    { 0x25, "addMax" },
    { 0x26, "subOver" },
    { 0x27, "addMin" },
    { 0x31, "grayishTextOr" },
    { 0x32, "hilite" },
    { 0x40, "ditherCopy" },
    { 0x100, "Alpha" },
    { 0x101, "White Alpha" },
    { 0x102, "Pre-multiplied Black Alpha" },
    { 0x110, "Component Alpha" },
};
static const struct enum_map graphics_mode = { .names = graphics_mode_names, .n_names = ARRAY_LEN(graphics_mode_names), .hex = true };
static const struct text_name vendor_id_texts[] = {
    { " KD ", "Kodak" },
    { "AR.D", "Parrot AR.Drone" },
    { "FFMP", "FFmpeg" },
    { "GIC ", "General Imaging Co." },
    { "KMPI", "Konica-Minolta" },
    { "NIKO", "Nikon" },
    { "SMI ", "Sorenson Media Inc." },
    { "ZORA", "Zoran Corporation" },
    { "appl", "Apple" },
    { "fe20", "Olympus (fe20)" },
    { "kdak", "Kodak" },
    { "leic", "Leica" },
    { "mino", "Minolta" },
    { "niko", "Nikon" },
    { "olym", "Olympus" },
    { "pana", "Panasonic" },
    { "pent", "Pentax" },
    { "pr01", "Olympus (pr01)" },
    { "sany", "Sanyo" },
};
static const struct enum_map vendor_id = { .texts = vendor_id_texts, .n_texts = ARRAY_LEN(vendor_id_texts) };

const struct enum_map *const heif_brands = &major_brand;
const struct enum_map *const heif_handlers = &handler_type;
const struct enum_map *const heif_handler_classes = &handler_class;
const struct enum_map *const heif_vendors = &vendor_id;
const struct enum_map *const heif_graphics_modes = &graphics_mode;
const struct enum_map *const heif_rotations = &rotation;
const struct enum_map *const heif_mirrorings = &mirroring;

static const struct tag av1_rows[] = {
    { 0, "AV1ConfigurationVersion", .mask = 0x7f },
    { 2, "ChromaFormat", .mask = 0x1c, PRINT_AS_ENUM(av1_chroma) },
    { 2, "ChromaSamplePosition", .mask = 0x03, PRINT_AS_ENUM(av1_position) },
};
const struct tag_table heif_av1_table = TAG_TABLE(av1_rows, "QuickTime", NULL);

static const struct tag color_rows[] = {
    { 0, "ColorProfiles", .format = FORMAT_TEXT, .count = 4 },
    { 4, "ColorPrimaries", .format = FORMAT_U16, PRINT_AS_ENUM(color_primaries) },
    { 6, "TransferCharacteristics", .format = FORMAT_U16, PRINT_AS_ENUM(transfer) },
    { 8, "MatrixCoefficients", .format = FORMAT_U16, PRINT_AS_ENUM(matrix) },
    { 10, "VideoFullRangeFlag", .mask = 0x80, PRINT_AS_ENUM(full_range) },
};
const struct tag_table heif_color_table = TAG_TABLE(color_rows, "QuickTime", NULL);

static const struct tag light_rows[] = {
    { 0, "MaxContentLightLevel" },
    { 1, "MaxPicAverageLightLevel" },
};
const struct tag_table heif_light_table = {
    .rows = light_rows, .n_rows = ARRAY_LEN(light_rows), .g0 = "QuickTime", .format = FORMAT_U16
};

static const struct tag hevc_rows[] = {
    { 0, "HEVCConfigurationVersion" },
    { 1, "GeneralProfileSpace", .mask = 0xc0, PRINT_AS_ENUM(profile_space) },
    { 1, "GeneralTierFlag", .mask = 0x20, PRINT_AS_ENUM(tier) },
    { 1, "GeneralProfileIDC", .mask = 0x1f, PRINT_AS_ENUM(profile) },
    { 2, "GenProfileCompatibilityFlags", .format = FORMAT_U32, PRINT_AS_ENUM(profile_flags) },
    { 6, "ConstraintIndicatorFlags", .count = 6 },
    { 12, "GeneralLevelIDC", PRINT_AS(heif_print_level) },
    { 13, "MinSpatialSegmentationIDC", .format = FORMAT_U16, .mask = 0x0fff },
    { 15, "ParallelismType", .mask = 0x03 },
    { 16, "ChromaFormat", .mask = 0x03, PRINT_AS_ENUM(hevc_chroma) },
    { 17, "BitDepthLuma", .mask = 0x07, .convert = heif_convert_depth },
    { 18, "BitDepthChroma", .mask = 0x07, .convert = heif_convert_depth },
    { 19, "AverageFrameRate", .format = FORMAT_U16, .convert = maker_256th },
    { 21, "ConstantFrameRate", .mask = 0xc0, PRINT_AS_ENUM(constant_rate) },
    { 21, "NumTemporalLayers", .mask = 0x38 },
    { 21, "TemporalIDNested", .mask = 0x04, PRINT_AS_ENUM(nested) },
};
const struct tag_table heif_hevc_table = TAG_TABLE(hevc_rows, "QuickTime", NULL);
/* clang-format on */
