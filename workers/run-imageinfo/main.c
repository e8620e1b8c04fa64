/* run-imageinfo: the metadata of an image as JSON, as a worker of the activity or on files. */
#include <unistd.h>

#include "base/file_out.h"
#include "base/log.h"
#include "base/settings.h"
#include "local.h"

int main(int argc, char **argv)
{
    struct settings settings;
    struct err err;

    file_open_standard();
    if (settings_read(&settings, environ, &err) != 0) {
        log_failure(&err);
        return err_exit_status(err.kind);
    }
    return local_main(argc, argv, &settings);
}
