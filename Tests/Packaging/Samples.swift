import Extraction
import Packaging

/// An invented document of an invented agency; each test changes one thing.
enum Sample {
  static let today = day(2026, 3, 5)
  static let pdf = Array("%PDF-1.7\n% invented placeholder, not a real document\n%%EOF\n".utf8)

  static let sender = Agency(
    id: "Y98.01", name: "Sở Minh Họa tỉnh Ví Dụ", inCharge: "Ủy ban nhân dân tỉnh Ví Dụ",
    address: "Số 1, đường Thử Nghiệm, tỉnh Ví Dụ", email: "vanthu@vidu.example",
    telephone: "0000000000", fax: "0000000001", website: "vidu.example")

  static let receiver = Agency(
    id: "Y99.02", name: "Vụ Kiểm Tra, Bộ Giả Định", inCharge: "Bộ Giả Định")

  static let fields: [FieldName: String] = [
    .codeNumber: "123", .codeNotation: "SMH-VP", .promulgationPlace: "Ví Dụ",
    .promulgationDate: "2026-03-05", .documentType: "Công văn",
    .subject: "V/v gửi thử văn bản điện tử", .sphereOfPromulgation: "Công khai",
  ]

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("no such day")
    }
    return date
  }

  static func field(_ value: String?, lane: Lane = .accept) -> Field {
    Field(value: value, confidence: value == nil ? 0 : 1, lane: lane)
  }

  static func record(
    _ changes: [FieldName: String?] = [:], toPlaces: [String] = ["Như trên", "Lưu: VT, VP"],
    secrecyMarks: [Evidence] = [], signers: Int = 1
  ) -> DocumentRecord {
    var fields: [FieldName: Field] = [:]
    for (name, value) in Self.fields { fields[name] = field(value) }
    for (name, value) in changes { fields[name] = field(value) }
    let signer = Signer(
      competence: field("KT. GIÁM ĐỐC"), position: field("Phó Giám đốc"),
      fullName: field("Nguyễn Văn Mẫu"))
    return DocumentRecord(
      fields: fields, signers: Array(repeating: signer, count: signers),
      toPlaces: toPlaces.map { field($0) }, secrecyMarks: secrecyMarks)
  }

  static func content(
    _ record: DocumentRecord = record(), pdf: [UInt8] = pdf, pageAmount: Int = 2,
    isSigned: Bool = true, from: Agency = sender, to: [Agency] = [receiver]
  ) -> EnvelopeContent {
    EnvelopeContent(
      record: record, pdf: pdf, pageAmount: pageAmount, isSigned: isSigned, from: from, to: to,
      promulgationAmount: 1)
  }

  static func package(_ content: EnvelopeContent) throws(PackagingError) -> SubmissionPackage {
    try submissionPackage(of: content, today: today)
  }

  /// What is said about a content, whether it blocks or not.
  static func issues(_ content: EnvelopeContent) -> [EnvelopeIssue] {
    do throws(PackagingError) {
      return try package(content).warnings
    } catch {
      switch error {
      case .blocked(let issues): return issues
      }
    }
  }
}
