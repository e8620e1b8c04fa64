/* make-proxy's step: one read of the object, one decode, every rendition stored, or none. */
#ifndef MAKE_PROXY_STEP_H
#define MAKE_PROXY_STEP_H

#include "task/step.h"

MUST_CHECK int proxy_step(struct step_env *env, struct envelope *envelope,
                          const struct profile *profile, struct err *err);

#endif
