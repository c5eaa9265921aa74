import Extraction
import Recognition
import Testing

/// What knowledge may put right in what was read, and what it must leave alone.
@Suite struct `Repairs` {
  private func subject(_ text: String) -> String? {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45/SXD-QLN", date: "Hà Nam, ngày 12 tháng 5 năm 2025")
    sheet.set("V/v \(text)", x: 270, y: 370)
    sheet.set("Kính gửi: Các đơn vị", x: 500, y: 520)
    return documentRecord(from: [sheet.page])[.subject].value
  }

  @Test(arguments: [
    ("tông kết công tác", "tổng kết công tác"),
    ("lễ hội đua thuyền truyền thống", "lễ hội đua thuyền truyền thống"),
    ("thông báo về việc xử phạt hành chính", "thông báo về việc xử phạt hành chính"),
    ("quy hoạch cán bộ nhiệm kỳ mới", "quy hoạch cán bộ nhiệm kỳ mới"),
    ("bị mất giấy phép, đăng ký lưu trú", "bị mất giấy phép, đăng ký lưu trú"),
    ("quy chế chi tiêu hằng năm", "quy chế chi tiêu hằng năm"),
    ("tính toán, bố trí kinh phí", "tính toán, bố trí kinh phí"),
    ("kế hoạch năm 2o26", "kế hoạch năm 2026"),
    ("quy hoạch tỷ lệ 1/soo", "quy hoạch tỷ lệ 1/500"),
    ("thành lập tổ 1/so", "thành lập tổ 1/so"),
    ("'kế hoạch năm", "kế hoạch năm"),
  ])
  func `of a pair of words never overrule words that mean something else`(
    read: String, value: String
  ) {
    #expect(subject(read) == "V/v \(value)")
  }

  @Test(arguments: [
    ("SỬ", 27, "LƯU TRỮ LỊCH SỬ"), ("sỬ", 27, "LƯU TRỮ LỊCH SỬ"), ("II", 9, "LƯU TRỮ LỊCH"),
  ])
  func `keep a short last word of an agency, and no speck`(
    last: String, height: Int, name: String
  ) {
    var sheet = Sheet()
    sheet.setFused(
      "UBND TỈNH HÀ NAM", x: 250, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.setFused(
      "TRUNG TÂM LƯU TRỮ LỊCH", x: 220, "Độc lập - Tự do - Hạnh phúc", x: 870, y: 218)
    sheet.set(last, x: 350, y: 252, height: height)
    sheet.setFused("Số: 12/TB-TTLTLS", x: 270, "Hà Nam, ngày 14 tháng 5 năm 2023", x: 830, y: 310)
    sheet.centre("THÔNG BÁO", y: 440)
    #expect(documentRecord(from: [sheet.page])[.organName].value == "TRUNG TÂM \(name)")
  }

  @Test(arguments: [
    ("UBND TỈNH MỸ ĐỨC", 95.0, "Mỹ Đúc", 80.0), ("UBND TỈNH MỸ ĐÚC", 70.0, "Mỹ Đức", 95.0),
    ("UBND TỈNH MỸ ĐỨC", 95.0, "Mỹ Dức", 80.0),
  ])
  func `take the surer word of a province that stands twice`(
    parent: String, above: Double, place: String, before: Double
  ) {
    var sheet = Sheet()
    sheet.set(parent, x: 250, y: 180, confidence: above)
    sheet.set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.setFused("SỞ XÂY DỰNG", x: 300, "Độc lập - Tự do - Hạnh phúc", x: 870, y: 220)
    sheet.set("Số: 45/BC-SXD", x: 270, y: 310)
    sheet.set("\(place), ngày 12 tháng 5 năm 2025", x: 830, y: 314, confidence: before)
    sheet.centre("BÁO CÁO", y: 420)
    let record = documentRecord(from: [sheet.page])
    #expect(record[.organizationInCharge].value == "UBND TỈNH MỸ ĐỨC")
    #expect(record[.promulgationPlace].value == "Mỹ Đức")
    #expect(record[.promulgationPlace].lane != .accept)
  }

  @Test func `take a province of the country as the list has it`() {
    let sheet = Sheet.titled(
      "BÁO CÁO", place: "Hồ Chí Minh,", parent: "UBND THÀNH PHỐ HỖ CHÍ MINH")
    let record = documentRecord(from: [sheet.page])
    #expect(record[.organizationInCharge].value == "UBND THÀNH PHỐ HỒ CHÍ MINH")
    #expect(record[.promulgationPlace].value == "Hồ Chí Minh")
  }

  @Test func `doubt a place whose comma is lost`() {
    let sheet = Sheet.titled("BÁO CÁO", place: "Thạch Lũng", parent: "UBND TỈNH THẠCH LŨNG")
    let place = documentRecord(from: [sheet.page])[.promulgationPlace]
    #expect(place.value == "Thạch Lũng")
    #expect(place.lane == .confirm)
  }

  @Test(arguments: [
    ("QIVH", "QLVH", false), ("OLVH", "QLVH", false), ("PVOIL", "PVOIL", true),
    ("VTLT", "VTLT", true), ("KVIV", "KVIV", true), ("ODA", "ODA", true),
  ])
  func `know I and O between capitals of a unit for L and Q, but not in a word`(
    read: String, value: String, isAccepted: Bool
  ) {
    let record = documentRecord(from: [Sheet.letter(code: "Số: 45/SXD-\(read)").page])
    #expect(record[.codeNotation].value == "SXD-\(value)")
    #expect((record[.codeNotation].lane == .accept) == isAccepted)
  }

  @Test(arguments: [
    ("Các ĐCTFLUBND1ĩnh", Lane.confirm), ("Như Điều s", .confirm), ("Như Điều 5", .accept),
    ("Như điều s", .confirm), ("Các 1ổ chức", .confirm), ("Cơ quan Cảnh sát Điều tra", .accept),
    ("Các ban HĐND tỉnh", .accept), ("Phòng PC06", .accept),
  ])
  func `leave receivers that hold a misread word to a person`(item: String, lane: Lane) {
    var sheet = Sheet.decision()
    sheet.foot(recipients: ["- \(item);", "- Lưu: VT."])
    #expect(documentRecord(from: [sheet.page]).toPlaces.first?.lane == lane)
  }

  @Test func `have the last word over marks that the document writes elsewhere`() {
    var sheet = Sheet.decision()
    for row in 0..<4 { sheet.set("Theo đề nghị của Uy ban các cấp", x: 250, y: 700 + row * 50) }
    sheet.foot(recipients: ["- Ủy ban Mặt trận Tổ quốc tỉnh;", "- Lưu: VT."])
    #expect(
      documentRecord(from: [sheet.page]).toPlaces.first?.value == "Ủy ban Mặt trận Tổ quốc tỉnh")
  }

  @Test(arguments: [("J1.", Lane.confirm), ("-", .accept)])
  func `doubt the names of agencies amid which a line was read as nothing`(
    junk: String, lane: Lane
  ) {
    var sheet = Sheet()
    sheet.setFused(
      "UBND TỈNH HÀ NAM", x: 250, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    sheet.setFused(junk, x: 350, "Độc lập - Tự do - Hạnh phúc", x: 870, y: 218)
    sheet.set("SỞ XÂY DỰNG", x: 280, y: 256)
    sheet.setFused("Số: 12/TB-SXD", x: 270, "Hà Nam, ngày 14 tháng 5 năm 2023", x: 830, y: 310)
    sheet.centre("THÔNG BÁO", y: 440)
    let record = documentRecord(from: [sheet.page])
    #expect(record[.organizationInCharge].value == "UBND TỈNH HÀ NAM")
    #expect(record[.organizationInCharge].lane == lane)
    #expect(record[.organName].lane == lane)
  }

  @Test(arguments: ["(đê bíc)", "(để b/©)", "(để b/c)"])
  func `know what receivers are told in brackets`(note: String) {
    var sheet = Sheet.decision()
    sheet.foot(recipients: ["- Bọ Giáo dục \(note);", "- UBND tinh;", "- Lưu: VT."])
    let values = documentRecord(from: [sheet.page]).toPlaces.map(\.value)
    #expect(values.first == "Bộ Giáo dục (để b/c)")
    #expect(values.dropFirst().first == "UBND tỉnh")
  }
}
