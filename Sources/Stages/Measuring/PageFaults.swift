import Imaging

/// What scanner, feeder, operator or hand did to the page; nil is "not known".
public struct PageFaults: Sendable, Equatable, Codable {
  /// Makes the faults of a page.
  public init() {}
}
