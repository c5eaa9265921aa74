/// What the PDF says about the document as a whole.
public struct PDFMetadata: Sendable, Equatable, Codable {
  /// A property of administrative documents that no standard schema knows.
  public struct Property: Sendable, Equatable, Codable {
    /// The name, such as `codeNumber`.
    public let name: String
    /// What the property is, for the extension schema.
    public let meaning: String
    /// The value.
    public let value: String

    /// Makes a property.
    public init(name: String, meaning: String, value: String) {
      self.name = name
      self.meaning = PDFMetadata.line(meaning)
      self.value = PDFMetadata.line(value)
    }
  }

  /// The title; nil leaves it out.
  public let title: String?
  /// The agency or person that made the document; nil leaves it out.
  public let author: String?
  /// What the document is about; nil leaves it out.
  public let subject: String?
  /// The day of issue, `yyyy-MM-dd`; nil leaves it out.
  public let issued: String?
  /// The language of the text, as in BCP 47.
  public let language: String
  /// Properties of the document's own schema, in the order in which they are written.
  public let properties: [Property]

  /// Makes metadata.
  public init(
    title: String?, author: String? = nil, subject: String? = nil, issued: String? = nil,
    language: String = "vi", properties: [Property] = []
  ) {
    self.title = title.map(Self.line)
    self.author = author.map(Self.line)
    self.subject = subject.map(Self.line)
    self.issued = issued.map(Self.line)
    self.language = Self.line(language)
    self.properties = properties
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

/// A file that travels inside the PDF, such as the document's record.
public struct PDFAttachment: Sendable, Equatable, Codable {
  /// The file's name.
  public let name: String
  /// The MIME type.
  public let type: String
  /// What it is, for people.
  public let meaning: String
  /// The bytes.
  public let bytes: [UInt8]

  /// Makes an attachment.
  public init(name: String, type: String, meaning: String, bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.meaning = meaning
    self.bytes = bytes
  }
}
