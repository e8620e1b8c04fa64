/* image/render: JPEG to JPEG by every field that moves pixels, and what is refused. */
#include "lib/unit.h"

#include <math.h>

#include "image/geometry.h"
#include "lib/picture.h"

#define WIDTH  61
#define HEIGHT 47

/* Four quadrants of different brightness, coloured. */
static uint8_t quadrants(uint32_t plane, uint32_t x, uint32_t y)
{
    static const uint8_t values[3][4] = { { 40, 100, 160, 220 },
                                          { 90, 160, 128, 100 },
                                          { 150, 128, 90, 160 } };

    return values[plane][(x >= WIDTH / 2 ? 1 : 0) + (y >= HEIGHT / 2 ? 2 : 0)];
}

static uint8_t orientation_under_test;

/* The same picture as a camera stores it that writes this orientation. */
static uint8_t stored(uint32_t plane, uint32_t x, uint32_t y)
{
    struct turn turn = turn_of(orientation_under_test);
    uint32_t upright_x = turn.swapped ? y : x, upright_y = turn.swapped ? x : y;

    upright_x = turn.flip_x ? WIDTH - 1 - upright_x : upright_x;
    upright_y = turn.flip_y ? HEIGHT - 1 - upright_y : upright_y;
    return quadrants(plane, upright_x, upright_y);
}

static uint8_t noise(uint32_t plane, uint32_t x, uint32_t y)
{
    uint32_t value = (x * 2654435761u) ^ (y * 2246822519u) ^ (plane * 3266489917u);

    value ^= value >> 13;
    value *= 1274126177u;
    return (uint8_t)(value >> 24);
}

static struct buf sample(uint32_t w, uint32_t h, picture_at at, bool progressive)
{
    struct encode_options options = { .width_px = w,
                                      .height_px = h,
                                      .model = MODEL_YCC,
                                      .quality = 95,
                                      .subsampling = SUBSAMPLING_420,
                                      .progressive = progressive };

    return picture_jpeg(&options, at);
}

static void near(uint8_t got, uint8_t want)
{
    assert_in_range(got + 6, want, want + 12);
}

static void all_eight_orientations_come_upright(void **state)
{
    (void)state;
    for (uint8_t orientation = 1; orientation <= 8; orientation++) {
        CLEANUP(buf_release) struct buf jpeg = { 0 };
        CLEANUP(outcome_release) struct outcome out;
        bool swapped = turn_of(orientation).swapped;

        print_message("case: orientation %u\n", orientation);
        orientation_under_test = orientation;
        jpeg = sample(swapped ? HEIGHT : WIDTH, swapped ? WIDTH : HEIGHT, stored, false);
        picture_render(buf_span(&jpeg),
                       "[{\"format\":\"jpeg\",\"quality\":95},"
                       " {\"format\":\"jpeg\",\"width\":30,\"height\":30,\"quality\":95}]",
                       NULL, orientation, &out);
        assert_int_equal(out.status, 0);
        assert_int_equal(out.facts[0].width_px, WIDTH);
        assert_int_equal(out.facts[0].height_px, HEIGHT);
        assert_int_equal(out.facts[1].width_px, 30);
        assert_int_equal(out.facts[1].height_px, 23);
        for (size_t plane = 0; plane < 3; plane++) {
            CLEANUP(image_release) struct image got = picture_plane(buf_span(&out.bytes[0]), plane);

            for (uint32_t q = 0; q < 4; q++) {
                uint32_t x = got.width_px * (q % 2 ? 3 : 1) / 4;
                uint32_t y = got.height_px * (q / 2 ? 3 : 1) / 4;

                near(image_row(&got, y)[x],
                     quadrants((uint32_t)plane, q % 2 ? WIDTH - 1 : 0, q / 2 ? HEIGHT - 1 : 0));
            }
        }
    }
}

static void canvas_and_crop(void **state)
{
    CLEANUP(buf_release) struct buf jpeg = sample(WIDTH, HEIGHT, quadrants, false);
    CLEANUP(outcome_release) struct outcome out;
    CLEANUP(image_release) struct image contained = { 0 }, northeast = { 0 };

    (void)state;
    picture_render(buf_span(&jpeg),
                   "[{\"format\":\"jpeg\",\"width\":60,\"height\":90,\"fit\":\"contain\","
                   "  \"background\":\"#000000\",\"quality\":95},"
                   " {\"format\":\"jpeg\",\"width\":20,\"height\":40,\"fit\":\"cover\","
                   "  \"gravity\":\"northeast\",\"quality\":95}]",
                   NULL, 1, &out);
    assert_int_equal(out.status, 0);
    assert_int_equal(out.facts[0].height_px, 90);
    contained = picture_plane(buf_span(&out.bytes[0]), 0);
    near(image_row(&contained, 2)[30], 6); /* black around */
    near(image_row(&contained, 88)[30], 6);
    near(image_row(&contained, 32)[8], 40);
    assert_int_equal(out.facts[1].width_px, 20);
    northeast = picture_plane(buf_span(&out.bytes[1]), 0);
    near(image_row(&northeast, 4)[15], 100);
}

/* A mark whose image the job does not bring fails its own rendition alone. */
static void missing_mark_fails_alone(void **state)
{
    CLEANUP(buf_release) struct buf jpeg = sample(WIDTH, HEIGHT, quadrants, false);
    CLEANUP(outcome_release) struct outcome out;

    (void)state;
    picture_render(buf_span(&jpeg),
                   "[{\"format\":\"jpeg\",\"mark\":{\"image\":\"logo.png\",\"x\":1,\"y\":1}},"
                   " {\"format\":\"jpeg\"}]",
                   NULL, 1, &out);
    assert_int_equal(out.status, 0);
    assert_true(out.failed[0] && !out.done[0]);
    assert_int_equal(out.failure[0].kind, ERR_INPUT);
    assert_true(out.done[1]);
}

static void same_source_same_bytes(void **state)
{
    CLEANUP(buf_release) struct buf jpeg = sample(300, 200, noise, true);
    CLEANUP(outcome_release) struct outcome a, b;
    const char *job = "[{\"width\":100,\"format\":\"jpeg\"},"
                      "{\"width\":50,\"height\":50,\"fit\":\"cover\",\"gravity\":\"attention\"},"
                      "{\"width\":50,\"height\":50,\"fit\":\"cover\",\"gravity\":\"entropy\"}]";

    (void)state;
    picture_render(buf_span(&jpeg), job, NULL, 6, &a);
    picture_render(buf_span(&jpeg), job, NULL, 6, &b);
    assert_int_equal(a.status, 0);
    for (size_t i = 0; i < 3; i++) {
        assert_true(a.done[i] && a.bytes[i].len > 100);
        assert_true(span_equal(buf_span(&a.bytes[i]), buf_span(&b.bytes[i])));
    }
    assert_int_equal(a.facts[1].width_px, 50);
}

/* Flat on the left, busy on the right. */
static uint8_t half_busy(uint32_t plane, uint32_t x, uint32_t y)
{
    return x < 200 ? 120 : noise(plane, x / 4, y / 4);
}

static void crops_by_content_find_it(void **state)
{
    CLEANUP(buf_release) struct buf jpeg = sample(400, 100, half_busy, false);
    CLEANUP(outcome_release) struct outcome out;

    (void)state;
    picture_render(buf_span(&jpeg),
                   "[{\"width\":80,\"height\":80,\"fit\":\"cover\",\"gravity\":\"attention\"},"
                   " {\"width\":80,\"height\":80,\"fit\":\"cover\",\"gravity\":\"entropy\"},"
                   " {\"width\":80,\"height\":80,\"fit\":\"cover\",\"gravity\":\"west\"}]",
                   NULL, 1, &out);
    assert_int_equal(out.status, 0);
    for (size_t i = 0; i < 3; i++) {
        CLEANUP(image_release) struct image luma = picture_plane(buf_span(&out.bytes[i]), 0);
        uint8_t low = 255, high = 0;

        for (uint32_t y = 0; y < 80; y++) {
            uint8_t value = image_row(&luma, y)[2]; /* at the left edge of the crop */

            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        assert_true(i < 2 ? high - low > 40 : high - low < 10);
    }
}

static void grey_stays_grey(void **state)
{
    struct encode_options options = {
        .width_px = 100, .height_px = 80, .model = MODEL_GREY, .quality = 90
    };
    CLEANUP(buf_release) struct buf jpeg = picture_jpeg(&options, quadrants);
    CLEANUP(outcome_release) struct outcome out;
    CLEANUP(source_release) struct source src = { 0 };
    struct decoder decoder = { .codec = codec_by_name("jpeg"), .limits = &picture_limits };

    (void)state;
    picture_render(buf_span(&jpeg), "[{\"width\":33}]", NULL, 1, &out);
    assert_int_equal(out.status, 0);
    assert_string_equal(out.facts[0].content_type, "image/jpeg");
    src = source_memory(buf_span(&out.bytes[0]));
    decoder.src = &src;
    assert_int_equal(decoder.codec->open(&decoder, NULL), 0);
    assert_int_equal(decoder.model, MODEL_GREY);
    decoder.codec->close(&decoder);
}

/* A wave across of 40 px, which all sizes below can still show. */
static uint8_t long_wave(uint32_t plane, uint32_t x, uint32_t y)
{
    (void)y;
    return plane ? 128 : (uint8_t)lround(128 + 100 * cos(x * 2 * 3.14159265358979 / 40));
}

/* An eighth flattens it by 6 %, a quarter by 2 %: what the Lanczos filter is left with decides. */
static void reductions_leave_contrast(void **state)
{
    static const struct {
        uint32_t width_px;
        uint8_t least; /* black to white: 200 in the source */
    } cases[] = { { 150, 192 }, { 142, 192 }, { 300, 195 }, { 290, 195 }, { 600, 196 } };
    CLEANUP(buf_release) struct buf jpeg = sample(1600, 64, long_wave, false);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(mem_freep)
        char *job = mem_printf("[{\"width\":%u,\"quality\":95}]", cases[i].width_px);
        CLEANUP(image_release) struct image plane = { 0 };
        CLEANUP(outcome_release) struct outcome out;
        uint8_t low = 255, high = 0;

        print_message("case: %u px\n", cases[i].width_px);
        picture_render(buf_span(&jpeg), job, NULL, 1, &out);
        assert_int_equal(out.status, 0);
        plane = picture_plane(buf_span(&out.bytes[0]), 0);
        for (uint32_t x = cases[i].width_px / 4; x < cases[i].width_px * 3 / 4; x++) {
            uint8_t value = image_row(&plane, plane.height_px / 2)[x];

            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        assert_true(high - low >= cases[i].least);
    }
}

static uint8_t coloured_wave(uint32_t plane, uint32_t x, uint32_t y)
{
    (void)y;
    return plane == 1 ? (uint8_t)lround(128 + 100 * sin(x * (2 * 3.14159265 / 50))) : 128;
}

/* Chroma at half the size of luma must not be halved as often, where it is shown at full size. */
static void fine_colours_beside_a_full_size_stay_fine(void **state)
{
    CLEANUP(buf_release) struct buf jpeg = sample(1600, 64, coloured_wave, false);
    CLEANUP(image_release) struct image plane = { 0 };
    CLEANUP(outcome_release) struct outcome out;
    uint8_t low = 255, high = 0;

    (void)state;
    picture_render(buf_span(&jpeg),
                   "[{\"width\":100,\"quality\":98,\"subsampling\":\"4:4:4\"}, {}]", NULL, 1, &out);
    assert_int_equal(out.status, 0);
    plane = picture_plane(buf_span(&out.bytes[0]), 1);
    assert_int_equal(plane.width_px, 100);
    for (uint32_t x = 25; x < 75; x++) {
        low = image_row(&plane, 2)[x] < low ? image_row(&plane, 2)[x] : low;
        high = image_row(&plane, 2)[x] > high ? image_row(&plane, 2)[x] : high;
    }
    assert_true(high - low >= 178);
}

static void max_bytes_lowers_quality_then_size(void **state)
{
    CLEANUP(buf_release) struct buf jpeg = sample(400, 300, noise, false);
    CLEANUP(outcome_release) struct outcome out;

    (void)state;
    picture_render(buf_span(&jpeg),
                   "[{\"format\":\"jpeg\",\"maxBytes\":100000},"
                   " {\"format\":\"jpeg\",\"maxBytes\":20000,\"minQuality\":80},"
                   " {\"format\":\"jpeg\",\"maxBytes\":9000000}]",
                   NULL, 1, &out);
    assert_int_equal(out.status, 0);
    assert_true(out.done[0] && out.bytes[0].len <= 100000 && out.bytes[0].len > 80000);
    assert_int_equal(out.facts[0].width_px, 400);
    assert_true(out.done[1] && out.bytes[1].len <= 20000 && out.bytes[1].len > 10000);
    assert_true(out.facts[1].width_px < 400);
    assert_true(out.done[2] && out.facts[2].width_px == 400);
}

static uint8_t waves(uint32_t plane, uint32_t x, uint32_t y)
{
    uint32_t wave = (x * 2 + y * 3 / 2) % 256;

    return plane ? (uint8_t)(96 + plane * 16 + wave / 8)
                 : (uint8_t)(wave < 128 ? 2 * wave : 510 - 2 * wave);
}

/* A reduced decode leaves scans out; what it shows is the same picture but for the last bits. */
static void progressive_is_baseline_when_reduced(void **state)
{
    static const char *const jobs[] = {
        "[{\"width\":150,\"quality\":95}]",
        "[{\"width\":80,\"quality\":95}]",
        "[{\"width\":40,\"quality\":95}]",
    };
    CLEANUP(buf_release) struct buf baseline = sample(600, 400, waves, false);
    CLEANUP(buf_release) struct buf progressive = sample(600, 400, waves, true);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(jobs); i++) {
        CLEANUP(outcome_release) struct outcome a, b;
        CLEANUP(image_release) struct image want = { 0 }, got = { 0 };
        uint64_t off = 0;

        picture_render(buf_span(&baseline), jobs[i], NULL, 1, &a);
        picture_render(buf_span(&progressive), jobs[i], NULL, 1, &b);
        assert_int_equal(a.status, 0);
        assert_int_equal(b.status, 0);
        assert_int_equal(b.info.n_warnings, 0);
        want = picture_plane(buf_span(&a.bytes[0]), 0);
        got = picture_plane(buf_span(&b.bytes[0]), 0);
        for (uint32_t k = 0; k < want.width_px * want.height_px; k++) {
            int32_t d = want.data[k] - got.data[k];

            off += (uint64_t)(d * d);
        }
        assert_true(off < (uint64_t)want.width_px * want.height_px * 9);
    }
}

static void damage_is_the_same_at_every_run(void **state)
{
    CLEANUP(buf_release) struct buf jpeg = sample(200, 200, noise, false);
    CLEANUP(outcome_release) struct outcome a, b;
    struct span cut = { jpeg.data, jpeg.len * 2 / 3 };

    (void)state;
    picture_render(cut, "[{\"format\":\"jpeg\"}]", NULL, 1, &a);
    picture_render(cut, "[{\"format\":\"jpeg\"}]", NULL, 1, &b);
    assert_int_equal(a.status, 0);
    assert_true(a.info.n_warnings > 0);
    assert_true(a.info.warning[0] != '\0');
    assert_true(span_equal(buf_span(&a.bytes[0]), buf_span(&b.bytes[0])));
}

/* The byte of a JPEG's frame header that is `offset` after its marker. */
static uint8_t *frame_header(struct buf *jpeg, uint8_t marker, size_t offset)
{
    for (size_t i = 0; i + offset < jpeg->len; i++) {
        if (jpeg->data[i] == 0xff && jpeg->data[i + 1] == marker) {
            return jpeg->data + i + offset;
        }
    }
    fail_msg("no frame header");
    return NULL;
}

static void refusals_name_their_kind(void **state)
{
    static const struct {
        const char *label;
        size_t cut; /* bytes kept; 0: all */
        uint8_t precision;
        struct image_limits limits;
        enum err_kind want;
        const char *setting;
    } cases[] = {
        { "empty", 1, 8, { 1000000, 65500, 1000000, 1000000, 500 }, ERR_UNSUPPORTED, "" },
        { "header cut", 30, 8, { 1000000, 65500, 1000000, 1000000, 500 }, ERR_MALFORMED, "" },
        { "12 bits", 0, 12, { 1000000, 65500, 1000000, 1000000, 500 }, ERR_UNSUPPORTED, "" },
        { "pixels", 0, 8, { 100, 65500, 1000000, 1000000, 500 }, ERR_LIMIT, "INGEST_MAX_PIXELS" },
        { "side", 0, 8, { 1000000, 99, 1000000, 1000000, 500 }, ERR_LIMIT, "" },
        { "bytes",
          0,
          8,
          { 1000000, 65500, 100, 1000000, 500 },
          ERR_LIMIT,
          "INGEST_MAX_SOURCE_BYTES" },
        { "scans", 0, 8, { 1000000, 65500, 1000000, 1000000, 3 }, ERR_LIMIT, "" },
        { "scans, also left out ones",
          0,
          8,
          { 1000000, 65500, 1000000, 1000000, 3 },
          ERR_LIMIT,
          "" },
        { "memory",
          0,
          8,
          { 1000000, 65500, 1000000, 1000, 500 },
          ERR_LIMIT,
          "INGEST_MAX_DECODE_MEMORY_MIB" },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf jpeg = sample(120, 90, noise, true);
        CLEANUP(outcome_release) struct outcome out;

        print_message("case: %s\n", cases[i].label);
        *frame_header(&jpeg, 0xc2, 4) = cases[i].precision;
        picture_render((struct span){ jpeg.data, cases[i].cut ? cases[i].cut : jpeg.len },
                       i % 2 ? "[{\"format\":\"jpeg\"}]" : "[{\"width\":30}]", &cases[i].limits, 1,
                       &out);
        assert_int_equal(out.status, -1);
        assert_int_equal(out.err.kind, cases[i].want);
        assert_string_equal(out.err.setting, cases[i].setting);
        assert_false(out.done[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_eight_orientations_come_upright),
        cmocka_unit_test(canvas_and_crop),
        cmocka_unit_test(missing_mark_fails_alone),
        cmocka_unit_test(same_source_same_bytes),
        cmocka_unit_test(crops_by_content_find_it),
        cmocka_unit_test(grey_stays_grey),
        cmocka_unit_test(reductions_leave_contrast),
        cmocka_unit_test(fine_colours_beside_a_full_size_stay_fine),
        cmocka_unit_test(max_bytes_lowers_quality_then_size),
        cmocka_unit_test(progressive_is_baseline_when_reduced),
        cmocka_unit_test(damage_is_the_same_at_every_run),
        cmocka_unit_test(refusals_name_their_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
