/* What ECS, IMDS, credential processes (JSON) and STS (XML) answer. */
#include "aws/credentials_providers.h"
#include "aws/sts.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = { data, size };
    struct credentials found = { 0 };
    struct err err;

    if (provider_parse_json("it", in, "Token", &found, &err) == 0) {
        credentials_release(&found);
    }
    if (sts_parse(in, &found, &err) == 0) {
        credentials_release(&found);
    }
    return 0;
}
