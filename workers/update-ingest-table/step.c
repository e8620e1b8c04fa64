#include "step.h"

#include <string.h>

#include "task/record.h"

/* The row holds this very event's outcome: our own write, heard although its answer was lost, or
 * that of a twin. For a failure, the success that came before it. */
static bool is_this_event(struct json_object *item, const struct envelope *envelope)
{
    struct json_object *order = json_find(item, "ingest.M.order.S");

    return json_is_str(order) && strcmp(json_to_str(order), record_order(envelope)) == 0;
}

static void answer(struct step_env *env, struct envelope *envelope, struct json_object *request,
                   bool written)
{
    struct json_object *record = envelope_data(envelope, "record");

    json_set_str(record, "table", env->settings->ingest_table);
    json_set_bool(record, "written", written);
    if (request != NULL) {
        json_set(record, "key", dynamodb_plain_item(json_member(request, "Key")));
        json_set_str(record, "order", record_order(envelope));
    }
}

static int write_row(struct step_env *env, const struct envelope *envelope,
                     struct json_object *request, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *standing = NULL;
    int failed;

    phase_begin(&env->phases, PHASE_STORE);
    failed = dynamodb_update_item(env->dynamodb, request, &standing, err);
    phase_end(&env->phases, PHASE_STORE);
    if (failed == 0 || (err->kind == ERR_PRECONDITION && is_this_event(standing, envelope))) {
        return 0;
    }
    if (err->kind == ERR_PRECONDITION) {
        return err_set(err, ERR_SUPERSEDED, "superseded: the row is of a newer event, '%s'",
                       json_to_str(json_find(standing, "ingest.M.order.S")));
    }
    if (err->kind == ERR_NOT_FOUND) {
        err->kind = ERR_INPUT; /* the table, not the source */
    }
    return err->kind == ERR_CLOSED
               ? -1
               : err_prefix(err, "cannot write to the table '%s'", env->settings->ingest_table);
}

int table_plan(struct step_env *env, struct envelope *envelope, const struct profile *profile,
               struct json_object **request, struct err *err)
{
    return record_request(profile, envelope, env->settings->ingest_table, request, err);
}

int table_step(struct step_env *env, struct envelope *envelope, const struct profile *profile,
               struct err *err)
{
    CLEANUP(json_releasep) struct json_object *request = NULL;

    TRY(table_plan(env, envelope, profile, &request, err));
    if (request != NULL) {
        TRY(write_row(env, envelope, request, err));
    }
    answer(env, envelope, request, request != NULL);
    return 0;
}
