/* update-ingest-table's step: profile and envelope make one conditional UpdateItem. */
#ifndef UPDATE_INGEST_TABLE_STEP_H
#define UPDATE_INGEST_TABLE_STEP_H

#include "task/step.h"

MUST_CHECK int table_step(struct step_env *env, struct envelope *envelope,
                          const struct profile *profile, struct err *err);

/* The request that table_step would send. */
MUST_CHECK int table_plan(struct step_env *env, struct envelope *envelope,
                          const struct profile *profile, struct json_object **request,
                          struct err *err);

#endif
