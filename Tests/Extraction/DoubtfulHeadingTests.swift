import Imaging
import Recognition
import Testing

@testable import Extraction

/// A heading is read again where it is doubtful, and what two readings say of it is voted on.
struct DoubtfulHeadingTests {
  /// A decision of an invented province, its left column and its date read with these certainties.
  private func decision(
    place: String = "Lam Sơn Hạ,", date: String = "ngày 04 tháng 01 năm 2023",
    parent: String = "UBND TỈNH LAM SƠN HẠ", certainty: Double = 95
  ) -> RecognizedPage {
    var sheet = Sheet()
    sheet.set(parent, x: 250, y: 180, confidence: certainty)
    sheet.set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.set("SỞ XÂY DỰNG", x: 300, y: 220)
    sheet.set("Độc lập - Tự do - Hạnh phúc", x: 870, y: 220)
    sheet.set("Số: 45 /QĐ-SXD", x: 270, y: 310)
    sheet.set("\(place) \(date)", x: 830, y: 310, confidence: certainty)
    sheet.centre("QUYẾT ĐỊNH", y: 420)
    sheet.centre("Về việc công nhận tuyến đường kiểu mẫu", y: 470)
    return sheet.page
  }

  /// The words of a page that lie in a zone, as one more reading of it.
  private func reading(_ zone: Zone, of page: RecognizedPage) -> ZoneReading {
    ZoneReading(zone: zone, words: page.words.filter { $0.box.intersection(zone.box) == $0.box })
  }

  private func zone(_ kind: ZoneKind, on page: RecognizedPage) -> Zone? {
    zonesWorthRereading(on: page).first { $0.kind == kind }
  }

  @Test func `a heading that is certain is not read again`() {
    #expect(zone(.agencies, on: decision()) == nil)
    #expect(zone(.date, on: decision()) == nil)
  }

  @Test func `doubtful names and a doubtful date are read again, each alone`() throws {
    let page = decision(certainty: 60)
    let (names, date) = (
      try #require(zone(.agencies, on: page)), try #require(zone(.date, on: page))
    )
    #expect(names.box.y < 180 && names.box.maxY >= 247 && names.box.maxY <= 310)
    #expect(names.box.x == 0 && names.box.maxX < 790)
    #expect(date.box.x < 830 && date.box.y < 310 && date.box.maxY > 337 && date.box.maxY < 420)
  }

  @Test func `where no date was read it is looked for below Tiêu ngữ`() throws {
    let page = decision(place: "~", date: "l l l")
    let box = try #require(zone(.date, on: page)).box
    #expect(box.x < 830 && box.y >= 247 && box.y < 310 && box.maxY > 337)
    #expect(documentRecord(from: [page])[.promulgationDate].value == nil)
    let again = page.adding([reading(Zone(kind: .date, box: box), of: decision())])
    #expect(documentRecord(from: [again])[.promulgationDate].value == "2023-01-04")
  }

  @Test func `of a name read twice the surer words count`() throws {
    let page = decision(parent: "UBND TỈNH LAM SON HẠ", certainty: 60)
    let place = try #require(zone(.agencies, on: page))
    let again = page.adding([reading(place, of: decision())])
    #expect(documentRecord(from: [page])[.organizationInCharge].value != "UBND TỈNH LAM SƠN HẠ")
    #expect(documentRecord(from: [again])[.organizationInCharge].value == "UBND TỈNH LAM SƠN HẠ")
  }

  @Test func `two readings that agree are surer than one`() throws {
    let page = decision(certainty: 85)
    let box = Box(x: 0, y: 160, width: 780, height: 100)
    let again = page.adding([reading(Zone(kind: .agencies, box: box), of: page)])
    let (one, two) = (
      documentRecord(from: [page])[.organizationInCharge],
      documentRecord(from: [again])[.organizationInCharge]
    )
    #expect(one.value == two.value)
    #expect(two.confidence >= one.confidence)
  }

  @Test func `a place that two readings part otherwise is for a person`() throws {
    let page = decision(place: "Lam Sơn Hạ,", parent: "UBND TỈNH KỲ LÂM", certainty: 60)
    let line = try #require(zone(.date, on: page))
    let again = page.adding([reading(line, of: decision(place: "LamSơn Hạ,"))])
    let place = documentRecord(from: [again])[.promulgationPlace]
    #expect(place.value == "LamSơn Hạ")
    #expect(place.lane != .accept)
  }

  @Test func `a month that two readings tell differently is for a person, the surer first`() throws
  {
    let page = decision(date: "ngày 04 tháng 07 năm 2023", certainty: 50)
    let line = try #require(zone(.date, on: page))
    let again = page.adding([reading(line, of: decision(date: "ngày 04 tháng 01 năm 2023"))])
    let date = documentRecord(from: [again])[.promulgationDate]
    #expect(date.value == "2023-01-04")
    #expect(date.lane != .accept)
  }

  @Test func `of two words a syllable is likelier than what is spelled like none`() throws {
    let page = decision()
    let words = page.words.filter { ["LAM", "SƠN"].contains($0.text) }
    let read = words.map { Token($0, on: page, number: 1) }
    let torn = [Token("LXM", at: read[0]), read[1]]
    #expect(Vote.words([torn, read]).map(\.text) == ["LAM", "SƠN"])
    #expect(Vote.words([read, torn])[0].confidence < read[0].confidence)
  }
}
