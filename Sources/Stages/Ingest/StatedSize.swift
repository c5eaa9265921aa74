/// The size that a compressed picture states in its own header.
enum StatedSize {
  /// Width and height from the frame header of a JPEG (ITU-T T.81 B.2.2), empty when there is none.
  static func size(ofJPEG bytes: [UInt8]) -> [Int] {
    var at = 2
    guard bytes.starts(with: [0xFF, 0xD8]) else { return [] }
    while at + 9 < bytes.count {
      guard bytes[at] == 0xFF else { return [] }
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      // SOF0…SOF15 without DHT, JPG and DAC, which share the range.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return [number(bytes, at + 7, 2), number(bytes, at + 5, 2)]
      }
      guard marker != 0xDA, marker != 0xD9 else { return [] }
      at += 2 + max(2, number(bytes, at + 2, 2))
    }
    return []
  }

  /// Width and height from the SIZ segment of a JPEG 2000 (ITU-T T.800 A.5.1), empty when none.
  static func size(ofJPX bytes: [UInt8]) -> [Int] {
    // SOC is followed by SIZ at once; in a JP2 file both stand inside a box near the start.
    let mark: [UInt8] = [0xFF, 0x4F, 0xFF, 0x51]
    let head = min(bytes.count, 1 << 16)
    guard head > 28 else { return [] }
    for at in 0..<head - 28 where bytes[at] == 0xFF && Array(bytes[at..<at + 4]) == mark {
      return [
        number(bytes, at + 8, 4) - number(bytes, at + 16, 4),
        number(bytes, at + 12, 4) - number(bytes, at + 20, 4),
      ]
    }
    return []
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
  }
}
