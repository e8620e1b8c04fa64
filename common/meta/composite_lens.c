/* LensID from the number that Lightroom keeps of a lens: the maker's list has several of a number,
 * and focal lengths and aperture say which it is. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "meta/composite.h"
#include "meta/print.h"
#include "meta/tables/canon_names.h"
#include "meta/tables/nikon.h"
#include "meta/value.h"

#define MAX_NAMES 32

/* What a name tells of its lens: "18-55mm f/3.5-5.6". 0: nothing. */
struct optics {
    double shortest_mm, longest_mm, aperture;
};

static bool is_digit(struct span in, size_t at)
{
    return at < in.len && text_is_digit(in.data[at]);
}

/* The number at a place, behind blanks; the place behind it. */
static double number_at(struct span in, size_t *at)
{
    size_t used = 0;
    double number;

    while (*at < in.len && in.data[*at] == ' ') {
        (*at)++;
    }
    number = is_digit(in, *at) ? number_parse(span_from(in, *at), &used) : 0;
    *at += used;
    return number;
}

/* "18-55mm", "18.0-55.0 mm", "50mm" at a place; false where there is none. */
static bool focal_lengths(struct span in, size_t at, struct optics *out)
{
    double shortest = number_at(in, &at), longest = shortest;

    if (at < in.len && in.data[at] == '-') {
        at++;
        longest = number_at(in, &at);
    }
    while (at < in.len && in.data[at] == ' ') {
        at++;
    }
    if (shortest <= 0 || !span_starts(span_from(in, at), span_str("mm"))) {
        return false;
    }
    out->shortest_mm = shortest;
    out->longest_mm = longest;
    return true;
}

static struct optics optics_of(struct span name)
{
    struct optics optics = { 0 };

    for (size_t at = 0; at < name.len; at++) {
        bool starts = is_digit(name, at) && (at == 0 || !is_digit(name, at - 1));
        size_t behind = at + 1;

        if (starts && optics.shortest_mm == 0) {
            (void)focal_lengths(name, at, &optics);
        }
        if (optics.aperture == 0 && (name.data[at] | 0x20) == 'f') {
            behind += behind < name.len && name.data[behind] == '/';
            optics.aperture = is_digit(name, behind) ? number_at(name, &behind) : 0;
        }
    }
    return optics;
}

static bool near(double a, double b)
{
    return a == 0 || b == 0 || (a - b < 0.11 && b - a < 0.11);
}

static bool fits(const struct optics *lens, struct span name)
{
    struct optics named = optics_of(name);

    return named.shortest_mm > 0 && near(named.shortest_mm, lens->shortest_mm) &&
           near(named.longest_mm, lens->longest_mm) && near(named.aperture, lens->aperture);
}

/* The names so far that fit, each once. */
struct choice {
    struct optics lens;
    struct span names[MAX_NAMES];
    size_t n;
};

static void choose(struct choice *choice, struct span name)
{
    for (size_t i = 0; i < choice->n; i++) {
        if (span_equal(choice->names[i], name)) {
            return;
        }
    }
    if (choice->n < MAX_NAMES && fits(&choice->lens, name)) {
        choice->names[choice->n++] = name;
    }
}

static int compare_names(const void *a, const void *b)
{
    const struct span *left = a, *right = b;
    size_t len = left->len < right->len ? left->len : right->len;
    int order = memcmp(left->data, right->data, len);

    return order != 0 ? order : (left->len > right->len) - (left->len < right->len);
}

/* "A or B or C" */
static void choose_each(struct choice *choice, const char *names)
{
    const char *end;

    for (; (end = strstr(names, " or ")) != NULL; names = end + 4) {
        choose(choice, (struct span){ (const uint8_t *)names, (size_t)(end - names) });
    }
    choose(choice, span_str(names));
}

/* Nikon's number is the first of a key's bytes. */
static void choose_nikon(struct choice *choice, unsigned id)
{
    static const char digits[] = "0123456789ABCDEF";
    const char start[4] = { digits[id >> 4 & 15], digits[id & 15], ' ', 0 };

    for (uint16_t i = 0; i < nikon_lenses.n_texts; i++) {
        if (strncmp(nikon_lenses.texts[i].value, start, 3) == 0) {
            choose_each(choice, nikon_lenses.texts[i].name);
        }
    }
    qsort(choice->names, choice->n, sizeof choice->names[0], compare_names);
}

static bool add_unknown(const struct optics *lens, struct buf *text)
{
    if (lens->shortest_mm <= 0) {
        return false;
    }
    buf_printf(text, "Unknown %.0f", (double)(int)lens->shortest_mm);
    if (lens->longest_mm != lens->shortest_mm) {
        buf_printf(text, "-%.0f", (double)(int)lens->longest_mm);
    }
    buf_add_str(text, "mm");
    return true;
}

/* Inputs: XMP-aux:LensID, Make, LensInfo. */
bool composite_lens_of_xmp(struct composite_env *env, struct buf *value, struct buf *text)
{
    struct choice choice = { .lens = optics_of(composite_text(env, 2)) };
    bool is_canon = span_starts(composite_value(env, 1), span_str("Canon"));
    const char *name = NULL;
    double id;

    if (!composite_number(env, 0, &id) || !(id >= 0 && id < 65536)) {
        return false;
    }
    if (is_canon && (name = enum_find(&canon_lenses, (int64_t)id)) != NULL) {
        choose_each(&choice, name);
    } else if (span_starts(composite_value(env, 1), span_str("NIKON")) && id < 256) {
        choose_nikon(&choice, (unsigned)id);
    }
    buf_add_span(value, composite_value(env, 0));
    for (size_t i = 0; i < choice.n; i++) {
        buf_add_str(text, i > 0 ? " or " : "");
        buf_add_span(text, choice.names[i]);
    }
    if (name != NULL && strcmp(name, "n/a") == 0) {
        return add_unknown(&choice.lens, text);
    }
    if (choice.n == 0 && name != NULL && strstr(name, " or ") == NULL) {
        buf_add_str(text, name);
    }
    return text->len > 0;
}
