import QPDF

extension SyntaxReader {
  /// Passes over one string, name, bracket or other delimiter.
  mutating func skipToken() {
    switch byte(at) {
    case UInt8(ascii: "("): skipString()
    case UInt8(ascii: "<"):
      if byte(at + 1) == UInt8(ascii: "<") {
        depth += 1
        at += 2
      } else {
        hexString()
      }
    case UInt8(ascii: ">") where byte(at + 1) == UInt8(ascii: ">"):
      depth -= 1
      at += 2
    case UInt8(ascii: "["):
      depth += 1
      at += 1
    case UInt8(ascii: "]"):
      depth -= 1
      at += 1
    case UInt8(ascii: "/"):
      at += 1
      if word() == "Length", depth == 1 { readLength() }
    default: at += 1
    }
  }

  private mutating func readLength() {
    skipSpace()
    guard let value = Int(word()) else { return }
    lengthOfStream = .direct(value)
    let after = at
    skipSpace()
    if let generation = Int32(word()), let number = Int32(exactly: value) {
      skipSpace()
      if word() == "R" {
        lengthOfStream = .object(ObjectID(number: number, generation: generation))
        return
      }
    }
    at = after
  }

  private mutating func skipString() {
    var open = 0
    while let next = byte(at) {
      at += 1
      switch next {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return }
      default: break
      }
    }
  }

  private mutating func hexString() {
    at += 1
    var count = 0
    while let next = byte(at), next != UInt8(ascii: ">") {
      if !isSpace(at) {
        count += 1
        let isDigit = (0x30...0x39).contains(next) || (0x41...0x46).contains(next & 0xDF)
        if !isDigit { note(.strangeHexString) }
      }
      at += 1
    }
    if count % 2 != 0 { note(.oddHexString) }
    at += 1
  }
}
