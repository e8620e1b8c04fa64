/*
 * image/codec_jpeg_passes: the low coefficients of progressive files are those that
 * jpeg_read_coefficients() finds in the same scans, and a reduced decode of one is that of the
 * baseline file with the same picture but for what its last refinements tell.
 */
#include "lib/unit.h"

#include "lib/jpeg_passes.h"
#include "lib/jpeg_seeds.h"
#include "lib/picture.h"

#define MUTATIONS 6000 /* in each run; 100,000 were walked when this was written */

static struct buf picture(uint32_t round)
{
    struct encode_options options = picture_options(round);

    options.progressive = true;
    return picture_jpeg(&options, picture_noise);
}

static void every_size_and_sampling(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < 80; round++) {
        CLEANUP(buf_release) struct buf jpeg = picture(round);

        for (uint32_t side = 1; side <= 8; side *= 2) {
            assert_int_equal(compare_passes(buf_span(&jpeg), side), PASSES_SAME);
        }
    }
}

static void baseline_files_are_not_ours(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    size_t n = 0;

    (void)state;
    seeds_read(&seeds);
    for (size_t i = 0; i < seeds.n; i++) {
        enum passes_compared compared = compare_passes(buf_span(&seeds.files[i]), 2);

        assert_int_not_equal(compared, PASSES_OTHER);
        n += compared == PASSES_SAME ? 1 : 0;
    }
    assert_int_equal(n, 1); /* progressive.jpg */
}

static void mutated_files_agree_or_are_left_to_libjpeg(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    uint64_t random = 13;
    size_t n[3] = { 0 };

    (void)state;
    for (seeds.n = 0; seeds.n < 8; seeds.n++) {
        seeds.files[seeds.n] = picture(17 + (uint32_t)seeds.n * 5);
    }
    for (size_t round = 0; round < MUTATIONS; round++) {
        uint8_t bytes[SEED_BYTES];
        struct span file = seeds_mutated(&seeds, &random, bytes);
        enum passes_compared compared = compare_passes(file, 1u << round % 3);

        if (compared == PASSES_OTHER) {
            fail_msg("round %zu: coefficients differ", round);
        }
        n[compared]++;
    }
    print_message("%zu the same, %zu left to libjpeg\n", n[PASSES_SAME], n[PASSES_NOT_OURS]);
    assert_true(n[PASSES_SAME] > MUTATIONS / 20);
    assert_true(n[PASSES_NOT_OURS] > MUTATIONS / 20);
}

static uint8_t slope(uint32_t plane, uint32_t x, uint32_t y)
{
    return plane == 0 ? (uint8_t)(x / 4 + y / 4) : (uint8_t)(100 + plane * 20);
}

static void renders_as_the_baseline_file_does(void **state)
{
    static const char *job = "[{\"format\":\"jpeg\",\"width\":60,\"quality\":95}]";

    (void)state;
    for (uint32_t subsampling = 0; subsampling < 4; subsampling++) {
        struct encode_options options = { .width_px = 403,
                                          .height_px = 397,
                                          .model = MODEL_YCC,
                                          .quality = 95,
                                          .subsampling = (enum rendition_subsampling)subsampling };
        CLEANUP(buf_release) struct buf baseline = picture_jpeg(&options, slope);
        CLEANUP(buf_release) struct buf progressive = { 0 };
        CLEANUP(outcome_release) struct outcome a, b;
        CLEANUP(image_release) struct image left = { 0 }, right = { 0 };

        options.progressive = true;
        progressive = picture_jpeg(&options, slope);
        picture_render(buf_span(&baseline), job, NULL, 1, &a);
        picture_render(buf_span(&progressive), job, NULL, 1, &b);
        assert_int_equal(b.info.n_warnings, 0);
        for (size_t plane = 0; plane < 3; plane++) {
            image_release(&left);
            image_release(&right);
            left = picture_plane(buf_span(&a.bytes[0]), plane);
            right = picture_plane(buf_span(&b.bytes[0]), plane);
            for (uint32_t y = 0; y < left.height_px; y++) {
                for (uint32_t x = 0; x < left.width_px; x++) {
                    assert_in_range(image_row(&right, y)[x] + 3, image_row(&left, y)[x],
                                    image_row(&left, y)[x] + 6);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_size_and_sampling),
        cmocka_unit_test(baseline_files_are_not_ours),
        cmocka_unit_test(mutated_files_agree_or_are_left_to_libjpeg),
        cmocka_unit_test(renders_as_the_baseline_file_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
