public import Delivery
import GRDB
import Packaging

/// What accepting a document did to one of its deliveries.
public enum EnqueueOutcome: String, Sendable, Codable {
  /// It is new in the queue, or back in it.
  case queued
  /// It was there with the same envelope; nothing changed.
  case unchanged
  /// It was there, not yet sent, and has the new envelope now.
  case replaced
}

extension Ledger {
  /// Marks a document accepted and queues its packages, both or neither.
  ///
  /// `packages` is all that the document sends: a delivery of it that is not among them and has not
  /// been sent is withdrawn, so that a corrected number does not leave the old envelope queued.
  /// Doing it again changes nothing. What has arrived, may have arrived or is being sent is never
  /// replaced: that throws `refused`, and nothing at all is changed.
  @discardableResult
  public func accept(
    _ document: DocumentEntry, packages: [NewDelivery], by actor: String, at now: Moment
  ) throws(LedgerError) -> [EnqueueOutcome] {
    precondition(document.status == .accepted)
    return try write { database in
      try document.save(in: database)
      for package in packages { try Self.refuseEarlyUpdate(package, in: database) }
      let kept = Set(packages.map(\.id))
      let destinations = Set(packages.map(\.destination))
      for var former in try database.deliveries(of: document.name) where !kept.contains(former.id) {
        let action = try former.apply(
          .withdrawn, by: actor, note: "no longer among the document's packages", at: now,
          in: database)
        // Under a new identifier the same destination would get the document a second time.
        // An update is meant to come after what it brings up to date.
        let isUpdated = packages.contains { $0.updates == former.documentId }
        if case .refuse(let refusal) = action, destinations.contains(former.destination),
          !(isUpdated && former.state.name == .delivered)
        {
          throw LedgerError.refused(delivery: former.id, refusal)
        }
      }
      return try packages.map {
        try Self.enqueue($0, of: document.name, by: actor, at: now, in: database)
      }
    }
  }

  private static func enqueue(
    _ new: NewDelivery, of document: String, by actor: String, at now: Moment,
    in database: Database
  ) throws -> EnqueueOutcome {
    let row = try Row.fetchOne(
      database, sql: "SELECT * FROM deliveries WHERE id = ?", arguments: [new.id])
    guard let row else {
      try refuseSecondOfYear(new, of: document, in: database)
      let entry = DeliveryEntry(new, of: document, at: now)
      try entry.save(in: database)
      try entry.saveReceivers(in: database)
      try entry.write(from: nil, by: actor, note: "queued", at: now, in: database)
      return .queued
    }
    var entry = try DeliveryEntry(row: row)
    if entry.document != document {
      return try takeOver(&entry, with: new, of: document, by: actor, at: now, in: database)
    }
    if entry.envelopeSHA256 == new.envelopeSHA256 {
      return try confirm(&entry, with: new, by: actor, at: now, in: database)
    }
    entry.take(new, of: document)
    let before = entry.state.name
    let action = entry.state.handle(.replaced(at: now))
    if case .refuse(let refusal) = action {
      throw LedgerError.refused(delivery: entry.id, refusal)
    }
    entry.updatedAt = now
    try entry.save(in: database)
    try entry.saveReceivers(in: database)
    try entry.write(from: before, by: actor, note: "new envelope", at: now, in: database)
    return .replaced
  }

  /// Receivers cannot correct what they never got; what another program sent is not known here and taken on trust.
  private static func refuseEarlyUpdate(_ new: NewDelivery, in database: Database) throws {
    guard let updates = new.updates else { return }
    let former = try String.fetchOne(
      database,
      sql: """
        SELECT id FROM deliveries
        WHERE documentId = ? AND destination = ? AND edition = '' AND state <> 'delivered'
        """, arguments: [updates, new.destination])
    if let former { throw LedgerError.refused(delivery: former, .notArrived) }
  }

  /// A number comes once a year: the same one under another day is a double, or a misread day.
  private static func refuseSecondOfYear(
    _ new: NewDelivery, of document: String, in database: Database
  ) throws {
    let other = try Row.fetchOne(
      database,
      sql: """
        SELECT document, documentId FROM deliveries
        WHERE yearCode = ? AND destination = ? AND document <> ? AND state <> 'cancelled'
        """,
      arguments: [DocumentIdParts(new.documentId).yearCode, new.destination, document])
    guard let other, other["documentId"] != new.updates else { return }
    throw LedgerError.identifierTaken(documentId: other["documentId"], by: other["document"])
  }

  private static func confirm(
    _ entry: inout DeliveryEntry, with new: NewDelivery, by actor: String, at now: Moment,
    in database: Database
  ) throws -> EnqueueOutcome {
    if entry.envelopePath != new.envelopePath {
      entry.envelopePath = new.envelopePath
      try entry.save(in: database)
    }
    let action = try entry.apply(
      .confirmed(at: now), by: actor, note: "accepted again", at: now, in: database)
    guard case .wait = action else { return .unchanged }
    return .queued
  }

  /// Only a delivery that was taken out of the queue leaves its identifier to another document.
  private static func takeOver(
    _ entry: inout DeliveryEntry, with new: NewDelivery, of document: String, by actor: String,
    at now: Moment, in database: Database
  ) throws -> EnqueueOutcome {
    guard entry.state.name == .cancelled else {
      throw LedgerError.identifierTaken(documentId: new.documentId, by: entry.document)
    }
    entry.take(new, of: document)
    if entry.state.handle(.replaced(at: now)) == .ignore {
      _ = entry.state.handle(.retried(at: now))
    }
    entry.updatedAt = now
    try entry.save(in: database)
    try entry.saveReceivers(in: database)
    try entry.write(
      from: .cancelled, by: actor, note: "taken over by another document", at: now, in: database)
    return .queued
  }
}
