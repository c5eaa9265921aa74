#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Spreads one row of packed samples to bytes; `flip` is 0 or 255.
static void spread(const uint8_t *from, uint8_t *to, uint32_t width, uint16_t bits,
                   uint32_t samples, uint8_t flip) {
  if (bits == 8) {
    for (size_t x = 0; x < (size_t)width * samples; x++) to[x] = from[x] ^ flip;
    return;
  }
  const uint32_t whole = width / 8;
  for (uint32_t i = 0; i < whole; i++)
    for (int bit = 0; bit < 8; bit++)
      to[8 * (size_t)i + (size_t)bit] = (uint8_t)(0 - ((from[i] >> (7 - bit)) & 1)) ^ flip;
  for (uint32_t x = 8 * whole; x < width; x++)
    to[x] = (uint8_t)(0 - ((from[x / 8] >> (7 - x % 8)) & 1)) ^ flip;
}

// 8-bit grey or RGB and 1-bit frames, strip by strip: one copy from libtiff's buffer.
static int decode_plain(TIFF *tiff, const ctiff_frame *frame, uint8_t *pixels, uint32_t samples) {
  const uint8_t flip = frame->photometric == PHOTOMETRIC_MINISWHITE ? 255 : 0;
  const size_t row = (size_t)frame->width * samples;
  uint32_t across = frame->width, down = frame->rows_per_strip;
  if (frame->is_tiled) {
    TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &across);
    TIFFGetField(tiff, TIFFTAG_TILELENGTH, &down);
  }
  if (across == 0 || down == 0) return 2;
  const tmsize_t size = frame->is_tiled ? TIFFTileSize(tiff) : TIFFStripSize(tiff);
  const tmsize_t stride = frame->is_tiled ? TIFFTileRowSize(tiff) : TIFFScanlineSize(tiff);
  if (size <= 0 || stride <= 0 || size > CTIFF_LARGEST_PIECE) return 2;
  if (frame->is_tiled && stride > size / down) return 2;
  uint8_t *buffer = calloc(1, (size_t)size);
  if (buffer == NULL) return 3;
  int status = 0;
  uint32_t piece = 0;
  for (uint32_t y = 0; y < frame->height && status == 0; y += down) {
    const uint32_t rows = frame->height - y < down ? frame->height - y : down;
    for (uint32_t x = 0; x < frame->width && status == 0; x += across, piece++) {
      const uint32_t columns = frame->width - x < across ? frame->width - x : across;
      const tmsize_t wanted = frame->is_tiled ? size : (tmsize_t)rows * stride;
      if (wanted > size) {
        status = 2;
        break;
      }
      const tmsize_t got = frame->is_tiled ? TIFFReadEncodedTile(tiff, piece, buffer, size)
                                           : TIFFReadEncodedStrip(tiff, piece, buffer, wanted);
      if (got < wanted) {
        status = 2;
        break;
      }
      for (uint32_t r = 0; r < rows; r++)
        spread(buffer + (size_t)r * (size_t)stride,
               pixels + (size_t)(y + r) * row + (size_t)x * samples, columns, frame->bits, samples,
               flip);
    }
    if (frame->height - y <= down) break;
  }
  free(buffer);
  return status;
}

// Everything else through libtiff's own conversion; alpha comes premultiplied and falls on white.
static int decode_any(TIFF *tiff, const ctiff_frame *frame, uint8_t *pixels, int channels) {
  char reason[1024] = "";
  if (!TIFFRGBAImageOK(tiff, reason)) return 1;
  const size_t count = (size_t)frame->width * frame->height;
  uint32_t *raster = calloc(count, sizeof *raster);
  if (raster == NULL) return 3;
  // Asked for in the orientation it is stored in, so that libtiff turns nothing.
  const int orientation = frame->orientation >= 1 && frame->orientation <= 8 ? frame->orientation : 1;
  if (!TIFFReadRGBAImageOriented(tiff, frame->width, frame->height, raster, orientation, 1)) {
    free(raster);
    return 2;
  }
  for (size_t i = 0; i < count; i++) {
    const uint32_t paper = 255 - TIFFGetA(raster[i]);
    const uint32_t red = TIFFGetR(raster[i]) + paper, green = TIFFGetG(raster[i]) + paper,
                   blue = TIFFGetB(raster[i]) + paper;
    if (channels == 1) {
      pixels[i] = (uint8_t)(green > 255 ? 255 : green);
    } else {
      pixels[3 * i] = (uint8_t)(red > 255 ? 255 : red);
      pixels[3 * i + 1] = (uint8_t)(green > 255 ? 255 : green);
      pixels[3 * i + 2] = (uint8_t)(blue > 255 ? 255 : blue);
    }
  }
  free(raster);
  return 0;
}

void ctiff_expect_plain_rows(ctiff *state) { state->has_plain_rows = 1; }

int ctiff_decode(ctiff *state, uint8_t *pixels, size_t count, int channels) {
  ctiff_frame frame;
  if (!ctiff_read_frame(state, &frame)) return 2;
  if (!frame.is_known_compression) return 1;
  if (count != (size_t)frame.width * frame.height * (size_t)channels) return 2;
  state->failures = 0;
  state->message[0] = 0;
  if (state->has_plain_rows)
    TIFFSetField(state->tiff, TIFFTAG_FAXMODE, FAXMODE_NORTC | FAXMODE_NOEOL);
  const int is_gray = frame.photometric <= PHOTOMETRIC_MINISBLACK && frame.samples == 1 &&
                      (frame.bits == 1 || frame.bits == 8);
  const int is_jpeg_color = frame.photometric == PHOTOMETRIC_YCBCR && frame.samples == 3 &&
                            frame.compression == COMPRESSION_JPEG;
  const int is_rgb = frame.bits == 8 && frame.samples == 3 && frame.planar == PLANARCONFIG_CONTIG &&
                     (frame.photometric == PHOTOMETRIC_RGB || is_jpeg_color);
  int status;
  if (frame.sample_format <= SAMPLEFORMAT_UINT && channels == 1 && is_gray) {
    status = decode_plain(state->tiff, &frame, pixels, 1);
  } else if (frame.sample_format <= SAMPLEFORMAT_UINT && channels == 3 && is_rgb) {
    if (is_jpeg_color) TIFFSetField(state->tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    status = decode_plain(state->tiff, &frame, pixels, 3);
  } else {
    status = decode_any(state->tiff, &frame, pixels, channels);
  }
  return status == 0 && state->failures > 0 ? 2 : status;
}
