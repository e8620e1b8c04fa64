/*
 * What this machine's processor has: PROCESSOR_HAS(AVX2). glibc has asked it at the start of the
 * process; asking again (__builtin_cpu_supports does, before main) traps to the host on a virtual
 * machine, 0.03 ms a process.
 */
#ifndef IMAGE_PROCESSOR_H
#define IMAGE_PROCESSOR_H

#include "base/def.h"

/* What an implementation asks before it is taken; plain C and what every x86-64 has run on any. */
static inline bool processor_any(void)
{
    return true;
}

#if defined(__x86_64__)
#include <sys/platform/x86.h>

#define PROCESSOR_HAS(feature) CPU_FEATURE_ACTIVE(feature)

static inline bool processor_has_avx2(void)
{
    return PROCESSOR_HAS(AVX2);
}
#endif

#endif
