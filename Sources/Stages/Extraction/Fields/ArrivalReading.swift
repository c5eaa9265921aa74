import Imaging
import Recognition

/// The stamp of the office that received the document: `ĐẾN`, number and day of arrival.
///
/// Nghị định 30/2020 Phụ lục IV: a box of 35 × 50 mm below the number, rows `Số:`, `Ngày:`, `Chuyển:`. Its
/// number and day are never the document's own. Both are mostly written by hand, so what is read there is
/// confirmed by a person at best.
struct ArrivalReading {
  private(set) var number: Reading?
  private(set) var date: Reading?
  /// Where its rows stand.
  let evidence: [Evidence]

  /// Reads the stamp on the first page; nil without one.
  init?(on page: RecognizedPage?, layout: PageLayout, year: Int?) {
    let red = page?.stampLines(number: layout.number) ?? []
    guard
      let lines = ArrivalReading.rows(in: red) ?? ArrivalReading.rows(in: layout.lines, of: layout)
    else { return nil }
    evidence = lines.compactMap { line in
      line.tokens.map(\.shown).union.map { Evidence(page: layout.number, box: $0) }
    }
    number = ArrivalReading.value(after: "SO", in: lines).map { text, tokens in
      let digits = DigitText(text)
      let isNumber = (1...6).contains(digits.text.count) && digits.junk == 0
      return Reading(
        isNumber ? digits.text : nil, raw: text, confidence: isNumber ? 0.55 : 0,
        handwritten: true, tokens: tokens)
    }
    date = ArrivalReading.value(after: "NGAY", in: lines).map { text, tokens in
      let day = ArrivalReading.day(text, in: year)
      return Reading(
        day, raw: text, confidence: day == nil ? 0 : 0.55, handwritten: true, tokens: tokens)
    }
  }

  /// The rows of the stamp below its word `ĐẾN`.
  private static func rows(in lines: [TextLine], of layout: PageLayout? = nil) -> [TextLine]? {
    let words = ["DEN", "CONGVANDEN", "VANBANDEN"].map { Array($0.utf8) }
    guard
      let top = lines.first(where: { line in
        words.contains(line.skeleton) && line.isCapital
          && layout.map { line.middle < 0.5 * $0.height } ?? true
      })
    else { return nil }
    let height = Double(max(1, top.box.height))
    return lines.filter { line in
      line.middle > top.middle && line.middle < top.middle + 9 * height
        && Double(line.box.x) < Double(top.box.maxX) + 6 * height
        && Double(line.box.maxX) > Double(top.box.x) - 6 * height
    }
  }

  /// What stands on the row that begins with a word.
  private static func value(
    after word: StaticString, in lines: [TextLine]
  ) -> (text: String, tokens: [Token])? {
    let mark = Letters.skeleton("\(word)")
    for line in lines {
      guard let first = line.tokens.first(where: { !$0.skeleton.isEmpty }),
        first.skeleton.starts(with: mark)
      else { continue }
      let rest = line.tokens.filter { $0.box.x > first.box.x }
      let fused = first.text.split(separator: ":").dropFirst().joined(separator: ":")
      let text = ([fused] + rest.map(\.text)).joined(separator: " ").trimmed(of: " .:,_…-")
      return (text, rest.isEmpty ? [first] : rest)
    }
    return nil
  }

  /// A day such as `29/11/2025` or `29-11`, for which the year is that of the document.
  private static func day(_ text: String, in year: Int?) -> String? {
    let parts = text.split { "/-.".contains($0) }.map { DigitText(String($0)) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.junk == 0 }),
      let day = Int(parts[0].text), let month = Int(parts[1].text), (1...12).contains(month)
    else { return nil }
    var full = parts.count == 3 ? Int(parts[2].text) : year
    if let short = full, short < 100 { full = 2000 + short }
    guard let full, (1945...2099).contains(full),
      (1...CalendarMonth.length(of: month, in: full)).contains(day)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(full)-\(two(month))-\(two(day))"
  }
}
