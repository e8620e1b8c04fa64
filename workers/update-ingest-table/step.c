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

/* The row that stands where our write was refused: a refusal has it with it, as we ask for it;
 * where one comes without, it is read. */
static int read_standing(struct step_env *env, struct json_object *request,
                         struct json_object **standing, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *read = json_new_object();

    if (*standing != NULL) {
        return 0;
    }
    json_set(read, "TableName", json_retain(json_member(request, "TableName")));
    json_set(read, "Key", json_retain(json_member(request, "Key")));
    json_set_bool(read, "ConsistentRead", true);
    TRY(dynamodb_get_item(env->dynamodb, read, standing, err));
    return *standing != NULL
               ? 0
               : err_set(err, ERR_TRANSIENT, "the row that refused the write is gone");
}

static int settle_refusal(struct step_env *env, const struct envelope *envelope,
                          struct json_object *request, struct json_object **standing,
                          struct err *err)
{
    TRY(read_standing(env, request, standing, err));
    return is_this_event(*standing, envelope)
               ? 0
               : err_set(err, ERR_SUPERSEDED, "superseded: the row is of a newer event, '%s'",
                         json_to_str(json_find(*standing, "ingest.M.order.S")));
}

static int write_row(struct step_env *env, const struct envelope *envelope,
                     struct json_object *request, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *standing = NULL;
    int failed;

    phase_begin(&env->phases, PHASE_STORE);
    failed = dynamodb_update_item(env->dynamodb, request, &standing, err);
    if (failed != 0 && err->kind == ERR_PRECONDITION) {
        failed = settle_refusal(env, envelope, request, &standing, err);
    }
    phase_end(&env->phases, PHASE_STORE);
    if (failed == 0 || err->kind == ERR_SUPERSEDED || err->kind == ERR_CLOSED) {
        return failed;
    }
    if (err->kind == ERR_NOT_FOUND) {
        err->kind = ERR_INPUT; /* the table, not the source */
    }
    return err_prefix(err, "cannot write to the table '%s'", env->settings->ingest_table);
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
