package import Imaging
import Leptonica

/// How the lines of text lie on the page.
package struct TextLines: Equatable {
  /// The clockwise turn that makes the lines level, in degrees; nil when it is not certain.
  package let skewDegrees: Double?
  /// How clearly the angle stands out.
  package let skewConfidence: Double?
  /// The clockwise turn that makes the text upright; nil when it is not certain.
  package let orientation: QuarterTurn?
}

/// Confidence from which Leptonica's authors trust an angle.
private let trustedAngle = 3.0
/// Votes from which Leptonica's authors trust an orientation.
private let trustedVotes = 8.0

/// Measures how the lines of text lie, on letter-sized ink only.
///
/// Skew: Leptonica's `pixFindSkew` maximizes the squared difference of neighbouring row sums; published
/// accuracy 1/20°. Seals, rules, borders and photographs are left out, since they have angles of their
/// own. Lines are upright columns where the picture turned by a quarter gives the clearer angle.
/// Orientation: `pixOrientDetect` counts ascenders against descenders; Vietnamese tone marks add to the
/// ascenders. Below 8 votes the answer is nil, never 0. Both run at half size where letters stay 10 px
/// high, which costs a quarter. Fails beyond 7° and on pages with few lines.
package func textLines(
  of runs: InkRuns, pieces: InkPieces, text: TextPieces, xHeight: Double?
) -> TextLines {
  guard text.indices.count >= 30 else {
    return TextLines(skewDegrees: nil, skewConfidence: nil, orientation: nil)
  }
  let scale = (xHeight ?? 0) >= 20 ? 2 : 1
  let ink = picture(of: text, runs: runs, pieces: pieces, reducedBy: scale)
  let level = lineDirection(of: ink, threshold: 128, least: trustedAngle)
  let isUpright = (level.skew?.confidence ?? 0) >= trustedAngle
  let turned =
    isUpright
    ? nil : lineDirection(of: ink.turned(.clockwise), threshold: 128, least: trustedAngle)
  let isSideways = (turned?.skew?.confidence ?? 0) >= trustedAngle
  let found = isSideways ? turned : level
  var votes = found?.upVotes ?? 0
  if abs(votes) < trustedVotes, scale > 1, isUpright || isSideways {
    // On pages with little text half of the size loses too many marks.
    let whole = picture(of: text, runs: runs, pieces: pieces, reducedBy: 1)
    votes = upVotes(of: isSideways ? whole.turned(.clockwise) : whole, threshold: 128) ?? votes
  }
  return TextLines(
    skewDegrees: isUpright || isSideways ? found?.skew?.degrees : nil,
    skewConfidence: found?.skew?.confidence,
    orientation: turn(by: votes, isUpright: isUpright, isSideways: isSideways))
}

/// The angle of the upper half of the print less that of the lower one, or of the left less the right,
/// whichever is larger, in degrees; nil when neither pair is certain.
///
/// A sheet that was seen straight has one angle all over; beside a camera lines run together.
package func lineSpread(
  of runs: InkRuns, pieces: InkPieces, text: TextPieces, xHeight: Double?
) -> Double? {
  let scale = (xHeight ?? 0) >= 20 ? 2 : 1
  guard let print = printBox(text, pieces, reducedBy: scale) else { return nil }
  let ink = picture(of: text, runs: runs, pieces: pieces, reducedBy: scale)
  let (left, top) = (print.width / 2, print.height / 2)
  let halves = [
    (
      Box(x: print.x, y: print.y, width: print.width, height: top),
      Box(x: print.x, y: print.y + top, width: print.width, height: print.height - top)
    ),
    (
      Box(x: print.x, y: print.y, width: left, height: print.height),
      Box(x: print.x + left, y: print.y, width: print.width - left, height: print.height)
    ),
  ]
  func angle(_ half: Box) -> Double? {
    ink.cropped(to: half).flatMap { skew(of: $0, threshold: 128) }.flatMap {
      // Half of a page has half of the lines, and they fan out.
      $0.confidence >= 2 ? $0.degrees : nil
    }
  }
  let found = halves.compactMap { one, two in
    angle(one).flatMap { first in angle(two).map { abs(first - $0) } }
  }
  return found.max()
}

/// Where the letters of a page lie, in a picture of it that was reduced.
private func printBox(_ text: TextPieces, _ pieces: InkPieces, reducedBy scale: Int) -> Box? {
  text.indices.map { pieces.boxes[$0] }.union.map {
    Box(
      x: $0.x / scale, y: $0.y / scale, width: max(2, $0.width / scale),
      height: max(2, $0.height / scale))
  }
}

/// The turn that the votes of the lines ask for, once they are level; nil when the votes are few.
private func turn(by votes: Double, isUpright: Bool, isSideways: Bool) -> QuarterTurn? {
  guard abs(votes) >= trustedVotes else { return nil }
  if isUpright { return votes > 0 ? QuarterTurn.none : .half }
  if isSideways { return votes > 0 ? .clockwise : .counterClockwise }
  return nil
}

/// Letter-sized ink in black on white, each pixel of the result standing for `step` × `step`.
private func picture(
  of text: TextPieces, runs: InkRuns, pieces: InkPieces, reducedBy step: Int
) -> GrayImage {
  let width = (runs.width + step - 1) / step
  let height = (runs.height + step - 1) / step
  var pixels = [UInt8](repeating: 255, count: width * height)
  for y in 0..<runs.height {
    let base = y / step * width
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let first = Int(runs.starts[run]) / step
      let last = (Int(runs.ends[run]) - 1) / step
      for x in first...last { pixels[base &+ x] = 0 }
    }
  }
  return GrayImage(width: width, height: height, pixels: pixels)
}
