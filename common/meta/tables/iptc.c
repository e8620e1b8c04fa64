/*
 * IPTC-NAA Information Interchange Model 4.1: datasets by record and number. Facts of that
 * specification and of ExifTool's list of tag names.
 */
#include "meta/tables/iptc.h"

ENUM_MAP(iptc_file_format, { 0, "No ObjectData" },
         { 1, "IPTC-NAA Digital Newsphoto Parameter Record" },
         { 2, "IPTC7901 Recommended Message Format" },
         { 3, "Tagged Image File Format (Adobe/Aldus Image data)" },
         { 4, "Illustrator (Adobe Graphics data)" }, { 5, "AppleSingle (Apple Computer Inc)" },
         { 6, "NAA 89-3 (ANPA 1312)" }, { 7, "MacBinary II" },
         { 8, "IPTC Unstructured Character Oriented File Format (UCOFF)" },
         { 9, "United Press International ANPA 1312 variant" },
         { 10, "United Press International Down-Load Message" },
         { 11, "JPEG File Interchange (JFIF)" }, { 12, "Photo-CD Image-Pac (Eastman Kodak)" },
         { 13, "Bit Mapped Graphics File [.BMP] (Microsoft)" },
         { 14, "Digital Audio File [.WAV] (Microsoft & Creative Labs)" },
         { 15, "Audio plus Moving Video [.AVI] (Microsoft)" },
         { 16, "PC DOS/Windows Executable Files [.COM][.EXE]" },
         { 17, "Compressed Binary File [.ZIP] (PKWare Inc)" },
         { 18, "Audio Interchange File Format AIFF (Apple Computer Inc)" },
         { 19, "RIFF Wave (Microsoft Corporation)" }, { 20, "Freehand (Macromedia/Aldus)" },
         { 21, "Hypertext Markup Language [.HTML] (The Internet Society)" },
         { 22, "MPEG 2 Audio Layer 2 (Musicom), ISO/IEC" }, { 23, "MPEG 2 Audio Layer 3, ISO/IEC" },
         { 24, "Portable Document File [.PDF] Adobe" }, { 25, "News Industry Text Format (NITF)" },
         { 26, "Tape Archive [.TAR]" },
         { 27, "Tidningarnas Telegrambyra NITF version (TTNITF DTD)" },
         { 28, "Ritzaus Bureau NITF version (RBNITF DTD)" }, { 29, "Corel Draw [.CDR]" });

ENUM_MAP(iptc_envelope_priority, { 0, "0 (reserved)" }, { 1, "1 (most urgent)" }, { 2, "2" },
         { 3, "3" }, { 4, "4" }, { 5, "5 (normal urgency)" }, { 6, "6" }, { 7, "7" },
         { 8, "8 (least urgent)" }, { 9, "9 (user-defined priority)" });

TEXT_MAP(iptc_editorial_update, { "01", "Additional language" });

TEXT_MAP(iptc_action_advised, { "01", "Object Kill" }, { "02", "Object Replace" },
         { "03", "Object Append" }, { "04", "Object Reference" });

TEXT_MAP(iptc_object_cycle, { "a", "Morning" }, { "b", "Both Morning and Evening" },
         { "p", "Evening" });

TEXT_MAP(iptc_image_orientation, { "L", "Landscape" }, { "P", "Portrait" }, { "S", "Square" });

TEXT_MAP(iptc_audio_type, { "0T", "Text Only" }, { "1A", "Mono Actuality" },
         { "1C", "Mono Question and Answer Session" }, { "1M", "Mono Music" },
         { "1Q", "Mono Response to a Question" }, { "1R", "Mono Raw Sound" },
         { "1S", "Mono Scener" }, { "1V", "Mono Voicer" }, { "1W", "Mono Wrap" },
         { "2A", "Stereo Actuality" }, { "2C", "Stereo Question and Answer Session" },
         { "2M", "Stereo Music" }, { "2Q", "Stereo Response to a Question" },
         { "2R", "Stereo Raw Sound" }, { "2S", "Stereo Scener" }, { "2V", "Stereo Voicer" },
         { "2W", "Stereo Wrap" });

ENUM_MAP(iptc_supplemental_type, { 0, "Main Image" }, { 1, "Reduced Resolution Image" },
         { 2, "Logo" }, { 3, "Rasterized Caption" });

ENUM_MAP(iptc_color_representation, { 0x0, "No Image, Single Frame" },
         { 0x100, "Monochrome, Single Frame" }, { 0x300, "3 Components, Single Frame" },
         { 0x301, "3 Components, Frame Sequential in Multiple Objects" },
         { 0x302, "3 Components, Frame Sequential in One Object" },
         { 0x303, "3 Components, Line Sequential" }, { 0x304, "3 Components, Pixel Sequential" },
         { 0x305, "3 Components, Special Interleaving" }, { 0x400, "4 Components, Single Frame" },
         { 0x401, "4 Components, Frame Sequential in Multiple Objects" },
         { 0x402, "4 Components, Frame Sequential in One Object" },
         { 0x403, "4 Components, Line Sequential" }, { 0x404, "4 Components, Pixel Sequential" },
         { 0x405, "4 Components, Special Interleaving" });

ENUM_MAP(iptc_interchange_color_space, { 1, "X,Y,Z CIE" }, { 2, "RGB SMPTE" },
         { 3, "Y,U,V (K) (D65)" }, { 4, "RGB Device Dependent" }, { 5, "CMY (K) Device Dependent" },
         { 6, "Lab (K) CIE" }, { 7, "YCbCr" }, { 8, "sRGB" });

ENUM_MAP(iptc_sample_structure, { 0, "OrthogonalConstangSampling" },
         { 1, "Orthogonal4-2-2Sampling" }, { 2, "CompressionDependent" });

ENUM_MAP(iptc_scanning_direction, { 0, "L-R, Top-Bottom" }, { 1, "R-L, Top-Bottom" },
         { 2, "L-R, Bottom-Top" }, { 3, "R-L, Bottom-Top" }, { 4, "Top-Bottom, L-R" },
         { 5, "Bottom-Top, L-R" }, { 6, "Top-Bottom, R-L" }, { 7, "Bottom-Top, R-L" });

ENUM_MAP(iptc_iptcimage_rotation, { 0, "0" }, { 1, "90" }, { 2, "180" }, { 3, "270" });

ENUM_MAP(iptc_quantization_method, { 0, "Linear Reflectance/Transmittance" },
         { 1, "Linear Density" }, { 2, "IPTC Ref B" }, { 3, "Linear Dot Percent" },
         { 4, "AP Domestic Analogue" }, { 5, "Compression Method Specific" },
         { 6, "Color Space Specific" }, { 7, "Gamma Compensated" });

ENUM_MAP(iptc_excursion_tolerance, { 0, "Not Allowed" }, { 1, "Allowed" });

ENUM_MAP(iptc_size_mode, { 0, "Size Not Known" }, { 1, "Size Known" });

static const struct tag iptc_rows[] = {
    { 1 << 8 | 0, "EnvelopeRecordVersion" },
    { 1 << 8 | 5, "Destination", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 1 << 8 | 20, "FileFormat", PRINT_AS_ENUM(iptc_file_format) },
    { 1 << 8 | 22, "FileVersion" },
    { 1 << 8 | 30, "ServiceIdentifier", .format = FORMAT_TEXT },
    { 1 << 8 | 40, "EnvelopeNumber", .format = FORMAT_TEXT },
    { 1 << 8 | 50, "ProductID", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 1 << 8 | 60, "EnvelopePriority", .format = FORMAT_TEXT,
      PRINT_AS_ENUM(iptc_envelope_priority) },
    { 1 << 8 | 70, "DateSent", .format = FORMAT_TEXT, .convert = iptc_date },
    { 1 << 8 | 80, "TimeSent", .format = FORMAT_TEXT, .convert = iptc_time },
    { 1 << 8 | 90, "CodedCharacterSet", .format = FORMAT_TEXT, .convert = iptc_charset_name },
    { 1 << 8 | 100, "UniqueObjectName", .format = FORMAT_TEXT },
    { 1 << 8 | 120, "ARMIdentifier" },
    { 1 << 8 | 122, "ARMVersion" },
    { 2 << 8 | 0, "ApplicationRecordVersion" },
    { 2 << 8 | 3, "ObjectTypeReference", .format = FORMAT_TEXT },
    { 2 << 8 | 4, "ObjectAttributeReference", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 5, "ObjectName", .format = FORMAT_TEXT },
    { 2 << 8 | 7, "EditStatus", .format = FORMAT_TEXT },
    { 2 << 8 | 8, "EditorialUpdate", .format = FORMAT_TEXT, PRINT_AS_ENUM(iptc_editorial_update) },
    { 2 << 8 | 10, "Urgency", .format = FORMAT_TEXT, PRINT_AS_ENUM(iptc_envelope_priority) },
    { 2 << 8 | 12, "SubjectReference", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 15, "Category", .format = FORMAT_TEXT },
    { 2 << 8 | 20, "SupplementalCategories", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 22, "FixtureIdentifier", .format = FORMAT_TEXT },
    { 2 << 8 | 25, "Keywords", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 26, "ContentLocationCode", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 27, "ContentLocationName", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 30, "ReleaseDate", .format = FORMAT_TEXT, .convert = iptc_date },
    { 2 << 8 | 35, "ReleaseTime", .format = FORMAT_TEXT, .convert = iptc_time },
    { 2 << 8 | 37, "ExpirationDate", .format = FORMAT_TEXT, .convert = iptc_date },
    { 2 << 8 | 38, "ExpirationTime", .format = FORMAT_TEXT, .convert = iptc_time },
    { 2 << 8 | 40, "SpecialInstructions", .format = FORMAT_TEXT },
    { 2 << 8 | 42, "ActionAdvised", .format = FORMAT_TEXT, PRINT_AS_ENUM(iptc_action_advised) },
    { 2 << 8 | 45, "ReferenceService", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 47, "ReferenceDate", .format = FORMAT_TEXT, .flags = TAG_LIST,
      .convert = iptc_date },
    { 2 << 8 | 50, "ReferenceNumber", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 55, "DateCreated", .format = FORMAT_TEXT, .convert = iptc_date },
    { 2 << 8 | 60, "TimeCreated", .format = FORMAT_TEXT, .convert = iptc_time },
    { 2 << 8 | 62, "DigitalCreationDate", .format = FORMAT_TEXT, .convert = iptc_date },
    { 2 << 8 | 63, "DigitalCreationTime", .format = FORMAT_TEXT, .convert = iptc_time },
    { 2 << 8 | 65, "OriginatingProgram", .format = FORMAT_TEXT },
    { 2 << 8 | 70, "ProgramVersion", .format = FORMAT_TEXT },
    { 2 << 8 | 75, "ObjectCycle", .format = FORMAT_TEXT, PRINT_AS_ENUM(iptc_object_cycle) },
    { 2 << 8 | 80, "By-line", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 85, "By-lineTitle", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 90, "City", .format = FORMAT_TEXT },
    { 2 << 8 | 92, "Sub-location", .format = FORMAT_TEXT },
    { 2 << 8 | 95, "Province-State", .format = FORMAT_TEXT },
    { 2 << 8 | 100, "Country-PrimaryLocationCode", .format = FORMAT_TEXT },
    { 2 << 8 | 101, "Country-PrimaryLocationName", .format = FORMAT_TEXT },
    { 2 << 8 | 103, "OriginalTransmissionReference", .format = FORMAT_TEXT },
    { 2 << 8 | 105, "Headline", .format = FORMAT_TEXT },
    { 2 << 8 | 110, "Credit", .format = FORMAT_TEXT },
    { 2 << 8 | 115, "Source", .format = FORMAT_TEXT },
    { 2 << 8 | 116, "CopyrightNotice", .format = FORMAT_TEXT },
    { 2 << 8 | 118, "Contact", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 120, "Caption-Abstract", .format = FORMAT_TEXT },
    { 2 << 8 | 121, "LocalCaption", .format = FORMAT_TEXT },
    { 2 << 8 | 122, "Writer-Editor", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 2 << 8 | 125, "RasterizedCaption", .format = FORMAT_UNDEF, .flags = TAG_BINARY },
    { 2 << 8 | 130, "ImageType", .format = FORMAT_TEXT },
    { 2 << 8 | 131, "ImageOrientation", .format = FORMAT_TEXT,
      PRINT_AS_ENUM(iptc_image_orientation) },
    { 2 << 8 | 135, "LanguageIdentifier", .format = FORMAT_TEXT },
    { 2 << 8 | 150, "AudioType", .format = FORMAT_TEXT, PRINT_AS_ENUM(iptc_audio_type) },
    { 2 << 8 | 151, "AudioSamplingRate", .format = FORMAT_TEXT },
    { 2 << 8 | 152, "AudioSamplingResolution", .format = FORMAT_TEXT },
    { 2 << 8 | 153, "AudioDuration", .format = FORMAT_TEXT },
    { 2 << 8 | 154, "AudioOutcue", .format = FORMAT_TEXT },
    { 2 << 8 | 184, "JobID", .format = FORMAT_TEXT },
    { 2 << 8 | 185, "MasterDocumentID", .format = FORMAT_TEXT },
    { 2 << 8 | 186, "ShortDocumentID", .format = FORMAT_TEXT },
    { 2 << 8 | 187, "UniqueDocumentID", .format = FORMAT_TEXT },
    { 2 << 8 | 188, "OwnerID", .format = FORMAT_TEXT },
    { 2 << 8 | 200, "ObjectPreviewFileFormat", PRINT_AS_ENUM(iptc_file_format) },
    { 2 << 8 | 201, "ObjectPreviewFileVersion" },
    { 2 << 8 | 202, "ObjectPreviewData", .format = FORMAT_UNDEF, .flags = TAG_BINARY },
    { 2 << 8 | 221, "Prefs", .format = FORMAT_TEXT },
    { 2 << 8 | 225, "ClassifyState", .format = FORMAT_TEXT },
    { 2 << 8 | 228, "SimilarityIndex", .format = FORMAT_TEXT },
    { 2 << 8 | 230, "DocumentNotes", .format = FORMAT_TEXT },
    { 2 << 8 | 231, "DocumentHistory", .format = FORMAT_TEXT },
    { 2 << 8 | 232, "ExifCameraInfo", .format = FORMAT_TEXT },
    { 2 << 8 | 255, "CatalogSets", .format = FORMAT_TEXT, .flags = TAG_LIST },
    { 3 << 8 | 0, "NewsPhotoVersion" },
    { 3 << 8 | 10, "IPTCPictureNumber", .format = FORMAT_TEXT, .convert = iptc_picture_number },
    { 3 << 8 | 20, "IPTCImageWidth" },
    { 3 << 8 | 30, "IPTCImageHeight" },
    { 3 << 8 | 40, "IPTCPixelWidth" },
    { 3 << 8 | 50, "IPTCPixelHeight" },
    { 3 << 8 | 55, "SupplementalType", PRINT_AS_ENUM(iptc_supplemental_type) },
    { 3 << 8 | 60, "ColorRepresentation", PRINT_AS_ENUM(iptc_color_representation) },
    { 3 << 8 | 64, "InterchangeColorSpace", PRINT_AS_ENUM(iptc_interchange_color_space) },
    { 3 << 8 | 65, "ColorSequence" },
    { 3 << 8 | 66, "ICC_Profile", .format = FORMAT_UNDEF, .flags = TAG_BINARY },
    { 3 << 8 | 70, "ColorCalibrationMatrix", .format = FORMAT_UNDEF, .flags = TAG_BINARY },
    { 3 << 8 | 80, "LookupTable", .format = FORMAT_UNDEF, .flags = TAG_BINARY },
    { 3 << 8 | 84, "NumIndexEntries" },
    { 3 << 8 | 85, "ColorPalette", .format = FORMAT_UNDEF, .flags = TAG_BINARY },
    { 3 << 8 | 86, "IPTCBitsPerSample" },
    { 3 << 8 | 90, "SampleStructure", PRINT_AS_ENUM(iptc_sample_structure) },
    { 3 << 8 | 100, "ScanningDirection", PRINT_AS_ENUM(iptc_scanning_direction) },
    { 3 << 8 | 102, "IPTCImageRotation", PRINT_AS_ENUM(iptc_iptcimage_rotation) },
    { 3 << 8 | 110, "DataCompressionMethod" },
    { 3 << 8 | 120, "QuantizationMethod", PRINT_AS_ENUM(iptc_quantization_method) },
    { 3 << 8 | 125, "EndPoints", .format = FORMAT_UNDEF, .flags = TAG_BINARY },
    { 3 << 8 | 130, "ExcursionTolerance", PRINT_AS_ENUM(iptc_excursion_tolerance) },
    { 3 << 8 | 135, "BitsPerComponent" },
    { 3 << 8 | 140, "MaximumDensityRange" },
    { 3 << 8 | 145, "GammaCompensatedValue" },
    { 7 << 8 | 10, "SizeMode", PRINT_AS_ENUM(iptc_size_mode) },
    { 7 << 8 | 20, "MaxSubfileSize" },
    { 7 << 8 | 90, "ObjectSizeAnnounced" },
    { 7 << 8 | 95, "MaximumObjectSize" },
    { 8 << 8 | 10, "SubFile", .format = FORMAT_UNDEF, .flags = TAG_BINARY | TAG_LIST },
    { 9 << 8 | 10, "ConfirmedObjectSize" },
};

const struct tag_table iptc_table = TAG_TABLE(iptc_rows, "IPTC", "IPTC");
