public import Findings

/// "This envelope does not pass that check."
public struct EnvelopeIssue: Sendable, Equatable, Codable {
  /// What follows from an issue.
  public enum Level: String, Sendable, Codable {
    /// No package is made.
    case block
    /// The package is made; a person should know.
    case warn
  }

  /// The check, `V1`…`V13`, as numbered in the documentation of the envelope.
  public let check: String
  /// What follows from it.
  public let level: Level
  /// The element, such as `MessageHeader/Code/CodeNumber`.
  public let path: String
  /// What is wrong, without text of the document.
  public let message: Wording

  /// Makes an issue.
  public init(check: String, level: Level, path: String, message: Wording) {
    self.check = check
    self.level = level
    self.path = path
    self.message = message
  }
}

/// Why no package was made.
public enum PackagingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The checks before sending found at least one issue that blocks; warnings are in the list too.
  case blocked([EnvelopeIssue])

  /// One sentence: which checks block, where, and what to do.
  public var description: String {
    switch self {
    case .blocked(let issues):
      let reasons = issues.filter { $0.level == .block }
        .map { "\($0.check) \($0.path): \($0.message(Language.en))" }
      return "The envelope was not made; mend these and pack again: "
        + reasons.joined(separator: "; ")
    }
  }
}
