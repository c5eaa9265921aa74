public import Imaging

/// The stable name of a rule, such as `resolution.declared`.
public struct RuleID: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral,
  CodingKeyRepresentable,
  Comparable, CustomStringConvertible
{
  /// The name as written in profiles and reports.
  public let rawValue: String

  /// Makes a name; whether a rule of that name exists is asked of `Rule.all`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes a name from a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// Alphabetical order.
  public static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }

  /// The name.
  public var description: String { rawValue }
}

/// A named requirement with its source: what is measured, why, and how to mend a breach.
public struct Rule: Sendable, Equatable {
  /// Which side of a limit is good.
  public enum Direction: String, Sendable, Codable {
    /// The measured figure must reach the limit.
    case atLeast
    /// The measured figure must not exceed the limit.
    case atMost
    /// There is no figure: something is there that must not be, or the reverse.
    case fact
  }

  /// The stable name.
  public let id: RuleID
  /// Which side of the limit is good.
  public let direction: Direction
  /// The unit of the figure, nil for pure numbers and facts.
  public let unit: String?
  /// The clause, standard or paper it comes from.
  public let source: String
  /// A short name for lists.
  public let title: Wording
  /// What is measured, in one or two sentences.
  public let measures: Wording
  /// Why it matters to a reader of the document.
  public let why: Wording
  /// What to do at the scanner.
  public let remedy: Wording

  /// Makes a rule of the catalogue.
  public init(
    id: RuleID, direction: Direction, unit: String?, source: String, title: Wording,
    measures: Wording, why: Wording, remedy: Wording
  ) {
    self.id = id
    self.direction = direction
    self.unit = unit
    self.source = source
    self.title = title
    self.measures = measures
    self.why = why
    self.remedy = remedy
  }

  /// A breach of this rule; source, unit and remedy come from the catalogue.
  public func finding(
    _ severity: Severity, measured: Double? = nil, required: Double? = nil, box: Box? = nil,
    message: Wording
  ) -> Finding {
    Finding(
      rule: id, severity: severity, measured: measured, required: required, unit: unit, box: box,
      source: source, message: message, remedy: remedy)
  }
}
