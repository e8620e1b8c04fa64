/* What programs that play image-sandbox have in common: for tests/tools. */
#ifndef TESTS_LIB_PLAYED_DECODER_H
#define TESTS_LIB_PLAYED_DECODER_H

#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "sandbox/message.h"

/* The worker's next message; the process ends with the worker. */
static inline struct message hear(struct message_reader *reader)
{
    struct message message;
    struct span payload;
    struct err err;

    if (message_read(SANDBOX_FD_IN, reader, &message, &payload, &err) != 0) {
        _exit(0);
    }
    return message;
}

/* The name of the link that it was started under: it has no arguments to be told by. */
static inline const char *own_name(void)
{
    const char *path = (const char *)getauxval(AT_EXECFN);

    return strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
}

#endif
