import Findings
import Foundation
import Reporting

/// The log on standard error: a line a document when asked for, text or JSON.
struct TalkLog {
  private let format: LogFormat
  private let isQuiet: Bool
  private let isVerbose: Bool

  init(_ talk: TalkOptions) {
    format = talk.logFormat
    isQuiet = talk.quiet
    isVerbose = talk.verbose
  }

  /// Something a person should know.
  func note(_ message: Wording) {
    guard !isQuiet else { return }
    write(["event": "note", "message": message(language)], text: message(language))
  }

  /// A document is finished: always for machines, for persons when they ask for more.
  func finished(_ document: DocumentReport) {
    guard !isQuiet, isVerbose || format == .json else { return }
    write(
      ["event": "document", "file": document.file, "verdict": document.verdict.rawValue],
      text: "\(document.file): \(document.verdict.title(language))")
  }

  private func write(_ fields: [String: String], text: String) {
    guard format == .json else { return printTalk(text) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings always encode; a line that could not be made is no reason to stop a run.
    if let data = try? encoder.encode(fields) { printTalk(String(decoding: data, as: UTF8.self)) }
  }
}
