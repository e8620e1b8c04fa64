/* Composites of what makers write: drive and shooting modes, lenses, white balance, media. */
#include <math.h>
#include <string.h>

#include "meta/composite.h"
#include "meta/exif.h"
#include "meta/print.h"

/* A value with the name that it is printed as. */
static bool named(unsigned number, const char *name, struct buf *value, struct buf *text)
{
    buf_printf(value, "%u", number);
    buf_add_str(text, name);
    return true;
}

bool composite_drive_mode(struct composite_env *env, struct buf *value, struct buf *text)
{
    if (composite_or_zero(env, 0) != 0) {
        return named(0, "Continuous Shooting", value, text);
    }
    return composite_or_zero(env, 1) != 0 ? named(1, "Self-timer Operation", value, text)
                                          : named(2, "Single-frame Shooting", value, text);
}

/* CanonExposureMode where it is set, else EasyMode; a long manual exposure is "Bulb". */
bool composite_shooting_mode(struct composite_env *env, struct buf *value, struct buf *text)
{
    double mode = composite_or_zero(env, 0);

    if (mode == 4 && composite_or_zero(env, 2) != 0) {
        return named(7, "Bulb", value, text);
    }
    if (mode != 0) {
        buf_add_span(value, composite_value(env, 0));
        buf_add_span(text, composite_text(env, 0));
        return true;
    }
    buf_printf(value, "%.0f", composite_or_zero(env, 1) + 10);
    buf_add_span(text, composite_text(env, 1));
    return true;
}

bool composite_flash_type(struct composite_env *env, struct buf *value, struct buf *text)
{
    double all = composite_or_zero(env, 0);
    unsigned bits = all >= 0 && all <= UINT16_MAX ? (unsigned)all : 0;

    if (bits == 0) {
        return false;
    }
    return bits & 1u << 14 ? named(1, "External", value, text)
                           : named(0, "Built-In Flash", value, text);
}

bool composite_red_eye(struct composite_env *env, struct buf *value, struct buf *text)
{
    double mode = composite_or_zero(env, 0);

    if (composite_or_zero(env, 1) == 0) {
        return false;
    }
    return mode == 3 || mode == 4 || mode == 6 ? named(1, "On", value, text)
                                               : named(0, "Off", value, text);
}

bool composite_flash_compensation(struct composite_env *env, struct buf *value, struct buf *text)
{
    if (composite_or_zero(env, 1) == 0) {
        return false;
    }
    buf_add_span(value, composite_value(env, 0));
    buf_add_span(text, composite_text(env, 0));
    return true;
}

bool composite_curtain(struct composite_env *env, struct buf *value, struct buf *text)
{
    if (composite_or_zero(env, 0) == 0) {
        return false;
    }
    return composite_or_zero(env, 1) != 0 ? named(1, "2nd-curtain sync", value, text)
                                          : named(0, "1st-curtain sync", value, text);
}

static void add_range(double shortest, double longest, struct buf *out)
{
    buf_printf(out, "%.1f", shortest);
    if (shortest != longest) {
        buf_printf(out, " - %.1f", longest);
    }
    buf_add_str(out, " mm");
}

/* Inputs: shortest and longest focal length. */
bool composite_lens(struct composite_env *env, struct buf *value, struct buf *text)
{
    buf_add_span(value, composite_value(env, 0));
    add_range(composite_or_zero(env, 0), composite_or_zero(env, 1), text);
    return true;
}

bool composite_lens_35mm(struct composite_env *env, struct buf *value, struct buf *text)
{
    double factor = composite_or_zero(env, 3);

    number_append(composite_or_zero(env, 2) * (factor != 0 ? factor : 1), 15, value);
    buf_add_span(text, composite_text(env, 2));
    if (factor != 0) {
        buf_add_str(text, " (35 mm equivalent: ");
        add_range(composite_or_zero(env, 0) * factor, composite_or_zero(env, 1) * factor, text);
        buf_add_byte(text, ')');
    }
    return true;
}

/* Inputs: WhiteBalance, the levels as shot, then those of each white balance by its number. */
bool composite_canon_levels(struct composite_env *env, struct buf *value, struct buf *text)
{
    double balance = composite_or_zero(env, 0);
    size_t at = 1;

    (void)text;
    if (!composite_has(env, 1)) {
        if (balance < 0 || balance > 9) {
            return false;
        }
        at = 2 + (size_t)balance;
    }
    if (!composite_has(env, at)) {
        return false;
    }
    buf_add_span(value, composite_value(env, at));
    return true;
}

/* Levels without the black ones. */
bool composite_samsung_levels(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span levels = composite_value(env, 0), blacks = composite_value(env, 1);

    (void)text;
    while (levels.len > 0 && blacks.len > 0) {
        size_t level_len = 0, black_len = 0;
        double level = number_parse(levels, &level_len), black = number_parse(blacks, &black_len);

        if (level_len == 0 || black_len == 0) {
            return false;
        }
        buf_add_str(value, value->len > 0 ? " " : "");
        number_append(level - black, 15, value);
        levels = span_from(levels, level_len + 1);
        blacks = span_from(blacks, black_len + 1);
    }
    return value->len > 0;
}

/* The number where CameraISO is one, else base times automatic gain. */
bool composite_canon_iso(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span iso = composite_value(env, 0);
    double base = composite_or_zero(env, 1), gain = composite_or_zero(env, 2);
    size_t used = 0;

    (void)text;
    number_parse(iso, &used);
    if (iso.len > 0 && used == iso.len) {
        buf_add_span(value, iso);
        return true;
    }
    if (base == 0 || gain == 0) {
        return false;
    }
    buf_printf(value, "%.0f", base * gain / 100);
    return true;
}

bool composite_zoom(struct composite_env *env, struct buf *value, struct buf *text)
{
    double source = composite_or_zero(env, 0), target = composite_or_zero(env, 1);

    if (source == 0 || target == 0 || composite_or_zero(env, 2) != 3) {
        return false;
    }
    number_append(target / source, 15, value);
    buf_printf(text, "%.2fx", target / source);
    return true;
}

bool composite_phase_detect(struct composite_env *env, struct buf *value, struct buf *text)
{
    double schema = composite_or_zero(env, 0);

    if (composite_or_zero(env, 1) != 0 || schema == 0) {
        return named(0, "Off", value, text);
    }
    buf_add_span(value, composite_value(env, 0));
    buf_add_str(text, "On (");
    buf_add_span(text, composite_text(env, 0));
    buf_add_byte(text, ')');
    return true;
}

bool composite_contrast_detect(struct composite_env *env, struct buf *value, struct buf *text)
{
    bool manual = span_starts(composite_text(env, 0), span_str("Manual"));

    return !manual && composite_or_zero(env, 1) == 1 ? named(1, "On", value, text)
                                                     : named(0, "Off", value, text);
}

/* Panasonic: by scene mode and its type where that is told of, else the scene mode with how the
 * camera came to it. */
bool composite_scene(struct composite_env *env, struct buf *value, struct buf *text)
{
    double type = composite_or_zero(env, 2);

    buf_add_span(value, composite_value(env, 1));
    buf_add_byte(value, ' ');
    buf_add_span(value, composite_value(env, 2));
    for (size_t i = 0; i < panasonic_scenes.n_texts; i++) {
        if (span_equal(buf_span(value), span_str(panasonic_scenes.texts[i].value))) {
            buf_add_str(text, panasonic_scenes.texts[i].name);
            return true;
        }
    }
    buf_add_span(text, composite_text(env, 1));
    if (type == 5) {
        buf_add_str(text, " (intelligent auto)");
    } else if (type == 7) {
        buf_add_str(text, " (intelligent auto plus)");
    } else if (type != 1) {
        buf_printf(text, " (%.0f)", type);
    }
    return true;
}

/* Olympus: an extender takes light away, which tells whether it is still there. */
bool composite_extender(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span extender = composite_text(env, 0), lens = composite_text(env, 1);
    double aperture = composite_or_zero(env, 2);
    const uint8_t *f = lens.len > 1 ? memrchr(lens.data, 'F', lens.len - 1) : NULL;

    if (span_equal(extender, span_str("None"))) {
        return named(0, "Not attached", value, text);
    }
    if (f != NULL &&
        aperture < number_parse(span_from(lens, (size_t)(f - lens.data) + 1), NULL) + 0.2) {
        return named(2, "Removed", value, text);
    }
    return named(1, "Attached", value, text);
}

static bool is_true(struct span value)
{
    return value.len > 0 && strchr("1Tt", value.data[0]) != NULL;
}

/* EXIF's bits of what XMP tells one by one. */
bool composite_flash(struct composite_env *env, struct buf *value, struct buf *text)
{
    double back = composite_or_zero(env, 1), mode = composite_or_zero(env, 2);
    unsigned bits = is_true(composite_value(env, 0)) | (unsigned)(back > 0 ? back : 0) % 4 << 1 |
                    (unsigned)(mode > 0 ? mode : 0) % 4 << 3 |
                    (is_true(composite_value(env, 3)) ? 1u << 5 : 0) |
                    (is_true(composite_value(env, 4)) ? 1u << 6 : 0);
    const char *name = enum_find(&exif_flash, bits);

    buf_printf(value, "%u", bits);
    if (name != NULL) {
        buf_add_str(text, name);
    } else {
        buf_printf(text, "Unknown (0x%x)", bits);
    }
    return true;
}

/* Kodak: the year, and "05:25". */
bool composite_date_created(struct composite_env *env, struct buf *value, struct buf *text)
{
    (void)text;
    buf_add_span(value, composite_value(env, 0));
    buf_add_byte(value, ':');
    buf_add_span(value, composite_value(env, 1));
    return true;
}

bool composite_auto_focus(struct composite_env *env, struct buf *value, struct buf *text)
{
    return span_starts(composite_text(env, 0), span_str("Manual")) ? named(0, "Off", value, text)
                                                                   : named(1, "On", value, text);
}

bool composite_lens_spec(struct composite_env *env, struct buf *value, struct buf *text)
{
    buf_add_span(value, composite_value(env, 0));
    buf_add_byte(value, ' ');
    buf_add_span(value, composite_value(env, 1));
    buf_add_span(text, composite_text(env, 0));
    buf_add_byte(text, ' ');
    buf_add_span(text, composite_text(env, 1));
    return true;
}

/* LensType of makers who number their lenses; Nikon's tells kinds of them. */
static bool is_lens_list(const struct found *type)
{
    return strcmp(type->g0, "MakerNotes") == 0 &&
           ((type->tag != NULL && type->tag->kind == PRINT_ENUM) ||
            strcmp(type->g1, "Olympus") == 0 || strcmp(type->g1, "Samsung") == 0);
}

/* Of lenses that share a number the first one; what is not known is told by its focal lengths. */
bool composite_lens_type(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct span type = composite_text(env, 0);
    double shortest = composite_or_zero(env, 1), longest = composite_or_zero(env, 2);
    const uint8_t *other = type.len > 0 ? memmem(type.data, type.len, " or ", 4) : NULL;

    if (type.len == 0 || !is_lens_list(env->inputs[0])) {
        return false;
    }
    if (composite_has(env, 3) && span_equal(type, span_str("n/a")) &&
        span_starts(composite_value(env, 4), span_str("Canon"))) {
        buf_add_span(value, composite_value(env, 0));
        buf_add_str(text, "Canon ");
        buf_add_span(text, composite_value(env, 3));
        return true;
    }
    if (composite_has(env, 3) && span_starts(composite_value(env, 4), span_str("Canon"))) {
        return false; /* the model names it */
    }
    buf_add_span(value, composite_value(env, 0));
    if (!span_equal(type, span_str("n/a")) && !span_starts(type, span_str("Unknown"))) {
        type.len = other != NULL ? (size_t)(other - type.data) : type.len;
        buf_add_span(text, type);
    } else if (shortest > 0) {
        buf_printf(text, "Unknown %.0f", floor(shortest));
        if (longest != shortest) {
            buf_printf(text, "-%.0f", floor(longest));
        }
        buf_add_str(text, "mm");
    } else {
        return false;
    }
    return true;
}

static bool put_metres(double metres, struct buf *value, struct buf *text)
{
    number_append(metres, 15, value);
    buf_add_span(text, buf_span(value));
    buf_add_str(text, " m");
    return true;
}

/* Sony's A mount: a position in focal lengths; 128 is infinity. */
bool composite_focus_distance(struct composite_env *env, struct buf *value, struct buf *text)
{
    double position = composite_or_zero(env, 0);

    if (position >= 128) {
        buf_add_str(value, "inf");
        return true;
    }
    return put_metres(position * composite_or_zero(env, 1) / 1000, value, text);
}

/* Its E mount: steps of 1/16 EV; 255 is infinity. */
bool composite_focus_distance_2(struct composite_env *env, struct buf *value, struct buf *text)
{
    double position = composite_or_zero(env, 0), focal_length = composite_or_zero(env, 1);
    double metres = (exp2(position / 16 - 5) + 1) * focal_length / 1000;

    if (focal_length == 0) {
        return false;
    }
    if (position >= 255) {
        buf_add_str(value, "inf");
        return true;
    }
    number_append(metres, 15, value);
    buf_printf(text, "%.2f m", metres);
    return true;
}

/* Adobe's XMP keeps Canon's number alone. */
/* Bits of media data over its duration: "85.1 kbps". */
bool composite_bit_rate(struct composite_env *env, struct buf *value, struct buf *text)
{
    static const char *const units[] = { "bps", "kbps", "Mbps", "Gbps" };
    double seconds = composite_or_zero(env, 1), rate;
    size_t unit = 0;

    if (seconds <= 0) {
        return false;
    }
    rate = floor(composite_or_zero(env, 0) * 8 / seconds + 0.5);
    number_append(rate, 15, value);
    for (; rate >= 1000 && unit + 1 < ARRAY_LEN(units); unit++) {
        rate /= 1000;
    }
    buf_printf(text, rate < 100 ? "%.3g %s" : "%.0f %s", rate, units[unit]);
    return true;
}
