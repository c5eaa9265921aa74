import Delivery
import Extraction
import Findings
import Foundation
import Inspection
import Ledger
import Reporting
import Testing

@testable import Workflow

private func record(_ numbers: [(String, Double)], on date: String) -> DocumentRecord {
  func certain(_ value: String) -> Field { Field(value: value, confidence: 1, lane: .accept) }
  let number =
    numbers.count == 1
    ? certain(numbers[0].0)
    : Field(
      value: numbers[0].0, confidence: numbers[0].1, lane: .confirm, handwritten: true,
      candidates: numbers.map { Candidate(value: $0.0, p: $0.1) })
  return DocumentRecord(fields: [
    .codeNumber: number, .promulgationDate: certain(date), .codeNotation: certain("QĐ-SMH"),
    .organName: certain("SỞ MINH HỌA"),
  ])
}

/// Three certain documents, and one whose likelier reading is out of their order.
private let batch: [(name: String, record: DocumentRecord)] = [
  ("1.pdf", record([("10", 1)], on: "2019-02-01")),
  ("2.pdf", record([("20", 1)], on: "2019-03-01")),
  ("3.pdf", record([("30", 1)], on: "2019-04-01")),
  ("x.pdf", record([("75", 0.6), ("15", 0.3)], on: "2019-02-15")),
]

private let pipeline = """
  name: t
  ocr: { languages: vie }
  limits: {}
  rules: { register.order: { fact: info }, register.duplicate: { fact: info } }
  """

/// A run whose documents are finished and are now held against each other.
private func finishedRun(output: String? = nil, ledger: Ledger? = nil) throws -> Run {
  let run = Run(
    RunSettings(
      pipeline: try Pipeline(yaml: pipeline, name: "t"), readsText: true, makesThumbnails: false,
      output: output, jobs: 1, program: "/bin/false"), ledger: ledger)
  for (name, record) in batch {
    run.finished.append(
      DocumentReport(
        file: name, sha256: nil, evidence: .text, verdict: .review, pages: [],
        fields: FieldsReport(record), documentFindings: [], held: nil, outputs: .none, error: nil))
    run.entries.append(RegisterEntry(name: name, record: record))
  }
  return run
}

@Suite struct `Documents of a batch` {
  @Test func `are held against their register, and the report says where the order changed`() throws
  {
    let run = try finishedRun()
    let findings = try run.heldAgainstRegisters()
    #expect(findings.map(\.file) == ["x.pdf"])
    #expect(findings.map(\.finding.rule) == ["register.order"])
    #expect(findings.first?.finding.message.vi.contains("Xếp 15 lên trước 75") == true)
    #expect(findings.first?.finding.message.en.contains("2.pdf, 3.pdf") == true)
    let number = run.finished[3].fields?.record[.codeNumber]
    #expect(number?.candidates.map(\.value) == ["15", "75"])
    #expect(number?.lane == .confirm)
    #expect(run.finished.prefix(3).map(\.fields?.record) == batch.prefix(3).map(\.record))
  }

  @Test func `keep that order in ledger and report, also when one of them is judged again`() throws
  {
    let folder = NSTemporaryDirectory() + "sohoa-\(UUID().uuidString)"
    // The system clears its temporary folder when this fails.
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/x.pdf", withIntermediateDirectories: true)
    let ledger = try Ledger(path: folder + "/ledger.sqlite")
    for (name, record) in batch {
      try ledger.record(
        DocumentEntry(
          name: name, sources: [], pipeline: "", status: .review,
          record: try StoredJSON(record, version: 1), updatedAt: Moment(milliseconds: 0)),
        by: "test", at: Moment(milliseconds: 0))
    }
    let run = try finishedRun(output: folder, ledger: ledger)
    _ = try run.heldAgainstRegisters()
    let report = try String(contentsOfFile: folder + "/x.pdf/report.json", encoding: .utf8)
    #expect(report.contains(#""neighbours" : ["#) && report.contains("2.pdf"))

    var work = DocumentWork(DocumentSource(name: "x.pdf", files: []))
    work.record = batch[3].record
    let again = try #require(try run.rankedRecord(of: work))
    #expect(again[.codeNumber].candidates.map(\.value) == ["15", "75"])
    #expect(again[.codeNumber].neighbours == ["2.pdf", "3.pdf"])
  }

  @Test func `stay as they were packed, and are doubted`() throws {
    let run = try finishedRun()
    run.entries[3] = run.entries[3].fixed
    let findings = try run.heldAgainstRegisters()
    #expect(findings.map(\.file) == ["x.pdf"])
    #expect(findings.first?.finding.message.en.contains("not in the order of the register") == true)
    #expect(run.finished[3].fields?.record == batch[3].record)
  }
}
