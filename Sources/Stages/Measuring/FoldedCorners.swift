package import Imaging

/// Corners of the sheet that were folded over, as boxes.
///
/// A folded corner shows a straight edge that cuts the corner off, 10 to 70 mm along both sides, with what
/// lies beyond it (the back of the fold, or the lid) darker or lighter than the paper. All cuts with legs in
/// a ratio of up to 2.5 are tried; a cut counts when paper lies on its inner side and 85 % of it is a step
/// in the same direction, and what is beyond differs from paper nearly everywhere. The wedge beside a
/// crooked sheet is far longer than deep, and shade in a corner has no edge. A fold whose back is as bright
/// as the page, under white light, is not seen.
package func foldedCorners(
  in cells: CellPicture, paper: Double, millimetre: Double, image: GrayImage
) -> [Box] {
  let level = Int(paper.rounded())
  let step = max(8, level * 4 / 100)
  return Corner.allCases.compactMap { corner in
    let seen = CornerView(cells: cells, corner: corner)
    guard
      let cut = deepestCut(
        in: seen, paper: level, step: step, millimetre: millimetre / Double(cells.side))
    else { return nil }
    let across = corner.isRight ? cells.columns - cut.across..<cells.columns : 0..<cut.across
    let down = corner.isBottom ? cells.rows - cut.down..<cells.rows : 0..<cut.down
    return cells.box(columns: across, rows: down, in: image)
  }
}

private enum Corner: CaseIterable {
  case topLeft, topRight, bottomLeft, bottomRight

  var isRight: Bool { self == .topRight || self == .bottomRight }
  var isBottom: Bool { self == .bottomLeft || self == .bottomRight }
}

/// Cells counted from a corner inwards.
private struct CornerView {
  let cells: CellPicture
  let corner: Corner

  func brightness(_ across: Double, _ down: Double) -> Int {
    let x = min(cells.columns - 1, max(0, Int(across)))
    let y = min(cells.rows - 1, max(0, Int(down)))
    return cells.brightness(
      corner.isRight ? cells.columns - 1 - x : x, corner.isBottom ? cells.rows - 1 - y : y)
  }
}

/// A straight cut from one side of a corner to the other, in cells from the corner.
private struct Cut {
  let across: Int
  let down: Int
}

/// The largest cut that looks like a fold.
private func deepestCut(
  in view: CornerView, paper: Int, step: Int, millimetre: Double
) -> Cut? {
  let (low, high) = (Int(10 * millimetre), Int(70 * millimetre))
  guard high < min(view.cells.columns, view.cells.rows) else { return nil }
  var best: Cut?
  for across in stride(from: low, through: high, by: 2) {
    for down in stride(from: low, through: high, by: 2)
    where across * 5 <= down * 12 && down * 5 <= across * 12 {
      let cut = Cut(across: across, down: down)
      if let best, best.across * best.down >= across * down { continue }
      if isFold(cut, in: view, paper: paper, step: step) { best = cut }
    }
  }
  return best
}

/// Whether a cut parts paper from something else along its whole length.
private func isFold(_ cut: Cut, in view: CornerView, paper: Int, step: Int) -> Bool {
  let (a, b) = (Double(cut.across), Double(cut.down))
  let length = (a * a + b * b).squareRoot()
  // One cell and a half to either side of the cut, along its normal.
  let (nx, ny) = (1.6 * b / length, 1.6 * a / length)
  let count = max(8, Int(length / 1.5))
  var darker = 0
  var lighter = 0
  var bare = 0
  for index in 0..<count {
    // The ends of the cut lie on the rim of the sheet, which has an edge of its own.
    let share = 0.06 + 0.88 * (Double(index) + 0.5) / Double(count)
    let (x, y) = (a * share, b * (1 - share))
    let beyond = view.brightness(x - nx, y - ny)
    let within = view.brightness(x + nx, y + ny)
    if within - beyond >= step { darker += 1 }
    if beyond - within >= step { lighter += 1 }
    if abs(within - paper) < 2 * step { bare += 1 }
    // No cut recovers once a quarter of what was tried has failed.
    if index >= 8, max(darker, lighter) * 4 < index * 3 { return false }
  }
  guard max(darker, lighter) * 100 >= count * 85, bare * 10 >= count * 7 else { return false }
  return isForeign(cut, in: view, paper: paper, step: darker > lighter ? -step : step)
}

/// Whether four fifths of what lies beyond the cut differs from paper to that side.
private func isForeign(_ cut: Cut, in view: CornerView, paper: Int, step: Int) -> Bool {
  var count = 0
  var foreign = 0
  for y in stride(from: 1.0, to: Double(cut.down) - 2, by: 2) {
    let end = Double(cut.across) * (1 - y / Double(cut.down)) - 2
    for x in stride(from: 1.0, to: end, by: 2) {
      count += 1
      let difference = view.brightness(x, y) - paper
      if step < 0 ? difference * 2 <= step : difference * 2 >= step { foreign += 1 }
    }
  }
  return count >= 10 && foreign * 10 >= count * 8
}
