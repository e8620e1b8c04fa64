/*
 * MakerNotes: which maker wrote a note, where its directory begins, what its offsets count from and
 * in which order its bytes stand. Source: ExifTool's documentation, "MakerNotes Tags".
 */
#include "meta/maker.h"

#include <string.h>

#include "base/text.h"
#include "meta/binary.h"
#include "meta/ifd.h"

#define ENTRY_BYTES 12 /* TIFF 6.0 */
#define MAX_ENTRIES 512

enum base_rule {
    BASE_OF_VIEW, /* offsets count from the header of the block that the note stands in */
    BASE_OF_NOTE  /* from the note's first byte, plus base_at */
};
enum endian_rule { ENDIAN_OF_VIEW, ENDIAN_LITTLE, ENDIAN_BIG, ENDIAN_GUESSED, ENDIAN_BY_HEADER };

struct maker {
    const char *name;      /* group 1 of its tags */
    const char *make;      /* beginning of Make in any letter case; NULL: every one */
    const char *signature; /* the note's first bytes; NULL: every one */
    uint8_t signature_len;
    uint8_t start;     /* of the directory, from the note's first byte */
    uint8_t start_at;  /* not 0: the directory's start is written here, 32 bits, little-endian */
    uint8_t base_at;   /* BASE_OF_NOTE: where offset 0 is, from the note's first byte */
    uint8_t base;      /* enum base_rule */
    uint8_t endian;    /* enum endian_rule */
    bool has_footer;   /* ends with a TIFF header whose offset is the note's own when written */
    bool wide_count;   /* four bytes for the number of entries */
    bool is_binary;    /* no directory: the table is of a fixed layout from `start` on */
    uint8_t mark_at;   /* where the signature stands, from the note's first byte */
    const char *model; /* beginning of Model; NULL: every one */
    const struct tag_table *table;
    maker_walk *walk; /* reads the directory; NULL: as any other */
    int (*text)(struct meta_scan *scan, struct span note); /* of letters, without a table */
};

#define SIGNED(text) .signature = (text), .signature_len = sizeof(text) - 1

/* The first row that fits is taken. */
static const struct maker makers[] = {
    { "Apple", NULL, SIGNED("Apple iOS\0"), .start = 14, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &apple_table },
    { "Canon", "Canon", .endian = ENDIAN_GUESSED, .has_footer = true, .table = &canon_table },
    { "Panasonic", NULL, SIGNED("Panasonic"), .start = 12, .endian = ENDIAN_GUESSED,
      .table = &panasonic_table },
    { "Leica", NULL, SIGNED("LEICA\0\1\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &leica5_table },
    { "Leica", NULL, SIGNED("LEICA\0\4\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &leica5_table },
    { "Leica", NULL, SIGNED("LEICA\0\5\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &leica5_table },
    { "Leica", NULL, SIGNED("LEICA\0\6\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &leica5_table },
    { "Leica", NULL, SIGNED("LEICA\0\7\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &leica5_table },
    { "Leica", NULL, SIGNED("LEICA\0\x10\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &leica5_table },
    { "Leica", NULL, SIGNED("LEICA\0\x1a\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &leica5_table },
    { "Panasonic", NULL, SIGNED("LEICA\0\0\0"), .start = 8, .endian = ENDIAN_GUESSED,
      .table = &panasonic_table },
    { "Nikon", NULL, SIGNED("Nikon\0\1"), .start = 8, .endian = ENDIAN_LITTLE,
      .table = &nikon_type2_table },
    { "Nikon", NULL, SIGNED("Nikon\0\2"), .start = 18, .base_at = 10, .base = BASE_OF_NOTE,
      .endian = ENDIAN_BY_HEADER, .table = &nikon_table, .walk = nikon_read },
    { "Nikon", "NIKON", .endian = ENDIAN_GUESSED, .table = &nikon_table, .walk = nikon_read },
    { "Olympus", NULL, SIGNED("OLYMP\0"), .start = 8, .endian = ENDIAN_GUESSED,
      .table = &olympus_table },
    { "Olympus", NULL, SIGNED("EPSON\0"), .start = 8, .endian = ENDIAN_GUESSED,
      .table = &olympus_table },
    { "Olympus", NULL, SIGNED("OLYMPUS\0"), .start = 12, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &olympus_table },
    { "Olympus", NULL, SIGNED("OM SYSTEM\0"), .start = 16, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &olympus_table },
    { "FujiFilm", NULL, SIGNED("FUJIFILM"), .start_at = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_LITTLE, .table = &fujifilm_table },
    { "FujiFilm", NULL, SIGNED("GENERALE"), .start_at = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_LITTLE, .table = &fujifilm_table },
    { "Kodak", NULL, SIGNED("Eastman Kodak"), .mark_at = 8, .endian = ENDIAN_BIG, .is_binary = true,
      .table = &kodak_type2 },
    { "Kodak", NULL, SIGNED("Minolta Co."), .mark_at = 8, .endian = ENDIAN_BIG, .is_binary = true,
      .table = &kodak_type2 },
    { "Minolta", "Minolta", .endian = ENDIAN_GUESSED, .table = &minolta_table },
    { "Minolta", "KONICA MINOLTA", .endian = ENDIAN_GUESSED, .table = &minolta_table },
    { "Pentax", NULL, SIGNED("AOC\0"), .start = 6, .endian = ENDIAN_GUESSED,
      .table = &pentax_table },
    { "Pentax", NULL, SIGNED("PENTAX \0"), .start = 10, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &pentax_table },
    { "Pentax", "Asahi", .endian = ENDIAN_GUESSED, .table = &pentax_type2_table },
    { "Casio", NULL, SIGNED("QVC\0"), .start = 6, .endian = ENDIAN_GUESSED,
      .table = &casio_type2_table },
    { "Casio", NULL, SIGNED("DCI\0"), .start = 6, .endian = ENDIAN_GUESSED,
      .table = &casio_type2_table },
    { "Casio", "CASIO", .endian = ENDIAN_GUESSED, .table = &casio_table },
    { "Kodak", NULL, SIGNED("KDK INFO"), .start = 8, .endian = ENDIAN_BIG, .is_binary = true,
      .table = &kodak_table },
    { "Kodak", NULL, SIGNED("KDK"), .start = 8, .endian = ENDIAN_LITTLE, .is_binary = true,
      .table = &kodak_table },
    { "Kodak", "EASTMAN KODAK", SIGNED("MM\0*"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_BIG, .table = &kodak_type8 },
    { "Kodak", "EASTMAN KODAK", SIGNED("II*\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_LITTLE, .table = &kodak_type8 },
    { "Kodak", "EASTMAN KODAK", SIGNED("\7"), .mark_at = 12, .endian = ENDIAN_BIG,
      .is_binary = true, .table = &kodak_type3 },
    { "Kodak", "EASTMAN KODAK", SIGNED("JPG"), .mark_at = 41, .endian = ENDIAN_BIG,
      .is_binary = true, .table = &kodak_type4 },
    { "Kodak", "EASTMAN KODAK", .model = "KODAK DX3", .endian = ENDIAN_BIG, .is_binary = true,
      .table = &kodak_type6 },
    { "Kodak", "EASTMAN KODAK", .model = "KODAK CX", .endian = ENDIAN_BIG, .is_binary = true,
      .table = &kodak_type5 },
    { "Kodak", "EASTMAN KODAK", SIGNED("KC"), .is_binary = true, .table = &kodak_type7 },
    { "Kodak", "EASTMAN KODAK", SIGNED("CA"), .is_binary = true, .table = &kodak_type7 },
    { "Sanyo", NULL, SIGNED("SANYO\0"), .start = 8, .endian = ENDIAN_GUESSED,
      .table = &sanyo_table },
    { "JVC", NULL, SIGNED("JVC "), .start = 4, .endian = ENDIAN_GUESSED, .table = &jvc_table },
    { "GE", NULL, SIGNED("GE\0\0"), .start = 18, .endian = ENDIAN_GUESSED, .table = &ge_table },
    { "GE", NULL, SIGNED("GENIC\x0c\0"), .start = 18, .endian = ENDIAN_GUESSED,
      .table = &ge_table },
    { "Ricoh", "RICOH", SIGNED("Rv"), .text = ricoh_read_text },
    { "Ricoh", "RICOH", SIGNED("Rev"), .text = ricoh_read_text },
    { "JVC", NULL, SIGNED("VER:"), .text = jvc_read_text },
    { "Ricoh", NULL, SIGNED("Ricoh"), .start = 8, .endian = ENDIAN_GUESSED, .table = &ricoh_table },
    { "Ricoh", NULL, SIGNED("RICOH"), .start = 8, .endian = ENDIAN_GUESSED, .table = &ricoh_table },
    { "Reconyx", NULL, SIGNED("\x01\xf1"), .endian = ENDIAN_LITTLE, .is_binary = true,
      .table = &reconyx_table },
    { "Reconyx", NULL, SIGNED("RECONYXH2"), .endian = ENDIAN_LITTLE, .is_binary = true,
      .table = &reconyx_hyperfire_2 },
    { "Sigma", NULL, SIGNED("SIGMA\0"), .start = 10, .endian = ENDIAN_GUESSED,
      .table = &sigma_table },
    { "Sigma", NULL, SIGNED("FOVEON\0"), .start = 10, .endian = ENDIAN_GUESSED,
      .table = &sigma_table },
    { "Kyocera", NULL, SIGNED("KYOCERA"), .start = 22, .base_at = 2, .base = BASE_OF_NOTE,
      .endian = ENDIAN_GUESSED, .table = &kyocera_table },
    { "Sony", NULL, SIGNED("SONY DSC "), .start = 12, .endian = ENDIAN_GUESSED,
      .table = &sony_table },
    { "Sony", NULL, SIGNED("SONY CAM "), .start = 12, .endian = ENDIAN_GUESSED,
      .table = &sony_table },
    { "DJI", "DJI", SIGNED("[ae_dbg_info:"), .text = dji_read_text },
    { "DJI", "Hasselblad", SIGNED("[ae_dbg_info:"), .text = dji_read_text },
    { "DJI", "DJI", .endian = ENDIAN_GUESSED, .table = &dji_table },
    { "Motorola", NULL, SIGNED("MOT\0"), .start = 8, .base = BASE_OF_NOTE, .endian = ENDIAN_GUESSED,
      .table = &motorola_table },
    { "FLIR", "FLIR Systems", .endian = ENDIAN_GUESSED, .table = &flir_table },
    { "Nintendo", "Nintendo", .endian = ENDIAN_GUESSED, .table = &nintendo_table },
    { "Kodak", "JK Imaging", SIGNED("II*\0"), .start = 8, .base = BASE_OF_NOTE,
      .endian = ENDIAN_LITTLE, .wide_count = true, .table = &kodak_type11 },
    { "HP", NULL, SIGNED("IIII\4\0"), .is_binary = true, .endian = ENDIAN_LITTLE,
      .table = &hp_type4 },
    { "HP", NULL, SIGNED("IIII\5\0"), .is_binary = true, .endian = ENDIAN_LITTLE,
      .table = &hp_type4 },
    { "HP", NULL, SIGNED("IIII\6\0"), .is_binary = true, .endian = ENDIAN_LITTLE,
      .table = &hp_type6 },
    { "Kodak", NULL, SIGNED("IIII\2\0"), .is_binary = true, .endian = ENDIAN_LITTLE,
      .table = &kodak_type9 },
    { "Kodak", NULL, SIGNED("IIII\3\0"), .is_binary = true, .endian = ENDIAN_LITTLE,
      .table = &kodak_type9 },
    { "Kodak", "EASTMAN KODAK", SIGNED("II"), .start = 2, .endian = ENDIAN_LITTLE,
      .table = &kodak_type10 },
    { "Kodak", "EASTMAN KODAK", SIGNED("MM"), .start = 2, .endian = ENDIAN_BIG,
      .table = &kodak_type10 },
    { "HP", "Hewlett-Packard", .endian = ENDIAN_GUESSED, .table = &hp_table },
    { "HP", "Vivitar", .endian = ENDIAN_GUESSED, .table = &hp_table },
    { "Panasonic", "Panasonic", SIGNED("MKE"), .is_binary = true, .endian = ENDIAN_LITTLE,
      .table = &panasonic_type2 },
    { "Google", NULL, SIGNED("HDRP\2"), .text = google_read },
    { "Google", NULL, SIGNED("HDRP\3"), .text = google_read },
    { "Sony", NULL, SIGNED("SONY MOBILE"), .start = 12, .endian = ENDIAN_GUESSED,
      .table = &sony_table },
    { "Sony", NULL, SIGNED("SEMC MS\0"), .start = 20, .base_at = 12, .base = BASE_OF_NOTE,
      .endian = ENDIAN_BY_HEADER, .table = &sony_ericsson },
    { "Sony", "SONY", .model = "DSLR-", .endian = ENDIAN_GUESSED, .table = &sony_table },
    { "Sony", "SONY", .model = "SLT-", .endian = ENDIAN_GUESSED, .table = &sony_table },
    { "Sony", "SONY", .model = "NEX-", .endian = ENDIAN_GUESSED, .table = &sony_table },
    { "Sony", "SONY", .model = "ILC", .endian = ENDIAN_GUESSED, .table = &sony_table },
    { "Sony", "SONY", .model = "ILME", .endian = ENDIAN_GUESSED, .table = &sony_table },
    { "Sony", "SONY", .model = "ZV-", .endian = ENDIAN_GUESSED, .table = &sony_table },
    { "Samsung", NULL, SIGNED("STMN"), .is_binary = true, .endian = ENDIAN_LITTLE,
      .table = &samsung_type1 },
    { "Samsung", "SAMSUNG", .base = BASE_OF_NOTE, .endian = ENDIAN_GUESSED,
      .table = &samsung_table },
};

static bool fits(const struct maker *maker, const char *make, const char *model, struct span note)
{
    struct span signature = { (const uint8_t *)maker->signature, maker->signature_len };

    return span_starts(span_from(note, maker->mark_at), signature) &&
           (maker->make == NULL || text_starts_nocase(make, maker->make)) &&
           (maker->model == NULL || text_starts_nocase(model, maker->model));
}

/* A count of entries is small: the order in which it is so is the right one. */
static bool guess_endian(struct span directory, bool as_view)
{
    if (directory.len < 2) {
        return as_view;
    }
    return directory.data[0] == 0 && directory.data[1] != 0   ? true
           : directory.data[0] != 0 && directory.data[1] == 0 ? false
                                                              : as_view;
}

static bool header_endian(struct span header, bool as_view)
{
    return header.len < 2                                   ? as_view
           : header.data[0] == 'M' && header.data[1] == 'M' ? true
           : header.data[0] == 'I' && header.data[1] == 'I' ? false
                                                            : as_view;
}

static bool endian_of(const struct maker *maker, const struct maker_note *note)
{
    bool as_view = note->view->big_endian;

    switch (maker->endian) {
    case ENDIAN_LITTLE:
        return false;
    case ENDIAN_BIG:
        return true;
    case ENDIAN_GUESSED:
        return guess_endian(span_from(note->bytes, maker->start), as_view);
    case ENDIAN_BY_HEADER:
        return header_endian(span_from(note->bytes, maker->base_at), as_view);
    default:
        return as_view;
    }
}

/* What an editor's move did to a note's offsets, seen from the note itself. */
struct spread {
    int64_t first, last; /* lowest offset of a value, and end of the highest one */
    bool any;
};

static struct spread spread_of(struct span directory, bool big_endian)
{
    struct spread spread = { INT64_MAX, 0, false };
    uint32_t n = directory.len >= 2 ? get_u16(directory.data, big_endian) : 0;

    for (uint32_t i = 0; i < n && i < MAX_ENTRIES; i++) {
        struct span entry;
        uint64_t len, offset;

        if (!span_slice(directory, 2 + (uint64_t)i * ENTRY_BYTES, ENTRY_BYTES, &entry)) {
            break;
        }
        len = format_size((uint8_t)get_u16(entry.data + 2, big_endian)) *
              (uint64_t)get_u32(entry.data + 4, big_endian);
        offset = get_u32(entry.data + 8, big_endian);
        if (len <= 4 || len > directory.len) {
            continue;
        }
        spread.any = true;
        spread.first = (int64_t)offset < spread.first ? (int64_t)offset : spread.first;
        spread.last = (int64_t)(offset + len) > spread.last ? (int64_t)(offset + len) : spread.last;
    }
    return spread;
}

/* Canon's footer: "II*\0" and the offset that the note had in the camera's file. */
static bool footer_fix(const struct maker_note *note, int64_t base, bool big_endian, int64_t *fix)
{
    static const char *const headers[] = { "II*\0", "MM\0*" };
    struct span footer;

    if (note->len < 8 || !span_slice(note->bytes, note->len - 8, 8, &footer) ||
        memcmp(footer.data, headers[big_endian], 4) != 0) {
        return false;
    }
    *fix = (int64_t)note->offset - base - (int64_t)get_u32(footer.data + 4, big_endian);
    return true;
}

/*
 * Software that moved a note without mending its offsets leaves them all outside of it. Values
 * begin right behind the directory in an untouched note, so the shift can be told.
 */
static int64_t base_fix(const struct maker *maker, const struct maker_note *note, int64_t base,
                        bool big_endian)
{
    int64_t by_footer;
    struct span directory = span_from(note->bytes, maker->start);
    struct spread spread = spread_of(directory, big_endian);
    int64_t begin = (int64_t)note->offset, end = begin + (int64_t)note->len;
    uint32_t n = directory.len >= 2 ? get_u16(directory.data, big_endian) : 0;
    int64_t behind = begin + maker->start + 2 + (int64_t)n * ENTRY_BYTES + 4;

    /* some editors mend the offsets and forget the footer: then the last value ends at it */
    if (maker->has_footer && (end - 8 - (spread.last + base)) / 2 != 0 &&
        footer_fix(note, base, big_endian, &by_footer)) {
        return by_footer;
    }
    if (maker->has_footer || !spread.any ||
        (spread.first + base < end && spread.last + base > begin)) {
        return 0;
    }
    if (behind + (spread.last - spread.first) > end + 4) {
        return 0; /* they would not fit inside either */
    }
    return behind - (spread.first + base);
}

static uint64_t start_of(const struct maker *maker, const struct maker_note *note)
{
    struct span field;

    if (maker->start_at == 0 || !span_slice(note->bytes, maker->start_at, 4, &field)) {
        return maker->start;
    }
    return get_u32(field.data, false);
}

static int read_directory(struct meta_scan *scan, const struct maker *maker,
                          const struct maker_note *note, struct err *err)
{
    struct tiff_view view = *note->view;
    struct ifd_walk walk = {
        .table = maker->table,
        .name = maker->name,
        .no_next = true,
        .is_maker_note = true,
        .wide_count = maker->wide_count,
    };
    struct place place = { "MakerNotes", maker->name, 0, 0 };
    uint64_t next;

    view.big_tiff = false;
    view.big_endian = endian_of(maker, note);
    if (maker->text != NULL) {
        return maker->text(scan, note->bytes);
    }
    if (maker->is_binary) {
        return binary_read(scan, maker->table, &place, span_from(note->bytes, maker->start),
                           view.big_endian, err);
    }
    if (maker->base == BASE_OF_NOTE) {
        view.base = (int64_t)note->offset + maker->base_at;
    }
    view.base += base_fix(maker, note, view.base, view.big_endian);
    walk.offset = note->offset + start_of(maker, note) - (uint64_t)view.base;
    if (view.big_endian != note->view->big_endian) {
        scan_file_text(scan, "MakerNoteByteOrder", byte_order_name(view.big_endian));
    }
    return maker->walk != NULL ? maker->walk(scan, &view, &walk, err)
                               : ifd_read(scan, &view, &walk, &next, err);
}

/* A note that nobody knows is told when it is text. */
static void add_unknown_text(struct meta_scan *scan, struct span bytes)
{
    static const struct place place = { "EXIF", "ExifIFD", 0, 0 };

    while (bytes.len > 0 && bytes.data[bytes.len - 1] == 0) {
        bytes.len--;
    }
    for (size_t i = 0; i < bytes.len; i++) {
        uint8_t c = bytes.data[i];

        if ((c < 0x20 || c > 0x7e) && c != '\t' && c != '\n' && c != '\r') {
            return;
        }
    }
    if (bytes.len > 0) {
        (void)store_add_text(&scan->store, &place, "MakerNoteUnknownText", bytes);
    }
}

static int read_known(struct meta_scan *scan, const struct maker_note *note, struct err *err)
{
    scan->make = store_cstr(&scan->store, "Make");
    scan->model = store_cstr(&scan->store, "Model");
    for (size_t i = 0; i < ARRAY_LEN(makers); i++) {
        const struct maker *maker = &makers[i];

        if (fits(maker, scan->make, scan->model, note->bytes)) {
            return note->bytes.len > maker->start ? read_directory(scan, maker, note, err) : 0;
        }
    }
    add_unknown_text(scan, note->bytes);
    return 0;
}

/* DNGPrivateData as Adobe writes it: "Adobe\0", then records {name, length, bytes}, big-endian. The
 * one named MakN has the note's byte order, its offset in the camera's file, and the note. */
static int read_dng_private(struct meta_scan *scan, struct span bytes, bool outer_big_endian,
                            struct err *err)
{
    struct cursor in = { .in = bytes, .big_endian = true };
    struct span title = cursor_bytes(&in, 6);

    while (span_equal(title, (struct span){ (const uint8_t *)"Adobe", 6 }) && !in.bad) {
        struct span name = cursor_bytes(&in, 4);
        struct span record = cursor_bytes(&in, cursor_u32(&in));
        struct tiff_view view = { .memory = span_from(record, 6) };
        struct maker_note note = { &view, 0, view.memory.len, view.memory };

        if (in.bad || record.len <= 6 || !span_equal(name, span_str("MakN"))) {
            in.bad |= record.len == 0;
            continue;
        }
        view.big_endian = record.data[0] == 'M';
        view.base = -(int64_t)get_u32(record.data + 2, true);
        if (view.big_endian != outer_big_endian) {
            scan_file_text(scan, "MakerNoteByteOrder", byte_order_name(view.big_endian));
        }
        return read_known(scan, &note, err);
    }
    return 0;
}

int maker_note_read(struct meta_scan *scan, const struct maker_note *note, struct err *err)
{
    return span_starts(note->bytes, span_str("Adobe"))
               ? read_dng_private(scan, note->bytes, note->view->big_endian, err)
               : read_known(scan, note, err);
}
