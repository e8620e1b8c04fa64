/*
 * sandbox/lock: a decoder process that an attacker has taken over gets nothing. Every attack of
 * tests/lib/attacks.h is tried behind the real lock, by tests/tools/attack_sandbox.c; and what the
 * real image-sandbox is given to begin with is looked at from outside.
 */
#include "lib/unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "lib/attacks.h"
#include "lib/files.h"
#include "sandbox/lock.h"
#include "sandbox/pool.h"

#define KEY "SECRET-OF-THE-WORKER"

static char folder[] = "/tmp/test_lock.XXXXXX";
static const struct settings settings = { .max_pixels = 1000000,
                                          .max_source_bytes = 1000000,
                                          .max_frames = 1,
                                          .max_decode_seconds = 5,
                                          .max_decode_memory_mib = 128 };

static struct sandbox_pool *pool_of(const char *attack)
{
    char attacker[PATH_MAX], path[PATH_MAX];
    struct sandbox_pool *pool = NULL;
    ssize_t n = readlink("/proc/self/exe", attacker, sizeof attacker - 64);
    struct err err = { 0 };

    assert_true(n > 0);
    attacker[n] = '\0';
    memcpy(strrchr(attacker, '/') + 1, "attack_sandbox", sizeof "attack_sandbox");
    snprintf(path, sizeof path, "%s/%s", folder, attack);
    assert_int_equal(symlink(attacker, path), 0);
    if (pool_new_of(path, true, &settings, &pool, &err) != 0) {
        fail_msg("%s", err.message);
    }
    return pool;
}

static int note_success(void *ctx, size_t index, struct span piece, struct err *err)
{
    (void)index, (void)piece, (void)err;
    *(bool *)ctx = true;
    return 0;
}

static const struct {
    const char *name;
    enum attack_end end;
} attacks[] = {
#define ATTACK_ROW(name, end, expression) { #name, end },
    ATTACKS(ATTACK_ROW) ATTACKS_OF_MACHINE(ATTACK_ROW)
};

/* A sanitizer's runtime writes reports, so there a refused call only fails. */
static bool ends_by_signal(enum attack_end end)
{
#ifdef SANITIZED
    (void)end;
    return false;
#else
    return end == ATTACK_KILLED;
#endif
}

/* True when the attack has worked; err says how the process ended. */
static bool attack(const char *name, struct err *err)
{
    struct sandbox_pool *pool = pool_of(name);
    struct rendition rendition = { .name = "one", .json = json_new_object() };
    bool worked = false;
    const struct sandbox_sink sink = { note_success, NULL, NULL, &worked };
    const struct sandbox_render render = { .renditions = &rendition,
                                           .n_renditions = 1,
                                           .sink = &sink };
    struct json_object *result = NULL;
    struct source src = source_memory(span_str("an image"));

    assert_int_equal(sandbox_render(pool, &src, &render, &result, err), -1);
    source_release(&src);
    json_release(rendition.json);
    sandbox_pool_free(pool);
    return worked;
}

static void no_attack_works(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(attacks); i++) {
        struct err err = { 0 };

        print_message("attack: %s\n", attacks[i].name);
        assert_false(attack(attacks[i].name, &err));
        print_message("  %s\n", err.message);
        assert_int_equal(err.kind, ERR_MALFORMED);
        assert_true(strstr(err.message, "(SYS)") != NULL ||
                    (!ends_by_signal(attacks[i].end) && strstr(err.message, "status 0") != NULL));
    }
}

static void the_search_for_keys_finds_one_that_is_there(void **state)
{
    struct err err = { 0 };

    (void)state;
    assert_true(attack("control", &err));
}

static size_t read_proc(pid_t pid, const char *name, char *out, size_t size)
{
    char path[64];
    size_t len = 0;
    ssize_t n;
    int fd;

    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
    fd = open(path, O_RDONLY);
    assert_true(fd >= 0);
    while ((n = read(fd, out + len, size - 1 - len)) > 0) { /* a page at a time */
        len += (size_t)n;
    }
    close(fd);
    assert_int_equal(n, 0);
    out[len] = '\0';
    return len;
}

static void assert_descriptors(pid_t pid, size_t wanted)
{
    char path[64];
    DIR *open_files;
    struct dirent *entry;
    size_t n = 0;

    snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    open_files = opendir(path);
    assert_non_null(open_files);
    while ((entry = readdir(open_files)) != NULL) {
        char target[256];
        ssize_t len = readlinkat(dirfd(open_files), entry->d_name, target, sizeof target - 1);

        if (len > 0) {
            target[len] = '\0';
            print_message("  %s -> %s\n", entry->d_name, target);
            assert_true(strcmp(target, "/dev/null") == 0 || strncmp(target, "pipe:", 5) == 0 ||
                        strncmp(target, "/memfd:", 7) == 0);
            n++;
        }
    }
    closedir(open_files);
    assert_int_equal(n, wanted);
}

static void assert_beginning(struct sandbox_pool *pool, const char *arguments, size_t arguments_len,
                             size_t descriptors, bool loads_pictures)
{
    static char maps[256 * 1024];
    char text[4096];
    size_t len;

    clock_sleep_ms(200); /* until it waits for its job */
    assert_int_equal(read_proc(pool->spare.pid, "environ", text, sizeof text), 0);
    assert_int_equal(read_proc(pool->spare.pid, "cmdline", text, sizeof text), arguments_len);
    assert_memory_equal(text, arguments, arguments_len);
    assert_descriptors(pool->spare.pid, descriptors);
    len = read_proc(pool->spare.pid, "maps", maps, sizeof maps);
    assert_int_equal(memmem(maps, len, "liblcms2", 8) != NULL, loads_pictures);
}

static void the_real_one_begins_with_nothing(void **state)
{
    struct sandbox_pool *pool = NULL;
    struct err err = { 0 };
    int other = open("/etc/passwd", O_RDONLY); /* no O_CLOEXEC: someone's slip elsewhere */

    (void)state;
    assert_int_equal(sandbox_pool_new(&settings, &pool, &err), 0);
    assert_beginning(pool, "image-sandbox", 14, 6, true);
    sandbox_pool_free(pool);
    assert_int_equal(sandbox_pool_new_for_metadata(&settings, &pool, &err), 0);
    assert_beginning(pool, "image-sandbox\0none", 19, 5, false);
    sandbox_pool_free(pool);
    close(other);
}

static void the_kernel_has_what_the_lock_takes(void **state)
{
    struct err err = { 0 };

    (void)state;
    assert_int_equal(lock_available(&err), 0);
}

/* As under a container's profile that does not let seccomp(2) through. */
static int without_seccomp(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_seccomp, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = { (unsigned short)ARRAY_LEN(filter), filter };
    struct sandbox_pool *pool = NULL;
    struct err err = { 0 };

    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        return 1;
    }
    return sandbox_pool_new(&settings, &pool, &err) == -1 && err.kind == ERR_INTERNAL &&
                   strstr(err.message, "seccomp") != NULL && err.hint[0] != '\0'
               ? 0
               : 2;
}

static void nothing_starts_where_seccomp_is_refused(void **state)
{
    pid_t child = fork();
    int status;

    (void)state;
    if (child == 0) {
        _exit(without_seccomp());
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static int begin(void **state)
{
    (void)state;
    if (setenv("AWS_SECRET_ACCESS_KEY", KEY, 1) != 0) {
        return -1;
    }
    return mkdtemp(folder) != NULL ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    return remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_kernel_has_what_the_lock_takes),
        cmocka_unit_test(nothing_starts_where_seccomp_is_refused),
        cmocka_unit_test(no_attack_works),
        cmocka_unit_test(the_search_for_keys_finds_one_that_is_there),
        cmocka_unit_test(the_real_one_begins_with_nothing),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
