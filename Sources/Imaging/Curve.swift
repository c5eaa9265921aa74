/// A function given by points and straight lines between them, constant beyond its ends.
package struct Curve: Sendable, Equatable {
  /// The points, by rising x.
  package let points: [(x: Double, y: Double)]

  /// Makes a curve of points by rising x.
  package init(_ points: [(Double, Double)]) { self.points = points.map { ($0.0, $0.1) } }

  /// Whether both have the same points.
  package static func == (left: Curve, right: Curve) -> Bool {
    left.points.elementsEqual(right.points) { $0 == $1 }
  }

  /// The value at `x`; `x` must be a number.
  package func callAsFunction(_ x: Double) -> Double {
    guard let next = points.firstIndex(where: { $0.x >= x }) else { return points.last?.y ?? 0 }
    guard next > 0 else { return points[0].y }
    let (from, to) = (points[next - 1], points[next])
    return from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x)
  }
}
