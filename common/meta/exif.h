/*
 * What the EXIF, TIFF, DNG and GPS tables (tables/exif.c, tables/gps.c) ask for beyond print.h:
 * which directory a row is for, values with a layout of their own, blocks of other kinds.
 */
#ifndef META_EXIF_H
#define META_EXIF_H

#include "meta/tag.h"

/* tag_when: the same ids are thumbnails, previews or raw data, by directory and file type. */
bool is_lossy_jpeg(const struct tag_env *env);
bool is_jpeg_xl(const struct tag_env *env);
bool is_preview_strip(const struct tag_env *env);
bool is_jpg_from_raw_strip(const struct tag_env *env);
bool in_thumbnail_dir(const struct tag_env *env);
bool in_preview_dir(const struct tag_env *env);
bool in_jpg_from_raw_dir(const struct tag_env *env);
bool is_maker_private(const struct tag_env *env);

/* tag_convert */
bool convert_trimmed(const struct tag_env *env, struct buf *out);    /* no blanks at the end */
bool convert_version(const struct tag_env *env, struct buf *out);    /* "0230" */
bool convert_copyright(const struct tag_env *env, struct buf *out);  /* both parts */
bool convert_components(const struct tag_env *env, struct buf *out); /* "Y, Cb, Cr, -" */
bool convert_first_byte(const struct tag_env *env, struct buf *out);
bool convert_cfa(const struct tag_env *env, struct buf *out); /* "columns rows colours" */
bool convert_hex_upper(const struct tag_env *env, struct buf *out);
bool convert_after_colon(const struct tag_env *env, struct buf *out); /* "Exposure: +0.10" */
bool convert_dotted_u8(const struct tag_env *env, struct buf *out);   /* TIFF/EP: "1 0 0 0" */
bool convert_utf8_bytes(const struct tag_env *env, struct buf *out);  /* text in int8u */
bool convert_exposure_times(const struct tag_env *env, struct buf *out);
bool convert_time_codes(const struct tag_env *env, struct buf *out);
bool convert_gps_text(const struct tag_env *env, struct buf *out);
bool convert_gps_time(const struct tag_env *env, struct buf *out);

/* tag_print */
bool print_metres(const struct tag_env *env, struct span value, struct buf *out);
bool print_cfa(const struct tag_env *env, struct span value, struct buf *out);
bool print_cfa_planes(const struct tag_env *env, struct span value, struct buf *out);
bool print_commas(const struct tag_env *env, struct span value, struct buf *out); /* "100, 200" */
bool print_coordinate(const struct tag_env *env, struct span value, struct buf *out);
bool print_gps_date(const struct tag_env *env, struct span value, struct buf *out);

extern const struct enum_map exif_flash; /* tables/exif.c */

/* tag_block */
int read_xmp(struct meta_scan *scan, const struct value *raw, struct err *err);
int read_iptc(struct meta_scan *scan, const struct value *raw, struct err *err);
int read_afcp_iptc(struct meta_scan *scan, const struct value *raw, struct err *err);
int read_photoshop(struct meta_scan *scan, const struct value *raw, struct err *err);
int photoshop_document(struct meta_scan *scan, const struct value *raw, struct err *err);
int read_icc(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
