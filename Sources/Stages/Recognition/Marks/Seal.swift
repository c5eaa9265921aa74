public import Imaging

/// The outline of a seal.
public enum SealShape: String, Sendable, Codable {
  /// A ring, as agencies have it.
  case round
  /// A frame, as for what comes in or is copied; urgency and secrecy marks are lower and do not count.
  case rectangular
}

/// A seal that is seen on a page.
public struct Seal: Sendable, Hashable, Codable {
  /// Its outline.
  public let shape: SealShape
  /// Where it stands, in pixels of the page as shown; cut at the edges of the page.
  public let box: Box
  /// Share of its outline that lies on the page, 0…1; less than 1 where it runs over an edge.
  public let visible: Double
  /// Whether its ink is red; else it is black or grey, as on a copy.
  public let isRed: Bool

  /// Makes a seal.
  public init(shape: SealShape, box: Box, visible: Double = 1, isRed: Bool) {
    self.shape = shape
    self.box = box
    self.visible = visible
    self.isRed = isRed
  }
}
