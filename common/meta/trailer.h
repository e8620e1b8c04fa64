/*
 * What programs and phones append behind the end of a JPEG: recognised from the end of the file by
 * its last bytes, one in front of the other.
 */
#ifndef META_TRAILER_H
#define META_TRAILER_H

#include "meta/scan.h"

/* One of them: bytes is the whole of it, kept; offset its place in the file. */
struct trailer {
    struct span bytes;
    uint64_t offset;
    uint32_t n_iptc; /* IPTC blocks met in trailers before this one */
};

/*
 * Reads the trailers of an object that is small enough for its end to cost no more than its
 * beginning (256 KiB), or whose camera is known to write them.
 */
MUST_CHECK int trailers_read(struct meta_scan *scan, struct err *err);

/*
 * Pictures that XMP's Container directory says stand behind the first one: gain map, depth, motion
 * photo. Told by their lengths; nothing is read.
 */
void trailer_google(struct meta_scan *scan);

/* The readers of one kind each; trailer->n_iptc is raised by those that find IPTC. */
typedef int trailer_reader(struct meta_scan *scan, struct trailer *trailer, struct err *err);
trailer_reader trailer_afcp, trailer_canon_vrd, trailer_foto_station, trailer_mie,
    trailer_photo_mechanic, trailer_samsung, trailer_vivo;

/* IPTC that is not where IPTC belongs: its tags give way to all others. */
MUST_CHECK int trailer_iptc(struct meta_scan *scan, struct trailer *trailer, struct span block,
                            struct err *err);

/* Bytes of the trailer from a place in the file; empty where they are not inside. */
struct span trailer_slice(const struct trailer *trailer, uint64_t offset, uint64_t len);

#endif
