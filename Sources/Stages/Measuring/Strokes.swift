package import Imaging

/// How wide the strokes of letters are, in pixels.
package struct StrokeWidths: Equatable {
  /// The mean over all strokes.
  package let mean: Double
  /// The width that a fifth of all cuts through strokes stays below.
  package let fine: Double
}

/// The widths of strokes; nil with fewer than 30 letters.
///
/// The mean is twice the ink of all letters over the length of their outlines, counted along the pixel grid. Eroded
/// or faded print has under a tenth of the x-height, clean body text 0.13 to 0.2, bold 0.3. Source:
/// page-quality notes 1.3, metric 14.
///
/// Typefaces differ in the mean by half, and where hairlines are lost it rises again, since bold strokes are left.
/// Their finest strokes differ less: optics and toner make none of clean print finer than a tenth of the x-height. Every
/// row cuts strokes, so that their width is a quantile over runs, those under `streaks` left out. On training layouts
/// eroded print has under 0.132 x-heights where people begin to misread it, clean print 0.137 and more in five
/// typefaces at 200 and 300 dpi. It says nothing of letters that lie on their side, of which rows cut the stems along,
/// or where grain or the print of the back makes runs of its own.
package func strokeWidths(
  of runs: InkRuns, pieces: InkPieces, text: TextPieces, streaks: [Box] = []
) -> StrokeWidths? {
  guard text.indices.count >= 30 else { return nil }
  let isStreaked = columns(under: streaks, width: runs.width)
  var area = 0
  var outline = 0
  // Runs by their length; those of 63 pixels and more are no fine strokes in any print.
  var lengths = [Int](repeating: 0, count: 64)
  var above = 0..<0
  for y in 0..<runs.height {
    let row = runs.ofRow(y)
    var upper = above.lowerBound
    for run in row where text.isText[Int(pieces.pieceOfRun[run])] {
      let (start, end) = (runs.starts[run], runs.ends[run])
      let length = Int(end - start)
      area += length
      if isStreaked.isEmpty || !isStreaked[Int(start)] && !isStreaked[Int(end) - 1] {
        lengths[min(63, length)] += 1
      }
      // Two ends, and above and below whatever no ink of the row above covers; what it does cover is
      // the upper run's lower side as well.
      let covered = runs.cover(from: start, to: end, in: above, next: &upper)
      outline += 2 + 2 * length - 2 * Int(covered)
    }
    above = row
  }
  guard outline > 0, let fine = lowestFifth(of: lengths) else { return nil }
  return StrokeWidths(mean: 2 * Double(area) / Double(outline), fine: fine)
}

/// Whether an upright streak or its rim lies in each column; empty without streaks.
private func columns(under streaks: [Box], width: Int) -> [Bool] {
  let upright = streaks.filter { $0.height > $0.width }
  guard !upright.isEmpty else { return [] }
  var isStreaked = [Bool](repeating: false, count: width)
  for box in upright {
    for x in max(0, box.x - 2)..<min(width, box.maxX + 2) { isStreaked[x] = true }
  }
  return isStreaked
}

/// The length below which a fifth of all runs lies, those of n pixels spread evenly around n; nil without any.
private func lowestFifth(of lengths: [Int]) -> Double? {
  var left = Double(lengths.reduce(0, +)) / 5
  for (length, count) in lengths.enumerated() where count > 0 {
    if Double(count) >= left { return Double(length) - 0.5 + left / Double(count) }
    left -= Double(count)
  }
  return nil
}

/// The mean width of strokes over the x-height; nil when either is unknown, or letters too small to tell.
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
