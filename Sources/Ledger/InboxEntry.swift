public import Delivery

/// One message that came in.
public struct InboxEntry: Sendable, Equatable {
  /// How far it got.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Its bytes are on disk, nothing else is done.
    case stored
    /// It is a document in its folder, or a report that was taken in.
    case done
    /// The same document was here already.
    case duplicate
    /// It cannot be read; a person must look.
    case unreadable
  }

  /// The axis's name for it.
  public let docId: String
  /// The destination whose account received it.
  public let account: String
  /// `edoc` or `status`.
  public let type: String
  /// Who sent it; nil when that is not known.
  public var sender: String?
  /// Who receives it; nil when that is not known.
  public var receiver: String?
  /// The document's identifier; nil when it has none.
  public var documentId: String?
  /// 0 for a new document … 3 for a replacement; nil for a report.
  public var action: Int?
  /// SHA-256 of its bytes.
  public let sha256: String
  /// Where its bytes are.
  public let rawPath: String
  /// The folder that it was unpacked into; nil when it was not.
  public var folder: String?
  /// How far it got.
  public var state: State
  /// Whether the axis was told how far it got.
  public var isAcknowledged: Bool
  /// What happened, without text of the document.
  public var note: String
  /// When it came in.
  public let at: Moment

  /// Makes the entry of a message whose bytes are on disk.
  public init(
    docId: String, account: String, type: String, sender: String?, receiver: String?,
    sha256: String, rawPath: String, at: Moment
  ) {
    self.docId = docId
    self.account = account
    self.type = type
    self.sender = sender
    self.receiver = receiver
    self.sha256 = sha256
    self.rawPath = rawPath
    self.at = at
    state = .stored
    isAcknowledged = false
    note = ""
  }
}

/// A report of ours on a document that came in, on its way to the sender.
public struct OutgoingReport: Sendable, Equatable {
  /// The document's identifier.
  public let documentId: String
  /// The agency that issued the document.
  public let organ: String
  /// The agency that reports.
  public let sender: String
  /// `01`…`16`.
  public let code: String
  /// The destination whose account sends it.
  public let account: String
  /// The envelope's bytes, the same in every attempt.
  public let envelope: [UInt8]
  /// Attempts begun so far.
  public let attempts: Int

  /// Makes a report.
  public init(
    documentId: String, organ: String, sender: String, code: String, account: String,
    envelope: [UInt8], attempts: Int = 0
  ) {
    self.documentId = documentId
    self.organ = organ
    self.sender = sender
    self.code = code
    self.account = account
    self.envelope = envelope
    self.attempts = attempts
  }
}
