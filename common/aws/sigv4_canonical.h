/* The canonical request of Signature Version 4; for sigv4.c alone. */
#ifndef AWS_SIGV4_CANONICAL_H
#define AWS_SIGV4_CANONICAL_H

#include "aws/sigv4.h"

/* Appends the path that is signed. */
void canonical_path(struct span path, bool normalize, bool double_encode, struct buf *out);

/* Appends name=value&…, encoded and sorted by name, then value. */
void canonical_query(const struct sigv4_pair *query, size_t n, struct buf *out);

/*
 * Appends "name:value\n" lines to lines and "name;name" to names: lower case, sorted, values of one
 * name joined by ',' in their order. headers: the effective ones, all of them signed.
 */
void canonical_headers(const struct sigv4_pair *headers, size_t n, struct buf *lines,
                       struct buf *names);

#endif
