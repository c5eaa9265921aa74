import Findings
import Foundation
import Testing

@testable import Reporting

private func sarif(_ report: Report) throws -> [String: Any] {
  let data = try report.rendered(as: .sarif, language: .en)
  let log = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  return try #require((log["runs"] as? [[String: Any]])?.first)
}

private func results(_ report: Report) throws -> [[String: Any]] {
  try #require(try sarif(report)["results"] as? [[String: Any]])
}

@Test(arguments: Language.allCases)
func `JUnit validates against the schema of Jenkins`(_ language: Language) throws {
  let xml = try Fixture.report().rendered(as: .junit, language: language)
  #expect(
    try complaint(
      of: "/usr/bin/xmllint", ["--noout", "--schema", schemas + "/junit-10.xsd"], on: xml) == nil)
}

@Test func `the validator of JUnit sees a fault`() throws {
  let xml = Data("<testsuites><testsuite name='x'/></testsuites>".utf8)
  #expect(
    try complaint(
      of: "/usr/bin/xmllint", ["--noout", "--schema", schemas + "/junit-10.xsd"], on: xml) != nil)
}

private let validator = """
  import json, sys, jsonschema
  schema = json.load(open(sys.argv[1]))
  checker = jsonschema.FormatChecker()
  jsonschema.validators.validator_for(schema)(schema, format_checker=checker).validate(
      json.load(open(sys.argv[2])))
  """

@Test(arguments: Language.allCases)
func `SARIF validates against the schema of OASIS`(_ language: Language) throws {
  let log = try Fixture.report().rendered(as: .sarif, language: language)
  #expect(
    try complaint(
      of: "/usr/bin/python3", ["-c", validator, schemas + "/sarif-schema-2.1.0.json"], on: log)
      == nil)
}

@Test func `the validator of SARIF sees a fault`() throws {
  let log = Data("{\"version\":\"2.1.0\",\"runs\":[{}]}".utf8)
  #expect(
    try complaint(
      of: "/usr/bin/python3", ["-c", validator, schemas + "/sarif-schema-2.1.0.json"], on: log)
      != nil)
}

@Test func `JUnit has a case a page, named by file and page, and counts what failed`() throws {
  let report = Report(
    pipeline: "thu", documents: Array(try Fixture.report().documents.prefix(4)))
  let xml = String(decoding: try report.rendered(as: .junit, language: .en), as: UTF8.self)
  #expect(xml.contains("<testsuites name=\"sohoa\" tests=\"9\" failures=\"3\" errors=\"1\">"))
  #expect(xml.contains("name=\"hộp 12/b &amp; c.pdf#page=1\""))
  #expect(xml.contains("<failure type=\"skew\" message=\"The page is skewed by 2.4°\">"))
  #expect(xml.contains("<error type=\"input.damaged\" message=\"the file is &lt;damaged&gt;\">"))
  #expect(xml.contains("<system-out>[color.mode, info]"))
  #expect(!xml.contains("time="))
}

@Test func `CI systems are told the path below the working folder`() throws {
  var report = Report(
    pipeline: "thu", documents: [Fixture.document("a.pdf", .review, findings: [Fixture.border])])
  report.origins = ["a.pdf": "scans/hộp 1/a.pdf"]
  let xml = String(decoding: try report.rendered(as: .junit, language: .en), as: UTF8.self)
  #expect(xml.contains("file=\"scans/hộp 1/a.pdf\""))
  let artifacts = try #require(try sarif(report)["artifacts"] as? [[String: Any]])
  let location = artifacts.first?["location"] as? [String: Any]
  #expect(location?["uri"] as? String == "scans/h%E1%BB%99p%201/a.pdf")
}

@Test func `SARIF says rule, level, page and figures of each finding`() throws {
  let report = Report(
    pipeline: "thu",
    documents: [
      Fixture.document("b.pdf", .rescan, pages: [try Fixture.page(3, [Fixture.border])]),
      Fixture.document("d.pdf", .failed, error: Fixture.broken),
    ])
  let all = try results(report)
  #expect(all.compactMap { $0["ruleId"] as? String } == ["border.black", "input.damaged"])
  #expect(all.compactMap { $0["level"] as? String } == ["warning", "error"])
  let first = try #require(all.first)
  let message = (first["message"] as? [String: Any])?["text"] as? String
  #expect(message == "Page 3: A black border of 3 mm Close the lid.")
  let location = (first["locations"] as? [[String: Any]])?.first
  let physical = location?["physicalLocation"] as? [String: Any]
  #expect((physical?["region"] as? [String: Any])?["startLine"] as? Int == 3)
  let logical = (location?["logicalLocations"] as? [[String: Any]])?.first
  #expect(logical?["fullyQualifiedName"] as? String == "b.pdf#page=3")
  let properties = first["properties"] as? [String: Any]
  #expect(properties?["box"] as? [Int] == [0, 250, 50, 500])
  #expect(properties?["measured"] as? Double == 3)
}

@Test func `every SARIF result names a rule that is described`() throws {
  let report = try Fixture.report()
  let driver = (try sarif(report)["tool"] as? [String: Any])?["driver"] as? [String: Any]
  let rules = try #require(driver?["rules"] as? [[String: Any]])
  for result in try results(report) {
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
  }
}

@Test func `a fingerprint is the same in both languages, and no two results share one`() throws {
  func fingerprints(_ language: Language) throws -> [String] {
    let data = try Fixture.report().rendered(as: .sarif, language: language)
    let log = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let run = (log?["runs"] as? [[String: Any]])?.first
    return (run?["results"] as? [[String: Any]] ?? []).compactMap {
      ($0["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
    }
  }
  let all = try fingerprints(.vi)
  #expect(try fingerprints(.en) == all)
  #expect(Set(all).count == all.count && all.count == 14)
}

@Test(arguments: [
  ("a:b/c d%.pdf", "a%3Ab/c%20d%25.pdf"), ("Công văn.pdf", "C%C3%B4ng%20v%C4%83n.pdf"),
  ("x\"><script>.pdf", "x%22%3E%3Cscript%3E.pdf"), ("thang-3/0347_a~1.pdf", "thang-3/0347_a~1.pdf"),
])
func `a path becomes a relative reference`(path: String, uri: String) {
  #expect(relativeURI(path) == uri)
}
