/// Why a file or one of its pages cannot be read; what was found, and what to do.
public struct IngestError: Error, Sendable, Equatable, Codable {
  /// The kinds of failure; stable, used in reports.
  public enum Code: String, Sendable, Codable, CaseIterable {
    /// There is no such file, or it may not be read.
    case unreadable
    /// The file has no bytes.
    case empty
    /// The file is still being written.
    case growing
    /// The bytes are not of a kind that is read.
    case unknownFormat
    /// The file is protected by a password.
    case encrypted
    /// The file ends early or its structure is damaged.
    case damaged
    /// The file is larger than the pipeline allows.
    case tooManyBytes
    /// The file has more pages than the pipeline allows.
    case tooManyPages
    /// A page has more pixels than the pipeline allows.
    case tooManyPixels
    /// The file has no page.
    case noPages
    /// The kind of image inside is not supported.
    case unsupported
    /// A program that is needed to read it is missing or failed.
    case toolFailed
  }

  /// The kind of failure.
  public let code: Code
  /// The file's name.
  public let file: String
  /// The page, from 1; nil when the whole file is meant.
  public let page: Int?
  /// What was found: figures and names, never text of the document.
  public let found: String

  /// Makes an error.
  public init(_ code: Code, file: String, page: Int? = nil, found: String) {
    self.code = code
    self.file = file
    self.page = page
    self.found = found
  }
}
