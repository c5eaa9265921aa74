extension PDFObject {
  /// The objects in the encoding of `CQPDF/encoding.cpp`, in order.
  static func decoded(_ bytes: [UInt8]) throws(QPDFError) -> [PDFObject] {
    var reader = Reader(bytes: bytes)
    var objects: [PDFObject] = []
    while !reader.isAtEnd { objects.append(try reader.object()) }
    return objects
  }
}

/// Walks the encoding; its nesting is bounded where it is written.
private struct Reader {
  let bytes: [UInt8]
  var at = 0

  var isAtEnd: Bool { at >= bytes.count }

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func object() throws(QPDFError) -> PDFObject {
    switch UnicodeScalar(try byte()) {
    case "n": return .null
    case "t": return .bool(true)
    case "f": return .bool(false)
    case "i": return .integer(Int(truncatingIfNeeded: try number(8)))
    case "r": return .real(Double(String(decoding: try run(), as: UTF8.self)) ?? 0)
    case "s": return .string(Array(try run()))
    case "/": return .name(String(decoding: try run(), as: UTF8.self))
    case "o": return .op(String(decoding: try run(), as: UTF8.self))
    case "I": return .inlineImage
    case "R":
      let number = Int32(truncatingIfNeeded: try number(4))
      return .reference(
        ObjectID(number: number, generation: Int32(truncatingIfNeeded: try self.number(4))))
    case "[":
      var items: [PDFObject] = []
      while try peek() != UInt8(ascii: "]") { items.append(try object()) }
      at += 1
      return .array(items)
    case "<": return .dictionary(try entries())
    case "S":
      at += 1
      return .stream(try entries())
    default: throw QPDFError(.failed, in: "cqpdf_object")
    }
  }

  private mutating func entries() throws(QPDFError) -> [String: PDFObject] {
    var entries: [String: PDFObject] = [:]
    while try peek() != UInt8(ascii: ">") {
      guard let key = try object().name else { throw QPDFError(.failed, in: "cqpdf_object") }
      entries[key] = try object()
    }
    at += 1
    return entries
  }

  private func peek() throws(QPDFError) -> UInt8 {
    guard at < bytes.count else { throw QPDFError(.failed, in: "cqpdf_object") }
    return bytes[at]
  }

  private mutating func byte() throws(QPDFError) -> UInt8 {
    let byte = try peek()
    at += 1
    return byte
  }

  private mutating func number(_ count: Int) throws(QPDFError) -> UInt64 {
    guard bytes.count - at >= count else { throw QPDFError(.failed, in: "cqpdf_object") }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[at + index]) << UInt64(8 * index) }
    at += count
    return value
  }

  private mutating func run() throws(QPDFError) -> ArraySlice<UInt8> {
    let count = Int(try number(4))
    guard bytes.count - at >= count else { throw QPDFError(.failed, in: "cqpdf_object") }
    at += count
    return bytes[at - count..<at]
  }
}
