/*
 * image/codec_jpeg_scan: where our scan decoder says that the data is sound, its coefficients are
 * those of jpeg_read_coefficients(); and a reduced decode ends the same way whether it is sound or
 * not.
 */
#include "lib/picture.h"

#include <dirent.h>
#include <jpeglib.h>
#include <unistd.h>

#include "image/codec_jpeg_samples.h"
#include "image/codec_jpeg_scan.h"

#define MUTATIONS  10000 /* in each run; 100,000 were walked when this was written */
#define FILE_BYTES (64u << 10)

struct reading {
    struct jpeg_decompress_struct cinfo;
    struct jpeg_fault fault;
    struct jpeg_input input;
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
    bool agreed = true;

    reading->fault.err = &err;
    reading->src = source_memory(jpeg);
    jpeg_fault_init(&reading->fault, NULL);
    jpeg_input_init(&reading->input, &reading->src, &reading->fault);
    read_both(reading);
    *ours = reading->ours;
    *sound = reading->sound && reading->want;
    if (*sound) { /* libjpeg may refuse what stands behind the scan; we do not read so far */
        agreed = same_coefficients(reading);
    }
    mem_free(reading->got);
    scan_release(&reading->scan);
    jpeg_destroy_decompress(&reading->cinfo);
    jpeg_input_release(&reading->input);
    source_release(&reading->src);
    mem_free(reading);
    return agreed;
}

struct seeds {
    struct buf files[16];
    size_t n;
};

static void read_seeds(struct seeds *seeds)
{
    const char *folder = SOURCE_DIR "/tests/fuzz/corpus/fuzz_jpeg";
    DIR *dir = opendir(folder);
    struct dirent *entry;

    assert_non_null(dir);
    while ((entry = readdir(dir)) && seeds->n < ARRAY_LEN(seeds->files)) {
        CLEANUP(mem_freep) char *path = mem_printf("%s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "rb");
        struct buf *buf = &seeds->files[seeds->n];
        uint8_t *to;

        *buf = (struct buf)BUF_INIT(FILE_BYTES);
        to = buf_reserve(buf, FILE_BYTES / 2);
        if (file && entry->d_name[0] != '.') {
            buf_grown(buf, fread(to, 1, FILE_BYTES / 2, file));
            seeds->n++;
        } else {
            buf_release(buf);
        }
        if (file) {
            fclose(file);
        }
    }
    closedir(dir);
}

static void seeds_release(struct seeds *seeds)
{
    for (size_t i = 0; i < seeds->n; i++) {
        buf_release(&seeds->files[i]);
    }
}

static void sound_files_have_libjpegs_coefficients(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    size_t n_ours = 0;

    (void)state;
    read_seeds(&seeds);
    for (size_t i = 0; i < seeds.n; i++) {
        bool ours, sound;

        assert_true(agree(buf_span(&seeds.files[i]), &ours, &sound));
        assert_int_equal(ours, sound);
        n_ours += ours ? 1 : 0;
    }
    assert_true(n_ours >= 6); /* the progressive one and the CMYK one are libjpeg's */
}

static uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static void mutated_files_agree_or_are_left_to_libjpeg(void **state)
{
    CLEANUP(seeds_release) struct seeds seeds = { 0 };
    uint64_t random = 7;
    size_t n_sound = 0, n_damaged = 0;

    (void)state;
    read_seeds(&seeds);
    for (size_t round = 0; round < MUTATIONS; round++) {
        const struct buf *seed = &seeds.files[next_random(&random) % seeds.n];
        uint8_t bytes[FILE_BYTES];
        size_t len = next_random(&random) % 16 ? seed->len : 1 + next_random(&random) % seed->len;
        bool ours, sound;

        memcpy(bytes, seed->data, seed->len);
        for (uint32_t n = 1 + next_random(&random) % 4; n > 0; n--) {
            size_t at = next_random(&random) % seed->len;

            /* Mostly in the entropy-coded half: mutated headers are seldom read at all. */
            at = next_random(&random) % 4 ? seed->len / 2 + at / 2 : at;
            bytes[at] = (uint8_t)(next_random(&random) % 2 ? next_random(&random)
                                                           : bytes[at] ^ 1u << round % 8);
        }
        if (!agree((struct span){ bytes, len }, &ours, &sound)) {
            fail_msg("round %zu: coefficients differ", round);
        }
        n_sound += sound ? 1 : 0;
        n_damaged += ours && !sound ? 1 : 0;
    }
    print_message("%zu sound, %zu left to libjpeg\n", n_sound, n_damaged);
    assert_true(n_sound > MUTATIONS / 20);
    assert_true(n_damaged > MUTATIONS / 20);
}

static void four_by_four_is_the_same_in_every_way(void **state)
{
    uint64_t random = 3;

    (void)state;
    for (size_t round = 0; round < 20000; round++) {
        uint8_t a[4][8] = { { 0 } }, b[4][8] = { { 0 } };
        uint8_t *rows_a[] = { a[0], a[1], a[2], a[3] }, *rows_b[] = { b[0], b[1], b[2], b[3] };
        int16_t block[16];

        for (size_t i = 0; i < 16; i++) {
            block[i] = (int16_t)((int32_t)(next_random(&random) % 65536) - 32768);
            block[i] = (int16_t)(block[i] >> next_random(&random) % 12);
        }
        samples_4(block, rows_a, 2);
        samples_4_plain(block, rows_b, 2);
        assert_memory_equal(a, b, sizeof(a));
    }
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
        cmocka_unit_test(four_by_four_is_the_same_in_every_way),
        cmocka_unit_test(cut_reduced_decode_goes_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
