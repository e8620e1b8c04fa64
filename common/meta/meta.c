#include "meta/meta.h"

#include <string.h>

#include "base/mem.h"
#include "meta/app.h"
#include "meta/blocks.h"
#include "meta/format.h"
#include "meta/ifd.h"
#include "meta/raw.h"
#include "meta/result.h"

#define DAMAGED_HEAD_BYTES  1024
#define DAMAGED_BLOCK_BYTES 65536

static void start(struct meta *meta, struct source *src, const struct meta_limits *limits)
{
    struct meta_scan *scan = &meta->scan;

    meta->arena.max_bytes = limits->max_unpacked_bytes;
    scan->reader = (struct reader){ src, &meta->arena, src->size };
    scan->limits = *limits;
    scan->make = scan->model = scan->mime = scan->file_type = "";
    store_init(&scan->store, &meta->arena, scan);
}

/* A JPEG whose first marker is damaged: as ExifTool does, what looks like JPEG or TIFF behind it is
 * read, and the file has no type. */
static int read_damaged(struct meta_scan *scan, bool *found, struct err *err)
{
    static const struct {
        const char *bytes;
        bool is_jpeg;
    } starts[] = { { "\xff\xd8\xff", true }, { "MM\0*", false }, { "II*\0", false } };
    struct span head, block;

    *found = false;
    TRY(reader_bytes(&scan->reader, 0, DAMAGED_HEAD_BYTES, &head, err));
    for (size_t at = 1; at + 4 <= head.len && head.data[0] == 0xff && head.data[1] == 0xd8; at++) {
        for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
            if (memcmp(head.data + at, starts[i].bytes, starts[i].is_jpeg ? 3 : 4) != 0) {
                continue;
            }
            *found = true;
            if (starts[i].is_jpeg) {
                return raw_embedded_jpeg(scan, at, UINT64_MAX, err);
            }
            TRY(reader_bytes(&scan->reader, at, DAMAGED_BLOCK_BYTES, &block, err));
            return exif_read(scan, block, at, err);
        }
    }
    return 0;
}

static int read_unknown(struct meta_scan *scan, struct err *err)
{
    bool found;

    TRY(read_damaged(scan, &found, err));
    if (!found) {
        return err_set(err, ERR_UNSUPPORTED, "not an image of a type that is handled");
    }
    composite_add(scan);
    return 0;
}

static int read_all(struct meta_scan *scan, struct err *err)
{
    struct span head;
    const struct meta_format *format;

    TRY(reader_bytes(&scan->reader, 0, FORMAT_HEAD_BYTES, &head, err));
    format = format_sniff(head);
    if (format == NULL) {
        return read_unknown(scan, err);
    }
    scan->file_type = format->file_type;
    scan->mime = format->mime;
    scan->is_raw = format->is_raw;
    TRY(format->read(scan, err));
    scan_file_text(scan, "FileType", scan->file_type);
    scan_file_text(scan, "MIMEType", scan->mime);
    composite_add(scan);
    return 0;
}

int meta_read(struct source *src, const struct meta_limits *limits, struct meta **out,
              struct err *err)
{
    CLEANUP(meta_freep) struct meta *meta = mem_zalloc(sizeof *meta);

    start(meta, src, limits);
    TRY(read_all(&meta->scan, err));
    *out = meta;
    meta = NULL;
    return 0;
}

void meta_free(struct meta *meta)
{
    if (meta != NULL) {
        app_release(&meta->scan);
        store_release(&meta->scan.store);
        arena_release(&meta->arena);
        mem_free(meta);
    }
}

const char *meta_format(const struct meta *meta)
{
    return meta->scan.file_type;
}

bool meta_is_raw(const struct meta *meta)
{
    return meta->scan.is_raw;
}

bool meta_first_page_is_preview(const struct meta *meta)
{
    return meta->scan.first_page_is_preview;
}

bool meta_largest_preview(const struct meta *meta, struct meta_preview *out)
{
    *out = meta->scan.preview;
    return out->len > 0;
}
