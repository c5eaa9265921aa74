/// What a page looks like from afar, to find pages that were scanned twice.
public struct PageFingerprint: Sendable, Equatable, Codable {
  /// Makes a fingerprint.
  public init() {}
}
