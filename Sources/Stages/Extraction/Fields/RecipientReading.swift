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
        if next.middle - edge > 2.9 * page.unit || items.readings.count >= 40 { break }
        let isDash = opensItem(next)
        // Addressees are set in further than Kính gửi, the text is not.
        if Double(next.box.x) < indent + 0.5 * page.unit || next.text.hasPrefix("(") { break }
        edge = next.middle
        if isDash || items.readings.isEmpty {
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
    let phrase = Letters.skeleton("Nơi nhận")
    for page in pages {
      let lines = page.lines
      for line in lines {
        guard line.skeleton.count <= 12 || line.text.contains(":"),
          let match = likeness(of: phrase, in: Array(line.skeleton.prefix(10))),
          match.range.lowerBound <= 2, line.tokens[0].box.midX < 0.5 * page.width,
          isMark(line)
        else { continue }
        return (list(below: line, on: page), page.number, line.middle)
      }
    }
    return nil
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
      if line.middle - edge > 3.2 * page.unit || items.readings.count >= 60 { break }
      edge = line.middle
      if opensItem(line) || items.readings.isEmpty {
        items.open(line.tokens)
      } else {
        items.add(line.tokens)
      }
      // `Lưu:` is the last line by Nghị định 30/2020 Phụ lục I mục II.9.d.
      if line.skeleton.starts(with: Array("LUU".utf8)) { break }
    }
    return items.readings
  }

  private static func opensItem(_ line: TextLine) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    return "-–—~+•_*".unicodeScalars.contains(first)
      || line.skeleton.starts(with: Array("LUU".utf8))
  }

  /// Items of a list as they are read.
  private struct Items {
    private var lists: [[Token]] = []

    mutating func open(_ tokens: [Token]) { lists.append(tokens) }
    mutating func add(_ tokens: [Token]) { lists[lists.count - 1] += tokens }

    var readings: [Reading] {
      lists.compactMap { tokens in
        let text = tokens.map(\.text).joined(separator: " ")
        let value = text.trimmed(of: " -–—~+•_*:;,.")
        guard Letters.skeleton(value).count >= 2 else { return nil }
        let letters = tokens.filter { !$0.skeleton.isEmpty }
        var reading = Reading(
          value, raw: text, confidence: 0.93 * certainty(of: letters), tokens: tokens)
        reading.isProse = true
        return reading
      }
    }
  }
}
