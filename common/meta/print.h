/*
 * Conversions that many tables use, and the machine that runs a row's conversions. Wordings are
 * ExifTool's. A tag_convert makes the value from the raw bytes, a tag_print the printed form.
 */
#ifndef META_PRINT_H
#define META_PRINT_H

#include "meta/store.h"
#include "meta/tag.h"

/* Value and printed form of a raw value by its row, appended. False: dropped. */
bool print_value(const struct tag_env *env, struct buf *out);
void print_text(const struct tag_env *env, struct span value, struct buf *out);

/* One step on a value. False: the value is printed as it is. */
bool print_step(const struct tag_env *env, const struct print_step *step, struct span value,
                struct buf *out);

/* Name of a number, or NULL. */
const char *enum_find(const struct enum_map *map, int64_t value);

/* The name, or "Unknown (7)". */
void enum_append(const struct enum_map *map, int64_t value, struct buf *out);

/* "(none)", or the names of the bits that are set, ", " between, "[n]" for one without a name. */
void print_bits(const struct enum_map *map, uint64_t bits, struct buf *out);

/* tag_convert */
bool convert_date(const struct tag_env *env, struct buf *out);      /* text, blanks trimmed */
bool convert_utf16(const struct tag_env *env, struct buf *out);     /* XP*: UTF-16 little-endian */
bool convert_charset(const struct tag_env *env, struct buf *out);   /* UserComment: 8 bytes say */
bool convert_apex_time(const struct tag_env *env, struct buf *out); /* 2^-x */
bool convert_apex_aperture(const struct tag_env *env, struct buf *out); /* 2^(x/2) */
bool convert_hex(const struct tag_env *env, struct buf *out);           /* bytes as digits */
bool convert_degrees(const struct tag_env *env, struct buf *out); /* three rationals to degrees */

bool convert_long_is_binary(const struct tag_env *env, struct buf *out);      /* over 32 letters */
bool convert_very_long_is_binary(const struct tag_env *env, struct buf *out); /* over 64 */

/* UTF-16 up to its first NUL, and Windows Latin 1, as UTF-8. */
void utf16_append(struct span text, bool big_endian, struct buf *out);
void latin1_append(struct span text, struct buf *out);

/* tag_print */
bool print_exposure_time(const struct tag_env *env, struct span value, struct buf *out);
bool print_f_number(const struct tag_env *env, struct span value, struct buf *out);
bool print_fraction(const struct tag_env *env, struct span value, struct buf *out); /* "+1/3" */
bool print_yes_no(const struct tag_env *env, struct span value, struct buf *out); /* 0 No, 1 Yes */
bool print_on_off(const struct tag_env *env, struct span value, struct buf *out); /* 0 Off, 1 On */
bool print_loops(const struct tag_env *env, struct span value, struct buf *out);  /* 0 "inf" */
bool print_dotted(const struct tag_env *env, struct span value, struct buf *out); /* "1.4.0.0" */
bool print_lens_info(const struct tag_env *env, struct span value, struct buf *out);

/* "%d %d %.8f" with the letter appended by the caller; never 60 seconds. */
void print_degrees(double degrees, struct buf *out);

/* A time of `seconds` as ExifTool's ConvertDuration: "1.50 s", "0:01:30". */
void print_duration(double seconds, struct buf *out);

/* Seconds since 1970 as "2026:11:21 09:00:00" (UTC, no zone). */
void print_unix_time(int64_t seconds, struct buf *out);

#endif
