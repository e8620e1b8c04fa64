/* Trailers of phones: Samsung, Vivo. */
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

static size_t count_values(struct span in)
{
    size_t n = in.len > 0;

    for (size_t i = 0; i < in.len; i++) {
        n += in.data[i] == ',';
    }
    return n;
}

static struct span value_of(struct meta_scan *scan, const char *name)
{
    struct found *found = store_find(&scan->store, name);

    return found == NULL ? (struct span){ NULL, 0 } : store_value(&scan->store, found);
}

void trailer_google(struct meta_scan *scan)
{
    static const struct place place = { "Trailer", "Google", 0, 0 };
    struct cursor kinds = { .in = value_of(scan, "DirectoryItemSemantic") };
    struct cursor lengths = { .in = value_of(scan, "DirectoryItemLength") };
    size_t n = count_values(kinds.in), n_lengths = count_values(lengths.in);
    double start = 0;

    if (store_double(&scan->store, "MPImageStart", &start) && start > (double)scan->reader.size) {
        return; /* a file that is cut: Multi-Picture Format tells of the same pictures */
    }

    for (size_t i = 0; i < n && i < MAX_ENTRIES; i++) {
        struct span kind = cursor_until(&kinds, ',');
        bool has_length = n_lengths == n || !span_equal(kind, span_str("Primary"));
        int64_t len = has_length ? number_int(cursor_until(&lengths, ',')) : 0;

        for (size_t k = 0; k < google_pictures.n_texts; k++) {
            if (len > 0 && (uint64_t)len < scan->reader.size &&
                span_equal(kind, span_str(google_pictures.texts[k].value))) {
                (void)store_add_binary(&scan->store, &place, google_pictures.texts[k].name,
                                       (uint64_t)len);
            }
        }
    }
}
