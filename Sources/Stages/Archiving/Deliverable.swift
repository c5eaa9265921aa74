public import Findings
public import Ingest

/// How the bytes of one page's image in the PDF relate to the bytes in the scan.
public struct PageFidelity: Sendable, Equatable, Codable {
  /// Where the size of the sheet comes from.
  public enum SheetSize: String, Sendable, Codable {
    /// The page of a source PDF.
    case source
    /// Pixels divided by the declared resolution.
    case declared
    /// A paper size with the same proportions; the resolution is unknown.
    case paper
    /// Nothing is known: 200 dpi is assumed, the least that the rules ask for.
    case assumed
  }

  /// What a page is made of.
  public enum Content: String, Sendable, Codable {
    /// A picture of paper.
    case scan
    /// Letters and drawings of a program; it never was paper.
    case bornDigital
    /// Both.
    case mixed
  }

  /// The page of the document, from 1.
  public let page: Int
  /// What the page is made of.
  public let content: Content
  /// How the scan stores the page.
  public let container: PageContainer
  /// SHA-256 over the stored image streams of the page, in painting order; of the decoded pixels
  /// where the scan holds no stream that a PDF can hold.
  public let sourceSHA256: String
  /// The same over the written file.
  public let embeddedSHA256: String
  /// Whether the pixels were packed again; decoding gave the same pixels, else nothing is written.
  public let repacked: Bool
  /// Whether every sample of the scan is kept; false for 16-bit samples and for transparency.
  public let keepsEverySample: Bool
  /// Where the size of the sheet comes from.
  public let sheetSize: SheetSize
  /// What became of the text layer that the page brought along; nil when it brought none.
  public let oldText: OldText?
  /// Links, and bookmarks on the first page of a file, that lead to no page of the document; nil for none.
  public let droppedLinks: Int?

  /// Makes a fidelity record.
  public init(
    page: Int, content: Content = .scan, container: PageContainer, sourceSHA256: String,
    embeddedSHA256: String,
    repacked: Bool, keepsEverySample: Bool, sheetSize: SheetSize, oldText: OldText? = nil,
    droppedLinks: Int? = nil
  ) {
    self.page = page
    self.content = content
    self.container = container
    self.sourceSHA256 = sourceSHA256
    self.embeddedSHA256 = embeddedSHA256
    self.repacked = repacked
    self.keepsEverySample = keepsEverySample
    self.sheetSize = sheetSize
    self.oldText = oldText
    self.droppedLinks = droppedLinks
  }
}

/// A PDF whose bytes, as they lie on the disk, passed every check of the level that they claim.
public struct ArchivalPDF: Sendable, Equatable {
  /// Where the file lies.
  public let path: String
  /// The level that it claims, such as `2U`.
  public let level: String

  init(path: String, level: String) {
    self.path = path
    self.level = level
  }
}

/// The PDF of a document.
public enum Deliverable: Sendable, Equatable {
  /// Why a file was kept byte for byte.
  public enum OriginalReason: String, Sendable, Codable {
    /// It carries a digital signature, which rewriting would void.
    case signed
    /// It is PDF/A with text already.
    case archivalAlready
  }

  /// A PDF/A that passed our checks.
  case archival(ArchivalPDF, pages: [PageFidelity])
  /// The scan itself, byte for byte; `level` is what it claims and keeps, when that is why.
  case original(path: String, reason: OriginalReason, level: String?, pages: [PageFidelity])
  /// A PDF without a PDF/A claim, and the rules that stood in the way.
  case plain(path: String, findings: [Finding], pages: [PageFidelity])

  /// Where the file lies.
  public var path: String {
    switch self {
    case .archival(let pdf, _): pdf.path
    case .original(let path, _, _, _), .plain(let path, _, _): path
    }
  }

  /// One record a page.
  public var pages: [PageFidelity] {
    switch self {
    case .archival(_, let pages), .original(_, _, _, let pages), .plain(_, _, let pages): pages
    }
  }
}
