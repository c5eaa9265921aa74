#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// No single piece of memory that a tag asks for may be larger: an A0 page at 600 dpi in colour, in
// one strip, has 1.7 GB; pixels are allocated by the caller.
static const tmsize_t largest_piece = (tmsize_t)2 << 30;

// libjpeg counts stray bytes before a marker as damage; up to four are only padding by the encoder.
static int is_padding(const char *text) {
  unsigned stray = 0;
  return sscanf(text, "Corrupt JPEG data: %u extraneous bytes", &stray) == 1 && stray <= 4;
}

// libtiff reports a stream that ends early, or a row of the wrong length, as a warning only, and
// gives white there.
static int says_damage(const char *text) {
  return strstr(text, "remature") != NULL || strstr(text, "Line length mismatch") != NULL ||
         (strstr(text, "Corrupt JPEG") != NULL && !is_padding(text));
}

static int keep(struct ctiff *state, const char *format, va_list arguments, int is_warning) {
  char text[sizeof state->message];
  vsnprintf(text, sizeof text, format, arguments);
  if (is_warning && !says_damage(text)) return 1;
  if (state->failures++ == 0) memcpy(state->message, text, sizeof text);
  return 1;
}

static int on_error(TIFF *tiff, void *context, const char *module, const char *format,
                    va_list arguments) {
  (void)tiff;
  (void)module;
  return keep(context, format, arguments, 0);
}

static int on_warning(TIFF *tiff, void *context, const char *module, const char *format,
                      va_list arguments) {
  (void)tiff;
  (void)module;
  return keep(context, format, arguments, 1);
}

TIFFOpenOptions *ctiff_options(struct ctiff *state) {
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (options == NULL) return NULL;
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, largest_piece);
  TIFFOpenOptionsSetErrorHandlerExtR(options, on_error, state);
  TIFFOpenOptionsSetWarningHandlerExtR(options, on_warning, state);
  return options;
}

static tmsize_t read_bytes(thandle_t handle, void *to, tmsize_t count) {
  struct ctiff *state = handle;
  if (count < 0 || state->position >= state->count) return 0;
  const uint64_t left = state->count - state->position;
  const uint64_t taken = (uint64_t)count < left ? (uint64_t)count : left;
  memcpy(to, state->bytes + state->position, taken);
  state->position += taken;
  return (tmsize_t)taken;
}

static tmsize_t write_nothing(thandle_t handle, void *from, tmsize_t count) {
  (void)handle;
  (void)from;
  (void)count;
  return -1;
}

static toff_t seek(thandle_t handle, toff_t offset, int origin) {
  struct ctiff *state = handle;
  if (origin == SEEK_SET) state->position = offset;
  if (origin == SEEK_CUR) state->position += offset;
  if (origin == SEEK_END) state->position = state->count + offset;
  return state->position;
}

static int close_nothing(thandle_t handle) {
  (void)handle;
  return 0;
}

static toff_t size_of(thandle_t handle) { return ((struct ctiff *)handle)->count; }

static ctiff *opened(struct ctiff *state, TIFFOpenOptions *options) {
  TIFFOpenOptionsFree(options);
  if (state->tiff != NULL) return state;
  free(state);
  return NULL;
}

ctiff *ctiff_open(const char *path) {
  struct ctiff *state = calloc(1, sizeof *state);
  TIFFOpenOptions *options = state == NULL ? NULL : ctiff_options(state);
  if (options == NULL) return free(state), NULL;
  // Not mapped: a file that is cut short while it is read would end the process (SIGBUS).
  state->tiff = TIFFOpenExt(path, "rm", options);
  return opened(state, options);
}

ctiff *ctiff_open_memory(const uint8_t *bytes, size_t count) {
  struct ctiff *state = calloc(1, sizeof *state);
  TIFFOpenOptions *options = state == NULL ? NULL : ctiff_options(state);
  if (options == NULL) return free(state), NULL;
  state->bytes = bytes;
  state->count = count;
  state->tiff = TIFFClientOpenExt("memory", "rm", state, read_bytes, write_nothing, seek,
                                  close_nothing, size_of, NULL, NULL, options);
  return opened(state, options);
}

void ctiff_close(ctiff *tiff) {
  TIFFClose(tiff->tiff);
  free(tiff);
}

const char *ctiff_message(ctiff *tiff) { return tiff->message; }
int ctiff_is_last(ctiff *tiff) { return TIFFLastDirectory(tiff->tiff); }
int ctiff_next(ctiff *tiff) { return TIFFReadDirectory(tiff->tiff); }
int ctiff_go_to(ctiff *tiff, uint32_t index) { return TIFFSetDirectory(tiff->tiff, index); }

// 0 colour, 1 grey, 2 black and white only.
static uint8_t palette_kind(TIFF *tiff, uint16_t bits) {
  uint16_t *red, *green, *blue;
  if (bits > 8 || !TIFFGetField(tiff, TIFFTAG_COLORMAP, &red, &green, &blue)) return 0;
  uint8_t kind = bits == 1 ? 2 : 1;
  for (uint32_t i = 0; i < 1u << bits; i++) {
    if (red[i] != green[i] || green[i] != blue[i]) return 0;
    // Some writers keep 8-bit entries in the 16-bit palette: 255 is white there.
    if (red[i] != 0 && red[i] != 255 && red[i] < 0xFF00) kind = 1;
  }
  return kind;
}

// libtiff takes a directory whose link to the next one is cut off for the last one.
static uint64_t end_of_directory(TIFF *tiff) {
  const uint64_t start = TIFFCurrentDirOffset(tiff);
  const int is_big = TIFFIsBigTIFF(tiff);
  const tmsize_t size = is_big ? 8 : 2;
  uint64_t entries = 0;
  uint16_t few = 0;
  TIFFGetSeekProc(tiff)(TIFFClientdata(tiff), start, SEEK_SET);
  void *to = is_big ? (void *)&entries : (void *)&few;
  if (TIFFGetReadProc(tiff)(TIFFClientdata(tiff), to, size) != size) return UINT64_MAX;
  if (TIFFIsByteSwapped(tiff)) {
    TIFFSwabLong8(&entries);
    TIFFSwabShort(&few);
  }
  // A directory that libtiff has read has no more entries than the file has bytes.
  return is_big ? start + 8 + entries * 20 + 8 : start + 2 + (uint64_t)few * 12 + 4;
}

static uint64_t end_of(TIFF *tiff, uint32_t pieces) {
  uint64_t end = end_of_directory(tiff);
  for (uint32_t i = 0; i < pieces; i++) {
    int failed = 0;
    const uint64_t offset = TIFFGetStrileOffsetWithErr(tiff, i, &failed);
    const uint64_t count = failed ? 0 : TIFFGetStrileByteCountWithErr(tiff, i, &failed);
    if (failed || offset > UINT64_MAX - count) return UINT64_MAX;
    if (offset + count > end) end = offset + count;
  }
  return end;
}

int ctiff_read_frame(ctiff *state, ctiff_frame *frame) {
  TIFF *tiff = state->tiff;
  memset(frame, 0, sizeof *frame);
  if (!TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &frame->width) ||
      !TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &frame->height))
    return 0;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &frame->bits);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &frame->samples);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &frame->compression);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &frame->planar);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &frame->orientation);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &frame->resolution_unit);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_FILLORDER, &frame->fill_order);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &frame->sample_format);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &frame->rows_per_strip);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &frame->subfile_type);
  TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &frame->x_resolution);
  TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &frame->y_resolution);
  if (!TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &frame->photometric)) {
    // Absent against the rule in some fax files: white is 0 there, as readers assume.
    const int is_fax = frame->compression == COMPRESSION_CCITTFAX3 ||
                       frame->compression == COMPRESSION_CCITTFAX4 ||
                       frame->compression == COMPRESSION_CCITTRLE;
    frame->photometric = is_fax ? PHOTOMETRIC_MINISWHITE
                         : frame->samples >= 3 ? PHOTOMETRIC_RGB
                                               : PHOTOMETRIC_MINISBLACK;
  }
  if (frame->compression == COMPRESSION_CCITTFAX3)
    TIFFGetFieldDefaulted(tiff, TIFFTAG_GROUP3OPTIONS, &frame->t4_options);
  if (frame->compression == COMPRESSION_CCITTFAX4)
    TIFFGetFieldDefaulted(tiff, TIFFTAG_GROUP4OPTIONS, &frame->t4_options);
  frame->is_tiled = TIFFIsTiled(tiff) != 0;
  frame->strips = frame->is_tiled ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
  frame->is_known_compression = TIFFIsCODECConfigured(frame->compression) != 0;
  if (frame->compression == COMPRESSION_JPEG) {
    uint32_t length = 0;
    void *tables = NULL;
    frame->has_jpeg_tables = TIFFGetField(tiff, TIFFTAG_JPEGTABLES, &length, &tables) != 0;
  }
  if (frame->photometric == PHOTOMETRIC_PALETTE)
    frame->palette_kind = palette_kind(tiff, frame->bits);
  frame->end = end_of(tiff, frame->strips);
  return 1;
}

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
  if (size <= 0 || stride <= 0 || size > largest_piece) return 2;
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

size_t ctiff_raw_size(ctiff *state) {
  if (TIFFIsTiled(state->tiff) || TIFFNumberOfStrips(state->tiff) != 1) return 0;
  const uint64_t size = TIFFRawStripSize64(state->tiff, 0);
  return size == UINT64_MAX ? 0 : (size_t)size;
}

int ctiff_raw(ctiff *state, uint8_t *bytes, size_t count) {
  return TIFFReadRawStrip(state->tiff, 0, bytes, (tmsize_t)count) == (tmsize_t)count;
}
