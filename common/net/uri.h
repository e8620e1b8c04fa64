/* URIs (RFC 3986): percent-encoding as AWS signs it, and a strict reading of http and https URIs.
 */
#ifndef NET_URI_H
#define NET_URI_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

/* Every byte but A-Z a-z 0-9 - . _ ~ (and / when keep_slash) becomes %XX, in upper case. */
void uri_encode(struct span in, bool keep_slash, struct buf *out);

/* As S3 notifications encode keys: %XX becomes its byte, + a space; a % without two hex digits
 * behind it stays. */
void uri_decode(struct span in, struct buf *out);

#define URI_MAX_BYTES 2048

struct uri {
    bool https;
    char host[256]; /* lower case; an IPv6 address without its brackets */
    bool ipv6;
    uint16_t port;                /* the scheme's own when the text has none */
    char path[URI_MAX_BYTES + 1]; /* "" or begins with '/'; with the query, as it stands */
};

/*
 * http://host[:port][/path][?query] and nothing else: user names, fragments, percent-encoded hosts,
 * backslashes, blanks and control characters are refused, so that no second parser can see another
 * host in it. ERR_USAGE names what and the text.
 */
MUST_CHECK int uri_parse(const char *what, const char *text, struct uri *out, struct err *err);

/* "host" or "host:port" (brackets for IPv6), as a Host header has it: no port when it is the
 * scheme's own. */
void uri_authority(const struct uri *uri, struct buf *out);

/* "scheme://authority", without the path. */
void uri_origin(const struct uri *uri, struct buf *out);

/*
 * True for localhost and for addresses that no router passes on: 127.0.0.0/8, ::1, 169.254.0.0/16,
 * fe80::/10, and the two unique-local addresses that AWS serves credentials on (fd00:ec2::23,
 * fd00:ec2::254). Addresses are compared as numbers. Only these may be spoken to without TLS.
 */
bool uri_host_is_local(const char *host);

#endif
