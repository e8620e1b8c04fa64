/* image/scale, halve and apart: weights and places, and the same bits on every machine. */
#include "lib/unit.h"

#include "base/mem.h"
#include "image/apart.h"
#include "image/halve.h"
#include "image/scale.h"
#include "lib/random.h"

static void weights_of_every_output_add_up_to_one(void **state)
{
    static const struct {
        double step;
        uint32_t n_out, n_src;
    } cases[] = {
        { 1.46, 1024, 1500 }, { 3.7, 405, 1500 },    { 1.0, 33, 33 }, { 0.25, 40, 10 },
        { 6.0, 1, 6 },        { 65500.0, 1, 65500 }, { 2.0, 3, 5 },   { 0.001, 1000, 1 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct kernel kernel;

        print_message("case: step %f\n", cases[i].step);
        kernel_make(&kernel, 0.0, cases[i].step, cases[i].n_out, cases[i].n_src, false);
        for (uint32_t k = 0; k < kernel.n_out; k++) {
            int32_t sum = 0;

            assert_true(kernel.count[k] >= 1);
            assert_true(kernel.first[k] + kernel.count[k] <= cases[i].n_src);
            for (uint32_t t = 0; t < kernel.taps; t++) {
                sum += kernel.weights[(size_t)k * kernel.taps + t];
                assert_true(t < kernel.count[k] || kernel.weights[k * kernel.taps + t] == 0);
            }
            assert_int_equal(sum, 1 << SCALE_WEIGHT_BITS);
        }
        kernel_release(&kernel);
    }
}

static void same_size_is_no_filter(void **state)
{
    struct kernel kernel;

    (void)state;
    kernel_make(&kernel, 3.0, 1.0, 10, 20, false);
    assert_true(kernel.identity);
    assert_int_equal(kernel.first[0], 3);
    kernel_release(&kernel);
    kernel_make(&kernel, 0.5, 1.0, 10, 20, false);
    assert_false(kernel.identity);
    kernel_release(&kernel);
    kernel_make(&kernel, 0.0, 1.0, 21, 20, false);
    assert_false(kernel.identity);
    kernel_release(&kernel);
}

/* Outputs that lie beyond the line take its last sample and read nothing outside. */
static void reach_stays_inside(void **state)
{
    struct kernel kernel;

    (void)state;
    kernel_make(&kernel, -50.0, 1.5, 80, 20, false);
    for (uint32_t k = 0; k < kernel.n_out; k++) {
        assert_true(kernel.first[k] + kernel.count[k] <= 20);
    }
    kernel_release(&kernel);
}

#define WIDTH 211
#define TAPS  19

struct planes {
    uint8_t rows[TAPS][WIDTH];
    const uint8_t *pointers[TAPS];
    int16_t weights[TAPS + 1];
};

/* Noise, or the worst that can come: black and white where the weights swing most. */
static void fill(struct planes *planes, bool extreme, uint64_t *seed)
{
    for (uint32_t t = 0; t < TAPS; t++) {
        planes->weights[t] = (int16_t)(extreme ? (t % 2 ? -6000 : 8000)
                                               : (int32_t)(next_random(seed) % 8192) - 3000);
        planes->pointers[t] = planes->rows[t];
        for (uint32_t i = 0; i < WIDTH; i++) {
            planes->rows[t][i] = (uint8_t)(extreme ? (t % 2 ? 0 : 255) : next_random(seed));
        }
    }
}

static void every_machine_gives_the_same_bits(void **state)
{
    static struct planes planes;
    uint64_t seed = 1;

    (void)state;
    for (size_t round = 0; round < 200; round++) {
        uint32_t taps = 1 + next_random(&seed) % TAPS;
        uint32_t width = 1 + next_random(&seed) % WIDTH;
        int16_t want[WIDTH + SCALE_PAD + 128] = { 0 };
        uint8_t want_out[WIDTH];
        struct kernel kernel;

        fill(&planes, round % 8 == 0, &seed);
        scale_plain.vertical(planes.pointers, planes.weights, taps, 0, width, want);
        kernel_make(&kernel, 0.0, (double)width / (1 + width / 3), 1 + width / 3, width, false);
        scale_plain.horizontal(want, &kernel, want_out);
        for (size_t i = 0; scale_at(i); i++) {
            int16_t line[WIDTH + SCALE_PAD + 128] = { 0 };
            uint8_t out[WIDTH];

            if (!scale_at(i)->usable()) {
                continue;
            }
            scale_at(i)->vertical(planes.pointers, planes.weights, taps, 0, width, line);
            assert_memory_equal(line, want, sizeof(line));
            scale_at(i)->horizontal(line, &kernel, out);
            assert_memory_equal(out, want_out, kernel.n_out);
        }
        kernel_release(&kernel);
    }
}

/* Eight lines that look at different rows, each by the single passes and all at once. */
static void eight_lines_are_the_same_bits(void **state)
{
    static uint8_t rows[40][256];
    uint64_t seed = 3;

    (void)state;
    for (size_t i = 0; i < sizeof(rows); i++) {
        rows[i / 256][i % 256] = (uint8_t)next_random(&seed);
    }
    for (uint32_t round = 0; round < 300; round++) {
        uint32_t width = 1 + next_random(&seed) % 256;
        uint32_t n_out = 1 + next_random(&seed) % (round % 3 ? width : 256);
        struct kernel down, across;
        const uint8_t *lines[8][64];
        uint8_t out[8][264], want[264], *outs[8];
        int16_t line[256 + SCALE_PAD + 2048] = { 0 };
        struct scale_eight eight = { .n = width };

        kernel_make(&down, 0.0, 1.0 + round % 9 * 0.37, 8, 40, false);
        kernel_make(&across, 0.0, (double)width / n_out, n_out, width, true);
        for (uint32_t k = 0; k < 8; k++) {
            outs[k] = out[k];
            eight.rows[k] = lines[k];
            eight.weights[k] = down.weights + (size_t)k * down.taps;
            eight.taps[k] = down.count[k];
            for (uint32_t t = 0; t < down.count[k]; t++) {
                lines[k][t] = rows[down.first[k] + t];
            }
        }
        for (size_t i = 0; scale_at(i) && !across.identity; i++) {
            int16_t *room = mem_array(scale_eight_room(width, &across), sizeof(*room));

            if (scale_at(i)->usable() && scale_at(i)->eight) {
                scale_at(i)->eight(&eight, &across, room, outs);
                for (uint32_t k = 0; k < 8; k++) {
                    scale_plain.vertical(lines[k], eight.weights[k], eight.taps[k], 0, width, line);
                    scale_plain.horizontal(line, &across, want);
                    assert_memory_equal(out[k], want, n_out);
                }
            }
            mem_free(room);
        }
        kernel_release(&down);
        kernel_release(&across);
    }
}

static void even_kernels_begin_at_even_samples(void **state)
{
    struct kernel plain, even;

    (void)state;
    kernel_make(&plain, 0.0, 1.46, 100, 146, false);
    kernel_make(&even, 0.0, 1.46, 100, 146, true);
    for (uint32_t i = 0; i < 100; i++) {
        uint32_t odd = plain.first[i] % 2;

        assert_int_equal(even.first[i], plain.first[i] - odd);
        assert_int_equal(even.count[i], plain.count[i] + odd);
        assert_memory_equal(even.weights + (size_t)i * even.taps + odd,
                            plain.weights + (size_t)i * plain.taps,
                            plain.count[i] * sizeof(*plain.weights));
    }
    kernel_release(&plain);
    kernel_release(&even);
}

static void halves_are_the_same_bits(void **state)
{
    static uint8_t a[WIDTH * 5], b[WIDTH * 5];
    uint64_t seed = 5;

    (void)state;
    for (size_t i = 0; i < sizeof(a); i++) {
        a[i] = (uint8_t)next_random(&seed);
        b[i] = (uint8_t)next_random(&seed);
    }
    for (uint32_t channels = 1; channels <= 5; channels++) {
        for (uint32_t n = 1; n <= WIDTH; n++) {
            uint8_t want[WIDTH * 3 + 8] = { 0 }, got[WIDTH * 3 + 8] = { 0 };

            halve_rows_plain(a, b, want, n, channels);
            halve_rows(a, b, got, n, channels);
            assert_memory_equal(want, got, sizeof(want));
        }
    }
    a[0] = a[1] = b[0] = 1;
    b[1] = 3;
    halve_rows(a, b, b, 2, 1);
    assert_int_equal(b[0], 2); /* 1.5 */
}

static void channels_are_taken_apart(void **state)
{
    static uint8_t in[4 * WIDTH];
    uint64_t seed = 9;

    (void)state;
    for (size_t i = 0; i < sizeof(in); i++) {
        in[i] = (uint8_t)next_random(&seed);
    }
    for (size_t n = 0; n <= WIDTH; n++) {
        for (size_t channels = 1; channels <= 4; channels++) {
            uint8_t want[4][WIDTH] = { { 0 } }, got[4][WIDTH] = { { 0 } };
            uint8_t *want_rows[4] = { want[0], want[1], want[2], want[3] };
            uint8_t *got_rows[4] = { got[0], got[1], got[2], got[3] };

            channels_apart_plain(in, channels, n, want_rows);
            channels_apart(in, channels, n, got_rows);
            assert_memory_equal(got, want, sizeof(want));
            for (size_t i = 0; i < channels * n; i++) {
                assert_int_equal(want[i % channels][i / channels], in[i]);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_of_every_output_add_up_to_one),
        cmocka_unit_test(same_size_is_no_filter),
        cmocka_unit_test(reach_stays_inside),
        cmocka_unit_test(every_machine_gives_the_same_bits),
        cmocka_unit_test(eight_lines_are_the_same_bits),
        cmocka_unit_test(even_kernels_begin_at_even_samples),
        cmocka_unit_test(halves_are_the_same_bits),
        cmocka_unit_test(channels_are_taken_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
