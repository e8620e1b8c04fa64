#include "meta/preview.h"

#include <inttypes.h>
#include <string.h>

static const struct {
    const char *start, *length, *image;
} pairs[] = {
    { "ThumbnailOffset", "ThumbnailLength", "ThumbnailImage" },
    { "PreviewImageStart", "PreviewImageLength", "PreviewImage" },
    { "JpgFromRawStart", "JpgFromRawLength", "JpgFromRaw" },
    { "OtherImageStart", "OtherImageLength", "OtherImage" },
    { "PreviewJXLStart", "PreviewJXLLength", "PreviewJXL" },
};

static uint64_t number_of(struct store *store, struct found *item)
{
    double number = number_parse(store_value(store, item), NULL);

    return number > 0 && number < 9e15 ? (uint64_t)number : 0;
}

/* Inside the file, or of a size that is not known yet. */
static bool lies_inside(const struct meta_scan *scan, uint64_t offset, uint64_t len)
{
    return offset < scan->reader.size && len <= scan->reader.size - offset;
}

/* The length that stands in the directory of this start. */
static struct found *length_of(struct store *store, const struct found *start, const char *name)
{
    for (uint32_t i = 0; i < store->n_items; i++) {
        struct found *item = &store->items[i];

        if (strcmp(item->name, name) == 0 && item->g1 != NULL && start->g1 != NULL &&
            strcmp(item->g1, start->g1) == 0) {
            return item;
        }
    }
    return NULL;
}

static void add_picture(struct meta_scan *scan, const struct found *start, const char *name,
                        uint64_t offset, uint64_t len)
{
    struct place place = { start->g0, start->g1, 0, 0 };

    store_add_binary(&scan->store, &place, name, len);
    scan_preview(scan, offset, len);
}

/* All are remembered for the renderer; one of a name is told, that of the winning Start. */
static void look_at_pair(struct meta_scan *scan, size_t pair)
{
    struct store *store = &scan->store;
    const struct found *best = store_find(store, pairs[pair].start);
    uint32_t n = store->n_items, best_index = best == NULL ? n : (uint32_t)(best - store->items);
    bool told = store_find(store, pairs[pair].image) != NULL;

    for (uint32_t i = 0; i < n && best != NULL; i++) {
        struct found *length;
        uint64_t offset, len;

        if (strcmp(store->items[i].name, pairs[pair].start) != 0) {
            continue;
        }
        length = length_of(store, &store->items[i], pairs[pair].length);
        if (length == NULL) {
            continue;
        }
        offset = number_of(store, &store->items[i]);
        len = number_of(store, length);
        if (offset == 0 || len == 0 || !lies_inside(scan, offset, len)) {
            continue;
        }
        if (i == best_index && !told) {
            struct found start = store->items[i];

            add_picture(scan, &start, pairs[pair].image, offset, len);
        } else {
            scan_preview(scan, offset, len);
        }
    }
}

void preview_composites(struct meta_scan *scan)
{
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        look_at_pair(scan, i);
    }
}
