/* Font files for text marks: read by the worker, as the decoder can open nothing. */
#ifndef SANDBOX_FONT_H
#define SANDBOX_FONT_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

#define FONT_MAX_BYTES ((size_t)32 * 1024 * 1024)

/* The font of marks that name none: the first that is there of a list in font.c; NULL: none is. */
const char *font_default(void);

/*
 * Reads it into out, whose cap holds. Only what begins like TrueType or OpenType is handed to a
 * decoder: the name may come from a task's input, and must not fetch anything else for it.
 * ERR_INPUT that names the file.
 */
MUST_CHECK int font_read(const char *path, struct buf *out, struct err *err);

#endif
