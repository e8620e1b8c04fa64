#include "subject.h"

#include <stdio.h>
#include <string.h>

#include "hints.h"
#include "image/render.h"
#include "limits.h"
#include "meta/meta.h"

#define HEAD_BYTES 32

static void meta_freep(struct meta **meta)
{
    meta_free(*meta);
}

/* Raw files look like TIFF, like ISO media ("ftypcrx "), or like nothing that is decoded. */
static bool may_be_raw(const char *format)
{
    return format == NULL || strcmp(format, "tiff") == 0 || strcmp(format, "heif") == 0;
}

/* All metadata; NULL where there is none to be read: the codecs say what is wrong with it. */
static int read_all(struct source *src, struct meta **out, struct err *err)
{
    struct err why = { 0 };

    if (meta_read(src, &meta_job_limits, out, &why) == 0 || why.kind == ERR_UNSUPPORTED ||
        why.kind == ERR_MALFORMED || why.kind == ERR_LIMIT) {
        return 0;
    }
    *err = why;
    return -1;
}

static int look_inside(struct source *src, struct subject *out, struct err *err)
{
    CLEANUP(meta_freep) struct meta *meta = NULL;
    struct meta_preview preview;

    TRY(read_all(src, &meta, err));
    if (meta == NULL) {
        return 0;
    }
    out->has_preview = meta_largest_preview(meta, &preview);
    if (out->has_preview) {
        out->preview = source_window(&out->window, src, preview.offset, preview.len);
    }
    if (!meta_is_raw(meta)) {
        return 0;
    }
    snprintf(out->raw_type, sizeof out->raw_type, "%s", meta_format(meta));
    out->raw = out->raw_type;
    out->by_first_page = !out->has_preview && meta_first_page_is_preview(meta);
    if (!subject_fall_back(out) && !out->by_first_page) {
        return err_set(err, ERR_UNSUPPORTED, "camera raw file (%s) without an embedded preview",
                       out->raw_type);
    }
    return 0;
}

int subject_find(struct source *src, struct subject *out, struct err *err)
{
    uint8_t head[HEAD_BYTES];
    const char *format;
    size_t got;

    *out = (struct subject){ .src = src };
    TRY(source_read(src, 0, head, sizeof head, &got, err));
    format = image_sniff((struct span){ head, got });
    TRY(hints_orientation(src, format, &out->orientation, err));
    if (may_be_raw(format)) {
        TRY(look_inside(src, out, err));
    }
    if (out->raw != NULL && !out->by_first_page &&
        out->orientation == 0) { /* not TIFF: the preview has EXIF of its own */
        TRY(hints_orientation(out->src, "jpeg", &out->orientation, err));
    }
    return 0;
}

bool subject_fall_back(struct subject *subject)
{
    if (!subject->has_preview || subject->src == &subject->preview) {
        return false;
    }
    subject->src = &subject->preview;
    return true;
}

int subject_kept(struct source *src, struct buf *copyright, struct buf *all, struct err *err)
{
    CLEANUP(meta_freep) struct meta *meta = NULL;

    TRY(read_all(src, &meta, err));
    if (meta != NULL) {
        meta_write_exif(meta, false, copyright);
        meta_write_exif(meta, true, all);
    }
    if (all->overflowed) { /* what fits into no segment is left out whole */
        buf_clear(all);
    }
    return 0;
}
