import Findings
import Foundation
import Inspection
import Testing

@testable import Reporting

private let crooked = Finding(
  rule: "skew", severity: .reject, measured: 2.4, required: 1.5, unit: "°", box: nil,
  source: "test", message: Wording(vi: "Trang nghiêng 2,4°", en: "The page is skewed by 2.4°"),
  remedy: Wording(vi: "Đặt thẳng giấy rồi quét lại.", en: "Straighten the sheet and rescan."))

private func document(
  _ file: String, _ verdict: Standing, findings: [Finding] = [], error: FailureReport? = nil
) -> DocumentReport {
  DocumentReport(
    file: file, sha256: "00", evidence: .text, verdict: verdict, pages: [], fields: nil,
    documentFindings: findings, held: nil, outputs: .none, error: error)
}

private let broken = FailureReport(
  code: "damaged", page: nil, message: Wording(vi: "tệp <hỏng>", en: "the file is <damaged>"),
  remedy: Wording(vi: "Quét lại.", en: "Scan again."))

private let report = Report(
  pipeline: "thu",
  documents: [
    document("a.pdf", .accepted), document("b & c.pdf", .rescan, findings: [crooked]),
    document("=d.pdf", .failed, error: broken),
  ])

private func text(_ kind: ReportKind, _ language: Language = .en) throws -> String {
  String(decoding: try report.rendered(as: kind, language: language), as: UTF8.self)
}

@Test func `a report survives JSON`() throws {
  let data = try report.rendered(as: .json, language: .en)
  #expect(try JSONDecoder().decode(Report.self, from: data) == report)
}

@Test func `JSON writes null where there is no value`() throws {
  let json = try text(.json)
  for key in ["\"held\" : null", "\"error\" : null", "\"box\" : null", "\"fields\" : null"] {
    #expect(json.contains(key))
  }
}

@Test func `text shows the worst first, with the remedy, in the reader's language`() throws {
  let words = try text(.text, .vi)
  let failed = try #require(words.range(of: "=d.pdf"))
  let rescan = try #require(words.range(of: "b & c.pdf"))
  let accepted = try #require(words.range(of: "a.pdf"))
  #expect(failed.lowerBound < rescan.lowerBound && rescan.lowerBound < accepted.lowerBound)
  #expect(words.contains("→ Đặt thẳng giấy rồi quét lại."))
}

@Test func `CSV quotes and never starts a cell with a formula`() throws {
  let rows = try text(.csv).components(separatedBy: "\r\n")
  #expect(rows.count == 5)
  #expect(rows[0].hasPrefix("\u{FEFF}file,"))
  #expect(rows[3].hasPrefix("'=d.pdf,"))
}

@Test func `JUnit counts failures and errors and is well-formed XML`() throws {
  let xml = try text(.junit)
  #expect(xml.contains("tests=\"3\" failures=\"1\" errors=\"1\""))
  #expect(xml.contains("name=\"b &amp; c.pdf\""))
  #expect(xml.contains("the file is &lt;damaged&gt;"))
}

@Test func `SARIF has one result a finding, with a rule that is described`() throws {
  let json =
    try JSONSerialization.jsonObject(
      with: report.rendered(as: .sarif, language: .en)) as? [String: Any]
  let run = try #require((json?["runs"] as? [[String: Any]])?.first)
  let results = try #require(run["results"] as? [[String: Any]])
  #expect(json?["version"] as? String == "2.1.0")
  #expect(results.compactMap { $0["ruleId"] as? String } == ["skew", "input.damaged"])
  #expect(results.compactMap { $0["level"] as? String } == ["error", "error"])
  let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
  let rules = Set((driver?["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
  #expect(rules.isSuperset(of: ["skew", "input.damaged"]))
}

@Test func `HTML escapes what it shows and needs no network`() throws {
  let html = try text(.html, .vi)
  #expect(html.contains("b &amp; c.pdf"))
  #expect(!html.contains("<hỏng>"))
  #expect(!html.contains("http"))
}

@Test
func `pages unlike their batch stand behind the documents, escaped, in every report for people`()
  throws
{
  let whole = Report(
    pipeline: "thu", documents: [document("a.pdf", .accepted)],
    batch: [BatchFinding(file: "a&b.pdf", page: 3, finding: crooked)])
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
