/* libcurl, loaded when it is first needed; for http.c alone. */
#ifndef NET_HTTP_LIBRARY_H
#define NET_HTTP_LIBRARY_H

#include <curl/curl.h>

#include "base/def.h"

/* X(member, symbol's return type, symbol's name, arguments) */
#define HTTP_LIBRARY_FUNCTIONS(X)                                                                  \
    X(global_init, CURLcode, curl_global_init, (long))                                             \
    X(easy_init, CURL *, curl_easy_init, (void))                                                   \
    X(easy_cleanup, void, curl_easy_cleanup, (CURL *))                                             \
    X(easy_reset, void, curl_easy_reset, (CURL *))                                                 \
    X(setopt, CURLcode, curl_easy_setopt, (CURL *, CURLoption, ...))                               \
    X(getinfo, CURLcode, curl_easy_getinfo, (CURL *, CURLINFO, ...))                               \
    X(strerror, const char *, curl_easy_strerror, (CURLcode))                                      \
    X(slist_append, struct curl_slist *, curl_slist_append, (struct curl_slist *, const char *))   \
    X(slist_free_all, void, curl_slist_free_all, (struct curl_slist *))                            \
    X(multi_init, CURLM *, curl_multi_init, (void))                                                \
    X(multi_cleanup, CURLMcode, curl_multi_cleanup, (CURLM *))                                     \
    X(multi_setopt, CURLMcode, curl_multi_setopt, (CURLM *, CURLMoption, ...))                     \
    X(multi_add, CURLMcode, curl_multi_add_handle, (CURLM *, CURL *))                              \
    X(multi_remove, CURLMcode, curl_multi_remove_handle, (CURLM *, CURL *))                        \
    X(multi_perform, CURLMcode, curl_multi_perform, (CURLM *, int *))                              \
    X(multi_poll, CURLMcode, curl_multi_poll,                                                      \
      (CURLM *, struct curl_waitfd *, unsigned, int, int *))                                       \
    X(multi_info_read, CURLMsg *, curl_multi_info_read, (CURLM *, int *))

struct http_library {
#define HTTP_LIBRARY_MEMBER(member, type, symbol, arguments) type(*member) arguments;
    HTTP_LIBRARY_FUNCTIONS(HTTP_LIBRARY_MEMBER)
#undef HTTP_LIBRARY_MEMBER
};

/* The loaded library, NULL where there is none (or not a sound one). Any thread. */
const struct http_library *http_library(void);

#endif
