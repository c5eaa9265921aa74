import Imaging
import Recognition

/// Whom a document is addressed to (ô 9a) and where copies go (ô 9b).
enum RecipientReading {
  /// Kính gửi: one reading an addressee.
  static func addressees(on page: PageLayout) -> [Reading] {
    let lines = page.joined
    let phrase = Letters.skeleton("Kính gửi")
    for (index, line) in lines.enumerated() where line.middle < 0.7 * page.height {
      guard let match = likeness(of: phrase, in: Array(line.skeleton.prefix(16))),
        match.range.lowerBound <= 4, !line.isCapital
      else { continue }
      let used = line.tokens(holding: match.range)
      var items = Items()
      let rest = line.tokens[used.upperBound...]
      if let first = TextLine(Array(rest)), first.skeleton.count >= 3 { items.open(first.tokens) }
      var edge = line.middle
      let indent = Double(line.box.x)
      for next in lines[(index + 1)...] {
        if next.middle - edge > 2.9 * page.unit || items.count >= 40 { break }
        let isDash = opensItem(next)
        // Addressees are set in further than Kính gửi, the text is not.
        if Double(next.box.x) < indent + 0.5 * page.unit || next.text.hasPrefix("(") { break }
        edge = next.middle
        if isDash || items.isEmpty {
          items.open(next.tokens)
        } else {
          items.add(next.tokens)
        }
      }
      return items.readings
    }
    return []
  }

  /// Nơi nhận: one reading a line of the list, of the first page that has it: annexes come after.
  static func places(on pages: [PageLayout]) -> (readings: [Reading], page: Int, top: Double)? {
    for page in pages {
      if let mark = mark(on: page) {
        return (list(below: mark, on: page), page.number, mark.middle)
      }
    }
    return nil
  }

  /// The line Nơi nhận of a page.
  static func mark(on page: PageLayout) -> TextLine? {
    let phrase = Letters.skeleton("Nơi nhận")
    return page.lines.first { line in
      guard line.skeleton.count <= 12 || line.text.contains(":"),
        let match = likeness(of: phrase, in: Array(line.skeleton.prefix(10)))
      else { return false }
      return match.range.lowerBound <= 2 && line.tokens[0].box.midX < 0.5 * page.width
        && isMark(line)
    }
  }

  /// The first row of a list that lost the words Nơi nhận: at most twelve lines above the line `Lưu:`.
  static func topOfLostList(on page: PageLayout) -> Double? {
    let column = page.lines.filter { line in
      line.tokens[0].box.midX < 0.35 * page.width && line.middle > 0.3 * page.height
    }
    guard
      let end = column.lastIndex(where: { line in
        let words = line.tokens.filter { !$0.skeleton.isEmpty }.prefix(2)
        return words.first.map { $0.skeleton == Array("LUU".utf8) } ?? false
          && (line.text.contains(":") || opensItem(line))
      })
    else { return nil }
    let left = Double(column[end].box.x)
    var top = column[end].middle
    for line in column[..<end].reversed().prefix(12) {
      guard top - line.middle < 3.2 * page.unit else { break }
      if abs(Double(line.box.x) - left) < 3 * page.unit { top = line.middle }
    }
    // The two lines above, the first of the list and Nơi nhận itself, may be lost as well.
    return max(0, top - 4 * page.unit)
  }

  /// Whether it is the line `Nơi nhận:` and not a sentence that begins so.
  private static func isMark(_ line: TextLine) -> Bool {
    let words = line.tokens.prefix(3).filter { !$0.skeleton.isEmpty }
    return words.count <= 2 || line.tokens.prefix(3).contains { $0.text.contains(":") }
  }

  private static func list(below mark: TextLine, on page: PageLayout) -> [Reading] {
    let left = Double(mark.box.x)
    let column = page.lines.compactMap { line in
      line.filter { Double($0.box.midX) < left + 0.42 * page.width }
    }.filter { line in
      line.middle > mark.middle + 0.4 * page.unit
        && abs(Double(line.box.x) - left) < 3 * page.unit
    }.joined(within: 0.4 * page.unit)
    var items = Items()
    var edge = mark.middle
    for line in column {
      if line.middle - edge > 3.2 * page.unit || items.count >= 60 { break }
      edge = line.middle
      if opensItem(line) || items.isEmpty || items.isEnded {
        items.open(line.tokens)
      } else {
        items.add(line.tokens)
      }
      // `Lưu:` is the last line by Nghị định 30/2020 Phụ lục I mục II.9.d.
      if line.skeleton.starts(with: Array("LUU".utf8)) { break }
    }
    var readings = items.readings
    // Room for a line between Nơi nhận and what was read first: the first line may be lost.
    if let first = readings.first?.tokens.map(\.box.midY).min(),
      first - mark.middle > 2.2 * page.unit
    {
      readings[0].confidence *= 0.5
    }
    return readings
  }

  private static func opensItem(_ line: TextLine) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    // A dash read as a quotation mark stands apart from the word after it.
    let isDash =
      "-–—~+•_*".unicodeScalars.contains(first)
      || line.tokens.count > 1 && line.tokens[0].skeleton.isEmpty
    return isDash || line.skeleton.starts(with: Array("LUU".utf8))
  }

  /// Items of a list as they are read.
  private struct Items {
    private var lists: [[Token]] = []

    mutating func open(_ tokens: [Token]) { lists.append(tokens) }
    mutating func add(_ tokens: [Token]) { lists[lists.count - 1] += tokens }

    var isEmpty: Bool { lists.isEmpty }
    var count: Int { lists.count }
    /// Whether the last item was closed by its semicolon.
    var isEnded: Bool { lists.last?.last?.text.hasSuffix(";") ?? false }

    var readings: [Reading] {
      lists.compactMap { tokens in
        let text = tokens.map(\.text).joined(separator: " ")
        let value = RecipientText.repaired(text)
        guard Letters.skeleton(value).count >= 2 else { return nil }
        let letters = tokens.filter { !$0.skeleton.isEmpty }
        var reading = Reading(
          value, raw: text, confidence: 0.93 * certainty(of: letters), tokens: tokens)
        reading = reading.withCollocations
        // What is one of the closed phrases and nothing else cannot be misread into another.
        if RecipientText.isClosed(value) {
          reading.confidence = max(reading.confidence, 0.985)
        } else {
          reading.ceiling = 0.93
          reading.isForPerson =
            !RecipientText.opensAsReceivers(value) || !RecipientText.isPlausible(value)
        }
        reading.isProse = true
        return reading
      }
    }
  }
}
