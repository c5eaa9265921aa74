#include "file.hpp"

#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>

#include <cstdlib>
#include <cstring>
#include <algorithm>

QPDFObjectHandle cqpdf_handle(cqpdf_file *file, cqpdf_id id) {
  return file->pdf->getObjectByID(id.number, id.generation);
}

cqpdf_bytes cqpdf_bytes_of(const std::string &text) {
  auto *copy = static_cast<uint8_t *>(std::malloc(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

void cqpdf_free(cqpdf_bytes bytes) { std::free(bytes.bytes); }

cqpdf_status cqpdf_open(const char *path, cqpdf_file **file) {
  return cqpdf_guarded([&] {
    auto opened = std::make_unique<cqpdf_file>();
    opened->pdf = QPDF::create();
    opened->pdf->setSuppressWarnings(true);
    opened->pdf->processFile(path);
    *file = opened.release();
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_new(cqpdf_file **file) {
  return cqpdf_guarded([&] {
    auto made = std::make_unique<cqpdf_file>();
    made->pdf = QPDF::create();
    made->pdf->setSuppressWarnings(true);
    made->pdf->emptyPDF();
    made->pages_ready = true;
    *file = made.release();
    return CQPDF_OK;
  });
}

void cqpdf_close(cqpdf_file *file) { delete file; }

int cqpdf_is_encrypted(cqpdf_file *file) { return file->pdf->isEncrypted() ? 1 : 0; }

int cqpdf_has_warnings(cqpdf_file *file) { return file->pdf->anyWarnings() ? 1 : 0; }

static std::vector<QPDFObjectHandle> const &pages(cqpdf_file *file) {
  auto const &all = file->pdf->getAllPages();
  if (!file->pages_ready) {
    file->pdf->pushInheritedAttributesToPage();
    file->pages_ready = true;
  }
  return all;
}

cqpdf_status cqpdf_page_count(cqpdf_file *file, size_t *count) {
  return cqpdf_guarded([&] {
    *count = pages(file).size();
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_page(cqpdf_file *file, size_t index, cqpdf_id *id) {
  return cqpdf_guarded([&] {
    auto page = pages(file).at(index);
    *id = {page.getObjectID(), page.getGeneration()};
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_all_objects(cqpdf_file *file, cqpdf_bytes *ids) {
  return cqpdf_guarded([&] {
    std::vector<int32_t> numbers;
    for (auto &object : file->pdf->getAllObjects()) {
      numbers.push_back(object.getObjectID());
      numbers.push_back(object.getGeneration());
    }
    *ids = cqpdf_bytes_of(
        std::string(reinterpret_cast<char *>(numbers.data()), numbers.size() * sizeof(int32_t)));
    return CQPDF_OK;
  });
}

namespace {

class Pl_Sink : public Pipeline {
public:
  Pl_Sink(cqpdf_sink sink, void *context) : Pipeline("sink", nullptr), sink(sink), context(context) {}
  void write(unsigned char const *data, size_t count) override {
    if (sink(data, count, context) != 0) throw TooLarge();
  }
  void finish() override {}

private:
  cqpdf_sink sink;
  void *context;
};

cqpdf_status pipe_stream(cqpdf_file *file, cqpdf_id id, int decode, Pipeline &to) {
  auto stream = cqpdf_handle(file, id);
  if (!stream.isStream()) return CQPDF_DAMAGED;
  bool attempted = false;
  auto const level = decode == 0 ? qpdf_dl_none : qpdf_dl_generalized;
  bool const complete = stream.pipeStreamData(&to, &attempted, 0, level, true, false);
  // Not attempted: a filter outside the general ones, so the bytes that came are the stored ones.
  return complete && (decode == 0 || attempted) ? CQPDF_OK : CQPDF_DAMAGED;
}

} // namespace

cqpdf_status cqpdf_stream(
    cqpdf_file *file, cqpdf_id id, int decode, size_t limit, cqpdf_bytes *data) {
  return cqpdf_guarded([&] {
    Pl_Limited collected(limit);
    auto const status = pipe_stream(file, id, decode, collected);
    if (status == CQPDF_OK) *data = cqpdf_bytes_of(collected.collected);
    return status;
  });
}

cqpdf_status cqpdf_pipe_stream(
    cqpdf_file *file, cqpdf_id id, int decode, cqpdf_sink sink, void *context) {
  return cqpdf_guarded([&] {
    Pl_Sink to(sink, context);
    return pipe_stream(file, id, decode, to);
  });
}

cqpdf_status cqpdf_inflate(
    const uint8_t *data, size_t count, size_t limit, cqpdf_bytes *inflated) {
  return cqpdf_guarded([&] {
    Pl_Limited collected(limit);
    Pl_Flate flate("inflate", &collected, Pl_Flate::a_inflate);
    flate.write(data, count);
    flate.finish();
    *inflated = cqpdf_bytes_of(collected.collected);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_deflate(const uint8_t *data, size_t count, cqpdf_bytes *deflated) {
  return cqpdf_guarded([&] {
    std::string out;
    Pl_String collected("deflated", nullptr, out);
    // The highest level: 3 % smaller text for a millisecond a page. It is global in qpdf.
    Pl_Flate::setCompressionLevel(9);
    Pl_Flate flate("deflate", &collected, Pl_Flate::a_deflate);
    // zlib counts in 32 bits.
    for (size_t at = 0; at < count;) {
      size_t const chunk = std::min(count - at, size_t{1} << 20);
      flate.write(data + at, chunk);
      at += chunk;
    }
    flate.finish();
    *deflated = cqpdf_bytes_of(out);
    return CQPDF_OK;
  });
}
