/* Maker notes of a few tags each: tables and conversions (tables/casio.c, kodak.c, reconyx.c,
 * makers_small.c). */
#ifndef META_MAKER_SMALL_H
#define META_MAKER_SMALL_H

#include "meta/ifd.h"

extern const struct tag_table casio_table, casio_type2_table, casio_qvci, kodak_table, kodak_type2,
    kodak_type3, kodak_type4, kodak_type5, kodak_type6, kodak_type8, kodak_type7, reconyx_table,
    reconyx_hyperfire_2, sanyo_table, jvc_table, ge_table, ricoh_table, sigma_table, samsung_table,
    kyocera_table;

/* tables/makers_more.c */
extern const struct tag_table dji_table, motorola_table, flir_table, nintendo_table, leica5_table,
    kodak_type11, samsung_type1;
extern const struct sub_ifd kodak_ifd;

/* tables/makers_old.c */
extern const struct tag_table hp_table, hp_type4, hp_type6, kodak_type9, kodak_type10,
    panasonic_type2;

extern const struct tag_table *const ricoh_subdirectory;
extern const struct sub_ifd kodak_below_0, kodak_below_1, kodak_below_2, kodak_below_3,
    kodak_below_5;

/* tag_convert */
bool casio_af_position(const struct tag_env *env, struct buf *out);
bool casio_firmware_date(const struct tag_env *env, struct buf *out);
bool casio_qvci_date(const struct tag_env *env, struct buf *out);
bool jvc_versions(const struct tag_env *env, struct buf *out);
bool kodak_100000th(const struct tag_env *env, struct buf *out);
bool kodak_month_day(const struct tag_env *env, struct buf *out);
bool kodak_time(const struct tag_env *env, struct buf *out);
bool reconyx_date(const struct tag_env *env, struct buf *out);
bool reconyx_date_time(const struct tag_env *env, struct buf *out);
bool reconyx_event(const struct tag_env *env, struct buf *out);
bool reconyx_letter(const struct tag_env *env, struct buf *out);
bool reconyx_version(const struct tag_env *env, struct buf *out);
bool reconyx_version_2(const struct tag_env *env, struct buf *out);
bool ricoh_date(const struct tag_env *env, struct buf *out);
bool ricoh_firmware(const struct tag_env *env, struct buf *out);
bool samsung_plain(const struct tag_env *env, struct buf *out);  /* numbers without their key */
bool samsung_less_4(const struct tag_env *env, struct buf *out); /* settings around 4 */
bool sigma_after_colon(const struct tag_env *env, struct buf *out);
bool sigma_microseconds(const struct tag_env *env, struct buf *out);
bool sigma_temperature(const struct tag_env *env, struct buf *out);

/* tag_print */
bool casio_print_best_shot(const struct tag_env *env, struct span value, struct buf *out);
bool casio_print_distance(const struct tag_env *env, struct span value, struct buf *out);
bool kodak_print_iso_setting(const struct tag_env *env, struct span value, struct buf *out);
bool kodak_print_sharpness(const struct tag_env *env, struct span value, struct buf *out);
bool kodak_print_stamp(const struct tag_env *env, struct span value, struct buf *out);
bool reconyx_print_sequence(const struct tag_env *env, struct span value, struct buf *out);

/* tag_block: directories below Kodak's, behind a byte order of their own */
int kodak_read_below_0(struct meta_scan *scan, const struct value *raw, struct err *err);
int kodak_read_below_1(struct meta_scan *scan, const struct value *raw, struct err *err);
int kodak_read_below_2(struct meta_scan *scan, const struct value *raw, struct err *err);
int kodak_read_below_3(struct meta_scan *scan, const struct value *raw, struct err *err);
int kodak_read_below_5(struct meta_scan *scan, const struct value *raw, struct err *err);

/* tag_block: "Name: value" lines; "[section] Name=value Name=value" */
int kodak_read_text(struct meta_scan *scan, const struct value *raw, struct err *err);
int olympus_read_text(struct meta_scan *scan, const struct value *raw, struct err *err);

/* tag_block: a directory behind a mark */
int ricoh_read_subdir(struct meta_scan *scan, const struct value *raw, struct err *err);

/* Whole notes of letters. */
int dji_read_text(struct meta_scan *scan, struct span note);
int jvc_read_text(struct meta_scan *scan, struct span note);
int ricoh_read_text(struct meta_scan *scan, struct span note);

#endif
