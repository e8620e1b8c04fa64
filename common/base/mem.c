#include "base/mem.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"

static void (*end_when_refused)(void);

void mem_when_refused(void (*end)(void))
{
    end_when_refused = end;
}

void mem_refused(void)
{
    static const char line[] = "{\"level\":\"error\",\"event\":\"memory.refused\",\"error\":"
                               "\"Ingest.Io\",\"cause\":\"the system refuses memory\"}\n";

    if (end_when_refused != NULL) {
        end_when_refused();
    }
    if (write(STDERR_FILENO, line, sizeof line - 1) < 0) {
        /* nobody reads it: the status says it too */
    }
    _exit(err_exit_status(ERR_IO));
}

static void *or_end(void *memory)
{
    if (memory == NULL) {
        mem_refused();
    }
    return memory;
}

void *mem_alloc(size_t size)
{
    return or_end(malloc(size > 0 ? size : 1));
}

void *mem_zalloc(size_t size)
{
    return or_end(calloc(1, size > 0 ? size : 1));
}

void *mem_array(size_t count, size_t size)
{
    return or_end(calloc(count > 0 ? count : 1, size > 0 ? size : 1));
}

void *mem_realloc(void *memory, size_t size)
{
    return or_end(realloc(memory, size > 0 ? size : 1));
}

char *mem_strdup(const char *text)
{
    return text != NULL ? mem_strndup(text, strlen(text)) : NULL;
}

char *mem_strndup(const void *bytes, size_t len)
{
    char *copy = mem_alloc(len + 1);

    if (len > 0) {
        memcpy(copy, bytes, len);
    }
    copy[len] = '\0';
    return copy;
}

char *mem_printf(const char *format, ...)
{
    va_list args, again;
    char *text;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    text = mem_alloc((size_t)(n > 0 ? n : 0) + 1);
    vsnprintf(text, (size_t)(n > 0 ? n : 0) + 1, format, again);
    va_end(again);
    return text;
}

void mem_free(void *memory)
{
    free(memory);
}

void mem_freep(void *owner)
{
    void **pointer = owner;

    free(*pointer);
    *pointer = NULL;
}

void mem_trim(void)
{
    malloc_trim(0);
}

void mem_wipe(void *memory, size_t len)
{
    if (len > 0) { /* memory may be NULL then */
        explicit_bzero(memory, len);
    }
}

void mem_free_secret(char *text)
{
    if (text != NULL) {
        mem_wipe(text, strlen(text));
        free(text);
    }
}
