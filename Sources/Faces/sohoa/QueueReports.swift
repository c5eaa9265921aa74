import ArgumentParser
import Delivery
import Findings
import Foundation
import Ledger
import ProcessLimits
import Reporting
import Workflow

/// `sohoa queue stats`: counts, ages, throughput.
struct QueueStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: say("Đếm theo trạng thái, tốc độ gửi, quá hạn.", "Counts, throughput, what is late."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let now = Moment.now
    let ledger = try openLedger(try state.folder(), creating: false)
    let statistics = try ledger.statistics()
    for name in DeliveryState.Name.allCases {
      printResult(name.title.padding(24) + "\(statistics.counts[name] ?? 0)")
    }
    if let oldest = statistics.oldestSince {
      printResult(
        say("Chờ lâu nhất từ", "Oldest since").padding(24) + timestamp(oldest) + " ("
          + age(since: oldest, at: now) + ")")
    }
    let hour = try ledger.arrivals(since: now.adding(seconds: -3600))
    let day = try ledger.arrivals(since: now.adding(seconds: -86_400))
    printResult(
      say("Đã gửi 1 giờ, 24 giờ qua", "Sent in 1 h, 24 h").padding(24) + "\(hour), \(day)")
    printResult(
      say("Quá hạn chưa gửi", "Overdue").padding(24) + "\(try ledger.overdue(at: now))")
  }
}

/// `sohoa queue export`: the queue as a table, a line for each receiver.
struct ExportQueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Xuất hàng chờ ra CSV, mỗi nơi nhận một dòng.",
      "The queue as CSV, a line for each receiver."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var filter: QueueFilterOptions
  @Option(help: .init(say("Tệp CSV (mặc định: in ra).", "CSV file (default: print)."))) var csv:
    String?

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    let now = Moment.now
    let table = queueCSV(try ledger.lines(try filter.filter(limit: nil, at: now)), at: now)
    try writeOrPrint(table, to: csv)
  }
}

/// `sohoa queue months`: the monthly figures that the Government Office asks for.
struct QueueMonths: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "months",
    abstract: say(
      "Số liệu theo tháng: gửi, nhận, bị từ chối theo lý do, quá hạn, phải quét lại.",
      "Monthly figures: sent, received, refused by reason, late, to be rescanned."))
  @OptionGroup var state: StateOptions
  @OptionGroup var talk: TalkOptions
  @Option(help: .init(say("Từ tháng này.", "From that month on."), valueName: "yyyy-MM")) var from =
    ""
  @Option(help: .init(say("Ghi tệp CSV.", "Write a CSV file."), valueName: "file")) var csv: String?
  @Option(
    help: .init(say("Ghi trang HTML có biểu đồ.", "Write a page with a chart."), valueName: "file"))
  var html: String?

  func run() throws {
    let ledger = try openLedger(try state.folder(), creating: false)
    let months = try ledger.monthlyFigures(from: from)
    if let html { try writeOrPrint(monthlyHTML(months, language: language), to: html) }
    if csv != nil || html == nil { try writeOrPrint(monthlyCSV(months), to: csv) }
  }
}

/// `sohoa queue recall`: asks the receivers to give a document back.
struct RecallDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall",
    abstract: say(
      "Lấy lại văn bản đã gửi qua Trục (trạng thái 13).",
      "Ask receivers to give a document back (status 13)."),
    discussion: say(
      "Yêu cầu đi cùng lần “queue send” hoặc “receive” kế tiếp; trả lời 15 (đồng ý) hoặc 16 (từ chối) hiện ở “queue show”.",
      "It leaves with the next “queue send” or “receive”; answers 15 (agreed) or 16 (not) show in “queue show”."
    ))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Mã lượt gửi.", "Delivery id."), valueName: "id")) var id: String

  func run() throws {
    let why = (options.why ?? "").trimmingCharacters(in: .whitespaces)
    if why.isEmpty { throw Failure(.usage, Phrase.noReason) }
    if options.person.isEmpty { throw Failure(.usage, Phrase.noPerson) }
    let ledger = try openLedger(try options.state.folder(), creating: false)
    let receivers = try recall(delivery: id, in: ledger, by: options.person, why: why)
    printResult("\(id): 13 → " + receivers.joined(separator: ", "))
  }
}

private func writeOrPrint(_ text: String, to path: String?) throws {
  guard let path else { return printResult(text) }
  do {
    try replaceFile(at: path, with: Array(text.utf8))
  } catch {
    throw RunError.cannotWrite(path: path, reason: "\(error)")
  }
}
