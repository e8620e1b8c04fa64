/* What image-sandbox says to a person who starts it by hand; a worker never asks. */
#ifndef IMAGE_SANDBOX_USAGE_H
#define IMAGE_SANDBOX_USAGE_H

/* Answers --help and --version; anything else is refused. Gives the exit status: 0 or 64. */
int usage(const char *option);

#endif
