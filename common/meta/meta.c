#include "meta/meta.h"

#include "base/mem.h"
#include "meta/app.h"
#include "meta/blocks.h"
#include "meta/format.h"
#include "meta/result.h"

static void start(struct meta *meta, struct source *src, const struct meta_limits *limits)
{
    struct meta_scan *scan = &meta->scan;

    meta->arena.max_bytes = limits->max_unpacked_bytes;
    scan->reader = (struct reader){ src, &meta->arena, src->size };
    scan->limits = *limits;
    scan->make = scan->model = scan->mime = scan->file_type = "";
    store_init(&scan->store, &meta->arena, scan);
}

static int read_all(struct meta_scan *scan, struct err *err)
{
    struct span head;
    const struct meta_format *format;

    TRY(reader_bytes(&scan->reader, 0, FORMAT_HEAD_BYTES, &head, err));
    format = format_sniff(head);
    if (format == NULL) {
        return err_set(err, ERR_UNSUPPORTED, "not an image of a type that is handled");
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

bool meta_largest_preview(const struct meta *meta, struct meta_preview *out)
{
    *out = meta->scan.preview;
    return out->len > 0;
}
