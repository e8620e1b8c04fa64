/*
 * run-imageinfo on files: IN..., no network and no credential. The same way as a task: type by
 * first bytes, limits, the locked decoder. "-h" and the like are main's.
 */
#ifndef RUN_IMAGEINFO_LOCAL_H
#define RUN_IMAGEINFO_LOCAL_H

#include "base/settings.h"

/* All inputs are tried; -1 is the last failure, those before it are logged. */
int local_main(int argc, char **argv, const struct settings *settings, struct err *err);

#endif
