import Imaging

/// The ink with a hue on a page, by its cells.
struct ColoredInk {
  private var colored = 0
  private var red = 0
  /// The pixels of the cells with a hue; nil without any.
  let box: Box?

  init(_ cells: CellPicture, paper: PaperColor) {
    var (columns, rows) = (Int.max...Int.max, 0...0)
    for at in stride(from: 0, to: cells.colors.count, by: 3) {
      // What ink takes away from the light of the paper.
      let r = paper.red - Int(cells.colors[at])
      let g = paper.green - Int(cells.colors[at + 1])
      let b = paper.blue - Int(cells.colors[at + 2])
      if min(g, b) - r >= 45 { red += 1 }
      guard max(r, g, b) - min(r, g, b) > 60 else { continue }
      let (column, row) = (at / 3 % cells.columns, at / 3 / cells.columns)
      if colored == 0 { (columns, rows) = (column...column, row...row) }
      columns = min(columns.lowerBound, column)...max(columns.upperBound, column)
      rows = rows.lowerBound...row
      colored += 1
    }
    box =
      colored == 0
      ? nil
      : Box(
        x: columns.lowerBound * cells.side, y: rows.lowerBound * cells.side,
        width: columns.count * cells.side, height: rows.count * cells.side)
  }

  /// A signature or a seal covers dozens of cells; fringes of print rarely reach a cell's mean.
  var isThere: Bool { colored >= 15 }
  var hasRed: Bool { red >= 10 }
}
