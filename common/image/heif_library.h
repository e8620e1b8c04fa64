/* libheif, loaded when a file asks for it: it brings decoders for HEVC and AV1 with it, and their
 * encoders too. */
#ifndef IMAGE_HEIF_LIBRARY_H
#define IMAGE_HEIF_LIBRARY_H

#include <libheif/heif.h>
#include <libheif/heif_plugin.h>

#include "base/def.h"

/* Name of every function that is used. */
#define HEIF_FUNCTIONS(X)                                                                          \
    X(heif_context_alloc)                                                                          \
    X(heif_context_free)                                                                           \
    X(heif_context_read_from_memory_without_copy)                                                  \
    X(heif_context_get_primary_image_handle)                                                       \
    X(heif_context_set_maximum_image_size_limit)                                                   \
    X(heif_context_set_max_decoding_threads)                                                       \
    X(heif_image_handle_release)                                                                   \
    X(heif_image_handle_get_width)                                                                 \
    X(heif_image_handle_get_height)                                                                \
    X(heif_image_handle_has_alpha_channel)                                                         \
    X(heif_image_handle_is_premultiplied_alpha)                                                    \
    X(heif_image_handle_get_color_profile_type)                                                    \
    X(heif_image_handle_get_raw_color_profile_size)                                                \
    X(heif_image_handle_get_raw_color_profile)                                                     \
    X(heif_image_handle_get_nclx_color_profile)                                                    \
    X(heif_nclx_color_profile_alloc)                                                               \
    X(heif_nclx_color_profile_free)                                                                \
    X(heif_decoding_options_alloc)                                                                 \
    X(heif_decoding_options_free)                                                                  \
    X(heif_decode_image)                                                                           \
    X(heif_image_release)                                                                          \
    X(heif_image_get_width)                                                                        \
    X(heif_image_get_height)                                                                       \
    X(heif_image_get_plane_readonly)                                                               \
    X(heif_image_create)                                                                           \
    X(heif_image_add_plane)                                                                        \
    X(heif_image_get_plane)                                                                        \
    X(heif_image_set_nclx_color_profile)                                                           \
    X(heif_register_decoder_plugin)

struct heif_library {
#define HEIF_MEMBER(name) __typeof__(name) *name;
    HEIF_FUNCTIONS(HEIF_MEMBER)
#undef HEIF_MEMBER
};

/* Loads it once a process; later calls give the same. NULL where it is not installed, or where the
 * process is locked already. Not for several threads at once. */
const struct heif_library *heif_library(void);

#endif
