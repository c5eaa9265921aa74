import Extraction
import Reporting

/// Prints the metadata of a document, one field a line, with its lane.
func printFields(_ document: DocumentReport) {
  guard let record = document.fields?.record else { return }
  printResult("\(document.file):")
  for name in FieldName.allCases {
    guard let field = record.fields[name] else { continue }
    printField(name.title, field)
  }
  for signer in record.signers {
    printField(say("Quyền hạn ký", "Competence"), signer.competence)
    printField(say("Chức vụ", "Position"), signer.position)
    printField(say("Người ký", "Signer"), signer.fullName)
  }
  for field in record.addressees { printField(say("Kính gửi", "Addressee"), field) }
  for field in record.toPlaces { printField(say("Nơi nhận", "To place"), field) }
}

private func printField(_ title: String, _ field: Field) {
  let lane =
    switch field.lane {
    case .accept: "✓"
    case .confirm: "?"
    case .type: "✎"
    }
  let best = field.value ?? field.candidates.first.map { "(\($0.value)?)" } ?? "—"
  printResult("  \(lane) " + title.padding(24) + best)
}

extension FieldName {
  /// The field's name for a person.
  var title: String {
    switch self {
    case .codeNumber: say("Số", "Number")
    case .codeNotation: say("Ký hiệu", "Notation")
    case .promulgationPlace: say("Địa danh", "Place")
    case .promulgationDate: say("Ngày ban hành", "Date")
    case .documentType: say("Loại văn bản", "Type")
    case .subject: say("Trích yếu", "Subject")
    case .organName: say("Cơ quan ban hành", "Agency")
    case .organizationInCharge: say("Cơ quan chủ quản", "Parent agency")
    case .priority: say("Độ khẩn", "Urgency")
    case .secrecy: say("Độ mật", "Secrecy")
    case .sphereOfPromulgation: say("Phạm vi lưu hành", "Circulation")
    case .pageAmount: say("Số trang", "Pages")
    case .language: say("Ngôn ngữ", "Language")
    }
  }
}
