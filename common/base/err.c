#include "base/err.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const struct {
    const char *name;
    bool retried;
    int exit_status;
} kinds[] = {
#define ERR_TABLE_ROW(kind, name, retry, status) [kind] = { name, retry, status },
    ERR_KINDS(ERR_TABLE_ROW)
#undef ERR_TABLE_ROW
};

PRINTF_LIKE(2, 0)
static void set_message(struct err *err, const char *format, va_list args)
{
    char raw[sizeof err->message];

    vsnprintf(raw, sizeof raw, format, args);
    text_printable(err->message, sizeof err->message, raw);
}

int err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
    va_list args;

    if (err == NULL) {
        return -1;
    }
    *err = (struct err){ .kind = kind };
    va_start(args, format);
    set_message(err, format, args);
    va_end(args);
    return -1;
}

int err_limit(struct err *err, const char *setting, uint64_t limit, uint64_t value,
              const char *format, ...)
{
    va_list args;
    size_t used;

    if (err == NULL) {
        return -1;
    }
    *err = (struct err){ .kind = ERR_LIMIT, .has_limit = true, .limit = limit, .value = value };
    va_start(args, format);
    set_message(err, format, args);
    va_end(args);
    used = strlen(err->message);
    snprintf(err->message + used, sizeof err->message - used, ": %" PRIu64 " is over %" PRIu64,
             value, limit);
    if (setting != NULL) {
        used = strlen(err->message);
        snprintf(err->message + used, sizeof err->message - used, " (%s)", setting);
        snprintf(err->setting, sizeof err->setting, "%s", setting);
    }
    return -1;
}

int err_code(struct err *err, const char *code)
{
    if (err != NULL) {
        snprintf(err->code, sizeof err->code, "%s", code);
    }
    return -1;
}

int err_prefix(struct err *err, const char *format, ...)
{
    char joined[2 * sizeof err->message + 2];
    va_list args;
    int n;

    if (err == NULL) {
        return -1;
    }
    va_start(args, format);
    n = vsnprintf(joined, sizeof err->message, format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= sizeof err->message) {
        n = (int)strlen(joined);
    }
    snprintf(joined + n, sizeof joined - (size_t)n, ": %s", err->message);
    joined[sizeof err->message - 1] = '\0';
    text_printable(err->message, sizeof err->message, joined);
    return -1;
}

const char *err_name(enum err_kind kind)
{
    const char *name = (size_t)kind < ARRAY_LEN(kinds) ? kinds[kind].name : NULL;

    return name != NULL ? name : kinds[ERR_INTERNAL].name;
}

enum err_kind err_kind_of(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (kinds[i].name != NULL && strcmp(kinds[i].name, name) == 0) {
            return (enum err_kind)i;
        }
    }
    return ERR_INTERNAL;
}

bool err_retried(enum err_kind kind)
{
    return (size_t)kind < ARRAY_LEN(kinds) && kinds[kind].retried;
}

void err_on_files(struct err *err)
{
    static const enum err_kind of_files[] = { ERR_USAGE,       ERR_MALFORMED, ERR_LIMIT,
                                              ERR_UNSUPPORTED, ERR_INTERNAL,  ERR_IO };

    for (size_t i = 0; i < ARRAY_LEN(of_files); i++) {
        if (err_exit_status(of_files[i]) == err_exit_status(err->kind)) {
            err->kind = of_files[i];
            return;
        }
    }
}

int err_exit_status(enum err_kind kind)
{
    return (size_t)kind < ARRAY_LEN(kinds) ? kinds[kind].exit_status
                                           : kinds[ERR_INTERNAL].exit_status;
}
