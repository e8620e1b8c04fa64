/* The expected answers are the reference implementations' own: npm thumbhash 0.1.1 and blurhash
 * 2.0.5, Python ImageHash 4.3.2 on Pillow, sharp's stats(), on the same made picture. */
#include "lib/unit.h"

#include "base/clock.h"
#include "base/mem.h"
#include "image/insight_parts.h"

/* Gradients, a chequer of 16 px and, with alpha, a disc on a ramp. */
static uint8_t *made_picture(int width, int height, bool alpha)
{
    uint8_t *rgba = mem_array((size_t)width * (size_t)height, 4), *px = rgba;

    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++, px += 4) {
            int red = (x * x * 3 + y * 7) / 11 % 256;
            int dx = x - width / 2, dy = y - height / 2, radius = height / 2;

            px[0] = (uint8_t)((x / 16 + y / 16) % 2 == 0 ? red / 2 : red);
            px[1] = (uint8_t)((x * 2 + y * y) / 3 % 256);
            px[2] = (uint8_t)(255 - (x * 255 / width + y * 60 / height) % 256);
            px[3] =
                !alpha || dx * dx + dy * dy < radius * radius ? 255 : (uint8_t)(x * 255 / width);
        }
    }
    return rgba;
}

static const struct reference {
    int width, height;
    bool alpha;
    const char *dhash, *phash, *thumbhash, *blurhash;
    double entropy, sharpness;
} references[] = {
    { 96, 64, false, "dbdbe5a5dbd3a6a6", "831315295df4cdb5", "G8cFRYjMoJSjlGdyl1aHhRBGVuP5",
      "LgC@pmNiN+Sbm@jNbCWZd_f9axjd", 7.514877886744216, 8.272998422956519 },
    { 60, 100, false, "e6ede965c9e3abea", "8e5c352d1d6c0f71", "G8cFRAa7MEpJd4RXZ3gQVgbQ9g==",
      "LgCkJCJZOLORZ.b3WSbJiijJbEfA", 7.56778307701461, 9.902246119497033 },
    { 200, 150, false, "ff818983878be3a2", "e8121d373529372f", NULL, "LgDn5|WJWfWRaOambCbJi}aifOjd",
      7.614292837679386, 12.881186963667625 },
    { 90, 50, true, "0c1c1716061b1f0f", "f0724353c68f8e78", "2teFE4Y7uaCypYQCFYTW9xCFd4h2eHg=",
      "LxJIIc_3?d%En6kEbVkCw5oyW,WE", 7.488000590354204, 7.407657539898991 },
    { 7, 3, false, "0000000001030303", "ea54ab2a5456aad9", "zPMJU4Cvl4eolpaWYGc231k=",
      "Ly0JAOfZfYfWfXfXfUfUfTfUfOfS", 4.297079354524612, 4.562325556662399 },
};

static void check_text(struct json_object *json, const char *name, const char *want)
{
    const char *got = json_to_str(json_find(json, name));

    if (want != NULL && strcmp(got, want) != 0) {
        print_message("%s: %s, wanted %s\n", name, got, want);
    }
    if (want != NULL) {
        assert_string_equal(got, want);
    }
}

static void check_number(const char *name, double got, double want)
{
    double apart = got - want;

    if (apart > 0.005 || apart < -0.005) {
        print_message("%s: %.6f off\n", name, apart);
    }
    assert_true(apart <= 0.005 && apart >= -0.005);
}

static void answers_are_the_references(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(references); i++) {
        const struct reference *want = &references[i];
        CLEANUP(mem_freep) uint8_t *rgba = made_picture(want->width, want->height, want->alpha);
        CLEANUP(json_releasep) struct json_object *json = NULL;
        struct image plane = { rgba, (uint32_t)want->width, (uint32_t)want->height,
                               (size_t)want->width * 4, 4 };
        struct insight insight;

        print_message("case: %dx%d\n", want->width, want->height);
        insight_measure(&plane, &insight);
        json = insight_json(&insight);
        check_text(json, "dHash", want->dhash);
        check_text(json, "pHash", want->phash);
        check_text(json, "blurHash", want->blurhash);
        check_text(json, "thumbHash", want->thumbhash);
        check_number("entropy", insight.entropy, want->entropy);
        check_number("sharpness", insight.sharpness, want->sharpness);
        assert_int_equal(insight.is_opaque, !want->alpha);
    }
}

static void fill(uint8_t *rgba, size_t n, uint8_t red, uint8_t green, uint8_t blue, uint8_t alpha)
{
    for (size_t i = 0; i < n; i++, rgba += 4) {
        rgba[0] = red;
        rgba[1] = green;
        rgba[2] = blue;
        rgba[3] = alpha;
    }
}

static void dominant_colours_are_those_that_are_there(void **state)
{
    uint8_t rgba[100 * 4];
    struct image plane = { rgba, 10, 10, 40, 4 };
    struct insight_colour colours[INSIGHT_COLOURS], average;

    (void)state;
    fill(rgba, 60, 200, 10, 10, 255);
    fill(rgba + 60 * 4, 30, 10, 10, 220, 255);
    fill(rgba + 90 * 4, 10, 0, 255, 0, 0); /* not visible: counts for nothing */
    assert_int_equal(insight_dominant(&plane, colours), 2);
    assert_int_equal(colours[0].red, 200);
    assert_int_equal(colours[0].green, 10);
    assert_int_equal(colours[1].blue, 220);
    assert_true(colours[0].share > 0.66 && colours[0].share < 0.67);
    insight_average(&plane, &average);
    assert_int_equal(average.red, (200 * 60 + 10 * 30 + 45) / 90);
    assert_int_equal(average.green, 10);
}

static void nothing_visible_has_no_dominant_colour(void **state)
{
    uint8_t rgba[4 * 4];
    struct image plane = { rgba, 2, 2, 8, 4 };
    struct insight insight;

    (void)state;
    fill(rgba, 4, 9, 9, 9, 0);
    insight_measure(&plane, &insight);
    assert_int_equal(insight.n_dominant, 0);
    assert_false(insight.is_opaque);
}

static void odd_shapes_are_taken(void **state)
{
    static const int shapes[][2] = { { 1, 1 }, { 1, 256 }, { 256, 1 }, { 2, 300 }, { 101, 2 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
        CLEANUP(mem_freep) uint8_t *rgba = made_picture(shapes[i][0], shapes[i][1], true);
        struct image plane = { rgba, (uint32_t)shapes[i][0], (uint32_t)shapes[i][1],
                               (size_t)shapes[i][0] * 4, 4 };
        struct insight once, twice;

        insight_measure(&plane, &once);
        insight_measure(&plane, &twice);
        assert_string_equal(once.blurhash, twice.blurhash);
        assert_int_equal(strlen(once.blurhash), 28);
        assert_true(once.thumbhash_len >= 10 && once.thumbhash_len <= 25);
    }
}

/* Not a timed test: prints what the full-sized plane costs, for whoever changes something here. */
static void cost_is_printed(void **state)
{
    CLEANUP(mem_freep) uint8_t *rgba = made_picture(192, 128, false);
    struct image plane = { rgba, 192, 128, 768, 4 };
    struct insight insight;
    uint64_t start = clock_monotonic_us();

    (void)state;
    for (int i = 0; i < 10; i++) {
        insight_measure(&plane, &insight);
    }
    print_message("192x128: %u us\n", (unsigned)((clock_monotonic_us() - start) / 10));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_the_references),
        cmocka_unit_test(dominant_colours_are_those_that_are_there),
        cmocka_unit_test(nothing_visible_has_no_dominant_colour),
        cmocka_unit_test(odd_shapes_are_taken),
        cmocka_unit_test(cost_is_printed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
