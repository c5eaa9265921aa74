#pragma once
// zlib's inflate: inflateInit2 is a macro, and its state is used within one call.
#include <stddef.h>
#include <stdint.h>

/// Inflates a raw deflate stream (inflateInit2 with -15, inflate); the count of bytes written, or -1
/// when the stream is damaged or gives more than `capacity`.
long czlib_inflate(const uint8_t *from, size_t size, uint8_t *to, size_t capacity);
