#include "cleptonica.h"

#include <string.h>

PIX *clept_from_gray(const uint8_t *gray, int32_t width, int32_t height) {
  PIX *pix = pixCreateNoInit(width, height, 8);
  if (pix == NULL) return NULL;
  uint32_t *data = pixGetData(pix);
  const size_t words = (size_t)pixGetWpl(pix), whole = (size_t)width / 4;
  for (int32_t y = 0; y < height; y++) {
    const uint8_t *from = gray + (size_t)y * (size_t)width;
    uint32_t *to = data + (size_t)y * words;
    for (size_t i = 0; i < whole; i++) {
      uint32_t word;
      memcpy(&word, from + 4 * i, 4);
      to[i] = __builtin_bswap32(word);
    }
    if (words > whole) {
      uint32_t word = 0;
      memcpy(&word, from + 4 * whole, (size_t)width - 4 * whole);
      to[whole] = __builtin_bswap32(word);
    }
  }
  return pix;
}

/// Eight bytes of 0 or 1 as the bits of one, the first byte leftmost.
static uint32_t packed(const uint8_t *flags) {
  uint64_t bytes;
  memcpy(&bytes, flags, 8);
  // Byte i times 2^(63 - 9 i) lands in bit 63 - i; no two products meet, so that nothing carries.
  return (uint32_t)(bytes * 0x8040201008040201u >> 56);
}

PIX *clept_from_ink(const uint8_t *gray, int32_t width, int32_t height, int32_t threshold) {
  PIX *pix = pixCreateNoInit(width, height, 1);
  if (pix == NULL) return NULL;
  uint32_t *data = pixGetData(pix);
  const size_t words = (size_t)pixGetWpl(pix);
  for (int32_t y = 0; y < height; y++) {
    const uint8_t *from = gray + (size_t)y * (size_t)width;
    uint32_t *to = data + (size_t)y * words;
    const size_t whole = (size_t)width / 32;
    for (size_t i = 0; i < whole; i++) {
      uint8_t flags[32];
      for (size_t bit = 0; bit < 32; bit++) flags[bit] = from[32 * i + bit] < threshold;
      to[i] = packed(flags) << 24 | packed(flags + 8) << 16 | packed(flags + 16) << 8 | packed(flags + 24);
    }
    if (words > whole) {
      uint32_t word = 0;
      for (int32_t bit = 0; bit < width % 32; bit++)
        word |= (uint32_t)(from[32 * whole + (size_t)bit] < threshold) << (31 - bit);
      to[whole] = word;
    }
  }
  return pix;
}

void clept_to_gray(PIX *pix, uint8_t *gray) {
  const uint32_t *data = pixGetData(pix);
  const size_t words = (size_t)pixGetWpl(pix), width = (size_t)pixGetWidth(pix), whole = width / 4;
  const int32_t height = pixGetHeight(pix);
  for (int32_t y = 0; y < height; y++) {
    const uint32_t *from = data + (size_t)y * words;
    uint8_t *to = gray + (size_t)y * width;
    for (size_t i = 0; i < whole; i++) {
      const uint32_t word = __builtin_bswap32(from[i]);
      memcpy(to + 4 * i, &word, 4);
    }
    for (size_t x = 4 * whole; x < width; x++) to[x] = (uint8_t)(from[x / 4] >> (24 - 8 * (x % 4)));
  }
}

void clept_to_rgb(PIX *pix, uint8_t *rgb) {
  const uint32_t *data = pixGetData(pix);
  const size_t words = (size_t)pixGetWpl(pix), width = (size_t)pixGetWidth(pix);
  const int32_t height = pixGetHeight(pix);
  for (int32_t y = 0; y < height; y++) {
    const uint32_t *from = data + (size_t)y * words;
    uint8_t *to = rgb + (size_t)y * width * 3;
    for (size_t x = 0; x < width; x++) {
      to[3 * x] = (uint8_t)(from[x] >> 24);
      to[3 * x + 1] = (uint8_t)(from[x] >> 16);
      to[3 * x + 2] = (uint8_t)(from[x] >> 8);
    }
  }
}
