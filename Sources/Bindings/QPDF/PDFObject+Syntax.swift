extension PDFObject {
  /// The object in PDF syntax (ISO 32000-1 7.3), keys in order, so that equal objects are equal text.
  ///
  /// A stream is written as its dictionary; an inline image has no syntax of its own.
  public var syntax: String {
    switch self {
    case .null, .inlineImage: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .real(let value): Self.decimal(value)
    case .string(let bytes): "<" + Self.hex(bytes) + ">"
    case .name(let name): Self.nameSyntax(name)
    case .array(let items): "[" + items.map(\.syntax).joined(separator: " ") + "]"
    case .dictionary(let entries), .stream(let entries):
      "<<"
        + entries.sorted { $0.key < $1.key }
        .map { Self.nameSyntax($0.key) + " " + $0.value.syntax }.joined(separator: " ") + ">>"
    case .reference(let id): "\(id.number) \(id.generation) R"
    case .op(let name): name
    }
  }

  /// A number without an exponent, at most `places` (1 to 6) places after the point.
  public static func decimal(_ value: Double, places: Int = 6) -> String {
    precondition((1...6).contains(places))
    guard value.isFinite else { return "0" }
    let unit = [10, 100, 1_000, 10_000, 100_000, 1_000_000][places - 1]
    // Beyond this no page has a coordinate, and 64 bits still hold the millionths.
    let scaled = (max(-1e12, min(1e12, value)) * Double(unit)).rounded()
    let whole = Int(scaled)
    let (quotient, remainder) = abs(whole).quotientAndRemainder(dividingBy: unit)
    var text = (whole < 0 ? "-" : "") + String(quotient)
    guard remainder != 0 else { return text }
    var digits = String(remainder + unit).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    text += "." + digits
    return text
  }

  /// Upper-case hexadecimal digits of bytes.
  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func nameSyntax(_ name: String) -> String {
    var text = "/"
    for byte in name.utf8 {
      switch UnicodeScalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "+", "*", ":", "'":
        text.unicodeScalars.append(UnicodeScalar(byte))
      default: text += "#" + hex([byte])
      }
    }
    return text
  }
}
