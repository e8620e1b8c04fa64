#include "meta/composite.h"

#include <inttypes.h>
#include <string.h>

#include "meta/blocks.h"
#include "meta/exif.h"
#include "meta/preview.h"
#include "meta/print.h"

bool composite_has(const struct composite_env *env, size_t index)
{
    return env->inputs[index] != NULL;
}

struct span composite_value(struct composite_env *env, size_t index)
{
    return env->inputs[index] == NULL ? (struct span){ NULL, 0 }
                                      : store_value(&env->scan->store, env->inputs[index]);
}

struct span composite_text(struct composite_env *env, size_t index)
{
    return env->inputs[index] == NULL ? (struct span){ NULL, 0 }
                                      : store_text(&env->scan->store, env->inputs[index]);
}

bool composite_number(struct composite_env *env, size_t index, double *out)
{
    size_t used = 0;

    *out = number_parse(composite_value(env, index), &used);
    return used > 0;
}

double composite_or_zero(struct composite_env *env, size_t index)
{
    double number;

    return composite_number(env, index, &number) ? number : 0;
}

/* Kinds whose raw frame is larger than the picture: EXIF's size counts. */
static bool exif_size_counts(const struct meta_scan *scan)
{
    return strcmp(scan->file_type, "CR2") == 0 || strcmp(scan->file_type, "IIQ") == 0;
}

static bool image_size(struct composite_env *env, struct buf *value, struct buf *text)
{
    double width, height;
    size_t at = 0;

    if (composite_has(env, 4)) { /* RawImageCroppedSize of RAF */
        struct span size = composite_value(env, 4);

        buf_add_span(value, size);
    } else {
        if (exif_size_counts(env->scan) && composite_or_zero(env, 2) > 0 &&
            composite_or_zero(env, 3) > 0) {
            at = 2;
        }
        if (!composite_number(env, at, &width) || !composite_number(env, at + 1, &height)) {
            return false;
        }
        buf_add_span(value, composite_value(env, at));
        buf_add_byte(value, ' ');
        buf_add_span(value, composite_value(env, at + 1));
    }
    for (size_t i = 0; i < value->len; i++) {
        buf_add_byte(text, value->data[i] == ' ' ? 'x' : value->data[i]);
    }
    return true;
}

static bool megapixels(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span size = composite_value(env, 0);
    size_t used = 0;
    double pixels = number_parse(size, &used);

    size = span_from(size, used + 1);
    pixels = pixels * number_parse(size, NULL) / 1e6;
    number_append(pixels, 15, value);
    buf_printf(text, "%.*f", pixels >= 1 ? 1 : pixels >= 0.001 ? 3 : 6, pixels);
    return true;
}

static bool preview_size(struct composite_env *env, struct buf *value, struct buf *text)
{
    (void)text;
    buf_add_span(value, composite_value(env, 0));
    buf_add_byte(value, 'x');
    buf_add_span(value, composite_value(env, 1));
    return true;
}

/* Planck's second constant over the camera's B: where its sensor sees most, in micrometres. */
static bool peak_sensitivity(struct composite_env *env, struct buf *value, struct buf *text)
{
    double b = composite_or_zero(env, 0);

    if (b == 0) {
        return false;
    }
    number_append(14387.6515 / b, 15, value);
    buf_printf(text, "%.1f um", 14387.6515 / b);
    return true;
}

static bool run_time(struct composite_env *env, struct buf *value, struct buf *text)
{
    double ticks = composite_or_zero(env, 0), scale = composite_or_zero(env, 1);

    if (scale == 0) {
        return false;
    }
    number_append(ticks / scale, 15, value);
    print_duration(ticks / scale, text);
    return true;
}

static bool cfa_pattern(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span size = composite_value(env, 0), cells = composite_value(env, 1);
    struct tag_env none = { env->scan, NULL, NULL, 0 };

    buf_add_span(value, size);
    buf_add_byte(value, ' ');
    buf_add_span(value, cells);
    return print_cfa(&none, buf_span(value), text);
}

/* In the order in which they are made: later ones use earlier ones. */
static const struct composite composites[] = {
    { "DigitalZoom",
      composite_zoom,
      3,
      { "Canon:ZoomSourceWidth", "Canon:ZoomTargetWidth", "Canon:DigitalZoom" } },
    { "ISO",
      composite_canon_iso,
      0,
      { "Canon:CameraISO", "Canon:BaseISO", "Canon:AutoISO" },
      .priority = PRIORITY_LOW },
    { "FocusDistance", composite_focus_distance, 2, { "Sony:FocusPosition", "FocalLength" } },
    { "FocusDistance2",
      composite_focus_distance_2,
      2,
      { "Sony:FocusPosition2", "FocalLengthIn35mmFormat" } },
    { "ContrastDetectAF",
      composite_contrast_af,
      2,
      { "Nikon:FocusMode", "Nikon:AFDetectionMethod" } },
    { "PhaseDetectAF",
      composite_phase_af,
      2,
      { "Nikon:FocusPointSchema", "Nikon:AFDetectionMethod" } },
    { "DriveMode", composite_drive_mode, 2, { "ContinuousDrive", "SelfTimer" } },
    { "ShootingMode",
      composite_shooting_mode,
      2,
      { "CanonExposureMode", "EasyMode", "BulbDuration" } },
    { "FlashType", composite_flash_type, 1, { "FlashBits" } },
    { "RedEyeReduction", composite_red_eye, 2, { "CanonFlashMode", "FlashBits" } },
    { "ConditionalFEC", composite_flash_compensation, 2, { "FlashExposureComp", "FlashBits" } },
    { "ShutterCurtainHack", composite_curtain, 1, { "FlashBits", "ShutterCurtainSync" } },
    { "Lens", composite_lens, 2, { "Canon:MinFocalLength", "Canon:MaxFocalLength" } },
    { "WB_RGGBLevels",
      composite_canon_levels,
      1,
      { "Canon:WhiteBalance", "WB_RGGBLevelsAsShot", "WB_RGGBLevelsAuto", "WB_RGGBLevelsDaylight",
        "WB_RGGBLevelsCloudy", "WB_RGGBLevelsTungsten", "WB_RGGBLevelsFluorescent",
        "WB_RGGBLevelsFlash", "WB_RGGBLevelsCustom", "WB_RGGBLevelsAuto", "WB_RGGBLevelsShade",
        "WB_RGGBLevelsKelvin" } },
    { "WB_RGGBLevels",
      composite_samsung_levels,
      2,
      { "WB_RGGBLevelsUncorrected", "WB_RGGBLevelsBlack" } },
    { "AutoFocus", composite_auto_focus, 1, { "Nikon:FocusMode" } },
    { "PhaseDetectAF",
      composite_phase_detect,
      2,
      { "Nikon:FocusPointSchema", "Nikon:AFDetectionMethod" } },
    { "ContrastDetectAF",
      composite_contrast_detect,
      2,
      { "Nikon:FocusMode", "Nikon:AFDetectionMethod" } },
    { "AdvancedSceneMode", composite_scene, 3, { "Model", "SceneMode", "AdvancedSceneType" } },
    { "ExtenderStatus",
      composite_extender,
      3,
      { "Olympus:Extender", "Olympus:LensType", "MaxApertureValue" } },
    { "Flash",
      composite_flash,
      1,
      { "XMP:FlashFired", "XMP:FlashReturn", "XMP:FlashMode", "XMP:FlashFunction",
        "XMP:FlashRedEyeMode" } },
    { "PeakSpectralSensitivity", peak_sensitivity, 1, { "FLIR:PlanckB" } },
    { "DateCreated", composite_date_created, 2, { "Kodak:YearCreated", "Kodak:MonthDayCreated" } },
    { "AvgBitrate", composite_bit_rate, 2, { "QuickTime:MediaDataSize", "QuickTime:Duration" } },
    { "LensSpec", composite_lens_spec, 2, { "Nikon:Lens", "Nikon:LensType" } },
    { "ImageSize",
      image_size,
      0,
      { "ImageWidth", "ImageHeight", "ExifImageWidth", "ExifImageHeight", "RawImageCroppedSize" } },
    { "Megapixels", megapixels, 1, { "ImageSize" } },
    { "ShutterSpeed",
      composite_shutter_speed,
      0,
      { "ExposureTime", "ShutterSpeedValue", "BulbDuration" } },
    { "Aperture", composite_aperture, 0, { "FNumber", "ApertureValue" } },
    { "LightValue", composite_light_value, 3, { "Aperture", "ShutterSpeed", "ISO" } },
    { "CFAPattern", cfa_pattern, 2, { "CFARepeatPatternDim", "CFAPattern2" } },
    { "ScaleFactor35efl",
      composite_scale_factor,
      0,
      { "FocalLength", "FocalLengthIn35mmFormat", "Composite:DigitalZoom", "FocalPlaneDiagonal",
        "SensorSize", "FocalPlaneXSize", "FocalPlaneYSize", "FocalPlaneResolutionUnit",
        "FocalPlaneXResolution", "FocalPlaneYResolution", "ExifImageWidth", "ExifImageHeight",
        "CanonImageWidth", "CanonImageHeight", "ImageWidth", "ImageHeight" } },
    { "Lens35efl",
      composite_lens_35mm,
      3,
      { "Canon:MinFocalLength", "Canon:MaxFocalLength", "Lens", "ScaleFactor35efl" } },
    { "CircleOfConfusion", composite_confusion, 1, { "ScaleFactor35efl" } },
    { "FocalLength35efl", composite_focal_length, 1, { "FocalLength", "ScaleFactor35efl" } },
    { "FOV", composite_fov, 2, { "FocalLength", "ScaleFactor35efl", "FocusDistance" } },
    { "HyperfocalDistance",
      composite_hyperfocal,
      3,
      { "FocalLength", "Aperture", "CircleOfConfusion" } },
    { "DOF",
      composite_dof,
      3,
      { "FocalLength", "Aperture", "CircleOfConfusion", "FocusDistance", "SubjectDistance",
        "ObjectDistance", "ApproximateFocusDistance", "FocusDistanceLower",
        "FocusDistanceUpper" } },
    { "SubSecDateTimeOriginal",
      composite_sub_seconds,
      1,
      { "EXIF:DateTimeOriginal", "EXIF:SubSecTimeOriginal", "EXIF:OffsetTimeOriginal" } },
    { "SubSecCreateDate",
      composite_sub_seconds,
      1,
      { "EXIF:CreateDate", "EXIF:SubSecTimeDigitized", "EXIF:OffsetTimeDigitized" } },
    { "SubSecModifyDate",
      composite_sub_seconds,
      1,
      { "EXIF:ModifyDate", "EXIF:SubSecTime", "EXIF:OffsetTime" } },
    { "GPSLatitude", composite_latitude, 2, { "GPS:GPSLatitude", "GPS:GPSLatitudeRef" } },
    { "GPSLongitude", composite_longitude, 2, { "GPS:GPSLongitude", "GPS:GPSLongitudeRef" } },
    { "GPSDestLatitude",
      composite_latitude,
      2,
      { "GPS:GPSDestLatitude", "GPS:GPSDestLatitudeRef" } },
    { "GPSDestLongitude",
      composite_longitude,
      2,
      { "GPS:GPSDestLongitude", "GPS:GPSDestLongitudeRef" } },
    { "GPSAltitude",
      composite_altitude,
      0,
      { "GPS:GPSAltitude", "GPS:GPSAltitudeRef", "XMP:GPSAltitude", "XMP:GPSAltitudeRef" } },
    { "GPSDateTime", composite_gps_time, 2, { "GPS:GPSDateStamp", "GPS:GPSTimeStamp" } },
    { "GPSLatitudeRef", composite_latitude_ref, 1, { "XMP-exif:GPSLatitude" } },
    { "GPSLongitudeRef", composite_longitude_ref, 1, { "XMP-exif:GPSLongitude" } },
    { "GPSDestLatitudeRef", composite_latitude_ref, 1, { "XMP-exif:GPSDestLatitude" } },
    { "GPSDestLongitudeRef", composite_longitude_ref, 1, { "XMP-exif:GPSDestLongitude" } },
    { "GPSPosition", composite_position, 2, { "GPSLatitude", "GPSLongitude" } },
    { "DateTimeCreated", composite_joined, 2, { "IPTC:DateCreated", "IPTC:TimeCreated" } },
    { "DigitalCreationDateTime",
      composite_joined,
      2,
      { "IPTC:DigitalCreationDate", "IPTC:DigitalCreationTime" } },
    { "DateTimeOriginal",
      composite_date_original,
      0,
      { "DateTimeCreated", "DateCreated", "TimeCreated", "DateTimeOriginal" } },
    { "LensID",
      composite_nikon_lens,
      8,
      { "Nikon:LensIDNumber", "Nikon:LensFStops", "Nikon:MinFocalLength", "Nikon:MaxFocalLength",
        "Nikon:MaxApertureAtMinFocal", "Nikon:MaxApertureAtMaxFocal", "Nikon:MCUVersion",
        "Nikon:LensType" } },
    { "LensID",
      composite_lens_type,
      1,
      { "LensType", "MinFocalLength", "MaxFocalLength", "LensModel", "Make" } },
    { "LensID", composite_lens_of_xmp, 2, { "XMP-aux:LensID", "Make", "LensInfo" } },
    { "LensID", composite_lens_id, 0, { "LensModel", "Lens", "XMP-aux:LensID", "Make" } },
    { "RedBalance",
      composite_balance_red,
      0,
      { "WB_RGGBLevels", "WB_RGBGLevels", "WB_RBGGLevels", "WB_GRBGLevels", "WB_GRGBLevels",
        "WB_GBRGLevels", "WB_RGBLevels", "WB_GRBLevels", "WB_RBLevels", "WBRedLevel",
        "WBGreenLevel" } },
    { "BlueBalance",
      composite_balance_blue,
      0,
      { "WB_RGGBLevels", "WB_RGBGLevels", "WB_RBGGLevels", "WB_GRBGLevels", "WB_GRGBLevels",
        "WB_GBRGLevels", "WB_RGBLevels", "WB_GRBLevels", "WB_RBLevels", "WBBlueLevel",
        "WBGreenLevel" } },
    { "PreviewImageSize", preview_size, 2, { "PreviewImageWidth", "PreviewImageHeight" } },
    { "RunTimeSincePowerUp", run_time, 2, { "RunTimeValue", "RunTimeScale" } },
};

static struct found *input_find(struct store *store, const char *input)
{
    const char *colon = strchr(input, ':');
    char group[32];

    if (colon == NULL) {
        return store_find(store, input);
    }
    if ((size_t)(colon - input) >= sizeof group) {
        return NULL;
    }
    memcpy(group, input, (size_t)(colon - input));
    group[colon - input] = 0;
    return store_find_in(store, group, colon + 1);
}

static void composite_try(struct meta_scan *scan, const struct composite *row)
{
    const struct place place = { "Composite", "Composite", 0, row->priority };
    CLEANUP(buf_release) struct buf value = BUF_INIT(65536), text = BUF_INIT(65536);
    struct composite_env env = { .scan = scan };

    for (size_t i = 0; i < COMPOSITE_INPUTS && row->inputs[i] != NULL; i++) {
        env.inputs[i] = input_find(&scan->store, row->inputs[i]);
        if (env.inputs[i] == NULL && i < row->n_required) {
            return;
        }
    }
    if (row->make(&env, &value, &text)) {
        store_add_printed(&scan->store, &place, row->name, buf_span(&value),
                          text.len > 0 ? buf_span(&text) : buf_span(&value));
    }
}

void composite_add(struct meta_scan *scan)
{
    preview_composites(scan);
    for (size_t i = 0; i < ARRAY_LEN(composites); i++) {
        composite_try(scan, &composites[i]);
    }
}
