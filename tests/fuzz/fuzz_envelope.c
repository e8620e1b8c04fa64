/* task/envelope: any task's input is refused, or becomes an envelope that goes through unchanged a
 * second time. Its first byte chooses what the deployment has set. */
#include <stdlib.h>
#include <string.h>

#include "target.h"
#include "task/envelope.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct settings settings = { .prefix = "{uuid}/{stem}", .proxy_bucket = "proxy" };
    CLEANUP(envelope_release) struct envelope first = { 0 };
    CLEANUP(envelope_release) struct envelope second = { 0 };
    CLEANUP(buf_release) struct buf once = BUF_INIT(16 * size + 65536);
    CLEANUP(buf_release) struct buf twice = BUF_INIT(16 * size + 65536);
    struct err err;

    settings.ingest_bucket = size > 0 && data[size - 1] == '\n' ? "in" : NULL;
    if (envelope_parse((struct span){ data, size }, &settings, 0, &first, &err) != 0) {
        return 0;
    }
    json_write(first.json, &once);
    if (envelope_parse(buf_span(&once), &settings, 1, &second, &err) != 0) {
        abort();
    }
    json_write(second.json, &twice);
    if (!span_equal(buf_span(&once), buf_span(&twice)) || strlen(first.key) > KEY_MAX_BYTES) {
        abort();
    }
    return 0;
}
