#include "image/colour.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "image/lcms_library.h"
#include "image/srgb.h"

#define LEVELS      16384 /* of linear light: a step is 0.2 of an sRGB level at its steepest */
#define PROFILE_MAX (16u << 20)

/* How a row is converted. */
enum colour_way {
    WAY_TABLE,  /* grey: a table */
    WAY_MATRIX, /* RGB: curves, a matrix, the sRGB curve */
    WAY_PLAIN,  /* CMYK without a profile */
    WAY_LCMS,   /* everything else */
};

struct colour_map {
    enum colour_way way;
    uint8_t table[256][3];
    float linear[3][256], matrix[3][3];
    uint8_t coded[LEVELS]; /* linear light to sRGB */
    cmsHTRANSFORM transform;
};

static cmsHPROFILE srgb_profile(void)
{
    return lcms_library()->cmsCreate_sRGBProfile();
}

static void close_profile(cmsHPROFILE *profile)
{
    if (*profile != NULL) {
        lcms_library()->cmsCloseProfile(*profile);
    }
}

void colour_prepare(void)
{
    CLEANUP(close_profile) cmsHPROFILE srgb = srgb_profile();

    (void)srgb;
}

void colour_map_free(struct colour_map *map)
{
    if (map != NULL && map->transform != NULL) {
        lcms_library()->cmsDeleteTransform(map->transform);
    }
    mem_free(map);
}

static bool colorants(cmsHPROFILE profile, double out[3][3])
{
    static const cmsTagSignature tags[] = { cmsSigRedColorantTag, cmsSigGreenColorantTag,
                                            cmsSigBlueColorantTag };

    for (size_t i = 0; i < 3; i++) {
        const cmsCIEXYZ *xyz = lcms_library()->cmsReadTag(profile, tags[i]);

        if (xyz == NULL) {
            return false;
        }
        out[0][i] = xyz->X;
        out[1][i] = xyz->Y;
        out[2][i] = xyz->Z;
    }
    return true;
}

static bool invert(double m[3][3], double out[3][3])
{
    double det = 0;

    for (size_t i = 0; i < 3; i++) {
        det += m[0][i] *
               (m[1][(i + 1) % 3] * m[2][(i + 2) % 3] - m[1][(i + 2) % 3] * m[2][(i + 1) % 3]);
    }
    for (size_t r = 0; r < 3; r++) {
        for (size_t c = 0; c < 3; c++) {
            size_t r1 = (c + 1) % 3, r2 = (c + 2) % 3, c1 = (r + 1) % 3, c2 = (r + 2) % 3;

            out[r][c] = (m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]) / det;
        }
    }
    return fabs(det) > 1e-9;
}

/* The profile's linear RGB to sRGB's, by way of the profile connection space (D50 in both). */
static bool matrix_of(cmsHPROFILE profile, float out[3][3])
{
    CLEANUP(close_profile) cmsHPROFILE srgb = srgb_profile();
    double from[3][3], to[3][3], back[3][3];

    if (srgb == NULL || !colorants(profile, from) || !colorants(srgb, to) || !invert(to, back)) {
        return false;
    }
    for (size_t r = 0; r < 3; r++) {
        for (size_t c = 0; c < 3; c++) {
            out[r][c] = (float)(back[r][0] * from[0][c] + back[r][1] * from[1][c] +
                                back[r][2] * from[2][c]);
        }
    }
    return true;
}

static bool curves_of(cmsHPROFILE profile, float out[3][256])
{
    static const cmsTagSignature tags[] = { cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag };

    for (size_t c = 0; c < 3; c++) {
        const cmsToneCurve *curve = lcms_library()->cmsReadTag(profile, tags[c]);

        if (curve == NULL) {
            return false;
        }
        for (unsigned i = 0; i < 256; i++) {
            float value = lcms_library()->cmsEvalToneCurveFloat(curve, (float)i / 255.0F);

            out[c][i] = value >= 0.0F && value <= 1.0F ? value : value > 1.0F ? 1.0F : 0.0F;
        }
    }
    return true;
}

static void code_levels(uint8_t coded[LEVELS])
{
    for (unsigned i = 0; i < LEVELS; i++) {
        coded[i] = (uint8_t)(srgb_coded((double)i / (LEVELS - 1)) * 255 + 0.5);
    }
}

/* A profile of three curves and a matrix alone: no table of colours that would go before them. */
static bool make_matrix(struct colour_map *map, cmsHPROFILE profile)
{
    if (!lcms_library()->cmsIsMatrixShaper(profile) ||
        lcms_library()->cmsIsTag(profile, cmsSigAToB0Tag) ||
        lcms_library()->cmsIsTag(profile, cmsSigDToB0Tag) ||
        lcms_library()->cmsGetPCS(profile) != cmsSigXYZData || !matrix_of(profile, map->matrix) ||
        !curves_of(profile, map->linear)) {
        return false;
    }
    code_levels(map->coded);
    map->way = WAY_MATRIX;
    return true;
}

static bool make_lcms(struct colour_map *map, cmsHPROFILE profile, enum pixel_model model)
{
    static const cmsUInt32Number types[] = {
        [MODEL_GREY] = TYPE_GRAY_8, [MODEL_RGB] = TYPE_RGB_8, [MODEL_CMYK] = TYPE_CMYK_8
    };
    CLEANUP(close_profile) cmsHPROFILE srgb = srgb_profile();
    /* Grey is asked for 256 times in all. What lcms2 would prepare for speed is too coarse for the
     * dark end of linear light. */
    cmsUInt32Number flags =
        cmsFLAGS_NOCACHE | (model == MODEL_GREY ? (cmsUInt32Number)cmsFLAGS_NOOPTIMIZE : 0);

    map->transform = srgb != NULL
                         ? lcms_library()->cmsCreateTransform(profile, types[model], srgb,
                                                              TYPE_RGB_8, INTENT_PERCEPTUAL, flags)
                         : NULL;
    map->way = WAY_LCMS;
    return map->transform != NULL;
}

/* Grey has 256 answers: they are asked for once. */
static void make_table(struct colour_map *map)
{
    uint8_t levels[256];

    for (unsigned i = 0; i < 256; i++) {
        levels[i] = (uint8_t)i;
    }
    lcms_library()->cmsDoTransform(map->transform, levels, map->table, 256);
    map->way = WAY_TABLE;
}

static bool near(const uint8_t *a, const uint8_t *b)
{
    for (size_t c = 0; c < 3; c++) {
        if (a[c] > b[c] + 1 || b[c] > a[c] + 1) {
            return false;
        }
    }
    return true;
}

/* Nowhere more than one level off: such a profile is sRGB under whatever name. */
static bool changes_nothing(const struct colour_map *map, enum pixel_model model)
{
    for (unsigned i = 0; i < 256; i++) {
        uint8_t grey[3] = { (uint8_t)i, (uint8_t)i, (uint8_t)i }, out[3];

        colour_map_row(map, grey, out, 1);
        if (!near(grey, out)) {
            return false;
        }
    }
    for (unsigned i = 0; model == MODEL_RGB && i < 9 * 9 * 9; i++) {
        uint8_t in[3] = { (uint8_t)(i / 81 * 255 / 8), (uint8_t)(i / 9 % 9 * 255 / 8),
                          (uint8_t)(i % 9 * 255 / 8) };
        uint8_t out[3];

        colour_map_row(map, in, out, 1);
        if (!near(in, out)) {
            return false;
        }
    }
    return model != MODEL_CMYK;
}

static bool of_model(cmsHPROFILE profile, enum pixel_model model)
{
    static const cmsColorSpaceSignature spaces[] = {
        [MODEL_GREY] = cmsSigGrayData, [MODEL_RGB] = cmsSigRgbData, [MODEL_CMYK] = cmsSigCmykData
    };

    return (size_t)model < ARRAY_LEN(spaces) &&
           lcms_library()->cmsGetColorSpace(profile) == spaces[model];
}

static bool make_map(struct colour_map *map, struct span icc, enum pixel_model model)
{
    CLEANUP(close_profile) cmsHPROFILE profile = NULL;

    if (icc.len == 0 || icc.len > PROFILE_MAX) {
        return false;
    }
    profile = lcms_library()->cmsOpenProfileFromMem(icc.data, (cmsUInt32Number)icc.len);
    if (profile == NULL || !of_model(profile, model)) {
        return false;
    }
    if (model == MODEL_RGB && make_matrix(map, profile)) {
        return true;
    }
    if (!make_lcms(map, profile, model)) {
        return false;
    }
    if (model == MODEL_GREY) {
        make_table(map);
    }
    return true;
}

void colour_map_new(struct span icc, enum pixel_model model, struct colour_map **out)
{
    CLEANUP(colour_map_freep) struct colour_map *map = mem_zalloc(sizeof(*map));

    *out = NULL;
    if (make_map(map, icc, model)) {
        if (model != MODEL_CMYK && changes_nothing(map, model)) {
            return;
        }
    } else if (model == MODEL_CMYK) {
        map->way = WAY_PLAIN;
    } else {
        return;
    }
    *out = map;
    map = NULL;
}

static void plain_row(const uint8_t *in, uint8_t *out, size_t n)
{
    for (size_t i = 0; i < n; i++, in += 4, out += 3) {
        unsigned white = 255u - in[3];

        out[0] = (uint8_t)(((255u - in[0]) * white + 127) / 255);
        out[1] = (uint8_t)(((255u - in[1]) * white + 127) / 255);
        out[2] = (uint8_t)(((255u - in[2]) * white + 127) / 255);
    }
}

static inline uint8_t coded_of(const struct colour_map *map, float light)
{
    float held = light > 0.0F ? light < 1.0F ? light : 1.0F : 0.0F;

    return map->coded[(unsigned)(held * (LEVELS - 1) + 0.5F)];
}

static void matrix_row(const struct colour_map *map, const uint8_t *in, uint8_t *out, size_t n)
{
    const float(*m)[3] = map->matrix;

    for (size_t i = 0; i < n; i++, in += 3, out += 3) {
        float red = map->linear[0][in[0]], green = map->linear[1][in[1]];
        float blue = map->linear[2][in[2]];

        out[0] = coded_of(map, m[0][0] * red + m[0][1] * green + m[0][2] * blue);
        out[1] = coded_of(map, m[1][0] * red + m[1][1] * green + m[1][2] * blue);
        out[2] = coded_of(map, m[2][0] * red + m[2][1] * green + m[2][2] * blue);
    }
}

void colour_map_row(const struct colour_map *map, const uint8_t *in, uint8_t *out, size_t n)
{
    switch (map->way) {
    case WAY_TABLE:
        for (size_t i = 0; i < n; i++) {
            memcpy(out + 3 * i, map->table[in[i]], 3);
        }
        break;
    case WAY_MATRIX:
        matrix_row(map, in, out, n);
        break;
    case WAY_PLAIN:
        plain_row(in, out, n);
        break;
    case WAY_LCMS:
        lcms_library()->cmsDoTransform(map->transform, in, out, (cmsUInt32Number)n);
        break;
    }
}

/* A chromaticity that can be one. */
static bool sound(double x, double y)
{
    return x > 0 && y > 1e-4 && x < 1 && y < 1 && x + y <= 1.0001;
}

static bool is_srgb(const double *chromaticities)
{
    static const double srgb[] = { 0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06 };

    for (size_t i = 0; chromaticities != NULL && i < ARRAY_LEN(srgb); i++) {
        if (fabs(chromaticities[i] - srgb[i]) > 0.002) {
            return false;
        }
    }
    return true;
}

static cmsHPROFILE made_profile(bool grey, const double *xy, cmsToneCurve *curve)
{
    static const double srgb[] = { 0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06 };
    const double *c = xy != NULL ? xy : srgb;
    cmsCIExyY white = { c[0], c[1], 1 };
    cmsCIExyYTRIPLE primaries = { { c[2], c[3], 1 }, { c[4], c[5], 1 }, { c[6], c[7], 1 } };
    cmsToneCurve *curves[3] = { curve, curve, curve };

    return grey ? lcms_library()->cmsCreateGrayProfile(&white, curve)
                : lcms_library()->cmsCreateRGBProfile(&white, &primaries, curves);
}

void colour_profile_of(bool grey, double exponent, const double *chromaticities, bool srgb_curve,
                       struct buf *icc)
{
    static const double srgb[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
    CLEANUP(close_profile) cmsHPROFILE profile = NULL;
    cmsToneCurve *curve;
    cmsUInt32Number bytes = 0;
    uint8_t *to;

    if ((srgb_curve && (grey || is_srgb(chromaticities))) || !(exponent > 0.1 && exponent < 10)) {
        return;
    }
    for (size_t i = 0; chromaticities != NULL && i < 8; i += 2) {
        if (!sound(chromaticities[i], chromaticities[i + 1])) {
            return;
        }
    }
    curve = srgb_curve ? lcms_library()->cmsBuildParametricToneCurve(NULL, 4, srgb)
                       : lcms_library()->cmsBuildGamma(NULL, exponent);
    profile = curve != NULL ? made_profile(grey, chromaticities, curve) : NULL;
    if (curve != NULL) {
        lcms_library()->cmsFreeToneCurve(curve);
    }
    if (profile == NULL || !lcms_library()->cmsSaveProfileToMem(profile, NULL, &bytes)) {
        return;
    }
    to = buf_reserve(icc, bytes);
    if (to != NULL && lcms_library()->cmsSaveProfileToMem(profile, to, &bytes)) {
        buf_grown(icc, bytes);
    }
}

bool colour_profile_of_numbers(bool grey, unsigned primaries, unsigned transfer, struct buf *icc)
{
    static const struct {
        unsigned number;
        double xy[8];
    } known[] = {
        { 1, { 0.3127, 0.3290, 0.640, 0.330, 0.300, 0.600, 0.150, 0.060 } },  /* sRGB, BT.709 */
        { 9, { 0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046 } },  /* BT.2020 */
        { 12, { 0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060 } }, /* Display P3 */
    };
    static const double exponents[] = { [4] = 2.2, [5] = 2.8, [8] = 1.0 };
    bool is_light = transfer == 16 || transfer == 18; /* PQ, HLG */
    bool is_power = transfer < ARRAY_LEN(exponents) && exponents[transfer] > 0;

    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (known[i].number == primaries) {
            /* The curves of BT.601, 709 and 2020 are shown as sRGB's, as everybody does. */
            if (!is_light) {
                colour_profile_of(grey, is_power ? exponents[transfer] : 2.4, known[i].xy,
                                  !is_power, icc);
            }
            return true;
        }
    }
    return false;
}
