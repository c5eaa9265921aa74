import Archiving
import Extraction
import Findings
import Foundation
import Inspection
import Reporting

extension PDFMetadata {
  /// What the PDF says of the document: only what may be taken as read or a person has confirmed.
  ///
  /// A doubtful reading would be found by every search and trusted; it stays in the record, where its
  /// confidence stands beside it. `name` is the title of a document of which too little is known.
  init(of record: DocumentRecord?, name: String) {
    func known(_ field: FieldName) -> String? { record.flatMap { $0[field].acceptedValue } }
    // A number without its notation, or a type alone, names no document.
    var code: String?
    if let number = known(.codeNumber), let notation = known(.codeNotation) {
      code = "\(number)/\(notation)"
    }
    let subject = known(.subject)
    let head = [known(.documentType), code].compactMap(\.self).joined(separator: " ")
    let isNamed = code != nil || subject != nil
    let title = [head.isEmpty ? nil : head, subject].compactMap(\.self).joined(separator: ": ")
    // Their own places in a PDF say the language and the number of pages.
    let named = FieldName.allCases.filter { ![.language, .pageAmount].contains($0) }
    var properties = named.compactMap { field in
      known(field).map {
        Property(
          name: field.rawValue, meaning: field.title.vi, value: $0)
      }
    }
    let signers = (record?.signers ?? []).compactMap { $0.fullName.acceptedValue }
    if !signers.isEmpty {
      properties.append(
        Property(
          name: "signers", meaning: "người ký", value: signers.joined(separator: "; ")))
    }
    self.init(
      title: isNamed ? title : name, author: known(.organName), subject: subject,
      issued: known(.promulgationDate), properties: properties)
  }
}

extension PDFAttachment {
  /// The record with every reading, its confidence and its place, as it travels inside PDF/A-3.
  init(of record: DocumentRecord, scans digests: [String]) throws {
    let value = AttachedRecord(sources: digests, fields: FieldsReport(record))
    self.init(
      name: "record.json", type: "application/json",
      meaning: "Siêu dữ liệu của văn bản, máy đọc từ ảnh quét", bytes: [UInt8](try jsonData(value)))
  }
}

/// The record of a document apart from its report.
private struct AttachedRecord: Codable {
  var schema = "sohoa.record/1"
  /// SHA-256 of each scan, in page order.
  let sources: [String]
  let fields: FieldsReport
}

extension Field {
  /// The value when it may be taken as read.
  var acceptedValue: String? { lane == .accept ? value : nil }
}
