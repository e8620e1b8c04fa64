/* The environment of a worker: a line a variable; every error is read. */
#include <string.h>

#include "base/mem.h"
#include "base/settings.h"
#include "target.h"

#define MAX_VARIABLES 32

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(mem_freep) char *text = mem_strndup(data, size);
    char *environment[MAX_VARIABLES + 1] = { NULL }, *rest = text;
    struct settings settings;
    struct err err = { 0 };

    for (size_t n = 0; n < MAX_VARIABLES && rest != NULL; n++) {
        environment[n] = strsep(&rest, "\n");
    }
    if (settings_read(&settings, environment, &err) == 0) {
        return settings.slots < 1 || settings.slots > 256 ? __builtin_trap(), 0 : 0;
    }
    return err.kind != ERR_USAGE || err.message[0] == '\0' ? __builtin_trap(), 0 : 0;
}
