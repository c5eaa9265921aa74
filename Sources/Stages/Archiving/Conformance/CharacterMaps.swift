/// The codes of a ToUnicode map with their UTF-16 texts (ISO 32000-1 9.10.3).
func unicodeMap(_ bytes: [UInt8]) -> [Int: [UInt16]] {
  var map: [Int: [UInt16]] = [:]
  var waiting: [[UInt8]] = []
  var list: [[UInt8]]?
  for token in CMapTokens(bytes) {
    switch token {
    case .string(let string):
      if list != nil { list?.append(string) } else { waiting.append(string) }
    case .open: list = []
    case .close:
      // A range with a list: one text a code.
      if let texts = list, waiting.count >= 2 {
        let first = code(waiting[waiting.count - 2])
        for (offset, text) in texts.enumerated() { map[first + offset] = units(text) }
        waiting.removeLast(2)
      }
      list = nil
    case .word("endbfchar"):
      for at in stride(from: 0, to: waiting.count - 1, by: 2) {
        map[code(waiting[at])] = units(waiting[at + 1])
      }
      waiting = []
    case .word("endbfrange"):
      for at in stride(from: 0, to: waiting.count - 2, by: 3) {
        let (first, last) = (code(waiting[at]), code(waiting[at + 1]))
        let text = units(waiting[at + 2])
        guard let end = text.last, last >= first, last - first < 65_536 else { continue }
        for value in first...last {
          map[value] = text.dropLast() + [end &+ UInt16(truncatingIfNeeded: value - first)]
        }
      }
      waiting = []
    case .word: waiting = []
    }
  }
  return map
}

private func code(_ bytes: [UInt8]) -> Int { bytes.suffix(4).reduce(0) { $0 << 8 | Int($1) } }

private func units(_ bytes: [UInt8]) -> [UInt16] {
  stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
}

/// The greatest CID that a character map gives, 0 when it gives none (Adobe Technical Note 5014).
///
/// A range gives one CID more for each code, whether a font has a glyph there or not; a range of codes without
/// a character gives all of them the same.
func greatestCID(of bytes: [UInt8]) -> Int {
  var greatest = 0
  var codes: [[UInt8]] = []
  var section = ""
  for token in CMapTokens(bytes) {
    switch token {
    case .string(let string): codes.append(string)
    case .word(let word):
      if word.hasPrefix("begin") { section = word }
      if word.hasPrefix("end") { section = "" }
      let isOfCIDs = section.hasPrefix("begincid") || section.hasPrefix("beginnotdef")
      if isOfCIDs, let first = Int(word), let low = codes.first, let high = codes.last {
        // A code has four bytes at most, so the sum is far from 2⁶³.
        let more = section == "begincidrange" ? max(0, code(high) - code(low)) : 0
        greatest = max(greatest, min(first, 1 << 32) + more)
      }
      codes = []
    case .open, .close: codes = []
    }
  }
  return greatest
}

/// The hexadecimal strings, brackets and words of a character map.
private struct CMapTokens: Sequence, IteratorProtocol {
  enum Token {
    case string([UInt8])
    case open
    case close
    case word(String)
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else { return nil }
    switch UnicodeScalar(bytes[at]) {
    case "[":
      at += 1
      return .open
    case "]":
      at += 1
      return .close
    case "<":
      at += 1
      return hexString()
    default:
      let start = at
      while at < bytes.count, bytes[at] > 0x20, !"[]<".utf8.contains(bytes[at]) || at == start {
        at += 1
      }
      return .word(String(decoding: bytes[start..<at], as: UTF8.self))
    }
  }

  private mutating func hexString() -> Token {
    var digits: [UInt8] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if let digit = Character(UnicodeScalar(bytes[at])).hexDigitValue {
        digits.append(UInt8(digit))
      }
      at += 1
    }
    at += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return .string(
      stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }
}
