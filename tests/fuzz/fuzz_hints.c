/* Orientation from headers: the first byte says of what format. */
#include "../../workers/image-sandbox/hints.c"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const formats[] = { "jpeg", "png", "webp", "tiff" };
    uint8_t orientation = 0;
    struct source src;
    struct err err;

    if (size == 0 || size > 65536) {
        return 0;
    }
    src = source_memory((struct span){ data + 1, size - 1 });
    (void)!hints_orientation(&src, formats[data[0] % 4], &orientation, &err);
    source_release(&src);
    return orientation > 8 ? __builtin_trap(), 0 : 0;
}
