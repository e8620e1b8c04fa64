/* Tags of the GPS directory (EXIF 2.32, 4.6.6), with ExifTool's names and wordings. */
#include "meta/exif.h"
#include "meta/ifd.h"
#include "meta/print.h"

TEXT_MAP(latitude_ref, { "N", "North" }, { "S", "South" });
TEXT_MAP(longitude_ref, { "E", "East" }, { "W", "West" });
ENUM_MAP(altitude_ref, { 0, "Above Sea Level" }, { 1, "Below Sea Level" },
         { 2, "Positive Sea Level (sea-level ref)" }, { 3, "Negative Sea Level (sea-level ref)" });
TEXT_MAP(status, { "A", "Measurement Active" }, { "V", "Measurement Void" });
ENUM_MAP(measure_mode, { 2, "2-Dimensional Measurement" }, { 3, "3-Dimensional Measurement" });
TEXT_MAP(speed_ref, { "K", "km/h" }, { "M", "mph" }, { "N", "knots" });
TEXT_MAP(direction_ref, { "M", "Magnetic North" }, { "T", "True North" });
TEXT_MAP(distance_ref, { "K", "Kilometers" }, { "M", "Miles" }, { "N", "Nautical Miles" });
ENUM_MAP(differential, { 0, "No Correction" }, { 1, "Differential Corrected" });

#define COORDINATE .convert = convert_degrees, PRINT_AS(print_coordinate)

static const struct tag gps_rows[] = {
    { 0x0000, "GPSVersionID", PRINT_AS(print_dotted) },
    { 0x0001, "GPSLatitudeRef", PRINT_AS_ENUM(latitude_ref) },
    { 0x0002, "GPSLatitude", COORDINATE },
    { 0x0003, "GPSLongitudeRef", PRINT_AS_ENUM(longitude_ref) },
    { 0x0004, "GPSLongitude", COORDINATE },
    { 0x0005, "GPSAltitudeRef", PRINT_AS_ENUM(altitude_ref) },
    { 0x0006, "GPSAltitude", PRINT_AS(print_metres) },
    { 0x0007, "GPSTimeStamp", .convert = convert_gps_time },
    { 0x0008, "GPSSatellites" },
    { 0x0009, "GPSStatus", PRINT_AS_ENUM(status) },
    { 0x000a, "GPSMeasureMode", PRINT_AS_ENUM(measure_mode) },
    { 0x000b, "GPSDOP" },
    { 0x000c, "GPSSpeedRef", PRINT_AS_ENUM(speed_ref) },
    { 0x000d, "GPSSpeed" },
    { 0x000e, "GPSTrackRef", PRINT_AS_ENUM(direction_ref) },
    { 0x000f, "GPSTrack" },
    { 0x0010, "GPSImgDirectionRef", PRINT_AS_ENUM(direction_ref) },
    { 0x0011, "GPSImgDirection" },
    { 0x0012, "GPSMapDatum" },
    { 0x0013, "GPSDestLatitudeRef", PRINT_AS_ENUM(latitude_ref) },
    { 0x0014, "GPSDestLatitude", COORDINATE },
    { 0x0015, "GPSDestLongitudeRef", PRINT_AS_ENUM(longitude_ref) },
    { 0x0016, "GPSDestLongitude", COORDINATE },
    { 0x0017, "GPSDestBearingRef", PRINT_AS_ENUM(direction_ref) },
    { 0x0018, "GPSDestBearing" },
    { 0x0019, "GPSDestDistanceRef", PRINT_AS_ENUM(distance_ref) },
    { 0x001a, "GPSDestDistance" },
    { 0x001b, "GPSProcessingMethod", .convert = convert_gps_text },
    { 0x001c, "GPSAreaInformation", .convert = convert_gps_text },
    { 0x001d, "GPSDateStamp", PRINT_AS(print_gps_date) },
    { 0x001e, "GPSDifferential", PRINT_AS_ENUM(differential) },
    { 0x001f, "GPSHPositioningError", PRINT_AS(print_metres) },
};

const struct tag_table gps_table = TAG_TABLE(gps_rows, "EXIF", NULL);
