/// PNG files with pixels in stored blocks, byte by byte.
enum PNGBytes {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A whole file; `rows` are packed rows without their filter bytes.
  static func file(
    width: Int, height: Int, bits: Int, kind: UInt8, interlaced: Bool = false, rows: [[UInt8]],
    _ chunks: [(String, [UInt8])] = []
  ) -> [UInt8] {
    let header = big(width) + big(height) + [UInt8(bits), kind, 0, 0, interlaced ? 1 : 0]
    var result = signature + chunk("IHDR", header)
    for (name, body) in chunks { result += chunk(name, body) }
    result += chunk("IDAT", zlib(rows.flatMap { [0] + $0 }))
    return result + chunk("IEND", [])
  }

  /// A resolution chunk in pixels a metre (unit 1) or as a bare ratio (unit 0).
  static func density(_ x: Int, _ y: Int, unit: UInt8) -> (String, [UInt8]) {
    ("pHYs", big(x) + big(y) + [unit])
  }

  static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + body
    return big(body.count) + named + big(Int(checksum(named)))
  }

  private static func zlib(_ data: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in data {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let length = data.count
    precondition(length < 65536, "one stored block")
    let sizes = [length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]
    return [0x78, 0x01, 1] + sizes.map { UInt8($0) } + data + big(Int(b << 16 | a))
  }

  /// CRC-32 as in the PNG specification, annex D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    return ~crc
  }

  private static func big(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ((3 - $0) * 8)) }
  }
}
