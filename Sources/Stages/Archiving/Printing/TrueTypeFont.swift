/// A TrueType font that print is set in: its measures, its characters, and a copy with few glyphs.
///
/// Only what print in Latin letters needs: no ligatures, no kerning (ISO/IEC 14496-22).
struct TrueTypeFont {
  /// The name under which it stands in a file.
  let name: String
  let unitsPerEm: Int
  /// The advance width of each glyph in font units.
  let advances: [Int]
  private let program: [UInt8]
  private let tables: [String: Range<Int>]
  private let glyphs: [UInt32: Int]
  /// Where each glyph's outline begins in `glyf`, and one end more.
  private let offsets: [Int]

  /// Reads a font; nil when it is no TrueType font with outlines and a Unicode map.
  init?(_ program: [UInt8], name: String) {
    let reader = BigEndian(program)
    guard let tables = Self.directory(reader), let head = tables["head"], let hhea = tables["hhea"],
      let maxp = tables["maxp"], let hmtx = tables["hmtx"], let loca = tables["loca"],
      tables["glyf"] != nil, let unitsPerEm = reader.word(head.lowerBound + 18), unitsPerEm > 0,
      let count = reader.word(maxp.lowerBound + 4), count > 0,
      let measured = reader.word(hhea.lowerBound + 34), measured > 0,
      let isLong = reader.word(head.lowerBound + 50)
    else { return nil }
    var advances: [Int] = []
    for glyph in 0..<count {
      // Glyphs beyond the list are as wide as its last one.
      let at = hmtx.lowerBound + 4 * min(glyph, measured - 1)
      guard let advance = reader.word(at) else { return nil }
      advances.append(advance)
    }
    var offsets: [Int] = []
    for glyph in 0...count {
      let offset =
        isLong == 1
        ? reader.long(loca.lowerBound + 4 * glyph)
        : reader.word(loca.lowerBound + 2 * glyph).map { $0 * 2 }
      guard let offset else { return nil }
      offsets.append(offset)
    }
    guard let cmap = tables["cmap"], let glyphs = Self.characters(reader, cmap.lowerBound) else {
      return nil
    }
    self.name = name
    self.unitsPerEm = unitsPerEm
    self.advances = advances
    self.program = program
    self.tables = tables
    self.glyphs = glyphs
    self.offsets = offsets
  }

  /// The glyph of a character; nil when the font has none.
  func glyph(of scalar: Unicode.Scalar) -> Int? { glyphs[scalar.value] }

  /// The advance width of a glyph, in thousandths of the size.
  func width(of glyph: Int) -> Double { Double(advances[glyph]) * 1000 / Double(unitsPerEm) }

  private static func directory(_ reader: BigEndian) -> [String: Range<Int>]? {
    guard let count = reader.word(4) else { return nil }
    var tables: [String: Range<Int>] = [:]
    for index in 0..<count {
      let at = 12 + 16 * index
      guard let offset = reader.long(at + 8), let length = reader.long(at + 12),
        offset + length <= reader.bytes.count
      else { return nil }
      tables[String(decoding: reader.bytes[at..<at + 4], as: UTF8.self)] = offset..<offset + length
    }
    return tables
  }

  /// The map of Unicode's first plane (format 4), which holds every letter of Vietnamese.
  private static func characters(_ reader: BigEndian, _ cmap: Int) -> [UInt32: Int]? {
    guard let count = reader.word(cmap + 2) else { return nil }
    for index in 0..<count {
      guard let offset = reader.long(cmap + 4 + 8 * index + 4) else { return nil }
      let at = cmap + offset
      guard reader.word(at) == 4, let doubled = reader.word(at + 6) else { continue }
      var glyphs: [UInt32: Int] = [:]
      for segment in 0..<doubled / 2 {
        let place = at + 14 + 2 * segment
        guard let last = reader.word(place), let first = reader.word(place + doubled + 2),
          let delta = reader.word(place + 2 * doubled + 2),
          let range = reader.word(place + 3 * doubled + 2), first <= last
        else { return nil }
        for code in first...last where code != 0xFFFF {
          let entry = place + 3 * doubled + 2 + range + 2 * (code - first)
          let glyph = range == 0 ? code : reader.word(entry) ?? 0
          if glyph != 0 { glyphs[UInt32(code)] = (glyph + delta) & 0xFFFF }
        }
      }
      return glyphs
    }
    return nil
  }

  /// A font of the same glyph numbers in which only some glyphs have an outline.
  func subset(of wanted: Set<Int>) -> [UInt8] {
    guard let glyf = tables["glyf"] else { return [] }
    let kept = closed(wanted.union([0]), glyf.lowerBound)
    var outlines: [UInt8] = []
    var places: [UInt8] = []
    for glyph in advances.indices {
      places += BigEndian.long(outlines.count)
      guard kept.contains(glyph) else { continue }
      outlines += program[glyf.lowerBound + offsets[glyph]..<glyf.lowerBound + offsets[glyph + 1]]
      outlines += [UInt8](repeating: 0, count: (4 - outlines.count % 4) % 4)
    }
    places += BigEndian.long(outlines.count)
    var parts: [(String, [UInt8])] = []
    for name in ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"] {
      guard let range = tables[name] else { continue }
      switch name {
      case "glyf": parts.append((name, outlines))
      case "loca": parts.append((name, places))
      case "head":
        var head = Array(program[range])
        head.replaceSubrange(50..<52, with: [0, 1])  // offsets of four bytes
        parts.append((name, head))
      default: parts.append((name, Array(program[range])))
      }
    }
    return Self.assembled(parts)
  }

  /// Glyphs with those that they are made of: letters with marks are often letter and mark.
  private func closed(_ wanted: Set<Int>, _ glyf: Int) -> Set<Int> {
    let reader = BigEndian(program)
    var kept: Set<Int> = []
    var waiting = wanted.filter { advances.indices.contains($0) }
    while let glyph = waiting.popFirst() {
      guard kept.insert(glyph).inserted, offsets[glyph + 1] > offsets[glyph] else { continue }
      var at = glyf + offsets[glyph]
      // A negative number of contours says that the glyph is composed.
      guard let contours = reader.word(at), contours >= 0x8000 else { continue }
      at += 10
      while let flags = reader.word(at), let part = reader.word(at + 2) {
        if !kept.contains(part), advances.indices.contains(part) { waiting.insert(part) }
        at += 4 + (flags & 1 != 0 ? 4 : 2)
        if flags & 8 != 0 { at += 2 } else if flags & 0x40 != 0 { at += 4 }
        if flags & 0x80 != 0 { at += 8 }
        guard flags & 0x20 != 0 else { break }
      }
    }
    return kept
  }

  private static func assembled(_ parts: [(String, [UInt8])]) -> [UInt8] {
    let power = parts.count.leadingZeroBitCount
    let entry = Int.bitWidth - 1 - power
    let search = 16 << entry
    var directory: [UInt8] = BigEndian.long(0x0001_0000)
    for value in [parts.count, search, entry, parts.count * 16 - search] {
      directory += BigEndian.word(value)
    }
    var data: [UInt8] = []
    let start = directory.count + 16 * parts.count
    for (name, part) in parts {
      directory += Array(name.utf8) + BigEndian.long(checksum(part))
      directory += BigEndian.long(start + data.count) + BigEndian.long(part.count)
      data += part + [UInt8](repeating: 0, count: (4 - part.count % 4) % 4)
    }
    return directory + data
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum = 0
    for (index, byte) in bytes.enumerated() {
      sum = (sum + Int(byte) << (24 - 8 * (index % 4))) & 0xFFFF_FFFF
    }
    return sum
  }
}

/// Whole numbers in big-endian order, read with bounds.
struct BigEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func word(_ at: Int) -> Int? {
    guard at >= 0, at + 2 <= bytes.count else { return nil }
    return Int(bytes[at]) << 8 | Int(bytes[at + 1])
  }

  func long(_ at: Int) -> Int? {
    guard let high = word(at), let low = word(at + 2) else { return nil }
    return high << 16 | low
  }

  static func word(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  static func long(_ value: Int) -> [UInt8] { word(value >> 16) + word(value) }
}
