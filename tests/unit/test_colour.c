/* image/colour: what profiles make of samples, held to lcms2's answers and to the formulas. */
#include "lib/unit.h"

#include <stdlib.h>

#include <lcms2.h>

#include "image/colour.h"

static struct buf saved(cmsHPROFILE profile)
{
    struct buf bytes = BUF_INIT(1u << 20);
    cmsUInt32Number n = 0;

    assert_true(cmsSaveProfileToMem(profile, NULL, &n));
    assert_true(cmsSaveProfileToMem(profile, buf_reserve(&bytes, n), &n));
    buf_grown(&bytes, n);
    cmsCloseProfile(profile);
    return bytes;
}

/* Adobe RGB (1998): its primaries, gamma 563/256. */
static struct buf adobe_rgb(void)
{
    cmsCIExyY white = { 0.3127, 0.3290, 1 };
    cmsCIExyYTRIPLE primaries = { { 0.64, 0.33, 1 }, { 0.21, 0.71, 1 }, { 0.15, 0.06, 1 } };
    cmsToneCurve *curve = cmsBuildGamma(NULL, 563 / 256.0);
    cmsToneCurve *curves[3] = { curve, curve, curve };
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);

    cmsFreeToneCurve(curve);
    return saved(profile);
}

static struct buf grey_gamma(double gamma)
{
    cmsCIExyY white = { 0.3457, 0.3585, 1 };
    cmsToneCurve *curve = cmsBuildGamma(NULL, gamma);
    cmsHPROFILE profile = cmsCreateGrayProfile(&white, curve);

    cmsFreeToneCurve(curve);
    return saved(profile);
}

/* The fast path against lcms2's own transform over the whole cube. */
static void matrix_profiles_agree_with_lcms2(void **state)
{
    CLEANUP(buf_release) struct buf icc = adobe_rgb();
    CLEANUP(colour_map_freep) struct colour_map *map = NULL;
    cmsHPROFILE from = cmsOpenProfileFromMem(icc.data, (cmsUInt32Number)icc.len);
    cmsHPROFILE to = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = cmsCreateTransform(from, TYPE_RGB_8, to, TYPE_RGB_8,
                                                 INTENT_PERCEPTUAL, cmsFLAGS_NOOPTIMIZE);
    int largest = 0;

    (void)state;
    colour_map_new(buf_span(&icc), MODEL_RGB, &map);
    assert_non_null(map);
    for (unsigned i = 0; i < 18 * 18 * 18; i++) {
        uint8_t in[3] = { (uint8_t)(i / 324 * 15), (uint8_t)(i / 18 % 18 * 15),
                          (uint8_t)(i % 18 * 15) };
        uint8_t ours[3], theirs[3];

        colour_map_row(map, in, ours, 1);
        cmsDoTransform(transform, in, theirs, 1);
        for (size_t c = 0; c < 3; c++) {
            int apart = abs(ours[c] - theirs[c]);

            largest = apart > largest ? apart : largest;
        }
    }
    cmsDeleteTransform(transform);
    cmsCloseProfile(from);
    cmsCloseProfile(to);
    print_message("at most %d levels apart\n", largest);
    assert_true(largest <= 1);
}

static void what_changes_nothing_is_no_conversion(void **state)
{
    CLEANUP(buf_release) struct buf srgb = saved(cmsCreate_sRGBProfile());
    CLEANUP(buf_release) struct buf grey = grey_gamma(1.8);
    const struct {
        const char *label;
        struct span icc;
        enum pixel_model model;
        bool conversion;
    } cases[] = {
        { "no profile", { NULL, 0 }, MODEL_RGB, false },
        { "no profile, grey", { NULL, 0 }, MODEL_GREY, false },
        { "sRGB itself", buf_span(&srgb), MODEL_RGB, false },
        { "a grey profile for RGB", buf_span(&grey), MODEL_RGB, false },
        { "an RGB profile for grey", buf_span(&srgb), MODEL_GREY, false },
        { "a broken profile", span_str("acsp and so on"), MODEL_RGB, false },
        { "a grey profile", buf_span(&grey), MODEL_GREY, true },
        { "CMYK without a profile", { NULL, 0 }, MODEL_CMYK, true },
        { "CMYK with an RGB profile", buf_span(&srgb), MODEL_CMYK, true },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(colour_map_freep) struct colour_map *map = NULL;

        print_message("case: %s\n", cases[i].label);
        colour_map_new(cases[i].icc, cases[i].model, &map);
        assert_int_equal(map != NULL, cases[i].conversion);
    }
}

static void plain_cmyk_is_the_plain_formula(void **state)
{
    static const uint8_t in[] = { 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 128, 64, 0, 127 };
    static const uint8_t want[] = { 255, 255, 255, 0, 255, 255, 0, 0, 0, 64, 96, 128 };
    CLEANUP(colour_map_freep) struct colour_map *map = NULL;
    uint8_t out[12];

    (void)state;
    colour_map_new((struct span){ NULL, 0 }, MODEL_CMYK, &map);
    colour_map_row(map, in, out, 4);
    assert_memory_equal(out, want, 12);
}

static void a_grey_profile_brightens_or_darkens(void **state)
{
    CLEANUP(buf_release) struct buf icc = grey_gamma(1.0);
    CLEANUP(colour_map_freep) struct colour_map *map = NULL;
    static const uint8_t in[] = { 0, 55, 255, 2, 5 };
    uint8_t out[15];

    (void)state;
    colour_map_new(buf_span(&icc), MODEL_GREY, &map);
    assert_non_null(map);
    colour_map_row(map, in, out, 5);
    assert_int_equal(out[0], 0);
    assert_in_range(out[3], 126, 129); /* 55/255 of the light is 0.5 coded */
    assert_int_equal(out[3], out[4]);
    assert_in_range(out[8], 254, 255);
    assert_in_range(out[9], 21, 23);  /* IEC 61966-2-1: 21.7 */
    assert_in_range(out[12], 37, 39); /* 38.3 */
}

static void gamma_and_primaries_become_a_profile(void **state)
{
    static const double srgb[] = { 0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06 };
    static const double wide[] = { 0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06 };
    static const double broken[] = { 0, 0, 1, 0, 0, 0, 0, 0 };
    static const struct {
        const char *label;
        double exponent;
        const double *xy;
        bool srgb_curve, profile;
    } cases[] = {
        { "what sRGB writers put", 2.2, srgb, true, false },
        { "the same without primaries", 2.2, NULL, true, false },
        { "linear", 1.0, NULL, false, true },
        { "other primaries", 2.2, wide, true, true },
        { "primaries that are none", 1.0, broken, false, false },
        { "no exponent", 0, NULL, false, false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf icc = BUF_INIT(1u << 20);

        print_message("case: %s\n", cases[i].label);
        colour_profile_of(false, cases[i].exponent, cases[i].xy, cases[i].srgb_curve, &icc);
        assert_int_equal(icc.len > 0, cases[i].profile);
    }
}

static void numbers_become_a_profile(void **state)
{
    static const struct {
        const char *label;
        unsigned primaries, transfer;
        bool known, profile;
    } cases[] = {
        { "sRGB", 1, 13, true, false },
        { "BT.709", 1, 1, true, false },
        { "BT.709, linear", 1, 8, true, true },
        { "BT.709, gamma 2.2", 1, 4, true, true },
        { "Display P3", 12, 13, true, true },
        { "BT.2020, its own curve", 9, 14, true, true },
        { "BT.2020, PQ", 9, 16, true, false },
        { "not told", 2, 2, false, false },
        { "out of the table", 255, 255, false, false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf icc = BUF_INIT(1u << 20);

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(
            colour_profile_of_numbers(false, cases[i].primaries, cases[i].transfer, &icc),
            cases[i].known);
        assert_int_equal(icc.len > 0, cases[i].profile);
    }
}

static void a_linear_picture_is_coded(void **state)
{
    CLEANUP(buf_release) struct buf icc = BUF_INIT(1u << 20);
    CLEANUP(colour_map_freep) struct colour_map *map = NULL;
    static const uint8_t in[] = { 55, 55, 55, 255, 255, 255 };
    uint8_t out[6];

    (void)state;
    colour_profile_of(false, 1.0, NULL, false, &icc);
    colour_map_new(buf_span(&icc), MODEL_RGB, &map);
    assert_non_null(map);
    colour_map_row(map, in, out, 2);
    assert_in_range(out[0], 127, 129);
    assert_in_range(out[3], 254, 255);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matrix_profiles_agree_with_lcms2),
        cmocka_unit_test(what_changes_nothing_is_no_conversion),
        cmocka_unit_test(plain_cmyk_is_the_plain_formula),
        cmocka_unit_test(a_grey_profile_brightens_or_darkens),
        cmocka_unit_test(gamma_and_primaries_become_a_profile),
        cmocka_unit_test(numbers_become_a_profile),
        cmocka_unit_test(a_linear_picture_is_coded),
    };

    colour_prepare();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
