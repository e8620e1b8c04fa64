/* Error answers of the services, in XML and JSON, with headers: the first line is the header. */
#include "aws/service_error.h"
#include "aws/xml_text.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct service_kind *const kinds[] = { &service_s3, &service_states,
                                                        &service_dynamodb };
    static const char *const secrets[] = { "a secret of some length", NULL };
    struct span in = { data, size };

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        struct http_response res = { .status = 400, .body = BUF_INIT(65536) };
        struct buf text = BUF_INIT(4096);
        struct err err;

        if (http_headers_add(&res.headers, span_str("x-amzn-ErrorType"),
                             (struct span){ data, size < 80 ? size : 80 }, &err) != 0) {
            return 0;
        }
        buf_add_span(&res.body, in);
        (void)service_error(kinds[i], &res, secrets, &err);
        (void)!xml_text(in, "UploadId", &text);
        (void)xml_root_is(in, "Error");
        buf_release(&text);
        http_response_release(&res);
    }
    return 0;
}
