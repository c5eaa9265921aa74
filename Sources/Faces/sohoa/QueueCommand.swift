import ArgumentParser
import Delivery
import Findings
import Foundation
import Ledger
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
      QueueStats.self,
    ])
}

private struct ListQueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Liệt kê hàng chờ.", "List the queue."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Option(
    name: .customLong("in"),
    help: .init(
      say(
        "Chỉ một trạng thái: \(stateNames).", "Only one state: \(stateNames)."), valueName: "state")
  )
  var only: String?

  func run() throws {
    var states: Set<DeliveryState.Name>?
    if let only {
      guard let name = DeliveryState.Name(rawValue: only) else {
        throw Failure(.usage, Phrase.badState(only, known: stateNames))
      }
      states = [name]
    }
    let ledger = try openLedger(try state.folder(), creating: false)
    for entry in try ledger.deliveries(in: states) {
      printResult(
        entry.id.padding(14) + entry.state.name.title.padding(14) + entry.document.padding(28)
          + entry.documentId + " → " + entry.receivers.joined(separator: ", "))
    }
  }
}

private let stateNames = DeliveryState.Name.allCases.map(\.rawValue).joined(separator: ", ")

private struct ShowDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("Xem một lượt gửi và nhật ký.", "Show a delivery."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Argument(help: .init(say("Mã lượt gửi.", "Delivery id."), valueName: "id")) var id: String

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    let entry = try ledger.delivery(id)
    for (label, value) in [
      (say("Văn bản", "Document"), entry.document), ("DocumentId", entry.documentId),
      (say("Nơi nhận", "Receivers"), entry.receivers.joined(separator: ", ")),
      (say("Đích", "Destination"), entry.destination),
      (say("Trạng thái", "State"), entry.state.name.title),
      (say("Số lần gửi", "Attempts"), "\(entry.state.attempts)"),
      ("SHA-256", entry.envelopeSHA256), (say("Tệp", "File"), entry.envelopePath),
      (say("Lỗi", "Error"), entry.state.lastError?.message(language) ?? "—"),
    ] {
      printResult(label.padding(14) + value)
    }
    for event in try ledger.events(of: id) {
      let from = event.from.map { "\($0.rawValue) → " } ?? ""
      printResult(
        "  \(timestamp(event.at)) \(event.actor): \(from)\(event.to.rawValue) (\(event.note))")
    }
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
    var stopped = 0
    var waiting = 0
    repeat {
      waiting = 0
      for sender in try Sender.all(for: ledger) {
        let tally = try sender.sendDue(isInterrupted: isInterrupted)
        stopped += tally.stopped
        waiting += tally.waiting
        if tally.delivered + tally.waiting + tally.stopped > 0 {
          printResult(
            say(
              "đã gửi \(tally.delivered), chờ gửi lại \(tally.waiting), dừng \(tally.stopped)",
              "delivered \(tally.delivered), waiting \(tally.waiting), stopped \(tally.stopped)"))
        }
      }
      if follow, !isInterrupted() { Thread.sleep(forTimeInterval: 2) }
    } while follow && !isInterrupted()
    if isInterrupted() { throw ExitStatus.interrupted }
    if stopped + waiting > 0 { throw ExitStatus.outputFailed }
  }
}

private struct RetryDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: say("Đưa lượt gửi trở lại hàng chờ.", "Put a delivery back into the queue."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Mã lượt gửi.", "Delivery id."), valueName: "id")) var id: String
  func run() throws {
    let ledger = try openLedger(try options.state.folder(), creating: false)
    let entry = try retry(delivery: id, in: ledger, by: options.person, why: options.why ?? "")
    printResult("\(entry.id): \(entry.state.name.title)")
  }
}

private struct CancelDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: say("Bỏ lượt gửi khỏi hàng chờ.", "Take a delivery out of the queue."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Mã lượt gửi.", "Delivery id."), valueName: "id")) var id: String
  func run() throws {
    let ledger = try openLedger(try options.state.folder(), creating: false)
    let entry = try cancel(delivery: id, in: ledger, by: options.person, why: options.why ?? "")
    printResult("\(entry.id): \(entry.state.name.title)")
  }
}

private struct QueueStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: say("Đếm theo trạng thái.", "Count by state."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    let statistics = try ledger.statistics()
    for name in DeliveryState.Name.allCases {
      printResult(name.title.padding(22) + "\(statistics.counts[name] ?? 0)")
    }
    if let oldest = statistics.oldestSince {
      printResult(say("Chờ lâu nhất từ", "Oldest since").padding(22) + timestamp(oldest))
    }
  }
}

/// A moment in Vietnam's time, ISO 8601.
private func timestamp(_ moment: Moment) -> String {
  let formatter = ISO8601DateFormatter()
  // +07:00 has no daylight saving, so the offset says all (QĐ 28/2018 Điều 14.4).
  formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
  return formatter.string(
    from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
}

extension DeliveryState.Name {
  /// The state's name for a person.
  fileprivate var title: String {
    switch self {
    case .queued: say("chờ gửi", "queued")
    case .sending: say("đang gửi", "sending")
    case .waiting: say("chờ gửi lại", "waiting")
    case .delivered: say("đã đến", "delivered")
    case .failed: say("không gửi được", "dead letter")
    case .unknown: say("chưa rõ", "unknown")
    case .cancelled: say("đã bỏ", "cancelled")
    }
  }
}
