import ArgumentParser
import Findings
import Foundation
import Inspection
import Ledger
import ProcessLimits
import Reporting
import Workflow

/// `sohoa review`: a person's decisions, each an event, judged again.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: say(
      "Người xem quyết định: bổ sung thông tin, chấp nhận, từ chối, bỏ giữ.",
      "A person's decisions: supply fields, accept, reject, let go what is held."),
    subcommands: [
      ListReviews.self, ShowReview.self, ConfirmFields.self, SetFields.self, AcceptDocument.self,
      RejectDocument.self, ReleaseDocument.self, SplitDocument.self, AddressDocument.self,
      SupersedeDocument.self, DueDocument.self,
    ])
}

/// Who decides and why, and on what.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Option(
    help: .init(say("Ai quyết định (mặc định: tên đăng nhập).", "Who decides (default: login).")))
  var by: String?
  @Option(help: .init(say("Vì sao.", "Why."))) var why: String?

  /// Who decides: as told, else the login name, else nobody.
  var person: String { by ?? loginName() ?? "" }

  /// Records decisions and prints how the document stands now.
  func decide(_ acts: [Decision.Act], on document: String, needsReason: Bool) throws {
    try decide(needsReason: needsReason) { review, by, why in
      [try review.decide(acts, on: document, by: by, why: why)]
    }
  }

  /// Lets a person decide and prints how each document stands now.
  func decide(
    needsReason: Bool, _ decision: (Review, _ by: String, _ why: String) throws -> [DocumentReport]
  ) throws {
    let why = (why ?? "").trimmingCharacters(in: .whitespaces)
    if needsReason, why.isEmpty { throw Failure(.usage, Phrase.noReason) }
    let by = person
    if by.isEmpty { throw Failure(.usage, Phrase.noPerson) }
    let folder = try state.folder()
    let ledger = try openLedger(folder, creating: false)
    let lock = try lockState(folder)
    defer { withExtendedLifetime(lock) {} }
    let review = Review(ledger: ledger, program: programPath)
    let reports = try decision(review, by, why)
    for report in reports { printStanding(of: report) }
    let status = Report(pipeline: "", documents: reports).exitStatus
    if status != .accepted { throw status }
  }
}

/// Prints how a document stands after a decision.
private func printStanding(of report: DocumentReport) {
  if let held = report.held {
    printResult("\(report.file): \(say("giữ lại", "held")) — \(held.message(language))")
  } else {
    printResult("\(report.file): \(report.verdict.title(language))")
  }
}

private struct ListReviews: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Liệt kê văn bản đang chờ người xem.", "List documents that wait for a person."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Flag(help: .init(say("Cả văn bản đã đạt.", "Accepted ones too."))) var all = false

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    let review = Review(ledger: ledger, program: programPath)
    for document in try ledger.documents() where all || document.status != .accepted {
      let report = try review.report(of: document.name)
      let reason =
        report.held?.message(language) ?? report.error?.message(language)
        ?? report.allFindings.max { $0.finding.severity < $1.finding.severity }?.finding
        .message(language) ?? ""
      printResult(
        document.name.padding(28) + report.verdict.title(language).padding(12) + reason)
    }
  }
}

private struct ShowReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Xem một văn bản: nhận xét, thông tin, quyết định.", "Show one document."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    let report = try Review(ledger: ledger, program: programPath).report(of: document)
    let text = try Report(pipeline: "", documents: [report]).rendered(
      as: .text, language: language)
    printResult(String(decoding: text.dropLast(), as: UTF8.self))
    printFields(report)
    for decision in try ledger.allDecisions(of: document) {
      printResult(
        "  \(decision.at) \(decision.by): \(words(decision.act)) — \(decision.why)")
    }
  }

  private func words(_ act: Decision.Act) -> String {
    switch act {
    case .set(let path, let value): "\(path)=\(value)"
    case .accept: say("chấp nhận", "accept")
    case .reject: say("từ chối", "reject")
    case .release: say("bỏ giữ", "release")
    case .split(let page): say("tách từ trang \(page)", "split at page \(page)")
    case .address(let codes): say("gửi đến ", "send to ") + codes.joined(separator: ", ")
    case .supersede(.recall, let identifiers):
      say("thu hồi ", "recalls ") + identifiers.joined(separator: "; ")
    case .supersede(.replace, let identifiers):
      say("thay thế ", "replaces ") + identifiers.joined(separator: "; ")
    case .supersede(.update, let identifiers):
      say("cập nhật ", "updates ") + identifiers.joined(separator: "; ")
    case .due(let day): say("hạn trả lời ", "answer due ") + day
    }
  }
}

private struct SetFields: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Bổ sung hoặc xác nhận thông tin.", "Supply or confirm fields."),
    discussion: say(
      "Ví dụ: sohoa review set 0347.pdf codeNumber=347 promulgationDate=2025-03-04 --why \"bản giấy\"",
      "Example: sohoa review set 0347.pdf codeNumber=347 promulgationDate=2025-03-04 --why paper"))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  @Argument(
    help: .init(
      say("Các cặp tên=giá-trị.", "Pairs of field=value."), valueName: "field=value"))
  var values: [String]

  func run() throws {
    guard !values.isEmpty else { throw Failure(.usage, Phrase.noValues) }
    var acts: [Decision.Act] = []
    for text in values {
      guard let pair = Override(argument: text) else {
        throw Failure(.usage, Phrase.badField(text, nearest: nil))
      }
      guard let path = FieldPath(rawValue: pair.key) else {
        let near = nearestWord(to: pair.key, among: FieldPath.all.map(\.rawValue))
        throw Failure(.usage, Phrase.badField(pair.key, nearest: near))
      }
      switch validated(pair.value, for: path) {
      case .success(let value): acts.append(.set(path, value))
      case .failure(let problem): throw Failure(.usage, problem.message)
      }
    }
    try options.decide(acts, on: document, needsReason: false)
  }
}

private struct AcceptDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: say(
      "Chấp nhận bản quét sau khi đã xem (không bỏ giữ văn bản mật).",
      "Accept a scan after a look (never lifts a secrecy hold)."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  func run() throws { try options.decide([.accept], on: document, needsReason: true) }
}

private struct RejectDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: say("Từ chối: phải quét lại.", "Reject: must be scanned again."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  func run() throws { try options.decide([.reject], on: document, needsReason: true) }
}

private struct ReleaseDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: say(
      "Bỏ giữ văn bản (không bao giờ bỏ giữ văn bản có dấu mật).",
      "Let go what is held (never what bears a secrecy marking)."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  func run() throws { try options.decide([.release], on: document, needsReason: true) }
}

private struct SplitDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: say(
      "Tách tệp thành hai văn bản: văn bản sau bắt đầu ở trang --at.",
      "Make two documents of one: the second begins on page --at."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  @Option(
    help: .init(
      say("Trang đầu của văn bản sau, đếm từ 1.", "First page of the second one, from 1."),
      valueName: "page"))
  var at: Int

  func run() throws {
    try options.decide(needsReason: true) { review, by, why in
      try review.split(document, at: at, by: by, why: why)
    }
  }
}
