/// One element of an envelope, by its local name.
///
/// Prefixes and namespaces are not looked at: senders leave them out, bind them otherwise or do not
/// declare them, and every name of an envelope means one thing.
struct XMLElement: Sendable, Equatable {
  /// The name without its prefix.
  let name: String
  /// The elements inside, in their order.
  var children: [XMLElement] = []
  /// The text directly inside, as UTF-8; it may hold an attachment of many megabytes.
  var content: [UInt8] = []

  /// The first child of that name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// Every child of that name.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first element of that name anywhere inside, nearest to the top first.
  func descendant(_ name: String) -> XMLElement? {
    var level = children
    while !level.isEmpty {
      if let found = level.first(where: { $0.name == name }) { return found }
      level = level.flatMap(\.children)
    }
    return nil
  }

  /// The text of a child: NFC, trimmed, white space joined; nil when there is none.
  ///
  /// One gateway writes the word "null" for what it does not have.
  func text(_ name: String) -> String? { child(name)?.text }

  /// The element's own text, as `text(_:)` gives a child's.
  var text: String? {
    let value = String(decoding: content, as: UTF8.self).envelopeValue
    return value == "null" ? nil : value
  }
}

/// Why bytes cannot be read as an envelope.
public enum EnvelopeReadingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// They are not XML; where, in bytes from the start.
  case notXML(at: Int)
  /// They declare a document type, through which a file of this machine could be read.
  case hasDocumentType
  /// They nest or number too many elements.
  case tooComplex
  /// They are XML, and no envelope: that element is not there.
  case notAnEnvelope(missing: String)
  /// An attachment cannot be decoded; its place, from 1.
  case badAttachment(Int)

  /// One sentence, without a text of the envelope.
  public var description: String {
    switch self {
    case .notXML(let offset): "It is not XML (byte \(offset)); ask the sender for it again"
    case .hasDocumentType: "It declares a document type, which no envelope does; it is refused"
    case .tooComplex: "It nests or numbers more elements than an envelope has; it is refused"
    case .notAnEnvelope(let missing): "It is no edXML envelope: there is no \(missing)"
    case .badAttachment(let place):
      "Attachment \(place) cannot be decoded; ask the sender for it again"
    }
  }
}

/// Reads elements, text, CDATA, comments and processing instructions; attributes are passed over.
struct XMLElementReader {
  private let bytes: [UInt8]
  private var at = 0
  private var elements = 0

  /// Envelopes nest some ten elements deep and have some hundreds.
  private static let deepest = 64
  private static let most = 100_000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The root element, and whether anything but white space stands behind it.
  mutating func document() throws(EnvelopeReadingError) -> (root: XMLElement, hasTail: Bool) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    try skipMisc()
    guard isAt("<"), let root = try element(depth: 0) else { throw .notXML(at: at) }
    var rest = at
    while rest < bytes.count, bytes[rest] <= 0x20 { rest += 1 }
    return (root, rest < bytes.count)
  }

  /// An element from its `<` on; nil when there is no name.
  private mutating func element(depth: Int) throws(EnvelopeReadingError) -> XMLElement? {
    elements += 1
    guard depth < Self.deepest, elements < Self.most else { throw .tooComplex }
    at += 1
    let name = name()
    guard !name.isEmpty else { return nil }
    var result = XMLElement(name: Self.local(name))
    guard try skipAttributes() else { return result }
    while true {
      try readText(into: &result.content)
      if isAt("</") {
        at += 2
        guard self.name() == name else { throw .notXML(at: at) }
        skipSpace()
        guard isAt(">") else { throw .notXML(at: at) }
        at += 1
        return result
      }
      if isAt("<!--") {
        try skip(past: "-->")
      } else if isAt("<![CDATA[") {
        let start = at + 9
        try skip(past: "]]>")
        result.content += bytes[start..<at - 3]
      } else if isAt("<?") {
        try skip(past: "?>")
      } else if isAt("<!") {
        throw .hasDocumentType
      } else if let child = try element(depth: depth + 1) {
        result.children.append(child)
      } else {
        throw .notXML(at: at)
      }
    }
  }

  /// Text up to the next `<`, entities resolved.
  private mutating func readText(into content: inout [UInt8]) throws(EnvelopeReadingError) {
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") {
        at += 1
      }
      if at > start { content += bytes[start..<at] }
      guard at < bytes.count else { break }
      if bytes[at] == UInt8(ascii: "<") { return }
      content += try entity()
    }
    throw .notXML(at: at)
  }

  private mutating func entity() throws(EnvelopeReadingError) -> [UInt8] {
    let limit = min(at + 12, bytes.count)
    guard let end = bytes[at..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw .notXML(at: at)
    }
    let name = String(decoding: bytes[at + 1..<end], as: UTF8.self)
    at = end + 1
    switch name {
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "amp": return [UInt8(ascii: "&")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default:
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      guard let scalar = number.flatMap(Unicode.Scalar.init) else { throw .notXML(at: at) }
      return Array(String(Character(scalar)).utf8)
    }
  }

  /// Passes over attributes; false when the element ends at once (`/>`).
  private mutating func skipAttributes() throws(EnvelopeReadingError) -> Bool {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ">"):
        at += 1
        return true
      case UInt8(ascii: "/") where isAt("/>"):
        at += 2
        return false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = bytes[at]
        at += 1
        while at < bytes.count, bytes[at] != quote { at += 1 }
        at += 1
      case UInt8(ascii: "<"): throw .notXML(at: at)
      default: at += 1
      }
    }
    throw .notXML(at: at)
  }

  private mutating func name() -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.count, bytes[at] > 0x20, !Self.ends.contains(bytes[at]) { at += 1 }
    return bytes[start..<at]
  }

  private static let ends = Array("<>/=\"'&".utf8)

  private static func local(_ name: ArraySlice<UInt8>) -> String {
    let colon = name.lastIndex(of: UInt8(ascii: ":"))
    return String(decoding: colon.map { name[($0 + 1)...] } ?? name, as: UTF8.self)
  }

  /// What may stand before the root; a document type may not.
  private mutating func skipMisc() throws(EnvelopeReadingError) {
    while true {
      skipSpace()
      if isAt("<?") {
        try skip(past: "?>")
      } else if isAt("<!--") {
        try skip(past: "-->")
      } else if isAt("<!") {
        throw .hasDocumentType
      } else {
        return
      }
    }
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  private mutating func skip(past text: String) throws(EnvelopeReadingError) {
    let first = text.utf8.first
    while at < bytes.count {
      if bytes[at] == first, isAt(text) {
        at += text.utf8.count
        return
      }
      at += 1
    }
    throw .notXML(at: at)
  }

  private func isAt(_ text: String) -> Bool {
    bytes[min(at, bytes.count)...].starts(with: text.utf8)
  }
}
