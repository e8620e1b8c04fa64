/*
 * image-sandbox: the one program that touches the bytes of an image. A worker starts it for each
 * one, ahead of need. It locks itself, reads one job, answers, ends (common/sandbox/message.h).
 */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/mem.h"
#include "image/prepare.h"
#include "job.h"
#include "sandbox/answer.h"
#include "sandbox/lock.h"
#include "usage.h"

#ifdef SANITIZED
/* A leak is nothing in a process that ends at once; a report has a status of its own. */
const char *__asan_default_options(void);
const char *__ubsan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0:exitcode=99:symbolize=0:allocator_may_return_null=1:"
           "max_allocation_size_mb=640:handle_segv=1";
}

const char *__ubsan_default_options(void)
{
    return "exitcode=99:symbolize=0:print_stacktrace=1";
}
#endif

static void end_without_memory(void)
{
    _exit(SANDBOX_EXIT_MEMORY);
}

static int say(enum message_type type, uint64_t a, struct span payload)
{
    struct message message = { .type = type, .a = a };
    struct err err;

    return message_write(SANDBOX_FD_OUT, &message, payload, &err);
}

static int say_why(const struct err *why)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MESSAGE_ERROR_MAX);

    answer_write_error(why, &text);
    return say(MESSAGE_FAIL, 0, buf_span(&text));
}

static int hear(struct message_reader *reader, struct message *message, struct span *payload)
{
    struct err err;

    return message_read(SANDBOX_FD_IN, reader, message, payload, &err);
}

static bool is_awaited(void)
{
    struct pollfd in = { SANDBOX_FD_IN, POLLIN, 0 };

    return poll(&in, 1, 0) > 0;
}

/* Else the worker has said that metadata is all it will ask for. */
static bool is_for_pictures(int argc, char **argv)
{
    return argc < 2 || strcmp(argv[1], MESSAGE_NO_PICTURE) != 0;
}

/* Libraries that take long to load, and only some jobs and formats need: the worker has compared
 * the first bytes. False where one that every picture needs is missing. */
static bool load_libraries(struct span wanted)
{
    CLEANUP(mem_freep) char *format = mem_strndup(wanted.data, wanted.len);

    if (strcmp(format, MESSAGE_NO_PICTURE) == 0) {
        return true;
    }
    if (!image_warm_up()) {
        return false;
    }
    image_prepare(format);
    return true;
}

/* Libraries, limits, then the lock; READY, or why not. */
static int lock(const struct message *prepare, struct span wanted)
{
    struct err err;
    int why;

    if (!load_libraries(wanted)) {
        (void)say(MESSAGE_REFUSED, ELIBACC, (struct span){ NULL, 0 });
        return -1;
    }
    if (lock_limits(prepare->a, prepare->b, &err) != 0 || lock_system_calls(&why, &err) != 0) {
        (void)say(MESSAGE_REFUSED, (uint64_t)errno, (struct span){ NULL, 0 });
        return -1;
    }
    return say(MESSAGE_READY, 0, (struct span){ NULL, 0 });
}

static int run(struct message_reader *reader, const struct message *message, struct span order)
{
    struct remote remote = { .reader = reader };
    struct err err = { 0 };
    int status;

    if (message->type == MESSAGE_RENDER) {
        status = job_render(&remote, order, &err);
    } else {
        status = job_read_meta(&remote, message->a, order, &err);
    }
    return status == 0 ? 0 : say_why(&err);
}

/* What is given back is taken again by the next picture's plane, and at the end all of it goes at
 * once: no calls to the system in between. */
static void keep_memory(void)
{
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); /* the most that there is */
    mallopt(M_TOP_PAD, 1 << 20);
}

/* Where the container's memory runs out the kernel ends this process, not the worker, which lives
 * on and tells why. */
static void stand_before_the_worker(void)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

    if (fd >= 0 && write(fd, "1000", 4) != 4) {
        /* it is only a wish */
    }
    if (fd >= 0) {
        close(fd);
    }
}

int main(int argc, char **argv)
{
    struct message_reader reader;
    struct message message;
    struct span payload;

    if (argc > 1 && argv[1][0] == '-') {
        return usage(argv[1]);
    }
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    mem_when_refused(end_without_memory);
    stand_before_the_worker();
    keep_memory();
    message_reader_init(&reader, FROM_WORKER);
    lock_warm_up();
    if (is_for_pictures(argc, argv) && !is_awaited()) {
        image_warm_up();
    }
    if (hear(&reader, &message, &payload) != 0 || message.type != MESSAGE_PREPARE) {
        return SANDBOX_EXIT_DONE; /* nobody needs it any more */
    }
    TRY(lock(&message, payload));
    if (hear(&reader, &message, &payload) != 0 || run(&reader, &message, payload) != 0) {
        _exit(SANDBOX_EXIT_DONE);
    }
    _exit(SANDBOX_EXIT_DONE); /* no destructors: there is nobody to tidy up for */
}
