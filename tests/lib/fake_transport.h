/*
 * A script in place of the network: what each request must be and what answers it. A request that
 * the script does not expect fails the test.
 */
#ifndef TESTS_LIB_FAKE_TRANSPORT_H
#define TESTS_LIB_FAKE_TRANSPORT_H

#include "net/http.h"

struct fake_step {
    /* expected; NULL: anything */
    const char *method;
    const char *url;    /* a part of it */
    const char *header; /* "Name: value", a part of one line; "!Name" for one that must be absent */
    const char *body;   /* a part of it */
    /* answered */
    int status;
    const char *headers;  /* "Name: value" lines, each ended by a line feed; may be NULL */
    const char *answer;   /* body; NULL: empty */
    size_t answer_len;    /* 0: up to the NUL */
    const char *fault;    /* the transport's error code in place of an end; the bytes of answer come
                             before it */
    void (*before)(void); /* something that happens while the request is under way; may be NULL */
};

#define FAKE_MAX_REQUESTS 64

struct fake_transport {
    const struct fake_step *steps;
    size_t n_steps, at;
    size_t piece_bytes;                /* of what a sink gets at once; 0: all */
    char *requests[FAKE_MAX_REQUESTS]; /* "METHOD url\nName: value\n…\n\nbody", for the test to
                                          look at */
};

struct http_transport fake_transport(struct fake_transport *fake);

/* Fails the test when steps are left over. */
void fake_transport_done(struct fake_transport *fake);

#endif
