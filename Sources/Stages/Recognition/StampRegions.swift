import Imaging

/// Where red ink that may be text stands on an upright page.
struct StampRegions {
  /// At most ten boxes in pixels, the likeliest marks first.
  let boxes: [Box]
  /// The red ink outside round seals, on a grid.
  let grid: InkGrid
  /// Pixels a side of a cell of the grid.
  let cell: Int

  /// Finds groups of red ink between 6 × 2.2 and 190 × 70 mm that are not round seals.
  init(in image: ColorImage, ink: RedInk, dpi: Int) {
    let millimetre = Double(dpi) / 25.4
    // 0.3 mm: a stroke of a stamp is at least as wide.
    let cell = min(15, max(1, Int((0.3 * millimetre).rounded())))
    self.cell = cell
    var grid = ink.grid(of: image, cell: cell)
    guard grid.cells.contains(1) else {
      self.grid = grid
      boxes = []
      return
    }
    let perMillimetre = millimetre / Double(cell)
    let pieces = LabelledPieces(grid.dilated(x: 1, y: 1)).pieces
    for piece in pieces where isSeal(piece.box, on: grid, perMillimetre: perMillimetre) {
      grid.clearEllipse(in: piece.box)
    }
    self.grid = grid
    // Words of one line stand up to 4 mm apart, lines of a stamp are framed or closer than 1 mm.
    let dx = max(1, Int((2 * perMillimetre).rounded()))
    let dy = max(1, Int((0.5 * perMillimetre).rounded()))
    let found = LabelledPieces(grid.dilated(x: dx, y: dy)).pieces.compactMap { piece -> Box? in
      let left = min(piece.box.x + dx, piece.box.maxX - 1)
      let top = min(piece.box.y + dy, piece.box.maxY - 1)
      let box = Box(
        x: left, y: top, width: max(1, piece.box.maxX - dx - left),
        height: max(1, piece.box.maxY - dy - top))
      let (width, height) = (
        Double(box.width) / perMillimetre, Double(box.height) / perMillimetre
      )
      guard width >= 6, height >= 2.2, width <= 190, height <= 70, width >= 0.8 * height else {
        return nil
      }
      // A twenty-fifth is less than the thinnest letters fill, nine tenths is a block of colour.
      let filled = grid.count(in: box)
      guard filled * 25 >= box.area, filled * 10 <= box.area * 9 else { return nil }
      return box
    }
    func isMarkSized(_ box: Box) -> Bool {
      let height = Double(box.height) / perMillimetre
      return (10...60).contains(Double(box.width) / perMillimetre) && (4...22).contains(height)
    }
    // The letters of a wide frame form groups of their own: they are read with it.
    let outer = found.filter { box in
      !found.contains { other in
        other.area > box.area && (other.intersection(box)?.area ?? 0) * 5 >= box.area * 4
      }
    }
    let ranked = outer.filter(isMarkSized) + outer.filter { !isMarkSized($0) }
    boxes = ranked.prefix(10).map {
      Box(x: $0.x * cell, y: $0.y * cell, width: $0.width * cell, height: $0.height * cell)
    }
  }

  /// Whether red ink stands in the cell of a pixel or beside it.
  func isNearInk(_ x: Int, _ y: Int) -> Bool {
    let (column, row) = (x / cell, y / cell)
    for nearRow in row - 1...row + 1 {
      for nearColumn in column - 1...column + 1 where grid.isInk(nearColumn, nearRow) {
        return true
      }
    }
    return false
  }
}

/// Whether a piece is a round seal: as high as wide within 25 %, wider than 24 mm, its corners empty.
///
/// A circle leaves 0.146 of its width free along each diagonal; a frame has ink there.
private func isSeal(_ box: Box, on grid: InkGrid, perMillimetre: Double) -> Bool {
  let ratio = Double(box.width) / Double(box.height)
  guard ratio >= 0.8, ratio <= 1.25, Double(min(box.width, box.height)) > 24 * perMillimetre else {
    return false
  }
  let side = box.width / 12
  let corners = [(box.x, box.y), (box.maxX - side, box.y)].flatMap { x, y in
    [
      Box(x: x, y: y, width: side, height: side),
      Box(x: x, y: box.maxY - side, width: side, height: side),
    ]
  }
  return corners.count { grid.count(in: $0) == 0 } >= 3
}

extension InkGrid {
  /// Takes away the ink inside the ellipse that fills a box, and one cell around it.
  fileprivate mutating func clearEllipse(in box: Box) {
    let (halfWidth, halfHeight) = (Double(box.width) / 2 + 1, Double(box.height) / 2 + 1)
    let around = box.grown(by: 1, within: width, height)
    for y in around.y..<around.maxY {
      let down = (Double(y) + 0.5 - box.midY) / halfHeight
      for x in around.x..<around.maxX {
        let across = (Double(x) + 0.5 - box.midX) / halfWidth
        if across * across + down * down <= 1 { cells[y * width + x] = 0 }
      }
    }
  }
}
