public import Archiving
public import Delivery
public import Extraction
public import Findings
public import Ingest
public import Inspection
public import Packaging

/// How input files become documents.
public struct Grouping: Sendable, Equatable, Codable {
  /// The kinds of grouping.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Each file is a document.
    case file
    /// Each folder of page images is a document.
    case folder
    /// Files whose names share the part in brackets of a pattern are a document.
    case pattern
  }

  /// The kind of grouping.
  public let kind: Kind
  /// For `pattern`: a regular expression with one group, the document's name.
  public let pattern: String?
}

/// How text is read.
public struct ReadingSettings: Sendable, Equatable, Codable {
  /// Tesseract's language codes, such as `vie` or `vie+eng`.
  public let languages: String
  /// The most processor time a page may take, in seconds.
  public let seconds: Int
  /// The most memory a worker may take, in MiB.
  public let memoryMegabytes: Int
  /// Whether defects of the page are mended before it is read.
  public let restores: Bool
}

/// What is packed and for whom.
public struct PackageSettings: Sendable, Equatable, Codable {
  /// The agency that sends.
  public let from: Agency
  /// The agencies that receive every document; none when a person says so for each.
  public let to: [Agency]
  /// Which fields must be there and which must be sure.
  public let sending: SendingRequirements
  /// What is asked of an envelope; nil in what an older program kept.
  public let envelope: EnvelopeSettings?
}

/// A named way through the house: what is checked, read, written, packed, and where it goes.
public struct Pipeline: Sendable, Equatable, Codable {
  /// The name, as in `--pipeline NAME`.
  public let name: String
  /// What it is for, for lists.
  public let title: Wording
  /// How files become documents.
  public let grouping: Grouping
  /// How text is read.
  public let reading: ReadingSettings
  /// What is refused before decoding.
  public let limits: IngestLimits
  /// The rules and their limits.
  public let profile: Profile
  /// How sure a field must be for its lane.
  public let lanes: LaneLimits
  /// Whether a PDF/A is written; nil when the pipeline writes none.
  public let archiveLevel: String?
  /// How pictures of an access copy are packed; nil when none is written.
  public let accessForm: AccessForm?
  /// When the text layer of an earlier OCR is believed.
  public let oldText: OldTextLimits
  /// What is packed; nil when the pipeline packs nothing.
  public let package: PackageSettings?
  /// Where packages go; nil when nothing is sent.
  public let destination: DestinationSettings?
  /// How often and how long sending is tried.
  public let retry: RetryPolicy
  /// The days off of years that this program does not know, or knows otherwise; nil when none are told.
  public let holidays: [Int: WorkYear]?

  /// On which days the office works.
  var workCalendar: WorkCalendar { .announced.adding(holidays ?? [:]) }
}
