/* What base/json does with JSON as text, before json-c sees it. For json.c alone. */
#ifndef BASE_JSON_TEXT_H
#define BASE_JSON_TEXT_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

/* What a string may hold beside text; each takes in those before it. */
enum json_allowed { JSON_TEXT, JSON_NUL, JSON_BYTES };

/* "not valid JSON at byte 5: why"; -1. */
int json_text_refuse(struct err *err, size_t at, const char *why);

/*
 * json-c lets pass what RFC 8259 does not: \u0000 (it ends C strings), lone surrogates (it writes
 * U+FFFD), control characters in strings, and outside of them NaN and Infinity.
 */
MUST_CHECK int json_text_check(struct span in, enum json_allowed allowed, struct err *err);

/*
 * json-c makes the nearest 64-bit number of an integer that is out of range, but keeps the text of
 * a number with an exponent. True: out holds the text with such integers marked by an exponent of
 * 0.
 */
bool json_text_mark(struct span in, struct buf *out);

/* The integer of a number that is marked so; empty for any other number. */
struct span json_text_unmarked(struct span number);

#endif
