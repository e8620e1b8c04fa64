/*
 * image/codec_jpeg at full size: its planes are those of libjpeg-turbo alone, bit for bit, of sound
 * files, damaged ones and such as have coefficients out of all proportion.
 */
#include "lib/unit.h"

#include <stdlib.h>

#include "image/codec_jpeg_idct.h"
#include "lib/jpeg_planes.h"
#include "lib/jpeg_seeds.h"
#include "lib/picture.h"

#define MUTATIONS 6000 /* in each run; 200,000 were walked when this was written */

/* True: there were planes to compare. */
static bool compare(struct span file)
{
    enum compared compared = compare_planes(file);

    assert_int_not_equal(compared, COMPARED_OTHER);
    return compared == COMPARED_SAME;
}

static void sound_files_have_libjpegs_samples(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    size_t n = 0;

    (void)state;
    seeds_read(&seeds);
    for (size_t i = 0; i < seeds.n; i++) {
        n += compare(buf_span(&seeds.files[i])) ? 1 : 0;
    }
    assert_true(n >= 7);
}

static void mutated_files_have_libjpegs_samples(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    uint64_t random = 11;
    size_t n = 0;

    (void)state;
    seeds_read(&seeds);
    for (size_t round = 0; round < MUTATIONS; round++) {
        uint8_t bytes[SEED_BYTES];

        n += compare(seeds_mutated(&seeds, &random, bytes)) ? 1 : 0;
    }
    print_message("%zu of %d compared\n", n, MUTATIONS);
    assert_true(n > MUTATIONS / 4);
}

static void every_size_and_sampling(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < 80; round++) {
        struct encode_options options = picture_options(round);
        CLEANUP(buf_release) struct buf jpeg = { 0 };

        options.progressive = round % 9 == 8;
        jpeg = picture_jpeg(&options, picture_noise);
        assert_true(compare(buf_span(&jpeg)));
    }
}

/* --- coefficients of any size --- */

struct rewriting {
    struct jpeg_decompress_struct from;
    struct jpeg_compress_struct to;
    struct jpeg_fault fault;
    uint8_t *bytes;
    unsigned long len;
};

/* Up to ten bits, as baseline files have them. */
static JCOEF any_coefficient(uint64_t *random)
{
    int32_t most = (1 << next_random(random) % 11) - 1;

    return next_random(random) % 3
               ? 0
               : (JCOEF)((int32_t)(next_random(random) % (uint32_t)(2 * most + 1)) - most);
}

static void scramble(struct rewriting *job, jvirt_barray_ptr *arrays, uint64_t *random)
{
    j_common_ptr common = (j_common_ptr)&job->from;

    for (int c = 0; c < job->from.num_components; c++) {
        const jpeg_component_info *info = &job->from.comp_info[c];

        for (JDIMENSION y = 0; y < info->height_in_blocks; y++) {
            JBLOCKARRAY rows = job->from.mem->access_virt_barray(common, arrays[c], y, 1, TRUE);

            for (JDIMENSION x = 0; x < info->width_in_blocks; x++) {
                /* Also blocks with the first row alone. */
                size_t n = next_random(random) % 3 ? 64 : 8;

                memset(rows[0][x], 0, sizeof(rows[0][x]));
                for (size_t i = 0; i < n; i++) {
                    rows[0][x][i] = any_coefficient(random);
                }
            }
        }
    }
}

/* The same file with other coefficients and steps of up to max_step. */
static void rewrite(struct rewriting *job, struct span file, uint32_t max_step, uint64_t *random)
{
    jvirt_barray_ptr *arrays;

    if (setjmp(job->fault.jump)) {
        fail_msg("libjpeg message %d", job->fault.mgr.msg_code);
    }
    job->from.err = job->to.err = &job->fault.mgr;
    jpeg_create_decompress(&job->from);
    jpeg_create_compress(&job->to);
    jpeg_mem_src(&job->from, file.data, file.len);
    jpeg_mem_dest(&job->to, &job->bytes, &job->len);
    jpeg_read_header(&job->from, TRUE);
    arrays = jpeg_read_coefficients(&job->from);
    scramble(job, arrays, random);
    jpeg_copy_critical_parameters(&job->from, &job->to);
    for (int table = 0; table < 2; table++) {
        for (size_t i = 0; i < DCTSIZE2 && job->to.quant_tbl_ptrs[table]; i++) {
            job->to.quant_tbl_ptrs[table]->quantval[i] =
                (UINT16)(1 + next_random(random) % max_step);
        }
    }
    job->to.optimize_coding = TRUE;
    jpeg_write_coefficients(&job->to, arrays);
    jpeg_finish_compress(&job->to);
}

static void coefficients_of_any_size(void **state)
{
    /* Machines with vectors of another kind differ where sums leave 16 bits. */
#if defined(__x86_64__)
    static const uint32_t max_steps[] = { 1, 8, 255, 65535 };
#else
    static const uint32_t max_steps[] = { 1 };
#endif
    uint64_t random = 5;

    (void)state;
    for (uint32_t round = 0; round < 200; round++) {
        struct encode_options options = { .width_px = 40 + round % 30,
                                          .height_px = 50,
                                          .model = round % 4 ? MODEL_YCC : MODEL_GREY,
                                          .quality = 50,
                                          .subsampling = (enum rendition_subsampling)(round % 4) };
        CLEANUP(buf_release) struct buf jpeg = picture_jpeg(&options, picture_noise);
        struct rewriting *job = mem_zalloc(sizeof(*job));

        jpeg_fault_init(&job->fault, NULL);
        rewrite(job, buf_span(&jpeg), max_steps[round % ARRAY_LEN(max_steps)], &random);
        assert_true(compare((struct span){ job->bytes, job->len }));
        jpeg_destroy_decompress(&job->from);
        jpeg_destroy_compress(&job->to);
        free(job->bytes); /* libjpeg's, by malloc */
        mem_free(job);
    }
}

static void fill_block(int16_t *block, uint64_t *random)
{
    uint32_t n = next_random(random) % 4 ? 64 : 8, shift = next_random(random) % 16;

    memset(block, 0, 64 * sizeof(*block));
    for (uint32_t i = 0; i < n; i++) {
        block[i] = (int16_t)((int32_t)(next_random(random) % 65536) - 32768);
        block[i] = next_random(random) % 2 ? 0 : (int16_t)(block[i] >> shift);
    }
}

/* Both blocks through one way; out[0..7] and out[8..15], with a margin. */
static void run_way(idct_two *to_samples, struct idct_blocks blocks, uint8_t out[16][10])
{
    uint8_t *rows[16];

    for (size_t y = 0; y < 16; y++) {
        rows[y] = out[y];
        memset(out[y], 0, sizeof(out[y]));
    }
    for (size_t i = 0; i < 2; i++) {
        blocks.rows[i] = rows + 8 * i;
        blocks.columns[i] = 1 + i;
    }
    to_samples(&blocks);
    for (size_t i = 0; i < 64; i++) {
        assert_int_equal(blocks.coefficients[i], 0);
        assert_int_equal(blocks.coefficients[IDCT_STEP + i], 0);
    }
}

static void assert_ways_agree(struct idct_blocks *blocks)
{
    for (size_t i = 0; idct_at(i); i++) {
        const struct idct_way *way = idct_at(i);
        uint8_t want[16][10], got[16][10];

        if (way->usable()) {
            run_way(idct_plain.eight, *blocks, want);
            run_way(way->eight, *blocks, got);
            assert_memory_equal(got, want, sizeof(got));
        }
    }
    memset(blocks->coefficients + 16, 0, 48 * sizeof(*blocks->coefficients));
    memset(blocks->coefficients + IDCT_STEP + 16, 0, 48 * sizeof(*blocks->coefficients));
    for (size_t i = 0; idct_at(i); i++) {
        const struct idct_way *way = idct_at(i);
        uint8_t want[16][10], got[16][10];

        if (way->usable()) {
            run_way(idct_plain.four, *blocks, want);
            run_way(way->four, *blocks, got);
            assert_memory_equal(got, want, sizeof(got));
        }
    }
}

static void assert_two_by_two_agrees(const struct idct_blocks *blocks)
{
    uint8_t want[2][4] = { { 0 } }, got[2][4] = { { 0 } };
    uint8_t *rows_want[2] = { want[0], want[1] }, *rows_got[2] = { got[0], got[1] };

    idct_two_by_two_plain(blocks->coefficients, blocks->steps[0], rows_want, 1);
    idct_two_by_two(blocks->coefficients, blocks->steps[0], rows_got, 1);
    assert_memory_equal(got, want, sizeof(got));
}

static void samples_are_the_same_in_every_way(void **state)
{
    _Alignas(16) int16_t steps[128];
    struct idct_blocks blocks = { .steps = { steps, steps + 64 } };
    uint64_t random = 9;

    (void)state;
    for (size_t round = 0; round < 20000; round++) {
        fill_block(blocks.coefficients, &random);
        fill_block(blocks.coefficients + IDCT_STEP, &random);
        for (size_t i = 0; i < 128; i++) {
            steps[i] = (int16_t)(1 + next_random(&random) % (round % 2 ? 255 : 3));
        }
        assert_ways_agree(&blocks);
        assert_two_by_two_agrees(&blocks);
    }
}

static void a_flat_block_is_one_of_dc_alone(void **state)
{
    static const _Alignas(16) int16_t steps[64] = { 1 };
    struct idct_blocks blocks = { .steps = { steps, steps } };

    (void)state;
    for (int32_t dc = INT16_MIN; dc <= INT16_MAX; dc++) {
        uint8_t out[16][10], flat[8][10] = { { 0 } }, *rows[8];

        for (size_t y = 0; y < 8; y++) {
            rows[y] = flat[y];
        }
        blocks.coefficients[0] = (int16_t)dc;
        run_way(idct_best()->eight, blocks, out);
        idct_flat((int16_t)dc, rows, 1);
        assert_memory_equal(flat, out, sizeof(flat));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sound_files_have_libjpegs_samples),
        cmocka_unit_test(mutated_files_have_libjpegs_samples),
        cmocka_unit_test(every_size_and_sampling),
        cmocka_unit_test(coefficients_of_any_size),
        cmocka_unit_test(samples_are_the_same_in_every_way),
        cmocka_unit_test(a_flat_block_is_one_of_dc_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
