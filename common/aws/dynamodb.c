#include "aws/dynamodb.h"

#include "aws/json_call.h"
#include "base/mem.h"

#define MAX_ANSWER_BYTES ((size_t)4 * 1024 * 1024) /* an item has at most 400 KB */
#define BUDGET_MS        45000

struct dynamodb {
    struct service service;
};

struct dynamodb *dynamodb_new(struct aws_config *config, struct http_transport http)
{
    struct dynamodb *dynamodb = mem_zalloc(sizeof *dynamodb);

    dynamodb->service = (struct service){ config, http, &service_dynamodb, NULL };
    return dynamodb;
}

void dynamodb_free(struct dynamodb *dynamodb)
{
    mem_free(dynamodb);
}

void dynamodb_set_stop(struct dynamodb *dynamodb, const atomic_bool *stop)
{
    dynamodb->service.stop = stop;
}

/* The member of a JSON object with an owner of its own, NULL when it is none. */
static struct json_object *object_member(const struct json_object *root, const char *name)
{
    struct json_object *member = json_member(root, name);

    return json_is_object(member) ? json_retain(member) : NULL;
}

/* What stands in the table, out of the body of ConditionalCheckFailedException. */
static struct json_object *standing_item(const struct buf *body)
{
    CLEANUP(json_releasep) struct json_object *root = NULL;
    struct err ignored;

    return json_parse(buf_span(body), &root, &ignored) == 0 ? object_member(root, "Item") : NULL;
}

/* member: of the answer, "Item" or "Attributes". */
static int call(struct dynamodb *dynamodb, const char *target, const char *member,
                const struct json_object *request, struct json_object **item, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *answer = NULL;
    CLEANUP(buf_release) struct buf raw = BUF_INIT(MAX_ANSWER_BYTES);
    const struct json_call one = {
        .target = target,
        .content_type = "application/x-amz-json-1.0",
        .max_answer_bytes = MAX_ANSWER_BYTES,
        .budget_ms = BUDGET_MS,
    };
    struct err own;

    err = err != NULL ? err : &own;
    if (item != NULL) {
        *item = NULL;
    }
    if (json_call(&dynamodb->service, &one, request, &answer, &raw, err) != 0) {
        if (item != NULL && err->kind == ERR_PRECONDITION) {
            *item = standing_item(&raw);
        }
        return -1;
    }
    if (item != NULL) {
        *item = object_member(answer, member);
    }
    return 0;
}

int dynamodb_get_item(struct dynamodb *dynamodb, const struct json_object *request,
                      struct json_object **item, struct err *err)
{
    return call(dynamodb, "DynamoDB_20120810.GetItem", "Item", request, item, err);
}

int dynamodb_put_item(struct dynamodb *dynamodb, const struct json_object *request,
                      struct json_object **item, struct err *err)
{
    return call(dynamodb, "DynamoDB_20120810.PutItem", "Attributes", request, item, err);
}

int dynamodb_update_item(struct dynamodb *dynamodb, const struct json_object *request,
                         struct json_object **item, struct err *err)
{
    return call(dynamodb, "DynamoDB_20120810.UpdateItem", "Attributes", request, item, err);
}
