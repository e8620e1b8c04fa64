#include "usage.h"

#include <stdio.h>
#include <string.h>

#define EXIT_USAGE 64 /* as the workers' Ingest.Usage */

int usage(const char *option)
{
    if (strcmp(option, "--version") == 0) {
        puts("image-sandbox " INGEST_VERSION);
        return 0;
    }
    if (strcmp(option, "--help") == 0 || strcmp(option, "-h") == 0) {
        puts("image-sandbox: the locked process that decodes one image\n"
             "\n"
             "It is started by run-imageinfo and make-proxy, beside which it lies, and is of no "
             "use\n"
             "by hand: it reads one job from its descriptors, locks itself, answers and ends.\n"
             "\n"
             "  image-sandbox --version | --help");
        return 0;
    }
    fprintf(stderr, "image-sandbox: unknown option '%.100s' (see --help)\n", option);
    return EXIT_USAGE;
}
