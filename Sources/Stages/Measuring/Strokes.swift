import Imaging

/// Mean width of strokes, in pixels; nil with fewer than 30 letters.
///
/// Twice the ink of all letters over the length of their outlines, counted along the pixel grid. Eroded
/// or faded print has under a tenth of the x-height, clean body text 0.13 to 0.2, bold 0.3. Source:
/// page-quality notes 1.3, metric 14.
package func strokeWidth(of runs: InkRuns, pieces: InkPieces, text: TextPieces) -> Double? {
  guard text.indices.count >= 30 else { return nil }
  var area = 0
  var outline = 0
  var above = 0..<0
  for y in 0..<runs.height {
    let row = runs.ofRow(y)
    var upper = above.lowerBound
    for run in row where text.isText[Int(pieces.pieceOfRun[run])] {
      let (start, end) = (runs.starts[run], runs.ends[run])
      let length = Int(end - start)
      area += length
      // Two ends, and above and below whatever no ink of the row above covers; what it does cover is
      // the upper run's lower side as well.
      let covered = runs.cover(from: start, to: end, in: above, next: &upper)
      outline += 2 + 2 * length - 2 * Int(covered)
    }
    above = row
  }
  return outline > 0 ? 2 * Double(area) / Double(outline) : nil
}

/// The width of strokes over the x-height; nil when either is unknown, or letters too small to tell.
///
/// The pixel grid widens every stroke by 0.6 pixels, which is taken off; under 12 pixels of x-height a
/// stroke is hardly a pixel wide. Clean body text has 0.08 to 0.12.
func relativeStroke(width: Double?, xHeight: Double?) -> Double? {
  guard let width, let xHeight, xHeight >= 12 else { return nil }
  return max(0, width - 0.6) / xHeight
}

/// Letters that run together, for each that stands alone, 0 or more; nil with fewer than 30 letters.
///
/// Pieces of a letter's height (0.75 to 2.2 x-heights) with more than 3 x-heights of ink pixels; they
/// count as run together when they are more than a third wider than high. Thick strokes alone do OCR no
/// harm; with blur they do. Source: touching-character factor, page-quality notes 1.3, metric 13.
package func touching(of pieces: InkPieces, text: TextPieces, xHeight: Double?) -> Double? {
  guard let xHeight, text.indices.count >= 30 else { return nil }
  var joined = 0
  var alone = 0
  for (index, box) in pieces.boxes.enumerated() {
    let height = Double(box.height)
    guard height >= 0.75 * xHeight, height <= 2.2 * xHeight,
      Double(pieces.areas[index]) > 3 * xHeight
    else { continue }
    if 3 * box.width > 4 * box.height, box.width < 60 * box.height {
      joined += 1
    } else {
      alone += 1
    }
  }
  return alone + joined > 0 ? Double(joined) / Double(max(1, alone)) : nil
}
