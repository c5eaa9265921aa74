import Imaging

/// The straight lines of a grid that a threshold left as dashes: between the given lengths, in cells, sloping by at most 10°.
///
/// For each of 33 slopes the grid is sheared until lines of that slope lie level; three rows together make a band,
/// and along it a line is what keeps the sum of `1 - share` for each column with ink and `-share` for each without above
/// zero (Kadane's largest sum), over gaps of up to `gap` columns. That joins dashes by how many there are and not by
/// how wide each gap is. Of lines that lie on one another the one of the largest sum stays. Bars of letters make such
/// lines too: what stands beside them tells.
func dashedLines(
  in grid: InkGrid, lengths: ClosedRange<Double>, share: Double, gap: Int
) -> [LevelLine] {
  var points: [(x: Int, y: Int)] = []
  for y in 0..<grid.height {
    for x in 0..<grid.width where grid.cells[y * grid.width + x] != 0 { points.append((x, y)) }
  }
  var found: [(line: LevelLine, sum: Double)] = []
  for step in -16...16 {
    // Over 45 mm, the longest frame, lines of neighbouring slopes part by two cells.
    let slope = 0.011 * Double(step)
    let sheared = ShearedRows(points, slope: slope, width: grid.width, height: grid.height)
    for row in 1..<sheared.rows - 1
    where sheared.count(around: row) >= Int(lengths.lowerBound * share) {
      found += sheared.sums(around: row, share: share, gap: gap).compactMap { part in
        let width = Double(part.to - part.from)
        guard lengths.contains(width) else { return nil }
        let y = Double(row - sheared.offset)
        let line = LevelLine(
          left: (Double(part.from), y + slope * Double(part.from)),
          right: (Double(part.to), y + slope * Double(part.to)),
          coverage: Double(part.inked) / width)
        return (line, part.sum)
      }
    }
  }
  var kept: [LevelLine] = []
  for (line, _) in found.sorted(by: { $0.sum > $1.sum }) {
    let isKnown = kept.contains { other in
      abs(other.row(at: line.left.x) - line.left.y) <= 2.5
        && abs(other.row(at: line.right.x) - line.right.y) <= 2.5
        && other.overlap(with: line) > 0.5
    }
    if !isKnown { kept.append(line) }
    // A page of a coarse screen has thousands; a frame worn to dashes is among the longest.
    if kept.count == 500 { break }
  }
  return kept
}

/// The rows of a grid, sheared by a slope, a bit a column.
private struct ShearedRows {
  let rows: Int
  /// Added to a row to make it 0 or more.
  let offset: Int
  private let words: Int
  private var bits: [UInt64]

  init(_ points: [(x: Int, y: Int)], slope: Double, width: Int, height: Int) {
    let shift = (0..<width).map { Int((slope * Double($0)).rounded()) }
    let most = max(0, shift.last ?? 0)
    offset = most + 1
    rows = height + abs(shift.last ?? 0) + 2
    words = (width + 63) / 64
    bits = [UInt64](repeating: 0, count: rows * words)
    for (x, y) in points { bits[(y - shift[x] + offset) * words + x / 64] |= 1 << UInt64(x % 64) }
  }

  private func word(_ index: Int, around row: Int) -> UInt64 {
    let at = row * words + index
    return bits[at - words] | bits[at] | bits[at + words]
  }

  /// How many columns hold ink in a row or one beside it.
  func count(around row: Int) -> Int {
    (0..<words).reduce(0) { $0 + word($1, around: row).nonzeroBitCount }
  }

  /// The stretches with the largest sums along a row and the two beside it.
  func sums(around row: Int, share: Double, gap: Int) -> [(
    from: Int, to: Int, inked: Int, sum: Double
  )] {
    var parts: [(from: Int, to: Int, inked: Int, sum: Double)] = []
    var (from, last, inked, sum) = (0, -1, 0, 0.0)
    var best: (to: Int, inked: Int, sum: Double) = (0, 0, 0)
    func close() {
      if best.sum > 0 { parts.append((from, best.to, best.inked, best.sum)) }
    }
    for index in 0..<words {
      var word = word(index, around: row)
      while word != 0 {
        let x = index * 64 + word.trailingZeroBitCount
        word &= word - 1
        sum -= share * Double(x - last - 1)
        if last < 0 || sum <= 0 || x - last > gap {
          close()
          (from, inked, sum) = (x, 0, 0)
          best = (x, 0, 0)
        }
        inked += 1
        sum += 1 - share
        last = x
        if sum > best.sum { best = (x + 1, inked, sum) }
      }
    }
    close()
    return parts
  }
}
