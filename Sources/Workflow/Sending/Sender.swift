public import Delivery
public import Findings
import Foundation
public import Ledger

/// Sends what is due: lease, send, record, one delivery after the other.
///
/// A sender that dies leaves a lease that runs out; what happens then is the driver's resend rule.
public final class Sender {
  /// What one pass did.
  public struct Tally: Sendable, Equatable {
    /// Deliveries that arrived.
    public var delivered = 0
    /// Deliveries that wait for another attempt.
    public var waiting = 0
    /// Deliveries that became dead letters or wait for a person.
    public var stopped = 0
    /// Why nothing more is sent there until an administrator mends it; nil when nothing is wrong.
    public var blocked: Wording?

    /// Begins at nothing.
    public init() {}
  }

  private let ledger: Ledger
  private let policy: RetryPolicy
  private let driver: any Sending
  private let holder: String
  private var pausedUntil: Moment?
  /// How long an attempt may take before another sender may take the delivery over.
  ///
  /// Longer than a driver's own limit for one exchange and one question before it.
  private let leaseSeconds: Int
  /// How long nothing is tried where an administrator must mend something.
  private static let pauseSeconds = 300

  init(ledger: Ledger, driver: any Sending, policy: RetryPolicy, leaseSeconds: Int = 900) {
    self.ledger = ledger
    self.driver = driver
    self.policy = policy
    self.leaseSeconds = leaseSeconds
    holder =
      "sohoa@\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)"
  }

  /// Sends everything that is due now.
  public func sendDue(isInterrupted: () -> Bool) throws -> Tally {
    var tally = Tally()
    try ledger.settleVanished(
      for: driver.destination, rule: driver.resendRule, policy: policy, by: holder, at: .now,
      isGone: Holder.isGone)
    while !isInterrupted(), tally.blocked == nil {
      let now = Moment.now
      if let pausedUntil, now < pausedUntil { break }
      let lease = try ledger.leaseNext(
        for: driver.destination, by: holder, until: now.adding(seconds: leaseSeconds),
        rule: driver.resendRule, at: now)
      guard let lease else { break }
      let others = try ledger.otherReferences(of: lease)
      let outcome: Result<Receipt, SendingError>
      do throws(SendingError) {
        outcome = .success(try driver.send(try lease.shipment(besides: others), at: now))
      } catch {
        outcome = .failure(error)
        if error.kind == .blocked {
          tally.blocked = error.message
          pausedUntil = now.adding(seconds: Self.pauseSeconds)
        }
      }
      let entry = try ledger.finish(
        lease, with: outcome, policy: policy, by: holder, at: .now)
      switch entry.state.name {
      case .delivered: tally.delivered += 1
      case .waiting, .queued: tally.waiting += 1
      case .failed, .unknown, .cancelled, .sending: tally.stopped += 1
      }
    }
    return tally
  }

  /// When the next delivery there is due; nil when none will be.
  public func nextDue() throws -> Moment? { try ledger.nextDue(for: driver.destination) }

  /// The senders for every destination that documents of this ledger go to.
  public static func all(for ledger: Ledger, leaseSeconds: Int = 900) throws -> [Sender] {
    try ledger.routes().map { route in
      let driver = try route.destination.driver(output: route.output)
      if let folder = driver as? FolderDestination {
        // The office names the folder; making it is the least surprise. When that fails, sending
        // says so and tries again.
        try? FileManager.default.createDirectory(
          atPath: folder.path, withIntermediateDirectories: true)
      }
      return Sender(
        ledger: ledger, driver: driver, policy: route.retry, leaseSeconds: leaseSeconds)
    }
  }
}

/// The name under which a process holds a lease.
private enum Holder {
  static let host = ProcessInfo.processInfo.hostName

  static var current: String { "sohoa@\(host):\(ProcessInfo.processInfo.processIdentifier)" }

  /// Whether a holder was a process of this machine that is no more.
  ///
  /// A number that another process has meanwhile looks alive: then the lease runs out by itself.
  static func isGone(_ holder: String) -> Bool {
    let prefix = "sohoa@\(host):"
    guard holder.hasPrefix(prefix), let process = Int(holder.dropFirst(prefix.count)) else {
      return false
    }
    return !FileManager.default.fileExists(atPath: "/proc/\(process)")
  }
}

/// How a destination is reached, as the ledger keeps it.
package struct Route: Sendable, Equatable, Codable {
  package let destination: DestinationSettings
  package let output: String
  package let retry: RetryPolicy

  package init(destination: DestinationSettings, output: String, retry: RetryPolicy) {
    self.destination = destination
    self.output = output
    self.retry = retry
  }
}

extension Ledger {
  /// Keeps how a pipeline's destination is reached.
  package func keep(_ route: Route) throws(LedgerError) {
    try keep(
      destination: route.destination.name(output: route.output),
      settings: try StoredJSON(route, version: 1))
  }

  /// How each destination is reached.
  ///
  /// A ledger of an older program kept none: there the documents say where they go, once.
  func routes() throws -> [Route] {
    let kept = try destinations()
    guard kept.isEmpty else { return try kept.map { try $0.settings.value(Route.self) } }
    for document in try documents() {
      guard let context = try document.context, let destination = context.pipeline.destination
      else { continue }
      try keep(
        Route(destination: destination, output: context.output, retry: context.pipeline.retry))
    }
    return try destinations().map { try $0.settings.value(Route.self) }
  }
}

extension DocumentEntry {
  /// What is needed to judge the document again; nil for an entry of an unknown shape.
  var context: DocumentContext? {
    get throws { try outputs?.value(DocumentContext.self) }
  }
}

/// Puts a delivery back into the queue, due at once, in a person's name.
public func retry(
  delivery: String, in ledger: Ledger, by actor: String, why: String
) throws(LedgerError) -> DeliveryEntry {
  try ledger.retry(delivery, by: actor, why: why, at: .now)
}

/// Takes a delivery out of the queue, in a person's name.
public func cancel(
  delivery: String, in ledger: Ledger, by actor: String, why: String
) throws(LedgerError) -> DeliveryEntry {
  try ledger.cancel(delivery, by: actor, why: why, at: .now)
}
