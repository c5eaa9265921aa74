import Foundation

extension String {
  /// The value as an envelope carries it: NFC, trimmed, every run of white space one blank.
  ///
  /// Line breaks of a printed line mean nothing in a field, and XML parsers change them anyway.
  /// Nil when nothing is left: the axis drops empty elements, so they are not written.
  var envelopeValue: String? {
    let words = precomposedStringWithCanonicalMapping.unicodeScalars
      .split { $0.properties.isWhitespace }
      .map { String($0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// For comparing names: NFC, trimmed, lower case.
  var folded: String { (envelopeValue ?? "").lowercased() }

  /// Whether XML 1.0 cannot carry it, or it holds control characters, which no field contains.
  var holdsControlCharacters: Bool {
    unicodeScalars.contains { scalar in
      let isWhite = scalar.properties.isWhitespace
      return !isWhite && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
        || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
  }
}
