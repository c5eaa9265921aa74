/// What the PDF says about the document as a whole.
public struct PDFMetadata: Sendable, Equatable {
  /// The title; nil leaves it out.
  public let title: String?
  /// The agency or person that made the document; nil leaves it out.
  public let author: String?
  /// The language of the text, as in BCP 47.
  public let language: String

  /// Makes metadata.
  public init(title: String?, author: String? = nil, language: String = "vi") {
    self.title = title.map(Self.line)
    self.author = author.map(Self.line)
    self.language = Self.line(language)
  }

  /// One line of text without characters that XML 1.0 cannot carry.
  private static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }
          .filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" && $0.value != 0x7F }))
  }

  /// The program that writes the PDF; no version, so that a bug fix elsewhere changes no bytes.
  static let producer = "sohoa"
}
