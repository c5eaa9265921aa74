import Imaging
import Recognition

/// Number and notation of a document (ô 3): `Số: 125/QĐ-SYT`.
struct CodeReading {
  /// The number before the slash.
  var number: Reading?
  /// The notation after the slash.
  private(set) var notation: Reading?
  /// The line it stands on.
  let line: TextLine

  /// Reads the line that begins with `Số`, or else the first that holds a notation.
  init?(in header: Header, by grammar: NotationGrammar) {
    let marked = header.left.compactMap { line in
      CodeReading.start(of: line).map { (line, $0) }
    }
    for (line, start) in marked {
      guard let reading = CodeReading(line, from: start, by: grammar), reading.notation != nil
      else {
        continue
      }
      self = reading
      return
    }
    for line in header.left where !CodeReading.isSubject(line) {
      guard let reading = CodeReading(line, from: 0, by: grammar),
        let notation = reading.notation, notation.confidence >= 0.5
      else { continue }
      self = reading
      return
    }
    guard let (line, start) = marked.first,
      let reading = CodeReading(line, from: start, by: grammar)
    else { return nil }
    self = reading
  }

  private init?(_ line: TextLine, from start: Int, by grammar: NotationGrammar) {
    guard let code = CodeText(line, from: start) else { return nil }
    self.line = line
    notation = code.notation.flatMap { grammar.reading(of: $0, isMarked: code.hasSlash) }
    number = CodeReading.number(code, isNotationKnown: notation != nil)
  }

  /// The notation as it and another reading of its letters alone have it.
  func voted(with line: TextLine?, by grammar: NotationGrammar) -> CodeReading {
    guard let notation, let line, let code = CodeText(line, from: 0),
      let again = code.notation.flatMap({ grammar.reading(of: $0, isMarked: code.hasSlash) })
    else { return self }
    var result = self
    if again.value == notation.value {
      result.notation = Vote.text([notation, again])
    } else {
      var (best, other) =
        again.confidence > notation.confidence ? (again, notation) : (notation, again)
      // A person confirms one of the two; the one with more of the letters that are due is the likelier.
      func known(_ reading: Reading) -> Int { grammar.known(in: reading.value ?? "") }
      let isTold = known(best) != known(other)
      if known(best) < known(other) { swap(&best, &other) }
      best.confidence *= isTold ? 0.9 : 0.75
      best.others += other.value.map { [Candidate(value: $0, p: 1 - best.confidence)] } ?? []
      result.notation = best
    }
    return result
  }

  /// Where the number begins, in letters of the line; nil when the line does not begin with `Số`.
  ///
  /// Recognisers write `Só`, `Sô`, `Sổ`, `S6`, `số`, and fuse it with what follows.
  static func start(of line: TextLine) -> Int? {
    guard !isSubject(line) else { return nil }
    var offset = 0
    for token in line.tokens.prefix(3) {
      let letters = Array(token.text.unicodeScalars)
      let first = letters.firstIndex { Letters.base($0) != nil } ?? letters.count
      let rest = letters[first...].prefix(2).map { Letters.base($0) ?? 0 }
      let after = first + 2 < letters.count ? letters[first + 2] : nil
      let isMark =
        rest == Array("SO".utf8) || rest == Array("S6".utf8) || rest == Array("S0".utf8)
        || (rest == Array("SA".utf8) && after == ":")
      let endsThere = after.map { !Letters.isSmall($0) && !Letters.isCapital($0) } ?? true
      // `SỞ` in capitals is an agency, unless a colon or a digit follows.
      let isWord = first + 1 < letters.count && Letters.isSmall(letters[first + 1])
      if isMark, endsThere, isWord || after != nil { return offset + first + 2 }
      offset += letters.count + 1
    }
    return nil
  }

  /// Whether it is the line of a subject (`V/v`), whose slash is no slash of a number.
  static func isSubject(_ line: TextLine) -> Bool { SubjectMark(line) != nil }

  private static func number(_ code: CodeText, isNotationKnown: Bool) -> Reading? {
    guard !code.numberText.isEmpty, !code.numberTokens.isEmpty else { return nil }
    var text = code.numberText
    var suffix = ""
    if let last = text.last, last.isLetter, text.dropLast().last?.isNumber == true,
      "abcdABCD".contains(last)
    {
      suffix = String(last)
      text.removeLast()
    }
    let digits = DigitText(text)
    let certainty = code.numberTokens.map(\.confidence).min() ?? 0
    let isAlone = code.isNumberAlone
    let fits = isAlone ? code.printed?.fits(code.numberTokens[0].box) : nil
    let isGrammatical = (1...5).contains(digits.text.count) && digits.junk == 0
    let isDoubtful = !isGrammatical || digits.repaired > 0 || fits == false || certainty < 60
    let isPrinted = fits == true && certainty >= 85 && digits.repaired == 0 && isGrammatical
    guard isGrammatical else {
      return Reading(
        nil, raw: code.numberText, confidence: 0, handwritten: true, tokens: code.numberTokens)
    }
    // Fused with the notation the number cannot be measured; a scrawl in a word lowers its certainty.
    var p = isPrinted ? (certainty >= 92 ? 0.97 : 0.9) : (certainty >= 85 ? 0.6 : 0.4)
    if isDoubtful { p = 0.25 }
    if !suffix.isEmpty { p *= 0.6 }
    if !isNotationKnown { p *= 0.7 }
    return Reading(
      digits.text + suffix, raw: code.numberText, confidence: p,
      handwritten: isDoubtful ? true : (isPrinted ? false : nil), tokens: code.numberTokens)
  }
}
