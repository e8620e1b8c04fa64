/* Who this worker is, in the history of an execution and in the log: from the task metadata of ECS
 * (version 4) where there is one, else host name and process. */
#ifndef TASK_IDENTITY_H
#define TASK_IDENTITY_H

#include "aws/states.h"
#include "base/def.h"
#include "net/http.h"

struct identity {
    char worker_name[STATES_MAX_WORKER_NAME + 1];
    char ecs_task[128]; /* the task's id; "" outside ECS */
    char cluster[256];
};

/* metadata_uri: ECS_CONTAINER_METADATA_URI_V4, NULL outside ECS. A metadata service that does not
 * answer within 2 s is gone without. */
void identity_read(struct identity *out, const char *metadata_uri, struct http_transport http);

#endif
