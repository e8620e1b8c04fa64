/* Photoshop's image resources: ids of photoshop_table are those of the resources. */
#ifndef META_TABLES_PHOTOSHOP_H
#define META_TABLES_PHOTOSHOP_H

#include "meta/tag.h"

extern const struct tag_table photoshop_table;

int photoshop_iptc(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_exif(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_xmp(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_icc(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_version(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_slices(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_urls(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_thumbnail(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_alpha_names(struct meta_scan *scan, const struct value *raw, struct err *err);

int photoshop_document(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_channels(struct meta_scan *scan, const struct value *raw, struct err *err);

bool photoshop_resolution(const struct tag_env *env, struct buf *out); /* in the unit displayed */
bool photoshop_hex(const struct tag_env *env, struct buf *out);
bool photoshop_pascal(const struct tag_env *env, struct buf *out); /* length byte first */
bool photoshop_utf16(const struct tag_env *env, struct buf *out);  /* u32 count first */
bool photoshop_when_progressive(const struct tag_env *env);
bool photoshop_print_quality(const struct tag_env *env, struct span value, struct buf *out);

extern const struct tag_table photoshop_channel_table;
extern const struct enum_map photoshop_blend_modes, photoshop_layer_colours,
    photoshop_layer_sections;

#endif
