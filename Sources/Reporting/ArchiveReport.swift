public import Archiving
public import Ingest

/// How the PDF of a document stands to its scans: what a later reader needs to trust it.
public struct ArchiveReport: Sendable, Equatable, Codable {
  /// What the PDF is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Written by this program, and its bytes keep the level that they claim.
    case archival
    /// The scan itself, kept because it is digitally signed.
    case signed
    /// The scan itself, kept because it is PDF/A with text already.
    case kept
    /// Written by this program, without a claim.
    case plain
  }

  /// What the PDF is.
  public let kind: Kind
  /// SHA-256 of the PDF.
  public let sha256: String
  /// Its size.
  public let byteCount: Int
  /// The size of the scans together.
  public let scanByteCount: Int
  /// The signatures of a signed scan; nil when nobody could read them, empty for a scan without any.
  public let signatures: [PDFSignature]?
  /// One record a page: digests of the stored streams on both sides.
  public let pages: [PageFidelity]
  /// The pages of the access copy; nil when none was asked for.
  public let access: [AccessPage]?

  /// Makes a report.
  public init(
    kind: Kind, sha256: String, byteCount: Int, scanByteCount: Int,
    signatures: [PDFSignature]? = [], pages: [PageFidelity],
    access: [AccessPage]? = nil
  ) {
    self.kind = kind
    self.sha256 = sha256
    self.byteCount = byteCount
    self.scanByteCount = scanByteCount
    self.signatures = signatures
    self.pages = pages
    self.access = access
  }

  private enum Key: String, CodingKey {
    case kind, sha256, byteCount, scanByteCount, signatures, pages, access
  }

  /// Writes every key, `null` for what is unknown, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(byteCount, forKey: .byteCount)
    try container.encode(scanByteCount, forKey: .scanByteCount)
    try container.encode(signatures, forKey: .signatures)
    try container.encode(pages, forKey: .pages)
    try container.encode(access, forKey: .access)
  }
}
