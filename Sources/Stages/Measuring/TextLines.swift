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
  let ink = picture(
    of: text, runs: runs, pieces: pieces, rows: 0..<runs.height, reducedBy: scale)
  let level = lineDirection(of: ink, threshold: 128, least: trustedAngle)
  let isUpright = (level.skew?.confidence ?? 0) >= trustedAngle
  let turned =
    isUpright
    ? nil : lineDirection(of: ink.turned(.clockwise), threshold: 128, least: trustedAngle)
  let isSideways = (turned?.skew?.confidence ?? 0) >= trustedAngle
  let found = isSideways ? turned : level
  var votes = found?.upVotes ?? 0
  if scale > 1, isUpright || isSideways {
    // On pages with little text half of the size loses too many marks; most often the middle of the page has enough.
    for rows in [runs.height / 4..<runs.height * 3 / 4, 0..<runs.height]
    where abs(votes) < trustedVotes {
      let part = picture(of: text, runs: runs, pieces: pieces, rows: rows, reducedBy: 1)
      votes = upVotes(of: isSideways ? part.turned(.clockwise) : part, threshold: 128) ?? votes
    }
  }
  return TextLines(
    skewDegrees: isUpright || isSideways ? found?.skew?.degrees : nil,
    skewConfidence: found?.skew?.confidence,
    orientation: turn(by: votes, isUpright: isUpright, isSideways: isSideways))
}

/// The turn that the votes of the lines ask for, once they are level; nil when the votes are few.
private func turn(by votes: Double, isUpright: Bool, isSideways: Bool) -> QuarterTurn? {
  guard abs(votes) >= trustedVotes else { return nil }
  if isUpright { return votes > 0 ? QuarterTurn.none : .half }
  if isSideways { return votes > 0 ? .clockwise : .counterClockwise }
  return nil
}

/// Letter-sized ink of some rows in black on white, each pixel of the result standing for `step` × `step`.
private func picture(
  of text: TextPieces, runs: InkRuns, pieces: InkPieces, rows: Range<Int>, reducedBy step: Int
) -> GrayImage {
  let width = (runs.width + step - 1) / step
  let height = (rows.count + step - 1) / step
  var pixels = [UInt8](repeating: 255, count: width * height)
  for y in rows {
    let base = (y - rows.lowerBound) / step * width
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let first = Int(runs.starts[run]) / step
      let last = (Int(runs.ends[run]) - 1) / step
      for x in first...last { pixels[base &+ x] = 0 }
    }
  }
  return GrayImage(width: width, height: height, pixels: pixels)
}
