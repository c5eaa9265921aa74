import Imaging

/// A page taken apart (mixed raster content, ITU-T T.44): print as one lossless bit a pixel, everything
/// else as a small picture, and boxes that are kept as they are.
///
/// Print is what is darker than halfway between paper and ink of its surroundings. Paper and ink are the
/// bright and the dark end of each block of 32 pixels, so that shading and yellowed paper do not count.
/// Seals, signatures and handwriting are ink with a colour, or ink where no word was read; they keep their
/// pixels. It fails where print is as pale as its paper: the comparison of readings then refuses the page.
struct PageLayers {
  let width: Int
  let height: Int
  /// One bit a pixel in rows of whole bytes, 1 is print.
  let mask: [UInt8]
  /// The page without its print, made small.
  let background: ColorImage
  /// The one colour of print; nil when print has several.
  let ink: (red: UInt8, green: UInt8, blue: UInt8)
  /// What is kept pixel for pixel.
  let boxes: [Box]

  /// Pixels of a block in which paper and ink are told apart; a line of print is as high.
  static let block = 32

  /// Takes a page apart; `words` are the boxes of what was read, `scale` how much smaller the background is.
  init(_ image: ColorImage, words: [Box], scale: Int) {
    width = image.width
    height = image.height
    let gray = image.luminance
    var print = InkMap(of: gray)
    boxes = keptBoxes(on: image, print, words: words)
    for box in boxes { print.clear(box) }
    print.dropSpecks()
    mask = print.packed
    ink = medianInk(of: image, print)
    background = paper(of: image, print, besides: boxes, scale: scale)
  }
}

/// Which pixels are print.
struct InkMap {
  let width: Int
  let height: Int
  /// 1 is print.
  private(set) var cells: [UInt8]

  init(of gray: GrayImage) {
    width = gray.width
    height = gray.height
    cells = [UInt8](repeating: 0, count: width * height)
    let side = PageLayers.block
    let (columns, rows) = ((width + side - 1) / side, (height + side - 1) / side)
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

  /// Eight pixels a byte, the first in the highest bit.
  var packed: [UInt8] {
    let stride = (width + 7) / 8
    var bytes = [UInt8](repeating: 0, count: stride * height)
    for y in 0..<height {
      for x in 0..<width where cells[y * width + x] == 1 {
        bytes[y * stride + (x >> 3)] |= 0x80 >> UInt8(x & 7)
      }
    }
    return bytes
  }
}

/// The median of each channel over the darker half of print: edges are mixed with paper.
private func medianInk(
  of image: ColorImage, _ print: InkMap
) -> (red: UInt8, green: UInt8, blue: UInt8) {
  var histograms = [[Int]](repeating: [Int](repeating: 0, count: 256), count: 3)
  var count = 0
  for at in stride(from: 0, to: print.cells.count, by: 3) where print.cells[at] == 1 {
    for channel in 0..<3 { histograms[channel][Int(image.pixels[at * 3 + channel])] += 1 }
    count += 1
  }
  func quarter(_ histogram: [Int]) -> UInt8 {
    var seen = 0
    for (value, many) in histogram.enumerated() {
      seen += many
      if seen * 4 >= count { return UInt8(value) }
    }
    return 0
  }
  guard count > 0 else { return (0, 0, 0) }
  return (quarter(histograms[0]), quarter(histograms[1]), quarter(histograms[2]))
}

/// The page without print: the mean of what is no print in each square, holes filled from around.
///
/// The rim of print is mixed with ink, and would leave ghosts: it does not count either.
private func paper(
  of image: ColorImage, _ print: InkMap, besides boxes: [Box], scale: Int
) -> ColorImage {
  let covered = print.widened(by: 2, and: boxes)
  let (columns, rows) = (
    (image.width + scale - 1) / scale, (image.height + scale - 1) / scale
  )
  var sums = [Int32](repeating: 0, count: columns * rows * 3)
  var counts = [Int32](repeating: 0, count: columns * rows)
  let width = image.width
  for y in 0..<image.height {
    let base = y * width
    let target = y / scale * columns
    for x in 0..<width where covered[base + x] == 0 {
      let cell = target + x / scale
      let at = (base + x) * 3
      sums[cell * 3] &+= Int32(image.pixels[at])
      sums[cell * 3 + 1] &+= Int32(image.pixels[at + 1])
      sums[cell * 3 + 2] &+= Int32(image.pixels[at + 2])
      counts[cell] &+= 1
    }
  }
  return filled(sums, counts, columns, rows)
}

/// Means where there is something to take them of; elsewhere the mean of what lies around, from the rim in.
private func filled(
  _ sums: [Int32], _ counts: [Int32], _ columns: Int, _ rows: Int
) -> ColorImage {
  var pixels = [UInt8](repeating: 255, count: columns * rows * 3)
  var known = [Bool](repeating: false, count: columns * rows)
  for cell in 0..<columns * rows where counts[cell] > 0 {
    known[cell] = true
    for channel in 0..<3 {
      pixels[cell * 3 + channel] = UInt8(clamping: sums[cell * 3 + channel] / counts[cell])
    }
  }
  var holes = known.indices.filter { !known[$0] }
  // Each pass fills the rim of what is left; a hole as wide as the page ends it.
  while !holes.isEmpty {
    var next: [Int] = []
    var found: [(cell: Int, colors: [Int])] = []
    for cell in holes {
      let (x, y) = (cell % columns, cell / columns)
      var (colors, count) = ([0, 0, 0], 0)
      for (dx, dy) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
        let (nx, ny) = (x + dx, y + dy)
        guard nx >= 0, ny >= 0, nx < columns, ny < rows, known[ny * columns + nx] else { continue }
        for channel in 0..<3 { colors[channel] += Int(pixels[(ny * columns + nx) * 3 + channel]) }
        count += 1
      }
      if count > 0 { found.append((cell, colors.map { $0 / count })) } else { next.append(cell) }
    }
    guard !found.isEmpty else { break }
    for (cell, colors) in found {
      known[cell] = true
      for channel in 0..<3 { pixels[cell * 3 + channel] = UInt8(colors[channel]) }
    }
    holes = next
  }
  return ColorImage(width: columns, height: rows, pixels: pixels)
}
