/// What a pipeline may say about the envelopes it makes.
public struct EnvelopeSettings: Sendable, Equatable, Codable {
  /// How type names become the axis's type numbers.
  public let types: DocumentTypeTable
  /// The largest envelope, in bytes. The axis's own limit is not known; a gateway chose 50 MB.
  public let limitBytes: Int

  /// Makes settings.
  public init(types: DocumentTypeTable = .standard, limitBytes: Int = 50_000_000) {
    self.types = types
    self.limitBytes = limitBytes
  }

  /// The settings of a pipeline that says nothing.
  public static let standard = EnvelopeSettings()
}
