/* Google's note: the input is what stands under its cipher; the first byte says which kind. */
#include "../lib/google_note.h"
#include "../lib/meta_tags.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(buf_release) struct buf note = BUF_INIT(1u << 17), bytes = BUF_INIT(1u << 18);
    struct tiff_entry entry = { 0x927c, 7, 0, NULL, 0 };

    if (size < 2 || size > 60000) {
        return 0;
    }
    put_google_note(&note, data[0] % 2 != 0 ? 3 : 2, (struct span){ data + 1, size - 1 });
    entry.bytes = (const char *)note.data;
    entry.len = entry.count = (uint32_t)note.len;
    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, &entry, 1, 0, false);
    json_release(object_tags(buf_span(&bytes)));
    return 0;
}
