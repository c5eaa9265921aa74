import Extraction
import Findings
import Foundation
import Imaging
import Recognition
import Testing

@testable import Reporting

private func text(_ kind: ReportKind, _ language: Language = .en) throws -> String {
  String(
    decoding: try Fixture.report().rendered(as: kind, language: language), as: UTF8.self)
}

@Test func `a report survives JSON`() throws {
  var report = try Fixture.report()
  report.drawSample(seed: 7)
  let data = try report.rendered(as: .json, language: .en)
  #expect(try JSONDecoder().decode(Report.self, from: data) == report)
}

@Test func `JSON writes null where there is no value`() throws {
  let json = try text(.json)
  for key in ["held", "error", "box", "fields", "sample"] {
    #expect(json.contains("\"\(key)\" : null"))
  }
}

@Test func `thumbnails and places on disk change no byte of the JSON`() throws {
  let plain = try Fixture.report()
  var rich = plain
  rich.origins = ["a.pdf": "Samples/a.pdf"]
  rich.thumbnails.keep(
    Thumbnail(width: 1, height: 1, jpeg: Data([1])), of: try Fixture.page(1), in: "a.pdf")
  #expect(
    try plain.rendered(as: .json, language: .vi) == rich.rendered(as: .json, language: .vi))
}

@Test func `text shows the worst first, with the remedy, in the reader's language`() throws {
  let words = try text(.text, .vi)
  let places = try ["=d.pdf", "hộp 12/b & c.pdf", "e.pdf — ", "a.pdf — "].map {
    try #require(words.range(of: $0)).lowerBound
  }
  #expect(places == places.sorted())
  #expect(words.contains("→ Đặt thẳng giấy rồi quét lại."))
}

@Test func `text of a hostile name cannot steer a terminal`() throws {
  let words = try text(.text)
  #expect(!words.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  #expect(!words.unicodeScalars.contains("\u{202E}"))
  #expect(!words.contains("dòng\n"))
}

@Test func `the register has one line a document, its number and notation in columns of their own`()
  throws
{
  let rows = try text(.fields).components(separatedBy: "\r\n")
  #expect(
    rows[0].hasPrefix("\u{FEFF}file,codeNumber,codeNotation,promulgationDate,documentType,subject"))
  #expect(rows.count == (try Fixture.report().documents.count) + 2)
  #expect(rows.contains { $0.hasPrefix("'=1+1.pdf,") })
}

@Test func `the register says whether a document is sealed and signed, where that is known`() throws
{
  let place = Evidence(page: 1, box: Box(x: 1, y: 2, width: 3, height: 4))
  let seal = SealFact(shape: .round, use: .signature, evidence: place)
  let documents = [
    RecordFacts(
      seals: [seal],
      signatures: [SignatureFact(isSigned: false, isOverName: nil, evidence: place)]),
    RecordFacts(), nil,
  ].map { Fixture.document("a.pdf", .accepted, record: DocumentRecord(fields: [:], facts: $0)) }
  let report = Report(pipeline: "thu", documents: documents)
  let table = String(decoding: try report.rendered(as: .fields, language: .en), as: UTF8.self)
  let rows = table.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
  let columns = try ["sealPresent", "signaturePresent"].map {
    try #require(rows[0].firstIndex(of: $0))
  }
  #expect(
    rows[1...3].map { row in columns.map { row[$0] } } == [
      ["true", "false"], ["false", ""], ["", ""],
    ])
}

@Test func `CSV quotes, puts the worst first and never starts a cell with a formula`() throws {
  let rows = try text(.csv).components(separatedBy: "\r\n")
  #expect(rows[0].hasPrefix("\u{FEFF}file,"))
  #expect(rows[1].hasPrefix("'=d.pdf,"))
  #expect(rows[2].hasPrefix("hộp 12/b & c.pdf,"))
  #expect(rows.contains { $0.hasPrefix("'=1+1.pdf,") })
  #expect(rows.contains { $0.hasPrefix("\"x\"\"><script>") })
}

@Test
func `pages unlike their batch stand behind the documents, escaped, in every report for people`()
  throws
{
  let whole = Report(
    pipeline: "thu", documents: [],
    batch: [BatchFinding(file: "a&b.pdf", page: 3, finding: Fixture.crooked)])
  let words = String(decoding: try whole.rendered(as: .text, language: .vi), as: UTF8.self)
  #expect(words.contains("a&b.pdf, trang 3: Trang nghiêng 2,4°"))
  let page = String(decoding: try whole.rendered(as: .html, language: .en), as: UTF8.self)
  #expect(page.contains("<li>a&amp;b.pdf, page 3: The page is skewed by 2.4°</li>"))
  let json = try whole.rendered(as: .json, language: .vi)
  #expect(try JSONDecoder().decode(Report.self, from: json) == whole)
}

@Test func `a report from before batches were compared has none`() throws {
  let old = #"{"schema":"sohoa.report/1","pipeline":"thu","documents":[]}"#
  #expect(try JSONDecoder().decode(Report.self, from: Data(old.utf8)).batch == [])
}
