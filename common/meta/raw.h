/*
 * Raw files that are no TIFF (CIFF, which is Canon's CRW, MRW, RAF, X3F) and what RW2 and IIQ have
 * beside one. Readers in raw*.c, whole objects among them in blocks.h; tables in tables/raw*.c.
 */
#ifndef META_RAW_H
#define META_RAW_H

#include "meta/scan.h"

extern const struct tag_table crw_table, mrw_prd, mrw_rif, mrw_wbg, raf_header, raf_table;
extern const struct tag_table panasonic_raw_ifd_table, phase_one_table;
extern const struct enum_map exif_light_sources, exif_compressions; /* tables/exif.c */

/* RW2: IFD0 is panasonic_raw_ifd_table; IIQ: TIFF with a directory of Phase One beside it. */
MUST_CHECK int iiq_read(struct meta_scan *scan, struct err *err);

/* A CIFF block of len bytes at offset of the file, header first; place: of its own tags. */
MUST_CHECK int ciff_read(struct meta_scan *scan, const struct place *place, uint64_t offset,
                         uint64_t len, struct err *err);

/* A JPEG that lies at offset: read as such, and remembered as preview; offsets in it are
 * printed as offsets in the file. */
MUST_CHECK int raw_embedded_jpeg(struct meta_scan *scan, uint64_t offset, uint64_t len,
                                 struct err *err);

/* tag_convert */
bool crw_measured_ev(const struct tag_env *env, struct buf *out);
bool mrw_colour_temperature(const struct tag_env *env, struct buf *out);
bool panasonic_32768th(const struct tag_env *env, struct buf *out);
bool panasonic_scale(const struct tag_env *env, struct buf *out);
bool raf_log2(const struct tag_env *env, struct buf *out);
bool raf_ratio(const struct tag_env *env, struct buf *out); /* "3:2" */
bool raf_size(const struct tag_env *env, struct buf *out);  /* "4256x1424" */

/* tag_print */
bool mrw_print_iso(const struct tag_env *env, struct span value, struct buf *out);
bool mrw_print_wb(const struct tag_env *env, struct span value, struct buf *out);
bool phase_one_print_matrix(const struct tag_env *env, struct span value, struct buf *out);

/* tag_when */
bool crw_is_eos(const struct tag_env *env);
bool crw_never(const struct tag_env *env);
bool mrw_has_iso(const struct tag_env *env);
bool mrw_has_levels(const struct tag_env *env);
bool mrw_is_a200(const struct tag_env *env);
bool mrw_is_minolta(const struct tag_env *env);
bool mrw_is_sony(const struct tag_env *env);

/* tag_block */
int crw_make_model(struct meta_scan *scan, const struct value *raw, struct err *err);
int mrw_info_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int phase_one_calibration(struct meta_scan *scan, const struct value *raw, struct err *err);
int rw2_read_jpeg(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
