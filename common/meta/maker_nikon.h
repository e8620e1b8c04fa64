/* Nikon's maker notes: tables, conversions, and the cipher of some of its records. */
#ifndef META_MAKER_NIKON_H
#define META_MAKER_NIKON_H

#include "meta/ifd.h"

extern const struct tag_table nikon_table, nikon_type2_table;

/*
 * Reads a note whose directory stands at `start` with offsets from `base`. The cipher's keys
 * (serial number, shutter count) are looked for first, as they may stand behind what they open.
 */
int nikon_read(struct meta_scan *scan, const struct tiff_view *view, const struct ifd_walk *walk,
               struct err *err);

/* Deciphers len bytes from `from` on with the keys of this image into kept memory. False where a
 * key is missing. */
bool nikon_decipher(struct meta_scan *scan, struct span in, size_t from, struct span *out);

/* tag_convert and tag_print */
bool nikon_version(const struct tag_env *env, struct buf *out);
bool nikon_step(const struct tag_env *env, struct buf *out); /* a * b / c of four bytes */
bool nikon_exit_pupil(const struct tag_env *env, struct buf *out);
bool nikon_aperture(const struct tag_env *env, struct buf *out);
bool nikon_focal_length(const struct tag_env *env, struct buf *out);
bool nikon_focus_distance(const struct tag_env *env, struct buf *out);
bool nikon_twelfth(const struct tag_env *env, struct buf *out);
bool nikon_iso(const struct tag_env *env, struct buf *out);
bool nikon_negative_sixth(const struct tag_env *env, struct buf *out);
bool nikon_flash_output(const struct tag_env *env, struct buf *out);
bool nikon_power_up(const struct tag_env *env, struct buf *out);
bool nikon_print_version(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_words(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_iso(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_lens(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_lens_type(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_crop(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_distance(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_adjust(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_hex(const struct tag_env *env, struct span value, struct buf *out);
bool nikon_print_4_digits(const struct tag_env *env, struct span value, struct buf *out);

#endif
