// Two functions of Leptonica that libtesseract calls, answered here instead: the dynamic linker looks into the
// program before its libraries. Both give the engine the same pixels, for a tenth less of a run. Where a linker
// does not look here first the library's own answer, and only time is lost. `SubstitutesTests` hold them to it.
#define _GNU_SOURCE
#include "cleptonica.h"

#include <dlfcn.h>

typedef enum { ACROSS, DOWN } direction;
typedef enum { ERODE = PIX_SRC & PIX_DST, DILATE = PIX_SRC | PIX_DST } gathering;

/// Makes each pixel the AND of `size` pixels from it on, or the OR of those that end in it; beyond the rim is paper.
static void gather(PIX *pix, gathering how, int32_t size, direction along, PIX *scratch) {
  const int32_t width = pixGetWidth(pix), height = pixGetHeight(pix);
  // The lengths double, where the library shifts the whole picture once for every pixel of the size.
  for (int32_t length = 1, step; length < size; length += step) {
    step = L_MIN(length, size - length);
    const int32_t dx = along == ACROSS ? step : 0, dy = along == DOWN ? step : 0;
    pixCopy(scratch, pix);
    if (how == DILATE) {
      pixRasterop(pix, dx, dy, width - dx, height - dy, how, scratch, 0, 0);
      continue;
    }
    pixRasterop(pix, 0, 0, width - dx, height - dy, how, scratch, dx, dy);
    if (dx > 0) pixRasterop(pix, width - dx, 0, dx, height, PIX_CLR, NULL, 0, 0);
    if (dy > 0) pixRasterop(pix, 0, height - dy, width, dy, PIX_CLR, NULL, 0, 0);
  }
}

/// Opens a 1-bit picture by a brick (morphopen); the engine looks for ruled lines with bricks of up to a quarter
/// of an inch, on every page, and that is most of what the library's way costs it.
PIX *pixOpenBrick(PIX *pixd, PIX *pixs, l_int32 hsize, l_int32 vsize) {
  if (pixs == NULL || pixGetDepth(pixs) != 1 || hsize < 1 || vsize < 1) return pixd;
  PIX *opened = pixCopy(NULL, pixs), *scratch = pixCreateTemplate(pixs);
  if (opened != NULL && scratch != NULL) {
    gather(opened, ERODE, hsize, ACROSS, scratch);
    gather(opened, ERODE, vsize, DOWN, scratch);
    gather(opened, DILATE, hsize, ACROSS, scratch);
    gather(opened, DILATE, vsize, DOWN, scratch);
    if (pixd == NULL) {
      pixd = opened;
      opened = NULL;
    } else {
      pixCopy(pixd, opened);
    }
  }
  pixDestroy(&opened);
  pixDestroy(&scratch);
  return pixd;
}

/// Puts a picture into memory. The engine hands itself the picture of each line as a PNG and inflates it a moment
/// later; Leptonica's own form (SPIX) is read by the same `pixReadMem` and is not deflated. PNGs that are written for others come from `PNG`.
l_ok pixWriteMem(l_uint8 **pdata, size_t *psize, PIX *pix, l_int32 format) {
  if (format == IFF_PNG) return pixWriteMemSpix(pdata, psize, pix);
  l_ok (*library)(l_uint8 **, size_t *, PIX *, l_int32) = dlsym(RTLD_NEXT, "pixWriteMem");
  return library == NULL ? 1 : library(pdata, psize, pix, format);
}
