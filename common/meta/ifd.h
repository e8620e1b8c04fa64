/*
 * TIFF structures (TIFF 6.0, EXIF 2.32/3.0, BigTIFF): headers, directories, their values and what
 * hangs below them. A directory is read from a view: a block in memory (EXIF in JPEG) or the whole
 * file (TIFF and its kin), whose offsets count from its own start. Safe on hostile input:
 * directories are counted (100 in one object), nested 8 deep, none is read twice, a count times a
 * size is checked in 64 bits, a value is read only when somebody prints it.
 */
#ifndef META_IFD_H
#define META_IFD_H

#include "meta/scan.h"

struct tiff_view {
    struct span memory;   /* data NULL: read from the file */
    uint64_t file_offset; /* of offset 0 of the view; previews are told in offsets of the file */
    int64_t base;         /* added to every offset in an entry: MakerNotes count from elsewhere */
    bool big_endian, big_tiff;
};

/* One directory to walk. */
struct ifd_walk {
    const struct tag_table *table;
    const char *name;   /* IFD0, ExifIFD, GPS, SubIFD1, Nikon, …: ExifTool's group 1 */
    uint64_t offset;    /* in the view, base not added */
    int8_t priority;    /* of its tags; PRIORITY_LOW for IFD1 and previews */
    bool no_next;       /* the link to a next directory is not followed */
    bool is_maker_note; /* entries with impossible formats end it; unknown sizes are passed over */
    bool wide_count;    /* the number of entries takes four bytes: Kodak's PIXPRO */
};

/* An entry while its directory is read. value.bytes is set when it was read. */
struct ifd_entry {
    uint16_t id;
    uint8_t format;
    uint64_t count, len; /* len: bytes of the whole value */
    uint64_t offset;     /* of the value in the view */
    struct value value;
};

/* A block that begins with a TIFF header ("II*\0" …): EXIF of JPEG, PNG, WebP, HEIF. memory lives
 * as long as the scan; file_offset is where it lies, 0 when it was unpacked. */
MUST_CHECK int exif_read(struct meta_scan *scan, struct span memory, uint64_t file_offset,
                         struct err *err);

/* The whole object as TIFF, BigTIFF or one of their kin. */
MUST_CHECK int tiff_read(struct meta_scan *scan, struct err *err);

/* Walks one directory and what hangs below it; *next gets the offset of the next one, 0 for none.
 */
MUST_CHECK int ifd_read(struct meta_scan *scan, const struct tiff_view *view,
                        const struct ifd_walk *walk, uint64_t *next, struct err *err);

/* len bytes at offset + base of the view; short at its end. Values that are kept. */
MUST_CHECK int tiff_bytes(struct meta_scan *scan, const struct tiff_view *view, uint64_t offset,
                          uint64_t len, struct span *out, struct err *err);

/*
 * The MakerNote hook (maker.c): finds the maker by the note's first bytes, Make and Model, and
 * reads it. A note that nobody knows is left alone.
 */
struct maker_note {
    const struct tiff_view *view; /* of the directory that it stands in */
    uint64_t offset, len;         /* of the note in that view */
    struct span bytes;            /* the note itself */
};
MUST_CHECK int maker_note_read(struct meta_scan *scan, const struct maker_note *note,
                               struct err *err);

extern const struct tag_table exif_table, gps_table; /* tables/ */

#endif
