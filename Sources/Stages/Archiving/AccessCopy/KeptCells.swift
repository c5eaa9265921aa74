import Imaging

/// What is kept of a page pixel for pixel, in cells as large as the blocks that JPEG packs.
///
/// A cell belongs to one region. A region is a box of which only its own cells are shown, so that print between
/// a signature and a stamp costs nothing.
struct KeptCells {
  /// Pixels of a cell each way.
  static let side = 8

  let columns: Int
  let rows: Int
  /// The regions, in the order that they were claimed in.
  private(set) var regions: [KeptRegion] = []
  private var taken: [Bool]

  /// A grid without regions; what is left over at the right and the lower edge belongs to none.
  init(width: Int, height: Int) {
    (columns, rows) = (width / Self.side, height / Self.side)
    taken = [Bool](repeating: false, count: columns * rows)
  }

  /// How many pixels are kept.
  var area: Int { taken.count { $0 } * Self.side * Self.side }

  /// Makes one region of what boxes cover, a rim of one cell around them, and all that stands between them both across
  /// and down: what is within a seal or a signature, and not what is beside it.
  mutating func claim(_ boxes: [Box]) {
    var (across, down): ([Int: ClosedRange<Int>], [Int: ClosedRange<Int>]) = ([:], [:])
    for box in boxes {
      guard let span = span(of: box) else { continue }
      for y in span.rows { across[y] = across[y]?.joined(span.columns) ?? span.columns }
      for x in span.columns { down[x] = down[x]?.joined(span.rows) ?? span.rows }
    }
    let cells = across.flatMap { y, columns in
      columns.filter { down[$0]?.contains(y) == true && !taken[y * self.columns + $0] }.map {
        (x: $0, y: y)
      }
    }
    guard let first = cells.first else { return }
    var (left, top, right, bottom) = (first.0, first.1, first.0, first.1)
    for (x, y) in cells {
      taken[y * columns + x] = true
      (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
    }
    let grid = Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    regions.append(KeptRegion(grid, showing: cells))
  }

  /// The cells of a box and a rim of one around them.
  private func span(of box: Box) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    let side = Self.side
    let (left, right) = (max(0, box.x / side - 1), min(columns - 1, (box.maxX - 1) / side + 1))
    let (top, bottom) = (max(0, box.y / side - 1), min(rows - 1, (box.maxY - 1) / side + 1))
    return left <= right && top <= bottom ? (left...right, top...bottom) : nil
  }
}

/// A box of which some cells are kept pixel for pixel.
struct KeptRegion {
  /// In pixels, on whole cells.
  let box: Box
  /// The kept cells, in pixels of the page.
  let cells: [Box]
  /// The cells that are not kept, one bit each; nil where all of the box is kept.
  let hidden: PrintMask?

  fileprivate init(_ grid: Box, showing shown: [(x: Int, y: Int)]) {
    let side = KeptCells.side
    box = Box(
      x: grid.x * side, y: grid.y * side, width: grid.width * side, height: grid.height * side)
    cells = shown.map { Box(x: $0.x * side, y: $0.y * side, width: side, height: side) }
    guard shown.count < grid.area else {
      hidden = nil
      return
    }
    var kept = [Bool](repeating: false, count: grid.area)
    for cell in shown { kept[(cell.y - grid.y) * grid.width + cell.x - grid.x] = true }
    var mask = PrintMask(width: grid.width, height: grid.height)
    for cell in kept.indices where !kept[cell] { mask.set(cell % grid.width, cell / grid.width) }
    hidden = mask
  }
}

extension ClosedRange<Int> {
  fileprivate func joined(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
