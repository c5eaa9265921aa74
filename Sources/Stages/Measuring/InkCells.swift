import Foundation

/// How much ink lies in each of 64 × 64 cells over a page: the page as seen from afar.
///
/// The runs of ink are added up, not the grey: that is exact at any resolution, costs what the print costs,
/// and a page that was scanned once pale and once dark, or once in black and white, looks the same. The
/// grid is as large as the page without its dark borders, is turned with the text and has its middle where the
/// ink has its own, so that a sheet laid crooked or elsewhere on the glass looks the same too: without that
/// 3 mm changed a sixth of the fingerprint. Only the middle of each run is turned, which is right to a pixel
/// for letters. It fails on photographs, whose tones are lost, and loses ink that lies more than
/// half a page from the middle of the ink.
struct InkCells {
  static let side = 64
  /// Ink pixels of each cell, row by row.
  let ink: [Float]

  init(of runs: InkRuns, border: BlackBorder, skewDegrees: Double) {
    let left = border.depths[.left] ?? 0
    let top = border.depths[.top] ?? 0
    let right = runs.width - (border.depths[.right] ?? 0)
    let bottom = runs.height - (border.depths[.bottom] ?? 0)
    var ink = [Float](repeating: 0, count: Self.side * Self.side)
    guard right - left >= Self.side, bottom - top >= Self.side,
      let middle = Self.middle(of: runs, columns: left..<right, rows: top..<bottom)
    else {
      self.ink = ink
      return
    }
    // Up to 7° the cosine is 1 to a hundredth.
    let slope = Float(tan(skewDegrees * .pi / 180))
    let half = Float(Self.side) / 2
    let (acrossScale, downScale) = (
      Float(Self.side) / Float(right - left), Float(Self.side) / Float(bottom - top)
    )
    let longest = Int32(max(1, (right - left) / Self.side))
    var cells = ink.mutableSpan
    for y in top..<bottom {
      let down = Float(y) - middle.y
      for run in runs.ofRow(y) {
        var start = max(runs.starts[run], Int32(left))
        let end = min(runs.ends[run], Int32(right))
        // A rule across the page is cut into pieces of a cell's width.
        while start < end {
          let stop = min(end, start &+ longest)
          let across = Float(start &+ stop) * 0.5 - middle.x
          let column = (across - down * slope) * acrossScale + half
          let row = (down + across * slope) * downScale + half
          if column >= 0, row >= 0, column < Float(Self.side), row < Float(Self.side) {
            cells[Int(row) &* Self.side &+ Int(column)] += Float(stop &- start)
          }
          start = stop
        }
      }
    }
    self.ink = ink
  }

  /// The centre of gravity of the ink, nil without any.
  private static func middle(
    of runs: InkRuns, columns: Range<Int>, rows: Range<Int>
  ) -> (x: Float, y: Float)? {
    var (sumX, sumY, area) = (0, 0, 0)
    for y in rows {
      var inRow = 0
      for run in runs.ofRow(y) {
        let start = max(Int(runs.starts[run]), columns.lowerBound)
        let end = min(Int(runs.ends[run]), columns.upperBound)
        guard start < end else { continue }
        inRow &+= end &- start
        // Twice the middle: 2 · 65 535 columns times 10⁹ pixels of ink stay below 2⁶³.
        sumX &+= (start &+ end) &* (end &- start)
      }
      area &+= inRow
      sumY &+= inRow &* y
    }
    guard area > 0 else { return nil }
    return (Float(Double(sumX) / 2 / Double(area)), Float(Double(sumY) / Double(area)))
  }
}

/// The fingerprint of a page from its ink, nil when the page is blank.
///
/// A perceptual hash: the cells are transformed by a DCT-II, the 16 × 16 lowest frequencies without the
/// mean are kept, and each says whether it lies clearly above their median. Share of bits that differed: ten real pages
/// turned by up to 1.5°, moved by up to 6 mm or made grey and grainy against themselves 0 to 0.09, 90 real
/// pages against each other from 0.24 on, pages of one template from 0.11 on (notes): it names candidates,
/// the text decides. Source: page-quality notes 1.4, "near-duplicates".
func fingerprint(of cells: InkCells) -> PageFingerprint? {
  guard cells.ink.contains(where: { $0 > 0 }) else { return nil }
  let side = InkCells.side
  let low = 16
  // Rows first: only the lowest frequencies of each are needed.
  var across = [Float](repeating: 0, count: side * low)
  for row in 0..<side {
    for frequency in 0..<low {
      var sum: Float = 0
      for x in 0..<side { sum += cells.ink[row * side + x] * cosines[frequency * side + x] }
      across[row * low + frequency] = sum
    }
  }
  var block = [Float](repeating: 0, count: low * low)
  for vertical in 0..<low {
    for frequency in 0..<low {
      var sum: Float = 0
      for row in 0..<side { sum += across[row * low + frequency] * cosines[vertical * side + row] }
      block[vertical * low + frequency] = sum
    }
  }
  let waves = block.dropFirst()
  let median = waves.sorted()[waves.count / 2]
  // A wave that a symmetric page has not is grain around the median: it must fall on one side.
  let grain = 0.1 * waves.reduce(0) { $0 + abs($1 - median) } / Float(waves.count)
  return PageFingerprint(bits: waves.map { $0 > median + grain })
}

/// cos(π (2x + 1) k / 128) for the 16 lowest k and all 64 x; factors common to a frequency do not move
/// a sign, and the median is taken over unscaled waves in every page alike.
private let cosines: [Float] = (0..<16 * 64).map { index in
  let (frequency, x) = (index / 64, index % 64)
  return Float(cos(Double.pi * Double(2 * x + 1) * Double(frequency) / 128))
}
