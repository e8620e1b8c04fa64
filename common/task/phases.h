/* How long a task took to fetch, decode and store, and how much it moved: for log, metrics and
 * trace. */
#ifndef TASK_PHASES_H
#define TASK_PHASES_H

#include "base/clock.h"
#include "base/def.h"

enum phase { PHASE_FETCH, PHASE_DECODE, PHASE_STORE, PHASES };
extern const char *const phase_names[PHASES];

struct phases {
    struct {
        uint64_t begun_us,
            ended_us; /* first begin and last end, of the monotonic clock; 0: never */
        uint64_t since_us, spent_us; /* phases may take turns: what they took together */
    } at[PHASES];
    uint64_t bytes_in, bytes_out;
};

void phase_begin(struct phases *phases, enum phase phase);
void phase_end(struct phases *phases, enum phase phase);

#endif
