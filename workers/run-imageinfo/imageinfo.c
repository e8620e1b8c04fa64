#include "imageinfo.h"

void imageinfo_text(const struct json_object *imageinfo, struct buf *out)
{
    json_write_pretty(imageinfo, out);
    buf_add_byte(out, '\n');
}
