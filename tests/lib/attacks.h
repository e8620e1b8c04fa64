/*
 * What somebody who has taken over a decoder process may try: tests/tools/attack_sandbox.c does it
 * behind the real lock, tests/unit/test_lock.c says what must come of it.
 */
#ifndef TESTS_LIB_ATTACKS_H
#define TESTS_LIB_ATTACKS_H

/* The answers of a way: the process is ended at the call, or the call fails, or there is nothing to
 * be found. */
enum attack_end { ATTACK_KILLED, ATTACK_FAILS, ATTACK_FINDS_NOTHING };

/* X(name, end, expression: at least 0 when the attack has worked) */
#define ATTACKS(X)                                                                                 \
    X(open_file, ATTACK_KILLED, syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY))            \
    X(open_own_memory, ATTACK_KILLED, syscall(SYS_openat, AT_FDCWD, "/proc/self/mem", O_RDWR))     \
    X(open_for_writing, ATTACK_KILLED, syscall(SYS_openat, AT_FDCWD, "/proc/self/fd/5", O_RDWR))   \
    X(openat2, ATTACK_KILLED, syscall(SYS_openat2, AT_FDCWD, "/etc/passwd", NULL, 24))             \
    X(stat_file, ATTACK_KILLED, syscall(SYS_newfstatat, AT_FDCWD, "/etc/passwd", scratch, 0))      \
    X(list_folder, ATTACK_KILLED, syscall(SYS_getdents64, 5, scratch, sizeof scratch))             \
    X(unlink_file, ATTACK_KILLED, syscall(SYS_unlinkat, AT_FDCWD, "/tmp/x", 0))                    \
    X(read_link, ATTACK_KILLED,                                                                    \
      syscall(SYS_readlinkat, AT_FDCWD, "/proc/self/exe", scratch, sizeof scratch))                \
    X(inet_socket, ATTACK_KILLED, syscall(SYS_socket, AF_INET, SOCK_STREAM, 0))                    \
    X(unix_socket, ATTACK_KILLED, syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0))                    \
    X(socket_pair, ATTACK_KILLED, syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, scratch))       \
    X(send_to, ATTACK_KILLED, syscall(SYS_sendto, 4, scratch, 1, 0, NULL, 0))                      \
    X(clone_process, ATTACK_KILLED, syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL))           \
    X(clone3_process, ATTACK_KILLED, syscall(SYS_clone3, scratch, 64))                             \
    X(execute, ATTACK_KILLED, syscall(SYS_execve, "/bin/true", no_words, no_words))                \
    X(execute_at, ATTACK_KILLED, syscall(SYS_execveat, 5, "", no_words, no_words, AT_EMPTY_PATH))  \
    X(trace_worker, ATTACK_KILLED, syscall(SYS_ptrace, PTRACE_ATTACH, 1, NULL, NULL))              \
    X(read_worker, ATTACK_KILLED, syscall(SYS_process_vm_readv, 1, scratch, 1, scratch, 1, 0))     \
    X(write_worker, ATTACK_KILLED, syscall(SYS_process_vm_writev, 1, scratch, 1, scratch, 1, 0))   \
    X(take_descriptor, ATTACK_KILLED, syscall(SYS_pidfd_open, 1, 0))                               \
    X(kill_worker, ATTACK_KILLED, syscall(SYS_kill, 1, 0))                                         \
    X(code_from_mprotect, ATTACK_KILLED, syscall(SYS_mprotect, page, 4096, PROT_READ | PROT_EXEC)) \
    X(code_from_pkey, ATTACK_KILLED,                                                               \
      syscall(SYS_pkey_mprotect, page, 4096, PROT_READ | PROT_EXEC, -1))                           \
    X(code_from_mmap, ATTACK_KILLED,                                                               \
      syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,                            \
              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))                                                 \
    X(code_from_object, ATTACK_KILLED,                                                             \
      syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, 5, 0))                     \
    X(write_object, ATTACK_KILLED, syscall(SYS_pwrite64, 5, "x", 1, 0))                            \
    X(writev_object, ATTACK_KILLED, syscall(SYS_writev, 5, scratch, 0))                            \
    X(map_object_to_write, ATTACK_FAILS,                                                           \
      syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 5, 0))                     \
    X(cut_object, ATTACK_KILLED, syscall(SYS_ftruncate, 5, 0))                                     \
    X(read_other_pipe, ATTACK_KILLED, syscall(SYS_read, 4, scratch, 1))                            \
    X(write_other_pipe, ATTACK_KILLED, syscall(SYS_write, 3, scratch, 1))                          \
    X(copy_descriptor, ATTACK_KILLED, syscall(SYS_dup, 4))                                         \
    X(change_descriptor, ATTACK_KILLED, syscall(SYS_fcntl, 5, F_SETFL, O_APPEND))                  \
    X(control_device, ATTACK_KILLED, syscall(SYS_ioctl, 0, TIOCSTI, "x"))                          \
    X(memory_file, ATTACK_KILLED, syscall(SYS_memfd_create, "x", 0))                               \
    X(shared_memory, ATTACK_KILLED, syscall(SYS_shmget, IPC_PRIVATE, 4096, 0600))                  \
    X(io_uring, ATTACK_KILLED, syscall(SYS_io_uring_setup, 4, scratch))                            \
    X(load_program, ATTACK_KILLED, syscall(SYS_bpf, 0, scratch, 48))                               \
    X(kernel_keys, ATTACK_KILLED, syscall(SYS_keyctl, 0, -3, 0))                                   \
    X(page_faults, ATTACK_KILLED, syscall(SYS_userfaultfd, 0))                                     \
    X(performance_events, ATTACK_KILLED, syscall(SYS_perf_event_open, scratch, 0, -1, -1, 0))      \
    X(name_space, ATTACK_KILLED, syscall(SYS_unshare, CLONE_NEWUSER))                              \
    X(other_filter, ATTACK_KILLED, syscall(SYS_seccomp, 1, 0, scratch))                            \
    X(privileges, ATTACK_KILLED, syscall(SYS_prctl, PR_SET_DUMPABLE, 1, 0, 0, 0))                  \
    X(higher_limits, ATTACK_KILLED, syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, scratch))       \
    X(other_user, ATTACK_KILLED, syscall(SYS_setuid, 0))                                           \
    X(poison_memory, ATTACK_KILLED, syscall(SYS_madvise, page, 4096, 100))                         \
    X(key_in_environment, ATTACK_FINDS_NOTHING, find_in_environment())                             \
    X(key_on_stack, ATTACK_FINDS_NOTHING, find_on_stack())                                         \
    X(key_on_heap, ATTACK_FINDS_NOTHING, find_on_heap())                                           \
    X(key_in_object, ATTACK_FINDS_NOTHING, find_in_object())

/* Other ways into the same kernel. */
#ifdef __x86_64__
#define ATTACKS_OF_MACHINE(X)                                                                      \
    X(x32_open, ATTACK_KILLED, syscall(0x40000000 + SYS_openat, AT_FDCWD, "/etc/passwd", 0))       \
    X(open_of_32_bits, ATTACK_KILLED, open_by_int_80())
#else
#define ATTACKS_OF_MACHINE(X)
#endif

#endif
