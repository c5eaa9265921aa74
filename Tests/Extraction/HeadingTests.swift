import Extraction
import Imaging
import Recognition
import Testing

@Suite struct `The heading` {
  @Test(arguments: ["VÑ", "VW", "VY", "V/v", "V/⁄v", "V'v", "V.V"])
  func `finds a subject whose mark lost its slash`(mark: String) {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45/SXD-QLN", date: "Hà Nam, ngày 12 tháng 5 năm 2025")
    sheet.set("\(mark) kiểm tra cây xanh", x: 270, y: 370)
    sheet.set("Kính gửi: Các đơn vị", x: 500, y: 520)
    #expect(documentRecord(from: [sheet.page])[.subject].value == "V/v kiểm tra cây xanh")
  }

  @Test(arguments: [
    ("Thời gian bắt đầu: 08 giờ 30 phút, ngày 12 tháng 5 năm 2025", nil as String?),
    ("Hôm nay, ngày 12 tháng 5 năm 2025", nil),
    ("TP. Hồ Chí Minh, ngày 12 tháng 5 năm 2025", "TP. Hồ Chí Minh"),
    ("Phường 5, ngày 12 tháng 5 năm 2025", "Phường 5"),
  ])
  func `takes the start of a sentence for no place`(date: String, place: String?) {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45/BB-SXD", date: date)
    let record = documentRecord(from: [sheet.page])
    #expect(record[.promulgationDate].value == "2025-05-12")
    #expect(record[.promulgationPlace].value == place)
  }

  @Test func `gives every field of a decision whose columns are fused`() {
    let record = documentRecord(from: [Sheet.decision().page])
    #expect(record[.organName].value == "SỞ XÂY DỰNG")
    #expect(record[.organizationInCharge].value == "UBND TỈNH HÀ NAM")
    #expect(record[.codeNumber].value == "45")
    #expect(record[.codeNotation].value == "QĐ-SXD")
    #expect(record[.promulgationPlace].value == "Hà Nam")
    #expect(record[.promulgationDate].value == "2023-01-04")
    #expect(record[.documentType].value == "Quyết định")
    #expect(
      record[.subject].value
        == "Về việc công nhận tuyến đường kiểu mẫu trên địa bàn xã Hương Lúa")
    #expect(record[.language].value == "vi")
    #expect(record[.pageAmount].value == "1")
  }

  @Test func `gives kind, subject and addressees of an official letter`() {
    let record = documentRecord(from: [Sheet.letter().page])
    #expect(record[.documentType].value == "Công văn")
    #expect(record[.codeNotation].value == "SXD-QLN")
    #expect(record[.subject].value == "V/v kiểm tra cây xanh dọc các tuyến đường tỉnh")
    #expect(
      record.addressees.map(\.value) == [
        "Ủy ban nhân dân các xã", "Trung tâm Cây xanh và Chiếu sáng",
      ])
  }

  @Test func `is read from a sheet that lay upside down, with evidence where the words are shown`()
  {
    let sheet = Sheet.decision()
    let turned = documentRecord(from: [sheet.upsideDown])
    let upright = documentRecord(from: [sheet.page])
    #expect(turned.fields.mapValues(\.value) == upright.fields.mapValues(\.value))
    #expect(turned[.organName].evidence.allSatisfy { $0.box.y > Sheet.height / 2 })
  }

  @Test func `stands on the first page that has words`() {
    let blank = RecognizedPage(outcome: .blank, width: 1654, height: 2339, words: [])
    let record = documentRecord(from: [nil, blank, Sheet.decision().page])
    #expect(record[.documentType].value == "Quyết định")
    #expect(record[.documentType].evidence.map(\.page) == [3])
    #expect(record[.pageAmount].value == "2")
    #expect(record[.pageAmount].lane == .confirm)
  }

  @Test func `leaves every field missing when nothing was read`() {
    let record = documentRecord(from: [nil])
    #expect(record[.organName] == .missing)
    #expect(record[.language] == .missing)
    #expect(record.signers.isEmpty)
    #expect(documentRecord(from: [])[.pageAmount] == .missing)
  }

  @Test(arguments: [
    ("QUYÉT ĐỊNH", "Quyết định"), ("QUYẾT ĐINH", "Quyết định"), ("THÔNG BẢO", "Thông báo"),
    ("THÔNG CÁO", "Thông cáo"), ("BẢO CÁO", "Báo cáo"), ("KÉ HOẠCH", "Kế hoạch"),
    ("TỜ TRÌNH", "Tờ trình"), ("GIÁY MỜI", "Giấy mời"), ("THƯ MỜI", "Thư mời"),
    ("ĐIỀU LỆ", "Điều lệ"), ("NGHỊ QUYẾT", "Nghị quyết"), ("ĐỀ ÁN", "Đề án"), ("DỰ ÁN", "Dự án"),
    ("THÔNG TƯ", "Thông tư"), ("Q U Y Ế T Đ Ị N H", "Quyết định"), ("THÔNG BÁO SỐ 2", "Thông báo"),
  ]) func `names the kind past misread marks`(title: String, kind: String) {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45 /SXD", date: "Hà Nam, ngày 04 tháng 01 năm 2023")
    sheet.centre(title, y: 420)
    sheet.centre("Về việc trồng cây", y: 470)
    #expect(documentRecord(from: [sheet.page])[.documentType].value == kind)
  }

  @Test func `takes a kind from the notation when its line is lost, for a person to confirm`() {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45 /KH-SXD", date: "Hà Nam, ngày 04 tháng 01 năm 2023")
    sheet.set("Căn cứ Luật Xây dựng năm 2014 và các văn bản hướng dẫn thi hành;", x: 320, y: 690)
    let kind = documentRecord(from: [sheet.page])[.documentType]
    #expect(kind.value == "Kế hoạch")
    #expect(kind.lane == .confirm)
  }

  @Test func `joins the lines of one agency and parts it from the one above`() {
    var sheet = Sheet()
    sheet.setFused(
      "ỦY BAN NHÂN DÂN", x: 250, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.setFused("TỈNH HÀ NAM", x: 270, "Độc lập - Tự do - Hạnh phúc", x: 870, y: 218)
    sheet.set("TRƯỜNG CAO ĐẲNG", x: 250, y: 256)
    sheet.set("NGHỀ MẪU", x: 300, y: 294)
    sheet.setFused(
      "Số: 12 /TB-CĐNM", x: 270, "Hà Nam, ngày 14 tháng 5 năm 2023", x: 830, y: 340)
    sheet.centre("THÔNG BÁO", y: 440)
    let record = documentRecord(from: [sheet.page])
    #expect(record[.organName].value == "TRƯỜNG CAO ĐẲNG NGHỀ MẪU")
    #expect(record[.organizationInCharge].value == "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
  }

  @Test func `has no parent agency when only one stands there`() {
    var sheet = Sheet()
    sheet.setFused(
      "ỦY BAN NHÂN DÂN", x: 250, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.setFused("TỈNH HÀ NAM", x: 270, "Độc lập - Tự do - Hạnh phúc", x: 870, y: 218)
    sheet.setFused(
      "Số: 12 /QĐ-UBND", x: 270, "Hà Nam, ngày 14 tháng 5 năm 2023", x: 830, y: 310)
    sheet.centre("QUYẾT ĐỊNH", y: 420)
    let record = documentRecord(from: [sheet.page])
    #expect(record[.organName].value == "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    #expect(record[.organizationInCharge] == .missing)
    #expect(record[.codeNotation].value == "QĐ-UBND")
  }

  @Test func `puts the marks of an agency right as the text writes them`() {
    var sheet = Sheet()
    sheet.setFused("BỘ CÔNG THƯƠNG", x: 250, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.setFused("TRƯỜNG HOA SÙNG", x: 260, "Độc lập - Tự do - Hạnh phúc", x: 870, y: 218)
    sheet.centre("THÔNG BÁO", y: 420)
    sheet.set("Căn cứ quy chế của Trường Hoa Súng và đề nghị của Trường Hoa Súng.", x: 320, y: 690)
    sheet.set("Nay Trường Hoa Súng thông báo lịch học mới.", x: 320, y: 740)
    #expect(documentRecord(from: [sheet.page])[.organName].value == "TRƯỜNG HOA SÚNG")
  }

  /// The record of a notice whose heading has these lines on the left.
  private func record(ofHeading lines: [String]) -> DocumentRecord {
    var sheet = Sheet()
    sheet.centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y: 100)
    for (row, line) in lines.enumerated() { sheet.set(line, x: 240, y: 160 + 40 * row) }
    sheet.set("Số: 45/TB-VP", x: 280, y: 290)
    sheet.set("Hà Nam, ngày 12 tháng 5 năm 2025", x: 900, y: 290)
    sheet.centre("THÔNG BÁO", y: 420)
    return documentRecord(from: [sheet.page])
  }

  @Test(arguments: [
    ["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG TRUNG HỌC PHỔ", "THÔNG CHUYÊN"],
    // The second line begins as a body does, but only by its first word.
    ["UBND TỈNH HÀ NAM", "LIÊN HIỆP CÁC HỘI", "KHOA HỌC VÀ KỸ THUẬT"],
  ])
  func `a name that goes on in the next line is one name`(lines: [String]) {
    let record = record(ofHeading: lines)
    #expect(record[.organName].value == lines[1] + " " + lines[2])
    #expect(record[.organizationInCharge].value == lines[0])
  }

  @Test(arguments: [
    (["TRƯỜNG TRUNG HỌC PHỔ", "THÔNG CHUYEN"], "TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN"),
    (["CỤC THÓÔNG KE"], "CỤC THỐNG KÊ"),
  ])
  func `bodies below the departments get their marks too`(read: [String], name: String) {
    #expect(record(ofHeading: read)[.organName].value == name)
  }

  @Test(arguments: [
    ("Thực hiện công tác thi đua năm học 2025", 470), ("Kết quả kiểm tra nấm 2025", 470),
  ])
  func `a subject ends where an indented paragraph begins, and may open as one`(
    subject: String, y: Int
  ) {
    var sheet = Sheet.titled("BÁO CÁO")
    sheet.centre(subject, y: y)
    sheet.set(
      "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh kịp thời về Sở Xây dựng",
      x: 330, y: y + 50)
    #expect(
      documentRecord(from: [sheet.page])[.subject].value == subject.replacing("nấm", with: "năm"))
  }

  @Test func `a paragraph right below a title is no subject`() {
    var sheet = Sheet.titled("BÁO CÁO")
    sheet.set(
      "Thực hiện quy chế, nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh kịp thời về Sở Xây dựng",
      x: 330,
      y: 470)
    #expect(documentRecord(from: [sheet.page])[.subject].value == nil)
  }

  @Test(arguments: [("Cẩm Lĩnh", Lane.accept), ("Cấm Lĩnh", .confirm)])
  func `a province written twice with other marks is for a person`(place: String, lane: Lane) {
    let sheet = Sheet.titled("BÁO CÁO", place: "\(place),", parent: "UBND TỈNH CẨM LĨNH")
    let record = documentRecord(from: [sheet.page])
    #expect(record[.organizationInCharge].value == "UBND TỈNH CẨM LĨNH")
    #expect(record[.organizationInCharge].lane == lane)
    #expect(record[.promulgationPlace].lane == lane)
  }
}
