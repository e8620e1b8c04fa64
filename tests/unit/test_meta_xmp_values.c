/* meta/xmp: values as they are printed, by property: units, fractions, places, dates, names of
 * numbers. What is wanted is what ExifTool prints. */
#include "lib/unit.h"

#include "lib/meta_tags.h"

static const struct {
    const char *prefix, *uri;
} spaces[] = {
    { "GImage", "http://ns.google.com/photos/1.0/image/" },
    { "HDRGainMap", "http://ns.apple.com/HDRGainMap/1.0/" },
    { "aux", "http://ns.adobe.com/exif/1.0/aux/" },
    { "crs", "http://ns.adobe.com/camera-raw-settings/1.0/" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
    { "drone-dji", "http://www.dji.com/drone-dji/1.0/" },
    { "exif", "http://ns.adobe.com/exif/1.0/" },
    { "exifEX", "http://cipa.jp/exif/1.0/" },
    { "f", "http://f/" },
    { "photomech", "http://ns.camerabits.com/photomechanic/1.0/" },
    { "photoshop", "http://ns.adobe.com/photoshop/1.0/" },
    { "plus", "http://ns.useplus.org/ldf/xmp/1.0/" },
    { "tiff", "http://ns.adobe.com/tiff/1.0/" },
    { "xmp", "http://ns.adobe.com/xap/1.0/" },
    { "xmpDM", "http://ns.adobe.com/xmp/1.0/DynamicMedia/" },
};

static const struct {
    const char *prefix, *name, *value, *tag, *want;
} cases[] = {
    { "exif", "FocalLengthIn35mmFilm", "35", "XMP-exif:FocalLengthIn35mmFormat", "35 mm" },
    { "exif", "GPSHPositioningError", "25/10", "XMP-exif:GPSHPositioningError", "2.5 m" },
    { "exif", "SubjectDistance", "5/2", "XMP-exif:SubjectDistance", "2.5 m" },
    { "exif", "SubjectDistance", "4294967295/1", "XMP-exif:SubjectDistance", "4294967295 m" },
    { "exif", "SubjectDistance", "0/0", "XMP-exif:SubjectDistance", "undef" },
    { "exif", "SubjectDistance", "1/0", "XMP-exif:SubjectDistance", "inf" },
    { "exif", "GPSAltitude", "1234/10", "XMP-exif:GPSAltitude", "123.4 m" },
    { "exif", "GPSAltitude", "words", "XMP-exif:GPSAltitude", "words m" },
    { "exif", "GPSLatitude", "45,30.5N", "XMP-exif:GPSLatitude", "45 30 30.00000000 N" },
    { "exif", "GPSLatitude", "45,30,15S", "XMP-exif:GPSLatitude", "45 30 15.00000000 S" },
    { "exif", "GPSLatitude", "45.5", "XMP-exif:GPSLatitude", "45 30 0.00000000 N" },
    { "exif", "GPSLatitude", "-45.5", "XMP-exif:GPSLatitude", "45 30 0.00000000 S" },
    { "exif", "GPSLatitude", "N", "XMP-exif:GPSLatitude", "" },
    { "exif", "GPSLatitude", ".5,N", "XMP-exif:GPSLatitude", "0 30 0.00000000 N" },
    { "exif", "GPSLatitude", "45 30 15.25 S", "XMP-exif:GPSLatitude", "45 30 15.25000000 S" },
    { "exif", "GPSLongitude", "120,15.123456W", "XMP-exif:GPSLongitude", "120 15 7.40736000 W" },
    { "exif", "GPSLongitude", "120,15.123456e", "XMP-exif:GPSLongitude", "120 15 7.40736000 E" },
    { "exif", "GPSLongitude", "", "XMP-exif:GPSLongitude", "" },
    { "exif", "ExposureTime", "1/60", "XMP-exif:ExposureTime", "1/60" },
    { "exif", "ExposureTime", "2/1", "XMP-exif:ExposureTime", "2" },
    { "exif", "ExposureTime", "words", "XMP-exif:ExposureTime", "words" },
    { "exif", "ExposureTime", "0/1", "XMP-exif:ExposureTime", "0" },
    { "exif", "FNumber", "28/10", "XMP-exif:FNumber", "2.8" },
    { "exif", "FNumber", "words", "XMP-exif:FNumber", "words" },
    { "exif", "ApertureValue", "4/1", "XMP-exif:ApertureValue", "4.0" },
    { "exif", "ApertureValue", "x", "XMP-exif:ApertureValue", "1.0" },
    { "exif", "ShutterSpeedValue", "6/1", "XMP-exif:ShutterSpeedValue", "1/64" },
    { "exif", "ShutterSpeedValue", "200/1", "XMP-exif:ShutterSpeedValue", "0" },
    { "exif", "ShutterSpeedValue", "-2/1", "XMP-exif:ShutterSpeedValue", "4" },
    { "exif", "ExposureBiasValue", "1/3", "XMP-exif:ExposureCompensation", "+1/3" },
    { "exif", "ExposureBiasValue", "-2/3", "XMP-exif:ExposureCompensation", "-2/3" },
    { "exif", "ExposureBiasValue", "0/1", "XMP-exif:ExposureCompensation", "0" },
    { "exif", "FocalLength", "500/10", "XMP-exif:FocalLength", "50.0 mm" },
    { "exif", "FocalLength", "words", "XMP-exif:FocalLength", "0.0 mm" },
    { "exif", "DateTimeOriginal", "2019-01-02T03:04:05", "XMP-exif:DateTimeOriginal",
      "2019:01:02 03:04:05" },
    { "exif", "DateTimeOriginal", "2019-01-02T03:04", "XMP-exif:DateTimeOriginal",
      "2019:01:02 03:04" },
    { "exif", "DateTimeOriginal", "2019-01-02T03:04:05.123+01:00", "XMP-exif:DateTimeOriginal",
      "2019:01:02 03:04:05.123+01:00" },
    { "exif", "DateTimeOriginal", "2019-01-02 03:04:05 Z", "XMP-exif:DateTimeOriginal",
      "2019:01:02 03:04:05Z" },
    { "exif", "DateTimeOriginal", "2019-01-02T03:04:05 of May", "XMP-exif:DateTimeOriginal",
      "2019:01:02T03:04:05 of May" },
    { "exif", "DateTimeOriginal", "2019-01-02", "XMP-exif:DateTimeOriginal", "2019:01:02" },
    { "exif", "DateTimeOriginal", "2019-01", "XMP-exif:DateTimeOriginal", "2019:01" },
    { "exif", "DateTimeOriginal", "2019", "XMP-exif:DateTimeOriginal", "2019" },
    { "exif", "DateTimeOriginal", "19-01-02", "XMP-exif:DateTimeOriginal", "19-01-02" },
    { "exif", "DateTimeOriginal", "2019-01-02Tx", "XMP-exif:DateTimeOriginal", "2019:01:02Tx" },
    { "exif", "GPSTimeStamp", "2019-01-02T03:04:05Z", "XMP-exif:GPSDateTime",
      "2019:01:02 03:04:05Z" },
    { "exif", "Flash", "1", "XMP-exif:Flash", "1" },
    { "exif", "ColorSpace", "1", "XMP-exif:ColorSpace", "sRGB" },
    { "exif", "ColorSpace", "65535", "XMP-exif:ColorSpace", "Uncalibrated" },
    { "exif", "ColorSpace", "7", "XMP-exif:ColorSpace", "Unknown (7)" },
    { "exif", "MeteringMode", "5", "XMP-exif:MeteringMode", "Multi-segment" },
    { "exif", "MeteringMode", "255", "XMP-exif:MeteringMode", "Other" },
    { "exif", "MeteringMode", "99", "XMP-exif:MeteringMode", "Unknown (99)" },
    { "exif", "LightSource", "21", "XMP-exif:LightSource", "D65" },
    { "exif", "ExifVersion", "0230", "XMP-exif:ExifVersion", "0230" },
    { "exif", "FlashpixVersion", "0100", "XMP-exif:FlashpixVersion", "0100" },
    { "exif", "GPSVersionID", "2.3.0.0", "XMP-exif:GPSVersionID", "2.3.0.0" },
    { "exif", "GPSMeasureMode", "3", "XMP-exif:GPSMeasureMode", "3-Dimensional Measurement" },
    { "exif", "GPSSpeedRef", "K", "XMP-exif:GPSSpeedRef", "km/h" },
    { "exif", "GPSSpeedRef", "Q", "XMP-exif:GPSSpeedRef", "Unknown (Q)" },
    { "exif", "SensingMethod", "2", "XMP-exif:SensingMethod", "One-chip color area" },
    { "exif", "SceneType", "1", "XMP-exif:SceneType", "Directly photographed" },
    { "exif", "CustomRendered", "1", "XMP-exif:CustomRendered", "Custom" },
    { "exif", "DigitalZoomRatio", "3/2", "XMP-exif:DigitalZoomRatio", "1.5" },
    { "exif", "SubjectDistanceRange", "2", "XMP-exif:SubjectDistanceRange", "Close" },
    { "exif", "PixelXDimension", "640", "XMP-exif:ExifImageWidth", "640" },
    { "tiff", "Orientation", "6", "XMP-tiff:Orientation", "Rotate 90 CW" },
    { "tiff", "Orientation", "9", "XMP-tiff:Orientation", "Unknown (9)" },
    { "tiff", "Compression", "6", "XMP-tiff:Compression", "JPEG (old-style)" },
    { "tiff", "Compression", "7", "XMP-tiff:Compression", "JPEG" },
    { "tiff", "Compression", "4711", "XMP-tiff:Compression", "Unknown (4711)" },
    { "exif", "LightSource", "24", "XMP-exif:LightSource", "ISO Studio Tungsten" },
    { "exif", "LightSource", "x", "XMP-exif:LightSource", "Unknown (x)" },
    { "tiff", "PhotometricInterpretation", "2", "XMP-tiff:PhotometricInterpretation", "RGB" },
    { "tiff", "PlanarConfiguration", "1", "XMP-tiff:PlanarConfiguration", "Chunky" },
    { "tiff", "ResolutionUnit", "2", "XMP-tiff:ResolutionUnit", "inches" },
    { "tiff", "XResolution", "720000/10000", "XMP-tiff:XResolution", "72" },
    { "tiff", "YCbCrPositioning", "2", "XMP-tiff:YCbCrPositioning", "Co-sited" },
    { "tiff", "DateTime", "2019-01-02T03:04:05", "XMP-tiff:DateTime", "2019:01:02 03:04:05" },
    { "plus", "MediaSummaryCode", "abcDef9", "XMP-plus:MediaSummaryCode", "ABCDEF9" },
    { "HDRGainMap", "HDRGainMapVersion", "x", "XMP-HDRGainMap:HDRGainMapVersion", "x" },
    { "HDRGainMap", "HDRGainMapVersion", "12345678901", "XMP-HDRGainMap:HDRGainMapVersion",
      "12345678901" },
    { "crs", "Dpp", "binary words", "XMP-crs:Dpp", "binary words" },
    { "crs", "Rpp", "abc", "XMP-crs:Rpp", "abc" },
    { "GImage", "Data", "QUJDREVGR0g=", "XMP-GImage:ImageData",
      "(Binary data 8 bytes, use -b option to extract)" },
    { "GImage", "Data", "", "XMP-GImage:ImageData",
      "(Binary data 0 bytes, use -b option to extract)" },
    { "xmp", "CreateDate", "2019-01-02T03:04:05-07:00", "XMP-xmp:CreateDate",
      "2019:01:02 03:04:05-07:00" },
    { "xmp", "Rating", "5", "XMP-xmp:Rating", "5" },
    { "xmp", "Rating", "4.5", "XMP-xmp:Rating", "4.5" },
    { "xmp", "ModifyDate", "yesterday", "XMP-xmp:ModifyDate", "yesterday" },
    { "aux", "LensInfo", "24/1 70/1 28/10 28/10", "XMP-aux:LensInfo", "24-70mm f/2.8" },
    { "aux", "LensInfo", "0/0 70/1 28/10 28/10", "XMP-aux:LensInfo", "?-70mm f/2.8" },
    { "aux", "LensInfo", "24 70", "XMP-aux:LensInfo", "24 70" },
    { "aux", "LensInfo", "50/1 50/1 14/10 14/10", "XMP-aux:LensInfo", "50mm f/1.4" },
    { "exifEX", "LensSpecification", "24/1 70/1 0/0 0/0", "XMP-exifEX:LensInfo", "24-70mm f/?" },
    { "drone-dji", "GpsLatitude", "45.5", "XMP-drone-dji:GPSLatitude", "45 30 0.00000000 N" },
    { "drone-dji", "GpsLatitude", "-45.25", "XMP-drone-dji:GPSLatitude", "45 15 0.00000000 S" },
    { "drone-dji", "GpsLongitude", "-120.5", "XMP-drone-dji:GPSLongitude", "120 30 0.00000000 W" },
    { "drone-dji", "GpsLongitude", "120.5", "XMP-drone-dji:GPSLongitude", "120 30 0.00000000 E" },
    { "drone-dji", "GpsLongitude", "words", "XMP-drone-dji:GPSLongitude", "0 0 0.00000000 E" },
    { "drone-dji", "Latitude", "+12.5", "XMP-drone-dji:Latitude", "12 30 0.00000000 N" },
    { "drone-dji", "Longitude", "-0.5", "XMP-drone-dji:Longitude", "0 30 0.00000000 W" },
    { "photomech", "Prefs", "0:1:2:000003", "XMP-photomech:Prefs",
      "Tagged:0, ColorClass:1, Rating:2, FrameNum:000003" },
    { "photomech", "Prefs", "1:7:5:12", "XMP-photomech:Prefs",
      "Tagged:1, ColorClass:7, Rating:5, FrameNum:12" },
    { "photomech", "Prefs", "1:7", "XMP-photomech:Prefs", "1:7" },
    { "f", "value", "&#65;&#x42;&#x1F600;", "XMP-f:Value", "AB😀" },
    { "f", "value", "&amp;lt;b&gt;", "XMP-f:Value", "&lt;b>" },
    { "f", "value", "&quot;a&apos;", "XMP-f:Value", "\"a'" },
    { "f", "value", "1/3", "XMP-f:Value", "0.333333333333333" },
    { "f", "value", "1/0", "XMP-f:Value", "inf" },
    { "f", "value", "2019-01-02T03:04:05", "XMP-f:Value", "2019:01:02 03:04:05" },
    { "f", "value", "True", "XMP-f:Value", "true" },
    { "xmpDM", "duration", "x", "XMP-xmpDM:Duration", "x" },
    { "xmpDM", "startTimecode", "00:00:01:02", "XMP-xmpDM:StartTimecode", "00:00:01:02" },
    { "photoshop", "ColorMode", "3", "XMP-photoshop:ColorMode", "RGB" },
    { "photoshop", "Urgency", "1", "XMP-photoshop:Urgency", "1 (most urgent)" },
    { "photoshop", "DateCreated", "2019-01-02", "XMP-photoshop:DateCreated", "2019:01:02" },
    { "dc", "subject", "one", "XMP-dc:Subject", "one" },
    { "dc", "date", "2019-01-02T03:04:05Z", "XMP-dc:Date", "2019:01:02 03:04:05Z" },
};

static const char *uri_of(const char *prefix)
{
    for (size_t i = 0; i < ARRAY_LEN(spaces); i++) {
        if (strcmp(spaces[i].prefix, prefix) == 0) {
            return spaces[i].uri;
        }
    }
    fail_msg("no address for '%s'", prefix);
    return NULL;
}

static void values_are_printed_by_property(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(mem_freep)
        char *packet = mem_printf(
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
            "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
            "rdf:about=\"\" xmlns:%s=\"%s\"><%s:%s>%s</%s:%s></rdf:Description></rdf:RDF>"
            "</x:xmpmeta>",
            cases[i].prefix, uri_of(cases[i].prefix), cases[i].prefix, cases[i].name,
            cases[i].value, cases[i].prefix, cases[i].name);
        CLEANUP(mem_freep) char *tag = mem_printf("XMP:%s", cases[i].tag);
        CLEANUP(json_releasep) struct json_object *tags = block_tags(xmp_read, span_str(packet));

        print_message("case: %s=%s\n", cases[i].name, cases[i].value);
        assert_string_equal(tag_text(tags, tag), cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_printed_by_property),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
