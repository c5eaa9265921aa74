import Imaging

/// Print as one bit a pixel in rows of whole bytes, the first pixel in the highest bit; 1 is print.
struct PrintMask: Equatable {
  let width: Int
  let height: Int
  private(set) var bytes: [UInt8]

  /// A mask without print.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 0, count: (width + 7) / 8 * height)
  }

  mutating func set(_ x: Int, _ y: Int) {
    bytes[y * ((width + 7) / 8) + (x >> 3)] |= 0x80 >> UInt8(x & 7)
  }

  func isSet(_ x: Int, _ y: Int) -> Bool {
    bytes[y * ((width + 7) / 8) + (x >> 3)] & 0x80 >> UInt8(x & 7) != 0
  }

  /// Whether a picture of black and white shows just this print, black.
  func isShown(by image: GrayImage) -> Bool {
    guard image.width == width, image.height == height else { return false }
    let stride = (width + 7) / 8
    for y in 0..<height {
      let row = image.row(y)
      for byte in 0..<stride {
        var shown: UInt8 = 0
        let count = min(8, width - byte * 8)
        for bit in 0..<count where row[byte * 8 + bit] < 128 { shown |= 0x80 >> UInt8(bit) }
        guard shown == bytes[y * stride + byte] else { return false }
      }
    }
    return true
  }
}
