/* JPEG planes as they are decoded, at every reduction, every sample read. */
#include "codec.h"

#define BAND_ROWS_MAX 64

static void read_planes(struct decoder *decoder)
{
    const struct frame *frame = &decoder->frame;
    uint8_t *rows[PLANES_MAX][BAND_ROWS_MAX] = { { 0 } }, *memory[PLANES_MAX] = { 0 };
    uint8_t *const *planes[PLANES_MAX] = { rows[0], rows[1], rows[2] };
    volatile uint8_t sum = 0;
    struct err err;

    for (size_t p = 0; p < frame->n_planes; p++) {
        const struct plane_shape *shape = &frame->planes[p];

        memory[p] = mem_zalloc(shape->row_bytes * shape->band_rows);
        for (uint32_t i = 0; i < shape->band_rows; i++) {
            rows[p][i] = memory[p] + i * shape->row_bytes;
        }
    }
    for (uint32_t y = 0; y < frame->planes[0].height_px; y += frame->planes[0].band_rows) {
        if (decoder->codec->read(decoder, planes, &err) != 0) {
            break;
        }
        for (size_t i = 0; i < frame->planes[0].row_bytes; i++) {
            sum = (uint8_t)(sum + memory[0][i]);
        }
    }
    for (size_t p = 0; p < frame->n_planes; p++) {
        mem_free(memory[p]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct image_limits limits = { 1 << 20, 4096, 1 << 20, 16 << 20, 50 };

    for (uint32_t shrink = 1; shrink <= 8; shrink *= 2) {
        struct source src = source_memory((struct span){ data, size });
        struct decoder decoder = {
            .codec = &codec_jpeg, .src = &src, .limits = &limits, .fine_chroma = size % 2 == 1
        };
        struct err err;

        if (codec_jpeg.open(&decoder, &err) == 0 && codec_jpeg.start(&decoder, shrink, &err) == 0) {
            read_planes(&decoder);
        }
        codec_jpeg.close(&decoder);
        buf_release(&decoder.icc);
        source_release(&src);
    }
    return 0;
}
