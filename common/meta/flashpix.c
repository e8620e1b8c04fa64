#include "meta/flashpix.h"

#include <string.h>

#include "meta/print.h"

#define SECTION_POINTER 44
#define MAX_PROPERTIES  500
#define VECTOR          0x1000
#define CODE_PAGE       1
#define SECONDS_TO_1970 11644473600 /* from 1601 */

const struct place flashpix_place = { .g0 = "FlashPix", .g1 = "FlashPix" };

enum kind {
    I2 = 2,
    I4 = 3,
    R4 = 4,
    UI2 = 18,
    UI4 = 19,
    TEXT8 = 30,
    TEXT16 = 31,
    TIME = 64,
    CLASS = 72
};

struct property_name {
    uint32_t id;
    const char *name;
};

static const struct property_name extension_names[] = {
    { 0x0001, "ExtensionName" },
    { 0x0002, "ExtensionClassID" },
    { 0x0003, "ExtensionPersistence" },
    { 0x0004, "ExtensionCreateDate" },
    { 0x0005, "ExtensionModifyDate" },
    { 0x0006, "CreatingApplication" },
    { 0x0007, "ExtensionDescription" },
    { 0x1000, "Storage-StreamPathname" },
    { 0x2000, "FlashPixStreamPathname" },
    { 0x2001, "FlashPixStreamFieldOffset" },
    { 0x3000, "PropertySetPathname" },
    { 0x3001, "PropertySetIDCodes" },
    { 0x3002, "PropertyVectorElements" },
    { 0x4000, "SubimageResolutions" },
    { 0x10000000, "UsedExtensionNumbers" },
};

static const char *const persistences[] = { "Always Valid", "Invalidated By Modification",
                                            "Potentially Invalidated By Modification" };

static const char *name_of(uint32_t id)
{
    uint32_t plain = id >= 0x10000000 ? id : id & 0xffff;

    for (size_t i = 0; i < ARRAY_LEN(extension_names); i++) {
        if (extension_names[i].id == plain) {
            return extension_names[i].name;
        }
    }
    return NULL;
}

static void add_text16(struct cursor *at, struct buf *out)
{
    uint32_t n = cursor_u32(at);
    struct span text = cursor_bytes(at, (uint64_t)n * 2);

    utf16_append(text, false, out);
    if (n & 1) {
        (void)cursor_bytes(at, 2);
    }
}

static void add_class(struct span in, struct buf *out)
{
    if (in.len < 16) {
        return;
    }
    buf_printf(out, "%08X-%04X-%04X-", get_u32(in.data, false), get_u16(in.data + 4, false),
               get_u16(in.data + 6, false));
    for (int i = 8; i < 16; i++) {
        buf_printf(out, i == 10 ? "-%02X" : "%02X", in.data[i]);
    }
}

/* Appends one value of a kind. False: a kind that is not printed. */
static bool add_value(struct cursor *at, uint32_t kind, struct buf *out)
{
    switch (kind) {
    case I2:
    case UI2:
        buf_printf(out, "%u", cursor_u16(at));
        return true;
    case I4:
    case UI4:
        buf_printf(out, "%u", cursor_u32(at));
        return true;
    case TEXT8: {
        struct span text = cursor_bytes(at, cursor_u32(at));

        for (size_t i = 0; i < text.len && text.data[i] != 0; i++) {
            buf_add_byte(out, text.data[i]);
        }
        return true;
    }
    case TEXT16:
        add_text16(at, out);
        return true;
    case TIME:
        print_unix_time((int64_t)(cursor_u64(at) / 10000000) - SECONDS_TO_1970, out);
        return true;
    case CLASS:
        add_class(cursor_bytes(at, 16), out);
        return true;
    default:
        return false;
    }
}

static bool add_values(struct cursor *at, struct buf *out)
{
    uint32_t kind = cursor_u32(at), n = 1;

    if (kind & VECTOR) {
        n = cursor_u32(at);
        kind &= VECTOR - 1;
    }
    for (uint32_t i = 0; i < n && i < MAX_PROPERTIES && !at->bad; i++) {
        if (i > 0) {
            buf_add_byte(out, ',');
        }
        if (!add_value(at, kind, out)) {
            return false;
        }
    }
    return !at->bad;
}

static void property_add(struct meta_scan *scan, uint32_t id, struct span at_value,
                         bool is_extensions)
{
    CLEANUP(buf_release) struct buf value = BUF_INIT(65536);
    struct cursor at = { .in = at_value };
    const char *name = is_extensions ? name_of(id) : NULL;
    struct span shown;

    if (id == CODE_PAGE) {
        name = "CodePage";
    }
    if (name == NULL || !add_values(&at, &value)) {
        return;
    }
    shown = buf_span(&value);
    if (strcmp(name, "CodePage") == 0 && span_equal(shown, span_str("1200"))) {
        shown = span_str("Unicode UTF-16, little endian");
    }
    if (strcmp(name, "ExtensionPersistence") == 0 && shown.len == 1 && shown.data[0] >= '0' &&
        shown.data[0] < '3') {
        shown = span_str(persistences[shown.data[0] - '0']);
    }
    (void)store_add_text(&scan->store, &flashpix_place, name, shown);
}

void flashpix_properties(struct meta_scan *scan, struct span stream, bool is_extensions)
{
    struct span section;
    struct cursor at;
    uint32_t n;

    if (stream.len < SECTION_POINTER + 4) {
        return;
    }
    section = span_from(stream, get_u32(stream.data + SECTION_POINTER, false));
    at = (struct cursor){ .in = section, .at = 4 };
    n = cursor_u32(&at);
    for (uint32_t i = 0; i < n && i < MAX_PROPERTIES && cursor_left(&at) >= 8; i++) {
        uint32_t id = cursor_u32(&at), offset = cursor_u32(&at);

        property_add(scan, id, span_from(section, offset), is_extensions);
    }
}
