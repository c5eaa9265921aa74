/// What a page looks like from afar, to find pages that were scanned twice: 255 bits.
///
/// Written to JSON as 64 hexadecimal digits.
public struct PageFingerprint: Sendable, Hashable {
  /// The bits, four words; the lowest bit of the first is never set.
  private let words: [UInt64]

  /// Makes a fingerprint of 255 bits; more or fewer are an error of the programmer.
  package init(bits: [Bool]) {
    precondition(bits.count == 255, "a fingerprint has 255 bits")
    var words = [UInt64](repeating: 0, count: 4)
    for (index, bit) in bits.enumerated() where bit {
      words[(index + 1) / 64] |= 1 << UInt64((index + 1) % 64)
    }
    self.words = words
  }

  /// Reads 64 hexadecimal digits; nil when they are something else.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 64 else { return nil }
    var words: [UInt64] = []
    for start in stride(from: 0, to: 64, by: 16) {
      guard
        let word = UInt64(String(decoding: digits[start..<start + 16], as: UTF8.self), radix: 16)
      else { return nil }
      words.append(word)
    }
    self.words = words
  }

  /// The fingerprint as 64 hexadecimal digits.
  public var hex: String {
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Share of the bits that differ, 0…1: 0 is the same picture, 0.5 is two pictures without relation.
  public func distance(to other: PageFingerprint) -> Double {
    var different = 0
    for (word, other) in zip(words, other.words) { different += (word ^ other).nonzeroBitCount }
    return Double(different) / 255
  }
}

extension PageFingerprint: Codable {
  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = PageFingerprint(hex: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a fingerprint is 64 hexadecimal digits")
    }
    self = value
  }

  /// Writes 64 hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
