import Imaging

/// The text of a number line, cut into number and notation.
struct CodeText {
  /// What stands before the slash, without spaces.
  private(set) var numberText = ""
  /// The words it stands in.
  private(set) var numberTokens: [Token] = []
  /// Whether one word holds the number and nothing else.
  private(set) var isNumberAlone = false
  /// What stands after the slash, nil when nothing there looks like a notation.
  private(set) var notation: NotationText?
  /// Whether a slash was read.
  private(set) var hasSlash = false
  /// The measure of printed capitals on the line, nil when no word holds the notation alone.
  private(set) var printed: PrintedDigits?

  private typealias Sign = (scalar: Unicode.Scalar, word: Int)
  private static let slashes: Set<Unicode.Scalar> = ["/", "⁄", "∕", "／"]

  /// Cuts the line from a letter on; nil when nothing stands there.
  init?(_ line: TextLine, from start: Int) {
    var signs: [Sign] = []
    for (index, token) in line.tokens.enumerated() {
      for scalar in token.text.unicodeScalars { signs.append((scalar, index)) }
      signs.append((" ", index))
    }
    signs = Array(signs.dropFirst(start))
    guard !signs.isEmpty else { return nil }
    let numberEnd = cut(signs, line)
    var words: [Int] = []
    for sign in signs[..<numberEnd] where sign.scalar != " " {
      guard !(numberText.isEmpty && ":.;,„".unicodeScalars.contains(sign.scalar)) else { continue }
      numberText.unicodeScalars.append(sign.scalar)
      if words.last != sign.word { words.append(sign.word) }
    }
    numberText = numberText.trimmed(of: ".:,-–_'`")
    numberTokens = words.map { line.tokens[$0] }
    isNumberAlone = words.count == 1 && numberTokens[0].text.trimmed(of: ".:,/") == numberText
  }

  /// Finds the notation; returns where the number ends.
  private mutating func cut(_ signs: [Sign], _ line: TextLine) -> Int {
    let slashes = signs.indices.filter { CodeText.slashes.contains(signs[$0].scalar) }
    for slash in slashes.reversed() {
      guard let text = NotationText(signs[(slash + 1)...], in: line) else { continue }
      hasSlash = true
      notation = text
      measure(line, text)
      return endOfNumber(signs, slash: slash, slashes: slashes, line)
    }
    // No slash: the notation is the last run with a hyphen between capitals.
    let hyphens = signs.indices.filter { "-–—".unicodeScalars.contains(signs[$0].scalar) }
    for hyphen in hyphens.reversed() where hyphen > 0 {
      var start = hyphen
      while start > 0, NotationText.isLetter(signs[start - 1].scalar) { start -= 1 }
      guard start < hyphen, let text = NotationText(signs[start...], in: line),
        text.groups.count > 1
      else { continue }
      notation = text
      measure(line, text)
      return start
    }
    return signs.count
  }

  /// Where the number ends; a year (`15/2017/QĐ-UBND`) or a party kind (`36-HD/VPTW`) goes to the notation.
  private mutating func endOfNumber(
    _ signs: [Sign], slash: Int, slashes: [Int], _ line: TextLine
  ) -> Int {
    if let first = slashes.first, first < slash {
      let between = signs[(first + 1)..<slash].filter { $0.scalar != " " }
      let year = String(String.UnicodeScalarView(between.map(\.scalar)))
      if year.count == 4, let number = Int(year), (1945...2099).contains(number) {
        notation?.prefix = "\(year)/"
        return first
      }
    }
    let before = signs[..<slash]
    if let hyphen = before.lastIndex(where: { $0.scalar == "-" }) {
      let kind = before[(hyphen + 1)...].filter { $0.scalar != " " }
      let letters = String(String.UnicodeScalarView(kind.map(\.scalar)))
      if (1...4).contains(letters.count),
        letters.unicodeScalars.first.map(Letters.isCapital) == true,
        letters.unicodeScalars.allSatisfy({ Letters.isCapital($0) || Letters.isSmall($0) })
      {
        notation?.prefix = "\(letters)/"
        return hyphen
      }
    }
    return slash
  }

  private mutating func measure(_ line: TextLine, _ text: NotationText) {
    guard let token = text.tokens.first,
      token.text.trimmed(of: "/") == text.groups.joined(separator: "-")
    else { return }
    printed = PrintedDigits(capitals: token)
  }
}

/// The groups of a notation as read: `QĐ`, `SYT`.
struct NotationText {
  /// The groups between hyphens.
  var groups: [String]
  /// A year or a party kind that stands before, with its slash.
  var prefix = ""
  /// The words it stands in.
  let tokens: [Token]

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    Letters.isCapital(scalar) || Letters.isSmall(scalar) || Letters.isDigit(scalar) || scalar == "&"
  }

  /// Reads a notation from the first sign on; nil when it does not begin with a capital.
  init?(_ signs: ArraySlice<(scalar: Unicode.Scalar, word: Int)>, in line: TextLine) {
    var groups = [""]
    var words: [Int] = []
    var pending = false
    scan: for (place, sign) in signs.enumerated() {
      let next = signs.dropFirst(place + 1).first?.scalar
      switch sign.scalar {
      case "." where !groups[groups.count - 1].isEmpty && next.map(Letters.isCapital) ?? false:
        // A hyphen read as a dot.
        groups.append("")
        pending = false
      case "-", "–", "—", "_":
        if groups[groups.count - 1].isEmpty { break scan }
        groups.append("")
        pending = false
      case " ":
        pending = !groups[groups.count - 1].isEmpty
      case let scalar where NotationText.isLetter(scalar):
        if pending {
          guard
            NotationText.goesOn(line.tokens[sign.word], after: words.last.map { line.tokens[$0] })
          else { break scan }
          groups[groups.count - 1] += " "
          pending = false
        }
        let isFirst = groups.count == 1 && groups[0].isEmpty
        if isFirst && !Letters.isCapital(scalar) {
          // A slash in handwriting leaves specks before the notation.
          if Letters.isSmall(scalar) { return nil }
          continue
        }
        groups[groups.count - 1].unicodeScalars.append(scalar)
        if words.last != sign.word { words.append(sign.word) }
      default:
        if groups == [""] { continue }
        // `CTK:-TH`: a speck before the hyphen ends no group.
        guard ":,;'".unicodeScalars.contains(sign.scalar), let next,
          "-–—".unicodeScalars.contains(next)
        else { break scan }
      }
    }
    while groups.last?.isEmpty == true { groups.removeLast() }
    guard let first = groups.first, Letters.count(in: first).capitals >= 1,
      groups.joined().count >= 2
    else { return nil }
    self.groups = groups
    tokens = words.map { line.tokens[$0] }
  }

  /// Whether a word after a space still belongs to the notation, as in `TB-QL Đào tạo`.
  private static func goesOn(_ token: Token, after last: Token?) -> Bool {
    guard let last, token.confidence >= 80, token.skeleton.count >= 2 else { return false }
    let letters = Letters.count(in: token.text)
    return letters.small > 0 && letters.small + letters.capitals == token.text.count
      && token.box.x - last.box.maxX < last.box.height / 2
  }
}
