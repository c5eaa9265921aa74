import Imaging

/// The cells of a page that hold ink with a hue.
struct ColoredCells {
  private var colored = 0
  private var red = 0
  /// The pixels of the cells with a hue; nil without any.
  private(set) var box: Box?

  init(_ cells: CellPicture, paper: PaperColor) {
    for at in stride(from: 0, to: cells.colors.count, by: 3) {
      // What ink takes away from the light of the paper.
      let r = paper.red - Int(cells.colors[at])
      let g = paper.green - Int(cells.colors[at + 1])
      let b = paper.blue - Int(cells.colors[at + 2])
      if min(g, b) - r >= 45 { red += 1 }
      guard max(r, g, b) - min(r, g, b) > 60 else { continue }
      colored += 1
      let cell = Box(
        x: at / 3 % cells.columns * cells.side, y: at / 3 / cells.columns * cells.side,
        width: cells.side, height: cells.side)
      box = box?.union(cell) ?? cell
    }
  }

  /// A signature or a seal covers dozens of cells; fringes of print rarely reach a cell's mean.
  var isThere: Bool { colored >= 15 }
  var hasRed: Bool { red >= 10 }
}
