/* Multi-Picture Format (CIPA DC-007): in APP2 a TIFF structure whose directory lists the pictures
 * behind the first one; their offsets count from that structure. */
#include <stdio.h>

#include "meta/app.h"
#include "meta/ifd.h"
#include "meta/print.h"
#include "meta/tables/mpf.h"

#define ENTRY_BYTES   16
#define MAX_IMAGES    100
#define LARGE_PREVIEW 0x10000 /* in the image type */

static const struct enum_name flag_bits[] = {
    { 2, "Representative image" },
    { 3, "Dependent child image" },
    { 4, "Dependent parent image" },
};
static const struct enum_map flags = { .bits = flag_bits, .n_bits = ARRAY_LEN(flag_bits) };

struct mp_entry {
    uint32_t attributes, len, offset;
    uint16_t dependent[2];
};

/* The picture itself, named by its number or as the preview that it is. */
static void image_add(struct meta_scan *scan, const struct place *place, uint32_t number,
                      const struct mp_entry *entry)
{
    bool preview = (entry->attributes & 0x0f0000) == LARGE_PREVIEW;
    uint64_t start = (uint64_t)entry->offset + scan->app->mpf_base;
    char name[16];

    if (entry->offset == 0 || entry->len == 0) {
        return;
    }
    snprintf(name, sizeof name, "MPImage%u", number);
    (void)store_add_binary(&scan->store, place, preview ? "PreviewImage" : name, entry->len);
    if (preview) {
        scan_preview(scan, start, entry->len);
    }
}

static void type_add(struct meta_scan *scan, const struct place *place, uint32_t type)
{
    const char *name = enum_find(&mpf_image_type, type);
    char text[24], number[16];

    snprintf(number, sizeof number, "%u", type);
    snprintf(text, sizeof text, "Unknown (0x%x)", type);
    (void)store_add_printed(&scan->store, place, "MPImageType", span_str(number),
                            span_str(name == NULL ? text : name));
}

static void entry_add(struct meta_scan *scan, uint32_t number, const struct mp_entry *entry)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(256);
    struct store *store = &scan->store;
    char group[16];
    struct place place = { .g0 = "MPF" };

    snprintf(group, sizeof group, "MPImage%u", number);
    place.g1 = arena_text(scan->reader.arena, span_str(group));
    if (place.g1 == NULL) {
        return;
    }
    print_bits(&flags, entry->attributes >> 27, &text);
    (void)store_add_text(store, &place, "MPImageFlags", buf_span(&text));
    if ((entry->attributes >> 24 & 7) == 0) {
        (void)store_add_cstr(store, &place, "MPImageFormat", "JPEG");
    }
    type_add(scan, &place, entry->attributes & 0xffffff);
    (void)store_add_u64(store, &place, "MPImageLength", entry->len);
    (void)store_add_u64(store, &place, "MPImageStart",
                        entry->offset == 0 ? 0 : entry->offset + scan->app->mpf_base);
    (void)store_add_u64(store, &place, "DependentImage1EntryNumber", entry->dependent[0]);
    (void)store_add_u64(store, &place, "DependentImage2EntryNumber", entry->dependent[1]);
    image_add(scan, &place, number, entry);
}

int mpf_images(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct cursor at = { .in = raw->bytes, .big_endian = raw->big_endian };

    (void)err;
    for (uint32_t i = 1; i <= MAX_IMAGES && scan->app != NULL && cursor_left(&at) >= ENTRY_BYTES;
         i++) {
        struct mp_entry entry = { .attributes = cursor_u32(&at) };

        entry.len = cursor_u32(&at);
        entry.offset = cursor_u32(&at);
        entry.dependent[0] = cursor_u16(&at);
        entry.dependent[1] = cursor_u16(&at);
        entry_add(scan, i, &entry);
    }
    return 0;
}

int app_mpf(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct tiff_view view = { .memory = segment->payload, .file_offset = segment->offset };
    struct ifd_walk walk = { .table = &mpf_table, .name = "MPF0" };
    uint64_t next;

    if (segment->payload.len < 8) {
        return 0;
    }
    view.big_endian = segment->payload.data[0] == 'M';
    walk.offset = get_u32(segment->payload.data + 4, view.big_endian);
    app_state(scan)->mpf_base = segment->offset;
    TRY(ifd_read(scan, &view, &walk, &next, err));
    if (next == 0) {
        return 0;
    }
    walk.name = "MPF1";
    walk.offset = next;
    return ifd_read(scan, &view, &walk, &next, err);
}
