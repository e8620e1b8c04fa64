/* What is rendered of an object: the object itself, or the preview inside a camera's raw file. */
#ifndef IMAGE_SANDBOX_SUBJECT_H
#define IMAGE_SANDBOX_SUBJECT_H

#include "base/source.h"

struct subject {
    struct source *src;  /* what to render: the object, or the preview in it */
    const char *raw;     /* the type of the raw file around it ("CR2"), NULL: none */
    uint8_t orientation; /* 1..8; 0: not known */
    bool by_first_page;  /* the raw file's preview is its first page, which the TIFF codec reads */

    struct source preview; /* what src may point to, and its window */
    struct source_window window;
    bool has_preview;
    char raw_type[16];
};

/* Looks at src, which outlives out; out must not be moved afterwards. */
MUST_CHECK int subject_find(struct source *src, struct subject *out, struct err *err);

/* Takes the embedded preview in place of pixels that cannot be decoded. False: there is none. */
MUST_CHECK bool subject_fall_back(struct subject *subject);

/* The EXIF blocks of what renditions may keep of it (TIFF header first), empty where there is
 * nothing. */
MUST_CHECK int subject_kept(struct source *src, struct buf *copyright, struct buf *all,
                            struct err *err);

#endif
