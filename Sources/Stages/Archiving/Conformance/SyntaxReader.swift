import Foundation
import QPDF

/// A cursor over the syntax of a PDF (ISO 32000-1 7.2, 7.3, 7.5).
struct SyntaxReader {
  private(set) var places: [SyntaxFacts.Fault: [String]] = [:]
  let bytes: Data
  var at = 0
  private var place = "header"
  /// How many arrays and dictionaries are open, and the last names at the top of a dictionary.
  var depth = 0
  var lengthOfStream: StreamLength?

  enum StreamLength {
    case direct(Int)
    case object(ObjectID)
  }

  /// A file with more breaches of one rule is not told of each.
  private static let mostPlaces = 20

  init(_ bytes: Data) { self.bytes = bytes }

  mutating func note(_ fault: SyntaxFacts.Fault) {
    guard places[fault, default: []].count < Self.mostPlaces, places[fault]?.last != place else {
      return
    }
    places[fault, default: []].append(place)
  }

  func byte(_ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[bytes.startIndex + index] : nil
  }

  func isSpace(_ index: Int) -> Bool {
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

  mutating func skipSpace() {
    while true {
      while isSpace(at) { at += 1 }
      guard byte(at) == UInt8(ascii: "%") else { return }
      while at < bytes.count, !isLineEnd(at) { at += 1 }
    }
  }

  mutating func word() -> String {
    let start = at
    while isRegular(at) { at += 1 }
    return String(decoding: bytes[bytes.startIndex + start..<bytes.startIndex + at], as: UTF8.self)
  }

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
}
