/// What a pipeline may say about the envelopes it makes.
public struct EnvelopeSettings: Sendable, Equatable, Codable {
  /// How type names become the axis's type numbers.
  public let types: DocumentTypeTable
  /// The largest envelope, in bytes.
  ///
  /// The axis's own limit is not known; one gateway chose 50 MB.
  public let limitBytes: Int

  /// What follows when the PDF is not signed.
  public let signature: SignatureRule

  /// Whether a signature is asked for.
  public enum SignatureRule: String, Sendable, Codable, CaseIterable {
    /// An unsigned document is not packed.
    case required
    /// It is packed with a warning: it is for information only.
    case optional
  }

  /// Makes settings.
  public init(
    types: DocumentTypeTable = .standard, limitBytes: Int = 50_000_000,
    signature: SignatureRule = .optional
  ) {
    self.types = types
    self.limitBytes = limitBytes
    self.signature = signature
  }

  /// The settings of a pipeline that says nothing.
  public static let standard = EnvelopeSettings()
}
