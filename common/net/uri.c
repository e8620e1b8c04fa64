#include "net/uri.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static bool unreserved(uint8_t c)
{
    return text_is_letter(c) || text_is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void uri_encode(struct span in, bool keep_slash, struct buf *out)
{
    static const char hex[] = "0123456789ABCDEF";

    for (size_t i = 0; i < in.len; i++) {
        uint8_t c = in.data[i];

        if (unreserved(c) || (keep_slash && c == '/')) {
            buf_add_byte(out, c);
        } else {
            const char coded[3] = { '%', hex[c >> 4], hex[c & 15] };

            buf_add(out, coded, sizeof coded);
        }
    }
}

void uri_decode(struct span in, struct buf *out)
{
    for (size_t i = 0; i < in.len; i++) {
        uint8_t c = in.data[i];
        int high = c == '%' && i + 2 < in.len ? text_hex_value(in.data[i + 1]) : -1;
        int low = high >= 0 ? text_hex_value(in.data[i + 2]) : -1;

        if (low >= 0) {
            buf_add_byte(out, (uint8_t)(high << 4 | low));
            i += 2;
        } else {
            buf_add_byte(out, c == '+' ? ' ' : c);
        }
    }
}

/* "http://" or "https://", in any case; what follows, or NULL. */
static const char *after_scheme(const char *text, bool *https)
{
    static const struct {
        const char *scheme;
        bool https;
    } schemes[] = { { "http://", false }, { "https://", true } };

    for (size_t i = 0; i < ARRAY_LEN(schemes); i++) {
        size_t len = strlen(schemes[i].scheme);

        if (strncasecmp(text, schemes[i].scheme, len) == 0) {
            *https = schemes[i].https;
            return text + len;
        }
    }
    return NULL;
}

static bool host_name(struct uri *out, const char *text, size_t len)
{
    size_t label = 0;

    if (len == 0 || len >= sizeof out->host) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        char c = text_lower(text[i]);

        label = c == '.' ? 0 : label + 1;
        if ((c == '.' && (i == 0 || text[i - 1] == '.')) || label > 63 ||
            (c != '.' && c != '_' && (!unreserved((uint8_t)c) || c == '~'))) {
            return false;
        }
        out->host[i] = c;
    }
    out->host[len] = '\0';
    return true;
}

static bool host_ipv6(struct uri *out, const char *text, size_t len)
{
    struct in6_addr address;

    if (len >= INET6_ADDRSTRLEN) {
        return false;
    }
    memcpy(out->host, text, len);
    out->host[len] = '\0';
    out->ipv6 = true;
    return inet_pton(AF_INET6, out->host, &address) == 1;
}

static bool port_number(struct uri *out, const char *text, size_t len)
{
    uint32_t port = 0;

    if (len == 0 || len > 5) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        if (!text_is_digit(text[i])) {
            return false;
        }
        port = port * 10 + (uint32_t)(text[i] - '0');
    }
    out->port = (uint16_t)port;
    return port >= 1 && port <= 65535;
}

static bool authority(struct uri *out, const char *text, size_t len)
{
    size_t host_len = strcspn(text, ":");
    const char *rest;

    out->port = out->https ? 443 : 80;
    if (len > 0 && text[0] == '[') {
        const char *end = memchr(text, ']', len);

        if (end == NULL || !host_ipv6(out, text + 1, (size_t)(end - text) - 1)) {
            return false;
        }
        rest = end + 1;
    } else {
        host_len = host_len < len ? host_len : len;
        if (!host_name(out, text, host_len)) {
            return false;
        }
        rest = text + host_len;
    }
    if (rest == text + len) {
        return true;
    }
    return *rest == ':' && port_number(out, rest + 1, (size_t)(text + len - rest) - 1);
}

static bool path_bytes(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text <= ' ' || *text == 0x7f || strchr("\"#<>\\^`{|}", *text) != NULL) {
            return false; /* also all bytes over 0x7f: char is signed here or they fail below */
        }
        if ((uint8_t)*text > 0x7f) {
            return false;
        }
    }
    return true;
}

int uri_parse(const char *what, const char *text, struct uri *out, struct err *err)
{
    const char *rest;
    size_t len;

    *out = (struct uri){ 0 };
    rest = strlen(text) <= URI_MAX_BYTES ? after_scheme(text, &out->https) : NULL;
    if (rest == NULL) {
        return err_set(err, ERR_USAGE, "%s: '%.200s' is no http or https URL", what, text);
    }
    len = strcspn(rest, "/?");
    if (!authority(out, rest, len) || !path_bytes(rest + len)) {
        return err_set(err, ERR_USAGE, "%s: '%.200s' is no sound URL", what, text);
    }
    snprintf(out->path, sizeof out->path, "%s", rest + len);
    return 0;
}

void uri_authority(const struct uri *uri, struct buf *out)
{
    buf_printf(out, uri->ipv6 ? "[%s]" : "%s", uri->host);
    if (uri->port != (uri->https ? 443 : 80)) {
        buf_printf(out, ":%u", uri->port);
    }
}

void uri_origin(const struct uri *uri, struct buf *out)
{
    buf_add_str(out, uri->https ? "https://" : "http://");
    uri_authority(uri, out);
}

static bool local_ipv6(const struct in6_addr *address)
{
    static const char *const aws[] = { "fd00:ec2::23", "fd00:ec2::254" };

    if (IN6_IS_ADDR_LOOPBACK(address) || IN6_IS_ADDR_LINKLOCAL(address)) {
        return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(aws); i++) {
        struct in6_addr one;

        if (inet_pton(AF_INET6, aws[i], &one) == 1 && memcmp(&one, address, sizeof one) == 0) {
            return true;
        }
    }
    return false;
}

bool uri_host_is_local(const char *host)
{
    struct in_addr ipv4;
    struct in6_addr ipv6;

    if (inet_pton(AF_INET, host, &ipv4) == 1) {
        uint32_t address = ntohl(ipv4.s_addr);

        return address >> 24 == 127 || address >> 16 == (169 << 8 | 254);
    }
    if (inet_pton(AF_INET6, host, &ipv6) == 1) {
        return local_ipv6(&ipv6);
    }
    return text_equal_nocase(host, "localhost");
}
