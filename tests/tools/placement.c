/*
 * Sizes of renditions, for comparison with other programs. Standard input: lines of "width height
 * box-width box-height fit", fit being the number in enum rendition_fit; standard output: "width
 * height" of the canvas for each.
 */
#include <stdio.h>

#include "image/geometry.h"

/* One number and what ends it; false at the end of the input. */
static bool read_number(uint32_t *out)
{
    int c = getchar();

    *out = 0;
    while (c == ' ' || c == '\n') {
        c = getchar();
    }
    if (c < '0' || c > '9') {
        return false;
    }
    for (; c >= '0' && c <= '9'; c = getchar()) {
        *out = *out * 10 + (uint32_t)(c - '0');
    }
    return true;
}

int main(void)
{
    uint32_t w, h, box_w, box_h, fit;

    while (read_number(&w) && read_number(&h) && read_number(&box_w) && read_number(&box_h) &&
           read_number(&fit) && fit <= FIT_OUTSIDE) {
        struct rendition rendition = { .width_px = box_w, .height_px = box_h };
        struct placement made;

        rendition.fit = (enum rendition_fit)fit;
        made = placement_of(w, h, &rendition);
        printf("%u %u\n", made.canvas_w, made.canvas_h);
    }
    return 0;
}
