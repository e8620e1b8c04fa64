#include "task/phases.h"

const char *const phase_names[PHASES] = { "fetch", "decode", "store" };

void phase_begin(struct phases *phases, enum phase phase)
{
    phases->at[phase].since_us = clock_monotonic_us();
    if (phases->at[phase].begun_us == 0) {
        phases->at[phase].begun_us = phases->at[phase].since_us;
    }
}

void phase_end(struct phases *phases, enum phase phase)
{
    phases->at[phase].ended_us = clock_monotonic_us();
    phases->at[phase].spent_us += phases->at[phase].ended_us - phases->at[phase].since_us;
}
