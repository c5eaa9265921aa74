/// A 24-bit colour picture: red, green, blue interleaved, rows from the top, no padding.
public struct ColorImage: Sendable, Equatable {
  /// Pixels a row, 1 or more.
  public let width: Int
  /// Rows, 1 or more.
  public let height: Int
  /// `width * height * 3` samples, row by row.
  public let pixels: [UInt8]

  /// Makes a picture from its samples, of which there must be `width * height * 3`.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0 && pixels.count == width * height * 3)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// The brightest of the three channels: red seals and blue ink fade, black print stays.
  ///
  /// With luminance the name under a red seal is lost; with max(R, G, B) it is read
  /// (page-quality notes, finding 6).
  public var sealSafeGray: GrayImage {
    var gray = [UInt8](repeating: 0, count: width * height)
    let source = pixels.span
    for index in 0..<gray.count {
      let at = index &* 3
      gray[index] = max(source[at], max(source[at &+ 1], source[at &+ 2]))
    }
    return GrayImage(width: width, height: height, pixels: gray)
  }

  /// How bright a person sees each pixel (ITU-R BT.601 luma, weights in 1/256).
  public var luminance: GrayImage {
    var gray = [UInt8](repeating: 0, count: width * height)
    let source = pixels.span
    for index in 0..<gray.count {
      let at = index &* 3
      // 77 + 150 + 29 = 256, so the sum stays below 2¹⁶.
      let sum =
        UInt32(source[at]) &* 77 &+ UInt32(source[at &+ 1]) &* 150 &+ UInt32(source[at &+ 2]) &* 29
      gray[index] = UInt8(truncatingIfNeeded: sum >> 8)
    }
    return GrayImage(width: width, height: height, pixels: gray)
  }

  /// The part of the picture inside a box, nil when the box lies outside.
  public func cropped(to box: Box) -> ColorImage? {
    guard let inside = box.intersection(Box(x: 0, y: 0, width: width, height: height)) else {
      return nil
    }
    var part: [UInt8] = []
    part.reserveCapacity(inside.area * 3)
    for y in inside.y..<inside.maxY {
      part.append(contentsOf: pixels[(y * width + inside.x) * 3..<(y * width + inside.maxX) * 3])
    }
    return ColorImage(width: inside.width, height: inside.height, pixels: part)
  }

  /// The picture turned clockwise by quarters.
  public func turned(_ turn: QuarterTurn) -> ColorImage {
    guard turn != .none else { return self }
    let (w, h) = turn.swapsSides ? (height, width) : (width, height)
    return ColorImage(
      width: w, height: h,
      pixels: turnedPixels(pixels, width: width, height: height, samples: 3, turn))
  }
}
