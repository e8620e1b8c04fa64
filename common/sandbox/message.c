#include "sandbox/message.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define READ_AHEAD_BYTES ((size_t)128 * 1024)

static const struct {
    enum message_sender sender;
    uint32_t max_bytes;
    bool known;
} types[] = {
#define MESSAGE_TABLE_ROW(type, number, sender, max_bytes) [number] = { sender, max_bytes, true },
    MESSAGE_TYPES(MESSAGE_TABLE_ROW)
#undef MESSAGE_TABLE_ROW
};

int message_check(const struct message *message, enum message_sender sender, struct err *err)
{
    if (message->type >= ARRAY_LEN(types) || !types[message->type].known ||
        types[message->type].sender != sender) {
        return err_set(err, ERR_MALFORMED, "decoder process: no message of type %u", message->type);
    }
    if (message->length > types[message->type].max_bytes) {
        return err_set(err, ERR_MALFORMED,
                       "decoder process: message of type %u with %u bytes, at most %u",
                       message->type, message->length, types[message->type].max_bytes);
    }
    return 0;
}

void message_reader_init(struct message_reader *reader, enum message_sender sender)
{
    *reader = (struct message_reader){ .sender = sender };
    reader->bytes.max = sizeof(struct message) + MESSAGE_RESULT_MAX + READ_AHEAD_BYTES;
}

void message_reader_release(struct message_reader *reader)
{
    buf_release(&reader->bytes);
}

int message_next(struct message_reader *reader, struct message *out, struct span *payload,
                 struct err *err)
{
    struct span left = span_from(buf_span(&reader->bytes), reader->at);

    if (left.len < sizeof *out) {
        return 0;
    }
    memcpy(out, left.data, sizeof *out);
    TRY(message_check(out, reader->sender, err));
    if (!span_slice(left, sizeof *out, out->length, payload)) {
        return 0;
    }
    reader->at += sizeof *out + out->length;
    return 1;
}

uint8_t *message_room(struct message_reader *reader, size_t *room)
{
    struct buf *bytes = &reader->bytes;

    if (reader->at > 0) { /* handed-out messages make room; what is left is part of one message */
        memmove(bytes->data, bytes->data + reader->at, bytes->len - reader->at);
        bytes->len -= reader->at;
        reader->at = 0;
    }
    *room = READ_AHEAD_BYTES;
    return buf_reserve(bytes, *room);
}

void message_filled(struct message_reader *reader, size_t len)
{
    buf_grown(&reader->bytes, len);
}

static int write_all(int fd, struct iovec *parts, int n, struct err *err)
{
    while (n > 0) {
        ssize_t done = writev(fd, parts, n);

        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done < 0) {
            return err_set(err, ERR_IO, "cannot write to the worker: %s", strerror(errno));
        }
        while (n > 0 && (size_t)done >= parts->iov_len) {
            done -= (ssize_t)parts->iov_len;
            parts++;
            n--;
        }
        if (n > 0) {
            parts->iov_base = (uint8_t *)parts->iov_base + done;
            parts->iov_len -= (size_t)done;
        }
    }
    return 0;
}

int message_write(int fd, const struct message *message, struct span payload, struct err *err)
{
    struct message header = *message;
    struct iovec parts[2];

    if (payload.len > types[header.type].max_bytes) {
        return err_limit(err, NULL, types[header.type].max_bytes, payload.len, "message of type %u",
                         header.type);
    }
    header.length = (uint32_t)payload.len;
    parts[0] = (struct iovec){ &header, sizeof header };
    parts[1] = (struct iovec){ (void *)(uintptr_t)payload.data, payload.len };
    return write_all(fd, parts, payload.len > 0 ? 2 : 1, err);
}

int message_read(int fd, struct message_reader *reader, struct message *out, struct span *payload,
                 struct err *err)
{
    for (;;) {
        int got = message_next(reader, out, payload, err);
        size_t room;
        uint8_t *to;
        ssize_t n;

        if (got != 0) {
            return got < 0 ? -1 : 0;
        }
        to = message_room(reader, &room);
        do {
            n = read(fd, to, room);
        } while (n < 0 && errno == EINTR);
        if (n <= 0) {
            return err_set(err, ERR_IO, "the worker is gone");
        }
        message_filled(reader, (size_t)n);
    }
}
