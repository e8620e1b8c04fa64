/*
 * What went wrong, once: a kind that callers act on, and words for a person.
 *
 * A fallible function returns 0, or -1 after filling struct err. Messages are lower case, without a
 * full stop; they say first what failed and then the subject in quotes: "cannot read
 * 's3://in/a.jpg': access denied".
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/def.h"

/*
 * X(kind, name in the state machine, retried by the machine, exit status of a run on files).
 * A kind without a name is settled inside a worker and is never reported; a test holds the names
 * against the ASL.
 */
#define ERR_KINDS(X)                                                                               \
    X(ERR_NONE, NULL, false, 0)                                                                    \
    X(ERR_INPUT, "Ingest.BadInput", false, 64)                                                     \
    X(ERR_MALFORMED, "Ingest.MalformedImage", false, 65)                                           \
    X(ERR_LIMIT, "Ingest.LimitExceeded", false, 66)                                                \
    X(ERR_UNSUPPORTED, "Ingest.UnsupportedType", false, 69)                                        \
    X(ERR_NOT_FOUND, "Ingest.SourceMissing", false, 74)                                            \
    X(ERR_DENIED, "Ingest.AccessDenied", false, 74)                                                \
    X(ERR_OUTPUT, "Ingest.OutputTooLarge", false, 66)                                              \
    X(ERR_TRANSIENT, "Ingest.Transient", true, 74)                                                 \
    X(ERR_CHANGED, "Ingest.SourceChanged", true, 74)                                               \
    X(ERR_INTERRUPTED, "Ingest.Interrupted", true, 74)                                             \
    X(ERR_INTERNAL, "Ingest.Internal", true, 70)                                                   \
    X(ERR_USAGE, "Ingest.Usage", false, 64)                                                        \
    X(ERR_IO, "Ingest.Io", false, 74)                                                              \
    X(ERR_PRECONDITION, NULL, false, 70) /* 412, ConditionalCheckFailedException */                \
    X(ERR_CLOSED, NULL, false, 70)       /* the task token is closed: drop the work */             \
    X(ERR_SUPERSEDED, NULL, false, 70)   /* a newer event exists: the ingest ends as SKIPPED */

#define ERR_ENUM_ROW(kind, name, retry, status) kind,
enum err_kind { ERR_KINDS(ERR_ENUM_ROW) ERR_KIND_COUNT };
#undef ERR_ENUM_ROW

struct err {
    enum err_kind kind;
    int http_status;    /* of the answer that caused it, 0 where there was none */
    char code[64];      /* the service's own name for it, "" where there was none */
    char message[1024]; /* UTF-8; err_set cuts on a character boundary and escapes control
                           characters */
    char setting[48];   /* the setting that holds the limit, "" where none does */
    char hint[192];     /* what a person can do about it, "" where there is nothing */
    bool has_limit;
    uint64_t limit, value;
};

/* Fills err (every member) and returns -1, so that `return err_set(...)` reads as what it is. err
 * may be NULL. */
int err_set(struct err *err, enum err_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);

/* The same for ERR_LIMIT: value went over limit, which setting (may be NULL) holds; the message
 * gets both and the setting appended. */
int err_limit(struct err *err, const char *setting, uint64_t limit, uint64_t value,
              const char *format, ...) PRINTF_LIKE(5, 6);

/* Sets the code of a failure that err_set or err_limit has made. err may be NULL. Returns -1. */
int err_code(struct err *err, const char *code);

/* Puts "prefix: " before the message of a failure that is handed on. Returns -1. */
int err_prefix(struct err *err, const char *format, ...) PRINTF_LIKE(2, 3);

/* "Ingest.…" as SendTaskFailure sends it; a kind without a name of its own is "Ingest.Internal". */
const char *err_name(enum err_kind kind);

/* The kind of a name, ERR_INTERNAL for one that is not in the table. */
enum err_kind err_kind_of(const char *name);

bool err_retried(enum err_kind kind);
int err_exit_status(enum err_kind kind);

/* The one name that a run on files has for each status: Ingest.Usage where a task has
 * Ingest.BadInput, Ingest.Io where it has Ingest.Transient. */
void err_on_files(struct err *err);

#endif
