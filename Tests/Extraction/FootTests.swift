import Extraction
import Imaging
import Recognition
import Testing

@Suite struct `The foot` {
  private func signers(_ authority: [String], name: String? = "Trần Văn Mẫu") -> [Signer] {
    var sheet = Sheet.letter()
    sheet.foot(authority: authority, name: name)
    return documentRecord(from: [sheet.page]).signers
  }

  @Test func `gives authority, position and name`() {
    let signer = signers(["KT. GIÁM ĐÓC", "PHÓ GIÁM ĐỐC"]).first
    #expect(signer?.competence.value == "KT. GIÁM ĐỐC")
    #expect(signer?.position.value == "PHÓ GIÁM ĐỐC")
    #expect(signer?.fullName.value == "Trần Văn Mẫu")
  }

  @Test(
    arguments: [
      (["GIÁM ĐỐC"], nil, "GIÁM ĐỐC"),
      (
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
      ),
      (["TL. HIỆU TRƯỞNG", "TRƯỞNG PHÒNG ĐÀO TẠO"], "TL. HIỆU TRƯỞNG", "TRƯỞNG PHÒNG ĐÀO TẠO"),
      (
        ["TL.HIỆU TRƯỞNG", "Q. TRƯỞNG PHÒNG ĐÀO TẠO"], "TL. HIỆU TRƯỞNG", "Q. TRƯỞNG PHÒNG ĐÀO TẠO"
      ),
      (["TUQ. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"], "TUQ. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"),
    ] as [([String], String?, String)])
  func `reads whom a signer stands for`(lines: [String], competence: String?, position: String) {
    let signer = signers(lines).first
    #expect(signer?.competence.value == competence)
    #expect(signer?.position.value == position)
  }

  @Test func `takes nobody for the deputy of himself`() {
    let signer = signers(["KT. GIÁM ĐỐC", "GIÁM ĐỐC"]).first
    #expect(signer?.competence.value == "KT. GIÁM ĐỐC")
    #expect(signer?.position.value == nil)
  }

  @Test func `does not invent KT. where no ink is`() {
    let signer = signers(["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]).first
    #expect(signer?.competence.value == nil)
    #expect(signer?.competence.candidates.map(\.value) == ["KT. GIÁM ĐỐC"])
    #expect(signer?.position.value == "PHÓ GIÁM ĐỐC")
  }

  @Test func `reads KT. from handwriting above a deputy, for a person to confirm`() {
    let signer = signers(["l/ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]).first
    #expect(signer?.competence.value == "KT. GIÁM ĐỐC")
    #expect(signer?.competence.lane == .confirm)
    #expect(signer?.competence.handwritten == true)
  }

  @Test func `leaves out a name that a seal covers`() {
    #expect(signers(["GIÁM ĐỐC"], name: nil).first?.fullName == .missing)
    #expect(signers(["GIÁM ĐỐC"], name: "¿Văn Mẫu").first?.fullName.value == nil)
  }

  @Test func `puts the marks of a family name right where only one has its letters`() {
    #expect(signers(["GIÁM ĐỐC"], name: "Nguyên Văn Mẫu").first?.fullName.value == "Nguyễn Văn Mẫu")
    #expect(signers(["GIÁM ĐỐC"], name: "Vu Văn Mẫu").first?.fullName.value == "Vũ Văn Mẫu")
  }

  @Test func `leaves degrees out of a name`() {
    #expect(
      signers(["HIỆU TRƯỞNG"], name: "PGS.TS. Trần Văn Mẫu").first?.fullName.value == "Trần Văn Mẫu"
    )
  }

  @Test func `gives two signers of minutes side by side`() {
    var sheet = Sheet()
    sheet.heading(code: "Số: 45 /BB-SXD", date: "")
    sheet.centre("BIÊN BẢN", y: 420)
    sheet.centre("Họp về cây xanh", y: 470)
    sheet.set("Nội dung cuộc họp gồm các việc sau đây đã được thống nhất.", x: 300, y: 700)
    sheet.setFused("THƯ KÝ", x: 320, "CHỦ TỌA", x: 1150, y: 1500)
    sheet.setFused("Lê Thị Thử", x: 300, "Trần Văn Mẫu", x: 1100, y: 1750)
    let signers = documentRecord(from: [sheet.page]).signers
    #expect(signers.map(\.position.value) == ["THƯ KÝ", "CHỦ TỌA"])
    #expect(signers.map(\.fullName.value) == ["Lê Thị Thử", "Trần Văn Mẫu"])
  }

  @Test func `gives two signers of minutes above Nơi nhận`() {
    var sheet = Sheet.titled("BIÊN BẢN")
    sheet.set("Nội dung cuộc họp gồm các việc sau đây đã được thống nhất.", x: 300, y: 700)
    sheet.setFused("THƯ KÝ", x: 320, "CHỦ TỌA", x: 1150, y: 1500)
    sheet.setFused("Lê Thị Thử", x: 300, "Trần Văn Mẫu", x: 1100, y: 1750)
    sheet.set("Nơi nhận:", x: 250, y: 1830)
    sheet.set("- Như thành phần tham dự;", x: 250, y: 1875)
    sheet.set("- Lưu: VT.", x: 250, y: 1910)
    let signers = documentRecord(from: [sheet.page]).signers
    #expect(signers.map(\.position.value) == ["THƯ KÝ", "CHỦ TỌA"])
    #expect(signers.map(\.fullName.value) == ["Lê Thị Thử", "Trần Văn Mẫu"])
    #expect(signaturePlaces(on: sheet.page).count == 2)
  }

  @Test func `gives the list of Nơi nhận to Lưu`() {
    var sheet = Sheet.letter()
    sheet.foot()
    #expect(
      documentRecord(from: [sheet.page]).toPlaces.map(\.value) == [
        "Như trên", "Ban Giám đốc Sở", "Lưu: VT, QLN",
      ])
  }

  @Test func `may stand on a later page, before annexes`() {
    var last = Sheet()
    last.set("Đề nghị các đơn vị thực hiện nghiêm túc công văn này.", x: 300, y: 200)
    last.foot(y: 400)
    var annex = Sheet()
    annex.centre("DANH SÁCH CÂY XANH", y: 200)
    let record = documentRecord(from: [Sheet.letter().page, last.page, annex.page])
    #expect(record.signers.first?.fullName.evidence.map(\.page) == [2])
    #expect(record[.pageAmount].value == "3")
  }

  /// A foot whose signer is spoilt, and other readings of it.
  private func reread(name spoilt: String?, as names: [String]) -> RecognizedPage {
    var sheet = Sheet.letter()
    sheet.foot(authority: ["l| G 1 M"], name: spoilt)
    let page = sheet.page
    let zone = zonesWorthRereading(on: page).first { $0.kind == .signature }
    return names.reduce(page) { page, name in
      var again = Sheet()
      again.foot(name: name)
      guard let zone else { return page }
      let words = again.page.words.filter {
        $0.box.x >= zone.box.x && $0.box.y >= zone.box.y
      }
      return page.adding([ZoneReading(zone: zone, words: words)])
    }
  }

  @Test func `is read again where seal and pen spoilt the first reading`() {
    let spoilt = reread(name: nil, as: [])
    #expect(documentRecord(from: [spoilt]).signers.first?.fullName.value == nil)
    #expect(zonesWorthRereading(on: spoilt).contains { $0.kind == .signature })
    let signer = documentRecord(from: [reread(name: nil, as: ["Trần Văn Mẫu"])]).signers.first
    #expect(signer?.fullName.value == "Trần Văn Mẫu")
    #expect(signer?.position.value == "PHÓ GIÁM ĐỐC")
  }

  @Test func `takes the name that most readings have, and doubts it where they differ`() throws {
    let page = reread(name: nil, as: ["Trần Văn Mẫu", "Trần Văn Mậu", "Trần Văn Mẫu"])
    let name = try #require(documentRecord(from: [page]).signers.first).fullName
    #expect(name.value == "Trần Văn Mẫu")
    #expect(name.lane == .confirm)
  }

  @Test func `counts a torn name for the whole one and never as a name of its own`() throws {
    let page = reread(name: nil, as: ["Văn Mẫu", "Trần Văn Mẫu", "rần Văn Mẫu"])
    let name = try #require(documentRecord(from: [page]).signers.first).fullName
    #expect(name.value == "Trần Văn Mẫu")
    let torn = documentRecord(from: [reread(name: nil, as: ["Văn Mẫu"])])
    #expect(torn.signers.first?.fullName.value == nil)
  }

  @Test(arguments: [
    ("TrầnVănMẫu", "Trần Văn Mẫu"), ("Trần Văn MạI", "Trần Văn Mại"), ("HÀ Văn Mẫu", "Hà Văn Mẫu"),
    ("NGuyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
  ]) func `undoes what ink does to a name`(read: String, name: String) {
    let field = signers(["GIÁM ĐỐC"], name: read).first?.fullName
    #expect(field?.value == name || field?.candidates.first?.value == name)
  }

  @Test(arguments: [
    ("âm Quang Mẫu", "Lâm Quang Mẫu"), ("guyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
    ("Hfynh Tấn Mẫu", "Huỳnh Tấn Mẫu"), ("Mlai Văn Mẫu", "Mai Văn Mẫu"),
    ("à Đức Mẫu", "Hà Đức Mẫu"),
  ]) func `knows a family name by what a seal leaves of it, for a person to confirm`(
    read: String, name: String
  ) {
    let field = signers(["GIÁM ĐỐC"], name: read).first?.fullName
    #expect(field?.value == name || field?.candidates.first?.value == name)
    #expect(field?.lane != .accept)
  }

  @Test(arguments: ["ương Vĩnh Mẫu", "ô Ngọc Mẫu", "Quang Mẫu"])
  func `does not choose between family names that end alike`(read: String) {
    #expect(signers(["GIÁM ĐỐC"], name: read).first?.fullName.value == nil)
  }

  @Test func `leaves no zone where the signer was read with certainty`() {
    var sheet = Sheet.letter()
    sheet.foot(name: "Trần Văn An")
    #expect(!zonesWorthRereading(on: sheet.page).contains { $0.kind == .signature })
  }

  @Test(arguments: [("Nguyễn Đức An", true), ("Nguyễn Đúc An", false), ("Trần Thị Vờ", false)])
  func `is sure of names of usual words only`(name: String, isSure: Bool) {
    let field = signers(["GIÁM ĐỐC"], name: name).first?.fullName
    #expect(field?.value == name && (field?.lane == .accept) == isSure)
  }

  @Test(arguments: [
    ("- Bộ Tài chính;", true), ("- Bệ Tài chính;", false), ("- Đơn vị trực thuộc;", true),
    ("- Phòng: KHTC;", true),
  ]) func `is sure of a receiver that begins as receivers do`(line: String, isSure: Bool) {
    var sheet = Sheet.letter()
    sheet.foot(recipients: [line, "- Lưu: VT."])
    #expect((documentRecord(from: [sheet.page]).toPlaces.first?.lane == .accept) == isSure)
  }

  @Test(arguments: [
    ("- Như thành phân;", "Như thành phần"), ("“ ~ Như trên;", "Như trên"),
    ("- Các đơnvị trực thuộc,", "Các đơn vị trực thuộc"),
    ("- Sở Y tế (đề b/c);", "Sở Y tế (để b/c)"), ("- TT Tỉnh ủy (để bíc);", "TT Tỉnh ủy (để b/c)"),
    ("- NhưĐiều 2;", "Như Điều 2"), ("- Bộ Y tế (để bảo cao);", "Bộ Y tế (để báo cáo)"),
    ("- Phòng Y tế huyện, thị. thành phố;", "Phòng Y tế huyện, thị, thành phố"),
    ("- Thường trực HĐND tính;", "Thường trực HĐND tỉnh"), ("- Khoa Máy tính;", "Khoa Máy tính"),
    ("- Cống thông tin điện tử;", "Cổng thông tin điện tử"),
    ("- Các sở. ban, ngành cấp tỉnh;", "Các sở, ban, ngành cấp tỉnh"),
    ("- Thường trực HDND tỉnh;", "Thường trực HĐND tỉnh"),
    ("- Bạn Thường vụ Tỉnh ủy;", "Ban Thường vụ Tỉnh ủy"),
    ("- Công an TP. các tỉnh;", "Công an TP. các tỉnh"),
  ]) func `gives recipients as they were written`(line: String, value: String) {
    var sheet = Sheet.letter()
    sheet.foot(recipients: [line, "- Lưu: VT."])
    #expect(documentRecord(from: [sheet.page]).toPlaces.first?.value == value)
  }
}

@Suite struct `A field` {
  @Test func `shows its evidence, and its lane follows its confidence`() {
    var sheet = Sheet.decision()
    sheet.foot()
    let record = documentRecord(from: [sheet.page])
    for (name, field) in record.fields where field.value != nil {
      #expect(name == .pageAmount || name == .language || !field.evidence.isEmpty)
      #expect((field.lane == .accept) == (field.confidence >= 0.95))
    }
  }

  @Test func `of a text in another language than Vietnamese has no language`() {
    var sheet = Sheet()
    sheet.set("The quick brown fox jumps over the lazy dog and runs far away today", x: 100, y: 300)
    #expect(documentRecord(from: [sheet.page])[.language] == .missing)
  }

  @Test func `is not made up for paper of another kind`() {
    var sheet = Sheet()
    sheet.set("So it runs on GNU/Linux and other systems, an Ultra-fast one", x: 100, y: 300)
    sheet.set("The quick brown fox jumps over the lazy dog and runs far away today", x: 100, y: 360)
    let record = documentRecord(from: [sheet.page])
    #expect(record.fields.filter { $0.value.value != nil }.keys.map(\.rawValue) == ["pageAmount"])
    #expect(record.signers.isEmpty && record.toPlaces.isEmpty)
  }
}

@Suite struct `A name that only a rereading shows` {
  @Test func `stands in the pages that are searched, where its ink is`() throws {
    let box = Box(x: 1000, y: 1990, width: 260, height: 27)
    var sheet = Sheet.letter()
    sheet.set("Irân Vắn M", x: 1000, y: 1990)
    let name = Field(
      value: "Trần Văn Mẫu", confidence: 0.97, lane: .accept,
      evidence: [Evidence(page: 1, box: box)])
    func words(_ lane: Lane) throws -> [Word] {
      let field = Field(
        value: name.value, confidence: 0.97, lane: lane, evidence: name.evidence)
      let signer = Signer(competence: .missing, position: .missing, fullName: field)
      let pages = DocumentRecord(fields: [:], signers: [signer]).shown(on: [sheet.page])
      return try #require(pages[0]).words.filter { $0.box.y == 1990 }
    }
    #expect(try words(.accept).map(\.text) == ["Trần", "Văn", "Mẫu"])
    #expect(try words(.accept).allSatisfy { box.intersection($0.box) == $0.box })
    #expect(try words(.confirm).map(\.text) == ["Irân", "Vắn", "M"])
  }
}
