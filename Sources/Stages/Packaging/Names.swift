import Digest
import Foundation

/// The identifier of a document in the three-part comma form that receivers split.
func documentId(sender: String, date: CalendarDate, number: String, notation: String) -> String {
  "\(sender),\(date.slashed),\(number)/\(notation)"
}

/// A file name for an envelope: readable, ASCII, and different for different identifiers.
///
/// Two identifiers may fold to the same letters (`1/A-B`, `1/A_B`), so eight digits of the
/// identifier's SHA-256 follow.
func envelopeFileName(for documentId: String, update: DocumentUpdate? = nil) -> String {
  let digest = SHA256.hex(of: Array(documentId.utf8)).prefix(8)
  let edition = update.map { "_cap-nhat-" + $0.timestamp.filter(\.isNumber) } ?? ""
  return "\(asciiName(documentId))_\(digest)\(edition).edxml"
}

/// The name of the main attachment, such as `123_UBND-VX.pdf`.
func attachmentName(number: String, notation: String) -> String {
  asciiName("\(number)_\(notation)") + ".pdf"
}

/// `cid:` and a UUID made of SHA-256 over the identifier and the attachment's digest.
///
/// Name-based with SHA-256 is version 8 (RFC 9562, 5.8). No clock and no chance go into it, so that
/// packing again gives the same bytes.
func contentId(documentId: String, attachmentSHA256: String) -> String {
  var digits = Array(SHA256.hex(of: Array("\(documentId)\n\(attachmentSHA256)".utf8)).prefix(32))
  digits[12] = "8"
  let variant: [Character] = ["8", "9", "a", "b"]
  digits[16] = variant[(digits[16].hexDigitValue ?? 0) % 4]
  let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
  return "cid:" + parts.joined(separator: "-")
}

/// Letters without marks, digits, `.` and `-`; everything else becomes `_`.
private func asciiName(_ text: String) -> String {
  var name = ""
  for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "-": name.unicodeScalars.append(scalar)
    case "Đ": name += "D"
    case "đ": name += "d"
    default:
      if scalar.properties.generalCategory != .nonspacingMark { name += "_" }
    }
  }
  return String(name.prefix(100))
}
