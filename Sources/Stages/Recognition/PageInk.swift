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

  /// Whether light print may stand somewhere: on dark ground, full above and below and with holes between.
  ///
  /// The page is laid out in tiles of 4 by 1.5 mm, and two side by side are looked at. Between lines of dark print the
  /// paper is bare; the border of a scan has no holes.
  func hasDarkBlocks(dpi: Int) -> Bool {
    let (wide, high) = (max(1, dpi * 4 * 10 / 254), max(1, dpi * 15 / 254))
    let (columns, rows) = (image.width / wide, image.height / high)
    guard columns >= 2, rows >= 2 else { return false }
    var inked = [Int](repeating: 0, count: columns * rows)
    let pixels = image.pixels.span
    let limit = UInt8(clamping: threshold)
    for y in 0..<rows * high {
      for column in 0..<columns {
        let start = y * image.width + column * wide
        let tile = pixels.extracting(start..<start + wide)
        var count: UInt32 = 0
        for at in tile.indices { count &+= tile[at] < limit ? 1 : 0 }
        inked[y / high * columns + column] += Int(count)
      }
    }
    let area = wide * high
    func share(_ row: Int, _ column: Int) -> ClosedRange<Int> {
      let (one, two) = (inked[row * columns + column], inked[row * columns + column + 1])
      return min(one, two) * 100 / area...max(one, two) * 100 / area
    }
    return (0..<columns - 1).contains { column in
      var (isBelowGround, hasHoles) = (false, false)
      for row in 0..<rows {
        let share = share(row, column)
        if share.lowerBound < 40 {
          (isBelowGround, hasHoles) = (false, false)
        } else if share.lowerBound >= 80, hasHoles {
          return true
        } else if share.upperBound < 97, isBelowGround {
          hasHoles = true
        } else if share.lowerBound >= 80 {
          isBelowGround = true
        }
      }
      return false
    }
  }
}
