/*
 * What a user asks of one output image: data only, shared by who reads profiles (worker) and who
 * makes pixels (image). The table in rendition.c parses, checks, presets and documents every field;
 * contracts: README "Renditions".
 */
#ifndef RECIPE_RENDITION_H
#define RECIPE_RENDITION_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"

#define RENDITION_MAX_SIDE_PX                                                                      \
    65500                       /* libjpeg's JPEG_MAX_DIMENSION; the same limit as for sources */
#define RENDITIONS_MAX       32 /* of one profile */
#define RENDITION_NAME_BYTES 128

enum rendition_fit { FIT_INSIDE, FIT_COVER, FIT_CONTAIN, FIT_FILL, FIT_OUTSIDE };
enum rendition_format { FORMAT_SAME, FORMAT_JPEG, FORMAT_PNG, FORMAT_WEBP, FORMAT_AUTO };
enum rendition_subsampling { SUBSAMPLING_420, SUBSAMPLING_422, SUBSAMPLING_444, SUBSAMPLING_440 };
enum rendition_keep { KEEP_NONE, KEEP_COPYRIGHT, KEEP_ALL };
enum gravity_kind { GRAVITY_POINT, GRAVITY_ATTENTION, GRAVITY_ENTROPY };

/* center and the compass points are points too: center is 0.5, 0.5 and northwest 0, 0. */
struct gravity {
    enum gravity_kind kind;
    double x, y; /* 0..1 */
};

struct colour {
    uint8_t red, green, blue, alpha;
};

struct mark {
    const char *text; /* UTF-8; NULL for an image mark */
    const char
        *image; /* where the image is (path, or key in the source bucket); NULL for a text mark */
    bool placed_by_gravity;
    double x_px, y_px; /* top left, or the offset from the gravity's side */
    struct gravity gravity;
    double size; /* text: px of the em; image: share of the rendition's width (0..1] */
    struct colour colour;
    double opacity;       /* 0..1 */
    const char *font;     /* file; NULL: the built-in default */
    struct colour shadow; /* alpha 0: none */
    double shadow_x_px, shadow_y_px;
    bool tile;
};

struct rendition {
    const char *name, *key;       /* key: the template; NULL where none was given */
    uint32_t width_px, height_px; /* 0: not given */
    enum rendition_fit fit;
    bool enlarge;
    struct gravity gravity;
    struct colour background;
    enum rendition_format format;
    uint32_t quality;     /* 1..100 */
    uint32_t min_quality; /* maxBytes lowers the quality so far, then the size */
    enum rendition_subsampling subsampling;
    bool progressive, optimize, lossless;
    int32_t effort;     /* -1: the codec's own preset */
    uint64_t max_bytes; /* 0: none */
    enum rendition_keep keep;
    bool optional;             /* its failure is a warning and not the step's */
    const char *cache_control; /* NULL: none */
    struct mark *marks;
    size_t n_marks;
    struct json_object *json; /* owns the strings */
};

/*
 * One rendition from its JSON. prefix is the path for errors ("renditions[2]"):
 * "renditions[2].width: 1..65500 expected". Unknown members are refused by name, so that a misspelt
 * field is not silently without effect.
 */
MUST_CHECK int rendition_parse(struct json_object *json, const char *prefix, struct rendition *out,
                               struct err *err);
void rendition_release(struct rendition *rendition);
DEFINE_TAKE(rendition)

/* One row of the table, for documents and tests; NULL past the last. */
struct field;
const struct field *rendition_field(size_t index);

#endif
