import Findings
import QPDF

/// One requirement of ISO 19005 as a function of what was found in a file.
struct ConformanceRule: Sendable {
  /// The clause and the number of the check in it.
  let clause: String
  /// What is required.
  let requires: Wording
  /// Whether only level U asks for it.
  let isForUnicode: Bool
  /// The places where a file breaks it, empty when it does not.
  let broken: @Sendable (DocumentFacts) -> [String]

  init(
    _ clause: String, vi: String, en: String, level: ConformanceLevel = .pdfA2b,
    broken: @escaping @Sendable (DocumentFacts) -> [String]
  ) {
    self.init(
      clause: clause, requires: Wording(vi: vi, en: en), isForUnicode: level.asksForUnicode,
      broken: broken)
  }

  private init(
    clause: String, requires: Wording, isForUnicode: Bool,
    broken: @escaping @Sendable (DocumentFacts) -> [String]
  ) {
    self.clause = clause
    self.requires = requires
    self.isForUnicode = isForUnicode
    self.broken = broken
  }

  /// The same requirement under its number in another part.
  private func numbered(_ clause: String) -> ConformanceRule {
    ConformanceRule(
      clause: clause, requires: requires, isForUnicode: isForUnicode, broken: broken)
  }

  /// The requirements of a level, in the order of the clauses.
  ///
  /// Parts 2 and 3 differ in attachments alone. Part 1 has its own numbers and its own prohibitions.
  static func all(of level: ConformanceLevel) -> [ConformanceRule] {
    let shared =
      fileStructure + syntax + limits + graphics + images + fonts + annotations + metadata
      + attachments
    let rules =
      switch level.part {
      case 1:
        shared.compactMap { rule in clausesInPart1[rule.clause].map(rule.numbered) } + onlyInPart1
      case 3: shared + attachmentsInPart3
      default: shared + attachmentsInPart2
      }
    return rules.filter { level.asksForUnicode || !$0.isForUnicode }
  }
}

/// The level that a PDF claims in its metadata, such as `2B`; nil when it claims none.
public func claimedLevel(ofPDFAt path: String) throws(ArchivingError) -> String? {
  let facts = try DocumentFacts(path: path, level: .pdfA2u)
  return facts.packet.flatMap(XMPPacket.init)?.claimedLevel
}

/// Checks a PDF against the requirements of PDF/A that a file made from scans can break.
///
/// Passing them is needed, and is not the whole standard.
public func conformance(
  ofPDFAt path: String, level: ConformanceLevel = .pdfA2u
) throws(ArchivingError) -> [ConformanceResult] {
  let facts = try DocumentFacts(path: path, level: level)
  return ConformanceRule.all(of: level).map { rule in
    let places = rule.broken(facts)
    return ConformanceResult(
      part: level.part, clause: rule.clause, passed: places.isEmpty, message: rule.requires,
      places: Array(places.prefix(20)))
  }
}
