/// How a document itself writes its words, to settle the marks of a word that was misread once.
///
/// A heading says `ĐIỆN LỤC` where the text says `Điện lực` three times: words with the same letters
/// beside the same neighbour are one word, and a form read more than twice as often counts. Only marks are put
/// right, letters never; a word that stands once keeps what was read.
struct Vocabulary {
  private struct Key: Hashable {
    let word: Int
    let neighbour: Int
    let isBefore: Bool
  }

  private var forms: [Key: [String: Int]] = [:]

  /// Counts the forms of the given words wherever they stand on the pages.
  init(of words: [Token], on pages: [PageLayout]) {
    for (index, word) in words.enumerated() where !word.skeleton.isEmpty {
      if index > 0 { forms[Self.key(word, after: words[index - 1])] = [:] }
      if index + 1 < words.count { forms[Self.key(word, before: words[index + 1])] = [:] }
    }
    guard !forms.isEmpty else { return }
    for tokens in pages.flatMap(\.rows).map(\.tokens) {
      for index in tokens.indices.dropFirst() {
        count(tokens[index], by: Self.key(tokens[index], after: tokens[index - 1]))
        count(tokens[index - 1], by: Self.key(tokens[index - 1], before: tokens[index]))
      }
    }
  }

  private mutating func count(_ token: Token, by key: Key) {
    guard forms[key] != nil else { return }
    forms[key]?[Self.form(token.text), default: 0] += 1
  }

  private static func key(_ word: Token, after other: Token) -> Key {
    Key(word: word.hash, neighbour: other.hash, isBefore: false)
  }

  private static func key(_ word: Token, before other: Token) -> Key {
    Key(word: word.hash, neighbour: other.hash, isBefore: true)
  }

  /// The letters of a word in small letters, without the signs around them.
  private static func form(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { Letters.isSmall($0) || Letters.isCapital($0) })
    ).lowercased()
  }

  /// The words in the form the document writes most often.
  func settled(_ words: [Token]) -> [Token] {
    words.enumerated().map { index, word in
      var votes: [String: Int] = [:]
      let keys =
        (index > 0 ? [Self.key(word, after: words[index - 1])] : [])
        + (index + 1 < words.count ? [Self.key(word, before: words[index + 1])] : [])
      for key in keys {
        for (form, count) in forms[key] ?? [:] { votes[form] = max(votes[form] ?? 0, count) }
      }
      let own = Self.form(word.text)
      let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard !own.isEmpty, let best, best.key != own,
        best.value > 2 * (votes[own] ?? 0)
          || (word.confidence < 85 && best.value > votes[own] ?? 0),
        best.value >= 2,
        Letters.skeleton(best.key) == word.skeleton
      else { return word }
      return Token(Self.like(word, best.key), at: word)
    }
  }

  /// A form in the case of a word, with the signs around the word kept.
  static func like(_ word: Token, _ form: String) -> String {
    let signs = Array(word.text.unicodeScalars)
    let isLetter = { (sign: Unicode.Scalar) in Letters.isSmall(sign) || Letters.isCapital(sign) }
    guard let first = signs.firstIndex(where: isLetter), let last = signs.lastIndex(where: isLetter)
    else { return word.text }
    var text = form
    if word.isCapital {
      text = form.uppercased()
    } else if Letters.isCapital(signs[first]) {
      text = form.prefix(1).uppercased() + form.dropFirst()
    }
    let head = String(String.UnicodeScalarView(signs[..<first]))
    let tail = String(String.UnicodeScalarView(signs[(last + 1)...]))
    return head + text + tail
  }
}
