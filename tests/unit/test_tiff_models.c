/* image/codec_tiff: what libtiff itself turns into RGB, profiles, unusual inks and samples: files
 * of 4x4 pixels made here. */
#include "lib/unit.h"

#include "lib/decode.h"
#include "lib/tiff_bytes.h"

#define SIDE 4

/* A picture of one colour; sample_format 0 and ink_set 0: not said. */
struct flat {
    const char *label;
    uint16_t photometric, bits, samples, sample_format, ink_set, compression;
    uint8_t value[4];
    const char *icc;
    /* wanted */
    int status;
    enum err_kind kind;
    const char *message;
    enum pixel_model model;
    uint8_t rgb[3];
};

static void put_u16(char out[2], uint16_t value)
{
    out[0] = (char)(value & 0xff);
    out[1] = (char)(value >> 8);
}

/* Strips stand at byte 8, the directory behind them. */
static struct buf make(const struct flat *flat)
{
    struct buf out = BUF_INIT(65536);
    size_t bytes = (size_t)SIDE * SIDE * flat->samples * flat->bits / 8;
    char words[8][2] = { { SIDE, 0 } }, bits[8], counts[4] = { 0 }, sub[4] = { 1, 0, 1, 0 };
    struct tiff_entry entries[16] = {
        { 256, 3, 1, words[0], 2 },
        { 257, 3, 1, words[0], 2 },
        { 258, 3, flat->samples, bits, 2u * flat->samples },
        { 259, 3, 1, words[1], 2 },
        { 262, 3, 1, words[2], 2 },
        { 273, 4, 1, "\10\0\0\0", 4 },
        { 277, 3, 1, words[3], 2 },
        { 278, 3, 1, words[0], 2 },
        { 279, 4, 1, counts, 4 },
    };
    uint16_t n = 9;

    put_u16(words[1], flat->compression != 0 ? flat->compression : 1);
    put_u16(words[2], flat->photometric);
    put_u16(words[3], flat->samples);
    put_u16(words[4], flat->ink_set);
    put_u16(words[5], flat->sample_format);
    put_u16(counts, (uint16_t)bytes);
    for (uint16_t i = 0; i < flat->samples; i++) {
        put_u16(bits + (size_t)2 * i, flat->bits);
    }
    if (flat->ink_set != 0) {
        entries[n++] = (struct tiff_entry){ 332, 3, 1, words[4], 2 };
    }
    if (flat->sample_format != 0) {
        entries[n++] = (struct tiff_entry){ 339, 3, 1, words[5], 2 };
    }
    if (flat->photometric == 6) { /* no chroma is left out */
        entries[n++] = (struct tiff_entry){ 530, 3, 2, sub, 4 };
    }
    if (flat->icc != NULL) {
        entries[n++] = (struct tiff_entry){ 34675, 7, (uint32_t)strlen(flat->icc), flat->icc,
                                            (uint32_t)strlen(flat->icc) };
    }
    put_header(&out, (uint32_t)(8 + bytes), false);
    for (size_t i = 0; i < bytes; i++) {
        buf_add_byte(&out, flat->value[i % flat->samples]);
    }
    put_directory(&out, 0, entries, n, 0, false);
    return out;
}

static const struct flat cases[] = {
    { "YCbCr, uncoded",
      6,
      8,
      3,
      0,
      0,
      0,
      { 90, 128, 128 },
      NULL,
      0,
      0,
      NULL,
      MODEL_RGB,
      { 90, 90, 90 } },
    { "CIE L*a*b*, black",
      8,
      8,
      3,
      0,
      0,
      0,
      { 0, 0, 0 },
      NULL,
      0,
      0,
      NULL,
      MODEL_RGB,
      { 0, 0, 0 } },
    { "RGB with a profile",
      2,
      8,
      3,
      0,
      0,
      0,
      { 1, 2, 3 },
      "a profile",
      0,
      0,
      NULL,
      MODEL_RGB,
      { 1, 2, 3 } },
    { "void samples are whole numbers",
      2,
      8,
      3,
      4,
      0,
      0,
      { 1, 2, 3 },
      NULL,
      0,
      0,
      NULL,
      MODEL_RGB,
      { 1, 2, 3 } },
    { "CMYK", 5, 8, 4, 0, 1, 0, { 0, 0, 0, 55 }, NULL, 0, 0, NULL, MODEL_CMYK, { 200, 200, 200 } },
    { "other inks",
      5,
      8,
      4,
      0,
      2,
      0,
      { 0, 0, 0, 55 },
      NULL,
      -1,
      ERR_UNSUPPORTED,
      "tiff of a kind",
      MODEL_RGB,
      { 0 } },
    { "floating point",
      1,
      32,
      1,
      3,
      0,
      0,
      { 0 },
      NULL,
      -1,
      ERR_UNSUPPORTED,
      "tiff of a kind",
      MODEL_RGB,
      { 0 } },
    { "three samples of grey",
      1,
      8,
      3,
      0,
      0,
      0,
      { 7, 9, 9 },
      NULL,
      0,
      0,
      NULL,
      MODEL_GREY,
      { 7, 7, 7 } },
    { "RGB of one sample",
      2,
      8,
      1,
      0,
      0,
      0,
      { 7 },
      NULL,
      -1,
      ERR_UNSUPPORTED,
      "tiff of a kind",
      MODEL_RGB,
      { 0 } },
    { "a mask",
      4,
      1,
      1,
      0,
      0,
      0,
      { 7 },
      NULL,
      -1,
      ERR_UNSUPPORTED,
      "tiff of a kind",
      MODEL_RGB,
      { 0 } },
    { "CIE L*a*b*, white",
      8,
      8,
      3,
      0,
      0,
      0,
      { 255, 0, 0 },
      NULL,
      0,
      0,
      NULL,
      MODEL_RGB,
      { 255, 255, 255 } },
    { "CIE L*a*b*, grey",
      8,
      8,
      3,
      0,
      0,
      0,
      { 128, 0, 0 },
      NULL,
      0,
      0,
      NULL,
      MODEL_RGB,
      { 119, 119, 119 } },
    { "CIE L*a*b*, a blue",
      8,
      8,
      3,
      0,
      0,
      0,
      { 82, 68, 0x90 },
      NULL,
      0,
      0,
      NULL,
      MODEL_RGB,
      { 32, 15, 255 } },
    { "ICC's L*a*b*, grey",
      9,
      8,
      3,
      0,
      0,
      0,
      { 128, 128, 128 },
      NULL,
      0,
      0,
      NULL,
      MODEL_RGB,
      { 119, 119, 119 } },
};

static void models_of_all_kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = make(&cases[i]);
        CLEANUP(decoded_release) struct decoded got = { 0 };
        struct err err = { 0 };
        int status = decode_bytes(buf_span(&bytes), NULL, &decode_limits, &got, &err);

        print_message("case: %s: %s\n", cases[i].label, err.message);
        assert_int_equal(status, cases[i].status);
        if (status != 0) {
            assert_int_equal(err.kind, cases[i].kind);
            assert_non_null(strstr(err.message, cases[i].message));
            continue;
        }
        assert_int_equal(got.model, cases[i].model);
        assert_int_equal(got.icc_len, cases[i].icc != NULL ? strlen(cases[i].icc) : 0);
        for (uint32_t y = 0; y < SIDE; y++) {
            for (size_t x = 0; x < SIDE; x++) {
                assert_memory_equal(image_row(&got.rgba, y) + 4 * x, cases[i].rgb, 3);
            }
        }
    }
}

/* The whole of it is read where nobody knows its end beforehand. */
static void a_source_without_a_size(void **state)
{
    CLEANUP(buf_release) struct buf bytes = make(&cases[2]);
    CLEANUP(decoded_release) struct decoded got = { 0 };
    struct source src = source_memory(buf_span(&bytes));
    struct decoder decoder = { .codec = codec_by_name("tiff"),
                               .src = &src,
                               .limits = &decode_limits };
    struct err err;

    (void)state;
    src.size = SOURCE_SIZE_UNKNOWN;
    assert_int_equal(decode_with(&decoder, &got, &err), 0);
    assert_memory_equal(image_row(&got.rgba, 0), "\1\2\3", 3);
    decoder.codec->close(&decoder);
    buf_release(&decoder.icc);
    source_release(&src);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(models_of_all_kinds),
        cmocka_unit_test(a_source_without_a_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
