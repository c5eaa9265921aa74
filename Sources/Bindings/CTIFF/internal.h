#pragma once
#include "ctiff.h"

#include <tiffio.h>

// No single piece of memory that a tag asks for may be larger: an A0 page at 600 dpi in colour, in
// one strip, has 1.7 GB; pixels are allocated by the caller.
#define CTIFF_LARGEST_PIECE ((tmsize_t)2 << 30)

struct ctiff {
  TIFF *tiff;
  const uint8_t *bytes;
  uint64_t count, position;
  int failures;
  int has_plain_rows;
  char message[160];
};

/// Options that keep the messages in the handle, or NULL when memory is short.
TIFFOpenOptions *ctiff_options(struct ctiff *state);
