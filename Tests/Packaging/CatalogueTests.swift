import Extraction
import Packaging
import Testing

private let catalogue = AgencyCatalogue([
  CataloguedAgency(code: "Y98.01", name: "Sở Minh Họa tỉnh Ví Dụ"),
  CataloguedAgency(
    code: "Y99.02", name: "Vụ Kiểm Tra", parent: "Bộ Giả Định", oldCode: "000.00.02.Y99"),
  CataloguedAgency(
    code: "Y99.03", name: "Vụ Pháp Chế", parent: "Bộ Giả Định",
    validUntil: Sample.day(2026, 1, 31)),
  CataloguedAgency(code: "Y99.04", name: "Ủy ban nhân dân tỉnh Ví Dụ", isLocked: true),
  CataloguedAgency(code: "Y96.01", name: "Sở Nội vụ"),
  CataloguedAgency(code: "Y97.01", name: "Sở Nội vụ"),
])

private func issues(to code: String, date: String = "2026-03-05") -> [EnvelopeIssue] {
  do throws(PackagingError) {
    return try submissionPackage(
      of: Sample.content(Sample.record([.promulgationDate: date]), to: [Agency(id: code)]),
      today: Sample.today, catalogue: catalogue
    ).warnings
  } catch {
    switch error {
    case .blocked(let issues): return issues
    }
  }
}

@Suite struct `The catalogue of agencies` {
  /// Receiver, date of the document, and whether the package is blocked.
  @Test(arguments: [
    ("Y99.02", "2026-03-05", false), ("000.00.02.Y99", "2026-03-05", false),
    ("Y99.03", "2026-03-05", true), ("Y99.03", "2026-01-31", false),
    ("Y99.04", "2026-03-05", true), ("Y99.99", "2026-03-05", true),
  ])
  func `blocks a receiver that is unknown, closed or locked`(
    code: String, date: String, isBlocked: Bool
  ) {
    let found = issues(to: code, date: date).contains { $0.check == "V3" && $0.level == .block }
    #expect(found == isBlocked)
  }

  @Test(arguments: [("G05.01", true), ("000.00.01.G05", true), ("G12.01", false)])
  func `is not needed to know the codes that a decree closed`(code: String, isBlocked: Bool) {
    let found = Sample.issues(Sample.content(to: [Agency(id: code)]))
    #expect(found.contains { $0.check == "V3" && $0.level == .block } == isBlocked)
  }

  /// A line of Nơi nhận, the likeliest agency, and whether that is certain.
  @Test(arguments: [
    ("- Sở Minh Họa tỉnh Ví Dụ;", "Y98.01", 1.0),
    ("UBND tỉnh Ví Dụ (để b/c);", "Y99.04", 1.0),
    ("Vụ Kiểm tra, Bộ Giả Định", "Y99.02", 1.0),
    ("Sở Nội vụ", "Y96.01", 0.5),
  ])
  func `is searched for the agency that a line means`(
    line: String, code: String, confidence: Double
  ) throws {
    let best = try #require(catalogue.matches(for: line).first)
    #expect(best.agency.code == code)
    #expect(abs(best.confidence - confidence) < 0.01)
  }

  @Test(arguments: [
    "Như trên;", "- Lưu: VT, VP.", "Như Điều 3;", "", "Công ty cổ phần XYZ",
    "Các Sở, ban, ngành tỉnh Ví Dụ", "Website Sở Minh Họa tỉnh Ví Dụ",
  ])
  func `finds nothing in a line that names no agency`(line: String) {
    #expect(catalogue.matches(for: line).isEmpty)
  }

  /// A line, the province of the sender, the likeliest agency and its confidence.
  @Test(arguments: [
    ("Cục Thống kê tỉnh", "Ví Dụ", "Y98.02", 0.95), ("Cục Thống kê tỉnh", nil, "Y97.02", 0.4),
    ("Sở Nội vụ", "Ví Dụ", "Y98.03", 0.95), ("Sở Nội vụ tỉnh", "Thử Nghiệm", "Y97.03", 0.71),
    ("Bộ Giả Định", "Ví Dụ", "Y99", 1),
    // Words that no name has: a web page, a private body.
    ("Trang tin Sở Nội vụ", "Ví Dụ", "Y98.03", 0.36),
  ])
  func `knows which province is meant, and what is not the agency`(
    line: String, place: String?, code: String, confidence: Double
  ) throws {
    let provinces = AgencyCatalogue(
      [("Y97", "Thử Nghiệm"), ("Y98", "Ví Dụ")].flatMap { code, name in
        [
          CataloguedAgency(code: "\(code).02", name: "Cục Thống kê tỉnh \(name)"),
          CataloguedAgency(
            code: "\(code).03", name: "Sở Nội vụ", parent: "Ủy ban nhân dân tỉnh \(name)"),
        ]
      } + [CataloguedAgency(code: "Y99", name: "Bộ Giả Định")])
    let best = try #require(provinces.matches(for: line, from: place).first)
    #expect(best.agency.code == code)
    #expect(abs(best.confidence - confidence) < 0.01, "\(best.confidence)")
  }

  @Test func `finds each agency of a line that names several`() {
    let found = catalogue.matches(for: "UBND tỉnh Ví Dụ; Sở Minh Họa tỉnh Ví Dụ (để biết)")
    #expect(found.filter { $0.confidence > 0.9 }.map(\.agency.code) == ["Y99.04", "Y98.01"])
  }

  @Test func `is a matter of rules that say whether an unsigned document may go`() {
    let content = Sample.content(isSigned: false)
    #expect(throws: Never.self) { try submissionPackage(of: content, today: Sample.today) }
    let strict = EnvelopeSettings(signature: .required)
    #expect(throws: PackagingError.self) {
      try submissionPackage(of: content, today: Sample.today, settings: strict)
    }
  }
}

@Suite struct `The checks of an envelope` {
  @Test func `are thirteen, and each is found by its id`() {
    #expect(EnvelopeCheck.all.map(\.id) == (1...13).map { "V\($0)" })
    #expect(EnvelopeCheck.named("v9")?.source.contains("28/2018") == true)
    #expect(EnvelopeCheck.named("V14") == nil)
  }
}
