import Imaging

/// The rows of a page as strokes.
struct RowScan {
  let runs: InkRuns
  let pieceOfRun: [Int32]
  let isStroke: [Bool]
  /// Columns from the first to the last piece.
  let width: Int

  /// Of pieces of 3 pixels and more that are at most so high.
  init(runs: InkRuns, pieces: InkPieces, tallest: Int = .max) {
    self.runs = runs
    pieceOfRun = pieces.pieceOfRun
    let isStroke = pieces.boxes.indices.map {
      pieces.areas[$0] >= 3 && pieces.boxes[$0].height <= tallest
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
struct Strokes {
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  /// Pixels of ink.
  private(set) var ink = 0
  /// Whether there are 12 strokes or more, over half of the print's width.
  private(set) var isFull = false
  var count: Int { starts.count }
  /// Strokes that are enough where nearly all tell the same.
  static let few = 8
  /// Strokes of a line of print, of which no row ends all by chance.
  static let ofLine = 45

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
    isFull ? !isSame(as: other) : isMostlyBare(in: other)
  }

  /// Whether another row has half of the ink at most.
  func isMostlyBare(in other: Strokes) -> Bool { 2 * other.ink <= ink }

  /// Whether the ink leaves its place but finds it again after a shift.
  ///
  /// Neighbouring rows of print share 65 % of their ink or more; by chance a shift finds half of it.
  func jumps(from other: Strokes, by reach: ClosedRange<Int>) -> Bool {
    guard areFull(with: other, strokes: 20) else { return false }
    return finds(other, again: 70, still: 60, by: reach)
  }

  /// As `jumps`, wherever the strokes stand: those of a short line, and of heads and feet that grow from row to row.
  ///
  /// Of 12 strokes chance finds more than of 20, so that more of them must be found again.
  func jumpsWithFew(from other: Strokes, by reach: ClosedRange<Int>) -> Bool {
    let (fewer, more) = (
      min(starts.count, other.starts.count), max(starts.count, other.starts.count)
    )
    let (less, whole) = (min(ink, other.ink), max(ink, other.ink))
    // Where a row ends many strokes of its own, those that go on must be nearly all found.
    if fewer >= 20, 2 * fewer >= more, 2 * less >= whole,
      finds(other, again: 90, still: 40, by: reach)
    {
      return true
    }
    if fewer >= 8, 5 * less >= 4 * whole, 4 * fewer >= 3 * more,
      gains(on: other, found: 80, more: 30, by: reach)
    {
      return true
    }
    guard fewer >= 12, 4 * fewer >= 3 * more, 3 * less >= 2 * whole else { return false }
    return finds(other, again: fewer >= 20 ? 72 : fewer >= 16 ? 76 : 80, still: 56, by: reach)
  }

  /// As `jumps`, of the few strokes of a seal or a pen.
  ///
  /// Of three hardly any ink may stay in place. Of eight, as in a seal, half may: the sheet slips by little more than a
  /// pen is wide. Rows of seals share no more ink after a shift than without it, slipped ones a quarter of it.
  func jumpsInColor(from other: Strokes, by reach: ClosedRange<Int>) -> Bool {
    let (fewer, more) = (min(count, other.count), max(count, other.count))
    let (less, whole) = (min(ink, other.ink), max(ink, other.ink))
    guard fewer >= 3, 3 * fewer >= 2 * more, 3 * less >= 2 * whole else { return false }
    if finds(other, again: 80, still: 20, by: reach) { return true }
    return fewer >= 8 && 5 * less >= 4 * whole && gains(on: other, found: 72, more: 22, by: reach)
  }

  /// Whether a shift finds so many percent of the ink, and so many more than are in place without it.
  private func gains(
    on other: Strokes, found least: Int, more: Int, by reach: ClosedRange<Int>
  ) -> Bool {
    let less = min(ink, other.ink)
    let still = shared(with: other, shift: 0)
    guard (100 - more) * less >= 100 * still else { return false }
    func isFound(at shift: Int) -> Bool {
      let found = shared(with: other, shift: shift)
      return found * 100 >= less * least && (found - still) * 100 >= less * more
    }
    return reach.hasEitherWay(isFound)
  }

  /// Whether at most `still` percent of the ink stays in place, and `again` percent is there after a shift.
  private func finds(
    _ other: Strokes, again: Int, still most: Int, by reach: ClosedRange<Int>
  ) -> Bool {
    let less = min(ink, other.ink)
    let still = shared(with: other, shift: 0)
    guard still * 100 <= less * most else { return false }
    func isFound(at shift: Int) -> Bool {
      let found = shared(with: other, shift: shift)
      return found * 100 >= less * again && still * 20 <= found * 13
    }
    return reach.hasEitherWay(isFound)
  }

  /// Whether 30 strokes end here and as many begin, with as much ink; in print 55 % of it goes on at least.
  func isTorn(from other: Strokes) -> Bool {
    areFull(with: other, strokes: 30)
      && shared(with: other, shift: 0) * 100 <= min(ink, other.ink) * 45
  }

  /// Whether so many percent of the strokes in either row keep both ends within a pixel.
  func keeps(_ percent: Int, of other: Strokes) -> Bool {
    likes(in: other, shift: 0) * 100 >= max(count, other.count) * percent
  }

  /// Whether two full rows have so many strokes and nearly as much ink.
  private func areFull(with other: Strokes, strokes: Int) -> Bool {
    isFull && other.isFull && min(starts.count, other.starts.count) >= strokes
      && min(ink, other.ink) * 4 >= max(ink, other.ink) * 3
  }

  /// Whether more than half of the ink in both rows is in both.
  func goesOn(from other: Strokes) -> Bool {
    let both = shared(with: other, shift: 0)
    return 2 * both > ink + other.ink - both
  }

  /// Whether 85 % of the smaller row's ink stays in place.
  func isStill(under other: Strokes) -> Bool {
    20 * shared(with: other, shift: 0) >= 17 * min(ink, other.ink)
  }

  /// Whether three quarters of the ink in both rows is in both, as nearly everywhere.
  func staysAs(_ other: Strokes) -> Bool {
    let both = shared(with: other, shift: 0)
    return 4 * both > 3 * (ink + other.ink - both)
  }

  /// The strokes that go straight on from another row: stems, and the dots and bars of letters.
  func kept(from other: Strokes) -> Strokes {
    var kept = Strokes()
    forEachLike(in: other, shift: 0) { kept.add(starts[$0], ends[$0]) }
    return kept
  }

  /// Whether there are some, of which five of six are in another row after a shift, and hardly one without it.
  func areAll(in other: Strokes, by reach: ClosedRange<Int>) -> Bool {
    // Among many more strokes some shift finds most by chance.
    guard starts.count >= Strokes.few, other.starts.count <= 4 * starts.count,
      other.starts.count * 6 >= starts.count * 5,
      likes(in: other, shift: 0) * 4 <= starts.count
    else { return false }
    func isFound(at shift: Int) -> Bool {
      likes(in: other, shift: shift) * 6 >= starts.count * 5
    }
    return reach.hasEitherWay(isFound)
  }

  /// Whether six of seven strokes have their like.
  private func isNearlySame(as other: Strokes) -> Bool {
    let (one, two) = (starts.count, other.starts.count)
    guard min(one, two) >= Strokes.few, min(one, two) * 7 >= max(one, two) * 6 else { return false }
    return likes(in: other, shift: 0) * 7 >= max(one, two) * 6
  }

  /// Strokes that, moved to the right, have both ends within a pixel of another's.
  func likes(in other: Strokes, shift: Int) -> Int {
    var likes = 0
    forEachLike(in: other, shift: shift) { _ in likes += 1 }
    return likes
  }

  private func forEachLike(in other: Strokes, shift: Int, _ body: (Int) -> Void) {
    var at = 0
    for index in starts.indices {
      let (start, end) = (starts[index] + shift, ends[index] + shift)
      while at < other.starts.count, other.starts[at] < start - 1 { at += 1 }
      guard at < other.starts.count else { return }
      if other.starts[at] <= start + 1, abs(other.ends[at] - end) <= 1 {
        body(index)
        at += 1
      }
    }
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

extension ClosedRange<Int> {
  /// Whether a shift of one of these distances, to the right or to the left, is such.
  fileprivate func hasEitherWay(_ isSuch: (Int) -> Bool) -> Bool {
    contains { isSuch($0) || isSuch(-$0) }
  }
}

/// Two neighbouring rows, and of each the strokes that come straight from farther up or go straight on down.
struct Seam {
  let above: Strokes
  let below: Strokes
  let up: Strokes
  let down: Strokes

  /// Whether at least so many strokes lead up to the seam and away from it, and all are moved by one distance there.
  ///
  /// Six of seven must be found again on the other side, at most a quarter where they were. The dots of a screened
  /// picture are found after many distances.
  func isMoved(least: Int, by reach: ClosedRange<Int>) -> Bool {
    guard min(up.count, down.count) >= least,
      up.likes(in: below, shift: 0) * 4 <= up.count,
      down.likes(in: above, shift: 0) * 4 <= down.count
    else { return false }
    func isFound(after shift: Int) -> Bool {
      up.likes(in: below, shift: shift) * 7 >= up.count * 6
        && down.likes(in: above, shift: -shift) * 7 >= down.count * 6
    }
    let shifts = reach.flatMap { [$0, -$0] }.filter(isFound)
    guard let first = shifts.min(), let last = shifts.max() else { return false }
    return last - first <= 2
  }
}
