package import Imaging

/// Share of paper without print that is strewn with fragments of print from the back, 0…1.
///
/// Where a scan has only black and white, or its paper was whitened, print of the back is left as lines of
/// fragments, of which some are too pale for ink. Of the cells of 3 x-heights that hold no letter, those with 3 or more fragments (ink under
/// 0.15 squared x-heights) at 3 heights or more count, if a cell beside them does as well: the dots of a
/// dotted line lie at one. Nil without an x-height, and on
/// pages with more specks than letters, which are dirty all over (`speckle`). What has a hue is left of
/// a seal or a pen and does not count, nor what lies in streaks and folded corners. Dust that lies in heaps reads the same.
package func ghostShare(
  of pieces: InkPieces, paleSpots: [PaleSpot], color: ColorImage?, xHeight: Double?,
  speckle: Double?, leavingOut covers: [Box], width: Int, height: Int
) -> Double? {
  guard let xHeight, xHeight >= 4, (speckle ?? 0) <= 1 else { return nil }
  let side = Int(3 * xHeight)
  let columns = width / side + 1
  let rows = height / side + 1
  // One bit for each fifth of an x-height at which a fragment lies.
  var heights = [UInt16](repeating: 0, count: columns * rows)
  let fifth = max(1, side / 15 + 1)
  var hasPrint = [Bool](repeating: false, count: columns * rows)
  func isCovered(x: Int, y: Int) -> Bool {
    // A streak is a few pixels wide, the shade beside a fold a few more.
    covers.contains {
      x >= $0.x - side / 4 && x < $0.maxX + side / 4 && y >= $0.y - side && y < $0.maxY + side
    }
  }
  for (index, box) in pieces.boxes.enumerated() {
    if Double(pieces.areas[index]) < 0.15 * xHeight * xHeight {
      let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
      if isCovered(x: x, y: y) || color?.hasHue(x: x, y: y) ?? false { continue }
      heights[y / side * columns + x / side] |= 1 << UInt16(y % side / fifth)
    } else {
      for row in box.y / side...(box.maxY - 1) / side {
        for column in box.x / side...(box.maxX - 1) / side {
          hasPrint[row * columns + column] = true
        }
      }
    }
  }
  for spot in paleSpots where !(color?.hasHue(x: spot.x + 2, y: spot.y + 2) ?? false) {
    if isCovered(x: spot.x, y: spot.y) { continue }
    heights[spot.y / side * columns + spot.x / side] |= 1 << UInt16(spot.y % side / fifth)
  }
  var bare = 0
  var ghosts = 0
  func isStrewn(_ cell: Int) -> Bool {
    // Beside print the fragments are its own broken strokes.
    let around = [cell, cell - columns, cell + columns, cell - 1, cell + 1]
    return heights[cell].nonzeroBitCount >= 3
      && !around.contains { hasPrint.indices.contains($0) && hasPrint[$0] }
  }
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

extension ColorImage {
  /// Whether the 5 × 5 pixels around a place hold one with a hue.
  func hasHue(x: Int, y: Int) -> Bool {
    for row in max(0, y - 2)...min(height - 1, y + 2) {
      for column in max(0, x - 2)...min(width - 1, x + 2) {
        let at = (row * width + column) * 3
        let (red, green, blue) = (pixels[at], pixels[at + 1], pixels[at + 2])
        if Int(max(red, green, blue)) - Int(min(red, green, blue)) > 40 { return true }
      }
    }
    return false
  }
}
