import Imaging

/// A straight thin line of ink that runs from left to right, in cells of a grid.
struct LevelLine: Equatable {
  /// The left end.
  let left: (x: Double, y: Double)
  /// The right end.
  let right: (x: Double, y: Double)
  /// The share of its columns that hold ink, 0…1.
  let coverage: Double

  static func == (a: LevelLine, b: LevelLine) -> Bool { a.left == b.left && a.right == b.right }

  /// How far it runs along the row, in cells.
  var width: Double { right.x - left.x }
  /// Rows down a cell to the right.
  var slope: Double { width > 0 ? (right.y - left.y) / width : 0 }
  /// The left and the right end.
  var ends: [(x: Double, y: Double)] { [left, right] }
  /// The middle of the line.
  var middle: (x: Double, y: Double) { ((left.x + right.x) / 2, (left.y + right.y) / 2) }

  /// The row where it, or its going on, passes a column.
  func row(at x: Double) -> Double { left.y + slope * (x - left.x) }

  /// The share of the shorter of two lines that the other lies above or below, 0…1.
  func overlap(with other: LevelLine) -> Double {
    let common = min(right.x, other.right.x) - max(left.x, other.left.x)
    return max(0, common) / max(1, min(width, other.width))
  }
}

/// The lines of a grid that are between the given lengths, in cells, and slope by at most 10°.
///
/// Runs of ink of six cells and more that are thin (what lies three cells above or below is mostly paper) are chained
/// from run to run over gaps of three cells and steps of so many rows, all anew for each of `steps`; a chain is a line when
/// its ink stays within two cells of a straight line and covers six tenths of it. At 0.25 mm a cell letters leave no
/// such chains, a worn frame does.
func levelLines(
  in grid: InkGrid, lengths: ClosedRange<Double>, steps: [Int]
) -> [LevelLine] {
  let rows = (0..<grid.height).map { thinRuns(in: grid, row: $0) }
  return steps.flatMap { step in
    var chains = Chains(step: step)
    for (y, runs) in rows.enumerated() {
      for run in runs { chains.add(run) }
      chains.close(above: y - step)
    }
    return chains.all.compactMap { $0.line(lengths: lengths) }
  }
}

/// A run of ink in one row.
private struct Run {
  let y: Int
  let from: Int
  let to: Int
}

/// The thin runs of a row, gaps of one cell closed.
private func thinRuns(in grid: InkGrid, row y: Int) -> [Run] {
  var runs: [Run] = []
  let base = y * grid.width
  var x = 0
  while x < grid.width {
    guard grid.cells[base + x] != 0 else {
      x += 1
      continue
    }
    let from = x
    var to = x + 1
    while to < grid.width,
      grid.cells[base + to] != 0 || (to + 1 < grid.width && grid.cells[base + to + 1] != 0)
    { to += 1 }
    x = to
    guard to - from >= 6 else { continue }
    func share(_ row: Int) -> Double {
      guard row >= 0, row < grid.height else { return 0 }
      var count = 0
      for at in row * grid.width + from..<row * grid.width + to { count += Int(grid.cells[at]) }
      return Double(count) / Double(to - from)
    }
    // The second line of a double frame may lie three cells off, but not another three cells on.
    let isSolid = [-1, 1].contains { share(y + 3 * $0) > 0.6 && share(y + 6 * $0) > 0.6 }
    if !isSolid, min(share(y - 3), share(y + 3)) <= 0.4 {
      runs.append(Run(y: y, from: from, to: to))
    }
  }
  return runs
}

/// Runs put together, by rising row.
private struct Chain {
  private(set) var runs: [Run] = []

  mutating func add(_ run: Run) { runs.append(run) }
  mutating func add(_ other: Chain) { runs = (runs + other.runs).sorted { $0.y < $1.y } }

  /// Whether a run of the next rows goes on with it.
  func touches(_ run: Run, step: Int) -> Bool {
    runs.suffix(12).contains { other in
      run.y - other.y <= step && run.from <= other.to + 3 && other.from <= run.to + 3
    }
  }

  /// The straight line through its cells, nil where it is not so long, strays from it or has wide gaps.
  func line(lengths: ClosedRange<Double>) -> LevelLine? {
    guard let from = runs.map(\.from).min(), let to = runs.map(\.to).max(),
      lengths.contains(Double(to - from)), covered * 10 >= (to - from) * 6
    else { return nil }
    var (n, x, y, xx, xy, yy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for run in runs {
      for column in run.from..<run.to {
        let (dx, dy) = (Double(column - from), Double(run.y - runs[0].y))
        n += 1
        x += dx
        y += dy
        xx += dx * dx
        xy += dx * dy
        yy += dy * dy
      }
    }
    let spread = xx - x * x / n
    guard spread > 0 else { return nil }
    let slope = (xy - x * y / n) / spread
    let stray = ((yy - y * y / n) - slope * slope * spread) / n
    guard abs(slope) <= 0.18, stray <= 4 else { return nil }
    let start = Double(runs[0].y) + y / n - slope * x / n
    let width = Double(to - from)
    return LevelLine(
      left: (Double(from), start), right: (Double(to), start + slope * width),
      coverage: Double(covered) / width)
  }

  /// The columns that one or more of its runs hold.
  private var covered: Int {
    var (covered, reached) = (0, Int.min)
    for run in runs.sorted(by: { $0.from < $1.from }) where run.to > reached {
      covered += run.to - max(run.from, reached)
      reached = run.to
    }
    return covered
  }
}

/// All chains of a grid while its rows are read.
private struct Chains {
  let step: Int
  private(set) var all: [Chain] = []
  private var open: [Int] = []

  init(step: Int) { self.step = step }

  mutating func add(_ run: Run) {
    var joined: Int?
    for index in open where all[index].touches(run, step: step) {
      if let first = joined {
        all[first].add(all[index])
        all[index] = Chain()
      } else {
        joined = index
      }
    }
    open.removeAll { all[$0].runs.isEmpty }
    let index: Int
    if let joined {
      index = joined
    } else {
      all.append(Chain())
      index = all.count - 1
      open.append(index)
    }
    all[index].add(run)
  }

  mutating func close(above y: Int) {
    open.removeAll { (all[$0].runs.last?.y ?? 0) < y }
  }
}
