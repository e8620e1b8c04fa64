/* Shared config and credentials files. */
#include "aws/profile_file.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct profile_files *files = profile_files_new();
    struct span in = { data, size };

    if (size <= 8192) {
        profile_files_parse(files, PROFILE_FILE_CONFIG, in);
        profile_files_parse(files, PROFILE_FILE_CREDENTIALS, in);
    }
    (void)profile_exists(files, "default");
    (void)profile_get(files, "default", "region");
    (void)profile_services_get(files, "local", "s3", "endpoint_url");
    profile_files_free(files);
    return 0;
}
