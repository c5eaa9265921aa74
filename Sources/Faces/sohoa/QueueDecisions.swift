import ArgumentParser
import Delivery
import Findings
import Foundation
import Ledger
import Workflow

/// `sohoa queue retry`: puts deliveries back into the queue.
struct RetryDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: say("Đưa lượt gửi trở lại hàng chờ.", "Put deliveries back into the queue."),
    discussion: say(
      "Gửi lại đúng gói cũ; nơi hỏi được (Trục) được hỏi trước, nên không gửi hai lần.",
      "The same envelope is sent; where the destination can be asked (the axis) it is asked first.")
  )
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Mã lượt gửi.", "Delivery ids."), valueName: "id")) var ids: [String] =
    []
  @Option(
    name: .customLong("in"),
    help: .init(
      say("Tất cả lượt ở trạng thái này, ví dụ failed.", "All in this state, such as failed."),
      valueName: "state"))
  var stateName: String?

  func run() throws {
    guard ids.isEmpty != (stateName == nil) else { throw Failure(.usage, Phrase.idsOrState) }
    let ledger = try openLedger(try options.state.folder(), creating: false)
    var all = ids
    if let stateName {
      guard let name = DeliveryState.Name(rawValue: stateName) else {
        throw Failure(
          .usage,
          Phrase.badState(
            stateName,
            known: DeliveryState.Name.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      all = try ledger.deliveries(QueueFilter(states: [name])).map(\.id)
    }
    for id in all {
      let entry = try retry(delivery: id, in: ledger, by: options.person, why: options.why ?? "")
      printResult("\(entry.id): \(entry.state.name.title)")
    }
  }
}

/// `sohoa queue cancel`: takes a delivery out of the queue.
struct CancelDelivery: ParsableCommand {
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

/// `sohoa queue confirm`: a person found out that a delivery of unknown outcome has arrived.
struct ConfirmDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: say(
      "Xác nhận lượt gửi “chưa rõ” đã đến, sau khi hỏi nơi nhận.",
      "Say that a delivery of unknown outcome has arrived, after asking the receiver."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Mã lượt gửi.", "Delivery id."), valueName: "id")) var id: String
  @Option(
    help: .init(
      say("Số hiệu bên nhận cho biết, nếu có.", "The receiver's own name for it, if any.")))
  var reference = ""

  func run() throws {
    let why = (options.why ?? "").trimmingCharacters(in: .whitespaces)
    if why.isEmpty { throw Failure(.usage, Phrase.noReason) }
    if options.person.isEmpty { throw Failure(.usage, Phrase.noPerson) }
    let ledger = try openLedger(try options.state.folder(), creating: false)
    let entry = try ledger.confirmArrival(
      of: id, reference: reference, by: options.person, why: why, at: .now)
    printResult("\(entry.id): \(entry.state.name.title)")
  }
}
