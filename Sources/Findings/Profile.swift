import Imaging

/// The limits of one rule in one profile: how bad is worth a look, how bad is unfit.
public struct Limits: Sendable, Equatable, Codable {
  /// A breach of this figure is `info`; nil when the profile has no such step.
  public let info: Double?
  /// A breach of this figure is `review`; nil when the profile has no such step.
  public let review: Double?
  /// A breach of this figure is `reject`; nil when the profile has no such step.
  public let reject: Double?
  /// The weight of a rule without a figure; nil for rules with figures.
  public let fact: Severity?

  /// Makes limits for a rule with figures.
  public init(info: Double? = nil, review: Double? = nil, reject: Double? = nil) {
    self.info = info
    self.review = review
    self.reject = reject
    fact = nil
  }

  /// Makes the weight of a rule without a figure.
  public init(fact: Severity) {
    info = nil
    review = nil
    reject = nil
    self.fact = fact
  }
}

/// The rules that a pipeline applies, each with its limits; a rule that is absent is not applied.
public struct Profile: Sendable, Equatable, Codable {
  /// Limits by rule.
  public let limits: [RuleID: Limits]

  /// Makes a profile.
  public init(limits: [RuleID: Limits]) { self.limits = limits }

  /// The heaviest step that `measured` breaks, with the figure that was required.
  public func breach(of rule: Rule, measured: Double) -> (severity: Severity, required: Double)? {
    guard let limits = limits[rule.id] else { return nil }
    let steps: [(Severity, Double?)] = [
      (.reject, limits.reject), (.review, limits.review), (.info, limits.info),
    ]
    for (severity, limit) in steps {
      guard let limit else { continue }
      let broken =
        switch rule.direction {
        case .atLeast:
          rule.unit == "dpi" ? !Resolution.reaches(measured, limit) : measured < limit
        case .atMost: measured > limit
        case .fact: false
        }
      if broken { return (severity, limit) }
    }
    return nil
  }
}
