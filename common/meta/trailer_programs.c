/* Trailers of picture desks' programs: AFCP, FotoStation, Photo Mechanic, Canon's DPP, MIE. */
#include <string.h>

#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/tables/trailer.h"
#include "meta/trailer.h"

#define AFCP_ENTRY      12
#define MAX_ENTRIES     1000
#define VRD_HEADER      28
#define VRD_FOOTER      64
#define VRD_EDIT        0xffff00f4
#define VRD_XMP         0xffff00f6
#define FOTO_FOOTER     10
#define MECHANIC_FOOTER 12

/* AXS File Concatenation Protocol: a header, entries of kind, length and place in the file. */
int trailer_afcp(struct meta_scan *scan, struct trailer *trailer, struct err *err)
{
    static const struct place place = { "AFCP", "AFCP", 0, PRIORITY_LOW };
    struct cursor at = { .in = trailer->bytes, .at = 4 };
    uint16_t n;

    if (trailer->bytes.len < 12 || memcmp(trailer->bytes.data, "AXS", 3) != 0) {
        return 0;
    }
    at.big_endian = trailer->bytes.data[3] == '!';
    (void)cursor_u16(&at);
    n = cursor_u16(&at);
    (void)cursor_u32(&at);
    for (uint16_t i = 0; i < n && cursor_left(&at) >= AFCP_ENTRY; i++) {
        struct span kind = cursor_bytes(&at, 4), data;
        uint32_t len = cursor_u32(&at);

        data = trailer_slice(trailer, cursor_u32(&at), len);
        if (data.len == 0) {
            continue;
        }
        if (span_equal(kind, span_str("IPTC"))) {
            TRY(trailer_iptc(scan, trailer, data, err));
        } else if (span_equal(kind, span_str("TEXT"))) {
            (void)store_add_text(&scan->store, &place, "Text", data);
        } else if (span_equal(kind, span_str("Nail"))) {
            (void)store_add_binary(&scan->store, &place, "ThumbnailImage", data.len);
        } else if (span_equal(kind, span_str("PrVw"))) {
            (void)store_add_binary(&scan->store, &place, "PreviewImage", data.len);
        }
    }
    return 0;
}

/* One block, told by the kind in its footer. */
int trailer_foto_station(struct meta_scan *scan, struct trailer *trailer, struct err *err)
{
    static const struct place place = { "FotoStation", "FotoStation", 0, 0 };
    static const struct place picture = { "FotoStation", "FotoStation", 0, PRIORITY_LOW };
    struct span in = trailer->bytes;
    struct span data = { in.data, in.len - (in.len < FOTO_FOOTER ? in.len : FOTO_FOOTER) };

    if (data.len == 0) {
        return 0;
    }
    switch (get_u16(data.data + data.len, true)) {
    case 1:
        return trailer_iptc(scan, trailer, data, err);
    case 2:
        return binary_read(scan, &foto_station_table, &place, data, true, err);
    case 3:
        (void)store_add_binary(&scan->store, &picture, "ThumbnailImage", data.len);
        break;
    case 4:
        (void)store_add_binary(&scan->store, &picture, "PreviewImage", data.len);
        break;
    default:
        break;
    }
    return 0;
}

/* Datasets in the form of IPTC's, record 2, of numbers. */
int trailer_photo_mechanic(struct meta_scan *scan, struct trailer *trailer, struct err *err)
{
    static const struct place place = { "PhotoMechanic", "PhotoMechanic", 0, 0 };
    struct span in = trailer->bytes;
    struct cursor at = { .in = { in.data, in.len - MECHANIC_FOOTER }, .big_endian = true };

    (void)err;
    if (in.len < MECHANIC_FOOTER) {
        return 0;
    }
    for (uint32_t i = 0; i < MAX_ENTRIES && cursor_left(&at) >= 5; i++) {
        uint8_t marker = cursor_u8(&at), record = cursor_u8(&at), number = cursor_u8(&at);
        struct span data = cursor_bytes(&at, cursor_u16(&at));
        struct value raw = { FORMAT_S32, true, 1, data, 0 };
        const struct tag *row = tag_find(&photo_mechanic_table, number);

        if (marker != 0x1c || record != 2 || at.bad) {
            break;
        }
        if (row != NULL && data.len == 4) {
            (void)store_add(&scan->store, &place, row, &raw);
        }
    }
    return 0;
}

/* Edit data: records of a length and these; the first holds the settings of all versions. */
static int vrd_edit(struct meta_scan *scan, struct span in, struct err *err)
{
    static const struct place place = { "CanonVRD", "CanonVRD", 0, 0 };
    struct cursor at = { .in = in, .big_endian = true };
    struct span first = cursor_bytes(&at, cursor_u32(&at));

    return at.bad ? 0 : binary_read(scan, &canon_vrd_table, &place, first, true, err);
}

/* Digital Photo Professional: blocks of kind and length between header and footer. */
int trailer_canon_vrd(struct meta_scan *scan, struct trailer *trailer, struct err *err)
{
    struct span in = trailer->bytes;
    struct cursor at = { .in = in, .at = VRD_HEADER, .big_endian = true };

    if (in.len < VRD_HEADER + VRD_FOOTER) {
        return 0;
    }
    at.in.len -= VRD_FOOTER;
    for (uint32_t i = 0; i < MAX_ENTRIES && cursor_left(&at) >= 8; i++) {
        uint32_t kind = cursor_u32(&at);
        struct span data = cursor_bytes(&at, cursor_u32(&at));

        if (at.bad) {
            break;
        }
        if (kind == VRD_EDIT) {
            TRY(vrd_edit(scan, data, err));
        } else if (kind == VRD_XMP) {
            TRY(xmp_read(scan, data, err));
        }
    }
    return 0;
}

/* The length of an element's data: as it stands up to 252, else in 8, 4 or 2 bytes that follow. */
static uint64_t mie_data_length(struct cursor *at, uint8_t length)
{
    switch (length) {
    case 255:
        return cursor_u64(at);
    case 254:
        return cursor_u32(at);
    case 253:
        return cursor_u16(at);
    default:
        return length;
    }
}

/*
 * MIE 1.1: elements of '~', format, length of the name, length of the data, name, data. A group is
 * an element of format 0x10 or 0x18 whose members follow, until one without a name. Only texts of
 * the document's group are kept.
 */
int trailer_mie(struct meta_scan *scan, struct trailer *trailer, struct err *err)
{
    static const struct place place = { "MIE", "MIE-Doc", 0, 0 };
    struct cursor at = { .in = trailer->bytes, .big_endian = true };
    bool in_document = false;

    (void)err;
    for (uint32_t i = 0; i < MAX_ENTRIES && cursor_left(&at) >= 4; i++) {
        uint8_t mark = cursor_u8(&at), format = cursor_u8(&at), name_len = cursor_u8(&at);
        uint8_t short_len = cursor_u8(&at);
        struct span name = cursor_bytes(&at, name_len), data;
        bool is_text = (format & 0xf7) == 0x20 || format == 0x28;

        data = cursor_bytes(&at, mie_data_length(&at, short_len));
        if (mark != '~' || at.bad) {
            break;
        }
        if ((format & 0xf0) == 0x10) {
            in_document = span_equal(name, span_str("Document"));
            at.big_endian = format != 0x18;
        } else if (name.len == 0) {
            in_document = false;
        }
        for (size_t k = 0; in_document && is_text && k < mie_document_table.n_texts; k++) {
            if (span_equal(name, span_str(mie_document_table.texts[k].value))) {
                (void)store_add_text(&scan->store, &place, mie_document_table.texts[k].name, data);
            }
        }
    }
    return 0;
}
