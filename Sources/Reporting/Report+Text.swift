import Findings
import Inspection

extension Report {
  /// For a person at a terminal: worst documents first, each finding with its figures and remedy.
  func text(_ language: Language) -> String {
    var lines: [String] = []
    for document in worstFirst {
      lines.append(
        "\(mark(document.verdict)) \(document.file) — "
          + document.verdict.title(language))
      if let error = document.error {
        lines.append("    \(error.message(language))")
        lines.append("    → \(error.remedy(language))")
      }
      for (page, finding) in document.allFindings {
        let place = page.map { placeName($0, language) + ": " } ?? ""
        lines.append(
          "    \(place)\(finding.message(language)) [\(finding.rule), \(finding.severity.title(language))]"
        )
        if finding.severity > .info { lines.append("      → \(finding.remedy(language))") }
      }
      if let held = document.held {
        lines.append("    \(language == .vi ? "Giữ lại" : "Held"): \(held.message(language))")
      }
    }
    lines += batchLines(language) + sampleLines(language)
    return lines.map(printable).joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
  }

  private func sampleLines(_ language: Language) -> [String] {
    guard let sample else { return [] }
    let head =
      language == .vi
      ? "Mẫu kiểm tra, \(sample.pages.count) trang, số gieo \(sample.seed):"
      : "Sample for a person, \(sample.pages.count) pages, seed \(sample.seed):"
    return [head] + sample.pages.map { "    \($0.file) " + placeName($0.page, language) }
  }

  private func mark(_ status: Standing) -> String {
    switch status {
    case .accepted: "✓"
    case .review: "?"
    case .rescan: "✗"
    case .failed: "!"
    }
  }
}
