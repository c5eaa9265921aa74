#pragma once
// libpng reports errors by longjmp, which must not cross Swift frames: its simplified API keeps the
// jump inside C, and its options are macros that Swift does not see.
#include <stddef.h>
#include <stdint.h>

/// Decodes a PNG into width × height × samples bytes, samples 1 (grey) or 3 (RGB), alpha on white
/// (png_image_begin_read_from_memory, png_image_finish_read).
///
/// 0 done, -1 damaged or of another size, with libpng's sentence in `message` (64 bytes).
int cpng_decode(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, int samples, uint8_t *pixels,
    char *message);
