import ArgumentParser
import Findings
import Foundation
import Ledger
import Workflow

/// `sohoa receive`: fetches documents and status reports from the national axis.
struct ReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: say(
      "Nhận văn bản đến và báo cáo trạng thái từ Trục.",
      "Fetch documents and status reports from the axis."),
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
