// Objects handed over as values. One tag byte a value, lengths as 32-bit and integers as 64-bit little
// endian: n null, t true, f false, i integer, r real (text), s string, / name without its slash,
// [ … ] array, < key value … > dictionary, S stream followed by its dictionary, R reference (number,
// generation), o operator, I inline image (its data is left out).
#include "file.hpp"


namespace {

// qpdf itself stops at 500 while parsing; nothing sohoa reads is deeper than ten.
constexpr int deepest = 60;

void put_number(uint64_t value, int bytes, std::string &out) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
}

void put_text(char tag, const std::string &text, std::string &out) {
  out.push_back(tag);
  put_number(text.size(), 4, out);
  out += text;
}

void put_dictionary(QPDFObjectHandle dictionary, int depth, std::string &out) {
  out.push_back('<');
  for (auto const &key : dictionary.getKeys()) {
    put_text('/', key.substr(1), out);
    cqpdf_encode(dictionary.getKey(key), depth + 1, false, out);
  }
  out.push_back('>');
}

class Operations : public QPDFObjectHandle::ParserCallbacks {
public:
  explicit Operations(std::string &out) : out(out) {}
  void handleObject(QPDFObjectHandle object, size_t, size_t) override {
    // Operands are copied several times over in the encoding of hostile content.
    if (out.size() > size_t{256} << 20) throw TooLarge();
    cqpdf_encode(object, 0, true, out);
  }
  void handleEOF() override {}

private:
  std::string &out;
};

} // namespace

void cqpdf_encode(QPDFObjectHandle object, int depth, bool top, std::string &out) {
  if (!object.isInitialized() || depth > deepest) {
    out.push_back('n');
    return;
  }
  if (!top && object.isIndirect()) {
    out.push_back('R');
    put_number(static_cast<uint32_t>(object.getObjectID()), 4, out);
    put_number(static_cast<uint32_t>(object.getGeneration()), 4, out);
    return;
  }
  switch (object.getTypeCode()) {
  case ::ot_boolean: out.push_back(object.getBoolValue() ? 't' : 'f'); break;
  case ::ot_integer:
    out.push_back('i');
    put_number(static_cast<uint64_t>(object.getIntValue()), 8, out);
    break;
  case ::ot_real: put_text('r', object.getRealValue(), out); break;
  case ::ot_string: put_text('s', object.getStringValue(), out); break;
  case ::ot_name: put_text('/', object.getName().substr(1), out); break;
  case ::ot_array: {
    out.push_back('[');
    int const count = object.getArrayNItems();
    for (int i = 0; i < count; ++i) cqpdf_encode(object.getArrayItem(i), depth + 1, false, out);
    out.push_back(']');
    break;
  }
  case ::ot_dictionary: put_dictionary(object, depth, out); break;
  case ::ot_stream:
    out.push_back('S');
    put_dictionary(object.getDict(), depth, out);
    break;
  case ::ot_operator: put_text('o', object.getOperatorValue(), out); break;
  case ::ot_inlineimage: out.push_back('I'); break;
  default: out.push_back('n');
  }
}

cqpdf_status cqpdf_object(cqpdf_file *file, cqpdf_id id, cqpdf_bytes *encoded) {
  return cqpdf_guarded([&] {
    std::string out;
    cqpdf_encode(cqpdf_handle(file, id), 0, true, out);
    *encoded = cqpdf_bytes_of(out);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_trailer(cqpdf_file *file, cqpdf_bytes *encoded) {
  return cqpdf_guarded([&] {
    std::string out;
    cqpdf_encode(file->pdf->getTrailer(), 0, true, out);
    *encoded = cqpdf_bytes_of(out);
    return CQPDF_OK;
  });
}

cqpdf_status cqpdf_content(cqpdf_file *file, cqpdf_id id, size_t limit, cqpdf_bytes *encoded) {
  return cqpdf_guarded([&] {
    auto object = cqpdf_handle(file, id);
    Pl_Limited data(limit);
    if (object.isStream()) {
      if (!object.pipeStreamData(&data, 0, qpdf_dl_generalized)) return CQPDF_DAMAGED;
    } else {
      std::vector<QPDFObjectHandle> parts;
      auto contents = object.isDictionary() ? object.getKey("/Contents") : object;
      if (contents.isStream()) parts.push_back(contents);
      if (contents.isArray()) parts = contents.getArrayAsVector();
      for (auto &part : parts) {
        if (!part.isStream()) continue;
        if (!part.pipeStreamData(&data, 0, qpdf_dl_generalized)) return CQPDF_DAMAGED;
        data.write(reinterpret_cast<unsigned char const *>("\n"), 1);
      }
    }
    // Parsed in a document of its own, so that the file under study gains no object.
    QPDF scratch;
    scratch.emptyPDF();
    scratch.setSuppressWarnings(true);
    auto stream = QPDFObjectHandle::newStream(&scratch, data.collected);
    std::string out;
    Operations operations(out);
    QPDFObjectHandle::parseContentStream(stream, &operations);
    *encoded = cqpdf_bytes_of(out);
    return CQPDF_OK;
  });
}
