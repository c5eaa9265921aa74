package import Imaging

/// Standard deviation of the grain of bare paper, in grey levels; nil without 1000 bare pixels.
///
/// Immerkær's mask [1 −2 1; −2 4 −2; 1 −2 1] cancels constant and linear shading and leaves noise;
/// σ = √(π/2) / 6 · mean |mask|. It is taken only in cells of 8 × 8 pixels that are 8 pixels or more
/// from any mark of 12 pixels, so that strokes do not count and specks do. Accuracy about 5 % for
/// Gaussian noise; paper clipped to white reads 0, JPEG smooths grain away. Every fourth row is enough.
/// Source: Immerkær, "Fast Noise Variance Estimation", CVIU 64 (1996).
package func noise(of image: GrayImage, runs: InkRuns, pieces: InkPieces) -> Double? {
  let cells = BareCells(runs: runs, pieces: pieces)
  var sum = 0
  var count = 0
  for y in stride(from: 1, to: image.height - 1, by: 4) {
    let row = image.row(y)
    let above = image.row(y - 1)
    let below = image.row(y + 1)
    for stretch in cells.stretches[y / BareCells.side] {
      let left = max(1, stretch.lowerBound)
      let right = min(image.width - 1, stretch.upperBound)
      guard left < right else { continue }
      let span = left - 1..<right + 1
      sum += maskSum(
        above.extracting(span), row.extracting(span), below.extracting(span))
      count += right - left
    }
  }
  guard count >= 1000 else { return nil }
  return 1.2533141373155 / 6 * Double(sum) / Double(count)
}

/// The sum of |mask| over the inner pixels of three rows of equal length.
///
/// One value lies within ±8 · 255 = ±2040, so `Int16` holds it; `Int32` holds a million of them, more
/// than a row has pixels.
package func maskSum(_ above: Span<UInt8>, _ row: Span<UInt8>, _ below: Span<UInt8>) -> Int {
  let count = row.count - 2
  guard count > 0 else { return 0 }
  precondition(count < 1_000_000 && above.count == row.count && below.count == row.count)
  let (a, b, c) = (0..<count, 1..<count + 1, 2..<count + 2)
  let (a0, a1, a2) = (above.extracting(a), above.extracting(b), above.extracting(c))
  let (r0, r1, r2) = (row.extracting(a), row.extracting(b), row.extracting(c))
  let (b0, b1, b2) = (below.extracting(a), below.extracting(b), below.extracting(c))
  var sum: Int32 = 0
  for x in 0..<count {
    let corners = Int16(a0[x]) &+ Int16(a2[x]) &+ Int16(b0[x]) &+ Int16(b2[x])
    let sides = Int16(a1[x]) &+ Int16(r0[x]) &+ Int16(r2[x]) &+ Int16(b1[x])
    let value = corners &- 2 &* sides &+ 4 &* Int16(r1[x])
    sum &+= Int32(max(value, 0 &- value))
  }
  return Int(sum)
}

/// Stretches of paper without marks, by rows of cells.
package struct BareCells: Equatable {
  /// The side of a cell, in pixels.
  package static let side = 8
  /// Columns of pixels without marks, for each row of cells.
  package let stretches: [[Range<Int>]]

  /// Finds the cells that neither hold a mark nor touch a cell that does.
  package init(runs: InkRuns, pieces: InkPieces) {
    let side = BareCells.side
    let columns = (runs.width + side - 1) / side
    let rows = (runs.height + side - 1) / side
    // A rim of one cell on all sides saves the tests at the edges.
    let rowLength = columns + 2
    var isNear = [Bool](repeating: false, count: rowLength * (rows + 2))
    for y in 0..<runs.height {
      let base = (y / side + 1) * rowLength + 1
      for run in runs.ofRow(y) where pieces.areas[Int(pieces.pieceOfRun[run])] >= 12 {
        let first = base + Int(runs.starts[run]) / side - 1
        let last = base + (Int(runs.ends[run]) - 1) / side + 1
        for cell in first...last {
          isNear[cell - rowLength] = true
          isNear[cell] = true
          isNear[cell + rowLength] = true
        }
      }
    }
    stretches = (0..<rows).map { row in
      var found: [Range<Int>] = []
      var open: Int?
      for column in 0...columns {
        if column < columns, !isNear[(row + 1) * rowLength + column + 1] {
          open = open ?? column
        } else if let first = open {
          found.append(first * side..<min(runs.width, column * side))
          open = nil
        }
      }
      return found
    }
  }
}
