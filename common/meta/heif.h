/*
 * Boxes (ISO/IEC 14496-12): HEIF, HEIC, AVIF, and CR3. The inside of the room's box reading; what
 * others call is heif_read() in blocks.h. Boxes that matter are read whole into memory; mdat is
 * not, but for the items in it that hold metadata.
 */
#ifndef META_HEIF_H
#define META_HEIF_H

#include "meta/scan.h"

#define BOX_TYPE(a, b, c, d)                                                                       \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* One box in memory: its type, its content after the header, where the content lies in the file. */
struct box {
    uint32_t type;
    struct span content;
    uint64_t offset;
};

/* Takes the next box off *rest, which lies at *offset in the file; false at the end or at one that
 * does not fit. */
bool box_next(struct span *rest, uint64_t *offset, struct box *out);

/* The first box of a type in a container's content. */
bool box_find(struct span content, uint64_t offset, uint32_t type, struct box *out);

/* A box of version and flags; content then begins after them. */
uint8_t box_version(struct box *box, uint32_t *flags);

struct heif_extent {
    uint64_t offset, len;
};
struct heif_item {
    uint32_t id, type;
    const char *content_type; /* "" but for type mime */
    bool deflated;            /* content_encoding "deflate" */
    uint8_t construction;     /* 0 file, 1 idat, 2 item */
    uint32_t first_extent, n_extents;
};

#define HEIF_MAX_ITEMS   4096
#define HEIF_MAX_EXTENTS 16384
#define HEIF_MAX_LINKS   16384

struct heif {
    struct heif_item *items; /* ordered by id once read */
    uint32_t n_items;
    struct heif_extent *extents;
    uint32_t n_extents;
    uint32_t primary;
    struct span idat;
    struct heif_link { /* item has property (numbered from 1) */
        uint32_t item, property;
    } * links;
    uint32_t n_links;
    bool dates_have_zone; /* CR3 */
};

/* heif_items.c: iloc, iinf; then what the items hold. */
void heif_read_locations(struct heif *heif, struct box box);
void heif_read_infos(struct meta_scan *scan, struct heif *heif, struct box box);
MUST_CHECK int heif_read_items(struct meta_scan *scan, struct heif *heif, struct err *err);

/* heif_properties.c: iprp. */
MUST_CHECK int heif_read_properties(struct meta_scan *scan, struct heif *heif, struct box box,
                                    struct err *err);

/* heif_movie.c: moov of image sequences and of CR3. */
MUST_CHECK int heif_read_movie(struct meta_scan *scan, struct heif *heif, struct box box,
                               struct err *err);
void heif_read_handler(struct meta_scan *scan, const struct place *place, struct box box);

/* cr3.c: Canon's uuid box. */
MUST_CHECK int cr3_read_uuid(struct meta_scan *scan, struct box box, struct err *err);

/* cr3_timed.c: a sample of the track of CTMD. */
MUST_CHECK int cr3_read_timed(struct meta_scan *scan, uint64_t offset, uint64_t len,
                              struct err *err);

/* tables/quicktime.c */
extern const struct enum_map *const heif_brands,
    *const heif_handlers, *const heif_handler_classes, *const heif_vendors,
                                                           *const heif_graphics_modes,
                                                               *const heif_rotations,
                                                                   *const heif_mirrorings;
extern const struct tag_table heif_av1_table, heif_color_table, heif_light_table, heif_hevc_table;

bool heif_print_level(const struct tag_env *env, struct span value, struct buf *out);
bool heif_convert_depth(const struct tag_env *env, struct buf *out);

/* Adds a tag whose printed text is that of value in map. */
void heif_add_named(struct meta_scan *scan, const struct place *place, const char *name,
                    const struct enum_map *map, struct span value);

#endif
