/* What the room meta finds in bytes, in one block or in a whole object: for unit tests and fuzz
 * targets. */
#ifndef TESTS_LIB_META_TAGS_H
#define TESTS_LIB_META_TAGS_H

#include "base/mem.h"
#include "meta/blocks.h"
#include "meta/meta.h"
#include "meta/result.h"

typedef int block_reader(struct meta_scan *scan, struct span block, struct err *err);

/* The grouped tags ("G0:G1:Name") that a block gives; caller releases. */
static inline struct json_object *block_tags(block_reader *read, struct span bytes)
{
    struct source src = source_memory(bytes);
    struct meta *meta = mem_zalloc(sizeof *meta);
    struct meta_scan *scan = &meta->scan;
    struct json_object *tags;
    struct err err = { 0 };

    meta->arena.max_bytes = 4u << 20;
    scan->reader = (struct reader){ &src, &meta->arena, src.size };
    scan->limits = (struct meta_limits){ 4u << 20, 100, 8 };
    scan->make = scan->model = scan->mime = scan->file_type = "";
    store_init(&scan->store, &meta->arena, scan);
    (void)!read(scan, bytes, &err);
    tags = meta_grouped(meta, "x");
    json_remove(tags, "SourceFile");
    meta_free(meta);
    source_release(&src);
    return tags;
}

/* Reads a whole object, which is told from its first bytes; NULL where it is refused. */
static inline struct meta *object_meta(struct span bytes)
{
    static const struct meta_limits limits = { 4u << 20, 100, 8 };
    CLEANUP(source_release) struct source src = source_memory(bytes);
    struct meta *meta = NULL;
    struct err err = { 0 };

    return meta_read(&src, &limits, &meta, &err) == 0 ? meta : NULL;
}

/* Its grouped tags, none where it is refused; caller releases. */
static inline struct json_object *object_tags(struct span bytes)
{
    struct meta *meta = object_meta(bytes);
    struct json_object *tags = meta != NULL ? meta_grouped(meta, "x") : json_new_object();

    meta_free(meta);
    return tags;
}

/* Its flat tags, by name alone; NULL where it is refused. Caller releases. */
static inline struct json_object *object_flat(struct span bytes)
{
    struct meta *meta = object_meta(bytes);
    struct json_object *flat = meta != NULL ? meta_flat(meta, "key") : NULL;

    meta_free(meta);
    return flat;
}

/* A tag's value as it is printed, "" where it is absent; valid until the next call. */
static inline const char *tag_text(struct json_object *tags, const char *name)
{
    static struct buf text = { .max = 1u << 20 };
    struct json_object *value = json_member(tags, name);

    buf_clear(&text);
    if (value == NULL) {
        return "";
    }
    if (json_is_str(value)) {
        buf_add_span(&text, json_to_span(value));
    } else {
        json_write(value, &text);
    }
    return buf_cstr(&text);
}

#endif
