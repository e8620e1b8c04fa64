/* MD5 (RFC 1321), for the digests that metadata itself tells. The sandbox has no libcrypto. */
#ifndef META_MD5_H
#define META_MD5_H

#include "meta/scan.h"

/* 32 lower-case hex digits and a NUL. */
void md5_hex(struct span bytes, char out[33]);

/* CurrentIPTCDigest, of an IPTC block as it lies in the file. */
void iptc_digest_add(struct meta_scan *scan, struct span block);

#endif
