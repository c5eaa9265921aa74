import ArgumentParser
import Extraction
import Findings
import Foundation
import Inspection
import Reporting
import Workflow

/// `sohoa review confirm`: what waits for a person, one key a field.
struct ConfirmFields: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: say(
      "Xác nhận số, ngày viết tay: mỗi trường một phím.",
      "Confirm handwritten numbers and dates: one key a field."),
    discussion: say(
      "Phím: 1, 2 chọn cách đọc; t gõ giá trị khác; s để sau; q thôi. Không ghi tên văn bản thì lần lượt xem tất cả.",
      "Keys: 1, 2 choose a reading; t types another; s leaves it for later; q stops. Without a name: all that wait."
    ))
  @OptionGroup var options: DecisionOptions
  @Argument(help: .init(say("Tên văn bản.", "Documents."), valueName: "doc"))
  var documents: [String] = []

  func run() throws {
    var hasStopped = false
    try options.decide(needsReason: false) { review, by, why in
      let names = try documents.isEmpty ? review.documentsWithOpenFields() : documents
      var reports: [DocumentReport] = []
      for name in names where !hasStopped {
        let answers = try ask(try review.openFields(of: name), of: name, hasStopped: &hasStopped)
        guard !answers.isEmpty else { continue }
        let how = answers.map { "\($0.path): \($0.how)" }.joined(separator: "; ")
        reports.append(
          try review.decide(
            answers.map { .set($0.path, $0.value) }, on: name, by: by,
            why: why.isEmpty ? how : why))
      }
      return reports
    }
  }

  /// A value that a person gave, and how: by which key.
  private struct Answer {
    let path: FieldPath
    let value: String
    let how: String
  }

  private func ask(
    _ fields: [OpenField], of document: String, hasStopped: inout Bool
  ) throws -> [Answer] {
    var answers: [Answer] = []
    for field in fields where !hasStopped {
      show(field, of: document)
      asking: while true {
        switch Keyboard().key() {
        case nil, "q", "Q":
          hasStopped = true
          break asking
        case "s", "S": break asking
        case "t", "T":
          printTalk(say("  giá trị: ", "  value: "))
          guard let text = Keyboard().line() else { continue }
          switch validated(text.trimmingCharacters(in: .whitespaces), for: .field(field.name)) {
          case .success(let value) where !value.isEmpty:
            answers.append(
              Answer(path: .field(field.name), value: value, how: say("tự gõ", "typed")))
            break asking
          case .success: printTalk(keys(field))
          case .failure(let problem): printTalk("  " + problem.message(language))
          }
        case let key?:
          guard let number = key.wholeNumberValue, field.choices.indices.contains(number - 1) else {
            printTalk(keys(field))
            continue
          }
          let value = field.choices[number - 1].value
          answers.append(
            Answer(
              path: .field(field.name), value: value,
              how: say("chọn cách đọc \(number)", "chose reading \(number)")))
          printTalk("  → " + value)
          break asking
        }
      }
    }
    return answers
  }

  /// The crop, where it stands, and the keys; all of it talk, for the result is what was decided.
  private func show(_ open: OpenField, of document: String) {
    let title = open.name.title(language)
    let page =
      open.field.evidence.first.map { say(", trang \($0.page)", ", page \($0.page)") } ?? ""
    printTalk("\n\(document) — \(title)\(page)")
    for line in open.crop?.braille(columns: 76) ?? [] { printTalk("  " + line) }
    if !open.field.neighbours.isEmpty {
      printTalk(
        say("  (xếp theo sổ, so với ", "  (in the order of the register, against ")
          + open.field.neighbours.joined(separator: ", ") + ")")
    }
    printTalk(keys(open))
  }

  private func keys(_ open: OpenField) -> String {
    let readings = open.choices.enumerated().map { index, reading in
      "[\(index + 1)] \(reading.value) (\(Int((reading.p * 100).rounded())) %)"
    }
    return "  "
      + (readings + [
        say("[t] gõ", "[t] type"), say("[s] để sau", "[s] later"), say("[q] thôi", "[q] stop"),
      ])
      .joined(separator: "   ")
  }
}
