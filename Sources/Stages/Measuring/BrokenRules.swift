import Imaging

/// Bands of rows where grids of tables, and black seals, are broken: their strokes go on beside where they were.
///
/// Looked for where pieces higher than 15 mm are. Of rules that come straight for 1.2 mm three are enough, since none of
/// clean print ever jumps; of curves, straight for three rows, seven. Rules that end at a line across are not held
/// against those below it.
func brokenRules(
  of runs: InkRuns, pieces: InkPieces, _ traits: PrintTraits
) -> [Range<Int>] {
  let millimetre = traits.millimetre
  let scan = RowScan(runs: runs, pieces: pieces)
  let far = max(4, Int(1.2 * millimetre))
  let reach = traits.slipReach
  let seams = rowsOfTall(pieces, millimetre: millimetre, height: runs.height).flatMap { span in
    let rows = span.map(scan.strokes)
    return rows.indices.dropFirst(far + 1).dropLast(far).filter { y in
      guard min(rows[y].count, rows[y - 1].count) >= 3, !rows[y].staysAs(rows[y - 1]) else {
        return false
      }
      func seam(_ distance: Int) -> Seam {
        Seam(
          above: rows[y - 1], below: rows[y], up: rows[y - 1].kept(from: rows[y - 1 - distance]),
          down: rows[y].kept(from: rows[y + distance]))
      }
      return seam(2).isMoved(least: 7, by: reach) || seam(far).isMoved(least: 3, by: reach)
    }
    .map { span.lowerBound + $0 }
  }
  return bands(around: seams, by: reach.upperBound, within: runs.height)
}

/// The rows where pieces higher than 15 mm are, and 5 mm around them.
private func rowsOfTall(_ pieces: InkPieces, millimetre: Double, height: Int) -> [Range<Int>] {
  let around = Int(5 * millimetre)
  return pieces.boxes.indices
    .filter { pieces.areas[$0] >= 6 && pieces.boxes[$0].height > Int(15 * millimetre) }
    .map { max(0, pieces.boxes[$0].y - around)..<min(height, pieces.boxes[$0].maxY + around) }
    .sorted { $0.lowerBound < $1.lowerBound }
    .reduce(into: []) { merged, rows in
      if let last = merged.last, last.upperBound >= rows.lowerBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, rows.upperBound)
      } else {
        merged.append(rows)
      }
    }
}
