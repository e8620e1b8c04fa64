/*
 * DynamoDB items. Requests are JSON in the API's own shape ({"TableName": …, "Key": {"uuid": {"S":
 * …}}, …}); they are sent as they are. One struct dynamodb serves one thread.
 *
 * ERR_PRECONDITION: the request's ConditionExpression did not hold. *item is then the item that
 * stands in the table, when the request asked for it with ReturnValuesOnConditionCheckFailure
 * ALL_OLD; after a lost answer that may be what the request itself wrote. Other errors: service.h.
 */
#ifndef AWS_DYNAMODB_H
#define AWS_DYNAMODB_H

#include <stdatomic.h>

#include "aws/config.h"
#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "net/http.h"

struct dynamodb; /* opaque */

/* As s3_new and s3_set_stop. */
struct dynamodb *dynamodb_new(struct aws_config *config, struct http_transport http);
void dynamodb_free(struct dynamodb *dynamodb);
DEFINE_FREEP(dynamodb)
void dynamodb_set_stop(struct dynamodb *dynamodb, const atomic_bool *stop);

/* *item: attributes in the API's shape (caller releases), NULL when there is no such item. */
MUST_CHECK int dynamodb_get_item(struct dynamodb *dynamodb, const struct json_object *request,
                                 struct json_object **item, struct err *err);

/* *item (caller releases, also on ERR_PRECONDITION; may be NULL for "not wanted"): the Attributes
 * that ReturnValues asked for, NULL when there are none. */
MUST_CHECK int dynamodb_put_item(struct dynamodb *dynamodb, const struct json_object *request,
                                 struct json_object **item, struct err *err);
MUST_CHECK int dynamodb_update_item(struct dynamodb *dynamodb, const struct json_object *request,
                                    struct json_object **item, struct err *err);

/*
 * Plain JSON and attribute values: "a" <-> {"S": "a"}, 1.5 <-> {"N": "1.5"}, true <-> {"BOOL":
 * true}, null <-> {"NULL": true}, [] <-> {"L": []}, {} <-> {"M": {}}. Sets (SS, NS, BS) become
 * arrays and B stays base64 text on the way back. The caller releases what is returned.
 */
struct json_object *dynamodb_value(const struct json_object *plain);
struct json_object *dynamodb_plain(const struct json_object *value);
struct json_object *dynamodb_plain_item(const struct json_object *item);

#endif
