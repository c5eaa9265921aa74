import Imaging

/// Share of paper without print that is strewn with fragments of print from the back, 0…1.
///
/// Where a scan has only black and white, or its paper was whitened, print of the back is left as lines of
/// fragments. Of the cells of 3 x-heights that hold no letter, those with 4 or more fragments (ink under
/// 0.15 squared x-heights) count, if a cell beside them does as well. Nil without an x-height, and on
/// pages with more specks than letters, which are dirty all over (`speckle`). Dust that lies in heaps
/// reads the same.
package func ghostShare(
  of pieces: InkPieces, xHeight: Double?, speckle: Double?, width: Int,
  height: Int
) -> Double? {
  guard let xHeight, xHeight >= 4, (speckle ?? 0) <= 1 else { return nil }
  let side = Int(3 * xHeight)
  let columns = width / side + 1
  let rows = height / side + 1
  var fragments = [Int](repeating: 0, count: columns * rows)
  var hasPrint = [Bool](repeating: false, count: columns * rows)
  for (index, box) in pieces.boxes.enumerated() {
    if Double(pieces.areas[index]) < 0.15 * xHeight * xHeight {
      fragments[(box.y + box.height / 2) / side * columns + (box.x + box.width / 2) / side] += 1
    } else {
      for row in box.y / side...(box.maxY - 1) / side {
        for column in box.x / side...(box.maxX - 1) / side {
          hasPrint[row * columns + column] = true
        }
      }
    }
  }
  var bare = 0
  var ghosts = 0
  func isStrewn(_ cell: Int) -> Bool { !hasPrint[cell] && fragments[cell] >= 4 }
  for row in 0..<rows {
    for column in 0..<columns where !hasPrint[row * columns + column] {
      let cell = row * columns + column
      bare += 1
      let isBeside =
        column > 0 && isStrewn(cell - 1) || column + 1 < columns && isStrewn(cell + 1)
      ghosts += isStrewn(cell) && isBeside ? 1 : 0
    }
  }
  return bare >= 20 ? Double(ghosts) / Double(bare) : nil
}
