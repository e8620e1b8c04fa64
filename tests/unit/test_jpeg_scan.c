/*
 * image/codec_jpeg_scan: where our scan decoder says that the data is sound, its coefficients are
 * those of jpeg_read_coefficients(), reduced decodes are made of them; and a reduced decode ends
 * the same way whether it is sound or not.
 */
#include "lib/unit.h"

#include <jpeglib.h>

#include "image/codec_jpeg_scan.h"
#include "lib/jpeg_seeds.h"
#include "lib/picture.h"

#define MUTATIONS 4000 /* in each run; 100,000 were walked when this was written */

struct reading {
    struct jpeg_decompress_struct cinfo;
    struct jpeg_fault fault;
    struct jpeg_input input;
    struct span jpeg;
    struct source src;
    struct scan scan;
    jvirt_barray_ptr *want; /* libjpeg's */
    int16_t *got;
    bool ours, sound, agreed;
};

static void start(struct reading *reading)
{
    reading->cinfo.err = &reading->fault.mgr;
    jpeg_create_decompress(&reading->cinfo);
    reading->cinfo.src = &reading->input.mgr;
    jpeg_read_header(&reading->cinfo, TRUE);
}

/* --- reduced --- */

/* What a reduced decode makes of one block of whole coefficients. */
static void expected_block(const int16_t *whole, const JQUANT_TBL *quant, uint32_t side,
                           uint8_t out[4][4])
{
    uint8_t *rows[] = { out[0], out[1], out[2], out[3] };
    _Alignas(16) int16_t steps[16] = { 0 };
    struct idct_blocks blocks = { .steps = { steps, steps }, .rows = { rows, rows } };

    for (uint32_t i = 0; i < side * side; i++) {
        uint32_t from = i / side * 8 + i % side;

        steps[i] = (int16_t)quant->quantval[from];
        blocks.coefficients[i] = blocks.coefficients[IDCT_STEP + i] = whole[from];
    }
    if (side == 4) {
        idct_plain.four(&blocks);
    } else if (side == 2) {
        idct_two_by_two_plain(blocks.coefficients, steps, rows, 0);
    } else {
        idct_one_by_one(blocks.coefficients, steps, rows, 0);
    }
}

static bool same_samples(const struct reading *reading, uint32_t side, uint32_t mcu_row,
                         uint8_t *const *const *rows)
{
    const struct scan *scan = &reading->scan;
    size_t blocks = 0, at;

    for (size_t c = 0; c < scan->n_components; c++) {
        blocks += (size_t)scan->components[c].across * scan->components[c].down;
    }
    at = mcu_row * scan->mcus_across * blocks;
    for (uint32_t mcu = 0; mcu < scan->mcus_across; mcu++) {
        for (size_t c = 0; c < scan->n_components; c++) {
            const struct scan_component *component = &scan->components[c];
            int table = reading->cinfo.comp_info[c].quant_tbl_no;

            for (uint32_t i = 0; i < component->across * component->down; i++, at++) {
                size_t x = ((size_t)mcu * component->across + i % component->across) * side;
                uint8_t want[4][4];

                expected_block(reading->got + 64 * at, reading->cinfo.quant_tbl_ptrs[table], side,
                               want);
                for (uint32_t y = 0; y < side; y++) {
                    if (memcmp(rows[c][i / component->across * side + y] + x, want[y], side) != 0) {
                        return false;
                    }
                }
            }
        }
    }
    return true;
}

/* The same scan, reduced to `side` samples a block: sound where the whole one is, and made of its
 * low coefficients. */
static bool reduces_alike(const struct reading *reading, uint64_t offset, uint32_t side)
{
    uint8_t *rows[PLANES_MAX][32], *memory;
    uint8_t *const *planes[PLANES_MAX] = { rows[0], rows[1], rows[2] };
    struct source src = source_memory(reading->jpeg);
    struct scan *scan = mem_zalloc(sizeof(*scan));
    size_t stride = (size_t)reading->cinfo.image_width * 4 + 64;
    bool sound = true, alike = true;

    memory = mem_zalloc(stride * PLANES_MAX * 32);
    for (size_t i = 0; i < (size_t)PLANES_MAX * 32; i++) {
        rows[i / 32][i % 32] = memory + i * stride;
    }
    assert_true(scan_init(scan, &reading->cinfo, &src, offset, (uint32_t[]){ side, side, side }));
    for (uint32_t y = 0; y < scan->mcus_down && sound && alike; y++) {
        sound = scan_row(scan, planes, NULL) == 1;
        alike = !sound || !reading->sound || same_samples(reading, side, y, planes);
    }
    scan_release(scan);
    mem_free(scan);
    mem_free(memory);
    source_release(&src);
    return alike && sound == reading->sound;
}

/* --- both --- */

static void read_ours(struct reading *reading)
{
    static const uint32_t sides[PLANES_MAX] = { 8, 8, 8 };
    uint64_t offset = reading->input.offset - reading->input.mgr.bytes_in_buffer;
    size_t blocks = 0;

    reading->ours = scan_init(&reading->scan, &reading->cinfo, &reading->src, offset, sides);
    for (size_t c = 0; c < reading->scan.n_components && reading->ours; c++) {
        blocks += (size_t)reading->scan.components[c].across * reading->scan.components[c].down;
    }
    if (reading->ours) {
        blocks *= (size_t)reading->scan.mcus_across * reading->scan.mcus_down;
        reading->got = mem_array(blocks, 64 * sizeof(*reading->got));
        reading->sound = scan_coefficients(&reading->scan, reading->got, NULL) == 1;
        reading->agreed = true;
        for (uint32_t side = 1; side <= 4; side *= 2) {
            reading->agreed = reading->agreed && reduces_alike(reading, offset, side);
        }
    }
}

/* Ours first, as it leaves libjpeg's state alone; then libjpeg's over the same bytes. */
static void read_both(struct reading *reading)
{
    if (setjmp(reading->fault.jump)) {
        return;
    }
    start(reading);
    if ((uint64_t)reading->cinfo.image_width * reading->cinfo.image_height > 1u << 20) {
        return;
    }
    read_ours(reading);
    reading->want = jpeg_read_coefficients(&reading->cinfo);
}

static bool same_block(struct reading *reading, size_t c, JDIMENSION x, JDIMENSION y,
                       const int16_t *got)
{
    jpeg_component_info *info = &reading->cinfo.comp_info[c];
    JBLOCKARRAY rows;

    if (x >= info->width_in_blocks || y >= info->height_in_blocks) {
        return true; /* fills an MCU, is not of the picture */
    }
    rows = reading->cinfo.mem->access_virt_barray((j_common_ptr)&reading->cinfo, reading->want[c],
                                                  y, 1, FALSE);
    return memcmp(rows[0][x], got, 64 * sizeof(*got)) == 0;
}

static bool same_coefficients(struct reading *reading)
{
    const struct scan *scan = &reading->scan;
    const int16_t *got = reading->got;

    for (uint32_t mcu = 0; mcu < scan->mcus_across * scan->mcus_down; mcu++) {
        for (size_t c = 0; c < scan->n_components; c++) {
            const struct scan_component *component = &scan->components[c];

            for (uint32_t i = 0; i < component->across * component->down; i++, got += 64) {
                JDIMENSION x = mcu % scan->mcus_across * component->across + i % component->across;
                JDIMENSION y = mcu / scan->mcus_across * component->down + i / component->across;

                if (!same_block(reading, c, x, y, got)) {
                    return false;
                }
            }
        }
    }
    return true;
}

/* *ours and *sound say whether there was anything to compare. */
static bool agree(struct span jpeg, bool *ours, bool *sound)
{
    struct reading *reading = mem_zalloc(sizeof(*reading));
    struct err err;
    bool agreed;

    reading->fault.err = &err;
    reading->jpeg = jpeg;
    reading->src = source_memory(jpeg);
    jpeg_fault_init(&reading->fault, NULL);
    jpeg_input_init(&reading->input, &reading->src, &reading->fault);
    read_both(reading);
    agreed = reading->agreed || !reading->ours;
    *ours = reading->ours;
    *sound = reading->sound && reading->want;
    if (*sound) { /* libjpeg may refuse what stands behind the scan; we do not read so far */
        agreed = agreed && same_coefficients(reading);
    }
    mem_free(reading->got);
    scan_release(&reading->scan);
    jpeg_destroy_decompress(&reading->cinfo);
    jpeg_input_release(&reading->input);
    source_release(&reading->src);
    mem_free(reading);
    return agreed;
}

static void sound_files_have_libjpegs_coefficients(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    size_t n_ours = 0;

    (void)state;
    seeds_read(&seeds);
    for (size_t i = 0; i < seeds.n; i++) {
        bool ours, sound;

        assert_true(agree(buf_span(&seeds.files[i]), &ours, &sound));
        assert_int_equal(ours, sound);
        n_ours += ours ? 1 : 0;
    }
    assert_true(n_ours >= 6); /* the progressive one and the CMYK one are libjpeg's */
}

static void mutated_files_agree_or_are_left_to_libjpeg(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    uint64_t random = 7;
    size_t n_sound = 0, n_damaged = 0;

    (void)state;
    seeds_read(&seeds);
    for (size_t round = 0; round < MUTATIONS; round++) {
        uint8_t bytes[SEED_BYTES];
        bool ours, sound;

        if (!agree(seeds_mutated(&seeds, &random, bytes), &ours, &sound)) {
            fail_msg("round %zu: coefficients differ", round);
        }
        n_sound += sound ? 1 : 0;
        n_damaged += ours && !sound ? 1 : 0;
    }
    print_message("%zu sound, %zu left to libjpeg\n", n_sound, n_damaged);
    assert_true(n_sound > MUTATIONS / 20);
    assert_true(n_damaged > MUTATIONS / 20);
}

/* A cut file goes over to libjpeg in the middle: what came before stays, nothing is lost. */
static uint8_t slope(uint32_t plane, uint32_t x, uint32_t y)
{
    return plane == 0 ? (uint8_t)(x / 2 + y / 4) : (uint8_t)(100 + plane * 20);
}

static void cut_reduced_decode_goes_on(void **state)
{
    static const char *job = "[{\"format\":\"jpeg\",\"width\":60,\"quality\":95}]";
    struct encode_options options = { .width_px = 400,
                                      .height_px = 400,
                                      .model = MODEL_YCC,
                                      .quality = 90,
                                      .subsampling = SUBSAMPLING_420 };
    CLEANUP(buf_release) struct buf jpeg = picture_jpeg(&options, slope);
    CLEANUP(outcome_release) struct outcome whole, cut, again;
    CLEANUP(image_release) struct image a = { 0 }, b = { 0 };

    (void)state;
    picture_render(buf_span(&jpeg), job, NULL, 1, &whole);
    picture_render((struct span){ jpeg.data, jpeg.len * 3 / 4 }, job, NULL, 1, &cut);
    picture_render((struct span){ jpeg.data, jpeg.len * 3 / 4 }, job, NULL, 1, &again);
    assert_int_equal(whole.status, 0);
    assert_int_equal(whole.info.n_warnings, 0);
    assert_int_equal(cut.status, 0);
    assert_true(cut.info.n_warnings > 0);
    assert_true(span_equal(buf_span(&cut.bytes[0]), buf_span(&again.bytes[0])));
    a = picture_plane(buf_span(&whole.bytes[0]), 0);
    b = picture_plane(buf_span(&cut.bytes[0]), 0);
    for (uint32_t y = 0; y < 25; y++) {
        for (uint32_t x = 0; x < 60; x++) {
            assert_in_range(image_row(&b, y)[x] + 8, image_row(&a, y)[x], image_row(&a, y)[x] + 16);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sound_files_have_libjpegs_coefficients),
        cmocka_unit_test(mutated_files_agree_or_are_left_to_libjpeg),
        cmocka_unit_test(cut_reduced_decode_goes_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
