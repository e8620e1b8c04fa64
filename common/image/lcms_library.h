/* lcms2, loaded with the first picture: a process that reads metadata alone does without it. */
#ifndef IMAGE_LCMS_LIBRARY_H
#define IMAGE_LCMS_LIBRARY_H

#include <lcms2.h>

#include "base/def.h"

/* Name and type of every function that is used. */
#define LCMS_FUNCTIONS(X)                                                                          \
    X(cmsBuildGamma)                                                                               \
    X(cmsBuildParametricToneCurve)                                                                 \
    X(cmsCloseProfile)                                                                             \
    X(cmsCreateGrayProfile)                                                                        \
    X(cmsCreateRGBProfile)                                                                         \
    X(cmsCreate_sRGBProfile)                                                                       \
    X(cmsCreateTransform)                                                                          \
    X(cmsDeleteTransform)                                                                          \
    X(cmsDoTransform)                                                                              \
    X(cmsEvalToneCurveFloat)                                                                       \
    X(cmsFreeToneCurve)                                                                            \
    X(cmsGetColorSpace)                                                                            \
    X(cmsGetPCS)                                                                                   \
    X(cmsIsMatrixShaper)                                                                           \
    X(cmsIsTag)                                                                                    \
    X(cmsOpenProfileFromMem)                                                                       \
    X(cmsReadTag)                                                                                  \
    X(cmsSaveProfileToMem)

struct lcms_library {
#define LCMS_MEMBER(name) __typeof__(name) *name;
    LCMS_FUNCTIONS(LCMS_MEMBER)
#undef LCMS_MEMBER
};

/* Loads it once a process; later calls give the same. Never NULL where image_warm_up() was true.
 * Not for several threads at once. */
const struct lcms_library *lcms_library(void);

#endif
