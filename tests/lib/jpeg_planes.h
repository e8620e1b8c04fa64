/* A JPEG's planes at full size, by the codec and by libjpeg-turbo alone: they are to be the same.
 */
#ifndef TESTS_LIB_JPEG_PLANES_H
#define TESTS_LIB_JPEG_PLANES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "base/mem.h"
#include "image/codec_jpeg.h"

#define PLANES_BAND_ROWS 64
#define PLANES_MAX_PX    (1u << 18)

static const struct image_limits planes_limits = { PLANES_MAX_PX, 4096, 1 << 20, 16 << 20, 50 };

/* What a decode has delivered. */
struct planes_out {
    struct image plane[PLANES_MAX];
    size_t n;
    uint32_t bands;
    bool started;
    uint8_t *memory; /* one band of each plane */
    uint8_t *rows[PLANES_MAX][PLANES_BAND_ROWS];
};

static inline void planes_out_release(struct planes_out *out)
{
    for (size_t p = 0; p < PLANES_MAX; p++) {
        image_release(&out->plane[p]);
    }
    mem_free(out->memory);
}

static inline void make_plane(struct planes_out *out, size_t p, uint32_t w_px, uint32_t h_px)
{
    struct err err;

    if (image_alloc(&out->plane[p], w_px, h_px, 1, NULL, &err) != 0) {
        abort();
    }
}

static inline void make_band(struct planes_out *out, size_t row_bytes)
{
    out->memory = mem_zalloc(row_bytes * PLANES_BAND_ROWS * PLANES_MAX);
    for (size_t i = 0; i < (size_t)PLANES_BAND_ROWS * PLANES_MAX; i++) {
        out->rows[i / PLANES_BAND_ROWS][i % PLANES_BAND_ROWS] = out->memory + i * row_bytes;
    }
}

static inline void keep_band(struct planes_out *out, size_t p, uint32_t band_rows)
{
    struct image *plane = &out->plane[p];
    uint32_t first = out->bands * band_rows;

    for (uint32_t y = first; y < first + band_rows && y < plane->height_px; y++) {
        memcpy(image_row(plane, y), out->rows[p][y - first], plane->width_px);
    }
}

/* --- by the codec --- */

static inline void read_codec(struct decoder *decoder, struct planes_out *out)
{
    const struct frame *frame = &decoder->frame;
    uint8_t *const *planes[PLANES_MAX] = { out->rows[0], out->rows[1], out->rows[2] };
    uint32_t n_bands = 0;
    struct err err;

    for (size_t p = 0; p < frame->n_planes; p++) {
        const struct plane_shape *shape = &frame->planes[p];
        uint32_t bands = (shape->height_px + shape->band_rows - 1) / shape->band_rows;

        n_bands = bands > n_bands ? bands : n_bands;
        make_plane(out, p, shape->width_px, shape->height_px);
    }
    out->n = frame->n_planes;
    make_band(out, decoder->width_px * 2 + (size_t)256);
    while (out->bands < n_bands && decoder->codec->read(decoder, planes, &err) == 0) {
        for (size_t p = 0; p < out->n; p++) {
            keep_band(out, p, frame->planes[p].band_rows);
        }
        out->bands++;
    }
}

/* model: of the file; only planes are compared. */
static inline void decode_codec(struct span file, struct planes_out *out, enum pixel_model *model)
{
    CLEANUP(source_release) struct source src = source_memory(file);
    struct decoder decoder = { .codec = &codec_jpeg, .src = &src, .limits = &planes_limits };
    struct err err;

    *out = (struct planes_out){ 0 };
    if (codec_jpeg.open(&decoder, &err) == 0 && codec_jpeg.start(&decoder, 1, &err) == 0) {
        *model = decoder.model;
        out->started = true;
        read_codec(&decoder, out);
    }
    codec_jpeg.close(&decoder);
    buf_release(&decoder.icc);
}

/* --- by libjpeg alone --- */

struct libjpeg {
    struct jpeg_decompress_struct cinfo;
    struct jpeg_fault fault;
    struct jpeg_input input;
};

static inline void read_libjpeg(struct libjpeg *jpeg, struct planes_out *out)
{
    uint8_t **planes[PLANES_MAX] = { out->rows[0], out->rows[1], out->rows[2] };
    struct jpeg_decompress_struct *cinfo = &jpeg->cinfo;

    if (setjmp(jpeg->fault.jump)) {
        return;
    }
    cinfo->err = &jpeg->fault.mgr;
    jpeg_create_decompress(cinfo);
    cinfo->src = &jpeg->input.mgr;
    jpeg_read_header(cinfo, TRUE);
    if (cinfo->num_components > PLANES_MAX ||
        (uint64_t)cinfo->image_width * cinfo->image_height > PLANES_MAX_PX) {
        return;
    }
    cinfo->raw_data_out = TRUE;
    cinfo->dct_method = JDCT_ISLOW;
    jpeg_start_decompress(cinfo);
    out->started = true;
    for (; out->n < (size_t)cinfo->num_components; out->n++) {
        const jpeg_component_info *info = &cinfo->comp_info[out->n];

        make_plane(out, out->n, info->downsampled_width, info->downsampled_height);
    }
    make_band(out, cinfo->image_width * 2 + (size_t)256);
    while (cinfo->output_scanline < cinfo->output_height) {
        jpeg_read_raw_data(cinfo, planes, (JDIMENSION)cinfo->max_v_samp_factor * DCTSIZE);
        for (size_t p = 0; p < out->n; p++) {
            keep_band(out, p, (uint32_t)cinfo->comp_info[p].v_samp_factor * DCTSIZE);
        }
        out->bands++;
    }
}

static inline void decode_libjpeg(struct span file, struct planes_out *out)
{
    CLEANUP(source_release) struct source src = source_memory(file);
    struct libjpeg *jpeg = mem_zalloc(sizeof(*jpeg));
    struct err err;

    *out = (struct planes_out){ 0 };
    jpeg_fault_init(&jpeg->fault, NULL);
    jpeg->fault.err = &err;
    jpeg_input_init(&jpeg->input, &src, &jpeg->fault);
    read_libjpeg(jpeg, out);
    jpeg_destroy_decompress(&jpeg->cinfo);
    jpeg_input_release(&jpeg->input);
    mem_free(jpeg);
}

/* --- both --- */

static inline bool same_plane(const struct image *a, const struct image *b)
{
    bool same = a->width_px == b->width_px && a->height_px == b->height_px;

    for (uint32_t y = 0; same && y < a->height_px; y++) {
        same = memcmp(image_row(a, y), image_row(b, y), a->width_px) == 0;
    }
    return same;
}

static inline bool same_planes(const struct planes_out *a, const struct planes_out *b)
{
    bool same = a->n == b->n && a->bands == b->bands;

    for (size_t p = 0; same && p < a->n; p++) {
        same = same_plane(&a->plane[p], &b->plane[p]);
    }
    return same;
}

enum compared {
    COMPARED_NOTHING, /* not an image, or none of grey or Y Cb Cr */
    COMPARED_SAME,
    COMPARED_OTHER
};

static inline enum compared compare_planes(struct span file)
{
    CLEANUP(planes_out_release) struct planes_out ours = { 0 }, theirs = { 0 };
    enum pixel_model model = MODEL_RGB;

    decode_codec(file, &ours, &model);
    if (!ours.started || (model != MODEL_GREY && model != MODEL_YCC)) {
        return COMPARED_NOTHING;
    }
    decode_libjpeg(file, &theirs);
    return same_planes(&ours, &theirs) ? COMPARED_SAME : COMPARED_OTHER;
}

#endif
