import ProcessLimits

/// The parts of a ZIP file (APPNOTE.TXT 6.3.10): stored entries, names in UTF-8, any size.
///
/// PDFs are packed inside already; storing them keeps every byte where a hex viewer finds it.
struct ZIPWriter: ~Copyable {
  private let file: DurableFile
  private let time: (date: Int, time: Int)
  private var offset = 0
  private var directory: [UInt8] = []
  private var count = 0

  private static let most32 = 0xFFFF_FFFF

  /// Starts a file; `time` is what every entry says of its age, in the form of MS-DOS.
  init(path: String, time: (date: Int, time: Int)) throws(DurableFileError) {
    file = try DurableFile(path: path)
    self.time = time
  }

  /// Appends an entry of so many bytes with that checksum; `pieces` hands the bytes over.
  mutating func add(
    _ name: String, byteCount: Int, crc: UInt32,
    pieces: (_ take: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let start = offset
    let isLarge = byteCount >= Self.most32
    let sizes = isLarge ? number(byteCount, 8) + number(byteCount, 8) : []
    let extra = sizes.isEmpty ? [] : number(1, 2) + number(sizes.count, 2) + sizes
    let shown = isLarge ? Self.most32 : byteCount
    var header = number(0x0403_4B50, 4) + common(crc, shown, name) + number(extra.count, 2)
    header += Array(name.utf8) + extra
    try append(header)
    var written = 0
    try pieces { bytes in
      written += bytes.count
      try file.write(bytes)
    }
    precondition(written == byteCount, "an entry has as many bytes as were announced")
    offset += written
    addToDirectory(name, crc, byteCount, start)
  }

  private mutating func addToDirectory(
    _ name: String, _ crc: UInt32, _ byteCount: Int, _ start: Int
  ) {
    var large: [UInt8] = []
    if byteCount >= Self.most32 { large += number(byteCount, 8) + number(byteCount, 8) }
    if start >= Self.most32 { large += number(start, 8) }
    let extra = large.isEmpty ? [] : number(1, 2) + number(large.count, 2) + large
    // Version 4.5 made it on Unix.
    directory += number(0x0201_4B50, 4) + number(0x032D, 2)
    directory += common(crc, min(byteCount, Self.most32), name) + number(extra.count, 2)
    directory += number(0, 2) + number(0, 2) + number(0, 2)  // comment, disk, kind
    directory += number(0o100644 << 16, 4) + number(min(start, Self.most32), 4)
    directory += Array(name.utf8) + extra
    count += 1
  }

  /// Version 4.5 needed, names in UTF-8, stored, time, checksum, sizes, length of the name.
  private func common(_ crc: UInt32, _ size: Int, _ name: String) -> [UInt8] {
    number(45, 2) + number(0x800, 2) + number(0, 2) + number(time.time, 2) + number(time.date, 2)
      + number(Int(crc), 4) + number(size, 4) + number(size, 4) + number(name.utf8.count, 2)
  }

  private mutating func append(_ bytes: [UInt8]) throws(DurableFileError) {
    try file.write(bytes)
    offset += bytes.count
  }

  /// Writes the directory and puts the file in its place.
  consuming func finish() throws(DurableFileError) {
    let start = offset
    try append(directory)
    let end = offset
    if count >= 0xFFFF || start >= Self.most32 || directory.count >= Self.most32 {
      var record = number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2)
      record += number(0, 4) + number(0, 4) + number(count, 8) + number(count, 8)
      record += number(directory.count, 8) + number(start, 8)
      record += number(0x0706_4B50, 4) + number(0, 4) + number(end, 8) + number(1, 4)
      try append(record)
    }
    var last = number(0x0605_4B50, 4) + number(0, 2) + number(0, 2)
    last += number(min(count, 0xFFFF), 2) + number(min(count, 0xFFFF), 2)
    last += number(min(directory.count, Self.most32), 4) + number(min(start, Self.most32), 4)
    try append(last + number(0, 2))
    try file.publish()
  }

  /// A whole number of so many bytes, the lowest first.
  private func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// The checksum of ZIP (CRC-32, ISO 3309), taken in pieces.
struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  mutating func update(_ bytes: [UInt8]) {
    var state = state
    let table = Self.table
    for byte in bytes { state = state >> 8 ^ table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] }
    self.state = state
  }

  var value: UInt32 { ~state }
}
