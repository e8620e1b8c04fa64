/* The EXIF block that a rendition keeps. libexif lays it out; values are ours, already parsed. */
#include <libexif/exif-content.h>
#include <libexif/exif-data.h>
#include <libexif/exif-entry.h>
#include <libexif/exif-mem.h>
#include <stdlib.h>
#include <string.h>

#include "meta/result.h"

#define MAX_ENTRY_BYTES 4096  /* larger ones are nothing that a rendition's reader needs */
#define MAX_BLOCK_BYTES 60000 /* APP1 holds 65,533 */

/* Tags of IFD0 that still tell the truth of another picture of the same scene. */
static const uint16_t kept_ifd0[] = {
    0x010e, 0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x013c, 0x4746,
    0x4749, 0x8298, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f,
};

/* Of ExifIFD all but these: sizes, MakerNote, what points elsewhere, padding. */
static const uint16_t dropped_exif[] = { 0xa002, 0xa003, 0x927c, 0xa005, 0xa004, 0xea1c, 0xea1d };

struct writer {
    ExifMem *mem;
    ExifData *data;
};

static void writer_release(struct writer *writer)
{
    if (writer->data != NULL) {
        exif_data_unref(writer->data);
    }
    if (writer->mem != NULL) {
        exif_mem_unref(writer->mem);
    }
}

static bool has_id(const uint16_t *ids, size_t n_ids, uint32_t id)
{
    for (size_t i = 0; i < n_ids; i++) {
        if (ids[i] == id) {
            return true;
        }
    }
    return false;
}

static void add_entry(struct writer *writer, ExifIfd ifd, uint16_t id, uint8_t format,
                      struct span bytes)
{
    ExifEntry *entry;

    if (exif_content_get_entry(writer->data->ifd[ifd], (ExifTag)id) != NULL) {
        return;
    }
    entry = exif_entry_new_mem(writer->mem);
    if (entry == NULL) {
        return;
    }
    entry->tag = (ExifTag)id;
    entry->format = (ExifFormat)format;
    entry->components = bytes.len / format_size(format);
    entry->size = (unsigned)bytes.len;
    entry->data = exif_mem_alloc(writer->mem, (ExifLong)bytes.len);
    if (entry->data != NULL) {
        memcpy(entry->data, bytes.data, bytes.len);
        exif_content_add_entry(writer->data->ifd[ifd], entry);
    }
    exif_entry_unref(entry);
}

/* Bytes of one number, of the other endianness. */
static void turn_round(uint8_t *bytes, size_t len)
{
    for (size_t i = 0; i < len / 2; i++) {
        uint8_t byte = bytes[i];

        bytes[i] = bytes[len - 1 - i];
        bytes[len - 1 - i] = byte;
    }
}

/* The block is little-endian; rationals are two numbers each. */
static void copy_entry(struct writer *writer, ExifIfd ifd, const struct found *item)
{
    uint8_t bytes[MAX_ENTRY_BYTES], format = item->dir_format;
    size_t len = item->raw.bytes.len, unit = format_size(format);

    if (len == 0 || len > sizeof bytes || item->raw.bytes.data == NULL || format > FORMAT_DOUBLE ||
        unit == 0 || len % unit != 0) {
        return;
    }
    memcpy(bytes, item->raw.bytes.data, len);
    if (format == FORMAT_URATIONAL || format == FORMAT_SRATIONAL) {
        unit = 4;
    }
    if (item->raw.big_endian) {
        for (size_t at = 0; at < len && unit > 1; at += unit) {
            turn_round(bytes + at, unit);
        }
    }
    add_entry(writer, ifd, (uint16_t)item->tag->id, format, (struct span){ bytes, len });
}

static void copy_item(struct writer *writer, const struct found *item)
{
    uint32_t id = item->tag->id;

    if (strcmp(item->g1, "IFD0") == 0 && has_id(kept_ifd0, ARRAY_LEN(kept_ifd0), id)) {
        copy_entry(writer, EXIF_IFD_0, item);
    } else if (strcmp(item->g1, "ExifIFD") == 0 &&
               !has_id(dropped_exif, ARRAY_LEN(dropped_exif), id)) {
        copy_entry(writer, EXIF_IFD_EXIF, item);
    } else if (strcmp(item->g1, "GPS") == 0) {
        copy_entry(writer, EXIF_IFD_GPS, item);
    }
}

/* The text of the first of these names that the object has. */
static void add_text(struct writer *writer, struct store *store, uint16_t id,
                     const char *const names[3])
{
    for (size_t i = 0; i < 3; i++) {
        struct found *item = store_find(store, names[i]);
        struct span text = item != NULL ? store_value(store, item) : (struct span){ NULL, 0 };

        if (text.len > 0 && text.len < MAX_ENTRY_BYTES) {
            /* the store's texts end in a NUL, which belongs to an EXIF text */
            text.len++;
            add_entry(writer, EXIF_IFD_0, id, FORMAT_TEXT, text);
            return;
        }
    }
}

static void save(struct writer *writer, struct buf *out)
{
    unsigned char *bytes = NULL;
    unsigned len = 0;

    exif_data_save_data(writer->data, &bytes, &len);
    if (bytes != NULL && len > 6 && len <= MAX_BLOCK_BYTES) {
        buf_add(out, bytes + 6, len - 6); /* without "Exif\0\0" */
    }
    free(bytes);
}

static bool is_empty(const struct writer *writer)
{
    for (int i = 0; i < EXIF_IFD_COUNT; i++) {
        if (writer->data->ifd[i]->count > 0) {
            return false;
        }
    }
    return true;
}

void meta_write_exif(const struct meta *meta, bool all, struct buf *out)
{
    static const char *const copyright[3] = { "Copyright", "Rights", "CopyrightNotice" };
    static const char *const artist[3] = { "Artist", "Creator", "By-line" };
    struct store *store = result_store(meta);
    CLEANUP(writer_release) struct writer writer = { exif_mem_new_default(), NULL };

    if (writer.mem != NULL) {
        writer.data = exif_data_new_mem(writer.mem);
    }
    if (writer.data == NULL) {
        return;
    }
    exif_data_set_byte_order(writer.data, EXIF_BYTE_ORDER_INTEL);
    for (uint32_t i = 0; all && i < store->n_items; i++) {
        const struct found *item = &store->items[i];

        if (item->tag != NULL && item->g0 != NULL && item->g1 != NULL &&
            strcmp(item->g0, "EXIF") == 0) {
            copy_item(&writer, item);
        }
    }
    add_text(&writer, store, 0x8298, copyright);
    add_text(&writer, store, 0x013b, artist);
    if (!is_empty(&writer)) {
        save(&writer, out);
    }
}
