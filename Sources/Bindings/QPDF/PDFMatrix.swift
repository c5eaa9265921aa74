/// An affine map of the plane, as in ISO 32000-1 8.3.4: x' = a·x + c·y + e, y' = b·x + d·y + f.
public struct PDFMatrix: Sendable, Equatable {
  /// x' per x.
  public let a: Double
  /// y' per x.
  public let b: Double
  /// x' per y.
  public let c: Double
  /// y' per y.
  public let d: Double
  /// Shift along x.
  public let e: Double
  /// Shift along y.
  public let f: Double

  /// Makes a map from the six numbers of `cm`.
  public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }

  /// The map that moves nothing.
  public static let identity = PDFMatrix(1, 0, 0, 1, 0, 0)

  /// Makes a map from an array of six numbers, nil for anything else.
  public init?(_ numbers: [PDFObject]?) {
    let values = numbers?.compactMap(\.number) ?? []
    guard values.count == 6, values.allSatisfy(\.isFinite) else { return nil }
    self.init(values[0], values[1], values[2], values[3], values[4], values[5])
  }

  /// This map first, then `next`.
  public func then(_ next: PDFMatrix) -> PDFMatrix {
    PDFMatrix(
      a * next.a + b * next.c, a * next.b + b * next.d,
      c * next.a + d * next.c, c * next.b + d * next.d,
      e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f)
  }

  /// Where a point lands.
  public func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// The map back; nil when this one flattens the plane.
  public var inverse: PDFMatrix? {
    let area = determinant
    guard abs(area) > 1e-12 else { return nil }
    return PDFMatrix(
      d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)
  }

  /// The length of what was 1 along x.
  public var xLength: Double { (a * a + b * b).squareRoot() }
  /// The length of what was 1 along y.
  public var yLength: Double { (c * c + d * d).squareRoot() }
  /// The area of what was 1 by 1; negative when the map mirrors.
  public var determinant: Double { a * d - b * c }

  /// The smallest upright rectangle around the mapped unit square.
  public var unitSquareBounds: PDFRectangle {
    let xs = [e, e + a, e + c, e + a + c]
    let ys = [f, f + b, f + d, f + b + d]
    return PDFRectangle(
      left: xs.min() ?? e, bottom: ys.min() ?? f, right: xs.max() ?? e, top: ys.max() ?? f)
  }

  /// The counter-clockwise turn in degrees when it is a multiple of 90° and nothing is mirrored.
  ///
  /// A slant of up to a thousandth (0.06°) passes: writers round.
  public var quarterTurn: Int? {
    guard determinant > 0 else { return nil }
    let slack = 0.001 * max(xLength, yLength)
    if abs(b) <= slack, abs(c) <= slack { return a > 0 ? 0 : 180 }
    if abs(a) <= slack, abs(d) <= slack { return b > 0 ? 90 : 270 }
    return nil
  }

  /// The six numbers as they stand before `cm` or `Tm`.
  public var syntax: String {
    [a, b, c, d, e, f].map { PDFObject.decimal($0) }.joined(separator: " ")
  }
}

/// An upright rectangle in user space, y upwards.
public struct PDFRectangle: Sendable, Equatable {
  /// The smallest x.
  public let left: Double
  /// The smallest y.
  public let bottom: Double
  /// The largest x.
  public let right: Double
  /// The largest y.
  public let top: Double

  /// Makes a rectangle from its edges, in any order.
  public init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = min(left, right)
    self.bottom = min(bottom, top)
    self.right = max(left, right)
    self.top = max(bottom, top)
  }

  /// Makes a rectangle from an array of four numbers, nil for anything else.
  public init?(_ numbers: [PDFObject]?) {
    let values = numbers?.compactMap(\.number) ?? []
    guard values.count == 4, values.allSatisfy(\.isFinite) else { return nil }
    self.init(left: values[0], bottom: values[1], right: values[2], top: values[3])
  }

  /// From the left to the right edge.
  public var width: Double { right - left }
  /// From the lower to the upper edge.
  public var height: Double { top - bottom }
  /// Width times height.
  public var area: Double { width * height }

  /// What both cover, nil when they do not overlap.
  public func intersection(_ other: PDFRectangle) -> PDFRectangle? {
    let left = max(left, other.left)
    let right = min(right, other.right)
    let bottom = max(bottom, other.bottom)
    let top = min(top, other.top)
    guard left < right, bottom < top else { return nil }
    return PDFRectangle(left: left, bottom: bottom, right: right, top: top)
  }

  /// Whether the edges differ by no more than `margin`.
  public func matches(_ other: PDFRectangle, within margin: Double) -> Bool {
    abs(left - other.left) <= margin && abs(right - other.right) <= margin
      && abs(bottom - other.bottom) <= margin && abs(top - other.top) <= margin
  }

  /// The four numbers of a PDF rectangle.
  public var object: PDFObject {
    .array([left, bottom, right, top].map { .real($0) })
  }
}
