/// TIFF files of uncompressed frames, byte by byte, sound or not.
struct TIFFBytes {
  /// Types of tag values in TIFF 6.0.
  enum Value {
    case short([Int])
    case long([Int])
    case rational(Int, Int)
  }

  private(set) var bytes: [UInt8] = [0x49, 0x49, 42, 0, 0, 0, 0, 0]
  private var link = 4
  private(set) var directories: [Int] = []

  /// Appends a frame; tags that are given stand in for those that are made up.
  mutating func append(
    width: Int, height: Int, bits: Int = 8, samples: Int = 1, photometric: Int = 1,
    _ pixels: [UInt8], _ tags: [Int: Value] = [:]
  ) {
    let strip = bytes.count
    bytes += pixels
    if bytes.count % 2 == 1 { bytes.append(0) }
    var all: [Int: Value] = [
      256: .long([width]), 257: .long([height]),
      258: .short([Int](repeating: bits, count: samples)), 259: .short([1]),
      262: .short([photometric]), 273: .long([strip]), 277: .short([samples]),
      278: .long([height]), 279: .long([pixels.count]),
    ]
    all.merge(tags) { $1 }
    append(all)
  }

  private mutating func append(_ tags: [Int: Value]) {
    var entries: [UInt8] = []
    for (tag, value) in tags.sorted(by: { $0.key < $1.key }) {
      let (type, count, data) = encoded(value)
      entries += little(tag, 2) + little(type, 2) + little(count, 4)
      if data.count <= 4 {
        entries += data + [UInt8](repeating: 0, count: 4 - data.count)
      } else {
        entries += little(bytes.count, 4)
        bytes += data
        if bytes.count % 2 == 1 { bytes.append(0) }
      }
    }
    patch(link, bytes.count)
    directories.append(bytes.count)
    bytes += little(tags.count, 2) + entries
    link = bytes.count
    bytes += [0, 0, 0, 0]
  }

  /// Lets the last frame be followed by any place of the file.
  mutating func linkLast(to place: Int) { patch(link, place) }

  private mutating func patch(_ at: Int, _ value: Int) {
    bytes.replaceSubrange(at..<at + 4, with: little(value, 4))
  }

  private func encoded(_ value: Value) -> (Int, Int, [UInt8]) {
    switch value {
    case .short(let list): (3, list.count, list.flatMap { little($0, 2) })
    case .long(let list): (4, list.count, list.flatMap { little($0, 4) })
    case .rational(let above, let below): (5, 1, little(above, 4) + little(below, 4))
    }
  }

  private func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
