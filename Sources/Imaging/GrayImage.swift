/// An 8-bit grey picture: 0 is black, 255 is white, rows from the top, no padding.
public struct GrayImage: Sendable, Equatable {
  /// Pixels a row, 1 or more.
  public let width: Int
  /// Rows, 1 or more.
  public let height: Int
  /// `width * height` grey values, row by row.
  public let pixels: [UInt8]

  /// Makes a picture from its pixels, of which there must be `width * height`.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0 && pixels.count == width * height)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// One row of pixels, 0 at the top.
  @_lifetime(borrow self)
  public func row(_ y: Int) -> Span<UInt8> {
    pixels.span.extracting(y * width..<(y + 1) * width)
  }

  /// The part of the picture inside a box, nil when the box lies outside.
  public func cropped(to box: Box) -> GrayImage? {
    guard let inside = box.intersection(Box(x: 0, y: 0, width: width, height: height)) else {
      return nil
    }
    var result: [UInt8] = []
    result.reserveCapacity(inside.area)
    for y in inside.y..<inside.maxY {
      result.append(contentsOf: pixels[y * width + inside.x..<y * width + inside.maxX])
    }
    return GrayImage(width: inside.width, height: inside.height, pixels: result)
  }

  /// The picture turned clockwise by quarters.
  public func turned(_ turn: QuarterTurn) -> GrayImage {
    guard turn != .none else { return self }
    let (w, h) = turn.swapsSides ? (height, width) : (width, height)
    return GrayImage(
      width: w, height: h,
      pixels: turnedPixels(pixels, width: width, height: height, samples: 1, turn))
  }
}

/// Turns interleaved pixels clockwise by quarters.
func turnedPixels(
  _ pixels: [UInt8], width: Int, height: Int, samples: Int, _ turn: QuarterTurn
) -> [UInt8] {
  let newWidth = turn.swapsSides ? height : width
  var result = [UInt8](repeating: 0, count: pixels.count)
  for y in 0..<height {
    for x in 0..<width {
      let (toX, toY) =
        switch turn {
        case .none: (x, y)
        case .clockwise: (height - 1 - y, x)
        case .half: (width - 1 - x, height - 1 - y)
        case .counterClockwise: (y, width - 1 - x)
        }
      let from = (y * width + x) * samples
      let to = (toY * newWidth + toX) * samples
      for sample in 0..<samples { result[to + sample] = pixels[from + sample] }
    }
  }
  return result
}
