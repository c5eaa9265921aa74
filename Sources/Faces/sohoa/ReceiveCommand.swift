import ArgumentParser
import Findings
import Foundation
import Ledger
import Packaging
import Workflow

/// `sohoa receive`: documents and status reports from the national axis.
struct ReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: say(
      "Nhận văn bản đến và báo cáo trạng thái từ Trục.",
      "Fetch documents and status reports from the axis."),
    subcommands: [PollInbox.self, ListInbox.self, ReportIncoming.self],
    defaultSubcommand: PollInbox.self)
}

/// `sohoa receive poll`, the default.
private struct PollInbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poll",
    abstract: say("Hỏi Trục và nhận (mặc định).", "Ask the axis and fetch (the default)."),
    discussion: say(
      """
      Mỗi văn bản đến có một thư mục trong THƯ-MỤC-KẾT-QUẢ/inbox: tệp đính kèm, envelope.edxml như đã nhận,
      record.json. Gói chưa đọc được nằm trong inbox/raw. Trạng thái 01 (đã đến) được gửi lại tự động; báo cáo
      trạng thái của nơi nhận hiện trong “sohoa queue show”.
      """,
      """
      Each incoming document gets a folder in OUT/inbox: its attachments, envelope.edxml as it came,
      record.json. What cannot be read lies in inbox/raw. Status 01 (arrived) goes back by itself;
      receivers' status reports show in “sohoa queue show”.
      """))
  @OptionGroup var pipelineOptions: PipelineOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Flag(help: .init(say("Nhận một đợt rồi thôi (mặc định).", "One poll (the default)."))) var once =
    false
  @Flag(help: .init(say("Nhận mãi đến khi bị ngắt.", "Go on until interrupted."))) var follow =
    false
  @Option(
    help: .init(say("Số giây giữa hai đợt (kèm --follow).", "Seconds between polls (--follow).")))
  var every = 60

  func run() throws {
    if once, follow { throw Failure(.usage, Phrase.onceOrFollow) }
    guard every > 0 else { throw Failure(.usage, Phrase.badEvery) }
    let folder = try state.folder()
    let ledger = try openLedger(folder, creating: true)
    let output = state.output ?? URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let isInterrupted = watchForInterruption()
    let inboxes = try Inbox.all(
      for: ledger, pipeline: try pipelineOptions.load(), output: output)
    var isTroubled = false
    repeat {
      isTroubled = false
      for inbox in inboxes {
        let tally = try inbox.poll(isInterrupted: isInterrupted)
        for landed in tally.documents { printResult(landed) }
        for folder in tally.recalls {
          printResult(say("nơi gửi xin lấy lại: ", "asked back by its sender: ") + folder)
        }
        if !talk.quiet { printTalk(tally.summary) }
        if let stopped = tally.stopped { printTalk(stopped(language)) }
        isTroubled = isTroubled || tally.stopped != nil || tally.unreadable > 0
      }
      var left = every * 5
      while follow, left > 0, !isInterrupted() {
        Thread.sleep(forTimeInterval: 0.2)
        left -= 1
      }
    } while follow && !isInterrupted()
    if follow, isInterrupted() { throw ExitStatus.interrupted }
    if isTroubled { throw ExitStatus.outputFailed }
  }
}

extension Inbox.Tally {
  /// What a poll did, in one line.
  fileprivate var summary: String {
    say(
      "đến \(documents.count) văn bản, \(duplicates) trùng, \(unreadable) không đọc được; "
        + "\(reports) báo cáo trạng thái mới, \(tracked) nơi nhận đã lấy; gửi \(reportsSent) báo cáo",
      "\(documents.count) documents, \(duplicates) duplicates, \(unreadable) unreadable; "
        + "\(reports) new status reports, \(tracked) receivers moved; \(reportsSent) reports sent")
  }
}

/// `sohoa receive list`: what came in.
private struct ListInbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Liệt kê văn bản đến.", "List what came in."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Option(help: .init(say("Tối đa bấy nhiêu dòng.", "At most so many lines."))) var limit = 200

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    for entry in try ledger.incoming(limit: limit) {
      printResult(
        entry.docId.padding(38) + timestamp(entry.at) + "  " + entry.state.rawValue.padding(12)
          + (entry.documentId ?? entry.note))
    }
  }
}

/// `sohoa receive report`: what the office did with a document that came in.
private struct ReportIncoming: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say(
      "Báo trạng thái của một văn bản đến cho nơi gửi.",
      "Report the status of an incoming document to its sender."),
    discussion: StatusCode.allCases.filter { $0 != .withdrawalAsked }
      .map { "  \($0.rawValue)  \($0.title(language))" }.joined(separator: "\n"))
  @OptionGroup var pipelineOptions: PipelineOptions
  @OptionGroup var options: DecisionOptions
  @Argument(
    help: .init(
      say("Mã bản tin, cột đầu của “receive list”.", "First column of “receive list”."),
      valueName: "id"))
  var id: String
  @Argument(help: .init(say("Mã trạng thái, ví dụ 03.", "Status code, such as 03."))) var code:
    String

  func run() throws {
    guard let status = StatusCode(rawValue: code), status != .withdrawalAsked else {
      throw Failure(.usage, Phrase.badStatus(code))
    }
    let why = options.why?.trimmingCharacters(in: .whitespaces)
    if status.needsReason, (why ?? "").isEmpty { throw Failure(.usage, Phrase.noReason) }
    if options.person.isEmpty { throw Failure(.usage, Phrase.noPerson) }
    let ledger = try openLedger(try options.state.folder(), creating: false)
    try report(
      status, on: id, in: ledger, from: try pipelineOptions.load().package?.from,
      by: options.person, why: why)
    printResult("\(id): \(status.rawValue) \(status.title(language))")
  }
}
