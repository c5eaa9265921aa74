import Foundation
import Imaging
import Recognition

/// The issuing agency and the one above it (ô 2).
struct AgencyReading {
  /// The issuing agency: the last name of the heading.
  let agency: Reading
  /// The agency above it, nil when only one name stands there.
  let parent: Reading?

  /// Reads the lines of the left column above the number; `noted` are the letters that a notation has for the agency.
  init?(_ left: [TextLine], above bottom: Double, unit: Double, noted: [UInt8]? = nil) {
    let lines = AgencyLines(left.filter { $0.middle < bottom }, unit: unit, noted: noted)
    let names = lines.names
    guard let last = names.last else { return nil }
    func read(_ words: [Token]) -> Reading {
      let reading = AgencyReading.reading(of: words)
      return lines.isTorn ? reading.doubted : reading
    }
    agency = read(last)
    parent = names.dropLast().last.map(read)
  }

  /// The same names with their marks as the document writes them elsewhere.
  func settled(by pages: [PageLayout]) -> AgencyReading {
    func settled(_ reading: Reading) -> Reading {
      let words = Vocabulary(of: reading.tokens, on: pages).settled(reading.tokens)
      var result = AgencyReading.reading(of: words)
      result.raw = reading.raw
      result.ceiling = reading.ceiling
      result.isForPerson = reading.isForPerson
      result.isProse = reading.isProse
      // Two readings disagree, so a person looks.
      let isChanged = result.value != reading.value
      result.confidence = min(result.confidence, reading.confidence, isChanged ? 0.9 : 1)
      return result
    }
    return AgencyReading(agency: settled(agency), parent: parent.map(settled))
  }

  /// The names as two readings of the same lines have them, the surer one where they part the words otherwise.
  ///
  /// Where they differ in a word the name is kept for the one who types, however doubtful: most of it is right.
  static func voted(_ first: AgencyReading?, _ again: AgencyReading?) -> AgencyReading? {
    guard let first, let again else { return first ?? again?.doubted }
    func best(_ one: Reading?, _ two: Reading?) -> Reading? {
      guard let one, let two else { return (one ?? two)?.doubted }
      guard one.tokens.count == two.tokens.count else {
        return (one.confidence >= two.confidence ? one : two).doubted
      }
      var result = reading(of: Vote.words([one.tokens, two.tokens]))
      result.raw = one.raw
      result.ceiling = min(one.ceiling, two.ceiling)
      result.isForPerson = one.isForPerson && two.isForPerson
      result.isProse = true
      return result
    }
    return best(first.agency, again.agency).map {
      AgencyReading(agency: $0, parent: best(first.parent, again.parent))
    }
  }

  /// The same names, for a person to confirm.
  var doubted: AgencyReading {
    AgencyReading(agency: agency.doubted, parent: parent?.doubted)
  }

  init(agency: Reading, parent: Reading?) {
    self.agency = agency
    self.parent = parent
  }

  /// The name with the marks of known phrases put right.
  private static func reading(of read: [Token]) -> Reading {
    let tokens = Collocations.settled(read)
    var words: [String] = []
    var confidence = 1.0
    var index = 0
    while index < tokens.count {
      let known = knownPhrase(at: index, in: tokens)
      if let known {
        words.append(known.phrase)
        confidence *= known.confidence
        index += known.count
      } else {
        let word = tokens[index].text.trimmed(of: ".,:;'`_|")
        let parts = Syllables.unfused(word)
        words += parts
        // Words without a space between them are two that are not known to be right.
        confidence *= certainty(of: [tokens[index]]) * (parts.count > 1 ? 0.9 : 1)
        if word.count >= 5, word.allSatisfy(\.isLetter), parts.count == 1, !isSyllable(word) {
          confidence *= 0.8
        }
        index += 1
      }
    }
    let value = words.filter { !$0.isEmpty }.joined(separator: " ")
    let raw = read.map(\.text).joined(separator: " ")
    return Reading(value, raw: raw, confidence: 0.99 * confidence, tokens: tokens)
  }

  static func knownPhrase(
    at index: Int, in tokens: [Token]
  ) -> (phrase: String, count: Int, confidence: Double)? {
    let rest = tokens[index...]
    // `UBND TỈÌNH`: after the committee comes its level.
    if index == 1, Agencies.phraseBySkeleton[tokens[1].skeleton] == nil,
      tokens[0].skeleton == Array("UBND".utf8), let level = Agencies.level(tokens[1])
    {
      return (level, 1, 0.95)
    }
    for count in stride(from: min(10, rest.count), through: 1, by: -1) {
      let words = rest.prefix(count)
      guard words.last?.skeleton.isEmpty == false else { continue }
      let letters = words.flatMap(\.skeleton)
      if let phrase = Agencies.phraseBySkeleton[letters] {
        let isDue =
          index > 0 && ["UBND", "DAN"].contains { tokens[index - 1].skeleton == Array($0.utf8) }
        if count == 1, !isDue, Agencies.isNoLevel(tokens[index]) { return nil }
        return (phrase, count, 0.997)
      }
      // One letter wrong, lost or too many: only in a whole name or a long one, and a number is no letter too many.
      guard count == tokens.count ? letters.count >= 5 : letters.count >= 14,
        !words.contains(where: { $0.text.contains(where: \.isNumber) })
      else { continue }
      let near = Agencies.phraseBySkeleton.filter { entry in
        abs(entry.key.count - letters.count) <= 1 && entry.key.count >= 5
          && entry.key.first == letters.first && distance(entry.key, letters) <= 1
      }
      if near.count == 1, let phrase = near.first?.value { return (phrase, count, 0.85) }
    }
    return nil
  }

  /// The letters that may stand for the agency in a notation, longest first.
  ///
  /// Words give their first letter: `SỞ Y TẾ` is SYT, `TRƯỜNG ĐẠI HỌC VINH` is TĐHV or ĐHV; `VÀ` may be
  /// left out.
  static func initials(of name: String) -> [String] {
    let words = name.split(whereSeparator: { " -,.".contains($0) }).map(String.init)
    let all = words.compactMap(initial)
    let some = words.filter { $0 != "VÀ" }.compactMap(initial)
    var results: [String] = []
    for letters in [all, some] {
      for start in 0..<letters.count where letters.count - start >= 2 {
        for end in stride(from: letters.count, through: start + 2, by: -1)
        where start == 0 || end == letters.count {
          results.append(String(letters[start..<end]))
        }
      }
    }
    if name.contains("ỦY BAN") || name.contains("UBND") { results.append("UBND") }
    return results.sorted { $0.count > $1.count }
  }

  /// The first letter of a word as notations write it: Đ stays, other letters lose their marks.
  private static func initial(_ word: String) -> Character? {
    guard let scalar = word.unicodeScalars.first, let base = Letters.base(scalar) else {
      return nil
    }
    if scalar == "Đ" || scalar == "đ" { return "Đ" }
    return Letters.isDigit(scalar) ? nil : Character(Unicode.Scalar(base))
  }
}
