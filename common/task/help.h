/* --help and --version: printed from the tables that they describe. */
#ifndef TASK_HELP_H
#define TASK_HELP_H

#include "base/def.h"
#include "task/step.h"

/* Prints the answer to --help or --version on standard output; false for any other argument. */
bool help_answer(const char *argument, const struct worker_spec *spec);

#endif
