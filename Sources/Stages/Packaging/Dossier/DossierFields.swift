public import Findings

/// A field of an archival package: its name in the files of Thông tư 05/2025 and its longest value.
public protocol ArchivalField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The most characters that a value may have.
  var longest: Int { get }
  /// What people call the field.
  var title: Wording { get }
}

/// The fields of a hồ sơ (`EAD.xml`, Thông tư 05/2025 Phụ lục III), in the order of the law.
public enum DossierField: String, ArchivalField, Codable {
  case fileCode, title, maintenance, mode, language, startDate, endDate, keyword, totalDoc
  case numberOfPaper, numberOfPage, format, inforSign, confidenceLevel, paperFileCode, riskRecovery
  case riskRecoveryStatus, description

  /// Characters, as the law's table gives them.
  public var longest: Int {
    switch self {
    case .fileCode, .maintenance, .language, .keyword, .paperFileCode: 100
    case .title: 1000
    case .mode, .inforSign: 30
    case .startDate, .endDate, .totalDoc, .numberOfPaper, .numberOfPage: 10
    case .format: 50
    case .confidenceLevel: 40
    case .riskRecovery: 1
    case .riskRecoveryStatus: 2
    case .description: 2000
    }
  }

  /// What people call the field.
  public var title: Wording {
    switch self {
    case .fileCode: Wording(vi: "mã hồ sơ", en: "file code")
    case .title: Wording(vi: "tiêu đề hồ sơ", en: "title of the file")
    case .maintenance: Wording(vi: "thời hạn lưu trữ", en: "retention period")
    case .mode: Wording(vi: "chế độ sử dụng", en: "access")
    case .language: Wording(vi: "ngôn ngữ", en: "language")
    case .startDate: Wording(vi: "thời gian bắt đầu", en: "first date")
    case .endDate: Wording(vi: "thời gian kết thúc", en: "last date")
    case .keyword: Wording(vi: "từ khóa", en: "keywords")
    case .totalDoc: Wording(vi: "tổng số tài liệu", en: "number of documents")
    case .numberOfPaper: Wording(vi: "số lượng tờ", en: "number of sheets")
    case .numberOfPage: Wording(vi: "số lượng trang", en: "number of pages")
    case .format: Wording(vi: "tình trạng vật lý", en: "physical condition")
    case .inforSign: Wording(vi: "ký hiệu thông tin", en: "information sign")
    case .confidenceLevel: Wording(vi: "mức độ tin cậy", en: "level of confidence")
    case .paperFileCode: Wording(vi: "mã hồ sơ gốc giấy", en: "code of the paper file")
    case .riskRecovery: Wording(vi: "chế độ dự phòng", en: "contingency copy")
    case .riskRecoveryStatus:
      Wording(vi: "tình trạng dự phòng", en: "state of the contingency copy")
    case .description: Wording(vi: "ghi chú", en: "remarks")
    }
  }

  /// What only people know: it must be said before a package can be made.
  public static let required: [DossierField] = [
    .fileCode, .title, .maintenance, .mode, .paperFileCode,
  ]

  /// What the documents themselves tell; it cannot be set.
  public static let counted: Set<DossierField> = [.totalDoc, .numberOfPage]
}

/// The fields of a văn bản in a hồ sơ (`EAD_doc.xml`), in the order of the law.
public enum DossierDocumentField: String, ArchivalField, Codable {
  case docId, docCode, maintenance, typeName, codeNumber, codeNotation, issuedDate, organName
  case subject, language, numberOfPage, inforSign, keyword, mode, confidenceLevel, autograph, format
  case riskRecovery, riskRecoveryStatus, process, description

  /// Characters, as the law's table gives them.
  public var longest: Int {
    switch self {
    case .docId: 25
    case .docCode, .maintenance, .language, .keyword: 100
    case .typeName, .issuedDate: 10
    case .codeNumber: 11
    case .codeNotation, .inforSign, .confidenceLevel: 30
    case .organName: 200
    case .subject, .description: 500
    case .numberOfPage: 4
    case .mode: 20
    case .autograph: 2000
    case .format: 50
    case .riskRecovery, .process: 1
    case .riskRecoveryStatus: 2
    }
  }

  /// What people call the field.
  public var title: Wording {
    switch self {
    case .docId: Wording(vi: "mã định danh tài liệu", en: "identifier of the document")
    case .docCode: Wording(vi: "mã lưu trữ của tài liệu", en: "archive code of the document")
    case .maintenance: DossierField.maintenance.title
    case .typeName: Wording(vi: "tên loại tài liệu", en: "type")
    case .codeNumber: Wording(vi: "số", en: "number")
    case .codeNotation: Wording(vi: "ký hiệu", en: "notation")
    case .issuedDate: Wording(vi: "ngày, tháng, năm", en: "date")
    case .organName: Wording(vi: "cơ quan ban hành", en: "issuing agency")
    case .subject: Wording(vi: "trích yếu nội dung", en: "subject")
    case .language: DossierField.language.title
    case .numberOfPage: DossierField.numberOfPage.title
    case .inforSign: DossierField.inforSign.title
    case .keyword: DossierField.keyword.title
    case .mode: DossierField.mode.title
    case .confidenceLevel: DossierField.confidenceLevel.title
    case .autograph: Wording(vi: "bút tích", en: "handwritten notes")
    case .format: DossierField.format.title
    case .riskRecovery: DossierField.riskRecovery.title
    case .riskRecoveryStatus: DossierField.riskRecoveryStatus.title
    case .process: Wording(vi: "quy trình xử lý", en: "workflow file")
    case .description: DossierField.description.title
    }
  }

  /// What the package itself tells; a register cannot set it.
  public static let counted: Set<DossierDocumentField> = [.docId, .docCode, .numberOfPage]
}

/// The codes of document types (Thông tư 05/2025, `typeName`).
enum ArchivalType {
  /// Code 01 is the first; `Khác`, 32, stands for every other type.
  static let names = [
    "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo",
    "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Tờ trình",
    "Giấy ủy quyền", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Biên bản", "Hợp đồng", "Công văn",
    "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép",
    "Thư công", "Bản đồ", "Bản vẽ kỹ thuật", "Khác",
  ]

  /// The code of a type, by its name or as the code itself.
  static func code(of text: String) -> String {
    if let number = Int(text), (1...names.count).contains(number) { return padded(number, to: 2) }
    let index = names.firstIndex { $0.folded == text.folded } ?? names.count - 1
    return padded(index + 1, to: 2)
  }

  /// The name of a code; nil when it is none.
  static func name(of code: String) -> String? {
    guard let number = Int(code), (1...names.count).contains(number) else { return nil }
    return names[number - 1]
  }
}

/// A number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
