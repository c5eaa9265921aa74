/// Why a PDF could not be written or checked.
public struct ArchivingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure; stable, used in reports.
  public enum Code: String, Sendable, Codable, CaseIterable {
    /// A scan can no longer be read as it was.
    case sourceUnreadable
    /// The output cannot be written: no room, no right, no such folder.
    case outputUnwritable
    /// The file to be checked is no readable PDF.
    case notReadable
    /// Pixels that were packed again did not decode to the same pixels.
    case notLossless
    /// A signed file cannot be one of several that make up a document.
    case signedAmongMany
    /// A signed file cannot be split: it must not be rewritten.
    case signedInParts
    /// There are no pages, or not one text a page.
    case wrongPages
    /// No font with Vietnamese letters is installed, so that nothing can be printed.
    case noFont
  }

  /// The kind of failure.
  public let code: Code
  /// The file's name.
  public let file: String
  /// The page, from 1; nil when the whole file is meant.
  public let page: Int?
  /// What was found; never text of the document.
  public let found: String

  /// Makes an error.
  public init(_ code: Code, file: String, page: Int? = nil, found: String) {
    self.code = code
    self.file = file
    self.page = page
    self.found = found
  }

  /// What failed and where.
  public var description: String {
    "\(file)\(page.map { ", page \($0)" } ?? ""): \(code.rawValue): \(found)"
  }
}
