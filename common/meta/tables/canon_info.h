/*
 * Tables of Canon's records that differ from model to model, and what their rows refer to
 * (maker_canon_info.c, maker_canon_custom.c).
 */
#ifndef META_TABLES_CANON_INFO_H
#define META_TABLES_CANON_INFO_H

#include "meta/tag.h"

/* CameraInfo by model */
extern const struct tag_table canon_af_config, canon_info_m50;
extern const struct tag_table canon_info_1d, canon_info_1dmkii, canon_info_1dmkiin,
    canon_info_1dmkiii, canon_info_1dmkiv, canon_info_1dx, canon_info_5d, canon_info_5dmkii,
    canon_info_5dmkiii, canon_info_6d, canon_info_7d, canon_info_40d, canon_info_50d,
    canon_info_60d, canon_info_70d, canon_info_80d, canon_info_450d, canon_info_500d,
    canon_info_550d, canon_info_600d, canon_info_650d, canon_info_750d, canon_info_1000d,
    canon_info_powershot, canon_info_powershot_2;
/* ColorData by version */
extern const struct tag_table canon_colour_1, canon_colour_2, canon_colour_3, canon_colour_4,
    canon_colour_5, canon_colour_6, canon_colour_7, canon_colour_8, canon_colour_9, canon_colour_10,
    canon_colour_11, canon_colour_12;
/* custom functions by model; those of the 1D family's two records */
extern const struct tag_table canon_functions_1d, canon_functions_5d, canon_functions_10d,
    canon_functions_20d, canon_functions_30d, canon_functions_350d, canon_functions_400d,
    canon_functions_d30, canon_functions_2, canon_personal, canon_personal_values;
extern const struct enum_map canon_flash_models;

/* tag_convert */
bool canon_info_f_number(const struct tag_env *env, struct buf *out);
bool canon_info_time(const struct tag_env *env, struct buf *out);
bool canon_info_iso(const struct tag_env *env, struct buf *out);
bool canon_info_firmware(const struct tag_env *env, struct buf *out);
bool canon_plus_1(const struct tag_env *env, struct buf *out);
bool canon_minus_1(const struct tag_env *env, struct buf *out);
bool canon_compact_f_number(const struct tag_env *env, struct buf *out);
bool canon_compact_time(const struct tag_env *env, struct buf *out);
bool canon_compact_iso(const struct tag_env *env, struct buf *out);
bool canon_flash_power(const struct tag_env *env, struct buf *out);
bool canon_swapped_words(const struct tag_env *env, struct buf *out);
bool canon_personal_time(const struct tag_env *env, struct buf *out);
bool canon_personal_aperture(const struct tag_env *env, struct buf *out);

/* tag_print */
bool canon_print_time(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_flash_output(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_battery_level(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_iso_range(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_speed_range(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_aperture_range(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_flags(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_speeds(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_shots(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_timer(const struct tag_env *env, struct span value, struct buf *out);
bool canon_print_af_adjustment(const struct tag_env *env, struct span value, struct buf *out);

/* tag_when */
bool canon_is_at_end(const struct tag_env *env);
bool canon_has_face(const struct tag_env *env);
bool canon_says_its_size(const struct tag_env *env);
bool canon_is_battery(const struct tag_env *env);
bool canon_is_contrast(const struct tag_env *env);
bool canon_is_vignetting(const struct tag_env *env);
bool canon_version_4_5(const struct tag_env *env);
bool canon_version_6_7(const struct tag_env *env);
bool canon_version_9(const struct tag_env *env);
bool canon_version_10(const struct tag_env *env);
bool canon_version_11(const struct tag_env *env);
bool canon_version_14(const struct tag_env *env);
bool canon_not_14(const struct tag_env *env);
bool canon_is_first_1d(const struct tag_env *env);
bool canon_is_1ds(const struct tag_env *env);
bool canon_version_minus_3(const struct tag_env *env);
bool canon_version_minus_4(const struct tag_env *env);
bool canon_has_3_values(const struct tag_env *env);
bool canon_custom_1000d(const struct tag_env *env);
bool canon_custom_1100d(const struct tag_env *env);
bool canon_custom_1d3(const struct tag_env *env);
bool canon_custom_1d4(const struct tag_env *env);
bool canon_custom_1d4_6d(const struct tag_env *env);
bool canon_custom_1ds3(const struct tag_env *env);
bool canon_custom_1dx(const struct tag_env *env);
bool canon_custom_40d(const struct tag_env *env);
bool canon_custom_40d_1ds3(const struct tag_env *env);
bool canon_custom_40d_50d_5d2(const struct tag_env *env);
bool canon_custom_40d_50d_60d(const struct tag_env *env);
bool canon_custom_450d_1000d(const struct tag_env *env);
bool canon_custom_450d_550d_600d(const struct tag_env *env);
bool canon_custom_500d(const struct tag_env *env);
bool canon_custom_50d_60d_7d(const struct tag_env *env);
bool canon_custom_5d2(const struct tag_env *env);
bool canon_custom_60d(const struct tag_env *env);
bool canon_custom_6d(const struct tag_env *env);
bool canon_custom_7d(const struct tag_env *env);
bool canon_custom_levels(const struct tag_env *env);
bool canon_custom_rebels(const struct tag_env *env);

/* tag_block */
int canon_camera_info(struct meta_scan *scan, const struct value *raw, struct err *err);
int canon_colour_data(struct meta_scan *scan, const struct value *raw, struct err *err);
int canon_functions(struct meta_scan *scan, const struct value *raw, struct err *err);
int canon_functions_of_1d(struct meta_scan *scan, const struct value *raw, struct err *err);
int canon_functions_grouped(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
