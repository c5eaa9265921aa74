import Imaging

/// Why a stream inside a file could not be decoded.
struct DecodingFailure: Error, Equatable {
  /// What was found: figures and names, never text of the document.
  let found: String
}
