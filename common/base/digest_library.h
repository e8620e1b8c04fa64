/*
 * OpenSSL's hashes, loaded when the first one is asked for: libcrypto takes half a millisecond to
 * start, and what runs on a file, or in the decoder, hashes nothing. For digest.c.
 */
#ifndef BASE_DIGEST_LIBRARY_H
#define BASE_DIGEST_LIBRARY_H

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

/* X(name of the function) */
#define DIGEST_FUNCTIONS(X)                                                                        \
    X(EVP_MD_CTX_new)                                                                              \
    X(EVP_MD_CTX_free)                                                                             \
    X(EVP_DigestInit_ex)                                                                           \
    X(EVP_DigestUpdate)                                                                            \
    X(EVP_DigestFinal_ex)                                                                          \
    X(EVP_md5)                                                                                     \
    X(EVP_sha1)                                                                                    \
    X(EVP_sha256)                                                                                  \
    X(HMAC)                                                                                        \
    X(OSSL_LIB_CTX_get0_global_default)

struct digest_library {
#define DIGEST_MEMBER(name) __typeof__(name) *name;
    DIGEST_FUNCTIONS(DIGEST_MEMBER)
#undef DIGEST_MEMBER
};

/* Never NULL: a machine without OpenSSL's library ends the process with a message, as nothing can
 * be signed there. */
const struct digest_library *digest_library(void);

#endif
