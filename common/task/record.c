#include "task/record.h"

#include <stdio.h>
#include <string.h>

#include "aws/dynamodb.h"
#include "base/text.h"
#include "recipe/record_value.h"

#define EXPRESSION_MAX 16384

/* The parts of the request while it grows. #n and :n stand for the n-th attribute. */
struct update {
    struct json_object *set, *set_if_absent; /* resolved values by attribute */
    struct json_object *names, *values;      /* the expressions' placeholders */
    struct buf expression;
    unsigned n;
};

static void update_release(struct update *update)
{
    json_release(update->set);
    json_release(update->set_if_absent);
    json_release(update->names);
    json_release(update->values);
    buf_release(&update->expression);
}

const char *record_order(const struct envelope *envelope)
{
    struct json_object *modified = json_find(envelope->json, "data.source.lastModified");

    if (envelope->sequencer != NULL) {
        return envelope->sequencer;
    }
    return json_is_str(modified) ? json_to_str(modified) : envelope->start_time;
}

/* Adds the resolved values of one part of the profile's record to out; absent ones are left out. */
static int resolve_all(struct json_object *attributes, const struct envelope *envelope,
                       struct json_object *out, struct err *err)
{
    struct key_parts parts = envelope_key_parts(envelope);

    for (struct json_iter it = json_iter(attributes); json_next(&it);) {
        struct json_object *value;
        bool absent;

        TRY(record_resolve(it.value, envelope->json, &parts, &value, &absent, err));
        if (!absent) {
            json_set(out, it.name, value);
        }
    }
    return 0;
}

static int resolve_parts(const struct record_spec *spec, const struct envelope *envelope,
                         struct update *update, struct err *err)
{
    const struct record_part none = { 0 };
    const struct record_part *parts[2] = { &spec->always,
                                           envelope->standalone ? &spec->standalone : &none };
    bool failed = envelope->failure_error != NULL;

    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        TRY(resolve_all(failed ? parts[i]->on_failure : parts[i]->set, envelope, update->set, err));
        TRY(resolve_all(parts[i]->set_if_absent, envelope, update->set_if_absent, err));
    }
    return 0;
}

/* A failure of a service's own ("States.Timeout") has our name in the row, as in the execution. */
static const char *failure_name(const char *error)
{
    return text_starts(error, "States.") ? err_name(ERR_INTERRUPTED) : error;
}

static struct json_object *bookkeeping(const struct envelope *envelope)
{
    struct json_object *ingest = json_new_object();
    struct json_object *etag = json_find(envelope->json, "data.source.etag");

    json_set_str(ingest, "order", record_order(envelope));
    if (envelope->execution_arn[0] != '\0') {
        json_set_str(ingest, "executionArn", envelope->execution_arn);
    }
    json_set_str(ingest, "status", envelope->failure_error != NULL ? "ERROR" : "COMPLETED");
    if (envelope->failure_error != NULL) {
        json_set_str(ingest, "error", failure_name(envelope->failure_error));
    }
    if (json_is_str(etag) || envelope->etag_bare[0] != '\0') {
        json_set_str(ingest, "etag", json_is_str(etag) ? json_to_str(etag) : envelope->etag_bare);
    }
    return ingest;
}

static void add_assignment(struct update *update, const char *name, struct json_object *value,
                           bool if_absent)
{
    char name_mark[16], value_mark[16];

    snprintf(name_mark, sizeof name_mark, "#%u", update->n);
    snprintf(value_mark, sizeof value_mark, ":%u", update->n);
    buf_add_str(&update->expression, update->n == 0 ? "SET " : ", ");
    if (if_absent) {
        buf_printf(&update->expression, "%s = if_not_exists(%s, %s)", name_mark, name_mark,
                   value_mark);
    } else {
        buf_printf(&update->expression, "%s = %s", name_mark, value_mark);
    }
    json_set_str(update->names, name_mark, name);
    json_set(update->values, value_mark, dynamodb_value(value));
    update->n++;
}

static void add_assignments(struct update *update, struct json_object *key)
{
    for (struct json_iter it = json_iter(update->set); json_next(&it);) {
        if (!json_has(key, it.name)) {
            add_assignment(update, it.name, it.value, false);
        }
    }
    for (struct json_iter it = json_iter(update->set_if_absent); json_next(&it);) {
        if (!json_has(key, it.name) && !json_has(update->set, it.name)) {
            add_assignment(update, it.name, it.value, true);
        }
    }
}

static void set_value(struct update *update, const char *mark, const char *text)
{
    struct json_object *plain = json_new_str(text);

    json_set(update->values, mark, dynamodb_value(plain));
    json_release(plain);
}

/* The row's order is older than ours, or ours again; see record.h. Times are told from sequencers
 * (hexadecimal) by their dashes. */
static void write_condition(struct update *update, const struct envelope *envelope,
                            struct buf *condition)
{
    const char *order = record_order(envelope);
    const char *other_kind = strchr(order, '-') != NULL ? "NOT contains(#ingest.#order, :dash)"
                                                        : "contains(#ingest.#order, :dash)";

    json_set_str(update->names, "#ingest", "ingest");
    json_set_str(update->names, "#order", "order");
    set_value(update, ":dash", "-");
    set_value(update, ":order", order);
    buf_add_str(condition, "attribute_not_exists(#ingest.#order) OR ");
    if (envelope->failure_error == NULL) {
        buf_printf(condition, "(%s) OR #ingest.#order <= :order", other_kind);
        return;
    }
    json_set_str(update->names, "#status", "status");
    set_value(update, ":done", "COMPLETED");
    buf_printf(condition,
               "((%s) AND #ingest.#status <> :done) OR (NOT (%s) AND (#ingest.#order < :order OR "
               "(#ingest.#order = :order AND #ingest.#status <> :done)))",
               other_kind, other_kind);
}

static struct json_object *attribute_map(struct json_object *plain)
{
    struct json_object *map = json_new_object();

    for (struct json_iter it = json_iter(plain); json_next(&it);) {
        json_set(map, it.name, dynamodb_value(it.value));
    }
    return map;
}

static int build(struct update *update, struct json_object *key, const struct envelope *envelope,
                 const char *table, struct json_object **request, struct err *err)
{
    CLEANUP(buf_release) struct buf condition = BUF_INIT(EXPRESSION_MAX);
    struct json_object *out;

    json_set(update->set, "ingest", bookkeeping(envelope));
    add_assignments(update, key);
    write_condition(update, envelope, &condition);
    TRY(buf_check(&update->expression, "record's expression", err));
    out = json_new_object();
    json_set_str(out, "TableName", table);
    json_set(out, "Key", attribute_map(key));
    json_set_str(out, "UpdateExpression", buf_cstr(&update->expression));
    json_set_str(out, "ConditionExpression", buf_cstr(&condition));
    json_set(out, "ExpressionAttributeNames", json_retain(update->names));
    json_set(out, "ExpressionAttributeValues", json_retain(update->values));
    json_set_str(out, "ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    *request = out;
    return 0;
}

/* DynamoDB takes an empty text for any attribute but one of the key. */
static bool is_key_value(struct json_object *value)
{
    return value != NULL && !(json_is_str(value) && json_to_str(value)[0] == '\0');
}

/* Every attribute of the key has a value; a failure may come too early for that. */
static int resolve_key(const struct record_spec *spec, const struct envelope *envelope,
                       struct json_object *key, struct err *err)
{
    TRY(resolve_all(spec->key, envelope, key, err));
    for (struct json_iter it = json_iter(spec->key); json_next(&it);) {
        if (is_key_value(json_member(key, it.name))) {
            continue;
        }
        if (envelope->failure_error == NULL) {
            return err_set(err, ERR_INPUT, "record.key.%s: nothing stands there in this ingest",
                           it.name);
        }
        json_remove(key, it.name);
    }
    return 0;
}

int record_request(const struct profile *profile, const struct envelope *envelope,
                   const char *table, struct json_object **request, struct err *err)
{
    const struct record_spec *spec = &profile->record;
    CLEANUP(json_releasep) struct json_object *key = json_new_object();
    CLEANUP(update_release)
    struct update update = {
        .set = json_new_object(),
        .set_if_absent = json_new_object(),
        .names = json_new_object(),
        .values = json_new_object(),
        .expression = BUF_INIT(EXPRESSION_MAX),
    };
    bool keeps_failures = spec->always.on_failure != NULL ||
                          (envelope->standalone && spec->standalone.on_failure != NULL);

    *request = NULL;
    if (spec->key == NULL || (envelope->failure_error != NULL && !keeps_failures)) {
        return 0;
    }
    TRY(resolve_key(spec, envelope, key, err));
    if (json_length(key) < json_length(spec->key)) {
        return 0;
    }
    TRY(resolve_parts(spec, envelope, &update, err));
    return build(&update, key, envelope, table, request, err);
}
