import Findings
import Foundation
import Reporting

/// What each sample must give: the gate that CI runs over `Samples/`.
struct Expectations: Decodable {
  /// What one file must give.
  struct Expected: Decodable {
    let verdict: DocumentStatus
    /// The rules of severity review and reject that must be found, and no others.
    let findings: [String]
    /// The reason for which it must be held, nil when it must not be.
    let held: String?
  }

  let schema: String
  let files: [String: Expected]

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.usage, Phrase.input(.missing(path)))
    }
    do {
      self = try JSONDecoder().decode(Expectations.self, from: data)
    } catch {
      throw Failure(
        .usage,
        Wording(
          vi: "\(path): không đúng dạng sohoa.expected/1: \(error)",
          en: "\(path): not of the form sohoa.expected/1: \(error)"))
    }
    guard schema == "sohoa.expected/1" else {
      throw Failure(
        .usage,
        Wording(
          vi: "\(path): dạng \(schema) chưa biết", en: "\(path): unknown schema \(schema)"))
    }
  }

  /// Every difference; a file that is not listed must be accepted without a finding.
  func differences(from report: Report) -> [Wording] {
    var differences: [Wording] = []
    for document in report.documents {
      let expected =
        files[document.file] ?? Expected(verdict: .accepted, findings: [], held: nil)
      let found = Set(
        document.allFindings.filter { $0.finding.severity > .info }.map(\.finding.rule.rawValue))
      compare(
        document.file, say("kết luận", "verdict"), expected.verdict.rawValue,
        document.verdict.rawValue, &differences)
      compare(
        document.file, say("lỗi", "findings"), expected.findings.sorted().joined(separator: " "),
        found.sorted().joined(separator: " "), &differences)
      compare(
        document.file, say("giữ lại", "held"), expected.held ?? "",
        document.held?.reason.rawValue ?? "", &differences)
    }
    let seen = Set(report.documents.map(\.file))
    for missing in Set(files.keys).subtracting(seen).sorted() {
      differences.append(
        Wording(vi: "\(missing): không có tệp này", en: "\(missing): there is no such file"))
    }
    return differences
  }

  private func compare(
    _ file: String, _ what: String, _ expected: String, _ found: String,
    _ differences: inout [Wording]
  ) {
    guard expected != found else { return }
    differences.append(
      Wording(
        vi: "\(file): \(what): mong đợi “\(expected)”, được “\(found)”",
        en: "\(file): \(what): expected “\(expected)”, got “\(found)”"))
  }
}
