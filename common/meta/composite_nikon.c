/* Nikon's LensID: the bytes that a lens tells of itself, found again from their values. */
#include <math.h>

#include "meta/composite.h"
#include "meta/tables/nikon.h"

#define KEY_BYTES 8

/* How the byte became the value: see nikon_twelfth(), nikon_focal_length() and nikon_aperture(). */
enum byte_kind { BYTE_PLAIN, BYTE_TWELFTHS, BYTE_FOCAL_LENGTH, BYTE_APERTURE };

static double byte_of(enum byte_kind kind, double value)
{
    switch (kind) {
    case BYTE_TWELFTHS:
        return value * 12;
    case BYTE_FOCAL_LENGTH:
        return value > 0 ? 24 * log2(value / 5) : -1;
    case BYTE_APERTURE:
        return value > 0 ? 24 * log2(value) : -1;
    default:
        return value;
    }
}

static bool add_key(struct composite_env *env, struct buf *value)
{
    static const uint8_t kinds[KEY_BYTES] = { BYTE_PLAIN,        BYTE_TWELFTHS, BYTE_FOCAL_LENGTH,
                                              BYTE_FOCAL_LENGTH, BYTE_APERTURE, BYTE_APERTURE,
                                              BYTE_PLAIN,        BYTE_PLAIN };

    for (size_t i = 0; i < KEY_BYTES; i++) {
        double number, byte;

        if (!composite_number(env, i, &number)) {
            return false;
        }
        byte = round(byte_of((enum byte_kind)kinds[i], number));
        if (!(byte >= 0 && byte <= UINT8_MAX)) {
            return false;
        }
        buf_printf(value, "%s%02X", i > 0 ? " " : "", (unsigned)byte);
    }
    return true;
}

/* The lens of the key, or the first in the list whose key differs in its first byte alone: makers
 * of other lenses number them as they like. */
bool composite_nikon_lens(struct composite_env *env, struct buf *value, struct buf *text)
{
    const char *near = NULL;

    if (!add_key(env, value)) {
        return false;
    }
    for (uint16_t i = 0; i < nikon_lenses.n_texts; i++) {
        const struct text_name *lens = &nikon_lenses.texts[i];

        if (span_equal(span_str(lens->value), buf_span(value))) {
            buf_add_str(text, lens->name);
            return true;
        }
        if (near == NULL && span_equal(span_str(lens->value + 2), span_from(buf_span(value), 2))) {
            near = lens->name;
        }
    }
    buf_add_str(text, "Unknown (");
    buf_add_span(text, buf_span(value));
    buf_add_byte(text, ')');
    if (near != NULL) {
        buf_printf(text, " %s ?", near);
    }
    return true;
}

/* Contrast is looked at unless focus is manual; Z cameras do both and count as neither. */
bool composite_contrast_af(struct composite_env *env, struct buf *value, struct buf *text)
{
    bool manual = span_starts(composite_value(env, 0), span_str("Manual"));
    bool on = composite_or_zero(env, 1) == 1 && !manual;

    buf_add_str(value, on ? "1" : "0");
    buf_add_str(text, on ? "On" : "Off");
    return true;
}

bool composite_phase_af(struct composite_env *env, struct buf *value, struct buf *text)
{
    double schema = composite_or_zero(env, 0);

    if (composite_or_zero(env, 1) != 0 || schema == 0) {
        buf_add_str(value, "0");
        buf_add_str(text, "Off");
        return true;
    }
    number_append(schema, 15, value);
    buf_add_str(text, "On (");
    buf_add_span(text, composite_text(env, 0));
    buf_add_byte(text, ')');
    return true;
}
