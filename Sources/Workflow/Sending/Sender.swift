import Delivery
import Foundation
public import Ledger

/// Sends what is due: lease, send, record, one delivery after the other.
///
/// A sender that dies leaves a lease that runs out; what happens then is the driver's resend rule.
public struct Sender {
  /// What one pass did.
  public struct Tally: Sendable, Equatable {
    /// Deliveries that arrived.
    public var delivered = 0
    /// Deliveries that wait for another attempt.
    public var waiting = 0
    /// Deliveries that became dead letters or wait for a person.
    public var stopped = 0
  }

  private let ledger: Ledger
  private let policy: RetryPolicy
  private let driver: any Sending
  private let holder: String
  /// How long an attempt may take before another sender may take the delivery over.
  private let leaseSeconds = 600

  init(ledger: Ledger, driver: any Sending, policy: RetryPolicy) {
    self.ledger = ledger
    self.driver = driver
    self.policy = policy
    holder = "sohoa-\(ProcessInfo.processInfo.processIdentifier)"
  }

  /// Sends everything that is due now.
  public func sendDue(isInterrupted: () -> Bool) throws -> Tally {
    var tally = Tally()
    while !isInterrupted() {
      let now = Moment.now
      let lease = try ledger.leaseNext(
        for: driver.destination, by: holder, until: now.adding(seconds: leaseSeconds),
        rule: driver.resendRule, at: now)
      guard let lease else { break }
      let outcome: Result<Receipt, SendingError>
      do throws(SendingError) {
        outcome = .success(try driver.send(try lease.shipment(), at: now))
      } catch {
        outcome = .failure(error)
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

  /// The senders for every destination that documents of this ledger go to.
  public static func all(for ledger: Ledger) throws -> [Sender] {
    var senders: [String: Sender] = [:]
    for document in try ledger.documents() {
      guard let context = try document.context,
        let destination = context.pipeline.destination
      else { continue }
      let driver = destination.driver(output: context.output)
      if case .folder = destination.kind, let folder = driver as? FolderDestination {
        // The office names the folder; making it is the least surprise. When that fails, sending
        // says so and tries again.
        try? FileManager.default.createDirectory(
          atPath: folder.path, withIntermediateDirectories: true)
      }
      senders[driver.destination] = Sender(
        ledger: ledger, driver: driver, policy: context.pipeline.retry)
    }
    return senders.sorted { $0.key < $1.key }.map(\.value)
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
