import Foundation

/// An ICC profile of sRGB (IEC 61966-2-1), made from its definition: a matrix and a curve.
enum SRGBProfile {
  /// Version 2.1 with the curve as points: all that PDF 1.4 knows.
  static let version2 = bytes(
    version: 0x0210_0000, curve: toneCurve,
    texts: [
      ("desc", description("sRGB IEC61966-2.1")),
      ("cprt", Array("text".utf8) + number(0) + Array("No copyright, use freely\0".utf8)),
    ])

  /// Version 4.2 with the curve as a formula: exact, and a fifth of the size.
  static let version4 = bytes(
    version: 0x0420_0000, curve: toneFormula,
    texts: [
      ("desc", localized("sRGB IEC61966-2.1")), ("cprt", localized("No copyright, use freely")),
      ("chad", adaptation),
    ])

  private static func bytes(
    version: UInt32, curve: [UInt8], texts: [(String, [UInt8])]
  ) -> [UInt8] {
    let tags: [(String, [UInt8])] =
      texts + [
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
    return header(size: start + data.count, version) + table + data
  }

  private static func header(size: Int, _ version: UInt32) -> [UInt8] {
    var header = number(UInt32(size)) + number(0) + number(version)
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

  /// The curve of IEC 61966-2-1 itself: a power, and a straight dark end (ICC.1:2010 10.16, type 3).
  private static var toneFormula: [UInt8] {
    let numbers = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
    return Array("para".utf8) + number(0) + [0, 3, 0, 0] + numbers.flatMap(fixed)
  }

  /// From D65 to D50 after Bradford, as version 4 asks to be told (ICC.1:2010 Annex E).
  private static var adaptation: [UInt8] {
    let matrix = [
      1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
    ]
    return Array("sf32".utf8) + number(0) + matrix.flatMap(fixed)
  }

  /// A text in English (ICC.1:2010 10.13).
  private static func localized(_ text: String) -> [UInt8] {
    let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    return Array("mluc".utf8) + number(0) + number(1) + number(12) + Array("enUS".utf8)
      + number(UInt32(units.count)) + number(28) + units
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
    number(UInt32(bitPattern: Int32((value * 65536).rounded())))
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
