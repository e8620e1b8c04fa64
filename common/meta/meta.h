/*
 * ExifTool's answers from any image: reads only the bytes that it needs through struct source, and
 * prints names and values as `exiftool -json -coordFormat '%d %d %.8f'` does. Runs in
 * image-sandbox.
 */
#ifndef META_META_H
#define META_META_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "base/source.h"

struct meta; /* opaque: the tags of one object */

struct meta_limits {
    uint64_t max_unpacked_bytes; /* 16 MiB: EXIF, XMP, ICC, text, inflated, in all */
    uint32_t max_ifds;           /* 100 */
    uint32_t max_depth;          /* 8 */
};

/*
 * Reads all metadata. Damage inside a known type is no error: what could be read is there.
 * ERR_UNSUPPORTED when the first bytes are of no type that is handled; ERR_MALFORMED when nothing
 * at all could be read past them; ERR_LIMIT names the limit.
 */
MUST_CHECK int meta_read(struct source *src, const struct meta_limits *limits, struct meta **out,
                         struct err *err);
void meta_free(struct meta *meta);

/*
 * The flat object of imageinfo.json: one value a name by ExifTool's priority rule; names beginning
 * File or Directory left out, strings trimmed, empty ones left out, arrays joined with ",",
 * PreviewImage and ThumbnailImage always booleans; SourceFile first (source_file, the key). Caller
 * releases.
 */
struct json_object *meta_flat(const struct meta *meta, const char *source_file);

/* "G0:G1:Name" members, the instances that the flat shape hides included. Caller releases. */
struct json_object *meta_grouped(const struct meta *meta, const char *source_file);

/* {camera, lens, time, tags ("a,b"), place: {latitude, longitude, altitude}, width, height, format,
 * mime}: what is known, each text cut to what a state can carry. Caller releases. */
struct json_object *meta_summary(const struct meta *meta);

/* What the renderer wants to know. Offsets are into the source that was read. */
struct meta_preview {
    uint64_t offset, len;
};
const char *meta_format(const struct meta *meta); /* "JPEG", "CR2", … as ExifTool's FileType */
bool meta_is_raw(const struct meta *meta);        /* served by its largest preview */
MUST_CHECK bool meta_largest_preview(const struct meta *meta, struct meta_preview *out);
/* Whether the first page of a TIFF-like raw file is a picture of reduced size in plain colours. */
bool meta_first_page_is_preview(const struct meta *meta);

/* A small EXIF block (TIFF header first) of Copyright, Artist, or of all that is kept; empty where
 * there is nothing. libexif writes it. */
void meta_write_exif(const struct meta *meta, bool all, struct buf *out);

#endif
