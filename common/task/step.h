/*
 * What a worker is: a step, and what it needs around it. workers/<name>/main.c fills in a struct
 * worker_spec and calls worker_main(); everything else (arguments, settings, clients, the loop,
 * signals, the log) is done here.
 */
#ifndef TASK_STEP_H
#define TASK_STEP_H

#include <stdatomic.h>

#include "aws/dynamodb.h"
#include "aws/s3.h"
#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "base/settings.h"
#include "recipe/profile.h"
#include "task/envelope.h"
#include "task/phases.h"

/* What a step works with; one for each slot. */
struct step_env {
    const struct settings *settings;
    struct s3 *s3;
    struct s3 *s3_out; /* stores while s3 is in the middle of a read */
    struct dynamodb *dynamodb;
    void *shared;            /* what open() made; one for the process */
    const atomic_bool *stop; /* true: the task is over; calls that take it end as ERR_CLOSED */
    struct phases phases;    /* of the task at hand; the loop clears it */
};

struct worker_spec {
    const char *name;    /* executable, activity, state: "make-proxy" */
    const char *summary; /* one line for --help */
    const char *usage;   /* lines of --help on files, "" where the worker does not work on files */
    bool needs_table;    /* INGEST_TABLE must be set */
    bool records_failures; /* takes tasks with $.failure; its answer ends the ingest */

    /* What all slots share; may be NULL. */
    int (*open)(const struct settings *settings, void **shared, struct err *err);
    void (*close)(void *shared);

    /*
     * The work. Adds its part to envelope->data; envelope and profile are this task's alone.
     * ERR_SUPERSEDED ends the ingest as SKIPPED with the message as reason; ERR_CHANGED is tried
     * once more from the start.
     */
    int (*step)(struct step_env *env, struct envelope *envelope, const struct profile *profile,
                struct err *err);

    /* --task --dry-run: the request that step would send, NULL for none (caller releases); NULL
     * where there is no such thing. */
    int (*plan)(struct step_env *env, struct envelope *envelope, const struct profile *profile,
                struct json_object **request, struct err *err);

    /* The mode on files: called with arguments that are not the worker's own; NULL: none. */
    int (*local)(int argc, char **argv, const struct settings *settings, struct err *err);
};

/* Gives the exit status. */
int worker_main(int argc, char **argv, const struct worker_spec *spec);

#endif
