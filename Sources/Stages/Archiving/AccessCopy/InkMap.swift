import Imaging

/// Which pixels are print.
struct InkMap {
  let width: Int
  let height: Int
  /// 1 is print.
  private(set) var cells: [UInt8]
  /// What print of each block is darker than; 0 where there is only paper.
  private var limits: [UInt8]
  /// The contrast of paper and ink of each block; 0 where there is only paper.
  private var contrasts: [UInt8]

  init(of gray: GrayImage) {
    width = gray.width
    height = gray.height
    cells = [UInt8](repeating: 0, count: width * height)
    let side = PageLayers.block
    let (columns, rows) = ((width + side - 1) / side, (height + side - 1) / side)
    limits = [UInt8](repeating: 0, count: columns * rows)
    contrasts = limits
    var bright = [Int](repeating: 255, count: columns * rows)
    var dark = [Int](repeating: 255, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let ends = Self.ends(of: gray, column * side, row * side, side)
        bright[row * columns + column] = ends.bright
        dark[row * columns + column] = ends.dark
      }
    }
    for row in 0..<rows {
      for column in 0..<columns {
        // A block inside a thick stroke takes its paper from around.
        var (paper, ink) = (0, 255)
        for y in max(0, row - 1)...min(rows - 1, row + 1) {
          for x in max(0, column - 1)...min(columns - 1, column + 1) {
            paper = max(paper, bright[y * columns + x])
            ink = min(ink, dark[y * columns + x])
          }
        }
        // Below this contrast there is only paper: a blank sheet's grain spans some twenty values.
        guard paper - ink > 48 else { continue }
        let limit = UInt8(clamping: ink + (paper - ink) * 55 / 100)
        limits[row * columns + column] = limit
        contrasts[row * columns + column] = UInt8(clamping: paper - ink)
        mark(gray, column * side, row * side, side, below: limit)
      }
    }
  }

  /// The values that 3 % of a block are darker than, and that 10 % are brighter than.
  private static func ends(
    of gray: GrayImage, _ x: Int, _ y: Int, _ side: Int
  ) -> (dark: Int, bright: Int) {
    var histogram = [Int](repeating: 0, count: 256)
    let (right, bottom) = (min(gray.width, x + side), min(gray.height, y + side))
    for line in y..<bottom {
      let row = gray.row(line)
      for column in x..<right { histogram[Int(row[column])] &+= 1 }
    }
    let count = (right - x) * (bottom - y)
    var (seen, dark) = (0, 0)
    while dark < 255, seen + histogram[dark] <= count * 3 / 100 {
      seen += histogram[dark]
      dark += 1
    }
    var bright = 255
    seen = 0
    while bright > 0, seen + histogram[bright] <= count / 10 {
      seen += histogram[bright]
      bright -= 1
    }
    return (dark, bright)
  }

  private mutating func mark(
    _ gray: GrayImage, _ x: Int, _ y: Int, _ side: Int, below limit: UInt8
  ) {
    for line in y..<min(height, y + side) {
      let row = gray.row(line)
      let base = line * width
      for column in x..<min(width, x + side) where row[column] < limit { cells[base + column] = 1 }
    }
  }

  mutating func clear(_ box: Box) {
    for y in box.y..<box.maxY {
      for x in box.x..<box.maxX { cells[y * width + x] = 0 }
    }
  }

  /// Takes away pixels without any neighbour: grain, never a mark of a letter.
  mutating func dropSpecks() {
    guard width > 2, height > 2 else { return }
    let source = cells
    for y in 1..<height - 1 {
      for x in 1..<width - 1 where source[y * width + x] == 1 {
        let at = y * width + x
        let around =
          source[at - width - 1] &+ source[at - width] &+ source[at - width + 1] &+ source[at - 1]
          &+ source[at + 1] &+ source[at + width - 1] &+ source[at + width]
          &+ source[at + width + 1]
        if around == 0 { cells[at] = 0 }
      }
    }
  }

  /// Print with a rim of so many pixels around it, and boxes.
  func widened(by rim: Int, and boxes: [Box]) -> [UInt8] {
    var across = cells
    for y in 0..<height {
      let base = y * width
      for x in 0..<width where cells[base + x] == 1 {
        for near in max(0, x - rim)...min(width - 1, x + rim) { across[base + near] = 1 }
      }
    }
    var all = across
    for y in 0..<height {
      let base = y * width
      for x in 0..<width where across[base + x] == 1 {
        for near in max(0, y - rim)...min(height - 1, y + rim) { all[near * width + x] = 1 }
      }
    }
    for box in boxes {
      for y in box.y..<box.maxY {
        for x in box.x..<box.maxX { all[y * width + x] = 1 }
      }
    }
    return all
  }

  /// The print as it is.
  var mask: PrintMask {
    var mask = PrintMask(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width where cells[y * width + x] == 1 { mask.set(x, y) }
    }
    return mask
  }

  /// The print with twice the pixels each way: grey between pixels says where an edge lies.
  ///
  /// Cut at whole pixels, letters are ragged, and recognisers and people read them worse; viewers make
  /// the steps of half a pixel smooth again. Each quarter of a pixel has the bilinear mean of the four
  /// pixels around its centre (9 : 3 : 3 : 1) and the limit of its block. Only where one of the four
  /// is print, so that what was cleared stays so.
  func fineMask(of gray: GrayImage) -> PrintMask {
    var mask = PrintMask(width: width * 2, height: height * 2)
    let side = PageLayers.block
    let columns = (width + side - 1) / side
    for y in 0..<height {
      let (above, below) = (max(0, y - 1), min(height - 1, y + 1))
      for x in 0..<width {
        let (left, right) = (max(0, x - 1), min(width - 1, x + 1))
        let near =
          cells[above * width + left] | cells[above * width + x] | cells[above * width + right]
          | cells[y * width + left] | cells[y * width + x] | cells[y * width + right]
          | cells[below * width + left] | cells[below * width + x] | cells[below * width + right]
        guard near == 1 else { continue }
        // Sixteen parts of 255 fit 16 bits.
        let limit = UInt16(limits[y / side * columns + x / side]) &* 16
        for (half, row) in [above, below].enumerated() {
          for (part, column) in [left, right].enumerated() {
            let (own, across) = (y * width + x, y * width + column)
            let (down, aslant) = (row * width + x, row * width + column)
            guard cells[own] | cells[across] | cells[down] | cells[aslant] == 1 else { continue }
            let mean =
              9 &* UInt16(gray.pixels[own]) &+ 3 &* UInt16(gray.pixels[across])
              &+ 3 &* UInt16(gray.pixels[down]) &+ UInt16(gray.pixels[aslant])
            if mean < limit { mask.set(2 * x + part, 2 * y + half) }
          }
        }
      }
    }
    return mask
  }

  /// The print in so many greys, the lightest first: in each mask the pixels that are at least so dark between paper and ink.
  ///
  /// At the resolution of the scan and with the greys of its edges, what a recogniser makes of the page changes least: of
  /// 20 painted pages it reads none worse by more than 0.2 points with four greys, two with one at half pixels, four with two.
  /// Only print and its rim, so that what was cleared stays so.
  func gradedMasks(of gray: GrayImage, greys: Int) -> [PrintMask] {
    var masks = [PrintMask](repeating: PrintMask(width: width, height: height), count: greys)
    let side = PageLayers.block
    let columns = (width + side - 1) / side
    for y in 0..<height {
      let (above, below) = (max(0, y - 1) * width, min(height - 1, y + 1) * width)
      for x in 0..<width {
        let (left, right) = (max(0, x - 1), min(width - 1, x + 1))
        let base = y * width
        guard
          cells[above + x] | cells[base + left] | cells[base + x] | cells[base + right]
            | cells[below + x] == 1
        else { continue }
        let block = y / side * columns + x / side
        // The limit stands at 55 of 100 from ink to paper.
        let contrast = Int(contrasts[block])
        let ink = Int(limits[block]) - contrast * 55 / 100
        let light = (Int(gray.pixels[base + x]) - ink) * (greys + 1)
        // Of four greys the darkest has what lies in the lowest fifth.
        for grey in 0..<greys where light < contrast * (greys - grey) { masks[grey].set(x, y) }
      }
    }
    return masks
  }
}
