#include "czlib.h"

#include <string.h>
#include <zlib.h>

long czlib_inflate(const uint8_t *from, size_t size, uint8_t *to, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (size > UINT32_MAX || capacity > UINT32_MAX || inflateInit2(&stream, -MAX_WBITS) != Z_OK) return -1;
  stream.next_in = (Bytef *)from;
  stream.avail_in = (uInt)size;
  stream.next_out = to;
  stream.avail_out = (uInt)capacity;
  int status = inflate(&stream, Z_FINISH);
  long written = (long)(capacity - stream.avail_out);
  inflateEnd(&stream);
  return status == Z_STREAM_END ? written : -1;
}
