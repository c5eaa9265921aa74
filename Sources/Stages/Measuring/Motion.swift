package import Imaging

/// Bands in which the sheet did not move evenly past the sensor, as boxes over the page's width.
///
/// Four faults of a feeder show in rows of ink. Stalled: the same row again and again, so that
/// letters are drawn out to stripes: all strokes of a row keep both ends within a pixel for longer than an
/// x-height; print never does, for some letter of a line has a bow or a bar. Moved: from one row to the next
/// all strokes jump to one side: 70 % of the ink lies in place after a shift, and much less without it. Torn: a band
/// is lost, and strokes find 45 % of their ink in the next row at most, where print finds 55 % or more.
/// Repeated: a band of at most 5.5 mm comes again at once, stroke for stroke, which print does not do within a line. Rows
/// need 12 strokes over half of the print's width, 20 to jump, 30 to tear. Where only feet or heads of letters are hit
/// there are fewer: 8 are enough where nearly all jump or come again within a pixel. Pieces higher than 15 mm
/// (grids of tables) are left out. A jump between two lines of text shows nothing.
package func motionFaults(
  of runs: InkRuns, pieces: InkPieces, xHeight: Double, millimetre: Double
) -> [Box] {
  let scan = RowScan(runs: runs, pieces: pieces, tallest: Int(15 * millimetre))
  let rows = (0..<runs.height).map(scan.strokes)
  let bands =
    stalls(in: rows, longest: max(8, Int((1.1 * xHeight).rounded())))
    + tears(in: rows, around: Int(4 * millimetre))
    + jumps(in: rows, least: max(3, Int(xHeight / 9)), most: max(6, Int(4 * millimetre)))
    + repeats(
      in: rows, lags: max(4, Int(0.4 * xHeight))..<max(5, Int(5.5 * millimetre)),
      fewest: max(4, Int(0.3 * xHeight)), within: Int(1.5 * xHeight))
  return bands.sorted { $0.lowerBound < $1.lowerBound }
    .map { Box(x: 0, y: $0.lowerBound, width: runs.width, height: $0.count) }
}

/// Bands where one row comes again and again.
private func stalls(in rows: [Strokes], longest: Int) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var first = 0
  for y in rows.indices.dropFirst() where !(rows[y].isFull && rows[y].isSame(as: rows[y - 1])) {
    if y - 1 - first >= longest { found.append(first..<y) }
    first = y
  }
  return found
}

/// Where all strokes leave their place from one row to the next.
private func jumps(in rows: [Strokes], least: Int, most: Int) -> [Range<Int>] {
  rows.indices.dropFirst().filter { rows[$0].jumps(from: rows[$0 - 1], by: least...most) }
    .map { max(0, $0 - most)..<min(rows.count, $0 + most) }
}

/// Where the strokes of a row end, others begin in the next, and the rows before and after go on evenly.
private func tears(in rows: [Strokes], around: Int) -> [Range<Int>] {
  rows.indices.dropFirst(2).dropLast().filter {
    rows[$0].isTorn(from: rows[$0 - 1]) && rows[$0 - 1].goesOn(from: rows[$0 - 2])
      && rows[$0 + 1].goesOn(from: rows[$0])
  }
  .map { max(0, $0 - around)..<min(rows.count, $0 + around) }
}

/// Bands that come again right after themselves; those with few strokes `within` less than the pitch of lines,
/// since two short lines may be the same.
private func repeats(
  in rows: [Strokes], lags: Range<Int>, fewest: Int, within: Int
) -> [Range<Int>] {
  var found: [Range<Int>] = []
  // How many rows before this one have come again after each lag.
  var same = [Int](repeating: 0, count: lags.count)
  for y in rows.indices {
    for (index, lag) in lags.enumerated() {
      guard y + lag < rows.count, rows[y].isFull || lag <= within,
        rows[y].isSame(as: rows[y + lag]), rows[y].isGone(in: rows[y + lag / 2])
      else {
        same[index] = 0
        continue
      }
      same[index] += 1
      if same[index] == fewest { found.append(y + 1 - fewest..<min(rows.count, y + 2 * lag)) }
    }
  }
  return found.reduce(into: []) { merged, band in
    // One band comes again at several lags where its strokes are upright.
    if merged.last?.overlaps(band) != true { merged.append(band) }
  }
}

/// The rows of a page as strokes.
private struct RowScan {
  let runs: InkRuns
  let pieceOfRun: [Int32]
  let isStroke: [Bool]
  /// Columns from the first to the last piece.
  let width: Int

  init(runs: InkRuns, pieces: InkPieces, tallest: Int) {
    self.runs = runs
    pieceOfRun = pieces.pieceOfRun
    let isStroke = pieces.boxes.indices.map {
      pieces.areas[$0] >= 12 && pieces.boxes[$0].height <= tallest
    }
    self.isStroke = isStroke
    width = pieces.boxes.indices.filter { isStroke[$0] }.map { pieces.boxes[$0] }.union?.width ?? 0
  }

  func strokes(of y: Int) -> Strokes {
    let row = runs.ofRow(y)
    var found = Strokes()
    for run in row where isStroke[Int(pieceOfRun[run])] {
      found.add(Int(runs.starts[run]), Int(runs.ends[run]))
    }
    found.close(width: width)
    return found
  }
}

/// The strokes that one row cuts, from left to right.
private struct Strokes {
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  /// Pixels of ink.
  private(set) var ink = 0
  /// Whether there are 12 strokes or more, over half of the print's width.
  private(set) var isFull = false
  /// Strokes that are enough where nearly all tell the same.
  static let few = 8

  mutating func add(_ start: Int, _ end: Int) {
    starts.append(start)
    ends.append(end)
    ink += end - start
  }

  /// After the last stroke: tells whether the row is full.
  mutating func close(width: Int) {
    guard starts.count >= 12, let first = starts.first, let last = ends.last else { return }
    isFull = 2 * (last - first) >= width
  }

  /// Whether nearly all strokes keep both ends within a pixel; six of seven where there are few.
  func isSame(as other: Strokes) -> Bool {
    guard isFull, other.isFull else { return isNearlySame(as: other) }
    let count = min(starts.count, other.starts.count)
    guard count > 0, 10 * abs(ink - other.ink) <= max(ink, other.ink) else { return false }
    guard 20 * count >= 19 * max(starts.count, other.starts.count) else { return false }
    guard starts.count == other.starts.count else {
      return shared(with: other, shift: 0) * 20 >= 19 * max(ink, other.ink)
    }
    var moved = 0
    for index in starts.indices
    where abs(starts[index] - other.starts[index]) > 1 || abs(ends[index] - other.ends[index]) > 1 {
      moved += 1
      if moved * 20 > count { return false }
    }
    return true
  }

  /// Whether strokes do not simply stay, as upright ones do from row to row; where there are few, that most are gone.
  func isGone(in other: Strokes) -> Bool {
    isFull ? !isSame(as: other) : 2 * other.ink <= ink
  }

  /// Whether the ink leaves its place but finds it again after a shift.
  ///
  /// Neighbouring rows of print share 65 % of their ink or more; by chance a shift finds half of it.
  func jumps(from other: Strokes, by reach: ClosedRange<Int>) -> Bool {
    if jumpsWhole(from: other, by: reach) { return true }
    let less = min(ink, other.ink)
    guard isFull, other.isFull, min(starts.count, other.starts.count) >= 20,
      less * 4 >= max(ink, other.ink) * 3
    else { return false }
    let still = shared(with: other, shift: 0)
    guard still * 10 <= less * 6 else { return false }
    return reach.contains { distance in
      [distance, -distance].contains {
        let found = shared(with: other, shift: $0)
        return found * 10 >= less * 7 && still * 10 <= found * 6
      }
    }
  }

  /// Whether 30 strokes end here and as many begin, with as much ink; in print 55 % of it goes on at least.
  func isTorn(from other: Strokes) -> Bool {
    let less = min(ink, other.ink)
    guard isFull, other.isFull, min(starts.count, other.starts.count) >= 30,
      less * 4 >= max(ink, other.ink) * 3
    else { return false }
    return shared(with: other, shift: 0) * 100 <= less * 45
  }

  /// Whether more than half of the ink in both rows is in both.
  func goesOn(from other: Strokes) -> Bool {
    let both = shared(with: other, shift: 0)
    return 2 * both > ink + other.ink - both
  }

  /// Whether five of six strokes of one row are those of the other after a shift, and hardly one without it.
  private func jumpsWhole(from other: Strokes, by reach: ClosedRange<Int>) -> Bool {
    let fewer = min(starts.count, other.starts.count)
    guard fewer >= Strokes.few, likes(in: other, shift: 0) * 4 <= fewer else { return false }
    return reach.contains { distance in
      [distance, -distance].contains { likes(in: other, shift: $0) * 6 >= fewer * 5 }
    }
  }

  /// Whether six of seven strokes have their like.
  private func isNearlySame(as other: Strokes) -> Bool {
    let (one, two) = (starts.count, other.starts.count)
    guard min(one, two) >= Strokes.few else { return false }
    return likes(in: other, shift: 0) * 7 >= max(one, two) * 6
  }

  /// Strokes that, moved to the right, have both ends within a pixel of another's.
  private func likes(in other: Strokes, shift: Int) -> Int {
    var (at, likes) = (0, 0)
    for index in starts.indices {
      let (start, end) = (starts[index] + shift, ends[index] + shift)
      while at < other.starts.count, other.starts[at] < start - 1 { at += 1 }
      guard at < other.starts.count else { break }
      if other.starts[at] <= start + 1, abs(other.ends[at] - end) <= 1 {
        likes += 1
        at += 1
      }
    }
    return likes
  }

  /// Pixels of ink that lie over ink of another row once this row is moved to the right.
  private func shared(with other: Strokes, shift: Int) -> Int {
    var sum = 0
    var at = 0
    for index in starts.indices {
      let start = starts[index] + shift
      let end = ends[index] + shift
      while at < other.ends.count, other.ends[at] <= start { at += 1 }
      var next = at
      while next < other.starts.count, other.starts[next] < end {
        sum += min(end, other.ends[next]) - max(start, other.starts[next])
        next += 1
      }
    }
    return sum
  }
}
