/* run-imageinfo's step: metadata read by ranges, stored as imageinfo.json, summed up in the
 * envelope. */
#ifndef RUN_IMAGEINFO_STEP_H
#define RUN_IMAGEINFO_STEP_H

#include "task/step.h"

MUST_CHECK int imageinfo_step(struct step_env *env, struct envelope *envelope,
                              const struct profile *profile, struct err *err);

#endif
