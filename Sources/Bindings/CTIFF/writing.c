#include <stdlib.h>
#include <string.h>

#include "internal.h"

int ctiff_write(const char *path, const char *mode, const ctiff_layout *layout,
                const uint8_t *rows, size_t count) {
  struct ctiff state = {0};
  TIFFOpenOptions *options = ctiff_options(&state);
  if (options == NULL) return 0;
  TIFF *tiff = TIFFOpenExt(path, mode, options);
  TIFFOpenOptionsFree(options);
  if (tiff == NULL) return 0;
  const uint16_t samples = layout->channels == 0 ? 1 : layout->channels;
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, layout->width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, layout->height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, layout->channels == 0 ? 1 : (int)layout->bits);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, (int)samples);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, (int)layout->photometric);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, (int)layout->compression);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, (int)layout->orientation);
  TIFFSetField(tiff, TIFFTAG_FILLORDER, (int)layout->fill_order);
  if (layout->t4_options != 0) TIFFSetField(tiff, TIFFTAG_GROUP3OPTIONS, layout->t4_options);
  if (layout->photometric == PHOTOMETRIC_SEPARATED)
    TIFFSetField(tiff, TIFFTAG_INKSET, INKSET_CMYK);
  if (samples == 4 && layout->photometric == PHOTOMETRIC_RGB) {
    const uint16_t kind = EXTRASAMPLE_UNASSALPHA;
    TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind);
  }
  if (layout->photometric == PHOTOMETRIC_PALETTE) {
    uint16_t ramp[3][256];
    for (int i = 0; i < 256; i++) {
      ramp[0][i] = (uint16_t)(i * 257);
      ramp[1][i] = (uint16_t)((255 - i) * 257);
      ramp[2][i] = 0;
    }
    TIFFSetField(tiff, TIFFTAG_COLORMAP, ramp[0], ramp[1], ramp[2]);
  }
  if (layout->photometric == PHOTOMETRIC_YCBCR)
    TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
  if (layout->dpi > 0) {
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, (double)layout->dpi);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, (double)layout->dpi);
  }
  int good = 1;
  if (layout->tile > 0) {
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, layout->tile);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, layout->tile);
    const size_t stride = count / layout->height, bytes = stride / layout->width;
    const size_t size = (size_t)TIFFTileSize(tiff), across = (size_t)TIFFTileRowSize(tiff);
    uint8_t *buffer = calloc(1, size);
    good = buffer != NULL && bytes > 0;
    for (uint32_t y = 0; y < layout->height && good; y += layout->tile)
      for (uint32_t x = 0; x < layout->width && good; x += layout->tile) {
        memset(buffer, 0, size);
        for (uint32_t r = 0; r < layout->tile && y + r < layout->height; r++) {
          const size_t left = stride - x * bytes;
          memcpy(buffer + r * across, rows + (y + r) * stride + x * bytes,
                 left < across ? left : across);
        }
        good = TIFFWriteTile(tiff, buffer, x, y, 0, 0) >= 0;
      }
    free(buffer);
  } else {
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP,
                 layout->rows_per_strip == 0 ? layout->height : layout->rows_per_strip);
    const size_t stride = (size_t)TIFFScanlineSize(tiff);
    good = stride * layout->height == count;
    for (uint32_t y = 0; y < layout->height && good; y++)
      good = TIFFWriteScanline(tiff, (void *)(rows + y * stride), y, 0) >= 0;
  }
  if (!TIFFWriteDirectory(tiff)) good = 0;
  TIFFClose(tiff);
  return good && state.failures == 0;
}
