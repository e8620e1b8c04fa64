/* Google's note: the input is what stands under its cipher; the first byte says which kind. */
#include "../lib/google_note.h"

#include "meta/meta.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct meta_limits limits = { 4u << 20, 100, 8 };
    CLEANUP(buf_release) struct buf note = BUF_INIT(1u << 17), bytes = BUF_INIT(1u << 18);
    CLEANUP(buf_release) struct buf text = BUF_INIT(64u << 20);
    struct tiff_entry entry = { 0x927c, 7, 0, NULL, 0 };
    struct meta *meta = NULL;
    struct err err = { 0 };
    struct source src;

    if (size < 2 || size > 60000) {
        return 0;
    }
    put_google_note(&note, data[0] % 2 != 0 ? 3 : 2, (struct span){ data + 1, size - 1 });
    entry.bytes = (const char *)note.data;
    entry.len = entry.count = (uint32_t)note.len;
    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, &entry, 1, 0, false);
    src = source_memory(buf_span(&bytes));
    if (meta_read(&src, &limits, &meta, &err) == 0) {
        struct json_object *json = meta_grouped(meta, "a");

        json_write(json, &text);
        json_release(json);
    }
    meta_free(meta);
    source_release(&src);
    return 0;
}
