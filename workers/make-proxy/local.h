/*
 * make-proxy on files: the renditions of images, no network and no credential. The same way as a
 * task: type by first bytes, limits, the locked decoder.
 */
#ifndef MAKE_PROXY_LOCAL_H
#define MAKE_PROXY_LOCAL_H

#include "base/settings.h"

/* Gives the exit status; errors stand on standard error, one JSON object a line. */
int local_main(int argc, char **argv, const struct settings *settings);

#endif
