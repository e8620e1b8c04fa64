/*
 * One object being read: its bytes, the tags found so far, and what parsers tell one another. Every
 * container and block parser takes it. A parser returns -1 only for what ends the reading (the
 * source failed, a limit); damage ends the part that is damaged, silently, with what was read kept.
 */
#ifndef META_SCAN_H
#define META_SCAN_H

#include "meta/meta.h"
#include "meta/reader.h"
#include "meta/store.h"

#define META_MAX_IFDS 128 /* over meta_limits.max_ifds counts no more */

struct app_state; /* JPEG's multi-segment blocks: app.h */

struct meta_scan {
    struct reader reader;
    struct store store;
    struct meta_limits limits;
    uint32_t n_ifds;                 /* walked so far, of limits.max_ifds */
    uint32_t depth;                  /* of nested blocks, of limits.max_depth */
    uint64_t visited[META_MAX_IFDS]; /* places of the directories walked, against loops */

    const char *file_type; /* "JPEG", "CR2", …; may be made more exact by what is found */
    const char *mime;
    bool is_raw;
    bool low_icc;        /* the ICC profile being read gives way: HEIF's other items */
    bool low_ifd1;       /* IFD1 is a thumbnail's: JPEG, ARW */
    bool has_byte_order; /* ExifByteOrder is there */
    bool sub_document;   /* what is found now takes no name that is there */

    uint64_t block_shift; /* bytes in front of a block that was unpacked: to tell it from others */
    uint64_t embedded_at; /* where the JPEG being read lies in the file: RAF, RW2, X3F */

    uint32_t n_pages; /* directories that say they are pages or full-resolution images */
    bool many_pages;
    int64_t subfile_type, compression; /* of the directory being read; -1: not seen */
    const char *make, *model;          /* of IFD0, "" until found */
    const char *dir_name;              /* of the directory being read: "IFD0", "SubIFD1", … */

    struct meta_preview preview; /* the largest embedded JPEG so far */
    bool first_page_is_preview;
    struct app_state *app;
    uint32_t n_unpack_failures; /* packed parts that were damaged: each one costs time */

    struct member { /* what TAG_MEMBER rows left for later rows, by tag name */
        const char *name;
        struct value value;
    } members[64];
    uint32_t n_members;
};

/* The value a TAG_MEMBER row left, NULL for none. */
const struct value *scan_member(const struct meta_scan *scan, const char *name);
void scan_set_member(struct meta_scan *scan, const char *name, const struct value *value);

/* Whether Model holds a text, begins with it, or has it as a whole word: "K-3" is none of "K-30".
 */
bool scan_model_has(const struct meta_scan *scan, const char *text);
bool scan_model_starts(const struct meta_scan *scan, const char *text);
bool scan_model_is(const struct meta_scan *scan, const char *word);

/* One more level of nesting; false at the limit. Every true is followed by scan_leave(). */
MUST_CHECK bool scan_enter(struct meta_scan *scan);
void scan_leave(struct meta_scan *scan);

/* Remembers an embedded JPEG when it is the largest so far and lies inside the file. */
void scan_preview(struct meta_scan *scan, uint64_t offset, uint64_t len);

/* Adds a File-group tag: "ImageWidth", … */
void scan_file_u64(struct meta_scan *scan, const char *name, uint64_t value);
void scan_file_text(struct meta_scan *scan, const char *name, const char *text);
void scan_byte_order(struct meta_scan *scan, bool big_endian); /* ExifByteOrder, once */
const char *byte_order_name(bool big_endian);                  /* as ExifTool prints it */

#endif
