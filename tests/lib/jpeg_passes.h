/* A progressive JPEG's low coefficients by our reader and by libjpeg-turbo, of the same scans. */
#ifndef TESTS_LIB_JPEG_PASSES_H
#define TESTS_LIB_JPEG_PASSES_H

#include <stdio.h>

#include <jpeglib.h>

#include "base/mem.h"
#include "image/codec_jpeg_passes.h"

#define PASSES_MAX_PX (1u << 18)

struct passes_job {
    struct jpeg_decompress_struct cinfo;
    struct jpeg_fault fault;
    struct jpeg_input input;
    struct source src;
    struct kept_spans kept;
    struct passes passes;
    jvirt_barray_ptr *want; /* libjpeg's; NULL: it gave up */
};

/* side: of every block. Ours first, as it leaves libjpeg's state alone. */
static inline void read_passes(struct passes_job *job, struct span file, uint32_t side)
{
    static const struct image_limits limits = { PASSES_MAX_PX, 4096, 1 << 20, 16 << 20, 50 };
    static const uint32_t last[] = { [1] = 0, [2] = 4, [4] = 24, [8] = 63 };
    const uint32_t sides[PLANES_MAX] = { side, side, side };

    if (setjmp(job->fault.jump)) {
        return;
    }
    job->cinfo.err = &job->fault.mgr;
    jpeg_create_decompress(&job->cinfo);
    job->cinfo.src = &job->input.mgr;
    jpeg_read_header(&job->cinfo, TRUE);
    if ((uint64_t)job->cinfo.image_width * job->cinfo.image_height > PASSES_MAX_PX ||
        kept_spans_of(file, (size_t)(job->input.offset - job->input.mgr.bytes_in_buffer),
                      last[side], limits.max_jpeg_scans, &job->kept, job->fault.err) != 0) {
        return;
    }
    if (!passes_read(&job->passes, &job->cinfo, file, &job->kept, sides, &limits)) {
        return;
    }
    job->input.kept = &job->kept;
    job->input.mgr.bytes_in_buffer = 0;
    job->want = jpeg_read_coefficients(&job->cinfo);
}

static inline bool same_low_block(const int16_t *ours, const JCOEF *theirs, uint32_t side)
{
    for (uint32_t i = 0; i < side * side; i++) {
        if (ours[i] != theirs[i / side * 8 + i % side]) {
            return false;
        }
    }
    return true;
}

static inline bool same_low_coefficients(struct passes_job *job, uint32_t side)
{
    for (size_t c = 0; c < job->passes.scan.n_components; c++) {
        const struct passes_component *kept = &job->passes.components[c];
        size_t stride =
            (size_t)job->passes.scan.mcus_across * job->passes.scan.components[c].across;

        for (JDIMENSION y = 0; y < kept->blocks_down; y++) {
            JBLOCKARRAY rows = job->cinfo.mem->access_virt_barray((j_common_ptr)&job->cinfo,
                                                                  job->want[c], y, 1, FALSE);

            for (uint32_t x = 0; x < kept->blocks_across; x++) {
                if (!same_low_block(kept->blocks + (y * stride + x) * side * side, rows[0][x],
                                    side)) {
                    return false;
                }
            }
        }
    }
    return true;
}

enum passes_compared { PASSES_NOT_OURS, PASSES_SAME, PASSES_OTHER };

static inline enum passes_compared compare_passes(struct span file, uint32_t side)
{
    struct passes_job *job = mem_zalloc(sizeof(*job));
    enum passes_compared compared = PASSES_NOT_OURS;
    struct err err;

    job->fault.err = &err;
    job->src = source_memory(file);
    jpeg_fault_init(&job->fault, NULL);
    jpeg_input_init(&job->input, &job->src, &job->fault);
    read_passes(job, file, side);
    if (job->passes.ready) { /* libjpeg has nothing to complain of where we have not */
        compared = job->want && job->fault.mgr.num_warnings == 0 && same_low_coefficients(job, side)
                       ? PASSES_SAME
                       : PASSES_OTHER;
    }
    passes_release(&job->passes);
    jpeg_destroy_decompress(&job->cinfo);
    jpeg_input_release(&job->input);
    source_release(&job->src);
    mem_free(job);
    return compared;
}

#endif
