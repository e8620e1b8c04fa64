#include "recipe/rendition.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "recipe/field.h"
#include "recipe/template.h"

#define MARKS_MAX            8
#define MAX_OFFSET_PX        65500
#define MARK_TEXT_SIZE_PX    11 /* about the height of Pillow's default font */
#define MARK_IMAGE_SIZE      0.25
#define MARK_TEXT_CHARACTERS 256
#define PATH_CHARACTERS      1024

static const char *const fit_names[] = { "inside", "cover", "contain", "fill", "outside", NULL };
static const char *const format_names[] = { "same", "jpeg", "png", "webp", "auto", NULL };
static const char *const subsampling_names[] = { "4:2:0", "4:2:2", "4:4:4", "4:4:0", NULL };
static const char *const keep_names[] = { "none", "copyright", "all", NULL };

static const struct {
    const char *name;
    struct gravity gravity;
} gravity_names[] = {
    { "center", { GRAVITY_POINT, 0.5, 0.5 } },    { "north", { GRAVITY_POINT, 0.5, 0 } },
    { "northeast", { GRAVITY_POINT, 1, 0 } },     { "east", { GRAVITY_POINT, 1, 0.5 } },
    { "southeast", { GRAVITY_POINT, 1, 1 } },     { "south", { GRAVITY_POINT, 0.5, 1 } },
    { "southwest", { GRAVITY_POINT, 0, 1 } },     { "west", { GRAVITY_POINT, 0, 0.5 } },
    { "northwest", { GRAVITY_POINT, 0, 0 } },     { "attention", { GRAVITY_ATTENTION, 0.5, 0.5 } },
    { "entropy", { GRAVITY_ENTROPY, 0.5, 0.5 } },
};

/* "#rgb", "#rrggbb" or "#rrggbbaa". */
static int parse_colour(struct json_object *value, const char *path, struct colour *out,
                        struct err *err)
{
    const char *text = json_to_str(value);
    size_t n = strlen(text);
    uint8_t bytes[4] = { 0, 0, 0, 255 };
    size_t width = n == 4 ? 1 : 2;

    if (text[0] != '#' || (n != 4 && n != 7 && n != 9)) {
        return field_refuse(path, "colour as #rgb, #rrggbb or #rrggbbaa", err);
    }
    for (size_t i = 0; 1 + i * width < n; i++) {
        int high = text_hex_value(text[1 + i * width]);
        int low = text_hex_value(text[i * width + width]);

        if (high < 0 || low < 0) {
            return field_refuse(path, "colour as #rgb, #rrggbb or #rrggbbaa", err);
        }
        bytes[i] = (uint8_t)(high * 16 + low);
    }
    *out = (struct colour){ bytes[0], bytes[1], bytes[2], bytes[3] };
    return 0;
}

struct point {
    double x, y;
};

static int parse_point(struct json_object *value, const char *path, double min, double max,
                       struct point *out, struct err *err)
{
    const struct field fields[] = {
        { "x", FIELD_DOUBLE, offsetof(struct point, x), min, max, .required = true },
        { "y", FIELD_DOUBLE, offsetof(struct point, y), min, max, .required = true },
    };

    return fields_parse(value, path, fields, ARRAY_LEN(fields), out, err);
}

static int parse_gravity(struct json_object *value, const char *path, bool allow_content,
                         struct gravity *out, struct err *err)
{
    struct point point;

    for (size_t i = 0; json_is_str(value) && i < ARRAY_LEN(gravity_names); i++) {
        if (strcmp(json_to_str(value), gravity_names[i].name) == 0 &&
            (allow_content || gravity_names[i].gravity.kind == GRAVITY_POINT)) {
            *out = gravity_names[i].gravity;
            return 0;
        }
    }
    if (!json_is_object(value)) {
        return field_refuse(path,
                            allow_content ? "center, a compass point, attention, entropy or {x, y}"
                                          : "center, a compass point or {x, y}",
                            err);
    }
    TRY(parse_point(value, path, 0, 1, &point, err));
    *out = (struct gravity){ GRAVITY_POINT, point.x, point.y };
    return 0;
}

static int mark_gravity(struct json_object *value, const char *path, void *out, struct err *err)
{
    struct mark *mark = out;

    mark->placed_by_gravity = true;
    return parse_gravity(value, path, false, &mark->gravity, err);
}

static int mark_offset(struct json_object *value, const char *path, void *out, struct err *err)
{
    struct mark *mark = out;
    struct point point;

    TRY(parse_point(value, path, -MAX_OFFSET_PX, MAX_OFFSET_PX, &point, err));
    mark->x_px = point.x;
    mark->y_px = point.y;
    return 0;
}

static int mark_colour(struct json_object *value, const char *path, void *out, struct err *err)
{
    return parse_colour(value, path, &((struct mark *)out)->colour, err);
}

static int shadow_colour(struct json_object *value, const char *path, void *out, struct err *err)
{
    return parse_colour(value, path, &((struct mark *)out)->shadow, err);
}

static const struct field shadow_fields[] = {
    { "color", FIELD_OWN, .parse = shadow_colour, .help = "#000000" },
    { "x", FIELD_DOUBLE, offsetof(struct mark, shadow_x_px), -100, 100, 1, .help = "1, px" },
    { "y", FIELD_DOUBLE, offsetof(struct mark, shadow_y_px), -100, 100, 1, .help = "1, px" },
};

static int mark_shadow(struct json_object *value, const char *path, void *out, struct err *err)
{
    struct mark *mark = out;

    mark->shadow = (struct colour){ 0, 0, 0, 255 };
    return fields_parse(value, path, shadow_fields, ARRAY_LEN(shadow_fields), mark, err);
}

static const struct field mark_fields[] = {
    { "text", FIELD_STR, offsetof(struct mark, text), 1, MARK_TEXT_CHARACTERS,
      .help = "UTF-8; or image" },
    { "image", FIELD_STR, offsetof(struct mark, image), 1, PATH_CHARACTERS,
      .help = "key in the source bucket, or a file" },
    { "x", FIELD_DOUBLE, offsetof(struct mark, x_px), -MAX_OFFSET_PX, MAX_OFFSET_PX, 0,
      .help = "0, px from the left" },
    { "y", FIELD_DOUBLE, offsetof(struct mark, y_px), -MAX_OFFSET_PX, MAX_OFFSET_PX, 0,
      .help = "0, px from the top" },
    { "gravity", FIELD_OWN, .parse = mark_gravity, .help = "in place of x, y" },
    { "offset", FIELD_OWN, .parse = mark_offset, .help = "{x, y} px away from gravity's side" },
    { "size", FIELD_DOUBLE, offsetof(struct mark, size), 0.001, 2000, 0,
      .help = "text: 11, px of the em; image: 0.25, share of the width" },
    { "color", FIELD_OWN, .parse = mark_colour, .help = "#ffffff" },
    { "opacity", FIELD_DOUBLE, offsetof(struct mark, opacity), 0, 1, 1, .help = "1, 0..1" },
    { "font", FIELD_STR, offsetof(struct mark, font), 1, PATH_CHARACTERS,
      .help = "the built-in one; a file" },
    { "shadow", FIELD_OWN, .parse = mark_shadow, .help = "none; {color, x, y}" },
    { "tile", FIELD_BOOL, offsetof(struct mark, tile), .help = "false" },
};

static int parse_mark(struct json_object *json, const char *path, struct mark *out, struct err *err)
{
    *out = (struct mark){ .colour = { 255, 255, 255, 255 } };
    TRY(fields_parse(json, path, mark_fields, ARRAY_LEN(mark_fields), out, err));
    if ((out->text == NULL) == (out->image == NULL)) {
        return err_set(err, ERR_INPUT, "%s: text or image expected, one of them", path);
    }
    if (out->placed_by_gravity ? json_has(json, "x") || json_has(json, "y")
                               : json_has(json, "offset")) {
        return err_set(err, ERR_INPUT, "%s: x and y, or gravity and offset expected", path);
    }
    if (out->image != NULL && out->size > 1) {
        return err_set(err, ERR_INPUT, "%s.size: a number in 0.001..1 expected", path);
    }
    if (out->size == 0) {
        out->size = out->text != NULL ? MARK_TEXT_SIZE_PX : MARK_IMAGE_SIZE;
    }
    return 0;
}

/* One mark, or a list of them. */
static int rendition_marks(struct json_object *value, const char *path, void *out, struct err *err)
{
    struct rendition *rendition = out;
    size_t n = json_is_array(value) ? json_length(value) : 1;
    char at[FIELD_PATH_BYTES];

    if (n < 1 || n > MARKS_MAX) {
        return err_set(err, ERR_INPUT, "%s: 1 to %d marks expected", path, MARKS_MAX);
    }
    rendition->marks = mem_array(n, sizeof *rendition->marks);
    rendition->n_marks = n;
    if (!json_is_array(value)) {
        return parse_mark(value, path, &rendition->marks[0], err);
    }
    for (size_t i = 0; i < n; i++) {
        field_path_at(path, i, at);
        TRY(parse_mark(json_at(value, i), at, &rendition->marks[i], err));
    }
    return 0;
}

static int rendition_gravity(struct json_object *value, const char *path, void *out,
                             struct err *err)
{
    return parse_gravity(value, path, true, &((struct rendition *)out)->gravity, err);
}

static int rendition_background(struct json_object *value, const char *path, void *out,
                                struct err *err)
{
    return parse_colour(value, path, &((struct rendition *)out)->background, err);
}

#define AT(member) offsetof(struct rendition, member)

static const struct field rendition_fields[] = {
    { "name", FIELD_STR, AT(name), 1, RENDITION_NAME_BYTES, .required = true,
      .help = "in logs and output" },
    { "key", FIELD_TEMPLATE, AT(key), .required = true,
      .help = "template: {prefix} {dir} {basename} {stem} {ext} {key} {uuid} {etag}" },
    { "width", FIELD_U32, AT(width_px), 1, RENDITION_MAX_SIDE_PX, 0, .help = "px" },
    { "height", FIELD_U32, AT(height_px), 1, RENDITION_MAX_SIDE_PX, 0, .help = "px" },
    { "fit", FIELD_ENUM, AT(fit), .names = fit_names, .help = "inside cover contain fill outside" },
    { "enlarge", FIELD_BOOL, AT(enlarge), .help = "false true" },
    { "gravity", FIELD_OWN, .parse = rendition_gravity,
      .help = "center, a compass point, {x, y}, attention, entropy" },
    { "background", FIELD_OWN, .parse = rendition_background, .help = "#ffffff" },
    { "format", FIELD_ENUM, AT(format), .names = format_names, .help = "same jpeg png webp auto" },
    { "quality", FIELD_U32, AT(quality), 1, 100, 80, .help = "80, 1..100" },
    { "minQuality", FIELD_U32, AT(min_quality), 1, 100, 40, .help = "40, 1..100" },
    { "subsampling", FIELD_ENUM, AT(subsampling), .names = subsampling_names,
      .help = "4:2:0 4:2:2 4:4:4 4:4:0" },
    { "progressive", FIELD_BOOL, AT(progressive), .help = "false true" },
    { "optimize", FIELD_BOOL, AT(optimize), .help = "false true" },
    { "lossless", FIELD_BOOL, AT(lossless), .help = "false true" },
    { "effort", FIELD_I32, AT(effort), 0, 9, -1, .help = "the codec's own, 0..9" },
    { "maxBytes", FIELD_U64, AT(max_bytes), 1024, UINT32_MAX, 0, .help = "none" },
    { "keep", FIELD_ENUM, AT(keep), .names = keep_names, .help = "none copyright all" },
    { "mark", FIELD_OWN, .parse = rendition_marks, .help = "one mark or a list of them" },
    { "optional", FIELD_BOOL, AT(optional),
      .help = "false true: its failure is a warning, not the step's" },
    { "cacheControl", FIELD_STR, AT(cache_control), 1, 256, .help = "stored with the object" },
};

/* A header value: what could end the header line stays out. */
static int check_header_text(const char *text, const char *prefix, struct err *err)
{
    for (; text != NULL && *text != '\0'; text++) {
        if ((uint8_t)*text < 0x20 || (uint8_t)*text > 0x7e) {
            return err_set(err, ERR_INPUT, "%s.cacheControl: printable ASCII expected", prefix);
        }
    }
    return 0;
}

int rendition_parse(struct json_object *json, const char *prefix, struct rendition *out,
                    struct err *err)
{
    CLEANUP(rendition_release)
    struct rendition parsed = {
        .gravity = gravity_names[0].gravity,
        .background = { 255, 255, 255, 255 },
    };

    TRY(fields_parse(json, prefix, rendition_fields, ARRAY_LEN(rendition_fields), &parsed, err));
    TRY(check_header_text(parsed.cache_control, prefix, err));
    if (parsed.fit == FIT_FILL && parsed.width_px > 0 && parsed.height_px > 0) {
        parsed.enlarge = true; /* an exact size is asked for */
    }
    parsed.json = json_retain(json);
    *out = rendition_take(&parsed);
    return 0;
}

void rendition_release(struct rendition *rendition)
{
    if (rendition == NULL) {
        return;
    }
    mem_free(rendition->marks);
    json_release(rendition->json);
    *rendition = (struct rendition){ 0 };
}

const struct field *rendition_field(size_t index)
{
    return index < ARRAY_LEN(rendition_fields) ? &rendition_fields[index] : NULL;
}
