/* Layouts of JPEG's small application segments. */
#ifndef META_TABLES_APP_H
#define META_TABLES_APP_H

#include "meta/tag.h"

extern const struct tag_table jfif_table, adobe_table, avi1_table, spiff_table, nitf_table,
    qvci_table;

bool qvci_date(const struct tag_env *env, struct buf *out); /* "1998.10.24.12.08.57" */
bool jfif_version(const struct tag_env *env, struct buf *out);
bool spiff_version(const struct tag_env *env, struct buf *out);
bool jfif_when_set(const struct tag_env *env);

#endif
