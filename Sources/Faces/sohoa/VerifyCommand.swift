import ArgumentParser
import Archiving
import Findings
import Foundation
import Workflow

/// `sohoa verify FILE.pdf`: checks a PDF against the rules of PDF/A.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say(
      "Kiểm tra tệp PDF theo các quy tắc PDF/A-2 (ISO 19005-2).",
      "Check PDFs against the rules of PDF/A-2 (ISO 19005-2)."))

  @Argument(help: .init(say("Tệp PDF.", "PDF files."), valueName: "file.pdf")) var files: [String]
  @OptionGroup var talk: TalkOptions

  func run() throws {
    var statuses: [ExitStatus] = []
    for file in files {
      switch verify(pdf: file, program: programPath) {
      case .success(let results):
        let broken = results.filter { !$0.passed }
        for result in talk.verbose ? results : broken {
          let mark = result.passed ? "✓" : "✗"
          printResult("  \(mark) \(result.clause) \(result.message(language))")
        }
        printResult(
          broken.isEmpty
            ? say(
              "✓ \(file): đạt cả \(results.count) quy tắc", "✓ \(file): all \(results.count) rules hold")
            : say(
              "✗ \(file): \(broken.count)/\(results.count) quy tắc không đạt",
              "✗ \(file): \(broken.count) of \(results.count) rules broken"))
        statuses.append(broken.isEmpty ? .accepted : .attention)
      case .failure(let why):
        printTalk("sohoa: \(file): \(why.message(language))")
        statuses.append(.unreadableInput)
      }
    }
    let status = ExitStatus.heaviest(statuses)
    if status != .accepted { throw status }
  }
}
