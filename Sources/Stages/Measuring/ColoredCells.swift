import Imaging

/// The cells of a page that hold ink with a hue.
struct ColoredCells {
  private var colored = 0
  private var red = 0
  /// For each row of cells, the columns from the first to the last with a hue; empty without any.
  private var spans: [Range<Int>]
  private let side: Int

  init(_ cells: CellPicture, paper: PaperColor) {
    side = cells.side
    spans = [Range<Int>](repeating: 0..<0, count: cells.rows)
    for at in stride(from: 0, to: cells.colors.count, by: 3) {
      // What ink takes away from the light of the paper.
      let r = paper.red - Int(cells.colors[at])
      let g = paper.green - Int(cells.colors[at + 1])
      let b = paper.blue - Int(cells.colors[at + 2])
      if min(g, b) - r >= 45 { red += 1 }
      guard max(r, g, b) - min(r, g, b) > 60 else { continue }
      colored += 1
      let (row, column) = (at / 3 / cells.columns, at / 3 % cells.columns)
      spans[row] = spans[row].isEmpty ? column..<column + 1 : spans[row].lowerBound..<column + 1
    }
  }

  /// The columns of pixels from the first to the last cell with a hue, in the row of cells of a row of pixels and those
  /// beside it.
  func columns(aroundRow y: Int, width: Int) -> Range<Int> {
    let row = min(y / side, spans.count - 1)
    let near = spans[max(0, row - 1)...min(spans.count - 1, row + 1)].filter { !$0.isEmpty }
    guard let first = near.map(\.lowerBound).min(), let last = near.map(\.upperBound).max() else {
      return 0..<0
    }
    return first * side..<min(width, last * side)
  }

  /// A signature or a seal covers dozens of cells; fringes of print rarely reach a cell's mean.
  var isThere: Bool { colored >= 15 }
  var hasRed: Bool { red >= 10 }
}
