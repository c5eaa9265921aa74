/// Proof that an envelope arrived.
public struct Receipt: Sendable, Equatable, Codable {
  /// How it came to be there.
  public enum Arrival: String, Sendable, Codable {
    /// This attempt brought it.
    case written
    /// An earlier attempt had brought it; nothing was sent again.
    case alreadyThere
    /// A person says that it arrived.
    case confirmedByPerson
  }

  /// The destination's own name for it: a path, or the axis's `DocId`.
  public let reference: String
  /// SHA-256 of the bytes that arrived, 64 lower-case hexadecimal digits.
  public let sha256: String
  /// How it came to be there.
  public let arrival: Arrival
  /// When it was known to have arrived.
  public let at: Moment

  /// Makes a receipt.
  public init(reference: String, sha256: String, arrival: Arrival, at: Moment) {
    self.reference = reference
    self.sha256 = sha256
    self.arrival = arrival
    self.at = at
  }
}
