/* The JSON that a decoder process sends: first byte says as what. */
#include "sandbox/answer.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(1 << 20);
    struct json_object *out = NULL;
    struct err why, err;
    struct span in;

    if (size == 0 || size > 65536) {
        return 0;
    }
    in = (struct span){ data + 1, size - 1 };
    if (data[0] % 4 == 0 && answer_read_error(in, &why, &err) == 0) {
        answer_write_error(&why, &text);
    } else if (data[0] % 4 == 1) {
        (void)!answer_read_facts(in, 5, &out, &err);
    } else if (data[0] % 4 == 2) {
        (void)!answer_read_render(in, &out, &err);
    } else if (data[0] % 4 == 3) {
        (void)!answer_read_meta(in, "a.jpg", size % 2 == 0, &out, &err);
    }
    if (out != NULL) {
        json_write(out, &text);
    }
    json_release(out);
    return 0;
}
