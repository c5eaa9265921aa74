import Extraction
import Imaging
import Recognition
import Testing

@Suite struct `What stands around the text` {
  @Test func `the acts a decision rests on are each a paragraph, without its semicolon`() {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45 /QĐ-SXD", date: "Hà Nam, ngày 04 tháng 01 năm 2023")
    sheet.centre("QUYẾT ĐỊNH", y: 420)
    sheet.centre("Về việc công nhận tuyến đường kiểu mẫu", y: 470)
    sheet.set("Căn cứ Luật Xây dựng số 50/2014/QH13 ngày 18 tháng 6 năm 2014;", x: 320, y: 690)
    sheet.set("- Căn cứ Quyết định số 12/2020/QĐ-UBND ngày 03 tháng 2 năm 2020 của", x: 320, y: 735)
    sheet.set("Ủy ban nhân dân tỉnh Hà Nam về quản lý cây xanh;", x: 250, y: 775)
    sheet.set("Xét đề nghị của Trưởng phòng Hạ tầng,", x: 320, y: 820)
    sheet.centre("QUYẾT ĐỊNH:", y: 880)
    sheet.set("Căn cứ này không phải là căn cứ ban hành;", x: 320, y: 950)
    let bases = documentRecord(from: [sheet.page]).legalBases
    #expect(
      bases.map(\.value) == [
        "Căn cứ Luật Xây dựng số 50/2014/QH13 ngày 18 tháng 6 năm 2014",
        "Căn cứ Quyết định số 12/2020/QĐ-UBND ngày 03 tháng 2 năm 2020 của Ủy ban nhân dân tỉnh "
          + "Hà Nam về quản lý cây xanh",
      ])
    #expect(bases[1].evidence.count == 2)
    #expect(bases.allSatisfy { $0.lane == .confirm })
  }

  @Test func `a sentence of a letter that begins so is no legal basis`() {
    var sheet = Sheet.letter()
    sheet.set("Căn cứ tình hình mưa bão, Sở đề nghị các đơn vị khẩn trương.", x: 300, y: 820)
    #expect(documentRecord(from: [sheet.page]).legalBases.isEmpty)
  }

  @Test
  func `the stamp of arrival has its own number and day, never taken for those of the document`() {
    let plain = Sheet.letter().page
    let rows = ["CÔNG VĂN ĐẾN", "Số: 712", "Ngày: 29/11/2025", "Chuyển: ......"]
    let stamps = rows.enumerated().flatMap { line, text in
      text.split(separator: " ").enumerated().map { column, word in
        Word(
          text: String(word),
          box: Box(x: 300 + 90 * column, y: 700 + 40 * line, width: 80, height: 30),
          confidence: 70, line: line, block: 0)
      }
    }
    let page = RecognizedPage(
      outcome: .read, width: plain.width, height: plain.height, words: plain.words, stamps: stamps)
    let record = documentRecord(from: [page])
    #expect(record[.arrivalNumber].value == "712")
    #expect(record[.arrivalDate].value == "2025-11-29")
    #expect(record[.arrivalNumber].lane == .confirm)
    #expect(record[.codeNumber].candidates.map(\.value).contains("712") == false)
    #expect(record[.promulgationDate].value == "2023-01-04")
    #expect(documentRecord(from: [plain])[.arrivalNumber].raw == nil)
  }

  @Test func `a copy says what kind of copy it is, and annexes are told by their headings`() {
    var copy = Sheet.letter()
    copy.set("SAO Y BẢN CHÍNH", x: 1000, y: 2100)
    var annex = Sheet()
    annex.centre("PHỤ LỤC II", y: 200)
    annex.centre("Danh sách tuyến đường kèm theo Công văn số 45 của Sở Xây dựng", y: 260)
    let record = documentRecord(from: [copy.page, annex.page])
    #expect(record[.copyForm].value == "Sao y")
    #expect(record.appendixes.map(\.value) == ["PHỤ LỤC II"])
    #expect(record.appendixes.first?.evidence.map(\.page) == [2])
  }
}

@Suite struct `Lanes` {
  @Test func `follow the limits of the pipeline`() {
    let page = Sheet.decision().page
    func lane(_ limits: LaneLimits) -> Lane {
      documentRecord(from: [page], under: limits)[.documentType].lane
    }
    #expect(lane(.standard) == .accept)
    #expect(lane(LaneLimits(accept: 1, confirm: 0.5)) == .confirm)
  }

  @Test func `rest on fitted probabilities unless scores are asked for as they are`() {
    let page = Sheet.decision().page
    func confidence(_ isCalibrated: Bool) -> Double {
      let limits = LaneLimits(accept: 0.95, confirm: 0.5, isCalibrated: isCalibrated)
      return documentRecord(from: [page], under: limits)[.promulgationPlace].confidence
    }
    #expect(confidence(true) != confidence(false))
  }
}
