/* The first byte says how long the text is that stands before the font. */
#include "base/mem.h"
#include "image/mark_text.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(text_layout_freep) struct text_layout *layout = NULL;
    CLEANUP(image_release) struct image coverage = { 0 };
    CLEANUP(mem_freep) char *text = NULL;
    struct span all = { data, size };
    struct err err;

    if (size < 2 || size - 1 < data[0]) {
        return 0;
    }
    text = mem_strndup(data + 1, data[0]);
    if (text_layout_new(span_from(all, 1 + (size_t)data[0]), text, 17.5, &layout, &err) == 0 &&
        image_alloc(&coverage, 100, 40, 1, NULL, &err) == 0) {
        text_layout_draw(layout, -3, -3, &coverage);
    }
    return 0;
}
