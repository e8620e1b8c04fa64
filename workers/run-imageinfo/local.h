/*
 * run-imageinfo on files: IN..., no network and no credential. The same way as a task: type by
 * first bytes, limits, the locked decoder. "-h" and the like are main's.
 */
#ifndef RUN_IMAGEINFO_LOCAL_H
#define RUN_IMAGEINFO_LOCAL_H

#include "base/settings.h"

/* Gives the exit status; errors stand on standard error, one JSON object a line. */
int local_main(int argc, char **argv, const struct settings *settings);

#endif
