import ArgumentParser
import Extraction
import Findings
import Foundation
import Inspection

/// `sohoa review to`: a person says who receives a document.
struct AddressDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "to",
    abstract: say(
      "Chọn nơi nhận của văn bản, thay danh sách của quy trình.",
      "Say who receives a document, in place of the pipeline's list."),
    discussion: say(
      "Ví dụ: sohoa review to 0347.pdf H26.01 G12 --out KET-QUA. Tra mã: sohoa agencies find.",
      "Example: sohoa review to 0347.pdf H26.01 G12 --out RESULT. Codes: sohoa agencies find."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  @Argument(help: .init(say("Mã các cơ quan nhận.", "Codes of the receivers."), valueName: "code"))
  var codes: [String]

  func run() throws {
    if codes.isEmpty { throw Failure(.usage, Phrase.noCodes) }
    try options.decide([.address(codes)], on: document, needsReason: false)
  }
}

/// `sohoa review supersede`: a document takes older ones back, stands in their place, or corrects one.
struct SupersedeDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supersede",
    abstract: say(
      "Văn bản này thu hồi, thay thế hoặc cập nhật văn bản đã gửi.",
      "This document recalls, replaces or updates ones that were sent."),
    discussion: say(
      "Sửa trích yếu của văn bản đã gửi: sohoa review set 0347.pdf subject=… rồi sohoa review supersede 0347.pdf --updates MÃ --why …",
      "To correct a subject that was sent: sohoa review set 0347.pdf subject=…, then sohoa review supersede 0347.pdf --updates ID --why …"
    ))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      say("DocumentId bị thu hồi (lặp lại được).", "DocumentId that is recalled (repeatable)."),
      valueName: "id"))
  var recalls: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      say("DocumentId bị thay thế (lặp lại được).", "DocumentId that is replaced (repeatable)."),
      valueName: "id"))
  var replaces: [String] = []
  @Option(
    help: .init(
      say("DocumentId được cập nhật.", "DocumentId that is updated."), valueName: "id"))
  var updates: String?

  func run() throws {
    let said: [(Decision.Supersession, [String])] = [
      (.recall, recalls), (.replace, replaces), (.update, updates.map { [$0] } ?? []),
    ].filter { !$0.1.isEmpty }
    guard said.count == 1 else { throw Failure(.usage, Phrase.recallsOrReplaces) }
    try options.decide([.supersede(said[0].0, said[0].1)], on: document, needsReason: true)
  }
}

/// `sohoa review due`: until when an answer is asked for.
struct DueDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: say("Ghi hạn trả lời vào gói gửi đi.", "State until when an answer is asked for."))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Document."), valueName: "doc")) var document: String
  @Argument(
    help: .init(say("Ngày, ví dụ 2026-03-20.", "Day, such as 2026-03-20."), valueName: "day"))
  var day: String

  func run() throws {
    switch validated(day, for: .field(.promulgationDate)) {
    case .success(let day): try options.decide([.due(day)], on: document, needsReason: false)
    case .failure(let problem): throw Failure(.usage, problem.message)
    }
  }
}
