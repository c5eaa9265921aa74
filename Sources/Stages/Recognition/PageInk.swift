import Imaging
import Leptonica

/// The ink of a prepared page, cut from its paper and taken apart once for all who ask.
struct PageInk {
  let image: GrayImage
  /// Values below it are ink.
  let threshold: Int
  /// The 8-connected pieces of ink.
  let pieces: [InkComponent]

  /// Cuts at Otsu's threshold.
  init(_ image: GrayImage) throws(LeptonicaError) {
    self.image = image
    threshold = otsuThreshold(of: image)
    pieces = try inkComponents(of: image, below: threshold)
  }

  /// Whether light print may stand somewhere: on dark ground with holes all over, as large as a short word.
  ///
  /// The page is laid out in tiles of 4 by 1.5 mm. Two by two of them, each inked over two fifths and none filled, are
  /// neither letters, which are emptier, nor the border of a scan, which is full.
  func hasDarkBlocks(dpi: Int) -> Bool {
    let (wide, high) = (max(1, dpi * 4 * 10 / 254), max(1, dpi * 15 / 254))
    let (columns, rows) = (image.width / wide, image.height / high)
    guard columns >= 2, rows >= 2 else { return false }
    var inked = [Int](repeating: 0, count: columns * rows)
    let pixels = image.pixels.span
    for y in 0..<rows * high {
      for column in 0..<columns {
        let start = y * image.width + column * wide
        var count = 0
        for at in start..<start + wide where Int(pixels[at]) < threshold { count += 1 }
        inked[y / high * columns + column] += count
      }
    }
    let area = wide * high
    let isGround = inked.map { $0 * 5 > area * 2 && $0 * 100 < area * 97 }
    return (0..<rows - 1).contains { row in
      (0..<columns - 1).contains { column in
        let at = row * columns + column
        return isGround[at] && isGround[at + 1] && isGround[at + columns]
          && isGround[at + columns + 1]
      }
    }
  }
}
