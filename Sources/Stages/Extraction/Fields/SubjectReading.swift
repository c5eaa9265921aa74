import Imaging
import Recognition

/// The words `V/v` at the head of a line, in which recognisers lose the slash or the v.
struct SubjectMark {
  /// How many words of the line it takes.
  let words: Int
  /// What is left of the last of these words, when it is fused with the text.
  let rest: String
  /// Whether a colon stands after it.
  private(set) var hasColon = false

  init?(_ line: TextLine) {
    // Ink of a stamp or a pen may stand before it.
    let whole = line.tokens.prefix(5).firstIndex { ["V/v", "V/V", "v/v"].contains($0.text) } ?? 0
    for (index, token) in line.tokens.enumerated().dropFirst(whole).prefix(2) {
      let text = Array(token.text.unicodeScalars)
      guard let start = text.firstIndex(where: { Letters.base($0) != nil }) else { continue }
      let body = text[start...]
      let isBeforeSmall =
        index + 1 < line.tokens.count && line.tokens[index + 1].text.first?.isLowercase ?? false
      // V/v, V/w, V⁄v, Viv, Vív, V/V, V/v: and V/⁄v; before a word in small letters V'v and V.V too.
      let signs = body.dropFirst().prefix(2).prefix {
        Self.slashes.contains($0) || isBeforeSmall && Self.specks.contains($0)
      }
      if body[start] == "V" || body[start] == "v", !signs.isEmpty,
        let end = body.dropFirst(1 + signs.count).first, Self.ends.contains(end)
      {
        let after = String(String.UnicodeScalarView(body.dropFirst(2 + signs.count)))
        words = index + 1
        rest = after.trimmed(of: ":.;")
        hasColon = after.hasPrefix(":")
        return
      }
      // `V/`, when the small v is lost at the end of the line's first word.
      if body.count == 2, body[start] == "V", body[start + 1] == "/" {
        words = index + 1
        rest = ""
        return
      }
      // `VÑ`, `VW`: slash and v as one letter, before a word in small letters.
      if body.count == 2, body[start] == "V", Self.fused.contains(body[start + 1]), isBeforeSmall {
        words = index + 1
        rest = ""
        return
      }
      // `V v`, when the slash is lost altogether.
      if body.count == 1, body[start] == "V", index + 1 < line.tokens.count,
        ["v", "v:", "v.", "/v", "/v:"].contains(line.tokens[index + 1].text)
      {
        words = index + 2
        rest = ""
        hasColon = line.tokens[index + 1].text.hasSuffix(":")
        return
      }
      return nil
    }
    return nil
  }

  private static let slashes: Set<Unicode.Scalar> = [
    "/", "⁄", "∕", "i", "í", "l", "|", "!", "1", "\\",
  ]
  private static let specks: Set<Unicode.Scalar> = ["'", "’", "‘", "`", ".", ","]
  private static let fused: Set<Unicode.Scalar> = ["Ñ", "ñ", "W", "w", "N", "v", "V", "Y"]
  private static let ends: Set<Unicode.Scalar> = ["v", "V", "w", "y", "x"]
}

/// The subject (trích yếu) below the title (ô 5a) or, after `V/v`, below the number (ô 5b).
enum SubjectReading {
  /// Reads the subject of a document that carries a title.
  static func belowTitle(_ title: Title, in header: Header, unit: Double) -> Reading? {
    var lines: [TextLine] = []
    if let rest = TextLine(title.rest), !isOrdinal(rest) {
      // The title goes on as the subject in one sentence of capitals.
      lines.append(title.line)
    }
    var edge = title.line.middle
    var pitch = 0.0
    let axis = title.line.box.midX
    for line in header.centre where line.middle > title.line.middle + 0.5 * unit {
      guard let line = trimmed(line) else { continue }
      let gap = line.middle - edge
      if gap > (lines.isEmpty ? 4 : 2.8) * unit { break }
      // A rule or a blank line ends the subject: a gap that is clearly wider than the one before.
      if lines.count >= 1, pitch > 0, gap > 1.45 * pitch, gap > 1.9 * unit { break }
      // `Thực hiện …` may be a subject: what stands on the axis below the title is none but a ground or an addressee.
      let isCentred = lines.isEmpty && abs(line.box.midX - axis) < unit
      if opensText(line, isCentred: isCentred)
        || abs(line.box.midX - axis) > max(3 * unit, 0.05 * axis)
      {
        break
      }
      if let first = lines.first, line.isCapital != first.isCapital, line.skeleton.count > 3 {
        break
      }
      if !lines.isEmpty, isIndented(line, beside: axis, unit: unit) { break }
      if lines.isEmpty, line.isCapital, isAuthority(line) { break }
      pitch = lines.isEmpty ? max(gap, 1.3 * unit) : max(pitch, gap)
      lines.append(line)
      edge = line.middle
      if lines.count >= 8 { break }
    }
    return reading(lines, prefix: nil)
  }

  /// Reads the subject of an official letter.
  static func afterMark(in header: Header, unit: Double) -> Reading? {
    guard let index = header.left.firstIndex(where: { SubjectMark($0) != nil }),
      let mark = SubjectMark(header.left[index])
    else { return nil }
    let first = header.left[index]
    var tokens = Array(first.tokens[mark.words...])
    if !mark.rest.isEmpty {
      tokens.insert(Token(mark.rest, at: first.tokens[mark.words - 1]), at: 0)
    }
    var lines: [TextLine] = [TextLine(tokens)].compactMap { $0 }.compactMap(trimmed)
    var edge = first.middle
    for line in header.left[(index + 1)...] {
      guard let line = trimmed(line) else { continue }
      if line.middle - edge > 2.4 * unit || opensAddress(line) { break }
      if Double(line.box.x) > Double(first.box.maxX) { continue }
      lines.append(line)
      edge = line.middle
      if lines.count >= 9 { break }
    }
    return reading(lines, prefix: mark.hasColon ? "V/v:" : "V/v")
  }

  private static func reading(_ lines: [TextLine], prefix: String?) -> Reading? {
    let tokens = lines.flatMap(\.tokens).map(withFigures)
    guard !tokens.isEmpty else { return nil }
    var text = tokens.map(\.text).joined(separator: " ").trimmed(of: " ;:,_-–—")
    // `giai đoạn 2026 2030`: two years in a row have a dash between them, which is the size of a speck.
    if text.contains(where: \.isNumber) {
      text = text.replacing(/\b((?:19|20)\d\d) ((?:19|20)\d\d)\b/) { "\($0.1) - \($0.2)" }
    }
    // A quotation that nothing ends is a speck.
    if let first = text.first, "'‘’\"“”`".contains(first),
      !text.dropFirst().contains(where: { "'’\"”".contains($0) })
    {
      text.removeFirst()
    }
    guard Letters.skeleton(text).count >= 4 else { return nil }
    let value = prefix.map { "\($0) \(text)" } ?? text
    var reading = Reading(
      value, raw: value, confidence: 0.9 * certainty(of: tokens), tokens: tokens)
    reading.isProse = true
    return reading
  }

  /// A year of four digits some of which were read as letters, `2o26`, or a scale, `1/soo`, in digits.
  private static func withFigures(_ token: Token) -> Token {
    let body = token.text.trimmed(of: ".,;:()")
    if body.hasPrefix("1/"), body.count >= 5, body.last.map({ "0oO".contains($0) }) ?? false {
      let scale = DigitText(String(body.dropFirst(2)))
      guard scale.repaired > 0, scale.text.count == body.count - 2 else { return token }
      return Token(token.text.replacing(body, with: "1/" + scale.text), at: token).doubted
    }
    let digits = DigitText(body)
    guard body.count == 4, digits.text.count == 4, (1...3).contains(digits.repaired),
      digits.text.hasPrefix("19") || digits.text.hasPrefix("20")
    else { return token }
    return Token(token.text.replacing(body, with: digits.text), at: token).doubted
  }

  /// The line without specks at its ends, which rules, stamps and dirt leave.
  private static func trimmed(_ line: TextLine) -> TextLine? {
    var tokens = line.tokens[...]
    func isSpeck(_ token: Token) -> Bool {
      token.skeleton.isEmpty || (token.skeleton.count <= 1 && token.confidence < 40)
    }
    while let first = tokens.first, isSpeck(first) { tokens.removeFirst() }
    while let last = tokens.last, isSpeck(last) { tokens.removeLast() }
    return TextLine(Array(tokens))
  }

  /// Whether it is `SỐ 1` after the kind.
  private static func isOrdinal(_ line: TextLine) -> Bool {
    line.skeleton.count <= 5 && (line.skeleton.starts(with: Array("SO".utf8)))
  }

  private static let openings = [
    "Căn cứ", "Kính gửi", "Thực hiện", "Phần", "Điều", "Để", "Nhằm", "Theo", "Xét", "Chương", "Mục",
  ].map { Letters.skeleton($0) }

  /// Whether a line begins the text: a ground, an addressee or a numbered heading.
  private static func opensText(_ line: TextLine, isCentred: Bool) -> Bool {
    if let first = line.tokens.first?.text {
      if first.hasSuffix("."), first.dropLast().allSatisfy({ $0.isNumber || "IVX".contains($0) }) {
        return true
      }
      if first.hasPrefix("(") && line.tokens.count > 1 && line.text.contains("kèm") { return true }
    }
    guard opensSentence(line), line.tokens.count > 2 else { return false }
    return (isCentred ? openings.prefix(2) : openings[...]).contains {
      line.skeleton.starts(with: $0)
    }
  }

  /// Whether a line begins a paragraph: a full line that opens with a capital and stands to the right of the axis, on which
  /// the lines of a subject are centred, because its beginning is indented and its end is not (Nghị định 30, I.II.6).
  private static func isIndented(_ line: TextLine, beside axis: Double, unit: Double) -> Bool {
    opensSentence(line) && line.box.midX - axis > 1.3 * unit && Double(line.box.width) > axis
  }

  /// Whether a line that is not all capitals opens with one.
  private static func opensSentence(_ line: TextLine) -> Bool {
    let first = line.text.unicodeScalars.first { Letters.base($0) != nil }
    return first.map(Letters.isCapital) == true && !line.isCapital
  }

  /// Whether a line names the addressee, below the subject of an official letter.
  private static func opensAddress(_ line: TextLine) -> Bool {
    likeness(of: Letters.skeleton("Kính gửi"), in: Array(line.skeleton.prefix(10))) != nil
  }

  private static let authorities = [
    "GIÁM ĐỐC", "HIỆU TRƯỞNG", "CHỦ TỊCH", "ỦY BAN", "BỘ TRƯỞNG", "HỘI ĐỒNG", "CỤC TRƯỞNG",
    "THỦ TƯỚNG", "CHÁNH", "TỔNG", "VIỆN TRƯỞNG",
  ].map { Letters.skeleton($0) }

  /// Whether it names the one who decides, as below the subject of a decision.
  private static func isAuthority(_ line: TextLine) -> Bool {
    authorities.contains { line.skeleton.starts(with: $0) }
  }
}
