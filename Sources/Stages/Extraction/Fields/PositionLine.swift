import Imaging

/// One line above a signature: an authority mark, a position, or both.
struct PositionLine {
  /// The line as read.
  let line: TextLine
  /// `TM`, `KT`, `TL`, `TUQ` or `Q`, nil when none is read.
  let mark: String?
  /// The text with mark and known position put right.
  let text: String
  /// Whether a known position stands in it.
  let isKnown: Bool
  /// Whether ink that is no word stands before the position, where a mark would be.
  var hasSpeck: Bool { !speck.isEmpty }
  /// That ink as read.
  let speck: String
  /// Probability that `text` is right, 0…1.
  let confidence: Double
  /// The letters, without mark and specks.
  let letters: [UInt8]
  /// The position alone, as `GIÁM ĐỐC`.
  let headName: String?
  /// Whether the first letter of the position was put right: `VỤ TRƯỞNG` may be what is left of `HIỆU TRƯỞNG`.
  let isTorn: Bool

  /// Reads a line that has a mark or a known position; nil for any other line.
  init?(_ line: TextLine) {
    guard line.capitalShare >= 0.6 else { return nil }
    let (mark, start) = PositionLine.mark(of: line)
    let rest = Array(line.tokens[start...]).filter { !$0.skeleton.isEmpty || $0.text == "-" }
    let known = PositionLine.position(
      in: start == 0 ? rest : PositionLine.unfused(rest, after: mark))
    guard known != nil || mark != nil && rest.flatMap(\.skeleton).count >= 4 else { return nil }
    // A position stands alone: a heading that only mentions one is longer.
    if mark == nil, let known, known.before > 6 || known.after > 24 { return nil }
    self.init(line, mark: mark, rest: rest, known: known)
  }

  /// A capital line that goes on a block and in which no position is known.
  init(plain line: TextLine) {
    self.init(line, mark: nil, rest: line.tokens.filter { !$0.skeleton.isEmpty }, known: nil)
  }

  /// Whether it names whom the signer stands for.
  var isAuthority: Bool { mark.map { $0 != "Q" } ?? false }

  /// Whether ink stands before a head, where the letters KT would: then the head is no signer.
  var mayBeAuthority: Bool {
    mark == nil && speck.contains(where: { $0.isLetter || $0.isNumber }) && !text.hasPrefix("PHÓ")
      && !text.hasPrefix("THỨ")
  }

  private init(_ line: TextLine, mark: String?, rest: [Token], known: Known?) {
    self.line = line
    self.mark = mark
    isKnown = known != nil
    var text: String
    var confidence: Double
    if let known {
      let tail = known.tail.map(\.text).joined(separator: " ").trimmed(of: " .,;:'`_-|")
      text = tail.isEmpty ? known.name : "\(known.name) \(tail)"
      confidence = known.confidence * certainty(of: known.tail)
      speck = mark == nil ? known.inkBefore(in: line) : ""
    } else {
      text = rest.map(\.text).joined(separator: " ").trimmed(of: " .,;:'`_-|")
      confidence = certainty(of: rest)
      speck = ""
    }
    if let mark { text = "\(mark). \(text)" }
    self.text = text
    self.confidence = confidence
    letters = rest.flatMap(\.skeleton)
    headName = known?.name
    isTorn = known?.isTorn ?? false
  }

  /// The mark at the head of a line, and how many words it takes.
  ///
  /// `KT.GIÁM ĐỐC` fuses mark and position: then it takes no word and the position is cut later.
  private static func mark(of line: TextLine) -> (String?, Int) {
    guard let index = line.tokens.firstIndex(where: { !$0.skeleton.isEmpty }) else {
      return (nil, 0)
    }
    let token = line.tokens[index]
    let letters = token.skeleton
    for mark in Signing.marks {
      let skeleton = Array(mark.utf8)
      let isMarked =
        token.text.contains(".") || token.text.contains("/") || token.text.contains(",")
      if letters == skeleton, isMarked || mark != "Q", token.isCapital { return (mark, index + 1) }
      let head = token.text.uppercased()
      if head.hasPrefix("\(mark).") || head.hasPrefix("\(mark)/"), letters.count > skeleton.count {
        return (mark, index)
      }
    }
    return (nil, index)
  }

  /// The words without a mark fused with the first of them.
  private static func unfused(_ tokens: [Token], after mark: String?) -> [Token] {
    guard let mark, let first = tokens.first, first.text.uppercased().hasPrefix(mark) else {
      return tokens
    }
    return [Token(String(first.text.dropFirst(mark.count + 1)), at: first)] + tokens.dropFirst()
  }

  /// A known position in a line.
  struct Known {
    let name: String
    /// Letters before it and after it.
    let before: Int
    let after: Int
    /// The words before it that hold no letters are specks.
    let first: Token
    /// The words after it.
    let tail: [Token]
    let confidence: Double
    /// Whether its first letter was read as another.
    let isTorn: Bool

    /// The ink close before the position: whole words, and signs fused with its first word.
    func inkBefore(in line: TextLine) -> String {
      guard let index = line.tokens.firstIndex(where: { $0.shown == first.shown }) else {
        return ""
      }
      var ink = ""
      if index > 0, first.box.x - line.tokens[index - 1].box.maxX < 3 * first.box.height {
        ink = line.tokens[..<index].map(\.text).joined()
      }
      var letters = before - line.tokens[..<index].reduce(0) { $0 + $1.skeleton.count }
      for scalar in first.text.unicodeScalars {
        if Letters.base(scalar) != nil {
          guard letters > 0 else { break }
          letters -= 1
        }
        ink.unicodeScalars.append(scalar)
      }
      return ink
    }
  }

  private static func position(in tokens: [Token]) -> Known? {
    guard let line = TextLine(tokens) else { return nil }
    var best: (known: Known, letters: Int, distance: Int)?
    for (skeleton, name) in Signing.positionSkeletons {
      // A fifth may be lost to seal and pen: one letter of GIÁM ĐỐC, two of TRƯỞNG PHÒNG.
      guard let match = likeness(of: skeleton, in: line.skeleton, tolerance: 0.2) else { continue }
      let gain = skeleton.count - 3 * match.distance
      if let best, gain <= best.letters - 3 * best.distance { continue }
      let used = line.tokens(holding: match.range)
      guard !used.isEmpty, isWhole(match, skeleton, in: line) else { continue }
      var confidence = match.distance == 0 ? 0.99 : (match.distance == 1 ? 0.9 : 0.6)
      var tail = Array(line.tokens[used.upperBound...])
      // Letters of the last word that are not the position's: PHON GCTSV.
      let held = line.tokens[..<used.upperBound].reduce(0) { $0 + $1.skeleton.count }
      let last = line.tokens[used.upperBound - 1]
      if held > match.range.upperBound, line.skeleton.count > skeleton.count + 1 {
        tail.insert(Token(String(last.text.suffix(held - match.range.upperBound)), at: last), at: 0)
        confidence *= 0.7
      }
      let known = Known(
        name: name, before: match.range.lowerBound,
        after: line.skeleton.count - match.range.upperBound,
        first: line.tokens[used.lowerBound], tail: tail, confidence: confidence,
        isTorn: line.skeleton[match.range.lowerBound] != skeleton[0])
      best = (known, skeleton.count, match.distance)
    }
    return best?.known
  }

  /// Whether a likeness is the position itself and no part of other words, as `CHÁNH ÁN` is like
  /// what stands in `BAN NHÂN DÂN`: the more letters differ, the less may stand beside it.
  private static func isWhole(_ match: Likeness, _ skeleton: [UInt8], in line: TextLine) -> Bool {
    guard match.distance > 0 else { return true }
    if line.skeleton.count <= skeleton.count + 3 { return true }
    guard match.distance == 1 else { return false }
    var start = 0
    var startsWord = false
    for token in line.tokens {
      if start == match.range.lowerBound { startsWord = true }
      start += token.skeleton.count
      if start == match.range.upperBound { return startsWord }
    }
    return false
  }
}
