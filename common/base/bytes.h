/* Numbers at the start of bytes, of either endianness and at any address. The caller has checked
 * the length. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include "base/def.h"

static inline uint16_t get_u16(const uint8_t *bytes, bool big_endian)
{
    return (uint16_t)(big_endian ? bytes[0] << 8 | bytes[1] : bytes[1] << 8 | bytes[0]);
}

static inline uint32_t get_u32(const uint8_t *bytes, bool big_endian)
{
    uint32_t first = get_u16(bytes, big_endian), second = get_u16(bytes + 2, big_endian);

    return big_endian ? first << 16 | second : second << 16 | first;
}

static inline uint64_t get_u64(const uint8_t *bytes, bool big_endian)
{
    uint64_t first = get_u32(bytes, big_endian), second = get_u32(bytes + 4, big_endian);

    return big_endian ? first << 32 | second : second << 32 | first;
}

#endif
