/* Endpoints and credential URIs; buckets and access point ARNs; keys of notifications. */
#include "aws/endpoint.h"
#include "base/mem.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = mem_strndup(data, size);
    struct buf out = BUF_INIT(65536);
    struct endpoint endpoint = { 0 };
    struct bucket_address address;
    struct uri uri;
    struct err err;

    if (uri_parse("it", text, &uri, &err) == 0) {
        uri_origin(&uri, &out);
        (void)uri_host_is_local(uri.host);
    }
    if (endpoint_bucket(NULL, &endpoint, text, &address, &err) == 0) {
        endpoint.custom = true;
        (void)!endpoint_bucket(NULL, &endpoint, text, &address, &err);
    }
    (void)endpoint_region_valid(text);
    uri_decode((struct span){ data, size }, &out);
    buf_release(&out);
    mem_free(text);
    return 0;
}
