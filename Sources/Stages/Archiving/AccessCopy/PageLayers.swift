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
  /// Which pixels are print, and the grey they were found in.
  private let print: InkMap
  private let gray: GrayImage
  /// The page without its print, made small.
  let background: ColorImage
  /// The one colour of print.
  let ink: RGB
  /// What is kept pixel for pixel.
  let kept: KeptCells
  /// How many of its regions are there for seals, signatures and handwriting.
  let inkRegions: Int

  /// Pixels of a block in which paper and ink are told apart; a line of print is as high.
  static let block = 32

  /// Greys of the edges of print where they are kept.
  private static let greys = 4

  /// Takes a page apart; `words` are the boxes of what was read, `keeping` print to be kept pixel for pixel too,
  /// `scale` how much smaller the background is.
  init(_ image: ColorImage, words: [Box], keeping: [Box], scale: Int) {
    width = image.width
    height = image.height
    let gray = image.luminance
    var print = InkMap(of: gray)
    var kept = KeptCells(width: image.width, height: image.height)
    keptInk(on: image, print, words: words, in: &kept)
    inkRegions = kept.regions.count
    // With the marks around their letters.
    for box in keeping {
      kept.claim([box.grown(by: box.height / 4, within: image.width, image.height)])
    }
    for cell in kept.regions.flatMap(\.cells) { print.clear(cell) }
    print.dropSpecks()
    (self.print, self.gray, self.kept) = (print, gray, kept)
    ink = medianInk(of: image, print)
    background = paper(of: image, print, besides: kept, scale: scale)
  }

  /// A region with its paper where it is not kept, which costs a JPEG nothing.
  func picture(of region: KeptRegion, in image: ColorImage, scale: Int) -> ColorImage? {
    guard let crop = image.cropped(to: region.box) else { return nil }
    guard let hidden = region.hidden else { return crop }
    var pixels = crop.pixels
    let side = KeptCells.side
    for y in 0..<crop.height {
      for x in 0..<crop.width where hidden.isSet(x / side, y / side) {
        let paper =
          ((region.box.y + y) / scale * background.width + (region.box.x + x) / scale) * 3
        for channel in 0..<3 {
          pixels[(y * crop.width + x) * 3 + channel] = background.pixels[paper + channel]
        }
      }
    }
    return ColorImage(width: crop.width, height: crop.height, pixels: pixels)
  }

  /// The print in the colours that it is painted in, the lightest first.
  func print(_ form: PrintForm) -> [(mask: PrintMask, color: RGB)] {
    switch form {
    case .whole: return [(print.mask, ink)]
    case .fine: return [(print.fineMask(of: gray), ink)]
    case .graded:
      let (masks, paper) = (print.gradedMasks(of: gray, greys: Self.greys), background.meanColor)
      return masks.enumerated().map { grey, mask in
        (mask, ink.mixed(with: paper, parts: Self.greys - 1 - grey, of: Self.greys))
      }
    }
  }
}

/// A colour of three channels.
struct RGB: Equatable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// The colour with so many parts of another.
  func mixed(with other: RGB, parts: Int, of all: Int) -> RGB {
    func mean(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Int(one) * (all - parts) + Int(two) * parts) / all)
    }
    return RGB(
      red: mean(red, other.red), green: mean(green, other.green), blue: mean(blue, other.blue))
  }
}

/// How the edges of print are kept.
enum PrintForm {
  /// Pixel for pixel, in one colour.
  case whole
  /// With twice the pixels each way, in one colour.
  case fine
  /// Pixel for pixel, in four greys.
  case graded
}

extension ColorImage {
  /// The mean of all pixels.
  fileprivate var meanColor: RGB {
    var sums = [0, 0, 0]
    for at in stride(from: 0, to: pixels.count, by: 3) {
      for channel in 0..<3 { sums[channel] += Int(pixels[at + channel]) }
    }
    let count = max(1, width * height)
    return RGB(
      red: UInt8(sums[0] / count), green: UInt8(sums[1] / count), blue: UInt8(sums[2] / count))
  }
}

/// The median of each channel over the darker half of print: edges are mixed with paper.
private func medianInk(
  of image: ColorImage, _ print: InkMap
) -> RGB {
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
  guard count > 0 else { return RGB(red: 0, green: 0, blue: 0) }
  return RGB(
    red: quarter(histograms[0]), green: quarter(histograms[1]), blue: quarter(histograms[2]))
}

/// The page without print: the mean of what is no print in each square, holes filled from around.
///
/// The rim of print is mixed with ink, and would leave ghosts: it does not count either.
private func paper(
  of image: ColorImage, _ print: InkMap, besides kept: KeptCells, scale: Int
) -> ColorImage {
  let covered = print.widened(by: 2, and: kept.regions.flatMap(\.cells))
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
