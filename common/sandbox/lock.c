#include "sandbox/lock.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/mem.h"
#include "sandbox/message.h"

#if defined(__x86_64__)
#define THIS_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCH AUDIT_ARCH_AARCH64
#else
#error "the decoder's lock is written for x86-64 and aarch64"
#endif

/* The sanitizers' runtime asks for more (its report reads /proc/self/maps); there a refused call
 * only fails, so that the report is written. Nothing is let through for it but standard error. */
#ifdef SANITIZED
#define OTHERWISE (SECCOMP_RET_ERRNO | EPERM)
#else
#define OTHERWISE SECCOMP_RET_KILL_PROCESS
#endif

#define LOAD(field)                                                                                \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, (action))

/* The low half of an argument: both machines are little-endian, and what is compared (descriptors,
 * protection and advice) is an int to the kernel too. */
#define LOAD_ARG(n) LOAD(args[n])

/* Each of these is reached with the call's number loaded and ends in a verdict, or skips on. */
#define ALLOW(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), RETURN(SECCOMP_RET_ALLOW)
#define ALLOW_IF_ARG_IS(call, n, value)                                                            \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 4), LOAD_ARG(n),                                \
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1), RETURN(SECCOMP_RET_ALLOW),             \
        RETURN(OTHERWISE)
#define ALLOW_UNLESS_ARG_HAS(call, n, bits)                                                        \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 4), LOAD_ARG(n),                                \
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 1, 0), RETURN(SECCOMP_RET_ALLOW),             \
        RETURN(OTHERWISE)
/* Fails as on a machine that has no such call: libraries that only ask how large the machine is do
 * without the answer. */
#define REFUSE(call)                                                                               \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), RETURN(SECCOMP_RET_ERRNO | EPERM)

/* MADV_DONTNEED, MADV_FREE and the like; MADV_HWPOISON (100) and its kin are root's. */
#define ADVICE_OVER_63 (~(uint32_t)63)

static const struct sock_filter filter[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCH, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr), /* the x32 numbers have bit 30 set and match nothing here */
    ALLOW_IF_ARG_IS(__NR_read, 0, SANDBOX_FD_IN),
    ALLOW_IF_ARG_IS(__NR_pread64, 0, SANDBOX_FD_OBJECT),
    ALLOW_IF_ARG_IS(__NR_writev, 0, SANDBOX_FD_OUT),
#ifdef SANITIZED
    ALLOW_IF_ARG_IS(__NR_write, 0, STDERR_FILENO),
    ALLOW(__NR_sigaltstack),
    ALLOW(__NR_rt_sigprocmask),
    ALLOW(__NR_rt_sigaction),
    ALLOW(__NR_getpid),
    ALLOW(__NR_gettid),
    ALLOW(__NR_sched_yield),
#endif
    ALLOW_UNLESS_ARG_HAS(__NR_mmap, 2, PROT_EXEC),
    ALLOW_UNLESS_ARG_HAS(__NR_mprotect, 2, PROT_EXEC),
    ALLOW_UNLESS_ARG_HAS(__NR_madvise, 2, ADVICE_OVER_63),
    ALLOW(__NR_munmap),
    ALLOW(__NR_mremap),
    ALLOW(__NR_brk),
    ALLOW(__NR_futex),
    ALLOW(__NR_clock_gettime),
    ALLOW(__NR_restart_syscall),
    ALLOW(__NR_exit),
    ALLOW(__NR_exit_group),
    REFUSE(__NR_sched_getaffinity),
    RETURN(OTHERWISE),
};

/* One that is lower already stays: only root may raise it. */
static int set_limit(int resource, uint64_t soft, uint64_t hard, struct err *err)
{
    struct rlimit limit;

    if (getrlimit((__rlimit_resource_t)resource, &limit) == 0) {
        limit.rlim_max = limit.rlim_max < hard ? limit.rlim_max : hard;
        limit.rlim_cur = limit.rlim_max < soft ? limit.rlim_max : soft;
    }
    if (setrlimit((__rlimit_resource_t)resource, &limit) != 0) {
        return err_set(err, ERR_INTERNAL, "cannot limit the decoder process: %s", strerror(errno));
    }
    return 0;
}

int lock_limits(uint64_t memory_bytes, uint64_t cpu_seconds, struct err *err)
{
#ifndef SANITIZED
    TRY(set_limit(RLIMIT_AS, memory_bytes, memory_bytes, err));
#else
    (void)memory_bytes;
#endif
    /* The first limit ends it with SIGXCPU, which tells the worker why; the second with SIGKILL. */
    TRY(set_limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1, err));
    TRY(set_limit(RLIMIT_NOFILE, 0, 0, err));
    TRY(set_limit(RLIMIT_FSIZE, 0, 0, err));
    TRY(set_limit(RLIMIT_CORE, 0, 0, err));
    /* RLIMIT_CORE does not hold for a core_pattern that is a pipe; not being dumpable does. */
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return err_set(err, ERR_INTERNAL, "cannot limit the decoder process: %s", strerror(errno));
    }
    return 0;
}

static int compare_halves(const void *a, const void *b)
{
    return (int)*(const uint8_t *)a - (int)*(const uint8_t *)b;
}

void lock_warm_up(void)
{
    CLEANUP(json_releasep) struct json_object *object = json_new_object();
    uint8_t many[2048] = { 0 }; /* two elements of 1 KiB */

    json_set_bool(object, "seeded", true);           /* json-c's hash seed: getrandom */
    qsort(many, 2, sizeof many / 2, compare_halves); /* glibc's asks once how large memory is */
    mem_free(mem_alloc(1));                          /* malloc's own seed */
    (void)clock_monotonic_ms();
}

int lock_system_calls(int *why, struct err *err)
{
    struct sock_fprog program = { (unsigned short)ARRAY_LEN(filter),
                                  (struct sock_filter *)(uintptr_t)filter };

    *why = 0;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
        syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program) ==
            0) {
        return 0;
    }
    *why = errno;
    return err_set(err, ERR_INTERNAL, "the kernel refuses seccomp: %s", strerror(*why));
}

int lock_available(struct err *err)
{
    uint32_t action = SECCOMP_RET_KILL_PROCESS;

    if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0) {
        return 0;
    }
    err_set(err, ERR_INTERNAL, "the kernel refuses seccomp (%s), images cannot be decoded safely",
            strerror(errno));
    if (err != NULL) {
        memcpy(err->hint, "allow seccomp(2) in the container's profile; Linux 4.14 is needed",
               sizeof "allow seccomp(2) in the container's profile; Linux 4.14 is needed");
    }
    return -1;
}
