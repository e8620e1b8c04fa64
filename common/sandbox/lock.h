/*
 * The lock that a decoder process puts on itself before the first byte of an image: resource
 * limits, and a seccomp filter that leaves it read and write on its own pipes, memory that is never
 * executable, and its own end. Nothing undoes it. Anything else that it tries ends it.
 */
#ifndef SANDBOX_LOCK_H
#define SANDBOX_LOCK_H

#include "base/def.h"
#include "base/err.h"

/*
 * memory_bytes: address space (not under address sanitizer, which reserves terabytes); cpu_seconds:
 * processor time. No files to open, none to grow, no core dump, nothing to trace, and the end with
 * the parent.
 */
MUST_CHECK int lock_limits(uint64_t memory_bytes, uint64_t cpu_seconds, struct err *err);

/*
 * Does everything that libraries do once and that takes a system call (random seeds, sizes of the
 * machine), so that it is not asked for behind the lock.
 */
void lock_warm_up(void);

/* The filter. ERR_INTERNAL with *why (an errno) where the kernel refuses it. */
MUST_CHECK int lock_system_calls(int *why, struct err *err);

/* For the worker, before it starts: 0 when this kernel lets a process install such a filter, else
 * ERR_INTERNAL with a hint. */
MUST_CHECK int lock_available(struct err *err);

#endif
