import ArgumentParser
import Findings
import Foundation
import Ledger
import Packaging
import Workflow

/// `sohoa agencies`: the catalogue of agency codes.
struct AgenciesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agencies",
    abstract: say(
      "Danh mục mã định danh cơ quan: nạp, tra.", "The catalogue of agency codes: import, find."),
    subcommands: [ImportAgencies.self, FindAgencies.self])
}

private struct ImportAgencies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Nạp danh mục từ tệp CSV hoặc từ Trục.", "Take a catalogue in, from CSV or from the axis."),
    discussion: say(
      """
      Dòng đầu của tệp CSV là tên cột: code, name, parent, oldCode, validFrom, validUntil, locked, mail
      (bắt buộc: code và name). Danh mục mới thay danh mục cũ. Có danh mục thì mã không có trong đó, đã đóng
      hoặc bị khóa bị giữ lại, không gửi.
      """,
      """
      The first line of the CSV names the columns: code, name, parent, oldCode, validFrom, validUntil,
      locked, mail (code and name must be there). A new catalogue takes the place of the old one. Once there is
      one, a document to a code that is not in it, closed or locked is held.
      """))
  @OptionGroup var pipelineOptions: PipelineOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Argument(help: .init(say("Tệp CSV.", "CSV file."), valueName: "file")) var file: String?
  @Flag(help: .init(say("Lấy từ Trục.", "From the axis."))) var fromAxis = false

  func run() throws {
    guard (file != nil) != fromAxis else { throw Failure(.usage, Phrase.fileOrAxis) }
    let folder = try state.folder()
    let ledger = try openLedger(folder, creating: true)
    let count =
      if let file {
        try importAgencies(fromFile: file, into: ledger)
      } else {
        try importAgenciesFromAxis(
          into: ledger, pipeline: try pipelineOptions.load(), output: state.output ?? folder)
      }
    printResult(say("\(count) cơ quan", "\(count) agencies"))
  }
}

private struct FindAgencies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: say(
      "Tra cơ quan theo mã hoặc tên; với --document: theo từng dòng Nơi nhận.",
      "Find agencies by code or name; with --document: for each line of Nơi nhận."),
    discussion: say(
      "Chỉ gợi ý, kèm độ chắc chắn 0–1: người chọn nơi nhận, chương trình không tự gửi theo gợi ý.",
      "Suggestions only, with a confidence of 0–1: a person chooses; nothing is sent because of one."
    )
  )
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Argument(help: .init(say("Mã hoặc tên.", "Code or name."), valueName: "words")) var words:
    [String] = []
  @Option(help: .init(say("Văn bản của lần chạy.", "A document of the run."), valueName: "doc"))
  var document: String?

  func run() throws {
    guard words.isEmpty != (document == nil) else { throw Failure(.usage, Phrase.wordsOrDocument) }
    let ledger = try openLedger(try state.folder(), creating: false)
    let catalogue = try ledger.agencies()
    if catalogue.agencies.isEmpty { throw Failure(.usage, Phrase.noCatalogue) }
    var isFound = false
    if let document {
      for (line, matches) in try recipients(of: document, in: ledger) {
        printResult(line + (matches.isEmpty ? say("  — không khớp", "  — no match") : ""))
        for match in matches { printMatch(match) }
        isFound = isFound || !matches.isEmpty
      }
    } else {
      let text = words.joined(separator: " ")
      let exact = catalogue[text].map { [AgencyMatch(agency: $0, confidence: 1)] }
      let matches = exact ?? catalogue.matches(for: text, limit: 20)
      for match in matches { printMatch(match) }
      isFound = !matches.isEmpty
    }
    if !isFound { throw ExitStatus.attention }
  }

  private func printMatch(_ match: AgencyMatch) {
    let agency = match.agency
    let until = agency.validUntil.map { say("đóng từ \($0.iso)", "closed since \($0.iso)") }
    let lock = agency.isLocked ? say("bị khóa", "locked") : nil
    let more = [agency.oldCode, agency.parent, until, lock].compactMap { $0 }.filter { !$0.isEmpty }
    printResult(
      "  " + String(format: "%.2f", match.confidence) + "  " + agency.code.padding(18)
        + ([agency.name] + more).joined(separator: " · "))
  }
}
