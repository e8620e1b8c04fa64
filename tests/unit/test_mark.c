/* image/mark: where a text or an image stands on a picture, how it looks, what cannot be made. */
#include "lib/unit.h"

#include "image/mark.h"
#include "image/mark_text.h"
#include "lib/decode.h"
#include "lib/files.h"

#define FONT_FILE "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

static struct buf font;

static int read_font(void **state)
{
    (void)state;
    font = read_whole(FONT_FILE);
    return 0;
}

static int free_font(void **state)
{
    (void)state;
    buf_release(&font);
    return 0;
}

static struct mark text_mark(const char *text)
{
    return (
        struct mark){ .text = text, .size = 11, .colour = { 255, 255, 255, 255 }, .opacity = 1 };
}

static int make(struct mark *marks, size_t n, uint32_t width, uint32_t height,
                struct source **images, struct overlays *out, struct err *err)
{
    struct render_job job = { .limits = decode_limits, .default_font = buf_span(&font) };
    struct rendition rendition = { .marks = marks, .n_marks = n };

    return overlays_make(&rendition, width, height, &job, images, out, err);
}

/* The box around what can be seen, on the canvas. */
struct box {
    int64_t left, top, right, bottom;
    uint64_t alpha; /* summed up */
};

static struct box box_of(const struct overlay *overlay)
{
    struct box box = { INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN, 0 };

    for (uint32_t y = 0; y < overlay->pixels.height_px; y++) {
        for (uint32_t x = 0; x < overlay->pixels.width_px; x++) {
            uint8_t alpha = image_row(&overlay->pixels, y)[4 * x + 3];

            if (alpha > 0) {
                int64_t at_x = overlay->x_px + x, at_y = overlay->y_px + y;

                box.left = at_x < box.left ? at_x : box.left;
                box.right = at_x > box.right ? at_x : box.right;
                box.top = at_y < box.top ? at_y : box.top;
                box.bottom = at_y > box.bottom ? at_y : box.bottom;
                box.alpha += alpha;
            }
        }
    }
    return box;
}

static void the_watermark_stands_at_10_10_about_11_px_high(void **state)
{
    CLEANUP(overlays_release) struct overlays overlays = { 0 };
    struct mark mark = text_mark("Watermark");
    struct box box;
    struct err err;

    (void)state;
    mark.x_px = mark.y_px = 10;
    assert_int_equal(make(&mark, 1, 800, 600, NULL, &overlays, &err), 0);
    box = box_of(&overlays.items[0]);
    assert_in_range(box.left, 10, 11);
    assert_in_range(box.top, 10, 14);
    assert_in_range(box.bottom, 19, 22);
    assert_in_range(box.right, 55, 80);
    for (size_t i = 0; i < 3; i++) { /* white wherever there is something */
        assert_true(overlays.items[0].pixels.data[i] == 0 ||
                    overlays.items[0].pixels.data[i] == 255);
    }
}

static void gravity_and_offset_place_the_mark(void **state)
{
    static const struct {
        const char *label;
        double x, y, offset;
        int64_t left_from, left_to, top_from, top_to;
    } cases[] = {
        { "northwest", 0, 0, 5, 5, 7, 5, 10 },
        { "southeast", 1, 1, 5, 150, 175, 80, 90 },
        { "centre", 0.5, 0.5, 0, 75, 90, 40, 50 },
        { "west", 0, 0.5, 3, 3, 5, 40, 52 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(overlays_release) struct overlays overlays = { 0 };
        struct mark mark = text_mark("Hey");
        struct box box;
        struct err err;

        print_message("case: %s\n", cases[i].label);
        mark.placed_by_gravity = true;
        mark.gravity = (struct gravity){ GRAVITY_POINT, cases[i].x, cases[i].y };
        mark.x_px = cases[i].offset;
        mark.y_px = i == 3 ? 0 : cases[i].offset;
        assert_int_equal(make(&mark, 1, 200, 100, NULL, &overlays, &err), 0);
        box = box_of(&overlays.items[0]);
        assert_in_range(box.left, cases[i].left_from, cases[i].left_to);
        assert_in_range(box.top, cases[i].top_from, cases[i].top_to);
    }
}

static void size_opacity_and_shadow_show(void **state)
{
    struct mark marks[] = { text_mark("Aé€"), text_mark("Aé€"), text_mark("Aé€"),
                            text_mark("Aé€") };
    CLEANUP(overlays_release) struct overlays overlays = { 0 };
    struct box plain, large, faint, shadowed;
    struct err err;

    (void)state;
    marks[1].size = 44;
    marks[2].opacity = 0.5;
    marks[3].shadow = (struct colour){ 0, 0, 0, 255 };
    marks[3].shadow_x_px = 2;
    marks[3].shadow_y_px = 3;
    assert_int_equal(make(marks, 4, 400, 300, NULL, &overlays, &err), 0);
    plain = box_of(&overlays.items[0]);
    large = box_of(&overlays.items[1]);
    faint = box_of(&overlays.items[2]);
    shadowed = box_of(&overlays.items[3]);
    assert_in_range(large.right - large.left, 3.5 * (plain.right - plain.left),
                    4.5 * (plain.right - plain.left));
    assert_in_range(faint.alpha, plain.alpha * 48 / 100, plain.alpha * 52 / 100);
    assert_int_equal(shadowed.right, plain.right + 2);
    assert_int_equal(shadowed.bottom, plain.bottom + 3);
    assert_int_equal(shadowed.left, plain.left);
}

static void what_lies_outside_is_cut(void **state)
{
    static const double places[][2] = { { -20, -5 }, { 45, 5 }, { 1000, 0 }, { 0, -1000 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        CLEANUP(overlays_release) struct overlays overlays = { 0 };
        struct mark mark = text_mark("a line\nand another");
        const struct overlay *item;
        struct err err;

        mark.x_px = places[i][0];
        mark.y_px = places[i][1];
        assert_int_equal(make(&mark, 1, 50, 20, NULL, &overlays, &err), 0);
        item = &overlays.items[0];
        assert_true(item->pixels.data == NULL || (item->x_px >= 0 && item->y_px >= 0 &&
                                                  item->x_px + item->pixels.width_px <= 50 &&
                                                  item->y_px + item->pixels.height_px <= 20));
    }
}

static void an_image_mark_is_scaled_and_faded(void **state)
{
    CLEANUP(buf_release) struct buf bytes = test_file("rgba8.png");
    CLEANUP(source_release) struct source src = source_memory(buf_span(&bytes));
    CLEANUP(overlays_release) struct overlays overlays = { 0 };
    struct source *images[] = { &src };
    struct mark mark = { .image = "logo.png", .size = 0.25, .opacity = 0.5, .tile = true };
    struct err err;

    (void)state;
    mark.placed_by_gravity = true;
    mark.gravity = (struct gravity){ GRAVITY_POINT, 1, 1 };
    assert_int_equal(make(&mark, 1, 184, 100, images, &overlays, &err), 0);
    assert_int_equal(overlays.items[0].pixels.width_px, 46); /* 23 x 17 px, twice */
    assert_int_equal(overlays.items[0].pixels.height_px, 34);
    assert_int_equal(overlays.items[0].x_px, 184 - 46);
    assert_int_equal(overlays.items[0].y_px, 100 - 34);
    assert_true(overlays.items[0].tile);
    for (size_t i = 3; i < 46 * 34 * 4; i += 4) {
        assert_true(overlays.items[0].pixels.data[i] <= 128);
    }
}

static void marks_that_cannot_be_made_say_why(void **state)
{
    struct span text = span_str("no image at all, but text that is long enough");
    CLEANUP(source_release) struct source src = source_memory(text);
    struct source *images[] = { &src };
    struct mark cases[] = {
        text_mark("a"), { .image = "x", .size = 0.5 }, { .image = "x", .size = 0.5 }, text_mark("a")
    };
    static const enum err_kind want[] = { ERR_INPUT, ERR_INPUT, ERR_UNSUPPORTED, ERR_LIMIT };

    (void)state;
    cases[0].font = "/not/handed/over.ttf";
    cases[3].size = 2000;
    cases[3].tile = true;
    cases[3].text = "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww";
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(overlays_release) struct overlays overlays = { 0 };
        struct err err;

        print_message("case: %u\n", (unsigned)i);
        assert_int_equal(make(&cases[i], 1, 100, 100, i == 2 ? images : NULL, &overlays, &err), -1);
        assert_int_equal(err.kind, want[i]);
    }
}

static void a_font_that_is_none_is_refused(void **state)
{
    CLEANUP(text_layout_freep) struct text_layout *layout = NULL;
    struct err err;

    (void)state;
    assert_int_equal(text_layout_new(span_str("this is no font"), "a", 11, &layout, &err), -1);
    assert_int_equal(err.kind, ERR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_watermark_stands_at_10_10_about_11_px_high),
        cmocka_unit_test(gravity_and_offset_place_the_mark),
        cmocka_unit_test(size_opacity_and_shadow_show),
        cmocka_unit_test(what_lies_outside_is_cut),
        cmocka_unit_test(an_image_mark_is_scaled_and_faded),
        cmocka_unit_test(marks_that_cannot_be_made_say_why),
        cmocka_unit_test(a_font_that_is_none_is_refused),
    };

    return cmocka_run_group_tests(tests, read_font, free_font);
}
