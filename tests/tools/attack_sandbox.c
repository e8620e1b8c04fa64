/*
 * A decoder process that attacks: it locks itself as image-sandbox does, takes a job, and then
 * tries what the name of the link says that it was started under (tests/lib/attacks.h). It sends
 * bytes of a rendition when an attack has worked, and nothing when it has failed.
 */
#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "../lib/attacks.h"
#include "../lib/played_decoder.h"
#include "base/mem.h"
#include "sandbox/lock.h"
#include "sandbox/message.h"

#ifdef SANITIZED
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0:exitcode=99:symbolize=0";
}
#endif

static uint8_t scratch[4096];
static char *const no_words[] = { NULL };
static void *page;

/* The worker of the test holds this key in its environment and its memory; here it stands in
 * another form, so as not to find itself. */
static const uint8_t key_xor_1[] = "RDBSDU,NG,UID,VNSJDS"; /* "SECRET-OF-THE-WORKER" */
#define KEY_BYTES (sizeof key_xor_1 - 1)

__attribute__((no_sanitize("address"))) static long find(const uint8_t *from, const uint8_t *end)
{
    for (const uint8_t *at = from; at + KEY_BYTES <= end; at++) {
        size_t n = 0;

        while (n < KEY_BYTES && at[n] == (key_xor_1[n] ^ 1)) {
            n++;
        }
        if (n == KEY_BYTES) {
            return 0;
        }
    }
    return -1;
}

static long find_in_environment(void)
{
    return environ[0] != NULL ? 0 : -1;
}

/* Arguments, environment and auxiliary vector stand at its upper end, before the program's name. */
__attribute__((no_sanitize("address"))) static long find_on_stack(void)
{
    const uint8_t *name = (const uint8_t *)getauxval(AT_EXECFN);

    return find((const uint8_t *)__builtin_frame_address(0), name);
}

static long find_on_heap(void)
{
    const uint8_t *end = sbrk(0), *some = mem_alloc(16);

    return some < end && end - some < 64 * 1024 * 1024 ? find(some, end) : -1;
}

static long find_in_object(void)
{
    ssize_t n = pread(SANDBOX_FD_OBJECT, scratch, sizeof scratch, 0);

    return n > 0 ? find(scratch, scratch + n) : -1;
}

/* Not an attack: shows that the search finds what is there. */
static long find_what_is_there(void)
{
    uint8_t *key = mem_alloc(KEY_BYTES);

    for (size_t i = 0; i < KEY_BYTES; i++) {
        key[i] = key_xor_1[i] ^ 1;
    }
    return find(key, key + KEY_BYTES);
}

#ifdef __x86_64__
/* open("/", O_RDONLY) by its number in 32-bit code. */
static long open_by_int_80(void)
{
    long result = -1;

    __asm__ volatile("int $0x80" : "=a"(result) : "a"(5L), "b"(0L), "c"(0L) : "memory");
    return result;
}
#endif

#define DEFINE_ATTACK(name, end, expression)                                                       \
    static long attack_##name(void)                                                                \
    {                                                                                              \
        return (expression);                                                                       \
    }
ATTACKS(DEFINE_ATTACK)
ATTACKS_OF_MACHINE(DEFINE_ATTACK)

static const struct {
    const char *name;
    long (*attack)(void);
} attacks[] = {
#define ATTACK_ROW(name, end, expression) { #name, attack_##name },
    ATTACKS(ATTACK_ROW) ATTACKS_OF_MACHINE(ATTACK_ROW){ "control", find_what_is_there },
};

static void say(enum message_type type, struct span payload)
{
    struct message message = { .type = type };
    struct err err;

    if (message_write(SANDBOX_FD_OUT, &message, payload, &err) != 0) {
        _exit(3);
    }
}

int main(void)
{
    struct message_reader reader;
    struct message prepare;
    struct err err;
    int why;

    message_reader_init(&reader, FROM_WORKER);
    page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    lock_warm_up();
    prepare = hear(&reader);
    if (lock_limits(prepare.a, prepare.b, &err) != 0 || lock_system_calls(&why, &err) != 0) {
        return 1;
    }
    say(MESSAGE_READY, (struct span){ NULL, 0 });
    hear(&reader);
    for (size_t i = 0; i < ARRAY_LEN(attacks); i++) {
        if (strcmp(attacks[i].name, own_name()) == 0 && attacks[i].attack() >= 0) {
            say(MESSAGE_WRITE, span_str("the attack has worked"));
        }
    }
    _exit(0);
}
