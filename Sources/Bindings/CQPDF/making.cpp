#include "file.hpp"

#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <cstdio>

namespace {

using Provider = QPDFObjectHandle::StreamDataProvider;

/// A byte range of a file, read in chunks when the document is written.
class FileRange : public Provider {
public:
  FileRange(std::string path, uint64_t offset, uint64_t length)
      : Provider(true), path(std::move(path)), offset(offset), length(length) {}

  bool provideStreamData(QPDFObjGen const &, Pipeline *to, bool, bool) override {
    std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file || fseeko(file.get(), static_cast<off_t>(offset), SEEK_SET) != 0)
      throw std::runtime_error("cannot read the source of a stream");
    unsigned char chunk[1 << 16];
    for (uint64_t left = length; left > 0;) {
      size_t const wanted = static_cast<size_t>(std::min<uint64_t>(left, sizeof chunk));
      if (std::fread(chunk, 1, wanted, file.get()) != wanted)
        throw std::runtime_error("the source of a stream is shorter than it was");
      to->write(chunk, wanted);
      left -= wanted;
    }
    to->finish();
    return true;
  }

private:
  std::string path;
  uint64_t offset;
  uint64_t length;
};

/// The stored data of another document's stream.
class StoredStream : public Provider {
public:
  StoredStream(std::shared_ptr<QPDF> source, QPDFObjectHandle stream)
      : Provider(true), source(std::move(source)), stream(std::move(stream)) {}

  bool provideStreamData(QPDFObjGen const &, Pipeline *to, bool, bool) override {
    if (!stream.pipeStreamData(to, nullptr, 0, qpdf_dl_none, true, false))
      throw std::runtime_error("cannot read the source of a stream");
    return true;
  }

private:
  std::shared_ptr<QPDF> source;
  QPDFObjectHandle stream;
};

QPDFObjectHandle parsed(cqpdf_file *file, const char *syntax, size_t count) {
  // A reference is understood only inside an array.
  std::string const wrapped = "[" + std::string(syntax, count) + "\n]";
  auto items = QPDFObjectHandle::parse(file->pdf.get(), wrapped, "object");
  if (items.getArrayNItems() != 1) throw std::runtime_error("not exactly one object");
  return items.getArrayItem(0);
}

QPDFObjectHandle new_stream(cqpdf_file *file, const char *dictionary, size_t count) {
  auto stream = QPDFObjectHandle::newStream(file->pdf.get());
  stream.replaceDict(parsed(file, dictionary, count));
  return stream;
}

void keep(cqpdf_file *file, cqpdf_file *source) {
  if (std::find(file->sources.begin(), file->sources.end(), source->pdf) == file->sources.end())
    file->sources.push_back(source->pdf);
}

cqpdf_id id_of(QPDFObjectHandle object) {
  return {object.getObjectID(), object.getGeneration()};
}

} // namespace

cqpdf_status cqpdf_add_object(cqpdf_file *file, const char *syntax, size_t count, cqpdf_id *id) {
  return cqpdf_guarded([&] {
    *id = id_of(file->pdf->makeIndirectObject(parsed(file, syntax, count)));
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_set_key(
    cqpdf_file *file, cqpdf_id id, const char *key, const char *syntax, size_t count) {
  return cqpdf_guarded([&] {
    auto object = cqpdf_handle(file, id);
    auto value = parsed(file, syntax, count);
    if (object.isStream()) object = object.getDict();
    if (!object.isDictionary()) return CQPDF_DAMAGED;
    if (value.isDirectNull()) object.removeKey(key);
    else object.replaceKey(key, value);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_set_trailer_key(
    cqpdf_file *file, const char *key, const char *syntax, size_t count) {
  return cqpdf_guarded([&] {
    auto value = parsed(file, syntax, count);
    if (value.isNull()) file->pdf->getTrailer().removeKey(key);
    else file->pdf->getTrailer().replaceKey(key, value);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_catalog(cqpdf_file *file, cqpdf_id *id) {
  return cqpdf_guarded([&] {
    *id = id_of(file->pdf->getRoot());
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_add_stream(
    cqpdf_file *file, const char *dictionary, size_t count, const uint8_t *data, size_t data_count,
    cqpdf_id *id) {
  return cqpdf_guarded([&] {
    auto stream = new_stream(file, dictionary, count);
    auto entries = stream.getDict();
    stream.replaceStreamData(
        std::string(reinterpret_cast<const char *>(data), data_count), entries.getKey("/Filter"),
        entries.getKey("/DecodeParms"));
    *id = id_of(stream);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_add_stream_of_file(
    cqpdf_file *file, const char *dictionary, size_t count, const char *path, uint64_t offset,
    uint64_t length, cqpdf_id *id) {
  return cqpdf_guarded([&] {
    auto stream = new_stream(file, dictionary, count);
    auto entries = stream.getDict();
    stream.replaceStreamData(
        std::make_shared<FileRange>(path, offset, length), entries.getKey("/Filter"),
        entries.getKey("/DecodeParms"));
    *id = id_of(stream);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_add_stream_of_pdf(
    cqpdf_file *file, const char *dictionary, size_t count, cqpdf_file *source, cqpdf_id from,
    cqpdf_id *id) {
  return cqpdf_guarded([&] {
    auto data = cqpdf_handle(source, from);
    if (!data.isStream()) return CQPDF_DAMAGED;
    auto stream = new_stream(file, dictionary, count);
    auto entries = stream.getDict();
    stream.replaceStreamData(
        std::make_shared<StoredStream>(source->pdf, data), entries.getKey("/Filter"),
        entries.getKey("/DecodeParms"));
    *id = id_of(stream);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_copy(cqpdf_file *file, cqpdf_file *source, cqpdf_id from, cqpdf_id *id) {
  return cqpdf_guarded([&] {
    auto object = cqpdf_handle(source, from);
    if (object.isNull()) return CQPDF_DAMAGED;
    auto copy = file->pdf->copyForeignObject(object);
    *id = id_of(copy);
    keep(file, source);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_append_page(cqpdf_file *file, cqpdf_id id) {
  return cqpdf_guarded([&] {
    file->pdf->addPage(cqpdf_handle(file, id), false);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_write(cqpdf_file *file, const char *path, const char *version) {
  return cqpdf_guarded([&] {
    QPDFWriter writer(*file->pdf, path);
    writer.forcePDFVersion(version);
    writer.setObjectStreamMode(qpdf_o_disable);
    // qpdf packs [/FlateDecode] streams again when it may compress: nothing may be touched here.
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setDeterministicID(true);
    // ISO 19005-2 6.1.7.1: an end-of-line before endstream.
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    return CQPDF_OK;
  });
}
