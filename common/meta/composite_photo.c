/* Composites of exposure and lens. Formulas are those of photographic optics; the wordings and the
 * circle of confusion (diagonal / 1440) are ExifTool's. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "meta/composite.h"
#include "meta/print.h"

#define FULL_FRAME_DIAGONAL_MM 43.26661530556787 /* of 36 x 24 mm */

static bool print_with(tag_print *print, const struct buf *value, struct buf *text)
{
    if (!print(NULL, buf_span(value), text)) {
        buf_add_span(text, buf_span(value));
    }
    return true;
}

bool composite_shutter_speed(struct composite_env *env, struct buf *value, struct buf *text)
{
    size_t at = composite_or_zero(env, 2) > 0 ? 2 : composite_has(env, 0) ? 0 : 1;

    if (!composite_has(env, at)) {
        return false;
    }
    buf_add_span(value, composite_value(env, at));
    return print_with(print_exposure_time, value, text);
}

static bool is_raw_zero(const struct found *item)
{
    return item == NULL ||
           (item->tag != NULL && value_is_number(&item->raw) && value_double(&item->raw, 0) == 0);
}

/* None where both are 0 in the file, whatever that means. */
bool composite_aperture(struct composite_env *env, struct buf *value, struct buf *text)
{
    if (is_raw_zero(env->inputs[0]) && is_raw_zero(env->inputs[1])) {
        return false;
    }
    for (size_t i = 0; i < 2; i++) {
        struct span number = composite_value(env, i);

        if (number.len > 0 && !span_equal(number, span_str("0"))) {
            buf_add_span(value, number);
            return print_with(print_f_number, value, text);
        }
    }
    return false;
}

/* Exposure value at ISO 100. */
bool composite_light_value(struct composite_env *env, struct buf *value, struct buf *text)
{
    double aperture = composite_or_zero(env, 0), seconds = composite_or_zero(env, 1);
    double iso = number_parse(composite_text(env, 2), NULL),
           light; /* as printed: Nikon's is two numbers */

    if (!(aperture > 0 && seconds > 0 && iso > 0)) {
        return false;
    }
    light = log2(aperture * aperture * 100 / (seconds * iso));
    number_append(light, 15, value);
    buf_printf(text, "%.1f", light);
    return true;
}

/* Canon gives pixels x 1000 over the sensor's size in thousandths of an inch. */
static double canon_diagonal_mm(struct composite_env *env)
{
    double sum = 0;
    int64_t last_den = 0;

    if (strncmp(store_cstr(&env->scan->store, "Make"), "Canon", 5) != 0) {
        return 0;
    }
    for (size_t i = 8; i < 10; i++) {
        int64_t num, den;

        if (!composite_has(env, i) || !value_is_rational(&env->inputs[i]->raw)) {
            return 0;
        }
        value_rational(&env->inputs[i]->raw, 0, &num, &den);
        if (num % 1000 != 0 || num < (i == 8 ? 640000 : 480000) || num > 10000000 || den < 61 ||
            den > 1500 || den == last_den) {
            return 0;
        }
        last_den = den;
        sum += (double)den * (double)den;
    }
    return sqrt(sum) * 0.0254;
}

/* From FocalPlane…Resolution and the first image size of a reasonable shape. */
static double diagonal_by_resolution_mm(struct composite_env *env)
{
    static const double unit_mm[] = { 25.4, 25.4, 25.4, 10, 1, 0.001 };
    double unit = composite_or_zero(env, 7), x = composite_or_zero(env, 8);
    double y = composite_or_zero(env, 9), mm = 25.4, diagonal;

    if (unit >= 0 && unit < (double)ARRAY_LEN(unit_mm)) {
        mm = unit_mm[(size_t)unit];
    }
    y = y == 0 ? x : y;
    if (x == 0) {
        return 0;
    }
    for (size_t i = 10; i < COMPOSITE_INPUTS; i += 2) {
        double width = composite_or_zero(env, i), height = composite_or_zero(env, i + 1);

        if (width > 0 && height > 0 && width / height > 0.5 && width / height < 2) {
            diagonal = hypot(width * mm / x, height * mm / y);
            return diagonal > 1 && diagonal < 100 ? diagonal : 0;
        }
    }
    return 0;
}

static double sensor_diagonal_mm(struct composite_env *env)
{
    double given = composite_or_zero(env, 3), width = composite_or_zero(env, 5);
    double height = composite_or_zero(env, 6), canon;
    struct span size = composite_value(env, 4);
    size_t used = 0;

    if (given > 0) {
        return given;
    }
    if (size.len > 0) {
        double first = number_parse(size, &used), second;

        second = number_parse(span_from(size, used), NULL);
        if (first > 0 && second > 0) {
            return hypot(first, second);
        }
    }
    canon = canon_diagonal_mm(env);
    if (canon > 0) {
        return canon;
    }
    if (width > 0 && height > 0 &&
        (fabs(width / height - 1.3333) < 0.1 || fabs(width / height - 1.5) < 0.1)) {
        return hypot(width, height);
    }
    return diagonal_by_resolution_mm(env);
}

bool composite_scale_factor(struct composite_env *env, struct buf *value, struct buf *text)
{
    double focal = composite_or_zero(env, 0), in_35mm = composite_or_zero(env, 1);
    double zoom = composite_or_zero(env, 2), factor, diagonal;

    if (focal != 0 && in_35mm != 0) {
        factor = in_35mm / focal;
    } else {
        diagonal = sensor_diagonal_mm(env);
        if (!(diagonal > 0)) {
            return false;
        }
        factor = FULL_FRAME_DIAGONAL_MM * (zoom != 0 ? zoom : 1) / diagonal;
    }
    number_append(factor, 15, value);
    buf_printf(text, "%.1f", factor);
    return true;
}

bool composite_confusion(struct composite_env *env, struct buf *value, struct buf *text)
{
    double factor = composite_or_zero(env, 0), size;

    if (factor == 0) {
        return false;
    }
    size = FULL_FRAME_DIAGONAL_MM / (factor * 1440);
    number_append(size, 15, value);
    buf_printf(text, "%.3f mm", size);
    return true;
}

bool composite_focal_length(struct composite_env *env, struct buf *value, struct buf *text)
{
    double focal = composite_or_zero(env, 0), factor = composite_or_zero(env, 1);

    number_append(focal * (factor != 0 ? factor : 1), 15, value);
    if (factor != 0) {
        buf_printf(text, "%.1f mm (35 mm equivalent: %.1f mm)", focal, focal * factor);
    } else {
        buf_printf(text, "%.1f mm", focal);
    }
    return true;
}

bool composite_fov(struct composite_env *env, struct buf *value, struct buf *text)
{
    double focal = composite_or_zero(env, 0), factor = composite_or_zero(env, 1);
    double distance = composite_or_zero(env, 2), longer = 1, half, degrees;

    if (focal == 0 || factor == 0) {
        return false;
    }
    if (distance > 0 && 1000 * distance - focal > 0) {
        longer += focal / (1000 * distance - focal);
    }
    half = atan2(36, 2 * focal * factor * longer);
    degrees = half * 360 / 3.14159; /* ExifTool's pi */
    number_append(degrees, 15, value);
    buf_printf(text, "%.1f deg", degrees);
    if (distance > 0 && distance < 10000) {
        double width = 2 * distance * tan(half);

        buf_add_byte(value, ' ');
        number_append(width, 15, value);
        buf_printf(text, " (%.2f m)", width);
    }
    return true;
}

bool composite_hyperfocal(struct composite_env *env, struct buf *value, struct buf *text)
{
    double focal = composite_or_zero(env, 0), aperture = composite_or_zero(env, 1);
    double confusion = composite_or_zero(env, 2), distance;

    if (aperture == 0 || confusion == 0) {
        return false;
    }
    distance = focal * focal / (aperture * confusion * 1000);
    number_append(distance, 15, value);
    buf_printf(text, "%.2f m", distance);
    return true;
}

/* The distance in focus in metres; false where nothing tells it. 0 in FocusDistance is infinity. */
static bool focus_distance(struct composite_env *env, double *out)
{
    double lower, upper;

    if (composite_number(env, 3, out) && isfinite(*out)) {
        *out = *out == 0 ? 1e10 : *out;
        return true;
    }
    for (size_t i = 4; i < 7; i++) {
        bool infinite = span_equal(composite_text(env, i), span_str("inf"));

        *out = composite_or_zero(env, i);
        if (*out != 0 && isfinite(*out) && !infinite) {
            return true;
        }
    }
    if (composite_number(env, 6, out) && isfinite(*out)) {
        return true;
    }
    if (!composite_number(env, 7, &lower) || !composite_number(env, 8, &upper)) {
        return false;
    }
    *out = (lower + upper) / 2;
    return true;
}

bool composite_dof(struct composite_env *env, struct buf *value, struct buf *text)
{
    double focal = composite_or_zero(env, 0), aperture = composite_or_zero(env, 1);
    double confusion = composite_or_zero(env, 2), distance, spread, near, far;
    int digits;

    if (!focus_distance(env, &distance) || focal == 0 || confusion == 0) {
        return false;
    }
    spread = aperture * confusion * (distance * 1000 - focal) / (focal * focal);
    near = distance / (1 + spread);
    far = distance / (1 - spread);
    far = far < 0 ? 0 : far;
    number_append(near, 15, value);
    buf_add_byte(value, ' ');
    number_append(far, 15, value);
    if (far == 0) {
        buf_printf(text, "inf (%.2f m - inf)", near);
        return true;
    }
    digits = far - near > 0 && far - near < 0.02 ? 3 : 2;
    buf_printf(text, "%.*f m (%.*f - %.*f m)", digits, far - near, digits, near, digits, far);
    return true;
}

/* A lens model says what the lens is when it tells its focal length ("mm") or "1/F". */
static bool tells_lens(struct span text)
{
    return memmem(text.data, text.len, "mm", 2) != NULL ||
           memmem(text.data, text.len, "/F", 2) != NULL;
}

/* Canon's lenses carry the maker's name: "EF70-200mm" is "Canon EF 70-200mm". */
static size_t canon_mount(struct composite_env *env, struct span lens)
{
    static const char *const mounts[] = { "EF-S", "EF-M", "RF-S", "TS-E", "MP-E", "EF", "RF" };

    if (!span_starts(composite_value(env, 3), span_str("Canon"))) {
        return 0;
    }
    for (size_t i = 0; i < ARRAY_LEN(mounts); i++) {
        size_t len = strlen(mounts[i]);

        if (span_starts(lens, span_str(mounts[i])) && lens.len > len &&
            text_is_digit(lens.data[len])) {
            return len;
        }
    }
    return 0;
}

/* "17.0 - 50.0 mm" becomes "17.0-50.0mm". */
static void add_lens(struct span lens, struct buf *out)
{
    for (size_t i = 0; i < lens.len; i++) {
        struct span rest = span_from(lens, i);
        bool digit = i > 0 && text_is_digit(lens.data[i - 1]);

        if (digit && span_starts(rest, span_str("/F"))) { /* Panasonic: "14-140/F3.5-5.6" */
            buf_add_str(out, "mm ");
        } else if (digit && span_starts(rest, span_str(" - "))) {
            buf_add_byte(out, '-');
            i += 2;
        } else if (!digit || !span_starts(rest, span_str(" mm"))) {
            buf_add_byte(out, lens.data[i]);
        }
        if (i > 1 && lens.data[i] == 'm' && lens.data[i - 1] == 'm' && i + 1 < lens.len &&
            lens.data[i + 1] == 'F') {
            buf_add_byte(out, ' ');
        }
    }
}

bool composite_lens_id(struct composite_env *env, struct buf *value, struct buf *text)
{
    (void)text;
    if (store_find_in(&env->scan->store, "Composite", "LensID") != NULL) {
        return false;
    }
    for (size_t i = 0; i < 2; i++) {
        struct span lens = composite_text(env, i);
        bool from_xmp = env->inputs[i] != NULL && strcmp(env->inputs[i]->g0, "XMP") == 0;
        size_t mount = i == 0 && !from_xmp ? canon_mount(env, lens) : 0;

        if (lens.len > 0 && tells_lens(lens)) {
            if (mount > 0) {
                buf_add_str(value, "Canon ");
                buf_add(value, lens.data, mount);
                buf_add_byte(value, ' ');
            }
            add_lens(span_from(lens, mount), value);
            return true;
        }
    }
    return false;
}

#define NO_GREEN 255

/* Where red, two greens and blue stand in each kind of level tag. */
static const uint8_t level_order[9][4] = {
    { 0, 1, 2, 3 },               /* RGGB */
    { 0, 1, 3, 2 },               /* RGBG */
    { 0, 2, 3, 1 },               /* RBGG */
    { 1, 0, 3, 2 },               /* GRBG */
    { 1, 0, 2, 3 },               /* GRGB */
    { 2, 0, 3, 1 },               /* GBRG */
    { 0, 1, 1, 2 },               /* RGB */
    { 1, 0, 0, 2 },               /* GRB */
    { 0, NO_GREEN, NO_GREEN, 1 }, /* RB */
};

static bool print_ratio(double level, double green, struct buf *value, struct buf *text)
{
    if (level == 0 || green == 0) {
        return false;
    }
    number_append(level / green, 15, value);
    number_append(round(level / green * 1e6) / 1e6, 15, text);
    return true;
}

/* Levels without green count from 256, or from 1. */
static double unit_of(double level)
{
    return level < 4 ? 1 : 256;
}

static bool balance(struct composite_env *env, size_t colour, struct buf *value, struct buf *text)
{
    for (size_t i = 0; i < ARRAY_LEN(level_order); i++) {
        const uint8_t *order = level_order[i];
        struct span left = composite_value(env, i);
        double levels[4] = { 0 };

        if (left.len == 0) {
            continue;
        }
        for (size_t j = 0; j < 4; j++) {
            size_t used = 0;

            levels[j] = number_parse(left, &used);
            left = span_from(left, used);
        }
        return print_ratio(levels[order[colour]],
                           order[1] == NO_GREEN ? unit_of(levels[order[colour]])
                                                : (levels[order[1]] + levels[order[2]]) / 2,
                           value, text);
    }
    return print_ratio(composite_or_zero(env, 9), composite_or_zero(env, 10), value, text);
}

bool composite_balance_red(struct composite_env *env, struct buf *value, struct buf *text)
{
    return balance(env, 0, value, text);
}

bool composite_balance_blue(struct composite_env *env, struct buf *value, struct buf *text)
{
    return balance(env, 3, value, text);
}
