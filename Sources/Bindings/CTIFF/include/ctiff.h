#pragma once
// libtiff for Swift: TIFFGetField, TIFFSetField and the error handlers are variadic, which Swift
// cannot call. Error handlers belong to each handle (TIFFOpenExt), so nothing is printed and no
// global is touched.
#include <stddef.h>
#include <stdint.h>

typedef struct ctiff ctiff;

/// What one directory says.
typedef struct {
  uint32_t width, height, strips, rows_per_strip, subfile_type, t4_options;
  uint16_t bits, samples, photometric, compression, planar, orientation, resolution_unit;
  uint16_t fill_order, sample_format;
  uint8_t is_tiled, has_jpeg_tables, is_known_compression;
  uint8_t palette_kind;  // 0 colour, 1 grey, 2 black and white only
  float x_resolution, y_resolution;  // 0 when absent
  uint64_t end;  // first byte after directory and pixels, UINT64_MAX when unknown
} ctiff_frame;

/// Opens a file for reading without mapping it, or NULL (TIFFOpenExt, mode "rm").
ctiff *ctiff_open(const char *path);
/// Opens bytes for reading; they must outlive the handle. Or NULL (TIFFClientOpenExt).
ctiff *ctiff_open_memory(const uint8_t *bytes, size_t count);
/// Closes and frees (TIFFClose).
void ctiff_close(ctiff *tiff);
/// Reads the tags of the current directory; 1 on success (TIFFGetField).
int ctiff_read_frame(ctiff *tiff, ctiff_frame *frame);
/// Whether the current directory is the last (TIFFLastDirectory).
int ctiff_is_last(ctiff *tiff);
/// Goes to the next directory; 1 on success (TIFFReadDirectory).
int ctiff_next(ctiff *tiff);
/// Goes to directory `index`, from 0; 1 on success (TIFFSetDirectory).
int ctiff_go_to(ctiff *tiff, uint32_t index);
/// Decodes the current frame into width × height × channels bytes, channels 1 (grey) or 3 (RGB).
///
/// 0 done, 1 the kind is not supported, 2 the data are damaged, 3 no memory.
int ctiff_decode(ctiff *tiff, uint8_t *pixels, size_t count, int channels);
/// Modified Huffman rows will be taken as lying bit to bit, without padding (TIFFTAG_FAXMODE).
void ctiff_expect_plain_rows(ctiff *tiff);
/// Length of the only strip, or 0 when there are several (TIFFRawStripSize64).
size_t ctiff_raw_size(ctiff *tiff);
/// Copies the only strip as it is stored; 1 on success (TIFFReadRawStrip).
int ctiff_raw(ctiff *tiff, uint8_t *bytes, size_t count);
/// The ICC profile of the current directory and its length, or NULL; lives as long as the directory.
const uint8_t *ctiff_profile(ctiff *tiff, size_t *count);
/// The first message of libtiff on this handle, empty when there is none; lives as long as it.
const char *ctiff_message(ctiff *tiff);

/// What is written: `channels` 0 is 1 bit a pixel, 1 grey, 3 RGB; `bits` 8 or 16 a sample.
typedef struct {
  uint32_t width, height, rows_per_strip;  // rows_per_strip 0: all rows in one strip
  uint32_t tile;                           // 0: strips; else the side of square tiles
  uint32_t t4_options;
  uint16_t channels, bits, photometric, compression, orientation, fill_order;
  float dpi;  // 0: no resolution is written
} ctiff_layout;

/// Appends a frame to a file ("w" starts it anew, "a" appends); 1 on success. Rows are packed.
int ctiff_write(const char *path, const char *mode, const ctiff_layout *layout,
                const uint8_t *rows, size_t count);
