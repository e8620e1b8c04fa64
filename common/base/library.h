/*
 * Shared libraries that are loaded when they are first needed: what a process does not use, it does
 * not start. A library's room keeps a struct of pointers to its functions and a list of their names
 * (an X macro), so that a function is named once.
 */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include "base/def.h"

struct library_function {
    const char *name;
    void *pointer; /* where to put it: the address of a pointer to a function */
};

/*
 * Loads the library by its soname, which dlopen(3) looks up as it does for a program, and sets
 * every pointer. It stays loaded until the process ends. false where the library is not there, or
 * lacks one of the functions: then none of the pointers may be used. Refused memory ends the
 * process (mem_refused).
 */
MUST_CHECK bool library_load(const char *soname, const struct library_function *functions,
                             size_t n);

#endif
