/* The text of imageinfo.json, the same in S3 and on a disk. */
#ifndef RUN_IMAGEINFO_IMAGEINFO_H
#define RUN_IMAGEINFO_IMAGEINFO_H

#include "base/buf.h"
#include "base/json.h"

#define IMAGEINFO_MAX_BYTES (32 * 1024 * 1024)

/* One object ("imageinfo" of sandbox_read_meta's result). */
void imageinfo_text(const struct json_object *imageinfo, struct buf *out);

#endif
