/*
 * One decoder process as the worker holds it: its two pipes, the memory file that it may read, and
 * its end. Used by the pool and the exchange; nothing outside the room needs it.
 */
#ifndef SANDBOX_PROCESS_H
#define SANDBOX_PROCESS_H

#include <sys/types.h>

#include "base/def.h"
#include "base/err.h"

/* What a decoder process may use: from the settings; the numbers stand in its errors. */
struct process_limits {
    uint64_t memory_mib;   /* INGEST_MAX_DECODE_MEMORY_MIB */
    uint64_t wall_seconds; /* INGEST_MAX_DECODE_SECONDS */
};

struct process {
    pid_t pid;      /* 0: none */
    int to, from;   /* pipes; ours are not blocking */
    int object;     /* the memory file, read and write; the process has it to read only; -1: none */
    int complaints; /* sanitizer builds: its standard error; else -1 */
};

/*
 * Starts executable with an empty environment, the pipes as descriptors 3 and 4, the memory file as
 * 5, and /dev/null as 0 to 2; nothing else is handed on. for_pictures false: no memory file, and
 * the argument MESSAGE_NO_PICTURE tells it to load nothing that only pictures need. ERR_TRANSIENT
 * when the machine has no process or descriptor left, ERR_INTERNAL when it cannot be executed.
 */
MUST_CHECK int process_start(const char *executable, bool for_pictures, struct process *out,
                             struct err *err);

/* True while it has not ended by itself. */
bool process_is_alive(struct process *process);

/*
 * Ends it, whatever it does, waits until it is gone, closes everything. process_why() fills err
 * with what it died of: ERR_LIMIT for time and memory, else ERR_MALFORMED. Both leave it empty.
 */
void process_release(struct process *process);
int process_why(struct process *process, const struct process_limits *limits, struct err *err);

/* Ends it without waiting until it is gone: gives its pid (0: none), for process_reap(). */
pid_t process_dismiss(struct process *process);
void process_reap(pid_t pid);

DEFINE_TAKE(process)

#endif
