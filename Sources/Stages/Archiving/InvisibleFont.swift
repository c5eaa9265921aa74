/// A TrueType font of one empty glyph: what invisible text is set in, so that no page needs a real font.
enum InvisibleFont {
  /// The width of every glyph in thousandths of the size.
  static let advance = 500
  /// How far the line reaches above the baseline, in thousandths of the size.
  static let ascent = 800
  /// How far the line reaches below the baseline, in thousandths of the size; negative.
  static let descent = -200
  /// The name under which the font stands in the file.
  static let name = "SohoaInvisible"

  /// The font program: glyph 0 is `.notdef` and never used, glyph 1 is the empty glyph.
  static let program: [UInt8] = {
    let tables: [(String, [UInt8])] = [
      ("OS/2", os2), ("cmap", cmap), ("glyf", [0, 0, 0, 0]), ("head", head(adjustment: 0)),
      ("hhea", hhea), ("hmtx", words([advance, 0, advance, 0])), ("loca", words([0, 0, 0])),
      ("maxp", longs([0x0001_0000]) + words([2] + [Int](repeating: 0, count: 13))),
      ("name", nameTable), ("post", longs([0x0003_0000, 0, 0, 0, 0, 0, 0, 0])),
    ]
    let bytes = assembled(tables)
    let adjustment = 0xB1B0_AFBA &- checksum(bytes)
    return assembled(tables.map { $0.0 == "head" ? ("head", head(adjustment: adjustment)) : $0 })
  }()

  private static func assembled(_ tables: [(String, [UInt8])]) -> [UInt8] {
    // searchRange, entrySelector and rangeShift for ten tables.
    var directory = longs([0x0001_0000]) + words([tables.count, 128, 3, tables.count * 16 - 128])
    var data: [UInt8] = []
    let start = directory.count + 16 * tables.count
    for (name, table) in tables {
      let unadjusted = name == "head" ? head(adjustment: 0) : table
      directory += Array(name.utf8) + longs([checksum(unadjusted)])
      directory += longs([UInt32(start + data.count), UInt32(table.count)])
      data += table + [UInt8](repeating: 0, count: (4 - table.count % 4) % 4)
    }
    return directory + data
  }

  private static func head(adjustment: UInt32) -> [UInt8] {
    longs([0x0001_0000, 0x0001_0000, adjustment, 0x5F0F_3CF5]) + words([0b11, 1000])
      + longs([0, 0, 0, 0])  // made and changed: no clock
      + words([0, descent, advance, ascent]) + words([0, 8, 2, 0, 0])
  }

  private static var hhea: [UInt8] {
    longs([0x0001_0000]) + words([ascent, descent, 0, advance, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2])
  }

  private static var os2: [UInt8] {
    // Version 0; weight 400, width 5; embedding allowed.
    words([0, advance, 400, 5, 0]) + words([Int](repeating: 0, count: 10)) + words([0])
      + [UInt8](repeating: 0, count: 10) + longs([0, 0, 0, 0]) + Array("NONE".utf8)
      + words([0x40, 0x20, 0x20]) + words([ascent, descent, 0, ascent, -descent])
  }

  /// A space is glyph 1; the PDF itself goes by CIDs and never asks.
  private static var cmap: [UInt8] {
    words([0, 1, 3, 1]) + longs([12])
      + words([4, 32, 0, 4, 4, 1, 0, 0x20, 0xFFFF, 0, 0x20, 0xFFFF, 1 - 0x20, 1, 0, 0])
  }

  private static var nameTable: [UInt8] {
    let texts = [(1, name), (2, "Regular"), (4, name), (6, name)]
    var records: [UInt8] = []
    var storage: [UInt8] = []
    for (id, text) in texts {
      let units = text.utf16.flatMap { words([Int($0)]) }
      records += words([3, 1, 0x409, id, units.count, storage.count])
      storage += units
    }
    return words([0, texts.count, 6 + records.count]) + records + storage
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0
    for at in stride(from: 0, to: bytes.count, by: 4) {
      var word: UInt32 = 0
      for index in 0..<4 {
        word = word << 8 | (at + index < bytes.count ? UInt32(bytes[at + index]) : 0)
      }
      sum = sum &+ word
    }
    return sum
  }

  private static func words(_ values: [Int]) -> [UInt8] {
    values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  private static func longs(_ values: [UInt32]) -> [UInt8] {
    values.flatMap { value in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
  }
}
