import CQPDF

/// Why qpdf could not do what it was asked.
public struct QPDFError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: String, Sendable, CaseIterable {
    /// The file cannot be opened, read or written.
    case unreadable
    /// The file asks for a password.
    case password
    /// The structure is damaged beyond what qpdf mends.
    case damaged
    /// There is more data than the caller allows.
    case tooLarge
    /// Anything else, such as an object of the wrong kind.
    case failed
  }

  /// The kind of failure.
  public let code: Code
  /// The function of the C face that failed.
  public let call: String

  /// Makes an error.
  public init(_ code: Code, in call: String) {
    self.code = code
    self.call = call
  }

  /// What failed and where; never text of the document.
  public var description: String { "\(call): \(code.rawValue)" }
}

/// The one throat through which every status of the C face passes.
func checked(_ call: StaticString, _ status: cqpdf_status) throws(QPDFError) {
  let code: QPDFError.Code
  switch status {
  case CQPDF_OK: return
  case CQPDF_UNREADABLE: code = .unreadable
  case CQPDF_PASSWORD: code = .password
  case CQPDF_DAMAGED: code = .damaged
  case CQPDF_TOO_LARGE: code = .tooLarge
  default: code = .failed
  }
  throw QPDFError(code, in: "\(call)")
}

/// Copies bytes of the C face out and frees them at once.
func taken(_ bytes: cqpdf_bytes) -> [UInt8] {
  defer { unsafe cqpdf_free(bytes) }
  return unsafe Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.count))
}
