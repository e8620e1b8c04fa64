/* base/json: any text is refused or comes back as itself after a write and a second parse. */
#include <stdlib.h>

#include "base/json.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(json_releasep) struct json_object *first = NULL;
    CLEANUP(json_releasep) struct json_object *second = NULL;
    CLEANUP(buf_release) struct buf once = BUF_INIT(16 * size + 64);
    CLEANUP(buf_release) struct buf twice = BUF_INIT(16 * size + 64);
    struct err err;

    if (json_parse((struct span){ data, size }, &first, &err) != 0) {
        return 0;
    }
    json_write(first, &once);
    if (json_parse(buf_span(&once), &second, &err) != 0) {
        abort();
    }
    json_write(second, &twice);
    if (!span_equal(buf_span(&once), buf_span(&twice))) {
        abort();
    }
    return 0;
}
