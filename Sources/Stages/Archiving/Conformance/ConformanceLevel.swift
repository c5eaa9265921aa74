/// A level of PDF/A that is written and checked.
public struct ConformanceLevel: Sendable, Hashable {
  /// The part of ISO 19005.
  public let part: Int
  /// `B` or `U`; level A asks for tagged text, which a scan cannot give honestly.
  public let conformance: String

  /// PDF/A-1b: PDF 1.4 without transparency, layers, JPEG 2000 and attachments.
  public static let pdfA1b = ConformanceLevel(part: 1, conformance: "B")
  /// PDF/A-2b: the picture can be shown for ever.
  public static let pdfA2b = ConformanceLevel(part: 2, conformance: "B")
  /// PDF/A-2u: the picture can be shown for ever, and every character of its text has a meaning.
  public static let pdfA2u = ConformanceLevel(part: 2, conformance: "U")
  /// PDF/A-3b: as 2b, and any file may be attached.
  public static let pdfA3b = ConformanceLevel(part: 3, conformance: "B")
  /// PDF/A-3u: as 2u, and any file may be attached.
  public static let pdfA3u = ConformanceLevel(part: 3, conformance: "U")

  /// Every level, the plainest first.
  public static let all = [pdfA1b, pdfA2b, pdfA2u, pdfA3b, pdfA3u]

  private init(part: Int, conformance: String) {
    self.part = part
    self.conformance = conformance
  }

  /// Finds a level by its name, such as `2b`; nil for levels that are not checked.
  public init?(name: String) {
    guard let level = Self.all.first(where: { $0.name == name.uppercased() }) else { return nil }
    self = level
  }

  /// The name, such as `2U`.
  public var name: String { "\(part)\(conformance)" }
  /// Whether every character must map to Unicode.
  public var asksForUnicode: Bool { conformance == "U" }
  /// Whether files may be attached.
  public var allowsAttachments: Bool { part == 3 }
  /// The version of PDF that the file is written in.
  var pdfVersion: String { part == 1 ? "1.4" : "1.7" }
}
