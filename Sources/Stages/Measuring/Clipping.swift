package import Imaging

/// Share of strokes that drown in clipped white, or of gaps that drown in clipped black, 0…1.
///
/// White paper at 255 is what office scanners make on purpose; it harms nothing while strokes stay dark. It
/// harms where strokes fade into it. In rows of print each stroke is a valley of brightness: those that stay
/// lighter than the threshold of ink but stand out from the paper by an eighth of the ink–paper step are
/// faded strokes; their share among all strokes is the figure when the paper is clipped (254 or more). The
/// other way round gaps between strokes that do not get lighter than the threshold are filled ones, when
/// the ink is clipped (3 or less). A valley counts only if the rows 2 above and below have it too: noise and
/// JPEG ripples do not. Where neither end is clipped the figure is 0. Fine print at less than 150 dpi reads
/// high without any clipping. Nil without ink.
package func clipping(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, on map: PaperMap,
  ink: Double, paper: Double
) -> Double? {
  guard paper - ink >= 8 else { return nil }
  let isWhite = paper >= 254
  let isBlack = ink <= 3
  guard isWhite || isBlack else { return 0 }
  let rise = max(6, UInt8(clamping: Int((paper - ink) / 8)))
  var counts = ValleyCounts()
  for y in stride(from: 2, to: image.height - 2, by: 5) {
    let strokes = runs.ofRow(y).filter { text.isText[Int(pieces.pieceOfRun[$0])] }
    guard strokes.count >= 6 else { continue }
    counts.strokes += strokes.count
    let rows = RowsOfPrint(above: image.row(y - 2), row: image.row(y), below: image.row(y + 2))
    let thresholds = map.thresholds.span.extracting(
      y / PaperMap.side * map.columns..<(y / PaperMap.side + 1) * map.columns)
    for (left, right) in zip(strokes, strokes.dropFirst()) {
      let (start, end) = (Int(runs.ends[left]), Int(runs.starts[right]))
      // Words stand apart by less than 40 letters; beyond, a row is paper.
      guard isWhite, end - start >= 5, end - start < 400 else { continue }
      counts.faded += rows.valleys(start..<end, rise: rise, above: thresholds)
    }
    guard isBlack else { continue }
    for run in strokes {
      let (start, end) = (Int(runs.starts[run]), Int(runs.ends[run]))
      counts.filled += rows.ridges(start..<end, rise: rise)
    }
  }
  guard counts.strokes >= 60 else { return nil }
  return Double(max(counts.faded, counts.filled))
    / Double(counts.strokes + max(counts.faded, counts.filled))
}

private struct ValleyCounts {
  var strokes = 0
  var faded = 0
  var filled = 0
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

  /// Valleys between strokes: darker than 3 pixels to both sides by `rise`, in all three rows.
  func valleys(_ stretch: Range<Int>, rise: UInt8, above thresholds: Span<UInt8>) -> Int {
    var count = 0
    var x = max(3, stretch.lowerBound + 2)
    let end = min(row.count - 3, stretch.upperBound - 2)
    while x < end {
      let value = row[x]
      if value < 240, value >= thresholds[x / PaperMap.side], isValley(row, x, rise),
        hasValley(above, x, rise), hasValley(below, x, rise)
      {
        count += 1
        x += 4
      } else {
        x += 1
      }
    }
    return count
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
  private func isValley(_ row: Span<UInt8>, _ x: Int, _ rise: UInt8) -> Bool {
    let low = min(row[x - 3], row[x + 3])
    return low > row[x] && low &- row[x] >= rise
  }

  @inline(__always)
  private func isRidge(_ row: Span<UInt8>, _ x: Int, _ rise: UInt8) -> Bool {
    let high = max(row[x - 3], row[x + 3])
    return row[x] > high && row[x] &- high >= rise
  }

  private func hasValley(_ row: Span<UInt8>, _ x: Int, _ rise: UInt8) -> Bool {
    guard x > 4, x < row.count - 4 else { return false }
    return (x - 1...x + 1).contains { isValley(row, $0, rise) }
  }

  private func hasRidge(_ row: Span<UInt8>, _ x: Int, _ rise: UInt8) -> Bool {
    guard x > 4, x < row.count - 4 else { return false }
    return (x - 1...x + 1).contains { isRidge(row, $0, rise) }
  }
}
