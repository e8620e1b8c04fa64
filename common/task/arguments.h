/* The words of a run on files: options in a table, and inputs. */
#ifndef TASK_ARGUMENTS_H
#define TASK_ARGUMENTS_H

#include "base/def.h"
#include "base/err.h"

/* "-o": takes the next word into value, or without one sets flag. */
struct option {
    const char *name;
    const char **value;  /* NULL before it is given; given twice is an error */
    const char *expects; /* what value is, for the error: "one file" */
    bool *flag;
};

/*
 * Sorts argv[1] and on into options and inputs ("-" is one; after "--" all are). inputs: room for
 * argc words, which are borrowed. ERR_USAGE: an unknown option, one without its value, no input.
 */
MUST_CHECK int arguments_parse(int argc, char **argv, const struct option *options,
                               size_t n_options, const char **inputs, size_t *n_inputs,
                               struct err *err);

/* The other inputs go on after one that fails: logs the failure before this one, which is kept in
 * last, to be told at the end. */
void input_failed(const struct err *err, struct err *last);

#endif
