/* Any image through the whole renderer; the last byte turns it. */
#include "../lib/sink.h"
#include "base/json.h"
#include "target.h"

#define COMMON                                                                                     \
    .quality = 80, .min_quality = 40, .effort = -1, .background = { 255, 255, 255, 255 },          \
    .gravity = { .x = 0.5, .y = 0.5 }

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct rendition renditions[] = {
        { COMMON, .format = FORMAT_JPEG },
        { COMMON, .format = FORMAT_JPEG, .width_px = 20, .height_px = 20, .fit = FIT_COVER },
        { COMMON, .format = FORMAT_PNG, .width_px = 50, .height_px = 40, .fit = FIT_CONTAIN },
        { COMMON, .format = FORMAT_WEBP, .width_px = 30 },
        { COMMON, .format = FORMAT_JPEG, .width_px = 9, .height_px = 30, .fit = FIT_COVER,
          .gravity.kind = GRAVITY_ATTENTION, .progressive = true, .optimize = true },
    };
    struct render_job job = { .renditions = renditions,
                              .n_renditions = ARRAY_LEN(renditions),
                              .limits = { 1 << 18, 4096, 1 << 20, 16 << 20, 50 } };
    struct render_sink sink = { sink_write, sink_done, sink_failed, NULL };
    CLEANUP(json_releasep) struct json_object *insight = NULL;
    struct image_info info;
    CLEANUP(source_release) struct source src = { 0 };
    struct err err;

    if (size == 0) {
        return 0;
    }
    job.hints.orientation = data[size - 1] % 9;
    src = source_memory((struct span){ data, size });
    (void)!render(&src, &job, &sink, &info, &insight, &err);
    return 0;
}
