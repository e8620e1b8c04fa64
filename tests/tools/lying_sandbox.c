/*
 * Plays a decoder process that an image has taken over, for test_sandbox: started under a link
 * whose name says how it behaves (it has no environment and no arguments to be told by).
 */
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../lib/played_decoder.h"

#ifdef SANITIZED
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0"; /* it ends where it stands */
}
#endif

#define FACTS                                                                                      \
    "{\"format\":\"jpeg\",\"contentType\":\"image/jpeg\",\"width\":1,\"height\":1,\"bytes\":5}"
#define RESULT                                                                                     \
    "{\"image\":{\"format\":\"jpeg\",\"contentType\":\"image/jpeg\",\"width\":1,\"height\":1,"     \
    "\"orientation\":1},\"insight\":{},\"warnings\":[]}"
#define FAILURE(kind) "{\"error\":\"" kind "\",\"message\":\"because\\n{\\\"a\\\":1}\"}"

static void say_header(uint32_t type, uint32_t length, uint64_t a, uint64_t b)
{
    struct message message = { type, length, a, b };

    if (write(SANDBOX_FD_OUT, &message, sizeof message) < 0) {
        _exit(3);
    }
}

static void say(uint32_t type, uint64_t a, uint64_t b, const char *payload)
{
    struct message message = { type, 0, a, b };
    struct err err;

    if (message_write(SANDBOX_FD_OUT, &message, span_str(payload), &err) != 0) {
        _exit(3);
    }
}

static void honest(void)
{
    say(MESSAGE_WRITE, 0, 0, "hello");
    say(MESSAGE_DONE, 0, 0, FACTS);
    say(MESSAGE_RESULT, 0, 0, RESULT);
}

static void hang(void)
{
    for (;;) {
        pause();
    }
}

static void spin(void)
{
    struct rlimit limit = { 1, 2 };
    volatile unsigned n = 0;

    setrlimit(RLIMIT_CPU, &limit);
    for (;;) {
        n++;
    }
}

static void crash(void)
{
    signal(SIGSEGV, SIG_DFL); /* not the sanitizer's */
    raise(SIGSEGV);
}

static void forbidden(void)
{
    raise(SIGSYS);
}

static void killed(void)
{
    raise(SIGKILL);
}

static void no_memory(void)
{
    _exit(SANDBOX_EXIT_MEMORY);
}

static void complain(void)
{
    if (write(STDERR_FILENO, "ERROR: a report\n", 16) != 16) {
        _exit(3);
    }
    _exit(SANDBOX_EXIT_SANITIZER);
}

static void leave(void)
{
    _exit(0);
}

static void close_and_live(void)
{
    close(SANDBOX_FD_OUT);
    hang();
}

static void unknown_type(void)
{
    say_header(99, 0, 0, 0);
}

static void orders(void)
{
    say_header(MESSAGE_RENDER, 0, 0, 0);
}

static void long_length(void)
{
    say_header(MESSAGE_WRITE, UINT32_MAX, 0, 0);
    hang();
}

static void half(void)
{
    say_header(MESSAGE_RESULT, 1000, 0, 0);
}

static void flood(void)
{
    static char piece[MESSAGE_DATA_MAX];

    memset(piece, 'x', sizeof piece - 1);
    for (;;) {
        say(MESSAGE_WRITE, 0, 0, piece);
    }
}

static void other_index(void)
{
    say(MESSAGE_WRITE, 1, 0, "hello");
}

static void huge_index(void)
{
    say(MESSAGE_DONE, UINT64_MAX, 0, FACTS);
}

static void wrong_bytes(void)
{
    say(MESSAGE_WRITE, 0, 0, "hell");
    say(MESSAGE_DONE, 0, 0, FACTS);
}

static void done_twice(void)
{
    say(MESSAGE_WRITE, 0, 0, "hello");
    say(MESSAGE_DONE, 0, 0, FACTS);
    say(MESSAGE_DONE, 0, 0, FACTS);
}

static void early_result(void)
{
    say(MESSAGE_RESULT, 0, 0, RESULT);
}

static void no_json(void)
{
    say(MESSAGE_WRITE, 0, 0, "hello");
    say(MESSAGE_DONE, 0, 0, FACTS);
    say(MESSAGE_RESULT, 0, 0, "{\"image\":");
}

static void ready_again(void)
{
    say(MESSAGE_READY, 0, 0, "");
}

static void needs_much(void)
{
    say(MESSAGE_NEED, 0, UINT64_MAX, "");
}

static void needs_for_ever(void)
{
    for (;;) {
        say(MESSAGE_NEED, UINT64_MAX - 1, 1, "");
    }
}

static void fails_as_ours(void)
{
    say(MESSAGE_FAIL, 0, 0, FAILURE("Ingest.Transient"));
}

static void unsupported(void)
{
    say(MESSAGE_FAIL, 0, 0, FAILURE("Ingest.UnsupportedType"));
}

static void rendition_fails(void)
{
    say(MESSAGE_FAILED, 0, 0, FAILURE("Ingest.LimitExceeded"));
    say(MESSAGE_RESULT, 0, 0, RESULT);
}

static void refused(void)
{
    say(MESSAGE_REFUSED, 1, 0, "");
}

static const struct {
    const char *name;
    void (*act)(void);
} ways[] = {
    { "honest", honest },
    { "hang", hang },
    { "spin", spin },
    { "crash", crash },
    { "forbidden", forbidden },
    { "killed", killed },
    { "no-memory", no_memory },
    { "complain", complain },
    { "leave", leave },
    { "close-and-live", close_and_live },
    { "unknown-type", unknown_type },
    { "orders", orders },
    { "long-length", long_length },
    { "half", half },
    { "flood", flood },
    { "other-index", other_index },
    { "huge-index", huge_index },
    { "wrong-bytes", wrong_bytes },
    { "done-twice", done_twice },
    { "early-result", early_result },
    { "no-json", no_json },
    { "ready-again", ready_again },
    { "needs-much", needs_much },
    { "needs-for-ever", needs_for_ever },
    { "fails-as-ours", fails_as_ours },
    { "unsupported", unsupported },
    { "rendition-fails", rendition_fails },
};

static const struct {
    const char *name;
    void (*act)(void);
} before_ready[] = { { "refused", refused },       { "crash-early", crash },
                     { "killed-early", killed },   { "leave-early", leave },
                     { "hang-early", hang },       { "no-memory-early", no_memory },
                     { "lie-early", unknown_type } };

int main(void)
{
    const char *name = own_name();
    struct message_reader reader;

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); /* as image-sandbox does */
    message_reader_init(&reader, FROM_WORKER);
    hear(&reader);
    for (size_t i = 0; i < ARRAY_LEN(before_ready); i++) {
        if (strcmp(before_ready[i].name, name) == 0) {
            before_ready[i].act();
            return 0;
        }
    }
    say(MESSAGE_READY, 0, 0, "");
    hear(&reader);
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        if (strcmp(ways[i].name, name) == 0) {
            ways[i].act();
        }
    }
    return 0;
}
