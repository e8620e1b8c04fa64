/* The transfer function of sRGB (IEC 61966-2-1), of one channel from 0 to 1. */
#ifndef IMAGE_SRGB_H
#define IMAGE_SRGB_H

#include <math.h>

/* From linear light to what a file holds. */
static inline double srgb_coded(double light)
{
    return light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055;
}

/* The other way. */
static inline double srgb_light(double coded)
{
    return coded <= 0.04045 ? coded / 12.92 : pow((coded + 0.055) / 1.055, 2.4);
}

#endif
