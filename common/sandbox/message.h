/*
 * What a worker and its decoder process say to each other over two pipes, and what either may say.
 *
 * A message is a header and its payload, in the byte order of the machine (both ends run on it):
 *
 *     0        4         8             16            24              24 + length
 *     | type   | length  | a           | b           | payload       |
 *
 * The way of a job:
 *
 *     worker                                    decoder process
 *     PREPARE memory, CPU time, library   ->    loads the library, limits and locks itself
 *                                         <-    READY, or REFUSED where the kernel has no seccomp
 *     RENDER job | READ_META job          ->
 *     FILLED how far the object is there  ->    (render: in the memory file, descriptor 5)
 *                                         <-    NEED a part       (metadata: ranges of any object)
 *     DATA the part                       ->
 *                                         <-    WRITE, DONE, FAILED for each rendition
 *                                         <-    RESULT, or FAIL; then it exits
 *
 * The decoder process has read hostile bytes: every header that comes from it is checked against
 * the table below before anything is done with it.
 */
#ifndef SANDBOX_MESSAGE_H
#define SANDBOX_MESSAGE_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

/* Descriptors of the decoder process; 0 to 2 are /dev/null. */
#define SANDBOX_FD_IN     3 /* reads messages */
#define SANDBOX_FD_OUT    4 /* writes messages */
#define SANDBOX_FD_OBJECT 5 /* the memory file with the whole object, to read only */

/* PREPARE's payload where no picture is decoded: libraries of image formats stay out. Else the
 * format whose library is to be loaded ("tiff", "heif"), or nothing. */
#define MESSAGE_NO_PICTURE "none"

#define MESSAGE_DATA_MAX   65536             /* one WRITE, one DATA */
#define MESSAGE_JOB_MAX    (4 * 1024 * 1024) /* 32 renditions with marks, and their limits */
#define MESSAGE_FACTS_MAX  4096
#define MESSAGE_ERROR_MAX  16384             /* struct err's texts, escaped */
#define MESSAGE_RESULT_MAX (8 * 1024 * 1024) /* metadata as JSON */

/* Exit statuses of the decoder process. */
#define SANDBOX_EXIT_DONE      0
#define SANDBOX_EXIT_MEMORY    66 /* an allocation was refused */
#define SANDBOX_EXIT_SANITIZER 99 /* a report of address or undefined behaviour sanitizer */

enum message_sender { FROM_WORKER, FROM_DECODER };

/* X(type, number, sender, longest payload) */
#define MESSAGE_TYPES(X)                                                                           \
    X(MESSAGE_PREPARE, 1, FROM_WORKER, 16)                 /* a memory bytes, b CPU s; a format */ \
    X(MESSAGE_RENDER, 2, FROM_WORKER, MESSAGE_JOB_MAX)     /* job JSON */                          \
    X(MESSAGE_READ_META, 3, FROM_WORKER, MESSAGE_JOB_MAX)  /* a object size; job JSON */           \
    X(MESSAGE_FILLED, 4, FROM_WORKER, 0)                   /* a bytes of the memory file */        \
    X(MESSAGE_DATA, 5, FROM_WORKER, MESSAGE_DATA_MAX)      /* a offset, b 1 at the object's end */ \
    X(MESSAGE_READY, 16, FROM_DECODER, 0)                  /* locked */                            \
    X(MESSAGE_REFUSED, 17, FROM_DECODER, 0)                /* not locked: a errno */               \
    X(MESSAGE_NEED, 18, FROM_DECODER, 0)                   /* a offset, b length */                \
    X(MESSAGE_WRITE, 19, FROM_DECODER, MESSAGE_DATA_MAX)   /* a rendition; encoded bytes */        \
    X(MESSAGE_DONE, 20, FROM_DECODER, MESSAGE_FACTS_MAX)   /* a rendition; facts JSON */           \
    X(MESSAGE_FAILED, 21, FROM_DECODER, MESSAGE_ERROR_MAX) /* a rendition; error JSON */           \
    X(MESSAGE_RESULT, 22, FROM_DECODER, MESSAGE_RESULT_MAX) /* JSON */                             \
    X(MESSAGE_FAIL, 23, FROM_DECODER, MESSAGE_ERROR_MAX)    /* error JSON */

#define MESSAGE_ENUM_ROW(type, number, sender, max_bytes) type = number,
enum message_type { MESSAGE_TYPES(MESSAGE_ENUM_ROW) };
#undef MESSAGE_ENUM_ROW

struct message {
    uint32_t type, length;
    uint64_t a, b;
};

/* ERR_MALFORMED unless this sender may send this type with a payload of this length. */
MUST_CHECK int message_check(const struct message *message, enum message_sender sender,
                             struct err *err);

/*
 * The messages in a stream of bytes: adds up what was read and hands out whole, checked messages.
 * The payload is valid until the next call. 1: a message; 0: more bytes are wanted; -1: the stream
 * is none of ours (ERR_MALFORMED), for good.
 */
struct message_reader {
    enum message_sender sender;
    struct buf bytes;
    size_t at; /* what was handed out */
};
void message_reader_init(struct message_reader *reader, enum message_sender sender);
void message_reader_release(struct message_reader *reader);
MUST_CHECK int message_next(struct message_reader *reader, struct message *out,
                            struct span *payload, struct err *err);

/* Where to read the next bytes to, at least one; message_filled() counts them. */
uint8_t *message_room(struct message_reader *reader, size_t *room);
void message_filled(struct message_reader *reader, size_t len);

/*
 * The decoder process's side: blocking, EINTR-safe. -1 when the other side is gone. A payload that
 * is longer than the type allows is an ERR_LIMIT of the sender itself.
 */
MUST_CHECK int message_write(int fd, const struct message *message, struct span payload,
                             struct err *err);
MUST_CHECK int message_read(int fd, struct message_reader *reader, struct message *out,
                            struct span *payload, struct err *err);

#endif
