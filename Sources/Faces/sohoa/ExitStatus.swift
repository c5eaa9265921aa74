/// What the program tells the shell.
///
/// Stable; the highest in `order` wins.
enum ExitStatus: Int32, Error, CaseIterable {
  /// All accepted.
  case accepted = 0
  /// Something needs review, rescan or is held.
  case attention = 1
  /// Wrong usage or configuration.
  case usage = 2
  /// A dependency is missing.
  case missingDependency = 3
  /// An input cannot be read; the others were still done.
  case unreadableInput = 4
  /// Output, storage or delivery failed.
  case outputFailed = 5
  /// Internal error.
  case internalError = 70
  /// Interrupted by the user.
  case interrupted = 130

  /// Heaviest first.
  static let order: [ExitStatus] = [
    .interrupted, .internalError, .usage, .missingDependency, .outputFailed, .unreadableInput,
    .attention, .accepted,
  ]

  /// The one that wins among several.
  static func heaviest(_ all: [ExitStatus]) -> ExitStatus {
    order.first(where: all.contains) ?? .accepted
  }
}
