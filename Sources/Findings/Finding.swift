public import Imaging

/// How much a finding weighs.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Worth knowing; changes no verdict.
  case info
  /// A person must look.
  case review
  /// Not fit; scan again.
  case reject

  /// Lighter before heavier.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .review: 1
    case .reject: 2
    }
  }
}

/// "This page or document breaks that rule", with the figures and what to do.
public struct Finding: Sendable, Equatable, Codable {
  /// The rule that is broken.
  public let rule: RuleID
  /// How much it weighs under the profile that judged.
  public let severity: Severity
  /// The measured figure in `unit`, nil for a rule without a figure.
  public let measured: Double?
  /// The figure that the profile asks for, in `unit`.
  public let required: Double?
  /// The unit of both figures, such as `dpi` or `°`; nil for pure numbers.
  public let unit: String?
  /// Where on the page, in pixels of the page as shown; nil for the whole page.
  public let box: Box?
  /// The clause or paper that the rule comes from.
  public let source: String
  /// What was found.
  public let message: Wording
  /// What to do about it.
  public let remedy: Wording

  /// Makes a finding; use `Rule.finding` so that source and remedy come from the catalogue.
  public init(
    rule: RuleID, severity: Severity, measured: Double?, required: Double?, unit: String?,
    box: Box?, source: String, message: Wording, remedy: Wording
  ) {
    self.rule = rule
    self.severity = severity
    self.measured = measured
    self.required = required
    self.unit = unit
    self.box = box
    self.source = source
    self.message = message
    self.remedy = remedy
  }

  private enum Key: String, CodingKey {
    case rule, severity, measured, required, unit, box, source, message, remedy
  }

  /// Writes every key, `null` where there is no value, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rule, forKey: .rule)
    try container.encode(severity, forKey: .severity)
    try container.encode(measured, forKey: .measured)
    try container.encode(required, forKey: .required)
    try container.encode(unit, forKey: .unit)
    try container.encode(box, forKey: .box)
    try container.encode(source, forKey: .source)
    try container.encode(message, forKey: .message)
    try container.encode(remedy, forKey: .remedy)
  }
}
