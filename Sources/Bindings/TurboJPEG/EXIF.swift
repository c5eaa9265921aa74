import Imaging

/// The two things that are read from an EXIF block: its first directory's orientation and resolution.
///
/// Every offset is checked against the block: cameras and attackers write any figure.
struct EXIF {
  private let bytes: [UInt8]
  private let isLittle: Bool
  private let directory: Int
  private let count: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isLittle = bytes.starts(with: [0x49, 0x49, 42, 0])
    let isBig = bytes.starts(with: [0x4D, 0x4D, 0, 42])
    guard isLittle || isBig, bytes.count >= 8 else {
      directory = 0
      count = 0
      return
    }
    directory = integer(in: bytes, at: 4, size: 4, isLittle: isLittle) ?? 0
    count = integer(in: bytes, at: directory, size: 2, isLittle: isLittle) ?? 0
  }

  /// 1…8; nil when it is absent or not one of these.
  var orientation: Int? {
    guard let value = short(0x0112), (1...8).contains(value) else { return nil }
    return value
  }

  /// Dots per inch; nil when it is absent, 0, or without a unit.
  var resolution: Resolution? {
    // EXIF: 2 is inch and the default, 3 is centimetre.
    let unit = short(0x0128) ?? 2
    guard unit == 2 || unit == 3, let x = rational(0x011A), let y = rational(0x011B) else {
      return nil
    }
    let factor = unit == 3 ? 2.54 : 1
    return credibleResolution(x: x * factor, y: y * factor)
  }

  /// Where an entry's four value bytes lie.
  private func value(of tag: Int, type: Int) -> Int? {
    for index in 0..<count {
      let at = directory + 2 + index * 12
      guard let found = number(at, 2) else { return nil }
      if found == tag { return number(at + 2, 2) == type ? at + 8 : nil }
    }
    return nil
  }

  private func short(_ tag: Int) -> Int? {
    value(of: tag, type: 3).flatMap { number($0, 2) }
  }

  private func rational(_ tag: Int) -> Double? {
    guard let at = value(of: tag, type: 5).flatMap({ number($0, 4) }),
      let above = number(at, 4), let below = number(at + 4, 4), below > 0
    else { return nil }
    return Double(above) / Double(below)
  }

  private func number(_ at: Int, _ size: Int) -> Int? {
    integer(in: bytes, at: at, size: size, isLittle: isLittle)
  }
}

private func integer(in bytes: [UInt8], at: Int, size: Int, isLittle: Bool) -> Int? {
  guard at >= 0, at + size <= bytes.count else { return nil }
  let part = bytes[at..<at + size]
  return isLittle
    ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
}
