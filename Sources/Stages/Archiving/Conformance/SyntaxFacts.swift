import Foundation
import QPDF

/// How the bytes between the objects and around the streams are written, which a parser forgives.
///
/// The file is followed once from its first byte to its last, over all revisions, and stream data is
/// passed over: the effort is that of everything but the streams. The file is mapped, not held.
struct SyntaxFacts: Sendable, Equatable {
  /// What may be written in a way that PDF/A forbids (ISO 19005-2 6.1.4, 6.1.6, 6.1.7.1, 6.1.9).
  enum Fault: Sendable, Hashable {
    /// A subsection header whose two numbers are not parted by a single space.
    case subsectionHeader
    /// `xref` without a single end-of-line before the subsection header.
    case afterXref
    /// A hexadecimal string with an odd number of digits.
    case oddHexString
    /// A hexadecimal string with something that is neither a digit nor white space.
    case strangeHexString
    /// A `Length` that is not the number of bytes before the end-of-line of `endstream`.
    case length
    /// `stream` not followed by CR LF or LF, or `endstream` without an end-of-line before it.
    case aroundStream
    /// Object number, generation, `obj` and `endobj` not parted as ISO 19005 wants it.
    case aroundObject
  }

  /// The places of each fault in the order of the file.
  private(set) var places: [Fault: [String]] = [:]

  /// With what a file holds; `length` resolves a stream length that is an object of its own.
  func following(_ file: Data, length: (ObjectID) -> Int?) -> SyntaxFacts {
    var reader = SyntaxReader(file)
    reader.follow(length: length)
    var facts = self
    facts.places.merge(reader.places) { $0 + $1 }
    return facts
  }

  /// Notes the hexadecimal strings of decoded data: content, or objects packed in a stream.
  mutating func note(hexStringsOf bytes: [UInt8], at place: String) {
    var reader = SyntaxReader(Data(bytes))
    reader.followContent(at: place)
    places.merge(reader.places) { $0 + $1 }
  }
}

/// A cursor over the syntax of a PDF (ISO 32000-1 7.2, 7.3, 7.5).
private struct SyntaxReader {
  private(set) var places: [SyntaxFacts.Fault: [String]] = [:]
  private let bytes: Data
  private var at = 0
  private var place = "header"
  /// How many arrays and dictionaries are open, and the last names at the top of a dictionary.
  private var depth = 0
  private var lengthOfStream: StreamLength?

  private enum StreamLength {
    case direct(Int)
    case object(ObjectID)
  }

  /// A file with more breaches of one rule is not told of each.
  private static let mostPlaces = 20

  init(_ bytes: Data) { self.bytes = bytes }

  private mutating func note(_ fault: SyntaxFacts.Fault) {
    guard places[fault, default: []].count < Self.mostPlaces, places[fault]?.last != place else {
      return
    }
    places[fault, default: []].append(place)
  }

  // MARK: Characters

  private func byte(_ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[bytes.startIndex + index] : nil
  }

  private func isSpace(_ index: Int) -> Bool {
    byte(index).map { [0, 9, 10, 12, 13, 32].contains($0) } ?? false
  }

  private func isLineEnd(_ index: Int) -> Bool { byte(index) == 10 || byte(index) == 13 }

  private func isRegular(_ index: Int) -> Bool {
    guard let byte = byte(index) else { return false }
    return !isSpace(index) && !Array("()<>[]{}/%".utf8).contains(byte)
  }

  private func isAt(_ word: String) -> Bool {
    var index = at
    for wanted in word.utf8 {
      guard byte(index) == wanted else { return false }
      index += 1
    }
    return true
  }

  private mutating func skipSpace() {
    while true {
      while isSpace(at) { at += 1 }
      guard byte(at) == UInt8(ascii: "%") else { return }
      while at < bytes.count, !isLineEnd(at) { at += 1 }
    }
  }

  private mutating func word() -> String {
    let start = at
    while isRegular(at) { at += 1 }
    return String(decoding: bytes[bytes.startIndex + start..<bytes.startIndex + at], as: UTF8.self)
  }

  // MARK: The file

  mutating func follow(length: (ObjectID) -> Int?) {
    while true {
      skipSpace()
      guard at < bytes.count else { return }
      let start = at
      let first = word()
      if first == "xref" {
        crossReferences()
      } else if let number = Int32(first) {
        object(number, from: start, length: length)
      } else if at == start {
        // The trailer dictionary, or bytes between the objects.
        skipToken()
      }
    }
  }

  mutating func followContent(at place: String) {
    self.place = place
    while at < bytes.count {
      skipSpace()
      let start = at
      if word() == "ID", isSpace(at) {
        // Samples of an inline image: they end at EI between white space.
        while at < bytes.count, !(isSpace(at) && byte(at + 1) == 0x45 && byte(at + 2) == 0x49) {
          at += 1
        }
      }
      if at == start { skipToken() }
    }
  }

  /// `xref`, its subsections and their entries of 20 bytes.
  private mutating func crossReferences() {
    place = "xref"
    let ending = byte(at) == 13 && byte(at + 1) == 10 ? 2 : 1
    if !isLineEnd(at) || isSpace(at + ending) { note(.afterXref) }
    while true {
      skipSpace()
      let start = at
      guard let first = Int(word()) else {
        at = start
        return
      }
      if byte(at) != 32 || isSpace(at + 1) { note(.subsectionHeader) }
      skipSpace()
      guard first >= 0, let count = Int(word()), (0...10_000_000).contains(count) else { return }
      skipSpace()
      at += count * 20
    }
  }

  /// `12 0 obj … endobj`, from its number on.
  private mutating func object(
    _ number: Int32, from start: Int, length: (ObjectID) -> Int?
  ) {
    // Offsets after `startxref` are numbers too.
    let afterNumber = at
    skipSpace()
    let beforeGeneration = at
    guard let generation = Int32(word()) else { return }
    let afterGeneration = at
    skipSpace()
    let beforeKeyword = at
    guard word() == "obj" else {
      at = beforeGeneration
      return
    }
    place = placeText(ObjectID(number: number, generation: generation))
    if beforeGeneration != afterNumber + 1 || beforeKeyword != afterGeneration + 1
      || !isLineEnd(start - 1) || !isLineEnd(at)
    {
      note(.aroundObject)
    }
    depth = 0
    lengthOfStream = nil
    while at < bytes.count {
      skipSpace()
      let before = at
      switch word() {
      case "stream": stream(length)
      case "endobj":
        if !isLineEnd(before - 1) || !isLineEnd(at) { note(.aroundObject) }
        return
      default: if at == before { skipToken() }
      }
    }
  }

  private mutating func stream(_ length: (ObjectID) -> Int?) {
    if byte(at) == 13, byte(at + 1) == 10 {
      at += 2
    } else {
      if byte(at) != 10 { note(.aroundStream) }
      if isLineEnd(at) { at += 1 }
    }
    let start = at
    let stated: Int? =
      switch lengthOfStream {
      case .direct(let count): count
      case .object(let id): length(id)
      case nil: nil
      }
    if let stated, stated >= 0, stated <= bytes.count - start {
      at = start + stated
      let end = at
      if byte(at) == 13, byte(at + 1) == 10 { at += 2 } else if isLineEnd(at) { at += 1 }
      if isAt("endstream") {
        if at == end { note(.aroundStream) }
        at += 9
        return
      }
      while isSpace(at) { at += 1 }
      if isAt("endstream") {
        // White space that no end-of-line is: nothing says whether it belongs to the data.
        note(isLineEnd(at - 1) ? .length : .aroundStream)
        at += 9
        return
      }
    }
    note(.length)
    at = start
    while at < bytes.count, !isAt("endstream") { at += 1 }
    at += 9
  }

  // MARK: Tokens

  /// Passes over one string, name, bracket or other delimiter.
  private mutating func skipToken() {
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
