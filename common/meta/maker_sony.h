/* Sony's maker notes: readers of the records whose layout goes by their length or model, the
 * private directory of its raw files, and conversions. Tables: tables/sony.c, sony_records.c,
 * sony_raw.c. */
#ifndef META_MAKER_SONY_H
#define META_MAKER_SONY_H

#include "meta/ifd.h"

extern const struct tag_table sony_table, sony_ericsson;

/* tag_block */
int sony_camera_info_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int sony_focus_info_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int sony_camera_settings_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int sony_extra_info_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int sony_shot_info_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int sony_tag_9402_read(struct meta_scan *scan, const struct value *raw, struct err *err);

/* tag_block: DNGPrivateData of ARW and SR2 is the offset of a directory. */
int sony_private_read(struct meta_scan *scan, const struct value *raw, struct err *err);

/*
 * Deciphers len bytes, whole words of 32 bits, of Sony's SR2SubIFD in place. The key grows into a
 * pad of 127 words, each later one made from two before it; found by Dave Coffin (dcraw).
 */
void sony_decipher(uint8_t *bytes, size_t len, uint32_t key);

/* tag_convert */
bool sony_aperture(const struct tag_env *env, struct buf *out);     /* 1/8 steps */
bool sony_celsius(const struct tag_env *env, struct buf *out);      /* from Fahrenheit */
bool sony_compensation(const struct tag_env *env, struct buf *out); /* 128 is 0, 1/24 EV */
bool sony_face(const struct tag_env *env, struct buf *out);
bool sony_hundred(const struct tag_env *env, struct buf *out);
bool sony_iso(const struct tag_env *env, struct buf *out); /* 1/8 steps */
bool sony_iso_not_0(const struct tag_env *env, struct buf *out);
bool sony_lens_spec(const struct tag_env *env, struct buf *out); /* "01 0055 0200 40 56 02" */
bool sony_less_10(const struct tag_env *env, struct buf *out);
bool sony_metering(const struct tag_env *env, struct buf *out);
bool sony_reversed(const struct tag_env *env, struct buf *out); /* height stands first */
bool sony_signed(const struct tag_env *env, struct buf *out);   /* of 8 bits */
bool sony_text(const struct tag_env *env, struct buf *out);     /* dropped when empty */
bool sony_time(const struct tag_env *env, struct buf *out);     /* 1/8 steps */

/* tag_print */
bool sony_print_af_status(const struct tag_env *env, struct span value, struct buf *out);
bool sony_print_iso(const struct tag_env *env, struct span value, struct buf *out);
bool sony_print_lens_spec(const struct tag_env *env, struct span value, struct buf *out);
bool sony_print_whole_signed(const struct tag_env *env, struct span value, struct buf *out);

/* tag_when */
bool sony_is_hx9(const struct tag_env *env); /* that generation of compact cameras */
bool sony_not_hx9(const struct tag_env *env);
bool sony_has_faces_1(const struct tag_env *env);
bool sony_has_faces_2(const struct tag_env *env);
bool sony_has_private(const struct tag_env *env);

#endif
