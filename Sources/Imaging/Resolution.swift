/// Dots per inch along both axes, each above 0.
public struct Resolution: Sendable, Hashable, Codable {
  /// Dots per inch along a row.
  public let x: Double
  /// Dots per inch along a column.
  public let y: Double

  /// Makes a resolution; nil when a figure is not a positive, finite number of dots per inch.
  public init?(x: Double, y: Double) {
    guard x.isFinite, y.isFinite, x > 0, y > 0 else { return nil }
    self.x = x
    self.y = y
  }

  /// The smaller of the two axes, in dots per inch.
  public var lower: Double { min(x, y) }

  /// Resolutions pass through integer pixels per metre in many formats, so 11811 px/m is 300 ppi.
  public static let tolerance = 0.002

  /// Whether `value` reaches `limit`, both in dots per inch, within `tolerance`.
  public static func reaches(_ value: Double, _ limit: Double) -> Bool {
    value >= limit * (1 - tolerance)
  }
}

/// A rotation by a multiple of 90°, clockwise, that turns the stored pixels upright.
public enum QuarterTurn: Int, Sendable, Codable, CaseIterable {
  /// As stored.
  case none = 0
  /// A quarter clockwise.
  case clockwise = 90
  /// Upside down.
  case half = 180
  /// A quarter counter-clockwise.
  case counterClockwise = 270

  /// The turn that undoes this one.
  public var inverse: QuarterTurn { QuarterTurn(degrees: 360 - rawValue) }

  /// The turn for a multiple of 90°, positive or negative; other angles are rounded down to one.
  public init(degrees: Int) {
    switch ((degrees % 360) + 360) % 360 / 90 {
    case 1: self = .clockwise
    case 2: self = .half
    case 3: self = .counterClockwise
    default: self = .none
    }
  }

  /// One turn after the other.
  public static func + (first: QuarterTurn, second: QuarterTurn) -> QuarterTurn {
    QuarterTurn(degrees: first.rawValue + second.rawValue)
  }

  /// Whether width and height change places.
  public var swapsSides: Bool { self == .clockwise || self == .counterClockwise }

  /// Where a box of a `width` × `height` image lands when the image is turned.
  public func turned(_ box: Box, width: Int, height: Int) -> Box {
    switch self {
    case .none: box
    case .clockwise: Box(x: height - box.maxY, y: box.x, width: box.height, height: box.width)
    case .half:
      Box(x: width - box.maxX, y: height - box.maxY, width: box.width, height: box.height)
    case .counterClockwise: Box(x: box.y, y: width - box.maxX, width: box.height, height: box.width)
    }
  }
}
