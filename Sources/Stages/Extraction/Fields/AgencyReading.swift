import Foundation
import Imaging
import Recognition

/// The issuing agency and the one above it (ô 2).
struct AgencyReading {
  /// The issuing agency: the last name of the heading.
  let agency: Reading
  /// The agency above it, nil when only one name stands there.
  let parent: Reading?

  /// Reads the lines of the left column above the number.
  init?(above bottom: Double, in header: Header, unit: Double) {
    let lines = header.left.filter { $0.middle < bottom }.compactMap(AgencyReading.cleaned)
    var names: [[Token]] = []
    var edge: Double?
    for line in lines {
      // The heading is one block; what stands far below or above is a stamp or a scrawl.
      if let edge, line.middle - edge > 4 * unit { break }
      if line.skeleton.count < 3, !AgencyReading.ends(names.last ?? [], with: line) { continue }
      edge = line.middle
      if let last = names.last,
        !AgencyReading.opensName(line, after: last, isFirst: names.count == 1)
      {
        names[names.count - 1] = last + line.tokens
      } else {
        names.append(line.tokens)
      }
    }
    guard let last = names.last else { return nil }
    agency = AgencyReading.reading(of: last)
    parent = names.count > 1 ? AgencyReading.reading(of: names[names.count - 2]) : nil
  }

  /// The same names with their marks as the document writes them elsewhere.
  func settled(by pages: [PageLayout]) -> AgencyReading {
    func settled(_ reading: Reading) -> Reading {
      let words = Vocabulary(of: reading.tokens, on: pages).settled(reading.tokens)
      var result = AgencyReading.reading(of: words)
      result.raw = reading.raw
      result.ceiling = reading.ceiling
      // Two readings disagree, so a person looks.
      let isChanged = result.value != reading.value
      result.confidence = min(result.confidence, reading.confidence, isChanged ? 0.9 : 1)
      return result
    }
    return AgencyReading(agency: settled(agency), parent: parent.map(settled))
  }

  /// The same names, for a person to confirm.
  var doubted: AgencyReading {
    AgencyReading(agency: agency.doubted, parent: parent?.doubted)
  }

  init(agency: Reading, parent: Reading?) {
    self.agency = agency
    self.parent = parent
  }

  /// The line without specks, nil when what is left is not a heading in capitals.
  private static func cleaned(_ line: TextLine) -> TextLine? {
    if line.skeleton.count < 3 { return lastSyllable(line) }
    var tokens = line.tokens[...]
    func isSpeck(_ token: Token, beside other: Token?) -> Bool {
      if token.skeleton.isEmpty { return true }
      guard token.skeleton.count <= 2, token.confidence < 40 || !token.isCapital else {
        return false
      }
      // A short word of the name itself stands one space from the next.
      guard token.isCapital, token.skeleton.count == 2, let other else { return true }
      let gap = max(token.box.x, other.box.x) - min(token.box.maxX, other.box.maxX)
      return gap > other.box.height * 2 / 3
    }
    while let first = tokens.first, isSpeck(first, beside: tokens.dropFirst().first) {
      tokens.removeFirst()
    }
    while let last = tokens.last, isSpeck(last, beside: tokens.dropLast().last) {
      tokens.removeLast()
    }
    let kept = tokens.filter { !$0.skeleton.isEmpty || $0.text == "-" || $0.text == "–" }
    guard let line = TextLine(Array(kept)), line.skeleton.count >= 3, line.capitalShare >= 0.7
    else {
      return nil
    }
    return line
  }

  /// A short word such as names end with, `… LƯU TRỮ LỊCH` / `SỬ`, in capitals; nil for specks.
  private static func lastSyllable(_ line: TextLine) -> TextLine? {
    guard line.tokens.count == 1, let token = line.tokens.first, token.confidence >= 60,
      isSyllable(token.text), token.text.count == 2 || token.text == "Y"
    else { return nil }
    // Alone on its line a small letter cannot be told from a capital.
    return TextLine([Token(token.text.uppercased(), at: token)])
  }

  /// Whether a short line stands right under the middle of the line above it and is as tall, as the end of a name is.
  private static func ends(_ above: [Token], with line: TextLine) -> Bool {
    guard let box = above.map(\.box).union else { return false }
    let last = above.filter { $0.box.maxY > box.maxY - $0.box.height }.map(\.box)
    guard let all = last.union else { return false }
    let height = last.map(\.height).sorted()[last.count / 2]
    return abs(line.box.midX - all.midX) < Double(all.width) / 4
      && line.box.y - all.maxY < height && line.box.height * 10 >= height * 8
  }

  private static func opensName(_ line: TextLine, after above: [Token], isFirst: Bool) -> Bool {
    guard let word = above.last(where: { !$0.skeleton.isEmpty }) else { return true }
    if Agencies.links.contains(word.skeleton) { return false }
    let opening = line.tokens.filter { !$0.skeleton.isEmpty }.prefix(2).flatMap(\.skeleton)
    if Agencies.continuations.contains(opening) { return false }
    let name = above.flatMap(\.skeleton)
    if isFirst && Agencies.bareHeads.contains(name) { return false }
    if let first = line.tokens.first(where: { !$0.skeleton.isEmpty }),
      Agencies.links.contains(first.skeleton),
      !["BO", "SO"].map({ Array($0.utf8) }).contains(first.skeleton)
    {
      return false
    }
    if knownPhrase(at: 0, in: line.tokens)?.count == line.tokens.count,
      Agencies.heads.contains(where: { line.skeleton.starts(with: $0) })
    {
      return true
    }
    // No body has a name of one word: it is the end of a long one, `… VÀ MÔI` / `TRƯỜNG`.
    if line.tokens.count(where: { !$0.skeleton.isEmpty }) == 1 { return false }
    return Agencies.heads.contains { head in
      if line.skeleton.starts(with: head) { return endsWord(head.count, in: line) }
      // `THÔNG` is no misread `PHÒNG`: what is wrong stands behind the first letter.
      guard head.count >= 5, line.skeleton.count >= head.count, head.first == line.skeleton.first
      else { return false }
      return distance(head, Array(line.skeleton.prefix(head.count))) == 1
        && endsWord(head.count, in: line)
    }
  }

  private static func endsWord(_ letters: Int, in line: TextLine) -> Bool {
    var count = 0
    for token in line.tokens {
      count += token.skeleton.count
      if count == letters { return true }
      if count > letters { return false }
    }
    return false
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

  private static func knownPhrase(
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
      if let phrase = Agencies.phraseBySkeleton[letters] { return (phrase, count, 0.997) }
      // One letter wrong, lost or too many: only in a whole name or a long one.
      guard count == tokens.count ? letters.count >= 5 : letters.count >= 14 else { continue }
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
