/*
 * The log: one JSON object a line on standard error. Only main.c and task/loop.c call it; stages
 * return errors. Never a token, header, signature or secret, at any level. A reader that stands
 * still for a second holds up no work: lines are dropped until it reads again, and then counted
 * ("log.dropped").
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/def.h"
#include "base/err.h"

enum log_level { LOG_LEVEL_DEBUG, LOG_LEVEL_INFO, LOG_LEVEL_WARN, LOG_LEVEL_ERROR };

struct log_field {
    enum { LOG_FIELD_STR, LOG_FIELD_U64, LOG_FIELD_BOOL } type;
    const char *name;
    const char *str; /* any bytes; what is not UTF-8 is replaced. NULL leaves the field out */
    uint64_t u64;
};

#define LOG_STR(name, value)  ((struct log_field){ LOG_FIELD_STR, (name), (value), 0 })
#define LOG_U64(name, value)  ((struct log_field){ LOG_FIELD_U64, (name), NULL, (value) })
#define LOG_BOOL(name, value) ((struct log_field){ LOG_FIELD_BOOL, (name), NULL, (value) })

void log_set_level(enum log_level level);

/* A field that stands in every line from here on ("worker", "task"); the strings are copied. At
 * most 8. */
void log_set_common(const char *name, const char *value);

void log_fields(enum log_level level, const char *event, const struct log_field *fields, size_t n);

/* LOG_AT(LOG_LEVEL_ERROR, "answer.lost", LOG_STR("code", err->code), ...); the common levels have a
 * word of their own. */
#define LOG_AT(level, event, ...)                                                                  \
    log_fields(level, event, (const struct log_field[]){ __VA_ARGS__ },                            \
               sizeof((const struct log_field[]){ __VA_ARGS__ }) / sizeof(struct log_field))

#define log_info(event, ...) LOG_AT(LOG_LEVEL_INFO, event, __VA_ARGS__)
#define log_warn(event, ...) LOG_AT(LOG_LEVEL_WARN, event, __VA_ARGS__)

/* The same with fields of any JSON type: members of an object, borrowed. */
struct json_object;
void log_object(enum log_level level, const char *event, const struct json_object *fields);

/* The last line of a run on files that failed: {"error": "Ingest.…", "cause": "…", and what err
 * holds beside}. */
void log_failure(const struct err *err);

#endif
