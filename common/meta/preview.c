#include "meta/preview.h"

#include <string.h>

#define THUMBNAIL_HEADER_BYTES 216
#define MAX_THUMBNAIL_BYTES    1000000
#define PHOTOMETRIC_RGB        2 /* TIFF 6.0, section 8 */

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

/* One picture a name is told: where the winning Start and Length say that there is one. */
static void tell(struct meta_scan *scan, size_t pair)
{
    struct store *store = &scan->store;
    struct found *start = store_find(store, pairs[pair].start);
    struct found *length = store_find(store, pairs[pair].length);
    uint64_t len = length == NULL ? 0 : number_of(store, length);

    if (start != NULL && number_of(store, start) > 0 && len > 0 &&
        store_find(store, pairs[pair].image) == NULL) {
        const struct place place = { start->g0, start->g1, 0, 0 };

        store_add_binary(store, &place, pairs[pair].image, len);
    }
}

/* All that lie inside the file are remembered for the renderer. */
static void remember(struct meta_scan *scan, size_t pair)
{
    struct store *store = &scan->store;

    for (uint32_t i = 0; i < store->n_items; i++) {
        struct found *start = &store->items[i], *length;

        if (strcmp(start->name, pairs[pair].start) == 0 &&
            (length = length_of(store, start, pairs[pair].length)) != NULL) {
            scan_preview(scan, number_of(store, start), number_of(store, length));
        }
    }
}

/* A tag of the directory that item stands in, as a number; 0 for none. */
static uint64_t beside(struct store *store, const struct found *item, const char *name)
{
    struct found *found = length_of(store, item, name);

    return found != NULL ? number_of(store, found) : 0;
}

/*
 * An uncompressed picture of reduced size, told with the length that it has as a file of its own:
 * ExifTool puts a TIFF header of 216 bytes in front of it.
 */
static void tell_thumbnail_tiff(struct meta_scan *scan)
{
    struct store *store = &scan->store;

    for (uint32_t i = 0, n = store->n_items; i < n; i++) {
        const struct found *item = &store->items[i];
        struct place place = { item->g0, item->g1, 0, 0 };
        uint64_t len;

        if (strcmp(item->name, "SubfileType") != 0 || number_of(store, &store->items[i]) != 1 ||
            beside(store, item, "Compression") != 1 || beside(store, item, "ImageWidth") == 0 ||
            beside(store, item, "StripOffsets") == 0) {
            continue;
        }
        len = beside(store, item, "StripByteCounts");
        if (len > 0 && len < MAX_THUMBNAIL_BYTES &&
            beside(store, item, "StripOffsets") + len <= scan->reader.size) {
            store_add_binary(store, &place, "ThumbnailTIFF", len + THUMBNAIL_HEADER_BYTES);
            return;
        }
    }
}

/* IFD0 of reduced size in RGB: the only preview of some older cameras. */
static void look_at_first_page(struct meta_scan *scan)
{
    struct store *store = &scan->store;

    for (uint32_t i = 0; i < store->n_items; i++) {
        struct found *item = &store->items[i];

        if (strcmp(item->name, "SubfileType") == 0 && item->g1 != NULL &&
            strcmp(item->g1, "IFD0") == 0) {
            scan->first_page_is_preview =
                number_of(store, item) == 1 &&
                beside(store, item, "PhotometricInterpretation") == PHOTOMETRIC_RGB;
            return;
        }
    }
}

void preview_composites(struct meta_scan *scan)
{
    look_at_first_page(scan);
    tell_thumbnail_tiff(scan);
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        remember(scan, i);
        tell(scan, i);
    }
}
