import Foundation
import QPDF

/// How the bytes between the objects and around the streams are written, which a parser forgives.
///
/// The file is followed once from its first byte to its last, over all revisions, and stream data is
/// passed over: the effort is that of everything but the streams. The file is mapped, not held.
struct SyntaxFacts: Sendable, Equatable {
  /// What may be written in a way that PDF/A forbids (ISO 19005-2 6.1.4, 6.1.6, 6.1.7.1, 6.1.9).
  enum Fault: Sendable, Hashable {
    /// A subsection header whose two numbers are not parted by a single space.
    case subsectionHeader
    /// `xref` without a single end-of-line before the subsection header.
    case afterXref
    /// A hexadecimal string with an odd number of digits.
    case oddHexString
    /// A hexadecimal string with something that is neither a digit nor white space.
    case strangeHexString
    /// A `Length` that is not the number of bytes before the end-of-line of `endstream`.
    case length
    /// `stream` not followed by CR LF or LF, or `endstream` without an end-of-line before it.
    case aroundStream
    /// Object number, generation, `obj` and `endobj` not parted as ISO 19005 wants it.
    case aroundObject
  }

  /// The places of each fault in the order of the file.
  private(set) var places: [Fault: [String]] = [:]

  /// With what a file holds; `length` resolves a stream length that is an object of its own.
  func following(_ file: Data, length: (ObjectID) -> Int?) -> SyntaxFacts {
    var reader = SyntaxReader(file)
    reader.follow(length: length)
    var facts = self
    facts.places.merge(reader.places) { $0 + $1 }
    return facts
  }

  /// Notes the hexadecimal strings of decoded data: content, or objects packed in a stream.
  mutating func note(hexStringsOf bytes: [UInt8], at place: String) {
    var reader = SyntaxReader(Data(bytes))
    reader.followContent(at: place)
    places.merge(reader.places) { $0 + $1 }
  }
}
