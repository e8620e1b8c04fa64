/* Whole files through every container and block parser; every answer is printed. */
#include "meta/meta.h"
#include "target.h"

static void read_answers(struct json_object *json)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64u << 20);

    json_write(json, &text);
    json_release(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct meta_limits limits = { 4u << 20, 100, 8 };
    struct source src = source_memory((struct span){ data, size });
    CLEANUP(buf_release) struct buf exif = BUF_INIT(65536);
    struct meta *meta = NULL;
    struct err err = { 0 };

    if (meta_read(&src, &limits, &meta, &err) == 0) {
        read_answers(meta_flat(meta, "a"));
        read_answers(meta_grouped(meta, "a"));
        read_answers(meta_summary(meta));
        meta_write_exif(meta, true, &exif);
    }
    meta_free(meta);
    source_release(&src);
    return 0;
}
