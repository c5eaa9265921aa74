import ArgumentParser
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

/// `sohoa review supersede`: a document takes older ones back, or stands in their place.
struct SupersedeDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supersede",
    abstract: say(
      "Văn bản này thu hồi hoặc thay thế văn bản đã gửi.",
      "This document recalls or replaces ones that were sent."))
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

  func run() throws {
    guard recalls.isEmpty != replaces.isEmpty else {
      throw Failure(.usage, Phrase.recallsOrReplaces)
    }
    let act = Decision.Act.supersede(
      recalls.isEmpty ? .replace : .recall, recalls.isEmpty ? replaces : recalls)
    try options.decide([act], on: document, needsReason: true)
  }
}
