#pragma once
// A C face for the parts of libqpdf that sohoa needs. qpdf's own C interface lacks stream providers
// (so a large stream would have to be held whole), size limits on decoding, and a cheap way to hand
// an object over as a value; all of these are here. No C++ exception leaves these functions.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A document that was opened or is being made. One thread at a time.
typedef struct cqpdf_file cqpdf_file;

typedef enum cqpdf_status {
  CQPDF_OK = 0,
  CQPDF_UNREADABLE = 1,
  CQPDF_PASSWORD = 2,
  CQPDF_DAMAGED = 3,
  CQPDF_TOO_LARGE = 4,
  CQPDF_FAILED = 5,
} cqpdf_status;

/// Bytes that the caller frees with `cqpdf_free`.
typedef struct cqpdf_bytes {
  uint8_t *bytes;
  size_t count;
} cqpdf_bytes;

typedef struct cqpdf_id {
  int32_t number;
  int32_t generation;
} cqpdf_id;

/// Takes one chunk; a result other than 0 stops the transfer.
typedef int (*cqpdf_sink)(const uint8_t *bytes, size_t count, void *context);

void cqpdf_free(cqpdf_bytes bytes);

// Reading. On failure `*file` stays NULL.
cqpdf_status cqpdf_open(const char *path, cqpdf_file **file);
cqpdf_status cqpdf_new(cqpdf_file **file);
void cqpdf_close(cqpdf_file *file);
int cqpdf_is_encrypted(cqpdf_file *file);
int cqpdf_has_warnings(cqpdf_file *file);
cqpdf_status cqpdf_page_count(cqpdf_file *file, size_t *count);
/// The page's own dictionary, with inherited attributes filled in.
cqpdf_status cqpdf_page(cqpdf_file *file, size_t index, cqpdf_id *id);
/// All indirect objects, as pairs of `int32_t` number and generation.
cqpdf_status cqpdf_all_objects(cqpdf_file *file, cqpdf_bytes *ids);

// Objects as values; the encoding is described in encoding.cpp.
cqpdf_status cqpdf_object(cqpdf_file *file, cqpdf_id id, cqpdf_bytes *encoded);
cqpdf_status cqpdf_trailer(cqpdf_file *file, cqpdf_bytes *encoded);
/// The operators of a content stream with their operands. A page's contents are joined when `id` is
/// a page. More than `limit` decoded bytes is CQPDF_TOO_LARGE.
cqpdf_status cqpdf_content(cqpdf_file *file, cqpdf_id id, size_t limit, cqpdf_bytes *encoded);

// Stream data. `decode`: 0 as stored, 1 with general filters (Flate, LZW, ASCII, run length) undone.
cqpdf_status cqpdf_stream(
    cqpdf_file *file, cqpdf_id id, int decode, size_t limit, cqpdf_bytes *data);
cqpdf_status cqpdf_pipe_stream(
    cqpdf_file *file, cqpdf_id id, int decode, cqpdf_sink sink, void *context);

// Making. `syntax` is PDF syntax; references are to objects of the same file.
cqpdf_status cqpdf_add_object(cqpdf_file *file, const char *syntax, size_t count, cqpdf_id *id);
cqpdf_status cqpdf_set_key(
    cqpdf_file *file, cqpdf_id id, const char *key, const char *syntax, size_t count);
cqpdf_status cqpdf_set_trailer_key(
    cqpdf_file *file, const char *key, const char *syntax, size_t count);
cqpdf_status cqpdf_catalog(cqpdf_file *file, cqpdf_id *id);
/// `dictionary` says how `data` is filtered.
cqpdf_status cqpdf_add_stream(
    cqpdf_file *file, const char *dictionary, size_t count, const uint8_t *data, size_t data_count,
    cqpdf_id *id);
/// The data is a byte range of a file, read in chunks while the document is written.
cqpdf_status cqpdf_add_stream_of_file(
    cqpdf_file *file, const char *dictionary, size_t count, const char *path, uint64_t offset,
    uint64_t length, cqpdf_id *id);
/// The data is the stored data of a stream of `source`, read in chunks while the document is written.
cqpdf_status cqpdf_add_stream_of_pdf(
    cqpdf_file *file, const char *dictionary, size_t count, cqpdf_file *source, cqpdf_id from,
    cqpdf_id *id);
/// A deep copy of an object of `source`; streams are read while the document is written.
cqpdf_status cqpdf_copy(cqpdf_file *file, cqpdf_file *source, cqpdf_id from, cqpdf_id *id);
cqpdf_status cqpdf_append_page(cqpdf_file *file, cqpdf_id id);
/// Writes a file of that version of PDF with a deterministic ID; stream data stays as it is. QPDFWriter holds one
/// stream at a time to learn its length: the largest stream, not their sum, sets the memory.
cqpdf_status cqpdf_write(cqpdf_file *file, const char *path, const char *version);

/// At most `limit` bytes come out; more is CQPDF_TOO_LARGE.
cqpdf_status cqpdf_inflate(
    const uint8_t *data, size_t count, size_t limit, cqpdf_bytes *inflated);
cqpdf_status cqpdf_deflate(const uint8_t *data, size_t count, cqpdf_bytes *deflated);

#ifdef __cplusplus
}
#endif
