/* Conversions of Canon's maker notes, and the tables of their records (tables/canon.c). */
#ifndef META_MAKER_CANON_H
#define META_MAKER_CANON_H

#include "meta/tag.h"

extern const struct tag_table canon_table;

/*
 * Canon writes exposure values in 1/32 steps, where thirds stand as 0x0c and 0x14: the value in EV.
 */
double canon_ev(int64_t code);

/* tag_convert; "without" ones drop the tag for the value that means "not there". */
bool canon_aperture(const struct tag_env *env, struct buf *out);      /* 2^(EV/2), > 0 only */
bool canon_f_number(const struct tag_env *env, struct buf *out);      /* the same, not 0 */
bool canon_exposure_time(const struct tag_env *env, struct buf *out); /* 2^-EV */
bool canon_20d_exposure_time(const struct tag_env *env, struct buf *out);
bool canon_target_time(const struct tag_env *env, struct buf *out);
bool canon_ev_value(const struct tag_env *env, struct buf *out);
bool canon_auto_iso(const struct tag_env *env, struct buf *out);
bool canon_base_iso(const struct tag_env *env, struct buf *out);
bool canon_camera_iso(const struct tag_env *env, struct buf *out);
bool canon_measured_ev(const struct tag_env *env, struct buf *out);
bool canon_measured_ev2(const struct tag_env *env, struct buf *out);
bool canon_temperature(const struct tag_env *env, struct buf *out);
bool canon_distance(const struct tag_env *env, struct buf *out); /* cm to m, not 0 */
bool canon_lower_distance(const struct tag_env *env, struct buf *out);
bool canon_tenths_not_0(const struct tag_env *env, struct buf *out);
bool canon_tenths_not_negative(const struct tag_env *env, struct buf *out);
bool canon_guide_number(const struct tag_env *env, struct buf *out);
bool canon_focal_length(const struct tag_env *env, struct buf *out); /* over FocalUnits */
bool canon_focal_plane(const struct tag_env *env, struct buf *out);  /* 1/1000 inch to mm */
bool canon_not_0(const struct tag_env *env, struct buf *out);
bool canon_not_minus_1(const struct tag_env *env, struct buf *out);
bool canon_not_negative(const struct tag_env *env, struct buf *out);
bool canon_positive(const struct tag_env *env, struct buf *out);
bool canon_not_7fff(const struct tag_env *env, struct buf *out);
bool canon_low_7_bits(const struct tag_env *env, struct buf *out);
bool canon_flash_output(const struct tag_env *env, struct buf *out);
bool canon_shutter_count(const struct tag_env *env, struct buf *out);
bool canon_file_number(const struct tag_env *env, struct buf *out);
bool canon_serial_text(const struct tag_env *env, struct buf *out); /* trailing 0xff cut */
bool canon_battery(const struct tag_env *env, struct buf *out);
bool canon_unique_id(const struct tag_env *env, struct buf *out);
bool canon_categories(const struct tag_env *env, struct buf *out);
bool canon_hex(const struct tag_env *env, struct buf *out);

/* tag_print */
bool canon_print_self_timer(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_parameter(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_signed(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_file_number(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_contrast(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_serial(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_firmware(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_distance(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_significant_2(const struct tag_env *env, struct span value, struct buf *out);

/* tag_when */
bool canon_is_20d(const struct tag_env *env);
bool canon_is_1d(const struct tag_env *env);
bool canon_has_temperature(const struct tag_env *env);
bool canon_counts_files(const struct tag_env *env);
bool canon_counts_shutter(const struct tag_env *env);
bool canon_focal_plane_known(const struct tag_env *env);

/* tag_block: records whose layout depends on their own numbers */
int canon_af_info(struct meta_scan *scan, const struct value *raw, struct err *err);
int canon_af_info_3(struct meta_scan *scan, const struct value *raw, struct err *err);
int canon_af_info_2(struct meta_scan *scan, const struct value *raw, struct err *err);
int canon_filter_info(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
