/// Lines of XML with two-blank indent and CR LF, as the vendor's writer lays them out.
struct XMLLines {
  /// Stands for the attachment's bytes; no text can hold it, control characters are refused before.
  static let attachmentMark = "\u{0}"

  private var text = ""
  private var depth = 0

  /// One line as it is.
  mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\r\n"
  }

  /// An element with children; `tag` may carry attributes.
  mutating func element(_ tag: String, _ children: (inout Self) -> Void) {
    let name = tag.prefix { $0 != " " }
    line("<\(tag)>")
    depth += 1
    children(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// An element with a text; nothing at all when there is no text.
  mutating func value(_ name: String, _ content: String?) {
    guard let content else { return }
    line("<\(name)>\(Self.escaped(content))</\(name)>")
  }

  /// An element with a whole number; nothing at all when there is none.
  mutating func value(_ name: String, _ number: Int?) {
    value(name, number.map { String($0) })
  }

  /// The whole text, of an envelope that has no attachment.
  var whole: String { text }

  /// The text before and after the attachment's bytes.
  var textAroundAttachment: (before: Substring, after: Substring) {
    let parts = text.split(
      separator: Self.attachmentMark, maxSplits: 1, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "an envelope has one attachment")
    return (parts[0], parts[1])
  }

  /// The whole text.
  var bytes: [UInt8] { Array(text.utf8) }

  /// An element of attributes alone; those without a value are left out.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    line("<\(Self.tag(name, attributes))/>")
  }

  /// A name with attributes, as it stands in a start tag; those without a value are left out.
  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> String {
    attributes.reduce(into: name) { tag, attribute in
      guard let value = attribute.value else { return }
      tag += " \(attribute.key)=\"\(escaped(value).replacing("\"", with: "&quot;"))\""
    }
  }

  static func escaped(_ content: String) -> String {
    var result = ""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
