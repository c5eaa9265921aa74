import Foundation

/// An ICC profile of sRGB (IEC 61966-2-1), made from its definition: version 2.1, matrix and curve.
enum SRGBProfile {
  /// The bytes of the profile, always the same.
  static let bytes: [UInt8] = {
    let curve = toneCurve
    let tags: [(String, [UInt8])] = [
      ("desc", description("sRGB IEC61966-2.1")),
      ("cprt", Array("text".utf8) + number(0) + Array("No copyright, use freely\0".utf8)),
      ("wtpt", xyz(0.9642, 1.0, 0.8249)),
      // The primaries of sRGB, adapted from D65 to D50 with the Bradford matrix.
      ("rXYZ", xyz(0.43607, 0.22249, 0.01392)),
      ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", xyz(0.14307, 0.06061, 0.71410)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = number(UInt32(tags.count))
    var data: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    var offsets: [[UInt8]: Int] = [:]
    for (name, value) in tags {
      let offset = offsets[value] ?? start + data.count
      if offsets[value] == nil {
        offsets[value] = offset
        data += value + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
      }
      table += Array(name.utf8) + number(UInt32(offset)) + number(UInt32(value.count))
    }
    return header(size: start + data.count) + table + data
  }()

  private static func header(size: Int) -> [UInt8] {
    var header = number(UInt32(size)) + number(0) + number(0x0210_0000)
    header += Array("mntrRGB XYZ ".utf8)
    // The date of the standard's first edition stands for the date of making.
    for part: UInt16 in [1999, 10, 18, 0, 0, 0] { header += [UInt8(part >> 8), UInt8(part & 255)] }
    header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
    header += fixed(0.9642) + fixed(1.0) + fixed(0.8249)
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  /// 1024 points: the dark end of sRGB is straight, and 256 points would bend it.
  private static var toneCurve: [UInt8] {
    var curve = Array("curv".utf8) + number(0) + number(1024)
    for index in 0..<1024 {
      let value = Double(index) / 1023
      let linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      let sample = UInt16((linear * 65535).rounded())
      curve += [UInt8(sample >> 8), UInt8(sample & 255)]
    }
    return curve
  }

  private static func description(_ text: String) -> [UInt8] {
    // ASCII, then an empty Unicode and an empty Macintosh part (ICC.1:2001-04 6.5.17).
    Array("desc".utf8) + number(0) + number(UInt32(text.utf8.count + 1)) + Array(text.utf8) + [0]
      + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67)
  }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    Array("XYZ ".utf8) + number(0) + fixed(x) + fixed(y) + fixed(z)
  }

  private static func fixed(_ value: Double) -> [UInt8] {
    number(UInt32((value * 65536).rounded()))
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
