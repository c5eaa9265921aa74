import Imaging
import Recognition

/// The lines of a heading, parted into the names of the agencies that stand in it.
///
/// A name often takes two lines. Where the next one begins is told by the words it begins with (`Agencies.heads`), by what a
/// name cannot end with, and by the notation, which has the first letters of the issuing agency's words.
struct AgencyLines {
  /// The words of each name, top down.
  let names: [[Token]]
  /// Whether a row between or right below them was read as nothing that a name holds: a line of one may be lost.
  let isTorn: Bool

  /// `noted` are the letters that the notation has for the agency, nil when none were read.
  init(_ lines: [TextLine], unit: Double, noted: [UInt8]?) {
    let heading = AgencyLines.block(lines.compactMap(AgencyLines.cleaned), unit: unit)
    let start = noted.flatMap { AgencyLines.start(of: $0, in: heading) }
    isTorn = AgencyLines.isLost(amid: heading, of: lines, unit: unit)
    var names: [[Token]] = []
    for (index, line) in heading.enumerated() {
      guard let last = names.last else {
        names.append(line.tokens)
        continue
      }
      let isNoted = start.flatMap { index >= $0 ? index == $0 : nil }
      if isNoted ?? AgencyLines.opensName(line, after: last, isFirst: names.count == 1) {
        names.append(line.tokens)
      } else {
        names[names.count - 1] = last + line.tokens
      }
    }
    self.names = names
  }

  /// The lines of one block; what stands far below or above is a stamp or a scrawl.
  private static func block(_ lines: [TextLine], unit: Double) -> [TextLine] {
    var block: [TextLine] = []
    for line in lines {
      if let last = block.last {
        if line.middle - last.middle > 4 * unit { break }
        if line.skeleton.count < 3, !ends(last, with: line) { continue }
      } else if line.skeleton.count < 3 {
        continue
      }
      block.append(line)
    }
    return block
  }

  /// Whether one of the lines that names were not made of lies amid them and has letters.
  private static func isLost(amid names: [TextLine], of lines: [TextLine], unit: Double) -> Bool {
    guard let first = names.first, let last = names.last else { return false }
    return lines.contains { line in
      line.middle > first.middle && line.middle < last.middle + 1.6 * unit
        && !names.contains { $0.box.intersection(line.box) != nil }
        && line.tokens.contains { $0.skeleton.count >= 2 }
    }
  }

  /// The line from which on the words have the letters of the notation: there the issuing agency begins.
  private static func start(of noted: [UInt8], in lines: [TextLine]) -> Int? {
    guard noted.count >= 3 else { return nil }
    let starts = lines.indices.filter { index in
      let words = lines[index...].flatMap(\.tokens).map(\.skeleton).filter { !$0.isEmpty }
      let all = words.map { $0[0] }
      let some = words.filter { $0 != Array("VA".utf8) }.map { $0[0] }
      return all == noted || some == noted
    }
    return starts.count == 1 ? starts[0] : nil
  }

  /// The line without specks, nil when what is left is not a heading in capitals.
  private static func cleaned(_ line: TextLine) -> TextLine? {
    // Dots and hooks of the line below are no words.
    let tall = line.tokens.map(\.box.height).max() ?? 0
    guard
      let line = line.filter({
        $0.box.height * 3 > tall || $0.skeleton.isEmpty && $0.text.count == 1
      })
    else { return nil }
    if line.skeleton.count < 3 { return lastSyllable(line) }
    var tokens = line.tokens[...]
    func isSpeck(_ token: Token, beside other: Token?) -> Bool {
      if token.skeleton.isEmpty { return true }
      guard token.skeleton.count <= 2, token.confidence < 40 || !token.isCapital else {
        return false
      }
      // A short word or a number of the name itself stands one space from the next.
      let isNumber = token.text.allSatisfy(\.isNumber) && token.confidence >= 60
      guard isNumber || token.isCapital && token.skeleton.count == 2, let other else { return true }
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
    let words = line.tokens.filter { !$0.skeleton.isEmpty }
    guard words.count == 1, let token = words.first, token.confidence >= 60,
      isSyllable(token.text), token.text.count == 2 || token.text == "Y"
    else { return nil }
    // Alone on its line a small letter cannot be told from a capital.
    return TextLine([Token(token.text.uppercased(), at: token)])
  }

  /// Whether a short line stands right under the middle of the line above it and is as tall, as the end of a name is.
  private static func ends(_ above: TextLine, with line: TextLine) -> Bool {
    let heights = above.tokens.map(\.box.height).sorted()
    let height = heights[heights.count / 2]
    return abs(line.box.midX - above.box.midX) < Double(above.box.width) / 4
      && line.box.y - above.box.maxY < height && line.box.height * 10 >= height * 8
  }

  private static func opensName(_ line: TextLine, after above: [Token], isFirst: Bool) -> Bool {
    let words = above.filter { !$0.skeleton.isEmpty }
    let opening = line.tokens.filter { !$0.skeleton.isEmpty }
    guard let first = opening.first, !words.isEmpty else { return true }
    if Agencies.continuations.contains(opening.prefix(2).flatMap(\.skeleton)) { return false }
    let isWhole =
      AgencyReading.knownPhrase(at: 0, in: line.tokens)?.count == line.tokens.count
      && Agencies.heads.contains { line.skeleton.starts(with: $0) }
    if Agencies.isLink(words) { return false }
    // After `TỈNH` comes its name, which may begin as bodies do (`HỘI AN`, `PHONG ĐIỀN`), but with one word.
    if Agencies.isLevel(words) {
      return isWhole && opening.count > 2
        || Agencies.longHeads.contains { begins(line, with: $0) }
    }
    let name = words.flatMap(\.skeleton)
    if Agencies.unfinished.contains(name) { return false }
    if isFirst && Agencies.bareHeads.contains(name) { return false }
    // `HUYỆN ỦY`, but `HUYỆN KIM BẢNG`.
    let isHead = Agencies.heads.contains { begins(line, with: $0) }
    if Agencies.isLink([first]) || Agencies.isLevel([first]) && !isHead { return false }
    if isWhole { return true }
    // No body has a name of one word: it is the end of a long one, `… VÀ MÔI` / `TRƯỜNG`.
    if opening.count == 1 { return false }
    return isHead
      || Agencies.heads.contains { head in
        // `THÔNG` is no misread `PHÒNG`: what is wrong stands behind the first letter, and a word that is sure is itself.
        guard head.count >= 5, line.skeleton.count >= head.count, head.first == line.skeleton.first,
          first.confidence < 85 || !isSyllable(first.text)
        else { return false }
        return distance(head, Array(line.skeleton.prefix(head.count))) == 1
          && endsWord(head.count, in: line)
      }
  }

  /// Whether a line begins with the whole words of a head.
  private static func begins(_ line: TextLine, with head: [UInt8]) -> Bool {
    line.skeleton.starts(with: head) && endsWord(head.count, in: line)
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
}
