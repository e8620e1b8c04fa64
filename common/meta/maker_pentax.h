/* Pentax's maker notes: tables and conversions (tables/pentax.c). */
#ifndef META_MAKER_PENTAX_H
#define META_MAKER_PENTAX_H

#include "meta/ifd.h"

extern const struct tag_table pentax_ae_info, pentax_lens_info, pentax_lens_info_2,
    pentax_lens_info_3, pentax_lens_info_4, pentax_lens_info_5, pentax_table, pentax_type2_table;

/* tables/pentax_more.c */
extern const struct tag_table pentax_face_info, pentax_awb_info, pentax_lens_correction,
    pentax_kelvin, pentax_level, pentax_level_k3, pentax_filters, pentax_pixel_shift,
    pentax_temperatures, pentax_shake_2, pentax_ae_2, pentax_ae_3, pentax_lens_q;
extern const struct print_list pentax_af_k1, pentax_af_k3, pentax_af_point;
extern const struct enum_map pentax_af_k3_points;

extern const struct enum_map *const pentax_picture_modes, *const pentax_picture_steps;

/* tag_convert */
bool pentax_aperture_16(const struct tag_env *env, struct buf *out);
bool pentax_av(const struct tag_env *env, struct buf *out);
bool pentax_base_ev(const struct tag_env *env, struct buf *out);
bool pentax_compensation(const struct tag_env *env, struct buf *out);
bool pentax_date(const struct tag_env *env, struct buf *out);
bool pentax_eighth_64(const struct tag_env *env, struct buf *out);
bool pentax_ev(const struct tag_env *env, struct buf *out);
bool pentax_exposure(const struct tag_env *env, struct buf *out);
bool pentax_f_stops(const struct tag_env *env, struct buf *out);
bool pentax_firmware(const struct tag_env *env, struct buf *out);
bool pentax_iso_8(const struct tag_env *env, struct buf *out);
bool pentax_lens_focal(const struct tag_env *env, struct buf *out);
bool pentax_lens_type(const struct tag_env *env, struct buf *out);
bool pentax_less_50(const struct tag_env *env, struct buf *out);
bool pentax_kelvin_left(const struct tag_env *env, struct buf *out);
bool pentax_balance(const struct tag_env *env, struct buf *out);
bool pentax_flash_segments(const struct tag_env *env, struct buf *out);
bool pentax_flash_pair(const struct tag_env *env, struct buf *out);
bool pentax_is_balance(const struct tag_env *env);
bool pentax_print_interval(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_low_11(const struct tag_env *env, struct buf *out);
bool pentax_lv(const struct tag_env *env, struct buf *out);
bool pentax_manufactured(const struct tag_env *env, struct buf *out);
bool pentax_max_aperture(const struct tag_env *env, struct buf *out);
bool pentax_quarter(const struct tag_env *env, struct buf *out);
bool pentax_quarter_10(const struct tag_env *env, struct buf *out);
bool pentax_segments(const struct tag_env *env, struct buf *out);
bool pentax_shutter_count(const struct tag_env *env, struct buf *out);
bool pentax_sixtieth(const struct tag_env *env, struct buf *out);
bool pentax_sr_focal(const struct tag_env *env, struct buf *out);
bool pentax_time(const struct tag_env *env, struct buf *out);
bool pentax_time_8(const struct tag_env *env, struct buf *out);
bool pentax_tv(const struct tag_env *env, struct buf *out);
bool pentax_twice(const struct tag_env *env, struct buf *out);

/* tag_print */
bool pentax_print_bracket(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_print_guide(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_print_matrix(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_print_sensor(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_print_load(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_print_no_load(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_print_picture_mode(const struct tag_env *env, struct span value, struct buf *out);
bool pentax_print_faces(const struct tag_env *env, struct span value, struct buf *out);

/* tag_when */
bool pentax_has_temperatures(const struct tag_env *env);
bool pentax_has_voltages(const struct tag_env *env);
bool pentax_is_ad(const struct tag_env *env);
bool pentax_is_k1(const struct tag_env *env);
bool pentax_is_k3(const struct tag_env *env);
bool pentax_is_k3_ii(const struct tag_env *env);
bool pentax_is_k3_iii(const struct tag_env *env);
bool pentax_is_k5(const struct tag_env *env);
bool pentax_is_k7(const struct tag_env *env);
bool pentax_is_old_battery(const struct tag_env *env);
bool pentax_is_pair(const struct tag_env *env);
bool pentax_is_two_bytes(const struct tag_env *env);
bool pentax_knows_levels(const struct tag_env *env);
bool pentax_not_k3_iii(const struct tag_env *env);
bool pentax_has_11_points(const struct tag_env *env);
bool pentax_has_af(const struct tag_env *env);
bool pentax_is_k10d(const struct tag_env *env);
bool pentax_is_short(const struct tag_env *env);
bool pentax_knows_flash(const struct tag_env *env);
bool pentax_knows_settings(const struct tag_env *env);

/* tag_block */
int pentax_read_ae(struct meta_scan *scan, const struct value *raw, struct err *err);
int pentax_read_caf(struct meta_scan *scan, const struct value *raw, struct err *err);
int pentax_read_lens(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
