#include "cpng.h"

#include <png.h>
#include <string.h>

int cpng_decode(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, int samples, uint8_t *pixels,
    char *message) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  int status = -1;
  if (png_image_begin_read_from_memory(&image, bytes, count)) {
    image.format = samples == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    // Without this a 16-bit picture that says nothing of its gamma is taken for linear light.
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    const png_color white = {255, 255, 255};
    const int is_expected = image.width == width && image.height == height;
    if (is_expected && png_image_finish_read(&image, &white, pixels, 0, NULL)) status = 0;
  }
  memcpy(message, image.message, sizeof image.message);
  png_image_free(&image);
  return status;
}
