import ArgumentParser
import Delivery
import Findings
import Foundation
import Ledger
import Workflow

/// Which deliveries are meant.
struct QueueFilterOptions: ParsableArguments {
  @Option(
    name: .customLong("in"), parsing: .unconditionalSingleValue,
    help: .init(
      say(
        "Chỉ trạng thái này (lặp lại được): \(stateNames).",
        "Only this state (repeatable): \(stateNames)."), valueName: "state"))
  var states: [String] = []
  @Option(
    help: .init(say("Chỉ văn bản này.", "Only this document."), valueName: "doc")) var document:
    String?
  @Option(
    name: .customLong("to"),
    help: .init(say("Chỉ gửi đến mã cơ quan này.", "Only to this agency."), valueName: "code"))
  var receiver: String?
  @Option(
    help: .init(
      say(
        "Chỉ những lượt mà nơi nhận báo trạng thái này, ví dụ 02.",
        "Only where a receiver reported this status, such as 02."), valueName: "01…16"))
  var status: String?
  @Option(
    help: .init(
      say("Chỉ từ ngày này.", "Only queued since that day."), valueName: "yyyy-MM-dd"))
  var since: String?
  @Flag(
    help: .init(
      say(
        "Chỉ những lượt chưa đi mà đã quá hạn gửi (QĐ 28/2018 Điều 6).",
        "Only what should have left by now (QĐ 28/2018 Điều 6).")))
  var late = false

  /// The filter that the options say.
  func filter(limit: Int?, at now: Moment) throws -> QueueFilter {
    let names = try states.map { text in
      guard let name = DeliveryState.Name(rawValue: text) else {
        throw Failure(.usage, Phrase.badState(text, known: stateNames))
      }
      return name
    }
    return QueueFilter(
      states: names.isEmpty ? nil : Set(names), document: document, receiver: receiver,
      code: status, since: try since.map(startOfDay), overdueAt: late ? now : nil, limit: limit)
  }
}

private let stateNames = DeliveryState.Name.allCases.map(\.rawValue).joined(separator: ", ")

/// The beginning of a day in Vietnam.
func startOfDay(_ text: String) throws -> Moment {
  let formatter = ISO8601DateFormatter()
  guard let date = formatter.date(from: "\(text)T00:00:00+07:00") else {
    throw Failure(.usage, Phrase.badMoment(text))
  }
  return Moment(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
}

/// A moment in Vietnam's time, ISO 8601.
func timestamp(_ moment: Moment) -> String {
  let formatter = ISO8601DateFormatter()
  // +07:00 has no daylight saving, so the offset says all (QĐ 28/2018 Điều 14.4).
  formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
  return formatter.string(
    from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
}

/// How long ago something was, in its largest unit.
func age(since then: Moment, at now: Moment) -> String {
  let seconds = max(0, (now.milliseconds - then.milliseconds) / 1000)
  return switch seconds {
  case ..<60: say("\(seconds) giây", "\(seconds) s")
  case ..<3600: say("\(seconds / 60) phút", "\(seconds / 60) min")
  case ..<86_400: say("\(seconds / 3600) giờ", "\(seconds / 3600) h")
  default: say("\(seconds / 86_400) ngày", "\(seconds / 86_400) d")
  }
}

extension Sender.Tally {
  /// Adds what another pass did.
  mutating func add(_ other: Self) {
    delivered += other.delivered
    waiting += other.waiting
    stopped += other.stopped
    blocked = blocked ?? other.blocked
  }
}

extension DeliveryState.Name {
  /// The state's name for a person.
  var title: String {
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
