import Imaging

/// The name of a signer (ô 7b): words with one capital each, no capitals throughout.
enum NameReading {
  /// Reads a name, nil when the line is none.
  ///
  /// A name that may have lost its beginning is a candidate only.
  static func reading(_ line: TextLine) -> Reading? {
    guard let first = line.tokens.firstIndex(where: isNameWord) else { return nil }
    var words = Array(line.tokens[first...].prefix(while: isNameWord))
    let isCutShort =
      first + words.count < line.tokens.count
      && !line.tokens[first + words.count].skeleton.isEmpty
    var hasSpeck = line.tokens[..<first].contains { !$0.skeleton.isEmpty }
    let hasDirt = first > 0
    while let head = words.first, isDegree(head.text) { words.removeFirst() }
    guard (2...5).contains(words.count) else { return nil }
    if let sign = words[0].text.unicodeScalars.first, !Letters.isCapital(sign) { hasSpeck = true }
    var texts = words.map { $0.text.trimmed(of: ".,:;'`‘’“”\"_-–—|~^ˆ¿¡({[)}]*\\/<>") }
    // `Nguyên` is no family name and only one has its letters: the mark was lost.
    let families = Signing.familyNames[Letters.skeleton(texts[0])]
    if let families, families.count == 1 { texts[0] = families[0] }
    let value = texts.joined(separator: " ")
    guard Letters.skeleton(value).count >= 5 else { return nil }
    var confidence = 0.98 * certainty(of: words)
    confidence *= families == nil ? 0.75 : 1
    if words.count == 2 { confidence *= 0.85 }
    if hasSpeck { confidence *= 0.45 } else if hasDirt { confidence *= 0.85 }
    if isCutShort { confidence *= 0.6 }
    return Reading(value, raw: line.text, confidence: confidence, tokens: words)
  }

  private static func isNameWord(_ token: Token) -> Bool {
    let letters = Letters.count(in: token.text)
    if isDegree(token.text) { return true }
    guard letters.capitals == 1, letters.capitals + letters.small == token.skeleton.count else {
      return letters.capitals == 1 && letters.small == 0 && token.text.unicodeScalars.count == 1
        && token.confidence > 60
    }
    let first = token.text.unicodeScalars.first { Letters.base($0) != nil }
    return first.map(Letters.isCapital) ?? false && letters.small > 0
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
