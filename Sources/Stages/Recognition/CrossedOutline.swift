import Foundation
import Imaging

/// Matches the frame of a secrecy mark to the strokes of its sides where print hides parts of them.
///
/// Of the frames that have the given line as a part of a side, sized as `DashedOutline` says, the one wins of whose
/// outline most is stroke and least is bare. Its upright sides stand up to 6 mm beyond the ends of the line, which may
/// end where print begins, or 3 mm before them, where print goes on with it.
struct CrossedOutline {
  private let lying: ThinStrokes
  private let standing: ThinStrokes
  private let millimetre: Double

  /// Goes on from the strokes that lie, by which its lines were chosen, to those that stand.
  init(_ lying: ThinStrokes, in ink: InkGrid, millimetre: Double) {
    self.lying = lying
    standing = CrossedOutline.strokes(in: ink.transposed, millimetre: millimetre)
    self.millimetre = millimetre
  }

  /// The strokes that lie and may be of a frame.
  static func strokes(in ink: InkGrid, millimetre: Double) -> ThinStrokes {
    // The thicker line of a frame is half a millimetre wide, blur and tilt add as much.
    ThinStrokes(in: ink, thickest: Int(millimetre.rounded()))
  }

  /// A frame and what stands along it.
  struct Match {
    let frame: DashedOutline.Match
    /// What stands along the upper, the lower, the left and the right side.
    let sides: [ThinStrokes.Tally]
    var whole: ThinStrokes.Tally { sides.reduce(ThinStrokes.Tally(), +) }

    /// What speaks for it more than against it, -1…1.
    fileprivate var score: Double {
      Double(whole.thin - whole.bare) / Double(max(1, whole.count))
    }
  }

  /// The best frame that goes on down (1) or up (-1) from a line; nil when little of each is there.
  func match(on line: LevelLine, _ way: Double) -> Match? {
    let sizes = DashedOutline.heights
    let heights = Array(
      Int(sizes.lowerBound * millimetre)...Int(sizes.upperBound * millimetre))
    let left = uprights(at: line.left.x, -1, of: line, way, heights: heights)
    let right = uprights(at: line.right.x, 1, of: line, way, heights: heights)
    var best: Match?
    for (index, height) in heights.enumerated() {
      // Where a side has more paper than stroke the level ones need not be looked at.
      guard left[index].gain > -1, right[index].gain > -1,
        let frame = DashedOutline.Match(
          on: line, height: way * Double(height), left: left[index].x, right: right[index].x,
          millimetre: millimetre)
      else { continue }
      let match = Match(
        frame: frame,
        sides: frame.sides.enumerated().map { tally(of: $0, from: $1.from, to: $1.to) })
      if match.score > best?.score ?? 0.2 { best = match }
    }
    return best
  }

  /// Where the upright side of a frame of each height stands near an end of a line, and how much more stroke than
  /// paper it has: one walk along each way tells of all heights.
  private func uprights(
    at end: Double, _ outwards: Double, of line: LevelLine, _ way: Double, heights: [Int]
  ) -> [(x: Double, gain: Double)] {
    var best = heights.map { _ in (x: end, gain: -Double.infinity) }
    for reach in stride(from: -3 * millimetre, through: 6 * millimetre, by: 1) {
      let x = end + outwards * reach
      let gains = standing.gains(
        from: (line.row(at: x), x), step: (way, -line.slope * way), count: heights.last ?? 0)
      for (index, height) in heights.enumerated() {
        // Of two as good as one another the one at the end of the line.
        let gain = Double(gains[height - 1]) - 0.02 * abs(reach)
        if gain > best[index].gain { best[index] = (x, gain) }
      }
    }
    return best
  }

  /// The share of strokes on each going on of a side, from 0.8 to 3 mm beyond its two ends, 0…1: straight on, and
  /// the most up to half a millimetre beside it, since the lines of a table bend.
  func goingOn(_ match: Match) -> [(straight: Double, most: Double)] {
    match.frame.sides.enumerated().flatMap { index, side in
      [(-0.8, -3), (side.length / millimetre + 0.8, side.length / millimetre + 3)].map { way in
        let shares = [0.0, -2, -1, 1, 2].map { beside -> Double in
          let (near, far) = (side.point(way.0 * millimetre), side.point(way.1 * millimetre))
          let tally = tally(
            of: index, from: (near.x + beside / 2 * side.out.x, near.y + beside / 2 * side.out.y),
            to: (far.x + beside * side.out.x, far.y + beside * side.out.y))
          return Double(tally.thin) / Double(max(1, tally.count))
        }
        return (shares[0], shares.max() ?? 0)
      }
    }
  }

  /// What stands along a way that runs as one of the four sides does; the first two of them are level.
  private func tally(of side: Int, from: Point, to: Point) -> ThinStrokes.Tally {
    side < 2
      ? lying.tally(from: from, to: to)
      : standing.tally(from: (from.y, from.x), to: (to.y, to.x))
  }
}
