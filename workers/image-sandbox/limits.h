/* Limits of metadata that no setting holds (README, Limits). */
#ifndef IMAGE_SANDBOX_LIMITS_H
#define IMAGE_SANDBOX_LIMITS_H

#include "meta/meta.h"

static const struct meta_limits meta_job_limits = {
    .max_unpacked_bytes = UINT64_C(16) * 1024 * 1024,
    .max_ifds = 100,
    .max_depth = 8,
};

#endif
