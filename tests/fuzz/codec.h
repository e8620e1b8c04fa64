/* Runs one codec over hostile bytes with small limits and reads every pixel. */
#ifndef TESTS_FUZZ_CODEC_H
#define TESTS_FUZZ_CODEC_H

#include "base/mem.h"
#include "image/codec.h"
#include "target.h"

static inline void fuzz_rows(struct decoder *decoder)
{
    const struct plane_shape *plane = &decoder->frame.planes[0];
    uint8_t *row = mem_zalloc(plane->row_bytes);
    uint8_t *rows[] = { row };
    uint8_t *const *planes[] = { rows };
    volatile uint8_t sum = 0;
    struct err err;

    for (uint32_t y = 0; y < plane->height_px; y++) {
        if (decoder->codec->read(decoder, planes, &err) != 0) {
            break;
        }
        for (size_t i = 0; i < plane->row_bytes; i++) {
            sum = (uint8_t)(sum + row[i]);
        }
    }
    mem_free(row);
}

static inline int fuzz_codec(const struct codec *codec, const uint8_t *data, size_t size)
{
    static const struct image_limits limits = { .max_pixels = 1 << 20,
                                                .max_side_px = 4096,
                                                .max_source_bytes = 1 << 20,
                                                .max_memory_bytes = 16 << 20,
                                                .max_jpeg_scans = 50 };
    struct source src = source_memory((struct span){ data, size });
    struct decoder decoder = { .codec = codec, .src = &src, .limits = &limits };
    struct err err;

    if (codec->open(&decoder, &err) == 0 && codec->start(&decoder, 1, &err) == 0) {
        fuzz_rows(&decoder);
    }
    codec->close(&decoder);
    buf_release(&decoder.icc);
    source_release(&src);
    return 0;
}

#endif
