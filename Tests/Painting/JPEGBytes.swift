/// Edits of JPEG streams that no encoder here makes.
package enum JPEGBytes {
  /// Puts a segment right behind the start-of-image marker.
  package static func inserting(_ marker: UInt8, _ body: [UInt8], into jpeg: [UInt8]) -> [UInt8] {
    let length = body.count + 2
    return [0xFF, 0xD8, 0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + body
      + jpeg.dropFirst(2)
  }

  /// Drops the first segment with this marker.
  package static func removing(_ marker: UInt8, from jpeg: [UInt8]) -> [UInt8] {
    guard
      let at = jpeg.indices.dropLast().first(where: { jpeg[$0] == 0xFF && jpeg[$0 + 1] == marker })
    else { return jpeg }
    let length = Int(jpeg[at + 2]) << 8 | Int(jpeg[at + 3])
    return Array(jpeg[..<at] + jpeg[(at + 2 + length)...])
  }

  /// An EXIF body with entries of one SHORT, and resolutions as rationals over 1.
  package static func exif(shorts: [(tag: Int, value: Int)], dpi: (x: Int, y: Int)? = nil)
    -> [UInt8]
  {
    var tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
    let count = shorts.count + (dpi == nil ? 0 : 2)
    let after = 8 + 2 + count * 12 + 4
    tiff += big(count, 2)
    for short in shorts {
      tiff += big(short.tag, 2) + big(3, 2) + big(1, 4) + big(short.value, 2) + [0, 0]
    }
    if dpi != nil {
      tiff += big(0x011A, 2) + big(5, 2) + big(1, 4) + big(after, 4)
      tiff += big(0x011B, 2) + big(5, 2) + big(1, 4) + big(after + 8, 4)
    }
    tiff += [0, 0, 0, 0]
    if let dpi { tiff += big(dpi.x, 4) + big(1, 4) + big(dpi.y, 4) + big(1, 4) }
    return [0x45, 0x78, 0x69, 0x66, 0, 0] + tiff
  }

  private static func big(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ((size - 1 - $0) * 8)) }
  }
}
