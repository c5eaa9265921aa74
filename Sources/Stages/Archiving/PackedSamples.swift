import Imaging

/// The samples of a page in the smallest plain form that a PDF image can hold without loss.
struct PackedSamples: Equatable {
  /// Rows of samples, each filled up to whole bytes.
  let samples: [UInt8]
  /// Bits a sample.
  let bits: Int
  /// Samples a pixel.
  let components: Int
  /// Red, green and blue of each index, nil when samples are colours themselves.
  let palette: [UInt8]?

  /// Chooses 1 bit for bilevel pages, a palette for pages of at most 256 colours, else 8 bits.
  init(_ image: PageImage) {
    switch image {
    case .bilevel(let gray):
      (samples, bits, components, palette) = (packedBits(gray), 1, 1, nil)
    case .gray(let gray):
      (samples, bits, components, palette) = (gray.pixels, 8, 1, nil)
    case .color(let color):
      bits = 8
      if let indexed = indexed(color) {
        (samples, components, palette) = (indexed.indices, 1, indexed.palette)
      } else {
        (samples, components, palette) = (color.pixels, 3, nil)
      }
    }
  }

  /// Whether neighbours are likely to be alike in value, so that differences pack better.
  var isContinuous: Bool { bits == 8 && palette == nil }
}

/// The picture as indices into its colours, in the order of their appearance; nil above 256 colours.
private func indexed(_ image: ColorImage) -> (indices: [UInt8], palette: [UInt8])? {
  var known: [UInt32: UInt8] = [:]
  var palette: [UInt8] = []
  var indices = [UInt8](repeating: 0, count: image.width * image.height)
  for index in 0..<indices.count {
    let (red, green, blue) =
      (image.pixels[index * 3], image.pixels[index * 3 + 1], image.pixels[index * 3 + 2])
    let color = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    if let old = known[color] {
      indices[index] = old
    } else {
      guard known.count < 256 else { return nil }
      indices[index] = UInt8(known.count)
      known[color] = UInt8(known.count)
      palette += [red, green, blue]
    }
  }
  return (indices, palette)
}

/// Eight pixels a byte, the first in the highest bit, 1 is white, rows filled up to whole bytes.
func packedBits(_ image: GrayImage) -> [UInt8] {
  let stride = (image.width + 7) / 8
  var bytes = [UInt8](repeating: 0, count: stride * image.height)
  for y in 0..<image.height {
    for x in 0..<image.width where image.pixels[y * image.width + x] >= 128 {
      bytes[y * stride + (x >> 3)] |= 0x80 >> UInt8(x & 7)
    }
  }
  return bytes
}

/// Each row as its difference to the row above, behind the tag of PNG's "Up" filter.
func predictedUp(_ samples: [UInt8], stride: Int) -> [UInt8] {
  let rows = samples.count / stride
  var result: [UInt8] = []
  result.reserveCapacity(samples.count + rows)
  for row in 0..<rows {
    result.append(2)
    let at = row * stride
    for index in at..<at + stride {
      result.append(samples[index] &- (row == 0 ? 0 : samples[index - stride]))
    }
  }
  return result
}
