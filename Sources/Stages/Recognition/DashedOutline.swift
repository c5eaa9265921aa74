import Foundation
import Imaging

/// A place on a grid, in cells.
typealias Point = (x: Double, y: Double)

/// One side of a frame, in cells, and the way out of the frame.
struct Side {
  let from: Point
  let to: Point
  let out: Point
  var length: Double { hypot(to.x - from.x, to.y - from.y) }

  /// The point so many cells from its beginning towards its end, or beyond them.
  func point(_ distance: Double) -> Point {
    let t = distance / length
    return (from.x + t * (to.x - from.x), from.y + t * (to.y - from.y))
  }
}

/// Matches the frame of a secrecy mark to dashes, given one of its level sides.
///
/// Of the frames that have the given line as a side, 6.5 to 10.5 mm high and 17 to 47 mm wide (the legal ones are 8 mm high
/// and 20, 30 or 40 mm wide; dies differ by a sixth), the one with the largest share of dashes along all of its
/// outline wins. So one side may be bare where the others are not, where four lines found by themselves would
/// miss one. Fails on frames whose sides bend or fan out by more than half a millimetre.
struct DashedOutline {
  /// How wide a frame is, in millimetres.
  static let widths = 17.0...47.0
  /// How high a frame is, in millimetres.
  static let heights = 6.5...10.5
  private let lying: InkGrid
  private let standing: InkGrid
  private let millimetre: Double

  init(_ thin: ThinInk, millimetre: Double) {
    lying = thin.lying.dilated(x: 1, y: 1)
    standing = thin.standing.dilated(x: 1, y: 1)
    self.millimetre = millimetre
  }

  /// A frame and how much of it is there.
  struct Match {
    /// The upper, the lower, the left and the right side.
    let sides: [Side]
    let tilt: Double

    /// The frame with a side on a line, `height` cells down from it; nil when it is wider or narrower than a mark's.
    init?(on line: LevelLine, height: Double, left: Double, right: Double, millimetre: Double) {
      guard DashedOutline.widths.contains((right - left) / millimetre) else { return nil }
      let near: (from: Point, to: Point) = (
        (left, line.row(at: left)), (right, line.row(at: right))
      )
      func across(_ point: Point) -> Point { (point.x - line.slope * height, point.y + height) }
      let far: (from: Point, to: Point) = (across(near.from), across(near.to))
      let (top, bottom) = height > 0 ? (near, far) : (far, near)
      sides = [
        Side(from: top.from, to: top.to, out: (line.slope, -1)),
        Side(from: bottom.from, to: bottom.to, out: (-line.slope, 1)),
        Side(from: top.from, to: bottom.from, out: (-1, -line.slope)),
        Side(from: top.to, to: bottom.to, out: (1, line.slope)),
      ]
      tilt = atan(line.slope) * 180 / .pi
    }

    /// A figure of the sides over the whole outline.
    func mean(of figures: [Double]) -> Double {
      zip(figures, sides).reduce(0) { $0 + $1.0 * $1.1.length } / sides.reduce(0) { $0 + $1.length }
    }
  }

  /// The best frame that goes on down (1) or up (-1) from a line; nil when too little of each side is there.
  ///
  /// Of one side hardly a dash may be left where four tenths are left of each other one.
  func match(on line: LevelLine, _ way: Double) -> Match? {
    var best: (match: Match, share: Double)?
    for height in stride(
      from: Self.heights.lowerBound * millimetre, through: Self.heights.upperBound * millimetre,
      by: 1)
    {
      guard let match = match(on: line, height: way * height) else { continue }
      let share = match.mean(of: shares(of: match))
      if share > best?.share ?? 0 { best = (match, share) }
    }
    guard let best, best.share >= 0.45 else { return nil }
    guard hasLostSide(best.match) else { return best.match }
    let shares = shares(of: best.match).sorted()
    return shares[0] >= 0.05 && shares[1] >= 0.4 ? best.match : nil
  }

  /// Whether hardly a dash of one side is left.
  func hasLostSide(_ match: Match) -> Bool { shares(of: match).contains { $0 < 0.25 } }

  /// The share of each side that has dashes, 0…1.
  private func shares(of match: Match) -> [Double] {
    match.sides.enumerated().map { ($0 < 2 ? lying : standing).share(from: $1.from, to: $1.to) }
  }

  /// The frame of one height, its upright sides where most dashes stand: up to 6 mm beyond the ends of the
  /// line, whose dashes fail there, or 1.5 mm before them.
  private func match(on line: LevelLine, height: Double) -> Match? {
    func upright(at end: Double, _ outwards: Double) -> (x: Double, share: Double) {
      var best = (x: end, share: -1.0)
      for reach in stride(from: -1.5 * millimetre, through: 6 * millimetre, by: 1) {
        let x = end + outwards * reach
        let y = line.row(at: x)
        let share = standing.share(from: (x, y), to: (x - line.slope * height, y + height))
        if share > best.share { best = (x, share) }
      }
      return best
    }
    let (left, right) = (upright(at: line.left.x, -1), upright(at: line.right.x, 1))
    return Match(
      on: line, height: height, left: left.x, right: right.x, millimetre: millimetre)
  }
}

extension DashedOutline.Match {
  /// The frame in pixels of the picture.
  func frame(cell: Int, isClosed: Bool) -> BlackFrame {
    let pixels = Double(cell)
    return BlackFrame(
      box: Box(around: [sides[0].from, sides[0].to, sides[1].from, sides[1].to], cell: cell),
      tilt: tilt, size: (sides[0].length * pixels, sides[2].length * pixels), isDouble: false,
      isClosed: isClosed)
  }
}

extension Box {
  /// The upright box in pixels around the corners of a frame in cells, cut at the edges of the page.
  init(around corners: [Point], cell: Int) {
    let (xs, ys) = (corners.map { max(0, $0.x) }.sorted(), corners.map { max(0, $0.y) }.sorted())
    let pixels = Double(cell)
    self.init(
      x: Int(xs[0] * pixels), y: Int(ys[0] * pixels),
      width: Int((xs[xs.count - 1] - xs[0] + 1) * pixels),
      height: Int((ys[ys.count - 1] - ys[0] + 1) * pixels))
  }
}

extension InkGrid {
  /// The share of the straight way between two points that has ink, 0…1.
  func share(from: Point, to: Point) -> Double {
    let steps = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y))))
    let (dx, dy) = ((to.x - from.x) / Double(steps), (to.y - from.y) / Double(steps))
    var (inked, x, y) = (0, from.x + dx / 2 + 0.5, from.y + dy / 2 + 0.5)
    for _ in 0..<steps {
      inked += isInk(Int(x), Int(y)) ? 1 : 0
      x += dx
      y += dy
    }
    return Double(inked) / Double(steps)
  }

  /// The share of cells with ink along a side, so many cells outside of it, 0…1; the ends belong to the corners.
  func share(along side: Side, at distances: [Double]) -> Double {
    let length = max(4, side.length)
    let (ux, uy) = (
      2 * (side.to.x - side.from.x) / length, 2 * (side.to.y - side.from.y) / length
    )
    let shares = distances.map { distance in
      share(
        from: (side.from.x + ux + distance * side.out.x, side.from.y + uy + distance * side.out.y),
        to: (side.to.x - ux + distance * side.out.x, side.to.y - uy + distance * side.out.y))
    }
    return shares.reduce(0, +) / Double(shares.count)
  }
}
