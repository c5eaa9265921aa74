import Findings

/// On what a judgement rests.
public enum EvidenceKind: String, Sendable, Codable, CaseIterable {
  /// Measurements alone: an answer in under a second, not the last word.
  case pixels
  /// Measurements, recognised text and fields.
  case text
}

/// What a page or document is fit for; only Inspection makes one.
///
/// In JSON it is the bare word.
public struct Verdict: Sendable, Hashable, Codable {
  /// The three verdicts, lighter before heavier.
  public enum Outcome: String, Sendable, Codable, CaseIterable {
    /// Fit.
    case accepted
    /// A person must look.
    case review
    /// Not fit; scan again.
    case rescan
  }

  /// The verdict itself.
  public let outcome: Outcome

  init(_ outcome: Outcome) { self.outcome = outcome }

  /// The verdict that the heaviest of the findings asks for; `info` asks for nothing.
  init(on findings: [Finding]) {
    switch findings.map(\.severity).max() {
    case .reject: outcome = .rescan
    case .review: outcome = .review
    case .info, nil: outcome = .accepted
    }
  }

  /// Reads the bare word.
  public init(from decoder: any Decoder) throws {
    outcome = try decoder.singleValueContainer().decode(Outcome.self)
  }

  /// Writes the bare word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(outcome)
  }

  /// The heaviest of the verdicts, accepted when there is none.
  static func heaviest(of verdicts: [Verdict]) -> Verdict {
    let order = Outcome.allCases
    let ranks = verdicts.map { order.firstIndex(of: $0.outcome) ?? 0 }
    return Verdict(order[ranks.max() ?? 0])
  }
}
