import Extraction
import Recognition
import Testing

@Suite struct `Number and notation` {
  @Test(arguments: [
    ("Số: 45 /QĐ-SXD", "QĐ-SXD"), ("Sổ: 45 /QD-SXD", "QĐ-SXD"), ("Só: 4#½ /QĐ-SXD", "QĐ-SXD"),
    ("Số: 45/QĐ-SXD", "QĐ-SXD"), ("Số:4‡§/OĐ-SXD", "QĐ-SXD"), ("S6: 45⁄QĐ-SXD", "QĐ-SXD"),
    ("Số: /QĐ-SXD", "QĐ-SXD"), ("Số: 45 QĐ-SXD", "QĐ-SXD"), ("Số: 45 /QĐ - SXD", "QĐ-SXD"),
    ("Số: 45/2023/QĐ-SXD", "2023/QĐ-SXD"), ("Số 45-QĐ/TU", "QĐ/TU"),
    ("Số: 45 /QĐ-SXD.", "QĐ-SXD"),
  ]) func `the notation is found after any number`(code: String, notation: String) {
    let record = documentRecord(from: [Sheet.decision(code: code).page])
    #expect(record[.codeNotation].value == notation)
  }

  @Test func `the notation of an official letter keeps a unit that no list knows`() {
    let record = documentRecord(from: [Sheet.letter(code: "Số: 8 /SXD-QLCX").page])
    #expect(record[.codeNotation].value == "SXD-QLCX")
  }

  @Test(arguments: [
    ("Số: 8 /SXDQLCX", "SXD-QLCX"), ("Số: 8 /SXDLQLCX", "SXD-QLCX"), ("Số: 8 /SXD-NVI", "SXD-NV1"),
    ("Số: 8 /SXXD-QLCX", "SXD-QLCX"), ("Số: 8 /SXD-VII", "SXD-VII"),
  ]) func `what a recogniser does to a notation is undone, for a person to confirm`(
    code: String, notation: String
  ) {
    let field = documentRecord(from: [Sheet.letter(code: code).page])[.codeNotation]
    #expect(field.value == notation || field.candidates.first?.value == notation)
  }

  @Test func `a speck before the hyphen ends no notation`() {
    let record = documentRecord(from: [Sheet.letter(code: "Số: 45/SXD:-QLN").page])
    #expect(record[.codeNotation].value == "SXD-QLN")
  }

  @Test func `no agency stands before itself`() {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45/SXD-SXD", date: "Hà Nam, ngày 12 tháng 5 năm 2025")
    sheet.centre("QUYẾT ĐỊNH", y: 420)
    // Nothing of QĐ is seen in SXD, so it stays as it was read.
    #expect(documentRecord(from: [sheet.page])[.codeNotation].candidates.first?.value == "SXD-SXD")
  }

  @Test func `a letter is not made another that it does not look like`() {
    let record = documentRecord(from: [Sheet.decision(code: "Số: 45 /QĐ-PXD").page])
    #expect(record[.codeNotation].value == "QĐ-PXD")
  }

  @Test func `a printed number is accepted`() {
    let number = documentRecord(from: [Sheet.decision().page])[.codeNumber]
    #expect(number.lane == .accept)
    #expect(number.handwritten == false)
  }

  @Test func `a number taller than the print is handwriting and is typed by a person`() {
    var sheet = Sheet()
    sheet.set("UBND TỈNH HÀ NAM", x: 250, y: 180)
    sheet.set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.set("SỞ XÂY DỰNG", x: 300, y: 220)
    sheet.set("Số:", x: 270, y: 310)
    sheet.set("45", x: 330, y: 298, confidence: 92, height: 44)
    sheet.set("/QĐ-SXD", x: 390, y: 310)
    sheet.centre("QUYẾT ĐỊNH", y: 420)
    let number = documentRecord(from: [sheet.page])[.codeNumber]
    #expect(number.handwritten == true)
    #expect(number.lane == .type)
    #expect(number.value == nil)
    #expect(number.candidates.map(\.value) == ["45"])
  }

  @Test func `a number that is no number is kept as read and given no value`() {
    let number = documentRecord(from: [Sheet.decision(code: "Số: 4#½ /QĐ-SXD").page])[.codeNumber]
    #expect(number.value == nil)
    #expect(number.raw == "4#½")
    #expect(number.handwritten == true)
  }

  @Test func `the slash of V/v is no slash of a number`() {
    var sheet = Sheet()
    sheet.heading(code: "", date: "Hà Nam, ngày 04 tháng 01 năm 2023")
    sheet.set("V/v kiểm tra cây xanh", x: 270, y: 370)
    sheet.set("Kính gửi: Phòng Hạ tầng", x: 480, y: 520)
    let record = documentRecord(from: [sheet.page])
    #expect(record[.codeNotation].value == nil)
    #expect(record[.codeNumber].value == nil)
    #expect(record[.documentType].value == "Công văn")
  }
}

@Suite struct `The date` {
  private func date(_ text: String) -> Field {
    documentRecord(from: [Sheet.decision(date: text).page])[.promulgationDate]
  }

  @Test func `is read with all its parts`() {
    #expect(date("ngày 14 tháng 5 năm 2023").value == "2023-05-14")
  }

  @Test(arguments: [
    "ngày tháng 10 năm 2023", "ngày … tháng 10 năm 2023", "ngày (Q tháng 10 năm 2023",
  ])
  func `keeps month and year as a candidate when the day is lost`(text: String) {
    let field = date(text)
    #expect(field.value == nil)
    #expect(field.lane == .type)
    #expect(field.raw == text)
    #expect(field.candidates.map(\.value) == ["2023-10"])
  }

  @Test func `has no value when the day is not in the month`() {
    #expect(date("ngày 30 tháng 02 năm 2023").value == nil)
    #expect(date("ngày 29 tháng 02 năm 2024").value == "2024-02-29")
  }

  @Test func `has no value when month and day are lost`() {
    let field = date("ngày ## tháng ## năm 2023")
    #expect(field.value == nil)
    #expect(field.candidates.map(\.value) == ["2023"])
  }

  @Test func `is not taken for sure when letters were read for digits`() {
    let field = date("ngày l4 tháng l1 năm 2023")
    #expect(field.candidates.first?.value == "2023-11-14")
    #expect(field.lane != .accept)
  }

  @Test func `of a cited law is not the date of the document`() {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45 /QĐ-SXD", date: "")
    sheet.centre("QUYẾT ĐỊNH", y: 420)
    sheet.set("Căn cứ Luật Xây dựng số 50/2014/QH13 ngày 18 tháng 6 năm 2014;", x: 320, y: 690)
    #expect(documentRecord(from: [sheet.page])[.promulgationDate] == .missing)
  }
}
