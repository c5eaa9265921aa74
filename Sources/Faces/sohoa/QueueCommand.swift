import ArgumentParser
import Delivery
import Findings
import Foundation
import Ledger
import Packaging
import ProcessLimits
import Workflow

/// `sohoa queue`: the sending queue and its dead letters.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: say(
      "Hàng chờ gửi: xem, gửi, gửi lại, bỏ.", "The sending queue: list, send, retry, cancel."),
    subcommands: [
      ListQueue.self, ShowDelivery.self, SendQueue.self, RetryDelivery.self, CancelDelivery.self,
      ConfirmDelivery.self, RecallDelivery.self, QueueStats.self, ExportQueue.self,
      QueueMonths.self,
    ])
}

private struct ListQueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Liệt kê hàng chờ.", "List the queue."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var filter: QueueFilterOptions
  @Option(help: .init(say("In tối đa bấy nhiêu dòng; 0: in hết.", "At most so many; 0: all.")))
  var limit = 200
  @Flag(
    help: .init(
      say("Rồi in từng thay đổi cho đến khi bị ngắt.", "Then print each change until interrupted."))
  )
  var follow = false

  func run() throws {
    let now = Moment.now
    let ledger = try openLedger(try state.folder(), creating: false)
    var place = try ledger.lastEventPlace()
    let limit = limit > 0 ? limit : nil
    let entries = try ledger.deliveries(try filter.filter(limit: limit.map { $0 + 1 }, at: now))
    for entry in limit.map({ entries.prefix($0) }) ?? entries[...] {
      printResult(
        entry.id.padding(14) + entry.state.name.title.padding(16)
          + age(since: entry.createdAt, at: now).padding(8) + entry.document.padding(28)
          + entry.documentId + " → " + entry.receivers.joined(separator: ", ")
          + mark(of: entry, at: now))
    }
    if let limit, entries.count > limit { printTalk(Phrase.more(limit: limit)(language)) }
    guard follow else { return }
    let isInterrupted = watchForInterruption()
    while !isInterrupted() {
      let news = try ledger.events(after: place)
      place = news.place
      for event in news.events { printResult("\(event.delivery)  " + line(of: event)) }
      if news.events.isEmpty { Thread.sleep(forTimeInterval: 0.5) }
    }
    throw ExitStatus.interrupted
  }
}

/// What a list says of the deadline of a delivery.
private func mark(of entry: DeliveryEntry, at now: Moment) -> String {
  if entry.isLate(at: now) { return say(" · quá hạn", " · late") }
  let isOpen =
    entry.edition.isEmpty && entry.deadline == nil && entry.state.name != .delivered
    && entry.state.name != .cancelled
  return isOpen ? say(" · chưa rõ hạn", " · deadline unknown") : ""
}

/// One event in one line.
private func line(of event: DeliveryEventEntry) -> String {
  let from = event.from.map { $0 == event.to ? "" : "\($0.rawValue) → " } ?? ""
  return "\(timestamp(event.at)) \(event.actor): \(from)\(event.to.rawValue) (\(event.note))"
}

private struct ShowDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("Xem một lượt gửi và nhật ký.", "Show a delivery."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Argument(help: .init(say("Mã lượt gửi.", "Delivery id."), valueName: "id")) var id: String

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    let entry = try ledger.delivery(id)
    let deadline = entry.deadline.map { moment in
      timestamp(moment) + (entry.isLate(at: .now) ? say(" (quá hạn)", " (late)") : "")
    }
    for (label, value) in [
      (say("Văn bản", "Document"), entry.document), ("DocumentId", entry.documentId),
      (say("Nơi nhận", "Receivers"), entry.receivers.joined(separator: ", ")),
      (say("Đích", "Destination"), entry.destination),
      (say("Trạng thái", "State"), entry.state.name.title),
      (say("Số lần gửi", "Attempts"), "\(entry.state.attempts)"),
      (
        say("Hạn gửi", "Deadline"),
        deadline ?? (entry.edition.isEmpty ? Phrase.noDeadline(language) : "—")
      ),
      (say("Biên nhận", "Receipt"), entry.state.receipt?.reference ?? "—"),
      ("SHA-256", entry.envelopeSHA256), (say("Tệp", "File"), entry.envelopePath),
      (say("Lỗi", "Error"), entry.state.lastError?.message(language) ?? "—"),
    ] {
      printResult(label.padding(14) + value)
    }
    for fate in try ledger.fates(of: id) {
      let code = fate.code.map { StatusCode(rawValue: $0)?.title(language) ?? $0 } ?? "—"
      let words = [fate.transport, code, fate.reportedAt, fate.reason].compactMap { $0 }
      printResult("  \(fate.receiver.padding(14))" + words.joined(separator: " · "))
    }
    for event in try ledger.events(of: id) { printResult("  " + line(of: event)) }
  }
}

private struct SendQueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: say("Gửi những gì đến lượt.", "Send what is due."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Flag(help: .init(say("Gửi một đợt rồi thôi (mặc định).", "One pass (the default)."))) var once =
    false
  @Flag(help: .init(say("Gửi mãi đến khi bị ngắt.", "Go on until interrupted."))) var follow = false

  func run() throws {
    if once, follow { throw Failure(.usage, Phrase.onceOrFollow) }
    let ledger = try openLedger(try state.folder(), creating: false)
    let isInterrupted = watchForInterruption()
    // Made once: each remembers until when it pauses.
    var senders = try Sender.all(for: ledger)
    var end = Sender.Tally()
    repeat {
      end = Sender.Tally()
      for sender in senders {
        let tally = try sender.sendDue(isInterrupted: isInterrupted)
        end.add(tally)
        if let blocked = tally.blocked { printTalk(blocked(language)) }
        if tally.delivered + tally.waiting + tally.stopped > 0 {
          printResult(
            say(
              "đã gửi \(tally.delivered), chờ gửi lại \(tally.waiting), dừng \(tally.stopped)",
              "delivered \(tally.delivered), waiting \(tally.waiting), stopped \(tally.stopped)"))
        }
      }
      for inbox in end.blocked == nil ? try Inbox.all(for: ledger) : [] {
        let tally = try inbox.sendDueReports()
        end.blocked = end.blocked ?? tally.stopped
        if let stopped = tally.stopped { printTalk(stopped(language)) }
        if tally.reportsSent > 0 {
          printResult(
            say("đã gửi \(tally.reportsSent) báo cáo", "\(tally.reportsSent) reports sent"))
        }
      }
      if follow, !isInterrupted() {
        Thread.sleep(forTimeInterval: 2)
        if senders.isEmpty { senders = try Sender.all(for: ledger) }
      }
    } while follow && !isInterrupted()
    let overdue = try ledger.overdue(at: .now)
    if overdue > 0 { printTalk(Phrase.overdue(overdue)(language)) }
    if isInterrupted() { throw ExitStatus.interrupted }
    if end.stopped + end.waiting > 0 || end.blocked != nil { throw ExitStatus.outputFailed }
  }
}
