/* isa-l (igzip), loaded with the first picture: a process that reads metadata alone does without
 * it. */
#ifndef IMAGE_ISAL_LIBRARY_H
#define IMAGE_ISAL_LIBRARY_H

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include "base/def.h"

/* Name and type of every function that is used. */
#define ISAL_FUNCTIONS(X)                                                                          \
    X(crc32_gzip_refl)                                                                             \
    X(isal_inflate_init)                                                                           \
    X(isal_inflate)

struct isal_library {
#define ISAL_MEMBER(name) __typeof__(name) *name;
    ISAL_FUNCTIONS(ISAL_MEMBER)
#undef ISAL_MEMBER
};

/* Loads it once a process; later calls give the same. Never NULL where image_warm_up() was true.
 * Not for several threads at once. */
const struct isal_library *isal_library(void);

#endif
