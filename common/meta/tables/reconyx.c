/*
 * Reconyx's maker notes: trail cameras. Source of indices, names and wordings:
 * ExifTool's documentation, "Reconyx Tags".
 */
#include "meta/maker_small.h"
#include "meta/maker_values.h"
#include "meta/print.h"

TEXT_MAP(trigger_mode, { "C", "CodeLoc Not Entered" }, { "E", "External Sensor" },
         { "M", "Motion Detection" }, { "T", "Time Lapse" });
ENUM_MAP(moon_phase, { 0, "New" }, { 1, "New Crescent" }, { 2, "First Quarter" },
         { 3, "Waxing Gibbous" }, { 4, "Full" }, { 5, "Waning Gibbous" }, { 6, "Last Quarter" },
         { 7, "Old Crescent" });
ENUM_MAP(infrared_illuminator, { 0, "Off" }, { 1, "On" });
static const struct tag reconyx_table_rows[] = {
    { 0, "MakerNoteVersion", PRINT_AS_FORMAT("0x%.4x") },
    { 1, "FirmwareVersion", .format = FORMAT_U16, .count = 3, .convert = reconyx_version },
    { 4, "FirmwareDate", .convert = reconyx_date, .count = 2 },
    { 6, "TriggerMode", PRINT_AS_ENUM(trigger_mode), .convert = reconyx_letter,
      .format = FORMAT_TEXT, .count = 2 },
    { 7, "Sequence", PRINT_AS(reconyx_print_sequence), .count = 2 },
    { 9, "EventNumber", .convert = reconyx_event, .count = 2 },
    { 11, "DateTimeOriginal", .convert = reconyx_date_time, .count = 6 },
    { 18, "MoonPhase", PRINT_AS_ENUM(moon_phase) },
    { 19, "AmbientTemperatureFahrenheit", PRINT_AS_FORMAT("%s F"), .format = FORMAT_S16 },
    { 20, "AmbientTemperature", PRINT_AS_FORMAT("%s C"), .format = FORMAT_S16 },
    { 21, "SerialNumber", .format = FORMAT_UNDEF, .count = 30, .convert = convert_utf16 },
    { 36, "Contrast" },
    { 37, "Brightness" },
    { 38, "Sharpness" },
    { 39, "Saturation" },
    { 40, "InfraredIlluminator", PRINT_AS_ENUM(infrared_illuminator) },
    { 41, "MotionSensitivity" },
    { 42, "BatteryVoltage", PRINT_AS_FORMAT("%s V"), .convert = maker_thousandth },
    { 43, "UserLabel", .format = FORMAT_TEXT, .count = 22 },
};
const struct tag_table reconyx_table = { .rows = reconyx_table_rows,
                                         .n_rows = ARRAY_LEN(reconyx_table_rows),
                                         .g0 = "MakerNotes",
                                         .g1 = "Reconyx",
                                         .format = FORMAT_U16,
                                         .endian = -1 };

TEXT_MAP(trigger_mode_2, { "M", "Motion Detection" }, { "P", "Point and Shoot" },
         { "T", "Time Lapse" });
ENUM_MAP(day_of_week, { 0, "Sunday" }, { 1, "Monday" }, { 2, "Tuesday" }, { 3, "Wednesday" },
         { 4, "Thursday" }, { 5, "Friday" }, { 6, "Saturday" });
static const struct tag reconyx_hyperfire_2_rows[] = {
    { 42, "FirmwareVersion", .convert = reconyx_version_2, .format = FORMAT_U16, .count = 3 },
    { 48, "FirmwareDate", .convert = reconyx_date, .format = FORMAT_U16, .count = 2 },
    { 52, "TriggerMode", PRINT_AS_ENUM(trigger_mode_2), .convert = reconyx_letter,
      .format = FORMAT_TEXT, .count = 2 },
    { 54, "Sequence", PRINT_AS(reconyx_print_sequence), .format = FORMAT_U16, .count = 2 },
    { 58, "EventNumber", .convert = reconyx_event, .format = FORMAT_U16, .count = 2 },
    { 62, "DateTimeOriginal", .convert = reconyx_date_time, .format = FORMAT_U16, .count = 6 },
    { 74, "DayOfWeek", PRINT_AS_ENUM(day_of_week), .format = FORMAT_U16 },
    { 76, "MoonPhase", PRINT_AS_ENUM(moon_phase), .format = FORMAT_U16 },
    { 78, "AmbientTemperatureFahrenheit", PRINT_AS_FORMAT("%s F"), .format = FORMAT_S16 },
    { 80, "AmbientTemperature", PRINT_AS_FORMAT("%s C"), .format = FORMAT_S16 },
    { 82, "Contrast", .format = FORMAT_U16 },
    { 84, "Brightness", .format = FORMAT_U16 },
    { 86, "Sharpness", .format = FORMAT_U16 },
    { 88, "Saturation", .format = FORMAT_U16 },
    { 90, "Flash", PRINT_AS_ENUM(infrared_illuminator), .format = FORMAT_U16 },
    { 92, "AmbientInfrared", .format = FORMAT_U16 },
    { 94, "AmbientLight", .format = FORMAT_U16 },
    { 96, "MotionSensitivity", .format = FORMAT_U16 },
    { 98, "BatteryVoltage", .format = FORMAT_U16 },
    { 100, "BatteryVoltageAvg", .format = FORMAT_U16 },
    { 102, "BatteryType", .format = FORMAT_U16 },
    { 104, "UserLabel", .format = FORMAT_TEXT, .count = 22 },
    { 126, "SerialNumber", .format = FORMAT_UNDEF, .count = 30, .convert = convert_utf16 },
};
const struct tag_table reconyx_hyperfire_2 = { .rows = reconyx_hyperfire_2_rows,
                                               .n_rows = ARRAY_LEN(reconyx_hyperfire_2_rows),
                                               .g0 = "MakerNotes",
                                               .g1 = "Reconyx",
                                               .format = FORMAT_U8,
                                               .endian = -1 };
