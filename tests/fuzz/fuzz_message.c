/* Streams of messages, as either side hears them: first byte 0 or 1 says which. */
#include <string.h>

#include "sandbox/message.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct message_reader reader;
    struct message message;
    struct span payload;
    unsigned sum = 0;

    if (size == 0 || size > 65536) {
        return 0;
    }
    message_reader_init(&reader, data[0] % 2 == 0 ? FROM_WORKER : FROM_DECODER);
    for (size_t at = 1; at < size; at += 7) { /* in pieces that fit nothing */
        size_t room, len = size - at < 7 ? size - at : 7;
        uint8_t *to = message_room(&reader, &room);

        memcpy(to, data + at, len);
        message_filled(&reader, len);
        while (message_next(&reader, &message, &payload, NULL) == 1) {
            for (size_t i = 0; i < payload.len; i++) {
                sum += payload.data[i];
            }
        }
    }
    message_reader_release(&reader);
    return sum == UINT32_MAX ? 1 : 0;
}
