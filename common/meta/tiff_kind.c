#include "meta/tiff_kind.h"

#include <string.h>

#include "meta/raw.h"

#define MAX_ENTRIES 200

/* What the first directory tells. */
struct look {
    struct span make;
    uint32_t compression;
    bool dng, sub_ifd, jpeg, raw_pixels, kodak_ifd, kdc_ifd, leaf_ifd;
};

enum {
    COMPRESSION = 0x103,
    PHOTOMETRIC = 0x106,
    MAKE = 0x10f,
    SUB_IFDS = 0x14a,
    JPEG_START = 0x201,
    KODAK_IFD = 0x8290,
    LEAF_IFD = 0x888a,
    DNG_VERSION = 0xc612,
    KDC_IFD = 0xfe00
};

#define PHOTOMETRIC_CFA    32803 /* TIFF/EP */
#define PHOTOMETRIC_LINEAR 34892
#define COMPRESSION_JPEG   6

static bool is_dng(const struct look *look)
{
    return look->dng;
}

static bool has_sub_ifd(const struct look *look)
{
    return look->sub_ifd;
}

static bool is_nrw(const struct look *look)
{
    return look->compression == COMPRESSION_JPEG && look->jpeg && look->sub_ifd;
}

static bool is_pef(const struct look *look)
{
    return look->compression == 65535 || look->raw_pixels;
}

static bool has_raw_or_sub_ifd(const struct look *look)
{
    return look->raw_pixels || look->sub_ifd;
}

static bool has_kdc_ifd(const struct look *look)
{
    return look->kdc_ifd;
}

static bool is_dcr(const struct look *look)
{
    return look->kodak_ifd || look->compression == 65000 || look->raw_pixels;
}

static bool has_leaf_ifd(const struct look *look)
{
    return look->leaf_ifd;
}

/* The makers' formats: a row stands when its parts do; the first one that does is taken. */
static const struct {
    const char *make; /* the value of Make begins with it */
    bool (*is)(const struct look *look);
    const char *file_type, *mime;
} kinds[] = {
    { "", is_dng, "DNG", "image/x-adobe-dng" },
    { "NIKON", is_nrw, "NRW", "image/x-nikon-nrw" },
    { "NIKON", has_sub_ifd, "NEF", "image/x-nikon-nef" },
    { "SONY", has_sub_ifd, "ARW", "image/x-sony-arw" },
    { "PENTAX", is_pef, "PEF", "image/x-pentax-pef" },
    { "RICOH", is_pef, "PEF", "image/x-pentax-pef" },
    { "SAMSUNG", has_sub_ifd, "SRW", "image/x-samsung-srw" },
    { "SEIKO EPSON", has_sub_ifd, "ERF", "image/x-epson-erf" },
    { "Mamiya", has_raw_or_sub_ifd, "MEF", "image/x-mamiya-mef" },
    { "Hasselblad", has_raw_or_sub_ifd, "3FR", "image/x-hasselblad-3fr" },
    { "", has_kdc_ifd, "KDC", "image/x-kodak-kdc" },
    { "Kodak", is_dcr, "DCR", "image/x-kodak-dcr" },
    { "KODAK", is_dcr, "DCR", "image/x-kodak-dcr" },
    { "EASTMAN KODAK", is_dcr, "KDC", "image/x-kodak-kdc" },
    { "", has_leaf_ifd, "MOS", "image/x-raw" },
};

static void note(struct look *look, uint16_t id, uint32_t value, uint64_t size)
{
    switch (id) {
    case COMPRESSION:
        look->compression = value;
        break;
    case PHOTOMETRIC:
        look->raw_pixels = value == PHOTOMETRIC_CFA || value == PHOTOMETRIC_LINEAR;
        break;
    case SUB_IFDS:
        look->sub_ifd = true;
        break;
    case JPEG_START:
        look->jpeg = true;
        break;
    case KODAK_IFD:
        look->kodak_ifd = true;
        break;
    case LEAF_IFD:
        look->leaf_ifd = true;
        break;
    case DNG_VERSION:
        look->dng = true;
        break;
    case KDC_IFD:
        look->kdc_ifd = value < size; /* a damaged file may point anywhere */
        break;
    default:
        break;
    }
}

static int read_make(struct meta_scan *scan, const struct tiff_view *view, const uint8_t *entry,
                     struct look *look, struct err *err)
{
    uint32_t count = get_u32(entry + 4, view->big_endian);

    if (count > 4) {
        TRY(tiff_bytes(scan, view, get_u32(entry + 8, view->big_endian), count < 64 ? count : 64,
                       &look->make, err));
    }
    return 0;
}

static int look_at(struct meta_scan *scan, const struct tiff_view *view, uint64_t first,
                   struct look *look, struct err *err)
{
    struct span head, entries;
    uint32_t n;

    TRY(tiff_bytes(scan, view, first, 2, &head, err));
    n = head.len == 2 ? get_u16(head.data, view->big_endian) : 0;
    n = n < MAX_ENTRIES ? n : MAX_ENTRIES;
    TRY(tiff_bytes(scan, view, first + 2, 12ull * n, &entries, err));
    for (uint32_t i = 0; i < entries.len / 12; i++) {
        const uint8_t *entry = entries.data + 12 * i;
        uint16_t id = get_u16(entry, view->big_endian),
                 format = get_u16(entry + 2, view->big_endian);

        if (id == MAKE) {
            TRY(read_make(scan, view, entry, look, err));
        } else {
            note(look, id,
                 format == FORMAT_U16 ? get_u16(entry + 8, view->big_endian)
                                      : get_u32(entry + 8, view->big_endian),
                 scan->reader.size);
        }
    }
    return 0;
}

int tiff_kind_find(struct meta_scan *scan, const struct tiff_view *view, uint64_t first,
                   struct err *err)
{
    struct look look = { 0 };

    if (strcmp(scan->file_type, "TIFF") != 0 || view->big_tiff) {
        return 0;
    }
    TRY(look_at(scan, view, first, &look, err));
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (span_starts(look.make, span_str(kinds[i].make)) && kinds[i].is(&look)) {
            scan->file_type = kinds[i].file_type;
            scan->mime = kinds[i].mime;
            scan->is_raw = true;
            return 0;
        }
    }
    return 0;
}

const struct tag_table *tiff_kind_table(const struct meta_scan *scan)
{
    return strcmp(scan->file_type, "RW2") == 0 ? &panasonic_raw_ifd_table : &exif_table;
}
