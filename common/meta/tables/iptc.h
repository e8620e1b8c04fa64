/* IPTC datasets: id is record << 8 | number. Texts come as UTF-8 (iptc.c). */
#ifndef META_TABLES_IPTC_H
#define META_TABLES_IPTC_H

#include "meta/tag.h"

extern const struct tag_table iptc_table;

bool iptc_date(const struct tag_env *env, struct buf *out); /* CCYYMMDD */
bool iptc_time(const struct tag_env *env, struct buf *out); /* HHMMSS±HHMM */
bool iptc_charset_name(const struct tag_env *env, struct buf *out);
bool iptc_picture_number(const struct tag_env *env, struct buf *out);

#endif
