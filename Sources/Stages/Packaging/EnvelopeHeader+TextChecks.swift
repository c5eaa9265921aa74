import Findings

extension EnvelopeHeader {
  /// A value that must be there, its length after NFC and its characters.
  static func required(
    _ value: String?, limit: Int, tooLong: EnvelopeIssue.Level, _ path: String
  ) -> [EnvelopeIssue] {
    guard let value else { return [.missing("V4", path)] }
    return text(value, limit: limit, tooLong: tooLong, path)
  }

  /// A value's length, in characters after NFC, and its characters.
  static func text(
    _ value: String?, limit: Int?, tooLong: EnvelopeIssue.Level = .warn, _ path: String
  ) -> [EnvelopeIssue] {
    guard let value else { return [] }
    var issues: [EnvelopeIssue] = []
    if value.holdsControlCharacters {
      issues.append(
        EnvelopeIssue(
          check: "V1", level: .block, path: path,
          message: Wording(
            vi: "Có ký tự điều khiển, XML không chứa được; gõ lại giá trị này.",
            en: "It holds control characters, which XML cannot carry; type the value again.")))
    }
    if let limit, value.count > limit {
      issues.append(
        EnvelopeIssue(
          check: "V5", level: tooLong, path: path,
          message: Wording(
            vi: "Dài \(value.count) ký tự, quy định tối đa \(limit).",
            en: "It is \(value.count) characters long; the rule allows \(limit).")))
    }
    return issues
  }

  /// Number and notation are joined by a slash and stand behind commas in the identifier.
  static func separators(_ value: String?, _ path: String) -> [EnvelopeIssue] {
    guard let value, value.contains(",") || value.hasPrefix("/") || value.hasSuffix("/") else {
      return []
    }
    return [
      EnvelopeIssue(
        check: "V4", level: .block, path: path,
        message: Wording(
          vi: "Không được có dấu phẩy, cũng không bắt đầu hay kết thúc bằng dấu gạch chéo.",
          en: "It must hold no comma and neither start nor end with a slash."))
    ]
  }

  /// The values of an agency.
  static func texts(of agency: Organization, path: String) -> [EnvelopeIssue] {
    text(agency.id, limit: 35, "\(path)/OrganId")
      + text(agency.inCharge, limit: 500, "\(path)/OrganizationInCharge")
      + text(agency.name, limit: 200, "\(path)/OrganName")
      + text(agency.address, limit: 500, "\(path)/OrganAdd")
      + text(agency.email, limit: 100, "\(path)/Email")
      + text(agency.telephone, limit: 20, "\(path)/Telephone")
      + text(agency.fax, limit: 20, "\(path)/Fax")
      + text(agency.website, limit: nil, "\(path)/Website")
  }

  /// What the catalogue, and the decree that closed codes, say of sender and receivers.
  func issues(in catalogue: AgencyCatalogue) -> [EnvelopeIssue] {
    var named = [(code: from.id, check: "V2", path: "MessageHeader/From/OrganId")]
    for (index, receiver) in to.enumerated() {
      named.append((receiver.id, "V3", "MessageHeader/To[\(index + 1)]/OrganId"))
    }
    return named.flatMap { code, check, path -> [EnvelopeIssue] in
      guard let code else { return [] }
      let issues = catalogue.issues(of: code, on: date, check: check, path: path)
      guard issues.isEmpty, catalogue[code] == nil else { return issues }
      return EnvelopeIssue.closedByDecree(code, on: date, check: check, path: path)
    }
  }

  /// The grammar of an agency code, a warning only: the axis catalogue is the authority.
  static func codeForm(of id: String, check: String, path: String) -> [EnvelopeIssue] {
    if id.contains(",") {
      return [
        EnvelopeIssue(
          check: check, level: .block, path: path,
          message: Wording(
            vi: "Mã cơ quan không được có dấu phẩy.",
            en: "An agency code must hold no comma."))
      ]
    }
    guard AgencyCodeForm(of: id) == nil else { return [] }
    return [
      EnvelopeIssue(
        check: check, level: .warn, path: path,
        message: Wording(
          vi: "Mã cơ quan không theo dạng của QĐ 20/2020 hay QCVN 102; đối chiếu danh mục.",
          en: "The agency code follows no known form; compare it with the catalogue."))
    ]
  }
}

extension EnvelopeIssue {
  /// A value that must be there and is not.
  static func missing(_ check: String, _ path: String) -> EnvelopeIssue {
    EnvelopeIssue(
      check: check, level: .block, path: path,
      message: Wording(
        vi: "Thiếu giá trị bắt buộc; bổ sung rồi đóng gói lại.",
        en: "A required value is missing; supply it and pack again."))
  }
}

extension [EnvelopeIssue] {
  /// Whether one of them blocks.
  var blocks: Bool { contains { $0.level == .block } }
}
