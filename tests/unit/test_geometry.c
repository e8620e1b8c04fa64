/* image/geometry: sizes, crops and turns that a rendition's fit, focus and orientation give. */
#include "lib/unit.h"

#include "image/geometry.h"

#define POINT(px, py)                                                                              \
    {                                                                                              \
        .kind = GRAVITY_POINT, .x = (px), .y = (py)                                                \
    }

static void sizes_follow_fit(void **state)
{
    static const struct {
        const char *label;
        uint32_t src_w, src_h, box_w, box_h;
        enum rendition_fit fit;
        bool enlarge;
        uint32_t canvas_w, canvas_h, scaled_w, scaled_h;
    } cases[] = {
        { "nothing asked", 640, 480, 0, 0, FIT_INSIDE, false, 640, 480, 640, 480 },
        { "inside, landscape", 6000, 4000, 480, 270, FIT_INSIDE, false, 405, 270, 405, 270 },
        { "inside, a line of px", 10000, 3, 1024, 1024, FIT_INSIDE, false, 1024, 1, 1024, 1 },
        { "inside, smaller already", 100, 50, 480, 270, FIT_INSIDE, false, 100, 50, 100, 50 },
        { "inside, enlarged", 100, 50, 480, 270, FIT_INSIDE, true, 480, 240, 480, 240 },
        { "one side", 6000, 4000, 300, 0, FIT_COVER, false, 300, 200, 300, 200 },
        { "other side", 6000, 4000, 0, 300, FIT_INSIDE, false, 450, 300, 450, 300 },
        { "one side, larger", 60, 40, 300, 0, FIT_INSIDE, false, 60, 40, 60, 40 },
        { "fill", 100, 50, 800, 600, FIT_FILL, false, 800, 600, 800, 600 },
        { "cover", 6000, 4000, 300, 300, FIT_COVER, false, 300, 300, 300, 300 },
        { "cover of a small one", 200, 400, 300, 300, FIT_COVER, false, 200, 300, 200, 300 },
        { "cover, enlarged", 200, 400, 300, 300, FIT_COVER, true, 300, 300, 300, 300 },
        { "contain", 6000, 4000, 300, 300, FIT_CONTAIN, false, 300, 300, 300, 200 },
        { "contain of a small one", 60, 40, 300, 300, FIT_CONTAIN, false, 300, 300, 60, 40 },
        { "outside", 6000, 4000, 300, 300, FIT_OUTSIDE, false, 450, 300, 450, 300 },
        { "outside, held", 200, 400, 300, 300, FIT_OUTSIDE, false, 200, 400, 200, 400 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct rendition rendition = { .width_px = cases[i].box_w,
                                       .height_px = cases[i].box_h,
                                       .fit = cases[i].fit,
                                       .enlarge = cases[i].enlarge,
                                       .gravity = POINT(0.5, 0.5) };
        struct placement made = placement_of(cases[i].src_w, cases[i].src_h, &rendition);

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(made.canvas_w, cases[i].canvas_w);
        assert_int_equal(made.canvas_h, cases[i].canvas_h);
        assert_int_equal(made.scaled_w, cases[i].scaled_w);
        assert_int_equal(made.scaled_h, cases[i].scaled_h);
    }
}

static void crop_goes_by_focus(void **state)
{
    static const struct {
        const char *label;
        struct gravity gravity;
        double x;
    } cases[] = {
        { "center", POINT(0.5, 0.5), 100 },     { "west", POINT(0, 0.5), 0 },
        { "east", POINT(1, 0.5), 200 },         { "focus inside", POINT(0.25, 0.5), 0 },
        { "focus held", POINT(0.9, 0.5), 200 }, { "focus in its middle", POINT(0.4, 0.5), 60 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct rendition rendition = {
            .width_px = 100, .height_px = 100, .fit = FIT_COVER, .gravity = cases[i].gravity
        };
        struct placement made = placement_of(400, 200, &rendition);

        print_message("case: %s\n", cases[i].label);
        assert_true(made.crop_x > cases[i].x - 1e-6 && made.crop_x < cases[i].x + 1e-6);
        assert_true(made.crop_w > 200 - 1e-6 && made.crop_w < 200 + 1e-6);
        assert_false(made.choose_crop);
    }
}

static void content_crop_keeps_all_until_chosen(void **state)
{
    struct rendition rendition = {
        .width_px = 100, .height_px = 100, .fit = FIT_COVER, .gravity = { .kind = GRAVITY_ENTROPY }
    };
    struct placement made = placement_of(400, 200, &rendition);

    (void)state;
    assert_true(made.choose_crop);
    assert_int_equal(made.scaled_w, 200);
    assert_int_equal(made.scaled_h, 100);
    assert_int_equal(made.canvas_w, 100);
}

static void orientations_turn_as_exif_says(void **state)
{
    (void)state;
    assert_false(turn_of(1).swapped || turn_of(1).flip_x || turn_of(1).flip_y);
    assert_false(turn_of(0).swapped || turn_of(200).swapped);
    assert_true(turn_of(3).flip_x && turn_of(3).flip_y && !turn_of(3).swapped);
    assert_true(turn_of(6).swapped && turn_of(6).flip_x && !turn_of(6).flip_y);
    assert_true(turn_of(8).swapped && !turn_of(8).flip_x && turn_of(8).flip_y);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_follow_fit),
        cmocka_unit_test(crop_goes_by_focus),
        cmocka_unit_test(content_crop_keeps_all_until_chosen),
        cmocka_unit_test(orientations_turn_as_exif_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
