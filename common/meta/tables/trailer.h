/* Trailers: FotoStation's edits, Photo Mechanic's (ids are dataset numbers), Canon's recipes,
 * MIE's document group (names in the file, names printed), Samsung's blocks. */
#ifndef META_TABLES_TRAILER_H
#define META_TABLES_TRAILER_H

#include "meta/tag.h"

extern const struct tag_table foto_station_table, photo_mechanic_table, canon_vrd_table;
extern const struct enum_map mie_document_table;
extern const struct enum_map google_pictures; /* by what the Container directory calls them */

struct samsung_block {
    uint16_t kind;
    const char *name_tag, *tag; /* of the block's name, of its data; NULL: not told */
    bool is_binary;
};
extern const struct samsung_block samsung_blocks[];
extern const size_t samsung_n_blocks;

/* tag_convert, tag_print (trailer_values.c) */
bool vrd_version(const struct tag_env *env, struct buf *out);
bool vrd_curve(const struct tag_env *env, struct buf *out);
bool vrd_brightness(const struct tag_env *env, struct buf *out);
bool foto_rotation(const struct tag_env *env, struct buf *out);

#endif
