import Extraction
import Imaging
import Recognition
import Testing

@Suite struct `A stamp in red ink` {
  private func record(_ lines: [String], words: [Word] = []) -> DocumentRecord {
    var stamps: [Word] = []
    for (line, text) in lines.enumerated() {
      for (column, word) in text.split(separator: " ").enumerated() {
        stamps.append(
          Word(
            text: String(word),
            box: Box(x: 300 + 90 * column, y: 400 + 40 * line, width: 80, height: 30),
            confidence: 60, line: line, block: 0))
      }
    }
    let page = RecognizedPage(
      outcome: .read, width: 1654, height: 2339, words: words, stamps: stamps)
    return documentRecord(from: [nil, page])
  }

  @Test(arguments: [
    ("MẬT", "Mật"), ("MAT", "Mật"), ("MÂT", "Mật"), ("MẠT", "Mật"), ("MẶT", "Mật"),
    ("|MẬT|", "Mật"),
    ("TỐI MẬT", "Tối mật"), ("TUYỆT MẬT", "Tuyệt mật"), ("TUYẸT MAT", "Tuyệt mật"),
  ]) func `with a degree of secrecy on any page sets it`(stamp: String, degree: String) {
    let record = record([stamp])
    #expect(record[.secrecy].value == degree)
    #expect(record.secrecyMarks.map(\.page) == [2])
  }

  @Test(arguments: [
    "MAI", "NẬT", "MT", "MẬTT", "TÔI MÀI", "JUYỆT MẬ", "MẬTkị", "TỐI XMLWE",
    "\u{25A3}",
  ])
  func `that is only near a mark is a mark without a degree or with a doubtful one`(stamp: String) {
    #expect(!record([stamp]).secrecyMarks.isEmpty)
  }

  @Test(arguments: [
    ["ĐẾN"], ["CÔNG VĂN ĐẾN", "Số: 712", "Ngày: 29/11", "Chuyển: ......"], ["SAO Y BẢN CHÍNH"],
    ["PHÓ GIÁM ĐỐC"], ["ĐÃ KÝ"], ["KHẨN"], ["Nguyễn Văn Mẫu"], ["TRƯỜNG"],
  ]) func `that says something else is no secrecy mark`(lines: [String]) {
    #expect(record(lines).secrecyMarks.isEmpty)
  }

  @Test(arguments: [
    ("HỎA TỐC", "Hỏa tốc"), ("HOA TÓC", "Hỏa tốc"), ("THƯỢNG KHẨN", "Thượng khẩn"),
    ("KHẨN", "Khẩn"),
  ]) func `with a degree of urgency sets the priority`(stamp: String, degree: String) {
    #expect(record([stamp])[.priority].value == degree)
  }

  @Test func `that print crosses is no secrecy mark when nearly all of its urgency is read`() {
    let urgent = record(["|HA TỐC \u{25A3}"])
    #expect(urgent[.priority].value == "Hỏa tốc" && urgent.secrecyMarks.isEmpty)
    #expect(!record(["H TỐ \u{25A3}"]).secrecyMarks.isEmpty)
  }

  @Test func `with a sphere of circulation in two lines sets it`() {
    #expect(
      record(["LƯU HÀNH", "NỘI BỘ"])[.sphereOfPromulgation].value == "Lưu hành nội bộ")
  }
}
