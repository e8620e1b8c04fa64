/* CIE L*a*b* of TIFF to sRGB: what libtiff makes of it is yellow, as it leaves the white of D50. */
#include <math.h>

#include "base/mem.h"
#include "image/codec_tiff.h"
#include "image/srgb.h"

#define LEVELS 16384 /* of linear light: a step is 0.2 of an sRGB level at its steepest */

uint8_t *tiff_lab_coded(void)
{
    uint8_t *coded = mem_alloc(LEVELS + 1);

    for (uint32_t i = 0; i <= LEVELS; i++) {
        coded[i] = (uint8_t)lround(255 * srgb_coded((double)i / LEVELS));
    }
    return coded;
}

/* The inverse of CIE 15's f. */
static double light_of(double f)
{
    return f > 6.0 / 29 ? f * f * f : 3 * (6.0 / 29) * (6.0 / 29) * (f - 4.0 / 29);
}

void tiff_lab_px(const uint8_t *coded, const double lab[3], uint8_t out[3])
{
    static const double white[3] = { 0.96422, 1.0, 0.82521 }; /* D50 */
    /* XYZ at D50 to linear sRGB: D65 by Bradford's adaptation. */
    static const double matrix[3][3] = { { 3.1338561, -1.6168667, -0.4906146 },
                                         { -0.9787684, 1.9161415, 0.0334540 },
                                         { 0.0719453, -0.2289914, 1.4052427 } };
    double y = (lab[0] + 16) / 116;
    double xyz[3] = { white[0] * light_of(y + lab[1] / 500), light_of(y),
                      white[2] * light_of(y - lab[2] / 200) };

    for (size_t c = 0; c < 3; c++) {
        double light = matrix[c][0] * xyz[0] + matrix[c][1] * xyz[1] + matrix[c][2] * xyz[2];

        light = light > 0 ? light < 1 ? light : 1 : 0;
        out[c] = coded[(uint32_t)lround(light * LEVELS)];
    }
}
