public import Findings

/// What is said of one page in comparison with the other pages of a run.
public struct BatchFinding: Sendable, Equatable, Codable {
  /// The document's name.
  public let file: String
  /// The page in it, from 1.
  public let page: Int
  /// What stands out, always `info`.
  public let finding: Finding

  /// Makes a finding.
  public init(file: String, page: Int, finding: Finding) {
    self.file = file
    self.page = page
    self.finding = finding
  }
}

extension Report {
  /// The pages that stand out, for a person at a terminal; none when there are none.
  func batchLines(_ language: Language) -> [String] {
    guard !batch.isEmpty else { return [] }
    return [batchTitle(language)]
      + batch.map { "    \(place(of: $0, language)): \($0.finding.message(language))" }
  }

  /// The pages that stand out, as a list of HTML; empty when there are none.
  func batchSection(_ language: Language) -> String {
    guard !batch.isEmpty else { return "" }
    let items = batch.map {
      "<li>\(escaped(place(of: $0, language))): \(escaped($0.finding.message(language)))</li>"
    }
    return "<h2>\(escaped(batchTitle(language)))</h2><ul>\(items.joined())</ul>"
  }

  private func batchTitle(_ language: Language) -> String {
    language == .vi
      ? "Trang khác hẳn cả lô (không đổi kết luận)"
      : "Pages unlike their batch (no verdict changes)"
  }

  private func place(of found: BatchFinding, _ language: Language) -> String {
    "\(found.file), \(placeName(found.page, language))"
  }
}
