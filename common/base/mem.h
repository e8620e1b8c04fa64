/*
 * Small allocations: refused, they end the process with a line on standard error and the status of
 * Ingest.Io, so that no caller has a branch for it. A size that comes from outside is checked by
 * its caller before it gets here; pixel memory is not small and has its own way (image).
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include "base/def.h"

void *mem_alloc(size_t size);               /* uninitialised */
void *mem_zalloc(size_t size);              /* zeroed */
void *mem_array(size_t count, size_t size); /* zeroed; the product is checked */
void *mem_realloc(void *memory, size_t size);
char *mem_strdup(const char *text); /* NULL gives NULL */
char *mem_strndup(const void *bytes, size_t len);
char *mem_printf(const char *format, ...) PRINTF_LIKE(1, 2);
void mem_free(void *memory);
void mem_freep(void *owner); /* CLEANUP(mem_freep) char *text = ... */

/* Ends the process as a refused allocation does: for a library that tells of one. */
void mem_refused(void) NO_RETURN;

/* What to do in place of the line and that status: end the process (the locked decoder may not
 * write there). Not while other threads run. */
void mem_when_refused(void (*end)(void));

/* Gives freed memory back to the system: after the peak of something uncommonly large. */
void mem_trim(void);

/* Overwrites a secret before its memory is given back; the compiler may not leave it out. */
void mem_wipe(void *memory, size_t len);
void mem_free_secret(char *text);

#endif
