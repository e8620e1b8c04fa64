/* Google's HDR+ notes. Source: ExifTool's "Google Tags". */
#include "meta/maker_google.h"
#include "meta/maker_values.h"
#include "meta/tag.h"

static const struct tag rows[] = {
    { 0x000002, "TimeLogText", .flags = TAG_BINARY },
    { 0x000003, "SummaryText", .flags = TAG_BINARY },
    { 0x000101, "ImageName" },
    { 0x000102, "ImageData", .flags = TAG_BINARY },
    { 0x000903, "FrameCount" },
    { 0x000c01, "DeviceMake" },
    { 0x000c02, "DeviceModel" },
    { 0x000c03, "DeviceCodename" },
    { 0x000c04, "DeviceHardwareRevision" },
    { 0x000c06, "HDRPSoftware" },
    { 0x000c07, "AndroidRelease" },
    { 0x000c08, "SoftwareDate", .convert = google_date_ms },
    { 0x000c09, "Application" },
    { 0x000c0a, "AppVersion" },
    { 0x000c0e, "MaxAnalogISO" },
    { 0x092401, "CreateDate", .convert = google_date, .priority = PRIORITY_LOW },
    { 0x0c0c01, "ExposureTimeMin", .convert = maker_thousandth },
    { 0x0c0c02, "ExposureTimeMax", .convert = maker_thousandth },
    { 0x0c0d01, "ISOMin" },
    { 0x0c0d02, "ISOMax" },
};
const struct tag_table google_table = TAG_TABLE(rows, "MakerNotes", "Google");

static const struct tag shot_log_rows[] = {
    { 2, "MeteringFrameCount" },
    { 3, "OriginalPayloadFrameCount" },
};
const struct tag_table google_shot_log = TAG_TABLE(shot_log_rows, "MakerNotes", "Google");
