package import Imaging

/// Bands in which the sheet did not move evenly past the sensor, as boxes over the page's width.
///
/// Two faults of a feeder show in neighbouring rows of ink. Stalled: the same row again and again, so that
/// letters are drawn out to stripes: all strokes of a row keep both ends within a pixel for longer than an
/// x-height; print never does, for some letter of a line has a bow or a bar. Torn: from one row to the next
/// all strokes jump to one side: 70 % of the ink lies in place after a shift, and much less without it. Rows
/// need 12 strokes, to jump 20, over half of the print's width; pieces higher than 15 mm (grids of tables) are
/// left out. A jump between two lines of text shows nothing, and a squeezed band is not told from small
/// print.
package func motionFaults(
  of runs: InkRuns, pieces: InkPieces, xHeight: Double, millimetre: Double
) -> [Box] {
  let scan = RowScan(runs: runs, pieces: pieces, tallest: Int(15 * millimetre))
  let longest = max(8, Int((1.1 * xHeight).rounded()))
  let (least, most) = (max(3, Int(xHeight / 9)), max(6, Int(1.2 * xHeight)))
  var found: [Box] = []
  var above = Strokes()
  var still = 0
  for y in 0..<runs.height {
    let row = scan.strokes(of: y)
    let isFull = row.isFull(width: scan.width) && above.isFull(width: scan.width)
    if isFull, row.isSame(as: above) {
      still += 1
    } else {
      if still >= longest {
        found.append(Box(x: 0, y: y - still - 1, width: runs.width, height: still + 1))
      }
      still = 0
      if isFull, row.jumps(from: above, by: least...most) {
        found.append(Box(x: 0, y: max(0, y - most), width: runs.width, height: 2 * most))
      }
    }
    above = row
  }
  return found
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
    guard row.count >= 12 else { return Strokes() }
    var found = Strokes()
    for run in row where isStroke[Int(pieceOfRun[run])] {
      found.starts.append(Int(runs.starts[run]))
      found.ends.append(Int(runs.ends[run]))
    }
    return found
  }
}

/// The strokes that one row cuts, from left to right.
private struct Strokes {
  var starts: [Int] = []
  var ends: [Int] = []

  private var ink: Int { zip(starts, ends).reduce(0) { $0 + $1.1 - $1.0 } }

  func isFull(width: Int) -> Bool {
    guard starts.count >= 12, let first = starts.first, let last = ends.last else { return false }
    return 2 * (last - first) >= width
  }

  /// Whether nearly all strokes keep both ends within a pixel.
  func isSame(as other: Strokes) -> Bool {
    let count = min(starts.count, other.starts.count)
    guard 20 * count >= 19 * max(starts.count, other.starts.count) else { return false }
    guard starts.count == other.starts.count else {
      return shared(with: other, shift: 0) * 20 >= 19 * max(ink, other.ink)
    }
    let same = starts.indices.count {
      abs(starts[$0] - other.starts[$0]) <= 1 && abs(ends[$0] - other.ends[$0]) <= 1
    }
    return same * 20 >= 19 * count
  }

  /// Whether the ink leaves its place but finds it again after a shift.
  ///
  /// Neighbouring rows of print share 65 % of their ink or more; by chance a shift finds half of it.
  func jumps(from other: Strokes, by reach: ClosedRange<Int>) -> Bool {
    let (one, two) = (ink, other.ink)
    let less = min(one, two)
    guard min(starts.count, other.starts.count) >= 20, less * 4 >= max(one, two) * 3 else {
      return false
    }
    let still = shared(with: other, shift: 0)
    guard still * 10 <= less * 6 else { return false }
    return reach.contains { distance in
      [distance, -distance].contains {
        let found = shared(with: other, shift: $0)
        return found * 10 >= less * 7 && still * 10 <= found * 6
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
