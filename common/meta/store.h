/*
 * The tags found in one object. Every instance is kept, in order; for each name one of them wins by
 * ExifTool's rule: a later one takes the name when its priority is not lower. Values stay raw until
 * asked for: printing happens at the end, when Make, Model and the like are known, and only for
 * what is printed.
 */
#ifndef META_STORE_H
#define META_STORE_H

#include "base/buf.h"
#include "base/def.h"
#include "meta/arena.h"
#include "meta/tag.h"
#include "meta/value.h"

struct found {
    const char *name;
    const char *g0, *g1;
    const struct tag *tag; /* NULL: the value is printed as it is */
    struct value raw;
    uint8_t dir_format;
    int8_t priority;
    bool hidden;             /* for composites, not for output */
    bool is_list;            /* value is "a,b": printed as text even where it looks like a number */
    struct span value, text; /* data NULL until store_value() and store_text() made them */
    bool dropped;            /* its conversion said: no such tag */
    uint32_t hash;           /* of the name */
    uint32_t next;           /* index + 1 of the next instance of the name, by rank; 0: none */
};

struct store {
    struct arena *arena;
    struct meta_scan *scan;
    struct found *items;
    uint32_t n_items, n_allocated;
    uint32_t *slots; /* hash table of names: index + 1 of the winner; 0 free */
    uint32_t n_slots;
    const char *first_dir; /* priority 0 counts as 1 in it; NULL: none yet */
};

void store_init(struct store *store, struct arena *arena, struct meta_scan *scan);
void store_release(struct store *store);

/* Where a tag stands, and how much that counts. */
struct place {
    const char *g0, *g1;   /* live as long as the store */
    int8_t priority;       /* of the directory: 0, or PRIORITY_LOW for IFD1 and previews */
    int8_t table_priority; /* of tags whose row says nothing: stands over the directory's */
};

/* The directory whose low tags count as normal ones; the first call stands. ExifTool: the one of
 * the full-resolution image. */
void store_first_dir(struct store *store, const char *g1);

/* A tag of a table with its raw value, whose bytes live as long as the store. NULL when the store
 * is full (20,000 tags). */
struct found *store_add(struct store *store, const struct place *place, const struct tag *tag,
                        const struct value *raw);

/* One without a row: name and text are copied when not static (copy_name). */
struct found *store_add_text(struct store *store, const struct place *place, const char *name,
                             struct span text);
struct found *store_add_cstr(struct store *store, const struct place *place, const char *name,
                             const char *text);
struct found *store_add_u64(struct store *store, const struct place *place, const char *name,
                            uint64_t number);
/* "(Binary data N bytes, use -b option to extract)", the bytes left where they are. */
struct found *store_add_binary(struct store *store, const struct place *place, const char *name,
                               uint64_t len);

/* A value already converted and another text to print ("ValueConv" and "PrintConv"). */
struct found *store_add_printed(struct store *store, const struct place *place, const char *name,
                                struct span value, struct span text);

/* The winner of a name; NULL for none. store_find_in: the last one of group g0 or g1. */
struct found *store_find(struct store *store, const char *name);
struct found *store_find_in(struct store *store, const char *group, const char *name);

/* The instance that has item's name in the flat shape; those that were dropped do not count. */
struct found *store_winner(struct store *store, const struct found *item);

/* What ExifTool holds before printing, and what it prints. Never NULL data; empty when dropped. */
struct span store_value(struct store *store, struct found *found);
struct span store_text(struct store *store, struct found *found);

/* Of the winner of a name: as a C string ("" for none), as a number (false for none or no number).
 */
const char *store_cstr(struct store *store, const char *name);
bool store_double(struct store *store, const char *name, double *out);

#endif
