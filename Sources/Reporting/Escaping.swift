/// Text made safe for XML and HTML, in elements and in attributes with double quotes.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    default: result.unicodeScalars.append(scalar.isHarmful ? "\u{FFFD}" : scalar)
    }
  }
  return result
}

/// Text for one line of a terminal: nothing in it moves the cursor, rings a bell or turns the line round.
func printable(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isHarmful ? "\u{FFFD}" : $0 }))
}

extension Unicode.Scalar {
  /// Whether it is not text: controls, what XML forbids, and marks that turn the direction of what follows.
  ///
  /// `ko\u{202E}fdp.exe` would be shown as `koexe.pdf`; Vietnamese and English need no such mark.
  fileprivate var isHarmful: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

/// A path as a relative URI reference (RFC 3986): everything but plain letters is percent-encoded.
///
/// A colon too, else the first folder of `a:b/c.pdf` would be taken for a scheme.
func relativeURI(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF")
  var result = ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
  return result
}
