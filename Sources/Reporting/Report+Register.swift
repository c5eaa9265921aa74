import Extraction
import Findings
import Foundation
import Inspection

extension Report {
  /// One line a document in the order of the columns of the register (sổ đăng ký văn bản, Nghị định 30/2020 Phụ
  /// lục IV), then what else is known of it, what a person must confirm or type, and how the scan stands.
  ///
  /// RFC 4180 with a byte order mark; lists are parted by semicolons. A value that a person must type is left out.
  func register(_ language: Language) -> String {
    let first: [FieldName] = [
      .codeNumber, .codeNotation, .promulgationDate, .documentType, .subject,
    ]
    let others: [FieldName] = [
      .organName, .organizationInCharge, .promulgationPlace, .priority, .secrecy,
      .sphereOfPromulgation, .arrivalDate, .arrivalNumber, .copyForm, .pageAmount, .language,
    ]
    let header =
      ["file"] + first.map(\.rawValue) + ["signer.fullName", "signer.position", "toPlaces"]
      + others.map(\.rawValue)
      + ["addressees", "legalBases", "appendixes", "sealPresent", "signaturePresent"]
      + ["confirm", "type", "verdict", "held"]
    let rows = documents.map { document in
      let record = document.fields?.record
      let signer = record?.signers.first
      let columns =
        [document.file] + first.map { shown(record?[$0]) }
        + [shown(signer?.fullName), shown(signer?.position), list(record?.toPlaces)]
        + others.map { shown(record?[$0]) }
        + [list(record?.addressees), list(record?.legalBases), list(record?.appendixes)]
        + [record?.facts?.isSealed, record?.facts?.isSigned].map(answer)
      return columns + [
        names(in: .confirm, of: record), names(in: .type, of: record), document.verdict.rawValue,
        document.held?.message(language) ?? "",
      ]
    }
    return Self.table([header] + rows)
  }

  private func shown(_ field: Field?) -> String {
    field.flatMap { $0.lane == .type ? nil : $0.value } ?? ""
  }

  /// Empty where a fact is not known.
  private func answer(_ fact: Bool?) -> String { fact.map { $0 ? "true" : "false" } ?? "" }

  private func list(_ fields: [Field]?) -> String {
    (fields ?? []).map(shown).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The fields of a lane of which something was read.
  private func names(in lane: Lane, of record: DocumentRecord?) -> String {
    guard let record else { return "" }
    var found = FieldName.allCases.filter { name in
      record.fields[name].map { $0.lane == lane && $0.raw != nil } ?? false
    }.map(\.rawValue)
    if let signer = record.signers.first {
      let parts = [("fullName", signer.fullName), ("position", signer.position)]
      found += parts.filter { $0.1.lane == lane && $0.1.raw != nil }.map { "signer.\($0.0)" }
    }
    let lists = [("addressees", record.addressees), ("toPlaces", record.toPlaces)]
    found += lists.filter { $0.1.contains { $0.lane == lane } }.map(\.0)
    return found.joined(separator: " ")
  }
}
