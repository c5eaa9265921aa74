public import Extraction
public import Findings

/// What a document must fulfil before it may be sent.
public struct SendingRequirements: Sendable, Equatable, Codable {
  /// Where accepted documents go.
  public enum Destination: String, Sendable, Codable, CaseIterable {
    /// Over a network: a secret document can never be released to it.
    case network
    /// Into a folder on this machine.
    case folder
  }

  /// Fields that must have a value.
  public let required: [FieldName]
  /// Fields that must be read beyond doubt, or set or confirmed by a person.
  public let confirmed: [FieldName]
  /// Where accepted documents go.
  public let destination: Destination

  /// Makes requirements.
  public init(
    required: [FieldName], confirmed: [FieldName], destination: Destination = .network
  ) {
    self.required = required
    self.confirmed = confirmed
    self.destination = destination
  }

  /// Reads requirements; a destination that is not stated is the network, the stricter one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    required = try container.decodeIfPresent([FieldName].self, forKey: .required) ?? []
    confirmed = try container.decodeIfPresent([FieldName].self, forKey: .confirmed) ?? []
    destination =
      try container.decodeIfPresent(Destination.self, forKey: .destination) ?? .network
  }
}

/// Why a document is kept from sending until a person decides.
public struct Hold: Sendable, Equatable, Codable {
  /// The reasons, the one that outweighs the others first.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// It is or may be marked as a state secret.
    case secrecy
    /// A person said no.
    case rejectedByPerson
    /// Its verdict is not `accepted`.
    case verdict
    /// A field that sending needs has no value.
    case missingFields
    /// A field that must be beyond doubt is not.
    case unconfirmedFields
    /// Nobody said which agency receives it.
    case missingReceiver
    /// The envelope fails a check of the national axis.
    case envelope
    /// Another document stands in the queue under the same identifier.
    case duplicate
    /// An envelope of this document has left already, so another one must not follow it.
    case alreadySent
  }

  /// The weightiest reason.
  public let reason: Reason
  /// The fields in question, empty for the other reasons.
  public let fields: [FieldName]
  /// The reason in a sentence.
  public let message: Wording

  /// Makes a hold.
  public init(reason: Reason, fields: [FieldName] = [], message: Wording) {
    self.reason = reason
    self.fields = fields
    self.message = message
  }
}
