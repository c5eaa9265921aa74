import Imaging
import Recognition

/// The name of a signer (ô 7b): words with one capital each, no capitals throughout.
enum NameReading {
  /// Reads a name, nil when the line is none.
  ///
  /// A name that may have lost its beginning is a candidate only.
  static func reading(_ line: TextLine) -> Reading? {
    let tokens = line.tokens.flatMap(unfused).map { completed(swollen($0)) }
    guard let first = tokens.firstIndex(where: isNameWord) else { return nil }
    var words = Array(tokens[first...].prefix(while: isNameWord))
    let isCutShort =
      first + words.count < tokens.count && !tokens[first + words.count].skeleton.isEmpty
    var hasSpeck = tokens[..<first].contains { !$0.skeleton.isEmpty && !isDegree($0.text) }
    let hasDirt = first > 0
    while let head = words.first, isDegree(head.text) { words.removeFirst() }
    // Ink of a seal before a family name reads as a word: `Sẻ Hoàng Thị Lệ`; Văn is a middle name far more often.
    if words.count >= 3, !startsWithFamily(words[0]), startsWithFamily(words[1]),
      !middleNames.contains(words[1].text)
    {
      words.removeFirst()
      hasSpeck = true
    }
    guard (2...5).contains(words.count) else { return nil }
    // A quotation mark before a family name is ink; another sign may hide its first letters.
    let hasSign = words[0].text.unicodeScalars.first.map { !Letters.isCapital($0) } ?? true
    if hasSign, !startsWithFamily(words[0]) { hasSpeck = true }
    var texts = words.map { $0.text.trimmed(of: ".,:;'`‘’“”\"_-–—|~^ˆ¿¡({[)}]*\\/<>") }
    // `Nguyên` is no family name and only one has its letters: the mark was lost.
    let families = Signing.familyNames[Letters.skeleton(texts[0])]
    let isMiddle = middleNames.contains(texts[0])
    var trust = isMiddle ? 0.15 : (families == nil ? 0.75 : 1)
    // What follows such a name may be no Vietnamese word either.
    if Signing.uplandNames.contains(texts[0]) { trust = 0.9 }
    // `Hfynh` and `Túynh`: a letter of the name lies under the seal.
    let likely = families == nil && !isMiddle && texts.count >= 3 ? FamilyName.like(texts[0]) : []
    if likely.count == 1 { texts[0] = likely[0] }
    if let families, let family = families.first, !isMiddle, !families.contains(texts[0]) {
      // `Nguyên` is certain; of `Đương`, which may be Dương or Đường, the commoner is given.
      texts[0] = family
      trust = families.count > 1 ? 0.8 : (commonFamilies.contains(family) ? 0.97 : 0.9)
    }
    let value = texts.joined(separator: " ")
    guard Letters.skeleton(value).count >= 5 else { return nil }
    // Words that were read as one were believed or doubted once.
    let read = words.indices.filter { $0 == 0 || words[$0].shown != words[$0 - 1].shown }
    var confidence = 0.98 * certainty(of: read.map { words[$0] })
    confidence *= trust
    // Hardly anybody has two names, and of `Trần Văn Mẫu` the seal leaves `Văn Mẫu`.
    if words.count == 2 { confidence *= commonFamilies.contains(texts[0]) ? 0.5 : 0.15 }
    // `Glang`: a letter is wrong.
    if !texts.allSatisfy({ isSyllable($0) || Signing.uplandNames.contains($0) }) {
      confidence *= 0.4
    }
    if hasSpeck { confidence *= 0.45 } else if hasDirt || hasSign { confidence *= 0.85 }
    if isCutShort { confidence *= 0.6 }
    var reading = Reading(value, raw: line.text, confidence: confidence, tokens: words)
    // A name that begins with no family name, or with one put right from an uncommon form or made whole
    // from its end, is confirmed.
    let family = String(decoding: Letters.skeleton(texts[0]), as: UTF8.self)
    let isTorn = !String(decoding: Letters.skeleton(line.text), as: UTF8.self).contains(family)
    if trust < 0.97 || isTorn {
      reading.ceiling = 0.93
      reading.isForPerson = true
    }
    if !texts.dropFirst().allSatisfy(GivenName.isUsual) { reading.isForPerson = true }
    return reading
  }

  private static let middleNames: Set<String> = ["Văn", "Thị"]
  /// Those that six of seven people bear.
  private static let commonFamilies: Set<String> = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
    "Ngô",
    "Dương", "Lý",
  ]

  private static func startsWithFamily(_ token: Token) -> Bool {
    Signing.familyNames[token.skeleton] != nil
  }

  /// The words of one that holds several: `TrầnVănMẫu`; a capital after a small letter begins the next.
  private static func unfused(_ token: Token) -> [Token] {
    var words: [String] = [""]
    var wasSmall = false
    for scalar in token.text.unicodeScalars {
      // `MạI`: a capital I at the end of a word is its small i.
      if wasSmall, Letters.isCapital(scalar), scalar != "I" { words.append("") }
      words[words.count - 1].unicodeScalars.append(scalar)
      wasSmall = Letters.isSmall(scalar)
    }
    return words.count > 1 || words[0].contains("I")
      ? words.map { Token(withSmallEnd($0), at: token) } : [token]
  }

  private static func withSmallEnd(_ word: String) -> String {
    guard let at = word.lastIndex(of: "I"), at > word.startIndex,
      word[word.index(before: at)].isLowercase,
      !word[word.index(after: at)...].contains(where: \.isLetter)
    else { return word }
    return word[..<at] + "i" + word[word.index(after: at)...]
  }

  /// A short family name whose letters ink of the seal made taller, `HẠ`, with the marks of the commonest name
  /// that has its letters.
  private static func swollen(_ token: Token) -> Token {
    guard token.letters.small == 0, (2...3).contains(token.letters.capitals),
      token.skeleton.count == token.letters.capitals,
      let name = Signing.familyNames[token.skeleton]?.first
    else { return token }
    return Token(name, at: token).doubted
  }

  /// A family name whose first consonants lie under the seal, `guyễn` or `âm`, where only one ends so.
  private static func completed(_ token: Token) -> Token {
    guard token.letters.capitals == 0, let start = token.text.firstIndex(where: \.isLetter) else {
      return token
    }
    let torn = String(token.text[start...]).trimmed(of: ".,:;'`\"_-–—|~^*<>=")
    let names = FamilyName.ending(in: torn)
    guard names.count == 1 else { return token }
    // A capital is as wide as two letters.
    let hidden = token.box.width * (names[0].count - torn.count + 1) / max(1, torn.count)
    return Token(names[0], at: token).doubted.reaching(left: hidden)
  }

  private static func isNameWord(_ token: Token) -> Bool {
    let letters = Letters.count(in: token.text)
    if isDegree(token.text) { return true }
    let first = token.text.unicodeScalars.first { Letters.base($0) != nil }
    guard first.map(Letters.isCapital) ?? false,
      letters.capitals + letters.small == token.skeleton.count
    else { return false }
    if letters.capitals == 1 {
      return letters.small > 0 || token.text.unicodeScalars.count == 1 && token.confidence > 60
    }
    // `NGuyễn` and `NÑông`: ink of the seal made its second letter taller, or a letter of its own.
    return letters.capitals == 2 && letters.small >= 3
      && (Signing.familyNames[token.skeleton] != nil || FamilyName.like(token.text).count == 1)
  }

  /// Degrees and ranks, which the armed forces, schools and hospitals may print before a name.
  private static func isDegree(_ text: String) -> Bool {
    guard text.contains(".") || text == "TS" || text == "BS" else { return false }
    let letters = text.filter(\.isLetter)
    return [
      "GS", "PGS", "TS", "ThS", "BS", "BSCKI", "BSCKII", "CN", "KS", "PGSTS", "GSTS", "TSKH", "DS",
      "LS",
    ]
    .contains(letters)
  }
}
