/* Trailers of phones: Samsung, Vivo. */
#include <stdio.h>
#include <string.h>

#include "meta/tables/trailer.h"
#include "meta/trailer.h"

#define MAX_ENTRIES 200

/* The name of a Samsung block, "" for kinds that are not told. */
static const struct samsung_block *samsung_block(uint16_t kind)
{
    for (size_t i = 0; i < samsung_n_blocks; i++) {
        if (samsung_blocks[i].kind == kind) {
            return &samsung_blocks[i];
        }
    }
    return NULL;
}

/* A block: 0, kind, length of the name, the name, data. */
static void samsung_add(struct meta_scan *scan, struct span in)
{
    static const struct place place = { "MakerNotes", "Samsung", 0, 0 };
    struct cursor at = { .in = in, .at = 2 };
    const struct samsung_block *block = samsung_block(cursor_u16(&at));
    struct span name = cursor_bytes(&at, cursor_u32(&at));
    struct span data = cursor_bytes(&at, cursor_left(&at));

    if (block == NULL || at.bad) {
        return;
    }
    if (block->name_tag != NULL) {
        (void)store_add_text(&scan->store, &place, block->name_tag, name);
    }
    if (block->tag == NULL) {
        return;
    }
    if (block->is_binary) {
        (void)store_add_binary(&scan->store, &place, block->tag, data.len);
    } else {
        (void)store_add_text(&scan->store, &place, block->tag, data);
    }
}

/* "SEFH", version, count, entries (0, kind, how far in front of "SEFH", length), length, "SEFT". */
int trailer_samsung(struct meta_scan *scan, struct trailer *trailer, struct err *err)
{
    struct span in = trailer->bytes;
    struct cursor at = { .in = in };
    uint64_t directory = 0;
    uint32_t n;

    (void)err;
    for (size_t i = 0; i + 12 <= in.len; i++) {
        if (memcmp(in.data + i, "SEFH", 4) == 0) {
            directory = i;
        }
    }
    at.at = (size_t)directory + 8;
    n = cursor_u32(&at);
    for (uint32_t i = 0; i < n && i < MAX_ENTRIES && cursor_left(&at) >= 12; i++) {
        uint32_t back, len;
        struct span block;

        (void)cursor_u32(&at);
        back = cursor_u32(&at);
        len = cursor_u32(&at);
        if (back <= directory && span_slice(in, directory - back, len, &block)) {
            samsung_add(scan, block);
        }
    }
    return 0;
}

/* "vivo", then JSON, then its length and fixed words. */
int trailer_vivo(struct meta_scan *scan, struct trailer *trailer, struct err *err)
{
    static const struct place place = { "Trailer", "Vivo", 0, 0 };
    struct span json;

    (void)err;
    if (trailer->bytes.len > 50 && memcmp(trailer->bytes.data, "vivo{", 5) == 0) {
        json = (struct span){ trailer->bytes.data + 4, trailer->bytes.len - 50 };
        (void)store_add_text(&scan->store, &place, "JSONInfo", json);
    }
    return 0;
}
