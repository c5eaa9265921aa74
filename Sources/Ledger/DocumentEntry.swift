public import Delivery

/// Where a document stands.
public enum DocumentStatus: String, Sendable, Codable, CaseIterable {
  /// Fit, and kept from nothing.
  case accepted
  /// A person must look.
  case review
  /// Not fit; scan again.
  case rescan
  /// Kept from sending until a person decides.
  case held
  /// Could not be processed.
  case failed
}

/// What the ledger knows of one document of a run.
public struct DocumentEntry: Sendable, Equatable {
  /// The run's name of the document; unique in a ledger.
  public let name: String
  /// SHA-256 of each source file, in page order.
  public let sources: [String]
  /// The digest of the pipeline that it was judged under.
  public let pipeline: String
  /// Where it stands.
  public let status: DocumentStatus
  /// How it was judged; nil when it could not be.
  public let judgement: StoredJSON?
  /// Its metadata after the decisions; nil when nothing was read.
  public let record: StoredJSON?
  /// Why it is held; nil when it is not.
  public let hold: StoredJSON?
  /// Why it failed; nil when it did not.
  public let error: StoredJSON?
  /// What was written for it.
  public let outputs: StoredJSON?
  /// When this entry was made.
  public let updatedAt: Moment

  /// Makes an entry.
  public init(
    name: String, sources: [String], pipeline: String, status: DocumentStatus,
    judgement: StoredJSON? = nil, record: StoredJSON? = nil, hold: StoredJSON? = nil,
    error: StoredJSON? = nil, outputs: StoredJSON? = nil, updatedAt: Moment
  ) {
    self.name = name
    self.sources = sources
    self.pipeline = pipeline
    self.status = status
    self.judgement = judgement
    self.record = record
    self.hold = hold
    self.error = error
    self.outputs = outputs
    self.updatedAt = updatedAt
  }
}

/// One decision of a person, as it was made; never changed.
public struct DecisionEntry: Sendable, Equatable {
  /// The document's name.
  public let document: String
  /// Its place among the document's decisions, from 1.
  public let seq: Int
  /// What was decided.
  public let act: StoredJSON
  /// Who decided.
  public let by: String
  /// The reason given.
  public let why: String
  /// When, ISO 8601.
  public let at: String
}
