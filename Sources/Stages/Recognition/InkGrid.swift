import Imaging

/// Ink on a grid, 1 where there is ink, 0 elsewhere, rows from the top.
struct InkGrid: Equatable {
  let width: Int
  let height: Int
  var cells: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = [UInt8](repeating: 0, count: width * height)
  }

  /// Whether there is ink; none outside the grid.
  func isInk(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < width && y < height && cells[y * width + x] != 0
  }

  /// Ink cells within a box, which must lie inside the grid.
  func count(in box: Box) -> Int {
    var count = 0
    for y in box.y..<box.maxY {
      for x in box.x..<box.maxX { count += Int(cells[y * width + x]) }
    }
    return count
  }

  /// The ink grown by so many cells to every side.
  func dilated(x dx: Int, y dy: Int) -> InkGrid {
    var across = self
    for y in 0..<height {
      let row = y * width
      var reach = Int.min
      for x in 0..<width where cells[row + x] != 0 {
        for to in max(reach, x - dx, 0)...max(reach, min(x + dx, width - 1)) {
          across.cells[row + to] = 1
        }
        reach = min(x + dx, width - 1)
      }
    }
    guard dy > 0 else { return across }
    var result = across
    for y in 0..<height {
      for from in max(0, y - dy)...min(height - 1, y + dy) where from != y {
        let (row, source) = (y * width, from * width)
        for x in 0..<width { result.cells[row &+ x] |= across.cells[source &+ x] }
      }
    }
    return result
  }
}

/// The 8-connected pieces of a grid: their boxes, and which piece each cell belongs to.
struct LabelledPieces {
  /// One piece.
  struct Piece {
    var box: Box
    var area: Int
  }

  /// The pieces in the order of their first cells.
  private(set) var pieces: [Piece] = []
  /// The number of the piece of each cell, from 0; -1 where there is no ink.
  private(set) var labels: [Int32]

  init(_ grid: InkGrid) {
    labels = [Int32](repeating: -1, count: grid.cells.count)
    var open: [Int] = []
    for start in grid.cells.indices where grid.cells[start] != 0 && labels[start] < 0 {
      let label = Int32(pieces.count)
      var (left, right) = (start % grid.width, start % grid.width)
      var (top, bottom) = (start / grid.width, start / grid.width)
      var area = 0
      labels[start] = label
      open.append(start)
      while let cell = open.popLast() {
        let (x, y) = (cell % grid.width, cell / grid.width)
        area += 1
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
        for nearY in max(0, y - 1)...min(grid.height - 1, y + 1) {
          for nearX in max(0, x - 1)...min(grid.width - 1, x + 1) {
            let near = nearY * grid.width + nearX
            guard grid.cells[near] != 0, labels[near] < 0 else { continue }
            labels[near] = label
            open.append(near)
          }
        }
      }
      pieces.append(
        Piece(
          box: Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1), area: area))
    }
  }
}
