import Findings
import Inspection

/// JUnit XML as CI systems read it.
///
/// A document is a suite with its path as `file`; each page is a test case of its own, and one more
/// stands for the document as a whole. GitLab, GitHub's reporters and Jenkins each show other attributes,
/// but all show the name: so it alone says file and page, as `0347.pdf#page=3` (RFC 8118), the same
/// in every language, so that a test's history goes on. A page that needs review or rescanning
/// is a failure ("the scan is bad"), a file that could not be processed an error. There are no times: the
/// same scans give the same bytes.
extension Report {
  func junit(_ language: Language) -> String {
    let suites = documents.map { Suite($0, pipeline: pipeline, path: origins[$0.file], language) }
    let cases = suites.flatMap(\.cases)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(Program.name)" \(counts(cases))>
      \(suites.map(\.xml).joined())</testsuites>

      """
  }
}

private enum Outcome: Equatable {
  case passed
  case failed(type: String, message: String, details: String)
  case broken(type: String, message: String, details: String)

  var isFailure: Bool { if case .failed = self { true } else { false } }
  var isError: Bool { if case .broken = self { true } else { false } }
}

private struct Case {
  let name: String
  let outcome: Outcome
  /// What is worth knowing though nothing fails.
  let notes: [String]
}

private func counts(_ cases: [Case]) -> String {
  "tests=\"\(cases.count)\" failures=\"\(cases.count { $0.outcome.isFailure })\" "
    + "errors=\"\(cases.count { $0.outcome.isError })\""
}

private struct Suite {
  let document: DocumentReport
  let pipeline: String
  let path: String
  let cases: [Case]

  init(_ document: DocumentReport, pipeline: String, path: String?, _ language: Language) {
    self.document = document
    self.pipeline = pipeline
    self.path = path ?? document.file
    var cases = document.pages.map { page in
      Case(
        name: "\(document.file)#page=\(page.index)", outcome: judged(page.findings, language),
        notes: notes(page.findings, language))
    }
    cases.append(
      Case(
        name: document.file, outcome: Self.outcome(of: document, language),
        notes: notes(document.documentFindings, language)))
    self.cases = cases
  }

  private static func outcome(of document: DocumentReport, _ language: Language) -> Outcome {
    if let error = document.error {
      let place = error.page.map { placeName($0, language) + ": " } ?? ""
      return .broken(
        type: "input.\(error.code)", message: place + error.message(language),
        details: error.remedy(language))
    }
    let found = judged(document.documentFindings, language)
    if found == .passed, let held = document.held, document.verdict == .accepted {
      return .failed(
        type: "held.\(held.reason.rawValue)", message: held.message(language), details: "")
    }
    return found
  }

  var xml: String {
    let sha256 = document.sha256.map {
      "    <properties><property name=\"sha256\" value=\"\(escaped($0))\"/></properties>\n"
    }
    return "  <testsuite name=\"\(escaped(document.file))\" file=\"\(escaped(path))\" "
      + "\(counts(cases))>\n" + (sha256 ?? "") + cases.map(xml).joined() + "  </testsuite>\n"
  }

  private func xml(_ test: Case) -> String {
    var inner = ""
    switch test.outcome {
    case .passed: break
    case .failed(let type, let message, let details):
      inner = element("failure", type, message, details)
    case .broken(let type, let message, let details):
      inner = element("error", type, message, details)
    }
    if !test.notes.isEmpty {
      inner += "      <system-out>\(escaped(test.notes.joined(separator: "\n")))</system-out>\n"
    }
    let start =
      "    <testcase classname=\"\(escaped("\(Program.name).\(pipeline)"))\" "
      + "name=\"\(escaped(test.name))\""
    return inner.isEmpty ? start + "/>\n" : start + ">\n\(inner)    </testcase>\n"
  }

  private func element(
    _ name: String, _ type: String, _ message: String, _ details: String
  ) -> String {
    // GitLab shows only what stands inside the element, so the message is there too.
    let text = details.isEmpty ? message : details
    return "      <\(name) type=\"\(escaped(type))\" message=\"\(escaped(message))\">"
      + "\(escaped(text))</\(name)>\n"
  }
}

/// One failure with all findings above info, the heaviest first.
private func judged(_ findings: [Finding], _ language: Language) -> Outcome {
  let grave =
    findings.filter { $0.severity == .reject } + findings.filter { $0.severity == .review }
  guard let worst = grave.first else { return .passed }
  return .failed(
    type: worst.rule.rawValue, message: worst.message(language),
    details: grave.map { line($0, language) }.joined(separator: "\n"))
}

private func notes(_ findings: [Finding], _ language: Language) -> [String] {
  findings.filter { $0.severity == .info }.map { line($0, language) }
}

private func line(_ finding: Finding, _ language: Language) -> String {
  "[\(finding.rule), \(finding.severity.title(language))] \(finding.message(language)) "
    + finding.remedy(language)
}
