#pragma once
#include "cqpdf.h"

// qpdf 11 asks every includer to choose how its old smart pointer is treated.
#define POINTERHOLDER_TRANSITION 4

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFSystemError.hh>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

struct cqpdf_file {
  std::shared_ptr<QPDF> pdf;
  bool pages_ready = false;
  // Copied streams are read when this file is written: their documents must live until then.
  std::vector<std::shared_ptr<QPDF>> sources;
};

/// More data than the caller allows.
struct TooLarge : std::runtime_error {
  TooLarge() : std::runtime_error("too large") {}
};

QPDFObjectHandle cqpdf_handle(cqpdf_file *file, cqpdf_id id);
cqpdf_bytes cqpdf_bytes_of(const std::string &text);
void cqpdf_encode(QPDFObjectHandle object, int depth, bool top, std::string &out);

/// Runs `body`; every C++ exception ends here as a status.
template <typename Body>
cqpdf_status cqpdf_guarded(Body body) noexcept {
  try {
    return body();
  } catch (const TooLarge &) {
    return CQPDF_TOO_LARGE;
  } catch (const QPDFExc &error) {
    switch (error.getErrorCode()) {
    case qpdf_e_password: return CQPDF_PASSWORD;
    case qpdf_e_system: return CQPDF_UNREADABLE;
    case qpdf_e_damaged_pdf:
    case qpdf_e_pages:
    case qpdf_e_object: return CQPDF_DAMAGED;
    default: return CQPDF_FAILED;
    }
  } catch (const QPDFSystemError &) {
    return CQPDF_UNREADABLE;
  } catch (const std::exception &) {
    return CQPDF_FAILED;
  } catch (...) {
    return CQPDF_FAILED;
  }
}

/// Collects bytes up to a limit.
class Pl_Limited : public Pipeline {
public:
  explicit Pl_Limited(size_t limit) : Pipeline("limited", nullptr), limit(limit) {}
  void write(unsigned char const *data, size_t count) override {
    if (count > limit - collected.size()) throw TooLarge();
    collected.append(reinterpret_cast<char const *>(data), count);
  }
  void finish() override {}
  std::string collected;

private:
  size_t limit;
};
