/*
 * The object, as the locked process reaches it: through the worker. Two ways: mapped (the memory
 * file that the worker fills as bytes arrive, for renders) and by parts (asked for, 64 KiB each,
 * the last ones kept; for metadata of objects of any size).
 */
#ifndef IMAGE_SANDBOX_REMOTE_H
#define IMAGE_SANDBOX_REMOTE_H

#include "base/source.h"
#include "sandbox/message.h"

struct remote {
    struct message_reader *reader; /* of SANDBOX_FD_IN */
    struct span mapped;            /* the memory file: object, then marks */
    uint64_t bytes, filled;        /* of the object; how much of it is there */
    struct remote_part *parts;
    uint64_t clock;
};

/* Maps the memory file. bytes: of the object; mapped_bytes: of all. ERR_LIMIT when there is no
 * address space for it. */
MUST_CHECK int remote_map(struct remote *remote, uint64_t bytes, uint64_t mapped_bytes,
                          struct err *err);

/* Both borrow remote. A read blocks until the bytes are there; ends the process when the worker is
 * gone. */
struct source remote_mapped(struct remote *remote);
struct source remote_parts(struct remote *remote, uint64_t bytes);

#endif
