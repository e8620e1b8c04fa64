/* The object in S3 as the reader of metadata sees it: few ranges, kept pieces, and one streaming
 * GET where the ranges are used up. */
#ifndef RUN_IMAGEINFO_REMOTE_H
#define RUN_IMAGEINFO_REMOTE_H

#include "base/source_cache.h"
#include "task/object.h"

struct remote {
    struct s3 *s3;
    struct s3_object object;
    struct source ranges;
    struct source_stream stream;
    struct source_cache *cache;
};

/* head, envelope and s3 outlive it. Every read is held to the state that head tells of. */
void remote_open(struct remote *remote, struct s3 *s3, const struct envelope *envelope,
                 const struct s3_head *head);
void remote_release(struct remote *remote);

#endif
