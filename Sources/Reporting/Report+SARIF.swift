import Findings
import Foundation

extension Report {
  /// SARIF 2.1.0: one result a finding; the page is the logical location inside the file.
  func sarif(_ language: Language) throws -> Data {
    let results = documents.flatMap { document in
      document.allFindings.map { page, finding in
        Sarif.Result(
          ruleId: finding.rule.rawValue, level: finding.severity.sarifLevel,
          message: .init(text: finding.message(language) + " " + finding.remedy(language)),
          locations: [.init(file: document.file, page: page)])
      }
        + [document.error].compactMap { $0 }.map { error in
          Sarif.Result(
            ruleId: "input.\(error.code)", level: "error",
            message: .init(text: error.message(language) + " " + error.remedy(language)),
            locations: [.init(file: document.file, page: error.page)])
        }
    }
    let errorRules = Set(documents.compactMap(\.error).map { "input.\($0.code)" }).sorted().map {
      Sarif.Rule(id: $0, shortDescription: .init(text: $0), help: .init(text: $0))
    }
    let rules = Rule.all.map {
      Sarif.Rule(
        id: $0.id.rawValue, shortDescription: .init(text: $0.title(language)),
        help: .init(text: $0.remedy(language)))
    }
    let log = Sarif(
      runs: [
        .init(
          tool: .init(driver: .init(rules: rules + errorRules)), results: results)
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(log) + Data("\n".utf8)
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .info: "note"
    case .review: "warning"
    case .reject: "error"
    }
  }
}

/// The part of SARIF 2.1.0 that is written.
private struct Sarif: Encodable {
  let version = "2.1.0"
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  struct Text: Encodable { let text: String }
  struct Rule: Encodable {
    let id: String
    let shortDescription: Text
    let help: Text
  }
  struct Driver: Encodable {
    let name = "sohoa"
    let rules: [Rule]
  }
  struct Tool: Encodable { let driver: Driver }
  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
  }
  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Text
    let locations: [Location]
  }
  struct Location: Encodable {
    struct Physical: Encodable { let artifactLocation: Artifact }
    struct Artifact: Encodable { let uri: String }
    struct Logical: Encodable {
      let name: String
      let kind = "page"
    }
    let physicalLocation: Physical
    let logicalLocations: [Logical]?

    init(file: String, page: Int?) {
      let allowed = CharacterSet.urlPathAllowed
      physicalLocation = Physical(
        artifactLocation: Artifact(
          uri: file.addingPercentEncoding(withAllowedCharacters: allowed) ?? file))
      logicalLocations = page.map { [Logical(name: "page \($0)")] }
    }
  }
}
