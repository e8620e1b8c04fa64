#include "task/identity.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/text.h"
#include "net/uri.h"

#define METADATA_TIMEOUT_MS 2000
#define METADATA_MAX_BYTES  (256 * 1024)
#define HOST_BYTES          64

/* What follows the last '/' of an ARN, or all of a name. */
static void copy_last_part(char *out, size_t size, const char *arn)
{
    const char *slash = strrchr(arn, '/');

    text_printable(out, size, slash != NULL ? slash + 1 : arn);
}

static void read_metadata(struct identity *out, const char *uri, struct http_transport http)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(METADATA_MAX_BYTES) };
    CLEANUP(json_releasep) struct json_object *task = NULL;
    CLEANUP(mem_freep) char *url = mem_printf("%s/task", uri);
    struct http_request req = { .method = "GET",
                                .url = url,
                                .total_timeout_ms = METADATA_TIMEOUT_MS };
    struct uri parsed;
    struct err err;

    if (uri_parse("ECS_CONTAINER_METADATA_URI_V4", url, &parsed, &err) != 0 ||
        !uri_host_is_local(parsed.host)) {
        return; /* the agent's address is link-local */
    }
    if (http.send(http.ctx, &req, &res, &err) != 0 || res.status != 200 ||
        json_parse(buf_span(&res.body), &task, &err) != 0) {
        return;
    }
    copy_last_part(out->ecs_task, sizeof out->ecs_task, json_to_str(json_member(task, "TaskARN")));
    copy_last_part(out->cluster, sizeof out->cluster, json_to_str(json_member(task, "Cluster")));
}

void identity_read(struct identity *out, const char *metadata_uri, struct http_transport http)
{
    char host[HOST_BYTES] = "";

    *out = (struct identity){ 0 };
    if (metadata_uri != NULL) {
        read_metadata(out, metadata_uri, http);
    }
    if (out->ecs_task[0] != '\0') {
        snprintf(out->worker_name, sizeof out->worker_name, "%.*s", STATES_MAX_WORKER_NAME,
                 out->ecs_task);
        return;
    }
    gethostname(host, sizeof host - 1);
    snprintf(out->worker_name, sizeof out->worker_name, "%s:%ld", host, (long)getpid());
}
