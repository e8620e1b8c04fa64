/* What each fuzz target defines: called by libFuzzer with one input after the other, in ordinary
 * builds by replay.c with those of its corpus. Returns 0. */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
