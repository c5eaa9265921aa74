import Imaging

/// Reads the binary PGM or PPM that a renderer wrote; nil unless it is of the size that was asked for.
func pdfPixmap(_ bytes: [UInt8], width: Int, height: Int) -> PageImage? {
  var at = 0
  func token() -> String? {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    let start = at
    while at < bytes.count, at - start < 12, bytes[at] > 0x20 { at += 1 }
    return at > start ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
  }
  guard let kind = token(), kind == "P5" || kind == "P6", token() == String(width),
    token() == String(height), token() == "255"
  else { return nil }
  at += 1  // exactly one white space before the samples
  let count = width * height * (kind == "P6" ? 3 : 1)
  guard bytes.count == at + count else { return nil }
  let pixels = Array(bytes[at...])
  return kind == "P6"
    ? .color(ColorImage(width: width, height: height, pixels: pixels))
    : .gray(GrayImage(width: width, height: height, pixels: pixels))
}
