import Imaging
import Recognition

/// One reading of the foot of a document (ô 7a, 7b): its lines, and the blocks of those who signed.
struct FootReading {
  /// The lines right of Nơi nhận, top down.
  let lines: [TextLine]
  /// Authority, position and name, one block a signer.
  let blocks: [SignerBlock]
  /// Median height of words.
  let unit: Double

  /// The part of the upright page that was read again, nil for the reading of the page itself.
  private let part: Box?

  /// Reads what stands below a row; `leftToo` where two parties sign side by side.
  init(on page: PageLayout, below top: Double, leftToo: Bool, within part: Box? = nil) {
    unit = page.unit
    self.part = part
    lines = page.rows.flatMap { $0.pieces(apart: 1.6 * page.unit) }
      .filter { $0.middle > top && (leftToo || $0.box.midX > 0.45 * page.width) }
      .sorted { $0.middle < $1.middle }
    var blocks: [SignerBlock] = []
    for line in lines {
      let position = PositionLine(line)
      if let index = blocks.lastIndex(where: { $0.goesOn(with: line, position, unit: page.unit) }) {
        blocks[index].lines.append(position ?? PositionLine(plain: line))
      } else if let position {
        blocks.append(SignerBlock(first: position))
      }
    }
    for index in blocks.indices { blocks[index].findName(in: lines, unit: page.unit) }
    self.blocks = blocks
  }

  /// Whether the lines of a block were read here, and not taken from the page around a part that was read again.
  func isOfItsOwn(_ block: SignerBlock) -> Bool {
    guard let part else { return true }
    return block.lines.allSatisfy {
      $0.line.middle >= Double(part.y) && $0.line.middle < Double(part.maxY)
    }
  }

  /// Where the foot of a document is: its page, the first row, and whether that is sure.
  struct Place {
    let page: Int
    let top: Double
    /// Below Nơi nhận; else only a mark or a name makes a block that of a signer.
    let isMarked: Bool
  }

  /// Beside or below Nơi nhận, or on the last page that has a block with a mark or a name.
  static func place(
    on pages: [PageLayout], besides list: (page: Int, top: Double)?, leftToo: Bool
  ) -> Place? {
    if let list, let page = pages.first(where: { $0.number == list.page }) {
      let beside = list.top - 4 * page.unit
      // Minutes have the list below their two signatures (Phụ lục III, mẫu 1.9).
      let above = list.top - 22 * page.unit
      let isAbove =
        leftToo && FootReading(on: page, below: beside, leftToo: true).blocks.isEmpty
        && FootReading(on: page, below: above, leftToo: true).blocks.contains(where: \.isSigned)
      return isAbove
        ? Place(page: list.page, top: above, isMarked: false)
        : Place(page: list.page, top: beside, isMarked: true)
    }
    for page in pages.reversed() {
      let top = page.number == pages.first?.number ? 0.4 * page.height : 0
      let foot = FootReading(on: page, below: top, leftToo: leftToo)
      if foot.blocks.contains(where: \.isSigned) {
        return Place(page: page.number, top: top, isMarked: false)
      }
    }
    return nil
  }

  /// A name that stands alone, where the position is lost under seal or pen.
  func nameAlone(below top: Double, on page: PageLayout) -> Reading? {
    let candidates = lines.filter { line in
      line.middle > top + 6 * unit && line.middle < top + 0.3 * page.height
        && line.box.midX > 0.55 * page.width
    }
    let names = candidates.compactMap(NameReading.reading).filter { $0.confidence > 0.9 }
    guard names.count == 1, var name = names.first else { return nil }
    name.confidence *= 0.9
    return name
  }

  /// The first row of the blocks in the lower part of a page; nil without a mark or a position there.
  static func topOfBlocks(on page: PageLayout) -> Double? {
    FootReading(on: page, below: 0.3 * page.height, leftToo: false).blocks
      .compactMap(\.lines.first?.line.middle).min()
  }
}

/// The lines above one signature, and the name below it.
struct SignerBlock {
  var lines: [PositionLine]
  private(set) var name: Reading?

  init(first: PositionLine) { lines = [first] }

  /// Whether an authority mark or a name makes it the block of a signer.
  var isSigned: Bool { name != nil || lines.contains { $0.mark != nil } }

  /// Whether a line stands right below, on the same axis, and is one of these lines.
  func goesOn(with line: TextLine, _ position: PositionLine?, unit: Double) -> Bool {
    guard let last = lines.last else { return false }
    let gap = line.middle - last.line.middle
    guard
      gap > 0.5 * unit && gap < 2.6 * unit
        && abs(line.box.midX - last.line.box.midX) < max(5 * unit, Double(last.line.box.width) / 2)
    else { return false }
    if position != nil { return true }
    // What is left of a position under a seal; where one is due, any capitals may be it.
    let isDue = lines.allSatisfy { $0.mark != nil && $0.mark != "Q" } || lines.count == 1
    return isDue && line.isCapital && line.skeleton.count >= 4
  }

  mutating func findName(in pieces: [TextLine], unit: Double) {
    name = name(in: pieces, unit: unit)
  }

  /// The name below the last line, on the same axis.
  func name(in pieces: [TextLine], unit: Double) -> Reading? {
    guard let last = lines.last?.line else { return nil }
    let axis = axis
    let below = pieces.filter { line in
      let gap = line.middle - last.middle
      return gap > 1.2 * unit && gap < 17 * unit && abs(line.box.midX - axis) < 9 * unit
    }
    return below.compactMap(NameReading.reading).max { $0.confidence < $1.confidence }
  }

  /// The column in the middle of its lines.
  var axis: Double {
    lines.map(\.line.box.midX).reduce(0, +) / Double(lines.count)
  }

  /// How much of it was read, and how surely.
  var sureness: Double {
    [parts.competence, parts.position, parts.name].reduce(0) {
      $0 + ($1?.value == nil ? 0 : $1?.confidence ?? 0)
    }
  }

  /// What was read of the signer; nil for what is not seen.
  var parts: (competence: Reading?, position: Reading?, name: Reading?) {
    var authority = Array(lines.dropLast())
    var position = lines.last
    // A line with TM., KT., TL. or TUQ. names whom the signer stands for; Q. is the signer's own.
    if let last = position, last.isAuthority || (authority.isEmpty && last.mayBeAuthority) {
      authority.append(last)
      position = nil
    }
    return (
      competence(authority, position: position), self.position(position, below: authority), name
    )
  }

  private func competence(_ lines: [PositionLine], position: PositionLine?) -> Reading? {
    guard let first = lines.first else { return nil }
    let text = lines.map(\.text).joined(separator: " ")
    let tokens = lines.flatMap(\.line.tokens)
    let confidence = lines.reduce(0.97) { $0 * $1.confidence }
    if lines.contains(where: { $0.mark != nil }) {
      return Reading(text, confidence: confidence, tokens: tokens)
    }
    // A deputy signs for the head: KT. is due, and is often written by hand. It is given only where
    // ink stands in its place.
    let full = "KT. \(text)"
    guard first.hasSpeck else {
      return Reading(nil, confidence: 0, tokens: tokens, others: [Candidate(value: full, p: 0.8)])
    }
    let isDeputy = position.map { $0.text.hasPrefix("PHÓ") || $0.text.hasPrefix("THỨ") } ?? false
    let isLegible = first.speck.contains("K") || first.speck.contains("T")
    // Without a deputy below and without a letter of it, that it is KT. and not TL. is a guess.
    let p = confidence * (isDeputy ? 0.85 : (isLegible ? 0.65 : 0.4))
    let isSeen = isDeputy || isLegible
    var reading = Reading(full, confidence: p, handwritten: isSeen ? true : nil, tokens: tokens)
    // A speck need not be a pen's, and what neither letter nor deputy shows is never beyond doubt.
    reading.isForPerson = !isSeen
    return reading
  }

  private func position(_ line: PositionLine?, below authority: [PositionLine]) -> Reading? {
    guard let line else { return nil }
    var confidence = 0.97 * line.confidence
    var value = line.text
    let head = authority.last?.headName
    if !line.isKnown {
      // Under a seal only some letters are left: PHÓ G Đ below GIÁM ĐỐC.
      if let head, line.letters.starts(with: Array("PHO".utf8)),
        isSubsequence(line.letters.filter { $0 > 0x39 }, of: Letters.skeleton("PHÓ \(head)"))
      {
        value = "PHÓ \(head)"
        confidence = 0.6
      } else {
        confidence *= 0.5
      }
    } else if authority.isEmpty {
      // KT. written by hand and the line below it may both be lost; then this is not the position.
      confidence *= line.hasSpeck ? 0.65 : 0.85
    } else if head == value {
      // Nobody signs for an office he holds himself: the word before it is lost.
      confidence *= 0.3
    }
    var reading = Reading(value, confidence: confidence, tokens: line.line.tokens)
    reading.isForPerson = line.isTorn
    return reading
  }
}

private func isSubsequence(_ letters: [UInt8], of text: [UInt8]) -> Bool {
  guard letters.count >= 4 else { return false }
  var rest = letters[...]
  for letter in text where rest.first == letter { rest.removeFirst() }
  return rest.isEmpty
}
