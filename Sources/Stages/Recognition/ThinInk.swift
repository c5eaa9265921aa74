import Imaging

/// What the threshold of a black and white scan left of faint thin lines: their dashes and dots, as cells.
///
/// A pixel of ink belongs to a line that lies when the ink through it is at most half a millimetre high, or 3 pixels, and no
/// higher than wide, to one that stands the other way round; dots belong to both. Letters leave their bars and stems.
struct ThinInk {
  /// Cells with ink of lines that lie.
  let lying: InkGrid
  /// Cells with ink of lines that stand.
  let standing: InkGrid
  /// Cells with any ink.
  let all: InkGrid

  /// Looks at the first rows of a page of black and white.
  init(of image: GrayImage, rows: Int, cell: Int, dpi: Int) {
    let thickest = UInt8(clamping: max(3, dpi / 50))
    let (width, height) = (image.width / cell, rows / cell)
    var all = InkGrid(width: width, height: height)
    var (lying, standing) = (all, all)
    let down = heights(of: image, rows: rows)
    for y in 0..<height * cell {
      let start = y * image.width
      var x = 0
      while x < width * cell {
        guard down[start + x] > 0 else {
          x += 1
          continue
        }
        let first = x
        while x < width * cell, down[start + x] > 0 { x += 1 }
        let wide = UInt8(clamping: x - first)
        for column in first..<x {
          let high = down[start + column]
          let at = y / cell * width + column / cell
          all.cells[at] = 1
          if high <= thickest, high <= wide { lying.cells[at] = 1 }
          if wide <= thickest, wide <= high { standing.cells[at] = 1 }
        }
      }
    }
    self.lying = lying
    self.standing = standing
    self.all = all
  }

  /// The share of the ink on the sides of a frame that is of thin lines along them, 0…1; level sides come first.
  func share(of sides: [Side]) -> Double {
    var (thin, inked) = (0.0, 0.0)
    for (index, side) in sides.enumerated() {
      let length = side.length
      thin += (index < 2 ? lying : standing).share(along: side, at: [-1, 0, 1]) * length
      inked += all.share(along: side, at: [-1, 0, 1]) * length
    }
    return inked > 0 ? thin / inked : 0
  }
}

/// For each pixel of the first rows how high the run of ink through it is, up to 255; 0 on paper.
///
/// Two passes along the rows, since one down the columns waits for memory.
private func heights(of image: GrayImage, rows: Int) -> [UInt8] {
  let (width, pixels) = (image.width, image.pixels.span)
  var heights = [UInt8](repeating: 0, count: width * rows)
  for at in 0..<width * rows where pixels[at] < 128 {
    let above = at >= width ? heights[at - width] : 0
    heights[at] = above == 255 ? 255 : above + 1
  }
  // The lowest pixel of a run knows its height.
  for at in stride(from: width * (rows - 1) - 1, through: 0, by: -1) where heights[at] > 0 {
    let below = heights[at + width]
    if below > heights[at] { heights[at] = below }
  }
  return heights
}
