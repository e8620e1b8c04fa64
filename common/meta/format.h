/* The formats that are read, by their first bytes: one row each. */
#ifndef META_FORMAT_H
#define META_FORMAT_H

#include "meta/scan.h"

struct meta_format {
    const char *file_type, *mime; /* ExifTool's FileType and MIMEType */
    int (*read)(struct meta_scan *scan, struct err *err);
    bool is_raw;
};

#define FORMAT_HEAD_BYTES 64

/* NULL: none of them. */
const struct meta_format *format_sniff(struct span head);

#endif
