import Delivery
import Findings
import Foundation
import Ledger

/// A ledger on a file of its own, and a folder to send to; both go with the value.
final class Bench {
  let folder: String
  let outbox: String
  let destination: FolderDestination
  private(set) var ledger: Ledger

  init() throws {
    folder = NSTemporaryDirectory() + "sohoa-\(UUID().uuidString)"
    outbox = "\(folder)/outbox"
    destination = FolderDestination(path: "\(folder)/sent")
    for path in [outbox, "\(folder)/sent"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    ledger = try Ledger(path: "\(folder)/ledger.sqlite")
  }

  deinit {
    // What cannot be removed stays for the system to sweep.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Goes on as after a crash: a new process on the same files.
  func reopen() throws { ledger = try Ledger(path: "\(folder)/ledger.sqlite") }

  var sent: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: destination.path)) ?? []).sorted()
  }

  static let now = Moment(milliseconds: 1_700_000_000_000)
  static let policy = RetryPolicy(
    firstDelaySeconds: 10, factor: 2, longestDelaySeconds: 60, spread: 0, attempts: 2)

  func document(_ name: String = "0347", _ status: DocumentStatus = .accepted) -> DocumentEntry {
    DocumentEntry(
      name: name, sources: ["aa", "bb"], pipeline: "pp", status: status, updatedAt: Self.now)
  }

  /// A package whose envelope is in the outbox.
  func package(
    _ text: String = "<edXML/>", documentId: String = "Y98.01,2026/03/05,123/SMH-VP",
    updates: String? = nil, edition: String = ""
  ) throws -> NewDelivery {
    let shipment = Shipment(
      delivery: "", attempt: 1, documentId: documentId, receivers: ["Y99.02"],
      envelope: Array(text.utf8), fileName: "\(documentId.count)-\(documentId.suffix(6)).edxml")
    let path = "\(outbox)/\(shipment.sha256).edxml"
    try Data(shipment.envelope).write(to: URL(fileURLWithPath: path))
    return NewDelivery(
      documentId: documentId, destination: destination.destination, receivers: shipment.receivers,
      envelopePath: path, envelopeSHA256: shipment.sha256,
      fileName: edition.isEmpty ? "envelope.edxml" : "update.edxml", updates: updates,
      edition: edition)
  }

  @discardableResult
  func accept(_ packages: [NewDelivery], name: String = "0347") throws -> [EnqueueOutcome] {
    try ledger.accept(document(name), packages: packages, by: "run", at: Self.now)
  }

  func lease(at now: Moment = now, seconds: Int = 60) throws -> DeliveryEntry? {
    try ledger.leaseNext(
      for: destination.destination, by: "sender", until: now.adding(seconds: seconds),
      rule: destination.resendRule, at: now)
  }

  /// One turn of a sender's loop: lease, send, record.
  @discardableResult
  func sendNext(
    through driver: (any Sending)? = nil, at now: Moment = now
  ) throws -> DeliveryEntry? {
    guard let lease = try lease(at: now) else { return nil }
    let driver = driver ?? destination
    let outcome = Result { () throws(SendingError) -> Receipt in
      try driver.send(try lease.shipment(), at: now)
    }
    return try ledger.finish(lease, with: outcome, policy: Self.policy, by: "sender", at: now)
  }
}

/// A destination that always fails in one way.
struct BrokenDestination: Sending {
  let destination = "broken"
  let resendRule = ResendRule.tryAgain
  let kind: SendingError.Kind

  func send(_ shipment: Shipment, at now: Moment) throws(SendingError) -> Receipt {
    throw SendingError(
      kind: kind, code: .destinationFailed, subject: "broken", message: Wording(vi: "v", en: "e"))
  }
}
