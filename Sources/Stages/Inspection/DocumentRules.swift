import Extraction
import Findings

/// Applies the rules about the whole document and says what keeps it from being sent.
struct DocumentRules {
  /// The record as it was read: what a person sets cannot take a secrecy marking away.
  let asRead: DocumentRecord?
  /// The record after the decisions.
  let record: DocumentRecord?
  let sending: SendingRequirements?
  let profile: Profile

  /// What the document breaks: a secrecy marking first, then each required field without a value.
  var findings: [Finding] {
    let found =
      isSecret
      ? profile.fact(
        .secrecyMarked, box: record?.secrecyMarks.first?.box, message: secrecyMessage) : []
    // Missing fields keep a document from being sent; they say nothing about the scan.
    let weight = profile.limits[Rule.fieldMissing.id]?.fact ?? .info
    return found
      + missingFields.map { name in
        Rule.fieldMissing.finding(
          weight,
          message: Wording(
            vi: "Thiếu \(name.title.vi).", en: "Missing: \(name.title.en)."))
      }
  }

  /// The weightiest reason that keeps the document, nil when nothing does.
  ///
  /// A release lifts what fields are held for, and secrecy where nothing leaves the machine. A verdict
  /// or a person's no is lifted by accepting the document, not by releasing it.
  func hold(verdict: Verdict, word: PersonsWord) -> Hold? {
    if isSecret, !(word.isReleased && sending?.destination == .folder) {
      return Hold(reason: .secrecy, message: secrecyMessage)
    }
    if word.isFit == false { return Hold(reason: .rejectedByPerson, message: Self.rejected) }
    guard let sending else { return nil }
    if verdict.outcome != .accepted { return Hold(reason: .verdict, message: Self.notAccepted) }
    guard !word.isReleased else { return nil }
    if !missingFields.isEmpty {
      return Hold(reason: .missingFields, fields: missingFields, message: missing(missingFields))
    }
    let open = sending.confirmed.filter { record?[$0].lane != .accept }
    guard !open.isEmpty else { return nil }
    return Hold(reason: .unconfirmedFields, fields: open, message: unconfirmed(open))
  }

  private var isSecret: Bool {
    [asRead, record].contains { record in
      guard let record else { return false }
      return !record.secrecyMarks.isEmpty || record[.secrecy].value != nil
    }
  }

  /// Without a record no field was looked for, so none is missing.
  private var missingFields: [FieldName] {
    guard let record, let sending else { return [] }
    // What a person must type is not taken as read, whatever the recogniser made of it.
    return sending.required.filter { (record[$0].value ?? "").isEmpty || record[$0].lane == .type }
  }
}

extension DocumentRules {
  private var secrecyMessage: Wording {
    if let page = record?.secrecyMarks.first?.page {
      return Wording(
        vi: "Trang \(page) có, hoặc có thể có, dấu chỉ độ mật; văn bản được giữ lại.",
        en: "Page \(page) bears, or may bear, a secrecy marking; the document is held.")
    }
    return Wording(
      vi: "Văn bản ghi độ mật; văn bản được giữ lại.",
      en: "The document states a degree of secrecy; it is held.")
  }

  private static let rejected = Wording(
    vi: "Người kiểm tra đã từ chối văn bản này.", en: "A person rejected the document.")

  private static let notAccepted = Wording(
    vi: "Bản quét chưa đạt; cần người xem rồi chấp nhận, hoặc quét lại.",
    en: "The scan was not accepted; a person must accept it, or it must be scanned again.")

  private func missing(_ fields: [FieldName]) -> Wording {
    Wording(
      vi: "Thiếu thông tin bắt buộc: \(list(fields, .vi)).",
      en: "Required fields have no value: \(list(fields, .en)).")
  }

  private func unconfirmed(_ fields: [FieldName]) -> Wording {
    Wording(
      vi: "Chờ người xác nhận: \(list(fields, .vi)).",
      en: "Waiting for a person to confirm: \(list(fields, .en)).")
  }

  private func list(_ fields: [FieldName], _ language: Language) -> String {
    fields.map { $0.title(language) }.joined(separator: ", ")
  }
}
