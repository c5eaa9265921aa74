import Extraction
import Findings
import Inspection
import Reporting

/// Prints the metadata of a document, one field a line, with its lane.
func printFields(_ document: DocumentReport) {
  guard let record = document.fields?.record else { return }
  printResult("\(document.file):")
  for name in FieldName.allCases {
    guard let field = record.fields[name] else { continue }
    printField(name.title(language), field)
  }
  for signer in record.signers {
    printField(say("Quyền hạn ký", "Competence"), signer.competence)
    printField(say("Chức vụ", "Position"), signer.position)
    printField(say("Người ký", "Signer"), signer.fullName)
  }
  for field in record.addressees { printField(say("Kính gửi", "Addressee"), field) }
  for field in record.toPlaces { printField(say("Nơi nhận", "To place"), field) }
  for field in record.legalBases { printField(say("Căn cứ", "Legal basis"), field) }
  for field in record.appendixes { printField(say("Phụ lục", "Appendix"), field) }
  for fact in record.facts?.lines ?? [] {
    printLine("·", fact.title(language), fact.text(language))
  }
}

private func printField(_ title: String, _ field: Field) {
  let lane =
    switch field.lane {
    case .accept: "✓"
    case .confirm: "?"
    case .type: "✎"
    }
  let best = field.value ?? field.candidates.first.map { "(\($0.value)?)" } ?? "—"
  printLine(lane, title, best + written(field))
}

private func printLine(_ mark: String, _ title: String, _ text: String) {
  let name = title.prefix(1).uppercased() + title.dropFirst()
  printResult("  \(mark) " + name.padding(24) + text)
}

/// What a person who confirms handwriting chooses between: the two best readings, and that a pen wrote them.
private func written(_ field: Field) -> String {
  guard field.handwritten == true, field.lane != .accept else { return "" }
  let choices = field.candidates.prefix(2).map { "\($0.value) \(Int(($0.p * 100).rounded())) %" }
  let list = choices.isEmpty ? "" : ": " + choices.joined(separator: say(" hoặc ", " or "))
  let order =
    field.neighbours.isEmpty
    ? ""
    : say("; xếp theo sổ, so với ", "; by the register, against ")
      + field.neighbours.joined(separator: ", ")
  return "   [\(say("viết tay", "handwritten"))\(list)\(order)]"
}
