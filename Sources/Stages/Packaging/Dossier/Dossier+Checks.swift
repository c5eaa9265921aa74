public import Findings

/// What keeps a hồ sơ from being packed, or should be known about it.
public struct DossierIssue: Error, Sendable, Equatable {
  /// The field, such as `paperFileCode`, or `pdf`.
  public let field: String
  /// The document, by its name in the run; nil when the whole file is meant.
  public let document: String?
  /// What is wrong and what to do, without text of the document.
  public let message: Wording
}

extension Dossier {
  /// What keeps the file from being packed; empty when nothing does.
  public var issues: [DossierIssue] {
    let own = fields
    var issues = DossierField.required.filter { values[$0] == nil }.map { field in
      issue(
        field, "thiếu \(field.title.vi): thêm --set \(field.rawValue)=…",
        "the \(field.title.en) is missing: add --set \(field.rawValue)=…")
    }
    issues += Self.tooLong(own).map { issue($0.field, $0.message.vi, $0.message.en) }
    issues += Self.unknownCodes(own).map {
      issue(
        $0, "\($0.title.vi) không phải một mã của Thông tư 05/2025",
        "the \($0.title.en) is no code of Thông tư 05/2025")
    }
    if values[.riskRecovery] == "1", values[.riskRecoveryStatus] == nil {
      issues.append(
        issue(
          .riskRecoveryStatus, "có dự phòng thì phải nêu tình trạng dự phòng: 01 hoặc 02",
          "with a contingency copy its state must be given: 01 or 02"))
    }
    if let code = values[.fileCode], !Self.isName(code) {
      issues.append(
        issue(
          .fileCode, "mã hồ sơ chỉ gồm chữ, số, dấu chấm, gạch ngang, gạch dưới",
          "a file code holds only letters, digits, dots, hyphens and underscores"))
    }
    if documents.isEmpty {
      issues.append(issue(.totalDoc, "hồ sơ không có văn bản nào", "the file holds no document"))
    }
    for index in documents.indices {
      issues += Self.tooLong(document(index)).map {
        DossierIssue(
          field: $0.field.rawValue, document: documents[index].name, message: $0.message)
      }
    }
    return issues
  }

  private func issue(_ field: DossierField, _ vi: String, _ en: String) -> DossierIssue {
    DossierIssue(field: field.rawValue, document: nil, message: Wording(vi: vi, en: en))
  }

  /// The code names files and folders on every system.
  private static func isName(_ code: String) -> Bool {
    !code.hasPrefix(".") && !code.hasSuffix(".")
      && code.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || [".", "-", "_"].contains($0)
      }
  }

  private static func tooLong<Field: ArchivalField>(
    _ values: [Field: String]
  ) -> [(field: Field, message: Wording)] {
    Field.allCases.compactMap { field in
      guard let count = values[field]?.count, count > field.longest else { return nil }
      return (
        field,
        Wording(
          vi: "\(field.title.vi) dài \(count) ký tự, tối đa \(field.longest): ghi gọn lại trong sổ",
          en:
            "the \(field.title.en) has \(count) characters, at most \(field.longest) are allowed: "
            + "shorten it in the register")
      )
    }
  }

  private static func unknownCodes(_ values: [DossierField: String]) -> [DossierField] {
    let codes: [DossierField: Int] = [
      .maintenance: 7, .mode: 3, .confidenceLevel: 3, .format: 3, .riskRecoveryStatus: 2,
    ]
    return DossierField.allCases.filter { field in
      guard let most = codes[field], let value = values[field] else { return false }
      return !(1...most).map { padded($0, to: 2) }.contains(value)
    }
  }
}
