import Extraction
import Imaging
import Recognition
import Testing

/// The heading of an invented decision in Times of 34 pixels, as a recogniser boxes its words.
private func heading(
  day: String = "ngày", dayWidth: Int = 64, digits: String? = "04", month: String = "01",
  fused: (text: String, confidence: Double)? = nil
) -> RecognizedPage {
  var words: [Word] = []
  func add(
    _ text: String, x: Int, width: Int, top: Int = 290, height: Int = 24, line: Int = 1,
    confidence: Double = 95
  ) {
    words.append(
      Word(
        text: text, box: Box(x: x, y: top, width: width, height: height), confidence: confidence,
        line: line, block: 0))
  }
  var x = 790
  for (word, width) in [
    ("CỘNG", 93), ("HÒA", 71), ("XÃ", 44), ("HỘI", 60), ("CHỦ", 68), ("NGHĨA", 106), ("VIỆT", 76),
    ("NAM", 74),
  ] {
    add(word, x: x, width: width, top: 180, height: 30, line: 0)
    x += width + 9
  }
  add("Số:", x: 301, width: 43, top: 281, height: 33)
  if let fused {
    add(fused.text, x: 405, width: 169, height: 29, confidence: fused.confidence)
  } else {
    add("45", x: 365, width: 33)
    add("/QĐ-SXD", x: 438, width: 136, height: 29)
  }
  add("Hà", x: 790, width: 38, top: 285, height: 29)
  add("Nội,", x: 838, width: 58, height: 30)
  add(day, x: 920, width: dayWidth, height: 31)
  if let digits { add(digits, x: 995, width: 33) }
  add("tháng", x: 1038, width: 76, height: 31)
  add(month, x: 1123, width: 33)
  add("năm", x: 1166, width: 57)
  add("2023", x: 1233, width: 66)
  return RecognizedPage(outcome: .read, width: 1654, height: 2339, words: words)
}

@Suite struct `A doubtful notation` {
  /// A heading whose number is a scrawl in one word with its notation, before and after that was read again alone.
  private func fields(_ words: String, confidence: Double) throws -> (before: Field, after: Field) {
    let page = heading(fused: ("4‡§/QĐ-SXD", 30))
    let zone = try #require(zonesWorthRereading(on: page).first { $0.kind == .notation })
    #expect(zone.box.x < 445 && zone.box.maxX > 574 && zone.box.maxX < 620)
    let word = Word(text: words, box: zone.box, confidence: confidence, line: 0, block: 0)
    let again = page.adding([ZoneReading(zone: zone, words: [word])])
    return (
      documentRecord(from: [page])[.codeNotation], documentRecord(from: [again])[.codeNotation]
    )
  }

  @Test func `is sure where another reading of it alone agrees`() throws {
    let (before, after) = try fields("/QĐ-SXD", confidence: 96)
    #expect(before.value == "QĐ-SXD" && before.lane == .confirm)
    #expect(after.value == "QĐ-SXD" && after.lane == .accept)
  }

  @Test func `is the surer of two readings, for a person to confirm`() throws {
    let (_, after) = try fields("/QĐ-SXH", confidence: 96)
    #expect(after.value == "QĐ-SXH" && after.lane == .confirm)
    #expect(after.candidates.map(\.value) == ["QĐ-SXH", "QĐ-SXD"])
  }

  @Test func `is read again, and a sure one is not`() {
    #expect(!zonesWorthRereading(on: heading()).contains { $0.kind == .notation })
  }
}

@Suite struct `Slots of the heading` {
  private func seen(
    _ kind: SlotKind, _ candidates: [(String, Double)], handwritten: Double = 0.99,
    on page: RecognizedPage
  ) throws -> SlotReading {
    let slot = try #require(slotsWorthReading(on: page).first { $0.kind == kind })
    return SlotReading(
      slot: slot, handwritten: handwritten, box: slot.box,
      candidates: candidates.map { SlotCandidate(text: $0.0, p: $0.1) })
  }

  @Test func `number, day and month are looked for between their printed words`() {
    #expect(
      slotsWorthReading(on: heading()) == [
        Slot(kind: .number, box: Box(x: 335, y: 290, width: 103, height: 24)),
        Slot(kind: .day, box: Box(x: 984, y: 290, width: 54, height: 24)),
        Slot(kind: .month, box: Box(x: 1114, y: 290, width: 52, height: 24)),
      ])
  }

  @Test func `a page without a heading has no slots`() {
    var page = Sheet()
    page.set("Số: 45 /QĐ-SXD", x: 270, y: 310)
    #expect(slotsWorthReading(on: page.page).isEmpty)
  }

  @Test func `a day that was fused with its word is looked for where the print of the word ends`()
    throws
  {
    let page = heading(day: "ngày0†", dayWidth: 110, digits: nil)
    let day = try #require(slotsWorthReading(on: page).first { $0.kind == .day })
    #expect(abs(day.box.x - 984) <= 3)
    #expect(day.box.maxX == 1038)
  }

  @Test func `a handwritten number is confirmed between two readings and never accepted`() throws {
    let page = heading()
    let slot = try seen(.number, [("145", 0.97), ("149", 0.02)], on: page)
    let number = documentRecord(from: [page.seeing([slot])])[.codeNumber]
    #expect(
      number
        == Field(
          value: "145", raw: "45", confidence: 0.97, lane: .confirm, handwritten: true,
          evidence: [Evidence(page: 1, box: slot.box)],
          candidates: [Candidate(value: "145", p: 0.97), Candidate(value: "149", p: 0.02)]))
  }

  @Test func `a doubtful handwritten number is typed, with its readings at hand`() throws {
    let page = heading()
    let slot = try seen(.number, [("145", 0.3), ("149", 0.2)], on: page)
    let number = documentRecord(from: [page.seeing([slot])])[.codeNumber]
    #expect(number.value == nil)
    #expect(number.lane == .type)
    #expect(number.candidates.map(\.value) == ["145", "149"])
  }

  @Test func `a slot with print in it leaves the number as it was read`() throws {
    let page = heading()
    let slot = try seen(.number, [("145", 0.97)], handwritten: 0.01, on: page)
    #expect(
      documentRecord(from: [page.seeing([slot])])[.codeNumber]
        == documentRecord(from: [page])[.codeNumber])
  }

  @Test func `a printed number is accepted, though it was read in one word with its notation`()
    throws
  {
    let page = heading(fused: ("45/QĐ-SXD", 95))
    #expect(documentRecord(from: [page])[.codeNumber].lane == .confirm)
    let slot = try seen(.number, [("46", 0.6)], handwritten: 0.02, on: page)
    let number = documentRecord(from: [page.seeing([slot])])[.codeNumber]
    #expect(number.value == "45")
    #expect(number.lane == .accept)
    #expect(number.handwritten == false)
  }

  @Test func `a slot that shows only the first figures of print is no pen's`() throws {
    let page = heading(fused: ("45/QĐ-SXD", 95))
    let short = try seen(.number, [("4", 0.98)], on: page)
    let number = documentRecord(from: [page.seeing([short])])[.codeNumber]
    #expect(number.value == "45")
    #expect(number.lane == .confirm)
    #expect(number.handwritten == nil)
    let other = try seen(.number, [("9", 0.98)], on: page)
    #expect(documentRecord(from: [page.seeing([other])])[.codeNumber].value == "9")
  }

  @Test func `a handwritten day makes two dates for a person to choose from`() throws {
    let page = heading()
    let slot = try seen(.day, [("14", 0.8), ("19", 0.1)], on: page)
    let date = documentRecord(from: [page.seeing([slot])])[.promulgationDate]
    #expect(date.value == "2023-01-14")
    #expect(date.lane == .confirm)
    #expect(date.handwritten == true)
    #expect(date.candidates.prefix(2).map(\.value) == ["2023-01-14", "2023-01-19"])
  }

  @Test func `a day that its month does not have is no date`() throws {
    let page = heading(month: "02")
    let slot = try seen(.day, [("31", 0.8), ("21", 0.19)], on: page)
    let date = documentRecord(from: [page.seeing([slot])])[.promulgationDate]
    #expect(date.candidates.map(\.value) == ["2023-02-21", "2023-02"])
    #expect(date.candidates[0].p > 0.8)
  }
}
