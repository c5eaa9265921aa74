package import Imaging

/// Share of the range of ink that drowned in clipped white, or of gaps that drowned in clipped black, 0…1.
///
/// White paper at 255 is what office scanners make on purpose; it harms nothing while strokes stay dark. Where
/// too much light fell on the page the ink is lifted with it and its strokes are eaten away: the figure is by how
/// much ink is lighter than 0.3 of the paper, 0 at 0.3 and 1 at the paper, when the paper is clipped (254 or
/// more) and strokes `isEaten`, under 0.09 of the x-height; blur lifts ink too, but widens strokes. The
/// other way round gaps between strokes that do not get lighter than the threshold are filled ones, when the
/// ink is clipped (3 or less): in every fifth row of print, ridges inside strokes that the rows 2 above and
/// below have too. Where neither end is clipped the figure is 0. Pale print on paper that was whitened reads like too much light.
package func clipping(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, ink: Double,
  paper: Double, isEaten: Bool
) -> Double {
  // Ink within a tenth of the paper is faint print, not print in too much light.
  let lifted = paper >= 254 && isEaten && ink < 0.9 * paper ? max(0, (ink / paper - 0.3) / 0.7) : 0
  guard ink <= 3, paper - ink >= 8 else { return lifted }
  let rise = max(6, UInt8(clamping: Int((paper - ink) / 8)))
  var (strokes, filled) = (0, 0)
  for y in stride(from: 2, to: image.height - 2, by: 5) {
    let row = runs.ofRow(y).filter { text.isText[Int(pieces.pieceOfRun[$0])] }
    guard row.count >= 6 else { continue }
    strokes += row.count
    let rows = RowsOfPrint(above: image.row(y - 2), row: image.row(y), below: image.row(y + 2))
    for run in row {
      filled += rows.ridges(Int(runs.starts[run])..<Int(runs.ends[run]), rise: rise)
    }
  }
  return strokes >= 60 ? max(lifted, Double(filled) / Double(strokes + filled)) : lifted
}

/// Whether a page without print is clipped white all over: 995 of 1000 pixels at 254 or more, without any grain of paper.
///
/// A back page that the scanner whitened looks so, and so does a written page in far too much light: what was pale
/// is lost in both, and only a look at the sheet tells them apart.
func isWhiteOut(_ image: GrayImage) -> Bool {
  var dark = 0
  for y in 0..<image.height {
    let row = image.row(y)
    for x in row.indices where row[x] < 254 { dark += 1 }
  }
  return dark * 200 <= image.width * image.height
}

/// A row of print and the rows 2 above and below it.
private struct RowsOfPrint: ~Escapable {
  let above: Span<UInt8>
  let row: Span<UInt8>
  let below: Span<UInt8>

  @_lifetime(copy above, copy row, copy below)
  init(above: Span<UInt8>, row: Span<UInt8>, below: Span<UInt8>) {
    self.above = above
    self.row = row
    self.below = below
  }

  /// Ridges inside a stroke: lighter than 3 pixels to both sides by `rise`, in all three rows.
  func ridges(_ stretch: Range<Int>, rise: UInt8) -> Int {
    var count = 0
    var x = max(3, stretch.lowerBound + 2)
    let end = min(row.count - 3, stretch.upperBound - 2)
    while x < end {
      if row[x] > rise, isRidge(row, x, rise), hasRidge(above, x, rise), hasRidge(below, x, rise) {
        count += 1
        x += 4
      } else {
        x += 1
      }
    }
    return count
  }

  @inline(__always)
  private func isRidge(_ row: Span<UInt8>, _ x: Int, _ rise: UInt8) -> Bool {
    let high = max(row[x - 3], row[x + 3])
    return row[x] > high && row[x] &- high >= rise
  }

  private func hasRidge(_ row: Span<UInt8>, _ x: Int, _ rise: UInt8) -> Bool {
    guard x > 4, x < row.count - 4 else { return false }
    return (x - 1...x + 1).contains { isRidge(row, $0, rise) }
  }
}
