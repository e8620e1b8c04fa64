/* A maker note inside a small TIFF file, read as run-imageinfo reads it. */
#ifndef TESTS_LIB_MAKER_NOTE_H
#define TESTS_LIB_MAKER_NOTE_H

#include "meta_tags.h"
#include "tiff_bytes.h"

/* A little-endian TIFF file with Make, Model and the note; NULL where the read failed. */
static inline struct json_object *read_note(const char *make, const char *model, struct span note)
{
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(1u << 17);
    const struct tiff_entry entries[] = {
        { 0x010f, 2, (uint32_t)strlen(make) + 1, make, (uint32_t)strlen(make) + 1 },
        { 0x0110, 2, (uint32_t)strlen(model) + 1, model, (uint32_t)strlen(model) + 1 },
        { 0x927c, 7, (uint32_t)note.len, (const char *)note.data, (uint32_t)note.len },
    };

    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, entries, 3, 0, false);
    return object_flat(buf_span(&bytes));
}

#endif
