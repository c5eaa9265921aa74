import Extraction
import Findings
import Foundation
import Measuring
import Recognition

/// Applies the layout rules of Nghị định 30/2020 that bind the author of a document (*sai thể thức*).
///
/// Only what is beyond doubt speaks: a value that was accepted or that a person set. What was not read is never
/// taken for missing, except page numbers, seals and signatures, of which one would do.
struct LayoutRules {
  let pages: [PageEvidence]
  let record: DocumentRecord?
  let profile: Profile

  /// What the document breaks, in the order of the catalogue.
  var findings: [Finding] {
    guard let record else { return [] }
    return date(record) + number(record) + notation(record) + authority(record)
      + pageNumber(record) + signing(record)
  }

  private func date(_ record: DocumentRecord) -> [Finding] {
    let field = record[.promulgationDate]
    guard field.isPrinted, let raw = field.raw, let parts = DatePart.printed(in: raw),
      parts.contains(where: \.lacksZero)
    else { return [] }
    let due = parts.map(\.due).joined(separator: " ")
    return profile.fact(
      .layoutDate, box: field.evidence.first?.box,
      message: Wording(
        vi: "Văn bản ghi “\(raw)”; đúng thể thức là “\(due)”.",
        en: "The document says “\(raw)”; the rules ask for “\(due)”."))
  }

  private func number(_ record: DocumentRecord) -> [Finding] {
    let field = record[.codeNumber]
    guard field.isPrinted, let value = field.value, value.count == 1, Int(value) != nil else {
      return []
    }
    return profile.fact(
      .layoutNumber, box: field.evidence.first?.box,
      message: Wording(
        vi: "Văn bản ghi số \(value); đúng thể thức là số 0\(value).",
        en: "The document bears the number \(value); the rules ask for 0\(value)."))
  }

  private func notation(_ record: DocumentRecord) -> [Finding] {
    let (notation, kind) = (record[.codeNotation], record[.documentType])
    guard notation.isSure, kind.isSure, let letters = notation.value, let name = kind.value,
      isNotation(letters, ofKind: name) == false
    else { return [] }
    return profile.fact(
      .layoutNotation, box: notation.evidence.first?.box,
      message: Wording(
        vi: "Tên loại là \(name) nhưng ký hiệu là \(letters).",
        en: "The kind is \(name), but the notation is \(letters)."))
  }

  private func authority(_ record: DocumentRecord) -> [Finding] {
    record.signers.flatMap { signer -> [Finding] in
      guard signer.competence.isSure, signer.position.isSure,
        let competence = signer.competence.value, competence.contains("KT."),
        let position = signer.position.value,
        !position.contains("PHÓ"), !position.contains("THỨ TRƯỞNG")
      else { return [] }
      return profile.fact(
        .layoutAuthority, box: signer.competence.evidence.first?.box,
        message: Wording(
          vi: "Ghi “\(competence)” nhưng chức vụ là “\(position)”.",
          en: "It says “\(competence)”, but the position is “\(position)”."))
    }
  }

  /// Since 5 March 2020 the number stands where it is looked for, above the text; before, below it.
  private func pageNumber(_ record: DocumentRecord) -> [Finding] {
    let date = record[.promulgationDate]
    guard date.isSure, let day = date.value, day >= "2020-03-05" else { return [] }
    let later = pages.dropFirst().filter { !$0.measurements.isBlank }
    guard later.count >= 2,
      later.allSatisfy({ $0.text.map { $0.outcome == .read && $0.words.count >= 50 } ?? false }),
      later.allSatisfy({ $0.text?.printedNumber == nil })
    else { return [] }
    return profile.fact(
      .layoutPageNumber,
      message: Wording(
        vi: "Không đọc được số trang nào trên \(later.count) trang sau trang đầu.",
        en: "None of the \(later.count) pages after the first shows a number that could be read."))
  }
}

extension LayoutRules {
  /// Seal and signature of a document whose pages were all read and that has a place for a signature.
  private func signing(_ record: DocumentRecord) -> [Finding] {
    guard let facts = record.facts, let place = facts.signatures.first,
      facts.digitalSignatures.isEmpty,
      pages.allSatisfy({ $0.text.map { $0.outcome != .failed && $0.outcome != .timedOut } ?? false }
      )
    else { return [] }
    // Those who sign minutes do so for themselves.
    let seal =
      facts.isSealed || record[.documentType].value == "Biên bản"
      ? []
      : profile.fact(
        .layoutSeal, box: place.evidence.box,
        message: Wording(
          vi: "Không thấy con dấu nào trên văn bản.", en: "No seal is seen on the document."))
    let signature =
      facts.isSigned == true
      ? []
      : profile.fact(
        .layoutSignature, box: place.evidence.box,
        message: Wording(
          vi: "Không thấy nét bút nào ở chỗ ký (trang \(place.evidence.page)).",
          en: "No stroke of a pen is seen where the signature is due (page \(place.evidence.page))."
        ))
    return seal + signature
  }
}

extension Field {
  /// Whether nobody need look at it again.
  fileprivate var isSure: Bool { value != nil && lane == .accept }

  /// Whether print shows it beyond doubt.
  fileprivate var isPrinted: Bool { isSure && handwritten == false }
}

/// Day or month of a date as it is printed, with its word.
private struct DatePart {
  let word: String
  let digits: String
  /// Under this a zero is due.
  let limit: Int

  var lacksZero: Bool { digits.count == 1 && (Int(digits) ?? limit) < limit }
  /// As the rules ask for it.
  var due: String { "\(word) \(lacksZero ? "0" : "")\(digits)" }

  /// Day and month, nil where print does not show both as digits of their own.
  static func printed(in raw: String) -> [DatePart]? {
    let found = raw.firstMatch(of: /ngày +(\d{1,2}) +tháng +(\d{1,2})\b/)
    return found.map {
      [
        DatePart(word: "ngày", digits: String($0.1), limit: 10),
        DatePart(word: "tháng", digits: String($0.2), limit: 3),
      ]
    }
  }
}
