package import Imaging

/// The ink of a page as horizontal runs, row by row, left to right.
package struct InkRuns: Equatable {
  /// Pixels a row.
  package let width: Int
  /// Rows.
  package let height: Int
  /// First column of each run.
  package let starts: [Int32]
  /// First column after each run.
  package let ends: [Int32]
  /// The runs of row y are `firstOfRow[y]..<firstOfRow[y + 1]`.
  package let firstOfRow: [Int]

  /// The runs of one row.
  package func ofRow(_ y: Int) -> Range<Int> { firstOfRow[y]..<firstOfRow[y + 1] }

  /// Pixels from `start` up to `end` over or under which a neighbouring row has ink.
  ///
  /// `next` is the first run of that row that may still matter: a caller that walks its own row from
  /// left to right keeps it, so that both rows are walked once.
  @inline(__always)
  func cover(from start: Int32, to end: Int32, in row: Range<Int>, next: inout Int) -> Int32 {
    while next < row.upperBound, ends[next] <= start { next &+= 1 }
    var sum: Int32 = 0
    var at = next
    while at < row.upperBound, starts[at] < end {
      sum &+= min(end, ends[at]) &- max(start, starts[at])
      at &+= 1
    }
    return sum
  }
}

/// Finds the runs of pixels that are darker than the threshold of their tile.
///
/// Most of a page is paper: a stretch of 64 pixels whose darkest one is paper is skipped after a
/// vectorized minimum, so that single pixels are looked at only where there is ink.
package func inkRuns(of image: GrayImage, on paper: PaperMap) -> InkRuns {
  var starts: [Int32] = []
  var ends: [Int32] = []
  starts.reserveCapacity(1 << 18)
  ends.reserveCapacity(1 << 18)
  var firstOfRow: [Int] = []
  firstOfRow.reserveCapacity(image.height + 1)
  for y in 0..<image.height {
    firstOfRow.append(starts.count)
    let row = image.row(y)
    let base = y / PaperMap.side * paper.columns
    var open: Int32 = -1
    for column in 0..<paper.columns {
      let left = column &* PaperMap.side
      let tile = row.extracting(left..<min(left &+ PaperMap.side, row.count))
      let threshold = paper.thresholds[base &+ column]
      if darkest(tile) >= threshold {
        if open >= 0 {
          starts.append(open)
          ends.append(Int32(truncatingIfNeeded: left))
          open = -1
        }
        continue
      }
      for x in tile.indices {
        let isInk = tile[x] < threshold
        if isInk == (open >= 0) { continue }
        if isInk {
          open = Int32(truncatingIfNeeded: left &+ x)
        } else {
          starts.append(open)
          ends.append(Int32(truncatingIfNeeded: left &+ x))
          open = -1
        }
      }
    }
    if open >= 0 {
      starts.append(open)
      ends.append(Int32(truncatingIfNeeded: image.width))
    }
  }
  firstOfRow.append(starts.count)
  return InkRuns(
    width: image.width, height: image.height, starts: starts, ends: ends, firstOfRow: firstOfRow)
}

@inline(__always)
private func darkest(_ pixels: Span<UInt8>) -> UInt8 {
  var low: UInt8 = 255
  for x in pixels.indices { low = min(low, pixels[x]) }
  return low
}
