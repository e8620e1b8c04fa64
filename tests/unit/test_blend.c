/* image/blend: overlays onto RGB, RGBA and JPEG's planes. */
#include "lib/unit.h"

#include "image/blend.h"

static struct overlay solid(uint32_t w, uint32_t h, const uint8_t rgba[4], int64_t x, int64_t y)
{
    struct overlay overlay = { .x_px = x, .y_px = y };

    assert_int_equal(image_alloc(&overlay.pixels, w, h, 4, NULL, NULL), 0);
    for (size_t i = 0; i < (size_t)w * h * 4; i++) {
        overlay.pixels.data[i] = rgba[i % 4];
    }
    return overlay;
}

static void places_inside_outside_and_tiled(void **state)
{
    static const struct {
        const char *label;
        int64_t x, y;
        bool tile;
        uint32_t row;
        const char *want; /* of 8 pixels: x where it was laid */
    } cases[] = {
        { "inside", 2, 1, false, 1, "..xx...." },
        { "row above", 2, 1, false, 0, "........" },
        { "row below", 2, 1, false, 3, "........" },
        { "over the left edge", -1, 0, false, 0, "x......." },
        { "over the right edge", 7, 0, false, 0, ".......x" },
        { "far away", INT32_MAX, INT32_MIN, false, 0, "........" },
        { "tiled", 5, 77, true, 3, "xxxxxxxx" },
    };
    static const uint8_t red[4] = { 255, 0, 0, 255 };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct overlay overlay = solid(2, 2, red, cases[i].x, cases[i].y);
        struct overlays overlays = { &overlay, 1 };
        uint8_t row[8 * 3] = { 0 };

        print_message("case: %s\n", cases[i].label);
        overlay.tile = cases[i].tile;
        blend_row(&overlays, cases[i].row, row, 8, 3);
        for (size_t x = 0; x < 8; x++) {
            assert_int_equal(row[3 * x], cases[i].want[x] == 'x' ? 255 : 0);
        }
        image_release(&overlay.pixels);
    }
}

static void alpha_mixes(void **state)
{
    static const uint8_t half[4] = { 200, 100, 0, 128 };
    struct overlay overlay = solid(1, 1, half, 0, 0);
    struct overlays overlays = { &overlay, 1 };
    uint8_t rgb[3] = { 0, 0, 200 }, rgba[4] = { 9, 9, 9, 0 }, opaque[4] = { 0, 0, 200, 255 };

    (void)state;
    blend_row(&overlays, 0, rgb, 1, 3);
    assert_int_equal(rgb[0], 100);
    assert_int_equal(rgb[2], 100);
    blend_row(&overlays, 0, rgba, 1, 4); /* onto nothing: the overlay itself */
    assert_memory_equal(rgba, half, 4);
    blend_row(&overlays, 0, opaque, 1, 4);
    assert_memory_equal(opaque, rgb, 3);
    assert_int_equal(opaque[3], 255);
    image_release(&overlay.pixels);
}

static void chroma_is_blended_by_the_share_it_is_covered(void **state)
{
    static const uint8_t red[4] = { 255, 0, 0, 255 };
    struct overlay overlay = solid(1, 2, red, 1, 0); /* half of the first sample */
    struct overlays overlays = { &overlay, 1 };
    uint8_t luma[4] = { 0 }, cb[2] = { 128, 128 }, cr[2] = { 128, 128 };
    struct blend_chroma chroma = { cb, cr, 4, 2, 2, 2 };

    (void)state;
    blend_luma(&overlays, 0, luma, 4);
    assert_int_equal(luma[0], 0);
    assert_int_equal(luma[1], 76);
    blend_chroma(&overlays, 0, &chroma);
    assert_in_range(cr[0], 190, 193); /* half way to 255 */
    assert_int_equal(cr[1], 128);
    image_release(&overlay.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_inside_outside_and_tiled),
        cmocka_unit_test(alpha_mixes),
        cmocka_unit_test(chroma_is_blended_by_the_share_it_is_covered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
