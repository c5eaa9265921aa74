import Extraction
import Findings
import Foundation
import Inspection
import Ledger
import Reporting

extension Run {
  /// What a document says of its place in a register, with what persons decided.
  func registerEntry(of work: DocumentWork, as report: DocumentReport) throws -> RegisterEntry {
    let record = try work.record?.applying(decisions(on: work))
    let entry = RegisterEntry(name: report.file, record: record ?? DocumentRecord(fields: [:]))
    return report.outputs.edxml == nil ? entry : entry.fixed
  }

  /// The record as read, its readings in the order that its neighbours gave them when it was last read in a batch.
  ///
  /// The order belongs to the record that is shown and judged. The PDF keeps the record as read: it
  /// must not change because another scan came to the batch.
  func rankedRecord(of work: DocumentWork) throws -> DocumentRecord? {
    guard let record = work.record, let entry = try ledger?.document(named: work.source.name),
      entry.sources == work.sourceKeys,
      let known = try entry.record?.value(DocumentRecord.self)
    else { return work.record }
    return record.replacing(
      number: record[.codeNumber].ranked(as: known[.codeNumber]),
      date: record[.promulgationDate].ranked(as: known[.promulgationDate]))
  }

  /// Holds every finished document against its register: puts readings in order and says where it did.
  ///
  /// A pure function of what was read and decided says how; it is asked once, when all documents are
  /// finished, so the number of workers and the order of their answers do not count. What has been packed
  /// stays as it was packed.
  func heldAgainstRegisters() throws -> [BatchFinding] {
    var findings: [BatchFinding] = []
    for (index, note) in registerNotes(of: entries).enumerated() {
      let report = finished[index]
      guard let record = report.fields?.record else { continue }
      let ranked = record.replacing(number: note.number, date: note.date)
      if ranked != record { finished[index] = try resettled(report, with: ranked) }
      findings += self.findings(of: note, as: entries[index])
    }
    return findings
  }

  /// Records the other order of readings and writes the report that shows it.
  private func resettled(
    _ report: DocumentReport, with record: DocumentRecord
  ) throws -> DocumentReport {
    let report = report.replacing(record)
    guard let output = settings.output else { return report }
    if let entry = try ledger?.document(named: report.file) {
      let judgement = try entry.judgement?.value(DocumentJudgement.self).replacing(record)
      try ledger?.replaceRecord(
        of: report.file, by: try StoredJSON(record, version: 1),
        judgement: try judgement.map { try StoredJSON($0, version: 1) })
    }
    try write(report, into: "\(output)/\(report.file)")
    return report
  }

  /// What the batch says of one document, in the order of its fields.
  private func findings(of note: RegisterNote, as read: RegisterEntry) -> [BatchFinding] {
    var findings = [
      (FieldName.codeNumber, read.number, note.number), (.promulgationDate, read.date, note.date),
    ]
    .compactMap { name, old, new -> BatchFinding? in
      guard new != old, !new.neighbours.isEmpty, let was = old.candidates.first?.value,
        let now = new.candidates.first?.value
      else { return nil }
      return finding(
        .registerOrder, on: new, in: note.name,
        Message.reordered(name, now, before: was, because: new.neighbours))
    }
    if !note.outOfOrder.isEmpty {
      findings += [
        finding(.registerOrder, on: note.number, in: note.name, Message.outOfOrder(note.outOfOrder))
      ].compactMap(\.self)
    }
    if let number = note.number.value, !note.duplicates.isEmpty {
      findings += [
        finding(
          .registerDuplicate, on: note.number, in: note.name,
          Message.numberTwice(number, note.duplicates))
      ].compactMap(\.self)
    }
    return findings
  }

  private func finding(
    _ rule: Rule, on field: Field, in file: String, _ message: Wording
  ) -> BatchFinding? {
    guard let weight = settings.pipeline.profile.limits[rule.id]?.fact else { return nil }
    return BatchFinding(
      file: file, page: field.evidence.first?.page ?? 1,
      finding: rule.finding(weight, message: message))
  }
}
