/* Apple's maker notes (iOS). Source of ids, names and wordings: ExifTool's "Apple Tags". */
#include "meta/maker_apple.h"
#include "meta/print.h"

ENUM_MAP(hdr_image_type, { 3, "HDR Image" }, { 4, "Original Image" });
ENUM_MAP(capture_type, { 1, "ProRAW" }, { 2, "Portrait" }, { 10, "Photo" }, { 11, "Manual Focus" },
         { 12, "Scene" });
ENUM_MAP(camera_type, { 0, "Back Wide Angle" }, { 1, "Back Normal" }, { 6, "Front" });

/* Two distances in the order that the phone wrote them; printed nearest first. */
static bool print_focus_range(const struct tag_env *env, struct span value, struct buf *out)
{
    double near_m = value_double(env->raw, 0), far_m = value_double(env->raw, 1);

    (void)value;
    if (env->raw->count != 2) {
        return false;
    }
    buf_printf(out, "%.2f - %.2f m", near_m <= far_m ? near_m : far_m,
               near_m <= far_m ? far_m : near_m);
    return true;
}

/* The second number holds two of 28 and 4 bits. */
static bool print_af_performance(const struct tag_env *env, struct span value, struct buf *out)
{
    uint32_t second = (uint32_t)value_int(env->raw, 1);

    (void)value;
    if (env->raw->count != 2) {
        return false;
    }
    buf_printf(out, "%d %u %u", (int)raw_int(env), second >> 28, second & 0xfffffff);
    return true;
}

static const struct tag rows[] = {
    { 0x0001, "MakerNoteVersion" },
    { 0x0002, "AEMatrix", .flags = TAG_UNKNOWN },
    { 0x0003, "RunTime", SUB_BLOCK(apple_run_time) },
    { 0x0004, "AEStable", PRINT_AS(print_yes_no) },
    { 0x0005, "AETarget" },
    { 0x0006, "AEAverage" },
    { 0x0007, "AFStable", PRINT_AS(print_yes_no) },
    { 0x0008, "AccelerationVector" },
    { 0x000a, "HDRImageType", PRINT_AS_ENUM(hdr_image_type) },
    { 0x000b, "BurstUUID" },
    { 0x000c, "FocusDistanceRange", PRINT_AS(print_focus_range) },
    { 0x000f, "OISMode" },
    { 0x0011, "ContentIdentifier" },
    { 0x0014, "ImageCaptureType", PRINT_AS_ENUM(capture_type) },
    { 0x0015, "ImageUniqueID" },
    { 0x0017, "LivePhotoVideoIndex" },
    { 0x0019, "ImageProcessingFlags", .flags = TAG_UNKNOWN },
    { 0x001a, "QualityHint", .flags = TAG_UNKNOWN },
    { 0x001d, "LuminanceNoiseAmplitude" },
    { 0x001f, "PhotosAppFeatureFlags" },
    { 0x0020, "ImageCaptureRequestID", .flags = TAG_UNKNOWN },
    { 0x0021, "HDRHeadroom" },
    { 0x0023, "AFPerformance", PRINT_AS(print_af_performance) },
    { 0x0025, "SceneFlags", .flags = TAG_UNKNOWN },
    { 0x0026, "SignalToNoiseRatioType", .flags = TAG_UNKNOWN },
    { 0x0027, "SignalToNoiseRatio" },
    { 0x002b, "PhotoIdentifier" },
    { 0x002d, "ColorTemperature" },
    { 0x002e, "CameraType", PRINT_AS_ENUM(camera_type) },
    { 0x002f, "FocusPosition" },
    { 0x0030, "HDRGain" },
    { 0x0038, "AFMeasuredDepth" },
    { 0x003d, "AFConfidence" },
    { 0x003e, "ColorCorrectionMatrix", .flags = TAG_UNKNOWN },
    { 0x003f, "GreenGhostMitigationStatus", .flags = TAG_UNKNOWN },
    { 0x0040, "SemanticStyle", .convert = apple_list_text },
    { 0x0041, "SemanticStyleRenderingVer", .convert = apple_list_text },
    { 0x0042, "SemanticStylePreset", .convert = apple_list_text },
};
const struct tag_table apple_table = TAG_TABLE(rows, "MakerNotes", "Apple");
