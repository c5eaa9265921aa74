public import Findings

/// Why an attempt to send did not end with a receipt.
public struct SendingError: Error, Sendable, Equatable, Codable, CustomStringConvertible {
  /// What is to be expected of another attempt.
  public enum Kind: String, Sendable, Codable {
    /// Nothing arrived; a later attempt may succeed.
    case transient
    /// Nothing arrived; another attempt will fail the same way.
    case permanent
    /// It may have arrived, and nobody but a person can find out.
    case outcomeUnknown
    /// It may have arrived; the destination is asked before another attempt.
    case unconfirmed
    /// Nothing arrived, and nothing will until an administrator mends what is wrong with us all.
    case blocked
  }

  /// What went wrong.
  public enum Code: String, Sendable, Codable {
    /// The destination folder is not there.
    case destinationMissing
    /// The destination has no room.
    case destinationFull
    /// The destination may not be written to.
    case destinationReadOnly
    /// The destination could not be read or written for another reason.
    case destinationFailed
    /// Another file has the envelope's name.
    case nameTaken
    /// The envelope in the outbox is not there or cannot be read.
    case envelopeMissing
    /// The envelope in the outbox is not the one that was queued.
    case envelopeChanged
    /// The destination refused the envelope.
    case refused
    /// The destination did not answer, or not in time.
    case noAnswer
    /// No connection to the destination stood.
    case noConnection
    /// The destination could not prove who it is.
    case notTrusted
    /// The destination does not know us, our key or our clock.
    case notAuthorized
    /// The destination answered in a way that is none of its protocol's.
    case notUnderstood
    /// The sender vanished in the middle of an attempt.
    case senderVanished
  }

  /// What is to be expected of another attempt.
  public let kind: Kind
  /// What went wrong.
  public let code: Code
  /// The folder, file or service concerned.
  public let subject: String
  /// What happened and what to do, for a person.
  public let message: Wording

  /// Makes an error.
  public init(kind: Kind, code: Code, subject: String, message: Wording) {
    self.kind = kind
    self.code = code
    self.subject = subject
    self.message = message
  }

  /// The English sentence.
  public var description: String { message(Language.en) }
}
