/*
 * What Google's camera writes: "HDRP", a version, then gzip'ed text or a protocol buffer under a
 * xorshift64* key stream. It stands in EXIF's MakerNote or, in base64, in XMP.
 */
#ifndef META_MAKER_GOOGLE_H
#define META_MAKER_GOOGLE_H

#include "meta/scan.h"

/* The key stream over len bytes, in place. The same call ciphers and deciphers. */
void google_cipher(uint8_t *bytes, size_t len);

/* A note of EXIF, "HDRP" first. Damage is silent. */
int google_read(struct meta_scan *scan, struct span note);

/* XMP's HDRPMakerNote and HDRPlusMakerNote, and its ShotLogData. */
void google_read_base64(struct meta_scan *scan, struct span text, bool is_shot_log);

extern const struct tag_table google_table, google_shot_log; /* ids: field numbers, 8 bits each */

/* tag_convert */
bool google_date(const struct tag_env *env, struct buf *out); /* seconds since 1970 */
bool google_date_ms(const struct tag_env *env, struct buf *out);

#endif
