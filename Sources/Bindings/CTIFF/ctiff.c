#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

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
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, CTIFF_LARGEST_PIECE);
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

size_t ctiff_raw_size(ctiff *state) {
  if (TIFFIsTiled(state->tiff) || TIFFNumberOfStrips(state->tiff) != 1) return 0;
  const uint64_t size = TIFFRawStripSize64(state->tiff, 0);
  return size == UINT64_MAX ? 0 : (size_t)size;
}

int ctiff_raw(ctiff *state, uint8_t *bytes, size_t count) {
  return TIFFReadRawStrip(state->tiff, 0, bytes, (tmsize_t)count) == (tmsize_t)count;
}

const uint8_t *ctiff_profile(ctiff *file, size_t *count) {
  uint32_t length = 0;
  void *profile = NULL;
  if (!TIFFGetField(file->tiff, TIFFTAG_ICCPROFILE, &length, &profile)) return NULL;
  *count = length;
  return profile;
}
