/* What Sony's numbers mean. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "meta/maker_sony.h"
#include "meta/scan.h"

#define METERING_TIFF_BYTES 7404 /* 40 x 30 pixels of three 16-bit numbers, and a header */

bool sony_aperture(const struct tag_env *env, struct buf *out)
{
    return number_put(exp2(((double)raw_int(env) / 8 - 1) / 2), out);
}

bool sony_time(const struct tag_env *env, struct buf *out)
{
    return number_put(raw_int(env) != 0 ? exp2(6 - (double)raw_int(env) / 8) : 0, out);
}

bool sony_celsius(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 32) / 1.8, out);
}

bool sony_compensation(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 128) / 24, out);
}

/* "Face3Position" is there when three faces are. */
bool sony_face(const struct tag_env *env, struct buf *out)
{
    const struct value *faces = scan_member(env->scan, "FacesDetected");

    if (faces == NULL || value_int(faces, 0) < env->tag->name[4] - '0') {
        return false;
    }
    value_append(env->raw, out);
    return true;
}

bool sony_hundred(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) * 100, out);
}

bool sony_iso(const struct tag_env *env, struct buf *out)
{
    return number_put(raw_int(env) != 0 ? exp2((double)raw_int(env) / 8 - 6) * 100 : 0, out);
}

bool sony_iso_not_0(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && raw_int(env) != 255 && sony_iso(env, out);
}

bool sony_lens_spec(const struct tag_env *env, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;

    if (env->raw->bytes.len < 8) {
        return false;
    }
    buf_printf(out, "%02x %02x%02x %02x%02x %02x %02x %02x", at[0], at[1], at[2], at[3], at[4],
               at[5], at[6], at[7]);
    return true;
}

bool sony_less_10(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 10), out);
}

/* ExifTool makes a TIFF file of the pixels. */
bool sony_metering(const struct tag_env *env, struct buf *out)
{
    if (env->raw->bytes.len < 9600) {
        return false;
    }
    buf_printf(out, "(Binary data %d bytes, use -b option to extract)", METERING_TIFF_BYTES);
    return true;
}

bool sony_reversed(const struct tag_env *env, struct buf *out)
{
    if (env->raw->count != 2) {
        return false;
    }
    value_append_element(env->raw, 1, out);
    buf_add_byte(out, ' ');
    value_append_element(env->raw, 0, out);
    return true;
}

bool sony_signed(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(int8_t)raw_int(env), out);
}

bool sony_text(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);

    buf_add_span(out, text);
    return text.len > 0;
}

bool sony_print_af_status(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t steps = raw_int(env);

    (void)value;
    if (steps == 0) {
        buf_add_str(out, "In Focus");
    } else if (steps == INT16_MIN) {
        buf_add_str(out, "Out of Focus");
    } else {
        buf_printf(out, steps < 0 ? "Front Focus (%" PRId64 ")" : "Back Focus (+%" PRId64 ")",
                   steps);
    }
    return true;
}

bool sony_print_iso(const struct tag_env *env, struct span value, struct buf *out)
{
    double iso = number_parse(value, NULL);

    (void)env;
    if (iso == 0) {
        buf_add_str(out, "Auto");
    } else {
        buf_printf(out, "%.0f", iso);
    }
    return true;
}

bool sony_print_whole_signed(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (number_parse(value, NULL) > 0) {
        buf_add_byte(out, '+');
    }
    buf_add_span(out, value);
    return true;
}

/* What a lens is, by bits of its first and last byte; some stand before the lengths. */
static const struct {
    uint16_t mask, bits;
    const char *name;
    bool before;
} lens_features[] = {
    { 0x4000, 0x4000, "PZ", true },     { 0x0300, 0x0100, "DT", true },
    { 0x0300, 0x0200, "E", true },      { 0x0300, 0x0300, "FE", true },
    { 0x00e0, 0x0020, "STF", false },   { 0x00e0, 0x0040, "Reflex", false },
    { 0x00e0, 0x0060, "Macro", false }, { 0x00e0, 0x0080, "Fisheye", false },
    { 0x000c, 0x0004, "ZA", false },    { 0x000c, 0x0008, "G", false },
    { 0x0003, 0x0001, "SSM", false },   { 0x0003, 0x0002, "SAM", false },
    { 0x8000, 0x8000, "OSS", false },   { 0x2000, 0x2000, "LE", false },
    { 0x0800, 0x0800, "II", false },
};

static void add_features(unsigned bits, bool before, struct buf *out)
{
    for (size_t i = 0; i < ARRAY_LEN(lens_features); i++) {
        if (lens_features[i].before == before &&
            (bits & lens_features[i].mask) == lens_features[i].bits) {
            buf_add_str(out, before ? "" : " ");
            buf_add_str(out, lens_features[i].name);
            buf_add_str(out, before ? " " : "");
        }
    }
}

/* Two decimal digits a byte. */
static unsigned decimal(uint8_t byte)
{
    return (byte >> 4) * 10u + (byte & 15u);
}

static void add_tenths(unsigned tenths, struct buf *out)
{
    number_append(tenths / 10.0, 15, out);
}

/* "DT 55-200mm F4-5.6 SAM" */
bool sony_print_lens_spec(const struct tag_env *env, struct span value, struct buf *out)
{
    const uint8_t *at = env->raw->bytes.data;
    unsigned shortest, longest;

    (void)value;
    if (env->raw->bytes.len < 8) {
        return false;
    }
    shortest = decimal(at[1]) * 100 + decimal(at[2]);
    longest = decimal(at[3]) * 100 + decimal(at[4]);
    if (shortest == 0 || at[5] == 0) {
        buf_add_str(out, "Unknown (");
        buf_add_span(out, value);
        buf_add_byte(out, ')');
        return true;
    }
    add_features((unsigned)at[0] << 8 | at[7], true, out);
    buf_printf(out, "%u", shortest);
    if (longest != 0 && longest != shortest) {
        buf_printf(out, "-%u", longest);
    }
    buf_add_str(out, "mm F");
    add_tenths(decimal(at[5]), out);
    if (at[6] != 0 && at[6] != at[5]) {
        buf_add_byte(out, '-');
        add_tenths(decimal(at[6]), out);
    }
    add_features((unsigned)at[0] << 8 | at[7], false, out);
    return true;
}

bool sony_is_hx9(const struct tag_env *env)
{
    const struct value *version = scan_member(env->scan, "MetaVersion");

    return version != NULL && span_equal(value_chars(version), span_str("DC7303320222000"));
}

bool sony_not_hx9(const struct tag_env *env)
{
    return !sony_is_hx9(env);
}

static bool has_faces(const struct tag_env *env, int64_t offset, int64_t len)
{
    const struct value *at = scan_member(env->scan, "FaceInfoOffset");
    const struct value *each = scan_member(env->scan, "FaceInfoLength");

    return at != NULL && each != NULL && value_int(at, 0) == offset && value_int(each, 0) == len;
}

bool sony_has_faces_1(const struct tag_env *env)
{
    return has_faces(env, 72, 32);
}

bool sony_has_faces_2(const struct tag_env *env)
{
    return has_faces(env, 94, 37);
}

bool sony_has_private(const struct tag_env *env)
{
    return env->raw->bytes.len == 4 && text_starts_nocase(env->scan->make, "SONY") &&
           (strcmp(env->scan->file_type, "ARW") == 0 || strcmp(env->scan->file_type, "SR2") == 0);
}
