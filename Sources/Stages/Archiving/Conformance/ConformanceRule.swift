import Findings
import QPDF

/// One requirement of ISO 19005-2 as a function of what was found in a file.
struct ConformanceRule: Sendable {
  /// The clause and the number of the check in it.
  let clause: String
  /// What is required.
  let requires: Wording
  /// The lowest level that asks for it.
  let level: ConformanceLevel
  /// The places where a file breaks it, empty when it does not.
  let broken: @Sendable (DocumentFacts) -> [String]

  init(
    _ clause: String, vi: String, en: String, level: ConformanceLevel = .pdfA2b,
    broken: @escaping @Sendable (DocumentFacts) -> [String]
  ) {
    self.clause = clause
    requires = Wording(vi: vi, en: en)
    self.level = level
    self.broken = broken
  }

  /// All requirements, in the order of the clauses.
  static let all: [ConformanceRule] =
    fileStructure + limits + graphics + images + fonts + annotations + metadata + attachments
}

/// Checks a PDF against the requirements of PDF/A that a file made from scans can break.
///
/// A file without a claim is checked against `level`. The list is a first cut of ISO 19005-2: passing
/// it is needed, and is not the whole standard.
public func conformance(
  ofPDFAt path: String, level: ConformanceLevel = .pdfA2u
) throws(ArchivingError) -> [ConformanceResult] {
  let facts = try DocumentFacts(path: path, level: level)
  return ConformanceRule.all.filter { $0.level == .pdfA2b || level == .pdfA2u }.map { rule in
    let places = rule.broken(facts)
    return ConformanceResult(
      clause: rule.clause, passed: places.isEmpty, message: rule.requires,
      places: Array(places.prefix(20)))
  }
}
