import Foundation

/// One word of a page's own text, as poppler's `pdftotext` finds it.
public struct PDFTextWord: Sendable, Equatable {
  /// The text as the fonts of the page map it, NFC.
  public let text: String
  /// The left edge, in points from the left of the crop box as shown.
  public let left: Double
  /// The upper edge, in points from the top of the crop box as shown.
  public let top: Double
  /// The right edge, in points.
  public let right: Double
  /// The lower edge, in points.
  public let bottom: Double
}

/// The words of a page's own text, visible or not, in the order of the page; nil when `pdftotext` gave
/// no answer.
///
/// A page of dense print has a thousand words of a hundred bytes each; what says more than four megabytes is
/// no page of text.
public func pdfTextWords(ofPage index: Int, ofPDFAt path: String) -> [PDFTextWord]? {
  let command =
    ["pdftotext", "-bbox", "-cropbox", "-f", "\(index)", "-l", "\(index)", "-enc", "UTF-8"]
    + [URL(fileURLWithPath: path).path, "-"]
  guard let printed = output(ofProgram: command, mostBytes: 4 << 20), printed.status == 0 else {
    return nil
  }
  return pdfTextWords(in: printed.text)
}

/// Reads what `pdftotext -bbox` prints: one `word` element a line.
func pdfTextWords(in text: String) -> [PDFTextWord] {
  text.split(separator: "\n").compactMap { line in
    guard let start = line.firstRange(of: "<word "), let close = line.firstRange(of: "\">"),
      let end = line.firstRange(of: "</word>"), close.upperBound <= end.lowerBound
    else { return nil }
    let attributes = line[start.upperBound..<close.lowerBound].split(separator: "\"")
    func number(_ name: String) -> Double? {
      guard let at = attributes.firstIndex(where: { $0.hasSuffix("\(name)=") }),
        at + 1 < attributes.count
      else { return nil }
      return Double(attributes[at + 1])
    }
    guard let left = number("xMin"), let top = number("yMin"), let right = number("xMax"),
      let bottom = number("yMax")
    else { return nil }
    let word = line[close.upperBound..<end.lowerBound]
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&apos;", with: "'").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    return PDFTextWord(
      text: String(word).precomposedStringWithCanonicalMapping, left: left, top: top,
      right: right, bottom: bottom)
  }
}
