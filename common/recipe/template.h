/*
 * Key templates: "{prefix}/transcode/proxy/{stem}.jpg". Pure: the parts of a key in, a key out.
 *
 * What comes from a source key is bytes, never a path: nothing is cleaned or decoded. Two things
 * are held to: the result is at most 1,024 bytes (S3's limit), long parts being cut and marked with
 * a digest of what they were; and no "." or ".." that came from a key climbs out of the prefix that
 * a template begins with, for those who later copy a bucket into a file system.
 */
#ifndef RECIPE_TEMPLATE_H
#define RECIPE_TEMPLATE_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

#define KEY_MAX_BYTES       1024 /* Amazon S3 User Guide, Creating object key names */
#define TEMPLATE_CHARACTERS 512

/* Borrowed. basename is what follows the last '/', stem is it without its last suffix, ext that
 * suffix without the dot (a name's first byte begins no suffix), dir what stands before the last
 * '/'. */
struct key_parts {
    const char *prefix; /* of the destination; "" where there is none */
    const char *key;
    const char *uuid;
    const char *etag; /* without quotes; "" where it is not known */
};

/* ERR_INPUT at path for an unknown {name}, an open brace, or a text that is empty or too long. */
MUST_CHECK int template_check(const char *text, const char *path, struct err *err);

/* Expands a checked template into out (a C string). ERR_INPUT where it comes out empty or cannot be
 * made to fit. */
MUST_CHECK int template_expand(const char *text, const struct key_parts *parts,
                               char out[KEY_MAX_BYTES + 1], struct err *err);

/* The same for a value that names no object, as an attribute of a row: it may come out empty, as
 * the {basename} of a key that ends in '/' does. */
MUST_CHECK int template_expand_value(const char *text, const struct key_parts *parts,
                                     char out[KEY_MAX_BYTES + 1], struct err *err);

/* template_expand() for a destination prefix (INGEST_PREFIX): at most 512 bytes, and no segment
 * that came from a key is "." or "..". {prefix} is empty in it. */
MUST_CHECK int template_expand_prefix(const char *text, const struct key_parts *parts,
                                      char out[KEY_MAX_BYTES + 1], struct err *err);

/* Where the basename begins: an offset into key. */
size_t key_basename_at(const char *key);

#endif
