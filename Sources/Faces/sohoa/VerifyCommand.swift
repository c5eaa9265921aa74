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
      "Kiểm tra tệp PDF theo các quy tắc PDF/A (ISO 19005-1, -2, -3).",
      "Check PDFs against the rules of PDF/A (ISO 19005-1, -2, -3)."))

  @Argument(help: .init(say("Tệp PDF.", "PDF files."), valueName: "file.pdf")) var files: [String]
  @Option(
    help: .init(
      say(
        "Mức PDF/A: 1b, 2b, 2u, 3b, 3u. Mặc định là mức tệp tự nêu, nếu không nêu thì 2u.",
        "Level of PDF/A: 1b, 2b, 2u, 3b, 3u. Default: the level that the file claims, else 2u."),
      valueName: "1b|2b|2u|3b|3u"),
    transform: Self.level) var level: ConformanceLevel?
  @Option(
    help: .init(
      say(
        "So kết quả với một chương trình khác có trong PATH: verapdf.",
        "Compare with another program on the PATH: verapdf."), valueName: "verapdf"))
  var with: OutsideChecker?
  @OptionGroup var talk: TalkOptions

  private static func level(_ text: String) throws -> ConformanceLevel {
    guard let level = ConformanceLevel(name: text) else {
      throw ValidationError(
        say("“\(text)” không phải 1b, 2b, 2u, 3b, 3u", "“\(text)” is none of 1b, 2b, 2u, 3b, 3u"))
    }
    return level
  }

  func run() throws {
    let outside = try with.map { _ in try found() }
    var statuses: [ExitStatus] = []
    for file in files {
      switch verify(pdf: file, level: level, program: programPath) {
      case .success(let verification):
        statuses.append(show(verification.results, of: file))
        if let outside { statuses.append(compare(verification, with: outside, on: file)) }
      case .failure(let why):
        printTalk("sohoa: \(file): \(why.message(language))")
        statuses.append(.unreadableInput)
      }
    }
    let status = ExitStatus.heaviest(statuses)
    if status != .accepted { throw status }
  }

  private func found() throws -> VeraPDF {
    do throws(VeraPDFFailure) { return try VeraPDF() } catch {
      printTalk("sohoa: \(error.message(language))")
      throw ExitStatus.missingDependency
    }
  }

  /// Shows where veraPDF and we differ; a difference asks for attention whoever is right.
  private func compare(
    _ own: Verification, with outside: VeraPDF, on file: String
  ) -> ExitStatus {
    let report: OutsideReport
    do throws(VeraPDFFailure) {
      report = try outside.report(onPDFAt: file, level: own.level)
    } catch {
      printTalk("sohoa: \(file): \(error.message(language))")
      return .missingDependency
    }
    let comparison = OutsideComparison(own.results, with: report)
    for unseen in comparison.onlyOutside { printResult("  " + Phrase.unseen(unseen)(language)) }
    for result in comparison.onlyOurs { printResult("  " + Phrase.onlyOurs(result)(language)) }
    printResult(
      Phrase.comparison(comparison, report, level: own.level.lowercased(), file: file)(language))
    return comparison.agrees && report.isCompliant ? .accepted : .attention
  }

  private func show(_ results: [ConformanceResult], of file: String) -> ExitStatus {
    let broken = results.filter { !$0.passed }
    let part = results.first?.part ?? 2
    for result in talk.verbose ? results : broken {
      let mark = result.passed ? "✓" : "✗"
      let place = result.places.isEmpty ? "" : " (\(result.places.joined(separator: ", ")))"
      printResult("  \(mark) \(result.clause) \(result.message(language))\(place)")
    }
    printResult(
      broken.isEmpty
        ? say(
          "✓ \(file): đạt cả \(results.count) quy tắc của ISO 19005-\(part)",
          "✓ \(file): all \(results.count) rules of ISO 19005-\(part) hold")
        : say(
          "✗ \(file): \(broken.count)/\(results.count) quy tắc của ISO 19005-\(part) không đạt",
          "✗ \(file): \(broken.count) of \(results.count) rules of ISO 19005-\(part) broken"))
    return broken.isEmpty ? .accepted : .attention
  }
}

/// A checker of PDF/A that is not ours.
enum OutsideChecker: String, ExpressibleByArgument, CaseIterable {
  /// The reference checker of the PDF Association and the Open Preservation Foundation.
  case verapdf
}
