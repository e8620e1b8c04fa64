/* Dates, lengths, ranges and checksums in headers. */
#include "aws/s3_call.h"
#include "base/clock.h"
#include "base/mem.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = { "Date", "Last-Modified",        "Content-Range",
                                         "ETag", "x-amz-checksum-crc32", "Content-Length" };
    struct http_headers headers = { 0 };
    struct span in = { data, size < 200 ? size : 200 };
    char *text = mem_strndup(in.data, in.len);
    uint64_t first, last, total;
    struct s3_head head;
    struct err err;
    int64_t unix_us;

    (void)!clock_parse_http(text, &unix_us);
    (void)!clock_parse_iso(text, &unix_us);
    (void)!s3_content_range(text, &first, &last, &total);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        (void)!http_headers_add(&headers, span_str(names[i]), in, &err);
    }
    (void)s3_head_read(&headers, &head);
    http_headers_clear(&headers);
    mem_free(text);
    return 0;
}
