/// One element of a small XML document; names are resolved to their namespaces.
package struct XMLTree: Sendable, Equatable {
  /// A name with its namespace, empty when it has none.
  package struct Name: Sendable, Hashable {
    package let space: String
    package let local: String

    package init(space: String, local: String) {
      self.space = space
      self.local = local
    }
  }

  package let name: Name
  package let attributes: [Name: String]
  package internal(set) var children: [XMLTree] = []
  package internal(set) var text = ""

  /// Reads the root element; nil when the text is not well-formed.
  ///
  /// A document type declaration is refused: XMP has none, and entities are how XML is made to grow.
  package init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var reader = XMLReader(text)
    guard let root = reader.document() else { return nil }
    self = root
  }

  init(name: Name, attributes: [Name: String]) {
    self.name = name
    self.attributes = attributes
  }
}

/// A reader of elements, attributes, text, comments, CDATA and processing instructions.
private struct XMLReader {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  /// XMP nests some ten elements deep.
  private static let deepest = 64

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func document() -> XMLTree? {
    if scalars.first == "\u{FEFF}" { at = 1 }
    guard skipMisc(), starts(with: "<"),
      let root = element(spaces: ["xml": "http://www.w3.org/XML/1998/namespace"], depth: 0),
      skipMisc(), at == scalars.count
    else { return nil }
    return root
  }

  private func starts(with text: String) -> Bool {
    scalars[min(at, scalars.count)...].starts(with: text.unicodeScalars)
  }

  private mutating func skip(_ text: String) -> Bool {
    guard starts(with: text) else { return false }
    at += text.unicodeScalars.count
    return true
  }

  private mutating func skip(past text: String) -> Bool {
    while at < scalars.count {
      if skip(text) { return true }
      at += 1
    }
    return false
  }

  private mutating func skipSpace() {
    while at < scalars.count, [" ", "\t", "\n", "\r"].contains(scalars[at]) { at += 1 }
  }

  /// Skips what may stand before and after the root.
  private mutating func skipMisc() -> Bool {
    while true {
      skipSpace()
      if at < scalars.count, scalars[at] == "\0" { at += 1 }  // some writers pad with zeros
      if starts(with: "<?") {
        guard skip(past: "?>") else { return false }
      } else if starts(with: "<!--") {
        guard skip(past: "-->") else { return false }
      } else if at == scalars.count || scalars[at] != "\0" {
        return true
      }
    }
  }

  private mutating func name() -> String? {
    let start = at
    while at < scalars.count,
      scalars[at].properties.isIDContinue || "-.:_".unicodeScalars.contains(scalars[at])
    {
      at += 1
    }
    return at > start ? string(start..<at) : nil
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func resolved(_ name: String, _ spaces: [String: String], isAttribute: Bool) -> XMLTree
    .Name?
  {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return .init(space: isAttribute ? "" : spaces[""] ?? "", local: parts[0])
    case 2: return spaces[parts[0]].map { .init(space: $0, local: parts[1]) }
    default: return nil
    }
  }

  private mutating func element(spaces outer: [String: String], depth: Int) -> XMLTree? {
    guard depth < Self.deepest, skip("<"), let name = name() else { return nil }
    var spaces = outer
    var raw: [(String, String)] = []
    while true {
      skipSpace()
      if starts(with: ">") || starts(with: "/>") { break }
      guard let key = self.name() else { return nil }
      skipSpace()
      guard skip("=") else { return nil }
      skipSpace()
      guard let value = quoted(), !raw.contains(where: { $0.0 == key }) else { return nil }
      raw.append((key, value))
      if key == "xmlns" { spaces[""] = value }
      if key.hasPrefix("xmlns:") { spaces[String(key.dropFirst(6))] = value }
    }
    var attributes: [XMLTree.Name: String] = [:]
    for (key, value) in raw where !key.hasPrefix("xmlns") {
      guard let full = resolved(key, spaces, isAttribute: true) else { return nil }
      attributes[full] = value
    }
    guard let full = resolved(name, spaces, isAttribute: false) else { return nil }
    var tree = XMLTree(name: full, attributes: attributes)
    if skip("/>") { return tree }
    guard skip(">"), content(of: &tree, spaces, depth), skip("</"), self.name() == name else {
      return nil
    }
    skipSpace()
    return skip(">") ? tree : nil
  }

  /// Reads up to the end tag.
  private mutating func content(
    of tree: inout XMLTree, _ spaces: [String: String], _ depth: Int
  ) -> Bool {
    while at < scalars.count {
      if starts(with: "</") { return true }
      if starts(with: "<!--") {
        guard skip(past: "-->") else { return false }
      } else if skip("<![CDATA[") {
        let start = at
        guard skip(past: "]]>") else { return false }
        tree.text += string(start..<at - 3)
      } else if starts(with: "<?") {
        guard skip(past: "?>") else { return false }
      } else if starts(with: "<") {
        guard let child = element(spaces: spaces, depth: depth + 1) else { return false }
        tree.children.append(child)
      } else {
        guard let text = text(until: ["<"]) else { return false }
        tree.text += text
      }
    }
    return false
  }

  private mutating func quoted() -> String? {
    guard at < scalars.count, scalars[at] == "\"" || scalars[at] == "'" else { return nil }
    let mark = scalars[at]
    at += 1
    guard let text = text(until: [mark, "<"]), at < scalars.count, scalars[at] == mark else {
      return nil
    }
    at += 1
    return text
  }

  private mutating func text(until ends: Set<Unicode.Scalar>) -> String? {
    var result = String.UnicodeScalarView()
    while at < scalars.count, !ends.contains(scalars[at]) {
      if scalars[at] == "&" {
        guard let scalar = entity() else { return nil }
        result.append(scalar)
      } else {
        result.append(scalars[at])
        at += 1
      }
    }
    return String(result)
  }

  private mutating func entity() -> Unicode.Scalar? {
    // The longest is &#x10FFFF;
    guard let end = scalars[at...].prefix(10).firstIndex(of: ";") else { return nil }
    let name = string(at + 1..<end)
    at = end + 1
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      if name.hasPrefix("#x") {
        return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      }
      return name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
    }
  }
}
