/* Notes of small cameras, HP's, Kodak's later ones and Panasonic's video cameras: records of a
 * fixed layout. Source: ExifTool's documentation, the pages of those makers. */
#include <math.h>
#include <string.h>

#include "meta/blocks.h"
#include "meta/maker_small.h"
#include "meta/maker_values.h"
#include "meta/print.h"
#include "meta/scan.h"

#define RECORD(table_, rows_, g1_, unit)                                                           \
    const struct tag_table table_ = RECORD_TABLE(rows_, "MakerNotes", g1_, unit)

static bool microseconds(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 1e6, out);
}

/* What stands behind these words; nothing without them. */
static bool hp_serial(const struct tag_env *env, struct buf *out)
{
    static const char words[] = "SERIAL NUMBER:";
    struct span text = value_chars(env->raw);

    if (!span_starts(text, span_str(words))) {
        return false;
    }
    buf_add_span(out, span_from(text, sizeof words - 1));
    return true;
}

static const struct tag hp_4_rows[] = {
    { 12, "MaxAperture", .format = FORMAT_U16, .convert = maker_tenth },
    { 16, "ExposureTime", PRINT_AS(print_exposure_time), .format = FORMAT_U32,
      .convert = microseconds },
    { 20, "CameraDateTime", .format = FORMAT_TEXT, .count = 20 },
    { 52, "ISO", .format = FORMAT_U16 },
    { 92, "SerialNumber", .format = FORMAT_TEXT, .count = 26, .convert = hp_serial },
};
RECORD(hp_type4, hp_4_rows, "HP", FORMAT_U8);

static const struct tag hp_6_rows[] = {
    { 12, "FNumber", .format = FORMAT_U16, .convert = maker_tenth },
    { 16, "ExposureTime", PRINT_AS(print_exposure_time), .format = FORMAT_U32,
      .convert = microseconds },
    { 20, "CameraDateTime", .format = FORMAT_TEXT, .count = 20 },
    { 52, "ISO", .format = FORMAT_U16 },
    { 88, "SerialNumber", .format = FORMAT_TEXT, .count = 26, .convert = hp_serial },
};
RECORD(hp_type6, hp_6_rows, "HP", FORMAT_U8);

/* Cameras that Kodak sold write more, and finer, than those of other names. */
static bool is_kodak(const struct tag_env *env)
{
    return strcasestr(env->scan->make, "Kodak") != NULL;
}

static bool kodak_aperture(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / (is_kodak(env) ? 100 : 10), out);
}

/* "2005/06/07 08:09:10" */
static bool slashes(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);

    for (size_t i = 0; i < text.len; i++) {
        buf_add_byte(out, text.data[i] == '/' ? ':' : text.data[i]);
    }
    return true;
}

static const struct tag kodak_9_rows[] = {
    { 12, "FNumber", .format = FORMAT_U16, .convert = kodak_aperture },
    { 16, "ExposureTime", PRINT_AS(print_exposure_time), .format = FORMAT_U32,
      .convert = microseconds },
    { 20, "DateTimeOriginal", .format = FORMAT_TEXT, .count = 20, .convert = slashes },
    { 52, "ISO", .format = FORMAT_U16 },
    { 87, "FirmwareVersion", .format = FORMAT_TEXT, .count = 16, .when = is_kodak },
    { 168, "UnknownNumber", .format = FORMAT_TEXT, .count = 12, .when = is_kodak },
    { 196, "UnknownNumber", .format = FORMAT_TEXT, .count = 12, .when = is_kodak },
};
RECORD(kodak_type9, kodak_9_rows, "Kodak", FORMAT_U8);

static bool thirds_of_iso(const struct tag_env *env, struct buf *out)
{
    return number_put(floor(25 * exp2((double)raw_int(env) / 3) + 0.5), out);
}

static const struct tag kodak_10_rows[] = {
    { 0x0002, "PreviewImageSize", PRINT_AS(maker_print_size) },
    { 0x0012, "ExposureTime", PRINT_AS(print_exposure_time), .convert = kodak_100000th,
      .priority = PRIORITY_LOW },
    { 0x0013, "FNumber", PRINT_AS_FORMAT("%.2g"), .convert = maker_tenth,
      .priority = PRIORITY_LOW },
    { 0x0014, "ISO", .convert = thirds_of_iso, .priority = PRIORITY_LOW },
    { 0x001d, "FocalLength", PRINT_AS_FORMAT("%s mm"), .convert = maker_hundredth,
      .priority = PRIORITY_LOW },
};
RECORD(kodak_type10, kodak_10_rows, "Kodak", FORMAT_NONE);

static const struct tag panasonic_2_rows[] = {
    { 0, "MakerNoteType", .format = FORMAT_TEXT, .count = 4 },
    { 3, "Gain" },
};
RECORD(panasonic_type2, panasonic_2_rows, "Panasonic", FORMAT_U16);

static const struct tag hp_rows[] = { { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) } };
RECORD(hp_table, hp_rows, "HP", FORMAT_NONE);
