import Imaging

/// Specks of ink for each other piece, 0 or more; nil without any other piece.
///
/// A speck has fewer pixels than a hundredth of a squared x-height, at least 4: less than the dot of an
/// i. Clean print has under 0.1, salt and pepper 4 and more. Strong noise makes specks too. Source:
/// small-speckle factor, page-quality notes 1.3, metric 11.
package func speckle(of pieces: InkPieces, xHeight: Double?) -> Double? {
  let smallest = max(4, Int((0.01 * (xHeight ?? 0) * (xHeight ?? 0)).rounded()))
  let specks = pieces.areas.count { $0 < smallest }
  let others = pieces.areas.count - specks
  return others > 0 ? Double(specks) / Double(others) : nil
}

/// Share of small holes among all holes in strokes, 0…1; nil with fewer than 30 holes.
///
/// A hole is white inside one piece of ink; it is small below 0.02 squared x-heights, where the bowl of
/// an `a` or `e` has 0.1 and more. Salt, dropped-out toner and heavy noise make small holes; clean print
/// stays under 0.1. Holes are the gaps between runs that ink closes above and below; a gap as wide as an
/// x-height is none. Source: white-speckle factor (Blando 1994), page-quality notes 1.3, metric 12.
package func whiteSpeckle(of runs: InkRuns, pieces: InkPieces, xHeight: Double?) -> Double? {
  guard let xHeight else { return nil }
  let areas = holeAreas(of: runs, pieces: pieces, widest: Int(xHeight.rounded(.up)))
  guard areas.count >= 30 else { return nil }
  // A single white pixel is a small hole at any size of print.
  let small = areas.count { Double($0) < max(2, 0.02 * xHeight * xHeight) }
  return Double(small) / Double(areas.count)
}

/// The areas of the holes in the ink, no gap of them wider than `widest`.
package func holeAreas(of runs: InkRuns, pieces: InkPieces, widest: Int) -> [Int] {
  var finder = HoleFinder()
  for y in 0..<runs.height {
    finder.advance(to: runs.ofRow(y), runs: runs, pieces: pieces, widest: widest)
  }
  finder.advance(to: 0..<0, runs: runs, pieces: pieces, widest: widest)
  return finder.areas
}

/// Follows the gaps between runs from row to row; a gap that meets open white is no hole.
private struct HoleFinder {
  private struct Gap {
    let start: Int32
    let end: Int32
    let hole: Int
  }
  private(set) var areas: [Int] = []
  private var above: [Gap] = []
  /// Area and openness of holes that are not closed yet, and into which one each was merged.
  private var open: [(area: Int, isOpen: Bool, parent: Int)] = []
  /// The runs above, to tell whether a gap's roof is ink.
  private var roof = 0..<0

  private mutating func root(_ hole: Int) -> Int {
    var hole = hole
    while open[hole].parent != hole {
      open[hole].parent = open[open[hole].parent].parent
      hole = open[hole].parent
    }
    return hole
  }

  mutating func advance(
    to row: Range<Int>, runs: InkRuns, pieces: InkPieces, widest: Int
  ) {
    var gaps: [Gap] = []
    var next = 0
    var upper = roof.lowerBound
    for run in row.dropFirst() {
      let (start, end) = (runs.ends[run - 1], runs.starts[run])
      guard end - start <= widest, pieces.pieceOfRun[run] == pieces.pieceOfRun[run - 1] else {
        continue
      }
      let hole = open.count
      open.append((Int(end - start), false, hole))
      // Whatever of the roof is neither ink nor a gap above is open white.
      var covered = runs.cover(from: start, to: end, in: roof, next: &upper)
      while next < above.count, above[next].end <= start { next += 1 }
      var index = next
      while index < above.count, above[index].start < end {
        covered += min(end, above[index].end) - max(start, above[index].start)
        merge(above[index].hole, hole)
        index += 1
      }
      if covered < end - start { open[root(hole)].isOpen = true }
      gaps.append(Gap(start: start, end: end, hole: hole))
    }
    closeFloors(row: row, runs: runs, gaps: gaps)
    above = gaps
    roof = row
  }

  /// A gap above whose floor is not all ink or gap is open; one that nothing continues is done.
  private mutating func closeFloors(
    row: Range<Int>, runs: InkRuns, gaps: [Gap]
  ) {
    var lower = row.lowerBound
    var next = 0
    for gap in above {
      var covered = runs.cover(from: gap.start, to: gap.end, in: row, next: &lower)
      while next < gaps.count, gaps[next].end <= gap.start { next += 1 }
      var index = next
      while index < gaps.count, gaps[index].start < gap.end {
        covered += min(gap.end, gaps[index].end) - max(gap.start, gaps[index].start)
        index += 1
      }
      if covered < gap.end - gap.start { open[root(gap.hole)].isOpen = true }
    }
    finish(gaps: gaps)
  }

  /// Takes the holes that no gap of this row belongs to.
  private mutating func finish(gaps: [Gap]) {
    guard gaps.isEmpty else { return }
    for (index, hole) in open.enumerated() where hole.parent == index && !hole.isOpen {
      areas.append(hole.area)
    }
    open.removeAll(keepingCapacity: true)
  }

  private mutating func merge(_ first: Int, _ second: Int) {
    let (one, two) = (root(first), root(second))
    guard one != two else { return }
    open[one].area += open[two].area
    open[one].isOpen = open[one].isOpen || open[two].isOpen
    open[two].parent = one
  }
}
