package import Imaging

/// The connected pieces of ink of a page.
package struct InkPieces: Equatable {
  /// The bounding box of each piece.
  package let boxes: [Box]
  /// The ink pixels of each piece.
  package let areas: [Int]
  /// The piece that each run belongs to.
  package let pieceOfRun: [Int32]
}

/// Joins runs that touch, also over corners, into pieces.
///
/// Union-find over runs with path halving; roots are always the earliest run, so pieces come in the
/// order of their first run. Cost grows with the number of runs, not of pixels. Agrees with
/// Leptonica's `pixConnComp`, 8-connected.
package func inkPieces(of runs: InkRuns) -> InkPieces {
  var parent = [Int32](repeating: 0, count: runs.starts.count)
  for index in parent.indices { parent[index] = Int32(truncatingIfNeeded: index) }
  for y in stride(from: 1, to: runs.height, by: 1) {
    join(runs, row: runs.ofRow(y), above: runs.ofRow(y - 1), &parent)
  }
  return collected(runs, &parent)
}

/// Walks two neighbouring rows together and joins what touches.
private func join(
  _ runs: InkRuns, row: Range<Int>, above: Range<Int>, _ parent: inout [Int32]
) {
  let starts = runs.starts.span
  let ends = runs.ends.span
  var upper = above.lowerBound
  for lower in row {
    let start = starts[lower]
    let end = ends[lower]
    // An upper run that ends left of `start` touches neither this run nor a later one.
    while upper < above.upperBound, ends[upper] < start { upper &+= 1 }
    var other = upper
    while other < above.upperBound, starts[other] <= end {
      unite(&parent, lower, other)
      other &+= 1
    }
  }
}

@inline(__always)
private func root(_ parent: inout [Int32], _ index: Int) -> Int {
  var index = index
  while Int(parent[index]) != index {
    parent[index] = parent[Int(parent[index])]
    index = Int(parent[index])
  }
  return index
}

@inline(__always)
private func unite(_ parent: inout [Int32], _ first: Int, _ second: Int) {
  let one = root(&parent, first)
  let two = root(&parent, second)
  if one < two {
    parent[two] = Int32(truncatingIfNeeded: one)
  } else if two < one {
    parent[one] = Int32(truncatingIfNeeded: two)
  }
}

/// Numbers the roots and adds up boxes and areas.
private func collected(_ runs: InkRuns, _ parent: inout [Int32]) -> InkPieces {
  var pieceOfRun = [Int32](repeating: 0, count: parent.count)
  var extents: [Extent] = []
  for y in 0..<runs.height {
    for run in runs.ofRow(y) {
      let origin = root(&parent, run)
      let start = runs.starts[run]
      let end = runs.ends[run]
      if origin == run {
        pieceOfRun[run] = Int32(truncatingIfNeeded: extents.count)
        extents.append(Extent(start: start, end: end, row: Int32(truncatingIfNeeded: y)))
      } else {
        let piece = pieceOfRun[origin]
        pieceOfRun[run] = piece
        extents[Int(piece)].add(start: start, end: end, row: Int32(truncatingIfNeeded: y))
      }
    }
  }
  return InkPieces(
    boxes: extents.map(\.box), areas: extents.map(\.area), pieceOfRun: pieceOfRun)
}

/// The growing bounds of one piece.
private struct Extent {
  private var left: Int32
  private var right: Int32
  private let top: Int32
  private var bottom: Int32
  private(set) var area: Int

  init(start: Int32, end: Int32, row: Int32) {
    left = start
    right = end
    top = row
    bottom = row
    area = Int(end - start)
  }

  mutating func add(start: Int32, end: Int32, row: Int32) {
    left = min(left, start)
    right = max(right, end)
    bottom = max(bottom, row)
    area += Int(end &- start)
  }

  var box: Box {
    Box(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top) + 1)
  }
}
