extension PageImage {
  /// The page made smaller by a whole factor, so that it is about `width` wide and at most 2.5 times as high.
  ///
  /// Each pixel is the mean of the block it stands for, so that thin strokes turn grey and do not
  /// vanish as they would if pixels were picked. Blocks at the right and lower edge may be cut and are
  /// the mean of what is there. A page less than one and a half times as wide comes back as it is.
  public func reduced(toWidth width: Int) -> PageImage {
    precondition(width > 0)
    let across = (self.width + width / 2) / width
    let down = (height + width * 5 / 4) / (width * 5 / 2)
    // A column of 256 samples of 255 still fits 16 bits.
    let factor = min(256, max(1, across, down))
    guard factor > 1 else { return self }
    let (w, h) = ((self.width + factor - 1) / factor, (height + factor - 1) / factor)
    switch self {
    case .bilevel(let image), .gray(let image):
      let pixels = blockMeans(
        image.pixels, width: image.width, height: image.height, samples: 1, factor: factor)
      return .gray(GrayImage(width: w, height: h, pixels: pixels))
    case .color(let image):
      let pixels = blockMeans(
        image.pixels, width: image.width, height: image.height, samples: 3, factor: factor)
      return .color(ColorImage(width: w, height: h, pixels: pixels))
    }
  }
}

/// The means of `factor` × `factor` blocks of interleaved pixels; `factor` is 256 at most.
///
/// Rows are added up first, which is a plain loop over neighbours; the sums across are then taken only
/// once for each row of blocks.
private func blockMeans(
  _ pixels: [UInt8], width: Int, height: Int, samples: Int, factor: Int
) -> [UInt8] {
  let (newWidth, newHeight) = ((width + factor - 1) / factor, (height + factor - 1) / factor)
  let length = width * samples
  var result = [UInt8](repeating: 0, count: newWidth * newHeight * samples)
  var sums = [UInt16](repeating: 0, count: length)
  for blockY in 0..<newHeight {
    let rows = blockY * factor..<min(height, (blockY + 1) * factor)
    for index in 0..<length { sums[index] = 0 }
    for y in rows {
      let row = pixels.span.extracting(y * length..<(y + 1) * length)
      var column = sums.mutableSpan
      // 256 · 255 < 2¹⁶.
      for index in 0..<length { column[index] &+= UInt16(row[index]) }
    }
    for blockX in 0..<newWidth {
      let columns = blockX * factor..<min(width, (blockX + 1) * factor)
      let area = UInt32(rows.count * columns.count)
      for sample in 0..<samples {
        var sum: UInt32 = area / 2
        // 256 · 2¹⁶ + 2¹⁵ < 2³².
        for x in columns { sum &+= UInt32(sums[x &* samples &+ sample]) }
        result[(blockY * newWidth + blockX) * samples + sample] = UInt8(
          truncatingIfNeeded: sum / area)
      }
    }
  }
  return result
}
