/* The few words that every room shares: cleanup at scope end, early return, array length. */
#ifndef BASE_DEF_H
#define BASE_DEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Calls release(&variable) when the variable goes out of scope, on every path. */
#define CLEANUP(release)     __attribute__((cleanup(release)))

#define MUST_CHECK           __attribute__((warn_unused_result))
#define NO_RETURN            __attribute__((noreturn))
#define PRINTF_LIKE(fmt, at) __attribute__((format(printf, fmt, at)))

/* Returns -1 from the calling function when the call did not return 0. The one macro with hidden
 * control flow. */
#define TRY(call)                                                                                  \
    do {                                                                                           \
        if ((call) != 0) {                                                                         \
            return -1;                                                                             \
        }                                                                                          \
    } while (0)

#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

/* Defines S_take(): hands the value of an owner on and leaves the owner empty, so that its CLEANUP
 * does nothing. */
#define DEFINE_TAKE(S)                                                                             \
    static inline struct S S##_take(struct S *from)                                                \
    {                                                                                              \
        struct S taken = *from;                                                                    \
        *from = (struct S){ 0 };                                                                   \
        return taken;                                                                              \
    }

/* Defines S_freep() for CLEANUP on a pointer to a heap object that S_free() ends; NULL is fine. */
#define DEFINE_FREEP(S)                                                                            \
    static inline void S##_freep(struct S **owner)                                                 \
    {                                                                                              \
        S##_free(*owner);                                                                          \
        *owner = NULL;                                                                             \
    }

#endif
