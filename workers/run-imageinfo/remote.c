#include "remote.h"

struct relay {
    int (*take)(void *take_ctx, struct span piece, struct err *err);
    void *take_ctx;
};

static int relay_piece(void *ctx, const struct s3_head *head, struct span piece, struct err *err)
{
    struct relay *relay = ctx;

    (void)head;
    return relay->take(relay->take_ctx, piece, err);
}

static int stream_all(void *ctx, int (*take)(void *take_ctx, struct span piece, struct err *err),
                      void *take_ctx, struct err *err)
{
    struct remote *remote = ctx;
    struct relay relay = { take, take_ctx };
    struct s3_sink sink = { relay_piece, &relay };

    return s3_get(remote->s3, &remote->object, 0, &sink, NULL, err);
}

void remote_open(struct remote *remote, struct s3 *s3, const struct envelope *envelope,
                 const struct s3_head *head)
{
    *remote = (struct remote){ .s3 = s3, .object = object_as_read(envelope, head) };
    remote->ranges = s3_source(s3, &remote->object, head->size, NULL);
    remote->stream = (struct source_stream){ stream_all, remote };
    remote->cache = source_cache_new(&remote->ranges, &remote->stream);
}

void remote_release(struct remote *remote)
{
    source_cache_free(remote->cache);
    source_release(&remote->ranges);
    *remote = (struct remote){ 0 };
}
