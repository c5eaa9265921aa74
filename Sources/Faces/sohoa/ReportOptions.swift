import ArgumentParser
import Findings
import Foundation
import Reporting
import Workflow

/// One `--report KIND[=FILE]`.
struct ReportRequest: ExpressibleByArgument {
  let kind: ReportKind
  /// Where it is written; nil for standard output.
  let file: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard let kind = parts.first.flatMap(ReportKind.init(rawValue:)) else { return nil }
    self.kind = kind
    file = parts.count > 1 ? parts[1] : nil
  }

  static var allValueStrings: [String] { ReportKind.allCases.map { "\($0.rawValue)[=FILE]" } }
}

/// The reports that are asked for.
struct ReportOptions: ParsableArguments {
  @Option(
    help: .init(
      say(
        "Báo cáo: text, json, html, junit, sarif, csv; thêm =TỆP để ghi ra tệp (lặp lại được).",
        "Report: text, json, html, junit, sarif, csv; add =FILE to write a file (repeatable)."),
      valueName: "kind[=file]"))
  var report: [ReportRequest] = []

  /// Whether a report of this kind is asked for.
  func wants(_ kind: ReportKind) -> Bool { report.contains { $0.kind == kind } }

  /// Writes the reports; those without a file go to standard output.
  func write(_ report: Report, default fallback: ReportKind?) throws {
    var requests = self.report
    if requests.isEmpty, let fallback { requests = [ReportRequest(kind: fallback)] }
    for request in requests {
      if let file = request.file {
        try Self.write(report, as: request.kind, to: file)
      } else {
        let data = try report.rendered(as: request.kind, language: request.kind.language)
        try FileHandle.standardOutput.write(contentsOf: data)
      }
    }
  }

  /// Writes a report to a file, whole or not at all.
  static func write(_ report: Report, as kind: ReportKind, to file: String) throws {
    let data = try report.rendered(as: kind, language: kind.language)
    do {
      try data.write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw RunError.cannotWrite(path: file, reason: error.localizedDescription)
    }
  }
}

extension ReportKind {
  /// The page for clerk and archive is Vietnamese on machines that say nothing of their language, too.
  fileprivate var language: Language {
    self == .html ? askedLanguage ?? .vi : sohoa.language
  }
}

extension ReportRequest {
  init(kind: ReportKind) {
    self.kind = kind
    file = nil
  }
}

extension Report {
  /// The exit status of a run or check with this result.
  var exitStatus: ExitStatus {
    ExitStatus.heaviest(
      documents.flatMap { document -> [ExitStatus] in
        var all: [ExitStatus] = []
        if document.error != nil { all.append(.unreadableInput) }
        if document.verdict != .accepted && document.verdict != .failed || document.held != nil {
          all.append(.attention)
        }
        return all
      })
  }
}
