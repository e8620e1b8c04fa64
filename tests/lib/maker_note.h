/* A maker note inside a small TIFF file, read as run-imageinfo reads it. */
#ifndef TESTS_LIB_MAKER_NOTE_H
#define TESTS_LIB_MAKER_NOTE_H

#include <stdio.h>

#include "lib/tiff_bytes.h"
#include "meta/meta.h"

#define BYTES(text) text, sizeof(text) - 1

/* A little-endian TIFF file with Make, Model and the note; NULL where the read failed. */
static inline struct json_object *read_note(const char *make, const char *model, struct span note)
{
    static const struct meta_limits limits = { 4u << 20, 100, 8 };
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(1u << 17);
    const struct tiff_entry entries[] = {
        { 0x010f, 2, (uint32_t)strlen(make) + 1, make, (uint32_t)strlen(make) + 1 },
        { 0x0110, 2, (uint32_t)strlen(model) + 1, model, (uint32_t)strlen(model) + 1 },
        { 0x927c, 7, (uint32_t)note.len, (const char *)note.data, (uint32_t)note.len },
    };
    struct json_object *json = NULL;
    struct meta *meta = NULL;
    struct err err = { 0 };
    struct source src;

    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, entries, 3, 0, false);
    src = source_memory(buf_span(&bytes));
    if (meta_read(&src, &limits, &meta, &err) == 0) {
        json = meta_flat(meta, "key");
    }
    meta_free(meta);
    source_release(&src);
    return json;
}

/* What is printed for a name, "(none)" for nothing; good until the next call. */
static inline const char *text_of(struct json_object *json, const char *name)
{
    static char number[64];
    struct json_object *node = json_member(json, name);

    if (json_is_number(node)) {
        CLEANUP(buf_release) struct buf text = BUF_INIT(sizeof number);

        json_write(node, &text);
        snprintf(number, sizeof number, "%s", buf_cstr(&text));
        return number;
    }
    return node == NULL ? "(none)" : json_to_str(node);
}

#endif
