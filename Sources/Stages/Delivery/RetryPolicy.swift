import Digest

/// When to try again after a failure, as a value.
public struct RetryPolicy: Sendable, Equatable, Codable {
  /// Seconds before the second attempt.
  public let firstDelaySeconds: Int
  /// By how much each wait exceeds the one before.
  public let factor: Double
  /// The longest wait in seconds, before the spread is added.
  public let longestDelaySeconds: Int
  /// How much of a wait may be added at random, 0…1, so that many rows do not wake together.
  public let spread: Double
  /// Attempts in all before the row becomes a dead letter.
  public let attempts: Int

  /// Makes a policy.
  public init(
    firstDelaySeconds: Int, factor: Double, longestDelaySeconds: Int, spread: Double, attempts: Int
  ) {
    precondition(firstDelaySeconds > 0 && factor >= 1 && attempts > 0 && (0...1).contains(spread))
    self.firstDelaySeconds = firstDelaySeconds
    self.factor = factor
    self.longestDelaySeconds = longestDelaySeconds
    self.spread = spread
    self.attempts = attempts
  }

  /// 30 s, 1 min, 2 min … 1 h, twelve times: an outage of a working morning needs no person.
  public static let standard = RetryPolicy(
    firstDelaySeconds: 30, factor: 2, longestDelaySeconds: 3600, spread: 0.5, attempts: 12)

  /// The wait after `failures` failed attempts in milliseconds; nil when it is time to give up.
  ///
  /// The spread is a share of the wait, so it grows with it. It comes from the id and the count and
  /// not from chance: the same row waits the same time in every run.
  public func delayMilliseconds(afterFailures failures: Int, of id: String) -> Int64? {
    guard failures < attempts else { return nil }
    var seconds = Double(firstDelaySeconds)
    for _ in 1..<max(failures, 1) {
      seconds = min(seconds * factor, Double(longestDelaySeconds))
    }
    return Int64(seconds * 1000 * (1 + spread * Self.share(of: id, failures)))
  }

  /// A number in 0..<1 that depends on the id and the count only.
  private static func share(of id: String, _ failures: Int) -> Double {
    let digits = SHA256.hex(of: Array("\(id)/\(failures)".utf8)).prefix(8)
    return Double(UInt32(digits, radix: 16) ?? 0) / 4_294_967_296
  }
}
