import Findings
import Foundation

/// SARIF 2.1.0: one result a finding, so that code scanning lists file, page, rule, level and message.
///
/// A scan has no lines, yet GitHub shows no result without `region.startLine`: the page number stands
/// there, so that the list reads `0347.pdf:3`. The page is also the logical location and the first word
/// of the message; the box is among the properties, in pixels. The fingerprint names rule, file and
/// page and not the bytes: a file that was scanned again with the same fault is the same alert.
extension Report {
  func sarif(_ language: Language) throws -> Data {
    let rules = Rule.all.map { Sarif.Rule($0, language) } + failureRules(language)
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indices[rule.id] = index }
    let artifacts = documents.enumerated().map { index, document in
      Sarif.Artifact(
        location: .init(uri: uri(of: document), index: index),
        hashes: document.sha256.map { ["sha-256": $0] })
    }
    let results = documents.enumerated().flatMap { index, document in
      DocumentResults(
        document: document, artifact: artifacts[index].location, indices: indices,
        language: language
      ).all
    }
    let description =
      language == .vi
      ? "Kiểm tra chất lượng bản quét văn bản hành chính."
      : "Judges scans of administrative documents."
    let run = Sarif.Run(
      tool: .init(driver: .init(shortDescription: .init(text: description), rules: rules)),
      automationDetails: .init(id: "\(Program.name)/\(pipeline)/"), language: language.rawValue,
      artifacts: artifacts, results: results)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(Sarif(runs: [run])) + Data("\n".utf8)
  }

  private func uri(of document: DocumentReport) -> String {
    relativeURI(origins[document.file] ?? document.file)
  }

  /// A rule for each way in which a file could not be processed.
  private func failureRules(_ language: Language) -> [Sarif.Rule] {
    var first: [String: FailureReport] = [:]
    for error in documents.compactMap(\.error) where first[error.code] == nil {
      first[error.code] = error
    }
    let title = language == .vi ? "Không xử lý được tệp" : "The file could not be processed"
    return first.sorted { $0.key < $1.key }.map { code, error in
      Sarif.Rule(
        id: "input.\(code)", shortDescription: .init(text: "\(title): \(code)"),
        fullDescription: .init(text: "\(title): \(code)"),
        help: .init(text: error.remedy(language)), defaultConfiguration: .init(level: "error"),
        properties: .init(tags: ["scan-quality", "input"]))
    }
  }
}

extension Sarif.Rule {
  fileprivate init(_ rule: Rule, _ language: Language) {
    let heads = language == .vi ? ("Khắc phục", "Căn cứ") : ("Remedy", "Source")
    let parts = [rule.why(language), rule.remedy(language), rule.source]
    self.init(
      id: rule.id.rawValue, shortDescription: .init(text: rule.title(language)),
      fullDescription: .init(text: rule.measures(language)),
      help: .init(
        text: "\(parts[0]) \(heads.0): \(parts[1]) \(heads.1): \(parts[2])",
        markdown: "\(parts[0])\n\n**\(heads.0):** \(parts[1])\n\n**\(heads.1):** \(parts[2])"),
      // What a breach weighs is said by the pipeline, so by each result.
      defaultConfiguration: .init(level: "warning"),
      properties: .init(
        tags: ["scan-quality"], direction: rule.direction.rawValue, unit: rule.unit,
        source: rule.source))
  }
}

/// The results of one document.
private struct DocumentResults {
  let document: DocumentReport
  let artifact: Sarif.ArtifactLocation
  let indices: [String: Int]
  let language: Language

  var all: [Sarif.Result] {
    // Two findings of one rule on one page are told apart by their order.
    var seen: [String: Int] = [:]
    var results = document.allFindings.map { page, finding in
      result(
        finding.rule.rawValue, level: finding.severity.sarifLevel, page: page,
        text: finding.message(language) + " " + finding.remedy(language), seen: &seen,
        properties: .init(
          page: page, measured: finding.measured, required: finding.required, unit: finding.unit,
          box: finding.box))
    }
    if let error = document.error {
      results.append(
        result(
          "input.\(error.code)", level: "error", page: error.page,
          text: error.message(language) + " " + error.remedy(language), seen: &seen,
          properties: .init(page: error.page)))
    }
    return results
  }

  private func result(
    _ rule: String, level: String, page: Int?, text: String, seen: inout [String: Int],
    properties: Sarif.Result.Properties
  ) -> Sarif.Result {
    let word = language == .vi ? "Trang" : "Page"
    let place = "\(rule) \(page ?? 0)"
    seen[place, default: 0] += 1
    let identity = fingerprint(of: "\(artifact.uri) \(place)")
    let logical = page.map {
      [Sarif.Logical(name: "\(word) \($0)", fullyQualifiedName: "\(artifact.uri)#page=\($0)")]
    }
    return Sarif.Result(
      ruleId: rule, ruleIndex: indices[rule], level: level,
      message: .init(text: (page.map { "\(word) \($0): " } ?? "") + text),
      locations: [
        .init(
          physicalLocation: .init(
            artifactLocation: artifact, region: .init(startLine: page ?? 1)),
          logicalLocations: logical)
      ],
      // The one key that GitHub reads; the number behind the colon counts equals.
      partialFingerprints: ["primaryLocationLineHash": "\(identity):\(seen[place] ?? 1)"],
      properties: properties)
  }
}

/// FNV-1a, 64 bits: an identity, not a proof, so no cryptography is asked of it.
private func fingerprint(of text: String) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
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
