import Extraction
import Imaging
import Recognition
import Testing

@Suite struct `A secrecy mark` {
  private func record(_ stamp: String, x: Int = 280, y: Int = 480, confidence: Double = 80)
    -> DocumentRecord
  {
    var sheet = Sheet.letter()
    sheet.set(stamp, x: x, y: y, confidence: confidence)
    return documentRecord(from: [sheet.page])
  }

  @Test(arguments: [
    ("MẬT", "Mật"), ("MAT", "Mật"), ("MẶT", "Mật"), ("MẤT", "Mật"), ("M Ậ T", "Mật"),
    ("M4T", "Mật"),
    ("TỐI MẬT", "Tối mật"), ("TÓI MẬT", "Tối mật"), ("TOI MAT", "Tối mật"), ("T0I MẬT", "Tối mật"),
    ("TUYỆT MẬT", "Tuyệt mật"), ("TUYET MAT", "Tuyệt mật"), ("TUYỆT MẶT", "Tuyệt mật"),
    ("TUYẸ MẬT", "Tuyệt mật"), ("|MẬT|", "Mật"), ("IMẬTI", "Mật"), ("[TỐI MẬT]", "Tối mật"),
    ("ĐỘ MẬT: MẬT", "Mật"),
  ]) func `that stands alone is reported in every form`(stamp: String, degree: String) {
    let record = record(stamp)
    #expect(record[.secrecy].value == degree)
    #expect(!record.secrecyMarks.isEmpty)
  }

  @Test(arguments: ["NẬT", "MẬI", "ẬT", "TUYỆT", "GIẢI MẬT"])
  func `that is only likely is reported as a place, without a degree`(stamp: String) {
    let record = record(stamp)
    #expect(record[.secrecy].value == nil)
    #expect(!record.secrecyMarks.isEmpty)
  }

  @Test func `that was read with next to no certainty is reported`() {
    #expect(!record("MẬT", confidence: 2).secrecyMarks.isEmpty)
  }

  @Test func `fused by the recogniser with the line beside it is reported`() {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45 /SXD-QLN", date: "Hà Nam, ngày 04 tháng 01 năm 2023")
    sheet.setFused("MẬT", x: 280, "Kính gửi: Phòng Hạ tầng", x: 360, y: 480)
    #expect(!documentRecord(from: [sheet.page]).secrecyMarks.isEmpty)
  }

  @Test func `on a later page, after a cover sheet, is reported when it is plain`() {
    var second = Sheet.letter()
    second.set("TỐI MẬT", x: 280, y: 480)
    var table = Sheet()
    table.set("MẮT", x: 280, y: 480)
    let cover = Sheet.decision().page
    #expect(documentRecord(from: [cover, second.page])[.secrecy].value == "Tối mật")
    #expect(documentRecord(from: [cover, table.page]).secrecyMarks.isEmpty)
  }

  @Test func `above a heading is reported`() {
    #expect(!record("TỐI MẬT", x: 1200, y: 90).secrecyMarks.isEmpty)
  }

  @Test(arguments: [
    "Tài liệu này thuộc danh mục bí mật nhà nước độ MẬT theo quy định.",
    "TĂNG CƯỜNG BẢO MẬT THÔNG TIN", "BAN CƠ YẾU", "MẬT MÃ", "BẢO MẬT", "BÍ MẬT NHÀ NƯỚC",
    "Bảo mật thông tin", "MỘT", "MẪU", "MÁY", "THẬT", "NHẬT", "Độ mật:",
  ]) func `is not seen in other words`(text: String) {
    let record = record(text, x: 280, y: 900)
    #expect(record[.secrecy].value == nil)
    #expect(record.secrecyMarks.isEmpty)
  }
}

@Suite struct `Urgency and circulation` {
  @Test(arguments: [
    ("KHẨN", "Khẩn"), ("KHÂN", "Khẩn"), ("THƯỢNG KHẨN", "Thượng khẩn"), ("HỎA TỐC", "Hỏa tốc"),
    ("HOẢ TỐC", "Hỏa tốc"), ("HÓA TÓC]", "Hỏa tốc"), ("HỎA TỐC HẸN GIỜ", "Hỏa tốc hẹn giờ"),
  ]) func `an urgency mark is read`(stamp: String, degree: String) {
    var sheet = Sheet.letter()
    sheet.set(stamp, x: 280, y: 480)
    #expect(documentRecord(from: [sheet.page])[.priority].value == degree)
  }

  @Test func `a word of the text is no urgency mark`() {
    var sheet = Sheet.letter()
    sheet.set("Đề nghị các đơn vị khẩn trương thực hiện công điện hỏa tốc.", x: 300, y: 800)
    #expect(documentRecord(from: [sheet.page])[.priority] == .missing)
  }

  @Test(arguments: [
    ("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"), ("LƯU HÀNH NỘI BÔ", "Lưu hành nội bộ"),
    ("XEM XONG TRẢ LẠI", "Xem xong trả lại"),
  ]) func `a circulation mark is read`(stamp: String, sphere: String) {
    var sheet = Sheet.letter()
    sheet.set(stamp, x: 1000, y: 100)
    #expect(documentRecord(from: [sheet.page])[.sphereOfPromulgation].value == sphere)
  }
}
