#pragma once
// Leptonica as it is, and the copies between its words (32 bits, most significant byte leftmost) and
// plain rows of bytes: these touch every pixel and are four times faster vectorized in C than through
// Leptonica's accessors.
#include <leptonica/allheaders.h>
#include <stddef.h>
#include <stdint.h>

/// A new 8-bit PIX with the grey values, or NULL (pixCreate).
PIX *clept_from_gray(const uint8_t *gray, int32_t width, int32_t height);
/// A new 1-bit PIX with ink where the grey value is below the threshold, or NULL (pixCreate).
PIX *clept_from_ink(const uint8_t *gray, int32_t width, int32_t height, int32_t threshold);
/// Copies an 8-bit PIX without a colour map into width × height bytes.
void clept_to_gray(PIX *pix, uint8_t *gray);
/// Copies a 32-bit PIX into width × height × 3 bytes.
void clept_to_rgb(PIX *pix, uint8_t *rgb);
