/// The advance widths of a TrueType program, in thousandths of the size.
struct TrueTypeWidths: Equatable {
  /// One width a glyph that `hmtx` lists.
  let advances: [Double]

  init?(_ program: [UInt8]) {
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at >= 0, at + count <= program.count else { return nil }
      return program[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
    }
    func table(_ name: String) -> Int? {
      guard let count = number(4, 2) else { return nil }
      for index in 0..<count {
        let at = 12 + 16 * index
        guard at + 16 <= program.count else { return nil }
        if Array(program[at..<at + 4]) == Array(name.utf8) { return number(at + 8, 4) }
      }
      return nil
    }
    guard let head = table("head"), let hhea = table("hhea"), let hmtx = table("hmtx"),
      let unitsPerEm = number(head + 18, 2), unitsPerEm > 0, let count = number(hhea + 34, 2)
    else { return nil }
    var advances: [Double] = []
    for index in 0..<count {
      guard let advance = number(hmtx + 4 * index, 2) else { return nil }
      advances.append(Double(advance) * 1000 / Double(unitsPerEm))
    }
    self.advances = advances
  }
}
