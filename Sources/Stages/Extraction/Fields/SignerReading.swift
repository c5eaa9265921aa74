import Imaging
import Recognition

/// Who signed (ô 7a, 7b): authority, position and name, one block a signer.
enum SignerReading {
  /// Reads the blocks beside or below Nơi nhận, or on the last page that has one with a mark or a name.
  static func signers(
    on pages: [PageLayout], besides places: (page: Int, top: Double)?, anywhere: Bool
  ) -> [Signer] {
    if let places, let page = pages.first(where: { $0.number == places.page }) {
      let found = blocks(on: page, below: places.top - 4 * page.unit, leftToo: anywhere)
      if !found.isEmpty { return found.map { $0.signer(on: page) } }
    }
    for page in pages.reversed() {
      let top = page.number == pages.first?.number ? 0.4 * page.height : 0
      let found = blocks(on: page, below: top, leftToo: anywhere).filter {
        $0.hasMark || $0.name(on: page) != nil
      }
      if !found.isEmpty { return found.map { $0.signer(on: page) } }
    }
    return []
  }

  private static func blocks(on page: PageLayout, below top: Double, leftToo: Bool) -> [SignerBlock] {
    var blocks: [SignerBlock] = []
    let lines = page.lines.joined(within: 0.4 * page.unit).flatMap { $0.pieces(apart: 1.6 * page.unit) }
    for line in lines.sorted(by: { $0.middle < $1.middle }) {
      guard line.middle > top, leftToo || line.box.midX > 0.45 * page.width else { continue }
      let position = PositionLine(line)
      if let index = blocks.lastIndex(where: { $0.goesOn(with: line, unit: page.unit) }),
        position != nil || line.isCapital && line.skeleton.count >= 3
      {
        blocks[index].lines.append(PositionLine(plain: line, known: position))
      } else if let position {
        blocks.append(SignerBlock(first: position))
      }
    }
    return blocks
  }
}

/// The lines above one signature.
struct SignerBlock {
  var lines: [PositionLine]

  init(first: PositionLine) { lines = [first] }

  var hasMark: Bool { lines.contains { $0.mark != nil } }

  private var last: TextLine { lines[lines.count - 1].line }

  /// Whether a line stands right below, on the same axis.
  func goesOn(with line: TextLine, unit: Double) -> Bool {
    let gap = line.middle - last.middle
    return gap > 0.5 * unit && gap < 2.6 * unit
      && abs(line.box.midX - last.box.midX) < max(5 * unit, Double(last.box.width) / 2)
  }

  /// The block as a signer; what is not seen stays missing.
  func signer(on page: PageLayout) -> Signer {
    var authority = Array(lines.dropLast())
    var position: PositionLine? = lines[lines.count - 1]
    // A line with TM., KT., TL. or TUQ. names whom the signer stands for; Q. is the signer's own.
    if let last = position, let mark = last.mark, mark != "Q" {
      authority.append(last)
      position = nil
    }
    return Signer(
      competence: competence(authority, position: position)?.field ?? .missing,
      position: self.position(position, below: authority)?.field ?? .missing,
      fullName: name(on: page)?.field ?? .missing)
  }

  private func competence(_ lines: [PositionLine], position: PositionLine?) -> Reading? {
    guard !lines.isEmpty else { return nil }
    let text = lines.map(\.text).joined(separator: " ")
    let tokens = lines.flatMap(\.line.tokens)
    let confidence = lines.reduce(0.97) { $0 * $1.confidence }
    if lines.contains(where: { $0.mark != nil }) {
      return Reading(text, confidence: confidence, tokens: tokens)
    }
    // A deputy signs for the head: KT. is due, and is often written by hand. It is given only where
    // ink stands in its place.
    let isDeputy = position.map { $0.text.hasPrefix("PHÓ") || $0.text.hasPrefix("THỨ") } ?? false
    let hasInk = lines[0].hasSpeck
    guard isDeputy else { return Reading(text, confidence: 0.6 * confidence, tokens: tokens) }
    let full = "KT. \(text)"
    guard hasInk else {
      return Reading(nil, confidence: 0, tokens: tokens, others: [Candidate(value: full, p: 0.8)])
    }
    return Reading(full, confidence: 0.8 * confidence, handwritten: true, tokens: tokens)
  }

  private func position(_ line: PositionLine?, below authority: [PositionLine]) -> Reading? {
    guard let line else { return nil }
    var confidence = 0.97 * line.confidence
    var value = line.text
    if !line.isKnown {
      // Under a seal only some letters are left: PHÓ G Đ below GIÁM ĐỐC.
      if let head = authority.last?.headName, line.letters.starts(with: Array("PHO".utf8)),
        isSubsequence(line.letters, of: Letters.skeleton("PHÓ \(head)"))
      {
        value = "PHÓ \(head)"
        confidence = 0.6
      } else {
        confidence *= authority.isEmpty ? 0.6 : 0.5
      }
    } else if line.hasSpeck, authority.isEmpty {
      // The speck may be KT. written by hand: then this is whom the signer stands for.
      confidence *= 0.62
    }
    return Reading(value, confidence: confidence, tokens: line.line.tokens)
  }

  /// The name below the position: two to five words with one capital each.
  func name(on page: PageLayout) -> Reading? {
    let unit = page.unit
    let axis = lines.map(\.line.box.midX).reduce(0, +) / Double(lines.count)
    let below = page.lines.joined(within: 0.4 * unit).flatMap { $0.pieces(apart: 1.8 * unit) }
      .filter { line in
        let gap = line.middle - last.middle
        return gap > 1.2 * unit && gap < 17 * unit && abs(line.box.midX - axis) < 9 * unit
      }
    return below.sorted { $0.middle < $1.middle }.compactMap(NameReading.reading).first
  }
}

private func isSubsequence(_ letters: [UInt8], of text: [UInt8]) -> Bool {
  guard letters.count >= 4 else { return false }
  var rest = letters[...]
  for letter in text where rest.first == letter { rest.removeFirst() }
  return rest.isEmpty
}
