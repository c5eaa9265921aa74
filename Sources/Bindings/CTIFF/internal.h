#pragma once
#include "ctiff.h"

#include <tiffio.h>

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
